"""How many days a week a case needs to be finished in time, and which."""

from __future__ import annotations

from datetime import date, time
from math import ceil

USUAL_SESSION = 240
"""Counted minutes of a proposed session where the ruling names none: half a working day."""
USUAL_HOURS = (time(8), time(17))
"""When work is proposed where neither ruling nor site says more."""
RESERVE = 0.9
"""Of the weeks that are left, the part to count on: holidays and illness take the rest."""
LATEST = 6
"""ISO weekday up to which days are taken first; a Sunday only where it is needed or the ruling wants it."""


def days_a_week(minutes: int, session_minutes: int, first: date, last: date) -> int:
    """Sessions a week that bring so many minutes from `first` to `last`; at least one."""
    weeks = max((last - first).days + 1, 1) / 7 * RESERVE
    return max(ceil(ceil(minutes / session_minutes) / weeks), 1)


def session_length(minutes: int, most: int, weekdays: int, first: date, last: date) -> int:
    """The usual length, or the most that a day can hold where the days of the week do not suffice."""
    usual = min(USUAL_SESSION, most)
    return usual if days_a_week(minutes, usual, first, last) <= weekdays else most


def spread(available: frozenset[int], count: int) -> frozenset[int]:
    """So many of these ISO weekdays, as far apart as they can be; all where there are not enough."""
    days = sorted(day for day in available if day <= LATEST)
    if len(days) < count:
        days = sorted(available)
    count = min(count, len(days))
    return frozenset(days[number * len(days) // count] for number in range(count))
