"""What supervisors report of their sites: read by officers and the head of office, never by an agency."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel import Field, SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.incidents import TOLD, IncidentKind, IncidentState
from bot.domain.people import Role
from bot.storage import leaves
from bot.storage.models import Case, Person, Photo, key, office, words


class Incident(SQLModel, table=True):
    """One report: what it is about, the supervisor's words or voice."""

    __tablename__ = "incident"

    id: int = key()
    office_id: int = office()
    site_id: int = Field(foreign_key="site.id", index=True)
    day: date
    """By the site's clock, when it was begun."""
    reported_by: int = Field(foreign_key="person.id")
    kind: IncidentKind = Field(sa_type=words(IncidentKind))
    state: IncidentState = Field(default=IncidentState.DRAFT, sa_type=words(IncidentState))
    words: str = ""
    voice_id: int | None = Field(default=None, foreign_key="voice_note.id")
    begun_at: datetime
    sent_at: datetime | None = None
    look_at: datetime | None = Field(default=None, index=True)
    """When a draft leaves as it is, or the head hears that somebody has not read it."""


class IncidentPerson(SQLModel, table=True):
    """A client whom it concerns."""

    __tablename__ = "incident_person"

    id: int = key()
    office_id: int = office()
    incident_id: int = Field(foreign_key="incident.id", index=True)
    case_id: int = Field(foreign_key="case.id", index=True)
    client_id: int = Field(foreign_key="person.id")


class IncidentReader(SQLModel, table=True):
    """Somebody of the office who was told, and when he said that he has read it."""

    __tablename__ = "incident_reader"

    id: int = key()
    office_id: int = office()
    incident_id: int = Field(foreign_key="incident.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    read_at: datetime | None = None


class IncidentPhoto(SQLModel, table=True):
    """A photo that belongs to a report."""

    __tablename__ = "incident_photo"

    id: int = key()
    office_id: int = office()
    incident_id: int = Field(foreign_key="incident.id", index=True)
    photo_id: int = Field(foreign_key="photo.id", index=True)


async def incident_by_id(session: AsyncSession, office_id: int, incident_id: int) -> Incident | None:
    """A report of this office; not locked."""
    query = select(Incident).where(Incident.id == incident_id, Incident.office_id == office_id)
    return (await session.exec(query)).first()


async def locked_incident(session: AsyncSession, incident: Incident) -> Incident:
    """The same as it stands now, locked; cases and the site are locked before it."""
    query = select(Incident).where(Incident.id == incident.id).with_for_update(key_share=True)
    return (await session.exec(query.execution_options(populate_existing=True))).one()


async def draft_by(session: AsyncSession, who: Person) -> Incident | None:
    """The report that a supervisor has begun and not sent; his own row is locked."""
    query = select(Incident).where(
        Incident.office_id == who.office_id,
        Incident.reported_by == who.id,
        Incident.state == IncidentState.DRAFT,
    )
    return (await session.exec(query)).first()


async def concerned(session: AsyncSession, incident: Incident) -> Sequence[tuple[Case, Person]]:
    """Whom it concerns, by code."""
    query = (
        select(Case, Person)
        .join(IncidentPerson, col(IncidentPerson.case_id) == col(Case.id))
        .join(Person, col(Person.id) == col(Case.client_id))
        .where(IncidentPerson.incident_id == incident.id, IncidentPerson.office_id == incident.office_id)
        .order_by(col(Person.code))
    )
    return (await session.exec(query)).all()


async def people_of(session: AsyncSession, incident: Incident) -> Sequence[IncidentPerson]:
    """The rows of whom it concerns."""
    query = select(IncidentPerson).where(
        IncidentPerson.incident_id == incident.id, IncidentPerson.office_id == incident.office_id
    )
    return (await session.exec(query)).all()


async def readers_of(session: AsyncSession, incident: Incident) -> Sequence[tuple[IncidentReader, Person]]:
    """Who was told, in that order."""
    query = (
        select(IncidentReader, Person)
        .join(Person, col(Person.id) == col(IncidentReader.person_id))
        .where(IncidentReader.incident_id == incident.id, IncidentReader.office_id == incident.office_id)
        .order_by(col(IncidentReader.id))
    )
    return (await session.exec(query)).all()


async def photos_of(session: AsyncSession, incident: Incident) -> Sequence[int]:
    """The ids of its photos, oldest first."""
    query = (
        select(IncidentPhoto.photo_id)
        .where(IncidentPhoto.incident_id == incident.id, IncidentPhoto.office_id == incident.office_id)
        .order_by(col(IncidentPhoto.id))
    )
    return (await session.exec(query)).all()


async def incident_with(session: AsyncSession, photo: Photo) -> Incident | None:
    """The report that a photo belongs to."""
    query = (
        select(Incident)
        .join(IncidentPhoto, col(IncidentPhoto.incident_id) == col(Incident.id))
        .where(IncidentPhoto.photo_id == photo.id, Incident.office_id == photo.office_id)
    )
    return (await session.exec(query.limit(1))).first()


async def may_read(session: AsyncSession, who: Person, incident: Incident, now: datetime) -> bool:
    """The head of office, an officer who was told, and whoever guides today somebody it concerns."""
    if who.office_id != incident.office_id or incident.sent_at is None:
        return False
    if who.role is Role.HEAD:
        return True
    told = {person.id for _, person in await readers_of(session, incident)}
    if who.role is not Role.OFFICER or who.id in told:
        return who.role is Role.OFFICER
    guided = await leaves.guided(session, who, now)
    return any(case.officer_id in guided for case, _ in await concerned(session, incident))


async def of_case(session: AsyncSession, case: Case, limit: int) -> Sequence[Incident]:
    """The reports that concern a client, the latest first."""
    query = (
        select(Incident)
        .join(IncidentPerson, col(IncidentPerson.incident_id) == col(Incident.id))
        .where(IncidentPerson.case_id == case.id, Incident.office_id == case.office_id)
        .where(col(Incident.state).in_(list(TOLD)))
        .order_by(col(Incident.id).desc())
        .limit(limit)
    )
    return (await session.exec(query)).all()


async def unread_by(session: AsyncSession, who: Person, limit: int) -> Sequence[Incident]:
    """The reports that somebody was told of and has not said he has read, the oldest first."""
    query = (
        select(Incident)
        .join(IncidentReader, col(IncidentReader.incident_id) == col(Incident.id))
        .where(IncidentReader.person_id == who.id, Incident.office_id == who.office_id)
        .where(col(IncidentReader.read_at).is_(None), Incident.state == IncidentState.OPEN)
        .order_by(col(Incident.id))
        .limit(limit)
    )
    return (await session.exec(query)).all()


async def due_incident(session: AsyncSession, now: datetime) -> Incident | None:
    """The report that has waited longest for the clock; not locked."""
    query = select(Incident).where(col(Incident.look_at) <= now)
    return (await session.exec(query.order_by(col(Incident.look_at), col(Incident.id)).limit(1))).first()
