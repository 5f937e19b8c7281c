"""An office's workbook: good rows come in, bad rows are named, the same file twice changes nothing."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
import xlsxwriter
from sqlmodel import col, func, select

from bot.domain.checkins import SessionState
from bot.domain.messages import Line
from bot.imports import BadBook, import_book, template
from bot.imports.columns import COLUMNS
from bot.planning import replan
from bot.registry import open_office
from bot.storage import queries
from bot.storage.database import Database
from bot.storage.models import (
    CalendarDay,
    Case,
    Event,
    Office,
    Person,
    Placement,
    Site,
    SiteSupervisor,
    WorkSession,
)
from tests.harness import at, sentences
from tests.lawful import closed_days, coming

ONE_HOUR = timedelta(hours=1)
"""Jayapura is one hour ahead of Makassar."""

RULED: list[object] = ["JK-01", "1/Pid.B/2026/PN (contoh)", "2026-02-26", "PN (contoh)"]
"""What the law needs of a case beside people, hours and period."""
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
        ["JK-01", "Yusran (contoh)", "jaksa", ""],
    ],
    "perkara": [
        [
            *("nomor*", "klien*", "program*", "pk*", "jam_total", "jam_per_hari", "mulai*", "selesai*"),
            *("jaksa", "putusan_nomor", "putusan_tanggal", "pengadilan"),
        ],
        ["1/2026", "K-01", "kerja_sosial", "PK-01", "60", "4", "2026-03-02", "31/08/2026", *RULED],
        ["2/2026", "K-01", "kerja_sosial", "PK-77", "60", "4", "2026-03-02", "31/08/2026", *RULED],
        ["3/2026", "K-01", "kerja_sosial", "PK-01", "300", "4", "2026-03-02", "31/08/2026", *RULED],
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
    tables = (Site, Person, Case, Placement, SiteSupervisor, CalendarDay, WorkSession, Event)
    async with database.reading() as session:
        return {
            table.__name__: (await session.exec(select(func.count()).select_from(table))).one()
            for table in tables
        }


async def test_good_rows_come_in_and_bad_rows_are_named(database: Database, tmp_path: Path) -> None:
    office = await new_office(database)
    book = workbook(tmp_path / "data.xlsx", SHEETS)
    result = await import_book(database, office.id, book, now=at(20, 12))

    text = said(result.lines())
    assert text[:5] == [
        "Lembar lokasi: 2 baris diterima (2 baru, 0 berubah, 0 tetap)",
        "Lembar lokasi: 1 di antaranya belum lengkap, lihat di bawah.",
        "Lembar orang: 5 baris diterima (5 baru, 0 berubah, 0 tetap)",
        "Lembar perkara: 2 baris diterima (2 baru, 0 berubah, 0 tetap)",
        "Lembar penempatan: 1 baris diterima (1 baru, 0 berubah, 0 tetap)",
    ]
    problems = "\n".join(text[5:])
    for where in (
        "Lembar lokasi, baris 5, kolom bujur",
        "Lembar lokasi, baris 4: L-02 masuk, tetapi kolom pengawas belum:\n"
        "Tidak ada orang dengan kode PL-99 dalam peran itu.",
        "Lembar orang, baris 6, kolom peran",
        "Lembar perkara, baris 3, kolom pk",
        "Lembar perkara, baris 4, kolom jam_total",
        "Lembar penempatan, baris 3, kolom perkara",
        "Lembar penempatan, baris 4, kolom hari",
        "Lembar perkara, baris 5: diterima sebagai draf, belum dimulai. Yang kurang: nomor putusan, tanggal",
    ):
        assert where in problems
    found = await counts(database)
    assert (found["Person"], found["Case"], found["Placement"], found["SiteSupervisor"]) == (5, 2, 1, 1)
    assert found["WorkSession"] > 10


async def test_the_same_file_twice_changes_nothing(database: Database, tmp_path: Path) -> None:
    office = await new_office(database)
    book = workbook(tmp_path / "data.xlsx", SHEETS)
    await import_book(database, office.id, book, now=at(20, 12))
    before = await counts(database)
    await import_book(database, office.id, book, now=at(21, 12))

    assert await counts(database) == before


async def test_what_is_left_out_of_a_row_is_said_and_the_row_counts(
    database: Database, tmp_path: Path
) -> None:
    office = await new_office(database)
    rows: list[list[object]] = [
        ["kode", "nama", "peran", "wali_dari"],
        ["W-02", "Wali (contoh)", "wali", "A-99"],
    ]
    book = workbook(tmp_path / "data.xlsx", {"orang": rows})
    for counted in ("1 baru, 0 berubah, 0 tetap", "0 baru, 0 berubah, 1 tetap"):
        result = await import_book(database, office.id, book, now=at(20, 12))
        assert (
            said(result.lines())[:4]
            == [
                f"Lembar orang: 1 baris diterima ({counted})",
                "Lembar orang: 1 di antaranya belum lengkap, lihat di bawah.",
                *([] if counted[0] == "1" else ["Tidak ada yang berubah."]),
                "Lembar orang, baris 2: W-02 masuk, tetapi kolom wali_dari belum:",
                "Tidak ada orang dengan kode A-99 dalam peran itu. Periksa lembar orang.",
            ][:4]
        )


async def test_a_dry_run_says_the_same_and_keeps_nothing(database: Database, tmp_path: Path) -> None:
    office = await new_office(database)
    before = await counts(database)
    book = workbook(tmp_path / "data.xlsx", SHEETS)
    dry = await import_book(database, office.id, book, now=at(20, 12), dry_run=True)
    assert await counts(database) == before
    real = await import_book(database, office.id, book, now=at(20, 12))
    assert said(dry.lines()) == said(real.lines())


async def test_an_empty_cell_keeps_and_a_new_value_corrects(database: Database, tmp_path: Path) -> None:
    office = await new_office(database)
    await import_book(database, office.id, workbook(tmp_path / "a.xlsx", SHEETS), now=at(20, 12))
    change: dict[str, list[list[object]]] = {
        "orang": [["kode", "nama", "peran", "tanggal_lahir"], ["K-01", "Budi (contoh)", "klien", ""]]
    }
    await import_book(database, office.id, workbook(tmp_path / "b.xlsx", change), now=at(20, 12))

    async with database.reading() as session:
        person = (await session.exec(select(Person).where(Person.code == "K-01"))).one()
    assert (person.name, person.born_on) == ("Budi (contoh)", date(1990, 8, 17))


async def test_a_folder_of_csv_files_does_too(database: Database, tmp_path: Path) -> None:
    office = await new_office(database)
    (tmp_path / "orang.csv").write_text("kode;nama;peran\nK-01;Budi (contoh);klien\n", encoding="utf-8")
    result = await import_book(database, office.id, tmp_path, now=at(20, 12))

    assert said(result.lines()) == ["Lembar orang: 1 baris diterima (1 baru, 0 berubah, 0 tetap)"]


async def test_an_empty_template_holds_nothing_to_import(database: Database, tmp_path: Path) -> None:
    office = await new_office(database)
    template(tmp_path / "template.xlsx", year=2026)
    before = await counts(database)
    result = await import_book(database, office.id, tmp_path / "template.xlsx", now=at(20, 12))

    days = result.accepted("kalender")
    assert days > 30
    assert result.rows == {"lokasi": 0, "orang": 0, "perkara": 0, "penempatan": 0, "kalender": days}
    assert result.problems == []
    assert said(result.unread) == [
        "Baris contoh dilewati: lokasi 2, orang 2, perkara 2, penempatan 2, kalender 2. Ganti kode CONTOH-1 "
        "bila isinya data sungguhan."
    ]
    assert await counts(database) == before


async def test_a_file_that_is_no_workbook(database: Database, tmp_path: Path) -> None:
    office = await new_office(database)
    (tmp_path / "broken.xlsx").write_bytes(b"not a workbook")
    with pytest.raises(BadBook):
        await import_book(database, office.id, tmp_path / "broken.xlsx", now=at(20, 12))


async def imported(
    database: Database, path: Path, sheets: dict[str, list[list[object]]], *, day: int = 20
) -> list[tuple[str, int, str, str]]:
    """Import into the only office; the problems as sheet, row, column, reason."""
    async with database.transaction() as session:
        office = (await session.exec(select(Office))).one()
    result = await import_book(database, office.id, workbook(path / "book.xlsx", sheets), now=at(day, 12))
    return [(one.sheet, one.row, one.column, one.reason.key) for one in result.problems]


async def one_case(database: Database, path: Path) -> None:
    await new_office(database)
    await imported(database, path, SHEETS)


async def person_named(database: Database, code: str) -> Person:
    async with database.reading() as session:
        return (await session.exec(select(Person).where(Person.code == code))).one()


async def test_a_dash_clears_and_what_is_needed_cannot_be_cleared(database: Database, tmp_path: Path) -> None:
    await one_case(database, tmp_path)
    rows: list[list[object]] = [
        ["kode", "nama", "tanggal_lahir", "sapaan"],
        ["K-01", "", "-", "-"],
        ["PK-01", "-", "", ""],
    ]
    assert await imported(database, tmp_path, {"orang": rows}) == [
        ("orang", 3, "nama", "import-cannot-clear")
    ]

    person = await person_named(database, "K-01")
    assert (person.name, person.born_on, person.honorific) == ("=1+1", None, "saudara")


async def test_a_code_twice_in_a_sheet_is_reported_and_the_first_stands(
    database: Database, tmp_path: Path
) -> None:
    await new_office(database)
    rows: list[list[object]] = [
        ["kode", "nama", "peran"],
        ["K-01", "Budi (contoh)", "klien"],
        ["k-01", "Bukan Budi (contoh)", "klien"],
    ]
    assert await imported(database, tmp_path, {"orang": rows}) == [("orang", 3, "kode", "import-double")]
    assert (await person_named(database, "K-01")).name == "Budi (contoh)"


async def test_a_code_in_small_letters_is_the_same_code(database: Database, tmp_path: Path) -> None:
    await one_case(database, tmp_path)
    before = await counts(database)
    change: dict[str, list[list[object]]] = {
        "orang": [["kode", "nama"], ["k-01", "=1+1"]],
        "lokasi": [["kode", "nama"], ["l-01", ""]],
        "penempatan": [["kode", "perkara", "lokasi"], ["p-01", "1/2026", "l-01"]],
    }
    assert await imported(database, tmp_path, change) == []
    assert await counts(database) == before


async def test_unknown_officers_are_reported_row_by_row_and_the_others_come_in(
    database: Database, tmp_path: Path
) -> None:
    await new_office(database)
    people: list[list[object]] = [["kode", "nama", "peran"], ["PK-01", "Andi (contoh)", "pk"]]
    people += [[f"K-{number}", "Klien (contoh)", "klien"] for number in range(63)]
    cases: list[list[object]] = [list(SHEETS["perkara"][0])]
    for number in range(63):
        officer = "PK-99" if number < 24 else "PK-01"
        row = [f"{number}/2026", f"K-{number}", "kerja_sosial", officer, 60, 4, "2026-03-02", "2026-08-31"]
        cases.append(list(row))
    problems = await imported(database, tmp_path, {"orang": people, "perkara": cases})

    assert problems == [("perkara", row, "pk", "import-person-unknown") for row in range(2, 26)]
    assert (await counts(database))["Case"] == 39


async def test_what_nobody_reads_is_said(database: Database, tmp_path: Path) -> None:
    office = await new_office(database)
    sheets: dict[str, list[list[object]]] = {
        "orang": [["kode", "nama", "peran", "wali_dri"], ["W-01", "Wali (contoh)", "wali", "A-07"]],
        "kalendar": [["tanggal", "jenis"], ["17/08/2026", "nasional"]],
        "perkara": [["tanpa judul"]],
    }
    result = await import_book(database, office.id, workbook(tmp_path / "b.xlsx", sheets), now=at(20, 12))

    assert [(one.sheet, one.reason.key) for one in result.problems] == [("perkara", "import-no-heading")]
    assert [line.key for line in result.unread] == ["import-column-unread", "import-sheet-unread"]
    assert "wali_dri" in said(result.unread)[0]
    assert (result.accepted("orang"), result.accepted("perkara")) == (1, 0)


async def test_the_supervisors_of_a_site_are_those_of_the_row(database: Database, tmp_path: Path) -> None:
    await one_case(database, tmp_path)
    people: list[list[object]] = [["kode", "nama", "peran"], ["PL-02", "Baru (contoh)", "pengawas"]]

    async def after(cell: str, day: int) -> list[str]:
        site: list[list[object]] = [["kode", "pengawas"], ["L-01", cell]]
        assert await imported(database, tmp_path, {"orang": people, "lokasi": site}, day=day) == []
        async with database.reading() as session:
            (found,) = (await session.exec(select(Site).where(Site.code == "L-01"))).all()
            return [
                one.code
                for one in await queries.supervisors_of(session, found, date(2026, 4, day), at(day, 12))
            ]

    assert await after("PL-01; PL-02", 20) == ["PL-01", "PL-02"]
    assert await after("PL-02", 21) == ["PL-02"]
    assert await after("", 22) == ["PL-02"]
    assert await after("-", 23) == []
    assert await after("PL-01", 23) == ["PL-01"]
    assert await after("-", 23) == []
    assert await after("PL-01", 23) == ["PL-01"]


Span = tuple[date, date | None]
APRIL, MAY, JULY = date(2026, 4, 20), date(2026, 5, 1), date(2026, 7, 31)
PERIODS: list[tuple[int, str, list[tuple[str, Span]]]] = [
    # the day, the cell, everybody's appointments afterwards that are not over
    (20, "PL-01; PL-02 (01/05/2026 - 31/07/2026)", [("PL-01", (APRIL, None)), ("PL-02", (MAY, JULY))]),
    (21, "PL-01; PL-02 (01/05/2026 -)", [("PL-01", (APRIL, None)), ("PL-02", (MAY, None))]),
    (22, "PL-01 (- 30/04/2026); PL-02 (01/05/2026 -)", [
        ("PL-01", (APRIL, date(2026, 4, 30))), ("PL-02", (MAY, None)),
    ]),
    (23, "PL-01", [("PL-01", (APRIL, None))]),
    (24, "PL-01 (01/05/2026 -)", [("PL-01", (MAY, None))]),
    (25, "PL-01 (01/04/2026 - 15/04/2026); PL-02", [("PL-02", (date(2026, 4, 25), None))]),
]  # fmt: skip


async def test_a_supervisor_may_be_appointed_for_a_period(database: Database, tmp_path: Path) -> None:
    await one_case(database, tmp_path)
    people: list[list[object]] = [["kode", "nama", "peran"], ["PL-02", "Baru (contoh)", "pengawas"]]
    for day, cell, expected in PERIODS:
        sheets: dict[str, list[list[object]]] = {
            "orang": people,
            "lokasi": [["kode", "pengawas"], ["L-01", cell]],
        }
        assert await imported(database, tmp_path, sheets, day=day) == []
        before = await counts(database)
        assert await imported(database, tmp_path, sheets, day=day) == []
        assert await counts(database) == before
        async with database.reading() as session:
            query = select(Person.code, SiteSupervisor).join(SiteSupervisor)
            rows = (await session.exec(query.order_by(col(Person.code), col(SiteSupervisor.from_on)))).all()
        found = [(code, (one.from_on, one.until_on)) for code, one in rows]
        assert [one for one in found if one[1][1] is None or one[1][1] >= date(2026, 4, day)] == expected


async def test_an_empty_zone_or_period_keeps_what_was_said(database: Database, tmp_path: Path) -> None:
    await one_case(database, tmp_path)
    changes: dict[str, list[list[object]]] = {
        "lokasi": [["kode", "zona"], ["L-01", "Asia/Jayapura"]],
        "penempatan": [["kode", "perkara", "mulai"], ["P-01", "", "11/05/2026"]],
    }
    empty: dict[str, list[list[object]]] = {
        "lokasi": [["kode", "nama", "zona"], ["L-01", "Kantor (contoh)", ""]],
        "penempatan": [["kode", "perkara", "mulai", "istirahat_menit"], ["P-01", "1/2026", "", "15"]],
    }
    assert await imported(database, tmp_path, changes) == []
    assert await imported(database, tmp_path, empty) == []

    async with database.reading() as session:
        placement = (await session.exec(select(Placement))).one()
        planned = select(WorkSession).where(WorkSession.state == SessionState.PLANNED)
        first = (await session.exec(planned.order_by(col(WorkSession.starts_at)))).first()
    assert placement.from_on == date(2026, 5, 11)
    assert first is not None
    assert (first.starts_at, first.break_minutes) == (at(11, 8, month=5) - ONE_HOUR, 15)


async def test_new_hours_and_weekdays_are_planned(database: Database, tmp_path: Path) -> None:
    await one_case(database, tmp_path)
    changes: dict[str, list[list[object]]] = {
        "perkara": [["nomor", "jam_total"], ["1/2026", "12"]],
        "penempatan": [["kode", "perkara", "hari"], ["P-01", "1/2026", "Sel-Rab"]],
    }
    assert await imported(database, tmp_path, changes) == []

    async with database.transaction() as session:
        case = (await session.exec(select(Case).where(Case.number == "1/2026"))).one()
        balance = await queries.balance_of(session, case)
        await replan(session, case, now=at(20, 12))
        planned = await coming(session, case, at(20, 12))
    assert balance.remaining == 720
    assert [one.day.isoweekday() for one in planned] == [2, 3, 2, 3]
    assert not {one.day for one in planned} & closed_days(date(2026, 1, 1), date(2026, 12, 31))


PLACED: list[object] = ["kode", "perkara"]
P1: list[object] = ["P-01", "1/2026"]
OPENED: list[object] = ["jam_sudah_diakui", "per_tanggal", "dasar"]
CHILDS = "pelayanan_masyarakat_anak"
SLIPS: list[tuple[str, list[object], list[object], str, str]] = [
    ("orang", ["kode", "peran"], ["PK-01", "klien"], "peran", "import-role-fixed"),
    ("orang", ["kode", "peran"], ["PL-01", "pk"], "peran", "import-role-fixed"),
    (
        "orang",
        ["kode", "peran", "tanggal_lahir"],
        ["A-07", "klien", "1/1/1990"],
        "peran",
        "import-child-stays",
    ),
    ("orang", ["kode", "nama", "peran"], ["X-1", "Siapa", ""], "peran", "import-cell-empty"),
    ("orang", ["kode", "bahasa"], ["K-01", "Bahasa Indonesia"], "bahasa", "import-language-unknown"),
    ("perkara", ["nomor", "klien"], ["1/2026", "A-07"], "klien", "import-client-fixed"),
    ("perkara", ["nomor", "jam_total"], ["1/2026", "7"], "jam_total", "case-total-outside-law"),
    ("perkara", ["nomor", "jam_per_hari"], ["1/2026", "9"], "jam_per_hari", "case-daily-outside-law"),
    ("perkara", ["nomor", "jam_total"], ["1/2026", "-"], "jam_total", "import-cannot-clear"),
    ("perkara", ["nomor", "pk"], ["1/2026", "-"], "pk", "import-cannot-clear"),
    ("perkara", ["nomor", "klien"], ["1/2026", "-"], "klien", "import-cannot-clear"),
    ("perkara", ["nomor", "putusan_tanggal"], ["1/2026", "1/3/2014"], "putusan_tanggal", "case-before-law"),
    ("perkara", ["nomor", "mulai"], ["1/2026", "25/02/2026"], "mulai", "case-before-ruling"),
    ("perkara", ["nomor", "selesai"], ["1/2026", "02/09/2026"], "selesai", "case-too-long"),
    ("perkara", ["nomor", "program"], ["4/2026", "kerja_sosial"], "program", "case-not-for-child"),
    (
        "perkara",
        ["nomor", "pidana_pengganti"],
        ["4/2026", "x"],
        "pidana_pengganti",
        "import-sentence-of-child",
    ),
    ("perkara", ["nomor", "jendela_waktu"], ["4/2026", "siang"], "jendela_waktu", "import-not-a-window"),
    ("perkara", ["nomor", "sumber_mulai"], ["1/2026", "surat"], "sumber_mulai", "import-not-in-list"),
    ("perkara", ["nomor", "jam_sudah_diakui"], ["1/2026", "6"], "per_tanggal", "import-opening-together"),
    (
        "perkara",
        ["nomor", *OPENED],
        ["1/2026", "6", "25/2/2026", "x"],
        "per_tanggal",
        "opening-before-ruling",
    ),
    ("perkara", ["nomor", *OPENED], ["1/2026", "6", "1/3/2026", "x"], "per_tanggal", "opening-before-start"),
    ("perkara", ["nomor", *OPENED], ["1/2026", "6", "21/4/2026", "x"], "per_tanggal", "opening-in-future"),
    ("perkara", ["nomor", "selesai"], ["1/2026", "01/03/2026"], "selesai", "period-reversed"),
    ("perkara", ["nomor", "program"], ["1/2026", CHILDS], "program", "case-only-for-child"),
    ("perkara", ["nomor", "program"], ["1/2026", "integrasi"], "jam_total", "case-without-hours"),
    ("penempatan", PLACED, ["P-01", "4/2026"], "perkara", "import-case-fixed"),
    ("penempatan", [*PLACED, "jam_selesai"], [*P1, "17.00"], "jam_selesai", "placement-day-too-long"),
    ("penempatan", [*PLACED, "istirahat_menit"], [*P1, 180], "jam_selesai", "placement-without-hours"),
    ("penempatan", [*PLACED, "lokasi"], [*P1, "L-77"], "lokasi", "import-site-unknown"),
    ("lokasi", ["kode", "lintang", "bujur"], ["L-01", "95", "119"], "lintang", "import-not-on-earth"),
    ("lokasi", ["kode", "lintang"], ["L-01", "-"], "bujur", "import-half-a-pin"),
    ("lokasi", ["kode", "lintang", "bujur"], ["L-01", "-", "119"], "lintang", "import-half-a-pin"),
    ("lokasi", ["kode", "zona"], ["L-01", "Asia/Takalar"], "zona", "import-zone-unknown"),
    ("lokasi", ["kode", "zona"], ["L-01", "Europe/Amsterdam"], "zona", "import-zone-unknown"),
    (
        "perkara",
        ["nomor", "putusan_tanggal", "mulai"],
        ["1/2026", "21/04/2026", "22/04/2026"],
        "putusan_tanggal",
        "case-ruling-in-future",
    ),
    ("penempatan", [*PLACED, "setiap_minggu"], [*P1, "3"], "setiap_minggu", "import-out-of-range"),
    ("orang", ["kode", "rumah_lintang"], ["K-01", "-5"], "rumah_bujur", "import-half-a-pin"),
    ("orang", ["kode", "wali_dari"], ["K-01", "A-07"], "peran", "import-not-a-guardian"),
    ("orang", ["kode", "wali_dari"], ["K-01", "-"], "wali_dari", "import-cannot-clear"),
    ("orang", ["kode", "bahasa"], ["K-01", "jv"], "bahasa", "import-language-unknown"),
    ("orang", ["kode", "telepon"], ["K-01", "tidak tahu"], "telepon", "import-not-a-phone"),
    ("orang", ["kode", "tanggal_lahir"], ["K-01", "1/1/2030"], "tanggal_lahir", "born-in-future"),
    ("orang", ["kode", "tanggal_lahir"], ["K-01", "31/02/1990"], "tanggal_lahir", "no-such-day"),
    ("kalender", ["tanggal", "jenis"], ["17/8/2026", ""], "jenis", "import-cell-empty"),
    ("kalender", ["tanggal", "jenis"], ["15/06/2026, 17/06/2026", "sekolah"], "tanggal", "import-not-days"),
    (
        "kalender",
        ["tanggal", "jenis"],
        ["1/6/2026 - 1/9/2026", "sekolah"],
        "tanggal",
        "import-too-many-days",
    ),
    ("perkara", ["nomor", "selesai"], ["1/2026", "30/08/2026 atau lebih"], "selesai", "import-not-a-day"),
    ("kalender", ["tanggal", "jenis"], ["17/8/2026", "pasar"], "jenis", "import-not-in-list"),
    ("lokasi", ["kode", "buka"], ["L-01", "kapan saja"], "buka", "import-not-opening"),
    ("lokasi", ["kode", "radius_m"], ["L-01", "0"], "radius_m", "import-out-of-range"),
    ("lokasi", ["kode", "tutup"], ["L-01", "setiap Jumat"], "tutup", "import-not-days"),
    ("lokasi", ["kode", "pengawas"], ["L-01", "PL-01 (sementara)"], "pengawas", "import-not-a-period"),
    ("lokasi", ["kode", "pengawas"], ["L-01", "PL-9 (1/5/2026 -)"], "pengawas", "import-person-unknown"),
]


async def test_slips_are_reported_and_change_nothing(database: Database, tmp_path: Path) -> None:
    await one_case(database, tmp_path)
    before = await counts(database)
    for sheet, headings, row, column, key in SLIPS:
        sheets: dict[str, list[list[object]]] = {sheet: [headings, row]}
        assert await imported(database, tmp_path, sheets) == [(sheet, 2, column, key)], row
    assert await counts(database) == before


async def test_the_examples_of_the_template_can_be_imported(database: Database, tmp_path: Path) -> None:
    await new_office(database)
    people: list[list[object]] = [
        [code, f"{code} (contoh)", role]
        for code, role in (("PK-01", "pk"), ("JK-01", "jaksa"), ("PL-01", "pengawas"), ("PL-02", "pengawas"))
    ]
    sheets: dict[str, list[list[object]]] = {
        name: [list(columns), list(columns.values())] for name, columns in COLUMNS.items()
    }
    sheets["orang"][1] = ["" if cell == "A-07" else cell for cell in sheets["orang"][1]]
    sheets["orang"] += people
    assert await imported(database, tmp_path, sheets) == []
    found = await counts(database)
    assert (found["Case"], found["Placement"], found["SiteSupervisor"]) == (1, 1, 2)
