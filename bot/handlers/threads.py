"""A client, or a child's guardian, writes to the officer here: words, a recording or a photo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, excuse_cards, help_calls, recordings, threads
from bot.domain.cases import OPEN_STATES
from bot.domain.messages import (
    Choice,
    Inbound,
    Kind,
    Line,
    Notice,
    Param,
    Refused,
    When,
    choice_numbers,
)
from bot.domain.people import Role
from bot.domain.threads import LEAST_WORDS
from bot.domain.worries import worth_reading
from bot.evidence import keep_picture
from bot.handlers import clients
from bot.storage import guardian_queries, queries
from bot.storage import threads as ask
from bot.storage.models import Case, Person
from bot.storage.threads import CARD, ThreadMessage
from bot.threads import Said

log = structlog.get_logger()

TOPIC = "message"
MORE = "message-more"
"""The question after a worry: what he still writes, says or shows joins it, and is no work."""
MORE_PATIENCE = timedelta(minutes=15)


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/pesan`, alone or with the words; a guardian of several children says first about whom."""
    if who.role is Role.GUARDIAN:
        wards = await guardian_queries.wards(session, who)
        if len(wards) > 1:
            choices = clients.buttons("message-ward", [clients.numbered(*row) for row in wards])
            return [Notice(to=who.id, key="message-which", choices=choices)]
        case = await own_case(session, who, wards[0][0].id if wards else 0)
    else:
        case = await threads.case_of(session, who)
    if inbound.kind is Kind.COMMAND and inbound.text.strip():
        return await send(session, who, case, Said(words=inbound.text), now)
    return await _ask(session, who, case, now)


async def by_ward(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """About which of several children a guardian writes."""
    return await _ask(session, who, await own_case(session, who, choice_numbers(inbound.text, 1)[0]), now)


async def answer(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Balas* under a message of the office."""
    found = await ask.locked_message(session, who.office_id, choice_numbers(inbound.text, 1)[0])
    if found is None or found[0].to_id != who.id:
        raise _not_yours(who)
    return await _ask(session, who, found[1], now)


async def _ask(session: AsyncSession, who: Person, case: Case, now: datetime) -> list[Notice]:
    await queries.ask_for_words(session, who, TOPIC, case.id, now)
    return [Notice(to=who.id, key="message-ask")]


async def said(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """What was asked for: words, a recording or a photo."""
    case = await own_case(session, who, about)
    return await send(session, who, case, await content(session, who, case, inbound), now)


async def more(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The same after a worry: nobody at the site hears or sees it. Of an album each photo comes by itself."""
    case = await own_case(session, who, about)
    return await _joined(session, who, case, await content(session, who, case, inbound), now)


async def about_excuse(
    session: AsyncSession, who: Person, case: Case, said: Said, days: tuple[date, date], now: datetime
) -> list[Notice]:
    """What he writes, says or shows under an answer to his excuse goes to whoever gave it, with its days."""
    office = await queries.office_of(session, case.office_id)
    span = excuse_cards.span(*days, office.zone)
    receipt, told = await send(session, who, case, said, now)
    receipt = replace(receipt, lines=(Line("message-about-excuse", span), *receipt.lines))
    return [receipt, _with_line(told, Line("message-about-excuse", span))]


def _with_line(told: Notice, line: Line) -> Notice:
    """The officer's notice with one line more below the writer's name."""
    return replace(told, lines=(told.lines[0], line, *told.lines[1:]))


async def placed(
    session: AsyncSession, who: Person, case_id: int, place: str, sent_at: datetime, now: datetime
) -> list[Notice]:
    """Where he is, after a worry: the officer opens it on a map, and in the thread the numbers stay."""
    case = await own_case(session, who, case_id)
    office = await queries.office_of(session, case.office_id)
    receipt, told = await _joined(session, who, case, Said(words=place), now)
    params: dict[str, Param] = {"at": When(sent_at, office.zone), "place": place}
    return [receipt, _with_line(told, Line("call-card-place", params))]


async def content(session: AsyncSession, who: Person, case: Case, inbound: Inbound) -> Said:
    """It is for the officer: a photo shows no work, and is compared with nothing. Raises Refused for a photo
    that cannot be read."""
    if inbound.kind is Kind.VOICE:
        return Said(voice_id=(await recordings.keep(session, who, inbound, case)).id)
    if inbound.photo is None:
        return Said(words=inbound.text)
    if inbound.photo.problem:
        raise Refused(f"photo-problem-{inbound.photo.problem.value.replace('_', '-')}")
    photo = await keep_picture(session, case.office_id, inbound, case_id=case.id)
    return Said(words=inbound.text, photo_id=photo.id)


async def offered(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, otherwise: list[Notice]
) -> list[Notice]:
    """Words that mean nothing here are not lost: one tap sends them to the officer. What may be a worry goes
    to him at once, for no machine answers one alone."""
    if len(inbound.text.split()) < LEAST_WORDS and not worth_reading([inbound.text]):
        return otherwise
    if who.role is Role.GUARDIAN:
        return await _of_guardian(session, who, inbound, now, otherwise)
    try:
        case = await threads.case_of(session, who)
    except Refused:
        return otherwise
    message = await threads.draft(session, case, who, Said(words=inbound.text), now=now)
    if message.worrying:
        return await _sent(session, who, case, message, now)
    send = Choice(f"message-send:{message.id}", "choice-message-send")
    first, *others = otherwise
    lines = (*first.lines, Line("message-offer"))
    return [replace(first, lines=lines, choices=(*first.choices, send), ask=None), *others]


async def _of_guardian(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, otherwise: list[Notice]
) -> list[Notice]:
    """A guardian's worry goes to the officer at once, with the numbers for any hour below; where he has
    several children under guidance he says first about whom, and writes it there."""
    if not worth_reading([inbound.text]):
        return otherwise
    wards = await guardian_queries.wards(session, who)
    numbers = await _numbers(session, who)
    if len(wards) == 1:
        case = await own_case(session, who, wards[0][0].id)
        first, *told = await send(session, who, case, Said(words=inbound.text), now)
        return [replace(first, lines=(*first.lines, numbers)), *told]
    drafts = []
    for ward, child in wards:
        if ward.officer_id is not None:
            draft = await threads.draft(session, ward, who, Said(words=inbound.text), now=now)
            drafts.append(Choice(f"message-send:{draft.id}", "choice-name", {"name": child.shown}))
    if not drafts:
        return otherwise
    return [Notice(to=who.id, key="message-which-worry", lines=(numbers,), choices=tuple(drafts))]


async def _numbers(session: AsyncSession, who: Person) -> Line:
    office = await queries.office_of(session, who.office_id)
    return Line("call-numbers", {"numbers": help_calls.numbers(office)})


async def send_draft(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Kirim ke PK*: what he wrote goes as it is."""
    found = await ask.locked_message(session, who.office_id, choice_numbers(inbound.text, 1)[0])
    if found is None or found[0].author_id != who.id:
        raise _not_yours(who)
    message, case = found
    return await _sent(session, who, case, message, now)


async def send(session: AsyncSession, who: Person, case: Case, said: Said, now: datetime) -> list[Notice]:
    await queries.forget_question(session, who)
    return await send_beside(session, who, case, said, now)


async def send_beside(
    session: AsyncSession, who: Person, case: Case, said: Said, now: datetime
) -> list[Notice]:
    """The same, and what was asked meanwhile is still asked."""
    message = await threads.draft(session, case, who, said, now=now)
    return await _sent(session, who, case, message, now)


async def _sent(
    session: AsyncSession, who: Person, case: Case, message: ThreadMessage, now: datetime
) -> list[Notice]:
    if message.worrying and who.role is Role.CLIENT:
        await queries.ask_for_words(session, who, MORE, case.id, now)
    await threads.send(session, case, message, who, now)
    told = await threads.for_officer(session, case, message, who)
    return [await threads.receipt(session, message, who, now), told]


async def _joined(session: AsyncSession, who: Person, case: Case, said: Said, now: datetime) -> list[Notice]:
    """It belongs to the worry before it, whatever words it has, and so does what follows."""
    message = await threads.draft(session, case, who, said, now=now)
    message.worrying = True
    _, told = await _sent(session, who, case, message, now)
    ask = await cards.keyboard(session, who, now)
    return [Notice(to=who.id, key="message-added", ask=ask, card=f"{CARD}{message.id}"), told]


async def own_case(session: AsyncSession, who: Person, case_id: int) -> Case:
    """A case of this client, or of a child for whom this guardian answers, locked. Raises Refused."""
    case = await queries.locked_case(session, who.office_id, case_id)
    mine = case is not None and who.id == (case.guardian_id if who.role is Role.GUARDIAN else case.client_id)
    if case is None or not mine:
        raise _not_yours(who)
    if case.officer_id is None or (who.role is Role.GUARDIAN and case.state not in OPEN_STATES):
        office = await queries.office_of(session, case.office_id)
        raise Refused("message-nobody", contact=office.contact)
    return case


def _not_yours(who: Person) -> Refused:
    log.warning("refused.not_yours", person=who.id, role=who.role)
    return Refused("not-yours")
