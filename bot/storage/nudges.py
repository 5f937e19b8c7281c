"""What a client could be reminded of on a day: the work that is planned, and whether he is excused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.models import Case, ExcusedSpan, Site, WorkSession


async def sessions_on(session: AsyncSession, case: Case, day: date) -> Sequence[tuple[WorkSession, Site]]:
    """The sessions of a case on a day, whatever became of them, the first first."""
    query = (
        select(WorkSession, Site)
        .join(Site, col(Site.id) == col(WorkSession.site_id))
        .where(WorkSession.case_id == case.id, WorkSession.office_id == case.office_id)
        .where(WorkSession.day == day)
        .order_by(col(WorkSession.starts_at))
    )
    return (await session.exec(query)).all()


async def excused_on(session: AsyncSession, case: Case, day: date) -> bool:
    """Whether an officer has excused him on a day."""
    query = select(ExcusedSpan.id).where(
        ExcusedSpan.case_id == case.id,
        ExcusedSpan.office_id == case.office_id,
        ExcusedSpan.first <= day,
        ExcusedSpan.last >= day,
    )
    return (await session.exec(query.limit(1))).first() is not None
