"""Reads days and spans of days as people and spreadsheets write them; what stands beside a day is refused."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.domain.days import full_day

_DAY = (
    r"(?:[0-9]{1,2}\s*[/.-]\s*[0-9]{1,2}\s*[/.-]\s*[0-9]{4}|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}"
    r"|[0-9]{8}|[0-9]{1,2}\s+[0-9]{1,2}\s+[0-9]{4}|[0-9]{1,2}[\s/.-]*[a-z]{3,}\.?[\s/.,-]*[0-9]{4}|[a-z]{3,}\.?\s+[0-9]{1,2},?\s+[0-9]{4})"
)
"""How a day looks (`full_day` reads it), so that it is found beside another."""
_UNTIL = r"\s*(?:[-–—]|s\s*[./]?\s*d\b\.?|sampai(?:\s+dengan)?\b|hingga\b)\s*"
_CLOCK = r"(?:[\sT]+[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:\.[0-9]+)?)?(?:\s*[AP]M)?)?"
"""A spreadsheet may add a time of day to a date; anything else beside it would be lost unseen."""
_ONE = re.compile(rf"({_DAY}){_CLOCK}", re.IGNORECASE)
_PERIOD = re.compile(rf"({_DAY})?{_UNTIL}({_DAY})?", re.IGNORECASE)
_SPAN = re.compile(rf"({_DAY}){_UNTIL}({_DAY})", re.IGNORECASE)


def written_day(text: str) -> date | None:
    """A day with its year (`full_day`), alone or with a time of day; None for anything else. Raises
    NoSuchDay."""
    found = _ONE.fullmatch(text.strip())
    return full_day(found[1]) if found else None


def written_span(text: str) -> tuple[date, date] | None:
    """`15/06/2026 - 11/07/2026` (also `–`, `s.d.`, `sampai`): first and last day; a day alone is both. Raises
    NoSuchDay."""
    found = _SPAN.fullmatch(text.strip())
    days = (full_day(found[1]), full_day(found[2])) if found else (written_day(text),) * 2
    first, last = days
    return None if first is None or last is None else (first, last)


def written_period(text: str) -> tuple[date | None, date | None] | None:
    """A span that may be open at one end: `01/05/2026 -`, `- 31/07/2026`; None for anything else. Raises
    NoSuchDay."""
    found = _PERIOD.fullmatch(text.strip())
    if found is None or (found[1] or found[2]) is None:
        return None
    days = tuple(full_day(one) if one else None for one in found.groups())
    wrong = any(one and day is None for one, day in zip(found.groups(), days, strict=True))
    return None if wrong else (days[0], days[1])


def days_between(first: date, last: date) -> list[date]:
    """Every day from first to last, both included."""
    return [first + timedelta(days=number) for number in range((last - first).days + 1)]
