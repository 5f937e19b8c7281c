"""A drawing surface: flat colours with soft edges, gradients, and the things that stand in many pictures."""

import math
import random

from PIL import Image, ImageDraw

Colour = tuple[int, int, int]
Point = tuple[float, float]

FINER = 2
"""Drawn this much larger and then reduced, which softens the edges."""


class Easel:
    """Coordinates are those of the finished picture."""

    def __init__(self, chance: random.Random, width: int, height: int) -> None:
        self.chance = chance
        self.width, self.height = width, height
        self._image = Image.new("RGB", (width * FINER, height * FINER))
        self._draw = ImageDraw.Draw(self._image)

    def between(self, low: float, high: float) -> float:
        return self.chance.uniform(low, high)

    def near(self, colour: Colour, spread: int = 12) -> Colour:
        """The colour, a little lighter or darker."""
        change = self.chance.randint(-spread, spread)
        red, green, blue = (min(255, max(0, part + change)) for part in colour)
        return red, green, blue

    def fade(self, top: float, bottom: float, upper: Colour, lower: Colour) -> None:
        """A vertical gradient across the whole width."""
        span = max(1, round((bottom - top) * FINER))
        strip = Image.new("RGB", (1, 64))
        for row in range(64):
            part = row / 63
            strip.putpixel((0, row), blend(upper, lower, part))
        self._image.paste(
            strip.resize((self.width * FINER, span), Image.Resampling.BILINEAR), (0, round(top * FINER))
        )

    def shape(self, points: list[Point], colour: Colour) -> None:
        self._draw.polygon([(x * FINER, y * FINER) for x, y in points], fill=colour)

    def box(
        self, left: float, top: float, right: float, bottom: float, colour: Colour, round_by: float = 0
    ) -> None:
        edges = [left * FINER, top * FINER, right * FINER, bottom * FINER]
        self._draw.rounded_rectangle(edges, radius=round_by * FINER, fill=colour)

    def disc(self, x: float, y: float, radius: float, colour: Colour, flat: float = 1.0) -> None:
        high = radius * flat
        self._draw.ellipse(
            [(x - radius) * FINER, (y - high) * FINER, (x + radius) * FINER, (y + high) * FINER], fill=colour
        )

    def line(self, points: list[Point], colour: Colour, width: float) -> None:
        self._draw.line(
            [(x * FINER, y * FINER) for x, y in points],
            fill=colour,
            width=round(width * FINER),
            joint="curve",
        )

    def sky(self, horizon: float) -> None:
        tints = [
            ((134, 196, 232), (226, 241, 246)),
            ((160, 205, 226), (250, 236, 214)),
            ((120, 184, 226), (214, 236, 246)),
        ]
        self.fade(0, horizon, *self.chance.choice(tints))
        self.disc(self.between(120, 1160), self.between(90, 190), self.between(42, 60), (255, 240, 190))
        for _ in range(self.chance.randint(1, 4)):
            self.cloud(self.between(60, 1220), self.between(60, horizon * 0.6), self.between(24, 46))

    def cloud(self, x: float, y: float, size: float) -> None:
        for step in range(-2, 3):
            self.disc(
                x + step * size,
                y - (2 - abs(step)) * size * 0.32,
                size * (1.15 - abs(step) * 0.2),
                (250, 252, 253),
            )
        self.box(x - 2.6 * size, y + size * 0.2, x + 2.6 * size, y + size * 0.85, (250, 252, 253), size * 0.3)

    def hills(self, horizon: float, colour: Colour, height: float) -> None:
        phase, waves = self.between(0, 6), self.between(1.4, 2.6)
        ridge = [
            (x, horizon - height * (0.55 + 0.45 * math.sin(phase + waves * x / self.width * 3)))
            for x in range(0, self.width + 40, 20)
        ]
        self.shape([*ridge, (self.width, horizon + 4), (0, horizon + 4)], colour)

    def palm(self, x: float, foot: float, height: float) -> None:
        lean = self.between(-0.18, 0.18) * height
        top = foot - height
        trunk = [(x + lean * (step / 8) ** 2, foot - height * step / 8) for step in range(9)]
        self.line(trunk, (139, 107, 76), height * 0.045)
        for angle in range(-200, 30, 23):
            self._frond(x + lean, top, angle + self.between(-8, 8), height * self.between(0.3, 0.42))
        for side in (-1, 1):
            self.disc(x + lean + side * height * 0.03, top + height * 0.035, height * 0.03, (120, 82, 48))

    def _frond(self, x: float, y: float, angle: float, length: float) -> None:
        turn = math.radians(angle)
        green = self.near((62, 138, 82), 16)
        spine = [
            (
                x + math.cos(turn) * length * part / 6,
                y + math.sin(turn) * length * part / 6 + length * 0.5 * (part / 6) ** 2,
            )
            for part in range(7)
        ]
        width = length * 0.1
        upper = [(px, py - width * math.sin(math.pi * i / 6)) for i, (px, py) in enumerate(spine)]
        lower = [(px, py + width * 0.5 * math.sin(math.pi * i / 6)) for i, (px, py) in enumerate(spine)]
        self.shape([*upper, *reversed(lower)], green)

    def tree(self, x: float, foot: float, height: float) -> None:
        self.box(x - height * 0.05, foot - height * 0.5, x + height * 0.05, foot, (122, 92, 66), 4)
        for _ in range(9):
            colour = self.near((84, 150, 92), 18)
            self.disc(
                x + self.between(-0.28, 0.28) * height,
                foot - height * self.between(0.5, 0.9),
                height * self.between(0.14, 0.22),
                colour,
            )

    def house(self, x: float, foot: float, size: float) -> None:
        """A small house on low posts, as in South Sulawesi."""
        wall = self.chance.choice([(242, 224, 190), (206, 226, 220), (240, 206, 188), (226, 220, 236)])
        roof = self.chance.choice([(178, 84, 66), (150, 92, 78), (96, 112, 130)])
        for side in (0.06, 0.5, 0.9):
            self.box(x + size * side, foot - size * 0.16, x + size * (side + 0.04), foot, (110, 84, 62))
        self.box(x, foot - size * 0.62, x + size, foot - size * 0.12, wall, 3)
        self.box(x + size * 0.4, foot - size * 0.48, x + size * 0.6, foot - size * 0.12, (124, 86, 60))
        for side in (0.1, 0.72):
            self.box(
                x + size * side,
                foot - size * 0.48,
                x + size * (side + 0.18),
                foot - size * 0.3,
                (120, 168, 190),
                3,
            )
        self.shape(
            [
                (x - size * 0.1, foot - size * 0.6),
                (x + size * 0.5, foot - size * 1.02),
                (x + size * 1.1, foot - size * 0.6),
            ],
            roof,
        )

    def grass(self, top: float, bottom: float, count: int = 140) -> None:
        for _ in range(count):
            x, y = self.between(0, self.width), self.between(top, bottom)
            tall = 4 + (y - top) / max(1.0, bottom - top) * 14
            self.line([(x, y), (x + self.between(-4, 4), y - tall)], self.near((96, 158, 84), 24), 2)

    def finished(self) -> Image.Image:
        return self._image.resize((self.width, self.height), Image.Resampling.BOX)


def blend(first: Colour, second: Colour, part: float) -> Colour:
    red, green, blue = (round(a + (b - a) * part) for a, b in zip(first, second, strict=True))
    return red, green, blue
