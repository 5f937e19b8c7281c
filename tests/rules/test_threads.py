"""On which day an answer to a message can be expected."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from bot.domain.calendar import Calendar, DayKind, Holiday
from bot.domain.threads import answer_on

MAKASSAR = "Asia/Makassar"
LABOUR_DAY = Calendar({date(2026, 5, 1): Holiday(frozenset({DayKind.NATIONAL}), "Hari Buruh")})


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        pytest.param(datetime(2026, 4, 20, 0, tzinfo=UTC), None, id="Monday 08.00 there: open"),
        pytest.param(datetime(2026, 4, 19, 23, tzinfo=UTC), date(2026, 4, 20), id="Monday 07.00: today"),
        pytest.param(datetime(2026, 4, 20, 8, tzinfo=UTC), date(2026, 4, 21), id="Monday 16.00: tomorrow"),
        pytest.param(datetime(2026, 4, 25, 2, tzinfo=UTC), date(2026, 4, 27), id="Saturday: Monday"),
        pytest.param(
            datetime(2026, 4, 30, 12, tzinfo=UTC),
            date(2026, 5, 4),
            id="before a holiday and a weekend: Monday",
        ),
    ],
)
def test_an_answer_can_be_expected_when_the_office_works(now: datetime, expected: date | None) -> None:
    assert answer_on(now, LABOUR_DAY, MAKASSAR) == expected
