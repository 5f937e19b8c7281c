"""◀️ and ▶️ under a supervisor's long lists; a button of a list that has changed shows the nearest page."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import lists
from bot.domain.messages import Inbound, Notice
from bot.domain.pages import page_in
from bot.handlers import day_lists, decisions
from bot.handlers.list_sites import site_of_day
from bot.storage.models import Person


async def of_group(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Another page of everybody who has begun the same session."""
    planned = await decisions.named_session(session, who, inbound, now)
    turned = await lists.turned(session, planned, who, page_in(inbound.text) or 0, now)
    return turned or await day_lists.today(session, who, inbound, now)


async def of_day(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Another page of a day at a site of this supervisor, in his period."""
    site, day = await site_of_day(session, who, inbound, now)
    turned = await day_lists.turned(session, who, site, day, page_in(inbound.text) or 0, now)
    return turned or await day_lists.today(session, who, inbound, now)
