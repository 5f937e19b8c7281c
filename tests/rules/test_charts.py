"""What a client's chart shows of his weeks."""

from __future__ import annotations

import io
from datetime import date

from PIL import Image

from bot.domain.charts import WEEKS, Chart, WeekBar, week_bars
from bot.reports.charts import ChartWords, chart_of

THURSDAY = date(2026, 4, 23)


def test_a_week_holds_its_days_and_whoever_came() -> None:
    hours = {date(2026, 4, 20): 60, date(2026, 4, 26): 30, date(2026, 4, 19): 120, date(2025, 1, 1): 999}
    sessions = [(date(2026, 4, 16), True), (date(2026, 4, 23), False), (date(2026, 4, 24), True)]

    bars = week_bars(hours, sessions, THURSDAY)

    assert len(bars) == WEEKS
    assert bars[-2:] == (WeekBar(date(2026, 4, 13), 120, 1, 1), WeekBar(date(2026, 4, 20), 90, 1, 2))
    assert not any(one.minutes or one.due for one in bars[:-2])


def test_a_week_below_zero_and_nothing_at_all_can_be_drawn() -> None:
    words = ChartWords("Jam", "0 dari 42 jam", "Hadir dari jadwal")
    for hours in ({}, {THURSDAY: -60}, {THURSDAY: 100_000}):
        drawn = chart_of(Chart(week_bars(hours, [], THURSDAY), sum(hours.values()), 42 * 60), words)
        picture = Image.open(io.BytesIO(drawn))
        assert picture.format == "PNG"
        assert len(drawn) < 60_000
