"""The site, and the day, that a button of a supervisor's list names."""

from __future__ import annotations

from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import local_day
from bot.domain.days import day_of
from bot.domain.messages import Inbound, choice_numbers
from bot.handlers import decisions
from bot.storage import queries, site_queries
from bot.storage.models import Person, Site


async def site_of_day(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime
) -> tuple[Site, date]:
    """A site of this supervisor on a day of his period. Raises Refused."""
    site_id, number = choice_numbers(inbound.text, 2)
    site, day = await site_queries.site_by_id(session, who, site_id), day_of(number)
    if site is None:
        raise decisions.not_yours(who)
    if not await queries.supervises(session, who, site.id, day, now):
        raise await decisions.not_his(session, who, site.id, day, now)
    return site, day


async def site_at(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> Site:
    """A site at which this supervisor confirms today. Raises Refused."""
    site = await site_queries.site_by_id(session, who, choice_numbers(inbound.text, 1)[0])
    if site is None:
        raise decisions.not_yours(who)
    day = local_day(now, site.zone)
    if not await queries.supervises(session, who, site.id, day, now):
        raise await decisions.not_his(session, who, site.id, day, now)
    return site
