"""Days as people type them, and as a button carries them."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.domain.messages import Refused

WORDS = {"hari ini": 0, "besok": 1, "lusa": 2, "today": 0, "tomorrow": 1}
_TYPED = re.compile(r"(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}|\d{2}))?")
_NAMED = re.compile(r"(\d{1,2}) +([a-z]{3,9})(?: +(\d{4}))?")
MONTHS = (
    ("januari", "january"),
    ("februari", "february"),
    ("maret", "march"),
    ("april",),
    ("mei", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("agustus", "august"),
    ("september",),
    ("oktober", "october"),
    ("november",),
    ("desember", "december"),
)
"""Also shortened to three letters or more: *agu*, *sept*."""


def read_day(text: str, today: date) -> date | None:
    """`20/04`, `20-4-2026`, `20.4.26`, `2026-04-20`, `20 April`, *besok*: a day, or None for anything else.
    Without a year it is the one nearest to today."""
    words = text.strip().casefold()
    if words in WORDS:
        return today + timedelta(days=WORDS[words])
    try:
        if found := _TYPED.fullmatch(words):
            return _nearest(int(found[1]), int(found[2]), found[3], today)
        if (found := _NAMED.fullmatch(words)) and (month := _month(found[2])):
            return _nearest(int(found[1]), month, found[3], today)
        return date.fromisoformat(words)
    except ValueError:
        return None


def _month(word: str) -> int | None:
    """The number of a month that is named, or None."""
    for number, names in enumerate(MONTHS, 1):
        if any(name.startswith(word) for name in names):
            return number
    return None


def names_year(text: str) -> bool:
    """Whether a typed day says its year, so that nobody had to guess it."""
    words = text.strip().casefold()
    found = _TYPED.fullmatch(words) or _NAMED.fullmatch(words)
    return found is None or found[3] is not None


def day_number(day: date) -> int:
    """A day as a button's id carries it: 20260420."""
    return day.year * 10_000 + day.month * 100 + day.day


def day_of(number: int) -> date:
    """The inverse of `day_number`. Raises Refused for a number that nobody made."""
    try:
        return date(number // 10_000, number // 100 % 100, number % 100)
    except ValueError:
        raise Refused("choice-unknown") from None


def _nearest(day: int, month: int, year: str | None, today: date) -> date:
    if year:
        return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    return min(_days(day, month, today.year), key=lambda one: abs((one - today).days))


def _days(day: int, month: int, year: int) -> list[date]:
    """This date in the years around; 29 February only where there is one."""
    found = []
    for one in (year - 1, year, year + 1):
        try:
            found.append(date(one, month, day))
        except ValueError:
            continue
    if not found:
        raise ValueError("no such day")
    return found
