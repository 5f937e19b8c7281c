"""Photos of a yard before a wall, drawn: the same place on another day is another photo."""

from __future__ import annotations

import io
from collections.abc import Callable
from random import Random

import numpy as np
from numpy.typing import NDArray
from PIL import ExifTags, Image, ImageDraw, ImageEnhance, ImageFilter, ImageOps

SIZE = (640, 480)


def scene(place: int, day: int = 0, *, turn: float = 0.0) -> Image.Image:
    """What a place has stands still; light, people and where the photographer stands are of the day. `turn`:
    the photo is taken once more in the same minute, the phone held by so many degrees another way."""
    fixed, today = Random(place), Random(f"{place}/{day}")
    wide = (SIZE[0] * 5 // 4, SIZE[1] * 5 // 4)
    picture = Image.new("RGB", wide, _colour(fixed, 150, 230))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, fixed.randint(300, 400), *wide), _colour(fixed, 60, 140))
    for _ in range(14):
        _block(draw, fixed, wide, largest=220)
    for _ in range(7):
        _block(draw, today, wide, largest=160)
    left, top = today.randint(0, wide[0] - SIZE[0]), today.randint(0, wide[1] - SIZE[1])
    if turn:
        middle, today = (left + SIZE[0] / 2, top + SIZE[1] / 2), Random(f"{place}/{day}/{turn}")
        picture = picture.rotate(turn, Image.Resampling.BICUBIC, center=middle, fillcolor="grey")
    picture = picture.crop((left, top, left + SIZE[0], top + SIZE[1]))
    grain = Image.frombytes("L", SIZE, today.randbytes(SIZE[0] * SIZE[1])).convert("RGB")
    lit = ImageEnhance.Brightness(picture).enhance(today.uniform(0.8, 1.2))
    return Image.blend(lit, grain, 0.05).filter(ImageFilter.GaussianBlur(1))


def _block(draw: ImageDraw.ImageDraw, random: Random, size: tuple[int, int], largest: int) -> None:
    x, y = random.randint(-40, size[0]), random.randint(-40, size[1])
    box = (x, y, x + random.randint(30, largest), y + random.randint(30, largest))
    shape = random.choice((draw.rectangle, draw.ellipse))
    shape(box, _colour(random, 10, 250))


def _colour(random: Random, low: int, high: int) -> tuple[int, int, int]:
    return random.randint(low, high), random.randint(low, high), random.randint(low, high)


def detailed(seed: int, size: tuple[int, int] = (4000, 3000)) -> Image.Image:
    """As full of detail as a camera's photo of a yard: what varies over few pixels varies less, in proportion
    (Field, "Relations between the statistics of natural images", 1987), and there is a sensor's grain."""
    rng = np.random.default_rng(seed)
    rows, columns = size[1] // 2, size[0] // 2
    waves = np.hypot(np.fft.fftfreq(rows)[:, None], np.fft.rfftfreq(columns)[None])
    waves[0, 0] = 1
    grey, tint = (np.fft.irfft2(_any(rng, waves.shape) / waves**1.1, s=(rows, columns)) for _ in range(2))
    grey, tint = grey / grey.std() * 50 + 120, tint / tint.std() * 8
    colours = np.stack((grey + tint, grey, grey - tint), -1)
    large = Image.fromarray(np.clip(colours, 0, 255).astype(np.uint8)).resize(size)
    return Image.blend(large, Image.effect_noise(size, 60).convert("RGB"), 0.04)


def _any(rng: np.random.Generator, shape: tuple[int, ...]) -> NDArray[np.complex128]:
    return np.asarray(rng.normal(size=shape) + 1j * rng.normal(size=shape))


def saved(picture: Image.Image, quality: int = 85) -> bytes:
    """As a JPEG."""
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality)
    return out.getvalue()


def camera_file(
    picture: Image.Image,
    *,
    taken: str = "",
    offset: str = "",
    at: tuple[float, float] | None = None,
    orientation: int = 1,
) -> bytes:
    """As a phone's camera saves it, with its EXIF; `taken` as there: 2026:04:23 08:14:00."""
    exif = Image.Exif()
    exif[ExifTags.Base.Orientation] = orientation
    exif[ExifTags.Base.Make] = "Merek HP"
    clock = {ExifTags.Base.DateTimeOriginal: taken, ExifTags.Base.OffsetTimeOriginal: offset}
    exif.get_ifd(ExifTags.IFD.Exif).update({tag: value for tag, value in clock.items() if value})
    if at:
        north, east = at
        exif.get_ifd(ExifTags.IFD.GPSInfo).update(
            {
                ExifTags.GPS.GPSLatitudeRef: "S" if north < 0 else "N",
                ExifTags.GPS.GPSLatitude: _sexagesimal(north),
                ExifTags.GPS.GPSLongitudeRef: "W" if east < 0 else "E",
                ExifTags.GPS.GPSLongitude: _sexagesimal(east),
            }
        )
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=85, exif=exif)
    return out.getvalue()


def _sexagesimal(degrees: float) -> tuple[float, float, float]:
    whole, rest = divmod(abs(degrees), 1)
    minutes, rest = divmod(rest * 60, 1)
    return whole, minutes, round(rest * 60, 4)


def screenshot(picture: Image.Image) -> Image.Image:
    """On a phone's screen, with its bars and an icon or two."""
    screen = Image.new("RGB", (720, 1280), "black")
    screen.paste(picture.resize((720, 540)), (0, 370))
    draw = ImageDraw.Draw(screen)
    draw.rectangle((20, 16, 90, 36), "white")
    draw.ellipse((330, 1200, 390, 1260), outline="white")
    return screen


def shown_in_gallery(picture: Image.Image) -> Image.Image:
    """A screenshot of a newer phone: long and light, with the date above and a row of buttons."""
    screen = Image.new("RGB", (720, 1560), "white")
    screen.paste(picture.resize((720, 540)), (0, 480))
    draw = ImageDraw.Draw(screen)
    draw.text((24, 18), "09.14", fill="black", font_size=30)
    draw.text((560, 18), "4G 87%", fill="black", font_size=30)
    draw.text((90, 110), "Kamis, 23 April", fill="black", font_size=40)
    for place in range(5):
        draw.ellipse((70 + place * 135, 1420, 110 + place * 135, 1460), outline="black", width=4)
    return screen


def shown_in_chat(picture: Image.Image) -> Image.Image:
    """A screenshot of a photo opened in a messenger: coloured bars, words over a caption."""
    screen = Image.new("RGB", (720, 1480), "black")
    draw = ImageDraw.Draw(screen)
    draw.rectangle((0, 0, 720, 150), "#075e54")
    draw.text((110, 60), "Budi", fill="white", font_size=44)
    screen.paste(picture.resize((720, 540)), (0, 420))
    draw.rectangle((0, 1380, 720, 1480), "#1f2c34")
    draw.text((40, 1300), "di kantor desa, pagi ini", fill="white", font_size=34)
    return screen


def cropped(picture: Image.Image, part: float = 0.1) -> Image.Image:
    """So much less on each of two sides."""
    return picture.crop((int(SIZE[0] * part), int(SIZE[1] * part), *SIZE))


CHANGES: dict[str, Callable[[Image.Image], bytes]] = {
    "recompressed": lambda one: saved(one, 40),
    "smaller": lambda one: saved(one.resize((320, 240)), 60),
    "mirrored": lambda one: saved(ImageOps.mirror(one)),
    "turned": lambda one: saved(one.rotate(90, expand=True)),
    "brighter": lambda one: saved(ImageEnhance.Brightness(one).enhance(1.25)),
    "darker": lambda one: saved(ImageEnhance.Brightness(one).enhance(0.8)),
    "grey": lambda one: saved(ImageOps.grayscale(one)),
    "framed": lambda one: saved(ImageOps.expand(one, 60, "white")),
    "screenshot": lambda one: saved(screenshot(one)),
    "shown in a gallery": lambda one: saved(shown_in_gallery(one)),
    "shown in a chat": lambda one: saved(shown_in_chat(one)),
    "cropped": lambda one: saved(cropped(one)),
    "cropped all round": lambda one: saved(ImageOps.crop(one, SIZE[0] // 10)),
    "cropped and smaller": lambda one: saved(cropped(one).resize((288, 216)), 50),
    "cropped and mirrored": lambda one: saved(ImageOps.mirror(cropped(one))),
}
"""What people do to a photo that they send once more."""
