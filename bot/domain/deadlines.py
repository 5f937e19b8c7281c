"""What falls due in the days after a week: the end of a case or placement, an answer, a proof, reports."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import groupby

from bot.domain.cases import CaseState, local_day
from bot.domain.client_weeks import ClientWeek, UndecidedKind
from bot.domain.digest import Week
from bot.domain.finding import noon_of
from bot.domain.messages import Line, Minutes, Param
from bot.domain.reports import ReportState

AHEAD = timedelta(days=14)
LISTED = 8
"""So many sentences at most; the other dates are counted."""
NAMED = 5


class DueKind(StrEnum):
    """What falls due; the sentence is in the locale (`digest-ahead-…`)."""

    CASE = "case"
    """The last day of a case."""
    PLACEMENT = "placement"
    """The last day on which it is placed anywhere, with hours left."""
    ANSWER = "answer"
    """By when a client expects the answer to his objection."""
    PROOF = "proof"
    """When a client promised to bring one."""


@dataclass(frozen=True, slots=True, order=True)
class Deadline:
    """One date of one client."""

    on: date
    kind: DueKind
    name: str
    remaining: int
    """Minutes that the case still has to serve."""


def deadlines(week: Week) -> list[Deadline]:
    """Those of the clients, the nearest first."""
    return sorted(one for client in week.clients for one in _of_client(week, client))


def reports_ahead(week: Week) -> list[date]:
    """The days on which reports are due, the nearest first, one for each report."""
    due = (one for client in week.clients for one in client.reports if one.state is ReportState.DUE)
    return sorted(one.due_on for one in due if _near(week, one.due_on))


def ahead_lines(week: Week) -> Iterator[Line]:
    """What the reader sees of them. A head reads how many there are of each kind."""
    found, reports = deadlines(week), reports_ahead(week)
    if not found and not reports:
        return
    yield Line("digest-ahead")
    lines = _counted(found) if week.of_office else deadline_lines(week)
    yield from lines[:LISTED]
    if len(lines) > LISTED:
        yield Line("digest-ahead-more", {"count": len(lines) - LISTED})
    if reports:
        yield Line("digest-ahead-reports", {"count": len(reports), "day": noon_of(week, reports[0])})


def _counted(found: Sequence[Deadline]) -> list[Line]:
    kinds = [one.kind for one in found]
    counts = {kind: kinds.count(kind) for kind in DueKind}
    return [
        Line(f"digest-ahead-count-{kind.value}", {"count": many}) for kind, many in counts.items() if many
    ]


def deadline_lines(week: Week) -> list[Line]:
    """A sentence for each day and kind, about everybody whom it concerns."""
    of_day = groupby(deadlines(week), lambda one: (one.on, one.kind))
    return [_line(week, on, kind, list(some)) for (on, kind), some in of_day]


def _line(week: Week, on: date, kind: DueKind, some: Sequence[Deadline]) -> Line:
    """The hours that are left are said of one client alone."""
    left = some[0].remaining if len(some) == 1 else 0
    params: dict[str, Param] = {
        "day": noon_of(week, on),
        "names": ", ".join(one.name for one in some[:NAMED]),
        "more": len(some[NAMED:]),
        "left": int(left > 0),
        "remaining": Minutes(left),
    }
    return Line(f"digest-ahead-{kind.value}", params)


def _of_client(week: Week, client: ClientWeek) -> Iterator[Deadline]:
    left = client.remaining or 0
    if client.state is CaseState.ACTIVE:
        if on := _near(week, client.ends_on):
            yield Deadline(on, DueKind.CASE, client.name, left)
        elif left and (on := _near(week, client.placed_until)):
            yield Deadline(on, DueKind.PLACEMENT, client.name, left)
    for one in client.undecided:
        kind = DueKind.PROOF if one.kind is UndecidedKind.EXCUSE else DueKind.ANSWER
        if on := _near(week, one.by):
            yield Deadline(on, kind, client.name, left)


def _near(week: Week, day: date | None) -> date | None:
    """The day itself, where it lies in the two weeks from the day of the summary."""
    today = local_day(week.made_at, week.zone)
    return day if day is not None and today <= day <= today + AHEAD else None
