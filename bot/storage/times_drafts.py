"""Times that a supervisor corrects: his answers before he has saved them, and what stood there before."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from sqlmodel import Field, SQLModel, col, delete, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.hours import EventKind
from bot.storage.events import facts_of, told_by
from bot.storage.models import Attendance, Case, Person, key, office


class TimesDraft(SQLModel, table=True):
    """What he has answered so far, at most one at a time; None: not yet asked. Nothing of it counts."""

    __tablename__ = "times_draft"

    id: int = key()
    office_id: int = office()
    person_id: int = Field(foreign_key="person.id", unique=True)
    attendance_id: int = Field(foreign_key="attendance.id", index=True)
    revision: int
    """Of the attendance as he saw it."""
    started_at: datetime | None = None
    finished_at: datetime | None = None
    break_minutes: int | None = None
    reason: str = ""
    asked_at: datetime


async def begin_draft(session: AsyncSession, who: Person, attendance: Attendance, now: datetime) -> None:
    """An empty draft about this attendance; an earlier one makes way."""
    await forget_draft(session, who)
    session.add(
        TimesDraft(
            office_id=who.office_id,
            person_id=who.id,
            attendance_id=attendance.id,
            revision=attendance.revision,
            asked_at=now,
        )
    )
    await session.flush()


async def draft_of(session: AsyncSession, who: Person, attendance: Attendance) -> TimesDraft | None:
    """What this person has answered so far about this attendance."""
    query = select(TimesDraft).where(
        TimesDraft.person_id == who.id,
        TimesDraft.office_id == who.office_id,
        TimesDraft.attendance_id == attendance.id,
    )
    return (await session.exec(query)).first()


async def forget_draft(session: AsyncSession, who: Person) -> None:
    """He has saved it, dropped it, or begun another one."""
    await session.exec(delete(TimesDraft).where(col(TimesDraft.person_id) == who.id))


async def times_before(
    session: AsyncSession, case: Case, attendances: Collection[int]
) -> dict[int, Mapping[str, Any]]:
    """Of each of these attendances that was corrected: start, finish (None where there was none) and break
    as they stood at first."""
    found: dict[int, Mapping[str, Any]] = {}
    for event in await facts_of(session, case, EventKind.TIMES_CORRECTED):
        fact = told_by(event)
        if fact.get("attendance") in attendances:
            found[fact["attendance"]] = fact["before"]
    return found
