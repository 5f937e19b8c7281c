"""Reads opening hours, a ruling's time of day and the corners of a site, as people write them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import time

from bot.domain.messages import Word
from bot.domain.spans import EVERY_DAY, WHOLE_DAY, Hours, Span, always, by_weekday, overlap
from bot.imports.cells import CellProblem, Row

_CLOCK = r"([0-9]{1,2})(?:[.:]([0-9]{2}))?"
_UNTIL = re.compile(r"\s*(?:[-–—]|\bs\s*[./]\s*d\b\.?|\bsampai(?:\s+dengan)?\b|\bhingga\b)\s*")
_HOURS = re.compile(rf"(?<![0-9.:]){_CLOCK}-{_CLOCK}(?![0-9.:])")
_FILLERS = re.compile(r"\b(?:wita|wib|wit|jam|pukul|buka|hari)\b")
_ALL = re.compile(r"\b(?:setiap|tiap|semua)\b")
_AROUND_THE_CLOCK = re.compile(r"\b24\s*jam\b")
_AROUND = " ;,.:()"
"""What may stand around days and hours, and says nothing."""
_POINTS = (
    re.compile(r"([-+]?[0-9]+(?:\.[0-9]+)?)\s*[,\s]\s*([-+]?[0-9]+(?:\.[0-9]+)?)"),
    re.compile(r"([-+]?[0-9]+(?:,[0-9]+)?),?\s+([-+]?[0-9]+(?:,[0-9]+)?)"),
)
"""A corner with decimal points, or with decimal commas and a space between."""


def opening(row: Row, column: str) -> Hours | None:
    """`Sen-Kam 08.00-16.00; Jum 08.00-11.30; Jum 13.30-16.00` as the hours of each weekday; a day that no
    part names is closed.

    As a clerk means it: days without hours share the next ones (`Sen; Kam 08.00-16.00`), or the last where
    none follow (`08.00-16.00 Sen; Kam`); in a cell without any hours they are open all day. Hours without
    days are those of the days before (`Sen-Jum 08.00-12.00; 13.00-16.00`), or of every day. What overlaps is
    refused: `Setiap hari 08.00-16.00; Jum 08.00-11.30` means a shorter Friday, and would not make one.
    """
    text = row.text(column)
    if text is None:
        return None
    words = _AROUND_THE_CLOCK.sub("00.00-24.00", _UNTIL.sub("-", text.casefold()))
    if words.strip(_AROUND) == "-":  # typed as a longer dash
        return always()
    spans = _completed(_part(part.strip(), column) for part in re.split(r"[;\n]", words))
    if not spans:
        raise CellProblem(column, "import-not-opening", part=words)
    for day in sorted(EVERY_DAY):
        if overlap(span for days, span in spans if day in days):
            raise CellProblem(column, "import-opening-overlap", day=Word(f"weekday-{day}"))
    return by_weekday(spans)


def window(row: Row, column: str) -> Span | None:
    """`08.00-17.00` as the time of day that a ruling allows; an end before the start lies on the next day."""
    text = row.text(column)
    if text is None:
        return None
    problem = CellProblem(column, "import-not-a-window")
    hours, rest = _hours_in(_UNTIL.sub("-", text.casefold()), problem)
    if hours is None or rest.strip(_AROUND):
        raise problem
    return hours


def corners(row: Row, column: str) -> list[list[float]] | None:
    """`-5.41,119.44; -5.42,119.44; -5.42,119.45`: latitude and longitude of at least three corners."""
    text = row.text(column)
    if text is None:
        return None
    parts = [part.strip() for part in re.split(r"[;\n]", text) if part.strip()]
    points = [point(part, column) for part in parts]
    if len(points) < 3:
        raise CellProblem(column, "import-not-corners")
    return points


def _part(text: str, column: str) -> tuple[frozenset[int], Span | None]:
    """The days that a part of opening hours names, and its hours."""
    problem = CellProblem(column, "import-not-opening", part=text)
    hours, rest = _hours_in(text, problem)
    every = _ALL.search(rest) is not None
    days = _ALL.sub(" ", rest).strip(_AROUND)
    if every and days:
        raise problem
    return EVERY_DAY if every else _days(days, problem), hours


def _completed(parts: Iterable[tuple[frozenset[int], Span | None]]) -> list[tuple[frozenset[int], Span]]:
    """Spans of hours, each with its days: parts that lack one of both share it with a neighbour."""
    spans: list[tuple[frozenset[int], Span]] = []
    waiting: frozenset[int] = frozenset()
    for days, hours in parts:
        waiting |= days
        if hours is not None:
            before = spans[-1][0] if spans else frozenset()
            spans.append((waiting or before, hours))
            waiting = frozenset()
    if waiting:
        days, hours = spans.pop() if spans else (frozenset(), WHOLE_DAY)
        spans.append((days | waiting, hours))
    return [(days or EVERY_DAY, hours) for days, hours in spans]


def _days(text: str, problem: CellProblem) -> frozenset[int]:
    """None of them where there is no text."""
    try:
        return frozenset(map(int, Row({problem.column: text}).weekdays(problem.column) or ""))
    except CellProblem:
        raise problem from None


def _hours_in(text: str, problem: CellProblem) -> tuple[Span | None, str]:
    """The only span of hours in a text, and what stands beside it."""
    found = _HOURS.findall(text)
    rest = _FILLERS.sub(" ", _HOURS.sub(" ", text))
    if len(found) > 1 or any(character.isdigit() for character in rest):
        raise problem
    if not found:
        return None, rest
    first_hour, first_minute, last_hour, last_minute = found[0]
    column = problem.column
    return (_time(first_hour, first_minute, column), _time(last_hour, last_minute, column)), rest


def _time(hour: str, minute: str, column: str) -> time:
    if int(hour) == 24 and int(minute or 0) == 0:
        return WHOLE_DAY[1]
    if int(hour) > 23 or int(minute or 0) > 59:
        raise CellProblem(column, "import-not-a-time")
    return time(int(hour), int(minute or 0))


def point(text: str, column: str) -> list[float]:
    """`-5.41,119.44` as latitude and longitude. Raises CellProblem."""
    found = next((match for pattern in _POINTS if (match := pattern.fullmatch(text))), None)
    if found is None:
        raise CellProblem(column, "import-not-corners")
    latitude, longitude = (float(number.replace(",", ".")) for number in found.groups())
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise CellProblem(column, "import-not-on-earth")
    return [latitude, longitude]
