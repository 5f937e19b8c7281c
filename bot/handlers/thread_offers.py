"""An officer's words that say not, or not surely, for whom they are: one tap sends them as they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import threads
from bot.domain.answers import only_yes
from bot.domain.messages import Choice, Inbound, Notice, choice_numbers, choices_from_json
from bot.domain.people import Role
from bot.handlers import thread_answers
from bot.storage import leaves, queries
from bot.storage import threads as ask
from bot.storage.models import Case, Person
from bot.storage.post import Outbox
from bot.threads import Said

OFFERS = ("message-offer-client", "message-offer-guardian")


async def below_message(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime
) -> list[Notice] | None:
    """Plain words where a client's or guardian's message is the last thing that he was told: for him, if he
    says so. None where it is not, or the client is not his any more."""
    last = await ask.last_told(session, inbound.sender) if who.role is Role.OFFICER else None
    if last is not None and last.content["key"] in OFFERS:
        return await _below_offer(session, who, last, inbound, now)
    if last is None or last.content["key"] not in ask.TO_OFFICE:
        return None
    number = int(last.card.removeprefix(ask.CARD))
    found = await ask.locked_message(session, who.office_id, number)
    if found is None or not await leaves.guides(session, who, found[1], now):
        return None
    message, case = found
    to = await queries.person_now(session, message.author_id)
    if to is None:
        return None
    return [await offer(session, who, case, to, inbound.text, now, seen=message.id, since=message.id - 1)]


async def _below_offer(
    session: AsyncSession, who: Person, last: Outbox, inbound: Inbound, now: datetime
) -> list[Notice] | None:
    """A plain yes is the button; another line joins the words that wait. None where they were sent."""
    button = choices_from_json(last.content["choices"])[0].id
    number, seen, since = choice_numbers(button, 3)
    found = await ask.locked_message(session, who.office_id, number)
    if found is None or found[0].sent_at is not None or not await leaves.guides(session, who, found[1], now):
        return None
    if only_yes(inbound.text):
        return await thread_answers.send_anyway(session, who, replace(inbound, text=button), now)
    message, case = found
    to = await queries.person_now(session, message.to_id or 0)
    words = f"{message.words}\n{inbound.text}"
    return [await offer(session, who, case, to, words, now, seen=seen, since=since)] if to else None


async def by_name(
    session: AsyncSession, who: Person, case: Case, to: Person, words: str, now: datetime
) -> Notice:
    """Words behind a name: a sentence may begin so too, thus nothing is sent before he says so."""
    last = next((one.id for one in await ask.latest(session, case, 1)), 0)
    return await offer(session, who, case, to, words, now, seen=last, since=last)


async def offer(
    session: AsyncSession,
    who: Person,
    case: Case,
    to: Person,
    words: str,
    now: datetime,
    *,
    seen: int,
    since: int,
) -> Notice:
    """His words, kept, with the button that sends them; `seen` and `since` as in `thread_answers.write`.
    Raises Refused where nothing could be delivered."""
    await thread_answers.check_reached(session, to)
    message = await threads.draft(session, case, who, Said(words=words), to=to, now=now)
    client = await session.get_one(Person, case.client_id)
    guardian = to.role is Role.GUARDIAN
    label = "choice-message-send-guardian" if guardian else "choice-message-send-to"
    return Notice(
        to=who.id,
        key="message-offer-guardian" if guardian else "message-offer-client",
        params={"name": client.shown},
        lines=tuple(threads.content(message)),
        choices=(Choice(f"message-anyway:{message.id}:{seen}:{since}", label, {"name": client.shown}),),
    )
