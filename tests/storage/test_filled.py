"""The workbook with what is stored: unchanged it changes nothing, corrected it says each changed cell."""

from __future__ import annotations

import asyncio
import shutil
from pathlib import Path

from python_calamine import CalamineWorkbook
from sqlmodel import select

from bot import example
from bot.imports import ImportResult, filled_rows, import_book, template
from bot.imports.columns import COLUMNS, GUIDE
from bot.storage.alone import writing_alone
from bot.storage.database import Database
from bot.storage.models import Office, Person
from tests.harness import at
from tests.storage.test_import import counts, new_office, said
from tests.storage.test_import_law import CASES, CHILDS, PLACED, PLACES, Rows, guarded, problems, taken

TODAY = at(21, 12)
PEOPLE = guarded()
HOME: list[object] = ["+62 811 0000 0010", "bapak", "-5,4201234", 119.441, "id"]
RICH: dict[str, Rows] = {
    "orang": [
        [*PEOPLE[0], "telepon", "sapaan", "rumah_lintang", "rumah_bujur", "bahasa"],
        [*PEOPLE[1], "0811-0000-0001", "ibu"],
        *(
            [*row, *[""] * (5 - len(row)), "+62 811 0000 0010", "bapak", "-5,4201234", 119.441, "id"]
            for row in PEOPLE[2:]
        ),
        ["K-02", "=1+1", "klien"],
        ["K-03", "-5", "klien"],
        ["PL-01", "Ratna (contoh)", "pengawas"],
        ["PL-02", "Sitti (contoh)", "pengawas"],
    ],
    "lokasi": [
        [
            *(*PLACES[0], "dinas", "alamat", "lintang", "bujur", "radius_m", "zona", "titik", "wilayah"),
            *("buka", "aturan_libur", "kapasitas", "untuk_anak", "tutup", "pengawas"),
        ],
        [
            *(*PLACES[1], "Dinas Sosial", "Jl. Contoh 1", -5.4172, "119,4439", 120, "Asia/Makassar"),
            *("-5.41,119.44; -5.42,119.44; -5.42,119.45", "Kota Makassar"),
            *("Sen-Kam 08.00-16.00; Jum 08.00-11.30; Jum 13.30-24.00; Sab, Min 22.00-06.00", "tetap_kerja"),
            *(5, "ya", "17/04/2027; 30/06/2026 10.00-12.00; 22/06/2026 - 26/06/2026"),
            "PL-01; PL-02 (01/05/2026 - 31/07/2026)",
        ],
        ["L-02", "Tanpa apa-apa (contoh)", "taman", *[""] * 13, "PL-01 (- 30/09/2026); PL-02 (01/10/2026 -)"],
    ],
    "perkara": [
        [
            *(*CASES[0], "pidana_pengganti", "sumber_mulai", "sumber_selesai", "sumber_tempat"),
            *("hari_diizinkan", "jendela_waktu", "aturan_libur", "jam_sudah_diakui", "per_tanggal", "dasar"),
            *("lapor_setiap", "lapor_pertama", "lapor_tenggang_hari", "foto"),
        ],
        [
            *(*CASES[1], "penjara 4 bulan", "penetapan_jaksa", "putusan", "berita_acara"),
            *("Sen; Kam; Sab", "07.00-17.00", "tetap_kerja", "7,25", "31/03/2026", "daftar hadir (contoh)"),
            *("dua_minggu", "12/03/2026", 1, "acak"),
        ],
        [*CHILDS[1][:8], *["", *CHILDS[1][8:11]], "", "", "", "", "Sab; Min", "08.00-12.00"],
        ["5/2026", "K-02", "kerja_sosial", "", "100", "", "", ""],
    ],
    "penempatan": [
        [
            *(*PLACED[0], "kegiatan", "istirahat_menit", "istirahat_setelah_menit", "istirahat_dihitung"),
            *("setiap_minggu", "mulai", "selesai"),
        ],
        [*PLACED[1], "menyapu", 15, 120, "ya", 2, "09/03/2026", "01/08/2026"],
    ],
    "kalender": [
        ["tanggal", "jenis", "wilayah", "keterangan"],
        ["17/08/2026", "hari_kerja", "", ""],
        ["12/05/2026", "kantor", "Kota Makassar", "Hari jadi (contoh)"],
        ["15/06/2026 - 17/06/2026", "sekolah", "", ""],
        ["25/12/2026", "nasional", "", "Natal (contoh)"],
    ],
}
"""Something in every column that the import reads, in one row or another."""


async def filled(database: Database, path: Path) -> Path:
    """The workbook of the only office, written as the command does."""
    async with database.reading() as session:
        office = (await session.exec(select(Office))).one()
        rows = await filled_rows(session, office.id, TODAY)
    template(path, year=2026, rows=rows)
    return path


def sheets_in(path: Path) -> dict[str, Rows]:
    book = CalamineWorkbook.from_path(str(path))
    return {
        name: [list(row) for row in book.get_sheet_by_name(name).to_python()] for name in book.sheet_names
    }


def changed(result: ImportResult) -> list[str]:
    return said([one.line() for one in result.changes.cells])


async def test_it_has_every_column_and_unchanged_it_changes_nothing(
    database: Database, tmp_path: Path
) -> None:
    office = await new_office(database)
    assert problems(await taken(database, tmp_path, RICH)) == []
    book = await filled(database, tmp_path / "filled.xlsx")
    sheets = sheets_in(book)
    assert list(sheets) == [*COLUMNS, GUIDE]
    for name, columns in COLUMNS.items():
        assert sheets[name][0] == list(columns)
        empty = [one for at, one in enumerate(columns) if not any(row[at] for row in sheets[name][1:])]
        assert empty == [], name

    before = await counts(database)
    for dry_run in (True, False):
        result = await import_book(database, office.id, book, now=TODAY, dry_run=dry_run)
        assert problems(result) == []
        assert result.changes.nothing
        assert "Tidak ada yang berubah." in said(result.lines())
        assert changed(result) == []
    assert await counts(database) == before


async def test_so_does_that_of_the_example_office(sqlite_template: Path, tmp_path: Path) -> None:
    path = Path(shutil.copy(sqlite_template, tmp_path / "hadir.db"))

    async def written() -> None:
        async with writing_alone(path) as session:
            await example.build(session, now=at(23, 7, 40), seed=1)

    await asyncio.to_thread(asyncio.run, written())
    database = Database(f"sqlite+aiosqlite:///{path}")
    async with database.reading() as session:
        office = (await session.exec(select(Office))).one()
    before, book = await counts(database), await filled(database, tmp_path / "filled.xlsx")
    result = await import_book(database, office.id, book, now=at(23, 8))
    assert problems(result) == []
    assert result.changes.nothing
    assert min(result.accepted(name) for name in COLUMNS) > 0
    assert await counts(database) == before
    await database.close()


async def test_a_child_and_a_parent_are_codes_and_keep_their_names(
    database: Database, tmp_path: Path
) -> None:
    office = await new_office(database)
    await taken(database, tmp_path, RICH)
    book = await filled(database, tmp_path / "filled.xlsx")
    people = {str(row[0]): row for row in sheets_in(book)["orang"]}
    assert [people[code][1] for code in ("A-07", "W-01", "K-01")] == ["A-07", "W-01", "Budi (contoh)"]
    assert people["A-07"][-2:] == ["", ""]
    assert "Rahasia" not in str(people)
    assert people["A-07"][5] == "01/06/2010"

    await import_book(database, office.id, book, now=TODAY)
    async with database.reading() as session:
        child = (await session.exec(select(Person).where(Person.code == "A-07"))).one()
        guardian = (await session.exec(select(Person).where(Person.code == "W-01"))).one()
    assert (child.name, guardian.name) == ("Rahasia (contoh)", "Wali (contoh)")
    assert (child.home_latitude, child.home_longitude) == (-5.4201234, 119.441)


CORRECTIONS: dict[str, Rows] = {
    "orang": [
        ["kode", "nama", "telepon", "tanggal_lahir"],
        ["K-01", "", "0812-0000-0001", ""],
        ["A-07", "Nama Benar (contoh)", "-", "02/06/2010"],
        ["K-99", "Baru (contoh)", "", ""],
        ["K-02", "=1+1", "", ""],
    ],
    "lokasi": [["kode", "pengawas", "tutup", "buka"], ["L-01", "PL-02", "-", "Sen-Jum 08.00-16.00"]],
    "perkara": [["nomor", "jam_total", "selesai"], ["1/2026", "1,5", "30/08/2026"]],
    "penempatan": [["kode", "hari"], ["P-01", "Kam"]],
    "kalender": [["tanggal", "jenis", "wilayah"], ["12/05/2026", "-", "kota makassar"]],
}


async def test_each_changed_cell_is_told_and_empty_cells_erase_nothing(
    database: Database, tmp_path: Path
) -> None:
    await new_office(database)
    await taken(database, tmp_path, RICH)
    dry = await taken(database, tmp_path, CORRECTIONS, now=TODAY, dry_run=True)
    assert problems(dry) == [
        ("orang", 4, "peran", "import-cell-empty"),
        ("perkara", 2, "jam_total", "case-total-outside-law"),
    ]
    case: Rows = [CORRECTIONS["perkara"][0], ["1/2026", "10,5", "30/08/2026"]]
    corrections = CORRECTIONS | {"perkara": case}
    dry = await taken(database, tmp_path, corrections, now=TODAY, dry_run=True)
    real = await taken(database, tmp_path, corrections, now=TODAY)
    assert said(dry.lines()) == said(real.lines())
    assert changed(real) == [
        "Lembar lokasi, baris 2, kolom buka: Sen-Kam 08.00-16.00; Jum 08.00-11.30; Jum 13.30-24.00; "
        "Sab, Min 22.00-06.00 → Sen-Jum 08.00-16.00",
        "Lembar lokasi, baris 2, kolom tutup: 22/06/2026 - 26/06/2026; 17/04/2027; 30/06/2026 10.00-12.00 "
        "→ (kosong)",
        "Lembar lokasi, baris 2, kolom pengawas: PL-01; PL-02 (01/05/2026 - 31/07/2026) → PL-02",
        "Lembar orang, baris 2, kolom telepon: 0811-0000-0010 → 0812-0000-0001",
        "Lembar orang, baris 3, kolom nama: (dirahasiakan) → (dirahasiakan)",
        "Lembar orang, baris 3, kolom telepon: 0811-0000-0010 → (kosong)",
        "Lembar orang, baris 3, kolom tanggal_lahir: 01/06/2010 → 02/06/2010",
        "Lembar perkara, baris 2, kolom jam_total: 60 → 10,5",
        "Lembar perkara, baris 2, kolom selesai: 31/08/2026 → 30/08/2026",
        "Lembar penempatan, baris 2, kolom hari: Sen; Kam → Kam",
        "Lembar kalender, baris 2, kolom jenis: kantor (Hari jadi (contoh)) → (kosong)",
    ]
    tallies = {name: (one.new, one.changed, one.same) for name, one in real.changes.tallies.items()}
    assert tallies["orang"] == (0, 2, 1)
    again = await taken(database, tmp_path, corrections, now=TODAY)
    assert changed(again) == []


async def test_a_placement_that_follows_its_case_is_told_and_written_without_days(
    database: Database, tmp_path: Path
) -> None:
    await new_office(database)
    await taken(database, tmp_path, {**RICH, "penempatan": [PLACED[0], PLACED[1]]})
    sheet = sheets_in(await filled(database, tmp_path / "filled.xlsx"))["penempatan"]
    days = dict(zip(sheet[0], sheet[1], strict=True))
    assert (days["mulai"], days["selesai"]) == ("", "")

    longer: dict[str, Rows] = {"perkara": [["nomor", "selesai"], ["1/2026", "15/08/2026"]]}
    result = await taken(database, tmp_path, longer, now=TODAY)
    assert changed(result) == ["Lembar perkara, baris 2, kolom selesai: 31/08/2026 → 15/08/2026"]
    assert [line.key for line in result.remarks()] == ["import-followed"]
