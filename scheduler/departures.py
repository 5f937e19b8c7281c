"""The first morning without a supervisor who has left: whoever decides now reads what still waits."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Notice
from bot.hand_overs import still_waiting
from bot.storage import appointments

AT_ONCE = 25


async def departures(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """Tell what is left of who has left; None when nobody has."""
    due = await appointments.due_leavers(session, now, AT_ONCE)
    if not due:
        return None
    notices: list[Notice] = []
    for person in due:
        notices += await still_waiting(session, person, now)
        person.look_at = None
    await session.flush()
    return notices
