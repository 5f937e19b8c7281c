"""How long photos and voice messages are kept, and in which night they are looked at."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.domain.identity_checks import Likeness, keep_until
from bot.domain.retention import FEWEST_DAYS, LOOK_EVERY, Facts, ends, next_look, night

SENT = datetime(2026, 4, 23, 1, tzinfo=UTC)
AFTER_CASE = timedelta(days=90)
DAY = timedelta(days=1)

ENDS: dict[str, tuple[dict[str, Any], timedelta | None]] = {
    # how many days after it was sent, as long as nobody asks
    "work, the case goes on": ({}, 365 * DAY),
    "work, the case was closed after a month": ({"over": 30}, 120 * DAY),
    "work, the case was closed after eleven months": ({"over": 330}, 365 * DAY),
    "a paper, the case goes on": ({"paper": True}, None),
    "a paper, the case was closed after two years": ({"paper": True, "over": 730}, 820 * DAY),
    "the same face, the case goes on": ({"likeness": Likeness.SAME, "keep": 90}, 90 * DAY),
    "the same face, the case is closed": ({"likeness": Likeness.SAME, "keep": 90, "over": 10}, 90 * DAY),
    "another face, the case goes on": ({"likeness": Likeness.DIFFERENT, "keep": 200}, None),
    "another face, the case was closed": (
        {"likeness": Likeness.DIFFERENT, "keep": 200, "over": 60},
        240 * DAY,
    ),
    "unsure, closed before its last day": ({"likeness": Likeness.UNSURE, "keep": 300, "over": 60}, 300 * DAY),
    "unsure, and the case had no last day": ({"likeness": Likeness.UNSURE, "over": 60}, 240 * DAY),
}


def facts(
    over: int | None = None,
    keep: int | None = None,
    paper: bool = False,
    likeness: Likeness | None = None,
    asked: bool = False,
) -> Facts:
    return Facts(
        received_at=SENT,
        over_at=SENT + over * DAY if over is not None else None,
        keep_until=SENT + keep * DAY if keep is not None else None,
        paper=paper,
        likeness=likeness,
        asked=asked,
    )


@pytest.mark.parametrize(("kept", "after"), ENDS.values(), ids=ENDS)
def test_when_it_is_no_longer_needed(kept: dict[str, Any], after: timedelta | None) -> None:
    assert ends(facts(**kept), AFTER_CASE) == (SENT + after if after is not None else None)


@pytest.mark.parametrize(("kept", "after"), ENDS.values(), ids=ENDS)
def test_it_goes_when_its_time_is_over_and_not_while_somebody_asks(
    kept: dict[str, Any], after: timedelta | None
) -> None:
    if after is None:
        assert next_look(facts(**kept), AFTER_CASE, SENT + 3650 * DAY) is not None
        return
    end = SENT + after
    assert next_look(facts(**kept), AFTER_CASE, end) is None
    before = next_look(facts(**kept), AFTER_CASE, end - DAY)
    assert before is not None and end <= before <= end + DAY  # noqa: PT018
    asked = next_look(facts(**kept, asked=True), AFTER_CASE, end)
    assert asked is not None and end < asked <= end + 8 * DAY  # noqa: PT018


def test_while_a_case_goes_on_it_is_looked_at_often_enough_for_the_shortest_term() -> None:
    looked = next_look(facts(), timedelta(days=FEWEST_DAYS), SENT)
    assert looked == night(SENT + LOOK_EVERY)
    assert timedelta(days=FEWEST_DAYS) >= LOOK_EVERY


@pytest.mark.parametrize(
    ("at", "begins"),
    [
        pytest.param(datetime(2026, 4, 23, 1, tzinfo=UTC), datetime(2026, 4, 23, 18, tzinfo=UTC), id="day"),
        pytest.param(datetime(2026, 4, 23, 18, tzinfo=UTC), datetime(2026, 4, 23, 18, tzinfo=UTC), id="then"),
        pytest.param(datetime(2026, 4, 23, 19, tzinfo=UTC), datetime(2026, 4, 24, 18, tzinfo=UTC), id="late"),
    ],
)
def test_nights(at: datetime, begins: datetime) -> None:
    assert night(at) == begins


@pytest.mark.parametrize(
    ("likeness", "ends_on", "days"),
    [
        pytest.param(Likeness.SAME, SENT.date(), 90, id="same: as long as hours can be contested, and more"),
        pytest.param(Likeness.SAME, None, 90, id="same, without a last day"),
        pytest.param(Likeness.DIFFERENT, None, None, id="a doubt without a last day has no end yet"),
        pytest.param(Likeness.UNSURE, None, None, id="nor has being unsure"),
    ],
)
def test_what_a_verdict_says(likeness: Likeness, ends_on: Any, days: int | None) -> None:
    until = keep_until(likeness, SENT, ends_on, "Asia/Makassar")
    assert until == (SENT + timedelta(days=days) if days is not None else None)


@pytest.mark.parametrize("likeness", [Likeness.DIFFERENT, Likeness.UNSURE])
def test_a_doubt_outlives_the_last_day_of_the_case(likeness: Likeness) -> None:
    ends_on = (SENT + 30 * DAY).date()
    until = keep_until(likeness, SENT, ends_on, "Asia/Makassar")
    assert until == datetime(2026, 5, 23, 16, tzinfo=UTC) + timedelta(days=180)
