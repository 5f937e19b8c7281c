"""`/catatan`: an officer notes something about a client. A correction is another note."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, case_notes
from bot.domain.messages import Inbound, Notice, choice_numbers
from bot.handlers import clients, note_lines
from bot.storage import queries
from bot.storage.models import Case, Person

TOPIC = "case-note"
SHOWN = 10


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/catatan CODE WORDS`; without words the notes so far are shown, and the words are asked for."""
    name, _, words = inbound.text.strip().partition(" ")
    found = await clients.called(session, who, name, command="catatan", entry=TOPIC, now=now, words=words)
    if isinstance(found, Notice):
        return [found]
    case, client = await clients.own(session, who, found[0].id, now)
    return [await _begun(session, who, case, client, words, now)]


async def by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Catatan* on the client's card, or which client the words are about."""
    case, client = await clients.own(session, who, choice_numbers(inbound.text, 1)[0], now)
    words = await clients.words_kept(session, who, inbound.text)
    return [await _begun(session, who, case, client, words, now)]


async def _begun(
    session: AsyncSession, who: Person, case: Case, client: Person, words: str, now: datetime
) -> Notice:
    if not words.strip():
        return await _ask(session, who, case, client, now)
    return await _add(session, who, case, client, words, now)


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """The note itself."""
    case, client = await clients.own(session, who, about, now)
    noted = await _add(session, who, case, client, inbound.text, now)
    await queries.forget_question(session, who)
    return [noted]


async def _ask(session: AsyncSession, who: Person, case: Case, client: Person, now: datetime) -> Notice:
    office = await queries.office_of(session, case.office_id)
    await queries.ask_for_words(session, who, TOPIC, case.id, now)
    lines = await note_lines.of_case(session, case, office, SHOWN)
    return Notice(to=who.id, key="case-note-ask", params={"name": client.shown}, lines=tuple(lines))


async def _add(
    session: AsyncSession, who: Person, case: Case, client: Person, words: str, now: datetime
) -> Notice:
    note = await case_notes.add(session, case, words, by=who, now=now)
    return Notice(
        to=who.id,
        key="case-note-added-later" if note.later else "case-note-added",
        params={"name": client.shown},
        ask=await cards.keyboard(session, who, now),
    )
