"""How a share is drawn in text."""

from __future__ import annotations

import pytest

from bot.domain.bars import bar


@pytest.mark.parametrize(
    ("done", "total", "drawn"),
    [
        pytest.param(0, 2520, "░░░░░░░░░░", id="nothing yet"),
        pytest.param(1, 2520, "▓░░░░░░░░░", id="a first minute is seen"),
        pytest.param(1260, 2520, "▓▓▓▓▓░░░░░", id="half"),
        pytest.param(2519, 2520, "▓▓▓▓▓▓▓▓▓░", id="not full before the last minute"),
        pytest.param(2520, 2520, "▓▓▓▓▓▓▓▓▓▓", id="full"),
        pytest.param(2600, 2520, "▓▓▓▓▓▓▓▓▓▓", id="never wider than full"),
        pytest.param(-30, 2520, "░░░░░░░░░░", id="corrected below zero"),
        pytest.param(60, 0, "", id="no total"),
    ],
)
def test_a_bar_shows_the_share(done: int, total: int, drawn: str) -> None:
    assert bar(done, total) == drawn
