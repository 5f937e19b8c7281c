"""An officer's notes on a client: added, never changed; after the case was closed, marked as later."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import OVER_STATES
from bot.domain.hours import EventKind
from bot.domain.messages import Refused
from bot.storage.case_notes import CaseNote
from bot.storage.events import record
from bot.storage.models import Case, Person

LONGEST = 1000
"""Letters of a note; a longer one is two."""


async def add(session: AsyncSession, case: Case, words: str, *, by: Person, now: datetime) -> CaseNote:
    """One more note. Raises Refused for an empty one, and for one that is too long to be kept whole. The
    caller holds the case's lock."""
    words = words.strip()
    if not words:
        raise Refused("case-note-empty")
    if len(words) > LONGEST:
        raise Refused("case-note-too-long", most=LONGEST)
    note = CaseNote(
        office_id=case.office_id,
        case_id=case.id,
        words=words,
        by=by.id,
        later=case.state in OVER_STATES,
        written_at=now,
    )
    session.add(note)
    await session.flush()
    payload = {"note": note.id, "later": note.later}
    await record(
        session, case, EventKind.NOTE_ADDED, actor_id=by.id, payload=payload, happened_at=now, now=now
    )
    return note
