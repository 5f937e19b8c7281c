"""The book of a client's guidance (*buku perkembangan bimbingan*): each report with the answers to the five
questions of Bapas's own procedure, the officer's notes between them, and room for more by hand. It is read by
whoever guides the case and by the head; the client, of whom the notes are, does not sign it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import local_day
from bot.domain.digest import programme_key
from bot.domain.documents import DocumentKind, Head
from bot.domain.guidance_books import GuidanceBook, Noted, Told
from bot.domain.messages import Line, Word
from bot.domain.report_lists import Given
from bot.domain.reports import CLOSED_QUESTIONS, QUESTIONS, STEPS, words_to
from bot.reports.documents.cells import clock_of
from bot.reports.documents.identity import identity_of, named
from bot.reports.documents.lines import head_of
from bot.reports.documents.paper import Pair, Paper, Signature
from bot.reports.documents.report_list import given_cell, line_of, way_of
from bot.reports.papers import harmless
from bot.reports.sheets import Cell
from bot.storage import case_notes, queries, report_lists
from bot.storage.models import Case, Office, Person

TEMPLATE = "buku-perkembangan.typ"
COLUMNS = ("number", "due", "reported", "reported-at", "way", "given", *STEPS, "officer-notes")
MOST_NOTES = 1000


async def gather(session: AsyncSession, case: Case, client: Person, now: datetime) -> GuidanceBook:
    """A case as it stands now."""
    office = await queries.office_of(session, case.office_id)
    officer = await session.get(Person, case.officer_id) if case.officer_id else None
    return GuidanceBook(
        head=head_of(office, made_at=now),
        **identity_of(case, client),
        officer=officer.shown if officer else "",
        entries=tuple(await _entries(session, case, office, now)),
    )


async def _entries(session: AsyncSession, case: Case, office: Office, now: datetime) -> list[Told | Noted]:
    """By day, what was reported before what was noted of it."""
    told = await report_lists.of_case(session, case, local_day(now, office.zone))
    noted = reversed(await case_notes.latest(session, case, MOST_NOTES))
    dated: list[tuple[date, int, Told | Noted]] = [
        *((one.due_on, 0, Told(line_of(one, phone), one.answers)) for one, phone in told),
        *(
            (local_day(note.written_at, office.zone), 1, Noted(note.words, by.shown, note.written_at))
            for note, by in noted
        ),
    ]
    return [entry for *_, entry in sorted(dated, key=lambda row: row[:2])]


def paper(facts: GuidanceBook) -> Paper:
    """The book as a paper."""
    return Paper(
        template=TEMPLATE,
        file=f"buku-perkembangan-{harmless(facts.code)}",
        title=f"document-title-{DocumentKind.BOOK.value}",
        head=facts.head,
        subject=tuple(_subject(facts)),
        columns=COLUMNS,
        rows=list(_rows(facts.entries, facts.head)),
        empty="document-no-reports-yet",
        sums=(),
        signatures=(
            Signature("document-sign-officer", facts.officer, "document-staff-number"),
            Signature("document-sign-head", below="document-staff-number"),
        ),
    )


def _subject(facts: GuidanceBook) -> Iterator[Pair]:
    yield from named(facts)
    yield "document-programme", Word(programme_key(facts.programme))
    yield "document-starts", facts.starts_on
    yield "document-ends", facts.ends_on
    yield "document-officer", facts.officer


def _rows(entries: Sequence[Told | Noted], head: Head) -> Iterator[list[Cell]]:
    """Reports are numbered, notes are not."""
    number = 0
    for entry in entries:
        if isinstance(entry, Noted):
            note = Line("document-noted", {"words": entry.words, "by": entry.by})
            day, at = local_day(entry.at, head.zone), clock_of(entry.at, head.zone)
            yield [None, None, day, at, None, None, *(None for _ in STEPS), note]
            continue
        number += 1
        line = entry.line
        day_given = local_day(line.reported_at, head.zone) if line.reported_at else None
        when = (day_given, clock_of(line.reported_at, head.zone))
        given = (
            Word("document-note-begun") if line.begun and line.given is Given.EXPECTED else given_cell(line)
        )
        yield [number, line.day, *when, way_of(line), given, *_answers(entry), None]


def _answers(entry: Told) -> Iterator[Cell]:
    """The client's own words; to a closed question its button, where he wrote none."""
    for question in QUESTIONS:
        yield entry.answers.get(question)
    for question in CLOSED_QUESTIONS:
        chosen = entry.answers.get(question)
        button = Word(f"document-answer-{chosen}") if chosen else None
        yield entry.answers.get(words_to(question)) or button
