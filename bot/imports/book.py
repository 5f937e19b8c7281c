"""Opens an Excel workbook or a folder of CSV files as sheets of numbered rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from bot.imports.cells import Cell, Row
from bot.imports.columns import COLUMNS, GUIDE, NAMED_BY, known

SHEETS = tuple(COLUMNS)
"""In the order in which they build on each other, whatever the order in the file."""

Table = Sequence[Sequence[Cell]]


class BadBook(Exception):
    """The file cannot be opened as a workbook, or has none of the known sheets."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A known sheet: its rows under the numbers people see, and columns with cells that nobody reads."""

    name: str
    heading: int | None
    """The row of the headings; None where none names the key column."""
    rows: tuple[tuple[int, Row], ...] = ()
    unread: tuple[tuple[str, int], ...] = ()
    """Unknown columns, each with how many cells are filled."""


@dataclass(frozen=True, slots=True)
class Book:
    """The known sheets in working order, and the others with how many rows they have."""

    sheets: tuple[Sheet, ...]
    others: tuple[tuple[str, int], ...]


def read_book(path: Path) -> Book:
    """Open a file. Blank rows are left out, and so is whatever stands above the headings. Raises BadBook."""
    tables = dict(_folder(path) if path.is_dir() else _workbook(path))
    if not tables.keys() & set(SHEETS):
        raise BadBook(path.name)
    others = [(name, len(list(_filled(table)))) for name, table in tables.items() if name not in SHEETS]
    return Book(
        sheets=tuple(_sheet(name, tables[name]) for name in SHEETS if name in tables),
        others=tuple((name, count) for name, count in others if count and name != GUIDE),
    )


def _workbook(path: Path) -> Iterator[tuple[str, Table]]:
    try:
        book = CalamineWorkbook.from_path(str(path))
        for name in book.sheet_names:
            yield _word(name), book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (CalamineError, OSError) as error:
        raise BadBook(path.name) from error


def _folder(path: Path) -> Iterator[tuple[str, Table]]:
    for file in sorted(path.glob("*.csv")):
        text = _decoded(file.read_bytes())
        first = text.split("\n", 1)[0]
        delimiter = ";" if first.count(";") > first.count(",") else ","
        try:
            yield _word(file.stem), list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
        except csv.Error as error:
            raise BadBook(file.name) from error


def _decoded(content: bytes) -> str:
    """Excel saves CSV as UTF-8 or, by default in this country, in the Western code page."""
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
    counts = [(column, sum(not _blank(row.get(column)) for _, row in rows)) for column in strange]
    return Sheet(
        name=name,
        heading=number,
        rows=tuple((number, Row(cells)) for number, cells in rows),
        unread=tuple((column, count) for column, count in counts if count),
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
