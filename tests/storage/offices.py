"""Offices, officers and cases as rows, for questions about many of them."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances
from bot.domain.cases import CaseState, Programme
from bot.domain.checkins import SessionState
from bot.domain.hours import EventKind
from bot.domain.people import Role
from bot.storage.events import record
from bot.storage.models import (
    Attendance,
    Case,
    Office,
    Person,
    PersonAddress,
    Placement,
    Site,
    WorkSession,
)

ZONE = "Asia/Makassar"
MONDAY = date(2026, 4, 13)
SEVEN = datetime(2026, 4, 19, 23, tzinfo=UTC)
"""Monday 20 April 2026, 07.00 in Makassar: the digest of week 16 is due."""
BEFORE = datetime(2026, 3, 1, tzinfo=UTC)


def at(offset: int, hour: int, minute: int = 0) -> datetime:
    """A wall-clock time in Makassar, so many days after Monday 13 April."""
    midnight = datetime.combine(MONDAY + timedelta(days=offset), time(0), UTC)
    return midnight + timedelta(hours=hour - 8, minutes=minute)


async def an_office(session: AsyncSession, code: str = "BPS-1", zone: str = ZONE) -> Office:
    office = Office(code=code, name=f"Bapas {code}", zone=zone, contact="0411-000111")
    session.add(office)
    await session.flush()
    return office


async def a_person(
    session: AsyncSession,
    office: Office,
    code: str,
    role: Role,
    *,
    name: str = "",
    child: bool = False,
    look_at: datetime | None = None,
    joined: bool = True,
) -> Person:
    person = Person(
        office_id=office.id,
        code=code,
        name=name or f"{code} (contoh)",
        role=role,
        child=child,
        look_at=look_at,
    )
    session.add(person)
    await session.flush()
    if joined:
        session.add(
            PersonAddress(
                office_id=office.id,
                person_id=person.id,
                channel="double",
                external_id=f"{office.code}-{code}",
                bound_at=BEFORE,
            )
        )
        await session.flush()
    return person


async def a_site(session: AsyncSession, office: Office, code: str = "L1") -> Site:
    site = Site(office_id=office.id, code=code, name=f"SDN {code} Takalar", zone=office.zone)
    session.add(site)
    await session.flush()
    return site


async def a_case(
    session: AsyncSession,
    client: Person,
    officer: Person,
    site: Site,
    *,
    total_hours: int | None = 40,
    programme: Programme = Programme.COMMUNITY_WORK,
    number: str = "",
) -> tuple[Case, Placement]:
    """A case with its placement, and no sessions yet; a second one of the same person needs a number."""
    case = Case(
        office_id=client.office_id,
        number=number or f"{client.code}/2026",
        client_id=client.id,
        officer_id=officer.id,
        programme=programme,
        total_minutes=total_hours * 60 if total_hours else None,
        daily_minutes=480,
        starts_on=date(2026, 3, 2),
        ends_on=date(2026, 8, 30),
        state=CaseState.ACTIVE,
    )
    session.add(case)
    await session.flush()
    opened = {"total_minutes": case.total_minutes, "daily_minutes": case.daily_minutes}
    await record(
        session,
        case,
        EventKind.CASE_OPENED,
        actor_id=officer.id,
        payload=opened,
        happened_at=BEFORE,
        now=BEFORE,
    )
    placement = Placement(
        office_id=client.office_id,
        code=f"P-{client.code}{number}",
        case_id=case.id,
        site_id=site.id,
        weekdays="12345",
        starts=time(8),
        ends=time(11),
        from_on=date(2026, 3, 2),
        until_on=date(2026, 8, 30),
    )
    session.add(placement)
    await session.flush()
    return case, placement


async def a_session(
    session: AsyncSession,
    case: Case,
    placement: Placement,
    offset: int,
    state: SessionState = SessionState.PLANNED,
    *,
    answer: str = "",
) -> WorkSession:
    """A session from 08.00 to 11.00, so many days after Monday 13 April."""
    planned = WorkSession(
        office_id=case.office_id,
        case_id=case.id,
        client_id=case.client_id,
        site_id=placement.site_id,
        placement_id=placement.id,
        day=MONDAY + timedelta(days=offset),
        starts_at=at(offset, 8),
        ends_at=at(offset, 11),
        state=state,
        answer=answer,
    )
    session.add(planned)
    await session.flush()
    return planned


async def works(
    session: AsyncSession,
    case: Case,
    site: Site,
    planned: WorkSession | None,
    offset: int,
    *,
    hours: int = 3,
    confirmed: bool = True,
    actor: int | None = None,
) -> Attendance:
    """Work from 08.00, finished (by the client, if nobody else is named) and, if so told, confirmed by the
    officer's hand."""
    start, who = at(offset, 8), actor or case.client_id
    attendance = await attendances.start(
        session, case, site, planned, at=start, actor_id=who, photo_wanted=False, now=start
    )
    finish = start + timedelta(hours=hours)
    await attendances.finish(
        session, case, attendance, at=finish, actor_id=who, photo_wanted=False, now=finish
    )
    if confirmed:
        await attendances.confirm_hours(session, case, attendance, by=case.guide_id, now=finish)
    return attendance
