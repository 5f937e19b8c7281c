"""A paper that is prose as a document of Word, to edit before it is printed."""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from docx import Document
from docx.document import Document as Draft
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

BLANK = "……………………………………"
"""For the pen."""
SIGNING = 3
"""Empty lines for a signature and a stamp."""


def letter_docx(data: Mapping[str, Any], qr: bytes) -> bytes:
    """The letter of this data, as its template has it."""
    draft, said = _sheet(data["title"]), data["said"]
    _letterhead(draft, data["kop"])
    _bold(_line(draft, data["title"].upper(), ALIGN.CENTER))
    _line(draft, said["number"], ALIGN.CENTER)
    _line(draft, said["opening"])
    _pairs(draft, data["subject"])
    for place in ("main", "closing"):
        _line(draft, said[place])
    _signature(draft, data)
    if qr:
        draft.add_picture(io.BytesIO(qr), width=Mm(28))
    _line(draft, said["check"])
    for place in ("address", "code"):
        if place in said:
            _bold(_line(draft, said[place]))
    buffer = io.BytesIO()
    draft.save(buffer)
    return buffer.getvalue()


def _sheet(title: str) -> Draft:
    """An empty page of A4, which says nothing of the program that made it."""
    draft = Document()
    about, page = draft.core_properties, draft.sections[0]
    about.title, about.author, about.comments = title, "", ""
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin = page.right_margin = Mm(22)
    page.top_margin = page.bottom_margin = Mm(16)
    draft.styles["Normal"].font.size = Pt(11)
    return draft


def _letterhead(draft: Draft, kop: Mapping[str, Any]) -> None:
    for line in kop["above"]:
        _line(draft, line, ALIGN.CENTER)
    _bold(_line(draft, kop["name"], ALIGN.CENTER))
    for line in kop["below"]:
        _line(draft, line, ALIGN.CENTER)
    draft.add_paragraph()


def _pairs(draft: Draft, pairs: list[list[str]]) -> None:
    table = draft.add_table(rows=0, cols=2)
    table.autofit = False
    for label, value in pairs:
        for cell, text, width in zip(table.add_row().cells, (label, value or BLANK), (50, 110), strict=True):
            cell.text, cell.width = text, Mm(width)
    draft.add_paragraph()


def _signature(draft: Draft, data: Mapping[str, Any]) -> None:
    _line(draft, f"{BLANK}, {data['said']['day']}", ALIGN.RIGHT)
    for role, name, below in data["signatures"]:
        _line(draft, role, ALIGN.RIGHT)
        for _ in range(SIGNING):
            draft.add_paragraph()
        _line(draft, name or BLANK, ALIGN.RIGHT)
        _line(draft, f"{below}: {BLANK}", ALIGN.RIGHT)


def _line(draft: Draft, text: str, align: ALIGN = ALIGN.LEFT) -> Paragraph:
    paragraph = draft.add_paragraph(text)
    paragraph.alignment, paragraph.paragraph_format.space_after = align, Pt(4)
    return paragraph


def _bold(paragraph: Paragraph) -> None:
    for run in paragraph.runs:
        run.bold = True
