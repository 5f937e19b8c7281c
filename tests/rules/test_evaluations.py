"""What is asked at the end, and the index of satisfaction as its regulation computes and grades it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from bot.domain.checkins import AttendanceState
from bot.domain.evaluations import (
    ASKED_WITHIN,
    ELEMENTS,
    ENOUGH,
    LOTS,
    Grade,
    Index,
    Question,
    Rater,
    Span,
    Tally,
    begun_on,
    converted,
    grade_of,
    index_of,
    may_be_asked,
    of_year,
    parts_of,
    period_of,
    questions_for,
    shown_quarters,
)
from bot.domain.weeks import Period


@pytest.mark.parametrize(
    ("mean", "value", "grade"),
    [
        ("1.00", "25.00", Grade.D),
        ("2.5996", "64.99", Grade.D),
        ("2.60", "65.00", Grade.C),
        ("3.064", "76.60", Grade.C),
        ("3.0644", "76.61", Grade.B),
        ("3.532", "88.30", Grade.B),
        ("3.5324", "88.31", Grade.A),
        ("4.00", "100.00", Grade.A),
    ],
)
def test_both_ends_of_each_grade_are_those_of_the_regulation(mean: str, value: str, grade: Grade) -> None:
    found = converted(Fraction(mean))

    assert (found, grade_of(found)) == (Decimal(value), grade)


def test_every_element_weighs_a_ninth_however_many_answered_it() -> None:
    tallies = {one: Tally(5, 15) for one in ELEMENTS}
    tallies[Question.MANNER] = Tally(100, 400)

    assert index_of(tallies) == Index(Decimal("77.78"), Grade.B, 140)


def test_four_everywhere_is_a_hundred() -> None:
    assert index_of({one: Tally(ENOUGH, ENOUGH * 4) for one in ELEMENTS}) == Index(
        Decimal("100.00"), Grade.A, ENOUGH * 9
    )


@pytest.mark.parametrize("few", ELEMENTS)
def test_with_too_few_answers_to_one_element_there_is_no_index(few: Question) -> None:
    tallies = {one: Tally(ENOUGH, ENOUGH * 4) for one in ELEMENTS}

    assert index_of({**tallies, few: Tally(ENOUGH - 1, 16)}) is None


def test_three_clients_answer_for_all_nine_elements_with_three_each() -> None:
    asked = [questions_for(Rater.CLIENT, lot=lot, at_site=False) for lot in range(LOTS)]

    assert [len(one) for one in asked] == [4, 4, 4]
    assert {one for some in asked for one in some} == {*ELEMENTS, Question.REMARK}


@pytest.mark.parametrize(
    ("rater", "at_site", "asked"),
    [
        (Rater.SUPERVISOR, True, ("discipline", "work", "attitude", "remark")),
        (Rater.OFFICER, True, ("compliance", "change", "placement", "remark")),
        (Rater.OFFICER, False, ("compliance", "change", "remark")),
        (Rater.CLIENT, True, ("activity", "procedure", "result", "complaints", "remark")),
    ],
)
def test_a_form_is_short_and_ends_with_words_that_nobody_must_write(
    rater: Rater, at_site: bool, asked: tuple[str, ...]
) -> None:
    assert questions_for(rater, lot=1, at_site=at_site) == asked


@pytest.mark.parametrize(
    ("span", "today", "first"),
    [
        (Span.YEAR, date(2026, 4, 23), date(2026, 1, 1)),
        (Span.QUARTER, date(2026, 4, 1), date(2026, 4, 1)),
        (Span.QUARTER, date(2026, 6, 30), date(2026, 4, 1)),
        (Span.QUARTER, date(2026, 12, 31), date(2026, 10, 1)),
    ],
)
def test_a_period_begins_with_its_year_or_quarter(span: Span, today: date, first: date) -> None:
    assert period_of(span, today) == Period(first, today)


@pytest.mark.parametrize(
    ("first", "today", "span", "last"),
    [
        (date(2026, 1, 1), date(2026, 4, 23), Span.YEAR, date(2026, 4, 23)),
        (date(2026, 1, 1), date(2027, 1, 1), Span.YEAR, date(2026, 12, 31)),
        (date(2026, 4, 1), date(2026, 4, 23), Span.QUARTER, date(2026, 4, 23)),
        (date(2026, 4, 1), date(2026, 7, 1), Span.QUARTER, date(2026, 6, 30)),
        (date(2026, 10, 1), date(2027, 1, 2), Span.QUARTER, date(2026, 12, 31)),
    ],
)
def test_what_was_asked_for_before_midnight_ends_with_its_own_year_or_quarter(
    first: date, today: date, span: Span, last: date
) -> None:
    assert begun_on(first, today) == (span, last)
    assert period_of(span, last).first == first


OPEN, WAITING = AttendanceState.OPEN, AttendanceState.WAITING
CONFIRMED, REJECTED = AttendanceState.CONFIRMED, AttendanceState.REJECTED
ENDS = datetime(2026, 4, 23, 3, tzinfo=UTC)


@pytest.mark.parametrize(
    ("states", "late", "asked"),
    [
        ((CONFIRMED, REJECTED), timedelta(0), True),
        ((CONFIRMED, WAITING), timedelta(0), False),
        ((CONFIRMED, OPEN), timedelta(0), False),
        ((REJECTED,), timedelta(0), False),
        ((), timedelta(0), False),
        ((CONFIRMED,), ASKED_WITHIN, True),
        ((CONFIRMED,), ASKED_WITHIN + timedelta(seconds=1), False),
    ],
    ids=["all decided", "one waits", "one works", "nobody worked", "nobody", "on the last day", "too late"],
)
def test_a_session_is_asked_about_once_the_hours_of_all_are_decided(
    states: tuple[AttendanceState, ...], late: timedelta, asked: bool
) -> None:
    assert may_be_asked(states, ends_at=ENDS, decided_at=ENDS + late) is asked


@pytest.mark.parametrize(
    ("quarters", "shown"),
    [
        ((5,), (0,)),
        ((3,), (0,)),
        ((0, 5), (0, 1)),
        ((1, 5), (1,)),
        ((4, 5), (1,)),
        ((5, 5), (0, 1)),
        ((2, 4), (0, 1)),
        ((5, 2, 5), (0, 2)),
        ((3, 2, 5), (0, 1, 2)),
        ((5, 3, 6, 2), (0, 1, 2, 3)),
    ],
)
def test_between_a_year_and_its_quarters_lie_none_or_enough(
    quarters: tuple[int, ...], shown: tuple[int, ...]
) -> None:
    assert shown_quarters(quarters) == shown
    answers = sum(quarters[place] for place in shown)
    assert of_year([Tally(one, one * 4, one) for one in quarters]) == Tally(answers, answers * 4, answers)


def test_a_year_is_its_quarters_up_to_today() -> None:
    assert parts_of(Span.YEAR, date(2026, 8, 9)) == (
        Period(date(2026, 1, 1), date(2026, 3, 31)),
        Period(date(2026, 4, 1), date(2026, 6, 30)),
        Period(date(2026, 7, 1), date(2026, 8, 9)),
    )
    assert parts_of(Span.YEAR, date(2026, 1, 1)) == (Period(date(2026, 1, 1), date(2026, 1, 1)),)
    assert parts_of(Span.QUARTER, date(2026, 8, 9)) == (Period(date(2026, 7, 1), date(2026, 8, 9)),)
