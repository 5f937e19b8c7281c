"""What of its ruling a piece of work did not keep to."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest

from bot.domain.calendar import Calendar, DayKind, Holiday, HolidayRule
from bot.domain.limits import beyond
from bot.domain.plans import Allowed, Obstacle
from tests.rules.plan_lines import WITA, april, weekdays

FEAST = Calendar({date(2026, 4, 23): Holiday(frozenset({DayKind.NATIONAL}))})
SCHOOL = Calendar({date(2026, 4, 23): Holiday(frozenset({DayKind.SCHOOL}))})
OFFICE = Calendar({date(2026, 4, 23): Holiday(frozenset({DayKind.OFFICE}))})
MORNING = Allowed(window=(time(8), time(12)))
NIGHT = Allowed(window=(time(22), time(2)))
SUNDAYS = Allowed(weekdays("7"))
ONLY = Allowed(rule=HolidayRule.ONLY)


@pytest.mark.parametrize(
    ("allowed", "calendar", "worked", "found"),
    [
        pytest.param(Allowed(), Calendar(), (april(23, 7), april(23, 19)), (), id="nothing is limited"),
        pytest.param(MORNING, Calendar(), (april(23, 8), april(23, 12)), (), id="within the window"),
        pytest.param(
            MORNING, Calendar(), (april(23, 7), april(23, 12, 55)), ("window",), id="07.00-12.55, not 08-12"
        ),
        pytest.param(MORNING, Calendar(), (april(23, 7), april(23, 11)), ("window",), id="began too early"),
        pytest.param(
            MORNING,
            Calendar(),
            (april(23, 7, 45), april(23, 12, 15)),
            (),
            id="a quarter of an hour is nothing",
        ),
        pytest.param(
            MORNING,
            Calendar(),
            (april(23, 7, 44), april(23, 12)),
            ("window",),
            id="a minute more is something",
        ),
        pytest.param(MORNING, Calendar(), (april(23, 9), None), (), id="still at work: only the start"),
        pytest.param(NIGHT, Calendar(), (april(23, 22), april(24, 2)), (), id="a night within its window"),
        pytest.param(NIGHT, Calendar(), (april(23, 0, 30), april(23, 2)), (), id="after midnight"),
        pytest.param(NIGHT, Calendar(), (april(23, 22), april(24, 3)), ("window",), id="a night too long"),
        pytest.param(SUNDAYS, Calendar(), (april(26, 8), april(26, 11)), (), id="an allowed day"),
        pytest.param(SUNDAYS, Calendar(), (april(23, 8), april(23, 11)), ("weekday",), id="a forbidden day"),
        pytest.param(Allowed(), FEAST, (april(23, 8), april(23, 11)), ("holiday",), id="a holiday"),
        pytest.param(
            Allowed(rule=HolidayRule.WORK), FEAST, (april(23, 8), april(23, 11)), (), id="holidays are worked"
        ),
        pytest.param(ONLY, SCHOOL, (april(23, 8), april(23, 11)), (), id="school holidays only, on one"),
        pytest.param(ONLY, FEAST, (april(23, 8), april(23, 11)), ("holiday",), id="a feast is none"),
        pytest.param(
            ONLY,
            Calendar(),
            (april(23, 8), april(23, 11)),
            ("not_a_holiday",),
            id="school holidays only, on none",
        ),
        pytest.param(ONLY, OFFICE, (april(23, 8), april(23, 11)), ("holiday",), id="the office is closed"),
        pytest.param(
            Allowed(weekdays("7"), (time(8), time(12))),
            FEAST,
            (april(23, 19), april(23, 22)),
            ("weekday", "window", "holiday"),
            id="all at once",
        ),
    ],
)
def test_what_was_not_kept_to(
    allowed: Allowed, calendar: Calendar, worked: tuple[datetime, datetime | None], found: tuple[str, ...]
) -> None:
    day = worked[0].date()
    assert beyond(day, *worked, WITA, allowed, calendar) == tuple(map(Obstacle, found))
