"""In which column of the workbook people mend what the rules refused."""

from __future__ import annotations

from collections.abc import Mapping

from bot.imports.columns import NAMED_BY, known

REFUSED_AT: Mapping[str, str] = {
    "born-in-future": "tanggal_lahir",
    "born-too-long-ago": "tanggal_lahir",
    "case-before-law": "putusan_tanggal",
    "case-elsewhere": "nomor",
    "case-before-ruling": "mulai",
    "case-ruling-in-future": "putusan_tanggal",
    "case-too-long": "selesai",
    "period-reversed": "selesai",
    "case-only-for-child": "program",
    "case-not-for-child": "program",
    "case-age-outside-law": "klien",
    "case-without-hours": "jam_total",
    "case-total-outside-law": "jam_total",
    "case-daily-outside-law": "jam_per_hari",
    "case-daily-impossible": "jam_per_hari",
    "case-days-outside-law": "hari_diizinkan",
    "case-window-outside-law": "jendela_waktu",
    "opening-below-zero": "jam_sudah_diakui",
    "opening-in-future": "per_tanggal",
    "opening-before-ruling": "per_tanggal",
    "opening-before-start": "per_tanggal",
    "opening-counts-twice": "per_tanggal",
    "placement-without-hours": "jam_selesai",
    "placement-day-too-long": "jam_selesai",
    "placement-longer-than-ruling": "jam_selesai",
    "placement-day-not-allowed": "hari",
    "placement-outside-window": "jam_mulai",
    "placement-site-not-open": "hari",
    "placement-not-for-children": "lokasi",
}


def column_of(sheet: str, key: str) -> str:
    """The column of a refusal; where the sheet has no such column, the one that names the row."""
    column = REFUSED_AT.get(key, "")
    return column if column in known(sheet) else NAMED_BY[sheet]
