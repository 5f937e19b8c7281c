"""What stands on a phone's screen: the buttons that a typed number or word may mean."""

from __future__ import annotations

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from bot.domain.messages import Address, Show
from bot.storage.post import Outbox, OutboxState

ARRIVED = (OutboxState.SENT, OutboxState.SENDING, OutboxState.UNKNOWN)
IN_ONE_ANSWER = 4
"""Messages that are looked at: one answer may be a greeting with its button, then a keyboard, then news."""


async def last_with_choices(session: AsyncSession, address: Address) -> Outbox | None:
    """The last message to an address that offered choices; None where something else was said since. What
    one answer says in several messages counts as one."""
    rows = (await session.exec(_newest(address).limit(IN_ONE_ANSWER))).all()
    return next((row for row in rows if row.content["choices"] and _with(rows[0], row)), None)


def _with(last: Outbox, row: Outbox) -> bool:
    """Whether a message is the last, or stands right above it as a part of the same answer; an edit stands
    wherever its message does."""
    return row is last or (row.queued_at == last.queued_at and row.content["show"] == Show.NEW)


def _newest(address: Address) -> SelectOfScalar[Outbox]:
    return (
        select(Outbox)
        .where(Outbox.channel == address.channel, Outbox.external_id == address.id)
        .where(col(Outbox.state).in_(ARRIVED))
        .order_by(col(Outbox.id).desc())
    )
