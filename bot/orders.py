"""A case as the law and the planner look at it; for many cases in the same few questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain import law, plans
from bot.domain.calendar import Calendar, overridden
from bot.domain.cases import local_day
from bot.domain.spans import EVERY_DAY, WHOLE_DAY, Span
from bot.holidays_id import holidays
from bot.storage.models import CalendarDay, Case, ExcusedSpan, Person, Placement, Site, SiteClosure


def order_of(case: Case, client: Person) -> law.Order:
    """What a case says, without who and what it is about."""
    return law.Order(
        programme=case.programme,
        ruling_number=case.ruling_number,
        ruling_on=case.ruling_on,
        court=case.court,
        total_minutes=case.total_minutes,
        daily_minutes=case.daily_minutes,
        session_minutes=case.session_minutes,
        weekdays=case.allowed_weekdays,
        window=_window(case),
        starts_on=case.starts_on,
        ends_on=case.ends_on,
        officer=case.officer_id is not None,
        prosecutor=case.prosecutor_id is not None,
        guardian=case.guardian_id is not None,
        reports=case.report_every is not None,
        first_report_on=case.first_report_on,
        child=client.child,
        born_on=client.born_on,
    )


@dataclass(frozen=True, slots=True)
class Circumstances:
    """All that planning a case depends on, from today to its last day."""

    placed: Mapping[int, tuple[Placement, Site]]
    weeks: tuple[plans.Weekly, ...]
    allowed: plans.Allowed
    daily_minutes: int
    calendar: Calendar = field(default_factory=Calendar)
    """The holidays that hold everywhere, for days that belong to no site yet."""


async def circumstances(
    session: AsyncSession, office_id: int, cases: Sequence[Case], now: datetime
) -> dict[int, Circumstances]:
    """The circumstances of these cases of one office; the number of questions does not depend on theirs."""
    ids = [case.id for case in cases]
    clients = await _by_id(session, [case.client_id for case in cases])
    placed: dict[int, dict[int, tuple[Placement, Site]]] = defaultdict(dict)
    for placement, site in await _placements(session, office_id, ids):
        placed[placement.case_id][placement.id] = (placement, site)
    sites = {site.id: site for rows in placed.values() for _, site in rows.values()}
    openings = await openings_of(session, sites.values())
    spans = await excused_spans(session, ids)
    regions = {"", *(site.region for site in sites.values())}
    calendars = await _calendars(session, office_id, cases, regions, now)
    return {
        case.id: Circumstances(
            placed=placed[case.id],
            weeks=tuple(
                _weekly(case, placement, site, openings[site.id], calendars[site.region], now)
                for placement, site in placed[case.id].values()
            ),
            allowed=allowed_of(case, clients[case.client_id], spans[case.id]),
            daily_minutes=law.daily_cap(order_of(case, clients[case.client_id])),
            calendar=calendars[""],
        )
        for case in cases
    }


def allowed_of(case: Case, client: Person, excused: Iterable[ExcusedSpan] = ()) -> plans.Allowed:
    """When a case may work at all: its ruling's days and hours, without the days that are excused; for a
    child only at sites that are suitable."""
    return plans.Allowed(
        weekdays=digits(case.allowed_weekdays) or EVERY_DAY,
        window=_window(case) or WHOLE_DAY,
        rule=case.holiday_rule,
        session_minutes=case.session_minutes,
        excused=tuple((span.first, span.last) for span in excused),
        child=client.child,
    )


def _window(case: Case) -> tuple[time, time] | None:
    if case.window_starts is None or case.window_ends is None:
        return None
    return case.window_starts, case.window_ends


async def openings_of(session: AsyncSession, sites: Iterable[Site]) -> dict[int, plans.Opening]:
    """When these sites take people."""
    known = {site.id: site for site in sites}
    query = select(SiteClosure).where(col(SiteClosure.site_id).in_(known))
    closed: dict[int, set[date]] = defaultdict(set)
    hours: dict[int, dict[date, tuple[Span, ...]]] = defaultdict(dict)
    for row in (await session.exec(query.order_by(col(SiteClosure.id)))).all():
        if row.all_day:
            closed[row.site_id].add(row.day)
        else:
            hours[row.site_id][row.day] = (*hours[row.site_id].get(row.day, ()), row.hours)
    return {
        site.id: plans.Opening(
            hours=site.hours,
            rule=site.holiday_rule,
            closed=frozenset(closed[site.id]),
            closed_hours=hours[site.id],
            for_children=site.for_children,
        )
        for site in known.values()
    }


async def calendar_of(
    session: AsyncSession, office_id: int, first: date, last: date, region: str = ""
) -> Calendar:
    """The days out of the ordinary from `first` to `last` in a region; '' knows what holds everywhere."""
    return (await calendars_of(session, office_id, [region], first, last))[region]


async def calendars_of(
    session: AsyncSession, office_id: int, regions: Iterable[str], first: date, last: date
) -> Mapping[str, Calendar]:
    """The same for several regions."""
    rows = await _own_days(session, office_id, first, last)
    return {region: _calendar(rows, first, last, region) for region in regions}


def slots_of(placement: Placement, site: Site) -> plans.Slots:
    """The weekly hours of a placement."""
    return plans.Slots(
        weekdays=digits(placement.weekdays),
        starts=placement.starts,
        ends=placement.ends,
        zone=site.zone,
        pause=placement.pause,
        every=placement.every_weeks,
    )


def digits(weekdays: str) -> frozenset[int]:
    """ISO weekdays out of their digits."""
    return frozenset(int(digit) for digit in weekdays)


def _weekly(
    case: Case, placement: Placement, site: Site, opening: plans.Opening, calendar: Calendar, now: datetime
) -> plans.Weekly:
    """A placement within its case and from today on; fortnights are counted from the week it began in."""
    return plans.Weekly(
        placement=placement.id,
        slots=slots_of(placement, site),
        first=max(placement.from_on, case.starts_on or date.min, local_day(now, site.zone)),
        last=min(placement.until_on, case.ends_on or date.max),
        opening=opening,
        calendar=calendar,
        anchor=placement.from_on,
    )


async def _by_id(session: AsyncSession, ids: Iterable[int]) -> dict[int, Person]:
    rows = (await session.exec(select(Person).where(col(Person.id).in_(set(ids))))).all()
    return {row.id: row for row in rows}


async def _placements(
    session: AsyncSession, office_id: int, cases: Sequence[int]
) -> Sequence[tuple[Placement, Site]]:
    query = (
        select(Placement, Site)
        .join(Site, col(Site.id) == col(Placement.site_id))
        .where(col(Placement.case_id).in_(cases), Placement.office_id == office_id)
        .order_by(col(Placement.id))
    )
    return (await session.exec(query)).all()


async def excused_spans(session: AsyncSession, cases: Sequence[int]) -> Mapping[int, list[ExcusedSpan]]:
    """The days on which these cases are excused, by case."""
    query = select(ExcusedSpan).where(col(ExcusedSpan.case_id).in_(cases)).order_by(col(ExcusedSpan.first))
    spans: dict[int, list[ExcusedSpan]] = defaultdict(list)
    for row in (await session.exec(query)).all():
        spans[row.case_id].append(row)
    return spans


async def _calendars(
    session: AsyncSession, office_id: int, cases: Sequence[Case], regions: Iterable[str], now: datetime
) -> Mapping[str, Calendar]:
    first = now.date().replace(month=1, day=1)
    last = max([first, *(case.ends_on for case in cases if case.ends_on)])
    return await calendars_of(session, office_id, regions, first, last)


async def _own_days(session: AsyncSession, office_id: int, first: date, last: date) -> Sequence[CalendarDay]:
    query = select(CalendarDay).where(
        CalendarDay.office_id == office_id, CalendarDay.day >= first, CalendarDay.day <= last
    )
    return (await session.exec(query.order_by(col(CalendarDay.id)))).all()


def _calendar(rows: Sequence[CalendarDay], first: date, last: date, region: str) -> Calendar:
    own = [(row.day, row.kind, row.name) for row in rows if row.region.casefold() in ("", region.casefold())]
    return overridden(holidays(range(first.year, last.year + 1)), own)
