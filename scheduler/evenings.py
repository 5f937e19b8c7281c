"""On the eve of a day on which no work is done, whoever would expect some hears so, with the next date."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.cases import instant, local_day
from bot.domain.days import day_number
from bot.domain.free_days import Eve, Free, eve_between, evening_clock, free_on, next_evening
from bot.domain.messages import Ask, Awaits, Line, Notice, OnlyIf, Param, Resend, When, params_from_json
from bot.domain.offers import ONE_DAY
from bot.domain.quiet_hours import Quiet
from bot.domain.reminders import read_offsets
from bot.domain.reports import midday
from bot.orders import circumstances
from bot.storage import free_days as ask
from bot.storage.guardian_queries import with_own_chat
from bot.storage.models import Office, Person
from bot.storage.mornings import zones_of
from bot.storage.office_clocks import due_office

AT_ONCE = 50
"""Clients a transaction: on SQLite everybody else waits while it writes."""
HEARD = {
    "session-dropped": "at",
    "shut-told-client": "at",
    "move-told-client": "before",
    "placement-stopped-client": "",
    "placement-stopped-working": "",
}
"""Whoever read one of these within a day knows that he has no work on the day in this parameter; where none
is named, none for now."""


async def evenings(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """What the next clients of an office hear whose evening has come, zone by zone; None when there is none.
    A new office begins with its next evening."""
    office = await due_office(session, col(Office.evenings_at), now)
    if office is None:
        return None
    clock = evening_clock(
        read_offsets(office.reminders) or (), Quiet(office.quiet_from, office.quiet_until, office.zone)
    )
    zones = await zones_of(session, office)
    eve = eve_between(office.evenings_at, now, zones, clock) if office.evenings_at else None
    clients = await _page(session, office, eve) if eve else ()
    if eve and len(clients) == AT_ONCE:
        office.evenings_at, office.evenings_after = eve.at, clients[-1]
    else:
        looked = eve.at if eve else now
        office.evenings_at = min(next_evening(looked, zone, clock) for zone in (office.zone, *zones))
        office.evenings_after = 0
    session.add(office)
    await session.flush()
    return await _told(session, office, eve, clients, now) if eve and clients else []


async def _page(session: AsyncSession, office: Office, eve: Eve) -> Sequence[int]:
    """Who comes after the last page of this evening; how far another one came counts no more."""
    after = office.evenings_after if office.evenings_at == eve.at else 0
    return await ask.clients_without_work(session, office, eve, after, AT_ONCE)


async def _told(
    session: AsyncSession, office: Office, eve: Eve, clients: Sequence[int], now: datetime
) -> list[Notice]:
    """Each hears it once, however many of his cases it is about; his guardian too, where it is he who is
    reminded for him."""
    rows = await ask.cases_without_work(session, office, eve, clients)
    moved = await ask.moved_from(session, office, eve, clients)
    known = await circumstances(session, office.id, [case for case, _ in rows], now)
    told = await ask.told_since(session, clients, HEARD, now - ONE_DAY)
    heard = {client for client, content in told if _spoke_of(eve.day, content)}
    following = await ask.next_work(session, office, clients, now)
    chats = await with_own_chat(session, clients)
    notices: dict[tuple[int, int], Notice] = {}
    for case, client in rows:
        why = free_on(eve.day, known[case.id].weeks, known[case.id].allowed, moved=case.id in moved)
        if why is None or client.id in heard:
            continue
        lines = (*_reason(why), cards.next_line(following.get(client.id)))
        notices.setdefault((client.id, client.id), _to_client(client, eve, lines))
        if case.guardian_id is not None and client.id not in chats:
            notices.setdefault(
                (client.id, case.guardian_id), _to_guardian(case.guardian_id, client, eve, lines)
            )
    return [*notices.values()]


def _spoke_of(day: date, content: Mapping[str, Any]) -> bool:
    at = params_from_json(content["params"]).get(HEARD[content["key"]])
    return not isinstance(at, When) or local_day(at.at, at.zone) == day


def _reason(why: Free) -> tuple[Line, ...]:
    return (Line("no-work-holiday", {"holiday": why.holiday}),) if why.holiday else ()


def _to_client(client: Person, eve: Eve, lines: tuple[Line, ...]) -> Notice:
    return Notice(
        to=client.id,
        key="no-work-tomorrow",
        params=cards.greeting(client) | _day(eve),
        lines=lines,
        once=ask.free_once(client.id, eve.day),
        only_if=_while_free(client, eve),
        resend=Resend.NEVER,
    )


def _to_guardian(guardian: int, client: Person, eve: Eve, lines: tuple[Line, ...]) -> Notice:
    return Notice(
        to=guardian,
        key="guardian-no-work-tomorrow",
        params={"name": client.shown} | _day(eve),
        lines=lines,
        ask=Ask.GUARDIAN,
        once=f"{ask.free_once(client.id, eve.day)}:guardian",
        only_if=_while_free(client, eve),
        resend=Resend.NEVER,
    )


def _day(eve: Eve) -> dict[str, Param]:
    zone = eve.zones[0]
    return {"day": When(midday(eve.day, zone), zone)}


def _while_free(client: Person, eve: Eve) -> OnlyIf:
    """Until midnight: from then on *besok* means another day."""
    midnight = instant(eve.day, time(0), eve.zones[0])
    return OnlyIf(Awaits.FREE_DAY, client.id, day_number(eve.day), midnight.isoformat())
