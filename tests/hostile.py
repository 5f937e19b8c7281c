"""Pictures as strangers may send them: sound ones of every kind, and those that are meant to do harm."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from functools import cache
from typing import Any

from PIL import Image

from tests.scenes import scene


def picture(mode: str = "RGB", size: tuple[int, int] = (320, 240), place: int = 1) -> Image.Image:
    return scene(place).resize(size).convert(mode)


def saved(image: Image.Image, kind: str = "JPEG", **options: Any) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


@cache
def sound() -> dict[str, bytes]:
    """Odd, but harmless: taken as they are."""
    exif = Image.Exif()
    exif[0x0112] = 6
    frames = [picture(place=place) for place in (1, 2)]
    return {
        "JPEG": saved(picture()),
        "progressive JPEG": saved(picture(), progressive=True),
        "grey JPEG": saved(picture("L")),
        "CMYK JPEG": saved(picture("CMYK")),
        "turned JPEG": saved(picture(), exif=exif),
        "two JPEGs in one": saved(frames[0], "MPO", save_all=True, append_images=frames[1:]),
        "PNG": saved(picture(), "PNG"),
        "palette PNG": saved(picture("P"), "PNG"),
        "16-bit PNG": saved(Image.frombytes("I;16", (320, 240), bytes(range(256)) * 600), "PNG"),
        "transparent PNG": saved(picture("RGBA"), "PNG"),
        "WEBP": saved(picture(), "WEBP"),
        "lossless WEBP": saved(picture("RGBA"), "WEBP", lossless=True),
        "JPEG and a page": saved(picture()) + b"<html><script>alert(1)</script></html>",
        "JPEG and an archive": saved(picture()) + archive(),
    }


@cache
def hostile() -> dict[str, bytes]:
    """Asked for again, kindly: what each is refused for is in `REFUSED`."""
    jpeg, frames = saved(picture()), [picture(place=place) for place in (1, 2, 3)]
    return {
        "bomb PNG": png_claiming(50_000, 50_000),
        "bomb in its text": png_claiming(
            200, 200, png_chunk(b"zTXt", b"a\0\0" + zlib.compress(bytes(90_000_000)))
        ),
        "bomb of passes": many_passes(),
        "truncated JPEG": jpeg[: len(jpeg) // 2],
        "archive and a JPEG": archive() + jpeg,
        "page called a photo": b"<html><img src=x onerror=alert(1)></html>",
        "SVG": b'<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><script/></svg>',
        "50 x 50": saved(picture(size=(50, 50))),
        "moving WEBP": saved(frames[0], "WEBP", save_all=True, append_images=frames[1:]),
        "moving PNG": saved(frames[0], "PNG", save_all=True, append_images=frames[1:]),
        "GIF called a photo": saved(picture("P"), "GIF"),
        "nothing": b"",
        "21 MB": jpeg + bytes(21_000_000),
    }


REFUSED = {
    "bomb PNG": "too-many-pixels",
    "bomb in its text": "damaged",
    "bomb of passes": "damaged",
    "truncated JPEG": "damaged",
    "archive and a JPEG": "not-a-picture",
    "page called a photo": "not-a-picture",
    "SVG": "not-a-picture",
    "50 x 50": "too-small",
    "moving WEBP": "animated",
    "moving PNG": "animated",
    "GIF called a photo": "not-a-picture",
    "nothing": "not-a-picture",
    "21 MB": "too-large",
}


def archive() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("catatan.txt", "halo")
    return out.getvalue()


def png_chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def png_claiming(width: int, height: int, *chunks: bytes) -> bytes:
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rest = [png_chunk(b"IDAT", zlib.compress(bytes(1000))), png_chunk(b"IEND", b"")]
    return b"".join((b"\x89PNG\r\n\x1a\n", png_chunk(b"IHDR", header), *chunks, *rest))


def many_passes(count: int = 2000) -> bytes:
    """A JPEG whose last pass comes again and again: each costs as much as the whole picture."""
    jpeg = saved(picture("L", (1000, 1000)), progressive=True)
    last = jpeg[[one.start() for one in re.finditer(b"\xff\xda", jpeg)][-1] : -2]
    return jpeg[:-2] + last[:60] * count + jpeg[-2:]
