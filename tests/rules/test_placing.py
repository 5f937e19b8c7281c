"""How many days a week a case needs, how long, and which."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.placing import days_a_week, session_length, spread

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
    chosen = spread(frozenset(map(int, available)), count)
    assert "".join(map(str, sorted(chosen))) == days
