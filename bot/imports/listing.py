"""The list that goes with a long answer: refused rows and changed cells as a workbook, ready to filter."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from bot.domain.messages import Line, Param, param_from_json, param_to_json, params_from_json, params_to_json
from bot.imports.results import ImportResult, Problem
from bot.texts import Texts

Frozen = dict[str, Any]
DIGEST = "digest"
"""Beside the lists: what stood where the workbook says something."""
REFUSED, PARTLY, CHANGED, REMARKS = "refused", "partly", "changed", "remarks"
WIDTHS = {"sheet": 14, "row": 8, "column": 22, "reason": 90, "old": 40, "new": 40, "remark": 120}
HEADINGS = {
    REFUSED: ("sheet", "row", "column", "reason"),
    PARTLY: ("sheet", "row", "column", "reason"),
    CHANGED: ("sheet", "row", "column", "old", "new"),
    REMARKS: ("remark",),
}


def frozen(result: ImportResult) -> Frozen:
    """What an import said, as plain JSON: the list is made from it when it is sent."""
    return {
        REFUSED: [_problem(one, one.column) for one in result.problems if not one.left_out],
        PARTLY: [_problem(one, one.left_out) for one in result.problems if one.left_out],
        CHANGED: [
            [one.sheet, one.row, one.column, param_to_json(one.old), param_to_json(one.new)]
            for one in result.changes.cells
        ],
        REMARKS: [[_json(line)] for line in result.remarks()],
        DIGEST: result.overwritten,
    }


def listing(content: Frozen, texts: Texts, locale: str) -> bytes:
    """The workbook; its cells are text, so that nothing in them is a formula."""
    buffer = io.BytesIO()
    safe = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(buffer, {**safe, "strings_to_numbers": False}) as book:
        bold, plain = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        for name, headings in HEADINGS.items():
            if name == PARTLY and not content.get(name):
                continue
            sheet = book.add_worksheet(texts.render(f"list-{name}", {}, locale=locale))
            sheet.freeze_panes(1, 0)
            for at, heading in enumerate(headings):
                sheet.set_column(at, at, WIDTHS[heading], plain)
                sheet.write_string(0, at, texts.render(f"list-column-{heading}", {}, locale=locale), bold)
            for number, cells in enumerate(content[name], start=1):
                _write(sheet, number, [_cell(one, texts, locale) for one in cells])
    return buffer.getvalue()


def _write(sheet: Any, number: int, cells: Sequence[str | int]) -> None:
    for at, cell in enumerate(cells):
        if isinstance(cell, int):
            sheet.write_number(number, at, cell)
        else:
            sheet.write_string(number, at, cell)


def _cell(value: Any, texts: Texts, locale: str) -> str | int:
    if isinstance(value, list):
        return texts.render(value[0], params_from_json(value[1]), locale=locale)
    param: Param = param_from_json(value)
    if isinstance(param, str | int):
        return param
    return texts.render("list-value", {"value": param}, locale=locale)


def _problem(one: Problem, column: str) -> list[Any]:
    return [one.sheet, one.row, column, _json(one.reason)]


def _json(line: Line) -> list[Any]:
    return [line.key, params_to_json(line.params)]
