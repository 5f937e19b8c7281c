"""Takes an office's workbook: every row accepted, or reported with its sheet, number, column and reason."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from bot.domain.messages import Line, Param
from bot.imports.batches import Batches, Numbered, Reason
from bot.imports.book import BadBook, Book, Sheet, read_book
from bot.imports.cells import CellProblem
from bot.imports.columns import NAMED_BY
from bot.imports.rehearsal import stage
from bot.imports.rows import take_case, take_person, take_placement, take_site, take_supervisors
from bot.imports.template import template
from bot.storage.database import Database

__all__ = ["BadBook", "ImportResult", "Problem", "import_book", "template"]

PASSES = (
    ("lokasi", take_site, 5),
    ("orang", take_person, 50),
    ("lokasi", take_supervisors, 5),
    ("perkara", take_case, 50),
    ("penempatan", take_placement, 50),
)
"""How each sheet is taken, and how many rows in one transaction: a corrected site moves the plans of all who
work there. Sites come twice: their supervisors are people of the same workbook."""
REFUSED_AT = {
    "case-without-hours": "jam_total",
    "case-total-missing": "jam_total",
    "case-total-outside-law": "jam_total",
    "case-daily-missing": "jam_per_hari",
    "case-daily-outside-law": "jam_per_hari",
    "placement-without-hours": "jam_selesai",
    "placement-day-too-long": "jam_selesai",
    "period-reversed": "selesai",
}
"""The column in which people mend what the rules refused."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that was not accepted, the column to look at, and why."""

    sheet: str
    row: int
    column: str
    reason: Line

    def lines(self) -> tuple[Line, Line]:
        where: dict[str, Param] = {"sheet": self.sheet, "row": self.row, "column": self.column}
        return Line("import-problem", where), self.reason


@dataclass(slots=True)
class ImportResult:
    """How many rows each sheet has, which were not accepted, and what nobody reads."""

    rows: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    unread: list[Line] = field(default_factory=list)

    def refused(self, sheet: str) -> frozenset[int]:
        """The numbers of the rows that were not accepted."""
        return frozenset(problem.row for problem in self.problems if problem.sheet == sheet)

    def accepted(self, sheet: str) -> int:
        return max(self.rows[sheet] - len(self.refused(sheet)), 0)

    def lines(self) -> list[Line]:
        """What became of the workbook, in sentences."""
        counts = [Line("import-sheet", {"sheet": name, "count": self.accepted(name)}) for name in self.rows]
        problems = [line for problem in self.problems for line in problem.lines()]
        return [*counts, *problems, *self.unread]


async def import_book(
    database: Database, office_id: int, path: Path, *, now: datetime, dry_run: bool = False
) -> ImportResult:
    """Import a workbook in many short transactions: while it lasts, others write in between, and after an
    interruption the same file brings in the rest. The same one twice changes nothing. A dry run says the
    same and keeps nothing.

    Raises BadBook for a file that is no workbook.
    """
    book = read_book(path)
    if dry_run:
        async with stage(database, office_id) as copy:
            return await _take(book, Batches(copy, office_id, now, rehearsing=True))
    return await _take(book, Batches(database, office_id, now))


async def _take(book: Book, batches: Batches) -> ImportResult:
    result = _opened(book)
    sheets = {sheet.name: sheet for sheet in book.sheets}
    for name, take, size in PASSES:
        if name in sheets:
            refused = result.refused(name)
            rows = [row for row in sheets[name].rows if row[0] not in refused]
            async for row, reason in batches.take(name, rows, take, size):
                result.problems.append(_problem(name, row, reason))
    return result


def _problem(sheet: str, row: Numbered, reason: Reason) -> Problem:
    if isinstance(reason, CellProblem):
        return Problem(sheet, row[0], reason.column, Line(reason.key, reason.params))
    column = REFUSED_AT.get(reason.key, NAMED_BY[sheet])
    return Problem(sheet, row[0], column, Line(reason.key, reason.params))


def _opened(book: Book) -> ImportResult:
    """What can be said before anything is taken: headings, double rows, and what nobody reads."""
    result = ImportResult(rows={sheet.name: len(sheet.rows) for sheet in book.sheets})
    for sheet in book.sheets:
        key = NAMED_BY[sheet.name]
        if sheet.heading is None:
            result.problems.append(Problem(sheet.name, 1, key, Line("import-no-heading", {"column": key})))
        result.problems += _doubles(sheet, key)
        result.unread += [
            Line("import-column-unread", {"sheet": sheet.name, "column": column, "count": count})
            for column, count in sheet.unread
        ]
    result.unread += [
        Line("import-sheet-unread", {"sheet": name, "count": count}) for name, count in book.others
    ]
    return result


def _doubles(sheet: Sheet, key: str) -> list[Problem]:
    first: dict[str, int] = {}
    problems = []
    for number, row in sheet.rows:
        code = (row.text(key) or "").casefold()
        if code and first.setdefault(code, number) != number:
            problems.append(Problem(sheet.name, number, key, Line("import-double", {"row": first[code]})))
    return problems
