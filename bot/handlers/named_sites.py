"""Which site, and which day, a typed command of an officer names."""

from __future__ import annotations

from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import local_day
from bot.domain.days import day_first
from bot.domain.messages import Refused
from bot.storage import site_queries
from bot.storage.models import Person, Site


async def site_and_day(
    session: AsyncSession, who: Person, text: str, now: datetime, *, ask: str
) -> tuple[Site, date]:
    """`CODE [DAY]`; without a day it is today at the site. Raises Refused: with `ask` where no site is named,
    and for a site or day that is none."""
    site, day, words = await site_day_and_words(session, who, text, now, ask=ask)
    if words:
        raise Refused("day-not-understood", text=text.strip().partition(" ")[2].strip()[:40])
    return site, day


async def site_day_and_words(
    session: AsyncSession, who: Person, text: str, now: datetime, *, ask: str
) -> tuple[Site, date, str]:
    """`CODE [DAY] [WORDS]`, likewise."""
    code, _, rest = text.strip().partition(" ")
    if not code:
        raise Refused(ask)
    site = await site_queries.site_called(session, who, code)
    if site is None:
        raise Refused("shut-site-unknown", text=code[:40])
    today = local_day(now, site.zone)
    day, words = day_first(rest.split(), today)
    return site, day or today, " ".join(words)
