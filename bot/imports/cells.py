"""Reads cells as people write them: days, times, numbers and lists, as text or as Excel keeps them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from math import isfinite
from typing import TypeVar

from bot.domain.days import NoSuchDay
from bot.domain.messages import Param
from bot.imports.dates import written_day, written_span

Cell = str | int | float | bool | date | datetime | time | timedelta | None
EXCEL_EPOCH = date(1899, 12, 30)
"""Day 0 of Excel's serial dates (its 1900 is wrongly a leap year, hence not 31 December)."""
YEARS = range(1900, 2101)
"""A year outside is a slip of the finger, and would be planned for centuries."""
MOST_HOURS = 10_000
MOST_DAYS = 92
"""Days in a row of one cell: the longest school holidays, and no year by a slip of the finger."""
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "sen senin",
            "sel selasa",
            "rab rabu",
            "kam kamis",
            "jum jumat jum'at",
            "sab sabtu",
            "min minggu ahad",
        ),
        start=1,
    )
    for name in names.split()
}
CLEARS = "-"
"""A cell with only a dash empties what is stored; an empty cell keeps it."""

Closed = TypeVar("Closed", bound=StrEnum)


class YesNo(StrEnum):
    """An answer in a cell."""

    YES = "ya"
    NO = "tidak"


class CellProblem(Exception):
    """A cell cannot be used: `key` is the sentence that says why, `column` where."""

    def __init__(self, column: str, key: str, **params: Param) -> None:
        super().__init__(key)
        self.column = column
        self.key = key
        self.params: Mapping[str, Param] = params


class Row:
    """One row of a sheet; every question names its column. An empty cell is None, never a value."""

    def __init__(self, cells: Mapping[str, Cell]) -> None:
        self._cells = cells

    def clears(self, column: str) -> bool:
        """Whether the cell asks to empty what is stored."""
        value = self._cells.get(column)
        return isinstance(value, str) and value.strip() == CLEARS

    def text(self, column: str) -> str | None:
        """Trimmed text; a whole number written by Excel as 12.0 reads 12."""
        value = self._cells.get(column)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        # PostgreSQL has no NUL in texts.
        text = "" if value is None else str(value).replace("\0", "").strip()
        return text if text and text != CLEARS else None

    def needed(self, column: str) -> str:
        """Text that must be there."""
        text = self.text(column)
        if text is None:
            raise CellProblem(column, "import-cell-empty")
        return text

    def number(self, column: str) -> float | None:
        """A number, with a decimal comma or point."""
        value = self._cells.get(column)
        text = str(value) if isinstance(value, int | float) else self.text(column)
        if text is None:
            return None
        try:
            number = float(text.replace(",", "."))
        except ValueError:
            raise CellProblem(column, "import-not-a-number") from None
        if not isfinite(number):
            raise CellProblem(column, "import-not-a-number")
        return number

    def whole(self, column: str, least: int, most: int) -> int | None:
        """A number rounded to a whole one, within bounds."""
        number = self.number(column)
        if number is None:
            return None
        if not least <= number <= most:
            raise CellProblem(column, "import-out-of-range", least=least, most=most)
        return round(number)

    def minutes(self, column: str) -> int | None:
        """Hours as written (`1,5`), in minutes."""
        hours = self.number(column)
        if hours is None:
            return None
        if not 0 <= hours <= MOST_HOURS:
            raise CellProblem(column, "import-out-of-range", least=0, most=MOST_HOURS)
        return round(hours * 60)

    def day(self, column: str) -> date | None:
        """A day: 23/04/2026, 23 April 2026, 2026-04-23, an Excel date or its serial number."""
        value = self._cells.get(column)
        day = value.date() if isinstance(value, datetime) else value
        if isinstance(day, int | float) and not isinstance(day, bool) and 1 <= day < 80_000:
            day = EXCEL_EPOCH + timedelta(days=int(day))
        if not isinstance(day, date):
            text = self.text(column)
            if text is None:
                return None
            try:
                day = written_day(text)
            except NoSuchDay as no:
                raise CellProblem(column, no.key, **no.params) from None
        if day is None or day.year not in YEARS:
            raise CellProblem(column, "import-not-a-day")
        return day

    def span(self, column: str) -> tuple[date, date] | None:
        """A day, or several in a row: `15/06/2026 - 11/07/2026`; first and last."""
        value = self._cells.get(column)
        try:
            found = written_span(value) if isinstance(value, str) and not self.clears(column) else None
        except NoSuchDay as no:
            raise CellProblem(column, no.key, **no.params) from None
        if found is None:
            day = self._one_of_span(column)
            return None if day is None else (day, day)
        first, last = found
        if first.year not in YEARS or last.year not in YEARS:
            raise CellProblem(column, "import-not-days")
        if last < first:
            raise CellProblem(column, "import-days-reversed")
        if (last - first).days >= MOST_DAYS:
            raise CellProblem(column, "import-too-many-days", most=MOST_DAYS)
        return first, last

    def _one_of_span(self, column: str) -> date | None:
        try:
            return self.day(column)
        except CellProblem:
            raise CellProblem(column, "import-not-days") from None

    def clock(self, column: str) -> time | None:
        """A time of day: 08.00, 8:00, an Excel time or a fraction of a day. Excel turns a typed `8.30`
        into the number 8.3, which is read as people meant it."""
        value = self._cells.get(column)
        if isinstance(value, datetime):
            return value.time()
        if isinstance(value, time):
            return value
        if isinstance(value, timedelta):
            value = value.total_seconds() / 86_400
        if isinstance(value, float) and 0 <= value < 1:
            minutes = round(value * 1440)
            return time(minutes // 60 % 24, minutes % 60)
        text = f"{value:.2f}" if isinstance(value, float) else self.text(column)
        if text is None:
            return None
        found = re.fullmatch(r"([0-9]{1,2})(?:[.:]([0-9]{2}))?(?:[.:]00)?", text)
        if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
            raise CellProblem(column, "import-not-a-time")
        return time(int(found[1]), int(found[2] or 0))

    def one_of(self, column: str, closed_set: type[Closed]) -> Closed | None:
        """A member of a closed set, by its stored word."""
        text = self.text(column)
        if text is None:
            return None
        try:
            return closed_set(re.sub(r"\s+", "_", text.casefold()))
        except ValueError:
            allowed = ", ".join(member.value for member in closed_set)
            raise CellProblem(column, "import-not-in-list", allowed=allowed) from None

    def weekdays(self, column: str) -> str | None:
        """`Sen; Kam` as ISO digits `14`; `Sen-Jum` is everything between."""
        text = self.text(column)
        if text is None:
            return None
        days: set[int] = set()
        for part in re.split(r"[;,\s]+", re.sub(r"\s*[-–]\s*", "-", text.casefold()).strip(" ;,")):
            first, dash, last = part.partition("-")
            begin, end = WEEKDAYS.get(first), WEEKDAYS.get(last if dash else first)
            if begin is None or end is None:
                raise CellProblem(column, "import-not-weekdays")
            days |= set(range(begin, end + 1)) if begin <= end else {*range(begin, 8), *range(1, end + 1)}
        return "".join(map(str, sorted(days)))

    def yes_or_no(self, column: str) -> bool | None:
        """`ya` or `tidak`."""
        answer = self.one_of(column, YesNo)
        return None if answer is None else answer is YesNo.YES

    def place(self, column: str) -> str | None:
        """A name with single spaces: regions are compared by it."""
        text = self.text(column)
        return text and " ".join(text.split())

    def codes(self, column: str) -> list[str]:
        """Codes separated by semicolons."""
        return [part.strip() for part in (self.text(column) or "").split(";") if part.strip()]
