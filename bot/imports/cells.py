"""Reads cells as people write them: days, times, numbers and lists, as text or as Excel keeps them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from typing import TypeVar

from bot.domain.messages import Param

Cell = str | int | float | bool | date | datetime | time | timedelta | None
EXCEL_EPOCH = date(1899, 12, 30)
"""Day 0 of Excel's serial dates (its 1900 is wrongly a leap year, hence not 31 December)."""
WEEKDAYS = {"sen": 1, "sel": 2, "rab": 3, "kam": 4, "jum": 5, "sab": 6, "min": 7}
CLEARS = "-"

Closed = TypeVar("Closed", bound=StrEnum)


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

    def text(self, column: str) -> str | None:
        """Trimmed text; a whole number written by Excel as 12.0 reads 12."""
        value = self._cells.get(column)
        if isinstance(value, float) and value.is_integer():
            value = int(value)
        text = "" if value is None else str(value).strip()
        return text or None

    def needed(self, column: str) -> str:
        """Text that must be there."""
        text = self.text(column)
        if text is None:
            raise CellProblem(column, "import-cell-empty")
        return text

    def number(self, column: str) -> float | None:
        """A number, with a decimal comma or point."""
        value = self._cells.get(column)
        if isinstance(value, bool):
            raise CellProblem(column, "import-not-a-number")
        if isinstance(value, int | float):
            return float(value)
        text = self.text(column)
        if text is None:
            return None
        try:
            return float(text.replace(",", "."))
        except ValueError:
            raise CellProblem(column, "import-not-a-number") from None

    def minutes(self, column: str) -> int | None:
        """Hours as written (`1,5`), in minutes."""
        hours = self.number(column)
        return None if hours is None else round(hours * 60)

    def day(self, column: str) -> date | None:
        """A day: 23/04/2026, 2026-04-23, an Excel date or its serial number."""
        value = self._cells.get(column)
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        if isinstance(value, int | float) and not isinstance(value, bool) and 20_000 < value < 80_000:
            return EXCEL_EPOCH + timedelta(days=int(value))
        text = self.text(column)
        if text is None:
            return None
        for pattern in ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y"):
            try:
                return datetime.strptime(text.split(" ")[0], pattern).date()  # noqa: DTZ007  (a day, no instant)
            except ValueError:
                continue
        raise CellProblem(column, "import-not-a-day")

    def needed_day(self, column: str) -> date:
        """A day that must be there."""
        day = self.day(column)
        if day is None:
            raise CellProblem(column, "import-cell-empty")
        return day

    def clock(self, column: str) -> time:
        """A time of day that must be there: 08.00, 8:00, an Excel time or a fraction of a day."""
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
        found = re.fullmatch(r"(\d{1,2})(?:[.:](\d{1,2}))?(?:[.:]00)?", self.needed(column))
        if found is None or int(found[1]) > 23 or int(found[2] or 0) > 59:
            raise CellProblem(column, "import-not-a-time")
        return time(int(found[1]), int(found[2] or 0))

    def one_of(self, column: str, closed_set: type[Closed]) -> Closed | None:
        """A member of a closed set, by its stored word."""
        text = self.text(column)
        if text is None:
            return None
        try:
            return closed_set(text.casefold().replace(" ", "_"))
        except ValueError:
            allowed = ", ".join(member.value for member in closed_set)
            raise CellProblem(column, "import-not-in-list", allowed=allowed) from None

    def weekdays(self, column: str) -> str:
        """`Sen; Kam` as ISO digits `14`."""
        names = [part for part in re.split(r"[;,\s]+", self.needed(column).casefold()) if part]
        days = {WEEKDAYS.get(name[:3]) for name in names}
        if None in days:
            raise CellProblem(column, "import-not-weekdays")
        return "".join(str(day) for day in sorted(day for day in days if day))

    def codes(self, column: str) -> list[str]:
        """Codes separated by semicolons."""
        return [part.strip() for part in (self.text(column) or "").split(";") if part.strip()]
