"""The questions about a site as a whole: who is expected there, who may close it, what closed it."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta

from sqlalchemy import and_, func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import OPEN_STATES, CaseState, local_day
from bot.domain.checkins import AttendanceState, SessionState
from bot.domain.closures import stretch_of
from bot.domain.leaves import LeaveState
from bot.domain.outcomes import EXCUSED, climbs
from bot.domain.people import Role
from bot.storage import excuse_requests, leaves, queries
from bot.storage.appointments import deciders, in_term
from bot.storage.models import (
    Attendance,
    Case,
    Person,
    Placement,
    Site,
    SiteClosure,
    SiteSupervisor,
    WorkSession,
)


async def closures_of(session: AsyncSession, site: Site, day: date) -> Sequence[SiteClosure]:
    """When, and why, a site takes nobody on a day: all of it, or hours."""
    query = select(SiteClosure).where(
        SiteClosure.site_id == site.id, SiteClosure.office_id == site.office_id, SiteClosure.day == day
    )
    return (await session.exec(query.order_by(col(SiteClosure.starts), col(SiteClosure.id)))).all()


async def closure_over(
    session: AsyncSession, site: Site, day: date, since: datetime, until: datetime
) -> SiteClosure | None:
    """The closure of a day that touches this time, the first; None where there is none."""
    for one in await closures_of(session, site, day):
        closes, opens = stretch_of(day, one.hours, site.zone)
        if one.all_day or (closes <= until and since < opens):
            return one
    return None


async def days_with_work(session: AsyncSession, site: Site, first: date, last: date) -> Sequence[date]:
    """The days on which a site still expects somebody, somebody is at work, or was missed without an
    excuse."""
    planned = (
        select(WorkSession)
        .where(WorkSession.site_id == site.id, WorkSession.office_id == site.office_id)
        .where(WorkSession.day >= first, WorkSession.day <= last)
    )
    working = (
        select(Attendance)
        .where(Attendance.site_id == site.id, Attendance.office_id == site.office_id)
        .where(Attendance.day >= first, Attendance.day <= last)
        .where(Attendance.state == AttendanceState.OPEN)
    )
    days = {row.day for row in (await session.exec(working)).all()}
    for row in (await session.exec(planned)).all():
        missed = row.state is SessionState.MISSED and climbs(row.outcome)
        if missed or row.state is SessionState.PLANNED:
            days.add(row.day)
    return sorted(days)


async def sites_of(session: AsyncSession, person: Person, now: datetime, *, before: int = 0) -> list[Site]:
    """The sites at which somebody confirms today, for himself or for a person on leave, by each site's own
    clock; `before`: so many days ago, as far as his right still stands."""
    found = {}
    for site in await _appointed_ever(session, person, now):
        day = local_day(now, site.zone) - timedelta(days=before)
        if site.id not in found and await queries.supervises(session, person, site.id, day, now):
            found[site.id] = site
    return list(found.values())


async def waiting_before(session: AsyncSession, person: Person, now: datetime) -> list[tuple[Site, date]]:
    """Where and on which days before yesterday somebody's work still waits for this person's word, the latest
    day first."""
    sites = {site.id: site for site in await _appointed_ever(session, person, now)}
    query = (
        select(col(Attendance.site_id), col(Attendance.day))
        .where(col(Attendance.site_id).in_(sites), Attendance.office_id == person.office_id)
        .where(col(Attendance.state).in_([AttendanceState.OPEN, AttendanceState.WAITING]))
        .distinct()
        .order_by(col(Attendance.day).desc(), col(Attendance.site_id))
    )
    return [
        (sites[site_id], day)
        for site_id, day in (await session.exec(query)).all()
        if day < local_day(now, sites[site_id].zone) - timedelta(days=1)
        and await queries.supervises(session, person, site_id, day, now)
    ]


async def _appointed_ever(session: AsyncSession, person: Person, now: datetime) -> Sequence[Site]:
    """The sites at which this person, or somebody for whom he stands in, was ever appointed."""
    standing_in = await leaves.covering(session, person, now)
    people = {person.id, *(leave.person_id for leave in standing_in)}
    query = (
        select(Site)
        .join(SiteSupervisor, col(SiteSupervisor.site_id) == col(Site.id))
        .where(col(SiteSupervisor.person_id).in_(people), Site.office_id == person.office_id)
        .order_by(col(Site.id))
    )
    return (await session.exec(query)).all()


async def confirmers(session: AsyncSession, site: Site, day: date, now: datetime) -> set[int]:
    """Who is there to confirm at a site on a day: whoever is appointed, or after somebody who has left, and
    not away, and whoever has agreed to stand in for somebody who is. Nobody: an officer must see to it."""
    regular = {one.id for one in await deciders(session, site, day, now)}
    leaves_of_day = [one for one in await leaves.away_from(session, site, day) if one.person_id in regular]
    away = {one.person_id for one in leaves_of_day}
    return regular - away | {
        one.stand_in_id
        for one in leaves_of_day
        if one.stand_in_id is not None and one.state in (LeaveState.ACCEPTED, LeaveState.OVER)
    }


async def thinly_supervised(session: AsyncSession, office_id: int, day: date) -> Sequence[tuple[Site, int]]:
    """The sites at which somebody is placed and at most one person is appointed, with that number."""
    placed = (
        select(Placement.site_id)
        .join(Case, col(Case.id) == col(Placement.case_id))
        .where(Placement.office_id == office_id, Placement.until_on >= day)
        .where(col(Case.state).in_(OPEN_STATES))
    )
    counted = func.count(func.distinct(SiteSupervisor.person_id))
    appointed = and_(
        col(SiteSupervisor.site_id) == col(Site.id),
        *in_term(day),
    )
    query = (
        select(Site, counted)
        .outerjoin(SiteSupervisor, appointed)
        .where(Site.office_id == office_id, col(Site.id).in_(placed))
        .group_by(col(Site.id))
        .having(counted <= 1)
        .order_by(col(Site.name), col(Site.id))
    )
    return (await session.exec(query)).all()


async def officers_at(session: AsyncSession, site: Site, day: date) -> list[int]:
    """Who guides somebody that is placed at a site on this day or later."""
    query = (
        select(Case.officer_id)
        .join(Placement, col(Placement.case_id) == col(Case.id))
        .where(Placement.site_id == site.id, Placement.office_id == site.office_id)
        .where(col(Case.state).in_(OPEN_STATES), Placement.until_on >= day)
    )
    return sorted({one for one in (await session.exec(query)).all() if one is not None})


async def site_by_id(session: AsyncSession, who: Person, site_id: int) -> Site | None:
    query = select(Site).where(Site.id == site_id, Site.office_id == who.office_id)
    return (await session.exec(query)).first()


async def named(session: AsyncSession, office_id: int, names: Collection[str]) -> Sequence[Site]:
    """The sites with these names; two may bear one."""
    query = select(Site).where(Site.office_id == office_id, col(Site.name).in_(names))
    return (await session.exec(query.order_by(col(Site.id)))).all()


async def site_called(session: AsyncSession, who: Person, code: str) -> Site | None:
    """A site of this person's office, by its code."""
    query = select(Site).where(Site.office_id == who.office_id, func.lower(Site.code) == code.lower())
    return (await session.exec(query)).first()


async def may_close(session: AsyncSession, who: Person, site: Site, day: date, now: datetime) -> bool:
    """The site's supervisor of that day, or an officer who guides somebody placed there; or did so on a day
    before his client went to another Bapas, by which the placement ended."""
    if who.role is Role.SUPERVISOR:
        return await queries.supervises(session, who, site.id, day, now)
    officers = await leaves.guided(session, who, now)
    query = (
        select(Placement.id)
        .join(Case, col(Case.id) == col(Placement.case_id))
        .where(Placement.site_id == site.id, Placement.office_id == who.office_id)
        .where(col(Case.officer_id).in_(officers), Placement.until_on >= day)
        .where(col(Case.state).in_([*OPEN_STATES, CaseState.TRANSFERRED]))
        .limit(1)
    )
    return (await session.exec(query)).first() is not None


async def missing_of(session: AsyncSession, planned: WorkSession) -> Sequence[tuple[WorkSession, Person]]:
    """Who is expected at the same site and hour, has not begun, and of whom nobody has said why, by
    code."""
    query = (
        select(WorkSession, Person)
        .join(Person, col(Person.id) == col(WorkSession.client_id))
        .where(WorkSession.site_id == planned.site_id, WorkSession.office_id == planned.office_id)
        .where(WorkSession.starts_at == planned.starts_at)
        .where(col(WorkSession.state).in_((SessionState.PLANNED, SessionState.MISSED)))
        .where(or_(col(WorkSession.outcome).is_(None), col(WorkSession.outcome).not_in(EXCUSED)))
        .where(col(WorkSession.absence).is_(None))
        .order_by(col(Person.code))
    )
    rows = (await session.exec(query)).all()
    clients = [client.id for _, client in rows]
    away = await excuse_requests.asking(session, planned.office_id, clients, planned.day)
    return [(one, client) for one, client in rows if client.id not in away]
