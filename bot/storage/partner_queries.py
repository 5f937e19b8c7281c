"""What a prosecutor reads of his own cases on a Monday, in as many questions for one as for a hundred."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlmodel import and_, col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import OPEN_STATES, CaseState
from bot.domain.weeks import Period
from bot.storage.miss_counts import Misses, by_case
from bot.storage.misses import came
from bot.storage.models import Case, CaseBalance, Person, WorkSession
from bot.storage.overview_queries import endings


@dataclass(frozen=True, slots=True)
class Supervised:
    """One case as its prosecutor reads it: how far it is, and what became of its sessions."""

    case: Case
    client: Person
    credited: int
    attended: int
    misses: Misses


@dataclass(frozen=True, slots=True)
class Ended:
    """One case that he supervised until it ended, with what of it was served."""

    case: Case
    client: Person
    credited: int
    how: CaseState
    at: datetime


async def supervised(session: AsyncSession, who: Person, period: Period) -> Sequence[Supervised]:
    """His cases that are not closed, by the client's code."""
    rows = await _cases(session, who, col(Case.state).in_(OPEN_STATES))
    attended = await _attended(session, who, period)
    misses = await by_case(session, _own(who, period))
    return [
        Supervised(
            case,
            client,
            _credited(balance),
            attended.get(case.id, 0),
            misses.get(case.id, Misses()),
        )
        for case, client, balance in rows
    ]


async def ended(session: AsyncSession, who: Person, period: Period, zone: str) -> Sequence[Ended]:
    """His cases that were closed in these days, or went to another Bapas, and were not reopened, by the
    client's code."""
    since, until = period.bounds(zone)
    ways = await endings(session, who.office_id, since)
    told = {case_id: way for case_id, way in ways.items() if way[1] < until}
    rows = await _cases(session, who, col(Case.id).in_(told))
    return [Ended(case, client, _credited(balance), *told[case.id]) for case, client, balance in rows]


async def _cases(
    session: AsyncSession, who: Person, which: ColumnElement[bool]
) -> Sequence[tuple[Case, Person, CaseBalance | None]]:
    """His own among these."""
    query = (
        select(Case, Person, CaseBalance)
        .join(Person, col(Person.id) == col(Case.client_id))
        .outerjoin(CaseBalance, col(CaseBalance.case_id) == col(Case.id))
        .where(Case.office_id == who.office_id, Case.prosecutor_id == who.id, which)
        .order_by(col(Person.code), col(Case.id))
    )
    return (await session.exec(query)).all()


def _credited(balance: CaseBalance | None) -> int:
    return balance.credited if balance else 0


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
