"""A correction of hours as an officer types it: `+60 23/04/2026 words`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from bot.domain.answers import in_one
from bot.domain.days import read_day

LONGEST_WORDS = 500
UP, DOWN = ("+", "tambah"), ("-", "\N{MINUS SIGN}", "\N{EN DASH}", "kurang")
"""Phones put a longer dash where somebody typed a minus."""
_WRITTEN = re.compile(
    r"""(?P<sign>[-+\N{MINUS SIGN}\N{EN DASH}]|tambah|kurang)?\s*
    (?:(?P<hours>\d{1,2}(?:[.,]\d)?)\s*jam\b)?\s*
    (?:(?P<minutes>\d{1,6})\s*(?:menit|mnt)?\b)?\s+
    (?P<day>hari\ ini|kemarin(?:\ lusa)?|\d[\d/.-]*)(?:\s+(?P<words>.*))?""",
    re.VERBOSE | re.DOTALL | re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Typed:
    """What was read: minutes, signed; `signed` is False where nothing says whether they are more or fewer."""

    minutes: int
    day: date
    words: str
    signed: bool = True


_MINUTES = re.compile(
    r"""(?P<sign>[-+\N{MINUS SIGN}\N{EN DASH}]|tambah|kurang)\s*
    (?:(?P<hours>\d{1,2}(?:[.,]\d)?)\s*jam\b)?\s*
    (?:(?P<minutes>\d{1,3})\s*(?:menit|mnt)?)?""",
    re.VERBOSE | re.IGNORECASE,
)


_AMOUNT = re.compile(
    r"""(?:[-+\N{MINUS SIGN}\N{EN DASH}]|tambah|kurang)?\s*
    (?:\d{1,2}(?:[.,]\d)?\s*jam|\d{1,6}(?:\s*(?:menit|mnt))?)(?=\s|$)""",
    re.VERBOSE | re.IGNORECASE,
)


def lacks_day(text: str) -> bool:
    """Whether what is no correction begins as one, so that only the day behind the minutes is missing."""
    return _AMOUNT.match(text.strip()) is not None


def read_minutes(text: str) -> int | None:
    """Signed minutes alone (`-30`, `+1 jam`, `kurang 1 jam 30 menit`); None for anything else, and for 0."""
    found = _MINUTES.fullmatch(text.strip())
    if found is None:
        return None
    return _signed(found) or None


def _signed(found: re.Match[str]) -> int:
    hours = float((found["hours"] or "0").replace(",", "."))
    minutes = round(hours * 60) + int(found["minutes"] or 0)
    return -minutes if (found["sign"] or "").casefold() in DOWN else minutes


def read_correction(text: str, today: date) -> Typed | None:
    """Sign, minutes (`60`, `60 menit`, `1 jam 30 menit`, `1,5 jam`), day, words; None for anything else."""
    found = _WRITTEN.fullmatch(text.strip())
    if found is None or not (found["hours"] or found["minutes"]):
        return None
    day = read_day(found["day"], today)
    if day is None:
        return None
    minutes = _signed(found)
    words = in_one((found["words"] or "").strip(), LONGEST_WORDS)
    return Typed(minutes, day, words, signed=bool(found["sign"]) or not minutes)
