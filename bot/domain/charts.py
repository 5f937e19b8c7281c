"""The weeks of a case as a chart shows them: hours that count, and how often he came."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

WEEKS = 10
"""As many as a phone shows with readable words."""
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class WeekBar:
    """One week from its Monday: minutes that count, and at how many of the planned sessions he was."""

    monday: date
    minutes: int = 0
    came: int = 0
    due: int = 0


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn. `done` and `total` are minutes; without a total there is no bar of the whole."""

    weeks: tuple[WeekBar, ...]
    done: int = 0
    total: int = 0


def week_bars(
    by_day: Mapping[date, int], sessions: Iterable[tuple[date, bool]], today: date
) -> tuple[WeekBar, ...]:
    """The last weeks up to today's, the oldest first. `sessions`: day, and whether somebody came."""
    this = _monday(today)
    mondays = [this - WEEK * back for back in reversed(range(WEEKS))]
    known = list(sessions)
    return tuple(
        WeekBar(
            monday,
            sum(minutes for day, minutes in by_day.items() if _monday(day) == monday),
            sum(came for day, came in known if _monday(day) == monday),
            sum(_monday(day) == monday for day, _ in known),
        )
        for monday in mondays
    )


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())
