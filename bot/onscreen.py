"""What is already on a phone's screen: older copies of a card, whose buttons are out of date."""

from __future__ import annotations

from dataclasses import replace

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import (
    Address,
    Notice,
    Show,
    choices_from_json,
    lines_from_json,
    params_from_json,
)
from bot.storage.post import Outbox, OutboxState


async def retired(session: AsyncSession, notice: Notice, address: Address) -> Notice | None:
    """The last message of this card without its buttons, if it has any: a new one is about to follow."""
    row = await _last(session, address, card=notice.card)
    if row is None or not choices_from_json(row.content["choices"]):
        return None
    return Notice(
        to=notice.to,
        key=row.content["key"],
        params=params_from_json(row.content["params"]),
        lines=lines_from_json(row.content["lines"]),
        show=Show.EDIT_ONLY,
        at=row.message,
    )


async def beside_the_edit(
    session: AsyncSession, notice: Notice, address: Address, tapped: str
) -> Notice | None:
    """What to show besides an edit of the card's last message, when the tap was made elsewhere: nobody sees
    a change further down or up. An older copy of the card shows the same, and loses its buttons; under any
    other message a short sentence follows."""
    if not tapped or not notice.card or notice.show is not Show.EDIT:
        return None
    current = await _last(session, address, card=notice.card)
    if current is None or current.message == tapped:
        return None
    under = await _last(session, address, message=tapped)
    if under is not None and under.card == notice.card:
        return replace(notice, choices=(), media="", card="", show=Show.EDIT_ONLY, at=tapped)
    return Notice(to=notice.to, key=notice.toast.key, params=notice.toast.params) if notice.toast else None


async def queued_once(session: AsyncSession, once: str) -> bool:
    """Whether the message that would replace it was queued before."""
    return (await session.exec(select(Outbox.id).where(Outbox.once == once))).first() is not None


async def _last(
    session: AsyncSession, address: Address, *, card: str = "", message: str = ""
) -> Outbox | None:
    """The newest row of a card, or of a message, that arrived."""
    which = Outbox.message == message if message else Outbox.card == card
    query = (
        select(Outbox)
        .where(Outbox.channel == address.channel, Outbox.external_id == address.id, which)
        .where(Outbox.state == OutboxState.SENT)
        .order_by(col(Outbox.id).desc())
        .limit(1)
    )
    return (await session.exec(query)).first()
