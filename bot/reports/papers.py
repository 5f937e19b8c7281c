"""Paper that is handed out or put up: set by Typst from a template, which an office may replace; QR codes."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Mapping
from importlib.util import find_spec
from pathlib import Path
from shutil import copyfile
from tempfile import TemporaryDirectory
from typing import Any, Literal

import segno

SHIPPED = Path(__file__).parent / "templates"
SHARED = ("kop.typ", "grafik.typ")
"""What several templates have in common (letterhead and signatures; charts); an office may replace it for all
at once."""
PIXELS = 200.0
"""An inch of a picture."""
BESIDE = frozenset({".typ", ".png", ".jpg", ".jpeg", ".svg"})
"""What an office's own template may bring in, such as a crest."""
QUIET = 2
"""Empty modules around a QR on paper, which is white itself."""


class TemplateBroken(Exception):
    """An office's own template cannot be set; the message is Typst's, and quotes nothing of the data."""


def can_print() -> bool:
    """Whether the extra `reports` is installed."""
    return find_spec("typst") is not None


def pdf_of(template: str, data: Mapping[str, Any], folder: Path) -> bytes:
    """The PDF of a template in `folder`, or of the one that comes with Hadir. Raises TemplateBroken where the
    office's own cannot be set."""
    return _set(template, data, folder, "pdf")


def png_of(template: str, data: Mapping[str, Any], folder: Path) -> bytes:
    """The same as a picture, of a template that is one page."""
    return _set(template, data, folder, "png")


def _set(template: str, data: Mapping[str, Any], folder: Path, form: Literal["pdf", "png"]) -> bytes:
    import typst  # an extra: the rest runs without it

    own = any((folder / name).is_file() for name in (template, *SHARED))
    try:
        with TemporaryDirectory(prefix="hadir-paper-") as desk:
            _lay_out(Path(desk), folder if own else SHIPPED)
            content = typst.compile(
                Path(desk) / template,
                format=form,
                ppi=PIXELS,
                sys_inputs={"data": json.dumps(data)},
                ignore_system_fonts=not own,
            )
    except typst.TypstError as error:
        raise TemplateBroken(error.message) from None
    assert isinstance(content, bytes)  # noqa: S101  (one page, without an output file)
    return content


def _lay_out(desk: Path, folder: Path) -> None:
    """Every template with what it may bring in; whatever is not in this folder comes with Hadir."""
    for source in dict.fromkeys((SHIPPED, folder)):
        for path in source.rglob("*"):
            if path.suffix.casefold() in BESIDE and path.is_file():
                copy = desk / path.relative_to(source)
                copy.parent.mkdir(parents=True, exist_ok=True)
                copyfile(path, copy)


def harmless(name: str) -> str:
    """A name, such as a code, as part of the name of a file."""
    return "".join(letter if letter.isalnum() or letter in "-_" else "-" for letter in name)


def qr_of(link: str) -> bytes:
    """A link as a picture."""
    picture = io.BytesIO()
    segno.make(link, error="m", micro=False).save(picture, kind="png", scale=10)
    return picture.getvalue()


def qr_drawing(link: str, *, error: str = "m") -> str:
    """The QR as SVG of filled rectangles: strokes, as segno draws them, leave hairlines in print. `error`:
    how much of it may be dirty or torn (`m` 15 %, `q` 25 %)."""
    rows = segno.make(link, error=error, micro=False).matrix
    size = len(rows) + 2 * QUIET
    path = "".join(
        f"M{start + QUIET} {y + QUIET}h{length}v1h-{length}z"
        for y, row in enumerate(rows)
        for start, length in _runs(row)
    )
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}"><path d="{path}"/></svg>'


def _runs(row: Iterable[int]) -> list[tuple[int, int]]:
    """Where dark modules begin, and how many follow."""
    runs: list[tuple[int, int]] = []
    for x, dark in enumerate(row):
        if dark and runs and sum(runs[-1]) == x:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((x, 1))
    return runs
