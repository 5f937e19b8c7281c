"""A client's code, or a short word, as a picture to read across a table; no name, no office, no reason."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT, MARGIN = 1080, 720, 60
TRIED_AT = 200


def badge(code: str) -> bytes:
    """A white PNG with the code in black over its whole width."""
    picture = Image.new("L", (WIDTH, HEIGHT), "white")
    font = ImageFont.load_default(_fitting(code))
    ImageDraw.Draw(picture).text((WIDTH / 2, HEIGHT / 2), code, fill="black", font=font, anchor="mm")
    content = io.BytesIO()
    picture.save(content, "PNG")
    return content.getvalue()


def _fitting(code: str) -> float:
    """The size at which it fills the picture, in one line."""
    left, top, right, bottom = ImageFont.load_default(TRIED_AT).getbbox(code)
    width, height = max(right - left, 1), max(bottom - top, 1)
    return TRIED_AT * min((WIDTH - 2 * MARGIN) / width, (HEIGHT - 2 * MARGIN) / height)
