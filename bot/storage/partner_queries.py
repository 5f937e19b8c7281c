"""What a prosecutor reads of his own cases on a Monday, in as many questions for one as for a hundred."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement
from sqlmodel import and_, col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import OPEN_STATES
from bot.domain.checkins import SessionState
from bot.domain.outcomes import ABSENT, EXCUSED
from bot.domain.weeks import Period
from bot.storage.misses import came
from bot.storage.models import Case, CaseBalance, Person, WorkSession


@dataclass(frozen=True, slots=True)
class Days:
    """Sessions of one case over some days; those excused are among the absent."""

    attended: int
    absent: int
    excused: int


@dataclass(frozen=True, slots=True)
class Supervised:
    """One case as its prosecutor reads it: how far it is, and what became of its sessions."""

    case: Case
    client: Person
    credited: int
    days: Days


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
    absent, excused = await _missed(session, who, period)
    return [
        Supervised(
            case,
            client,
            balance.credited if balance else 0,
            Days(attended.get(case.id, 0), absent[case.id], excused[case.id]),
        )
        for case, client, balance in rows
    ]


async def _attended(session: AsyncSession, who: Person, period: Period) -> Mapping[int, int]:
    query = select(WorkSession.case_id, func.count()).where(_own(who, period), came())
    return dict(iter(await session.exec(query.group_by(col(WorkSession.case_id)))))


async def _missed(session: AsyncSession, who: Person, period: Period) -> tuple[Counter[int], Counter[int]]:
    missed = WorkSession.state == SessionState.MISSED
    query = select(WorkSession.case_id, WorkSession.outcome).where(_own(who, period), missed)
    absent, excused = Counter[int](), Counter[int]()
    for case_id, outcome in (await session.exec(query)).all():
        absent[case_id] += outcome is None or outcome in ABSENT
        excused[case_id] += outcome in EXCUSED
    return absent, excused


def _own(who: Person, period: Period) -> ColumnElement[bool]:
    """Sessions of his open cases in these days."""
    cases = select(Case.id).where(
        Case.office_id == who.office_id, Case.prosecutor_id == who.id, col(Case.state).in_(OPEN_STATES)
    )
    days = and_(col(WorkSession.day) >= period.first, col(WorkSession.day) <= period.last)
    return and_(col(WorkSession.case_id).in_(cases), days)
