"""How a closing begins: a supervisor chooses among the days of his sites, an officer names site and day; both
may type hours and reason behind the command."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import closures
from bot.domain.cases import local_day
from bot.domain.closures import read_hours
from bot.domain.days import day_first, day_number
from bot.domain.messages import Ask, Choice, Inbound, Notice, Refused, When
from bot.domain.people import Role
from bot.domain.reports import midday
from bot.domain.spans import Span
from bot.handlers import typed_closures
from bot.handlers.closures import ask_reason, behind
from bot.handlers.named_sites import site_and_day, site_day_and_words
from bot.storage import queries, site_queries
from bot.storage.models import Person, Site

YESTERDAY = timedelta(days=1)
SHOWN_AHEAD = timedelta(days=6)
"""Days offered to a supervisor beside today."""
DAYS_SHOWN = 3


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/tutup`: a supervisor chooses among his sites' days with work, or names one; an officer names site
    and day; both may name hours, and behind them the reason."""
    hours, words = read_hours(inbound.text)
    if who.role is Role.SUPERVISOR:
        return await _at_his_sites(session, who, words, hours, now)
    if hours is None:
        site, day = await site_and_day(session, who, words, now, ask="shut-ask-code")
        return await ask_reason(session, who, site, day, now)
    site, day, reason = await site_day_and_words(session, who, words, now, ask="shut-ask-code")
    if reason:
        return await typed_closures.ask(session, who, [(site, [day])], hours, reason, now)
    return await ask_reason(session, who, site, day, now, hours=hours)


async def _at_his_sites(
    session: AsyncSession, who: Person, text: str, hours: Span | None, now: datetime
) -> list[Notice]:
    """The days of each site to choose from; what is typed behind hours, and is no day, is why."""
    places, reason = [], ""
    for site in await site_queries.sites_of(session, who, now):
        today = local_day(now, site.zone)
        named, words = day_first(text.split(), today)
        reason = " ".join(words)
        if reason and hours is None:
            raise Refused("day-not-understood", text=text[:40])
        days = await _days(session, site, named, now)
        mine = [day for day in days if await queries.supervises(session, who, site.id, day, now)]
        places.append((site, mine[:DAYS_SHOWN]))
    if hours is not None and reason and any(days for _, days in places):
        return await typed_closures.ask(session, who, places, hours, reason, now)
    notices = [_which(who, site, days, hours) for site, days in places]
    return notices or [Notice(to=who.id, key="list-empty", ask=Ask.SUPERVISOR)]


async def _days(session: AsyncSession, site: Site, named: date | None, now: datetime) -> Sequence[date]:
    """The day that is named, or those with work around today: work may have begun yesterday evening, or been
    missed then. Raises Refused for a day that is long past or far ahead."""
    if named is not None:
        closures.check_day(site, named, now)
        return [named]
    today = local_day(now, site.zone)
    with_work = await site_queries.days_with_work(session, site, today - YESTERDAY, today + SHOWN_AHEAD)
    return sorted({today, *with_work})


def _which(who: Person, site: Site, days: Sequence[date], hours: Span | None) -> Notice:
    choices = tuple(_shut(site, day, hours) for day in days)
    return Notice(to=who.id, key="shut-which", params={"site": site.name}, choices=choices)


def _shut(site: Site, day: date, hours: Span | None) -> Choice:
    at = When(midday(day, site.zone), site.zone)
    return Choice(f"shut:{site.id}:{day_number(day)}{behind(hours)}", "choice-shut-day", {"day": at})
