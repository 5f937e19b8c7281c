"""A supervisor stands at his site and sends where he is: does the pin fit? It is never moved by that."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import local_day
from bot.domain.days import day_number
from bot.domain.messages import Ask, Choice, Guide, Inbound, Notice, Param, Refused, choice_numbers
from bot.domain.people import Role
from bot.domain.places import SMALLEST_RADIUS, Judged
from bot.domain.practice import PIN, place_trouble
from bot.judging import judged as compared
from bot.receipts import pin_wrong
from bot.storage import queries, site_queries
from bot.storage.events import append
from bot.storage.models import Person, Site


async def ask(session: AsyncSession, who: Person, now: datetime) -> list[Notice]:
    """Ask him to stand at his site; at which one, where he has several."""
    sites = await site_queries.sites_of(session, who, now)
    if len(sites) == 1:
        return await _ask_at(session, who, sites[0], now)
    choices = tuple(Choice(f"pin-site:{one.id}", "choice-name", {"name": one.name}) for one in sites)
    return [Notice(to=who.id, key="pin-which", choices=choices)] if sites else []


async def choose(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """One of several sites."""
    site = await _own_site(session, who, choice_numbers(inbound.text, 1)[0], now)
    return await _ask_at(session, who, site, now)


async def location(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """Where he stands, against the pin. Farther off than the radius, or without a pin, the officers of the
    site hear it; only these numbers are kept."""
    site = await _own_site(session, who, about, now)
    if trouble := place_trouble(inbound.point, inbound.labels):
        return [Notice(to=who.id, key=f"practice-place-{trouble.value}", ask=Ask.PRACTICE)]
    await queries.forget_question(session, who)
    judged = compared(inbound.point, site)
    radius = max(site.radius_m, round(SMALLEST_RADIUS))
    told: dict[str, Param] = {"site": site.name, "radius": radius}
    if judged.distance_m is None:
        outcome = "none"
    else:
        told["metres"] = judged.distance_m
        outcome = "fits" if judged.distance_m <= radius else "differs"
    await _note(session, who, site, outcome, judged, now)
    answer = Notice(to=who.id, key=f"pin-{outcome}", params=told, ask=Ask.SUPERVISOR)
    if outcome == "fits":
        return [answer]
    told |= {"supervisor": who.shown, "code": site.code, "accuracy": judged.accuracy_m or 0}
    once = f"pin:{site.id}:{who.id}:{day_number(local_day(now, site.zone))}"
    readers = await _officers(session, site, now)
    key = f"pin-{outcome}-officer"
    return [
        answer,
        _offer(who, site),
        *(Notice(to=one, key=key, params=told, once=f"{once}:{one}") for one in readers),
    ]


def _offer(who: Person, site: Site) -> Notice:
    """The way to propose a pin: the position sent here is not kept, so it is sent once more."""
    return Notice(to=who.id, key="pin-offer", params={"site": site.name}, choices=(pin_wrong(site),))


async def words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """Words instead of a location: which key it is."""
    return [Notice(to=who.id, key="practice-place-how", ask=Ask.PRACTICE)]


async def _ask_at(session: AsyncSession, who: Person, site: Site, now: datetime) -> list[Notice]:
    await queries.ask_for_words(session, who, PIN, site.id, now)
    return [Notice(to=who.id, key="pin-ask", params={"site": site.name}, ask=Ask.PRACTICE)]


async def _own_site(session: AsyncSession, who: Person, site_id: int, now: datetime) -> Site:
    """A site at which he confirms today. Raises Refused for any other."""
    site = await site_queries.site_by_id(session, who, site_id)
    if site is None:
        raise Refused("not-yours")
    if not await queries.supervises(session, who, site.id, local_day(now, site.zone), now):
        raise Refused("not-yours")
    return site


async def _officers(session: AsyncSession, site: Site, now: datetime) -> list[int | Guide]:
    """Who guides somebody placed there; where nobody is placed, the operators."""
    officers = await site_queries.officers_at(session, site, local_day(now, site.zone))
    operators = [] if officers else await queries.staff(session, site.office_id, Role.OPERATOR)
    return [*(Guide(one) for one in officers), *(one.id for one in operators)]


async def _note(
    session: AsyncSession, who: Person, site: Site, outcome: str, judged: Judged, now: datetime
) -> None:
    await queries.locked_site(session, site.id)
    await append(
        session,
        office_id=site.office_id,
        stream=f"site:{site.id}",
        kind="pin_checked",
        actor_id=who.id,
        payload={"metres": judged.distance_m, "accuracy": judged.accuracy_m, "radius": site.radius_m},
        happened_at=now,
        now=now,
        reason=outcome,
    )
