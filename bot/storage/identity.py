"""Photos of clients taken at their enrolment, and what people said when they compared a later one with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement
from sqlmodel import Field, SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from bot.domain.identity_checks import Likeness
from bot.storage.models import Evidence, Person, Photo, key, office, words
from bot.storage.phones import Assistance


class EnrolmentPhoto(SQLModel, table=True):
    """*Foto pendaftaran*; the newest counts. Never of a child."""

    __tablename__ = "enrolment_photo"

    id: int = key()
    office_id: int = office()
    client_id: int = Field(foreign_key="person.id", index=True)
    photo_id: int = Field(foreign_key="photo.id")
    by: int = Field(foreign_key="person.id")
    taken_at: datetime


class IdentityCheck(SQLModel, table=True):
    """One person's word on whether two photos show the same man or woman."""

    __tablename__ = "identity_check"

    id: int = key()
    office_id: int = office()
    evidence_id: int = Field(foreign_key="evidence.id", index=True)
    enrolment_id: int = Field(foreign_key="enrolment_photo.id")
    verdict: Likeness = Field(sa_type=words(Likeness))
    note: str = ""
    by: int = Field(foreign_key="person.id")
    checked_at: datetime


async def enrolment_of(session: AsyncSession, client: Person) -> EnrolmentPhoto | None:
    """The photo to compare with; none of a child's, whatever lies there."""
    if client.child:
        return None
    query = (
        select(EnrolmentPhoto)
        .join(Photo, col(Photo.id) == col(EnrolmentPhoto.photo_id))
        .where(EnrolmentPhoto.client_id == client.id, EnrolmentPhoto.office_id == client.office_id)
        .where(Photo.file != "")
        .order_by(col(EnrolmentPhoto.id).desc())
        .limit(1)
    )
    return (await session.exec(query)).first()


def _undone() -> ColumnElement[bool]:
    """Sent under the wrong name from a shared phone, and taken back: it shows somebody else."""
    query = select(Assistance.id).where(
        Assistance.evidence_id == Evidence.id, col(Assistance.undone_at).is_not(None)
    )
    return query.exists()


async def of_himself(session: AsyncSession, evidence: Sequence[Evidence]) -> list[Evidence]:
    """What was not sent by somebody else under his name."""
    photos = [one.id for one in evidence if one.photo_id is not None]
    if not photos:
        return list(evidence)
    query = select(Evidence.id).where(col(Evidence.id).in_(photos), _undone())
    others = set((await session.exec(query)).all())
    return [one for one in evidence if one.id not in others]


async def latest_photo(
    session: AsyncSession, client: Person, *, case_id: int | None = None, attendance_id: int | None = None
) -> Evidence | None:
    """The newest photo of a client's case, or of one attendance, that can be looked at and was not sent by
    somebody else under his name."""
    query = _newest_first(client)
    if case_id is not None:
        query = query.where(Evidence.case_id == case_id)
    if attendance_id is not None:
        query = query.where(Evidence.attendance_id == attendance_id)
    return (await session.exec(query.limit(1))).first()


async def photos_of_attendance(
    session: AsyncSession, client: Person, attendance_id: int, at_most: int
) -> list[Evidence]:
    """The newest of them that can be looked at, in the order in which they were sent."""
    query = _newest_first(client).where(Evidence.attendance_id == attendance_id)
    return list(reversed((await session.exec(query.limit(at_most))).all()))


def _newest_first(client: Person) -> SelectOfScalar[Evidence]:
    return (
        select(Evidence)
        .join(Photo, col(Photo.id) == col(Evidence.photo_id))
        .where(Evidence.client_id == client.id, Evidence.office_id == client.office_id, Photo.file != "")
        .where(~_undone(), col(Evidence.shows).is_(None))
        .order_by(col(Evidence.sent_at).desc(), col(Evidence.id).desc())
    )


async def evidence_by_id(session: AsyncSession, office_id: int, evidence_id: int) -> Evidence | None:
    """A piece of evidence of this office."""
    query = select(Evidence).where(Evidence.id == evidence_id, Evidence.office_id == office_id)
    return (await session.exec(query)).first()


async def check_of(session: AsyncSession, who: Person, check_id: int) -> IdentityCheck | None:
    """What this person said."""
    query = select(IdentityCheck).where(
        IdentityCheck.id == check_id, IdentityCheck.office_id == who.office_id, IdentityCheck.by == who.id
    )
    return (await session.exec(query)).first()


async def last_check(session: AsyncSession, evidence: Evidence) -> IdentityCheck | None:
    """What was last said about a photo."""
    query = (
        select(IdentityCheck)
        .where(IdentityCheck.evidence_id == evidence.id, IdentityCheck.office_id == evidence.office_id)
        .order_by(col(IdentityCheck.id).desc())
        .limit(1)
    )
    return (await session.exec(query)).first()
