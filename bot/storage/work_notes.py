"""How work went in a supervisor's words, at most one row an attendance."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Field, SQLModel, col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.work_notes import Rating
from bot.storage.models import Attendance, Case, Person, key, office, words


class WorkNote(SQLModel, table=True):
    """Later words are added to the earlier ones; each addition is an event of the case as well."""

    __tablename__ = "work_note"

    id: int = key()
    office_id: int = office()
    case_id: int = Field(foreign_key="case.id", index=True)
    attendance_id: int = Field(foreign_key="attendance.id", unique=True)
    by: int = Field(foreign_key="person.id")
    """Who wrote last."""
    rating: Rating | None = Field(default=None, sa_type=words(Rating))
    words: str = ""
    sensitive: bool = False
    """Only whoever guides the case reads the words (*catatan peka*)."""
    unmarked_at: datetime | None = None
    """When that mark was taken off; the officer sees that it was there."""
    for_officer: bool | None = None
    """Whether the officer was to know at once; None: nobody has answered yet."""
    written_at: datetime


async def note_of(session: AsyncSession, attendance: Attendance) -> WorkNote | None:
    """What was said of this work, if anything."""
    query = select(WorkNote).where(
        WorkNote.attendance_id == attendance.id, WorkNote.office_id == attendance.office_id
    )
    return (await session.exec(query)).first()


async def notes_of(session: AsyncSession, case: Case, attendances: Sequence[int]) -> dict[int, WorkNote]:
    """What was said of each of these attendances of a case."""
    query = select(WorkNote).where(
        WorkNote.case_id == case.id,
        WorkNote.office_id == case.office_id,
        col(WorkNote.attendance_id).in_(attendances),
    )
    return {one.attendance_id: one for one in (await session.exec(query)).all()}


async def unanswered(session: AsyncSession, who: Person) -> Sequence[tuple[WorkNote, Attendance]]:
    """Where this person wrote last and has not said whether the officer must know, the latest first."""
    query = (
        select(WorkNote, Attendance)
        .join(Attendance, col(Attendance.id) == col(WorkNote.attendance_id))
        .where(WorkNote.by == who.id, WorkNote.office_id == who.office_id)
        .where(col(WorkNote.for_officer).is_(None))
        .where(or_(WorkNote.words != "", WorkNote.rating == Rating.NEEDS_GUIDANCE))
        .order_by(col(WorkNote.written_at).desc(), col(WorkNote.id).desc())
    )
    return (await session.exec(query)).all()
