"""Pace: whether a case will be served in time, said early enough to act."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.calendar import Calendar
from bot.domain.cases import instant
from bot.domain.plans import Allowed, Weekly, is_free, usual_days
from bot.domain.spans import WHOLE_DAY

LOOK_BACK = timedelta(weeks=4)
"""Four weeks say how somebody really works; one bad week does not."""
HABIT_FROM = 3
"""Sessions that were decided or missed; fewer say nothing about habits."""


class Pace(StrEnum):
    """Where a case is heading; the words are in the locale (`pace-…`)."""

    SERVED = "served"
    ON_TIME = "on_time"
    BEHIND = "behind"
    UNPLACED = "unplaced"
    """Time enough, but nobody has said yet where the work is done."""
    CANNOT_FINISH = "cannot_finish"
    """More remains than all allowed days together can hold: only people can change that."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What is known of a case's course, in minutes; *lately* is the last four weeks."""

    remaining: int
    """What still needs a day: neither credited, nor waiting for a word, nor being worked."""
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
    placed: bool = True
    """Whether any placement lies ahead."""


@dataclass(frozen=True, slots=True)
class Forecast:
    """The pace, and the minutes a week that are needed from now on."""

    pace: Pace
    weekly: int = 0
    shortfall: int = 0
    """Minutes that find no place any more; only with CANNOT_FINISH."""


def forecast(course: Course, begins: date) -> Forecast:
    """The pace from `begins` on: today, or the first day of a case that has not begun.

    *Cannot finish*: what remains is more than the allowed days times the day's cap. *Behind*: with the share
    of planned hours that were credited lately, the placements do not bring what remains. Of whom little is
    known yet is expected to come; who is placed nowhere is not behind, he waits for a place."""
    if course.remaining <= 0:
        return Forecast(Pace.SERVED)
    days_left = max((course.ends_on - begins).days + 1, 1)
    weekly = -(-course.remaining * 7 // days_left)
    weekly = min(weekly, course.remaining)
    most = course.allowed_days * course.daily_cap
    if course.remaining > most:
        return Forecast(Pace.CANNOT_FINISH, weekly, course.remaining - most)
    if not course.placed:
        return Forecast(Pace.UNPLACED, weekly)
    kept = min(course.credited_lately, course.planned_lately)
    expected = course.capacity
    if course.sessions_lately >= HABIT_FROM and course.planned_lately:
        expected = course.capacity * kept // course.planned_lately
    return Forecast(Pace.BEHIND if expected < course.remaining else Pace.ON_TIME, weekly)


def allowed_days(
    weeks: Sequence[Weekly],
    allowed: Allowed,
    calendar: Calendar,
    *,
    first: date,
    last: date,
    after: datetime,
) -> int:
    """On how many days up to `last` a case may work at all: those of its ruling that are neither holidays
    nor excused. While a placement lasts, its site must take people too, however short, and its hours be later
    than `after`; days that no placement covers count from `first` on, because another can still be made."""
    open_days, covered = set(), set()
    for one in map(_at_any_hour, weeks):
        usual = usual_days(one, allowed)
        for day in _days(one.first, min(one.last, last)):
            covered.add(day)
            if day.isoweekday() in usual and is_free(day, one, allowed) and _begins_later(day, one, after):
                open_days.add(day)
    free = (day for day in _days(first, last) if day not in covered)
    return len(open_days) + sum(_permitted(day, allowed, calendar) for day in free)


def _begins_later(day: date, one: Weekly, after: datetime) -> bool:
    """Two days on it does, in whatever zone."""
    return day > after.date() + timedelta(days=1) or instant(day, one.slots.starts, one.slots.zone) > after


def _at_any_hour(one: Weekly) -> Weekly:
    """A placement whose site is open all day on its days: where it is not, other hours would be work too."""
    hours = dict.fromkeys(one.opening.hours, (WHOLE_DAY,))
    return replace(one, opening=replace(one.opening, hours=hours))


def _permitted(day: date, allowed: Allowed, calendar: Calendar) -> bool:
    """Whether the ruling lets anybody work on a day, wherever that may be."""
    excused = any(first <= day <= last for first, last in allowed.excused)
    return not excused and day.isoweekday() in allowed.weekdays and calendar.allows(day, allowed.rule)


def _days(first: date, last: date) -> Iterator[date]:
    return (first + timedelta(days=number) for number in range((last - first).days + 1))
