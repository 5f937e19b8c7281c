"""Takes an office's workbook: every row accepted, or reported with its sheet, number, column and reason."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from bot.domain.messages import Line, Param
from bot.imports.batches import Batches, Numbered, Reason, Take
from bot.imports.book import Book, Sheet, read_book, read_content
from bot.imports.case_rows import take_case
from bot.imports.cells import CellProblem
from bot.imports.changes import compared, moment_of, overwritten
from bot.imports.columns import CASES, DAYS, EXAMPLE, NAMED_BY, PEOPLE, SITES
from bot.imports.day_rows import take_day
from bot.imports.drafts import Draft, drafts_of
from bot.imports.filled import filled_rows, sheets_for
from bot.imports.known import LISTS
from bot.imports.notes import (
    clients_to_look_at,
    guardians_replaced,
    openings_above_order,
    regions_without_site,
    sites_with_few_supervisors,
)
from bot.imports.packed import BadBook
from bot.imports.person_rows import take_guardian, take_person
from bot.imports.placement_rows import take_placement
from bot.imports.progress import Progress, Tell, tell_nobody
from bot.imports.refusals import column_of
from bot.imports.rehearsal import stage
from bot.imports.results import ImportResult, Problem
from bot.imports.site_days import take_supervisors
from bot.imports.site_rows import take_site
from bot.imports.template import template
from bot.storage.database import Database

__all__ = [
    "BadBook",
    "Draft",
    "ImportResult",
    "Problem",
    "filled_rows",
    "import_book",
    "read_book",
    "read_content",
    "rehearse",
    "sheets_for",
    "stands",
    "take_book",
    "template",
]


class Pass(NamedTuple):
    """One way through a sheet: how a row is taken, how many in one transaction, and of which rows."""

    sheet: str
    take: Take
    size: int
    only: str = ""
    """Only rows with something in this column, which is all that is taken of them: an earlier way took the
    rest, and it stays where this column is refused."""


PASSES = (
    Pass("kalender", take_day, 50),
    Pass("lokasi", take_site, 5),
    Pass("orang", take_person, 50),
    Pass("lokasi", take_supervisors, 5, only="pengawas"),
    Pass("perkara", take_case, 50),
    Pass("orang", take_guardian, 1, only="wali_dari"),
    Pass("penempatan", take_placement, 50),
)
"""The order in which the sheets build on each other. A corrected site moves the plans of all who work there;
its supervisors, and the children of a guardian, stand in the same workbook. A guardian locks cases that the
row does not name: one row a transaction, so that all lock them in one order."""


async def import_book(
    database: Database,
    office_id: int,
    path: Path,
    *,
    now: datetime,
    dry_run: bool = False,
    tell: Tell = tell_nobody,
) -> ImportResult:
    """Import a workbook in many short transactions: while it lasts, others write in between, and after an
    interruption the same file brings in the rest. The same one twice changes nothing. A dry run says the
    same and keeps nothing. `tell` hears how far it is.

    Raises BadBook for a file that is no workbook.
    """
    book = await asyncio.to_thread(read_book, path)
    take = rehearse if dry_run else take_book
    return await take(database, office_id, book, now=now, tell=tell)


async def take_book(
    database: Database,
    office_id: int,
    book: Book,
    *,
    now: datetime,
    tell: Tell = tell_nobody,
    by: int | None = None,
) -> ImportResult:
    """Import a workbook that was read, as a person with the rights of his role (`rights`)."""
    return await _take(book, Batches(database, office_id, now, by=by, progress=Progress(tell)))


async def rehearse(
    database: Database,
    office_id: int,
    book: Book,
    *,
    now: datetime,
    tell: Tell = tell_nobody,
    by: int | None = None,
) -> ImportResult:
    """Say what the same would do, and keep nothing."""
    async with stage(database, office_id) as copy:
        batches = Batches(copy, office_id, now, rehearsing=True, by=by, progress=Progress(tell))
        return await _take(book, batches)


async def stands(database: Database, office_id: int, book: Book, *, now: datetime) -> str:
    """A digest of what stands now where the workbook says something (`ImportResult.overwritten`)."""
    return overwritten(book.sheets, await moment_of(database, office_id, now))


async def _take(book: Book, batches: Batches) -> ImportResult:
    result = _opened(book)
    sheets = {sheet.name: sheet for sheet in book.sheets}
    batches.progress.total = sum(
        len(_rows(sheets[one.sheet], result, one.only)) for one in PASSES if one.sheet in sheets
    )
    before = await moment_of(batches.database, batches.office_id, batches.now)
    result.overwritten = overwritten(book.sheets, before)
    for one in PASSES:
        if one.sheet in sheets:
            rows = _rows(sheets[one.sheet], result, one.only)
            async for row, reason in batches.take(one.sheet, rows, one.take, one.size):
                result.problems.append(_problem(one, row, reason))
    after = await moment_of(batches.database, batches.office_id, batches.now)
    refused = {name: result.refused(name) for name in sheets}
    result.changes = compared(book.sheets, refused, before, after)
    named = {name: _rows(sheet, result) for name, sheet in sheets.items()}
    replaced = guardians_replaced(named.get(PEOPLE, []), before.sheets, after.sheets)
    result.notes = [*replaced, *await _notes(named, batches)]
    if CASES in sheets:
        numbers = {row.needed("nomor").lower(): number for number, row in _rows(sheets[CASES], result)}
        result.drafts = await drafts_of(batches.database, batches.office_id, CASES, numbers)
    return result


async def _notes(rows: Mapping[str, list[Numbered]], batches: Batches) -> list[Line]:
    where = (batches.database, batches.office_id)
    today = batches.now.date()
    return [
        *await clients_to_look_at(*where, rows.get(PEOPLE, []), today),
        *await openings_above_order(*where, rows.get(CASES, [])),
        *await regions_without_site(*where, rows.get(DAYS, [])),
        *await sites_with_few_supervisors(*where, rows.get(SITES, []), today),
    ]


def _rows(sheet: Sheet, result: ImportResult, only: str = "") -> list[Numbered]:
    """The rows that are not refused so far, all or those with something in a column."""
    refused = result.refused(sheet.name)
    rows = [row for row in sheet.rows if row[0] not in refused]
    return [row for row in rows if not only or row[1].text(only) or row[1].clears(only)]


def _problem(one: Pass, row: Numbered, reason: Reason) -> Problem:
    sheet, (number, cells) = one.sheet, row
    column = reason.column if isinstance(reason, CellProblem) else column_of(sheet, reason.key)
    code = cells.text(NAMED_BY[sheet]) or ""
    return Problem(sheet, number, column, Line(reason.key, reason.params), code, left_out=one.only)


def _opened(book: Book) -> ImportResult:
    """What can be said before anything is taken: headings, double rows, and what nobody reads."""
    result = ImportResult(rows={sheet.name: len(sheet.rows) for sheet in book.sheets})
    for sheet in book.sheets:
        key = NAMED_BY[sheet.name]
        if sheet.heading is None:
            result.problems.append(Problem(sheet.name, 1, key, Line("import-no-heading", {"column": key})))
        result.problems += _doubles(sheet)
        result.unread += [
            Line("import-column-unread", {"sheet": sheet.name, "column": column, "count": count})
            for column, count in sheet.unread
        ]
    examples = [f"{sheet.name} {number}" for sheet in book.sheets for number in sheet.examples]
    if examples:
        where: dict[str, Param] = {"where": ", ".join(examples), "code": EXAMPLE}
        result.unread.append(Line("import-example-skipped", where))
    result.unread += [
        Line("import-sheet-unread", {"sheet": name, "count": count}) for name, count in book.others
    ]
    return result


def _doubles(sheet: Sheet) -> list[Problem]:
    """Rows that name what an earlier row of the sheet names: the earlier one stands. A day may be named by
    several, for its kinds and regions."""
    if sheet.name == DAYS:
        return []
    return [
        *_named_twice(sheet, NAMED_BY[sheet.name], "import-double"),
        *_named_twice(sheet, "wali_dari", "import-guardian-twice"),
    ]


def _named_twice(sheet: Sheet, column: str, key: str) -> list[Problem]:
    first: dict[str, int] = {}
    problems = []
    for number, row in sheet.rows:
        for code in row.codes(column) if column in LISTS else [row.text(column) or ""]:
            before = first.setdefault(code.casefold(), number) if code else number
            if before != number:
                problems.append(Problem(sheet.name, number, column, Line(key, {"row": before})))
    return problems
