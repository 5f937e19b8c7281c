"""Cells as people write them, and sheets as people arrange them: tables of cases, no database."""

from __future__ import annotations

import ast
from collections.abc import Callable
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as some

from bot import lifecycle, registry
from bot.domain import births, law, openings
from bot.domain.cases import Programme
from bot.domain.spans import WHOLE_DAY
from bot.imports.book import read_book
from bot.imports.cells import Cell, CellProblem, Row
from bot.imports.columns import CHOICES, COLUMNS, RoleWord, known
from bot.imports.hours import corners, opening, window
from bot.imports.packed import BadBook
from bot.imports.refusals import REFUSED_AT
from bot.imports.site_days import Named, closed_days, named
from bot.imports.template import template
from tests.harness import sentences
from tests.rules.plan_lines import hours

C = "kolom"

DAYS = [
    pytest.param("23/04/2026", date(2026, 4, 23), id="as people write"),
    pytest.param("3/4/2026", date(2026, 4, 3), id="day before month"),
    pytest.param("2026-04-23", date(2026, 4, 23), id="ISO"),
    pytest.param("2026-04-23 00:00:00", date(2026, 4, 23), id="ISO with a time"),
    pytest.param("2026-04-23T00:00:00.000", date(2026, 4, 23), id="ISO with its T"),
    pytest.param("23/04/2026 0:00", date(2026, 4, 23), id="a spreadsheet's midnight"),
    pytest.param("23/04/2026 12:00:00 AM", date(2026, 4, 23), id="an English spreadsheet's midnight"),
    pytest.param("23-04-2026", date(2026, 4, 23), id="dashes"),
    pytest.param("23.04.2026", date(2026, 4, 23), id="dots"),
    pytest.param("23 April 2026", date(2026, 4, 23), id="the month in words"),
    pytest.param("23-Agt-2026", date(2026, 8, 23), id="the month in short"),
    pytest.param("April 23, 2026", date(2026, 4, 23), id="as Americans write"),
    pytest.param("23 04 2026", date(2026, 4, 23), id="blanks"),
    pytest.param(46135, date(2026, 4, 23), id="Excel serial"),
    pytest.param(46135.75, date(2026, 4, 23), id="Excel serial with a time"),
    pytest.param(datetime(2026, 4, 23, 7), date(2026, 4, 23), id="Excel date"),  # noqa: DTZ001
    pytest.param(date(1962, 8, 17), date(1962, 8, 17), id="a birthday long ago"),
    pytest.param(22_875, date(1962, 8, 17), id="its serial"),
    pytest.param("", None, id="empty"),
    pytest.param(None, None, id="nothing"),
    pytest.param("-", None, id="dash"),
]
NO_SUCH_DAYS = ["31/02/2026", "04/23/2026", "31 April 2026", "00/04/2026", "2026-02-29"]
NO_DAYS = [
    "kemarin",
    "23 April",
    "besok",
    "23 ramadan 2026",
    "23/04/26",
    "01/01/0001",
    "15/06/2026 - 11/07/2026",
    "15/06/2026-11/07/2026",
    "22/06/2026 s.d. 26/06/2026",
    "31/08/2026 atau lebih",
    "31/08/2026 (perkiraan)",
    "31/08/2026 08",
    "31/08-2026",
    date(9999, 1, 1),
    True,
]

JUNE = (date(2026, 6, 15), date(2026, 7, 11))
SPANS = [
    ("15/06/2026 - 11/07/2026", JUNE),
    ("15/06/2026-11/07/2026", JUNE),
    ("15/06/2026 – 11/07/2026", JUNE),
    ("15-06-2026 - 11-07-2026", JUNE),
    ("2026-06-15 - 11.07.2026", JUNE),
    ("15/06/2026 s.d. 11/07/2026", JUNE),
    ("15/6/2026 s/d 11/7/2026", JUNE),
    ("15/06/2026 sd 11/07/2026", JUNE),
    ("15/06/2026 sampai 11/07/2026", JUNE),
    ("15/06/2026 Sampai dengan 11/07/2026", JUNE),
    ("15/06/2026 hingga 11/07/2026", JUNE),
    ("15 Juni 2026 - 11 Juli 2026", JUNE),
    ("15 Jun 2026 s.d. 11/07/2026", JUNE),
    ("17/08/2026", (date(2026, 8, 17),) * 2),
    ("17/08/2026 - 17/08/2026", (date(2026, 8, 17),) * 2),
    (46135, (date(2026, 4, 23),) * 2),
    (date(2026, 4, 23), (date(2026, 4, 23),) * 2),
    ("01/06/2026 - 31/08/2026", (date(2026, 6, 1), date(2026, 8, 31))),
    ("", None),
    ("-", None),
]
NO_SPANS = [
    "15-26/06/2026",
    "15/06/2026 -",
    "Juni 2026",
    "15/06/2026 atau 16/06/2026",
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


ALL_DAY = (time(0), time(23, 59))
OPENINGS = [
    pytest.param("Sen-Jum 08.00-16.00", "12345 8-16", id="days and hours"),
    pytest.param("sen - jum, 8:00 – 16:00", "12345 8-16", id="colons and dashes"),
    pytest.param("Senin s.d. Jumat jam 08.00 s/d 16.00 WITA", "12345 8-16", id="in words"),
    pytest.param("Senin sampai Jumat pukul 8 sampai 16", "12345 8-16", id="in more words"),
    pytest.param("08.00-16.00 Sen; Rab; Jum'at", "135 8-16", id="hours first"),
    pytest.param("08.00-16.00; Sen; Rab", "13 8-16", id="hours first, in a part of their own"),
    pytest.param("Sen; Rab; 08.00-16.00", "13 8-16", id="hours last, in a part of their own"),
    pytest.param("Sen; Kam 08.00-16.00", "14 8-16", id="days share the next hours"),
    pytest.param("Sen 08.00-16.00; Kam", "14 8-16", id="days at the end share those before"),
    pytest.param("Sab; Min", "67 0-23.59", id="days alone: all day"),
    pytest.param("08.00-16.00", "1234567 8-16", id="hours alone: every day"),
    pytest.param("setiap hari 08.00-16.00", "1234567 8-16", id="every day"),
    pytest.param("Setiap hari", "1234567 0-23.59", id="every day, all day"),
    pytest.param("24 jam", "1234567 0-23.59", id="around the clock"),
    pytest.param("Sen-Sab 07.30-24.00", "123456 7.30-23.59", id="to midnight"),
    pytest.param("Sen-Min 22.00-06.00", "1234567 22-6", id="past midnight"),
    pytest.param("", None, id="empty"),
    pytest.param("-", None, id="a dash: cleared by whoever reads the row"),
    pytest.param("–", "1234567 0-23.59", id="a longer dash: always"),
]
PARTS = [
    pytest.param("Sen-Kam 08.00-16.00; Jum 08.00-11.30", ("1234 8-16", "5 8-11.30"), id="a shorter Friday"),
    pytest.param("Jum 08.00-11.30;Sen-Kam 08.00-16.00;", ("1234 8-16", "5 8-11.30"), id="in any order"),
    pytest.param("Sen-Kam 08.00-16.00\nJum 08.00-11.30", ("1234 8-16", "5 8-11.30"), id="line by line"),
    pytest.param("08.00-16.00 Sen-Kam; 08.00-11.30 Jum", ("1234 8-16", "5 8-11.30"), id="hours first"),
    pytest.param("Jum 13.30-16.00; Jum 08.00-11.30", ("5 8-11.30 13.30-16",), id="twice a day"),
    pytest.param("Sen-Jum 08.00-12.00; Sen-Jum 13.00-16.00", ("12345 8-12 13-16",), id="a pause at noon"),
    pytest.param("Sen-Jum 08.00-12.00; 13.00-16.00", ("12345 8-12 13-16",), id="hours of the days before"),
    pytest.param("08.00-12.00; 13.00-16.00", ("1234567 8-12 13-16",), id="hours of every day"),
    pytest.param("08.00-12.00; Jum 13.00-15.00", ("123467 8-12", "5 8-12 13-15"), id="and more on Fridays"),
    pytest.param("setiap hari 08.00-12.00; Sab 13.00-15.00", ("123457 8-12", "6 8-12 13-15"), id="every day"),
    pytest.param(
        "Sen; Rab 08.00-16.00; Sel; Jum 08.00-11.30", ("13 8-16", "25 8-11.30"), id="each with the next hours"
    ),
    pytest.param(
        "Sen-Kam 08.00-16.00; Jum 08.00-11.30; Sab",
        ("1234 8-16", "56 8-11.30"),
        id="the last with those before",
    ),
    pytest.param("Sen-Jum 08.00-16.00; Sab 24 jam", ("12345 8-16", "6 0-23.59"), id="one day all day"),
    pytest.param("Sen 08.00-12.00; Sen 12.00-16.00", ("1 8-16",), id="what touches is one"),
    pytest.param("Sen 20.00-24.00; Sel 00.00-06.00", ("1 20-23.59", "2 0-6"), id="a night in two"),
]
NO_OPENINGS = [
    "Besok 08.00-16.00",
    "Sen-Kam 08.00-16.00; Besok 08.00-11.00",
    "Sen-Kam 08.00-16.00; Jum 08.00",
    "Sen-Kam 08.00-16.00, Jum 08.00-11.30",
    "Sen-Jum 08.00-12.00 13.00-16.00",
    "Sen-Jum 08.00",
    "Sen-Jum 8.0-16.0",
    "setiap hari Senin 08.00-16.00",
    "buka",
    ";",
    "0.5",
]
OVERLAPS = [
    "Sen-Jum 08.00-16.00; Jum 08.00-11.30",
    "Setiap hari 08.00-16.00; Jum 08.00-11.30",
    "Jum 08.00-12.00; Jum 11.59-16.00",
    "Jum 08.00-16.00; Jum 09.00-10.00",
    "Jum 08.00-16.00; Jum 08.00-16.00",
    "Jum 24 jam; Jum 08.00-16.00",
    "Jum 20.00-06.00; Jum 23.00-24.00",
]
WINDOWS = [
    ("08.00-17.00", (time(8), time(17))),
    ("8 - 17", (time(8), time(17))),
    ("pukul 08:00 s.d. 17:00 WIB", (time(8), time(17))),
    ("19.00-05.00", (time(19), time(5))),
    ("00.00-24.00", ALL_DAY),
    ("", None),
    ("-", None),
]
NO_WINDOWS = ["siang", "08.00", "Sen 08.00-17.00", "08.00-12.00 13.00-17.00", "08.00-17.00-18.00"]
TRIANGLE = [[-5.41, 119.44], [-5.42, 119.44], [-5.42, 119.45]]
CORNERS = [
    ("-5.41,119.44; -5.42,119.44; -5.42,119.45", TRIANGLE),
    ("-5.41, 119.44 ;-5.42 119.44;-5.42, 119.45;", TRIANGLE),
    ("-5,41 119,44; -5,42, 119,44; -5,42 119,45", TRIANGLE),
    ("-5.41,119.44\n-5.42,119.44\n-5.42,119.45", TRIANGLE),
    ("", None),
]
NO_CORNERS = ["-5.41,119.44; -5.42,119.44", "-5,41,119,44; -5,42,119,44; -5,42,119,45", "di belakang kantor"]


@pytest.mark.parametrize(("cell", "expected"), OPENINGS)
def test_opening_hours(cell: Cell, expected: str | None) -> None:
    assert opening(Row({C: cell}), C) == (None if expected is None else hours(expected))


@pytest.mark.parametrize(("cell", "expected"), PARTS)
def test_opening_hours_that_differ_by_day(cell: Cell, expected: tuple[str, ...]) -> None:
    assert opening(Row({C: cell}), C) == hours(*expected)


@pytest.mark.parametrize(("cell", "hours"), WINDOWS)
def test_times_of_day_that_a_ruling_allows(cell: Cell, hours: tuple[time, time] | None) -> None:
    assert window(Row({C: cell}), C) == hours


@pytest.mark.parametrize(("cell", "points"), CORNERS)
def test_corners_of_a_site(cell: Cell, points: list[list[float]] | None) -> None:
    assert corners(Row({C: cell}), C) == points


@pytest.mark.parametrize(("cell", "day"), DAYS)
def test_days(cell: Cell, day: date | None) -> None:
    assert Row({C: cell}).day(C) == day


@pytest.mark.parametrize(("cell", "days"), SPANS)
def test_days_in_a_row(cell: Cell, days: tuple[date, date] | None) -> None:
    assert Row({C: cell}).span(C) == days


MAY, JULY = date(2026, 5, 1), date(2026, 7, 31)
APPOINTED = [
    ("PL-01", [Named("PL-01")]),
    ("PL-01; PL-02 (01/05/2026 - 31/07/2026)", [Named("PL-01"), Named("PL-02", MAY, JULY)]),
    ("PL-01(01/05/2026-31/07/2026)", [Named("PL-01", MAY, JULY)]),
    ("PL-01 (1/5/2026 s.d. 31/7/2026) ;", [Named("PL-01", MAY, JULY)]),
    ("PL-01 (01/05/2026 -)", [Named("PL-01", MAY)]),
    ("PL-01 (- 31/07/2026)", [Named("PL-01", None, JULY)]),
    ("PL-01 (sampai 31/07/2026)", [Named("PL-01", None, JULY)]),
    ("", []),
    ("-", []),
]
CLOSED: list[tuple[Cell, set[date] | None]] = [
    ("17/04/2026; 22/06/2026 - 23/06/2026;", {date(2026, 4, 17), date(2026, 6, 22), date(2026, 6, 23)}),
    ("17/04/2026; 17/04/2026", {date(2026, 4, 17)}),
    ("-", set()),
    ("", None),
    (None, None),
]


@pytest.mark.parametrize(("cell", "expected"), APPOINTED)
def test_supervisors_and_their_periods(cell: Cell, expected: list[Named]) -> None:
    assert named(Row({C: cell}), C) == expected


@pytest.mark.parametrize(("cell", "expected"), CLOSED)
def test_closed_days(cell: Cell, expected: set[date] | None) -> None:
    whole = None if expected is None else {(day, WHOLE_DAY) for day in expected}
    assert closed_days(Row({C: cell}), C) == whole


@pytest.mark.parametrize(
    "cell",
    [
        "17/04/2026; 22/06/2026 - 23/06/2026 10.00-12.00",
        "17/04/2026; 22/06/2026 10:00-12:00; 23/06/2026, pukul 10.00 - 12.00",
    ],
)
def test_closed_hours(cell: str) -> None:
    hours = (time(10), time(12))
    later = {(date(2026, 6, day), hours) for day in (22, 23)}
    assert closed_days(Row({C: cell}), C) == {(date(2026, 4, 17), WHOLE_DAY), *later}


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
    *((Row.day, cell, "no-such-day") for cell in NO_SUCH_DAYS),
    *((Row.span, cell, "import-not-days") for cell in NO_SPANS),
    (Row.span, "31/06/2026 - 11/07/2026", "no-such-day"),
    (Row.span, "31/06/2026", "no-such-day"),
    (Row.span, "11/07/2026 - 15/06/2026", "import-days-reversed"),
    (named, "PL-01 (31/07/2026 - 01/05/2026)", "import-days-reversed"),
    (named, "PL-01 (contoh)", "import-not-a-period"),
    (named, "PL-01 (01/05/2026)", "import-not-a-period"),
    (named, "PL-01 (-)", "import-not-a-period"),
    (named, "PL-01 (31/06/2026 -)", "no-such-day"),
    (named, "PL-01 (01/05/0026 -)", "import-not-a-period"),
    (closed_days, "17/04/2026, 18/04/2026", "import-not-days"),
    (closed_days, "17/04/2026 12.00-10.00", "shut-hours-order"),
    (closed_days, "17/04/2026 10.00-10.75", "import-not-a-time"),
    (closed_days, "Jumat 10.00-12.00", "import-not-days"),
    (Row.span, "01/06/2026 - 01/09/2026", "import-too-many-days"),
    (Row.span, "01/06/2026 - 01/09/3026", "import-not-days"),
    *((Row.clock, cell, "import-not-a-time") for cell in NO_TIMES),
    *((Row.number, cell, "import-not-a-number") for cell in NO_NUMBERS),
    *((Row.weekdays, cell, "import-not-weekdays") for cell in NO_WEEKDAYS),
    *((opening, cell, "import-not-opening") for cell in NO_OPENINGS),
    *((opening, cell, "import-opening-overlap") for cell in OVERLAPS),
    *((window, cell, "import-not-a-window") for cell in NO_WINDOWS),
    *((corners, cell, "import-not-corners") for cell in NO_CORNERS),
    (opening, "Sen-Jum 08.00-25.00", "import-not-a-time"),
    (opening, "Sen-Kam 08.00-16.00; Jum 08.00-11.75", "import-not-a-time"),
    (window, "08.75-17.00", "import-not-a-time"),
    (corners, "-95,119; -5,119; -5,118", "import-not-on-earth"),
    (Row.yes_or_no, "mungkin", "import-not-in-list"),
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
    ("cell", "sentence"),
    [
        ("Sen-Kam 08.00-16.00; Besok 08.00-11.00", '"besok 08.00-11.00" bukan hari dan jam buka.'),
        ("Sen-Jum 08.00-16.00; Jum 08.00-11.30", "Jam buka hari Jumat bertumpuk."),
    ],
)
def test_the_part_of_the_opening_hours_that_is_wrong_is_named(cell: Cell, sentence: str) -> None:
    with pytest.raises(CellProblem) as problem:
        opening(Row({C: cell}), C)
    assert sentences().render(problem.value.key, problem.value.params, locale="id").startswith(sentence)


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
    texts = (
        Row.text,
        Row.needed,
        Row.codes,
        Row.place,
        Row.yes_or_no,
        opening,
        window,
        corners,
        named,
        closed_days,
    )
    for read in (*texts, Row.number, Row.minutes, Row.day, Row.span, Row.clock, Row.weekdays):
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
    rapat = [["tanggal", "jenis"], ["17/08/2026", "nasional"]]
    book = read_book(table(tmp_path / "book.xlsx", orang=orang, rapat=rapat, petunjuk=[["x"]], kosong=[]))

    assert book.sheets[0].unread == (("catatan", 2), ("telpon", 1))
    assert book.others == (("rapat", 2),)


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

    template(tmp_path / "template.xlsx", year=2026)
    book = CalamineWorkbook.from_path(str(tmp_path / "template.xlsx"))
    guide = book.get_sheet_by_name("petunjuk").to_python()

    assert book.sheet_names == [*COLUMNS, "petunjuk"]
    for name, columns in COLUMNS.items():
        assert book.get_sheet_by_name(name).to_python()[0] == list(columns)
    assert len(guide) == 1 + sum(map(len, COLUMNS.values()))
    assert all(meaning and example for _, _, meaning, example in guide[1:])


def test_each_sheet_of_the_empty_template_has_an_example_row_that_is_left_out(tmp_path: Path) -> None:
    from python_calamine import CalamineWorkbook

    template(tmp_path / "template.xlsx", year=2026)
    book = CalamineWorkbook.from_path(str(tmp_path / "template.xlsx"))
    sheets = {sheet.name: sheet for sheet in read_book(tmp_path / "template.xlsx").sheets}
    for name, columns in COLUMNS.items():
        cells = dict(zip(columns, book.get_sheet_by_name(name).to_python()[1], strict=True))
        assert str(next(iter(cells.values()))).split()[0] == "CONTOH-1"
        assert all(cells[heading] for heading in columns if heading.endswith("*"))
        assert sheets[name].examples == (2,)
    template(tmp_path / "filled.xlsx", year=2026, rows={})
    assert {sheet.examples for sheet in read_book(tmp_path / "filled.xlsx").sheets} == {()}


def test_every_column_has_its_note() -> None:
    headings = {heading.rstrip("*").replace("_", "-") for columns in COLUMNS.values() for heading in columns}
    assert {f"template-note-{heading}" for heading in headings} <= sentences().keys("id")


def test_every_refusal_of_the_rules_names_the_column_that_mends_it() -> None:
    """What only people in a conversation are refused cannot come out of a workbook."""
    spoken = {"not-yours", "closing-reason-missing", "closing-nothing-to-decide"}
    raised = {
        call.args[0].value
        for module in (births, law, openings, lifecycle, registry)
        for call in ast.walk(ast.parse(Path(str(module.__file__)).read_text("utf-8")))
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "Refused"
        if isinstance(call.args[0], ast.Constant)
    }
    assert raised - spoken == set(REFUSED_AT)
    assert set(REFUSED_AT.values()) <= known("orang") | known("perkara") | known("penempatan")


def test_every_list_to_choose_from_is_a_column() -> None:
    assert CHOICES.keys() <= frozenset[str]().union(*map(known, COLUMNS))


def test_the_calendar_of_the_template_holds_two_years_of_holidays(tmp_path: Path) -> None:
    template(tmp_path / "template.xlsx", year=2026)
    (sheet,) = (one for one in read_book(tmp_path / "template.xlsx").sheets if one.name == "kalender")
    days = [(row.day("tanggal"), row.text("jenis"), row.text("keterangan")) for _, row in sheet.rows]

    assert (date(2026, 8, 17), "nasional", "Hari Kemerdekaan Republik Indonesia") in days
    assert {day.year for day, _, _ in days if day} == {2026, 2027}
    assert any(str(name).endswith(" (perkiraan)") for _, _, name in days)
