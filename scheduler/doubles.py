"""What somebody was just writing about a record while it was merged: a minute later it goes along."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import doubles as steps
from bot.domain.messages import Notice
from bot.storage import doubles as ask

AT_ONCE = 25


async def doubles(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """Look once more at what was merged a minute ago; None when there is nothing."""
    due = await ask.due(session, now, AT_ONCE)
    if not due:
        return None
    for merging in due:
        await steps.follow_up(session, merging, now=now)
    return []
