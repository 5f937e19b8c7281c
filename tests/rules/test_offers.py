"""An offer that nobody answers: asked again after two working days, then the head; a table of days."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.calendar import Calendar, DayKind, Holiday
from bot.domain.offers import AT_LEAST, Nudge, next_nudge, nudge_at

WITA = "Asia/Makassar"


@pytest.mark.parametrize(
    ("since", "closed", "on"),
    [
        pytest.param(datetime(2026, 11, 23, 3, tzinfo=UTC), (), 25, id="Monday: Wednesday"),
        pytest.param(datetime(2026, 11, 23, 17, tzinfo=UTC), (), 26, id="past midnight there: the next day"),
        pytest.param(datetime(2026, 11, 26, 3, tzinfo=UTC), (), 30, id="Thursday: over the weekend"),
        pytest.param(datetime(2026, 11, 28, 3, tzinfo=UTC), (), 31, id="Saturday: Tuesday"),
        pytest.param(datetime(2026, 11, 23, 3, tzinfo=UTC), (24,), 26, id="a holiday is no working day"),
    ],
)
def test_two_working_days_later_in_the_morning(since: datetime, closed: tuple[int, ...], on: int) -> None:
    holiday = Holiday(frozenset({DayKind.JOINT_LEAVE}), "cuti bersama")
    calendar = Calendar({date(2026, 11, day): holiday for day in closed})
    expected = datetime(2026, 11, 1, 0, tzinfo=UTC) + timedelta(days=on - 1)
    assert nudge_at(since, calendar, WITA) == expected  # 08.00 in Makassar
    assert expected - since > AT_LEAST


def test_the_head_comes_second_and_then_nobody() -> None:
    assert [next_nudge(done) for done in range(3)] == [Nudge.ASKED_AGAIN, Nudge.HEAD_TOLD, None]
