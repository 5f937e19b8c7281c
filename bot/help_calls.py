"""Calls for help as they are begun, sent, taken and closed, and who is told of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, help_call_cards
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
    await _record(session, case, call, EventKind.HELP_OUTCOME_ADDED, by, now)


async def addressed(session: AsyncSession, case: Case, now: datetime) -> Word | None:
    """To whom a call goes, as the client reads it: never to somebody whom nothing reaches. None: to nobody
    yet, and then no answer is promised."""
    roles = {one.role for one in await reached(session, case, now)}
    if not roles:
        return None
    if Role.HEAD in roles:
        return Word("call-to-both" if Role.OFFICER in roles else "call-to-head")
    return Word("call-to-officer")


async def receipt(
    session: AsyncSession,
    case: Case,
    call: HelpCall,
    key: str,
    now: datetime,
    *,
    nobody: str = "call-sent-nobody",
) -> Notice:
    """The client reads who knows, and until when a person answers; or that `nobody` could be reached yet, and
    whom to call instead. The numbers for any hour stand below either."""
    office = await queries.office_of(session, call.office_id)
    to = await addressed(session, case, now)
    params: dict[str, Param] = {"contact": office.contact}
    if to is not None:
        at = When(answer_by(call.called_at or now, office.help_minutes), office.zone)
        params = {"at": at, "to": to}
    return Notice(
        to=call.client_id,
        key=key if to is not None else nobody,
        params=params,
        lines=(Line("call-numbers", {"numbers": numbers(office)}),),
    )


def with_guardian(told: Notice, client: Person, case: Case, call: HelpCall) -> Notice:
    """A child is asked under what he hears of his call whether the guardian may know of it."""
    if not client.child or case.guardian_id is None:
        return told
    return replace(
        told,
        lines=(*told.lines, Line("call-ask-guardian")),
        choices=(
            Choice(f"help-tell-guardian:{call.id}", "choice-help-tell-guardian"),
            Choice(f"help-spare-guardian:{call.id}", "choice-help-spare-guardian"),
        ),
        ask=None,
    )


async def readers(session: AsyncSession, case: Case, now: datetime) -> list[Person]:
    """Whoever guides the case today, and the heads of the office; never anybody at the site."""
    people = {one.id: one for one in await queries.staff(session, case.office_id, Role.HEAD)}
    if case.officer_id is not None:
        officer = await session.get_one(Person, case.officer_id)
        guide = await leaves.guide_today(session, officer, now)
        people = {guide.id: guide, **people}
    return list(people.values())


async def reached(session: AsyncSession, case: Case, now: datetime) -> list[Person]:
    """Those of them to whom something can be written."""
    people = await readers(session, case, now)
    return [one for one in people if await account_queries.has_account(session, one)]


async def nobody_yet(session: AsyncSession, office_id: int) -> list[Notice]:
    """The operators hear that there is a call that nobody can read, and nothing else of it."""
    operators = await queries.staff(session, office_id, Role.OPERATOR)
    return [Notice(to=one.id, key="call-nobody") for one in operators]


async def cards_for(
    session: AsyncSession, case: Case, call: HelpCall, now: datetime, *, show: Show = Show.NEW
) -> list[Notice]:
    """The card to everybody who may answer; where nothing reaches any of them, the operators hear once that
    there is a call."""
    found = await readers(session, case, now)
    alone = show is Show.NEW and not await reached(session, case, now)
    told = await nobody_yet(session, case.office_id) if alone else []
    return [*told, *[await help_call_cards.card(session, call, one, show=show) for one in found]]


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
    people = await readers(session, case, now)
    found = [] if await reached(session, case, now) else await nobody_yet(session, case.office_id)
    headed = any(one.role is Role.HEAD for one in people)
    if call.asked == 1:
        found.append(await _late(session, case, call, now))
    for one in people:
        shown = await help_call_cards.card(session, call, one, show=Show.AGAIN)
        first = Line("call-card-waits", {"waited": Minutes(waited)})
        key = "call-unanswered-officer" if headed else "call-unanswered-alone"
        if one.role is Role.HEAD:
            key = "call-unanswered"
        found.append(_with(shown, key, first))
    return found


async def _late(session: AsyncSession, case: Case, call: HelpCall, now: datetime) -> Notice:
    """The client was promised a time that is over: he hears so, once, and whom he can call."""
    late = await receipt(session, case, call, "call-late", now, nobody="call-late-nobody")
    client = await session.get_one(Person, call.client_id)
    return replace(late, ask=await cards.keyboard(session, client, now))


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
