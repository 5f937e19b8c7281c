"""Where a case is heading, and records that deserve a second look."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import Calendar, DayKind, Holiday, HolidayRule
from bot.domain.pace import HABIT_FROM, Course, Forecast, Pace, allowed_days, forecast
from bot.domain.plans import Allowed, Opening, Weekly
from bot.domain.sanity import Odd, Oddity, Stay, oddities
from tests.rules.plan_lines import april, hours, weekdays, weekly

TODAY = date(2026, 4, 6)
USUAL: dict[str, Any] = {
    "remaining": 1200,
    "capacity": 1440,
    "sessions_lately": 4,
    "planned_lately": 720,
    "credited_lately": 720,
    "allowed_days": 20,
    "daily_cap": 480,
    "ends_on": date(2026, 5, 3),
}
"""Four weeks to go, three hours once a week so far, and always there."""


def behind(weekly: int = 300) -> Forecast:
    return Forecast(Pace.BEHIND, weekly)


def on_time(weekly: int = 300) -> Forecast:
    return Forecast(Pace.ON_TIME, weekly)


COURSES = [
    pytest.param({}, on_time(), id="always there, and enough hours"),
    pytest.param({"remaining": 0}, Forecast(Pace.SERVED), id="served"),
    pytest.param({"remaining": -5}, Forecast(Pace.SERVED), id="more than served"),
    pytest.param({"capacity": 1199}, behind(), id="always there, too few hours by a minute"),
    pytest.param({"capacity": 1200}, on_time(), id="just enough hours"),
    pytest.param({"credited_lately": 600}, on_time(), id="five hours of six are enough"),
    pytest.param({"credited_lately": 599}, behind(), id="a minute less is not"),
    pytest.param({"credited_lately": 0}, behind(), id="never there"),
    pytest.param(
        {"sessions_lately": HABIT_FROM - 1, "credited_lately": 0}, on_time(), id="too few sessions to say"
    ),
    pytest.param(
        {"sessions_lately": HABIT_FROM, "credited_lately": 0}, behind(), id="enough sessions to say"
    ),
    pytest.param(
        {"sessions_lately": HABIT_FROM - 1, "capacity": 1199}, behind(), id="too few hours, whoever it is"
    ),
    pytest.param({"credited_lately": 9000}, on_time(), id="more than planned is no promise"),
    pytest.param({"credited_lately": 9000, "capacity": 1199}, behind(), id="nor makes it up"),
    pytest.param(
        {"planned_lately": 0, "credited_lately": 0}, on_time(), id="nothing planned yet: expected to come"
    ),
    pytest.param(
        {"planned_lately": 0, "credited_lately": 0, "capacity": 0}, behind(), id="nothing planned at all"
    ),
    pytest.param({"remaining": 9600}, behind(2400), id="every allowed day in full: not impossible"),
    pytest.param(
        {"remaining": 9601},
        Forecast(Pace.CANNOT_FINISH, 2401, 1),
        id="a minute more than all allowed days can hold",
    ),
    pytest.param(
        {"remaining": 600, "allowed_days": 2, "daily_cap": 240},
        Forecast(Pace.CANNOT_FINISH, 150, 120),
        id="a ruling of four hours a day",
    ),
    pytest.param({"allowed_days": 0}, Forecast(Pace.CANNOT_FINISH, 300, 1200), id="no allowed day is left"),
    pytest.param(
        {"placed": False, "capacity": 0}, Forecast(Pace.UNPLACED, 300), id="placed nowhere, and time enough"
    ),
    pytest.param(
        {"placed": False, "capacity": 0, "allowed_days": 2},
        Forecast(Pace.CANNOT_FINISH, 300, 240),
        id="placed nowhere, and too late wherever it were",
    ),
    pytest.param({"remaining": 1201}, on_time(301), id="hours a week are rounded up"),
    pytest.param({"ends_on": TODAY}, on_time(1200), id="on the last day: all of it"),
    pytest.param({"ends_on": TODAY + timedelta(days=2)}, on_time(1200), id="never more a week than remains"),
    pytest.param(
        {"ends_on": TODAY - timedelta(days=3), "allowed_days": 0, "capacity": 0},
        Forecast(Pace.CANNOT_FINISH, 1200, 1200),
        id="after the last day",
    ),
]


@pytest.mark.parametrize(("changes", "expected"), COURSES)
def test_forecast(changes: dict[str, Any], expected: Forecast) -> None:
    assert forecast(Course(**(USUAL | changes)), TODAY) == expected


MINUTES = st.integers(0, 15_000)
COURSE = st.builds(
    Course,
    remaining=MINUTES,
    capacity=MINUTES,
    sessions_lately=st.integers(0, 20),
    planned_lately=MINUTES,
    credited_lately=MINUTES,
    allowed_days=st.integers(0, 180),
    daily_cap=st.integers(1, 480),
    ends_on=st.dates(date(2026, 1, 1), date(2026, 12, 31)),
)


@given(COURSE)
def test_the_hours_a_week_suffice_and_cannot_finish_says_by_how_much(course: Course) -> None:
    seen = forecast(course, TODAY)
    days = max((course.ends_on - TODAY).days + 1, 1)
    assert seen.weekly * max(days, 7) >= course.remaining * 7
    assert seen.weekly <= course.remaining
    most = course.allowed_days * course.daily_cap
    assert seen.shortfall == max(course.remaining - most, 0)
    assert (seen.pace is Pace.CANNOT_FINISH) == (seen.shortfall > 0)
    assert (seen.pace is Pace.SERVED) == (course.remaining == 0)


LEBARAN = Calendar({date(2026, 4, 8): Holiday(frozenset({DayKind.NATIONAL}))})
FIRST, LAST = date(2026, 4, 7), date(2026, 4, 20)
"""Two weeks from the Tuesday after that Monday."""


@pytest.mark.parametrize(
    ("weeks", "allowed", "days"),
    [
        pytest.param((), Allowed(), 13, id="placed nowhere: every day but the holiday"),
        pytest.param((), Allowed(weekdays("7")), 2, id="the ruling allows Sundays only"),
        pytest.param((), Allowed(rule=HolidayRule.WORK), 14, id="the ruling lets holidays be worked"),
        pytest.param((), Allowed(rule=HolidayRule.ONLY), 2, id="Sundays and school holidays only"),
        pytest.param((), Allowed(excused=((FIRST, date(2026, 4, 12)),)), 8, id="excused days are none"),
        pytest.param(
            (weekly("4", calendar=LEBARAN, last=LAST),), Allowed(), 14, id="placed on Thursdays: any day"
        ),
        pytest.param(
            (weekly("4", calendar=LEBARAN, last=LAST, opening=Opening(hours("12345 0-23.59"))),),
            Allowed(),
            10,
            id="the site is closed at weekends",
        ),
        pytest.param(
            (weekly("4", calendar=LEBARAN, last=LAST, opening=Opening(hours("1234 8-16", "5 8-9"))),),
            Allowed(),
            10,
            id="a Friday that is too short for the placement: other hours would be work too",
        ),
        pytest.param(
            (weekly("4", calendar=LEBARAN, last=date(2026, 4, 12), opening=Opening(hours("1 0-23.59"))),),
            Allowed(),
            9,
            id="after a placement that ends, every day again",
        ),
    ],
)
def test_days_are_those_of_the_ruling_and_of_a_site_only_while_placed_there(
    weeks: tuple[Weekly, ...], allowed: Allowed, days: int
) -> None:
    found = allowed_days(weeks, allowed, LEBARAN, first=FIRST, last=LAST, after=april(6, 6))
    assert found == days


def test_hours_that_are_over_today_count_no_more() -> None:
    weeks = (weekly("4", last=LAST),)
    at = [
        allowed_days(weeks, Allowed(), Calendar(), first=FIRST, last=LAST, after=april(6, h)) for h in (7, 9)
    ]
    assert at == [15, 14]


AT = datetime(2026, 4, 6, 0, 0, tzinfo=UTC)
"""08.00 in Makassar."""


def stay(
    number: int,
    day: int,
    start: int,
    finish: int,
    *,
    planned: int | None = None,
    zone: str = "Asia/Makassar",
    pause: int = 0,
    **more: Any,
) -> Stay:
    """Minutes after eight o'clock on a day."""
    began = AT + timedelta(days=day)
    return Stay(
        number,
        began + timedelta(minutes=start),
        began + timedelta(minutes=finish),
        zone,
        planned=None if planned is None else timedelta(minutes=planned),
        pause=timedelta(minutes=pause),
        **more,
    )


def daily(count: int, start: int = 3, finish: int = 184) -> list[Stay]:
    return [stay(number, number, start, finish) for number in range(1, count + 1)]


def round_stays(count: int) -> list[Stay]:
    """Eight hours to the minute, each from another minute on."""
    return [stay(number, number, number, 480 + number) for number in range(1, count + 1)]


STAYS = [
    pytest.param([], [], id="nobody came"),
    pytest.param([stay(1, 0, 0, 180, planned=180)], [], id="as planned"),
    pytest.param([stay(1, 0, 0, 14)], [Odd(Oddity.TOO_SHORT, (1,))], id="14 minutes are short"),
    pytest.param([stay(1, 0, 0, 15)], [], id="15 are not"),
    pytest.param([stay(1, 0, 0, 0)], [Odd(Oddity.TOO_SHORT, (1,))], id="none are"),
    pytest.param([stay(1, 0, 0, 11, planned=10)], [], id="a planned ten minutes, stayed eleven"),
    pytest.param([stay(1, 0, 0, 16, planned=10)], [], id="or sixteen"),
    pytest.param([stay(1, 0, 0, 40, planned=10)], [], id="half an hour more is the least to be long"),
    pytest.param([stay(1, 0, 0, 41, planned=10)], [Odd(Oddity.TOO_LONG, (1,))], id="a minute beyond it"),
    pytest.param([stay(1, 0, 0, 5, planned=10)], [], id="five of ten minutes"),
    pytest.param([stay(1, 0, 0, 4, planned=10)], [Odd(Oddity.TOO_SHORT, (1,))], id="four of ten minutes"),
    pytest.param([stay(1, 0, 0, 14, planned=180)], [Odd(Oddity.TOO_SHORT, (1,))], id="14 of 180 minutes"),
    pytest.param(
        [stay(1, 0, 60, 60, claimed=AT + timedelta(minutes=50))],
        [Odd(Oddity.END_BEFORE_START, (1,))],
        id="the end before the start",
    ),
    pytest.param(
        [stay(1, 0, 0, 60, claimed=AT + timedelta(minutes=60, seconds=40))], [], id="a finish as it was sent"
    ),
    pytest.param([stay(1, 0, 0, 270, planned=180)], [], id="one and a half times as long"),
    pytest.param(
        [stay(1, 0, 0, 271, planned=180)], [Odd(Oddity.TOO_LONG, (1,))], id="longer than one and a half times"
    ),
    pytest.param([stay(1, 0, 0, 600)], [], id="outside the plan nothing is too long"),
    pytest.param([stay(1, 0, 0, 180), stay(2, 0, 180, 300)], [], id="one after the other"),
    pytest.param(
        [stay(1, 0, 0, 180), stay(2, 0, 179, 300)], [Odd(Oddity.OVERLAP, (1, 2))], id="a minute at two places"
    ),
    pytest.param(
        [stay(2, 0, 100, 300), stay(1, 0, 0, 180)],
        [Odd(Oddity.OVERLAP, (1, 2))],
        id="oldest first, however they are told",
    ),
    pytest.param(
        [stay(1, 0, 0, 480), stay(2, 0, 60, 120), stay(3, 0, 240, 300)],
        [Odd(Oddity.OVERLAP, (1, 2)), Odd(Oddity.OVERLAP, (1, 3))],
        id="two short ones within a long one",
    ),
    pytest.param(
        [stay(1, 0, 0, 180), stay(2, 0, 0, 180)],
        [Odd(Oddity.OVERLAP, (1, 2))],
        id="two sites to the same minute",
    ),
    pytest.param(
        [stay(1, 0, 0, 180, zone="Asia/Jakarta"), stay(2, 0, 60, 240)],
        [Odd(Oddity.OVERLAP, (1, 2))],
        id="overlaps are of the world's clock, not the wall's",
    ),
    pytest.param(
        [stay(1, 0, 0, 300, case=1), stay(2, 0, 300, 480, case=2)], [], id="eight hours over two cases"
    ),
    pytest.param(
        [stay(1, 0, 0, 300, case=1), stay(2, 0, 300, 481, case=2)],
        [Odd(Oddity.LONG_DAY, (1, 2))],
        id="a minute more over two cases",
    ),
    pytest.param(
        [stay(1, 0, 0, 300, case=1, pause=30), stay(2, 0, 300, 510, case=2)], [], id="breaks taken off"
    ),
    pytest.param([stay(1, 0, 0, 300), stay(2, 0, 300, 500)], [], id="of one case the cap takes care"),
    pytest.param([stay(1, 0, 0, 300, case=1), stay(2, 1, 0, 300, case=2)], [], id="two days are two days"),
    pytest.param(daily(3), [], id="three days to the same minute may be chance"),
    pytest.param(daily(4), [Odd(Oddity.IDENTICAL, (1, 2, 3, 4))], id="four are not"),
    pytest.param(
        [*daily(3), stay(4, 4, 3, 185), *[stay(number, number, 3, 184) for number in (5, 6, 7)]],
        [],
        id="a day between breaks the row",
    ),
    pytest.param(
        [one for day in range(4) for one in (stay(2 * day, day, 0, 60), stay(2 * day + 1, day, 90, 150))],
        [Odd(Oddity.IDENTICAL, (0, 2, 4, 6)), Odd(Oddity.IDENTICAL, (1, 3, 5, 7))],
        id="two stays a day, each like the days before",
    ),
    pytest.param(
        [replace(one, own=False) for one in daily(8)], [], id="minutes that a supervisor or a rule made"
    ),
    pytest.param(
        [*daily(3), replace(stay(4, 4, 3, 184), own=False), stay(5, 5, 3, 184)],
        [Odd(Oddity.IDENTICAL, (1, 2, 3, 5))],
        id="one of those between is passed over",
    ),
    pytest.param(
        [*daily(5), stay(6, 6, 0, 100)],
        [Odd(Oddity.IDENTICAL, (1, 2, 3, 4, 5))],
        id="five days and another",
    ),
    pytest.param(round_stays(5), [Odd(Oddity.ALWAYS_ROUND, (1, 2, 3, 4, 5))], id="exactly eight hours"),
    pytest.param(round_stays(4), [], id="four times may be chance"),
    pytest.param(
        [*round_stays(7), stay(8, 8, 0, 479)],
        [Odd(Oddity.ALWAYS_ROUND, (1, 2, 3, 4, 5, 6, 7))],
        id="one a minute less hides nothing",
    ),
    pytest.param(
        [*round_stays(5), stay(6, 6, 0, 479), stay(7, 7, 0, 470)], [], id="two of seven are no habit"
    ),
    pytest.param(
        [stay(day, day, day, 540 + day, pause=60) for day in range(1, 6)],
        [Odd(Oddity.ALWAYS_ROUND, (1, 2, 3, 4, 5))],
        id="nine hours with an hour's break are eight",
    ),
    pytest.param(
        [stay(day, day, day, 480 + day, pause=60) for day in range(1, 6)], [], id="eight with it are not"
    ),
    pytest.param([replace(one, own=False) for one in round_stays(8)], [], id="closed as planned"),
    pytest.param(
        daily(5, 0, 480),
        [Odd(Oddity.IDENTICAL, (1, 2, 3, 4, 5)), Odd(Oddity.ALWAYS_ROUND, (1, 2, 3, 4, 5))],
        id="round and to the same minute",
    ),
    pytest.param(
        [
            *daily(2),
            stay(3, 3, 63, 244, zone="Asia/Jakarta"),
            stay(4, 4, 63, 244, zone="Asia/Jakarta"),
        ],
        [Odd(Oddity.IDENTICAL, (1, 2, 3, 4))],
        id="the same minute of each site's wall clock",
    ),
]


@pytest.mark.parametrize(("stays", "expected"), STAYS)
def test_oddities(stays: list[Stay], expected: list[Odd]) -> None:
    assert oddities(stays) == expected


LENGTHS = st.tuples(st.integers(0, 2), st.integers(0, 1000), st.integers(1, 600))


@given(st.lists(LENGTHS, max_size=8))
def test_a_stay_is_named_for_an_overlap_if_and_only_if_it_has_one(raw: list[tuple[int, int, int]]) -> None:
    stays = [stay(number, day, start, start + length) for number, (day, start, length) in enumerate(raw)]
    named = {number for odd in oddities(stays) if odd.oddity is Oddity.OVERLAP for number in odd.stays}
    assert named == {one.id for one in stays if any(_meet(one, other) for other in stays)}


def _meet(one: Stay, other: Stay) -> bool:
    return one.id != other.id and one.started_at < other.finished_at and other.started_at < one.finished_at
