"""Who is asked again about a decision that waits: by the working days of the office, each once."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from bot.domain.calendar import Calendar, DayKind, Holiday
from bot.domain.decisions import CLOCKS, Asked, Clock, Decision, asked_on, next_morning
from tests.harness import ZONE, at

HOLIDAY = Calendar({date(2026, 4, 22): Holiday(frozenset({DayKind.NATIONAL}), "Libur (contoh)")})


def mornings(kind: Decision, since: datetime, calendar: Calendar) -> dict[int, list[Asked]]:
    """April's day → who hears of it at eight."""
    heard = {
        day: list(asked_on(kind, since, calendar, ZONE, first=at(day, 8), now=at(day, 8)))
        for day in range(20, 31)
    }
    return {day: asked for day, asked in heard.items() if asked}


@pytest.mark.parametrize(
    ("since", "calendar", "expected"),
    [
        pytest.param(at(20, 9), Calendar(), (22, 24), id="monday"),
        pytest.param(at(23, 9), Calendar(), (27, 29), id="over a weekend"),
        pytest.param(at(20, 9), HOLIDAY, (23, 27), id="over a holiday"),
    ],
)
def test_an_officer_after_two_working_days_and_the_head_after_two_more(
    since: datetime, calendar: Calendar, expected: tuple[int, int]
) -> None:
    officer, head = expected
    assert mornings(Decision.EXCUSE, since, calendar) == {officer: [Asked.OFFICER], head: [Asked.HEAD]}


def test_what_is_the_heads_own_is_asked_of_him_once() -> None:
    assert mornings(Decision.CLOSING_OF_HEAD, at(20, 9), Calendar()) == {22: [Asked.HEAD]}


def test_mornings_that_were_missed_are_made_up_for_once() -> None:
    asked = asked_on(Decision.MISS, at(20, 9), Calendar(), ZONE, first=at(22, 8), now=at(25, 10))
    assert list(asked) == [Asked.OFFICER, Asked.HEAD]


def test_every_kind_has_its_clock() -> None:
    assert set(CLOCKS) == set(Decision)
    own = {kind for kind, clock in CLOCKS.items() if clock is Clock.OWN}
    assert all(not mornings(kind, at(20, 9), Calendar()) for kind in own)


def test_the_next_morning_is_never_now() -> None:
    assert [next_morning(now, ZONE) for now in (at(20, 7, 59), at(20, 8), at(20, 9))] == [
        at(20, 8),
        at(21, 8),
        at(21, 8),
    ]
