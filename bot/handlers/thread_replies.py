"""What a client or guardian sends soon after the office's message, to one or to many, without `↩️ Balas`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.answers import has_word
from bot.domain.messages import Choice, Inbound, Notice
from bot.domain.people import Role
from bot.domain.threads import ANSWERED_WITHIN, GOES_ON_WITHIN
from bot.handlers import awaited_proofs, threads
from bot.storage import queries
from bot.storage import threads as ask
from bot.storage.models import Person
from bot.threads import Said, answered_case, case_of


async def by_reply(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime
) -> list[Notice] | None:
    """Words that reply to the office's message on the screen; None where they reply to nothing of it. What
    the clock has asked meanwhile is still asked."""
    said = Said(words=inbound.text)
    if await ask.replied_to_many(session, inbound.sender, inbound.reply_to):
        return await threads.send_beside(session, who, await case_of(session, who), said, now)
    message_id = await ask.replied_to(session, inbound.sender, inbound.reply_to)
    found = await ask.locked_message(session, who.office_id, message_id) if message_id else None
    if found is None or who.id not in (found[0].to_id, found[0].author_id):
        return None
    case = await threads.own_case(session, who, found[1].id)
    return await threads.send_beside(session, who, case, said, now)


async def continued(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime
) -> list[Notice] | None:
    """Words that mean nothing else soon after a message of the thread: an answer to it, for which a number is
    enough, or the rest of what he wrote. None where no message came or went lately."""
    case_id = await _goes_on(session, who, inbound.text, now)
    if case_id is None:
        return None
    return await threads.send(
        session, who, await threads.own_case(session, who, case_id), Said(words=inbound.text), now
    )


async def _goes_on(session: AsyncSession, who: Person, words: str, now: datetime) -> int | None:
    came = await ask.last_arrived(session, who, now - ANSWERED_WITHIN)
    own = await ask.last_by(session, who, now - GOES_ON_WITHIN)
    newer = own is not None and own.sent_at is not None and (came is None or own.sent_at > came.at)
    if own is not None and newer and any(letter.isalpha() for letter in words):
        return own.case_id
    return await answered_case(session, who, came) if came is not None and has_word(words) else None


def only_answered(choices: Sequence[Choice]) -> bool:
    """Whether these are the button of the office's message and no other: a number below it is an answer."""
    return all(one.key == "choice-message-reply" for one in choices)


async def picture(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice] | None:
    """A photo of a guardian, or of a client who has nothing else to show: the answer. None where it may show
    something else, which is asked (`awaited_proofs`), and where nothing of the office came lately."""
    cases = await awaited_proofs.answered(session, who, now)
    if not cases or (who.role is Role.CLIENT and await awaited_proofs.has_other_use(session, who, now)):
        return None
    return await _shown_or_said(session, who, inbound, now, cases[0])


async def aloud(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice] | None:
    """A recording, where nothing is asked: the officer hears it, and nobody at the site."""
    came = await ask.last_arrived(session, who, now - ANSWERED_WITHIN)
    if came is None or inbound.voice is None or await queries.question_to(session, who) is not None:
        return None
    return await _shown_or_said(session, who, inbound, now, await answered_case(session, who, came))


async def _shown_or_said(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, case_id: int
) -> list[Notice]:
    case = await threads.own_case(session, who, case_id)
    return await threads.send(session, who, case, await threads.content(session, who, case, inbound), now)
