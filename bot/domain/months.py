"""Months by name (`2026-04`), the one that a list is about, and the first working day of one."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from bot.domain.calendar import Calendar, HolidayRule, add_months
from bot.domain.days import month_named
from bot.domain.messages import Refused
from bot.domain.weeks import Period

LOOK_BACK: Final = 12
"""Months of which a list can be asked for."""
_MONTH = re.compile(r"(\d{4})-(\d{2})")
_NUMBERS = re.compile(r"(?P<month>\d{1,2})/(?P<year>\d{4})|(?P<year_first>\d{4})-(?P<month_behind>\d{2})")
_NAMED = re.compile(r"(?:bulan )?(?P<name>[a-z]{3,})\.? (?P<year>\d{4})|(?:bulan )?(?P<alone>[a-z]{3,})")
_WORDS = {"bulan ini": 0, "bulan lalu": -1, "bulan kemarin": -1, "bulan depan": 1}


def month_of(day: date) -> str:
    return f"{day.year:04d}-{day.month:02d}"


def month_days(month: str) -> Period:
    """The days of a month. Raises Refused for what is none."""
    match = _MONTH.fullmatch(month)
    if match is None or not 1 <= int(match[2]) <= 12 or not 2000 <= int(match[1]) <= 2999:
        raise Refused("pattern-which-month")
    first = date(int(match[1]), int(match[2]), 1)
    return Period(first, add_months(first, 1) - timedelta(days=1))


def read_month(text: str, today: date) -> date | None:
    """The first day of a month as people type it: `2026-03`, `3/2026`, *maret 2026*, *bulan lalu*, or
    *maret*, which is the latest one that has begun; None for anything else."""
    words = " ".join(text.casefold().split())
    if words in _WORDS:
        return add_months(today.replace(day=1), _WORDS[words])
    if found := _NUMBERS.fullmatch(words):
        return _first(int(found["year"] or found["year_first"]), int(found["month"] or found["month_behind"]))
    found = _NAMED.fullmatch(words)
    month = month_named(found["name"] or found["alone"]) if found else None
    if found is None or month is None:
        return None
    return _first(int(found["year"] or today.year - (month > today.month)), month)


def _first(year: int, month: int) -> date | None:
    return date(year, month, 1) if 1 <= month <= 12 and 2000 <= year <= 2999 else None


def asked_month(text: str, today: date) -> str:
    """The month that a list is about: the one before, unless one of the last twelve is named. Raises
    Refused."""
    month = text or month_of(today.replace(day=1) - timedelta(days=1))
    first, this = month_days(month).first, today.replace(day=1)
    if not add_months(this, -LOOK_BACK) <= first <= this:
        raise Refused("pattern-which-month")
    return month


def first_working_day(first: date, calendar: Calendar) -> date:
    """The first day from this one on that is no weekend and no holiday."""
    days = (first + timedelta(days=number) for number in range(31))
    return next((day for day in days if day.weekday() < 5 and calendar.allows(day, HolidayRule.OFF)), first)
