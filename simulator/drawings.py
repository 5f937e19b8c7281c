"""The six places of the sample photos."""

from simulator.easel import Easel
from simulator.props import (
    book_flat,
    book_upright,
    broom,
    darker,
    flower_pot,
    heap,
    leaf,
    mud_heap,
    paint_bucket,
    plant_row,
    shovel,
    watering_can,
)

GRASS_FAR, GRASS_NEAR = (150, 196, 120), (112, 168, 92)


def village_road(easel: Easel) -> None:
    horizon = easel.between(380, 440)
    easel.sky(horizon)
    easel.hills(horizon, (134, 178, 150), 90)
    easel.fade(horizon, 960, GRASS_FAR, GRASS_NEAR)
    vanish = easel.between(560, 720)
    easel.shape([(vanish - 26, horizon), (vanish + 26, horizon), (1130, 960), (170, 960)], (206, 190, 168))
    easel.shape([(vanish - 20, horizon), (vanish + 20, horizon), (1070, 960), (230, 960)], (216, 202, 182))
    easel.grass(horizon + 20, 960)
    easel.shape(
        [(vanish - 22, horizon + 4), (vanish + 22, horizon + 4), (1090, 960), (210, 960)], (216, 202, 182)
    )
    easel.house(easel.between(40, 110), horizon + 120, easel.between(210, 270))
    easel.house(easel.between(920, 990), horizon + 100, easel.between(190, 240))
    easel.palm(easel.between(350, 400), horizon + 90, easel.between(260, 330))
    easel.palm(easel.between(1150, 1220), horizon + 190, easel.between(340, 420))
    for _ in range(easel.chance.randint(30, 46)):
        leaf(easel, easel.between(320, 960), easel.between(620, 930), easel.between(6, 12))
    heap(easel, easel.between(380, 480), easel.between(800, 860))
    broom(easel, easel.between(640, 820), easel.between(850, 900))


def garden_bed(easel: Easel) -> None:
    horizon = easel.between(300, 360)
    easel.sky(horizon)
    easel.hills(horizon, (122, 170, 138), 60)
    easel.fade(horizon, 960, GRASS_FAR, (126, 182, 102))
    for x in (easel.between(60, 200), easel.between(1060, 1200)):
        easel.tree(x, horizon + 60, easel.between(220, 300))
    easel.grass(horizon + 30, 960)
    for row in range(4):
        top = 470 + row * 122
        inset = 150 - row * 38
        easel.shape(
            [(inset + 12, top), (1268 - inset, top), (1280 - inset + 14, top + 74), (inset - 14, top + 74)],
            (98, 70, 52),
        )
        easel.shape(
            [(inset + 12, top), (1268 - inset, top), (1274 - inset, top + 44), (inset + 4, top + 44)],
            (126, 92, 66),
        )
        plant_row(easel, inset + 60, 1220 - inset, top + 34, 26 + row * 9, row)
    watering_can(easel, easel.between(980, 1060), 900)


def painted_fence(easel: Easel) -> None:
    horizon = easel.between(420, 470)
    easel.sky(horizon)
    easel.hills(horizon, (140, 186, 150), 80)
    easel.house(easel.between(150, 300), horizon + 30, easel.between(240, 300))
    easel.palm(easel.between(800, 1100), horizon + 30, easel.between(300, 380))
    easel.fade(horizon, 960, GRASS_FAR, GRASS_NEAR)
    easel.grass(horizon + 20, 960)
    paint = easel.chance.choice([(88, 160, 196), (98, 172, 132), (222, 124, 92), (236, 190, 84)])
    done = easel.between(700, 960)
    for y in (520, 690):
        easel.box(0, y, done, y + 30, easel.near(paint, 6))
        easel.box(done, y, 1280, y + 30, (176, 150, 120))
    for x in range(20, 1280, 86):
        colour = easel.near(paint, 8) if x < done - 30 else easel.near((194, 166, 134), 10)
        easel.shape([(x, 800), (x, 470), (x + 29, 436), (x + 58, 470), (x + 58, 800)], colour)
        easel.line([(x + 54, 474), (x + 54, 798)], darker(colour), 6)
    easel.grass(800, 960, 120)
    paint_bucket(easel, done + 20, 880, paint)


def drainage_ditch(easel: Easel) -> None:
    horizon = easel.between(330, 380)
    easel.sky(horizon)
    easel.fade(horizon, 960, GRASS_FAR, GRASS_NEAR)
    for x in (easel.between(20, 80), easel.between(300, 360), easel.between(900, 980)):
        easel.house(x, horizon + 50, easel.between(190, 240))
    easel.grass(horizon + 40, 960)
    far = easel.between(600, 680)
    easel.shape(
        [(far - 60, horizon + 30), (far + 60, horizon + 30), (1020, 960), (260, 960)], (186, 182, 174)
    )
    easel.shape([(far - 40, horizon + 36), (far + 40, horizon + 36), (900, 960), (380, 960)], (128, 126, 122))
    easel.shape([(far - 26, horizon + 60), (far + 26, horizon + 60), (830, 960), (450, 960)], (112, 168, 184))
    for _ in range(12):
        y = easel.between(horizon + 120, 940)
        wide = 10 + (y - horizon) * 0.13
        x = far + (640 - far) * (y - horizon) / (960 - horizon) + easel.between(-wide, wide)
        easel.line([(x - wide * 0.5, y), (x + wide * 0.5, y)], (170, 208, 216), 3)
    for step in range(5):
        y = horizon + 110 + step * 110
        part = (y - horizon) / (960 - horizon)
        easel.line(
            [(far - 60 - (far - 320) * part, y), (far - 40 - (far - 420) * part, y)], (150, 146, 140), 4
        )
    mud_heap(easel, easel.between(150, 210), easel.between(800, 850))
    shovel(easel, easel.between(1080, 1140), 890)
    easel.tree(easel.between(1120, 1200), horizon + 120, easel.between(240, 300))


def school_yard(easel: Easel) -> None:
    horizon = easel.between(470, 510)
    easel.sky(horizon)
    easel.fade(horizon, 960, (222, 204, 172), (206, 184, 148))
    easel.tree(easel.between(20, 70), horizon + 20, easel.between(280, 340))
    wall = easel.chance.choice([(246, 232, 196), (222, 234, 232), (244, 220, 206)])
    easel.box(150, horizon - 190, 1180, horizon + 20, wall)
    easel.box(150, horizon - 30, 1180, horizon + 20, easel.near((122, 160, 148), 10))
    easel.shape(
        [(110, horizon - 185), (210, horizon - 300), (1120, horizon - 300), (1220, horizon - 185)],
        (184, 92, 70),
    )
    easel.shape(
        [(110, horizon - 185), (1220, horizon - 185), (1214, horizon - 172), (116, horizon - 172)],
        (150, 72, 56),
    )
    for slot in range(7):
        left = 190 + slot * 140
        if slot == 3:
            easel.box(left, horizon - 140, left + 90, horizon + 20, (128, 88, 62), 3)
        else:
            easel.box(left, horizon - 136, left + 96, horizon - 52, (250, 250, 246), 3)
            easel.box(left + 6, horizon - 130, left + 45, horizon - 58, (132, 184, 206))
            easel.box(left + 51, horizon - 130, left + 90, horizon - 58, (132, 184, 206))
    for _ in range(60):
        x, y = easel.between(0, 1280), easel.between(horizon + 60, 950)
        easel.line([(x, y), (x + easel.between(30, 90), y + easel.between(-4, 4))], (196, 174, 138), 2)
    pole = easel.between(590, 700)
    easel.line([(pole, horizon + 120), (pole, 110)], (232, 232, 228), 8)
    easel.shape([(pole + 4, 116), (pole + 124, 124), (pole + 122, 158), (pole + 4, 152)], (206, 52, 52))
    easel.shape([(pole + 4, 152), (pole + 122, 158), (pole + 124, 192), (pole + 4, 188)], (250, 250, 250))
    easel.disc(pole, horizon + 128, 70, (188, 184, 176), 0.28)
    for x in (easel.between(80, 200), easel.between(1010, 1120)):
        flower_pot(easel, x, easel.between(720, 780))
    for _ in range(easel.chance.randint(8, 16)):
        leaf(easel, easel.between(100, 420), easel.between(800, 920), easel.between(6, 11))
    broom(easel, easel.between(800, 980), easel.between(840, 900))


def stacked_books(easel: Easel) -> None:
    easel.fade(0, 620, (238, 226, 204), (226, 210, 184))
    for shelf in (70, 330):
        easel.box(0, shelf + 200, 1280, shelf + 226, (158, 116, 80))
        x = easel.between(10, 60)
        while x < 1220:
            thick, tall = easel.between(22, 52), easel.between(120, 186)
            if easel.chance.random() < 0.86:
                book_upright(easel, x, shelf + 200, thick, tall)
            x += thick + easel.between(2, 6)
    easel.fade(590, 960, (190, 142, 98), (164, 118, 78))
    for board in range(640, 960, 62):
        easel.line([(0, board), (1280, board + easel.between(-4, 4))], (172, 126, 86), 3)
    for centre in (easel.between(240, 330), easel.between(600, 680), easel.between(960, 1040)):
        foot = easel.between(850, 890)
        for _ in range(easel.chance.randint(5, 9)):
            foot = book_flat(easel, centre, foot)
