"""*Catatan* below a confirmed card: how it went, words, a mark for what is sensitive, and whether the officer
must know."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TypeVar

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, work_notes
from bot.domain.answers import in_one
from bot.domain.checkins import AttendanceState
from bot.domain.messages import Choice, Inbound, Line, Notice, Param, Refused, Show, When
from bot.domain.work_notes import LONGEST_NOTE, RATINGS, Rating
from bot.handlers import decisions
from bot.storage import queries
from bot.storage.models import Attendance, Case, Person, Site
from bot.storage.work_notes import WorkNote, note_of
from bot.storage.work_notes import unanswered as notes_unanswered

T = TypeVar("T")
TOPIC = "work-note"
YES, NO = "yes", "no"
SENSITIVE, PLAIN = "sensitive", "plain"


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Catatan*: what is still unanswered first, else how it went; never before the hours are confirmed."""
    attendance, _ = await decisions.tapped(session, who, inbound, now)
    if attendance.state is not AttendanceState.CONFIRMED:
        return [await cards.card(session, who, attendance, show=Show.AGAIN)]
    note = await note_of(session, attendance)
    await queries.ask_for_words(session, who, TOPIC, attendance.id, now)
    if note is not None and work_notes.awaits_answer(note):
        return [await _for_officer(session, who, attendance, note)]
    return [await _ask(session, who, attendance, note)]


async def rate(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """One of four; words may follow."""
    attendance, case = await _confirmed(session, who, inbound, now)
    rating = _word(inbound.text, {one.value: one for one in RATINGS})
    note = await work_notes.rate(session, case, attendance, rating, by=who, now=now)
    if work_notes.awaits_answer(note):
        return [await _for_officer(session, who, attendance, note, show=Show.EDIT)]
    await queries.ask_for_words(session, who, TOPIC, attendance.id, now)
    return [await _kept(session, who, attendance, note, more=True)]


async def in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """A note; then whether the officer must know."""
    attendance, case = await decisions.decidable(session, who, about, now)
    words = in_one(inbound.text.strip(), LONGEST_NOTE)
    if not any(letter.isalpha() for letter in words):
        raise Refused("note-words")
    await queries.forget_question(session, who)
    note = await work_notes.write(session, case, attendance, words, by=who, now=now)
    return [await _for_officer(session, who, attendance, note)]


async def mark(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Catatan peka*, or not any more: the officer hears when the mark is taken off. Raises Refused for
    whoever did not put it there: the words below it may be a colleague's."""
    attendance, case = await _confirmed(session, who, inbound, now)
    note = await _known(session, attendance)
    sensitive = _word(inbound.text, {SENSITIVE: True, PLAIN: False})
    if not sensitive and not await work_notes.may_unmark(session, case, note, who):
        raise Refused("note-mark-not-yours")
    changed = await work_notes.mark(session, case, note, sensitive=sensitive, by=who, now=now)
    shown = await _for_officer(session, who, attendance, note, show=Show.EDIT)
    if not changed or sensitive:
        return [shown]
    about = await _about(session, attendance)
    line = Line("note-unmarked-by", about | {"by": who.shown})
    told = Notice(to=case.guide, key="note-unmarked", lines=(line,))
    return [shown, told]


async def answer(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Perlu diketahui PK?*, yes or no; a second answer to the same question tells nobody again, but a yes
    counts also after somebody else's no."""
    attendance, case = await _confirmed(session, who, inbound, now)
    note = await _known(session, attendance)
    tell = _word(inbound.text, {YES: True, NO: False})
    if not work_notes.awaits_answer(note) and not (tell and note.for_officer is False):
        return [await _kept(session, who, attendance, note)]
    await work_notes.answer(session, case, note, tell=tell, by=who, now=now)
    kept = await _kept(session, who, attendance, note)
    return [kept, *([await _told(session, who, case, attendance, note)] if tell else [])]


async def unanswered(session: AsyncSession, who: Person, now: datetime) -> list[Notice]:
    """The latest question that he left, asked again where he looks at the day; only where he may still
    answer it."""
    for note, attendance in await notes_unanswered(session, who):
        if await queries.supervises(session, who, attendance.site_id, attendance.day, now):
            return [await _for_officer(session, who, attendance, note)]
    return []


async def _confirmed(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime
) -> tuple[Attendance, Case]:
    """Work that this supervisor decides on and that was confirmed. Raises Refused."""
    attendance, case = await decisions.tapped(session, who, inbound, now)
    if attendance.state is not AttendanceState.CONFIRMED:
        raise Refused("choice-unknown")
    return attendance, case


async def _known(session: AsyncSession, attendance: Attendance) -> WorkNote:
    note = await note_of(session, attendance)
    if note is None:
        raise Refused("choice-unknown")
    return note


def _word(choice_id: str, meanings: Mapping[str, T]) -> T:
    """What the word behind the number of a choice stands for. Raises Refused for any other."""
    word = (*choice_id.split(":"), "", "")[2]
    if word not in meanings:
        raise Refused("choice-unknown")
    return meanings[word]


async def _about(session: AsyncSession, attendance: Attendance) -> dict[str, Param]:
    client = await session.get_one(Person, attendance.client_id)
    site: Site = await queries.site_of(session, attendance.office_id, attendance.site_id)
    return {"name": client.shown, "day": When(attendance.started_at, site.zone)}


async def _ask(session: AsyncSession, who: Person, attendance: Attendance, note: WorkNote | None) -> Notice:
    choices = (
        Choice(f"note-rate:{attendance.id}:{one.value}", f"choice-rating-{Rating(one).value}")
        for one in RATINGS
    )
    return Notice(
        to=who.id,
        key="note-ask",
        params=await _about(session, attendance),
        lines=tuple(_said(note)),
        choices=tuple(choices),
        card=_card(attendance),
        show=Show.AGAIN,
    )


def _said(note: WorkNote | None) -> list[Line]:
    """What stands there already; sensitive words are not repeated on a site's phone."""
    if note is None:
        return []
    lines = [cards.rated(note)] if note.rating else []
    if note.words:
        lines.append(Line("note-sensitive") if note.sensitive else Line("note-said", {"words": note.words}))
    return lines


async def _for_officer(
    session: AsyncSession, who: Person, attendance: Attendance, note: WorkNote, *, show: Show = Show.AGAIN
) -> Notice:
    about = f"{attendance.id}"
    case = await session.get_one(Case, attendance.case_id)
    choices = [
        Choice(f"note-tell:{about}:{YES}", "choice-note-tell"),
        Choice(f"note-tell:{about}:{NO}", "choice-note-keep"),
    ]
    if note.words and not note.sensitive:
        choices.append(Choice(f"note-mark:{about}:{SENSITIVE}", "choice-note-sensitive"))
    elif note.words and await work_notes.may_unmark(session, case, note, who):
        choices.append(Choice(f"note-mark:{about}:{PLAIN}", "choice-note-plain"))
    lines = _said(note)
    if note.by != who.id:
        writer = await session.get_one(Person, note.by)
        lines.append(Line("note-by-colleague", {"by": writer.shown}))
    return Notice(
        to=who.id,
        key="note-for-officer",
        params=await _about(session, attendance),
        lines=tuple(lines),
        choices=tuple(choices),
        card=_card(attendance),
        show=show,
    )


async def _kept(
    session: AsyncSession, who: Person, attendance: Attendance, note: WorkNote, *, more: bool = False
) -> Notice:
    lines = [*_said(note), *([Line("note-more")] if more else [])]
    return Notice(
        to=who.id,
        key="note-kept-told" if note.for_officer else "note-kept",
        params=await _about(session, attendance),
        lines=tuple(lines),
        card=_card(attendance),
        show=Show.EDIT,
    )


async def _told(
    session: AsyncSession, who: Person, case: Case, attendance: Attendance, note: WorkNote
) -> Notice:
    """What the officer reads at once: nothing private stands in its first line."""
    about = await _about(session, attendance)
    return Notice(
        to=case.guide,
        key="note-told",
        lines=(Line("note-told-about", about | {"by": who.shown}), *cards.noted(note)),
        choices=(Choice(f"client:{case.id}", "choice-name", {"name": about["name"]}),),
    )


def _card(attendance: Attendance) -> str:
    return f"note:{attendance.id}"
