"""A turn at a shared phone that nobody uses any more ends, before somebody else sits down."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import turns
from bot.domain.messages import Notice
from bot.storage import phone_queries

ONE = 1
"""Whoever waits for a phone may hold what another one's turn needs: one at a time, none waits for ever."""


async def phones(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """End one idle turn; the next one at the phone hears of it when he writes."""
    due = await phone_queries.idle_turns(session, now, ONE)
    for phone_id, office_id in due:
        phone = await phone_queries.locked_phone(session, office_id, phone_id)
        if phone is not None:
            await turns.end_if_idle(session, phone, now)
    return [] if due else None
