"""An officer brings in by workbook what the table of rights lets him enter; an operator everything."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlmodel import col, select

from bot import accounts
from bot.domain.leaves import LeaveState
from bot.domain.messages import Address
from bot.domain.people import Role
from bot.imports import ImportResult, filled_rows, read_book, rehearse, take_book, template
from bot.imports.columns import COLUMNS
from bot.storage.database import Database
from bot.storage.leaves import Leave
from bot.storage.models import Case, Event, Office, Person
from tests.storage.test_filled import CORRECTIONS, RICH, TODAY, sheets_in
from tests.storage.test_import import RULED, counts, new_office, workbook
from tests.storage.test_import_law import CASES, Rows, problems, taken

OTHERS: dict[str, Rows] = {
    "orang": [
        ["kode", "nama", "peran", "wali_dari"],
        ["PK-02", "Rahma (contoh)", "pk", ""],
        ["K-10", "Milik PK-02 (contoh)", "klien", ""],
        ["A-10", "Milik PK-02 (contoh)", "anak", ""],
        ["W-10", "Wali (contoh)", "wali", "A-10"],
        ["K-11", "Belum berperkara (contoh)", "klien", ""],
        ["OP-01", "Operator (contoh)", "operator", ""],
        ["KB-01", "Kepala (contoh)", "kepala", ""],
    ],
    "perkara": [
        CASES[0],
        ["10/2026", "K-10", "kerja_sosial", "PK-02", "60", "4", "2026-03-02", "31/08/2026", *RULED],
        ["11/2026", "A-10", "pelayanan_masyarakat_anak", "PK-02", "20", "3", "", "", *RULED],
    ],
    "penempatan": [
        ["kode", "perkara", "lokasi", "hari", "jam_mulai", "jam_selesai"],
        ["P-10", "10/2026", "L-10", "Sen", "08.00", "11.00"],
    ],
    "lokasi": [["kode", "nama", "kegiatan"], ["L-10", "Hanya klien PK-02 (contoh)", "taman"]],
}


@pytest.fixture
async def office(database: Database, tmp_path: Path) -> Office:
    """Two officers with their clients."""
    office = await new_office(database)
    assert problems(await taken(database, tmp_path, RICH)) == []
    assert problems(await taken(database, tmp_path, OTHERS)) == []
    return office


async def sent_by(
    database: Database, code: str, path: Path, sheets: dict[str, Rows], *, dry_run: bool = False
) -> ImportResult:
    async with database.reading() as session:
        sender = (await session.exec(select(Person).where(Person.code == code))).one()
    book = read_book(workbook(path / "sent.xlsx", sheets))
    take = rehearse if dry_run else take_book
    return await take(database, sender.office_id, book, now=TODAY, by=sender.id)


PEOPLE: list[object] = ["kode", "nama", "peran"]
CASE: list[object] = ["nomor", "klien", "program", "pk", "jam_total"]
PLACED: list[object] = ["kode", "perkara", "lokasi", "hari", "jam_mulai", "jam_selesai"]
NOT_HIS: list[tuple[str, list[object], list[object], str, str]] = [
    ("orang", PEOPLE, ["PK-01", "Andi (contoh)", "kepala"], "kode", "import-person-for-operator"),
    ("orang", PEOPLE, ["PK-01", "Nama lain (contoh)", ""], "kode", "import-person-for-operator"),
    ("orang", PEOPLE, ["PK-02", "Nama lain (contoh)", ""], "kode", "import-person-for-operator"),
    ("orang", PEOPLE, ["KB-01", "", "klien"], "kode", "import-person-for-operator"),
    ("orang", PEOPLE, ["KB-02", "Baru (contoh)", "kepala"], "peran", "import-person-for-operator"),
    ("orang", PEOPLE, ["OP-02", "Baru (contoh)", "operator"], "peran", "import-person-for-operator"),
    ("orang", PEOPLE, ["PL-01", "Nama lain (contoh)", ""], "kode", "register-for-operator"),
    ("orang", PEOPLE, ["K-01", "", "pk"], "peran", "import-person-for-operator"),
    ("orang", PEOPLE, ["K-10", "Nama lain (contoh)", ""], "kode", "import-client-of-another"),
    ("orang", PEOPLE, ["W-10", "Nama lain (contoh)", ""], "kode", "import-client-of-another"),
    ("orang", ["kode", "nama", "peran", "wali_dari"], ["W-11", "Baru (contoh)", "wali", "A-10"], "wali_dari",
     "import-client-of-another"),
    ("perkara", CASE, ["10/2026", "", "", "", "70"], "nomor", "import-case-of-another"),
    ("perkara", CASE, ["10/2026", "", "", "PK-01", ""], "nomor", "import-case-of-another"),
    ("perkara", CASE, ["1/2026", "", "", "PK-02", ""], "pk", "import-only-own-cases"),
    ("perkara", CASE, ["1/2026", "", "", "-", ""], "pk", "import-only-own-cases"),
    ("perkara", CASE, ["20/2026", "K-11", "kerja_sosial", "PK-02", "60"], "pk", "import-only-own-cases"),
    ("perkara", CASE, ["20/2026", "K-11", "kerja_sosial", "", "60"], "pk", "import-only-own-cases"),
    ("perkara", CASE, ["20/2026", "K-10", "kerja_sosial", "PK-01", ""], "klien", "import-client-of-another"),
    ("perkara", CASE, ["5/2026", "", "", "PK-01", ""], "nomor", "import-case-of-another"),
    ("penempatan", PLACED, ["P-10", "", "", "Sel", "", ""], "kode", "import-case-of-another"),
    ("penempatan", PLACED, ["P-11", "10/2026", "L-01", "Sel", "08.00", "11.00"], "perkara",
     "import-case-of-another"),
    ("lokasi", ["kode", "nama"], ["L-10", "Nama lain (contoh)"], "kode", "register-for-operator"),
    ("kalender", ["tanggal", "jenis"], ["13/05/2026", "kantor"], "tanggal", "import-for-operator"),
    ("kalender", ["tanggal", "jenis"], ["17/08/2026", "-"], "tanggal", "import-for-operator"),
]  # fmt: skip


async def test_what_is_not_an_officers_is_refused_and_changes_nothing(
    database: Database, office: Office, tmp_path: Path
) -> None:
    before = await counts(database)
    for sheet, headings, row, column, key in NOT_HIS:
        result = await sent_by(database, "PK-01", tmp_path, {sheet: [headings, row]})
        assert problems(result) == [(sheet, 2, column, key)], row
    assert await counts(database) == before


HIS: dict[str, Rows] = {
    "orang": [
        PEOPLE,
        ["K-01", "Nama benar (contoh)", ""],
        ["K-50", "Baru (contoh)", "klien"],
        ["W-01", "Wali benar (contoh)", ""],
        ["PL-09", "Baru (contoh)", "pengawas"],
        ["JK-09", "Baru (contoh)", "jaksa"],
    ],
    "lokasi": [
        ["kode", "nama", "kegiatan", "pengawas"],
        ["L-09", "Baru (contoh)", "taman", "PL-09"],
        ["L-01", "Nama benar (contoh)", "", ""],
    ],
    "perkara": [
        ["nomor", "klien", "program", "pk", "jam_total", "jam_per_hari", "mulai", "selesai"],
        ["1/2026", "", "", "", "70", "", "", ""],
        ["50/2026", "K-50", "kerja_sosial", "pk-01", "60", "4", "", ""],
        ["51/2026", "K-11", "kerja_sosial", "PK-01", "60", "4", "", ""],
    ],
    "penempatan": [PLACED, ["P-02", "1/2026", "L-01", "Kam", "13.00", "15.00"]],
}


async def test_his_own_clients_are_an_officers_and_every_fact_has_his_name(
    database: Database, office: Office, tmp_path: Path
) -> None:
    async with database.reading() as session:
        known = (await session.exec(select(Event.id).order_by(col(Event.id).desc()))).first() or 0
    dry = await sent_by(database, "PK-01", tmp_path, HIS, dry_run=True)
    real = await sent_by(database, "PK-01", tmp_path, HIS)
    assert problems(dry) == problems(real) == []
    async with database.reading() as session:
        facts = (await session.exec(select(Event).where(Event.id > known))).all()
        officer = (await session.exec(select(Person).where(Person.code == "PK-01"))).one()
        guides = (await session.exec(select(Case.officer_id).where(Case.number == "50/2026"))).all()
    assert {"person_registered", "person_changed", "case_opened"} <= {one.kind for one in facts}
    assert {one.actor_id for one in facts} == {officer.id}
    assert list(guides) == [officer.id]


async def test_an_operator_may_say_everything_as_himself(
    database: Database, office: Office, tmp_path: Path
) -> None:
    corrections = {name: rows for name, rows in CORRECTIONS.items() if name in ("lokasi", "kalender")}
    promoted: dict[str, Rows] = {"orang": [PEOPLE, ["PL-09", "Baru (contoh)", "pengawas"]]}
    result = await sent_by(database, "OP-01", tmp_path, corrections | promoted)
    assert problems(result) == []


async def test_an_officers_workbook_holds_his_own_and_changes_nothing(
    database: Database, office: Office, tmp_path: Path
) -> None:
    async with database.reading() as session:
        officer = (await session.exec(select(Person).where(Person.code == "PK-01"))).one()
        rows = await filled_rows(session, officer.office_id, TODAY, officer)
    assert officer.role is Role.OFFICER
    template(tmp_path / "his.xlsx", year=2026, rows=rows, sheets=list(rows))
    sheets = sheets_in(tmp_path / "his.xlsx")
    assert {row[0] for row in sheets["orang"][1:]} == {"K-01", "A-07", "W-01"}
    assert {row[0] for row in sheets["perkara"][1:]} == {"1/2026", "4/2026"}
    assert {row[0] for row in sheets["penempatan"][1:]} == {"P-01"}
    assert {row[0] for row in sheets["lokasi"][1:]} == {"L-01", "L-02"}
    assert set(COLUMNS) - set(sheets) == {"kalender"}

    result = await sent_by(database, "PK-01", tmp_path, {name: sheets[name] for name in rows})
    assert problems(result) == []
    assert result.changes.nothing


async def test_the_holidays_of_the_empty_workbook_are_no_reproach(
    database: Database, office: Office, tmp_path: Path
) -> None:
    template(tmp_path / "empty.xlsx", year=2026)
    sheets = sheets_in(tmp_path / "empty.xlsx")
    assert problems(await sent_by(database, "PK-01", tmp_path, {"kalender": sheets["kalender"]})) == []


async def test_a_dry_run_knows_who_registered_whom_and_who_stands_in(
    database: Database, office: Office, tmp_path: Path
) -> None:
    newcomer: dict[str, Rows] = {"orang": [PEOPLE, ["PL-09", "Baru (contoh)", "pengawas"]]}
    corrected: dict[str, Rows] = {"orang": [PEOPLE, ["PL-09", "Nama benar (contoh)", ""]]}
    of_colleague: dict[str, Rows] = {"perkara": [CASE, ["10/2026", "", "", "", "70"]]}
    assert problems(await sent_by(database, "PK-01", tmp_path, newcomer)) == []
    async with database.transaction() as session:
        people = {one.code: one for one in (await session.exec(select(Person))).all()}
        day = TODAY.date()
        session.add(
            Leave(
                office_id=office.id,
                person_id=people["PK-02"].id,
                stand_in_id=people["PK-01"].id,
                first=day,
                last=day,
                state=LeaveState.ACCEPTED,
                asked_by=people["PK-02"].id,
                asked_at=TODAY,
            )
        )
    for dry_run in (True, False):
        for his in (corrected, of_colleague):
            assert problems(await sent_by(database, "PK-01", tmp_path, his, dry_run=dry_run)) == []
    async with database.transaction() as session:
        await accounts.bind(session, people["PL-09"], Address("test", "baru"), TODAY)
    for dry_run in (True, False):
        result = await sent_by(database, "PK-01", tmp_path, newcomer, dry_run=dry_run)
        assert problems(result) == [("orang", 2, "kode", "register-for-operator")]
