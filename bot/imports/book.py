"""Opens an Excel workbook, a CSV file or a folder of them as sheets of numbered rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from bot.imports.cells import Cell, Row
from bot.imports.columns import COLUMNS, GUIDE, NAMED_BY, is_example, known
from bot.imports.packed import BadBook, BookProblem, harmless

SHEETS = tuple(COLUMNS)
"""In the order in which they build on each other, whatever the order in the file."""

Table = Sequence[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A known sheet: its rows under the numbers people see, and columns with cells that nobody reads."""

    name: str
    heading: int | None
    """The row of the headings; None where none names the key column."""
    rows: tuple[tuple[int, Row], ...] = ()
    unread: tuple[tuple[str, int], ...] = ()
    """Unknown columns, each with how many cells are filled."""
    examples: tuple[int, ...] = ()
    """Where the template's example row still stands; it is left out."""


@dataclass(frozen=True, slots=True)
class Book:
    """The known sheets in working order, and the others with how many rows they have."""

    sheets: tuple[Sheet, ...]
    others: tuple[tuple[str, int], ...]

    def named(self, sheet: str) -> frozenset[str]:
        """What the rows of a sheet name, in small letters."""
        rows = [row for one in self.sheets if one.name == sheet for _, row in one.rows]
        return frozenset((row.text(NAMED_BY[sheet]) or "").lower() for row in rows)


def read_book(path: Path) -> Book:
    """Open a workbook, a CSV file or a folder of them. Blank rows are left out, and so is whatever stands
    above the headings. Raises BadBook."""
    if path.is_dir():
        return _book(
            path.name, dict(_csv(file.name, file.read_bytes()) for file in sorted(path.glob("*.csv")))
        )
    try:
        return read_content(path.name, path.read_bytes())
    except OSError as error:
        raise BadBook(path.name) from error


def read_content(name: str, content: bytes) -> Book:
    """The same for a file in memory: a workbook, or a CSV file by its ending. Raises BadBook."""
    if name.lower().endswith(".csv"):
        return _book(name, dict([_csv(name, content)]))
    return _book(name, dict(_workbook(name, content)))


def _book(name: str, tables: Mapping[str, Table]) -> Book:
    if not tables.keys() & set(SHEETS):
        raise BadBook(name)
    others = [(name, len(list(_filled(table)))) for name, table in tables.items() if name not in SHEETS]
    return Book(
        sheets=tuple(_sheet(name, tables[name]) for name in SHEETS if name in tables),
        others=tuple((name, count) for name, count in others if count and name != GUIDE),
    )


def _workbook(name: str, content: bytes) -> Iterator[tuple[str, Table]]:
    file = io.BytesIO(harmless(name, content))
    try:
        book = CalamineWorkbook.from_filelike(file)
        for sheet in book.sheet_names:
            yield _word(sheet), book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    except (CalamineError, OSError) as error:
        raise BadBook(name, BookProblem.DAMAGED) from error
    except BaseException as error:
        if type(error).__name__ != "PanicException":  # what a bug of the reader raises is no Exception
            raise
        raise BadBook(name, BookProblem.DAMAGED) from error


def _csv(name: str, content: bytes) -> tuple[str, Table]:
    """A CSV file as a sheet: that of its name, or the one that its headings fit."""
    text = _decoded(content)
    first = text.split("\n", 1)[0]
    delimiter = ";" if first.count(";") > first.count(",") else ","
    try:
        table = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as error:
        raise BadBook(name, BookProblem.DAMAGED) from error
    stem = _word(Path(name).stem)
    return (stem if stem in SHEETS else _fitting(table) or stem), table


def _fitting(table: Table) -> str:
    """The sheet that has most of these headings, and the one that names its rows; '' for none."""
    headings = {_heading(cell) for _, cells in islice(_filled(table), 1) for cell in cells}
    fits = {name: len(headings & known(name)) for name in SHEETS if NAMED_BY[name] in headings}
    best = max(fits.values(), default=0)
    names = [name for name, count in fits.items() if count == best > 1]
    return names[0] if len(names) == 1 else ""


def _decoded(content: bytes) -> str:
    """Excel saves CSV as UTF-8 or, by default in this country, in the Western code page."""
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return content.decode("utf-16", errors="replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def _sheet(name: str, table: Table) -> Sheet:
    filled = list(_filled(table))
    at = next((at for at, (_, cells) in enumerate(filled) if NAMED_BY[name] in map(_heading, cells)), None)
    if at is None:
        return Sheet(name, None)
    number, headings = filled[at][0], [_heading(cell) for cell in filled[at][1]]
    rows = [(number, dict(zip(headings, cells, strict=False))) for number, cells in filled[at + 1 :]]
    strange = [heading for heading in dict.fromkeys(headings) if heading and heading not in known(name)]
    read = [(number, Row(cells)) for number, cells in rows]
    examples = tuple(number for number, row in read if is_example(row.text(NAMED_BY[name]) or ""))
    counts = [(column, sum(not _blank(row.get(column)) for _, row in rows)) for column in strange]
    return Sheet(
        name=name,
        heading=number,
        rows=tuple((number, row) for number, row in read if number not in examples),
        unread=tuple((column, count) for column, count in counts if count),
        examples=examples,
    )


def _filled(table: Table) -> Iterator[tuple[int, Sequence[Cell]]]:
    for number, cells in enumerate(table, 1):
        if not all(map(_blank, cells)):
            yield number, cells


def _blank(cell: Cell) -> bool:
    return cell is None or str(cell).strip() == ""


def _heading(cell: Cell) -> str:
    return "_".join(_word("" if cell is None else str(cell)).rstrip("*").split())


def _word(text: str) -> str:
    return text.strip().casefold()
