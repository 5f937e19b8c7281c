"""Reads what is printed: the words of a PDF, and the links in the QR codes of its pages."""

from __future__ import annotations

import io
from pathlib import Path

import typst
import zxingcpp
from PIL import Image
from pypdf import PdfReader

PICTURE_OF = "#image(bytes(read(sys.inputs.file, encoding: none)), page: int(sys.inputs.page), width: 210mm)"


def words_in(pdf: bytes) -> str:
    """All text of a PDF, one space between words."""
    return " ".join(" ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages).split())


def pages_in(pdf: bytes) -> int:
    return len(PdfReader(io.BytesIO(pdf)).pages)


def links_in(pdf: bytes, folder: Path) -> list[str]:
    """What a phone reads from the pages when they are photographed, in order. Typst draws them: it reads PDF
    as pictures, so that no other program is needed."""
    (folder / "read.pdf").write_bytes(pdf)
    (folder / "read.typ").write_text(f"#set page(width: 210mm, height: auto, margin: 0mm)\n{PICTURE_OF}")
    found: list[str] = []
    for page in range(1, pages_in(pdf) + 1):
        inputs = {"file": "read.pdf", "page": str(page)}
        drawn = typst.compile(folder / "read.typ", format="png", ppi=150, sys_inputs=inputs)
        assert isinstance(drawn, bytes)
        found += links_on(drawn)
    return found


def links_on(picture: bytes) -> list[str]:
    """What a phone reads from a picture."""
    return [code.text for code in zxingcpp.read_barcodes(Image.open(io.BytesIO(picture)))]
