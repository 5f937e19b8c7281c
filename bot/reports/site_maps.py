"""A site drawn without a map of the world: its limit, the pin there was and the pin proposed, where people
were, north and a scale. No line of it needs the internet."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

from bot.domain.pins import Flat, bar, flat, usable
from bot.domain.places import Area, Circle

SIZE, MARGIN, LEGEND = 900, 90, 150
OLD, NEW, PEOPLE, INK = "#8a8f98", "#c62828", "#1565c0", "#222222"
SMALLEST_SPAN = 200.0
"""Metres across at least: a map of a few steps says nothing."""


@dataclass(frozen=True, slots=True)
class SiteMap:
    """What is drawn: the site as it is, as it would be, and where people were."""

    area: Area
    proposed: Circle
    people: Sequence[tuple[float, float]] = ()


@dataclass(frozen=True, slots=True)
class Legend:
    """The words beside the three signs, and the letter at the arrow."""

    old: str
    new: str
    people: str
    north: str


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where metres lie on the picture."""

    centre: Flat
    scale: float

    def at(self, spot: Flat) -> tuple[float, float]:
        middle = SIZE / 2
        return (
            middle + (spot.east - self.centre.east) * self.scale,
            middle - (spot.north - self.centre.north) * self.scale,
        )


def site_map(shown: SiteMap, legend: Legend) -> bytes:
    """A PNG."""
    origin = (shown.proposed.latitude or 0.0, shown.proposed.longitude or 0.0)
    corners = [] if isinstance(shown.area, Circle) else [flat(one, origin) for one in shown.area.corners]
    pin = _pin(shown.area, origin)
    new, people = Flat(0.0, 0.0), [flat(one, origin) for one in shown.people]
    spots = [new, *people, *corners, *([pin] if pin else [])]
    frame = _framed(spots, max(shown.area.radius_m, shown.proposed.radius_m))

    picture = Image.new("RGB", (SIZE, SIZE + LEGEND), "white")
    draw = ImageDraw.Draw(picture)
    if pin is not None:
        _circle(draw, frame, pin, shown.area.radius_m, OLD)
        _cross(draw, frame.at(pin), OLD)
    if corners:
        draw.polygon([frame.at(one) for one in corners], outline=OLD, width=4)
    _circle(draw, frame, new, shown.proposed.radius_m, NEW)
    for spot in people:
        _dot(draw, frame.at(spot), PEOPLE, 9)
    _dot(draw, frame.at(new), NEW, 13)
    _north(draw, legend.north)
    _scale(draw, frame)
    _words(draw, legend, has_people=bool(people))
    content = io.BytesIO()
    picture.quantize(32).save(content, "PNG")
    return content.getvalue()


def _pin(area: Area, origin: tuple[float, float]) -> Flat | None:
    if not isinstance(area, Circle) or area.latitude is None or area.longitude is None:
        return None
    return flat((area.latitude, area.longitude), origin) if usable(area.latitude, area.longitude) else None


def _framed(spots: Sequence[Flat], radius: float) -> _Frame:
    easts, norths = [one.east for one in spots], [one.north for one in spots]
    wide = max(max(easts) - min(easts), max(norths) - min(norths)) + 2 * radius
    centre = Flat((max(easts) + min(easts)) / 2, (max(norths) + min(norths)) / 2)
    return _Frame(centre, (SIZE - 2 * MARGIN) / max(wide, SMALLEST_SPAN))


def _circle(draw: ImageDraw.ImageDraw, frame: _Frame, spot: Flat, radius: float, colour: str) -> None:
    (x, y), long = frame.at(spot), max(radius * frame.scale, 3.0)
    draw.ellipse((x - long, y - long, x + long, y + long), outline=colour, width=4)


def _dot(draw: ImageDraw.ImageDraw, at: tuple[float, float], colour: str, size: float) -> None:
    x, y = at
    draw.ellipse((x - size, y - size, x + size, y + size), fill=colour, outline="white", width=2)


def _cross(draw: ImageDraw.ImageDraw, at: tuple[float, float], colour: str, size: float = 14) -> None:
    x, y = at
    draw.line((x - size, y, x + size, y), fill=colour, width=5)
    draw.line((x, y - size, x, y + size), fill=colour, width=5)


def _north(draw: ImageDraw.ImageDraw, letter: str) -> None:
    x, y = SIZE - 45, 30
    draw.polygon([(x, y), (x - 14, y + 42), (x, y + 32), (x + 14, y + 42)], fill=INK)
    draw.text((x, y + 62), letter, fill=INK, font=ImageFont.load_default(28), anchor="mm")


def _scale(draw: ImageDraw.ImageDraw, frame: _Frame) -> None:
    length = bar((SIZE - 2 * MARGIN) / frame.scale)
    left, y = 30, SIZE - 30
    right = left + length * frame.scale
    draw.line((left, y, right, y), fill=INK, width=4)
    for x in (left, right):
        draw.line((x, y - 9, x, y + 9), fill=INK, width=4)
    shown = f"{length // 1000} km" if length >= 1000 else f"{length} m"
    draw.text(((left + right) / 2, y - 26), shown, fill=INK, font=ImageFont.load_default(26), anchor="mm")


def _words(draw: ImageDraw.ImageDraw, legend: Legend, *, has_people: bool) -> None:
    font, y = ImageFont.load_default(28), SIZE + 28
    _cross(draw, (40, y), OLD)
    draw.text((70, y), legend.old, fill=INK, font=font, anchor="lm")
    _dot(draw, (40, y + 46), NEW, 13)
    draw.text((70, y + 46), legend.new, fill=INK, font=font, anchor="lm")
    if has_people:
        _dot(draw, (40, y + 92), PEOPLE, 9)
        draw.text((70, y + 92), legend.people, fill=INK, font=font, anchor="lm")
