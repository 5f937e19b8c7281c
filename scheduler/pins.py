"""Tells an officer that a site's pin may be wrong, soon after somebody said so, or several were there."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import pins as steps
from bot.domain.messages import Notice
from bot.storage import site_pins as ask

AT_ONCE = 50


async def pins(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """At most 50 questions; None when there is nothing."""
    due = await ask.due_questions(session, now, AT_ONCE)
    if not due:
        return None
    return [notice for question in due for notice in await steps.told(session, question, now)]
