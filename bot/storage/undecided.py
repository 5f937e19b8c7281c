"""What clients have asked for or objected to and nobody has decided yet, case by case."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.client_weeks import Undecided, UndecidedKind
from bot.domain.contests import ContestState
from bot.domain.excuse_requests import RequestState
from bot.storage.contests import for_head
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.models import Case, Contest


async def undecided_in(session: AsyncSession, cases: ColumnElement[bool]) -> dict[int, tuple[Undecided, ...]]:
    """Case → its requests to be excused that wait, the first days first, then its contests."""
    asked = (
        select(ExcuseRequest)
        .join(Case, col(Case.id) == col(ExcuseRequest.case_id))
        .where(cases, ExcuseRequest.state == RequestState.OPEN)
        .order_by(col(ExcuseRequest.first), col(ExcuseRequest.id))
    )
    contested = (
        select(Contest, Case)
        .join(Case, col(Case.id) == col(Contest.case_id))
        .where(cases, Contest.state == ContestState.OPEN)
        .order_by(col(Contest.id))
    )
    found: dict[int, list[Undecided]] = defaultdict(list)
    for request in (await session.exec(asked)).all():
        found[request.case_id].append(
            Undecided(UndecidedKind.EXCUSE, *request.days, request.id, request.proof_on)
        )
    for contest, case in (await session.exec(contested)).all():
        kind = UndecidedKind.CONTEST_HEAD if for_head(case, contest) else UndecidedKind.CONTEST
        found[contest.case_id].append(
            Undecided(kind, contest.day, contest.day, contest.id, contest.answer_by)
        )
    return {case_id: tuple(waiting) for case_id, waiting in found.items()}
