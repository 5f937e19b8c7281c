"""The things that lie, stand and grow in the sample photos."""

import math

from simulator.easel import Colour, Easel

LEAVES = ((206, 142, 58), (184, 112, 48), (150, 150, 62), (214, 168, 74))


def leaf(easel: Easel, x: float, y: float, size: float) -> None:
    turn = easel.between(0, math.pi)
    along, across = (
        (math.cos(turn) * size, math.sin(turn) * size * 0.6),
        (-math.sin(turn) * size * 0.4, math.cos(turn) * size * 0.3),
    )
    corners = [(1, 0), (0, 1), (-1, 0), (0, -1)]
    easel.shape(
        [(x + a * along[0] + b * across[0], y + a * along[1] + b * across[1]) for a, b in corners],
        easel.near(easel.chance.choice(LEAVES), 14),
    )


def heap(easel: Easel, x: float, y: float) -> None:
    easel.disc(x, y + 20, 120, (190, 172, 148), 0.25)
    for _ in range(110):
        away = easel.between(0, 1) ** 0.7
        leaf(
            easel,
            x + easel.between(-110, 110) * away,
            y - easel.between(-14, 64) * (1 - away),
            easel.between(9, 16),
        )


def broom(easel: Easel, x: float, y: float) -> None:
    """A `sapu lidi`: palm ribs on a stick, leaning."""
    lean = easel.between(120, 200)
    easel.line([(x, y - 60), (x + lean, y - 430)], (176, 132, 84), 13)
    for step in range(-14, 15):
        easel.line(
            [(x + 4, y - 78), (x + step * 6.5 - 20, y + 24 + abs(step) * -1.2)],
            easel.near((150, 116, 66), 22),
            4,
        )
    easel.line([(x - 16, y - 62), (x + 26, y - 58)], (196, 70, 60), 12)


def plant_row(easel: Easel, left: float, right: float, foot: float, size: float, row: int) -> None:
    blooms = [(226, 92, 108), (244, 190, 72), (240, 240, 236), (196, 112, 196)]
    bloom = blooms[(row + easel.chance.randint(0, 3)) % 4]
    x = left
    while x < right:
        for side in (-1, 0, 1):
            easel.line(
                [(x, foot), (x + side * size * 0.7, foot - size * easel.between(0.7, 1.1))],
                easel.near((74, 142, 74), 16),
                5,
            )
            easel.disc(
                x + side * size * 0.5, foot - size * 0.5, size * 0.26, easel.near((88, 160, 84), 14), 0.6
            )
        if row % 2 == 0:
            for petal in range(5):
                turn = petal * 1.257
                easel.disc(
                    x + math.cos(turn) * size * 0.2,
                    foot - size + math.sin(turn) * size * 0.2,
                    size * 0.17,
                    bloom,
                )
            easel.disc(x, foot - size, size * 0.12, (250, 226, 120))
        x += size * easel.between(1.9, 2.4)


def watering_can(easel: Easel, x: float, foot: float) -> None:
    colour = easel.chance.choice([(84, 140, 176), (96, 152, 118), (206, 112, 84)])
    easel.line([(x + 60, foot - 40), (x + 170, foot - 130)], colour, 20)
    easel.shape(
        [(x + 150, foot - 150), (x + 196, foot - 132), (x + 178, foot - 104), (x + 142, foot - 128)],
        darker(colour),
    )
    easel.line([(x - 70, foot - 20), (x - 112, foot - 80), (x - 70, foot - 130)], darker(colour), 14)
    easel.box(x - 76, foot - 140, x + 76, foot, colour, 14)
    easel.disc(x, foot - 138, 76, darker(colour), 0.22)


def paint_bucket(easel: Easel, x: float, foot: float, paint: Colour) -> None:
    easel.disc(x + 60, foot, 74, (104, 150, 86), 0.2)
    easel.shape([(x, foot - 110), (x + 120, foot - 110), (x + 108, foot), (x + 12, foot)], (204, 206, 208))
    easel.disc(x + 60, foot - 110, 60, (178, 180, 184), 0.24)
    easel.disc(x + 60, foot - 108, 50, paint, 0.22)
    easel.shape([(x + 14, foot - 104), (x + 40, foot - 100), (x + 36, foot - 50), (x + 24, foot - 40)], paint)
    easel.line([(x + 150, foot - 6), (x + 210, foot - 120)], (170, 124, 82), 14)
    easel.shape(
        [(x + 196, foot - 128), (x + 232, foot - 112), (x + 246, foot - 160), (x + 214, foot - 172)], paint
    )


def mud_heap(easel: Easel, x: float, foot: float) -> None:
    for _ in range(22):
        easel.disc(
            x + easel.between(-90, 90),
            foot - easel.between(0, 60),
            easel.between(18, 40),
            easel.near((104, 82, 62), 14),
            0.7,
        )
    for _ in range(12):
        leaf(easel, x + easel.between(-80, 80), foot - easel.between(0, 80), easel.between(8, 13))


def shovel(easel: Easel, x: float, foot: float) -> None:
    easel.line([(x, foot - 70), (x + easel.between(-40, 40), foot - 420)], (178, 132, 84), 15)
    easel.shape(
        [
            (x - 46, foot - 130),
            (x + 46, foot - 130),
            (x + 40, foot - 30),
            (x, foot + 10),
            (x - 40, foot - 30),
        ],
        (142, 150, 158),
    )
    easel.shape([(x, foot - 130), (x + 46, foot - 130), (x + 40, foot - 30), (x, foot + 10)], (122, 130, 138))


def flower_pot(easel: Easel, x: float, foot: float) -> None:
    easel.disc(x, foot, 70, (190, 168, 132), 0.22)
    easel.shape([(x - 58, foot - 100), (x + 58, foot - 100), (x + 40, foot), (x - 40, foot)], (196, 106, 76))
    easel.box(x - 66, foot - 116, x + 66, foot - 92, (180, 92, 64), 5)
    for _ in range(16):
        easel.disc(
            x + easel.between(-64, 64),
            foot - easel.between(120, 210),
            easel.between(18, 30),
            easel.near((82, 152, 86), 18),
        )
    for _ in range(7):
        easel.disc(x + easel.between(-60, 60), foot - easel.between(130, 205), 10, (232, 96, 120))


def book_colour(easel: Easel) -> Colour:
    shades = [
        (176, 72, 62),
        (62, 110, 142),
        (88, 134, 96),
        (214, 162, 72),
        (120, 92, 132),
        (226, 214, 188),
        (72, 84, 104),
    ]
    return easel.near(easel.chance.choice(shades), 10)


def book_upright(easel: Easel, x: float, foot: float, thick: float, tall: float) -> None:
    colour = book_colour(easel)
    easel.box(x, foot - tall, x + thick, foot, colour, 3)
    easel.box(x + 5, foot - tall * 0.82, x + thick - 5, foot - tall * 0.66, (240, 230, 206))


def book_flat(easel: Easel, centre: float, foot: float) -> float:
    """Lies on the pile; returns where the next one lies."""
    thick, half = easel.between(30, 48), easel.between(110, 150)
    shift = easel.between(-16, 16)
    left, right = centre - half + shift, centre + half + shift
    colour = book_colour(easel)
    easel.box(left, foot - thick, right, foot, colour, 5)
    easel.box(left + 10, foot - thick + 6, right + 1, foot - 6, (246, 240, 226))
    for line in (0.36, 0.6):
        easel.line([(left + 14, foot - thick * line), (right, foot - thick * line)], (222, 212, 190), 2)
    easel.box(left, foot - thick, left + 26, foot, colour, 5)
    return foot - thick


def darker(colour: Colour) -> Colour:
    red, green, blue = (round(part * 0.84) for part in colour)
    return red, green, blue
