"""When what can wait is not sent."""

from __future__ import annotations

from datetime import datetime, time, timedelta

import pytest

from bot.domain.quiet_hours import quiet_until, read_quiet, too_soon
from tests.harness import ZONE, at

NINE, SIX, ONE, TWO = time(21), time(6), time(13), time(14)


@pytest.mark.parametrize(
    ("now", "begins", "ends", "until"),
    [
        pytest.param(at(20, 20, 59), NINE, SIX, None, id="a minute before"),
        pytest.param(at(20, 21), NINE, SIX, at(21, 6), id="the first minute"),
        pytest.param(at(21, 0), NINE, SIX, at(21, 6), id="midnight"),
        pytest.param(at(21, 5, 59), NINE, SIX, at(21, 6), id="the last minute"),
        pytest.param(at(21, 6), NINE, SIX, None, id="morning"),
        pytest.param(at(20, 13, 30), ONE, TWO, at(20, 14), id="within a day"),
        pytest.param(at(20, 22), ONE, TWO, None, id="outside of it"),
        pytest.param(at(20, 22), SIX, SIX, None, id="none at all"),
    ],
)
def test_quiet_hours_end_in_the_morning(
    now: datetime, begins: time, ends: time, until: datetime | None
) -> None:
    assert quiet_until(now, ZONE, begins, ends) == until


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        pytest.param("21.00-06.00", (NINE, SIX), id="over night"),
        pytest.param("13-14", (ONE, TWO), id="at noon"),
        pytest.param("00.00-00.00", (time(0), time(0)), id="none at all"),
        pytest.param("20.00-10.00", (time(20), time(10)), id="the longest"),
        pytest.param("20.00-10.01", None, id="longer"),
        pytest.param("21.00", None, id="one time"),
    ],
)
def test_quiet_hours_are_read_as_typed(text: str, hours: tuple[time, time] | None) -> None:
    assert read_quiet(text) == hours


def test_something_is_sent_again_after_half_an_hour() -> None:
    noon = at(20, 12)
    assert too_soon(None, noon) is None
    assert too_soon(noon, noon + timedelta(minutes=29)) == noon + timedelta(minutes=30)
    assert too_soon(noon, noon + timedelta(minutes=30)) is None
