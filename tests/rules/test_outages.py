"""How much of a window was lost while nobody could be heard."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.domain.checkins import Habits, SessionStep, Slot, due_step, extension, session_steps
from bot.domain.outages import Outage, lost, report_closes
from bot.domain.outcomes import Outcome, silence
from bot.domain.reminders import Offset
from tests.harness import ZONE, at

HABITS = Habits((Offset(before=timedelta(hours=1)),), timedelta(minutes=30))
WORK = Slot(1, at(23, 8), at(23, 11))


def minutes(number: int) -> timedelta:
    return timedelta(minutes=number)


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        pytest.param([], 0, id="none"),
        pytest.param([(at(23, 6), at(23, 7))], 0, id="before it"),
        pytest.param([(at(23, 12), at(23, 13))], 0, id="after it"),
        pytest.param([(at(23, 7), at(23, 9))], 60, id="its first hour"),
        pytest.param([(at(23, 11), at(23, 14))], 60, id="the hour after its end"),
        pytest.param([(at(23, 9), at(23, 10))], 60, id="within it"),
        pytest.param([(at(22, 0), at(24, 0))], 240, id="all of it"),
        pytest.param([(at(23, 9), at(23, 10)), (at(23, 9, 30), at(23, 10, 30))], 90, id="two that overlap"),
        pytest.param([(at(23, 10), at(23, 10, 30)), (at(23, 8), at(23, 9))], 90, id="two, the later first"),
        pytest.param([(at(23, 8), at(23, 11)), (at(23, 9), at(23, 10))], 180, id="one within the other"),
    ],
)
def test_a_session_is_longer_by_what_it_lost(spans: list[tuple[datetime, datetime]], expected: int) -> None:
    assert extension(WORK, [Outage(*one) for one in spans]) == minutes(expected)


def test_what_is_lost_is_never_more_than_the_time_itself() -> None:
    assert lost([Outage(at(1, 0), at(30, 0))], at(23, 8), at(23, 9)) == minutes(60)


def test_a_client_is_asked_and_waited_for_later_and_reminded_as_ever() -> None:
    before = dict((step, moment) for moment, step in session_steps(WORK, ZONE, HABITS))
    after = dict(
        (step, moment) for moment, step in session_steps(WORK, ZONE, HABITS, [Outage(at(23, 7), at(23, 9))])
    )
    longer = {SessionStep.MISS_QUESTION: minutes(60), SessionStep.MISSED: minutes(60)}
    assert {step: after[step] - before[step] for step in before} == {
        step: longer.get(step, timedelta()) for step in SessionStep
    }


def test_what_was_due_during_it_is_due_later_not_twice() -> None:
    steps = session_steps(WORK, ZONE, HABITS, [Outage(at(23, 7, 59), at(23, 10))])
    asked = at(23, 8, 30) + minutes(120)
    assert due_step(steps, at(23, 8, 30), at(23, 10)) is None
    assert due_step(steps, asked, asked) is SessionStep.MISS_QUESTION


@pytest.mark.parametrize(
    ("gone", "reached", "outcome"),
    [
        (0, True, Outcome.UNEXPLAINED),
        (14, True, Outcome.UNEXPLAINED),
        (15, True, Outcome.SYSTEM_FAILURE),
        (15, False, Outcome.SYSTEM_FAILURE),
        (0, False, Outcome.UNREACHED),
    ],
)
def test_silence_says_nothing_against_whoever_could_not_be_heard(
    gone: int, reached: bool, outcome: Outcome
) -> None:
    assert silence(reached=reached, lost=minutes(gone)) is outcome


@pytest.mark.parametrize(
    ("span", "closes"),
    [
        pytest.param((at(23, 10), at(23, 12)), at(25, 0), id="on its day"),
        pytest.param((at(22, 10), at(22, 12)), at(24, 0), id="the day before"),
        pytest.param((at(22, 23), at(23, 1)), at(25, 0), id="into its day"),
        pytest.param((at(23, 23), at(24, 3)), at(25, 0), id="over its end"),
        pytest.param((at(24, 1), at(24, 3)), at(24, 0), id="after its end"),
    ],
)
def test_a_report_may_be_given_a_day_longer(span: tuple[datetime, datetime], closes: datetime) -> None:
    assert report_closes(at(24, 0), [Outage(*span)]) == closes
