"""A long list in pages. A button names the page it leads to, so an old one still means the same: where the
list has become shorter, the last page there is."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

Row = TypeVar("Row")
_PAGE = re.compile(r"^p(\d{1,4})$", re.ASCII)


@dataclass(frozen=True, slots=True)
class Page:
    """`number` counts from 0; there is always one, if an empty one."""

    number: int
    count: int
    size: int

    @property
    def first(self) -> int:
        """The place of its first row in the whole list, counted from 1."""
        return self.number * self.size + 1

    @property
    def has_before(self) -> bool:
        return self.number > 0

    @property
    def has_after(self) -> bool:
        return self.number + 1 < self.count

    def cut(self, rows: Sequence[Row]) -> Sequence[Row]:
        """The rows of this page."""
        return rows[self.number * self.size : (self.number + 1) * self.size]


def page_of(rows: int, size: int, wanted: int) -> Page:
    """The page that is wanted of so many rows, or the nearest there is."""
    count = max(-(-rows // size), 1)
    return Page(min(max(wanted, 0), count - 1), count, size)


def page_in(choice_id: str) -> int | None:
    """The page that the last part of a button's id names (`figure:12:credited:p2` → 2); None for the opening
    of a list."""
    found = _PAGE.match(choice_id.rpartition(":")[2])
    return int(found.group(1)) if found else None
