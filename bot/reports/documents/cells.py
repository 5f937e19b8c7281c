"""The cells of a line of work, by the names of their columns."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bot.domain.messages import Minutes, Word, Words
from bot.domain.people import Role
from bot.domain.worked import Status, Worked
from bot.reports.sheets import Cell


def clock_of(at: datetime | None, zone: str) -> time | None:
    """The minute of an instant in a zone."""
    return at.astimezone(ZoneInfo(zone)).time().replace(second=0, microsecond=0) if at else None


def _minutes(count: int | None) -> Minutes | None:
    return None if count is None else Minutes(count)


def _status(status: Status | None) -> Word | None:
    return Word(f"document-status-{status.value}") if status and status is not Status.EXPECTED else None


CELLS: Mapping[str, Callable[[Worked], Cell]] = {
    "code": lambda row: row.code or None,
    "client": lambda row: row.client,
    "day": lambda row: row.day,
    "site": lambda row: row.site,
    "plan-start": lambda row: clock_of(row.planned[0], row.zone) if row.planned else None,
    "plan-finish": lambda row: clock_of(row.planned[1], row.zone) if row.planned else None,
    "start": lambda row: clock_of(row.started_at, row.zone),
    "finish": lambda row: clock_of(row.finished_at, row.zone),
    "break": lambda row: row.break_minutes,
    "credited": lambda row: _minutes(row.credited),
    "surplus": lambda row: _minutes(row.surplus or None),
    "activity": lambda row: row.activity,
    "status": lambda row: _status(row.status),
    "by": lambda row: row.confirmed_by,
    "confirmed": lambda row: row.confirmed_by,
    "role": lambda row: Word(f"role-{Role(row.confirmed_role).value}") if row.confirmed_role else None,
    "initials": lambda row: None,
    "officer": lambda row: row.officer,
    "seen": lambda row: None,
    "notes": lambda row: Words(tuple(f"document-note-{one.value}" for one in row.notes)),
}
"""`initials` and `seen` are for the pen."""
NUMBER = "number"


def rows_of(columns: Sequence[str], lines: Sequence[Worked]) -> list[list[Cell]]:
    """The lines as rows, counted from 1."""
    return [
        [number if name == NUMBER else CELLS[name](line) for name in columns]
        for number, line in enumerate(lines, 1)
    ]
