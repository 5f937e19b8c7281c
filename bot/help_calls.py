"""Calls for help as they are begun, sent, taken and closed, and the card that officer and head read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.answers import whole, with_more
from bot.domain.help_calls import STANDING, HelpKind, HelpState, answer_by, asked_again_at, sent_by_itself
from bot.domain.hours import EventKind
from bot.domain.messages import Choice, Line, Minutes, Notice, Param, Refused, Show, When, Word
from bot.domain.people import Role
from bot.storage import account_queries, help_calls, leaves, queries
from bot.storage.events import record
from bot.storage.help_calls import HelpCall, HelpPhoto, HelpVoice
from bot.storage.models import Case, Office, Person, Photo
from bot.storage.phones import via_of
from bot.storage.voices import VoiceNote

TOPIC = "help-call"
"""The question that waits for what happened; it stays for a while after the call has left without words."""
MORE = "help-more"
"""The question after a call was sent: what he still writes, says or shows belongs to it, and to no work."""
LONGEST_WORDS = 2000
"""Letters of one message."""
MOST_WORDS = 3000
"""Letters of a call with all that was added: its card is one message."""


def numbers(office: Office) -> Param:
    """Whom to call at any hour: the office's own words, or the country's numbers."""
    return office.emergency_contacts or Word("emergency-numbers")


async def begin(
    session: AsyncSession, case: Case, kind: HelpKind, *, site_id: int | None, now: datetime
) -> HelpCall:
    """A kind was pressed: without another word it leaves by itself after five minutes. Another kind pressed
    meanwhile corrects the first; it is one call."""
    begun = await help_calls.draft_of(session, case)
    if begun is not None:
        begun.kind, begun.site_id = kind, site_id
        return begun
    via = via_of(session)
    call = HelpCall(
        office_id=case.office_id,
        case_id=case.id,
        client_id=case.client_id,
        site_id=site_id,
        kind=kind,
        phone=via.label if via else "",
        begun_at=now,
        look_at=sent_by_itself(now),
    )
    session.add(call)
    await session.flush()
    return call


async def send(
    session: AsyncSession, case: Case, call: HelpCall, *, by: Person | None, now: datetime
) -> None:
    """From now on people know of it. The fact says that there was a call, not what was said. Without a
    person the clock sent it."""
    office = await queries.office_of(session, call.office_id)
    call.state, call.called_at = HelpState.OPEN, now
    call.look_at = asked_again_at(now, office.help_minutes, 0)
    await _record(session, case, call, EventKind.HELP_CALLED, by, now)


async def add(
    session: AsyncSession,
    call: HelpCall,
    *,
    words: str = "",
    voice: VoiceNote | None = None,
    photo: Photo | None = None,
) -> None:
    """Words, a recording or a photo that belong to a call. Raises Refused for one that is over."""
    if call.state in (HelpState.CLOSED, HelpState.DROPPED):
        raise Refused("call-is-over")
    if words:
        words = whole(words, LONGEST_WORDS)
        call.words = whole(with_more(call.words, words) if call.words else words, MOST_WORDS)
    if voice is not None:
        session.add(HelpVoice(office_id=call.office_id, call_id=call.id, voice_id=voice.id))
    if photo is not None:
        session.add(HelpPhoto(office_id=call.office_id, call_id=call.id, photo_id=photo.id))
    await session.flush()


def drop(call: HelpCall) -> None:
    """The client takes back what nobody has been told. Raises Refused once people know."""
    if call.state is not HelpState.DRAFT:
        raise Refused("call-was-sent")
    call.state, call.look_at = HelpState.DROPPED, None


async def take(session: AsyncSession, case: Case, call: HelpCall, *, by: Person, now: datetime) -> None:
    """*Saya tangani*; the caller looked whether it is open."""
    call.state, call.taken_by, call.taken_at, call.look_at = HelpState.TAKEN, by.id, now, None
    await _record(session, case, call, EventKind.HELP_TAKEN, by, now)


async def close(
    session: AsyncSession, case: Case, call: HelpCall, outcome: str, *, by: Person, now: datetime
) -> None:
    """What came of it, in words. Raises Refused for a call that is over."""
    if call.state not in STANDING:
        raise Refused("call-was-closed")
    call.state, call.closed_by, call.closed_at, call.look_at = HelpState.CLOSED, by.id, now, None
    call.outcome = outcome
    client = await session.get_one(Person, call.client_id)
    question = await queries.question_to(session, client)
    if question is not None and question.topic in (TOPIC, MORE) and question.about == call.id:
        await queries.forget_question(session, client)  # what he writes from now on is no part of it
    await _record(session, case, call, EventKind.HELP_CLOSED, by, now)


async def add_outcome(
    session: AsyncSession, case: Case, call: HelpCall, words: str, *, by: Person, now: datetime
) -> None:
    """Somebody else has closed it meanwhile: what this one knows stands below, with his name."""
    call.outcome = f"{call.outcome}\n{by.shown}: {words}"
    await _record(session, case, call, EventKind.HELP_CLOSED, by, now)


async def addressed(session: AsyncSession, case: Case, now: datetime) -> Word:
    """To whom a call goes, as the client reads it: never to a head who is not there."""
    roles = {one.role for one in await readers(session, case, now)}
    if Role.HEAD in roles:
        return Word("call-to-both" if Role.OFFICER in roles else "call-to-head")
    return Word("call-to-officer" if roles else "call-to-office")


async def readers(session: AsyncSession, case: Case, now: datetime) -> list[Person]:
    """Whoever guides the case today, and the heads of the office; never anybody at the site."""
    people = {one.id: one for one in await queries.staff(session, case.office_id, Role.HEAD)}
    if case.officer_id is not None:
        officer = await session.get_one(Person, case.officer_id)
        guide = await leaves.guide_today(session, officer, now)
        people = {guide.id: guide, **people}
    return list(people.values())


async def cards_for(
    session: AsyncSession, case: Case, call: HelpCall, now: datetime, *, show: Show = Show.NEW
) -> list[Notice]:
    """The card to everybody who may answer; where an office has nobody yet, its operator hears that much."""
    found = await readers(session, case, now)
    if not found:
        operators = await queries.staff(session, case.office_id, Role.OPERATOR)
        return [Notice(to=one.id, key="call-nobody") for one in operators]
    return [await card(session, call, one, show=show) for one in found]


async def card(session: AsyncSession, call: HelpCall, to: Person, *, show: Show = Show.NEW) -> Notice:
    """One call as it stands. Its first line says nothing: it shows on a lock screen."""
    client = await session.get_one(Person, call.client_id)
    office = await queries.office_of(session, call.office_id)
    voices = await help_calls.voices_of(session, call)
    photos = await help_calls.photos_of(session, call)
    who = Line("call-card-who", {"name": client.shown, "code": client.code})
    lines = [
        Line("call-card-who-child", {"code": client.code}) if client.secret else who,
        Line("call-card-kind", {"kind": Word(f"call-kind-{HelpKind(call.kind).value}")}),
        Line("call-card-at", {"at": When(call.called_at or call.begun_at, office.zone)}),
    ]
    if call.site_id is not None:
        site = await queries.site_of(session, call.office_id, call.site_id)
        lines.append(Line("call-card-site", {"site": site.name}))
    if call.phone:
        lines.append(Line("call-card-phone", {"phone": call.phone}))
    lines.append(_said(call, voices, photos))
    if client.child:
        told = "yes" if call.guardian_told else "no" if call.guardian_told is False else "unasked"
        lines.append(Line(f"call-card-guardian-{told}"))
    if client.phone and not (client.child and to.role is Role.HEAD):
        lines.append(Line("client-card-phone", {"phone": client.phone}))
    if call.state in STANDING and not await account_queries.has_account(session, client):
        lines.append(Line("call-card-unreachable"))
    lines += await _stands(session, call, office)
    return Notice(
        to=to.id,
        key="call-card",
        lines=tuple(lines),
        choices=_choices(call, voices, photos),
        media=f"photo:{photos[-1].id}" if photos and photos[-1].key else "",
        card=f"help:{call.id}",
        show=show,
    )


def _said(call: HelpCall, voices: Sequence[VoiceNote], photos: Sequence[Photo]) -> Line:
    if call.words:
        return Line("call-card-words", {"words": call.words})
    if photos and not voices:
        return Line("call-card-photo")
    return Line("call-card-voice" if voices else "call-card-silent")


async def _stands(session: AsyncSession, call: HelpCall, office: Office) -> list[Line]:
    lines = []
    if call.taken_by is not None and call.taken_at is not None:
        taker = await session.get_one(Person, call.taken_by)
        at = When(call.taken_at, office.zone)
        lines.append(Line("call-card-taken", {"by": taker.shown, "at": at}))
    if call.closed_by is not None and call.closed_at is not None:
        closer = await session.get_one(Person, call.closed_by)
        at = When(call.closed_at, office.zone)
        closed: dict[str, Param] = {"by": closer.shown, "at": at, "outcome": call.outcome}
        lines.append(Line("call-card-closed", closed))
    if call.state is HelpState.OPEN and call.called_at is not None:
        until = When(answer_by(call.called_at, office.help_minutes), office.zone)
        lines.append(Line("call-card-until", {"at": until}))
    return lines


def _choices(call: HelpCall, voices: Sequence[VoiceNote], photos: Sequence[Photo]) -> tuple[Choice, ...]:
    first = {
        HelpState.OPEN: (Choice(f"help-take:{call.id}", "choice-help-take"),),
        HelpState.TAKEN: (Choice(f"help-close:{call.id}", "choice-help-close"),),
    }.get(call.state, ())
    stop = Choice(f"help-stop:{call.id}", "choice-help-stop")
    stops = (stop,) if call.site_id is not None and call.state in STANDING else ()
    listen = Choice(f"help-listen:{call.id}", "choice-voice-listen")
    look = Choice(f"help-look:{call.id}", "choice-help-look")
    return (*first, *stops, *((listen,) if voices else ()), *((look,) if photos else ()))


SHOWN_ON_CARD = 3


async def on_client_card(
    session: AsyncSession, who: Person, case: Case, now: datetime
) -> tuple[list[Line], tuple[Choice, ...]]:
    """The latest calls, on the client's card, with a button to the newest; for whoever may answer one, and
    nobody else."""
    if not await help_calls.may_answer(session, who, case, now):
        return [], ()
    found = await help_calls.of_case(session, case, SHOWN_ON_CARD)
    office = await queries.office_of(session, case.office_id)
    lines = []
    for call in found:
        at = When(call.called_at or call.begun_at, office.zone)
        kind = Word(f"call-kind-{HelpKind(call.kind).value}")
        state = Word(f"call-state-{HelpState(call.state).value}")
        lines.append(Line("call-on-card", {"at": at, "kind": kind, "state": state}))
        if call.outcome:
            lines.append(Line("call-on-card-outcome", {"outcome": call.outcome}))
    return lines, tuple(Choice(f"help-show:{call.id}", "choice-help-show") for call in found[:1])


async def told_client(session: AsyncSession, call: HelpCall, key: str, by: Person, now: datetime) -> Notice:
    """The client hears that a person has it, or that it is done, and who; never what was written about it."""
    client = await session.get_one(Person, call.client_id)
    ask = await cards.keyboard(session, client, now)
    return Notice(to=client.id, key=key, params=cards.greeting(client) | {"by": by.shown}, ask=ask)


async def ask_again(session: AsyncSession, case: Case, call: HelpCall, now: datetime) -> list[Notice]:
    """Nobody has taken it: the heads are asked by name, at any hour, and whoever guides the case too."""
    office = await queries.office_of(session, call.office_id)
    assert call.called_at is not None  # noqa: S101  (it is open)
    call.asked += 1
    call.look_at = asked_again_at(call.called_at, office.help_minutes, call.asked)
    waited = int((now - call.called_at).total_seconds() // 60)
    found = []
    people = await readers(session, case, now)
    headed = any(one.role is Role.HEAD for one in people)
    for one in people:
        shown = await card(session, call, one, show=Show.AGAIN)
        first = Line("call-card-waits", {"waited": Minutes(waited)})
        key = "call-unanswered-officer" if headed else "call-unanswered-alone"
        if one.role is Role.HEAD:
            key = "call-unanswered"
        found.append(_with(shown, key, first))
    return found


def _with(card: Notice, key: str, first: Line) -> Notice:
    return replace(card, key=key, lines=(first, *card.lines))


async def _record(
    session: AsyncSession,
    case: Case,
    call: HelpCall,
    kind: EventKind,
    by: Person | None,
    now: datetime,
) -> None:
    actor = by.id if by else None
    await record(session, case, kind, actor_id=actor, payload={"call": call.id}, happened_at=now, now=now)
