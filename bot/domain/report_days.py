"""Brings the report days that are written down in line with those that are due, when the duty changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from bot.domain.reports import Due, ReportState


@dataclass(frozen=True, slots=True)
class Known:
    """A report day that is written down. `begun`: somebody answered a question of it."""

    id: int
    due: Due
    state: ReportState
    begun: bool = False
    past: bool = False
    """Its day, and the grace after it, are over."""

    @property
    def fixed(self) -> bool:
        """Given, or begun: it stays where it is, whatever changes."""
        return self.begun or self.state in (ReportState.DONE, ReportState.LATE)

    @property
    def coming(self) -> bool:
        return self.state is ReportState.DUE and not self.past


@dataclass(frozen=True, slots=True)
class Changes:
    """What to do about known report days, by their ids, and the days that are new."""

    due: tuple[tuple[int, Due], ...] = ()
    """Due on this day: as before, moved to it, or owed again."""
    dropped: tuple[int, ...] = ()
    added: tuple[Due, ...] = ()


def changes(known: Iterable[Known], dues: Iterable[Due]) -> Changes:
    """What must change so that the days to come are these `dues`. A day is found again by itself, then by
    the usual day that it was shifted from; what is left moves to the next due day that nothing stands
    before. A report that was given or begun stays, and its day is not asked for twice."""
    rows, open_dues, fates = list(known), list(dues), list[tuple[int, Due]]()
    for same in (_same_day, _same_usual):
        for due in tuple(open_dues):
            row = next((row for row in rows if same(row, due)), None)
            if row is not None:
                rows.remove(row)
                open_dues.remove(due)
                if not row.fixed:
                    fates.append((row.id, due))
    dropped = list[int]()
    for row in sorted((row for row in rows if row.coming), key=lambda row: row.due.day):
        following = _next(row, open_dues, [due.day for _, due in fates])
        if following is not None:
            open_dues.remove(following)
        if row.fixed:
            continue
        if following is None:
            dropped.append(row.id)
        else:
            fates.append((row.id, following))
    return Changes(tuple(fates), tuple(dropped), tuple(open_dues))


def _same_day(row: Known, due: Due) -> bool:
    return row.due.day == due.day


def _same_usual(row: Known, due: Due) -> bool:
    return row.due.usual == due.usual


def _next(row: Known, dues: Sequence[Due], taken: Sequence[date]) -> Due | None:
    """The first due day that is left, unless another report stands between it and this one's day."""
    if not dues:
        return None
    first, last = sorted((row.due.day, dues[0].day))
    return None if any(first < day < last for day in taken) else dues[0]
