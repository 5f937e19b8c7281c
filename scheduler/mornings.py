"""In the morning each supervisor hears, once, whom to expect at his sites today and who is excused."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import col
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import local_day
from bot.domain.days import day_number
from bot.domain.messages import Awaits, Choice, Line, Notice, OnlyIf, Param, Resend, When, Word
from bot.domain.mornings import Morning, Planned, heard_at, morning, next_dawn, those_of
from bot.domain.outcomes import EXCUSED
from bot.domain.reports import midday
from bot.storage import excuse_requests
from bot.storage import mornings as ask
from bot.storage.models import Office, Person, WorkSession
from bot.storage.office_clocks import due_office


async def mornings(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """What is due in one office; None when there is nothing. A new office hears from its next morning on."""
    office = await due_office(session, col(Office.mornings_at), now)
    if office is None:
        return None
    notices: list[Notice] = []
    looks = [next_dawn(now, office.zone)]
    for zone in await ask.zones_of(session, office):
        looks.append(next_dawn(now, zone))
        if office.mornings_at is not None:
            told, later = await _in_zone(session, office, zone, now)
            notices += told
            looks += later
    office.mornings_at = min(looks)
    session.add(office)
    await session.flush()
    return notices


@dataclass(frozen=True, slots=True)
class _Today:
    """A day of all sites of a zone."""

    day: date
    zone: str
    names: Mapping[int, str]
    closed: Set[int]


async def _in_zone(
    session: AsyncSession, office: Office, zone: str, now: datetime
) -> tuple[list[Notice], list[datetime]]:
    """What is said now, and when somebody else is to hear something today."""
    day = local_day(now, zone)
    closed = await ask.closed_on(session, office, zone, day)
    plan = await _plan(session, office, zone, day, closed)
    if not plan:
        return [], []
    sites = {*plan, *closed}
    today = _Today(day, zone, await ask.names_of(session, office, sites), closed)
    family = await ask.families(session, office)
    told, later = [], []
    for reader, his in sorted((await ask.readers_of(session, office, sites, day)).items()):
        people = those_of(reader, his, plan, family.get(reader, ()))
        at = heard_at(people, zone)
        if at is not None and at > now:
            later.append(at)
        elif at is not None and (said := morning(people, now)) is not None:
            told.append(_notice(reader, said, his, today))
    return told, later


async def _plan(
    session: AsyncSession, office: Office, zone: str, day: date, closed: Set[int]
) -> Mapping[int, Sequence[Planned]]:
    """Site → who is on its plan today, of those that are open."""
    rows = await ask.planned_on(session, office, zone, day)
    asking = await excuse_requests.asking(session, office.id, {client.id for _, client in rows}, day)
    plan = defaultdict(list)
    for planned, client in rows:
        if planned.site_id not in closed:
            plan[planned.site_id].append(_planned(planned, client, asks=client.id in asking))
    return plan


def _planned(planned: WorkSession, client: Person, *, asks: bool) -> Planned:
    """Who is excused, or asks to be, is on leave here; why is not for the site."""
    away = f"state-absent-{planned.absence.value}" if planned.absence is not None else ""
    return Planned(
        site=planned.site_id,
        person=frozenset({client.id, client.merged_into or client.id}),
        name=client.shown,
        starts_at=planned.starts_at,
        ends_at=planned.ends_at,
        activity=planned.activity,
        away="state-excused" if planned.outcome in EXCUSED or asks else away,
    )


def _notice(reader: int, said: Morning, his: Set[int], today: _Today) -> Notice:
    number = day_number(today.day)
    return Notice(
        to=reader,
        key="morning",
        params={
            "day": When(midday(today.day, today.zone), today.zone),
            "count": len(said.expected),
            "away": len(said.away),
        },
        lines=_lines(said, his, today),
        choices=(Choice("day-list", "choice-day-list"),),
        once=f"morning:{reader}:{number}:{today.zone}",
        only_if=OnlyIf(Awaits.MORNING, reader, number),
        resend=Resend.NEVER,
    )


def _lines(said: Morning, his: Set[int], today: _Today) -> tuple[Line, ...]:
    """Under the name of each site, as soon as there are two; what is closed comes last."""
    lines = []
    for site, people in said.named:
        if len(his) > 1:
            lines.append(Line("morning-site", {"site": today.names[site]}))
        lines += [_line(one, today.zone) for one in people]
    if said.more:
        lines.append(Line("morning-more", {"count": said.more}))
    shut = sorted(today.closed & his)
    return (*lines, *(Line("morning-closed", {"site": today.names[site]}) for site in shut))


def _line(one: Planned, zone: str) -> Line:
    if one.away:
        return Line("morning-away", {"name": one.name, "state": Word(one.away)})
    about: dict[str, Param] = {
        "name": one.name,
        "start": When(one.starts_at, zone),
        "finish": When(one.ends_at, zone),
    }
    if one.activity:
        return Line("morning-line-work", about | {"activity": one.activity})
    return Line("morning-line", about)
