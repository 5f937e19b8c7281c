"""`/poster`: the poster of a site as a PDF to print, and a new one in place of one that was copied."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, paging
from bot.domain import entering
from bot.domain.entering import Matter
from bot.domain.messages import Choice, Inbound, Line, Notice, Refused, Show, choice_numbers
from bot.domain.pages import page_in, page_of
from bot.imports import entitled
from bot.reports.papers import can_print
from bot.reports.posters import keeps_quiet
from bot.storage import queries, record_queries, site_queries
from bot.storage.events import append
from bot.storage.models import Person, Site

log = structlog.get_logger()

SHOWN = 8
"""Sites to choose from on a page; any is found by its name."""
LOOKED_AT = 1000


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/poster`: of which site; `/poster CODE`, or part of the name: of that one."""
    _check_printer()
    text = inbound.text.strip()
    sites = await _sites(session, who, text, now)
    if not sites and text:
        raise Refused("poster-site-unknown", text=text[:60])
    if not sites:
        return [Notice(to=who.id, key="poster-no-site", ask=await cards.keyboard(session, who, now))]
    if len(sites) == 1:
        return [await _card(session, who, sites[0], "poster-ready")]
    if text:
        key = "poster-which-of-many" if len(sites) > SHOWN else "poster-which"
        return [Notice(to=who.id, key=key, choices=_named(sites[:SHOWN]))]
    return [_listed(who, sites, 0)]


async def turn(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Another page of the sites, as they are now."""
    wanted = page_in(inbound.text)
    if wanted is None:
        raise Refused("choice-unknown")
    sites = await _sites(session, who, "", now)
    if not sites:
        return [Notice(to=who.id, key="poster-no-site", ask=await cards.keyboard(session, who, now))]
    return [_listed(who, sites, wanted)]


def _listed(who: Person, sites: Sequence[Site], wanted: int) -> Notice:
    page = page_of(len(sites), SHOWN, wanted)
    return Notice(
        to=who.id,
        key="poster-which",
        lines=tuple(paging.lines(page)),
        choices=(*_named(page.cut(sites)), *paging.choices("poster-page", page, after=SHOWN)),
        card="posters",
        show=Show.AGAIN,
    )


def _named(sites: Sequence[Site]) -> tuple[Choice, ...]:
    return tuple(Choice(f"poster-site:{one.id}", "choice-poster-site", {"site": one.name}) for one in sites)


async def by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A site of several."""
    _check_printer()
    return [await _card(session, who, await _chosen(session, who, inbound, now), "poster-ready")]


async def ask(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Ganti poster* takes the one on the wall away from everybody, so it is asked about."""
    site = await _chosen(session, who, inbound, now)
    sure = Choice(f"poster-new:{site.id}:{site.poster_edition}", "choice-poster-new")
    return [Notice(to=who.id, key="poster-replace-sure", params={"site": site.name}, choices=(sure,))]


async def replace(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The next edition; pressed again, what was made then."""
    _check_printer()
    edition = choice_numbers(inbound.text, 2)[1]
    site = await queries.locked_site(session, (await _chosen(session, who, inbound, now)).id)
    await session.refresh(site)
    if edition != site.poster_edition:
        return [await _card(session, who, site, "poster-ready")]
    site.poster_edition += 1
    await append(
        session,
        office_id=site.office_id,
        stream=f"site:{site.id}",
        kind="poster_replaced",
        actor_id=who.id,
        payload={"edition": site.poster_edition},
        happened_at=inbound.sent_at,
        now=now,
    )
    return [await _card(session, who, site, "poster-replaced")]


async def _card(session: AsyncSession, who: Person, site: Site, key: str) -> Notice:
    office = await queries.office_of(session, site.office_id)
    return Notice(
        to=who.id,
        key=key,
        params={"site": site.name},
        lines=(Line("poster-without-name"),) if keeps_quiet(site, office) else (),
        choices=(Choice(f"poster-replace:{site.id}", "choice-poster-replace"),),
        media=f"poster:{site.id}",
    )


def _check_printer() -> None:
    if not can_print():
        raise Refused("poster-cannot-print")


async def _chosen(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> Site:
    site = await site_queries.site_by_id(session, who, choice_numbers(inbound.text, 1)[0])
    if site is None or not await entitled.may(session, who, site, now):
        log.warning("refused.not_yours", person=who.id, role=who.role)
        raise Refused("not-yours")
    return site


async def _sites(session: AsyncSession, who: Person, text: str, now: datetime) -> list[Site]:
    """Those whose place is this person's to say: where clients of his work, or nobody yet; an operator all.
    One that is named by its code is meant alone."""
    hands, found = await entitled.hands_of(session, who, now), []
    sites = await record_queries.sites(session, who.office_id, text, LOOKED_AT)
    officers = await record_queries.officers_by_site(session, who.office_id, [one.id for one in sites])
    for site in sites:
        tie = entering.tie_to_site(officers.get(site.id, set()), hands)
        if entering.may_correct(who.role, Matter.SITE, tie):
            found.append(site)
    return [one for one in found if one.code.casefold() == text.casefold()] or found
