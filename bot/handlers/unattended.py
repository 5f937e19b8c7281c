"""A site and a day on which nobody confirms, as buttons name them."""

from __future__ import annotations

from datetime import date

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.days import day_of
from bot.domain.messages import Inbound, Param, Refused, When, choice_numbers
from bot.domain.reports import midday
from bot.storage import site_queries
from bot.storage.models import Person, Site

log = structlog.get_logger()


async def about(session: AsyncSession, who: Person, inbound: Inbound) -> tuple[Site, date]:
    """What a button is about."""
    site_id, number = choice_numbers(inbound.text, 2)
    return await site_of(session, who, site_id), day_of(number)


async def site_of(session: AsyncSession, who: Person, site_id: int) -> Site:
    """A site of this person's office. Raises Refused."""
    site = await site_queries.site_by_id(session, who, site_id)
    if site is None:
        raise not_yours(who)
    return site


def params(site: Site, day: date) -> dict[str, Param]:
    return {"site": site.name, "day": When(midday(day, site.zone), site.zone)}


def not_yours(who: Person) -> Refused:
    log.warning("refused.not_yours", person=who.id, role=who.role)
    return Refused("not-yours")
