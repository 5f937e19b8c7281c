"""The workbook and the law: drafts that are completed, hours served before, guardians, and the calendar."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path

from sqlmodel import col, select

from bot import lifecycle
from bot.domain.calendar import HolidayRule
from bot.domain.cases import CaseState, Source
from bot.domain.findings import findings
from bot.domain.hours import EventKind
from bot.domain.weeks import week_days
from bot.holidays_id import holidays
from bot.imports import ImportResult, import_book
from bot.reports.weekly import gather
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
    SiteClosure,
    WorkSession,
)
from scheduler.cases import cases as look_at_cases
from tests.harness import at
from tests.lawful import coming
from tests.storage.offices import works
from tests.storage.test_import import RULED, SHEETS, counts, new_office, said, workbook

Rows = list[list[object]]
NOW = at(20, 12)
PEOPLE: Rows = [
    ["kode", "nama", "peran", "tanggal_lahir"],
    ["K-01", "Budi (contoh)", "klien", "17/08/1990"],
    ["A-07", "Rahasia (contoh)", "anak", "01/06/2010"],
    ["PK-01", "Andi (contoh)", "pk"],
    ["JK-01", "Yusran (contoh)", "jaksa"],
]
PLACES: Rows = [["kode", "nama", "kegiatan"], ["L-01", "Kantor Desa (contoh)", "kebersihan"]]
CASES: Rows = [
    list(SHEETS["perkara"][0]),
    ["1/2026", "K-01", "kerja_sosial", "PK-01", "60", "4", "2026-03-02", "31/08/2026", *RULED],
]
PLACED: Rows = [
    ["kode", "perkara", "lokasi", "hari", "jam_mulai", "jam_selesai"],
    ["P-01", "1/2026", "L-01", "Sen; Kam", "08.00", "11.00"],
]
OFFICE: dict[str, Rows] = {"orang": PEOPLE, "lokasi": PLACES, "perkara": CASES, "penempatan": PLACED}
CHILDS: Rows = [
    [*SHEETS["perkara"][0][:8], *SHEETS["perkara"][0][9:], "hari_diizinkan", "jendela_waktu"],
    [
        *("4/2026", "A-07", "pelayanan_masyarakat_anak", "PK-01", "20", "3", "2026-03-02", "31/08/2026"),
        *(*RULED[1:], "Sab; Min", "08.00-12.00"),
    ],
]
GUARDIAN: Rows = [["kode", "nama", "peran", "wali_dari"], ["W-01", "Wali (contoh)", "wali", "A-07"]]


def guarded() -> Rows:
    """The people, and before the child its guardian."""
    return [[*PEOPLE[0], "wali_dari"], ["W-01", "Wali (contoh)", "wali", "", "A-07"], *PEOPLE[1:]]


async def taken(
    database: Database, path: Path, sheets: dict[str, Rows], *, now: datetime = NOW, dry_run: bool = False
) -> ImportResult:
    async with database.reading() as session:
        office = (await session.exec(select(Office))).one()
    book = workbook(path / "book.xlsx", sheets)
    return await import_book(database, office.id, book, now=now, dry_run=dry_run)


def problems(result: ImportResult) -> list[tuple[str, int, str, str]]:
    return [(one.sheet, one.row, one.column, one.reason.key) for one in result.problems]


async def case_numbered(database: Database, number: str) -> Case:
    async with database.reading() as session:
        return (await session.exec(select(Case).where(Case.number == number))).one()


async def planned(database: Database, number: str, after: datetime = NOW) -> list[WorkSession]:
    async with database.reading() as session:
        case = (await session.exec(select(Case).where(Case.number == number))).one()
        return await coming(session, case, after)


async def test_a_case_that_lacks_something_waits_and_begins_when_it_is_complete(
    database: Database, tmp_path: Path
) -> None:
    await new_office(database)
    few: dict[str, Rows] = {
        **OFFICE,
        "perkara": [["nomor", "klien", "program"], ["1/2026", "K-01", "kerja_sosial"]],
    }
    result = await taken(database, tmp_path, few)

    needs = (
        "nomor putusan, tanggal putusan, pengadilan atau lembaga pengirim, jumlah jam, tanggal mulai, "
        "tanggal selesai, PK, jaksa"
    )
    assert said([draft.line() for draft in result.drafts]) == [
        f"Lembar perkara, baris 2: diterima sebagai draf, belum dimulai. Yang kurang: {needs}"
    ]
    assert result.accepted("perkara") == 1
    assert problems(result) == [("penempatan", 2, "mulai", "import-placement-without-days")]
    assert (await case_numbered(database, "1/2026")).state is CaseState.DRAFT

    complete = await taken(database, tmp_path, OFFICE)
    assert (problems(complete), complete.drafts) == ([], [])
    assert (await case_numbered(database, "1/2026")).state is CaseState.ACTIVE
    assert len(await planned(database, "1/2026")) == 20


async def test_a_placement_of_a_draft_takes_the_days_that_are_known_and_is_planned_later(
    database: Database, tmp_path: Path
) -> None:
    await new_office(database)
    draft: Rows = [CASES[0][:8], CASES[1][:8]]
    result = await taken(database, tmp_path, {**OFFICE, "perkara": draft})
    assert (problems(result), len(result.drafts)) == ([], 1)
    assert await planned(database, "1/2026") == []

    await taken(database, tmp_path, {"perkara": CASES})
    assert len(await planned(database, "1/2026")) == 20


async def test_a_dry_run_names_the_drafts_too(database: Database, tmp_path: Path) -> None:
    await new_office(database)
    few: Rows = [CASES[0][:8], CASES[1][:8], *(row[:8] for row in CHILDS[1:])]
    sheets: dict[str, Rows] = {**OFFICE, "orang": guarded(), "perkara": few}
    dry = await taken(database, tmp_path, sheets, dry_run=True)
    real = await taken(database, tmp_path, sheets)
    assert [draft.row for draft in dry.drafts] == [2, 3]
    assert said(dry.lines()) == said(real.lines())


async def test_hours_served_before_are_an_opening_balance_once(database: Database, tmp_path: Path) -> None:
    await new_office(database)
    served: Rows = [
        [*CASES[0], "jam_sudah_diakui", "per_tanggal", "dasar"],
        [*CASES[1], "48", "31/03/2026", "daftar hadir kertas (contoh)"],
    ]
    sheets = {**OFFICE, "perkara": served}
    assert problems(await taken(database, tmp_path, sheets)) == []
    before = await counts(database)
    assert problems(await taken(database, tmp_path, sheets)) == []
    assert await counts(database) == before
    assert problems(await taken(database, tmp_path, sheets, dry_run=True)) == []

    async with database.reading() as session:
        case = (await session.exec(select(Case))).one()
        balance = await queries.balance_of(session, case)
        openings = select(Event).where(Event.kind == EventKind.OPENING_BALANCE.value)
        assert len((await session.exec(openings)).all()) == 1
    assert (balance.opening, balance.remaining) == (48 * 60, 12 * 60)
    assert len(await planned(database, "1/2026")) == 4


SERVED: list[object] = ["nomor", "jam_sudah_diakui", "per_tanggal", "dasar"]


async def test_more_hours_than_the_order_are_kept_and_credited_up_to_it(
    database: Database, tmp_path: Path
) -> None:
    await new_office(database)
    await taken(database, tmp_path, OFFICE)
    sheet: Rows = [SERVED, ["1/2026", "70", "31/03/2026", "daftar hadir kertas (contoh)"]]
    for dry_run in (True, False, False):
        result = await taken(database, tmp_path, {"perkara": sheet}, dry_run=dry_run)
        assert problems(result) == []
        assert said(result.notes) == [
            "Lembar perkara, baris 2: diterima. Dari 70 jam yang ditulis, yang diakui 60 jam, yaitu seluruh "
            "jam putusan; selebihnya hanya disimpan."
        ]
    async with database.transaction() as session:
        await look_at_cases(session, NOW)
    case = await case_numbered(database, "1/2026")
    async with database.reading() as session:
        balance = await queries.balance_of(session, case)
    assert (balance.opening, balance.remaining, case.state) == (3600, 0, CaseState.AWAITING_CLOSING)


async def test_the_same_workbook_does_not_bring_back_what_was_contested(
    database: Database, tmp_path: Path
) -> None:
    await new_office(database)
    await taken(database, tmp_path, OFFICE)
    sheet: Rows = [SERVED, ["1/2026", "30", "31/03/2026", "daftar hadir kertas (contoh)"]]
    await taken(database, tmp_path, {"perkara": sheet})
    case = await case_numbered(database, "1/2026")
    async with database.transaction() as session:
        await lifecycle.set_opening(
            session,
            case,
            2100,
            as_of=date(2026, 3, 31),
            basis="daftar hadir kertas (contoh)",
            actor_id=None,
            contest_id=1,
            now=NOW,
        )
    for hours, minutes in (("30", 2100), ("35", 2100), ("36", 2160)):
        sheet[1][1] = hours
        await taken(database, tmp_path, {"perkara": sheet})
        async with database.reading() as session:
            assert (await queries.balance_of(session, case)).opening == minutes


async def test_planning_starts_after_the_last_day_of_the_opening_balance(
    database: Database, tmp_path: Path
) -> None:
    await new_office(database)
    await taken(database, tmp_path, OFFICE, now=at(20, 7))
    assert (await planned(database, "1/2026", at(20, 7)))[0].day == date(2026, 4, 20)
    sheet: Rows = [SERVED, ["1/2026", "30", "20/04/2026", "daftar hadir kertas (contoh)"]]
    await taken(database, tmp_path, {"perkara": sheet}, now=at(20, 7))
    days = [one.day for one in await planned(database, "1/2026", at(20, 7))]
    assert (days[0], len(days)) == (date(2026, 4, 23), 10)


async def test_hours_that_hadir_knows_itself_are_not_counted_twice(
    database: Database, tmp_path: Path
) -> None:
    await new_office(database)
    await taken(database, tmp_path, OFFICE, now=at(16, 7))
    async with database.transaction() as session:
        case = (await session.exec(select(Case))).one()
        site = (await session.exec(select(Site))).one()
        (today, *_) = await coming(session, case, at(16, 7))
        await works(session, case, site, today, 3)
    for day, refused in (("16/04/2026", True), ("20/04/2026", True), ("15/04/2026", False)):
        sheet: Rows = [SERVED, ["1/2026", "30", day, "daftar hadir kertas (contoh)"]]
        for dry_run in (True, False):
            result = await taken(database, tmp_path, {"perkara": sheet}, dry_run=dry_run)
            found = [("perkara", 2, "per_tanggal", "opening-counts-twice")] if refused else []
            assert problems(result) == found
            told = [said([one.reason])[0].split(" sudah")[0] for one in result.problems]
            assert told == ["Kehadiran Kamis, 16 April 2026"] * refused
    async with database.reading() as session:
        balance = await queries.balance_of(session, case)
    assert (balance.opening, balance.credited) == (1800, 1980)


async def test_a_guardian_is_known_by_the_child_in_the_same_book(database: Database, tmp_path: Path) -> None:
    await new_office(database)
    sheets: dict[str, Rows] = {"orang": guarded(), "lokasi": PLACES, "perkara": CHILDS}
    result = await taken(database, tmp_path, sheets)
    assert (problems(result), result.drafts) == ([], [])

    before = await counts(database)
    await taken(database, tmp_path, sheets)
    assert await counts(database) == before
    case = await case_numbered(database, "4/2026")
    assert (case.state, case.allowed_weekdays, case.window_starts) == (CaseState.ACTIVE, "67", time(8))


async def test_a_guardian_in_a_later_book_completes_the_case(database: Database, tmp_path: Path) -> None:
    await new_office(database)
    early = await taken(database, tmp_path, {"orang": [*PEOPLE]} | {"lokasi": PLACES})
    assert problems(early) == []
    without_case = await taken(database, tmp_path, {"orang": GUARDIAN})
    assert problems(without_case) == [("orang", 2, "wali_dari", "import-child-without-case")]

    result = await taken(database, tmp_path, {"perkara": CHILDS})
    assert [need.value for draft in result.drafts for need in draft.lacks] == ["wali"]
    assert problems(await taken(database, tmp_path, {"orang": GUARDIAN})) == []
    case = await case_numbered(database, "4/2026")
    async with database.reading() as session:
        guardian = await session.get_one(Person, case.guardian_id)
    assert (case.state, guardian.code) == (CaseState.ACTIVE, "W-01")

    other: Rows = [GUARDIAN[0], ["W-02", "Wali lain (contoh)", "wali", "a-07"]]
    assert problems(await taken(database, tmp_path, {"orang": other})) == []
    async with database.reading() as session:
        replaced = await session.get_one(Person, (await case_numbered(database, "4/2026")).guardian_id)
    assert replaced.code == "W-02"


async def test_a_child_has_one_guardian(database: Database, tmp_path: Path) -> None:
    await new_office(database)
    two: Rows = [*GUARDIAN, ["W-02", "Wali lain (contoh)", "wali", "a-07"]]
    people: Rows = [[*row[:3], ""] for row in PEOPLE[1:]]
    result = await taken(database, tmp_path, {"orang": [*two, *people], "perkara": CHILDS})
    assert problems(result) == [("orang", 3, "wali_dari", "import-guardian-twice")]


async def days_of(database: Database) -> list[tuple[date, str, str, str]]:
    async with database.reading() as session:
        rows = (await session.exec(select(CalendarDay).order_by(col(CalendarDay.day)))).all()
    return [(row.day, row.kind.value, row.region, row.name) for row in rows]


async def test_the_calendar_moves_plans_and_twice_changes_nothing(database: Database, tmp_path: Path) -> None:
    await new_office(database)
    await taken(database, tmp_path, OFFICE)
    monday = date(2026, 4, 27)
    assert monday in {one.day for one in await planned(database, "1/2026")}
    sheet: Rows = [
        ["tanggal", "jenis", "wilayah", "keterangan"],
        ["27/04/2026", "kantor", "", "Pindah kantor"],
        ["17/08/2026", "nasional", "", "Hari Kemerdekaan Republik Indonesia"],
        ["28/04/2026", "kantor", "Kota  Makassar", ""],
    ]
    result = await taken(database, tmp_path, {"kalender": sheet})
    assert (problems(result), result.accepted("kalender")) == ([], 3)
    assert await days_of(database) == [
        (monday, "kantor", "", "Pindah kantor"),
        (date(2026, 4, 28), "kantor", "Kota Makassar", ""),
    ]

    async with database.transaction() as session:
        await look_at_cases(session, NOW)
    assert monday not in {one.day for one in await planned(database, "1/2026")}
    looked = (await case_numbered(database, "1/2026")).look_at
    await taken(database, tmp_path, {"kalender": sheet})
    assert (await case_numbered(database, "1/2026")).look_at == looked
    assert len(await days_of(database)) == 2


async def test_a_span_of_days_is_a_row_a_day_and_is_taken_back_the_same_way(
    database: Database, tmp_path: Path
) -> None:
    await new_office(database)
    columns: list[object] = ["tanggal", "jenis", "wilayah", "keterangan"]
    span = "22/06/2026 s.d. 26/06/2026"
    sheet: Rows = [columns, [span, "sekolah", "", "Libur sekolah"]]
    assert problems(await taken(database, tmp_path, {"kalender": sheet})) == []
    week = [(date(2026, 6, day), "sekolah", "", "Libur sekolah") for day in range(22, 27)]
    assert await days_of(database) == week

    before = await counts(database)
    assert problems(await taken(database, tmp_path, {"kalender": sheet})) == []
    assert await counts(database) == before
    part: Rows = [columns, ["22/06/2026 - 23/06/2026", "-", "", ""]]
    assert problems(await taken(database, tmp_path, {"kalender": part})) == []
    assert await days_of(database) == week[2:]


async def test_a_region_in_which_nobody_works_is_said_and_kept(database: Database, tmp_path: Path) -> None:
    await new_office(database)
    sheets: dict[str, Rows] = {
        "lokasi": [[*PLACES[0], "wilayah"], [*PLACES[1], "Kota Makassar"]],
        "kalender": [
            ["tanggal", "jenis", "wilayah"],
            ["28/04/2026", "kantor", "kota makassar"],
            ["29/04/2026", "kantor", "Kota Makasar"],
            ["30/04/2026", "kantor", "kota  makasar"],
            ["30/04/2026", "-", "Maros"],
            ["04/05/2026", "kantor", ""],
        ],
    }
    for dry_run in (True, False):
        result = await taken(database, tmp_path, sheets, dry_run=dry_run)
        assert (problems(result), result.accepted("kalender")) == ([], 5)
        assert said(result.notes)[:1] == [
            "Lembar kalender, baris 3: diterima, tetapi belum ada lokasi di wilayah Kota Makasar, jadi hari "
            "itu belum berlaku di mana pun. Samakan ejaannya dengan kolom wilayah di lembar lokasi."
        ]
        assert result.notes[0] in result.lines()
    assert len(await days_of(database)) == 4


async def test_a_holiday_that_is_none_and_a_word_taken_back(database: Database, tmp_path: Path) -> None:
    await new_office(database)
    columns: list[object] = ["tanggal", "jenis", "keterangan"]

    async def after(*rows: list[object]) -> list[str]:
        result = await taken(database, tmp_path, {"kalender": [columns, *rows]})
        assert problems(result) == []
        return [kind for _, kind, _, _ in await days_of(database)]

    assert await after(["17/08/2026", "hari_kerja", ""]) == ["hari_kerja"]
    untouched: list[object] = ["17/08/2026", "nasional", "Hari Kemerdekaan Republik Indonesia"]
    assert await after(untouched) == ["hari_kerja"]
    assert await after(["17/08/2026", "sekolah", ""]) == ["hari_kerja", "sekolah"]
    assert sorted(await after(["17/08/2026", "nasional", "Tetap libur"])) == ["nasional", "sekolah"]
    assert await after(["17/08/2026", "-", ""]) == []


async def test_an_estimated_date_is_confirmed_by_taking_its_mark_away(
    database: Database, tmp_path: Path
) -> None:
    await new_office(database)
    day, holiday = next((day, one) for day, one in sorted(holidays([2026, 2027]).items()) if one.estimated)
    (kind,) = holiday.kinds
    for name, stored in ((f"{holiday.name} (perkiraan)", 0), (holiday.name, 1)):
        sheet: Rows = [["tanggal", "jenis", "keterangan"], [f"{day:%d/%m/%Y}", kind.value, name]]
        assert problems(await taken(database, tmp_path, {"kalender": sheet})) == []
        assert len(await days_of(database)) == stored


async def test_what_a_book_says_of_sites_homes_cases_and_breaks_is_kept(
    database: Database, tmp_path: Path
) -> None:
    await new_office(database)
    sheets: dict[str, Rows] = {
        "orang": [
            [*PEOPLE[0], "rumah_lintang", "rumah_bujur"],
            [*PEOPLE[1], "-5,42", "119,44"],
            *PEOPLE[2:],
        ],
        "lokasi": [
            [*PLACES[0], "buka", "kapasitas", "wilayah", "untuk_anak", "aturan_libur", "titik"],
            [*PLACES[1], "Sen-Kam 08.00-16.00", 5, "Kota Makassar", "tidak", "tetap_kerja", "1,2;1,3;2,3"],
        ],
        "perkara": [
            [*CASES[0], "sumber_mulai", "pidana_pengganti", "aturan_libur", "lapor_tenggang_hari"],
            [*CASES[1], "penetapan jaksa", "penjara 4 bulan", "tetap_kerja", 2],
        ],
        "penempatan": [
            [*PLACED[0], "istirahat_setelah_menit", "istirahat_dihitung", "setiap_minggu"],
            [*PLACED[1], 120, "ya", 2],
        ],
    }
    assert problems(await taken(database, tmp_path, sheets)) == []
    assert problems(await taken(database, tmp_path, {"lokasi": [["kode", "titik"], ["L-01", "-"]]})) == []

    async with database.reading() as session:
        site, case = (await session.exec(select(Site))).one(), (await session.exec(select(Case))).one()
        placement = (await session.exec(select(Placement))).one()
        home = (await session.exec(select(Person).where(Person.code == "K-01"))).one()
    assert site.open_hours == {day: [["08:00", "16:00"]] for day in "1234"}
    assert (site.capacity, site.region, site.for_children) == (5, "Kota Makassar", False)
    assert (site.holiday_rule, site.corners) == (HolidayRule.WORK, [])
    assert (home.home_latitude, home.home_longitude) == (-5.42, 119.44)
    assert (case.starts_source, case.replaced_sentence) == (Source.PROSECUTOR, "penjara 4 bulan")
    assert (case.holiday_rule, case.report_grace_days) == (HolidayRule.WORK, 2)
    assert (placement.break_after, placement.break_counted, placement.every_weeks) == (120, True, 2)


async def test_a_placement_that_site_or_ruling_forbid_names_its_column(
    database: Database, tmp_path: Path
) -> None:
    await new_office(database)
    place: Rows = [
        [*PLACES[0], "buka", "untuk_anak"],
        [*PLACES[1], "Sen-Jum 08.00-16.00", "tidak"],
        ["L-02", "Taman (contoh)", "taman", "", "ya"],
        ["L-03", "Terminal (contoh)", "kebersihan", "", "tidak"],
    ]
    slots: Rows = [
        PLACED[0],
        ["P-01", "1/2026", "L-01", "Sab", "08.00", "11.00"],
        ["P-02", "4/2026", "L-02", "Sen", "08.00", "11.00"],
        ["P-03", "4/2026", "L-02", "Sab", "13.00", "15.00"],
        ["P-04", "4/2026", "L-03", "Sab", "08.00", "11.00"],
        ["P-05", "1/2026", "L-03", "Sab", "08.00", "17.00"],
    ]
    both: Rows = [[*CHILDS[0], "jaksa"], [*CHILDS[1], ""], [*CASES[1][:8], *RULED[1:], "", "", "JK-01"]]
    result = await taken(
        database, tmp_path, {"orang": PEOPLE, "lokasi": place, "perkara": both, "penempatan": slots}
    )
    assert problems(result) == [
        ("penempatan", 2, "hari", "placement-site-not-open"),
        ("penempatan", 3, "hari", "placement-day-not-allowed"),
        ("penempatan", 4, "jam_mulai", "placement-outside-window"),
        ("penempatan", 5, "lokasi", "placement-not-for-children"),
        ("penempatan", 6, "jam_selesai", "placement-day-too-long"),
    ]


async def test_closed_days_of_a_site_are_those_of_the_row_and_those_closed_by_hand(
    database: Database, tmp_path: Path
) -> None:
    await new_office(database)
    await taken(database, tmp_path, OFFICE)
    monday, thursday, next_monday = date(2026, 4, 27), date(2026, 4, 30), date(2026, 5, 4)
    async with database.transaction() as session:
        site, by = (await session.exec(select(Site))).one(), (await session.exec(select(Person))).first()
        assert by is not None
        session.add(SiteClosure(office_id=site.office_id, site_id=site.id, day=monday, closed_by=by.id))
    for cell, closed in (
        ("16/04/2026; 30/04/2026 - 04/05/2026", {monday, thursday, next_monday}),
        ("", {monday, thursday, next_monday}),
        ("27/04/2026; 30/04/2026", {monday, thursday}),
        ("04/05/2026", {monday, next_monday}),
        ("-", {monday}),
    ):
        sheet: dict[str, Rows] = {"lokasi": [["kode", "tutup"], ["L-01", cell]]}
        for dry_run in (True, False):
            assert problems(await taken(database, tmp_path, sheet, dry_run=dry_run)) == []
        before = await counts(database)
        assert problems(await taken(database, tmp_path, sheet)) == []
        assert await counts(database) == before
        async with database.reading() as session:
            days = [row.day for row in (await session.exec(select(SiteClosure))).all()]
            case = (await session.exec(select(Case))).one()
        assert {day for day in days if day.isoweekday() in (1, 4)} == closed
        if cell.startswith("16"):
            work = {one.day for one in await planned(database, case.number)}
            assert work & closed <= {monday}


async def test_closed_hours_of_a_row_shorten_the_work_and_open_again(
    database: Database, tmp_path: Path
) -> None:
    await new_office(database)
    await taken(database, tmp_path, OFFICE)
    thursday = date(2026, 4, 30)
    usual = [(one.starts_at, one.ends_at) for one in await planned(database, "1/2026") if one.day == thursday]
    ends_at = usual[0][1]
    for cell, left in (
        ("30/04/2026 07.00-09.00", [(at(30, 9), ends_at)]),
        ("30/04/2026", []),
        ("30/04/2026 07.00-09.00", [(at(30, 9), ends_at)]),
        ("-", usual),
    ):
        sheet: dict[str, Rows] = {"lokasi": [["kode", "tutup"], ["L-01", cell]]}
        for dry_run in (True, False):
            assert problems(await taken(database, tmp_path, sheet, dry_run=dry_run)) == []
        before = await counts(database)
        assert problems(await taken(database, tmp_path, sheet)) == []
        assert await counts(database) == before
        work = [one for one in await planned(database, "1/2026") if one.day == thursday]
        assert [(one.starts_at, one.ends_at) for one in work] == left


async def test_a_childs_slot_is_no_longer_than_the_rulings_session(
    database: Database, tmp_path: Path
) -> None:
    await new_office(database)
    slots: Rows = [
        PLACED[0],
        ["P-01", "4/2026", "L-01", "Sab", "08.00", "12.00"],
        ["P-02", "4/2026", "L-01", "Min", "08.00", "11.00"],
    ]
    result = await taken(
        database, tmp_path, {"orang": guarded(), "lokasi": PLACES, "perkara": CHILDS, "penempatan": slots}
    )
    assert problems(result) == [("penempatan", 2, "jam_selesai", "placement-longer-than-ruling")]
    assert said([result.problems[0].reason]) == ["Satu jadwal paling lama 3 jam menurut putusannya."]
    assert {one.counted for one in await planned(database, "4/2026")} == {180, 120}


async def test_a_site_that_is_no_longer_for_children_keeps_none_of_their_sessions(
    database: Database, tmp_path: Path
) -> None:
    await new_office(database)
    both: Rows = [PLACED[0], PLACED[1], ["P-02", "4/2026", "L-01", "Sab", "08.00", "11.00"]]
    cases: Rows = [[*CHILDS[0], "jaksa"], [*CHILDS[1], ""], [*CASES[1][:8], *RULED[1:], "", "", "JK-01"]]
    await taken(
        database, tmp_path, {"orang": guarded(), "lokasi": PLACES, "perkara": cases, "penempatan": both}
    )
    assert [len(await planned(database, number)) for number in ("1/2026", "4/2026")] == [20, 7]

    for word, childs in (("tidak", 0), ("ya", 7)):
        site: Rows = [["kode", "untuk_anak"], ["L-01", word]]
        assert problems(await taken(database, tmp_path, {"lokasi": site})) == []
        assert [len(await planned(database, number)) for number in ("1/2026", "4/2026")] == [20, childs]


OUTSIDE = ["import-person-outside-programme", "case-not-for-child"]
CHILD_AFTER_ALL: list[tuple[Rows, bool, list[str]]] = [
    ([["kode", "tanggal_lahir"], ["K-01", "26/02/2008"]], False, []),
    ([["kode", "tanggal_lahir"], ["K-01", "27/02/2008"]], True, OUTSIDE),
    ([["kode", "tanggal_lahir", "peran"], ["K-01", "26/02/2008", "klien"]], False, []),
    ([["kode", "tanggal_lahir"], ["K-01", "01/05/2008"]], True, ["import-doubt-young-client", *OUTSIDE]),
    ([["kode", "peran"], ["K-01", "klien"]], True, ["import-doubt-young-client", *OUTSIDE]),
    ([["kode", "telepon"], ["K-01", "081234567890"]], True, OUTSIDE),
    ([["kode", "tanggal_lahir", "peran"], ["K-01", "25/02/2008", "klien"]], False, []),
    ([["kode", "peran"], ["K-01", "anak"]], True, OUTSIDE),
]


async def test_that_a_client_is_a_child_is_believed_and_the_case_is_looked_at(
    database: Database, tmp_path: Path
) -> None:
    await new_office(database)
    await taken(database, tmp_path, OFFICE)
    for people, secret, notes in CHILD_AFTER_ALL:
        for dry_run in (True, False, False):
            result = await taken(database, tmp_path, {"orang": people}, dry_run=dry_run)
            assert (problems(result), [line.key for line in result.notes]) == ([], notes)
        async with database.reading() as session:
            client = (await session.exec(select(Person).where(Person.code == "K-01"))).one()
            office = (await session.exec(select(Office))).one()
            week = await gather(session, office, None, week_days("2026-W16"), NOW)
        assert client.child is secret
        (found,) = week.clients
        assert found.misfit == ("case-not-for-child" if OUTSIDE[0] in notes else "")
        told = [one for one in findings(week) if one.line.key == "digest-case-not-for-child"]
        assert [one.line.params for one in told] == [{"name": client.shown}] * bool(notes)
    assert found.name == "K-01"
    correction: Rows = [["nomor", "jam_total"], ["1/2026", "61"]]
    refused = await taken(database, tmp_path, {"perkara": correction})
    assert problems(refused) == [("perkara", 2, "program", "case-not-for-child")]


async def test_a_client_who_is_a_child_after_all_leaves_sites_that_are_unsuitable(
    database: Database, tmp_path: Path
) -> None:
    await new_office(database)
    place: Rows = [[*PLACES[0], "untuk_anak"], [*PLACES[1], "tidak"]]
    await taken(database, tmp_path, {**OFFICE, "lokasi": place})
    await taken(database, tmp_path, {"orang": [["kode", "peran"], ["K-01", "anak"]]})
    async with database.transaction() as session:
        await look_at_cases(session, NOW)
    assert await planned(database, "1/2026") == []


PROLONGED = [
    # days of the placement, the later days of the case, the placement's after both books come in again
    (("", ""), ("", "01/09/2026"), ("2026-03-02", "2026-09-01")),
    (("", ""), ("", "31/05/2026"), ("2026-03-02", "2026-05-31")),
    (("", ""), ("09/03/2026", ""), ("2026-03-09", "2026-08-31")),
    (("02/03/2026", "31/08/2026"), ("", "01/09/2026"), ("2026-03-02", "2026-08-31")),
    (("04/05/2026", "30/06/2026"), ("09/03/2026", "01/09/2026"), ("2026-05-04", "2026-06-30")),
]


async def test_a_placement_lasts_as_long_as_its_case_also_when_that_is_prolonged(
    database: Database, tmp_path: Path
) -> None:
    await new_office(database)
    for number, (own, later, expected) in enumerate(PROLONGED):
        placed: Rows = [
            [*PLACED[0], "mulai", "selesai"],
            [f"P-{number}", f"{number}/2026", *PLACED[1][2:], *own],
        ]
        cases: Rows = [CASES[0], [f"{number}/2026", *CASES[1][1:]]]
        book = {**OFFICE, "perkara": cases, "penempatan": placed}
        assert problems(await taken(database, tmp_path, book)) == []
        changed: Rows = [["nomor", "mulai", "selesai"], [f"{number}/2026", *later]]
        assert problems(await taken(database, tmp_path, {"perkara": changed})) == []
        before = await counts(database)
        assert problems(await taken(database, tmp_path, {"perkara": changed, "penempatan": placed})) == []
        assert await counts(database) == before
        async with database.reading() as session:
            placement = (await session.exec(select(Placement).where(Placement.code == f"P-{number}"))).one()
        assert (placement.from_on, placement.until_on) == tuple(map(date.fromisoformat, expected)), own


async def test_more_hours_and_a_later_end_are_planned_to_the_new_end(
    database: Database, tmp_path: Path
) -> None:
    await new_office(database)
    short: Rows = [CASES[0], [*CASES[1][:4], "60", "4", "2026-03-02", "31/05/2026", *CASES[1][8:]]]
    await taken(database, tmp_path, {**OFFICE, "perkara": short})
    assert max(one.day for one in await planned(database, "1/2026")) == date(2026, 5, 25)

    more: Rows = [["nomor", "jam_total", "selesai"], ["1/2026", "120", "31/08/2026"]]
    await taken(database, tmp_path, {"perkara": more})
    sessions = await planned(database, "1/2026")
    assert (len(sessions), max(one.day for one in sessions)) == (34, date(2026, 8, 31))


async def test_a_site_at_which_nobody_or_one_person_alone_confirms_is_pointed_out(
    database: Database, tmp_path: Path
) -> None:
    await new_office(database)
    people: Rows = [
        ["kode", "nama", "peran"],
        ["PL-01", "Ratna (contoh)", "pengawas"],
        ["PL-02", "Hasan (contoh)", "pengawas"],
    ]
    sites: Rows = [
        ["kode", "nama", "kegiatan", "pengawas"],
        ["L-01", "Kantor Desa (contoh)", "kebersihan lingkungan", "PL-01"],
        ["L-02", "Puskesmas (contoh)", "kebersihan lingkungan", "PL-01; PL-02"],
        ["L-03", "Sekolah (contoh)", "kebersihan lingkungan", ""],
    ]
    result = await taken(database, tmp_path, {"orang": people, "lokasi": sites})

    assert problems(result) == []
    assert said(result.notes) == [
        "Lembar lokasi, baris 2: diterima. L-01 hanya punya satu pengawas; tunjuk seorang lagi, supaya cuti "
        "atau sakit tidak menghentikan konfirmasi.",
        "Lembar lokasi, baris 4: diterima. L-03 belum punya pengawas, jadi belum ada yang bisa mengonfirmasi "
        "di sana; isi kolom pengawas.",
    ]


async def test_a_child_who_has_been_grown_up_for_years_is_pointed_out(
    database: Database, tmp_path: Path
) -> None:
    await new_office(database)
    rows: Rows = [["kode", "nama", "peran", "tanggal_lahir"], ["A-07", "Rahasia", "anak", "1/1/1980"]]
    result = await taken(database, tmp_path, {"orang": rows})

    assert problems(result) == []
    assert [line.key for line in result.notes] == ["import-doubt-grown-child"]
