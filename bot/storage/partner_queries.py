"""What a prosecutor reads of his own cases on a Monday, in as many questions for one as for a hundred."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement
from sqlmodel import and_, col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import OPEN_STATES
from bot.domain.weeks import Period
from bot.storage.miss_counts import Misses, by_case
from bot.storage.misses import came
from bot.storage.models import Case, CaseBalance, Person, WorkSession


@dataclass(frozen=True, slots=True)
class Supervised:
    """One case as its prosecutor reads it: how far it is, and what became of its sessions."""

    case: Case
    client: Person
    credited: int
    attended: int
    misses: Misses


async def supervised(session: AsyncSession, who: Person, period: Period) -> Sequence[Supervised]:
    """His cases that are not closed, by the client's code."""
    query = (
        select(Case, Person, CaseBalance)
        .join(Person, col(Person.id) == col(Case.client_id))
        .outerjoin(CaseBalance, col(CaseBalance.case_id) == col(Case.id))
        .where(Case.office_id == who.office_id, Case.prosecutor_id == who.id)
        .where(col(Case.state).in_(OPEN_STATES))
        .order_by(col(Person.code), col(Case.id))
    )
    rows = (await session.exec(query)).all()
    attended = await _attended(session, who, period)
    misses = await by_case(session, _own(who, period))
    return [
        Supervised(
            case,
            client,
            balance.credited if balance else 0,
            attended.get(case.id, 0),
            misses.get(case.id, Misses()),
        )
        for case, client, balance in rows
    ]


async def _attended(session: AsyncSession, who: Person, period: Period) -> Mapping[int, int]:
    query = select(WorkSession.case_id, func.count()).where(_own(who, period), came())
    return dict(iter(await session.exec(query.group_by(col(WorkSession.case_id)))))


def _own(who: Person, period: Period) -> ColumnElement[bool]:
    """Sessions of his open cases in these days."""
    cases = select(Case.id).where(
        Case.office_id == who.office_id, Case.prosecutor_id == who.id, col(Case.state).in_(OPEN_STATES)
    )
    days = and_(col(WorkSession.day) >= period.first, col(WorkSession.day) <= period.last)
    return and_(col(WorkSession.case_id).in_(cases), days)
