"""The report days of a case go on: every four weeks the next ones are written down, half a year ahead."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Notice
from bot.planning import plan_reports
from bot.storage.models import Case

AT_ONCE = 50
"""Cases a transaction: on SQLite everybody else waits while it writes."""


async def report_days(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """Look at the cases whose time has come. Days that passed while nothing ran are not made up: nobody
    could be reminded of them."""
    query = (
        select(Case)
        .where(col(Case.look_at) <= now)
        .order_by(col(Case.look_at), col(Case.id))
        .limit(AT_ONCE)
        .with_for_update(key_share=True, skip_locked=True)
    )
    due = (await session.exec(query)).all()
    if not due:
        return None
    for case in due:
        await plan_reports(session, case, now=now)
    return []
