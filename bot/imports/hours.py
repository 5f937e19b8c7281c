"""Reads opening hours, a ruling's time of day and the corners of a site, as people write them."""

from __future__ import annotations

import re
from datetime import time

from bot.domain.spans import EVERY_DAY, WHOLE_DAY, Hours, Span, by_weekday
from bot.imports.cells import CellProblem, Row

_CLOCK = r"([0-9]{1,2})(?:[.:]([0-9]{2}))?"
_UNTIL = re.compile(r"\s*(?:[-–—]|\bs\s*[./]\s*d\b\.?|\bsampai(?:\s+dengan)?\b|\bhingga\b)\s*")
_HOURS = re.compile(rf"(?<![0-9.:]){_CLOCK}-{_CLOCK}(?![0-9.:])")
_FILLERS = re.compile(r"\b(?:wita|wib|wit|jam|pukul|buka|hari)\b")
_ALL = re.compile(r"\b(?:setiap|tiap|semua)\b")
_AROUND_THE_CLOCK = re.compile(r"\b24\s*jam\b")
_POINTS = (
    re.compile(r"([-+]?[0-9]+(?:\.[0-9]+)?)\s*[,\s]\s*([-+]?[0-9]+(?:\.[0-9]+)?)"),
    re.compile(r"([-+]?[0-9]+(?:,[0-9]+)?),?\s+([-+]?[0-9]+(?:,[0-9]+)?)"),
)
"""A corner with decimal points, or with decimal commas and a space between."""


def opening(row: Row, column: str) -> Hours | None:
    """`Sen-Jum 08.00-16.00` as the hours of each weekday; days alone are open all day, hours alone every day.

    One span of hours for all days: a site that closes earlier on Fridays gets the hours that hold always.
    """
    text = row.text(column)
    if text is None:
        return None
    words = _UNTIL.sub("-", text.casefold())
    hours, rest = _hours_in(_AROUND_THE_CLOCK.sub("00.00-24.00", words), column, "import-not-opening")
    every = _ALL.search(rest) is not None
    days = _ALL.sub(" ", rest).strip(" ;,.:()")
    if every and days:
        raise CellProblem(column, "import-not-opening")
    if not days and hours is None and not every:
        raise CellProblem(column, "import-not-opening")
    return by_weekday([(_days(days, column) or EVERY_DAY, hours or WHOLE_DAY)])


def window(row: Row, column: str) -> Span | None:
    """`08.00-17.00` as the time of day that a ruling allows; an end before the start lies on the next day."""
    text = row.text(column)
    if text is None:
        return None
    hours, rest = _hours_in(_UNTIL.sub("-", text.casefold()), column, "import-not-a-window")
    if hours is None or rest.strip(" ;,.:()"):
        raise CellProblem(column, "import-not-a-window")
    return hours


def corners(row: Row, column: str) -> list[list[float]] | None:
    """`-5.41,119.44; -5.42,119.44; -5.42,119.45`: latitude and longitude of at least three corners."""
    text = row.text(column)
    if text is None:
        return None
    parts = [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]
    points = [_point(part, column) for part in parts]
    if len(points) < 3:
        raise CellProblem(column, "import-not-corners")
    return points


def _days(text: str, column: str) -> frozenset[int]:
    try:
        return frozenset(map(int, Row({column: text}).weekdays(column) or ""))
    except CellProblem:
        raise CellProblem(column, "import-not-opening") from None


def _hours_in(text: str, column: str, problem: str) -> tuple[Span | None, str]:
    """The only span of hours in a text, and what stands beside it."""
    found = _HOURS.findall(text)
    rest = _FILLERS.sub(" ", _HOURS.sub(" ", text))
    if len(found) > 1 or any(character.isdigit() for character in rest):
        raise CellProblem(column, problem)
    if not found:
        return None, rest
    first_hour, first_minute, last_hour, last_minute = found[0]
    return (_time(first_hour, first_minute, column), _time(last_hour, last_minute, column)), rest


def _time(hour: str, minute: str, column: str) -> time:
    if int(hour) == 24 and int(minute or 0) == 0:
        return WHOLE_DAY[1]
    if int(hour) > 23 or int(minute or 0) > 59:
        raise CellProblem(column, "import-not-a-time")
    return time(int(hour), int(minute or 0))


def _point(text: str, column: str) -> list[float]:
    found = next((match for pattern in _POINTS if (match := pattern.fullmatch(text))), None)
    if found is None:
        raise CellProblem(column, "import-not-corners")
    latitude, longitude = (float(number.replace(",", ".")) for number in found.groups())
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise CellProblem(column, "import-not-on-earth")
    return [latitude, longitude]
