"""An office in which everybody works today: each client has a session, a photo rule and a supervisor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import PhotoRule, Programme
from bot.domain.people import Role
from bot.lifecycle import open_case
from bot.registry import appoint, open_office, place, register_person, register_site
from bot.storage.models import Case, Office, Person, PersonAddress, Placement, Site

ZONE = "Asia/Makassar"
DAY = date(2026, 3, 5)
MORNING = datetime(2026, 3, 4, 23, 50, tzinfo=UTC)
"""Ten minutes before everybody's work begins (WITA is UTC+8): the clock has nothing of its own to say."""
STARTS, ENDS = time(8), time(11)
HERE = (-5.1477, 119.4327)
FIRST_CHAT = 700_000_000
OFFICER = FIRST_CHAT - 1
SUPERVISOR = FIRST_CHAT - 3
"""The chat of the supervisor who has everybody at one site."""


@dataclass(frozen=True, slots=True)
class Client:
    """Someone who checks in once. The supervisor's chat is the number after the client's."""

    chat: int

    @property
    def supervisor(self) -> int:
        return self.chat + 1


def clients(count: int) -> list[Client]:
    """The chats of so many clients."""
    return [Client(FIRST_CHAT + 2 * number) for number in range(count)]


async def found(session: AsyncSession, people: list[Client]) -> None:
    """Register an office with these clients. Each has a site alone: from the third person of a session on
    there would be one list instead of a card each."""
    staff = await _staff(session)
    for client in people:
        site = await _site(session, staff, client.chat, client.supervisor)
        await _client(session, staff, client, site)


async def found_together(session: AsyncSession, people: list[Client]) -> None:
    """The same, but all are expected at one site by one supervisor, and nobody is asked for a photo."""
    staff = await _staff(session)
    site = await _site(session, staff, FIRST_CHAT, SUPERVISOR)
    for client in people:
        await _client(session, staff, client, site, PhotoRule.NEVER)


async def found_with_photographer(session: AsyncSession, people: list[Client]) -> None:
    """The same, but the last is asked for photos, at a site of his own."""
    *group, photographer = people
    staff = await _staff(session)
    site = await _site(session, staff, FIRST_CHAT, SUPERVISOR)
    for client in group:
        await _client(session, staff, client, site, PhotoRule.NEVER)
    alone = await _site(session, staff, photographer.chat, photographer.supervisor)
    await _client(session, staff, photographer, alone)


@dataclass(frozen=True, slots=True)
class _Staff:
    office: Office
    officer: Person
    prosecutor: Person


async def _staff(session: AsyncSession) -> _Staff:
    office = await open_office(
        session, code="BPS-UKUR", name="Bapas Ukur", zone=ZONE, contact="0411-000111", now=MORNING
    )
    officer = await _person(session, office, Role.OFFICER, OFFICER)
    return _Staff(office, officer, await _person(session, office, Role.PROSECUTOR, FIRST_CHAT - 2))


async def _site(session: AsyncSession, staff: _Staff, number: int, supervised_by: int) -> Site:
    site = Site(
        office_id=staff.office.id,
        code=f"L{number}",
        name=f"Kantor Desa {number}",
        activity="kebersihan lingkungan",
        latitude=HERE[0],
        longitude=HERE[1],
        zone=ZONE,
    )
    await register_site(session, site, now=MORNING)
    supervisor = await _person(session, staff.office, Role.SUPERVISOR, supervised_by)
    await appoint(session, site, supervisor, from_on=DAY, now=MORNING)
    return site


async def _client(
    session: AsyncSession, staff: _Staff, client: Client, site: Site, photos: PhotoRule = PhotoRule.ALWAYS
) -> None:
    person = await _person(session, staff.office, Role.CLIENT, client.chat)
    case = Case(
        office_id=staff.office.id,
        number=f"{person.code}/2026",
        client_id=person.id,
        officer_id=staff.officer.id,
        programme=Programme.COMMUNITY_WORK,
        total_minutes=60 * 60,
        daily_minutes=8 * 60,
        starts_on=DAY,
        ends_on=DAY,
        photo_rule=photos,
        ruling_number="1/Pid.B/2026/PN (contoh)",
        ruling_on=DAY,
        court="PN (contoh)",
        prosecutor_id=staff.prosecutor.id,
    )
    await open_case(session, case, actor_id=staff.officer.id, now=MORNING)
    await place(session, case, _placement(case, site), now=MORNING)


def _placement(case: Case, site: Site) -> Placement:
    return Placement(
        office_id=case.office_id,
        code=f"P-{case.number}",
        case_id=case.id,
        site_id=site.id,
        weekdays=str(DAY.isoweekday()),
        starts=STARTS,
        ends=ENDS,
        from_on=DAY,
        until_on=DAY,
    )


async def _person(session: AsyncSession, office: Office, role: Role, chat: int) -> Person:
    person = Person(office_id=office.id, code=f"O{chat}", name=f"Sulaeman {chat}", role=role)
    await register_person(session, person, now=MORNING)
    account = PersonAddress(
        office_id=office.id,
        person_id=person.id,
        channel="telegram",
        external_id=str(chat),
        bound_at=MORNING,
    )
    session.add(account)
    return person
