"""The sheets and columns of an office's workbook, each with an example; `*` marks what a new row needs."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.calendar import DayKind, HolidayRule
from bot.domain.cases import Interval, PhotoRule, Programme, Source
from bot.domain.people import Honorific
from bot.imports.cells import YesNo


class RoleWord(StrEnum):
    """Roles as the workbook names them; `anak` is a client whose name stays secret."""

    CLIENT = "klien"
    CHILD = "anak"
    GUARDIAN = "wali"
    SUPERVISOR = "pengawas"
    OFFICER = "pk"
    HEAD = "kepala"
    PROSECUTOR = "jaksa"
    AGENCY = "dinas"
    OPERATOR = "operator"


COLUMNS: Mapping[str, Mapping[str, str]] = {
    "lokasi": {
        "kode*": "L-01",
        "nama*": "Kantor Desa (contoh)",
        "kegiatan*": "kebersihan lingkungan",
        "dinas": "Dinas Sosial",
        "alamat": "Jl. Contoh 1",
        "lintang": "-5,4172",
        "bujur": "119,4439",
        "radius_m": "150",
        "zona": "Asia/Makassar",
        "titik": "-5.4170,119.4436; -5.4170,119.4442; -5.4175,119.4442",
        "wilayah": "Kota Makassar",
        "buka": "Sen-Kam 08.00-16.00; Jum 08.00-11.30",
        "aturan_libur": "libur",
        "kapasitas": "5",
        "untuk_anak": "tidak",
        "tutup": "17/04/2026; 22/06/2026 - 26/06/2026",
        "pengawas": "PL-01; PL-02 (01/05/2026 - 31/07/2026)",
    },
    "orang": {
        "kode*": "K-01",
        "nama*": "Budi (contoh)",
        "peran*": "klien",
        "sapaan": "bapak",
        "telepon": "0811-0000-0000",
        "tanggal_lahir": "17/08/1990",
        "bahasa": "id",
        "wali_dari": "A-07",
        "rumah_lintang": "-5,4201",
        "rumah_bujur": "119,4410",
    },
    "perkara": {
        "nomor*": "1/Pid.B/2026 (contoh)",
        "klien*": "K-01",
        "program*": "kerja_sosial",
        "pk*": "PK-01",
        "jaksa": "JK-01",
        "putusan_nomor": "1/Pid.B/2026/PN (contoh)",
        "putusan_tanggal": "02/03/2026",
        "pengadilan": "PN (contoh)",
        "jam_total": "60",
        "jam_per_hari": "4",
        "pidana_pengganti": "penjara 4 bulan (contoh)",
        "mulai*": "09/03/2026",
        "sumber_mulai": "penetapan_jaksa",
        "selesai*": "31/08/2026",
        "sumber_selesai": "penetapan_jaksa",
        "sumber_tempat": "putusan",
        "hari_diizinkan": "Sen-Jum",
        "jendela_waktu": "08.00-17.00",
        "aturan_libur": "libur",
        "jam_sudah_diakui": "6",
        "per_tanggal": "31/03/2026",
        "dasar": "daftar hadir kertas (contoh)",
        "lapor_setiap": "minggu",
        "lapor_pertama": "12/03/2026",
        "lapor_tenggang_hari": "1",
        "foto": "tidak",
    },
    "penempatan": {
        "kode*": "P-01",
        "perkara*": "1/Pid.B/2026 (contoh)",
        "lokasi*": "L-01",
        "kegiatan": "menyapu halaman",
        "hari*": "Sen; Kam",
        "jam_mulai*": "08.00",
        "jam_selesai*": "11.00",
        "istirahat_menit": "0",
        "istirahat_setelah_menit": "240",
        "istirahat_dihitung": "tidak",
        "setiap_minggu": "1",
        "mulai": "09/03/2026",
        "selesai": "31/08/2026",
    },
    "kalender": {
        "tanggal*": "17/04/2026",
        "jenis*": "kantor",
        "wilayah": "Kota Makassar",
        "keterangan": "Hari jadi (contoh)",
    },
}
GUIDE = "petunjuk"
"""The sheet that explains the others; it is never read."""
CASES, PEOPLE, DAYS, SITES = "perkara", "orang", "kalender", "lokasi"
NAMED_BY = {SITES: "kode", PEOPLE: "kode", CASES: "nomor", "penempatan": "kode", DAYS: "tanggal"}
"""The column that names a row, by which a later row corrects it."""
CHOICES: Mapping[str, type[StrEnum]] = {
    "peran": RoleWord,
    "sapaan": Honorific,
    "program": Programme,
    "foto": PhotoRule,
    "lapor_setiap": Interval,
    "sumber_mulai": Source,
    "sumber_selesai": Source,
    "sumber_tempat": Source,
    "aturan_libur": HolidayRule,
    "untuk_anak": YesNo,
    "istirahat_dihitung": YesNo,
    "jenis": DayKind,
}
ZONES = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")


EXAMPLE = "CONTOH-1"
"""What names the example row of a sheet, which is never taken; in the calendar a day stands behind it."""
OF_EXAMPLE = {"klien": EXAMPLE, "perkara": EXAMPLE, "lokasi": EXAMPLE, "wali_dari": ""}


def example(sheet: str) -> dict[str, str]:
    """The example row of a sheet: the examples of its columns, fitting together."""
    cells = {heading.rstrip("*"): words for heading, words in COLUMNS[sheet].items()}
    cells |= {column: words for column, words in OF_EXAMPLE.items() if column in cells}
    return cells | {NAMED_BY[sheet]: f"{EXAMPLE} {cells['tanggal']}" if sheet == DAYS else EXAMPLE}


def is_example(name: str) -> bool:
    """Whether what names a row says that it is the example."""
    return name.casefold().split()[:1] == [EXAMPLE.casefold()]


def known(sheet: str) -> frozenset[str]:
    """The columns of a sheet that are read."""
    return frozenset(heading.rstrip("*") for heading in COLUMNS[sheet])
