"""The first working day of a month: what was odd in the month before, as questions to each officer."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import local_day
from bot.domain.messages import Notice
from bot.domain.months import asked_month
from bot.patterns import Proofs, find, letters, next_list_at, proofs
from bot.storage import leaves
from bot.storage.models import Office, Person
from bot.storage.office_clocks import due_office
from bot.storage.patterns import PatternList, officers_without

AT_ONCE = 2
"""Officers a transaction: with 75 clients and 22 days of work each takes up to 0.4 s, in which on SQLite
nobody else writes."""


async def patterns(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """The lists of the next officers of an office whose day has come; None when no office is due. An officer
    about whose clients there is nothing to ask hears nothing. Of several months that were slept through only
    the latest is asked about."""
    office = await due_office(session, col(Office.patterns_at), now)
    if office is None:
        return None
    month = asked_month("", local_day(now, office.zone))
    begun = office.patterns_at is not None
    officers = await officers_without(session, office.id, month, AT_ONCE) if begun else []
    if not officers:
        office.patterns_at = await next_list_at(session, office, now)
        session.add(office)
        await session.flush()
        return []
    proved = await proofs(session, office, now)
    notices: list[Notice] = []
    for officer in officers:
        session.add(PatternList(office_id=office.id, officer_id=officer.id, month=month, made_at=now))
        notices += await _list(session, office, officer, month, proved, now)
    await session.flush()
    return notices


async def _list(
    session: AsyncSession, office: Office, officer: Person, month: str, proved: Proofs, now: datetime
) -> list[Notice]:
    found = await find(session, office, officer, month, now)
    if not any(one.answer is None for one in found):
        return []
    reader = await leaves.guide_today(session, officer, now)
    heading, *cards = await letters(session, office, officer, reader, month, found, proved)
    once = f"patterns:{officer.id}:{month}"
    return [replace(heading, once=once), *(replace(one, once=f"{once}:{one.card}") for one in cards)]
