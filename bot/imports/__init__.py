"""Takes an office's workbook: every row accepted, or reported with its sheet, number, column and reason."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Line, Param, Refused
from bot.imports.book import BadBook, Book, Sheet, read_book
from bot.imports.cells import CellProblem, Row
from bot.imports.columns import NAMED_BY
from bot.imports.rows import take_case, take_person, take_placement, take_site, take_supervisors
from bot.imports.template import template
from bot.storage.models import Office

__all__ = ["BadBook", "ImportResult", "Problem", "import_book", "template"]

Take = Callable[[AsyncSession, Office, Row, datetime], Awaitable[None]]

PASSES: tuple[tuple[str, Take], ...] = (
    ("lokasi", take_site),
    ("orang", take_person),
    ("lokasi", take_supervisors),
    ("perkara", take_case),
    ("penempatan", take_placement),
)
"""Sites come twice: their supervisors are people of the same workbook."""
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


class _DryRun(Exception):
    """Rolls a dry run back."""


async def import_book(
    session: AsyncSession, office: Office, path: Path, *, now: datetime, dry_run: bool = False
) -> ImportResult:
    """Import a workbook; the same one twice changes nothing. A dry run says the same and keeps nothing.

    Raises BadBook for a file that is no workbook.
    """
    book, office_id = read_book(path), office.id
    result = _opened(book)
    sheets = {sheet.name: sheet for sheet in book.sheets}
    try:
        async with session.begin_nested():
            for name, take in PASSES:
                if name in sheets:
                    await _pass(session, office_id, result, sheets[name], take, now)
            if dry_run:
                raise _DryRun
    except _DryRun:
        session.expire_all()
    return result


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


async def _pass(
    session: AsyncSession, office_id: int, result: ImportResult, sheet: Sheet, take: Take, now: datetime
) -> None:
    refused = result.refused(sheet.name)
    for number, row in sheet.rows:
        if number in refused:
            continue
        problem = await _one(session, office_id, sheet.name, number, row, take, now)
        if problem is not None:
            result.problems.append(problem)


async def _one(
    session: AsyncSession, office_id: int, sheet: str, number: int, row: Row, take: Take, now: datetime
) -> Problem | None:
    """One row in a savepoint of its own: a good row is never lost to a bad one."""
    office = await session.get_one(Office, office_id)  # read anew when a savepoint was rolled back
    try:
        async with session.begin_nested():
            await take(session, office, row, now)
            await session.flush()
    except CellProblem as problem:
        return Problem(sheet, number, problem.column, Line(problem.key, problem.params))
    except Refused as no:
        return Problem(sheet, number, REFUSED_AT.get(no.key, NAMED_BY[sheet]), Line(no.key, no.params))
    return None
