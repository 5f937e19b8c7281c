"""Which days are free for a session that should move, as a table."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

import pytest

from bot.domain.calendar import Calendar, DayKind, Holiday
from bot.domain.hours import EventKind
from bot.domain.moves import Around, Movable, free_days, wishes
from bot.domain.plans import Allowed, Opening, Slots, Weekly
from tests.rules.plan_lines import hours

THURSDAY = date(2026, 4, 23)
TODAY = date(2026, 4, 20)
MOVABLE = Movable(day=THURSDAY, starts=time(8), ends=time(11), minutes=180)
WEEKLY = Weekly(
    placement=1,
    slots=Slots(frozenset({4}), time(8), time(11), "Asia/Makassar"),
    first=date(2026, 4, 20),
    last=date(2026, 8, 30),
)
AROUND = Around(daily_minutes=480)


def on(day: int, hour: int) -> tuple[datetime, datetime]:
    """Three hours from this local hour in Makassar, in UTC."""
    return datetime(2026, 4, day, hour - 8, tzinfo=UTC), datetime(2026, 4, day, hour - 5, tzinfo=UTC)


def opening(**more: Any) -> dict[str, Any]:
    return {"weekly": replace(WEEKLY, opening=Opening(**more))}


def around(**more: Any) -> dict[str, Any]:
    return {"around": replace(AROUND, **more)}


HOLIDAY = Calendar({date(2026, 4, 24): Holiday(frozenset({DayKind.NATIONAL}), "Libur")})

TABLE = [
    pytest.param({}, [22, 24, 25], id="the nearest days, a later one first"),
    pytest.param({"today": date(2026, 4, 22)}, [24, 25, 26], id="never today"),
    pytest.param({"allowed": Allowed(weekdays=frozenset({5}))}, [24, 31], id="the ruling's days"),
    pytest.param({"allowed": Allowed(window=(time(9), time(12)))}, [], id="the ruling's hours"),
    pytest.param(
        {"allowed": Allowed(excused=((date(2026, 4, 24), date(2026, 4, 25)),))}, [21, 22, 26], id="excused"
    ),
    pytest.param(opening(hours=hours("16 0-23.59")), [25, 27, 32], id="the site's days"),
    pytest.param(opening(hours=hours("1234567 9-17")), [], id="the site's hours"),
    pytest.param(opening(hours=hours("1234 8-16", "56 8-10", "7 8-16")), [21, 22, 26], id="a shorter Friday"),
    pytest.param(opening(closed=frozenset({date(2026, 4, 24)})), [21, 22, 25], id="the site is closed"),
    pytest.param(
        opening(closed_hours={date(2026, 4, 24): ((time(10), time(12)),)}),
        [21, 22, 25],
        id="the site is closed for a part of it",
    ),
    pytest.param({"weekly": replace(WEEKLY, calendar=HOLIDAY)}, [21, 22, 25], id="a holiday"),
    pytest.param({"weekly": replace(WEEKLY, last=date(2026, 4, 24))}, [21, 22, 24], id="the last day"),
    pytest.param(around(held={date(2026, 4, 24)}), [21, 22, 25], id="a session of this placement"),
    pytest.param(around(used={date(2026, 4, 24): 301}), [21, 22, 25], id="the day is full"),
    pytest.param(around(used={date(2026, 4, 24): 300}), [22, 24, 25], id="the day just holds it"),
    pytest.param(around(own=(on(24, 10),)), [21, 22, 25], id="something else then"),
    pytest.param(around(own=(on(24, 11),)), [22, 24, 25], id="something else after it"),
    pytest.param(around(capacity=1, others=(on(24, 8),)), [21, 22, 25], id="the site is full"),
    pytest.param(around(capacity=2, others=(on(24, 8),)), [22, 24, 25], id="a place is left"),
    pytest.param(around(others=(on(24, 8),) * 9), [22, 24, 25], id="no limit is known"),
]


@pytest.mark.parametrize(("given", "days"), TABLE)
def test_days_are_offered(given: dict[str, Any], days: list[int]) -> None:
    """Days of April; 31 is the first of May, and so on."""
    found = free_days(
        MOVABLE,
        given.get("weekly", WEEKLY),
        given.get("allowed", Allowed()),
        given.get("around", AROUND),
        today=given.get("today", TODAY),
    )
    assert [(day - date(2026, 3, 31)).days for day in found] == days


def test_a_session_past_midnight_keeps_its_length() -> None:
    night = replace(MOVABLE, starts=time(22), ends=time(1))
    around = replace(AROUND, own=((on(24, 8)[0], on(24, 8)[1]),))
    found = free_days(night, WEEKLY, Allowed(), around, today=TODAY)
    assert found == (date(2026, 4, 22), date(2026, 4, 24), date(2026, 4, 25))


@pytest.mark.parametrize(
    ("told", "asked", "moved"),
    [
        pytest.param([("asked", 1, 0)], {1}, set(), id="a wish waits"),
        pytest.param([("asked", 1, 0), ("asked", 1, 0)], {1}, set(), id="wished twice it waits once"),
        pytest.param([("asked", 1, 0), ("moved", 1, 2)], set(), {1}, id="moved, nothing waits"),
        pytest.param([("moved", 1, 2), ("asked", 2, 0)], {2}, {1}, id="the new day is wished away too"),
        pytest.param([("moved", 1, 2), ("moved", 2, 1)], set(), {2}, id="back on its old day"),
        pytest.param([("asked", 1, 0), ("declined", 1, 0)], set(), set(), id="declined, nothing waits"),
    ],
)
def test_which_wishes_wait(told: list[tuple[str, int, int]], asked: set[int], moved: set[int]) -> None:
    kinds = {
        "asked": EventKind.MOVE_ASKED,
        "declined": EventKind.MOVE_DECLINED,
        "moved": EventKind.SESSION_MOVED,
    }
    known = wishes((kinds[kind], {"session": session, "to": to}) for kind, session, to in told)
    assert (set(known.asked), set(known.moved)) == (asked, moved)
