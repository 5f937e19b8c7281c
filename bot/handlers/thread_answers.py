"""An officer reads what a client wrote to him, answers, or writes first: in words or a ready sentence."""

from __future__ import annotations

import re
from datetime import datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, threads
from bot.domain.messages import Choice, Inbound, Notice, Param, Refused, Show, When, choice_numbers
from bot.domain.threads import Side, Template
from bot.handlers import clients
from bot.storage import account_queries, leaves, queries
from bot.storage import threads as ask
from bot.storage.models import Case, Person
from bot.storage.threads import ThreadMessage
from bot.storage.voices import voice_by_id
from bot.threads import Said

log = structlog.get_logger()

TOPIC = "message-to"
_CODE_AND_WORDS = re.compile(r"([a-z]+-?\d+)[:,]?\s+(.+)", re.IGNORECASE | re.DOTALL)


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/pesan NAME`, or the code; after a code the words themselves may stand."""
    coded = _CODE_AND_WORDS.fullmatch(inbound.text.strip())
    wanted, words = coded.groups() if coded else (inbound.text, "")
    found = await clients.called(session, who, wanted, command="/pesan", entry="message-to", now=now)
    if isinstance(found, Notice):
        return [found]
    case, client = await clients.own(session, who, found[0].id, now)
    if not words:
        return await _ask(session, who, case, client, now)
    await _check_reached(session, client)
    return await _write(session, who, case.id, client.id, Said(words=words), now)


async def by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Kirim pesan* on a client's card, or his name in a list: to the client himself."""
    case, client = await clients.own(session, who, choice_numbers(inbound.text, 1)[0], now)
    return await _ask(session, who, case, client, now)


async def reply(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Balas*: to whoever wrote, the client or his guardian."""
    message, case = await _theirs(session, who, choice_numbers(inbound.text, 1)[0], now)
    return await _ask(session, who, case, await _other(session, case, message), now)


async def _ask(session: AsyncSession, who: Person, case: Case, to: Person, now: datetime) -> list[Notice]:
    """The last of the thread, the ready sentences, and the question. Raises Refused where nothing could be
    delivered: then the officer must know."""
    await _check_reached(session, to)
    await queries.ask_for_words(session, who, TOPIC, case.id, now, to.id)
    choices = tuple(
        Choice(f"message-template:{case.id}:{to.id}:{one.value}", f"choice-template-{one.value}")
        for one in Template
    )
    lines = tuple(await threads.thread(session, case))
    return [
        Notice(to=who.id, key="message-ask-office", params={"name": to.shown}, lines=lines, choices=choices)
    ]


async def _check_reached(session: AsyncSession, to: Person) -> None:
    if not await account_queries.has_account(session, to):
        raise Refused("message-unreachable", name=to.shown)


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The words, to the person who was asked about."""
    question = await queries.question_to(session, who)
    to_id = question.step if question else 0
    return await _write(session, who, about, to_id, Said(words=inbound.text), now)


async def by_template(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """One of the ready sentences."""
    case_id, to_id = choice_numbers(inbound.text, 2)
    word = inbound.text.split(":")[3:4]
    if not word or word[0] not in set(Template):
        raise Refused("choice-unknown")
    return await _write(session, who, case_id, to_id, Said(template=Template(word[0])), now)


async def by_reply(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime
) -> list[Notice] | None:
    """Words that reply to a client's message on the screen; None where they reply to nothing of the kind."""
    message_id = await ask.replied_to(session, inbound.sender, inbound.reply_to)
    found = await ask.locked_message(session, who.office_id, message_id) if message_id else None
    if found is None or not await leaves.guides(session, who, found[1], now):
        return None
    message, case = found
    to = await _other(session, case, message)
    return await _write(session, who, case.id, to.id, Said(words=inbound.text), now)


async def _write(
    session: AsyncSession, who: Person, case_id: int, to_id: int, said: Said, now: datetime
) -> list[Notice]:
    """Send it, and mark as read what the client has written before: whoever answers has read."""
    case, client = await clients.own(session, who, case_id, now)
    to = await queries.person_now(session, to_id)
    if to is None or to.id not in (client.id, case.guardian_id):
        raise Refused("choice-unknown")
    await queries.forget_question(session, who)
    unread = await ask.newest_unread(session, case)
    seen = await threads.read(session, case, unread, who, now) if unread else []
    message = await threads.draft(session, case, who, said, to=to, now=now)
    await threads.send(session, case, message, who, now)
    sent = Notice(
        to=who.id,
        key="message-sent-office",
        params={"name": to.shown},
        ask=await cards.keyboard(session, who, now),
    )
    return [sent, threads.for_client(message, who, to), *seen]


async def done(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Selesai*: read, and no answer is needed."""
    message, case = await _theirs(session, who, choice_numbers(inbound.text, 1)[0], now)
    seen = await threads.read(session, case, message, who, now)
    client = await session.get_one(Person, case.client_id)
    card = f"{ask.CARD}{message.id}"
    closed = Notice(to=who.id, key="message-closed", params={"name": client.shown}, card=card, show=Show.EDIT)
    return [closed, *seen]


async def listen(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Dengarkan*."""
    message, case = await _theirs(session, who, choice_numbers(inbound.text, 1)[0], now)
    note = await voice_by_id(session, who.office_id, message.voice_id or 0)
    if note is None:
        raise Refused("choice-unknown")
    client = await session.get_one(Person, case.client_id)
    office = await queries.office_of(session, case.office_id)
    about: dict[str, Param] = {"name": client.shown, "at": When(note.sent_at, office.zone)}
    if not note.key:
        return [Notice(to=who.id, key="voice-erased", params=about)]
    params = about | {"seconds": note.seconds}
    return [Notice(to=who.id, key="voice-here", params=params, media=f"voice:{note.id}")]


async def _other(session: AsyncSession, case: Case, message: ThreadMessage) -> Person:
    """With whom the office talks in a message: its writer, or to whom it was written."""
    other = message.to_id if message.side is Side.OFFICE else message.author_id
    person = await queries.person_now(session, other or case.client_id)
    return person if person is not None else await session.get_one(Person, case.client_id)


async def _theirs(
    session: AsyncSession, who: Person, message_id: int, now: datetime
) -> tuple[ThreadMessage, Case]:
    """A message in a case that this officer guides today, locked. Raises Refused for any other, and for one
    that was not sent."""
    found = await ask.locked_message(session, who.office_id, message_id)
    sent = found is not None and found[0].sent_at is not None
    if found is None or not sent or not await leaves.guides(session, who, found[1], now):
        log.warning("refused.not_yours", person=who.id, role=who.role)
        raise Refused("not-yours")
    return found
