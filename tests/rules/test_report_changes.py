"""What becomes of report days that are written down when the duty changes."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.report_days import Changes, Known, changes
from bot.domain.reports import Due, ReportState

DUE, MISSED, DONE, DROPPED = ReportState.DUE, ReportState.MISSED, ReportState.DONE, ReportState.DROPPED


def on(day: int, usual: int | None = None) -> Due:
    """A day of May, and its usual one where it was shifted."""
    return Due(date(2026, 5, day), date(2026, 5, usual) if usual else None)


def known(
    number: int, day: int, state: ReportState = DUE, *, usual: int | None = None, begun: bool = False
) -> Known:
    return Known(number, on(day, usual), state, begun=begun, past=state is MISSED)


TABLE = [
    pytest.param([], [on(7), on(14)], Changes(added=(on(7), on(14))), id="the first days are written"),
    pytest.param(
        [known(1, 7), known(2, 14)],
        [on(7), on(14), on(21)],
        Changes(due=((1, on(7)), (2, on(14))), added=(on(21),)),
        id="time goes on: the next is added",
    ),
    pytest.param(
        [known(1, 7), known(2, 14)],
        [on(8), on(15)],
        Changes(due=((1, on(8)), (2, on(15)))),
        id="another day of the week: both move",
    ),
    pytest.param(
        [known(1, 7), known(2, 14), known(3, 21)],
        [on(14)],
        Changes(due=((2, on(14)),), dropped=(1, 3)),
        id="rarer: the others fall away, none jumps over another",
    ),
    pytest.param([known(1, 7), known(2, 14)], [], Changes(dropped=(1, 2)), id="no duty any more"),
    pytest.param(
        [known(1, 14)], [on(15, usual=14)], Changes(due=((1, on(15, usual=14)),)), id="a holiday was entered"
    ),
    pytest.param(
        [known(1, 15, usual=14)], [on(14)], Changes(due=((1, on(14)),)), id="a holiday was taken out again"
    ),
    pytest.param(
        [known(1, 14), known(2, 21)],
        [on(21, usual=14)],
        Changes(due=((2, on(21, usual=14)),), dropped=(1,)),
        id="a long feast: two days become one",
    ),
    pytest.param(
        [known(1, 14, DONE)],
        [on(15, usual=14), on(21)],
        Changes(added=(on(21),)),
        id="given: not asked twice",
    ),
    pytest.param(
        [known(1, 14, begun=True), known(2, 21)],
        [on(15), on(22)],
        Changes(due=((2, on(22)),)),
        id="begun: it stays, and stands for the day it would have moved to",
    ),
    pytest.param(
        [known(1, 14, MISSED)],
        [on(15, usual=14)],
        Changes(due=((1, on(15, usual=14)),)),
        id="missed on what was a holiday: owed on the next day",
    ),
    pytest.param(
        [known(1, 14, MISSED)],
        [on(14), on(21)],
        Changes(due=((1, on(14)),), added=(on(21),)),
        id="more grace",
    ),
    pytest.param(
        [known(1, 7, MISSED)], [on(14)], Changes(added=(on(14),)), id="missed, and over: it stays missed"
    ),
    pytest.param([known(1, 14, DROPPED)], [on(14)], Changes(due=((1, on(14)),)), id="owed again"),
]


@pytest.mark.parametrize(("rows", "dues", "expected"), TABLE)
def test_report_days_follow_the_duty(rows: list[Known], dues: list[Due], expected: Changes) -> None:
    assert changes(rows, dues) == expected


DAYS = st.sets(st.integers(1, 31), max_size=8)


@given(DAYS, DAYS, st.sampled_from([DUE, DONE, MISSED]))
def test_every_due_day_is_written_down_once_and_a_second_look_changes_nothing(
    before: set[int], after: set[int], state: ReportState
) -> None:
    rows = [known(number, day, state) for number, day in enumerate(sorted(before))]
    dues = [on(day) for day in sorted(after)]
    made = changes(rows, dues)

    written = [row for row in rows if row.fixed or (not row.coming and row.id not in dict(made.due))]
    written += [Known(number, due, DUE) for number, due in made.due]
    written += [Known(100 + number, due, DUE) for number, due in enumerate(made.added)]
    days = [row.due.day for row in written]
    assert len(days) == len(set(days))
    assert {due.day for due in dues} <= set(days)
    again = changes(written, dues)
    assert (again.dropped, again.added) == ((), ())
    assert {due for _, due in again.due} == {
        due for due in dues if due not in [r.due for r in rows if r.fixed]
    }
