"""Opens an Excel workbook or a folder of CSV files as sheets of numbered rows."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from bot.imports.cells import Cell, Row

SHEETS = ("lokasi", "orang", "perkara", "penempatan")
"""In the order in which they build on each other, whatever the order in the file."""


class BadBook(Exception):
    """The file cannot be opened as a workbook, or has none of the known sheets."""


def read_book(path: Path) -> dict[str, list[tuple[int, Row]]]:
    """The known sheets of a file; blank rows are left out, row numbers are those people see.

    Raises BadBook.
    """
    sheets = dict(_folder(path) if path.is_dir() else _workbook(path))
    if not sheets:
        raise BadBook(path.name)
    return {name: list(_rows(sheets[name])) for name in SHEETS if name in sheets}


def _workbook(path: Path) -> Iterator[tuple[str, Sequence[Sequence[Cell]]]]:
    try:
        book = CalamineWorkbook.from_path(str(path))
        for name in book.sheet_names:
            if name.strip().casefold() in SHEETS:
                yield name.strip().casefold(), book.get_sheet_by_name(name).to_python(skip_empty_area=False)
    except (CalamineError, OSError) as error:
        raise BadBook(path.name) from error


def _folder(path: Path) -> Iterator[tuple[str, Sequence[Sequence[Cell]]]]:
    for name in SHEETS:
        file = path / f"{name}.csv"
        if file.exists():
            text = file.read_text(encoding="utf-8-sig")
            delimiter = ";" if text.split("\n", 1)[0].count(";") > text.split("\n", 1)[0].count(",") else ","
            yield name, list(csv.reader(text.splitlines(), delimiter=delimiter))


def _rows(table: Sequence[Sequence[Cell]]) -> Iterator[tuple[int, Row]]:
    heading: list[str] | None = None
    for number, cells in enumerate(table, 1):
        if all(cell is None or str(cell).strip() == "" for cell in cells):
            continue
        if heading is None:
            heading = [str(cell).strip().rstrip("*").casefold() for cell in cells]
            continue
        values: Mapping[str, Cell] = dict(zip(heading, cells, strict=False))
        yield number, Row(values)
