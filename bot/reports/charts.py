"""A client's weeks as a picture that can be read on a phone: a bar of hours each, and how often he came."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont

from bot.domain.charts import Chart, WeekBar

WIDTH, HEIGHT = 900, 620
LEFT, RIGHT, TOP, BOTTOM = 30, 30, 170, 120
DONE, REST, INK, SOFT = "#1565c0", "#dfe3e8", "#222222", "#5f6570"


@dataclass(frozen=True, slots=True)
class ChartWords:
    """The sentences beside the bars, in the reader's language."""

    title: str
    whole: str
    attendance: str


def chart_of(chart: Chart, words: ChartWords) -> bytes:
    """A PNG. The figures stand at the bars, so that nothing is told by colour or length alone."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), "white")
    draw = ImageDraw.Draw(picture)
    draw.text((LEFT, 34), words.title, fill=INK, font=ImageFont.load_default(30), anchor="lm")
    if chart.total > 0:
        _whole(draw, chart, words.whole)
    _weeks(draw, chart.weeks)
    draw.text((LEFT, HEIGHT - 24), words.attendance, fill=SOFT, font=ImageFont.load_default(24), anchor="lm")
    content = io.BytesIO()
    picture.quantize(16).save(content, "PNG")
    return content.getvalue()


def _whole(draw: ImageDraw.ImageDraw, chart: Chart, words: str) -> None:
    wide, top = WIDTH - LEFT - RIGHT, 68
    share = min(max(chart.done / chart.total, 0.0), 1.0)
    draw.rectangle((LEFT, top, LEFT + wide, top + 26), fill=REST)
    if share:
        draw.rectangle((LEFT, top, LEFT + wide * share, top + 26), fill=DONE)
    draw.text((LEFT, top + 48), words, fill=INK, font=ImageFont.load_default(26), anchor="lm")


def _weeks(draw: ImageDraw.ImageDraw, weeks: Sequence[WeekBar]) -> None:
    step = (WIDTH - LEFT - RIGHT) / max(len(weeks), 1)
    ground, most = HEIGHT - BOTTOM, max((one.minutes for one in weeks), default=0)
    draw.line((LEFT, ground, WIDTH - RIGHT, ground), fill=INK, width=2)
    for number, week in enumerate(weeks):
        middle = LEFT + step * (number + 0.5)
        tall = (ground - TOP - 30) * max(week.minutes, 0) / most if most > 0 else 0
        draw.rectangle((middle - step * 0.3, ground - tall, middle + step * 0.3, ground), fill=DONE)
        hours = f"{week.minutes / 60:.1f}".rstrip("0").rstrip(".").replace(".", ",")
        at_top = (middle, ground - tall - 16)
        draw.text(at_top, hours, fill=INK, font=ImageFont.load_default(24), anchor="mm")
        day = f"{week.monday.day}/{week.monday.month}"
        draw.text((middle, ground + 20), day, fill=INK, font=ImageFont.load_default(22), anchor="mm")
        came = f"{week.came}/{week.due}" if week.due else "–"
        draw.text((middle, ground + 50), came, fill=SOFT, font=ImageFont.load_default(22), anchor="mm")
