"""Invitations that could not be sent within the hour: nobody has seen them, so they end, and whoever asked
for them is told. Wrong codes are forgotten after their hour."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Notice
from bot.invitations import void
from bot.storage import guesses, slips

BATCH = 500


async def unsent_slips(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """Erase at most 500 sheets that waited too long; each who waits for
    invitations, or for the link of a shared phone, is told once."""
    sheets = await slips.left_over(session, now, BATCH)
    forgotten = await guesses.forget_old(session, now)
    if not sheets and not forgotten:
        return None
    for sheet in sheets:
        sheet.sealed = None
        await void(session, sheet.people, sheet.made_at, now)
    told = {(one.for_id, "slips-not-sent" if one.people else "pos-link-not-sent") for one in sheets}
    return [Notice(to=person_id, key=key) for person_id, key in sorted(told)]
