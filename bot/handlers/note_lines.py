"""An officer's notes as they are read: by whoever guides the case, and by the head of its office."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Choice, Line, Param, When
from bot.storage import case_notes, leaves
from bot.storage.models import Case, Office, Person

ON_CLIENT_CARD = 3


async def of_case(session: AsyncSession, case: Case, office: Office, limit: int) -> list[Line]:
    """The latest notes, each with its author and day, newest first."""
    return [
        Line("case-note-later" if note.later else "case-note-line", _about(note, by, office))
        for note, by in await case_notes.latest(session, case, limit)
    ]


async def on_client_card(
    session: AsyncSession, who: Person, case: Case, office: Office, now: datetime
) -> tuple[Sequence[Line], tuple[Choice, ...]]:
    """The latest of them, and the button for whoever guides the case today."""
    lines = await of_case(session, case, office, ON_CLIENT_CARD)
    guides = await leaves.guides(session, who, case, now)
    return lines, (Choice(f"case-note:{case.id}", "choice-case-note"),) if guides else ()


def _about(note: case_notes.CaseNote, by: Person, office: Office) -> dict[str, Param]:
    return {"by": by.shown, "at": When(note.written_at, office.zone), "words": note.words}
