"""How many days a week a case needs to be finished in time, and which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date, time, timedelta
from math import ceil

from bot.domain.calendar import Calendar
from bot.domain.plans import Allowed, Opening

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


def bringing(
    allowed: Allowed, opening: Opening, calendar: Calendar, *, first: date, last: date
) -> Mapping[int, int]:
    """ISO weekday → on how many days from `first` to `last` there could be work: what ruling, site and
    calendar leave of it. A weekday without any is missing."""
    found: Counter[int] = Counter()
    for number in range((last - first).days + 1):
        day = first + timedelta(days=number)
        excused = any(since <= day <= until for since, until in allowed.excused)
        open_then = day not in opening.closed and day.isoweekday() in allowed.weekdays & opening.weekdays
        rules = (allowed.rule, opening.rule)
        if open_then and not excused and all(calendar.allows(day, rule) for rule in rules):
            found[day.isoweekday()] += 1
    return found


def worthwhile(days: Mapping[int, int]) -> frozenset[int]:
    """The weekdays that bring at least half as many days as the best: where only Sundays and school
    holidays are allowed, a Monday has work on a few days a year."""
    most = max(days.values(), default=0)
    return frozenset(day for day, count in days.items() if count and count * 2 >= most)


def spread(days: Mapping[int, int], count: int) -> frozenset[int]:
    """So many ISO weekdays, as far apart as they can be: of those that are worthwhile, a Sunday only where
    it is needed; where these are too few, whatever brings most besides. All where there are not enough."""
    usual = sorted(day for day in worthwhile(days) if day <= LATEST)
    if len(usual) < count:
        usual = sorted(worthwhile(days))
    if len(usual) < count:
        best = sorted((day for day in days if days[day]), key=lambda day: (-days[day], day))
        usual = sorted(best[:count])
    count = min(count, len(usual))
    return frozenset(usual[number * len(usual) // count] for number in range(count))


def enough(days: Mapping[int, int], count: int, *, sessions: int) -> frozenset[int]:
    """At least `count` ISO weekdays, and so many more as bring `sessions` days of work: where only Sundays
    and school holidays are allowed, the weeks of a year say little."""
    for number in range(count, len(days)):
        chosen = spread(days, number)
        if sum(days[day] for day in chosen) >= sessions:
            return chosen
    return spread(days, max(count, len(days)))
