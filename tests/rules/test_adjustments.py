"""Corrections and penalties, each bound at its edge; outcomes, what follows and who may say them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.adjustments import BOUNDS, Adjustment, AdjustmentReason, check_adjustment, check_penalty
from bot.domain.balance import Balance
from bot.domain.messages import Minutes, Refused
from bot.domain.outcomes import MEANINGS, Outcome, after_rejection, offered, outcome_of
from bot.domain.people import Role
from bot.handlers.questions import WORDS
from bot.handlers.table import CHOICES, COMMANDS
from tests.harness import sentences

UNRECORDED, FAILURE = AdjustmentReason.UNRECORDED_WORK, AdjustmentReason.SYSTEM_FAILURE
WRONG, TWICE, INSPECTION = (
    AdjustmentReason.WRONG_TIMES,
    AdjustmentReason.COUNTED_TWICE,
    AdjustmentReason.INSPECTION,
)
RULED_ON, ENDS_ON, TODAY = date(2026, 2, 26), date(2026, 8, 30), date(2026, 4, 30)
HALF = Balance(credited=6000, remaining=8400, by_day={RULED_ON: 60, TODAY: 240, ENDS_ON: 60})
"""Half is served, and of today four hours are credited."""
FULL = Balance(credited=6000, remaining=8400, by_day={TODAY: 480})
EMPTY = date(2026, 4, 29)
"""A day on which nobody worked."""

DIRECTION: dict[str, object] = {"adjustment-wrong-direction": {}}
FUTURE: dict[str, object] = {"adjustment-in-future": {}}
OUTSIDE: dict[str, object] = {"adjustment-outside-case": {}}


def large(minutes: int) -> dict[str, object]:
    return {"adjustment-too-large": {"most": Minutes(minutes)}}


CORRECTIONS = [
    pytest.param(60, WRONG, TODAY, HALF, None, id="+60"),
    pytest.param(-30, WRONG, TODAY, HALF, None, id="-30"),
    pytest.param(0, WRONG, TODAY, HALF, {"adjustment-nothing": {}}, id="nothing"),
    pytest.param(
        0, TWICE, TODAY, HALF, {"adjustment-nothing": {}}, id="nothing, for a reason that adds none"
    ),
    pytest.param(240, WRONG, TODAY, HALF, None, id="wrong times: +240"),
    pytest.param(241, WRONG, TODAY, HALF, large(240), id="wrong times: not +241"),
    pytest.param(-240, WRONG, TODAY, HALF, None, id="wrong times: -240"),
    pytest.param(-241, WRONG, TODAY, HALF, large(240), id="wrong times: not -241"),
    pytest.param(480, UNRECORDED, EMPTY, HALF, None, id="unrecorded work: a day"),
    pytest.param(481, UNRECORDED, TODAY, HALF, large(480), id="unrecorded work: no more than a day"),
    pytest.param(-1, UNRECORDED, TODAY, HALF, DIRECTION, id="unrecorded work takes nothing off"),
    pytest.param(480, FAILURE, EMPTY, HALF, None, id="a failure of the system: a day"),
    pytest.param(-1, FAILURE, TODAY, HALF, DIRECTION, id="nobody pays for a failure of the system"),
    pytest.param(-480, TWICE, TODAY, FULL, None, id="counted twice: a day off"),
    pytest.param(-481, TWICE, TODAY, HALF, large(480), id="counted twice: no more than a day"),
    pytest.param(1, TWICE, TODAY, HALF, DIRECTION, id="counted twice adds nothing"),
    pytest.param(-480, INSPECTION, TODAY, FULL, None, id="an examination: a day off"),
    pytest.param(1, INSPECTION, TODAY, HALF, DIRECTION, id="an examination adds nothing"),
    pytest.param(60, WRONG, RULED_ON, HALF, None, id="on the day of the ruling"),
    pytest.param(60, WRONG, date(2026, 2, 25), HALF, OUTSIDE, id="before the ruling"),
    pytest.param(60, WRONG, date(2026, 5, 1), HALF, FUTURE, id="tomorrow"),
    pytest.param(60, WRONG, TODAY, Balance(remaining=60), None, id="all that remains"),
    pytest.param(
        61,
        WRONG,
        TODAY,
        Balance(remaining=60),
        {"adjustment-above-remaining": {"remaining": Minutes(60)}},
        id="more than remains",
    ),
    pytest.param(
        1,
        WRONG,
        TODAY,
        Balance(credited=480, remaining=0),
        {"adjustment-above-remaining": {"remaining": Minutes(0)}},
        id="nothing remains",
    ),
    pytest.param(240, UNRECORDED, TODAY, HALF, None, id="all that the day has room for"),
    pytest.param(
        241,
        UNRECORDED,
        TODAY,
        HALF,
        {"adjustment-above-day": {"held": Minutes(240), "room": Minutes(240)}},
        id="more than the day has room for",
    ),
    pytest.param(
        60, WRONG, TODAY, FULL, {"adjustment-day-full": {"held": Minutes(480)}}, id="the day is full"
    ),
    pytest.param(-240, TWICE, TODAY, HALF, None, id="all that the day holds"),
    pytest.param(
        -241,
        TWICE,
        TODAY,
        HALF,
        {"adjustment-below-day": {"held": Minutes(240)}},
        id="more than the day holds",
    ),
    pytest.param(
        -60, WRONG, EMPTY, HALF, {"adjustment-day-empty": {}}, id="nothing is taken from another day"
    ),
    pytest.param(240, WRONG, TODAY, Balance(remaining=None), None, id="without hours nothing can remain"),
]


def refusal(
    minutes: int,
    reason: AdjustmentReason,
    day: date,
    balance: Balance,
    *,
    today: date = TODAY,
    daily: int = 480,
) -> object:
    correction = Adjustment(minutes, reason, day)
    try:
        check_adjustment(correction, balance, daily=daily, ruled_on=RULED_ON, ends_on=ENDS_ON, today=today)
    except Refused as no:
        return {no.key: no.params}
    return None


@pytest.mark.parametrize(("minutes", "reason", "day", "balance", "expected"), CORRECTIONS)
def test_corrections(
    minutes: int, reason: AdjustmentReason, day: date, balance: Balance, expected: object
) -> None:
    assert refusal(minutes, reason, day, balance) == expected


def test_after_the_end_of_a_case_only_its_own_days_are_corrected() -> None:
    later = date(2026, 10, 1)
    assert refusal(60, WRONG, ENDS_ON, HALF, today=later) is None
    assert refusal(60, WRONG, ENDS_ON + timedelta(days=1), HALF, today=later) == OUTSIDE


def test_a_day_has_the_room_that_the_ruling_gives_it() -> None:
    assert refusal(60, UNRECORDED, TODAY, HALF, daily=300) is None
    expected = {"adjustment-above-day": {"held": Minutes(240), "room": Minutes(60)}}
    assert refusal(61, UNRECORDED, TODAY, HALF, daily=300) == expected


def test_no_reason_goes_beyond_a_day_and_each_goes_somewhere() -> None:
    assert set(BOUNDS) == set(AdjustmentReason)
    assert all(0 <= bound <= 480 for one in BOUNDS.values() for bound in (one.up, one.down))
    assert all(one.up or one.down for one in BOUNDS.values())


PENALTIES = [
    pytest.param(0, 180, True, id="none"),
    pytest.param(15, 180, True, id="a quarter of an hour"),
    pytest.param(180, 180, True, id="as long as the work"),
    pytest.param(181, 180, False, id="longer than the work"),
    pytest.param(-1, 180, False, id="below zero"),
    pytest.param(0, 0, True, id="none of no work"),
    pytest.param(1, 0, False, id="something of no work"),
]


@pytest.mark.parametrize(("minutes", "worked", "allowed"), PENALTIES)
def test_penalties(minutes: int, worked: int, allowed: bool) -> None:
    said = None
    try:
        check_penalty(minutes, worked)
    except Refused as no:
        said = {no.key: no.params}
    assert said == (None if allowed else {"penalty-too-long": {"most": Minutes(worked)}})


AT = datetime(2026, 4, 6, 0, 0, tzinfo=UTC)
PLANNED = (AT, AT + timedelta(hours=3))


def by(*, late: int = 0, early: int = 0) -> tuple[datetime, datetime]:
    """Worked times: so many minutes after the start, and before the end."""
    return PLANNED[0] + timedelta(minutes=late), PLANNED[1] - timedelta(minutes=early)


TIMES = [
    pytest.param(by(), Outcome.PRESENT, id="to the minute"),
    pytest.param(by(late=15), Outcome.PRESENT, id="15 minutes late are not worth a word"),
    pytest.param(by(late=16), Outcome.LATE, id="16 minutes late"),
    pytest.param(by(late=-60), Outcome.PRESENT, id="early"),
    pytest.param(by(early=15), Outcome.PRESENT, id="left 15 minutes early"),
    pytest.param(by(early=16), Outcome.LEFT_EARLY, id="left 16 minutes early"),
    pytest.param(by(early=-60), Outcome.PRESENT, id="stayed longer"),
    pytest.param(by(late=16, early=16), Outcome.LATE, id="late wins: it came first"),
]


@pytest.mark.parametrize(("worked", "outcome"), TIMES)
def test_what_the_times_say(worked: tuple[datetime, datetime], outcome: Outcome) -> None:
    assert outcome_of(PLANNED, worked) == outcome
    assert outcome_of(None, worked) == Outcome.PRESENT


SUGGESTED = [
    pytest.param("reason-not-here", False, Outcome.UNEXPLAINED, id="not at the site: nobody came"),
    pytest.param("reason-not-here", True, None, id="after the finish a person must say"),
    pytest.param("reason-wrong-time", False, None, id="wrong times are no miss"),
    pytest.param("reason-not-working", True, None, id="nor is idling"),
    pytest.param("Tidak di lokasi", False, None, id="nor what somebody wrote"),
]


@pytest.mark.parametrize(("reason", "finished", "outcome"), SUGGESTED)
def test_what_a_rejection_suggests(reason: str, finished: bool, outcome: Outcome | None) -> None:
    assert after_rejection(reason, finished=finished) == outcome


HOUR, NONE = timedelta(hours=1), timedelta(0)
LATE_EARLY = [(NONE, NONE), (HOUR, NONE), (NONE, HOUR)]
THERE = (Outcome.PRESENT, Outcome.LATE, Outcome.LEFT_EARLY)
AWAY = (
    Outcome.PERMITTED,
    Outcome.SICK,
    Outcome.UNEXPLAINED,
    Outcome.SITE_CLOSED,
    Outcome.SYSTEM_FAILURE,
)


@pytest.mark.parametrize("role", Role)
def test_who_may_say_what_became_of_a_session(role: Role) -> None:
    choices = {Role.OFFICER: AWAY, Role.SUPERVISOR: (Outcome.SITE_CLOSED,)}
    assert offered(role) == choices.get(role, ())


def test_every_outcome_is_reached_and_has_a_name_and_a_hint() -> None:
    by_times = {outcome_of(PLANNED, (PLANNED[0] + late, PLANNED[1] - early)) for late, early in LATE_EARLY}
    chosen = {outcome for role in Role for outcome in offered(role)}
    by_clock = {Outcome.UNREACHED}
    assert by_times | chosen | by_clock == set(Outcome)
    assert not by_times & chosen
    for locale in ("id", "en"):
        for outcome in Outcome:
            for key in (f"outcome-{outcome.value}", f"outcome-hint-{outcome.value}"):
                assert sentences().render(key, {}, locale=locale) != key


def test_a_site_is_closed_by_whoever_may_say_that_it_was() -> None:
    closing = [COMMANDS["tutup"].roles, CHOICES["shut"].roles, WORDS["shut"].roles]
    assert closing == [{Role.OFFICER, Role.SUPERVISOR}] * 3


def test_only_an_absence_without_explanation_needs_follow_up() -> None:
    assert set(MEANINGS) == set(Outcome)
    assert [outcome for outcome in Outcome if MEANINGS[outcome].needs_follow_up] == [Outcome.UNEXPLAINED]
    assert tuple(outcome for outcome in Outcome if MEANINGS[outcome].attended) == THERE
