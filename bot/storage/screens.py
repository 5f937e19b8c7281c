"""What stands on a phone's screen: the buttons that a typed number or word may mean."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from bot.domain.messages import Address, Show
from bot.storage.post import Outbox, OutboxState

ARRIVED = (OutboxState.SENT, OutboxState.SENDING, OutboxState.UNKNOWN)
IN_ONE_ANSWER = 4
"""Messages that are looked at: one answer may be a greeting with its button, then a keyboard, then news."""

RECENT = timedelta(days=1)
"""How far back a word of a button is looked for."""
LOOKED_AT = 60


async def last_with_choices(session: AsyncSession, address: Address) -> Outbox | None:
    """The last message to an address that offered choices; None where something else was said since. What
    one answer says in several messages counts as one. What changed by itself further up, as a code that
    renews itself, was not said last."""
    last = _newest(address).where(_show() == Show.NEW.value).limit(1).subquery()
    said = or_(
        _show() != Show.EDIT_ONLY.value, col(Outbox.message) == select(last.c.message).scalar_subquery()
    )
    rows = (await session.exec(_newest(address).where(said).limit(IN_ONE_ANSWER))).all()
    return next((row for row in rows if row.content["choices"] and _with(rows[0], row)), None)


async def question_under(session: AsyncSession, last: Outbox, asked_at: datetime) -> Outbox | None:
    """The question of that moment with its buttons, where the last message came by itself and slid in below
    it; None where he is being answered, or it is of the same card."""
    if last.rank == 0:
        return None
    address = Address(last.channel, last.external_id)
    query = _newest(address).where(Outbox.rank == 0, Outbox.id < last.id, Outbox.queued_at >= asked_at)
    row = (await session.exec(query.limit(1))).first()
    if row is None or not row.content["choices"] or (row.card and row.card == last.card):
        return None
    return row


async def came_in(session: AsyncSession, person_id: int, since: datetime) -> bool:
    """Whether something reached a person after that moment that was no answer to what he did himself."""
    query = (
        select(Outbox.id)
        .where(Outbox.person_id == person_id, Outbox.rank != 0, Outbox.queued_at > since)
        .where(col(Outbox.state).in_(ARRIVED), _show() != Show.EDIT_ONLY.value)
        .limit(1)
    )
    return (await session.exec(query)).first() is not None


async def still_open(
    session: AsyncSession, address: Address, since: datetime, person_id: int | None
) -> Sequence[Outbox]:
    """The messages since then, newest first, that still show buttons: of each message and each card only what
    stands there now. With a person only those for him."""
    query = _newest(address).where(Outbox.queued_at >= since)
    if person_id is not None:
        query = query.where(Outbox.person_id == person_id)
    found, seen = [], set[str]()
    for row in (await session.exec(query.limit(LOOKED_AT))).all():
        names = {f"message {row.message}", f"card {row.card}"} - {"message ", "card "}
        if row.content["choices"] and not names & seen:
            found.append(row)
        seen |= names
    return found


async def page_on_screen(session: AsyncSession, person_id: int, card: str) -> int:
    """The page of a long list that a person looks at: the one that was queued last, else the first."""
    query = (
        select(Outbox)
        .where(Outbox.person_id == person_id, Outbox.card == card)
        .where(col(Outbox.state).not_in([OutboxState.DROPPED, OutboxState.FAILED]))
        .order_by(col(Outbox.id).desc())
        .limit(1)
    )
    row = (await session.exec(query)).first()
    number = row.content["params"].get("page") if row else None
    return number if isinstance(number, int) else 0


def _with(last: Outbox, row: Outbox) -> bool:
    """Whether a message is the last, or stands right above it as a part of the same answer; an edit stands
    wherever its message does."""
    together = (row.queued_at, row.rank) == (last.queued_at, last.rank)
    return row is last or (together and row.content["show"] == Show.NEW)


def _show() -> ColumnElement[str]:
    show: ColumnElement[str] = col(Outbox.content)["show"].as_string()
    return show


def _newest(address: Address) -> SelectOfScalar[Outbox]:
    return (
        select(Outbox)
        .where(Outbox.channel == address.channel, Outbox.external_id == address.id)
        .where(col(Outbox.state).in_(ARRIVED))
        .order_by(col(Outbox.id).desc())
    )
