"""Writes the empty workbook for `hadir import`: headings, drop-downs, notes, and a guide to its columns."""

from __future__ import annotations

from pathlib import Path

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from bot.holidays_id import holidays
from bot.imports.columns import CHOICES, COLUMNS, DAYS, GUIDE, ZONES
from bot.imports.day_rows import estimated
from bot.texts import Texts

LAST_ROW = 5_000
WIDTH = 22


def template(path: Path, *, year: int) -> None:
    """Write the workbook, its calendar filled with the holidays of `year` and the next; cells are text, so
    that nothing is turned into a formula or another date."""
    texts = Texts()
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False, "strings_to_urls": False}) as book:
        for name, columns in COLUMNS.items():
            sheet = _sheet(book, name, list(columns), texts)
            if name == DAYS:
                _fill(sheet, _holidays(year))
        _guide(book, texts)


def _sheet(book: xlsxwriter.Workbook, name: str, headings: list[str], texts: Texts) -> Worksheet:
    sheet = book.add_worksheet(name)
    bold, as_text = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
    sheet.freeze_panes(1, 0)
    for at, heading in enumerate(headings):
        sheet.set_column(at, at, WIDTH, as_text)
        sheet.write_string(0, at, heading, bold)
        sheet.write_comment(0, at, _note(heading, texts))
        if choices := _choices(heading.rstrip("*")):
            sheet.data_validation(1, at, LAST_ROW, at, {"validate": "list", "source": choices})
    return sheet


def _holidays(year: int) -> list[tuple[str, ...]]:
    """What the library says of two years, a row for each kind of a day: operators see it and correct it."""
    return [
        (f"{day:%d/%m/%Y}", kind.value, "", estimated(holiday.name) if holiday.estimated else holiday.name)
        for day, holiday in sorted(holidays((year, year + 1)).items())
        for kind in sorted(holiday.kinds)
    ]


def _fill(sheet: Worksheet, rows: list[tuple[str, ...]]) -> None:
    for at, cells in enumerate(rows, start=1):
        for column, words in enumerate(cells):
            sheet.write_string(at, column, words)


def _guide(book: xlsxwriter.Workbook, texts: Texts) -> None:
    """Every column with its meaning and an example: what people print and keep beside them."""
    sheet = book.add_worksheet(GUIDE)
    bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
    for at, (title, width) in enumerate((("sheet", 14), ("column", 18), ("meaning", 70), ("example", 28))):
        sheet.set_column(at, at, width, wrapped)
        sheet.write_string(0, at, _say(texts, f"template-guide-{title}"), bold)
    sheet.freeze_panes(1, 0)
    rows = [(name, *column) for name, columns in COLUMNS.items() for column in columns.items()]
    for row, (name, heading, example) in enumerate(rows, start=1):
        for at, words in enumerate((name, heading, _note(heading, texts), example)):
            sheet.write_string(row, at, words)


def _choices(column: str) -> list[str]:
    if column == "zona":
        return list(ZONES)
    return [member.value for member in CHOICES.get(column, ())]


def _note(heading: str, texts: Texts) -> str:
    return _say(texts, f"template-note-{heading.rstrip('*').replace('_', '-')}")


def _say(texts: Texts, key: str) -> str:
    return texts.render(key, {}, locale="id")
