"""An officer's notes on a client: added, never changed; a correction is another note."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Field, SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.models import Case, Person, key, office


class CaseNote(SQLModel, table=True):
    """A note with its author; `later`: written after the case was closed."""

    __tablename__ = "case_note"

    id: int = key()
    office_id: int = office()
    case_id: int = Field(foreign_key="case.id", index=True)
    words: str
    by: int = Field(foreign_key="person.id")
    later: bool = False
    written_at: datetime


async def latest(session: AsyncSession, case: Case, limit: int) -> Sequence[tuple[CaseNote, Person]]:
    """The latest notes of a case with their authors, newest first."""
    query = (
        select(CaseNote, Person)
        .join(Person, col(Person.id) == col(CaseNote.by))
        .where(CaseNote.case_id == case.id, CaseNote.office_id == case.office_id)
        .order_by(col(CaseNote.id).desc())
        .limit(limit)
    )
    return (await session.exec(query)).all()
