"""Under a sentence that sends an officer to a site: who confirms there, with the number; and the signed list
as the other way, where hours have waited for long."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import signed_lists
from bot.domain.cases import local_day
from bot.domain.days import day_number
from bot.domain.digest import Week
from bot.domain.finding import Finding
from bot.domain.messages import Choice, Line, Refused
from bot.storage import queries, site_queries
from bot.storage.models import Person, Site

LONG = "digest-unconfirmed-long"
ASKED = frozenset(
    {LONG, "digest-rejected", "digest-rejected-kept", "digest-crowded"}
    | {"digest-beyond", "digest-beyond-confirmed", "digest-far"}
)
"""Sentences whose next step is a word with the supervisor."""


async def added(
    session: AsyncSession, who: Person, week: Week, found: Sequence[Finding], now: datetime
) -> list[Finding]:
    """The sentences of a page, each with whom to call."""
    names = {str(one.line.params["site"]) for one in found if one.line.key in ASKED}
    sites: dict[str, list[Site]] = defaultdict(list)
    for site in await site_queries.named(session, who.office_id, names):
        sites[site.name].append(site)
    contacts = {name: await _contacts(session, of_name, now) for name, of_name in sites.items()}
    return [await _added(session, who, week, one, sites, contacts, now) for one in found]


async def _added(
    session: AsyncSession,
    who: Person,
    week: Week,
    one: Finding,
    sites: Mapping[str, Sequence[Site]],
    contacts: Mapping[str, tuple[Line, ...]],
    now: datetime,
) -> Finding:
    if one.line.key not in ASKED:
        return one
    name = str(one.line.params["site"])
    reached = replace(one, below=contacts.get(name, ()))
    if one.line.key == LONG and len(sites.get(name, ())) == 1:
        return await _with_list(session, who, week, reached, sites[name][0], now)
    return reached


async def _with_list(
    session: AsyncSession, who: Person, week: Week, one: Finding, site: Site, now: datetime
) -> Finding:
    """The signed list of the day that waits longest and on which nobody was there to confirm."""
    days = {
        work.day
        for client in (*week.clients, *week.left_behind)
        for work in client.attended
        if client.case_id in one.cases and work.awaits_supervisor and work.site == site.name
    }
    for day in sorted(days):
        try:
            await signed_lists.check_unattended(session, who, site, day, now)
        except Refused:
            continue
        choice = Choice(f"signed:{site.id}:{day_number(day)}", "choice-signed-at", {"site": site.name})
        return replace(one, line=replace(one.line, key="needs-unconfirmed-long"), opens=(choice,))
    return one


async def _contacts(session: AsyncSession, sites: Sequence[Site], now: datetime) -> tuple[Line, ...]:
    """A line for each who confirms at a site today."""
    lines = []
    for site in sites:
        people = await queries.supervisors_of(session, site, local_day(now, site.zone), now)
        lines += [
            Line("needs-supervisor", {"name": one.shown, "phone": one.phone})
            if one.phone
            else Line("needs-supervisor-no-phone", {"name": one.shown})
            for one in people
        ]
    return tuple(lines) or (Line("needs-no-supervisor"),)
