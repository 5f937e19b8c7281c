"""Pace: whether a case will be served in time, said early enough to act."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

LOOK_BACK = timedelta(weeks=4)
"""Four weeks say how somebody really works; one bad week does not."""
HABIT_FROM = 3
"""Sessions that were decided or missed; fewer say nothing about habits."""


class Pace(StrEnum):
    """Where a case is heading; the words are in the locale (`pace-…`)."""

    SERVED = "served"
    ON_TIME = "on_time"
    BEHIND = "behind"
    CANNOT_FINISH = "cannot_finish"
    """More remains than all allowed days together can hold: only people can change that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What is known of a case's course, in minutes; *lately* is the last four weeks."""

    remaining: int
    capacity: int
    """What the weekly hours of its placements can still bring up to the last day."""
    sessions_lately: int
    """Sessions that are decided or missed; what still waits for a word says nothing."""
    planned_lately: int
    credited_lately: int
    allowed_days: int
    """Days up to the last on which work is allowed at all."""
    daily_cap: int
    ends_on: date


@dataclass(frozen=True, slots=True)
class Forecast:
    """The pace, and the minutes a week that are needed from now on."""

    pace: Pace
    weekly: int = 0
    shortfall: int = 0
    """Minutes that find no place any more; only with CANNOT_FINISH."""


def forecast(course: Course, today: date) -> Forecast:
    """*Cannot finish*: what remains is more than the allowed days times the day's cap. *Behind*: with the
    share of planned hours that were credited lately, the placements do not bring what remains. Of whom little
    is known yet is expected to come."""
    if course.remaining <= 0:
        return Forecast(Pace.SERVED)
    days_left = max((course.ends_on - today).days + 1, 1)
    weekly = -(-course.remaining * 7 // days_left)
    weekly = min(weekly, course.remaining)
    most = course.allowed_days * course.daily_cap
    if course.remaining > most:
        return Forecast(Pace.CANNOT_FINISH, weekly, course.remaining - most)
    kept = min(course.credited_lately, course.planned_lately)
    expected = course.capacity
    if course.sessions_lately >= HABIT_FROM and course.planned_lately:
        expected = course.capacity * kept // course.planned_lately
    return Forecast(Pace.BEHIND if expected < course.remaining else Pace.ON_TIME, weekly)
