"""Finds the people, sites, cases and placements of one office by code or part of a name."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime

from sqlmodel import col, func, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import OVER_STATES
from bot.domain.people import Role
from bot.storage import queries
from bot.storage.events import person_stream
from bot.storage.models import Case, Event, Person, PersonAddress, Placement, Site
from bot.storage.selves import coded, speaks

REGISTERED, CHANGED, BOUND = "person_registered", "person_changed", "account_bound"
"""Facts of a person's stream: who entered him, which fields were corrected, and that an account was his."""


async def people(
    session: AsyncSession, office_id: int, role: Role, text: str, limit: int, *, child: bool | None = None
) -> Sequence[Person]:
    """People in a role with this code, or with this text in their name; everybody for an empty text."""
    wanted = text.casefold()
    query = select(Person).where(Person.office_id == office_id, Person.role == role, speaks())
    if child is not None:
        query = query.where(col(Person.child).is_(child))
    if wanted:
        named = func.lower(Person.name).contains(wanted, autoescape=True)
        query = query.where(or_(coded(wanted), named))
    query = query.where(col(Person.left_on).is_(None))
    return (await session.exec(query.order_by(col(Person.code)).limit(limit))).all()


async def sites(session: AsyncSession, office_id: int, text: str, limit: int) -> Sequence[Site]:
    """Sites with this code, or with this text in their name; all of them for an empty text."""
    wanted = text.casefold()
    query = select(Site).where(Site.office_id == office_id)
    if wanted:
        named = func.lower(Site.name).contains(wanted, autoescape=True)
        query = query.where(or_(func.lower(Site.code) == wanted, named))
    return (await session.exec(query.order_by(col(Site.code)).limit(limit))).all()


async def cases(
    session: AsyncSession, office_id: int, text: str, limit: int
) -> Sequence[tuple[Case, Person]]:
    """Cases that are not over, with this number, or this code or part of the name of their client."""
    wanted = text.casefold()
    query = (
        select(Case, Person)
        .join(Person, col(Person.id) == col(Case.client_id))
        .where(Case.office_id == office_id, col(Case.state).not_in(OVER_STATES))
    )
    if wanted:
        named = func.lower(Person.name).contains(wanted, autoescape=True)
        by = (func.lower(Case.number) == wanted, coded(wanted), named)
        query = query.where(or_(*by))
    return (await session.exec(query.order_by(col(Person.code), col(Case.id)).limit(limit))).all()


async def cases_about(session: AsyncSession, person: Person) -> Sequence[Case]:
    """All cases of a client or guardian."""
    query = select(Case).where(
        Case.office_id == person.office_id, or_(Case.client_id == person.id, Case.guardian_id == person.id)
    )
    return (await session.exec(query.order_by(col(Case.id)))).all()


async def registered_by(session: AsyncSession, person: Person) -> int | None:
    """Who registered somebody in the chat; None: a workbook."""
    query = select(Event.actor_id).where(
        Event.office_id == person.office_id,
        Event.stream == person_stream(person.id),
        Event.kind == REGISTERED,
    )
    return (await session.exec(query)).first()


async def registered_people(session: AsyncSession, office_id: int, by: Collection[int]) -> Sequence[Person]:
    """Whom somebody, under any of these ids, has registered."""
    facts = select(Event.stream).where(
        Event.office_id == office_id, Event.kind == REGISTERED, col(Event.actor_id).in_(by)
    )
    streams = set((await session.exec(facts)).all())
    people = select(Person).where(Person.office_id == office_id, speaks())
    found = (await session.exec(people.order_by(col(Person.code)))).all() if streams else ()
    return [one for one in found if person_stream(one.id) in streams]


async def made_supervisors(session: AsyncSession, by: Person, since: datetime) -> Sequence[Person]:
    """The supervisors whom somebody has registered since, or whose role he has changed to this one."""
    facts = select(Event.stream, Event.kind, Event.payload).where(
        Event.office_id == by.office_id,
        Event.actor_id == by.id,
        Event.recorded_at >= since,
        col(Event.kind).in_((REGISTERED, CHANGED)),
    )
    streams = {
        stream
        for stream, kind, payload in (await session.exec(facts)).all()
        if kind == REGISTERED or "role" in json.loads(payload or "{}").get("fields", ())
    }
    people = await queries.staff(session, by.office_id, Role.SUPERVISOR) if streams else ()
    return [one for one in people if person_stream(one.id) in streams]


async def ever_joined(session: AsyncSession, person: Person) -> bool:
    """Whether somebody has an account, or had one that was cut off since."""
    has = select(PersonAddress.id).where(PersonAddress.person_id == person.id)
    if (await session.exec(has.limit(1))).first() is not None:
        return True
    had = select(Event.id).where(
        Event.office_id == person.office_id,
        Event.stream == person_stream(person.id),
        Event.kind == BOUND,
    )
    return (await session.exec(had.limit(1))).first() is not None


async def officers_at(session: AsyncSession, site: Site) -> set[int]:
    """Whose clients are placed at a site, in cases that run."""
    return (await officers_by_site(session, site.office_id, [site.id])).get(site.id, set())


async def officers_by_site(
    session: AsyncSession, office_id: int, sites: Collection[int]
) -> dict[int, set[int]]:
    """The same of several sites; one without is left out."""
    query = (
        select(Placement.site_id, Case.officer_id)
        .join(Case, col(Placement.case_id) == col(Case.id))
        .where(col(Placement.site_id).in_(sites), Case.office_id == office_id)
        .where(col(Case.state).not_in(OVER_STATES))
    )
    found: dict[int, set[int]] = defaultdict(set)
    for site_id, officer_id in (await session.exec(query.distinct())).all():
        if officer_id is not None:
            found[site_id].add(officer_id)
    return found


async def codes(
    session: AsyncSession, office_id: int, table: type[Person | Site | Placement]
) -> Sequence[str]:
    """The codes that are taken."""
    return (await session.exec(select(table.code).where(table.office_id == office_id))).all()


async def called(session: AsyncSession, office_id: int, code: str) -> list[Person | Site | Placement | Case]:
    """Whatever has this code or number."""
    wanted = code.casefold()
    people = select(Person).where(Person.office_id == office_id, coded(wanted))
    sites = select(Site).where(Site.office_id == office_id, func.lower(Site.code) == wanted)
    placed = select(Placement).where(Placement.office_id == office_id, func.lower(Placement.code) == wanted)
    cases = select(Case).where(Case.office_id == office_id, func.lower(Case.number) == wanted)
    return [
        *(await session.exec(people)).all(),
        *(await session.exec(sites)).all(),
        *(await session.exec(placed)).all(),
        *(await session.exec(cases)).all(),
    ]
