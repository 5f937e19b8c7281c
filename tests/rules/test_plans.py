"""On which days a case works: slots, holidays, sites, rulings and excuses as a table of cases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

import hypothesis
import pytest
from hypothesis import strategies as st

from bot.domain.calendar import Calendar, DayKind, Holiday, HolidayRule
from bot.domain.plans import Allowed, Obstacle, Opening, Weekly, is_free, obstacle_on, usual_days
from bot.domain.spans import Hours, Span
from bot.texts import Texts
from tests.rules.plan_lines import APRIL, Given, april, days, given, hours, lines, out, weekdays, weekly

OFF, WORK, ONLY = HolidayRule.OFF, HolidayRule.WORK, HolidayRule.ONLY

SLOTS = [
    pytest.param(given(weekly("1")), days(6, 13, 20, 27), id="every Monday"),
    pytest.param(given(weekly("14")), days(6, 9, 13, 16, 20, 23, 27, 30), id="Mondays and Thursdays"),
    pytest.param(given(weekly("7")), days(12, 19, 26), id="every Sunday"),
    pytest.param(given(weekly("1234567", last=date(2026, 4, 8))), days(6, 7, 8), id="every day"),
    pytest.param(given(weekly("")), [], id="no weekday, no session"),
    pytest.param(given(), [], id="no placement, no session"),
    pytest.param(given(minutes=480), ["short of 480"], id="no placement: all of it finds no place"),
    pytest.param(given(weekly("1", every=2)), days(6, 20), id="every second Monday"),
    pytest.param(
        given(weekly("14", every=2)), days(6, 9, 20, 23), id="a fortnight is a week of all its days"
    ),
    pytest.param(
        given(weekly("14", every=2, first=date(2026, 4, 8))),
        days(9, 20, 23),
        id="a fortnight begins in the week of the first day",
    ),
    pytest.param(
        given(weekly("1", every=2, first=date(2026, 4, 13), anchor=date(2026, 4, 8))),
        days(20),
        id="and goes on from there when planned again later",
    ),
    pytest.param(
        given(weekly("7", every=2, anchor=date(2026, 4, 6))),
        days(12, 26),
        id="Sunday is the last day of its week",
    ),
    pytest.param(
        given(weekly("1", every=2, anchor=date(2026, 4, 20))),
        days(6, 20),
        id="weeks before the anchor alternate too",
    ),
    pytest.param(given(weekly("1", every=3)), days(6, 27), id="every third Monday"),
    pytest.param(given(weekly("1", every=4)), days(6), id="every fourth Monday"),
    pytest.param(given(weekly("1", first=date(2026, 4, 13))), days(13, 20, 27), id="from the first day on"),
    pytest.param(given(weekly("1", last=date(2026, 4, 20))), days(6, 13, 20), id="the last day is worked"),
    pytest.param(given(weekly("1", last=date(2026, 4, 19))), days(6, 13), id="ends the day before a slot"),
    pytest.param(given(weekly("1", last=date(2026, 4, 5))), [], id="ended before it began"),
    pytest.param(
        given(weekly("1", last=date(2026, 4, 13)), weekly("1", placement=2, first=date(2026, 4, 14))),
        [*days(6, 13), *days(20, 27, placement=2)],
        id="one placement follows another",
    ),
    pytest.param(
        given(weekly("1"), weekly("4", placement=2)),
        [
            *days(6),
            *days(9, placement=2),
            *days(13),
            *days(16, placement=2),
            *days(20),
            *days(23, placement=2),
            *days(27),
            *days(30, placement=2),
        ],
        id="two placements by day",
    ),
    pytest.param(
        given(
            weekly("1", starts=time(13), ends=time(15), last=date(2026, 4, 6)),
            weekly("1", placement=2, last=date(2026, 4, 6)),
        ),
        ["2: 06 08.00–11.00", "1: 06 13.00–15.00"],
        id="two placements on a day, by the clock",
    ),
    pytest.param(
        given(weekly("1"), after=april(13, 7, 59)), days(13, 20, 27), id="today's begins in a minute"
    ),
    pytest.param(given(weekly("1"), after=april(13, 8)), days(20, 27), id="today's begins now: it is past"),
    pytest.param(given(weekly("1"), after=april(13, 9)), days(20, 27), id="today's has begun"),
    pytest.param(given(weekly("1"), after=april(30)), [], id="all are past"),
    pytest.param(
        given(weekly("1"), begun=((1, date(2026, 4, 13)),)),
        days(6, 20, 27),
        id="a day on which something happened is left alone",
    ),
    pytest.param(
        given(weekly("1"), begun=((2, date(2026, 4, 13)),)),
        days(6, 13, 20, 27),
        id="something happened in another placement",
    ),
]


@pytest.mark.parametrize(("it", "expected"), SLOTS)
def test_slots(it: Given, expected: list[str]) -> None:
    assert lines(it) == expected


def holiday(*kinds: DayKind, name: str = "") -> Holiday:
    return Holiday(frozenset(kinds), name)


MARCH = (date(2026, 3, 16), date(2026, 3, 27))
JOINT = holiday(DayKind.JOINT_LEAVE, name="Cuti Lebaran")
SCHOOL = holiday(DayKind.SCHOOL, name="Libur sekolah")
LEBARAN = Calendar(
    {
        date(2026, 3, 18): JOINT,
        date(2026, 3, 19): holiday(DayKind.NATIONAL, DayKind.SCHOOL, name="Nyepi"),
        date(2026, 3, 20): JOINT,
        date(2026, 3, 21): holiday(DayKind.NATIONAL, name="Idul Fitri"),
        date(2026, 3, 22): replace(holiday(DayKind.NATIONAL, name="Idul Fitri"), estimated=True),
        date(2026, 3, 23): JOINT,
        date(2026, 3, 24): JOINT,
        date(2026, 3, 25): SCHOOL,
        date(2026, 3, 26): holiday(DayKind.OFFICE, name="Pindah kantor"),
    }
)
LEAVE = "holiday Cuti Lebaran"
FEAST = "holiday Idul Fitri"
MOVING = "holiday Pindah kantor"


def march(digits: str, *, site: HolidayRule = OFF, case: HolidayRule = OFF) -> Given:
    """A placement from the Monday before Lebaran to the Friday after."""
    weeks = weekly(digits, first=MARCH[0], last=MARCH[1], calendar=LEBARAN, opening=Opening(rule=site))
    return given(weeks, allowed=Allowed(rule=case))


HOLIDAYS = [
    pytest.param(
        march("123"),
        [*days(16, 17, 25), *out(18, 23, 24, why=LEAVE)],
        id="Lebaran week: no work, and said so day by day",
    ),
    pytest.param(
        march("67"),
        [*out(21, why=FEAST), *out(22, why=f"{FEAST} (estimated)")],
        id="the feast on a weekend is left out too",
    ),
    pytest.param(
        march("67", site=WORK),
        [*out(21, why=FEAST), *out(22, why=f"{FEAST} (estimated)")],
        id="a hospital works, the case does not",
    ),
    pytest.param(
        march("67", case=WORK),
        [*out(21, why=FEAST), *out(22, why=f"{FEAST} (estimated)")],
        id="the case works, the site is closed",
    ),
    pytest.param(march("67", site=WORK, case=WORK), days(21, 22), id="a case that works at a hospital"),
    pytest.param(
        march("4", site=WORK, case=WORK), [*days(19), *out(26, why=MOVING)], id="not on the office's own day"
    ),
    pytest.param(march("3"), [*days(25), *out(18, why=LEAVE)], id="school holidays close nothing"),
    pytest.param(
        march("37", case=ONLY),
        [*days(25), *out(18, why=LEAVE), *out(22, why=f"{FEAST} (estimated)")],
        id="a child: Sundays and school holidays, not the feast at a site that is closed",
    ),
    pytest.param(
        march("1", case=ONLY),
        [*out(16, why="not_a_holiday"), *out(23, why=LEAVE)],
        id="a child: no Monday",
    ),
    pytest.param(
        march("1", site=ONLY), [*out(16, why="not_a_holiday"), *out(23, why=LEAVE)], id="a site of Sundays"
    ),
    pytest.param(
        march("34", case=ONLY, site=WORK),
        [*days(25), *out(18, why=LEAVE), *out(19, why="holiday Nyepi"), *out(26, why=MOVING)],
        id="a child at a hospital: school holidays, but no national one among them and no joint leave",
    ),
    pytest.param(
        given(weekly("7"), allowed=Allowed(rule=ONLY)), days(12, 19, 26), id="a child: ordinary Sundays"
    ),
    pytest.param(
        given(weekly("67", last=date(2026, 4, 19)), allowed=Allowed(rule=ONLY)),
        [*days(12, 19), *out(11, 18, why="not_a_holiday")],
        id="a child: Saturday is no Sunday",
    ),
]


@pytest.mark.parametrize(("it", "expected"), HOLIDAYS)
def test_holidays(it: Given, expected: list[str]) -> None:
    assert lines(it) == expected


MORNING = (time(8), time(12))
CHILD = Allowed(weekdays=weekdays("67"), window=MORNING, session_minutes=300)
SECRET = Allowed(weekdays=weekdays("67"), child=True)
CIRCUMSTANCES = [
    pytest.param(
        given(weekly("1", opening=Opening(closed=frozenset({date(2026, 4, 13)})))),
        [*days(6, 20, 27), *out(13, why="site_closed")],
        id="the site is closed on a day",
    ),
    pytest.param(
        given(weekly("1", opening=Opening(closed=frozenset({date(2026, 4, 13)}))), minutes=540),
        [*days(6, 20, 27), *out(13, why="site_closed")],
        id="which is made up for later",
    ),
    pytest.param(
        given(weekly("16", last=date(2026, 4, 13), opening=Opening(hours("12345 0-23.59")))),
        [*days(6, 13), *out(11, why="site_closed")],
        id="the site is closed on Saturdays",
    ),
    pytest.param(
        given(weekly("1", last=date(2026, 4, 6), opening=Opening(hours("1 9-17")))),
        out(6, why="site_hours"),
        id="the site opens later",
    ),
    pytest.param(
        given(weekly("1", last=date(2026, 4, 6), opening=Opening(hours("1 7-10")))),
        out(6, why="site_hours"),
        id="the site closes earlier",
    ),
    pytest.param(
        given(weekly("1", last=date(2026, 4, 6), opening=Opening(hours("1 8-11")))),
        days(6),
        id="open just as long",
    ),
    pytest.param(
        given(weekly("16", last=date(2026, 4, 13)), allowed=Allowed(weekdays=weekdays("6"))),
        [*days(11), *out(6, 13, why="weekday")],
        id="the ruling allows Saturdays only",
    ),
    pytest.param(
        given(weekly("1", last=date(2026, 4, 6)), allowed=Allowed(window=(time(9), time(17)))),
        out(6, why="window"),
        id="before the time that the ruling allows",
    ),
    pytest.param(
        given(weekly("1", last=date(2026, 4, 6)), allowed=Allowed(window=(time(6), time(10, 59)))),
        out(6, why="window"),
        id="a minute after it",
    ),
    pytest.param(
        given(weekly("1", last=date(2026, 4, 6)), allowed=Allowed(window=(time(8), time(11)))),
        days(6),
        id="just within it",
    ),
    pytest.param(
        given(weekly("1"), allowed=Allowed(excused=((date(2026, 4, 13), date(2026, 4, 20)),))),
        [*days(6, 27), *out(13, 20, why="excused")],
        id="excused from a day to a day, both included",
    ),
    pytest.param(
        given(weekly("1"), allowed=Allowed(excused=((date(2026, 4, 14), date(2026, 4, 19)),))),
        days(6, 13, 20, 27),
        id="excused between two sessions",
    ),
    pytest.param(
        given(
            weekly("1"),
            allowed=Allowed(excused=tuple((day, day) for day in (date(2026, 4, 6), date(2026, 4, 27)))),
        ),
        [*days(13, 20), *out(6, 27, why="excused")],
        id="excused on two days",
    ),
    pytest.param(
        given(weekly("1"), allowed=CHILD), out(6, 13, 20, 27, why="weekday"), id="a child: no Monday"
    ),
    pytest.param(
        given(weekly("6", starts=time(13), ends=time(16), last=date(2026, 4, 12)), allowed=CHILD),
        out(11, why="window"),
        id="a child: not in the afternoon",
    ),
    pytest.param(
        given(weekly("6", starts=time(22), ends=time(2), last=date(2026, 4, 12)), allowed=CHILD),
        out(11, why="window"),
        id="a child: not at night",
    ),
    pytest.param(
        given(weekly("67", last=date(2026, 4, 12)), allowed=CHILD), days(11, 12), id="a child: as ruled"
    ),
    pytest.param(
        given(weekly("67", last=date(2026, 4, 12), opening=Opening(for_children=False)), allowed=SECRET),
        out(11, 12, why="not_for_children"),
        id="a child: not at a site that is unsuitable",
    ),
    pytest.param(
        given(weekly("67", last=date(2026, 4, 12)), allowed=SECRET), days(11, 12), id="a child: at another"
    ),
    pytest.param(
        given(weekly("67", last=date(2026, 4, 12), opening=Opening(for_children=False))),
        days(11, 12),
        id="an unsuitable site is no matter to an adult",
    ),
    pytest.param(
        given(
            weekly("1", last=date(2026, 4, 6), opening=Opening(hours("2 0-23.59"))),
            allowed=Allowed(weekdays=weekdays("2"), excused=(APRIL,)),
        ),
        out(6, why="excused"),
        id="an excuse is told before the ruling, the ruling before the site",
    ),
]


@pytest.mark.parametrize(("it", "expected"), CIRCUMSTANCES)
def test_circumstances(it: Given, expected: list[str]) -> None:
    assert lines(it) == expected


def test_every_obstacle_has_its_words() -> None:
    assert {f"obstacle-{one.value}" for one in Obstacle} <= Texts().keys("id")


FRIDAYS = hours("1234 8-16", "5 8-11.30 13.30-16", "6 8-10 10-12", "7 8-11 10-14")
WEEK = (date(2026, 4, 6), date(2026, 4, 12))


def at_a_site_of_fridays(digits: str, starts: time, ends: time) -> Given:
    """A placement of one week at a site that is open otherwise on Fridays, and in two spans from then on."""
    opening = Opening(FRIDAYS)
    return given(weekly(digits, starts=starts, ends=ends, first=WEEK[0], last=WEEK[1], opening=opening))


DIFFERENT_DAYS = [
    pytest.param("45", time(8), time(11, 30), [*days(9, 10, hours="08.00–11.30")], id="within both days"),
    pytest.param(
        "45",
        time(8),
        time(12),
        [*days(9, hours="08.00–12.00"), *out(10, why="site_hours")],
        id="Friday closes earlier",
    ),
    pytest.param(
        "45",
        time(13),
        time(16),
        [*days(9, hours="13.00–16.00"), *out(10, why="site_hours")],
        id="Friday opens again later",
    ),
    pytest.param("5", time(13, 30), time(16), days(10, hours="13.30–16.00"), id="the second span of Friday"),
    pytest.param("5", time(8), time(16), out(10, why="site_hours"), id="not across the pause of Friday"),
    pytest.param("6", time(8), time(12), days(11, hours="08.00–12.00"), id="spans that touch are one"),
    pytest.param("7", time(8), time(14), days(12, hours="08.00–14.00"), id="spans that overlap are one"),
    pytest.param("7", time(8), time(14, 1), out(12, why="site_hours"), id="and no longer than the last"),
]


@pytest.mark.parametrize(("digits", "starts", "ends", "expected"), DIFFERENT_DAYS)
def test_hours_that_differ_by_day(digits: str, starts: time, ends: time, expected: list[str]) -> None:
    assert lines(at_a_site_of_fridays(digits, starts, ends)) == expected


def test_a_day_without_hours_is_a_day_on_which_the_site_is_closed() -> None:
    week = weekly("57", first=WEEK[0], last=WEEK[1], opening=Opening(hours("5 8-11")))
    assert lines(given(week)) == [*days(10), *out(12, why="site_closed")]


def test_a_day_left_out_is_told_in_the_order_of_the_calendar() -> None:
    closed = Opening(closed=frozenset({date(2026, 4, 6), date(2026, 4, 7)}))
    weeks: tuple[Weekly, ...] = (
        weekly("2", last=date(2026, 4, 7), opening=closed),
        weekly("1", placement=2, last=date(2026, 4, 7), opening=closed),
    )
    assert lines(given(*weeks)) == [
        *out(6, why="site_closed", placement=2),
        *out(7, why="site_closed"),
    ]


HOURS_OF_SITES = st.sampled_from([hours("1234567 0-23.59"), hours("12345 8-16"), hours("135 9-12"), {}])
HOLIDAY = Calendar({date(2026, 4, 8): Holiday(frozenset({DayKind.NATIONAL}), "Libur")})


@hypothesis.given(
    on=st.sampled_from(sorted(date(2026, 4, 6) + timedelta(days=n) for n in range(14))),
    open_hours=HOURS_OF_SITES,
    closed=st.booleans(),
    rules=st.tuples(st.sampled_from(HolidayRule), st.sampled_from(HolidayRule)),
    ruling=st.sampled_from(["1234567", "13", "67"]),
    window=st.sampled_from([(time(0), time(23, 59)), (time(9), time(17))]),
    excused=st.booleans(),
    child=st.booleans(),
)
def test_a_day_is_open_when_its_weekday_and_its_date_are(
    on: date,
    open_hours: Hours,
    closed: bool,
    rules: tuple[HolidayRule, HolidayRule],
    ruling: str,
    window: Span,
    excused: bool,
    child: bool,
) -> None:
    days = frozenset({on}) if closed else frozenset()
    opening = Opening(open_hours, rules[0], closed=days, for_children=not closed)
    one = weekly("1234567", opening=opening, calendar=HOLIDAY)
    allowed = Allowed(
        weekdays=weekdays(ruling),
        window=window,
        rule=rules[1],
        excused=((on, on),) if excused else (),
        child=child,
    )
    free = on.isoweekday() in usual_days(one, allowed) and is_free(on, one, allowed)
    assert free == (obstacle_on(on, one, allowed) is None)
