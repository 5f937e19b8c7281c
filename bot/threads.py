"""Messages between a client and whoever guides him, as they are written, sent, read and answered.

No number and no account is shown to the other: both write to Hadir.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.answers import whole
from bot.domain.cases import CaseState, local_day
from bot.domain.hours import EventKind
from bot.domain.messages import Choice, Line, Notice, Param, Refused, Show, When
from bot.domain.people import Role
from bot.domain.quiet_hours import relative_day
from bot.domain.reports import midday
from bot.domain.threads import AWAKE, FAR_ENOUGH, LONGEST_WORDS, Side, Template, answer_on
from bot.domain.worries import worth_reading
from bot.orders import calendar_of
from bot.quiet_hours import morning_of
from bot.storage import queries, threads
from bot.storage.events import record
from bot.storage.help_calls import standing_of
from bot.storage.models import Case, Person
from bot.storage.phones import via_of
from bot.storage.threads import CARD, Arrived, ThreadMessage


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a message says: words, one of the ready sentences, a photo or a recording."""

    words: str = ""
    template: Template | None = None
    photo_id: int | None = None
    voice_id: int | None = None


async def case_of(session: AsyncSession, client: Person) -> Case:
    """The case that a client's message is about, locked. Raises Refused where nobody guides him."""
    known = [*await queries.open_cases(session, client), *await queries.closed_cases(session, client)]
    guided = [one for one in known if one.officer_id is not None]
    first = next((one for one in guided if one.state is CaseState.ACTIVE), guided[0] if guided else None)
    office = await queries.office_of(session, client.office_id)
    if first is None:
        raise Refused("message-nobody", contact=office.contact)
    case = await queries.locked_case(session, client.office_id, first.id)
    assert case is not None  # noqa: S101  (it was just read)
    return case


async def answered_case(session: AsyncSession, who: Person, arrived: Arrived) -> int:
    """The case that an answer to the office's message is about. Raises Refused where nobody guides him."""
    return arrived.message.case_id if arrived.message else (await case_of(session, who)).id


async def draft(
    session: AsyncSession, case: Case, author: Person, said: Said, *, to: Person | None = None, now: datetime
) -> ThreadMessage:
    """A message that nobody reads before it is sent; an earlier one that was not sent is forgotten."""
    await threads.forget_drafts(session, author)
    side = Side.OFFICE if to else Side.CLIENT if author.id == case.client_id else Side.GUARDIAN
    via = via_of(session)
    message = ThreadMessage(
        office_id=case.office_id,
        case_id=case.id,
        client_id=case.client_id,
        side=side,
        author_id=author.id,
        to_id=to.id if to else None,
        words=whole(said.words.strip(), LONGEST_WORDS),
        template=said.template.value if said.template else "",
        photo_id=said.photo_id,
        voice_id=said.voice_id,
        phone=via.label if via else "",
        worrying=side is not Side.OFFICE and worth_reading([said.words]),
        written_at=now,
    )
    session.add(message)
    await session.flush()
    return message


async def send(
    session: AsyncSession, case: Case, message: ThreadMessage, author: Person, now: datetime
) -> None:
    """From now on it can be read. The fact says who wrote, not what. Raises Refused for one that was sent."""
    if message.sent_at is not None:
        raise Refused("message-was-sent")
    message.sent_at = now
    payload = {"message": message.id, "side": Side(message.side).value}
    await record(
        session, case, EventKind.MESSAGE_SENT, actor_id=author.id, payload=payload, happened_at=now, now=now
    )


async def read(
    session: AsyncSession,
    case: Case,
    by: Person,
    now: datetime,
    *,
    up_to: int,
    since: int = 0,
    of: Side | None = None,
) -> list[Notice]:
    """What this reader had before him, up to a message, was read: its writers see so, silently. `since`:
    what he saw on one screen comes after it. `of`: only what this side wrote, for an answer to a guardian is
    none to the child."""
    shown = await threads.shown_to(session, case, by, up_to=up_to, since=since)
    unread = [one for one in shown if of in (None, one.side)]
    for one in unread:
        one.read_by, one.read_at = by.id, now
    if unread:
        payload = {"messages": [one.id for one in unread]}
        await record(
            session, case, EventKind.MESSAGE_READ, actor_id=by.id, payload=payload, happened_at=now, now=now
        )
    return [
        Notice(to=one.author_id, key="message-read", card=f"{CARD}{one.id}", show=Show.EDIT_ONLY)
        for one in unread
    ]


async def receipt(session: AsyncSession, message: ThreadMessage, author: Person, now: datetime) -> Notice:
    """The writer hears that it is on its way, when an answer can be expected, and what to do where it cannot
    wait."""
    office = await queries.office_of(session, message.office_id)
    today = local_day(now, office.zone)
    calendar = await calendar_of(session, office.id, today, today + FAR_ENOUGH)
    day = answer_on(now, calendar, office.zone)
    lines = (
        []
        if day is None
        else [Line("message-answer-on", {"day": When(midday(day, office.zone), office.zone)})]
    )
    choices: tuple[Choice, ...] = ()
    if message.worrying and message.side is Side.CLIENT:
        lines += [Line("message-worrying"), Line("message-more")]
        choices = (Choice("help-call", "choice-help-call"),)
    return Notice(
        to=author.id,
        key="message-sent",
        lines=tuple(lines),
        choices=choices,
        ask=None if choices else await cards.keyboard(session, author, now),
        card=f"{CARD}{message.id}",
        show=Show.AGAIN,
    )


async def for_officer(
    session: AsyncSession, case: Case, message: ThreadMessage, author: Person, *, to: Person | None = None
) -> Notice:
    """A client's message to whoever guides him. Its first line says nothing: it shows on a lock screen."""
    client = await session.get_one(Person, case.client_id)
    name: dict[str, Param] = {"name": client.shown}
    by_guardian = message.side is Side.GUARDIAN
    whose = Line("message-by-guardian" if by_guardian else "message-by-client", name)
    lines = [whose, *content(message)]
    if message.phone:
        lines.append(Line("message-by-phone", {"phone": message.phone}))
    listen = (Choice(f"message-listen:{message.id}", "choice-voice-listen"),) if message.voice_id else ()
    return Notice(
        to=to.id if to else case.guide,
        key="message-to-read" if message.worrying else "message-new",
        lines=tuple(lines),
        choices=(
            Choice(f"message-reply:{message.id}", "choice-message-reply"),
            Choice(f"message-done:{message.id}", "choice-message-done"),
            *listen,
        ),
        media=f"photo:{message.photo_id}" if message.photo_id else "",
        card=f"{CARD}{message.id}",
    )


async def leaves_at(session: AsyncSession, case: Case, to: Person, now: datetime) -> When | None:
    """When the office's message reaches him, where it waits for the end of the quiet hours; None: at once,
    and always for somebody who has just written, or has called for help."""
    office = await queries.office_of(session, case.office_id)
    until = morning_of(office, now)
    if until is None or await threads.last_by(session, to, now - AWAKE) or await standing_of(session, case):
        return None
    return When(until, office.zone)


async def officers_receipt(
    session: AsyncSession,
    message: ThreadMessage,
    who: Person,
    to: Person,
    client: Person,
    morning: When | None,
    now: datetime,
) -> Notice:
    """The officer reads to whom it went, or when it will; a *besok* written at night means another day."""
    whom = "guardian" if to.role is Role.GUARDIAN else "office"
    params: dict[str, Param] = {"name": client.shown}
    lines: tuple[Line, ...] = ()
    if morning is not None:
        params["at"] = morning
        if word := relative_day(message.words):
            lines = (Line("message-names-day", {"word": word}),)
    return Notice(
        to=who.id,
        key=f"message-later-{whom}" if morning else f"message-sent-{whom}",
        params=params,
        lines=lines,
        ask=await cards.keyboard(session, who, now),
    )


def from_office(message: ThreadMessage, author: Person, to: Person, client: Person) -> Notice:
    """The office's message to a client or guardian, with the name of who writes and no number. A guardian may
    answer for several: whom it is about stands below the first line, which shows on a lock screen."""
    guardian = to.role is Role.GUARDIAN
    about = [Line("message-about-ward", {"by": author.shown, "name": client.shown})] if guardian else []
    return Notice(
        to=to.id,
        key="message-from-office-guardian" if guardian else "message-from-office",
        params={} if guardian else cards.greeting(to) | {"by": author.shown},
        lines=(*about, *content(message)),
        choices=(Choice(f"message-answer:{message.id}", "choice-message-reply"),),
        card=f"{CARD}{message.id}",
    )


def content(message: ThreadMessage) -> list[Line]:
    """What a message says, in lines."""
    if message.template:
        return [Line(f"template-{Template(message.template).value}")]
    lines = [Line("message-words", {"words": message.words})] if message.words else []
    if message.voice_id:
        lines.append(Line("message-is-voice"))
    if message.photo_id:
        lines.append(Line("message-is-photo"))
    return lines
