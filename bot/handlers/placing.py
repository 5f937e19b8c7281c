"""`/penempatan`: three sites that suit a case, with reasons; its officer decides, and people are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import placing
from bot.domain.messages import (
    Ask,
    Choice,
    Inbound,
    Line,
    Minutes,
    Notice,
    Param,
    Refused,
    Show,
    Word,
    choice_numbers,
)
from bot.domain.placements import Proposal
from bot.domain.plans import Plan
from bot.handlers import clients, placement_news
from bot.placing import Proposals
from bot.storage import queries, site_queries
from bot.storage.models import Case, Office, Person, Placement, Site

SHOWN = 3
KILOMETRE = 1_000


async def propose(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/penempatan NAME`, or the code."""
    found = await clients.called(session, who, inbound.text, command="/penempatan", entry="placing", now=now)
    return [found] if isinstance(found, Notice) else [await _proposals(session, who, *found, now)]


async def by_choice(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """One of several clients."""
    found = await clients.own(session, who, choice_numbers(inbound.text, 1)[0], now)
    return [await _proposals(session, who, *found, now)]


async def place(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The officer's choice, checked again; a second tap changes nothing."""
    case_id, site_id, placements = choice_numbers(inbound.text, 3)
    case, client = await clients.own(session, who, case_id, now)
    site = await site_queries.site_by_id(session, who, site_id)
    if site is None:
        raise Refused("choice-unknown")
    # Locked after the case, so that two officers do not take the site's last place.
    site = await queries.locked_site(session, site.id)
    made = await placing.proposals(session, case, client, now=now)
    if made.placements != placements:
        raise Refused("place-changed", code=client.code)
    placement, plan = await placing.settle(session, case, made, site, by=who, now=now)
    return await _told(session, who, case, client, site, placement, plan, now)


async def _proposals(session: AsyncSession, who: Person, case: Case, client: Person, now: datetime) -> Notice:
    office = await queries.office_of(session, case.office_id)
    made = await placing.proposals(session, case, client, now=now)
    top = made.suitable[:SHOWN]
    lines = [
        Line("place-needs", {"minutes": Minutes(made.minutes), "days": made.days})
        if made.minutes
        else Line("place-needs-nothing")
    ]
    for number, one in enumerate(top, 1):
        lines += _option(number, one, made, office, now)
    lines += _against(made)
    choices = tuple(
        Choice(f"place:{case.id}:{one.site}:{made.placements}", "choice-place", {"number": number})
        for number, one in enumerate(top, 1)
    )
    return Notice(
        to=who.id,
        key="place-heading" if top else "place-none",
        params={"name": client.shown},
        lines=tuple(lines),
        choices=choices,
        card=f"placing:{case.id}",
    )


def _option(number: int, one: Proposal, made: Proposals, office: Office, now: datetime) -> Iterator[Line]:
    assert one.hours is not None  # noqa: S101  (it suits)
    days: dict[str, Param] = {
        "days": placement_news.weekdays(made.weekdays(one)),
        "number": number,
        "site": one.name,
    }
    yield Line("place-option", days | placement_news.hours(*one.hours, office.zone, now))
    if one.free is not None:
        yield Line("place-option-free", {"free": one.free})
    if one.distance_m is None:
        yield Line("place-option-distance-unknown")
    elif one.distance_m < KILOMETRE:
        yield Line("place-option-near", {"metres": round(one.distance_m, -2) or 100})
    else:
        yield Line("place-option-far", {"km": round(one.distance_m / KILOMETRE)})


def _against(made: Proposals) -> Iterator[Line]:
    """Why the other sites do not suit, counted."""
    counts = Counter(one.against for one in made.found if one.against is not None)
    for reason, count in counts.most_common():
        yield Line("place-against", {"count": count, "reason": Word(f"against-{reason.value}")})


async def _told(
    session: AsyncSession,
    who: Person,
    case: Case,
    client: Person,
    site: Site,
    placement: Placement,
    plan: Plan,
    now: datetime,
) -> list[Notice]:
    news = placement_news.News(case, client, site, placement, plan)
    short: dict[str, Param] = {"short": Minutes(plan.shortfall), "code": client.code}
    lines = [Line("plan-short", short)] if plan.shortfall else [Line("plan-enough")] if news.starts else []
    answer = Notice(
        to=who.id,
        key=f"place-done{news.soon}",
        params=news.for_others(now),
        lines=(*news.only, *lines),
        ask=Ask.OFFICER,
        card=f"placing:{case.id}",
        show=Show.EDIT,
    )
    return [answer, *await placement_news.told(session, news, now)]
