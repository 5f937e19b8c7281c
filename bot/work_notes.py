"""What a supervisor says of work beyond its hours; every word and every mark is a fact of the case."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.hours import EventKind
from bot.domain.work_notes import Rating, officer_is_asked_about, with_more
from bot.storage.events import facts_of, record, told_by
from bot.storage.models import Attendance, Case, Person
from bot.storage.selves import selves_of
from bot.storage.work_notes import WorkNote, note_of


def awaits_answer(note: WorkNote | None) -> bool:
    """Whether *Perlu diketahui PK?* is still to be answered."""
    return note is not None and note.for_officer is None and officer_is_asked_about(note.rating, note.words)


async def rate(
    session: AsyncSession, case: Case, attendance: Attendance, rating: Rating, *, by: Person, now: datetime
) -> WorkNote:
    """How it went; the lowest asks anew whether the officer must know. No hours move."""
    note = await _note(session, case, attendance, by, now)
    if note.rating is not rating:
        note.rating = rating
        note.for_officer = None if rating is Rating.NEEDS_GUIDANCE else note.for_officer
        await _record(session, case, EventKind.WORK_RATED, note, {"rating": rating.value}, by, now)
    return note


async def write(
    session: AsyncSession, case: Case, attendance: Attendance, words: str, *, by: Person, now: datetime
) -> WorkNote:
    """Words are added to those before them, and whether the officer must know is asked anew."""
    note = await _note(session, case, attendance, by, now)
    note.words, note.for_officer = with_more(note.words, words), None
    await _record(session, case, EventKind.WORK_NOTED, note, {"words": words}, by, now)
    return note


async def mark(
    session: AsyncSession, case: Case, note: WorkNote, *, sensitive: bool, by: Person, now: datetime
) -> bool:
    """The words are for whoever guides the case only, or no longer: that the mark was taken off stays on
    record. Returns whether anything changed."""
    if note.sensitive is sensitive:
        return False
    note.sensitive, note.unmarked_at = sensitive, None if sensitive else now
    kind = EventKind.NOTE_MARKED if sensitive else EventKind.NOTE_UNMARKED
    await _record(session, case, kind, note, {}, by, now)
    return True


async def may_unmark(session: AsyncSession, case: Case, note: WorkNote, who: Person) -> bool:
    """Whether this person put the mark there: nobody else opens words that were written under it."""
    marks = await facts_of(session, case, EventKind.NOTE_MARKED)
    latest = next((one for one in marks if told_by(one).get("about") == note.attendance_id), None)
    return latest is not None and latest.actor_id in (await session.exec(selves_of(who.id))).all()


async def answer(
    session: AsyncSession, case: Case, note: WorkNote, *, tell: bool, by: Person, now: datetime
) -> None:
    """Whether the officer is to know at once; otherwise it only stands on his client's card."""
    note.for_officer = tell
    await _record(session, case, EventKind.NOTE_FOR_OFFICER, note, {"tell": tell}, by, now)


async def _note(
    session: AsyncSession, case: Case, attendance: Attendance, by: Person, now: datetime
) -> WorkNote:
    note = await note_of(session, attendance)
    if note is None:
        note = WorkNote(
            office_id=case.office_id,
            case_id=case.id,
            attendance_id=attendance.id,
            by=by.id,
            written_at=now,
        )
    note.by, note.written_at = by.id, now
    return note


async def _record(
    session: AsyncSession,
    case: Case,
    kind: EventKind,
    note: WorkNote,
    more: Mapping[str, Any],
    by: Person,
    now: datetime,
) -> None:
    # Not `attendance`: the fold reads that as a word on its hours, and none is said here.
    session.add(note)
    await session.flush()
    payload = {"about": note.attendance_id, **more}
    await record(session, case, kind, actor_id=by.id, payload=payload, happened_at=now, now=now)
