"""How long a case works: the order, the day's cap, breaks, nights and zones; and what holds for any plan."""

from __future__ import annotations

from datetime import date, time, timedelta
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given as any_of
from hypothesis import strategies as st

from bot.domain.calendar import Calendar, DayKind, Holiday, HolidayRule
from bot.domain.hours import BreakRule
from bot.domain.plans import Allowed, Opening, Plan, Planned, Weekly, slot_minutes
from bot.domain.spans import by_weekday, fits, within
from tests.rules.plan_lines import (
    BEFORE,
    WIB,
    WIT,
    WITA,
    Given,
    april,
    days,
    given,
    lines,
    out,
    weekly,
)

NOON = BreakRule(60)
LATER = BreakRule(60, after=240)
WORKED = BreakRule(60, after=240, counted=True)
MONDAY = date(2026, 4, 6)
AGREED = ((april(6, 10), april(6, 12)), (april(13, 11), april(13, 12)))


def monday(hour: int, until: int, *, placement: int = 1, pause: BreakRule = BreakRule(), **more: Any) -> Any:  # noqa: B008
    """Hours on the one Monday there is."""
    return weekly(
        "1", starts=time(hour), ends=time(until % 24), placement=placement, pause=pause, last=MONDAY, **more
    )


LENGTHS = [
    pytest.param(given(weekly("1"), minutes=0), [], id="already enough"),
    pytest.param(given(weekly("1"), minutes=-30), [], id="more than enough"),
    pytest.param(given(weekly("1"), minutes=360), days(6, 13), id="until the order is used up"),
    pytest.param(given(weekly("1"), minutes=720), days(6, 13, 20, 27), id="to the last session exactly"),
    pytest.param(
        given(weekly("1"), minutes=721), [*days(6, 13, 20, 27), "short of 1"], id="a minute finds no place"
    ),
    pytest.param(
        given(weekly("1"), minutes=6000), [*days(6, 13, 20, 27), "short of 5280"], id="too few slots"
    ),
    pytest.param(
        given(weekly("1"), minutes=210), [*days(6), "1: 13 08.00–08.30"], id="the last session is cut"
    ),
    pytest.param(given(weekly("1"), minutes=1), ["1: 06 08.00–08.01"], id="to a minute, if need be"),
    pytest.param(
        given(weekly("1", opening=Opening(closed=frozenset({date(2026, 4, 13)}))), minutes=180),
        days(6),
        id="no day is left out once the order is used up",
    ),
    pytest.param(
        given(monday(8, 12, pause=NOON)), ["1: 06 08.00–12.00 (180)"], id="a break is taken off what counts"
    ),
    pytest.param(
        given(monday(8, 12, pause=NOON), minutes=30),
        ["1: 06 08.00–09.30 (30)"],
        id="what is cut keeps its break",
    ),
    pytest.param(given(monday(8, 12, pause=LATER)), ["1: 06 08.00–12.00"], id="four hours without a break"),
    pytest.param(
        given(monday(8, 13, pause=LATER)), ["1: 06 08.00–13.00 (240)"], id="the fifth hour is the break"
    ),
    pytest.param(
        given(monday(8, 16, pause=LATER)),
        ["1: 06 08.00–16.00 (420)"],
        id="eight hours with a break are seven",
    ),
    pytest.param(
        given(monday(8, 16, pause=LATER), minutes=240),
        ["1: 06 08.00–12.00"],
        id="cut to four hours there is no break",
    ),
    pytest.param(
        given(monday(8, 16, pause=LATER), minutes=241),
        ["1: 06 08.00–13.01 (241)"],
        id="a minute more and there is one",
    ),
    pytest.param(given(monday(8, 16, pause=WORKED)), ["1: 06 08.00–16.00"], id="a break that counts as work"),
    pytest.param(
        given(monday(8, 16, pause=WORKED), minutes=300),
        ["1: 06 08.00–13.00"],
        id="a counted break is not added to what is cut",
    ),
    pytest.param(
        given(monday(8, 17, pause=NOON)), ["1: 06 08.00–17.00 (480)"], id="a full day with its break"
    ),
    pytest.param(given(monday(8, 17)), ["1: 06 08.00–16.00"], id="nobody works nine hours: eight"),
    pytest.param(given(monday(8, 12), daily=180), ["1: 06 08.00–11.00"], id="nor more than the ruling's day"),
    pytest.param(
        given(monday(8, 16), allowed=Allowed(session_minutes=300)),
        ["1: 06 08.00–13.00"],
        id="nor longer than the ruling's session",
    ),
    pytest.param(
        given(monday(8, 16, pause=LATER), allowed=Allowed(session_minutes=300)),
        ["1: 06 08.00–14.00 (300)"],
        id="whose break is beside it",
    ),
    pytest.param(
        given(monday(8, 13), monday(14, 18, placement=2)),
        ["1: 06 08.00–13.00", "2: 06 14.00–17.00"],
        id="5 h and 4 h on a day: the second ends with the eighth hour",
    ),
    pytest.param(
        given(monday(8, 12), monday(13, 15, placement=2), daily=240),
        ["1: 06 08.00–12.00", *out(6, why="day_full", placement=2)],
        id="a full day takes no second session",
    ),
    pytest.param(
        given(monday(8, 12), monday(12, 14, placement=2)),
        ["1: 06 08.00–12.00", "2: 06 12.00–14.00"],
        id="one after the other",
    ),
    pytest.param(
        given(monday(8, 12), monday(11, 14, placement=2)),
        ["1: 06 08.00–12.00", *out(6, why="elsewhere", placement=2)],
        id="nobody is at two places at a time",
    ),
    pytest.param(
        given(monday(8, 16), monday(14, 18, placement=2), allowed=Allowed(session_minutes=300)),
        ["1: 06 08.00–13.00", "2: 06 14.00–17.00"],
        id="what was cut leaves time for another place",
    ),
    pytest.param(
        given(monday(13, 17), worked=((MONDAY, 360),)),
        ["1: 06 13.00–15.00"],
        id="work already done takes room of the day",
    ),
    pytest.param(
        given(monday(13, 17), worked=((MONDAY, 480),)), out(6, why="day_full"), id="all of it, if it was long"
    ),
    pytest.param(
        given(monday(13, 17), worked=((MONDAY, 300), (MONDAY, 240))),
        out(6, why="day_full"),
        id="even more than all",
    ),
    pytest.param(
        given(weekly("1", last=MONDAY), weekly("1", placement=2, first=april(13).date()), busy=AGREED),
        [*days(13, 20, 27, placement=2), *out(6, why="elsewhere")],
        id="what was agreed for that time stays",
    ),
    pytest.param(
        given(weekly("1"), worked=((date(2026, 4, 7), 480),)),
        days(6, 13, 20, 27),
        id="work of another day takes no room",
    ),
    pytest.param(
        given(weekly("1"), begun=((1, date(2026, 4, 13)),), worked=((date(2026, 4, 13), 180),), minutes=360),
        days(6, 20),
        id="a day on which something happened, and what the order still needs",
    ),
    pytest.param(given(monday(22, 26)), ["1: 06 22.00–02.00"], id="past midnight"),
    pytest.param(given(monday(20, 24)), ["1: 06 20.00–00.00"], id="to midnight"),
    pytest.param(given(monday(22, 26), minutes=60), ["1: 06 22.00–23.00"], id="cut before midnight"),
    pytest.param(
        given(monday(22, 26), weekly("2", placement=2, starts=time(0), ends=time(4), last=date(2026, 4, 7))),
        ["1: 06 22.00–02.00", *out(7, why="elsewhere", placement=2)],
        id="a night is not over at midnight",
    ),
    pytest.param(
        given(monday(20, 28), weekly("2", placement=2, starts=time(5), ends=time(13), last=date(2026, 4, 7))),
        ["1: 06 20.00–04.00", "2: 07 05.00–13.00"],
        id="a night belongs to the day it began",
    ),
]


@pytest.mark.parametrize(("it", "expected"), LENGTHS)
def test_lengths(it: Given, expected: list[str]) -> None:
    assert lines(it) == expected


@pytest.mark.parametrize(("zone", "hour"), [(WIB, 1), (WITA, 0), (WIT, 23)], ids=["WIB", "WITA", "WIT"])
def test_eight_in_the_morning_is_that_of_the_site(zone: str, hour: int) -> None:
    (session,) = given(monday(8, 11, zone=zone)).plan.sessions
    day = MONDAY - timedelta(days=1) if zone == WIT else MONDAY
    assert (session.day, session.starts_at.date(), session.starts_at.hour) == (MONDAY, day, hour)


def test_a_case_that_moves_from_wita_to_wib_begins_an_hour_later_in_the_world() -> None:
    moved = given(
        weekly("1", zone=WITA, last=date(2026, 4, 13)),
        weekly("1", placement=2, zone=WIB, first=date(2026, 4, 14)),
    )
    assert lines(moved) == [*days(6, 13), *days(20, 27, placement=2)]
    starts = [one.starts_at for one in moved.plan.sessions]
    assert starts[2] - starts[1] == timedelta(weeks=1, hours=1)


def test_by_the_sites_clock_it_is_still_before_eight() -> None:
    half_past_eight_in_makassar = april(6, 8, 30)
    assert lines(given(monday(8, 11, zone=WIB), after=half_past_eight_in_makassar)) == days(6)
    assert lines(given(monday(8, 11, zone=WITA), after=half_past_eight_in_makassar)) == []


def test_a_session_knows_its_length_and_what_of_it_counts() -> None:
    assert given(monday(8, 13, pause=LATER)).plan.sessions == (
        Planned(1, MONDAY, april(6, 8), april(6, 13), 240),
    )


QUARTERS = st.integers(0, 95)
WEEKDAYS = st.integers(1, 127)
"""A set of weekdays as bits."""
DAYS = st.integers(6, 30)
RULES = st.sampled_from(HolidayRule)
OPEN = st.tuples(WEEKDAYS, QUARTERS, QUARTERS) | st.tuples(WEEKDAYS, st.just(0), st.just(0))
"""Weekdays, from and to; the whole day where these are the same."""
PLACES = st.tuples(
    WEEKDAYS,
    QUARTERS,
    QUARTERS,
    st.tuples(st.integers(0, 90), st.integers(0, 300), st.booleans()),
    st.sampled_from([WIB, WITA, WIT]),
    st.integers(1, 3),
    st.tuples(st.lists(OPEN, min_size=1, max_size=3), RULES, st.lists(DAYS, max_size=3)),
    st.lists(st.tuples(DAYS, st.sampled_from(DayKind)), max_size=6),
)
"""Weekdays, from and to, break, zone, every so many weeks; when the site is open; its holidays."""
ORDERS = st.tuples(
    st.none() | st.integers(0, 5000),
    st.integers(1, 480),
    WEEKDAYS,
    st.sampled_from([(time(0), time(23, 59)), (time(6), time(18)), (time(20), time(6))]),
    RULES,
    st.none() | st.integers(1, 480),
)
"""Minutes, most a day; what the ruling allows: weekdays, time of day, holidays, a session."""

Place = tuple[
    int,
    int,
    int,
    tuple[int, int, bool],
    str,
    int,
    tuple[list[tuple[int, int, int]], HolidayRule, list[int]],
    list[tuple[int, DayKind]],
]
Ruling = tuple[int | None, int, int, tuple[time, time], HolidayRule, int | None]


def a_case(places: list[Place], ruling: Ruling) -> Given:
    minutes, daily, allowed_days, window, rule, session = ruling
    weeks = [a_placement(number, place) for number, place in enumerate(places, 1)]
    return given(
        *(one for one in weeks if slot_minutes(one.slots) > 0),
        minutes=minutes,
        daily=daily,
        allowed=Allowed(bits(allowed_days), window, rule, session),
    )


def a_placement(number: int, place: Place) -> Weekly:
    days, starts, ends, pause, zone, every, (spans, rule, closed), holidays = place
    return weekly(
        "".join(str(day) for day in bits(days)),
        placement=number,
        starts=quarter(starts),
        ends=quarter(ends),
        pause=BreakRule(*pause),
        zone=zone,
        every=every,
        opening=Opening(
            by_weekday(
                (bits(open_days), (quarter(opens), quarter(closes))) for open_days, opens, closes in spans
            ),
            rule=rule,
            closed=frozenset(MONDAY.replace(day=day) for day in closed),
        ),
        calendar=Calendar({MONDAY.replace(day=day): Holiday(frozenset({kind})) for day, kind in holidays}),
    )


def quarter(number: int) -> time:
    return time(number // 4, number % 4 * 15)


def bits(weekdays: int) -> frozenset[int]:
    return frozenset(day for day in range(1, 8) if weekdays >> day - 1 & 1)


CASES = st.builds(a_case, st.lists(PLACES, max_size=3), ORDERS)


@any_of(CASES)
def test_no_plan_breaks_order_day_or_session_or_is_at_two_places(it: Given) -> None:
    plan, order = it.plan, it.order
    by_day: dict[date, int] = {}
    for one in plan.sessions:
        by_day[one.day] = by_day.get(one.day, 0) + one.minutes
        assert 0 < one.minutes <= one.length
        assert one.minutes <= (order.allowed.session_minutes or 480)
    assert all(minutes <= order.daily_minutes for minutes in by_day.values())
    assert all(before.ends_at <= after.starts_at for before, after in pairwise(plan.sessions))
    if order.minutes is not None:
        assert sum(by_day.values()) + plan.shortfall == order.minutes


@any_of(CASES)
def test_no_plan_has_work_on_a_day_or_at_a_time_that_ruling_or_site_forbids(it: Given) -> None:
    weeks = {one.placement: one for one in it.weeks}
    for one in it.plan.sessions:
        its, allowed = weeks[one.placement], it.order.allowed
        assert one.day.isoweekday() in its.slots.weekdays & allowed.weekdays
        assert within(its.slots.hours, allowed.window)
        assert fits(its.slots.hours, its.opening.hours.get(one.day.isoweekday(), ()))
        assert one.day not in its.opening.closed
        assert all(its.calendar.allows(one.day, rule) for rule in (allowed.rule, its.opening.rule))


@any_of(CASES)
def test_every_day_of_a_placement_is_planned_or_left_out_until_the_order_is_used_up(it: Given) -> None:
    told, named = _told(it.plan), _told(given(*it.weeks).plan)
    assert len(told) == len(set(told))
    assert set(told) <= set(named)
    if it.order.minutes is None or it.plan.shortfall:
        assert set(told) == set(named)


def _told(plan: Plan) -> list[tuple[int, date]]:
    planned = [(one.placement, one.day) for one in plan.sessions]
    return planned + [(one.placement, one.day) for one in plan.left_out]


@any_of(CASES, st.integers(0, 10))
def test_planning_again_after_some_sessions_changes_nothing(it: Given, count: int) -> None:
    plan = it.plan
    done = plan.sessions[:count]
    after = done[-1].starts_at if done else BEFORE
    minutes = None if it.order.minutes is None else it.order.minutes - sum(one.minutes for one in done)
    again = given(
        *it.weeks,
        minutes=minutes,
        daily=it.order.daily_minutes,
        allowed=it.order.allowed,
        after=after,
        begun=tuple((one.placement, one.day) for one in done),
        worked=tuple((one.day, one.minutes) for one in done),
        busy=tuple((one.starts_at, one.ends_at) for one in done),
    )
    assert again.plan.sessions == plan.sessions[len(done) :]
    assert again.plan.shortfall == plan.shortfall
