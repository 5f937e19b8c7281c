"""Looks into a workbook file before anything reads it: how large it unpacks, how far its cells lie."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from enum import StrEnum

from bot.domain.uploads import LARGEST_FILE

LARGEST_UNPACKED = 150 * 2**20
MOST_CELLS = 3_000_000
"""Cells of a sheet's rectangle: the reader makes room for each, and one stray cell at the far corner would
ask for seventeen thousand million."""
MOST_ROWS = 50_000
"""Rows of all sheets in a workbook that is sent by chat."""
_CELL = re.compile(rb"<(?:[A-Za-z]+:)?c\s([^>]*)>")
_AT = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]{1,4})([0-9]{1,9})[\"']")
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
"""How files of the old Excel begin, and workbooks that a password locks."""
_LOCKED = "EncryptedPackage".encode("utf-16-le")


class BookProblem(StrEnum):
    """Why a file is not read as a workbook; each is answered kindly (`book-…` in the locale)."""

    TOO_LARGE = "too-large"
    LOCKED = "locked"
    OLD_EXCEL = "old-excel"
    FAR_CELL = "far-cell"
    TOO_MANY_ROWS = "too-many-rows"
    DAMAGED = "damaged"
    NO_SHEET = "no-sheet"


class BadBook(Exception):
    """The file cannot be opened as a workbook, or has none of the known sheets."""

    def __init__(self, name: str, problem: BookProblem = BookProblem.NO_SHEET) -> None:
        super().__init__(name)
        self.problem = problem


def harmless(name: str, content: bytes) -> bytes:
    """The workbook packed anew from what was measured, for a packed file may lie about its size. Raises
    BadBook."""
    if content.startswith(_OLE):
        locked = _LOCKED in content
        raise BadBook(name, BookProblem.LOCKED if locked else BookProblem.OLD_EXCEL)
    if len(content) > LARGEST_FILE:
        raise BadBook(name, BookProblem.TOO_LARGE)
    packed = io.BytesIO()
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(packed, "w") as new:
            if sum(part.file_size for part in old.infolist()) > LARGEST_UNPACKED:
                raise BadBook(name, BookProblem.TOO_LARGE)
            for part in old.infolist():
                new.writestr(part.filename, _measured(name, part.filename, old.read(part)))
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError) as error:
        raise BadBook(name, BookProblem.DAMAGED) from error
    return packed.getvalue()


def _measured(book: str, part: str, content: bytes) -> bytes:
    """A part of the workbook; for a sheet, after a look at how far its filled cells lie."""
    if not part.startswith("xl/worksheets/") or not part.endswith(".xml"):
        return content
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        raise BadBook(book, BookProblem.DAMAGED)
    columns = rows = 1
    for found in _CELL.finditer(content):
        if not found[1].endswith(b"/") and (at := _AT.search(found[1])):
            columns, rows = max(columns, _number(at[1])), max(rows, int(at[2]))
    if columns * rows > MOST_CELLS:
        raise BadBook(book, BookProblem.FAR_CELL)
    return content


def _number(letters: bytes) -> int:
    """`A` → 1, `AA` → 27."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number
