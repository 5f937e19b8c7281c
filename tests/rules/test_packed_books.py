"""Files that are no good workbook are recognised before anything reads them, and answered by their reason."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable

import pytest
import xlsxwriter

from bot.domain.uploads import LARGEST_FILE
from bot.imports import read_content
from bot.imports.packed import LARGEST_UNPACKED, BadBook, BookProblem

OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(512)


def book(*cells: tuple[int, int, str], sheet: str = "orang") -> bytes:
    """A real workbook with these cells."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as written:
        page = written.add_worksheet(sheet)
        for row, column, text in ((0, 0, "kode"), (0, 1, "nama"), *cells):
            page.write_string(row, column, text)
    return file.getvalue()


def zipped(**parts: bytes) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return file.getvalue()


def bomb() -> bytes:
    return zipped(**{"xl/sharedStrings.xml": bytes(LARGEST_UNPACKED + 1)})


def lying_bomb() -> bytes:
    """It says that it unpacks to ten bytes."""
    content, size = bomb(), struct.pack("<I", LARGEST_UNPACKED + 1)
    assert content.count(size) >= 1
    return content.replace(size, struct.pack("<I", 10))


def far() -> bytes:
    return book((1_048_575, 16_383, "jauh"))


def styled_far() -> bytes:
    """A colour at the far corner is no cell to read."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file) as written:
        page = written.add_worksheet("orang")
        page.write_string(0, 0, "kode")
        page.write_blank(1_048_575, 16_383, None, written.add_format({"bg_color": "red"}))
    return file.getvalue()


BAD: list[tuple[str, str, Callable[[], bytes], BookProblem]] = [
    ("a picture", "data.xlsx", lambda: b"\xff\xd8\xff" + bytes(100), BookProblem.DAMAGED),
    ("nothing", "data.xlsx", lambda: b"", BookProblem.DAMAGED),
    ("cut short", "data.xlsx", lambda: book()[:-200], BookProblem.DAMAGED),
    ("changed", "data.xlsx", lambda: book().replace(b"PK\x03\x04", b"PK\x03\x05"), BookProblem.DAMAGED),
    ("another zip", "data.xlsx", lambda: zipped(**{"a.txt": b"a"}), BookProblem.DAMAGED),
    ("locked", "data.xlsx", lambda: OLE + "EncryptedPackage".encode("utf-16-le"), BookProblem.LOCKED),
    ("old", "data.xls", lambda: OLE, BookProblem.OLD_EXCEL),
    ("old with a new name", "data.xlsx", lambda: OLE, BookProblem.OLD_EXCEL),
    ("too large", "data.xlsx", lambda: bytes(LARGEST_FILE + 1), BookProblem.TOO_LARGE),
    ("a bomb", "data.xlsx", bomb, BookProblem.TOO_LARGE),
    ("a bomb that lies", "data.xlsx", lying_bomb, BookProblem.DAMAGED),
    ("a cell at the far corner", "data.xlsx", far, BookProblem.FAR_CELL),
    ("other sheets", "data.xlsx", lambda: book(sheet="lain"), BookProblem.NO_SHEET),
    ("other headings", "apa.csv", lambda: b"a;b\n1;2\n", BookProblem.NO_SHEET),
    ("no text", "apa.csv", lambda: bytes(range(256)), BookProblem.NO_SHEET),
]  # fmt: skip


@pytest.mark.parametrize(("name", "make", "problem"), [row[1:] for row in BAD], ids=[row[0] for row in BAD])
def test_a_bad_file_has_its_reason(name: str, make: Callable[[], bytes], problem: BookProblem) -> None:
    with pytest.raises(BadBook) as caught:
        read_content(name, make())
    assert caught.value.problem is problem


def test_a_good_one_is_read_and_a_colour_far_away_does_no_harm() -> None:
    (sheet,) = read_content("data.xlsx", book((1, 0, "K-01"), (1, 1, "Budi"))).sheets
    assert [row.needed("nama") for _, row in sheet.rows] == ["Budi"]
    assert [one.name for one in read_content("data.xlsx", styled_far()).sheets] == ["orang"]


@pytest.mark.parametrize(
    ("name", "content", "sheet"),
    [
        ("orang.csv", b"kode;nama\nK-01;Budi\n", "orang"),
        ("Data Juli.CSV", b"kode;nama;peran\nK-01;Budi;klien\n", "orang"),
        ("data.csv", b"kode,perkara,lokasi,hari\nP-01,1/2026,L-01,Sen\n", "penempatan"),
        ("data.csv", b"nomor;klien;program\n1/2026;K-01;kerja_sosial\n", "perkara"),
        ("data.csv", "nomor;klien;program\n1/2026;K-01;kerja_sosial\n".encode("utf-16"), "perkara"),
        ("data.csv", b"kode;nama;kegiatan;lintang;bujur\nL-01;Desa;taman;1;2\n", "lokasi"),
    ],
    ids=["by its name", "by its headings", "commas", "semicolons", "as Unicode text", "a site"],
)
def test_a_csv_file_is_the_sheet_that_it_looks_like(name: str, content: bytes, sheet: str) -> None:
    (found,) = read_content(name, content).sheets
    assert (found.name, len(found.rows)) == (sheet, 1)
