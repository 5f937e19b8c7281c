"""Looks at the bytes of a picture from a stranger without being harmed, and redraws it for people to see."""

from __future__ import annotations

import re
import warnings
from bisect import bisect_left
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from threading import Lock
from typing import Final

from PIL import Image, ImageOps, UnidentifiedImageError

from bot.domain.messages import NO_CLAIMS, FileClaims, PictureProblem
from bot.storage.exif import claims_of

MAX_BYTES: Final = 20 * 1024 * 1024
"""What a Telegram bot may download at most."""
MAX_PIXELS: Final = 25_000_000
MIN_SIDE: Final = 64
MOST_SCANS: Final = 64
"""Of a JPEG that comes in passes: cameras and web tools write 1 to 20. Each costs as much as a whole picture
(20 ms at 25 megapixels) and may be 30 bytes long: 20 MB of them would keep a machine busy for hours."""

MOST_KEPT: Final = 115_000
"""Bytes of a photo of a start or a finish that is kept for long."""
MOST_OF_FURTHER: Final = 45_000
"""Of one beside it: with fingers, or of an album. With two of the others and what is written about them, a
check-in stays under 300 kB."""
STEPS: Final = (
    *((1600, quality) for quality in (80, 70, 60)),
    *((1280, quality) for quality in (70, 60)),
    *((1024, quality) for quality in (70, 60, 50, 42)),
    *((800, quality) for quality in (55, 45)),
    *((640, quality) for quality in (45, 30)),
    (480, 30),
)
"""Longer side in pixels and quality of JPEG, each of fewer bytes than the one before: fewer pixels before
coarse ones, for what is to be seen on a photo is who and where."""
THOROUGH: Final = 0.93
"""Of the bytes of a JPEG that is left when it is written thoroughly."""
SMALL: Final = (640, 70)
"""Of a picture on a card: 30 to 80 kB, as wide as a phone's chat shows it."""

_MIME: Final = {
    "JPEG": "image/jpeg",
    "MPO": "image/jpeg",  # a phone's JPEG with a second picture (depth, gain map) behind the first
    "PNG": "image/png",
    "WEBP": "image/webp",
}

_MARKER: Final = re.compile(rb"\xff+([\x01-\xcf\xd8-\xfe])")
"""Of a JPEG's segment, and not what stands within its data: stuffed zeros and restarts."""

# One picture at a time: 25 megapixels need 100 MB, and `warnings.catch_warnings` is not thread-safe.
_decoding = Lock()


@dataclass(frozen=True, slots=True)
class Checked:
    """What a sound picture is. Width and height in pixels as stored, before the camera's rotation."""

    mime: str
    width: int
    height: int
    claims: FileClaims = NO_CLAIMS


def check(content: bytes) -> Checked | PictureProblem:
    """Decide by its bytes alone whether this is a JPEG, PNG or WEBP that is safe to keep and show.

    Size in bytes and pixels is judged before anything is decoded. Never raises.
    """
    if len(content) > MAX_BYTES:
        return PictureProblem.TOO_LARGE
    with _decoding, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return _checked(content)


def shown(content: bytes, side: int = 1280, quality: int = 80) -> bytes:
    """A picture as a JPEG to look at: upright, no side longer than `side`, on white where transparent.

    Only the pixels survive; EXIF, comments and what was hidden behind the picture do not.
    Raises ValueError for bytes that `check` does not accept.
    """
    return _jpeg(_canvas(content, side), quality)


def thumbnail(content: bytes) -> bytes:
    """A small picture for a card, as `shown` draws it."""
    return shown(content, *SMALL)


def smaller(content: bytes, most: int) -> bytes | None:
    """The best copy that has no more bytes than these; None where the picture has no more itself. Raises
    ValueError as `shown` does."""
    if len(content) <= most:
        return None
    canvas = _canvas(content, STEPS[0][0])
    fits = bisect_left(STEPS, True, key=lambda step: len(_scaled(canvas, *step)) * THOROUGH <= most)
    copy = b""
    for step in STEPS[min(fits, len(STEPS) - 1) :]:
        copy = _scaled(canvas, *step, thorough=True)
        if len(copy) <= most:
            break
    return copy


def _scaled(canvas: Image.Image, side: int, quality: int, *, thorough: bool = False) -> bytes:
    copy = canvas.copy()
    copy.thumbnail((side, side))
    return _jpeg(copy, quality, thorough=thorough)


def beside(pictures: Sequence[bytes], height: int = 720, gap: int = 12) -> bytes:
    """Pictures that `shown` drew, from left to right as one JPEG of this height, a white strip between."""
    with _decoding:
        images = [Image.open(BytesIO(one), formats=("JPEG",)) for one in pictures]
        scaled = [one.resize((max(1, one.width * height // one.height), height)) for one in images]
    canvas = Image.new("RGB", (sum(one.width + gap for one in scaled) - gap, height), "white")
    left = 0
    for one in scaled:
        canvas.paste(one, (left, 0))
        left += one.width + gap
    return _jpeg(canvas, 80)


def _checked(content: bytes) -> Checked | PictureProblem:
    # A hostile file can make Pillow raise anything (SyntaxError, struct.error, KeyError …), hence Exception.
    try:
        with _opened(content) as image:
            if problem := _problem_of(image, content):
                return problem
            image.verify()
        with _opened(content) as image:  # verifying uses an image up
            image.load()
            return Checked(_MIME[image.format or ""], image.width, image.height, claims_of(image))
    except Image.DecompressionBombError:
        return PictureProblem.TOO_MANY_PIXELS
    except UnidentifiedImageError:
        return PictureProblem.NOT_A_PICTURE
    except Exception:
        return PictureProblem.DAMAGED


def _problem_of(image: Image.Image, content: bytes) -> PictureProblem | None:
    """What headers alone give away; nothing has been decoded yet."""
    if image.width * image.height > MAX_PIXELS:
        return PictureProblem.TOO_MANY_PIXELS
    if min(image.size) < MIN_SIDE:
        return PictureProblem.TOO_SMALL
    if image.format != "MPO" and getattr(image, "is_animated", False):
        return PictureProblem.ANIMATED
    if image.format in ("JPEG", "MPO") and _scans(content) > MOST_SCANS:
        return PictureProblem.DAMAGED
    return None


def _scans(jpeg: bytes) -> int:
    """How many passes a decoder would make, up to one more than is allowed; of the first picture only."""
    count, place = 0, 2
    while count <= MOST_SCANS and (marker := _MARKER.search(jpeg, place)):
        code = marker[1][0]
        if code == 0xD9:  # the end
            break
        count += code == 0xDA
        length = int.from_bytes(jpeg[marker.end() : marker.end() + 2], "big")
        place = marker.end() + (0 if code in (0x01, 0xD8) else length)
    return count


def _opened(content: bytes) -> Image.Image:
    return Image.open(BytesIO(content), formats=("JPEG", "PNG", "WEBP"))


def _canvas(content: bytes, side: int) -> Image.Image:
    """Raises ValueError for whatever is not sound."""
    with suppress(Exception), _decoding, warnings.catch_warnings():  # as in `_checked`
        warnings.simplefilter("ignore")
        return _redrawn(content, side)
    raise ValueError(f"not a picture to show: {check(content)}")


def _jpeg(canvas: Image.Image, quality: int, *, thorough: bool = False) -> bytes:
    """`thorough` takes twice as long, for a tenth less."""
    jpeg = BytesIO()
    canvas.save(jpeg, "JPEG", quality=quality, optimize=thorough, progressive=thorough)
    return jpeg.getvalue()


def _redrawn(content: bytes, side: int) -> Image.Image:
    if len(content) > MAX_BYTES:
        raise ValueError(PictureProblem.TOO_LARGE)
    with _opened(content) as image:
        if problem := _problem_of(image, content):
            raise ValueError(problem)
        if image.mode.startswith("I"):
            # Pillow would clip 16 bits to white, and cannot make them much smaller.
            image = image.point(lambda grey: grey * (1 / 256)).convert("L")
        image.thumbnail((side, side))
        image.load()
        _turn_upright(image)
    # A new canvas, because Pillow carries a JPEG's comment over from the old one.
    canvas = Image.new("RGB", image.size, "white")
    if image.has_transparency_data:
        layer = image.convert("RGBA")
        canvas.paste(layer, mask=layer)
    else:
        canvas.paste(image if image.mode == "RGB" else image.convert("RGB"))
    return canvas


def _turn_upright(image: Image.Image) -> None:
    with suppress(Exception):  # broken EXIF: better lying on its side than not shown
        ImageOps.exif_transpose(image, in_place=True)
