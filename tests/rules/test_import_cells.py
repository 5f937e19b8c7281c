"""Cells as people write them, and sheets as people arrange them: tables of cases, no database."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as some

from bot.domain.cases import Programme
from bot.imports.book import BadBook, read_book
from bot.imports.cells import Cell, CellProblem, Row
from bot.imports.columns import COLUMNS, RoleWord
from bot.imports.template import template
from bot.texts import Texts

C = "kolom"

DAYS = [
    pytest.param("23/04/2026", date(2026, 4, 23), id="as people write"),
    pytest.param("3/4/2026", date(2026, 4, 3), id="day before month"),
    pytest.param("2026-04-23", date(2026, 4, 23), id="ISO"),
    pytest.param("2026-04-23 00:00:00", date(2026, 4, 23), id="ISO with a time"),
    pytest.param("23-04-2026", date(2026, 4, 23), id="dashes"),
    pytest.param("23.04.2026", date(2026, 4, 23), id="dots"),
    pytest.param(46135, date(2026, 4, 23), id="Excel serial"),
    pytest.param(46135.75, date(2026, 4, 23), id="Excel serial with a time"),
    pytest.param(datetime(2026, 4, 23, 7), date(2026, 4, 23), id="Excel date"),  # noqa: DTZ001
    pytest.param(date(1962, 8, 17), date(1962, 8, 17), id="a birthday long ago"),
    pytest.param(22_875, date(1962, 8, 17), id="its serial"),
    pytest.param("", None, id="empty"),
    pytest.param(None, None, id="nothing"),
    pytest.param("-", None, id="dash"),
]
NO_DAYS = [
    "31/02/2026",
    "04/23/2026",
    "kemarin",
    "23 April 2026",
    "23/04/26",
    "01/01/0001",
    date(9999, 1, 1),
    True,
]

TIMES = [
    ("08.00", time(8)),
    ("8:30", time(8, 30)),
    ("08:30:00", time(8, 30)),
    ("7", time(7)),
    (8, time(8)),
    (8.0, time(8)),
    (8.3, time(8, 30)),
    (0.5, time(12)),
    (1 / 3, time(8)),
    (time(8, 30), time(8, 30)),
    (timedelta(hours=13), time(13)),
    ("", None),
]
NO_TIMES = ["25.00", "8.75", "8.3", "pagi", "-1", 24.0, 8.75, "08.00 WITA"]

NUMBERS = [
    ("1,5", 1.5), ("1.5", 1.5), (1.5, 1.5), (7, 7.0), ("-5,4172", -5.4172), ("  12 ", 12.0), ("", None),
    ("-", None),
]  # fmt: skip
NO_NUMBERS = ["satu", "1.000,5", "nan", "inf", "1e999", True]

WEEKDAYS = [
    ("Sen; Kam", "14"),
    ("Kam;Sen", "14"),
    ("senin, kamis", "14"),
    ("Sen Kam", "14"),
    ("Sen-Jum", "12345"),
    ("Senin – Jumat", "12345"),
    ("Sab-Min", "67"),
    ("Jum-Sen", "1567"),
    ("Jum'at; Ahad", "57"),
    ("Min;", "7"),
    ("Sen; Sen", "1"),
    ("", None),
]
NO_WEEKDAYS = ["Besok", "Sendok", "Monday", "Sen; Besok", "1; 4", "Sen-", "-Kam", "Sen-Rab-Jum", ";"]


@pytest.mark.parametrize(("cell", "day"), DAYS)
def test_days(cell: Cell, day: date | None) -> None:
    assert Row({C: cell}).day(C) == day


@pytest.mark.parametrize(("cell", "at"), TIMES)
def test_times(cell: Cell, at: time | None) -> None:
    assert Row({C: cell}).clock(C) == at


@pytest.mark.parametrize(("cell", "number"), NUMBERS)
def test_numbers(cell: Cell, number: float | None) -> None:
    assert Row({C: cell}).number(C) == number


@pytest.mark.parametrize(("cell", "digits"), WEEKDAYS)
def test_weekdays(cell: Cell, digits: str | None) -> None:
    assert Row({C: cell}).weekdays(C) == digits


REFUSED = [
    *((Row.day, cell, "import-not-a-day") for cell in NO_DAYS),
    *((Row.clock, cell, "import-not-a-time") for cell in NO_TIMES),
    *((Row.number, cell, "import-not-a-number") for cell in NO_NUMBERS),
    *((Row.weekdays, cell, "import-not-weekdays") for cell in NO_WEEKDAYS),
    (Row.needed, "  ", "import-cell-empty"),
    (Row.needed, "-", "import-cell-empty"),
    (Row.minutes, "1e6", "import-out-of-range"),
    (Row.minutes, "-1", "import-out-of-range"),
    (lambda row, column: row.whole(column, 0, 600), "-60", "import-out-of-range"),
    (lambda row, column: row.one_of(column, RoleWord), "raja", "import-not-in-list"),
]


@pytest.mark.parametrize(("read", "cell", "key"), REFUSED)
def test_what_cannot_be_read_is_said(read: Callable[[Row, str], Any], cell: Cell, key: str) -> None:
    with pytest.raises(CellProblem) as problem:
        read(Row({C: cell}), C)
    assert (problem.value.column, problem.value.key) == (C, key)


@pytest.mark.parametrize(
    ("cell", "text"),
    [
        ("  Budi ", "Budi"),
        (12.0, "12"),
        (12.5, "12.5"),
        ("=1+1", "=1+1"),
        ("a\0b", "ab"),
        ("", None),
        ("-", None),
        ("–", "–"),
        (None, None),
    ],
)
def test_texts(cell: Cell, text: str | None) -> None:
    assert Row({C: cell}).text(C) == text


def test_a_word_of_a_list_may_be_written_with_capitals_and_spaces() -> None:
    assert Row({C: "Kerja  Sosial"}).one_of(C, Programme) is Programme.COMMUNITY_WORK


def test_codes_are_separated_by_semicolons() -> None:
    assert Row({C: " PL-01;PL-02 ; "}).codes(C) == ["PL-01", "PL-02"]


@pytest.mark.parametrize(
    ("cell", "clears"), [("-", True), (" - ", True), ("", False), (None, False), (0, False)]
)
def test_a_dash_clears_and_an_empty_cell_does_not(cell: Cell, clears: bool) -> None:
    assert Row({C: cell}).clears(C) is clears


ANY_CELL = some.one_of(
    some.none(),
    some.text(max_size=20),
    some.text("0123456789.,:-/ ", max_size=12),
    some.integers(),
    some.floats(),
    some.booleans(),
    some.dates(),
    some.datetimes(),
    some.times(),
    some.timedeltas(),
)


@given(ANY_CELL)
def test_no_cell_is_a_surprise(cell: Cell) -> None:
    row = Row({C: cell})
    for read in (Row.text, Row.needed, Row.number, Row.minutes, Row.day, Row.clock, Row.weekdays, Row.codes):
        with suppress(CellProblem):
            read(row, C)
    with suppress(CellProblem):
        row.whole(C, 0, 600)


def table(path: Path, **sheets: list[list[Any]]) -> Path:
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    sheet.write(number, column, value)
    return path


def test_headings_may_stand_lower_and_be_written_freely(tmp_path: Path) -> None:
    rows = [
        ["Data klien Bapas"],
        [],
        ["Kode *", "NAMA*", "Tanggal Lahir"],
        ["K-01", "Budi", ""],
        [],
        ["K-02", "Sari", ""],
    ]
    (sheet,) = read_book(table(tmp_path / "book.xlsx", Orang=rows)).sheets

    assert (sheet.heading, [number for number, _ in sheet.rows]) == (3, [4, 6])
    assert [row.needed("nama") for _, row in sheet.rows] == ["Budi", "Sari"]
    assert sheet.unread == ()


def test_what_nobody_reads_is_counted(tmp_path: Path) -> None:
    orang = [
        ["kode", "nama", "catatan", "telpon", "hobi"],
        ["K-01", "Budi", "x", "0811", ""],
        ["K-02", "Sari", "y", "", ""],
    ]
    kalender = [["tanggal", "jenis"], ["17/08/2026", "nasional"]]
    book = read_book(
        table(tmp_path / "book.xlsx", orang=orang, kalender=kalender, petunjuk=[["x"]], kosong=[])
    )

    assert book.sheets[0].unread == (("catatan", 2), ("telpon", 1))
    assert book.others == (("kalender", 2),)


def test_a_sheet_without_headings_says_so(tmp_path: Path) -> None:
    (sheet,) = read_book(table(tmp_path / "book.xlsx", orang=[["K-01", "Budi", "klien"]])).sheets
    assert (sheet.heading, sheet.rows) == (None, ())


def test_sheets_come_in_working_order(tmp_path: Path) -> None:
    rows = [["kode", "nomor"], ["1", "1"]]
    book = table(tmp_path / "book.xlsx", penempatan=rows, perkara=rows, lokasi=rows, orang=rows)
    assert [sheet.name for sheet in read_book(book).sheets] == ["lokasi", "orang", "perkara", "penempatan"]


@pytest.mark.parametrize(
    ("content", "names"),
    [
        pytest.param(b"kode;nama\nK-01;Budi\n", ["Budi"], id="semicolons"),
        pytest.param(b"kode,nama\r\nK-01,Budi\r\n", ["Budi"], id="commas"),
        pytest.param("\ufeffkode;nama\nK-01;Budi\n".encode(), ["Budi"], id="with a byte order mark"),
        pytest.param("kode;nama\nK-01;André\n".encode("cp1252"), ["André"], id="Western code page"),
        pytest.param(
            b'kode;nama\nK-01;"Budi\nDaeng"\nK-02;Sari\n', ["Budi\nDaeng", "Sari"], id="line in a cell"
        ),
    ],
)
def test_csv_as_excel_writes_it(tmp_path: Path, content: bytes, names: list[str]) -> None:
    (tmp_path / "Orang.csv").write_bytes(content)
    (sheet,) = read_book(tmp_path).sheets
    assert [row.needed("nama") for _, row in sheet.rows] == names


def test_no_known_sheet_is_no_book(tmp_path: Path) -> None:
    with pytest.raises(BadBook):
        read_book(table(tmp_path / "book.xlsx", lain=[["kode"], ["1"]]))
    with pytest.raises(BadBook):
        read_book(tmp_path / "nothing.xlsx")


def test_the_template_has_every_column_and_explains_it(tmp_path: Path) -> None:
    from python_calamine import CalamineWorkbook

    template(tmp_path / "template.xlsx")
    book = CalamineWorkbook.from_path(str(tmp_path / "template.xlsx"))
    guide = book.get_sheet_by_name("petunjuk").to_python()

    assert book.sheet_names == [*COLUMNS, "petunjuk"]
    for name, columns in COLUMNS.items():
        assert book.get_sheet_by_name(name).to_python()[0] == list(columns)
    assert len(guide) == 1 + sum(map(len, COLUMNS.values()))
    assert all(meaning and example for _, _, meaning, example in guide[1:])


def test_every_column_has_its_note() -> None:
    headings = {heading.rstrip("*").replace("_", "-") for columns in COLUMNS.values() for heading in columns}
    assert {f"template-note-{heading}" for heading in headings} <= Texts().keys("id")
