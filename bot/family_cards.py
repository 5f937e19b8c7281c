"""The hours that officers decide on because the supervisors of the site are family of the client."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import lists
from bot.domain.checkins import AttendanceState
from bot.domain.messages import Notice
from bot.storage.kinships import Kinship
from bot.storage.models import Attendance, Case, Site


async def waiting(
    session: AsyncSession, office_id: int, officers: Collection[int], now: datetime, *, most: int
) -> list[Notice]:
    """The cards that wait for whoever guides the cases of these officers, the oldest first, at most so
    many."""
    return (await _cards(session, office_id, col(Case.officer_id).in_(officers), now))[:most]


async def of_cases(
    session: AsyncSession, office_id: int, cases: Collection[int], now: datetime
) -> list[Notice]:
    """The same of certain cases, all of them."""
    return await _cards(session, office_id, col(Case.id).in_(cases), now)


async def _cards(
    session: AsyncSession, office_id: int, wanted: ColumnElement[bool], now: datetime
) -> list[Notice]:
    family = select(Kinship.client_id).where(Kinship.office_id == office_id, col(Kinship.ended_at).is_(None))
    query = (
        select(Attendance, Site)
        .join(Case, col(Case.id) == col(Attendance.case_id))
        .join(Site, col(Site.id) == col(Attendance.site_id))
        .where(Attendance.office_id == office_id, Attendance.state == AttendanceState.WAITING)
        .where(col(Attendance.client_id).in_(family), wanted)
        .order_by(col(Attendance.started_at), col(Attendance.id))
    )
    rows = (await session.exec(query)).all()
    return [one for row in rows for one in await lists.for_officer(session, *row, now)]
