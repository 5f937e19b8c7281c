"""What the figures of one case are made of: the attendances behind them, the plan ahead, the weeks behind."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import col, func, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import local_day
from bot.domain.charts import WEEK, WEEKS, Chart, week_bars
from bot.domain.checkins import SessionState
from bot.storage import miss_counts, queries
from bot.storage.events import balance_now
from bot.storage.models import Attendance, Case, Person, Site, WorkSession


@dataclass(frozen=True, slots=True)
class Work:
    """An attendance, where it was, and who decided on it."""

    attendance: Attendance
    site: Site
    by: Person | None


async def work_of(session: AsyncSession, case: Case, ids: Collection[int]) -> dict[int, Work]:
    """These attendances of a case, by number."""
    query = (
        select(Attendance, Site, Person)
        .join(Site, col(Site.id) == col(Attendance.site_id))
        .outerjoin(Person, col(Person.id) == col(Attendance.decided_by))
        .where(Attendance.office_id == case.office_id, Attendance.case_id == case.id)
        .where(col(Attendance.id).in_(ids))
    )
    rows: Sequence[Any] = (await session.exec(query)).all()
    return {attendance.id: Work(attendance, site, by) for attendance, site, by in rows}


async def planned_ahead(
    session: AsyncSession, case: Case, now: datetime, *, skip: int, limit: int
) -> tuple[int, Sequence[tuple[WorkSession, Site]]]:
    """How many sessions are still planned, and some of them, the next first."""
    ahead = (
        WorkSession.case_id == case.id,
        WorkSession.office_id == case.office_id,
        WorkSession.state == SessionState.PLANNED,
        WorkSession.ends_at > now,
    )
    count = (await session.exec(select(func.count()).select_from(WorkSession).where(*ahead))).one()
    query = (
        select(WorkSession, Site)
        .join(Site, col(Site.id) == col(WorkSession.site_id))
        .where(*ahead)
        .order_by(col(WorkSession.starts_at))
        .offset(skip)
        .limit(limit)
    )
    return count, (await session.exec(query)).all()


async def missed(
    session: AsyncSession, case: Case, *, skip: int, limit: int
) -> Sequence[tuple[WorkSession, Site]]:
    """Some of the sessions nobody came to, also those for which an excuse waits to be decided, the latest
    first."""
    query = (
        select(WorkSession, Site)
        .join(Site, col(Site.id) == col(WorkSession.site_id))
        .where(WorkSession.case_id == case.id, WorkSession.office_id == case.office_id)
        .where(or_(miss_counts.absent(), miss_counts.asked()))
        .order_by(col(WorkSession.starts_at).desc())
        .offset(skip)
        .limit(limit)
    )
    return (await session.exec(query)).all()


async def chart(session: AsyncSession, case: Case, now: datetime) -> Chart:
    """The last weeks of a case in the days of its office, and the whole."""
    office = await queries.office_of(session, case.office_id)
    today = local_day(now, office.zone)
    balance = await balance_now(session, case)
    sessions = await _sessions(session, case, today - WEEK * WEEKS - timedelta(days=7), now)
    return Chart(week_bars(balance.by_day, sessions, today), balance.credited, case.total_minutes or 0)


async def _sessions(
    session: AsyncSession, case: Case, since: date, now: datetime
) -> Sequence[tuple[date, bool]]:
    """The sessions that began, and whether somebody came."""
    query = (
        select(WorkSession)
        .where(WorkSession.case_id == case.id, WorkSession.office_id == case.office_id)
        .where(WorkSession.day >= since, WorkSession.starts_at <= now)
        .where(col(WorkSession.state) != SessionState.CANCELLED)
    )
    return [(one.day, one.state is SessionState.STARTED) for one in (await session.exec(query)).all()]
