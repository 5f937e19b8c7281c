"""An officer says to whom he writes: a client by name or code, or whoever answers for a child."""

from __future__ import annotations

import re
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import OPEN_STATES
from bot.domain.messages import Choice, Inbound, Notice, Refused, choice_numbers
from bot.handlers import clients, thread_offers
from bot.handlers.thread_answers import ask_words, check_reached, write
from bot.storage import account_queries, client_queries, queries
from bot.storage.models import Case, Person
from bot.threads import Said

WHO = "message-who"
"""The question to whom, which waits for a name or a code; about 1: whose guardian."""
LONGEST_NAME = 4
"""Words of a name in front of a message."""
FOUND = 20
_GUARDIAN = re.compile(r"(?:wali|penjamin)(?:\s+(.*))?", re.IGNORECASE | re.DOTALL)
_CODE_AND_WORDS = re.compile(r"([a-z]+-?\d+)[:,]?\s+(.+)", re.IGNORECASE | re.DOTALL)


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/pesan NAME` or the code, `/pesan wali NAME` for the guardian; after a code the words may
    stand, and after a name, of which it is asked once more."""
    of_guardian = _GUARDIAN.fullmatch(inbound.text.strip())
    wanted = (of_guardian[1] or "") if of_guardian else inbound.text.strip()
    if not wanted:
        await queries.ask_for_words(session, who, WHO, int(of_guardian is not None), now)
        return [Notice(to=who.id, key="client-ask-name")]
    return await _to_named(session, who, wanted, now, guardian=of_guardian is not None)


async def name_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """To whom: the name or the code that was asked for; of nobody, it is asked for still."""
    of_guardian = _GUARDIAN.fullmatch(inbound.text.strip())
    wanted = (of_guardian[1] or "") if of_guardian else inbound.text
    begun = await _to_named(session, who, wanted, now, guardian=bool(about or of_guardian))
    question = await queries.question_to(session, who)
    if question is not None and question.topic == WHO:
        await queries.forget_question(session, who)
    return begun


async def _to_named(
    session: AsyncSession, who: Person, text: str, now: datetime, *, guardian: bool
) -> list[Notice]:
    coded = _CODE_AND_WORDS.fullmatch(text.strip())
    wanted, words = coded.groups() if coded else await _name_and_words(session, who, text, now)
    entry = "message-guardian" if guardian else "message-to"
    found = await clients.called(session, who, wanted, command="/pesan", entry=entry, now=now, words=words)
    if isinstance(found, Notice):
        return [found]
    case, client = await clients.own(session, who, found[0].id, now)
    if coded or not words:
        return await _begun(session, who, case, client, words, now, guardian=guardian)
    to = await _guardian(session, case, client) if guardian else client
    return [await thread_offers.by_name(session, who, case, to, words, now)]


async def _name_and_words(session: AsyncSession, who: Person, text: str, now: datetime) -> tuple[str, str]:
    """*Dimas besok bawa sapu*: the name, as far as it is one of his clients', and what is behind it. All of
    it where it begins with no such name."""
    words = text.split()
    for end in range(min(len(words) - 1, LONGEST_NAME), 0, -1):
        name = " ".join(words[:end])
        known = await client_queries.cases_called(session, who, name, FOUND, now)
        if any(set(name.casefold().split()) <= set(client.name.casefold().split()) for _, client in known):
            return name, text.strip().split(maxsplit=end)[end]
    return text, ""


async def by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Kirim pesan* on a client's card, or his name in a list: to the client himself, with the words that
    were typed behind the command where it was asked whom they are for."""
    return await _chosen(session, who, inbound, now, guardian=False)


async def to_guardian(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Pesan ke wali* on the card, in the thread, or where nothing reaches the client; likewise."""
    return await _chosen(session, who, inbound, now, guardian=True)


async def _chosen(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, *, guardian: bool
) -> list[Notice]:
    case, client = await clients.own(session, who, choice_numbers(inbound.text, 1)[0], now)
    words = await clients.words_kept(session, who, inbound.text)
    return await _begun(session, who, case, client, words, now, guardian=guardian)


async def _begun(
    session: AsyncSession,
    who: Person,
    case: Case,
    client: Person,
    words: str,
    now: datetime,
    *,
    guardian: bool,
) -> list[Notice]:
    to = await _guardian(session, case, client) if guardian else client
    try:
        await check_reached(session, to)
    except Refused as no:
        return [await _otherwise(session, who, case, no, guardian=guardian)]
    if not words:
        return await ask_words(session, who, case, to, now)
    return await write(session, who, case.id, to.id, Said(words=words), now)


async def _guardian(session: AsyncSession, case: Case, client: Person) -> Person:
    """Who answers for him while the case runs. Raises Refused where nobody does."""
    found = await queries.person_now(session, case.guardian_id) if case.guardian_id else None
    if found is None or case.state not in OPEN_STATES:
        raise Refused("message-no-guardian", name=client.shown)
    return found


async def _otherwise(
    session: AsyncSession, who: Person, case: Case, no: Refused, *, guardian: bool
) -> Notice:
    """Nothing reaches the client: his guardian is one tap away, where something reaches him. Words that were
    meant for the one are not sent to the other."""
    found = await queries.person_now(session, case.guardian_id) if case.guardian_id else None
    if guardian or found is None or not await account_queries.has_account(session, found):
        raise no
    way = Choice(f"message-guardian:{case.id}", "choice-message-guardian")
    return Notice(to=who.id, key=no.key, params=no.params, choices=(way,))
