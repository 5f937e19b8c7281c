"""Writes the workbook for an import, empty or filled: headings, drop-downs, notes, a guide to its columns."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from bot.holidays_id import holidays
from bot.imports.columns import CHOICES, COLUMNS, DAYS, GUIDE, ZONES, example
from bot.imports.day_rows import estimated
from bot.texts import Texts

LAST_ROW = 25_000
WIDTH = 22


Rows = Sequence[Mapping[str, str]]
"""The cells of a sheet's rows, by column."""


def template(
    target: Path | BinaryIO,
    *,
    year: int,
    rows: Mapping[str, Rows] | None = None,
    sheets: Collection[str] = COLUMNS.keys(),
) -> None:
    """Write the workbook: with these rows, or an example row in each sheet and the holidays of `year` and
    the next in its calendar. Cells are text, so that nothing is turned into a formula or another date."""
    texts, empty = Texts(), rows is None
    rows = {DAYS: holiday_rows(year)} if rows is None else rows
    shown = {name: columns for name, columns in COLUMNS.items() if name in sheets}
    where = str(target) if isinstance(target, Path) else target
    with xlsxwriter.Workbook(where, {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        for name, columns in shown.items():
            sheet, headings = _sheet(book, name, list(columns), texts), list(columns)
            if empty:
                _example(book, sheet, name, headings, texts)
            _fill(sheet, headings, rows.get(name, ()), first=2 if empty else 1)
        _guide(book, shown, texts)


def _sheet(book: xlsxwriter.Workbook, name: str, headings: list[str], texts: Texts) -> Worksheet:
    sheet = book.add_worksheet(name)
    bold, as_text = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
    sheet.freeze_panes(1, 0)
    sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    for at, heading in enumerate(headings):
        sheet.set_column(at, at, WIDTH, as_text)
        sheet.write_string(0, at, heading, bold)
        sheet.write_comment(0, at, _note(heading, texts))
        if choices := _choices(heading.rstrip("*")):
            sheet.data_validation(1, at, LAST_ROW, at, {"validate": "list", "source": choices})
    return sheet


def holiday_rows(year: int) -> list[dict[str, str]]:
    """What the library says of two years, a row for each kind of a day: operators see it and correct it."""
    return [
        {
            "tanggal": f"{day:%d/%m/%Y}",
            "jenis": kind.value,
            "keterangan": estimated(holiday.name) if holiday.estimated else holiday.name,
        }
        for day, holiday in sorted(holidays((year, year + 1)).items())
        for kind in sorted(holiday.kinds)
    ]


def _example(
    book: xlsxwriter.Workbook, sheet: Worksheet, name: str, headings: Sequence[str], texts: Texts
) -> None:
    """A row in grey that shows how it is done; whoever leaves it there imports nothing of it."""
    grey = book.add_format({"num_format": "@", "italic": True, "font_color": "#808080"})
    cells = example(name)
    for column, heading in enumerate(headings):
        sheet.write_string(1, column, cells[heading.rstrip("*")], grey)
    sheet.write_comment(1, 0, _say(texts, "template-example"))


def _fill(sheet: Worksheet, headings: Sequence[str], rows: Rows, *, first: int) -> None:
    for at, cells in enumerate(rows, start=first):
        for column, heading in enumerate(headings):
            if words := cells.get(heading.rstrip("*")):
                sheet.write_string(at, column, words)


def _guide(book: xlsxwriter.Workbook, shown: Mapping[str, Mapping[str, str]], texts: Texts) -> None:
    """Every column with its meaning and an example: what people print and keep beside them."""
    sheet = book.add_worksheet(GUIDE)
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    for at, (title, width) in enumerate((("sheet", 14), ("column", 18), ("meaning", 70), ("example", 28))):
        sheet.set_column(at, at, width, wrapped)
        sheet.write_string(0, at, _say(texts, f"template-guide-{title}"), bold)
    sheet.freeze_panes(1, 0)
    rows = [(name, *column) for name, columns in shown.items() for column in columns.items()]
    for row, (name, heading, sample) in enumerate(rows, start=1):
        for at, words in enumerate((name, heading, _note(heading, texts), sample)):
            sheet.write_string(row, at, words)


def _choices(column: str) -> list[str]:
    if column == "zona":
        return list(ZONES)
    return [member.value for member in CHOICES.get(column, ())]


def _note(heading: str, texts: Texts) -> str:
    return _say(texts, f"template-note-{heading.rstrip('*').replace('_', '-')}")


def _say(texts: Texts, key: str) -> str:
    return texts.render(key, {}, locale="id")
