"""A location that a client sends with his call for help: officer and head see it, and nobody at the site."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlmodel import col, delete
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import help_calls as steps
from bot.domain.checkins import Meaning, Shows
from bot.domain.help_calls import STANDING, HelpState, is_recent
from bot.domain.messages import Choice, Inbound, Kind, Label, Notice, Refused, Show, choice_numbers
from bot.domain.places import Circle, metres_between
from bot.evidence import keep_aside
from bot.handlers import checkin, help_calls
from bot.handlers.begun_elsewhere import where_he_works
from bot.handlers.day import Day, day_of
from bot.storage import flags, queries
from bot.storage.at_work import self_at_work
from bot.storage.help_calls import HelpCall
from bot.storage.models import Evidence, Person
from bot.storage.phones import Assistance
from bot.storage.positions import point_of

MOVED_M = 50
"""A live location is shown anew when it lies so far from where it was shown."""


async def location(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """While a call is being said, or soon after it was, his place belongs to it. Where work is due at that
    moment he says which of the two it is; the location is kept meanwhile."""
    call, case = await help_calls.own(session, who, about)
    if call.state is not HelpState.DRAFT and not _belongs(call, now):
        await queries.forget_question(session, who)
        return await where_he_works(checkin.location)(session, who, inbound, now)
    due = call.state is not HelpState.DRAFT and await work_is_due(session, who, inbound)
    kept = await keep_aside(session, case, inbound, shows=Shows.TROUBLE)
    if not due:
        call.place_id = kept.id
        return await help_calls.told(session, who, case, call, now)
    choices = (
        Choice(f"help-place:{call.id}:{kept.id}", "choice-help-place"),
        Choice(f"help-work:{call.id}:{kept.id}", "choice-help-work"),
    )
    return [Notice(to=who.id, key="call-place-which", choices=choices)]


def _belongs(call: HelpCall, now: datetime) -> bool:
    return call.state in STANDING and is_recent(call.called_at, now)


async def work_is_due(session: AsyncSession, who: Person, inbound: Inbound) -> bool:
    """Whether the same location would begin a session of today, or end what has reached its end."""
    try:
        day = await day_of(session, await self_at_work(session, who, inbound.sent_at), inbound)
    except Refused:
        return False
    if not isinstance(day, Day):
        return False
    return day.meaning is Meaning.FINISH or (day.meaning is Meaning.START and day.planned is not None)


async def moves(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """A later position of a live location that belongs to the call; any other is about work."""
    call, case = await help_calls.own(session, who, about)
    before = await session.get(Evidence, call.place_id) if call.place_id else None
    if before is None or not before.live or call.state not in STANDING:
        return await where_he_works(checkin.live)(session, who, inbound, now)
    here, there = inbound.point, point_of(before)
    if here is None or there is None:
        return []
    metres = metres_between((here.latitude, here.longitude), Circle(there.latitude, there.longitude, 0))
    if metres is not None and metres < MOVED_M:
        return []
    call.place_id = (await keep_aside(session, case, inbound, shows=Shows.TROUBLE)).id
    return await steps.cards_for(session, case, call, now, show=Show.EDIT_ONLY)


async def for_help(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Untuk bantuan*: the place goes with the call."""
    call_id, evidence_id = choice_numbers(inbound.text, 2)
    call, case = await help_calls.own(session, who, call_id)
    if call.state not in STANDING:
        raise Refused("call-is-over")
    kept = await kept_place(session, who, evidence_id)
    call.place_id = kept.id
    return await help_calls.told(session, who, case, call, now)


async def for_work(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Untuk kerja*: it counts from when it was sent, and is no part of the call."""
    call_id, evidence_id = choice_numbers(inbound.text, 2)
    call, _ = await help_calls.own(session, who, call_id)
    kept = await kept_place(session, who, evidence_id)
    if call.place_id == kept.id:
        raise Refused("call-place-sent")
    question = await queries.question_to(session, who)
    if question is not None and question.topic == help_calls.MORE:
        await queries.forget_question(session, who)  # the photos that follow show his work
    return await as_work(session, who, kept, inbound, now)


async def as_work(
    session: AsyncSession, who: Person, kept: Evidence, inbound: Inbound, now: datetime
) -> list[Notice]:
    """A location that was kept aside is about work after all: as if it came only now, with its own time."""
    sent = replace(
        inbound,
        kind=Kind.LOCATION,
        text="",
        point=point_of(kept),
        sent_at=kept.sent_at,
        labels=frozenset(Label(one) for one in kept.labels),
        message=kept.message,
        live=kept.live,
    )
    await flags.forget_about(session, [kept.id])
    await session.exec(delete(Assistance).where(col(Assistance.evidence_id) == kept.id))
    await session.delete(kept)
    await session.flush()
    return await where_he_works(checkin.location)(session, who, sent, now)


async def kept_place(session: AsyncSession, who: Person, evidence_id: int) -> Evidence:
    """The location that was asked about. Raises Refused where it has gone to work, or is not his."""
    kept = await session.get(Evidence, evidence_id)
    if kept is not None and (kept.client_id != who.id or kept.photo_id is not None):
        raise Refused("not-yours")
    if kept is None or kept.attendance_id is not None:
        raise Refused("call-place-gone")
    return kept
