"""Takes an office's workbook: every row accepted, or reported with its sheet, number, column and reason."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Line, Refused
from bot.imports.book import SHEETS, BadBook, read_book
from bot.imports.cells import CellProblem, Row
from bot.imports.rows import take_case, take_person, take_placement, take_site, take_supervisors
from bot.imports.template import template
from bot.storage.models import Office

__all__ = ["BadBook", "ImportResult", "import_book", "template"]

Take = Callable[[AsyncSession, Office, Row, datetime], Awaitable[None]]

PASSES: tuple[tuple[str, Take], ...] = (
    ("lokasi", take_site),
    ("orang", take_person),
    ("lokasi", take_supervisors),
    ("perkara", take_case),
    ("penempatan", take_placement),
)
"""Sites come twice: their supervisors are people of the same workbook."""


@dataclass(slots=True)
class ImportResult:
    """How many rows of each sheet were accepted, and a line for each that was not."""

    rows: dict[str, int] = field(default_factory=dict)
    refused: dict[str, set[int]] = field(default_factory=dict)
    problems: list[Line] = field(default_factory=list)

    def lines(self) -> list[Line]:
        """What became of the workbook, in sentences."""
        counts = [
            Line(
                "import-sheet",
                {"sheet": sheet, "count": self.rows[sheet] - len(self.refused.get(sheet, ()))},
            )
            for sheet in SHEETS
            if sheet in self.rows
        ]
        return [*counts, *self.problems]


class _DryRun(Exception):
    """Rolls a dry run back."""


async def import_book(
    session: AsyncSession, office: Office, path: Path, *, now: datetime, dry_run: bool = False
) -> ImportResult:
    """Import a workbook; the same one twice changes nothing. A dry run says the same and keeps nothing.

    Raises BadBook for a file that is no workbook.
    """
    sheets, office_id = read_book(path), office.id
    result = ImportResult(rows={name: len(rows) for name, rows in sheets.items()})
    try:
        async with session.begin_nested():
            for sheet, take in PASSES:
                for number, row in sheets.get(sheet, []):
                    await _one(session, office_id, result, sheet, number, row, take, now)
            if dry_run:
                raise _DryRun
    except _DryRun:
        session.expire_all()
    return result


async def _one(
    session: AsyncSession,
    office_id: int,
    result: ImportResult,
    sheet: str,
    number: int,
    row: Row,
    take: Take,
    now: datetime,
) -> None:
    """One row in a savepoint of its own: a good row is never lost to a bad one."""
    office = await session.get_one(Office, office_id)  # read anew when a savepoint was rolled back
    try:
        async with session.begin_nested():
            await take(session, office, row, now)
            await session.flush()
    except CellProblem as problem:
        reason, column = Line(problem.key, problem.params), problem.column
    except Refused as no:
        reason, column = Line(no.key, no.params), "–"
    else:
        return
    result.refused.setdefault(sheet, set()).add(number)
    result.problems.append(Line("import-problem", {"sheet": sheet, "row": number, "column": column}))
    result.problems.append(reason)
