"""Who takes part: an office with a day's people, in the database and with phones at the simulator."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from random import Random

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import PhotoRule, Programme
from bot.domain.people import Role
from bot.lifecycle import open_case
from bot.registry import appoint, open_office, place, register_person, register_site
from bot.storage.database import Database
from bot.storage.models import Case, Office, Person, PersonAddress, Placement, Site
from simulator.phones import Phone
from simulator.simulation import Simulation
from simulator.world import Person as Owner
from tests.lawful import lawful

ZONE = "Asia/Makassar"
MORNING = timedelta(hours=7, minutes=40)
STARTS, ENDS = time(8), time(11)
ALMOST_OVER = timedelta(hours=10, minutes=45)
"""From here on a bare location means the finish."""
CREW = 7
"""People of a site whose supervisor gets one list; at the other sites two people, each with a card."""
FIRST_PERSON = 880_000_001


@dataclass(frozen=True, slots=True)
class Client:
    """Someone who works today."""

    phone: Phone
    case_id: int
    photo: bool
    here: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Team:
    """A site's people of the day, and who confirms them."""

    supervisor: Phone
    clients: list[Client]


@dataclass(slots=True)
class Town:
    """Everybody so far, and what no log may say about them."""

    sim: Simulation
    random: Random
    office: Office | None = None
    officer: Person | None = None
    clients: list[Client] = field(default_factory=list)
    secrets: set[str] = field(default_factory=set)
    _people: int = 0

    async def day(
        self, database: Database, day: date, size: int, *, now: datetime | None = None
    ) -> list[Team]:
        """New people with one session each on this day; registered that morning, unless told otherwise. A
        transaction a team: on SQLite the bot, which may just be starting, waits while one is written."""
        now = now or morning(day)
        if self.office is None:
            async with database.transaction() as session:
                self.office = await open_office(
                    session, code="BPS-UJI", name="Bapas Uji", zone=ZONE, contact="0411-000111", now=now
                )
                self.officer, _ = await self._person(session, Role.OFFICER, now)
        teams, left = [], size
        while left:
            count = min(CREW if self.random.random() < 0.25 else 2, left)
            async with database.transaction() as session:
                teams.append(await self._team(session, day, count, now))
            left -= count
        return teams

    async def _team(self, session: AsyncSession, day: date, count: int, now: datetime) -> Team:
        assert self.office
        here = (-5.4 - self.random.random() / 10, 119.4 + self.random.random() / 10)
        self.secrets |= {f"{number:.4f}" for number in here}
        site = Site(
            office_id=self.office.id,
            code=f"L{self._people}",
            name=f"Kantor Desa {self._people}",
            activity="kebersihan lingkungan",
            latitude=here[0],
            longitude=here[1],
            zone=ZONE,
        )
        await register_site(session, site, now=now)
        person, supervisor = await self._person(session, Role.SUPERVISOR, now)
        await appoint(session, site, person, from_on=day, now=now)
        clients = [await self._client(session, site, day, here, now) for _ in range(count)]
        self.clients += clients
        return Team(supervisor, clients)

    async def _client(
        self, session: AsyncSession, site: Site, day: date, here: tuple[float, float], now: datetime
    ) -> Client:
        assert self.officer
        person, phone = await self._person(session, Role.CLIENT, now)
        photo = self.random.random() < 0.5
        case = Case(
            office_id=person.office_id,
            number=f"{person.code}/2026",
            client_id=person.id,
            officer_id=self.officer.id,
            programme=Programme.COMMUNITY_WORK,
            total_minutes=60 * 60,
            daily_minutes=8 * 60,
            starts_on=day,
            ends_on=day,
            photo_rule=PhotoRule.ALWAYS if photo else PhotoRule.NEVER,
            **await lawful(session, person.office_id, Programme.COMMUNITY_WORK),
        )
        await open_case(session, case, actor_id=self.officer.id, now=now)
        placement = Placement(
            office_id=person.office_id,
            code=f"P-{person.code}",
            case_id=case.id,
            site_id=site.id,
            weekdays=str(day.isoweekday()),
            starts=STARTS,
            ends=ENDS,
            from_on=day,
            until_on=day,
        )
        plan = await place(session, case, placement, now=now)
        assert len(plan.sessions) == 1
        return Client(phone, case.id, photo, here)

    async def _person(self, session: AsyncSession, role: Role, now: datetime) -> tuple[Person, Phone]:
        assert self.office
        self._people += 1
        number, name = FIRST_PERSON + self._people, f"Sulaeman{self._people:05d}"
        owner = Owner(number, name, phone=f"62811{self.random.randrange(10**7):07d}")
        self.secrets |= {name, str(number), owner.phone or ""}
        person = Person(
            office_id=self.office.id, code=f"O{self._people}", name=name, role=role, phone=owner.phone or ""
        )
        await register_person(session, person, now=now)
        session.add(
            PersonAddress(
                office_id=self.office.id,
                person_id=person.id,
                channel="telegram",
                external_id=str(number),
                bound_at=now,
            )
        )
        self.sim.world.add(owner)
        bot = self.sim.first_bot
        chat = self.sim.world.chat(bot.id, number)
        chat.started = True
        return person, Phone(self.sim, bot, chat)


def morning(day: date) -> datetime:
    """Twenty minutes before work begins."""
    return local(day, MORNING)


def local(day: date, since_midnight: timedelta) -> datetime:
    """A time of day at the sites (WITA is UTC+8)."""
    return datetime.combine(day, time(0), UTC) - timedelta(hours=8) + since_midnight
