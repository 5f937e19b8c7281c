"""Renews the codes of sites on the phones that show them, minute by minute, and stops."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import site_codes as codes
from bot.domain.messages import Notice
from bot.storage.site_codes import shows_due

BATCH = 500


async def site_codes(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """Change the messages whose minute is over; nobody's phone rings for it."""
    due = await shows_due(session, now, BATCH)
    return [codes.renewed(show, site, now) for show, site in due] or None
