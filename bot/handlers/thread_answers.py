"""An officer reads what a client or guardian wrote to him, and writes: in words or a ready sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import thread_pages, threads
from bot.domain.messages import Choice, Inbound, Line, Notice, Refused, choice_numbers
from bot.domain.people import Role
from bot.domain.threads import Side, Template
from bot.handlers import clients
from bot.storage import account_queries, leaves, queries
from bot.storage import threads as ask
from bot.storage.models import Case, Person
from bot.storage.threads import ThreadMessage
from bot.threads import Said

log = structlog.get_logger()

TOPIC = "message-to"
MORE = "message-to-more"
"""No question: below what he has sent, his next line goes to the same person."""


async def page_on(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Berikutnya*: what else waits to be read."""
    case_id, to_id, after = choice_numbers(inbound.text, 3)
    case, client = await clients.own(session, who, case_id, now)
    return await ask_words(session, who, case, await _party(session, case, client, to_id), now, after=after)


async def reply(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Balas*: to whoever wrote, the client or his guardian."""
    message, case = await theirs(session, who, choice_numbers(inbound.text, 1)[0], now)
    return await ask_words(session, who, case, await _other(session, case, message), now)


async def ask_words(
    session: AsyncSession, who: Person, case: Case, to: Person, now: datetime, *, after: int | None = None
) -> list[Notice]:
    """The last of the thread, or the first that wait to be read, the ready sentences, and the question.
    Raises Refused where nothing could be delivered: then the officer must know."""
    await check_reached(session, to)
    page = await thread_pages.page(session, case, after=after)
    # Up to which message he has read travels with the question and the ready sentences: nothing behind it is
    # marked as read, and an answer that came meanwhile is shown to him.
    await queries.ask_for_words(session, who, TOPIC, case.id, now, to.id, str(page.seen))
    about = f"{case.id}:{to.id}"
    choices = [
        Choice(f"message-template:{about}:{one.value}:{page.seen}", f"choice-template-{one.value}")
        for one in Template
    ]
    if page.attached is not None:
        first, last = page.attached
        choices.append(Choice(f"message-attached:{case.id}:{first}:{last}", "choice-message-attached"))
    if page.unread:
        choices.append(Choice(f"message-seen:{case.id}:{page.seen}", "choice-message-done"))
    by_guardian = to.role is Role.GUARDIAN
    if case.guardian_id is not None and not by_guardian:
        choices.append(Choice(f"message-guardian:{case.id}", "choice-message-guardian"))
    client = await session.get_one(Person, case.client_id)
    lines = await thread_pages.lines(session, case, page.messages)
    if page.more:
        lines.append(Line("thread-more", {"count": page.more}))
        choices.append(Choice(f"message-page:{about}:{page.seen}", "choice-page-on"))
    return [
        Notice(
            to=who.id,
            key="message-ask-guardian" if by_guardian else "message-ask-office",
            params={"name": client.shown},
            lines=tuple(lines),
            choices=tuple(choices),
        )
    ]


async def check_reached(session: AsyncSession, to: Person) -> None:
    """Raises Refused where nothing could be delivered."""
    if not await account_queries.has_account(session, to):
        stopped = await account_queries.asked_for_none(session, to)
        raise Refused("message-stopped" if stopped else "message-unreachable", name=to.shown)


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The words, to the person who was asked about."""
    question = await queries.question_to(session, who)
    to_id, seen = (question.step, question.said) if question else (0, "")
    said = Said(words=inbound.text)
    return await write(session, who, about, to_id, said, now, seen=int(seen) if seen else None)


async def more_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """Another line, to whom he has just written."""
    question = await queries.question_to(session, who)
    return await write(session, who, about, question.step if question else 0, Said(words=inbound.text), now)


async def by_template(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """One of the ready sentences, once: a second tap under the same thread sends nothing."""
    case_id, to_id = choice_numbers(inbound.text, 2)
    word, seen, *_ = (*inbound.text.split(":")[3:5], "", "")
    if word not in set(Template):
        raise Refused("choice-unknown")
    said = Said(template=Template(word))
    if not seen.isdecimal():
        return await write(session, who, case_id, to_id, said, now)
    case, _client = await clients.own(session, who, case_id, now)
    for one in await ask.after(session, case, int(seen)):
        if (one.author_id, one.to_id, one.template) == (who.id, to_id, word):
            raise Refused("message-was-sent")
    return await write(session, who, case_id, to_id, said, now, seen=int(seen))


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
    said, last = Said(words=inbound.text), message.id
    return await write(session, who, case.id, to.id, said, now, seen=last, since=last - 1)


async def write(
    session: AsyncSession,
    who: Person,
    case_id: int,
    to_id: int,
    said: Said,
    now: datetime,
    *,
    seen: int | None = None,
    since: int = 0,
) -> list[Notice]:
    """Send it, and mark as read what he has `seen` of what was written before, `since` a message on one
    screen. Where a colleague has answered later, that is shown first and his own words wait; None: he writes
    first, and has seen nothing."""
    case, client = await clients.own(session, who, case_id, now)
    to = await _party(session, case, client, to_id)
    await queries.forget_question(session, who)
    message = await threads.draft(session, case, who, said, to=to, now=now)
    if seen is not None and (newer := await _answered(session, case, who, seen)):
        return [await _meanwhile(session, who, case, message, newer, since)]
    return await _sent(session, who, case, client, message, to, now, seen=seen or 0, since=since)


async def send_anyway(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tetap kirim*: his words go beside what a colleague has answered; what came since is shown first."""
    message_id, seen, since = choice_numbers(f"{inbound.text}:0", 3)
    found = await ask.locked_message(session, who.office_id, message_id)
    if found is None or found[0].author_id != who.id:
        log.warning("refused.not_yours", person=who.id, role=who.role)
        raise Refused("not-yours")
    message = found[0]
    case, client = await clients.own(session, who, message.case_id, now)
    if message.sent_at is None and (newer := await _answered(session, case, who, seen)):
        return [await _meanwhile(session, who, case, message, newer, since)]
    to = await _party(session, case, client, message.to_id or 0)
    return await _sent(session, who, case, client, message, to, now, seen=seen, since=since)


async def _answered(session: AsyncSession, case: Case, who: Person, seen: int) -> Sequence[ThreadMessage]:
    """What came after the last message that he has seen, where a colleague's answer is among it."""
    newer = await ask.after(session, case, seen)
    by_others = [one for one in newer if one.side is Side.OFFICE and one.author_id != who.id]
    return newer if by_others else ()


async def _meanwhile(
    session: AsyncSession,
    who: Person,
    case: Case,
    message: ThreadMessage,
    newer: Sequence[ThreadMessage],
    since: int,
) -> Notice:
    """What was written meanwhile, and his own words, which are kept until he confirms them."""
    shown = newer[: thread_pages.SHOWN]
    lines = await thread_pages.lines(session, case, shown)
    return Notice(
        to=who.id,
        key="message-answered-meanwhile",
        lines=(*lines, Line("message-yours"), *threads.content(message)),
        choices=(Choice(f"message-anyway:{message.id}:{shown[-1].id}:{since}", "choice-message-anyway"),),
    )


async def _sent(
    session: AsyncSession,
    who: Person,
    case: Case,
    client: Person,
    message: ThreadMessage,
    to: Person,
    now: datetime,
    *,
    seen: int,
    since: int,
) -> list[Notice]:
    morning = await threads.leaves_at(session, case, to, now)
    await threads.send(session, case, message, who, now)
    side = Side.GUARDIAN if to.role is Role.GUARDIAN else Side.CLIENT
    read = await threads.read(session, case, who, now, up_to=seen, since=since, of=side)
    await queries.ask_for_words(session, who, MORE, case.id, now, step=to.id)
    written = threads.from_office(message, who, to, client)
    if morning is not None:
        written = replace(written, not_before=morning.at)
    receipt = await threads.officers_receipt(session, message, who, to, client, morning, now)
    return [receipt, written, *read]


async def _party(session: AsyncSession, case: Case, client: Person, to_id: int) -> Person:
    """To whom the office writes about a case: client or guardian. Raises Refused for anybody else."""
    to = await queries.person_now(session, to_id)
    if to is None or to.id not in (client.id, case.guardian_id):
        raise Refused("choice-unknown")
    return to


async def _other(session: AsyncSession, case: Case, message: ThreadMessage) -> Person:
    """With whom the office talks in a message: its writer, or to whom it was written."""
    other = message.to_id if message.side is Side.OFFICE else message.author_id
    person = await queries.person_now(session, other or case.client_id)
    return person if person is not None else await session.get_one(Person, case.client_id)


async def theirs(
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
