"""*Hari berikutnya*: the days to come at a site, for who has told its supervisor that he will not come."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.days import day_number
from bot.domain.messages import Ask, Choice, Inbound, Notice, Param, Show, When
from bot.domain.reports import midday
from bot.handlers.list_sites import site_at
from bot.storage import absences, site_queries
from bot.storage.models import Person, Site


async def show(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A button for each of the next 14 days on which somebody is expected, with how many; behind it, page by
    page, who does not come. Whoever has several sites with such days names one first."""
    if ":" in inbound.text:
        sites = [await site_at(session, who, inbound, now)]
    else:
        sites = await site_queries.sites_of(session, who, now)
    coming = [(site, days) for site in sites if (days := await absences.coming(session, who, site, now))]
    match coming:
        case []:
            return [Notice(to=who.id, key="coming-none", ask=Ask.SUPERVISOR)]
        case [(site, days)]:
            return [_days(who, site, days)]
        case _:
            return [_sites(who, [site for site, _ in coming])]


def _sites(who: Person, sites: Sequence[Site]) -> Notice:
    choices = tuple(Choice(f"coming:{site.id}", "choice-name", {"name": site.name}) for site in sites)
    return Notice(to=who.id, key="coming-sites", choices=choices, card="coming", show=Show.AGAIN)


def _days(who: Person, site: Site, days: Sequence[tuple[date, int]]) -> Notice:
    return Notice(
        to=who.id,
        key="coming-days",
        params={"site": site.name},
        choices=tuple(_day(site, day, count) for day, count in days),
        card=f"coming:{site.id}",
        show=Show.AGAIN,
    )


def _day(site: Site, day: date, count: int) -> Choice:
    about: dict[str, Param] = {"day": When(midday(day, site.zone), site.zone), "count": count}
    return Choice(f"absent-who:{site.id}:{day_number(day)}", "choice-coming-day", about)
