"""When more people are planned at a site than it takes."""

from __future__ import annotations

import pytest

from bot.domain.capacity import Crowd, Expected, crowd
from tests.rules.plan_lines import april


def stay(case: int, since: int, until: int, day: int = 23) -> Expected:
    return Expected(case, april(day, since), april(day, until))


@pytest.mark.parametrize(
    ("stays", "capacity", "found"),
    [
        pytest.param([], 1, None, id="nobody"),
        pytest.param([stay(1, 8, 11)], 1, None, id="one for one place"),
        pytest.param([stay(1, 8, 11)], 0, Crowd(april(23, 8), (1,)), id="one for none"),
        pytest.param([stay(1, 8, 11), stay(2, 11, 14)], 1, None, id="one after the other"),
        pytest.param([stay(1, 8, 11), stay(2, 10, 14)], 1, Crowd(april(23, 10), (1, 2)), id="an hour both"),
        pytest.param([stay(2, 8, 11), stay(1, 8, 11)], 1, Crowd(april(23, 8), (1, 2)), id="all the time"),
        pytest.param([stay(1, 8, 11), stay(2, 8, 11, 24)], 1, None, id="on two days"),
        pytest.param(
            [stay(1, 8, 12), stay(2, 8, 12), stay(3, 9, 10), stay(4, 8, 12, 24), stay(5, 8, 12, 24)],
            1,
            Crowd(april(23, 9), (1, 2, 3)),
            id="the fullest moment, the first of them",
        ),
    ],
)
def test_crowds(stays: list[Expected], capacity: int, found: Crowd | None) -> None:
    assert crowd(stays, capacity) == found
