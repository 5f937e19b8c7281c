"""Whom the supervisors of an office are to expect today, each question asked once for all of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import and_, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.checkins import SessionState
from bot.domain.leaves import LeaveState
from bot.domain.outcomes import EXCUSED
from bot.domain.spans import WHOLE_DAY
from bot.storage import leaves
from bot.storage.appointments import in_term
from bot.storage.kinships import Kinship
from bot.storage.leaves import Leave
from bot.storage.models import Office, Person, Site, SiteClosure, SiteSupervisor, WorkSession


async def zones_of(session: AsyncSession, office: Office) -> Sequence[str]:
    """The zones of an office's sites."""
    query = select(Site.zone).where(Site.office_id == office.id).distinct().order_by(col(Site.zone))
    return (await session.exec(query)).all()


async def planned_on(
    session: AsyncSession, office: Office, zone: str, day: date
) -> Sequence[tuple[WorkSession, Person]]:
    """Who is planned at the sites of a zone on a day and has not begun, with those whose session was dropped
    because they are excused; by start and code."""
    excused = and_(col(WorkSession.state) == SessionState.CANCELLED, col(WorkSession.outcome).in_(EXCUSED))
    query = (
        select(WorkSession, Person)
        .join(Person, col(Person.id) == col(WorkSession.client_id))
        .join(Site, col(Site.id) == col(WorkSession.site_id))
        .where(WorkSession.office_id == office.id, WorkSession.day == day, Site.zone == zone)
        .where(or_(col(WorkSession.state) == SessionState.PLANNED, excused))
        .order_by(col(WorkSession.starts_at), col(Person.code), col(WorkSession.id))
    )
    return (await session.exec(query)).all()


async def closed_on(session: AsyncSession, office: Office, zone: str, day: date) -> set[int]:
    """The sites of a zone that take nobody on a day, at no hour of it."""
    query = (
        select(SiteClosure.site_id)
        .join(Site, col(Site.id) == col(SiteClosure.site_id))
        .where(SiteClosure.office_id == office.id, SiteClosure.day == day, Site.zone == zone)
        .where(SiteClosure.starts == WHOLE_DAY[0], SiteClosure.ends == WHOLE_DAY[1])
    )
    return set((await session.exec(query)).all())


async def names_of(session: AsyncSession, office: Office, sites: Collection[int]) -> dict[int, str]:
    query = select(Site.id, Site.name).where(Site.office_id == office.id, col(Site.id).in_(sites))
    return dict((await session.exec(query)).all())


async def readers_of(
    session: AsyncSession, office: Office, sites: Collection[int], day: date
) -> dict[int, set[int]]:
    """Supervisor → his sites today, of these: in place of who is on leave his stand-in, nobody in place of
    who is away without one."""
    query = (
        select(SiteSupervisor.site_id, SiteSupervisor.person_id)
        .join(Person, col(Person.id) == col(SiteSupervisor.person_id))
        .where(SiteSupervisor.office_id == office.id, col(SiteSupervisor.site_id).in_(sites), *in_term(day))
        .where(or_(col(Person.left_on).is_(None), col(Person.left_on) >= day))
    )
    away = await leaves.lasting(session, office.id, day)
    found = defaultdict(set)
    for site, person in (await session.exec(query)).all():
        instead = {one.person_id: one.stand_in_id for one in away if one.covers(site)}
        reader = instead.get(person, person)
        if reader is not None:
            found[reader].add(site)
    return found


async def families(session: AsyncSession, office: Office) -> dict[int, set[int]]:
    """Relative → the clients whose work is not his to confirm."""
    query = select(Kinship.relative_id, Kinship.client_id).where(
        Kinship.office_id == office.id, col(Kinship.ended_at).is_(None)
    )
    found = defaultdict(set)
    for relative, client in (await session.exec(query)).all():
        found[relative].add(client)
    return found


async def still_awaits(session: AsyncSession, person_id: int, day: date) -> bool:
    """Whether anybody is still to come on a day at a site at which this person confirms, for himself or for
    somebody on leave."""
    absent = select(Leave.person_id).where(
        Leave.stand_in_id == person_id,
        Leave.state == LeaveState.ACCEPTED,
        Leave.first <= day,
        Leave.last >= day,
    )
    his = or_(col(SiteSupervisor.person_id) == person_id, col(SiteSupervisor.person_id).in_(absent))
    his_office = select(Person.office_id).where(Person.id == person_id).scalar_subquery()
    query = (
        select(WorkSession.id)
        .where(WorkSession.day == day, WorkSession.state == SessionState.PLANNED)
        .where(WorkSession.office_id == his_office)
        .where(col(WorkSession.site_id).in_(select(SiteSupervisor.site_id).where(his, *in_term(day))))
        .limit(1)
    )
    return (await session.exec(query)).first() is not None
