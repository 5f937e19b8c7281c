"""What a workbook changes: rows that are new, changed or as they were, and each changed cell, old and new."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

from bot.domain.messages import Line, Param, Word
from bot.imports.book import Sheet
from bot.imports.cells import CellProblem, Row
from bot.imports.columns import DAYS, NAMED_BY
from bot.imports.dates import days_between
from bot.imports.register import Register, Sheets, read_register, sheets_of
from bot.storage.database import Database
from bot.storage.models import CalendarDay

EMPTY, HIDDEN = Word("import-nothing"), Word("import-hidden")
Days = Mapping[str, str]
"""`2026-04-17|kota makassar` → what the office says of that day there."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A cell that changes what was stored."""

    sheet: str
    row: int
    column: str
    old: Param
    new: Param

    def line(self) -> Line:
        where: dict[str, Param] = {"sheet": self.sheet, "row": self.row, "column": self.column}
        return Line("import-changed", {**where, "old": self.old, "new": self.new})


@dataclass(slots=True)
class Tally:
    """How many accepted rows of a sheet are new, change something, or say what is known."""

    new: int = 0
    changed: int = 0
    same: int = 0


@dataclass(slots=True)
class Changes:
    """Everything that a workbook changes; `followed` counts records that no row of it names."""

    tallies: dict[str, Tally] = field(default_factory=dict)
    cells: list[Changed] = field(default_factory=list)
    followed: int = 0

    @property
    def nothing(self) -> bool:
        """Whether everything is as it was."""
        return not self.followed and all(not (one.new or one.changed) for one in self.tallies.values())


@dataclass(frozen=True, slots=True)
class Moment:
    """The register as a workbook sees it, before or after an import."""

    sheets: Sheets
    days: Days


async def moment_of(database: Database, office_id: int, now: datetime) -> Moment:
    """The register at this moment."""
    async with database.reading() as session:
        register = await read_register(session, office_id)
    return Moment(sheets_of(register, now), _days(register))


def overwritten(sheets: Iterable[Sheet], before: Moment) -> str:
    """A digest of what stands where these rows say something: the same as long as nobody changed it."""
    stands = sha256()
    for sheet in sheets:
        for number, row in sheet.rows:
            stands.update(repr((sheet.name, number, _stands(sheet.name, row, before))).encode())
    return stands.hexdigest()


def _stands(sheet: str, row: Row, before: Moment) -> object:
    if sheet == DAYS:
        return [before.days.get(key) for key in _keys(row)]
    written = before.sheets[sheet].get((row.text(NAMED_BY[sheet]) or "").lower())
    if written is None:
        return None
    return [
        (name, cell) for name, cell in sorted(written.cells.items()) if row.text(name) or row.clears(name)
    ]


def compared(
    sheets: Iterable[Sheet], refused: Mapping[str, frozenset[int]], before: Moment, after: Moment
) -> Changes:
    """What the rows of these sheets changed between two moments; those that were refused are not counted."""
    changes, named = Changes(), set()
    for sheet in sheets:
        tally = changes.tallies[sheet.name] = Tally()
        for number, row in sheet.rows:
            code = (row.text(NAMED_BY[sheet.name]) or "").lower()
            named.add((sheet.name, code))
            if sheet.name == DAYS:
                fresh, cells = _of_day(number, row, before.days, after.days)
            else:
                fresh, cells = _of_row(sheet.name, number, code, before.sheets, after.sheets)
            changes.cells += cells
            if number not in refused[sheet.name]:
                tally.new += fresh
                tally.changed += bool(cells)
                tally.same += not (fresh or cells)
    changes.followed = sum(
        row.cells != after.sheets[name][code].cells
        for name, rows in before.sheets.items()
        for code, row in rows.items()
        if (name, code) not in named
    )
    return changes


def _of_row(sheet: str, number: int, code: str, before: Sheets, after: Sheets) -> tuple[bool, list[Changed]]:
    old, new = before[sheet].get(code), after[sheet].get(code)
    if old is None or new is None:
        return new is not None, []
    secret = old.secret | new.secret
    return False, [
        Changed(sheet, number, column, *_shown(old.cells[column], cell, hidden=column in secret))
        for column, cell in new.cells.items()
        if old.cells[column] != cell
    ]


def _shown(old: str, new: str, *, hidden: bool) -> Iterator[Param]:
    return ((HIDDEN if hidden else one) if one else EMPTY for one in (old, new))


def _of_day(number: int, row: Row, before: Days, after: Days) -> tuple[bool, list[Changed]]:
    moved = [key for key in _keys(row) if before.get(key) != after.get(key)]
    if not any(key in before for key in moved):
        return bool(moved), []
    old, new = (tuple(dict.fromkeys(one.get(key, "") for key in moved)) for one in (before, after))
    return False, [Changed(DAYS, number, "jenis", *_shown("; ".join(old), "; ".join(new), hidden=False))]


def _keys(row: Row) -> list[str]:
    """The days of a row, there where it says; none for what cannot be read."""
    with suppress(CellProblem):
        if span := row.span("tanggal"):
            return [_key(day.isoformat(), row.place("wilayah") or "") for day in days_between(*span)]
    return []


def _days(register: Register) -> Days:
    found: dict[str, list[str]] = defaultdict(list)
    for one in register.days:
        found[_key(one.day.isoformat(), one.region)].append(_said(one))
    return {key: ", ".join(sorted(said)) for key, said in found.items()}


def _key(day: str, region: str) -> str:
    return f"{day}|{region.casefold()}"


def _said(one: CalendarDay) -> str:
    return f"{one.kind.value} ({one.name})" if one.name else one.kind.value
