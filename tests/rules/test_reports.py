"""The days of the reporting duty: months that clamp, holidays that shift, grace and lateness."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import Calendar, DayKind, Holiday, HolidayRule
from bot.domain.cases import Interval
from bot.domain.reports import (
    STEPS,
    Concern,
    Due,
    ReportState,
    after_silence,
    asked_about_at,
    closes_at,
    concerns_of,
    due_days,
    state_when_given,
)

WEEK, FORTNIGHT, MONTH = Interval.WEEK, Interval.FORTNIGHT, Interval.MONTH
NATIONAL = Holiday(frozenset({DayKind.NATIONAL}))
LEBARAN = Calendar({date(2026, 3, day): NATIONAL for day in range(18, 25)})
WITA, WIB = "Asia/Makassar", "Asia/Jakarta"


def on(*days: tuple[int, int], year: int = 2026) -> list[Due]:
    """Report days as month and day."""
    return [Due(date(year, month, day)) for month, day in days]


DUES = [
    pytest.param(
        date(2026, 1, 31),
        MONTH,
        date(2026, 6, 30),
        Calendar(),
        on((1, 31), (2, 28), (3, 31), (4, 30), (5, 31), (6, 30)),
        id="31 January monthly: 28 February, 31 March",
    ),
    pytest.param(
        date(2028, 1, 30),
        MONTH,
        date(2028, 3, 31),
        Calendar(),
        on((1, 30), (2, 29), (3, 30), year=2028),
        id="in a leap year 29 February",
    ),
    pytest.param(
        date(2028, 2, 29),
        MONTH,
        date(2028, 4, 30),
        Calendar(),
        on((2, 29), (3, 29), (4, 29), year=2028),
        id="from 29 February on",
    ),
    pytest.param(
        date(2025, 12, 31),
        MONTH,
        date(2026, 1, 31),
        Calendar(),
        [Due(date(2025, 12, 31)), Due(date(2026, 1, 31))],
        id="over the new year",
    ),
    pytest.param(
        date(2026, 4, 6), WEEK, date(2026, 4, 20), Calendar(), on((4, 6), (4, 13), (4, 20)), id="every week"
    ),
    pytest.param(
        date(2026, 4, 6), FORTNIGHT, date(2026, 5, 4), Calendar(), on((4, 6), (4, 20), (5, 4)), id="two weeks"
    ),
    pytest.param(date(2026, 4, 6), WEEK, date(2026, 4, 6), Calendar(), on((4, 6)), id="on the last day"),
    pytest.param(date(2026, 4, 6), WEEK, date(2026, 4, 5), Calendar(), [], id="over before the first"),
    pytest.param(
        date(2026, 2, 20),
        MONTH,
        date(2026, 4, 30),
        LEBARAN,
        [Due(date(2026, 2, 20)), Due(date(2026, 3, 25), date(2026, 3, 20)), Due(date(2026, 4, 20))],
        id="due on Lebaran: shifted and explained, the next counted from the day it should have been",
    ),
    pytest.param(
        date(2026, 3, 17),
        WEEK,
        date(2026, 4, 7),
        LEBARAN,
        [
            Due(date(2026, 3, 17)),
            Due(date(2026, 3, 25), date(2026, 3, 24)),
            *on((3, 31), (4, 7)),
        ],
        id="every week, over Lebaran",
    ),
    pytest.param(
        date(2026, 3, 18),
        WEEK,
        date(2026, 4, 1),
        LEBARAN,
        [Due(date(2026, 3, 25), date(2026, 3, 18)), Due(date(2026, 4, 1))],
        id="shifted onto the next one: once",
    ),
    pytest.param(
        date(2026, 2, 20),
        MONTH,
        date(2026, 3, 24),
        LEBARAN,
        on((2, 20)),
        id="nobody owes a report after the last day",
    ),
    pytest.param(
        date(2026, 4, 6),
        WEEK,
        date(2026, 4, 13),
        Calendar({date(2026, 4, 6): Holiday(frozenset({DayKind.SCHOOL}))}),
        on((4, 6), (4, 13)),
        id="school holidays shift nothing",
    ),
    pytest.param(
        date(2026, 4, 6),
        WEEK,
        date(2026, 4, 13),
        Calendar({date(2026, 4, 6): Holiday(frozenset({DayKind.OFFICE}))}),
        [Due(date(2026, 4, 7), date(2026, 4, 6)), Due(date(2026, 4, 13))],
        id="a day of the office's own does",
    ),
]


@pytest.mark.parametrize(("first", "every", "until", "calendar", "expected"), DUES)
def test_due_days(first: date, every: Interval, until: date, calendar: Calendar, expected: list[Due]) -> None:
    assert list(due_days(first, every, until, calendar)) == expected


SPAN = (date(2026, 4, 5), date(2026, 4, 14))


def test_a_day_that_is_excused_is_shifted_behind_the_excuse() -> None:
    dues = list(due_days(date(2026, 4, 6), WEEK, date(2026, 4, 20), Calendar(), [SPAN]))
    assert dues == [Due(date(2026, 4, 15), date(2026, 4, 6)), Due(date(2026, 4, 20))]


def test_behind_an_excuse_a_holiday_shifts_it_further() -> None:
    calendar = Calendar({date(2026, 4, 15): NATIONAL})
    dues = list(due_days(date(2026, 4, 6), WEEK, date(2026, 4, 20), calendar, [SPAN]))
    assert dues == [Due(date(2026, 4, 16), date(2026, 4, 6)), Due(date(2026, 4, 20))]


def test_an_excuse_to_the_last_day_takes_the_report_away() -> None:
    assert list(due_days(date(2026, 4, 6), MONTH, date(2026, 4, 14), Calendar(), [SPAN])) == []


DAYS = st.dates(date(2026, 1, 1), date(2026, 12, 31))
CALENDARS = st.dictionaries(DAYS, st.just(NATIONAL), max_size=60).map(Calendar)


@given(DAYS, st.sampled_from(Interval), DAYS, CALENDARS)
def test_report_days_rise_within_the_period_and_are_no_holidays(
    first: date, every: Interval, until: date, calendar: Calendar
) -> None:
    dues = list(due_days(first, every, until, calendar))
    days = [due.day for due in dues]
    assert days == sorted(set(days))
    assert all(first <= day <= until and calendar.allows(day, HolidayRule.OFF) for day in days)
    assert all(due.shifted_from is None or due.shifted_from < due.day for due in dues)


@given(DAYS, st.sampled_from(Interval), DAYS, DAYS, CALENDARS)
def test_looking_further_ahead_takes_no_report_day_away(
    first: date, every: Interval, until: date, further: date, calendar: Calendar
) -> None:
    near, far = sorted([until, further])
    dues = list(due_days(first, every, near, calendar))
    assert list(due_days(first, every, far, calendar))[: len(dues)] == dues


CLOSES = [
    pytest.param(WITA, 0, datetime(2026, 4, 6, 16, tzinfo=UTC), id="WITA: at midnight"),
    pytest.param(WIB, 0, datetime(2026, 4, 6, 17, tzinfo=UTC), id="WIB: an hour later"),
    pytest.param("Asia/Jayapura", 0, datetime(2026, 4, 6, 15, tzinfo=UTC), id="WIT: an hour earlier"),
    pytest.param(WITA, 2, datetime(2026, 4, 8, 16, tzinfo=UTC), id="two days of grace"),
]


@pytest.mark.parametrize(("zone", "grace", "closes"), CLOSES)
def test_a_report_day_ends_at_midnight_after_its_grace(zone: str, grace: int, closes: datetime) -> None:
    assert closes_at(date(2026, 4, 6), zone, grace) == closes


MIDNIGHT = closes_at(date(2026, 4, 6), WITA)
GIVEN = [
    pytest.param(MIDNIGHT - timedelta(minutes=10), ReportState.DONE, id="sent 23.50, received 00.20"),
    pytest.param(MIDNIGHT - timedelta(microseconds=1), ReportState.DONE, id="just before midnight"),
    pytest.param(MIDNIGHT, ReportState.LATE, id="at midnight"),
    pytest.param(MIDNIGHT + timedelta(days=30), ReportState.LATE, id="a month late: accepted and labelled"),
    pytest.param(MIDNIGHT - timedelta(days=3), ReportState.DONE, id="three days early"),
]


@pytest.mark.parametrize(("given_at", "state"), GIVEN)
def test_in_time_or_late_by_the_messengers_own_time(given_at: datetime, state: ReportState) -> None:
    assert state_when_given(given_at, MIDNIGHT) == state


BEGUN = [
    pytest.param(-10, 2, ReportState.DONE, id="begun 23.50, ended 00.02"),
    pytest.param(0, 2, ReportState.LATE, id="begun at midnight"),
    pytest.param(-10, 12 * 60 - 11, ReportState.DONE, id="within twelve hours: still the same report"),
    pytest.param(-10, 12 * 60 - 10, ReportState.LATE, id="longer: late"),
]


@pytest.mark.parametrize(("begun", "given", "state"), BEGUN)
def test_the_first_answer_says_whether_it_is_in_time(begun: int, given: int, state: ReportState) -> None:
    began, ended = (MIDNIGHT + timedelta(minutes=count) for count in (begun, given))
    assert state_when_given(ended, MIDNIGHT, began) == state


ASKED = [
    pytest.param(None, 0, id="never begun: at midnight"),
    pytest.param(-10, 12 * 60 - 10, id="begun ten minutes before: twelve hours after that"),
    pytest.param(-13 * 60, 0, id="begun in the morning and left: at midnight"),
    pytest.param(10, 0, id="begun after midnight: it was missed then"),
]


@pytest.mark.parametrize(("begun", "asked"), ASKED)
def test_nobody_is_asked_in_the_middle_of_a_report(begun: int | None, asked: int) -> None:
    began = None if begun is None else MIDNIGHT + timedelta(minutes=begun)
    assert asked_about_at(MIDNIGHT, began) == MIDNIGHT + timedelta(minutes=asked)


@pytest.mark.parametrize(("reached", "state"), [(True, ReportState.MISSED), (False, ReportState.UNREACHED)])
def test_silence_of_somebody_out_of_reach_is_no_miss(reached: bool, state: ReportState) -> None:
    assert after_silence(reached=reached) is state


def test_within_the_grace_a_report_is_in_time() -> None:
    assert state_when_given(MIDNIGHT, closes_at(date(2026, 4, 6), WITA, 1)) == ReportState.DONE


ADDRESS, TALK = Concern.ADDRESS, Concern.TALK
ANSWERS = [
    pytest.param({}, [], id="nothing answered yet"),
    pytest.param({"address": "no", "talk": "no"}, [], id="no, and no"),
    pytest.param({"address": "yes", "talk": "no"}, [ADDRESS], id="address or number changed"),
    pytest.param({"address": "no", "talk": "yes"}, [TALK], id="wants to talk"),
    pytest.param({"talk": "yes", "address": "yes"}, [ADDRESS, TALK], id="both"),
    pytest.param({"obstacles": "yes"}, [], id="free words are for people"),
    pytest.param({"condition": "sakit", "talk": "yes"}, [TALK, Concern.READ], id="words to read soon"),
    pytest.param({"talk": "no", "talk_words": "tidak, saya takut"}, [Concern.READ], id="also beside a no"),
]


@pytest.mark.parametrize(("answers", "concerns"), ANSWERS)
def test_what_the_officer_should_see_at_once(answers: dict[str, str], concerns: list[Concern]) -> None:
    assert concerns_of(answers) == concerns


def test_every_concern_but_that_of_free_words_is_asked_for_after_the_five_questions() -> None:
    assert STEPS[5:] == tuple(concern.value for concern in Concern if concern is not Concern.READ)
