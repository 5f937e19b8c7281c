"""`/kode`: the code of the supervisor's site, this minute's, as a picture to scan and six digits to type."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import local_day
from bot.domain.messages import Ask, Choice, Inbound, Notice, Param, Refused, choice_numbers
from bot.storage import queries, site_queries
from bot.storage.models import Person, Site


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
    return [_card(who, sites[0])]


async def by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A site of several, or *Kode baru*."""
    site = await site_queries.site_by_id(session, who, choice_numbers(inbound.text, 1)[0])
    if site is None or not await queries.supervises(session, who, site.id, local_day(now, site.zone), now):
        raise Refused("not-yours")
    return [_card(who, site)]


def _card(who: Person, site: Site) -> Notice:
    """Digits, link and time are put in as it leaves (`StoredMedia`): none of them lies in the outbox."""
    again = (Choice(f"site-code:{site.id}", "choice-site-code-new"),)
    params: dict[str, Param] = {"site": site.name, "code": "", "until": ""}
    return Notice(to=who.id, key="site-code", params=params, choices=again, media=f"site-code:{site.id}")
