"""An office in which everybody works today: each client has a session, a photo rule and a supervisor."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances
from bot.domain.cases import PhotoRule, Programme
from bot.domain.checkins import SessionState
from bot.domain.outcomes import Outcome
from bot.domain.people import Role
from bot.lifecycle import open_case
from bot.registry import appoint, open_office, place, register_person, register_site
from bot.storage.models import Case, Office, Person, PersonAddress, Placement, Site, WorkSession

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


CASELOAD, AT_A_SITE, WEEKS, MISSED_EVERY = 75, 30, 4, 11
"""Clients of an officer and of a site, weeks behind them, and every which session nobody came to."""


def officer_of(number: int) -> int:
    """The chat of the officer of the client with this number; far below everybody else's."""
    return FIRST_CHAT - 1_000 - number // CASELOAD


async def found_with_history(session: AsyncSession, people: list[Client]) -> None:
    """The same office weeks later: officers with 75 clients each, sites for 30, two sessions a week behind
    everybody, of which some were missed."""
    begins = MORNING - timedelta(weeks=WEEKS)
    staff = await _staff(session)
    officers: dict[int, _Staff] = {}
    sites: dict[int, Site] = {}
    for number, client in enumerate(people):
        if number % CASELOAD == 0:
            officer = await _person(session, staff.office, Role.OFFICER, officer_of(number))
            officers[number // CASELOAD] = _Staff(staff.office, officer, staff.prosecutor)
        if number % AT_A_SITE == 0:
            sites[number // AT_A_SITE] = await _site(
                session, staff, client.chat, client.supervisor, begins.date()
            )
        await _client(
            session,
            officers[number // CASELOAD],
            client,
            sites[number // AT_A_SITE],
            PhotoRule.NEVER,
            begins,
        )
    await _live_through(session)
    for table in (Person, Case, WorkSession):
        await session.exec(update(table).values(look_at=None))


async def _live_through(session: AsyncSession) -> None:
    """Everybody came to what lies behind, and was confirmed, but for a miss now and then."""
    query = (
        select(WorkSession, Case, Site)
        .join(Case, col(Case.id) == col(WorkSession.case_id))
        .join(Site, col(Site.id) == col(WorkSession.site_id))
        .where(col(WorkSession.ends_at) < MORNING)
        .order_by(col(WorkSession.starts_at), col(WorkSession.id))
    )
    for number, (planned, case, site) in enumerate((await session.exec(query)).all()):
        if number % MISSED_EVERY == 0:
            planned.state, planned.outcome = SessionState.MISSED, Outcome.UNEXPLAINED
            planned.look_at = None
            continue
        came, went = planned.starts_at, planned.ends_at
        attendance = await attendances.start(
            session, case, site, planned, at=came, actor_id=case.client_id, photo_wanted=False, now=came
        )
        await attendances.finish(
            session, case, attendance, at=went, actor_id=case.client_id, photo_wanted=False, now=went
        )
        await attendances.confirm_hours(session, case, attendance, by=case.guide_id, now=went)


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


async def _site(
    session: AsyncSession, staff: _Staff, number: int, supervised_by: int, since: date = DAY
) -> Site:
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
    await appoint(session, site, supervisor, from_on=since, now=MORNING)
    return site


async def _client(
    session: AsyncSession,
    staff: _Staff,
    client: Client,
    site: Site,
    photos: PhotoRule = PhotoRule.ALWAYS,
    begins: datetime = MORNING,
) -> None:
    """Placed from `begins` on: each Monday and Thursday, where that was before today."""
    since = begins.date() if begins < MORNING else DAY
    person = await _person(session, staff.office, Role.CLIENT, client.chat)
    case = Case(
        office_id=staff.office.id,
        number=f"{person.code}/2026",
        client_id=person.id,
        officer_id=staff.officer.id,
        programme=Programme.COMMUNITY_WORK,
        total_minutes=60 * 60,
        daily_minutes=8 * 60,
        starts_on=since,
        ends_on=DAY,
        photo_rule=photos,
        ruling_number="1/Pid.B/2026/PN (contoh)",
        ruling_on=since,
        court="PN (contoh)",
        prosecutor_id=staff.prosecutor.id,
    )
    await open_case(session, case, actor_id=staff.officer.id, now=begins)
    await place(session, case, _placement(case, site, since), now=begins)


def _placement(case: Case, site: Site, since: date) -> Placement:
    return Placement(
        office_id=case.office_id,
        code=f"P-{case.number}",
        case_id=case.id,
        site_id=site.id,
        weekdays="14" if since < DAY else str(DAY.isoweekday()),
        starts=STARTS,
        ends=ENDS,
        from_on=since,
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
