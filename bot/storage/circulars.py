"""Messages of an officer to many of his clients at once (*pesan bersama*)."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import JSON, or_
from sqlmodel import Field, SQLModel, col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import CaseState
from bot.domain.checkins import SessionState
from bot.domain.people import Role
from bot.storage import leaves
from bot.storage.models import Case, Person, Placement, Site, WorkSession, key, office, words
from bot.storage.post import Outbox, OutboxState


class Whom(StrEnum):
    """Which of an officer's clients a message is for."""

    ALL = "all"
    SITE = "site"
    TODAY = "today"
    """Who is expected today; likewise the next."""
    TOMORROW = "tomorrow"
    ACT = "act"
    """Who stands under *act now* in the officer's list."""
    PICKED = "picked"
    """Whom the officer ticked, one by one."""


class Circular(SQLModel, table=True):
    """One message to many: written once, here, whoever receives it."""

    id: int = key()
    office_id: int = office()
    by: int = Field(foreign_key="person.id", index=True)
    whom: Whom = Field(sa_type=words(Whom))
    site_id: int | None = Field(default=None, foreign_key="site.id")
    words: str = ""
    people: list[int] = Field(default_factory=list, sa_type=JSON)
    """Who was counted in the preview, and so who gets it."""
    drafted_at: datetime
    sent_at: datetime | None = None


async def circular_of(session: AsyncSession, who: Person, circular_id: int) -> Circular | None:
    """A message that this person wrote, locked."""
    query = select(Circular).where(
        Circular.id == circular_id, Circular.office_id == who.office_id, Circular.by == who.id
    )
    return (await session.exec(query.with_for_update())).first()


async def secret_names(session: AsyncSession, who: Person, now: datetime) -> Sequence[str]:
    """The names of the children whom this officer guides today, and of those who answer for them (UU 11/2012
    Pasal 19): of nobody else, for pointing a name out says that it is one."""
    officers = await leaves.guided(session, who, now)
    query = (
        select(Person.name)
        .join(Case, or_(col(Case.client_id) == Person.id, col(Case.guardian_id) == Person.id))
        .where(Person.office_id == who.office_id, col(Case.officer_id).in_(officers))
        .where(or_(col(Person.child), col(Person.role) == Role.GUARDIAN))
        .distinct()
    )
    return (await session.exec(query)).all()


async def same_before(session: AsyncSession, circular: Circular, since: datetime) -> Circular | None:
    """The same words to some of the same people since then."""
    query = (
        select(Circular)
        .where(Circular.office_id == circular.office_id, Circular.by == circular.by)
        .where(Circular.words == circular.words, Circular.id != circular.id)
        .where(col(Circular.sent_at) >= since)
        .order_by(col(Circular.id).desc())
    )
    sent = (await session.exec(query)).all()
    return next((one for one in sent if set(one.people) & set(circular.people)), None)


async def call_off(session: AsyncSession, circular: Circular, now: datetime) -> int:
    """Nothing of it leaves in the morning any more; returns how many messages waited, of those that no phone
    has yet."""
    waits = update(Outbox).where(
        col(Outbox.office_id) == circular.office_id,
        col(Outbox.state) == OutboxState.QUEUED,
        col(Outbox.person_id).in_(circular.people),
        col(Outbox.queued_at) == circular.sent_at,
        col(Outbox.not_before) > now,
    )
    gone = await session.exec(waits.values(state=OutboxState.DROPPED, problem="taken_back"))
    return gone.rowcount


async def guided_clients(
    session: AsyncSession, who: Person, now: datetime, *, cases: Collection[int] | None = None
) -> Sequence[Person]:
    """The clients of the running cases that this officer guides today, by code; or of these cases only."""
    officers = await leaves.guided(session, who, now)
    theirs = (
        select(Case.client_id)
        .where(Case.office_id == who.office_id, col(Case.officer_id).in_(officers))
        .where(Case.state == CaseState.ACTIVE)
    )
    if cases is not None:
        theirs = theirs.where(col(Case.id).in_(cases))
    query = select(Person).where(Person.office_id == who.office_id, col(Person.id).in_(theirs))
    return (await session.exec(query.order_by(col(Person.code)))).all()


async def cases_on(session: AsyncSession, who: Person, day: date) -> Sequence[int]:
    """The cases of the office with a session on a day that stands."""
    query = select(WorkSession.case_id).where(
        WorkSession.office_id == who.office_id,
        WorkSession.day == day,
        col(WorkSession.state).in_([SessionState.PLANNED, SessionState.STARTED]),
    )
    return (await session.exec(query)).all()


async def cases_at(session: AsyncSession, who: Person, site_id: int, day: date) -> Sequence[int]:
    """The cases of the office that are placed at a site on a day."""
    query = select(Placement.case_id).where(
        Placement.office_id == who.office_id,
        Placement.site_id == site_id,
        Placement.from_on <= day,
        Placement.until_on >= day,
    )
    return (await session.exec(query)).all()


async def sites_of(session: AsyncSession, who: Person, day: date, now: datetime) -> Sequence[Site]:
    """The sites at which clients of this officer are placed on a day, by name."""
    officers = await leaves.guided(session, who, now)
    placed = (
        select(Placement.site_id)
        .join(Case, col(Case.id) == col(Placement.case_id))
        .where(Case.office_id == who.office_id, col(Case.officer_id).in_(officers))
        .where(Case.state == CaseState.ACTIVE, Placement.from_on <= day, Placement.until_on >= day)
    )
    query = select(Site).where(Site.office_id == who.office_id, col(Site.id).in_(placed))
    return (await session.exec(query.order_by(col(Site.name)))).all()
