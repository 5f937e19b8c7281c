"""`/kode`: the code of the supervisor's site, as a picture to scan and six digits to type."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import site_codes
from bot.domain.cases import local_day
from bot.domain.messages import Ask, Choice, Inbound, Notice, Refused, choice_numbers
from bot.storage import queries, site_queries
from bot.storage.models import Person
from bot.storage.site_codes import SiteCodeShow, show_of


async def show(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The code of today's site; of several he says which."""
    sites = await site_queries.sites_of(session, who, now)
    if not sites:
        return [Notice(to=who.id, key="site-code-none", ask=Ask.SUPERVISOR)]
    if len(sites) > 1:
        choices = tuple(
            Choice(f"site-code:{one.id}", "choice-site-code", {"site": one.name}) for one in sites
        )
        return [Notice(to=who.id, key="site-code-which", choices=choices)]
    return await site_codes.begin(session, who, sites[0], now)


async def by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A site of several, or *Kode baru*: under the finger in the same message, typed in a new one."""
    site = await site_queries.site_by_id(session, who, choice_numbers(inbound.text, 1)[0])
    if site is None or not await queries.supervises(session, who, site.id, local_day(now, site.zone), now):
        raise Refused("not-yours")
    before = await _under(session, who, inbound)
    if before is None or before.site_id != site.id:
        return await site_codes.begin(session, who, site, now)
    return await site_codes.go_on(session, before, site, now)


async def _under(session: AsyncSession, who: Person, inbound: Inbound) -> SiteCodeShow | None:
    if not inbound.tapped or inbound.text.count(":") < 2:
        return None
    return await show_of(session, who, choice_numbers(inbound.text, 2)[1])
