"""Writes the empty workbook for `hadir import`: headings, drop-downs, and notes with an example each."""

from __future__ import annotations

from pathlib import Path

import xlsxwriter

from bot.texts import Texts

COLUMNS: dict[str, tuple[tuple[str, str], ...]] = {
    "lokasi": (
        ("kode*", "L-01"),
        ("nama*", "Kantor Desa (contoh)"),
        ("kegiatan*", "kebersihan lingkungan"),
        ("dinas", "Dinas Sosial"),
        ("alamat", ""),
        ("lintang", "-5,4172"),
        ("bujur", "119,4439"),
        ("radius_m", "150"),
        ("zona", "Asia/Makassar"),
        ("pengawas", "PL-01"),
    ),
    "orang": (
        ("kode*", "K-01"),
        ("nama*", "Budi (contoh)"),
        ("peran*", "klien"),
        ("sapaan", "bapak"),
        ("telepon", ""),
        ("tanggal_lahir", "17/08/1990"),
        ("bahasa", "id"),
    ),
    "perkara": (
        ("nomor*", "1/Pid.B/2026 (contoh)"),
        ("klien*", "K-01"),
        ("program*", "kerja_sosial"),
        ("pk*", "PK-01"),
        ("jaksa", ""),
        ("putusan_nomor", "1/Pid.B/2026/PN (contoh)"),
        ("putusan_tanggal", "02/03/2026"),
        ("pengadilan", "PN (contoh)"),
        ("jam_total", "60"),
        ("jam_per_hari", "4"),
        ("mulai*", "09/03/2026"),
        ("selesai*", "31/08/2026"),
        ("lapor_setiap", ""),
        ("lapor_pertama", ""),
        ("foto", "tidak"),
    ),
    "penempatan": (
        ("kode*", "P-01"),
        ("perkara*", "1/Pid.B/2026 (contoh)"),
        ("lokasi*", "L-01"),
        ("kegiatan", "menyapu halaman"),
        ("hari*", "Sen; Kam"),
        ("jam_mulai*", "08.00"),
        ("jam_selesai*", "11.00"),
        ("istirahat_menit", "0"),
        ("mulai", ""),
        ("selesai", ""),
    ),
}
LISTS = {
    "peran*": ["klien", "anak", "wali", "pengawas", "pk", "kepala", "jaksa", "dinas", "operator"],
    "sapaan": ["bapak", "ibu", "saudara", "saudari"],
    "program*": ["kerja_sosial", "pelayanan_masyarakat_anak", "integrasi"],
    "foto": ["selalu", "acak", "tidak"],
    "lapor_setiap": ["minggu", "dua_minggu", "bulan"],
    "zona": ["Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"],
}
LAST_ROW = 5_000


def template(path: Path) -> None:
    """Write the workbook; cells are text, so that nothing is turned into a formula or another date."""
    texts = Texts()
    with xlsxwriter.Workbook(str(path), {"strings_to_formulas": False}) as book:
        bold, as_text = book.add_format({"bold": True}), book.add_format({"num_format": "@"})
        for name, columns in COLUMNS.items():
            sheet = book.add_worksheet(name)
            sheet.freeze_panes(1, 0)
            for at, (heading, example) in enumerate(columns):
                sheet.set_column(at, at, 22, as_text)
                sheet.write_string(0, at, heading, bold)
                note = texts.render(f"template-note-{heading.rstrip('*').replace('_', '-')}", {}, locale="id")
                sheet.write_comment(0, at, f"{note}\n{example}".strip())
                if heading in LISTS:
                    rule = {"validate": "list", "source": LISTS[heading]}
                    sheet.data_validation(1, at, LAST_ROW, at, rule)
