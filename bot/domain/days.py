"""Days as people type them, and as a button carries them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from bot.domain.messages import Refused

WORDS = {
    "hari ini": 0,
    "besok": 1,
    "lusa": 2,
    "kemarin": -1,
    "kemarin lusa": -2,
    "today": 0,
    "tomorrow": 1,
    "yesterday": -1,
}
MONTHS = (
    ("januari", "january"),
    ("februari", "february", "pebruari"),
    ("maret", "march"),
    ("april",),
    ("mei", "may"),
    ("juni", "june"),
    ("juli", "july"),
    ("agustus", "august", "agt", "agst", "ags"),
    ("september",),
    ("oktober", "october"),
    ("november", "nopember"),
    ("desember", "december"),
)
"""Also shortened to three letters or more: *agu*, *sept*."""
FULL_YEAR = 4
"""Digits."""
MOST_WORDS_OF_A_DAY = 3
ONE_OF_EACH = 62
"""So many days on, each number of a month has come, also the 31st."""
_NUMBERS = re.compile(
    r"(?P<day>\d{1,2})\s*(?P<between>[/.-])\s*(?P<month>\d{1,2})(?:\s*(?P=between)\s*(?P<year>\d{4}|\d{2}))?"
)
_SPACED = re.compile(r"(?P<day>\d{1,2}) (?P<month>\d{1,2}) (?P<year>\d{4})")
_TOGETHER = re.compile(r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4})")
_NAMED = re.compile(r"(?P<day>\d{1,2})\s*[/. -]?\s*(?P<name>[a-z]{3,})\.?(?:\s*[/. ,-]?\s*(?P<year>\d{4}))?")
_ENGLISH = re.compile(r"(?P<name>[a-z]{3,})\.? (?P<day>\d{1,2})(?:,? (?P<year>\d{4}))?")
_FILE = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_FORMS = (_NUMBERS, _SPACED, _TOGETHER, _NAMED, _ENGLISH, _FILE)


class NoSuchDay(Refused):
    """It is written like a day and no calendar has it: 31/02/1990, or a seventeenth month."""

    def __init__(self, text: str) -> None:
        super().__init__("no-such-day", text=text.strip()[:40])


@dataclass(frozen=True, slots=True)
class Written:
    """A day as it was written, which need not exist; year '' where it was left out."""

    day: int
    month: int
    year: str


def written(text: str) -> Written | None:
    """What was written like a day, in numbers or with the month's name, Indonesian or English; None for
    anything else, a time of day like `12.30` too. The day comes before the month."""
    words = " ".join(text.casefold().split())
    for form in _FORMS:
        if found := form.fullmatch(words):
            parts = found.groupdict()
            month = month_named(parts["name"]) if "name" in parts else int(parts["month"])
            clock = "." in words and not parts["year"] and month not in range(1, 13)
            return None if month is None or clock else Written(int(parts["day"]), month, parts["year"] or "")
    return None


def full_day(text: str) -> date | None:
    """A day with its year in four digits: `23/04/2026`, `23 April 2026`, `23042026`, `2026-04-23`; None for
    anything else. Raises NoSuchDay."""
    found = written(text)
    if found is None or len(found.year) != FULL_YEAR:
        return None
    return _exact(found, int(found.year), text)


def read_day(text: str, today: date) -> date | None:
    """A day as in `full_day`, also `20/04`, `20.4.26`, `20 April` or *besok*; None for anything else. Without
    a year it is the one nearest to today. Raises NoSuchDay."""
    words = " ".join(text.casefold().split())
    if words in WORDS:
        return today + timedelta(days=WORDS[words])
    found = written(text)
    if found is None:
        return None
    if found.year:
        return _exact(found, int(found.year) + (0 if len(found.year) == FULL_YEAR else 2000), text)
    days = _days(found.day, found.month, today.year)
    if not days:
        raise NoSuchDay(text)
    return min(days, key=lambda one: abs((one - today).days))


def day_first(words: list[str], today: date) -> tuple[date | None, list[str]]:
    """The day at the beginning of these words, the longest that reads as one, and what follows."""
    for count in range(min(MOST_WORDS_OF_A_DAY, len(words)), 0, -1):
        day = read_day(" ".join(words[:count]), today)
        if day is not None:
            return day, words[count:]
    return None, words


WEEKDAYS = ("senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu")
_SPELT = {"jum'at": "jumat", "jum’at": "jumat", "ahad": "minggu"}
_OTHER_WEEK = frozenset(["depan", "lalu", "kemarin", "yang", "yg"])
"""*Kamis depan* may be this week's or the next, *minggu depan* and *minggu ini* are weeks: nobody guesses."""


def coming_day_first(words: list[str], today: date) -> tuple[date | None, list[str]]:
    """The same of days to come: also a weekday, which is the next one from today on; before a date it says
    nothing more."""
    day, left = day_first(words, today)
    rest = words[1:] if words and words[0].casefold() == "hari" else words
    name = rest[0].casefold().strip(",") if rest else ""
    name = _SPELT.get(name, name)
    if day is not None or name not in WEEKDAYS:
        return day, left
    comma = rest[0].endswith(",") or rest[1:2] == [","]
    dated, after = day_first(rest[2 if rest[1:2] == [","] else 1 :], today)
    if dated is not None:
        return dated, after
    behind = rest[1].casefold().strip(".,") if rest[1:] else ""
    if behind in _OTHER_WEEK or (name, behind) == ("minggu", "ini"):
        return None, words
    after = rest[2:] if behind == "ini" or rest[1:2] == [","] else rest[1:]
    day = today + timedelta(days=(WEEKDAYS.index(name) - today.weekday()) % len(WEEKDAYS))
    return day, [",", *after] if comma else after


_APART = r"\s*(?:,|&|-|–|\bdan\b|\bs/d\b|\bsampai\b|\bhingga\b)\s*"
_SHARED_MONTH = re.compile(
    rf"(?<![\w/.-])\d{{1,2}}(?:{_APART}\d{{1,2}})+\s+(?P<name>[^\W\d]{{3,}})\b", re.IGNORECASE
)


def with_months(text: str) -> str:
    """`23 dan 30 April` as `23 April dan 30 April`: who names several days often says their month once."""
    found = _SHARED_MONTH.search(text)
    name = found.group("name") if found else ""
    if found is None or month_named(name.casefold()) is None:
        return text
    numbers = re.sub(r"\d+(?!\d)(?=.*\d)", rf"\g<0> {name}", found.group())
    return f"{text[: found.start()]}{numbers}{text[found.end() :]}"


_ALONE = re.compile(
    r"(?:tanggal |tgl\.? )?(?P<numbers>\d{1,2}(?:\s*(?:,|&|\bdan\b)\s*\d{1,2})+)", re.IGNORECASE
)


def numbers_alone(text: str, today: date) -> str:
    """`23 dan 30`, and nothing else, with the months of the next days from today on that have these numbers.
    Raises NoSuchDay."""
    found = _ALONE.fullmatch(text.strip(" ."))
    return re.sub(r"\d+", lambda one: _coming(one.group(), today), found["numbers"]) if found else text


def _coming(number: str, today: date) -> str:
    for ahead in range(ONE_OF_EACH):
        day = today + timedelta(days=ahead)
        if day.day == int(number):
            return f"{day:%d/%m/%Y}"
    raise NoSuchDay(number)


def _exact(found: Written, year: int, text: str) -> date:
    try:
        return date(year, found.month, found.day)
    except ValueError:
        raise NoSuchDay(text) from None


def month_named(word: str) -> int | None:
    """The number of a month that is named, or None."""
    for number, names in enumerate(MONTHS, 1):
        if any(name.startswith(word) for name in names):
            return number
    return None


def names_year(text: str) -> bool:
    """Whether a typed day says its year, so that nobody had to guess it."""
    found = written(text)
    return found is None or bool(found.year)


def day_number(day: date) -> int:
    """A day as a button's id carries it: 20260420."""
    return day.year * 10_000 + day.month * 100 + day.day


def day_of(number: int) -> date:
    """The inverse of `day_number`. Raises Refused for a number that nobody made."""
    try:
        return date(number // 10_000, number // 100 % 100, number % 100)
    except ValueError:
        raise Refused("choice-unknown") from None


def _days(day: int, month: int, year: int) -> list[date]:
    """This date in the years around; 29 February in those that have one, and none for 31 April."""
    found = []
    for one in (year - 1, year, year + 1):
        try:
            found.append(date(one, month, day))
        except ValueError:
            continue
    return found
