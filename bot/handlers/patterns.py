"""An officer asks for the questions of a month (`/pola`), and says what he found out."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import patterns
from bot.domain.cases import local_day
from bot.domain.messages import Inbound, Notice, Refused, choice_numbers
from bot.domain.months import asked_month
from bot.domain.patterns import Answer
from bot.storage import leaves, queries
from bot.storage import patterns as rows
from bot.storage.models import Person


async def show(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/pola` or `/pola 2026-04`: of his own clients, and of those of everybody for whom he stands in."""
    office = await queries.office_of(session, who.office_id)
    month = asked_month(inbound.text.strip(), local_day(now, office.zone))
    notices = []
    proved = await patterns.proofs(session, office, now)
    for officer in (who, *await leaves.away_today(session, who, now)):
        found = await patterns.find(session, office, officer, month, now)
        notices += await patterns.letters(session, office, officer, who, month, found, proved)
    return notices


async def answer(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Ada penjelasan*, *Perlu ditindak*, *Belum tahu*: the last stays open, the others stand."""
    number, place = choice_numbers(inbound.text, 2)
    pattern = await rows.locked(session, who.office_id, number)
    if pattern is None or pattern.officer_id not in await leaves.guided(session, who, now):
        raise Refused("not-yours")
    if place >= len(patterns.BUTTONS):
        raise Refused("choice-unknown")
    if pattern.answer in (None, Answer.UNKNOWN):
        pattern.answer = patterns.BUTTONS[place]
        pattern.answered_by, pattern.answered_at = who.id, now
        session.add(pattern)
        await session.flush()
    office = await queries.office_of(session, who.office_id)
    return [await patterns.card(session, office, who, pattern)]
