"""The reports of a month (*daftar lapor diri*): who was due when, and what became of it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from bot.domain.documents import Head
from bot.domain.reports import ReportState
from bot.domain.weeks import Period


class Given(StrEnum):
    """What became of a report day, in a word of `document-given-…`; `expected` leaves the cell to the pen."""

    EXPECTED = "expected"
    DONE = "done"
    LATE = "late"
    MISSED = "missed"
    UNREACHED = "unreached"
    """Nothing could be sent to the client: no miss."""
    EXCUSED = "excused"
    NO_DAY = "no-day"
    """He reports, and no day of the month is his."""


_STATES = {
    ReportState.DUE: Given.EXPECTED,
    ReportState.DONE: Given.DONE,
    ReportState.LATE: Given.LATE,
    ReportState.MISSED: Given.MISSED,
    ReportState.UNREACHED: Given.UNREACHED,
}
"""Without the days that are owed no more."""


def given_of(state: ReportState) -> Given:
    return _STATES[state]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """A report day of one client, the days on which he was excused, or that he had none."""

    given: Given
    client: str = ""
    code: str = ""
    """Beside a name; '' where the code is all that is said."""
    officer: str = ""
    day: date | None = None
    """On which it is due; the first on which he is excused."""
    usual: date | None = None
    """The day that the rhythm asks for, where a holiday or an excuse moved it."""
    until: date | None = None
    """The last day of an excuse."""
    reported_at: datetime | None = None
    phone: str = ""
    """The shared phone on which it was given; '' for a phone of his own."""
    begun: bool = False
    """Some questions are answered, and not all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportList:
    """A month of an officer's clients who report, or of the whole office's."""

    head: Head
    officer: str
    """'' for everybody's clients."""
    officer_code: str
    period: Period
    rows: tuple[ReportLine, ...]

    @property
    def people(self) -> int:
        return len({(row.client, row.code) for row in self.rows})

    def count(self, said: Collection[Given]) -> int:
        """How many report days these words were said of."""
        return sum(row.given in said for row in self.rows)
