"""Hours served before Hadir: the days that they may reach to. A table of cases, no database."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from bot.domain.messages import Refused, When
from bot.domain.openings import check_opening
from bot.domain.reports import midday

ZONE = "Asia/Makassar"
CASE: dict[str, Any] = {
    "zone": ZONE,
    "today": date(2026, 4, 20),
    "ruled_on": date(2026, 2, 26),
    "starts_on": date(2026, 3, 2),
    "worked_on": date(2026, 4, 16),
}
OPENINGS = [
    pytest.param(600, date(2026, 4, 15), {}, None, id="to the day before the first work in Hadir"),
    pytest.param(600, date(2026, 4, 16), {}, ("opening-counts-twice", date(2026, 4, 16)), id="to that day"),
    pytest.param(600, date(2026, 4, 20), {}, ("opening-counts-twice", date(2026, 4, 16)), id="after it"),
    pytest.param(600, date(2026, 4, 20), {"worked_on": None}, None, id="to today"),
    pytest.param(600, date(2026, 4, 21), {"worked_on": None}, ("opening-in-future", None), id="to tomorrow"),
    pytest.param(600, date(2026, 3, 2), {}, None, id="the first day alone"),
    pytest.param(
        600, date(2026, 3, 1), {}, ("opening-before-start", date(2026, 3, 2)), id="the day before the first"
    ),
    pytest.param(
        600, date(2026, 2, 25), {}, ("opening-before-ruling", date(2026, 2, 26)), id="before the ruling"
    ),
    pytest.param(
        600, date(2026, 2, 25), {"ruled_on": None, "starts_on": None}, None, id="a draft without days"
    ),
    pytest.param(99_999, date(2026, 4, 1), {}, None, id="however many: the balance credits the order's"),
    pytest.param(0, date(2026, 4, 1), {}, None, id="none"),
    pytest.param(-1, date(2026, 4, 1), {}, ("opening-below-zero", None), id="fewer than none"),
]


@pytest.mark.parametrize(("minutes", "as_of", "changes", "expected"), OPENINGS)
def test_hours_served_before(
    minutes: int, as_of: date, changes: dict[str, Any], expected: tuple[str, date | None] | None
) -> None:
    said = None
    try:
        check_opening(minutes, as_of, **(CASE | changes))
    except Refused as no:
        said = (no.key, no.params.get("day"))
    day = expected and expected[1]
    assert said == (expected and (expected[0], When(midday(day, ZONE), ZONE) if day else None))
