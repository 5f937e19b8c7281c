"""`/penempatan`: three sites that suit a case, with reasons; its officer decides, and people are told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, time

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, placing
from bot.domain.calendar import HolidayRule
from bot.domain.cases import instant, local_day
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
    When,
    Word,
    Words,
    choice_numbers,
)
from bot.domain.placements import Proposal
from bot.domain.plans import Plan
from bot.handlers import clients
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
    days: dict[str, Param] = {"days": _weekdays(made.weekdays(one)), "number": number, "site": one.name}
    yield Line("place-option", days | _hours(*one.hours, office.zone, now))
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
    params: dict[str, Param] = {
        "site": site.name,
        "days": _weekdays(frozenset(int(digit) for digit in placement.weekdays)),
    }
    starts = [one.starts_at for one in plan.sessions if one.placement == placement.id]
    if starts:
        params["first"] = When(starts[0], site.zone)
    soon = "" if starts else "-no-session"
    params |= _hours(placement.starts, placement.ends, site.zone, now)
    short: dict[str, Param] = {"short": Minutes(plan.shortfall), "code": client.code}
    lines = [Line("plan-short", short)] if plan.shortfall else [Line("plan-enough")] if starts else []
    rules = (case.holiday_rule, site.holiday_rule)
    only = (Line("place-only-holidays"),) if HolidayRule.ONLY in rules else ()
    staff = params | {"name": client.shown, "code": client.code}
    answer = Notice(
        to=who.id,
        key=f"place-done{soon}",
        params=staff,
        lines=(*only, *lines),
        ask=Ask.OFFICER,
        card=f"placing:{case.id}",
        show=Show.EDIT,
    )
    keyboard = await cards.keyboard(session, client, now)
    told = Notice(
        to=client.id,
        key=f"place-told-client{soon}",
        params=cards.greeting(client) | params,
        lines=only,
        ask=keyboard,
    )
    supervisors = await queries.supervisors_of(session, site, placement.from_on, now)
    on_site = [
        Notice(to=one.id, key=f"place-told-site{soon}", params=staff, lines=only, ask=Ask.SUPERVISOR)
        for one in supervisors
        if one.id != client.id
    ]
    return [answer, told, *on_site]


def _weekdays(days: frozenset[int]) -> Words:
    return Words(tuple(f"weekday-{day}" for day in sorted(days)))


def _hours(starts: time, ends: time, zone: str, now: datetime) -> dict[str, Param]:
    """Local times of day, as the sentences want them."""
    today = local_day(now, zone)
    return {
        "start": When(instant(today, starts, zone), zone),
        "finish": When(instant(today, ends, zone), zone),
    }
