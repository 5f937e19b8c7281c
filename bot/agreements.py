"""*Setuju* to the notice of data use (UU 27/2022 Pasal 21): a fact of the person, with version, time and
channel."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.consents import NOTICE_VERSION
from bot.storage.consent_queries import DECLINED
from bot.storage.events import append, person_stream, told_by
from bot.storage.models import Event, Person
from bot.storage.phones import via_of

AGREED = "notice_agreed"
UNDONE = "notice_agreement_undone"
"""Somebody else had pressed for him on a shared phone."""
ON_A_SHARED_PHONE = "shared_phone"
"""Why no second factor was asked for: whoever declared the phone let it in, and says who may use it."""


async def keep(
    session: AsyncSession, person: Person, channel: str, *, agreed_at: datetime, now: datetime, reason: str
) -> None:
    """Write an agreement down. `reason` is what showed who it was. The caller has locked the person."""
    await _note(session, person, AGREED, channel, agreed_at, now, reason)


async def stands(session: AsyncSession, person: Person) -> bool:
    """Whether somebody has agreed to the notice in the words that it has now."""
    last = await _last(session, person)
    return last is not None and last.kind == AGREED and told_by(last).get("version") == NOTICE_VERSION


async def decline(session: AsyncSession, person: Person, channel: str, now: datetime) -> bool:
    """His no on a shared phone, and whether it is news: said again it changes nothing."""
    last = await _last(session, person)
    if last is not None and last.kind == DECLINED:
        return False
    await _note(session, person, DECLINED, channel, now, now, ON_A_SHARED_PHONE)
    return True


async def undo_since(session: AsyncSession, person: Person, began_at: datetime, now: datetime) -> None:
    """Somebody else had chosen this name on the shared phone that speaks now: what was agreed to on it since
    then counts for nothing, and the notice is shown again."""
    last, via = await _last(session, person), via_of(session)
    if last is None or via is None or last.kind != AGREED or last.recorded_at < began_at:
        return
    if told_by(last).get("phone", {}).get("id") == via.phone_id:
        await _note(session, person, UNDONE, via.channel, now, now, ON_A_SHARED_PHONE)


async def _last(session: AsyncSession, person: Person) -> Event | None:
    query = (
        select(Event)
        .where(Event.office_id == person.office_id, Event.stream == person_stream(person.id))
        .where(col(Event.kind).in_([AGREED, UNDONE, DECLINED]))
        .order_by(col(Event.seq).desc())
        .limit(1)
    )
    return (await session.exec(query)).first()


async def _note(
    session: AsyncSession,
    person: Person,
    kind: str,
    channel: str,
    happened_at: datetime,
    now: datetime,
    reason: str,
) -> None:
    await append(
        session,
        office_id=person.office_id,
        stream=person_stream(person.id),
        kind=kind,
        actor_id=None if kind == DECLINED else person.id,
        payload={"version": NOTICE_VERSION, "channel": channel},
        happened_at=happened_at,
        now=now,
        reason=reason,
    )
