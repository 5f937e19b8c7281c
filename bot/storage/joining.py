"""Who has no account yet, and who may invite whom. An officer invites for the clients whom he guides only."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import ColumnElement, and_, exists, func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import OVER_STATES
from bot.domain.invitations import Standing, standing
from bot.domain.people import Role
from bot.storage.leaves import guided
from bot.storage.models import Case, Invitation, Person, PersonAddress, Placement, SiteSupervisor
from bot.storage.selves import coded, speaks


@dataclass(frozen=True, slots=True)
class NotJoined:
    """Somebody without an account, with the invitation that he has not used, if there is one."""

    person: Person
    invited_at: datetime | None
    until: datetime | None

    def standing(self, now: datetime) -> Standing:
        return standing(self.until, now)


async def newcomers(session: AsyncSession, who: Person, today: date, now: datetime) -> list[NotJoined]:
    """Who takes part, has no account, and may be invited by this officer or operator, by code."""
    if who.role is not Role.OFFICER:
        return await newcomers_of_office(session, who.office_id, today)
    return await _waiting(session, _invitable(who, await guided(session, who, now), today))


async def newcomers_of_office(session: AsyncSession, office_id: int, today: date) -> list[NotJoined]:
    """Everybody of an office who takes part and has no account, by code."""
    return await _waiting(session, _taking_part(office_id, today))


async def invitable_called(
    session: AsyncSession, who: Person, text: str, today: date, now: datetime, limit: int
) -> Sequence[Person]:
    """The people with this code, or part of a name, whom somebody may invite. A child is found by its code,
    by name only by its own officer."""
    wanted = text.casefold()
    by_name = func.lower(Person.name).contains(wanted, autoescape=True)
    if who.role is not Role.OFFICER:
        by_name = and_(by_name, col(Person.child).is_(False), col(Person.role) != Role.GUARDIAN)
    query = (
        select(Person, coded(wanted))
        .where(
            _invitable(who, await guided(session, who, now), today),
            or_(coded(wanted), by_name),
        )
        .order_by(coded(wanted).desc(), col(Person.code))
        .limit(limit)
    )
    found = (await session.exec(query)).all()
    exact = [one for one, by_code in found if by_code]
    return exact or [one for one, _ in found]


async def supervisor_called(session: AsyncSession, office_id: int, code: str) -> Person | None:
    """A supervisor of an office who has not left it, by code."""
    query = select(Person).where(
        Person.office_id == office_id,
        Person.role == Role.SUPERVISOR,
        col(Person.left_on).is_(None),
        coded(code),
    )
    return (await session.exec(query)).first()


async def supervisors(session: AsyncSession, office_id: int) -> Sequence[Person]:
    """The supervisors of an office who have not left it, by code."""
    query = select(Person).where(
        Person.office_id == office_id,
        Person.role == Role.SUPERVISOR,
        col(Person.left_on).is_(None),
        speaks(),
    )
    return (await session.exec(query.order_by(col(Person.code)))).all()


async def is_appointed(session: AsyncSession, supervisor: Person, today: date) -> bool:
    """Whether a supervisor has a site, now or from a later day on."""
    query = select(SiteSupervisor.id).where(SiteSupervisor.person_id == supervisor.id, _term(today))
    return (await session.exec(query)).first() is not None


async def invitable(
    session: AsyncSession, who: Person, person_id: int, today: date, now: datetime
) -> NotJoined | None:
    """A person, if this officer or operator may invite him."""
    query = select(Person).where(
        _invitable(who, await guided(session, who, now), today), Person.id == person_id
    )
    found = await _with_invitations(session, (await session.exec(query)).all())
    return found[0] if found else None


async def has_joined(session: AsyncSession, person: Person) -> bool:
    """Whether somebody has an account."""
    query = select(Person.id).where(Person.id == person.id, _joined())
    return (await session.exec(query)).first() is not None


async def officers_of(session: AsyncSession, office_id: int) -> dict[int, int]:
    """For clients and those who answer for them: the officer of their latest case that is not closed."""
    query = select(Case).where(Case.office_id == office_id, _running(), col(Case.officer_id).is_not(None))
    found: dict[int, int] = {}
    for case in (await session.exec(query.order_by(col(Case.id)))).all():
        for person_id in (case.client_id, case.guardian_id):
            if person_id is not None:
                found[person_id] = case.guide_id
    return found


async def _waiting(session: AsyncSession, those: ColumnElement[bool]) -> list[NotJoined]:
    query = select(Person).where(those, ~_joined()).order_by(col(Person.code))
    return await _with_invitations(session, (await session.exec(query)).all())


async def _with_invitations(session: AsyncSession, people: Sequence[Person]) -> list[NotJoined]:
    query = (
        select(Invitation.person_id, Invitation.made_at, Invitation.expires_at)
        .where(
            col(Invitation.used_at).is_(None), col(Invitation.office_id).in_({p.office_id for p in people})
        )
        .order_by(col(Invitation.id))
    )
    latest = {about: (made, until) for about, made, until in (await session.exec(query)).all()}
    return [NotJoined(person, *latest.get(person.id, (None, None))) for person in people]


def _joined() -> ColumnElement[bool]:
    return select(PersonAddress.id).where(PersonAddress.person_id == Person.id).exists()


def _running() -> ColumnElement[bool]:
    return col(Case.state).not_in(OVER_STATES)


def _invitable(who: Person, officers: Collection[int], today: date) -> ColumnElement[bool]:
    inside = and_(col(Person.office_id) == who.office_id, col(Person.id) != who.id, speaks())
    return and_(inside, _around(who, officers, today)) if who.role is Role.OFFICER else inside


def _around(officer: Person, officers: Collection[int], today: date) -> ColumnElement[bool]:
    """The clients of an officer and of those for whom he stands in, those who answer for them, and the
    supervisors of the sites where they work."""
    own = and_(col(Case.office_id) == officer.office_id, col(Case.officer_id).in_(officers), _running())
    sites = (
        select(Placement.site_id)
        .join(Case, col(Case.id) == col(Placement.case_id))
        .where(own, Placement.until_on >= today)
    )
    supervisors = select(SiteSupervisor.person_id).where(_term(today), col(SiteSupervisor.site_id).in_(sites))
    return or_(
        col(Person.id).in_(select(Case.client_id).where(own)),
        col(Person.id).in_(select(Case.guardian_id).where(own, col(Case.guardian_id).is_not(None))),
        col(Person.id).in_(supervisors),
    )


def _taking_part(office_id: int, today: date) -> ColumnElement[bool]:
    """Not those who are done: whose cases are all closed, whose terms at sites are all over."""
    inside = col(Person.office_id) == office_id
    return and_(
        inside,
        speaks(),
        or_(~_has(Case.client_id), _has(Case.client_id, _running())),
        or_(~_has(Case.guardian_id), _has(Case.guardian_id, _running())),
        or_(~_has(SiteSupervisor.person_id), _has(SiteSupervisor.person_id, _term(today))),
    )


def _term(today: date) -> ColumnElement[bool]:
    return or_(col(SiteSupervisor.until_on).is_(None), col(SiteSupervisor.until_on) >= today)


def _has(column: int | None, *conditions: ColumnElement[bool]) -> ColumnElement[bool]:
    """Whether a row refers to the person in this column."""
    return exists().where(col(column) == col(Person.id), *conditions)
