"""Somebody of the staff leaves for good: no client without an officer, no site without a supervisor."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlmodel import col, func, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import registry
from bot.domain.cases import OVER_STATES, local_day
from bot.domain.leaves import hand_back_at
from bot.domain.messages import Refused
from bot.domain.people import Role
from bot.leaves import day_at
from bot.storage import leaves, queries
from bot.storage.events import append, person_stream
from bot.storage.models import Case, Invitation, Person, Placement, Site, SiteSupervisor

DAY = timedelta(days=1)


async def depart(
    session: AsyncSession, person: Person, on: date, *, successor: Person | None, now: datetime
) -> Sequence[Site]:
    """`on` is the last day of an officer or supervisor; returns the sites that were handed over.

    Raises Refused for an officer with cases that are not closed, for a supervisor whose site would have
    nobody, for somebody who has promised to stand in, and for any other role.
    """
    if person.role not in (Role.SUPERVISOR, Role.OFFICER):
        raise Refused("departure-only-staff", name=person.shown)
    await _check_promises(session, person, on)
    if person.role is Role.OFFICER:
        await _check_cases(session, person)
        sites: Sequence[Site] = ()
    else:
        sites = await _hand_over(session, person, on, successor, now)
    office = await queries.office_of(session, person.office_id)
    person.left_on = on
    if person.role is Role.SUPERVISOR:
        person.look_at = hand_back_at(on, office.zone)
    elif on <= local_day(now, office.zone):
        person.look_at = None
    unused = (col(Invitation.person_id) == person.id, col(Invitation.used_at).is_(None))
    await session.exec(update(Invitation).where(*unused).values(expires_at=now))
    await _note(session, person, on, successor, now)
    return sites


async def _check_cases(session: AsyncSession, person: Person) -> None:
    query = select(func.count()).select_from(Case).where(Case.officer_id == person.id)
    query = query.where(Case.office_id == person.office_id, col(Case.state).not_in(OVER_STATES))
    count = (await session.exec(query)).one()
    if count:
        raise Refused("departure-open-cases", name=person.shown, code=person.code, count=count)


async def _check_promises(session: AsyncSession, person: Person, on: date) -> None:
    for leave in await leaves.promised(session, person, on + DAY, date.max):
        away = await session.get_one(Person, leave.person_id)
        office = await queries.office_of(session, person.office_id)
        last = day_at(leave.last, office.zone)
        raise Refused("departure-stands-in", name=person.shown, other=away.shown, last=last)


async def _hand_over(
    session: AsyncSession, person: Person, on: date, successor: Person | None, now: datetime
) -> list[Site]:
    """His appointments end with his last day; from the next one on his successor confirms."""
    if successor is not None:
        if successor.id == person.id or successor.left_on is not None:
            raise Refused("departure-successor-gone")
        if (successor.office_id, successor.role) != (person.office_id, Role.SUPERVISOR):
            raise Refused("departure-successor-role", name=successor.shown)
    query = select(SiteSupervisor).where(
        SiteSupervisor.person_id == person.id,
        SiteSupervisor.office_id == person.office_id,
        col(SiteSupervisor.until_on).is_(None) | (col(SiteSupervisor.until_on) > on),
    )
    handed = []
    for row in (await session.exec(query.order_by(col(SiteSupervisor.id)))).all():
        site = await queries.site_of(session, person.office_id, row.site_id)
        until = row.until_on
        await registry.dismiss(session, row, until_on=on, now=now)
        await session.flush()
        if successor is not None:
            first = max(row.from_on, on + DAY)
            await registry.appoint(session, site, successor, from_on=first, until_on=until, now=now)
        elif await _needed(session, site, on + DAY):
            raise Refused("departure-site-alone", name=person.shown, site=site.name)
        handed.append(site)
    return handed


async def _needed(session: AsyncSession, site: Site, day: date) -> bool:
    """Whether somebody is placed at a site from a day on at which nobody would confirm any more."""
    if await queries.supervised(session, site, day):
        return False
    placed = select(Placement.id).where(Placement.site_id == site.id, Placement.until_on >= day)
    return (await session.exec(placed.limit(1))).first() is not None


async def _note(
    session: AsyncSession, person: Person, on: date, successor: Person | None, now: datetime
) -> None:
    await session.flush()
    await append(
        session,
        office_id=person.office_id,
        stream=person_stream(person.id),
        kind="person_left",
        actor_id=None,
        payload={"on": on.isoformat(), "successor": successor.id if successor else None},
        happened_at=now,
        now=now,
    )
