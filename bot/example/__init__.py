"""The office of `hadir demo`: invented people at real places in Takalar and Makassar, weeks into it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from random import Random

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import Programme, instant
from bot.domain.people import Role
from bot.example.cast import (
    BEGINS_ON,
    CASES,
    CONTACT,
    COURT,
    ENDS_ON,
    INSTITUTION,
    OFFICE_CODE,
    OFFICE_NAME,
    PEOPLE,
    RULED_ON,
    SITES,
    ZONE,
    Duty,
    Ground,
)
from bot.example.history import CHANNEL, Company, live_through
from bot.invitations import invite
from bot.lifecycle import open_case
from bot.registry import appoint, open_office, place, register_person, register_site, settle_role
from bot.storage import queries
from bot.storage.models import Case, Consent, Office, Person, PersonAddress, Placement, Site
from scheduler.cases import cases as settle_cases


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone on the chat page: whose it is, and the token of the link that enrols it."""

    role: Role
    label: str
    person: int
    number: str
    token: str


@dataclass(frozen=True, slots=True)
class Place:
    """A site on the map of the chat page."""

    name: str
    latitude: float
    longitude: float
    radius_m: int


@dataclass(frozen=True, slots=True)
class Example:
    """What the chat page needs to know of the office; the main client, supervisor and officer come first."""

    office: str
    zone: str
    phones: tuple[Phone, ...]
    places: tuple[Place, ...]


FIRST_PHONES = ("K-01", "SV-01", "PK-01")


async def build(session: AsyncSession, *, now: datetime, seed: int) -> Example:
    """Fill an empty database with the example office as of `now`. The same seed gives the same office,
    but for tokens and salts."""
    random = Random(seed)  # noqa: S311  (an example, not a secret)
    registered = instant(BEGINS_ON, time(7), ZONE)
    office = await open_office(
        session, code=OFFICE_CODE, name=OFFICE_NAME, zone=ZONE, contact=CONTACT, now=registered
    )
    people = await _people(session, office, registered, today=now)
    sites = {one.code: await _site(session, office, one, people, registered) for one in SITES}
    cases = {one.client: await _case(session, one, people, sites, registered) for one in CASES}
    company = Company(
        people, sites, cases, [await queries.balance_of(session, one) for one in cases.values()]
    )
    await _consent(session, people, registered)
    await live_through(session, company, random, now=now)
    while await settle_cases(session, now) is not None:
        pass
    for person in people.values():
        person.look_at = None
        await settle_role(session, person, now=now)
    return Example(OFFICE_NAME, ZONE, await _phones(session, people, now), _places())


async def _people(
    session: AsyncSession, office: Office, now: datetime, *, today: datetime
) -> dict[str, Person]:
    """Whoever has a phone on the chat page joins with it today; a date of before would not be true of it."""
    people = {}
    for figure in PEOPLE:
        person = Person(
            office_id=office.id,
            code=figure.code,
            name=figure.name,
            role=figure.role,
            honorific=figure.honorific,
            child=figure.child,
            born_on=figure.born_on,
            phone=f"0811-0000-{figure.phone}" if figure.phone else "",
        )
        people[figure.code] = await register_person(session, person, now=now)
        if figure.joined:
            session.add(
                PersonAddress(
                    office_id=office.id,
                    person_id=person.id,
                    channel=CHANNEL,
                    external_id=figure.code,
                    bound_at=now if figure.phone is None else today,
                )
            )
    await session.flush()
    return people


async def _consent(session: AsyncSession, people: dict[str, Person], now: datetime) -> None:
    """The child's guardian has agreed before the child's phone joins."""
    child, guardian = people["A-07"], people["W-07"]
    session.add(
        Consent(
            office_id=child.office_id,
            child_id=child.id,
            guardian_id=guardian.id,
            version="2026-3",
            given_at=now,
            channel=CHANNEL,
        )
    )
    await session.flush()


async def _site(
    session: AsyncSession, office: Office, ground: Ground, people: dict[str, Person], now: datetime
) -> Site:
    site = Site(
        office_id=office.id,
        code=ground.code,
        name=ground.name,
        activity=ground.activity,
        agency=ground.agency,
        address=ground.address,
        latitude=ground.latitude,
        longitude=ground.longitude,
        radius_m=ground.radius_m,
        zone=ZONE,
    )
    await register_site(session, site, now=now)
    await appoint(session, site, people[ground.supervisor], from_on=BEGINS_ON, now=now)
    return site


async def _case(
    session: AsyncSession, duty: Duty, people: dict[str, Person], sites: dict[str, Site], now: datetime
) -> Case:
    client, officer = people[duty.client], people[duty.officer]
    case = Case(
        office_id=client.office_id,
        number=f"{duty.client}/CONTOH/2026",
        client_id=client.id,
        officer_id=officer.id,
        prosecutor_id=people["JK-01"].id if duty.programme is Programme.COMMUNITY_WORK else None,
        guardian_id=people["W-07"].id if client.child else None,
        ruling_number=f"{duty.client}/CONTOH/2026",
        ruling_on=RULED_ON,
        court=COURT if duty.hours else INSTITUTION,
        session_minutes=duty.session * 60 if duty.session else None,
        allowed_weekdays=duty.weekdays,
        window_starts=duty.window[0] if duty.window else None,
        window_ends=duty.window[1] if duty.window else None,
        programme=duty.programme,
        total_minutes=duty.hours * 60 if duty.hours else None,
        daily_minutes=duty.daily * 60 if duty.daily else None,
        starts_on=duty.starts_on,
        ends_on=ENDS_ON,
        photo_rule=duty.photo,
        report_every=duty.report_every,
        first_report_on=duty.first_report_on,
    )
    await open_case(session, case, actor_id=officer.id, now=now)
    for number, weekly in enumerate(duty.places, start=1):
        placement = Placement(
            office_id=case.office_id,
            code=f"{duty.client}-{number}",
            case_id=case.id,
            site_id=sites[weekly.site].id,
            weekdays=weekly.weekdays,
            starts=weekly.starts,
            ends=weekly.ends,
            break_minutes=weekly.break_minutes,
            from_on=duty.starts_on,
            until_on=ENDS_ON,
        )
        await place(session, case, placement, now=now)
    return case


async def _phones(session: AsyncSession, people: dict[str, Person], now: datetime) -> tuple[Phone, ...]:
    held = [one for one in PEOPLE if one.phone is not None]
    held.sort(key=lambda one: (one.code not in FIRST_PHONES, one.phone))
    return tuple(
        [
            Phone(
                one.role,
                people[one.code].shown,
                one.phone or 0,
                people[one.code].phone,
                await invite(session, people[one.code], now),
            )
            for one in held
        ]
    )


def _places() -> tuple[Place, ...]:
    return tuple(Place(one.name, one.latitude, one.longitude, one.radius_m) for one in SITES)
