"""On the eve of a day on which no work is done, whoever would expect some hears so, with the next date."""

from __future__ import annotations

from datetime import date, datetime, time

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.cases import instant
from bot.domain.days import day_number
from bot.domain.free_days import Free, eve_between, evening_clock, free_on, next_evening
from bot.domain.messages import Ask, Awaits, Line, Notice, OnlyIf, Param, Resend, When
from bot.domain.offers import ONE_DAY
from bot.domain.quiet_hours import Quiet
from bot.domain.reminders import read_offsets
from bot.domain.reports import midday
from bot.orders import circumstances
from bot.storage import free_days as ask
from bot.storage import guardian_queries
from bot.storage.models import Case, Office, Person
from bot.storage.mornings import zones_of

HEARD = frozenset(
    {"no-work-tomorrow", "session-dropped", "shut-told-client", "move-told-client"}
    | {"placement-stopped-client", "placement-stopped-working", "excused-told-client"}
)
"""Whoever read one of these within a day knows that tomorrow is free, or what came in its place."""


async def evenings(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """What is due in one office; None when there is nothing. A new office begins with its next evening."""
    office = await ask.due_office(session, now)
    if office is None:
        return None
    quiet = Quiet(office.quiet_from, office.quiet_until, office.zone)
    clock = evening_clock(read_offsets(office.reminders) or (), quiet)
    notices: list[Notice] = []
    looks = [next_evening(now, office.zone, clock)]
    for zone in await zones_of(session, office):
        looks.append(next_evening(now, zone, clock))
        day = eve_between(office.evenings_at, now, zone, clock) if office.evenings_at else None
        if day is not None:
            notices += await _in_zone(session, office, zone, day, now)
    office.evenings_at = min(looks)
    session.add(office)
    await session.flush()
    return notices


async def _in_zone(
    session: AsyncSession, office: Office, zone: str, day: date, now: datetime
) -> list[Notice]:
    cases = await ask.without_work(session, office, zone, day)
    if not cases:
        return []
    moved = await ask.moved_from(session, office, zone, day)
    known = await circumstances(session, office.id, cases, now)
    heard = await ask.told_since(session, {case.client_id for case in cases}, HEARD, now - ONE_DAY)
    notices: dict[int, list[Notice]] = {}
    for case in cases:
        why = free_on(day, known[case.id].weeks, known[case.id].allowed, moved=case.id in moved)
        if why is not None and case.client_id not in heard and case.client_id not in notices:
            notices[case.client_id] = await _told(session, case, why, day, zone, now)
    return [one for told in notices.values() for one in told]


async def _told(
    session: AsyncSession, case: Case, why: Free, day: date, zone: str, now: datetime
) -> list[Notice]:
    """The client; and his guardian, where it is he who is reminded for him."""
    client = await session.get_one(Person, case.client_id)
    on: dict[str, Param] = {"day": When(midday(day, zone), zone)}
    reason = (Line("no-work-holiday", {"holiday": why.holiday}),) if why.holiday else ()
    lines = (*reason, *await cards.next_day(session, client, now))
    once = ask.free_once(client.id, day)
    midnight = instant(day, time(0), zone)  # from then on *besok* means another day
    only_if = OnlyIf(Awaits.FREE_DAY, client.id, day_number(day), midnight.isoformat())
    told = Notice(
        to=client.id,
        key="no-work-tomorrow",
        params=cards.greeting(client) | on,
        lines=lines,
        once=once,
        only_if=only_if,
        resend=Resend.NEVER,
    )
    if case.guardian_id is None or await guardian_queries.has_own_chat(session, client):
        return [told]
    guardian = Notice(
        to=case.guardian_id,
        key="guardian-no-work-tomorrow",
        params={"name": client.shown} | on,
        lines=lines,
        ask=Ask.GUARDIAN,
        once=f"{once}:guardian",
        only_if=only_if,
        resend=Resend.NEVER,
    )
    return [told, guardian]
