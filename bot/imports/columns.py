"""The sheets and columns of an office's workbook, each with an example; `*` marks what a new row needs."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from bot.domain.cases import Interval, PhotoRule, Programme
from bot.domain.people import Honorific


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
        "pengawas": "PL-01; PL-02",
    },
    "orang": {
        "kode*": "K-01",
        "nama*": "Budi (contoh)",
        "peran*": "klien",
        "sapaan": "bapak",
        "telepon": "0811-0000-0000",
        "tanggal_lahir": "17/08/1990",
        "bahasa": "id",
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
        "mulai*": "09/03/2026",
        "selesai*": "31/08/2026",
        "lapor_setiap": "minggu",
        "lapor_pertama": "12/03/2026",
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
        "mulai": "09/03/2026",
        "selesai": "31/08/2026",
    },
}
GUIDE = "petunjuk"
"""The sheet that explains the others; it is never read."""
NAMED_BY = {"lokasi": "kode", "orang": "kode", "perkara": "nomor", "penempatan": "kode"}
"""The column that names a row, by which a later row corrects it."""
CHOICES: Mapping[str, type[StrEnum]] = {
    "peran": RoleWord,
    "sapaan": Honorific,
    "program": Programme,
    "foto": PhotoRule,
    "lapor_setiap": Interval,
}
ZONES = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")


def known(sheet: str) -> frozenset[str]:
    """The columns of a sheet that are read."""
    return frozenset(heading.rstrip("*") for heading in COLUMNS[sheet])
