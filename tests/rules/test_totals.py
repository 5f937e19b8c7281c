"""When a total that a client was told is no longer what he saw."""

from __future__ import annotations

import pytest

from bot.domain.totals import Shown, differs

TOLD = Shown(240, 60, {1: 180})


@pytest.mark.parametrize(
    ("now", "of_a_part", "of_the_last"),
    [
        pytest.param(TOLD, False, False, id="the same"),
        pytest.param(Shown(420, 60, {1: 180, 2: 180}), False, True, id="later work adds to it"),
        pytest.param(Shown(210, 60, {1: 150}), True, True, id="a day has fewer hours"),
        pytest.param(Shown(60, 60, {}), True, True, id="a day is gone"),
        pytest.param(Shown(270, 90, {1: 180}), True, True, id="a correction"),
        pytest.param(Shown(240, 90, {1: 150}), True, False, id="moved from one to the other"),
        pytest.param(Shown(240, 60, {1: 180, 2: 0}), False, False, id="rejected work brought nothing"),
    ],
)
def test_a_total_differs_by_what_he_saw(now: Shown, of_a_part: bool, of_the_last: bool) -> None:
    assert differs(TOLD, now, final=False) is of_a_part
    assert differs(TOLD, now, final=True) is of_the_last
