"""Whose word it is at a site on a day: whoever was appointed then, and in place of whoever has left for good
since, whoever is appointed there today."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, or_
from sqlalchemy.orm import Mapped
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import local_day
from bot.domain.checkins import AttendanceState
from bot.domain.people import Role
from bot.storage.models import Attendance, Case, Person, Site, SiteSupervisor


async def deciders(session: AsyncSession, site: Site, day: date, now: datetime) -> Sequence[Person]:
    """The people whose word counts for work of this day, leave aside; nobody where all of them have left and
    nobody was appointed after them."""
    then = await appointed(session, site, day)
    today = local_day(now, site.zone)
    still = [one for one in then if one.left_on is None or one.left_on >= today]
    if len(still) == len(then):
        return then
    heirs = [one for one in await appointed(session, site, today) if one not in still]
    return sorted((*still, *heirs), key=lambda one: one.id)


async def appointed(session: AsyncSession, site: Site, day: date) -> Sequence[Person]:
    """Who is appointed at a site on a day."""
    query = (
        select(Person)
        .join(SiteSupervisor, col(SiteSupervisor.person_id) == col(Person.id))
        .where(SiteSupervisor.site_id == site.id, SiteSupervisor.office_id == site.office_id, *in_term(day))
        .order_by(col(Person.id))
    )
    return (await session.exec(query)).all()


async def undecided_under(session: AsyncSession, person: Person) -> Sequence[tuple[Attendance, Case, Site]]:
    """The work that still waits from the days on which this person was appointed, the earliest day first."""
    query = (
        select(Attendance, Case, Site)
        .join(Case, col(Case.id) == col(Attendance.case_id))
        .join(Site, col(Site.id) == col(Attendance.site_id))
        .where(Attendance.office_id == person.office_id)
        .where(col(Attendance.state).in_([AttendanceState.OPEN, AttendanceState.WAITING]))
        .where(
            select(SiteSupervisor.id)
            .where(SiteSupervisor.person_id == person.id, SiteSupervisor.site_id == Attendance.site_id)
            .where(*in_term(col(Attendance.day)))
            .exists()
        )
        .order_by(col(Attendance.day), col(Attendance.id))
    )
    return (await session.exec(query)).all()


async def due_leavers(session: AsyncSession, now: datetime, limit: int) -> Sequence[Person]:
    """Supervisors whose last day is over and whose open items nobody has been told of."""
    query = select(Person).where(Person.role == Role.SUPERVISOR, col(Person.look_at) <= now)
    return (await session.exec(query.order_by(col(Person.look_at), col(Person.id)).limit(limit))).all()


def in_term(day: date | Mapped[date]) -> tuple[ColumnElement[bool], ...]:
    """Whether an appointment holds on a day."""
    return (
        col(SiteSupervisor.from_on) <= day,
        or_(col(SiteSupervisor.until_on).is_(None), col(SiteSupervisor.until_on) >= day),
    )
