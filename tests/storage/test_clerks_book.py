"""A workbook as offices send it, everything wrong in it at once: all is reported, none is lost silently."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import xlsxwriter
from sqlmodel import select

from bot.imports import import_book
from bot.storage.database import Database
from bot.storage.models import Case, Person
from tests.harness import at
from tests.storage.test_import import RULED, counts, new_office

CASE = ("nomor", "klien", "program", "pk", "jam_total", "jam_per_hari", "mulai", "selesai")
RULING = ("jaksa", "putusan_nomor", "putusan_tanggal", "pengadilan")


def clerks_book(path: Path) -> Path:
    """Sheets upside down, a title and merged cells, blank rows, days and numbers in every way, doubles."""
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        merged, as_day = book.add_format({"align": "center"}), book.add_format({"num_format": "dd/mm/yyyy"})
        cases = book.add_worksheet("Perkara")
        cases.merge_range("A1:L1", "DAFTAR PERKARA BAPAS (contoh)", merged)
        cases.write_row("A3", [*CASE, *RULING])
        for number in range(63):
            officer = "PK-99" if number < 24 else "PK-01"
            row = [
                f"{number}/2026",
                f"K-{number}",
                "kerja_sosial",
                officer,
                60,
                "1,5" if number % 2 else "1.5",
            ]
            cases.write_row(f"A{number + 4}", [*row, "2026-03-02", 46_265, *RULED])
        cases.write_row("A70", ["30/2026", "K-30", "kerja_sosial", "PK-01"])
        people = book.add_worksheet(" ORANG ")
        people.write_row("A1", ["Kode*", "Nama*", "Peran*", "Tanggal Lahir"])
        people.write_row("A3", ["PK-01", "Andi (contoh)", "pk"])
        people.write_row("A4", ["JK-01", "Yusran (contoh)", "Jaksa"])
        for number in range(63):
            people.write_row(f"A{number + 6}", [f"K-{number}", '=HYPERLINK("http://contoh")', "klien"])
        people.write_string("D6", "Agustus 1990")
        people.write_string("D7", "17 Agustus 1990")
        people.write_number("D8", 33_102)
        people.write_datetime("D9", datetime(1990, 8, 17), as_day)  # noqa: DTZ001  (a day, no instant)
        people.merge_range("B80:C80", "Catatan di sel gabungan", merged)
    return path


async def test_everything_at_once(database: Database, tmp_path: Path) -> None:
    office = await new_office(database)
    book = clerks_book(tmp_path / "kantor.xlsx")
    result = await import_book(database, office.id, book, now=at(20, 12))

    assert [(one.sheet, one.row, one.column, one.reason.key) for one in result.problems] == [
        ("perkara", 70, "nomor", "import-double"),
        ("orang", 6, "tanggal_lahir", "import-not-a-day"),
        ("orang", 80, "kode", "import-cell-empty"),
        ("perkara", 4, "klien", "import-person-unknown"),
        *(("perkara", row, "pk", "import-person-unknown") for row in range(5, 28)),
    ]
    assert (result.rows, result.accepted("orang"), result.accepted("perkara")) == (
        {"orang": 66, "perkara": 64},
        64,
        39,
    )
    async with database.reading() as session:
        people = (await session.exec(select(Person))).all()
        cases = (await session.exec(select(Case))).all()
    assert {one.code for one in people if one.born_on} == {"K-1", "K-2", "K-3"}
    assert {one.born_on for one in people} == {date(1990, 8, 17), None}
    assert {(case.daily_minutes, case.ends_on) for case in cases} == {(90, date(2026, 8, 31))}

    before = await counts(database)
    again = await import_book(database, office.id, book, now=at(21, 12))
    assert again.problems == result.problems
    assert again.changes.nothing
    assert await counts(database) == before
