"""Voice messages of clients, encrypted as photos are: kept for people to hear, and never judged."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Field, SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.models import Attendance, Contest, key, office


class VoiceNote(SQLModel, table=True):
    """What a client said, and what it was said about: an attendance, a session that was asked about, a
    contest, or none of them. Forgetting `key` erases it."""

    __tablename__ = "voice_note"

    id: int = key()
    office_id: int = office()
    case_id: int = Field(foreign_key="case.id", index=True)
    client_id: int = Field(foreign_key="person.id", index=True)
    attendance_id: int | None = Field(default=None, foreign_key="attendance.id", index=True)
    session_id: int | None = Field(default=None, foreign_key="work_session.id")
    contest_id: int | None = Field(default=None, foreign_key="contest.id", index=True)
    file: str
    key: bytes
    sha256: str
    size: int
    seconds: int
    sent_at: datetime
    received_at: datetime
    look_at: datetime | None = Field(default=None, index=True)
    """The night in which the clock asks whether its time is over."""


async def voice_by_id(session: AsyncSession, office_id: int, voice_id: int) -> VoiceNote | None:
    query = select(VoiceNote).where(VoiceNote.id == voice_id, VoiceNote.office_id == office_id)
    return (await session.exec(query)).first()


async def kept_voices(session: AsyncSession, client_id: int, before: datetime) -> Sequence[VoiceNote]:
    """A client's voice messages that came before a moment and can still be heard, locked."""
    query = (
        select(VoiceNote)
        .where(VoiceNote.client_id == client_id, VoiceNote.received_at < before)
        .where(col(VoiceNote.key) != b"")
        .order_by(col(VoiceNote.id))
        .with_for_update()
    )
    return (await session.exec(query)).all()


async def voices_about(session: AsyncSession, attendance: Attendance) -> Sequence[VoiceNote]:
    """What the client said about an attendance and can still be heard, oldest first."""
    query = (
        select(VoiceNote)
        .where(VoiceNote.office_id == attendance.office_id, VoiceNote.attendance_id == attendance.id)
        .where(col(VoiceNote.key) != b"")
        .order_by(col(VoiceNote.id))
    )
    return (await session.exec(query)).all()


async def voices_of(session: AsyncSession, contest: Contest) -> Sequence[VoiceNote]:
    """What the client said aloud of a contest, oldest first; what was erased by now too."""
    query = (
        select(VoiceNote)
        .where(VoiceNote.office_id == contest.office_id, VoiceNote.contest_id == contest.id)
        .order_by(col(VoiceNote.id))
    )
    return (await session.exec(query)).all()
