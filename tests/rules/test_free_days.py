"""Who hears on the eve that tomorrow is free, and when it is said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from bot.domain.calendar import Calendar, DayKind, Holiday
from bot.domain.free_days import EVENING, Eve, Free, eve_between, evening_clock, free_on, next_evening
from bot.domain.plans import Allowed, Opening, Slots, Weekly
from bot.domain.quiet_hours import Quiet
from bot.domain.reminders import read_offsets
from tests.harness import ZONE, at

THURSDAY = date(2026, 4, 23)
WEEK = Weekly(1, Slots(frozenset({4}), time(8), time(11), ZONE), date(2026, 3, 2), date(2026, 8, 30))
HOLIDAY = Calendar({THURSDAY: Holiday(frozenset({DayKind.NATIONAL}), "Libur (contoh)")})
CLOSED = Opening(closed=frozenset({THURSDAY}))
EXCUSED = Allowed(excused=((THURSDAY, THURSDAY),))
NIGHT = Quiet(time(21), time(6), ZONE)


def shut_from(first: time, last: time) -> Weekly:
    return replace(WEEK, opening=Opening(closed_hours={THURSDAY: ((first, last),)}))


@pytest.mark.parametrize(
    ("week", "allowed", "moved", "expected"),
    [
        pytest.param(WEEK, Allowed(), False, None, id="nothing in the way"),
        pytest.param(replace(WEEK, calendar=HOLIDAY), Allowed(), False, Free("Libur (contoh)"), id="holiday"),
        pytest.param(
            replace(WEEK, opening=Opening(closed=frozenset({THURSDAY}))),
            Allowed(),
            False,
            Free(),
            id="closed",
        ),
        pytest.param(WEEK, Allowed(), True, Free(), id="moved"),
        pytest.param(shut_from(time(8), time(12)), Allowed(), False, Free(), id="closed for all his hours"),
        pytest.param(shut_from(time(8), time(9)), Allowed(), False, None, id="closed for some of them"),
        pytest.param(shut_from(time(8), time(12)), EXCUSED, False, None, id="excused, and closed then"),
        pytest.param(
            replace(WEEK, calendar=HOLIDAY),
            Allowed(excused=((THURSDAY, THURSDAY),)),
            False,
            None,
            id="excused",
        ),
        pytest.param(WEEK, Allowed(weekdays=frozenset({7})), False, None, id="not his ruling's day"),
        pytest.param(
            replace(WEEK, opening=Opening(hours={5: ((time(0), time(23, 59)),)})),
            Allowed(),
            False,
            None,
            id="never open that weekday",
        ),
        pytest.param(
            replace(WEEK, calendar=HOLIDAY, slots=replace(WEEK.slots, every=2), anchor=date(2026, 4, 13)),
            Allowed(),
            False,
            None,
            id="not his week",
        ),
    ],
)
def test_who_expects_work_and_has_none(
    week: Weekly, allowed: Allowed, moved: bool, expected: Free | None
) -> None:
    assert free_on(THURSDAY, [week], allowed, moved=moved) == expected


@pytest.mark.parametrize(
    ("reminders", "clock"),
    [("H-1 19.30, 1 jam", time(19, 30)), ("H-2 12.00, 1 jam", EVENING), ("H-1 22.00", EVENING)],
)
def test_it_is_said_with_the_last_reminder_of_the_eve(reminders: str, clock: time) -> None:
    assert evening_clock(read_offsets(reminders) or (), NIGHT) == clock


EAST, WEST = "Asia/Jayapura", "Asia/Jakarta"


def test_an_eve_that_is_over_is_not_spoken_of() -> None:
    assert next_evening(at(22, 18), ZONE, EVENING) == at(23, 18)
    assert eve_between(at(22, 18), at(22, 20), [ZONE], EVENING) == Eve(at(22, 18), (ZONE,), THURSDAY)
    assert eve_between(at(22, 18), at(23, 1), [ZONE], EVENING) is None


def test_of_several_eves_the_earliest_comes_first() -> None:
    zones = [WEST, EAST, "Asia/Ujung_Pandang", ZONE]
    east, here, west = at(22, 17), at(22, 18), at(22, 19)
    assert eve_between(at(21, 19, 1), west, zones, EVENING) == Eve(east, (EAST,), THURSDAY)
    assert eve_between(at(22, 17, 1), west, zones, EVENING) == Eve(
        here, ("Asia/Ujung_Pandang", ZONE), THURSDAY
    )
    assert eve_between(at(22, 18, 1), west, zones, EVENING) == Eve(west, (WEST,), THURSDAY)
    assert eve_between(at(22, 18, 1), at(22, 18, 59), zones, EVENING) is None
