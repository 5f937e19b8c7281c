"""Invitations on paper and as words: a PDF of slips to cut out, a QR as a picture, a text to forward."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path

import segno

from bot.domain.invitations import Door, Slip
from bot.domain.messages import Params, When, Word
from bot.domain.short_codes import grouped
from bot.texts import Texts

TEMPLATE = "undangan.typ"
SHIPPED = Path(__file__).parent / "templates"
LONGEST_NAME = 80
QUIET = 2
"""Empty modules around a QR on a slip, which is white itself."""


class TemplateBroken(Exception):
    """An office's own template cannot be set; the message is Typst's, and quotes nothing of the data."""


def can_print() -> bool:
    """Whether the extra `reports` is installed."""
    return find_spec("typst") is not None


def slips_pdf(
    slips: Sequence[Slip], door: Door, texts: Texts, *, footer: str, locale: str, folder: Path
) -> bytes:
    """All slips as one PDF, set by the template in `folder`, or by the one that comes with Hadir. Raises
    TemplateBroken where the office's own cannot be set."""
    import typst  # an extra: the rest runs without it

    own = folder / TEMPLATE
    data = {
        "title": texts.render("slip-title", {}, locale=locale),
        "footer": footer,
        "lang": locale,
        "slips": [_said(slip, door, texts) for slip in slips],
    }
    try:
        pdf = typst.compile(
            own if own.is_file() else SHIPPED / TEMPLATE,
            sys_inputs={"data": json.dumps(data)},
            ignore_system_fonts=not own.is_file(),
        )
    except typst.TypstError as error:
        raise TemplateBroken(error.message) from None
    assert isinstance(pdf, bytes)  # noqa: S101  (without an output file)
    return pdf


def invitation_text(slip: Slip, door: Door, texts: Texts) -> str:
    """What is sent to somebody by any messenger, as it is."""
    return texts.render("invite-forward", _params(slip, door), locale=slip.locale)


def qr_picture(slip: Slip, door: Door) -> bytes:
    """The link as a picture to show or to send."""
    return qr_of(door.with_token(slip.token))


def qr_of(link: str) -> bytes:
    """A link as a picture."""
    picture = io.BytesIO()
    segno.make(link, error="m", micro=False).save(picture, kind="png", scale=10)
    return picture.getvalue()


def _said(slip: Slip, door: Door, texts: Texts) -> dict[str, object]:
    params = _params(slip, door)

    def say(key: str) -> str:
        return texts.render(key, params, locale=slip.locale)

    return {
        "hello": say("slip-hello"),
        "intro": say("slip-intro"),
        "qr": _qr_drawing(door.with_token(slip.token)),
        "typing": say("slip-typing"),
        "code": grouped(slip.code),
        "steps": [say("slip-step-scan"), say("slip-step-start"), say("slip-step-agree")],
        "buttons": [say("slip-button-start"), say("slip-button-agree")],
        "ending": say("slip-ending"),
    }


def _params(slip: Slip, door: Door) -> Params:
    return {
        "sapa": Word(slip.greeting),
        "name": slip.name[:LONGEST_NAME],
        "link": door.with_token(slip.token),
        "code": grouped(slip.code),
        "messenger": door.messenger,
        "bot": door.name,
        "until": When(slip.until, slip.zone),
        "contact": slip.contact,
    }


def _qr_drawing(link: str) -> str:
    """The QR as SVG of filled rectangles: strokes, as segno draws them, leave hairlines in print."""
    rows = segno.make(link, error="m", micro=False).matrix
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
