"""Removes what nobody needs any more: settled letters, workbooks not saved, answers left half-done."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlmodel import col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Notice
from bot.storage import drafts, threads, uploads
from bot.storage.oldest import Oldest
from bot.storage.post import Inbox, InboxState, Outbox, OutboxState

INBOX_KEPT = timedelta(days=7)
"""Telegram repeats an update for 24 hours, WhatsApp for 7 days: so long a known one must be recognised."""
OUTBOX_KEPT = timedelta(days=90)
BATCH = 500

READ = select(Inbox.id, Inbox.received_at).where(Inbox.state == InboxState.DONE).order_by(col(Inbox.id))
SETTLED = (
    select(Outbox.id, Outbox.queued_at)
    .where(col(Outbox.state).in_((OutboxState.SENT, OutboxState.DROPPED, OutboxState.UNKNOWN)))
    .order_by(col(Outbox.id))
)
"""The letters that nobody waits for, the first first: to look for old ones among all of them would take the
longer the more there are."""
UNNEEDED = (
    Oldest(READ.with_only_columns(col(Inbox.received_at)).limit(1), INBOX_KEPT),
    Oldest(SETTLED.with_only_columns(col(Outbox.queued_at)).limit(1), OUTBOX_KEPT),
    uploads.OLDEST,
    drafts.OLDEST,
    threads.OLDEST,
)


async def housekeeping(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """Delete at most 500 old letters of each box; what was set aside or failed stays for people. A workbook
    that waited a day for its sender is forgotten, and so is what an ended one said; forms that nobody goes on
    with are wiped, as are messages to an officer that were not sent."""
    read = (await session.exec(READ.limit(BATCH))).all()
    settled = (await session.exec(SETTLED.limit(BATCH))).all()
    old_in = [number for number, at in read if at <= now - INBOX_KEPT]
    old_out = [number for number, at in settled if at <= now - OUTBOX_KEPT]
    ended, idle = await uploads.expire(session, now), await drafts.forget_idle(session, now)
    unsent = await threads.forget_old_drafts(session, now)
    if not old_in and not old_out and not ended and not idle and not unsent:
        return None
    await session.exec(delete(Inbox).where(col(Inbox.id).in_(old_in)))
    await session.exec(delete(Outbox).where(col(Outbox.id).in_(old_out)))
    return []
