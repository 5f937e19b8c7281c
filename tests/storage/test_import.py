"""An office's workbook: good rows come in, bad rows are named, the same file twice changes nothing."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

import pytest
import xlsxwriter
from sqlmodel import func, select

from bot.domain.messages import Line
from bot.imports import BadBook, import_book, template
from bot.imports.cells import CellProblem, Row
from bot.registry import open_office
from bot.storage.database import Database
from bot.storage.models import Case, Event, Office, Person, Placement, Site, SiteSupervisor, WorkSession
from tests.harness import at, sentences

SHEETS: dict[str, list[list[object]]] = {
    "penempatan": [
        ["kode*", "perkara*", "lokasi*", "hari*", "jam_mulai*", "jam_selesai*", "istirahat_menit"],
        ["P-01", "1/2026", "L-01", "Sen; Kam", "08.00", "11.00", "0"],
        ["P-02", "9/2026", "L-01", "Sen", "08.00", "11.00", ""],
        ["P-03", "1/2026", "L-01", "Besok", "08.00", "11.00", ""],
    ],
    "lokasi": [
        ["kode*", "nama*", "kegiatan*", "lintang", "bujur", "radius_m", "pengawas"],
        ["L-01", "Kantor Desa (contoh)", "kebersihan", "-5,4172", 119.4439, 120, "PL-01"],
        ["", "", "", "", "", "", ""],
        ["L-02", "Tanpa titik (contoh)", "kebersihan", "", "", "", "PL-99"],
        ["L-03", "Setengah (contoh)", "kebersihan", "-5.1", "", "", ""],
    ],
    "orang": [
        ["kode*", "nama*", "peran*", "tanggal_lahir"],
        ["K-01", "=1+1", "klien", "17/08/1990"],
        ["A-07", "Rahasia (contoh)", "anak", 40_000],
        ["PK-01", "Andi (contoh)", "PK", ""],
        ["PL-01", "Ratna (contoh)", "pengawas", ""],
        ["X-01", "Siapa (contoh)", "raja", ""],
    ],
    "perkara": [
        ["nomor*", "klien*", "program*", "pk*", "jam_total", "jam_per_hari", "mulai*", "selesai*"],
        ["1/2026", "K-01", "kerja_sosial", "PK-01", "60", "4", "2026-03-02", "31/08/2026"],
        ["2/2026", "K-01", "kerja_sosial", "PK-77", "60", "4", "2026-03-02", "31/08/2026"],
        ["3/2026", "K-01", "kerja_sosial", "PK-01", "300", "4", "2026-03-02", "31/08/2026"],
        ["4/2026", "A-07", "pelayanan_masyarakat_anak", "PK-01", "7,5", "2.5", "2026-03-02", "31/08/2026"],
    ],
}


def workbook(path: Path, sheets: dict[str, list[list[object]]]) -> Path:
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    sheet.write(number, column, value)
    return path


async def new_office(database: Database) -> Office:
    async with database.transaction() as session:
        return await open_office(
            session, code="B", name="Bapas (contoh)", zone="Asia/Makassar", contact="-", now=at(20, 12)
        )


def said(lines: list[Line]) -> list[str]:
    return [sentences().render(line.key, line.params, locale="id") for line in lines]


async def counts(database: Database) -> dict[str, int]:
    tables = (Site, Person, Case, Placement, SiteSupervisor, WorkSession, Event)
    async with database.reading() as session:
        return {
            table.__name__: (await session.exec(select(func.count()).select_from(table))).one()
            for table in tables
        }


async def test_good_rows_come_in_and_bad_rows_are_named(database: Database, tmp_path: Path) -> None:
    office = await new_office(database)
    book = workbook(tmp_path / "data.xlsx", SHEETS)
    async with database.transaction() as session:
        result = await import_book(session, office, book, now=at(20, 12))

    text = said(result.lines())
    assert text[:4] == [
        "Lembar lokasi: 1 baris diterima",
        "Lembar orang: 4 baris diterima",
        "Lembar perkara: 2 baris diterima",
        "Lembar penempatan: 1 baris diterima",
    ]
    problems = "\n".join(text[4:])
    for where in (
        "Lembar lokasi, baris 5, kolom lintang",
        "Lembar lokasi, baris 4, kolom pengawas",
        "Lembar orang, baris 6, kolom peran",
        "Lembar perkara, baris 3, kolom pk",
        "Lembar perkara, baris 4, kolom –",
        "Lembar penempatan, baris 3, kolom perkara",
        "Lembar penempatan, baris 4, kolom hari",
    ):
        assert where in problems
    found = await counts(database)
    assert (found["Person"], found["Case"], found["Placement"], found["SiteSupervisor"]) == (4, 2, 1, 1)
    assert found["WorkSession"] > 10


async def test_the_same_file_twice_changes_nothing(database: Database, tmp_path: Path) -> None:
    office = await new_office(database)
    book = workbook(tmp_path / "data.xlsx", SHEETS)
    async with database.transaction() as session:
        await import_book(session, office, book, now=at(20, 12))
    before = await counts(database)
    async with database.transaction() as session:
        await import_book(session, office, book, now=at(21, 12))

    assert await counts(database) == before


async def test_a_dry_run_says_the_same_and_keeps_nothing(database: Database, tmp_path: Path) -> None:
    office = await new_office(database)
    before = await counts(database)
    book = workbook(tmp_path / "data.xlsx", SHEETS)
    async with database.transaction() as session:
        dry = await import_book(session, office, book, now=at(20, 12), dry_run=True)
    assert await counts(database) == before
    async with database.transaction() as session:
        real = await import_book(session, office, book, now=at(20, 12))
    assert said(dry.lines()) == said(real.lines())


async def test_an_empty_cell_keeps_and_a_new_value_corrects(database: Database, tmp_path: Path) -> None:
    office = await new_office(database)
    async with database.transaction() as session:
        await import_book(session, office, workbook(tmp_path / "a.xlsx", SHEETS), now=at(20, 12))
    change: dict[str, list[list[object]]] = {
        "orang": [["kode", "nama", "peran", "tanggal_lahir"], ["K-01", "Budi (contoh)", "klien", ""]]
    }
    async with database.transaction() as session:
        await import_book(session, office, workbook(tmp_path / "b.xlsx", change), now=at(20, 12))

    async with database.reading() as session:
        person = (await session.exec(select(Person).where(Person.code == "K-01"))).one()
    assert (person.name, person.born_on) == ("Budi (contoh)", date(1990, 8, 17))


async def test_a_folder_of_csv_files_does_too(database: Database, tmp_path: Path) -> None:
    office = await new_office(database)
    (tmp_path / "orang.csv").write_text("kode;nama;peran\nK-01;Budi (contoh);klien\n", encoding="utf-8")
    async with database.transaction() as session:
        result = await import_book(session, office, tmp_path, now=at(20, 12))

    assert said(result.lines()) == ["Lembar orang: 1 baris diterima"]


async def test_an_empty_template_holds_nothing_to_import(database: Database, tmp_path: Path) -> None:
    office = await new_office(database)
    template(tmp_path / "template.xlsx")
    async with database.transaction() as session:
        result = await import_book(session, office, tmp_path / "template.xlsx", now=at(20, 12))

    assert result.rows == {"lokasi": 0, "orang": 0, "perkara": 0, "penempatan": 0}


async def test_a_file_that_is_no_workbook(database: Database, tmp_path: Path) -> None:
    office = await new_office(database)
    (tmp_path / "broken.xlsx").write_bytes(b"not a workbook")
    async with database.transaction() as session:
        with pytest.raises(BadBook):
            await import_book(session, office, tmp_path / "broken.xlsx", now=at(20, 12))


@pytest.mark.parametrize(
    ("value", "day"),
    [
        pytest.param("23/04/2026", date(2026, 4, 23), id="as people write"),
        pytest.param("2026-04-23", date(2026, 4, 23), id="ISO"),
        pytest.param(46135, date(2026, 4, 23), id="Excel serial"),
        pytest.param(datetime(2026, 4, 23, 7), date(2026, 4, 23), id="Excel date"),  # noqa: DTZ001
        pytest.param("", None, id="empty"),
    ],
)
def test_days(value: object, day: date | None) -> None:
    assert Row({"mulai": value}).day("mulai") == day  # type: ignore[dict-item]


@pytest.mark.parametrize(
    ("value", "expected"),
    [("08.00", time(8)), ("8:30", time(8, 30)), (time(8, 30), time(8, 30)), (0.5, time(12)), ("7", time(7))],
)
def test_times(value: object, expected: time) -> None:
    assert Row({"jam": value}).clock("jam") == expected  # type: ignore[dict-item]


@pytest.mark.parametrize("value", ["25.00", "8.75", "pagi", ""])
def test_no_times(value: str) -> None:
    with pytest.raises(CellProblem):
        Row({"jam": value}).clock("jam")


@pytest.mark.parametrize(("value", "minutes"), [("1,5", 90), ("1.5", 90), (7.5, 450), ("", None)])
def test_hours_with_comma_or_point(value: object, minutes: int | None) -> None:
    assert Row({"jam": value}).minutes("jam") == minutes  # type: ignore[dict-item]
