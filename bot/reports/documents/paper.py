"""A paper before it is set: what stands on it, for its template (PDF) and for the draft (Excel). Both say the
same: each cell is a typed value, written out by the template's data and kept as it is in the draft."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.documents import Head
from bot.domain.messages import Line, Minutes, Param, When, Word, Words
from bot.domain.reports import midday
from bot.reports.bars import Bars
from bot.reports.papers import pdf_of, png_of, qr_drawing, qr_of
from bot.reports.sheets import Cell, as_fact, written
from bot.texts import Texts

PICTURE = "gambar-grafik.typ"
Pair = tuple[str, Cell]
"""A key of the locale and its value: a line above or below the table."""


@dataclass(frozen=True, slots=True)
class Signature:
    """A place to sign: as what, a key of the locale; who, where that is known; and what is written below it,
    a key too."""

    role: str
    name: str = ""
    below: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A further list of a paper, with a sheet of its own in the draft."""

    title: str
    """A key, as is `empty`."""
    columns: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    empty: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One paper."""

    template: str
    file: str
    """Its name without an ending; it gives nothing away."""
    title: str
    """A key, of the draft's sheet too."""
    head: Head
    subject: Sequence[Pair]
    columns: Sequence[str]
    """Their titles are `document-column-…`."""
    rows: Sequence[Sequence[Cell]]
    empty: str
    """What is said where there are no rows: a key."""
    blank_rows: int = 0
    """Lines for the pen."""
    sums: Sequence[Pair]
    signatures: Sequence[Signature]
    tables: Sequence[Table] = ()
    """What follows the first one."""
    sections: Sequence[str] = ()
    """Keys of the headings between them, where there are some."""
    minutes: str = "document-cell-minutes"
    """How the table writes a length of time: a key."""
    charts: Sequence[Bars] = ()
    said: Mapping[str, Line] = field(default_factory=dict)
    """The sentences of a paper that is prose, by their place in its template."""
    link: str = ""
    """What its QR holds, where it has one."""


def pdf(paper: Paper, texts: Texts, *, locale: str, folder: Path) -> bytes:
    """To print and sign. Raises TemplateBroken where the office's own template cannot be set."""
    return pdf_of(paper.template, _data(paper, _words(paper, texts, locale)), folder)


def picture(charts: Sequence[Bars], texts: Texts, *, locale: str, folder: Path) -> bytes:
    """Charts below each other as a PNG for a phone, without a name or an office. Raises TemplateBroken."""
    words = _Words(texts, locale)
    return png_of(PICTURE, {"lang": locale, "charts": [_bars(one, words) for one in charts]}, folder)


def draft(paper: Paper, texts: Texts, *, locale: str) -> bytes:
    """To edit: prose as a document of Word; else the table with typed cells, and a sheet of what stands above
    and below it."""
    if paper.said:
        from bot.reports.prose import letter_docx  # an extra: the rest runs without it

        return letter_docx(
            _data(paper, _words(paper, texts, locale)), qr_of(paper.link) if paper.link else b""
        )
    buffer = io.BytesIO()
    with written(buffer, paper.head.made_at, texts, locale) as sheets:
        sheets.add(paper.title, [_column(name) for name in paper.columns], paper.rows)
        for table in paper.tables:
            sheets.add(table.title, [_column(name) for name in table.columns], table.rows)
        sheets.add("document-sheet-notes", ("excel-item", "excel-value"), _around(paper))
    return buffer.getvalue()


def _around(paper: Paper) -> list[Sequence[Cell]]:
    head = paper.head
    lines = (*head.above, head.office, *head.below)
    made = head.made_at.astimezone(ZoneInfo(head.zone)).replace(tzinfo=None)
    return [
        *((Word("document-letterhead"), line) for line in lines),
        *((Word(key), cell) for key, cell in (*paper.subject, *paper.sums)),
        (Word("document-made"), made),
        *((Word(one.role), one.name) for one in paper.signatures),
    ]


def _column(name: str) -> str:
    return f"document-column-{name}"


def _data(paper: Paper, words: _Words) -> Mapping[str, Any]:
    """What a template reads, all of it texts."""
    head, table = paper.head, replace(words, minutes=paper.minutes)
    return {
        "lang": words.locale,
        "title": words.say(paper.title),
        "kop": {"above": head.above, "name": head.office, "below": head.below},
        "subject": [[words.say(key), words.cell(cell)] for key, cell in paper.subject],
        "columns": {name: words.say(_column(name)) for name in paper.columns},
        "rows": _rows(paper, table),
        "tables": [_table(one, table) for one in paper.tables],
        "empty": "" if paper.rows else words.say(paper.empty),
        "blank": paper.blank_rows,
        "sums": [[words.say(key), words.cell(cell)] for key, cell in paper.sums],
        "signatures": [
            [words.say(one.role), one.name, words.say(one.below) if one.below else ""]
            for one in paper.signatures
        ],
        "charts": [_bars(one, words) for one in paper.charts],
        "sections": [words.say(one) for one in paper.sections],
        "said": {place: words.say(line.key, line.params) for place, line in paper.said.items()},
        "qr": qr_drawing(paper.link) if paper.link else "",
        "initials": words.say(_column("initials")),
        "place": words.say("document-place"),
        "footer": words.say("document-footer", {"at": When(head.made_at, head.zone)}),
        "page": words.say("document-page"),
    }


def _words(paper: Paper, texts: Texts, locale: str) -> _Words:
    """In prose a day is written out."""
    return _Words(texts, locale, day="letter-day") if paper.said else _Words(texts, locale)


def _table(table: Table, words: _Words) -> Mapping[str, Any]:
    return {
        "title": words.say(table.title),
        "columns": {name: words.say(_column(name)) for name in table.columns},
        "rows": _rows(table, words),
        "empty": "" if table.rows or not table.empty else words.say(table.empty),
    }


def _rows(table: Paper | Table, words: _Words) -> list[dict[str, str]]:
    return [dict(zip(table.columns, map(words.cell, row), strict=True)) for row in table.rows]


def _bars(bars: Bars, words: _Words) -> Mapping[str, Any]:
    """Sizes as numbers, everything that is read as texts."""
    short = replace(words, minutes="chart-hours")
    return {
        "title": words.say(bars.title),
        "legend": [words.say(one) for one in bars.legend],
        "source": words.say(bars.source),
        "upright": bars.upright,
        "bars": [
            {
                "label": short.cell(one.label),
                "parts": one.parts,
                "said": [short.cell(cell) for cell in one.said],
            }
            for one in bars.bars
        ],
    }


@dataclass(frozen=True, slots=True)
class _Words:
    """Writes cells out in one language, and days and lengths of time by a key of it."""

    texts: Texts
    locale: str
    day: str = "document-cell-day"
    minutes: str = "document-cell-minutes"

    def say(self, key: str, params: Mapping[str, Param] | None = None) -> str:
        return self.texts.render(key, params or {}, locale=self.locale)

    def cell(self, cell: Cell) -> str:
        match cell:
            case None:
                return ""
            case str():
                return cell
            case Word(key):
                return self.say(key)
            case Line():
                return as_fact(cell, self.texts, self.locale)
            case Words(keys):
                return ", ".join(self.say(key) for key in keys)
            case Minutes():
                return self.say(self.minutes, {"minutes": cell})
            case int():
                return self.say("document-cell-number", {"number": cell})
            case Decimal():
                whole, _, part = str(cell).partition(".")
                return self.say("document-cell-decimal", {"whole": whole, "part": part})
            case datetime():
                return self.say("document-cell-instant", {"at": When(cell.replace(tzinfo=UTC), "UTC")})
            case date():
                return self.say(self.day, {"at": When(midday(cell, "UTC"), "UTC")})
            case time():
                at = datetime.combine(date(2000, 1, 1), cell, UTC)
                return self.say("document-cell-time", {"at": When(at, "UTC")})
