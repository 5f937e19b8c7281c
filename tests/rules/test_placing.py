"""How many days a week a case needs, how long, and which."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.calendar import Calendar, DayKind, Holiday, HolidayRule
from bot.domain.placing import bringing, days_a_week, enough, session_length, spread, worthwhile
from bot.domain.plans import Allowed, Opening
from tests.rules.plan_lines import hours, weekdays

MONDAY = date(2026, 4, 20)
IN_TEN_WEEKS = date(2026, 6, 28)


@pytest.mark.parametrize(
    ("minutes", "session", "days"),
    [
        pytest.param(0, 240, 1, id="nothing left: one day at least"),
        pytest.param(9 * 240, 240, 1, id="once a week, a tenth in reserve"),
        pytest.param(10 * 240, 240, 2, id="the reserve is used up"),
        pytest.param(60 * 60, 240, 2, id="60 hours"),
        pytest.param(240 * 60, 240, 7, id="240 hours"),
    ],
)
def test_days_a_week(minutes: int, session: int, days: int) -> None:
    assert days_a_week(minutes, session, MONDAY, IN_TEN_WEEKS) == days


def test_sessions_are_longer_only_where_the_days_do_not_suffice() -> None:
    assert session_length(60 * 60, 480, 6, MONDAY, IN_TEN_WEEKS) == 240
    assert session_length(240 * 60, 480, 6, MONDAY, IN_TEN_WEEKS) == 480
    assert session_length(60 * 60, 180, 6, MONDAY, IN_TEN_WEEKS) == 180


@pytest.mark.parametrize(
    ("available", "count", "days"),
    [
        ("1234567", 1, "1"),
        ("1234567", 2, "14"),
        ("1234567", 3, "135"),
        ("67", 1, "6"),
        ("67", 2, "67"),
        ("7", 1, "7"),
        ("135", 5, "135"),
        ("", 2, ""),
    ],
)
def test_days_lie_apart_and_sunday_comes_last(available: str, count: int, days: str) -> None:
    chosen = spread({int(day): 9 for day in available}, count)
    assert "".join(map(str, sorted(chosen))) == days


@pytest.mark.parametrize(
    ("days", "count", "chosen"),
    [
        pytest.param({1: 2, 5: 1, 7: 10}, 1, {7}, id="Sundays bring work, Mondays twice a year"),
        pytest.param({1: 2, 5: 1, 7: 10}, 2, {1, 7}, id="too few: what brings most besides"),
        pytest.param({1: 2, 5: 1, 7: 10}, 9, {1, 5, 7}, id="all that bring anything"),
        pytest.param({1: 9, 4: 5, 7: 10}, 2, {1, 4}, id="half of the best is worthwhile"),
        pytest.param({1: 0, 7: 0}, 1, set(), id="no day brings work"),
    ],
)
def test_days_that_bring_work_come_first(days: dict[int, int], count: int, chosen: set[int]) -> None:
    assert spread(days, count) == chosen


FEAST = Calendar(
    {
        date(2026, 4, 27): Holiday(frozenset({DayKind.NATIONAL})),
        date(2026, 4, 28): Holiday(frozenset({DayKind.SCHOOL})),
    }
)
"""A Monday, and a school holiday on the day after."""
THREE_WEEKS = (MONDAY, date(2026, 5, 10))


@pytest.mark.parametrize(
    ("allowed", "opening", "days"),
    [
        pytest.param(
            Allowed(), Opening(), {1: 2, 2: 3, 3: 3, 4: 3, 5: 3, 6: 3, 7: 3}, id="a holiday is left out"
        ),
        pytest.param(
            Allowed(rule=HolidayRule.ONLY), Opening(rule=HolidayRule.WORK), {2: 1, 7: 3}, id="only then"
        ),
        pytest.param(
            Allowed(rule=HolidayRule.ONLY),
            Opening(hours("67 0-23.59")),
            {7: 3},
            id="the site is closed on weekdays",
        ),
        pytest.param(
            Allowed(rule=HolidayRule.ONLY), Opening(hours("13 0-23.59")), {}, id="nothing is shared"
        ),
        pytest.param(Allowed(weekdays("14")), Opening(hours("45 0-23.59")), {4: 3}, id="shared weekdays"),
        pytest.param(
            Allowed(weekdays("4"), excused=((MONDAY, date(2026, 4, 26)),)),
            Opening(closed=frozenset({date(2026, 4, 30)})),
            {4: 1},
            id="neither excused nor closed",
        ),
    ],
)
def test_which_weekdays_bring_work(allowed: Allowed, opening: Opening, days: dict[int, int]) -> None:
    assert bringing(allowed, opening, FEAST, first=THREE_WEEKS[0], last=THREE_WEEKS[1]) == days


def test_a_few_days_a_year_are_not_worthwhile() -> None:
    assert worthwhile({1: 4, 3: 5, 7: 10}) == {3, 7}
    assert worthwhile({}) == frozenset()


@pytest.mark.parametrize(
    ("days", "count", "sessions", "chosen"),
    [
        pytest.param({1: 17, 2: 17, 3: 17, 4: 17, 5: 17}, 2, 30, {1, 3}, id="two days bring it"),
        pytest.param({1: 1, 2: 1, 3: 1, 4: 1, 5: 1}, 1, 8, {1, 2, 3, 4, 5}, id="a week of school holidays"),
        pytest.param({1: 2, 2: 2, 7: 16}, 1, 15, {7}, id="Sundays alone bring it"),
        pytest.param({1: 2, 2: 2, 7: 16}, 1, 18, {1, 7}, id="Sundays and a holiday Monday"),
        pytest.param({4: 9}, 3, 20, {4}, id="there is no other day"),
    ],
)
def test_as_many_weekdays_as_bring_the_hours(
    days: dict[int, int], count: int, sessions: int, chosen: set[int]
) -> None:
    assert enough(days, count, sessions=sessions) == chosen
