"""Sheets of a workbook: typed cells, a frozen bold header, filters, columns as wide as their content. What
people wrote is never taken for a formula, a link or a number."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING

from bot.domain.messages import Line, Minutes, Params, Word, Words
from bot.texts import Texts

if TYPE_CHECKING:
    import xlsxwriter

Cell = str | int | Decimal | date | datetime | time | Minutes | Word | Words | Line | None
"""A value and, by its type, how it is written; `Word` and `Line` are sentences of the locale, None an empty
cell."""

WIDEST = 90
"""Characters; a wider column is unreadable on a small screen."""
BULLET = "• "
A4 = 9
"""As Excel numbers its papers."""


class Sheets:
    """Writes tables, one a sheet."""

    def __init__(self, book: xlsxwriter.Workbook, texts: Texts, locale: str) -> None:
        self._book = book
        self._texts = texts
        self._locale = locale
        self._bold = book.add_format({"bold": True, "bg_color": "#DDE8E4", "text_wrap": True})
        self._wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        formats = {
            Minutes: "0.00",
            int: "0",
            Decimal: "0.00",
            datetime: "d mmm yyyy hh:mm",
            date: "d mmm yyyy",
            time: "hh:mm",
        }
        self._formats = {
            kind: book.add_format({"num_format": shape, "align": "left", "valign": "top"})
            for kind, shape in formats.items()
        }

    def add(self, name: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
        """A sheet; its name and the titles are keys of the locale. Printed, it is as wide as one page, and
        each page has the titles."""
        sheet = self._book.add_worksheet(self._say(name))
        titles = [self._say(column) for column in columns]
        widths = [len(title) + 3 for title in titles]
        for column, title in enumerate(titles):
            sheet.write_string(0, column, title, self._bold)
        last = 0
        for last, row in enumerate(rows, 1):
            for column, cell in enumerate(row):
                widths[column] = max(widths[column], self._write(sheet, last, column, cell))
        for column, width in enumerate(widths):
            sheet.set_column(column, column, min(width, WIDEST))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, last, len(columns) - 1)
        sheet.set_paper(A4)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)

    def _write(self, sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, cell: Cell) -> int:
        """Write one cell by its type; returns the width it asks for."""
        match cell:
            case None | "":
                return 0
            case Word(key):
                return self._write(sheet, row, column, self._say(key))
            case Line():
                return self._write(sheet, row, column, as_fact(cell, self._texts, self._locale))
            case Words(keys):
                return self._write(sheet, row, column, ", ".join(self._say(key) for key in keys))
            case str():
                sheet.write_string(row, column, cell, self._wrapped)
                return len(cell) + 2
            case Minutes(count):
                sheet.write_number(row, column, count / 60, self._formats[Minutes])
            case int():
                sheet.write_number(row, column, cell, self._formats[int])
            case Decimal():
                sheet.write_number(row, column, float(cell), self._formats[Decimal])
            case _:
                sheet.write_datetime(row, column, cell, self._formats[type(cell)])
        return 18 if isinstance(cell, datetime) else 12

    def _say(self, key: str, params: Params | None = None) -> str:
        return self._texts.render(key, params or {}, locale=self._locale)


def as_fact(line: Line, texts: Texts, locale: str) -> str:
    """A line of a message as it stands in a file: without its bullet, and without the step that it tells its
    reader to take in the chat."""
    said = texts.render(line.key, line.params, locale=locale).removeprefix(BULLET)
    for step in texts.render("document-steps", {}, locale=locale).split("|"):
        said = said.partition(f" {step}")[0]
    return said


@contextmanager
def written(buffer: io.BytesIO, made_at: datetime, texts: Texts, locale: str) -> Iterator[Sheets]:
    """A workbook to fill with sheets; it is in the buffer afterwards."""
    import xlsxwriter  # here, because few commands write a workbook and all would wait for it

    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(buffer, {**safe, "strings_to_numbers": False})
    book.set_properties({"created": made_at.replace(tzinfo=None)})
    yield Sheets(book, texts, locale)
    book.close()
