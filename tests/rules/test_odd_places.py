"""What is odd about a location beside others, as tables."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from math import nan

import pytest

from bot.domain.messages import Point
from bot.domain.odd_places import LATE, STILL_FOR, arrived_late, journey, same_point, stands_still
from bot.domain.places import is_usable

HERE = Point(-5.416712, 119.441934, 12)
A_HAIR_OFF = Point(-5.416713, 119.441934, 12)
SENT = datetime(2026, 4, 23, 0, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        pytest.param(HERE, True, id="the same"),
        pytest.param(Point(-5.416712, 119.441934, 800), True, id="the accuracy does not matter"),
        pytest.param(Point(-5.4167123, 119.4419341), True, id="nor what follows the sixth decimal"),
        pytest.param(A_HAIR_OFF, False, id="a tenth of a metre north"),
        pytest.param(Point(-5.416712, 119.441935), False, id="a tenth of a metre east"),
        pytest.param(Point(nan, 119.441934), False, id="no number"),
    ],
)
def test_two_points_are_one(other: Point, same: bool) -> None:
    assert same_point(HERE, other) is same
    assert same_point(other, HERE) is same


@pytest.mark.parametrize(
    ("newest_first", "still"),
    [
        pytest.param([], False, id="none"),
        pytest.param([HERE] * (STILL_FOR - 1), False, id="one too few"),
        pytest.param([HERE] * STILL_FOR, True, id="forty"),
        pytest.param([HERE] * STILL_FOR + [A_HAIR_OFF], True, id="forty after a movement"),
        pytest.param([HERE] * (STILL_FOR + 1), False, id="asked about before"),
        pytest.param([HERE] * 20 + [A_HAIR_OFF] + [HERE] * 20, False, id="a hair in between"),
    ],
)
def test_a_live_location_that_never_moves(newest_first: list[Point], still: bool) -> None:
    assert stands_still(newest_first) is still


def test_a_long_stand_is_asked_about_once() -> None:
    stand = [HERE] * 200
    assert [count for count in range(201) if stands_still(stand[:count][: STILL_FOR + 1])] == [STILL_FOR]


@pytest.mark.parametrize(
    ("after", "late"),
    [
        (timedelta(0), False),
        (LATE - timedelta(seconds=1), False),
        (LATE, True),
        (timedelta(hours=20), True),
        (timedelta(seconds=-30), False),
    ],
)
def test_what_arrives_late(after: timedelta, late: bool) -> None:
    assert arrived_late(SENT, SENT + after) is late


def test_a_journey_in_round_figures() -> None:
    assert journey(HERE, Point(-5.10, 119.45), timedelta(minutes=9, seconds=50)) == {"km": 35, "minutes": 10}


@pytest.mark.parametrize("point", [Point(0, 0), Point(nan, 119), Point(95, 119), Point(-5, 181)])
def test_what_is_no_place_on_earth(point: Point) -> None:
    assert not is_usable(point)
