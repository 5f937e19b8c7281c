"""A case as the law and the planner look at it."""

from __future__ import annotations

from datetime import date

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.calendars import calendar_of
from bot.domain import law, plans
from bot.storage.models import Case, ExcusedSpan, Person, Placement, Site, SiteClosure


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
        window=case.window_starts is not None and case.window_ends is not None,
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


async def allowed_of(session: AsyncSession, case: Case) -> plans.Allowed:
    """When a case may work at all: its ruling's days and hours, without the days that are excused."""
    query = select(ExcusedSpan).where(ExcusedSpan.case_id == case.id).order_by(col(ExcusedSpan.first))
    spans = (await session.exec(query)).all()
    window = plans.WHOLE_DAY
    if case.window_starts is not None and case.window_ends is not None:
        window = (case.window_starts, case.window_ends)
    return plans.Allowed(
        weekdays=digits(case.allowed_weekdays) or plans.EVERY_DAY,
        window=window,
        rule=case.holiday_rule,
        session_minutes=case.session_minutes,
        excused=tuple((span.first, span.last) for span in spans),
    )


async def opening_of(session: AsyncSession, site: Site) -> plans.Opening:
    """When a site takes people."""
    closed = (await session.exec(select(col(SiteClosure.day)).where(SiteClosure.site_id == site.id))).all()
    return plans.Opening(
        weekdays=digits(site.open_weekdays),
        hours=(site.opens, site.closes),
        rule=site.holiday_rule,
        closed=frozenset(closed),
    )


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


async def weekly_of(
    session: AsyncSession, placement: Placement, site: Site, first: date, last: date
) -> plans.Weekly:
    """A placement from `first` to `last` at most; fortnights are counted from the week it began in."""
    first, last = max(placement.from_on, first), min(placement.until_on, last)
    return plans.Weekly(
        placement=placement.id,
        slots=slots_of(placement, site),
        first=first,
        last=last,
        opening=await opening_of(session, site),
        calendar=await calendar_of(session, site.office_id, first, last, site.region),
        anchor=placement.from_on,
    )


def digits(weekdays: str) -> frozenset[int]:
    """ISO weekdays out of their digits."""
    return frozenset(int(digit) for digit in weekdays)
