"""Removes what nobody needs any more: settled letters, workbooks not saved, answers left half-done."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Notice
from bot.storage.drafts import forget_idle
from bot.storage.post import Inbox, InboxState, Outbox, OutboxState
from bot.storage.threads import forget_old_drafts
from bot.storage.uploads import expire

INBOX_KEPT = timedelta(days=7)
"""Telegram repeats an update for 24 hours, WhatsApp for 7 days: so long a known one must be recognised."""
OUTBOX_KEPT = timedelta(days=90)
BATCH = 500


async def housekeeping(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """Delete at most 500 old letters of each box; what was set aside or failed stays for people. A workbook
    that waited a day for its sender is forgotten, and so is what an ended one said; forms that nobody goes on
    with are wiped, as are messages to an officer that were not sent."""
    inbox = (
        select(Inbox.id)
        .where(Inbox.state == InboxState.DONE, Inbox.received_at < now - INBOX_KEPT)
        .limit(BATCH)
    )
    settled = (OutboxState.SENT, OutboxState.DROPPED, OutboxState.UNKNOWN)
    outbox = (
        select(Outbox.id)
        .where(col(Outbox.state).in_(settled), Outbox.queued_at < now - OUTBOX_KEPT)
        .limit(BATCH)
    )
    old_in, old_out = (await session.exec(inbox)).all(), (await session.exec(outbox)).all()
    ended, idle = await expire(session, now), await forget_idle(session, now)
    unsent = await forget_old_drafts(session, now)
    if not old_in and not old_out and not ended and not idle and not unsent:
        return None
    await session.exec(delete(Inbox).where(col(Inbox.id).in_(old_in)))
    await session.exec(delete(Outbox).where(col(Outbox.id).in_(old_out)))
    return []
