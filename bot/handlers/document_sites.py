"""The papers of a site and a week: which site, which of its weeks."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.cases import local_day
from bot.domain.days import day_number, day_of
from bot.domain.documents import Asked, DocumentKind, monday_of, with_period
from bot.domain.messages import Choice, Inbound, Line, Notice, Param, Refused, When, choice_numbers
from bot.domain.reports import midday
from bot.handlers.document_letters import SHOWN, listed, not_yours, sent
from bot.reports.documents import access
from bot.storage import queries, site_queries
from bot.storage.models import Person, Site

WEEK = timedelta(weeks=1)


async def by_site(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A site: which of its weeks."""
    site = await site_queries.site_by_id(session, who, choice_numbers(inbound.text, 1)[0])
    this = monday_of(local_day(now, site.zone)) if site else date.min
    if site is None or not await access.part_of(session, who, site, this, now):
        raise not_yours(who)
    return [_weeks(who, site, now)]


async def by_week(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A week of a site, by a day of it."""
    site_id, day = choice_numbers(inbound.text, 2)
    site = await site_queries.site_by_id(session, who, site_id)
    if site is None:
        raise not_yours(who)
    return await _list(session, who, site, monday_of(day_of(day)), now)


async def sites(session: AsyncSession, who: Person, text: str, now: datetime, page: int = 0) -> list[Notice]:
    """The sites to choose from, or the weeks of the only one; with a day behind it, that week at once."""
    name, monday = text, None
    found = await access.sites_for(session, who, text, now)
    if not found and text:
        office = await queries.office_of(session, who.office_id)
        name, monday = with_period(DocumentKind.LIST, text, local_day(now, office.zone))
        found = await access.sites_for(session, who, name, now)
    if not found and name:
        raise Refused("document-site-unknown", text=name[:60])
    if not found:
        return [Notice(to=who.id, key="document-no-site", ask=await cards.keyboard(session, who, now))]
    if len(found) == 1 and monday:
        return await _list(session, who, found[0], monday, now)
    if len(found) == 1:
        return [_weeks(who, found[0], now)]
    named = [Choice(f"document-site:{one.id}", "choice-document-site", {"site": one.name}) for one in found]
    if name:
        many = len(named) > SHOWN
        key = "document-which-site-of-many" if many else "document-which-site"
        return [Notice(to=who.id, key=key, choices=tuple(named[:SHOWN]))]
    return [listed(who, "document-which-site", named, DocumentKind.LIST, page)]


def _weeks(who: Person, site: Site, now: datetime) -> Notice:
    this = monday_of(local_day(now, site.zone))
    weeks = (("this", this), ("last", this - WEEK), ("next", this + WEEK))
    example = this - 2 * WEEK
    params: dict[str, Param] = {"site": site.name, "code": site.code, "example": f"{example:%d/%m}"}
    return Notice(
        to=who.id,
        key="document-which-week",
        params=params,
        choices=tuple(
            Choice(f"document-week:{site.id}:{day_number(monday)}", f"choice-document-{name}-week")
            for name, monday in weeks
        ),
    )


async def _list(session: AsyncSession, who: Person, site: Site, monday: date, now: datetime) -> list[Notice]:
    part = await access.part_of(session, who, site, monday, now)
    if part is None:
        raise not_yours(who)
    first, last = (When(midday(day, site.zone), site.zone) for day in (min(part.days), max(part.days)))
    ready = Line("document-ready-list", {"site": site.name, "first": first, "last": last})
    return await sent(session, who, Asked(DocumentKind.LIST, site.id, monday), ready, now)
