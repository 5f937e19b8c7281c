"""Days: months that clamp, ages, and which holidays stop work by whose rule. Tables of cases, no database."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import (
    Calendar,
    DayKind,
    Holiday,
    HolidayRule,
    add_months,
    age_on,
    months_end,
    overridden,
)
from bot.holidays_id import holidays

NATIONAL, JOINT_LEAVE, SCHOOL = DayKind.NATIONAL, DayKind.JOINT_LEAVE, DayKind.SCHOOL
OFFICE, ORDINARY = DayKind.OFFICE, DayKind.ORDINARY
OFF, WORK, ONLY = HolidayRule.OFF, HolidayRule.WORK, HolidayRule.ONLY

MONTHS = [
    pytest.param(date(2026, 1, 31), 1, date(2026, 2, 28), id="31 January + 1 is 28 February"),
    pytest.param(date(2028, 1, 31), 1, date(2028, 2, 29), id="in a leap year 29 February"),
    pytest.param(date(2026, 1, 31), 2, date(2026, 3, 31), id="31 January + 2 is 31 March"),
    pytest.param(date(2026, 3, 31), 1, date(2026, 4, 30), id="31 March + 1 is 30 April"),
    pytest.param(date(2026, 8, 31), 6, date(2027, 2, 28), id="31 August + 6 is 28 February"),
    pytest.param(date(2026, 7, 15), 6, date(2027, 1, 15), id="over the new year"),
    pytest.param(date(2026, 12, 31), 12, date(2027, 12, 31), id="a year"),
    pytest.param(date(2026, 6, 30), 0, date(2026, 6, 30), id="no month"),
    pytest.param(date(2026, 3, 31), -1, date(2026, 2, 28), id="a month back"),
    pytest.param(date(2028, 2, 29), 12, date(2029, 2, 28), id="29 February + a year"),
]


@pytest.mark.parametrize(("day", "months", "expected"), MONTHS)
def test_months_clamp_to_their_end(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


ENDS = [
    pytest.param(date(2026, 1, 2), 6, date(2026, 7, 1), id="from the 2nd to the 1st"),
    pytest.param(date(2026, 3, 1), 6, date(2026, 8, 31), id="whole months"),
    pytest.param(date(2026, 8, 31), 6, date(2027, 2, 28), id="the month has no 31st: all of it"),
    pytest.param(date(2026, 8, 30), 6, date(2027, 2, 28), id="nor a 30th"),
    pytest.param(date(2026, 8, 29), 6, date(2027, 2, 28), id="nor a 29th"),
    pytest.param(date(2027, 8, 29), 6, date(2028, 2, 28), id="in a leap year it has a 29th"),
    pytest.param(date(2026, 8, 28), 6, date(2027, 2, 27), id="it has a 28th"),
]


@pytest.mark.parametrize(("first", "months", "last"), ENDS)
def test_the_last_of_so_many_months(first: date, months: int, last: date) -> None:
    assert months_end(first, months) == last


DAYS = st.dates(date(1950, 1, 1), date(2100, 12, 31))


@given(DAYS, st.integers(0, 24))
def test_a_clamped_month_is_the_next_one_and_never_the_one_after(day: date, months: int) -> None:
    later = add_months(day, months)
    assert (later.year - day.year) * 12 + later.month - day.month == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


@given(DAYS, st.integers(1, 24))
def test_who_begins_later_never_ends_earlier(day: date, months: int) -> None:
    assert months_end(day, months) <= months_end(day + timedelta(days=1), months)


AGES = [
    pytest.param(date(2010, 6, 15), date(2026, 6, 14), 15, id="the day before the birthday"),
    pytest.param(date(2010, 6, 15), date(2026, 6, 15), 16, id="on the birthday"),
    pytest.param(date(2010, 6, 15), date(2026, 6, 16), 16, id="the day after"),
    pytest.param(date(2008, 2, 29), date(2026, 2, 28), 17, id="born on 29 February: not yet on the 28th"),
    pytest.param(date(2008, 2, 29), date(2026, 3, 1), 18, id="but on 1 March"),
    pytest.param(date(2008, 2, 29), date(2028, 2, 28), 19, id="in a leap year not on the 28th either"),
    pytest.param(date(2008, 2, 29), date(2028, 2, 29), 20, id="but on the day itself"),
    pytest.param(date(2026, 6, 15), date(2026, 6, 15), 0, id="born today"),
]


@pytest.mark.parametrize(("born_on", "day", "age"), AGES)
def test_age(born_on: date, day: date, age: int) -> None:
    assert age_on(born_on, day) == age


SUNDAY, MONDAY = date(2026, 4, 5), date(2026, 4, 6)
RULES = [
    # day, kinds, work under: off, work, only
    pytest.param(MONDAY, set(), True, True, False, id="an ordinary Monday"),
    pytest.param(SUNDAY, set(), True, True, True, id="an ordinary Sunday"),
    pytest.param(MONDAY, {NATIONAL}, False, True, False, id="a national holiday"),
    pytest.param(MONDAY, {JOINT_LEAVE}, False, True, False, id="joint leave"),
    pytest.param(MONDAY, {SCHOOL}, True, True, True, id="school holidays close nothing"),
    pytest.param(MONDAY, {SCHOOL, NATIONAL}, False, True, False, id="a national holiday in school holidays"),
    pytest.param(MONDAY, {SCHOOL, JOINT_LEAVE}, False, True, False, id="joint leave in school holidays"),
    pytest.param(MONDAY, {OFFICE}, False, False, False, id="a day of the office's own"),
    pytest.param(SUNDAY, {OFFICE}, False, False, False, id="even on a Sunday"),
    pytest.param(MONDAY, {OFFICE, SCHOOL}, False, False, False, id="even in school holidays"),
    pytest.param(SUNDAY, {NATIONAL}, False, True, False, id="a national holiday on a Sunday"),
]


@pytest.mark.parametrize(("day", "kinds", "off", "work", "only"), RULES)
def test_what_a_holiday_means(day: date, kinds: set[DayKind], off: bool, work: bool, only: bool) -> None:
    calendar = Calendar({day: Holiday(frozenset(kinds))} if kinds else {})
    assert {rule: calendar.allows(day, rule) for rule in HolidayRule} == {OFF: off, WORK: work, ONLY: only}


LEBARAN = Holiday(frozenset({NATIONAL}), "Idul Fitri", estimated=True)
OVERRIDES = [
    # the library's day, the office's entries, what becomes of it
    pytest.param(LEBARAN, [], LEBARAN, id="the library stands, and says that it estimates"),
    pytest.param(LEBARAN, [(ORDINARY, "")], None, id="it was another day"),
    pytest.param(
        None, [(NATIONAL, "Idul Fitri")], Holiday(frozenset({NATIONAL}), "Idul Fitri"), id="this one"
    ),
    pytest.param(
        LEBARAN,
        [(NATIONAL, "")],
        Holiday(frozenset({NATIONAL}), "Idul Fitri"),
        id="the decree confirms the day: no estimate any more",
    ),
    pytest.param(
        LEBARAN,
        [(OFFICE, "Apel besar")],
        Holiday(frozenset({OFFICE}), "Apel besar"),
        id="what the office says replaces the library",
    ),
    pytest.param(
        LEBARAN,
        [(SCHOOL, "Libur sekolah")],
        Holiday(frozenset({NATIONAL, SCHOOL}), "Idul Fitri", estimated=True),
        id="school holidays lie beside a national one",
    ),
    pytest.param(
        LEBARAN,
        [(SCHOOL, "Libur sekolah"), (ORDINARY, "")],
        Holiday(frozenset({SCHOOL}), "Libur sekolah"),
        id="the feast moves away, the school holidays stay",
    ),
    pytest.param(
        None,
        [(SCHOOL, "Libur sekolah")],
        Holiday(frozenset({SCHOOL}), "Libur sekolah"),
        id="school holidays alone",
    ),
    pytest.param(
        None,
        [(NATIONAL, "Natal"), (JOINT_LEAVE, "")],
        Holiday(frozenset({NATIONAL, JOINT_LEAVE}), "Natal"),
        id="two kinds on a day",
    ),
    pytest.param(None, [(ORDINARY, "")], None, id="ordinary already"),
]


@pytest.mark.parametrize(("before", "entries", "expected"), OVERRIDES)
def test_an_office_overrides_the_library(
    before: Holiday | None, entries: list[tuple[DayKind, str]], expected: Holiday | None
) -> None:
    library = {MONDAY: before} if before else {}
    calendar = overridden(library, [(MONDAY, kind, name) for kind, name in entries])
    assert calendar == Calendar({MONDAY: expected} if expected else {})
    assert calendar.name(MONDAY) == (expected.name if expected else "")


def test_an_override_of_one_day_leaves_the_others_and_the_library_alone() -> None:
    library = {SUNDAY: LEBARAN, MONDAY: LEBARAN}
    assert overridden(library, [(MONDAY, ORDINARY, "")]).holidays == {SUNDAY: LEBARAN}
    assert library == {SUNDAY: LEBARAN, MONDAY: LEBARAN}


def test_lebaran_and_joint_leave_are_holidays_and_nothing_ordinary_is() -> None:
    calendar = Calendar(holidays((2026, 2027)))
    march = (date(2026, 3, day) for day in range(16, 28))

    assert [day.day for day in march if not calendar.allows(day, OFF)] == [18, 19, 20, 21, 22, 23, 24]
    assert calendar.kinds(date(2026, 3, 23)) == {JOINT_LEAVE}
    assert calendar.kinds(date(2027, 8, 17)) == {NATIONAL}
    assert calendar.kinds(date(2026, 4, 23)) == set()


def test_a_feast_that_no_decree_has_named_yet_is_an_estimate_without_saying_so_in_its_name() -> None:
    feasts = [one for one in holidays((2030,)).values() if one.estimated]
    assert feasts
    assert not [one.name for one in feasts if "perkiraan" in one.name]
