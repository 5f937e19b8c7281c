"""Sessions of a site of which its supervisor can say that somebody does not come: those that are over and of
which nobody at the site has said a word, and those of the days to come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.absences import LOOK_AHEAD, LOOK_BACK
from bot.domain.cases import OPEN_STATES, local_day
from bot.domain.checkins import SessionState
from bot.domain.excuse_requests import WAITING_FOR_DECISION
from bot.domain.outcomes import EXCUSED
from bot.storage import kinships, queries
from bot.storage.excuse_requests import undecided
from bot.storage.misses import stands
from bot.storage.models import Case, Person, Site, WorkSession


async def unsaid(
    session: AsyncSession, who: Person, site: Site, now: datetime
) -> Sequence[tuple[WorkSession, Person]]:
    """Those of the days before today that lie in this supervisor's period, at most 14 days back, neither his
    own nor his family's, the latest first."""
    today = local_day(now, site.zone)
    query = (
        select(WorkSession, Person)
        .join(Person, col(Person.id) == col(WorkSession.client_id))
        .join(Case, col(Case.id) == col(WorkSession.case_id))
        .where(WorkSession.site_id == site.id, WorkSession.office_id == site.office_id)
        .where(WorkSession.day >= today - LOOK_BACK, WorkSession.day < today, WorkSession.ends_at <= now)
        .where(WorkSession.state == SessionState.MISSED, col(WorkSession.absence).is_(None), stands())
        .where(col(Case.state).in_(OPEN_STATES), WorkSession.answer != WAITING_FOR_DECISION)
        .order_by(col(WorkSession.starts_at).desc(), col(Person.code), col(WorkSession.id))
    )
    rows = (await session.exec(query)).all()
    not_his = await kinships.not_for(session, who)
    days = {one.day for one, _ in rows}
    his = {day for day in days if await queries.supervises(session, who, site.id, day, now)}
    return [row for row in rows if row[0].day in his and row[1].id not in not_his]


async def coming(session: AsyncSession, who: Person, site: Site, now: datetime) -> list[tuple[date, int]]:
    """The days after today, at most 14 ahead and in this supervisor's period, with how many are expected on
    each who have not told that they stay away, and do not ask to be excused."""
    query = (
        select(col(WorkSession.day), func.count())
        .where(WorkSession.site_id == site.id, WorkSession.office_id == site.office_id)
        .where(WorkSession.day > local_day(now, site.zone), WorkSession.starts_at <= now + LOOK_AHEAD)
        .where(WorkSession.state == SessionState.PLANNED, col(WorkSession.absence).is_(None), ~undecided())
        .where(or_(col(WorkSession.outcome).is_(None), col(WorkSession.outcome).not_in(EXCUSED)))
        .group_by(col(WorkSession.day))
        .order_by(col(WorkSession.day))
    )
    days = (await session.exec(query)).all()
    return [row for row in days if await queries.supervises(session, who, site.id, row[0], now)]
