"""Proposes sites for a case, and places it where its officer says."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import OPEN_STATES, CaseState, local_day
from bot.domain.hours import EventKind
from bot.domain.messages import Refused, Word
from bot.domain.placements import Candidate, Proposal, Wish, propose
from bot.domain.placing import (
    USUAL_HOURS,
    bringing,
    days_a_week,
    enough,
    session_length,
    worthwhile,
)
from bot.domain.plans import Opening, Plan
from bot.domain.spans import WHOLE_DAY
from bot.orders import Circumstances, calendars_of, circumstances, digits, openings_of
from bot.planning import preview
from bot.registry import place
from bot.storage import queries
from bot.storage.events import facts_of, record, told_by
from bot.storage.models import Case, Person, Placement, Site


@dataclass(frozen=True, slots=True)
class Proposals:
    """What a case still needs, every site with what speaks for or against it, and how many placements the
    case had when this was worked out."""

    minutes: int
    days: int
    found: tuple[Proposal, ...]
    placements: int
    session_minutes: int
    days_at: Mapping[int, Mapping[int, int]] = field(default_factory=dict)
    """Site → ISO weekday → days with work up to the last day of the case."""

    @property
    def suitable(self) -> tuple[Proposal, ...]:
        return tuple(one for one in self.found if one.against is None)

    def weekdays(self, one: Proposal) -> frozenset[int]:
        """The days of the week to propose at a site."""
        days = self.days_at.get(one.site, {})
        available = {day: days.get(day, 0) for day in one.weekdays}
        return enough(available, self.days, sessions=-(-self.minutes // self.session_minutes))


async def proposals(session: AsyncSession, case: Case, client: Person, *, now: datetime) -> Proposals:
    """Sites for the hours that have no place yet. Raises Refused for a case that is not under way."""
    if case.state is not CaseState.ACTIVE or case.ends_on is None:
        raise Refused("place-not-active")
    office = await queries.office_of(session, case.office_id)
    known = (await circumstances(session, case.office_id, [case], now))[case.id]
    minutes = (await preview(session, case, now=now)).shortfall
    own = [
        placement
        for placement, _ in known.placed.values()
        if placement.until_on >= local_day(now, office.zone)
    ]
    used = frozenset(day for placement in own for day in digits(placement.weekdays))
    first = first_day(case, local_day(now, office.zone))
    weekdays = known.allowed.weekdays - used
    most = min(case.session_minutes or known.daily_minutes, known.daily_minutes)
    any_site = bringing(known.allowed, Opening(), known.calendar, first=first, last=case.ends_on)
    length = session_length(minutes, most, len(weekdays & worthwhile(any_site)), first, case.ends_on)
    home = None
    if client.home_latitude is not None and client.home_longitude is not None:
        home = (client.home_latitude, client.home_longitude)
    days = days_a_week(minutes, case.session_minutes or length, first, case.ends_on)
    wish = Wish(
        weekdays=weekdays,
        days=days,
        window=USUAL_HOURS if known.allowed.window == WHOLE_DAY else known.allowed.window,
        session_minutes=case.session_minutes or length,
        child=client.child,
        home=home,
    )
    today = local_day(now, office.zone)
    sites = (await session.exec(select(Site).where(Site.office_id == case.office_id))).all()
    openings = await openings_of(session, sites)
    days_at = await _days_at(session, case, known, sites, openings, first)
    people = await _placed(session, case.office_id, today)
    stopped = await stopped_at(session, case)
    candidates = _candidates(sites, openings, days_at, people, weekdays)
    found = propose(wish, (replace(one, stopped=one.site in stopped) for one in candidates))
    return Proposals(minutes, days, tuple(found), len(own), wish.session_minutes, days_at)


async def settle(
    session: AsyncSession, case: Case, made: Proposals, site: Site, *, by: Person, now: datetime
) -> tuple[Placement, Plan]:
    """Place a case at a site as it was proposed. Raises Refused where the site does not suit (any more)."""
    one = next((one for one in made.found if one.site == site.id), None)
    if one is None or one.hours is None or one.against is not None:
        reason = one.against.value if one and one.against else "no_shared_hours"
        raise Refused("place-not-suitable", site=site.name, reason=Word(f"against-{reason}"))
    assert case.ends_on is not None  # noqa: S101  (proposals says so)
    placement = Placement(
        office_id=case.office_id,
        code=await _free_code(session, case),
        case_id=case.id,
        site_id=site.id,
        weekdays="".join(str(day) for day in sorted(made.weekdays(one))),
        starts=one.hours[0],
        ends=one.hours[1],
        from_on=first_day(case, local_day(now, site.zone)),
        until_on=case.ends_on,
    )
    plan = await place(session, case, placement, now=now)
    payload = {
        "placement": placement.id,
        "site": site.id,
        "weekdays": placement.weekdays,
        "starts": placement.starts.isoformat(),
        "ends": placement.ends.isoformat(),
    }
    await record(session, case, EventKind.PLACED, actor_id=by.id, payload=payload, happened_at=now, now=now)
    return placement, plan


async def stopped_at(session: AsyncSession, case: Case) -> frozenset[int]:
    """The sites at which the work of a case was stopped, and the stop was not taken back."""
    facts = [
        *await facts_of(session, case, EventKind.PLACEMENT_STOPPED),
        *await facts_of(session, case, EventKind.PLACEMENT_RESUMED),
    ]
    last = {told_by(one).get("site"): one.kind for one in sorted(facts, key=lambda one: one.seq)}
    return frozenset(site for site, kind in last.items() if site and kind == EventKind.PLACEMENT_STOPPED)


def first_day(case: Case, today: date) -> date:
    """A new placement begins tomorrow, or with the case: everybody hears of it before."""
    return max(today + timedelta(days=1), case.starts_on or date.min)


async def _days_at(
    session: AsyncSession,
    case: Case,
    known: Circumstances,
    sites: Sequence[Site],
    openings: Mapping[int, Opening],
    first: date,
) -> Mapping[int, Mapping[int, int]]:
    """Site → the weekdays that bring work there; sites alike in days and region are looked at once."""
    last = case.ends_on or first
    calendars = await calendars_of(session, case.office_id, {site.region for site in sites}, first, last)
    alike: dict[object, Mapping[int, int]] = {}
    found = {}
    for site in sites:
        opening = openings[site.id]
        kind = (opening.weekdays, opening.rule, opening.closed, site.region)
        if kind not in alike:
            alike[kind] = bringing(known.allowed, opening, calendars[site.region], first=first, last=last)
        found[site.id] = alike[kind]
    return found


def _candidates(
    sites: Sequence[Site],
    openings: Mapping[int, Opening],
    days_at: Mapping[int, Mapping[int, int]],
    people: Mapping[int, Counter[int]],
    wanted: frozenset[int],
) -> Iterator[Candidate]:
    """The office's sites, with the days on which they have work and room; full is who has no room on a
    wanted day."""
    for site in sites:
        one = Candidate(
            site=site.id,
            name=site.name,
            area=site.readable_area,
            hours=openings[site.id].hours,
            days_at=days_at[site.id],
            capacity=site.capacity,
            for_children=site.for_children,
        )
        yield _with_room(one, wanted, people[site.id])


def _with_room(one: Candidate, wanted: frozenset[int], count: Mapping[int, int]) -> Candidate:
    if one.capacity is None:
        return one
    room = {day: one.days_at[day] for day in one.days_at.keys() & wanted if count[day] < one.capacity}
    if not room:
        return replace(one, busiest=one.capacity)
    return replace(one, days_at=room, busiest=max(count[day] for day in room))


async def _placed(session: AsyncSession, office_id: int, today: date) -> Mapping[int, Counter[int]]:
    """Site → people placed there on each ISO weekday, from today on."""
    query = (
        select(Placement)
        .join(Case, col(Case.id) == col(Placement.case_id))
        .where(Placement.office_id == office_id, Placement.until_on >= today)
        .where(col(Case.state).in_(OPEN_STATES))
    )
    people: dict[int, Counter[int]] = defaultdict(Counter)
    rows: Iterable[Placement] = (await session.exec(query)).all()
    for placement in rows:
        people[placement.site_id].update(digits(placement.weekdays))
    return people


async def _free_code(session: AsyncSession, case: Case) -> str:
    """`P-` and the client's code, with a number from the second placement on."""
    client = await session.get_one(Person, case.client_id)
    taken: Sequence[str] = (
        await session.exec(
            select(Placement.code)
            .where(Placement.office_id == case.office_id)
            .where(func.lower(Placement.code).startswith(f"p-{client.code.lower()}", autoescape=True))
        )
    ).all()
    names = (f"P-{client.code}{f'-{number}' if number > 1 else ''}" for number in range(1, len(taken) + 2))
    lower = {code.lower() for code in taken}
    return next(name for name in names if name.lower() not in lower)
