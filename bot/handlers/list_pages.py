"""◀️ and ▶️ under a supervisor's long lists; a button of a list that has changed shows the nearest page."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import lists
from bot.domain.days import day_of
from bot.domain.messages import Inbound, Notice, choice_numbers
from bot.domain.pages import page_in
from bot.handlers import day_lists, decisions
from bot.storage import queries, site_queries
from bot.storage.models import Person


async def of_group(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Another page of everybody who has begun the same session."""
    planned = await decisions.named_session(session, who, inbound, now)
    turned = await lists.turned(session, planned, who, page_in(inbound.text) or 0, now)
    return turned or await day_lists.today(session, who, inbound, now)


async def of_day(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Another page of a day at a site of this supervisor, in his period."""
    site_id, number = choice_numbers(inbound.text, 2)
    site, day = await site_queries.site_by_id(session, who, site_id), day_of(number)
    if site is None:
        raise decisions.not_yours(who)
    if not await queries.supervises(session, who, site.id, day, now):
        raise await decisions.not_his(session, who, site.id, day, now)
    turned = await day_lists.turned(session, who, site, day, page_in(inbound.text) or 0, now)
    return turned or await day_lists.today(session, who, inbound, now)
