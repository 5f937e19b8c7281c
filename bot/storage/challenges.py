"""Requests for a photo with a few fingers, at most one an attendance, and their answers."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import Field, SQLModel, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.models import Attendance, key, office


class Challenge(SQLModel, table=True):
    """What was drawn with the request. Without photo and without `cannot_at` nobody answered, which is no
    finding."""

    id: int = key()
    office_id: int = office()
    attendance_id: int = Field(foreign_key="attendance.id", unique=True)
    task: str
    """`fingers-3` or `word-7`: the end of a key of the locale."""
    asked_at: datetime
    photo_id: int | None = Field(default=None, foreign_key="photo.id", index=True)
    answered_at: datetime | None = None
    """When the messenger received the photo."""
    cannot_at: datetime | None = None
    """When the client said that he cannot."""

    @property
    def waits(self) -> bool:
        return self.photo_id is None and self.cannot_at is None


async def challenge_of(session: AsyncSession, attendance: Attendance) -> Challenge | None:
    """What was asked for in this attendance."""
    query = select(Challenge).where(
        Challenge.attendance_id == attendance.id, Challenge.office_id == attendance.office_id
    )
    return (await session.exec(query)).first()
