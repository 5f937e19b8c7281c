"""What may be contested, and by when the answer is due."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from bot.domain.checkins import AttendanceState
from bot.domain.contests import (
    Chase,
    ContestAbout,
    ContestState,
    about_of,
    answer_by,
    check_claimed_day,
    check_filing,
    look_at,
    may_reopen,
    next_chase,
    wait_until,
)
from bot.domain.messages import Refused

NOW = datetime(2026, 4, 23, 4, tzinfo=UTC)
DECIDED = NOW - timedelta(hours=2)


@pytest.mark.parametrize(
    ("decided_at", "known", "refusal"),
    [
        pytest.param(DECIDED, None, "", id="just rejected"),
        pytest.param(NOW - timedelta(days=14), None, "", id="the last moment"),
        pytest.param(NOW - timedelta(days=14, seconds=1), None, "contest-too-late", id="too late"),
        pytest.param(None, None, "contest-nothing-to-contest", id="nobody has decided"),
        pytest.param(DECIDED, ContestState.DRAFT, "", id="begun before, and never sent"),
        pytest.param(DECIDED, ContestState.OPEN, "contest-waits", id="again, while it waits"),
        pytest.param(DECIDED, ContestState.DISMISSED, "contest-was-decided", id="again, after the answer"),
        pytest.param(DECIDED, ContestState.WITHDRAWN, "contest-was-decided", id="taken back before"),
    ],
)
def test_what_may_be_contested(decided_at: datetime | None, known: ContestState | None, refusal: str) -> None:
    if not refusal:
        check_filing(decided_at, known=known, now=NOW)
        return
    with pytest.raises(Refused) as refused:
        check_filing(decided_at, known=known, now=NOW)
    assert refused.value.key == refusal


@pytest.mark.parametrize(
    ("zone", "day"),
    [("Asia/Makassar", date(2026, 4, 30)), ("Asia/Jayapura", date(2026, 5, 1))],
)
def test_the_answer_is_due_a_week_after_the_offices_own_day(zone: str, day: date) -> None:
    late = datetime(2026, 4, 23, 15, 30, tzinfo=UTC)  # 23.30 in Makassar, 00.30 of the next day in Jayapura
    assert answer_by(late, zone) == day


@pytest.mark.parametrize(
    ("state", "penalty", "about"),
    [
        (AttendanceState.REJECTED, 0, ContestAbout.REJECTED),
        (AttendanceState.CONFIRMED, 0, ContestAbout.TIMES),
        (AttendanceState.CONFIRMED, 30, ContestAbout.PENALTY),
    ],
)
def test_what_is_contested_follows_from_the_entry(
    state: AttendanceState, penalty: int, about: ContestAbout
) -> None:
    assert about_of(state, penalty) is about


@pytest.mark.parametrize(
    ("state", "decided_at", "reopened_at", "may"),
    [
        pytest.param(ContestState.DISMISSED, DECIDED, None, True, id="once"),
        pytest.param(ContestState.DISMISSED, DECIDED, NOW, False, id="not twice"),
        pytest.param(ContestState.UPHELD, DECIDED, None, False, id="nothing is left to say"),
        pytest.param(ContestState.WITHDRAWN, None, None, False, id="taken back"),
        pytest.param(ContestState.OPEN, None, None, False, id="it waits: it is completed instead"),
        pytest.param(ContestState.DISMISSED, NOW - timedelta(days=15), None, False, id="too late"),
    ],
)
def test_new_evidence_opens_it_once(
    state: ContestState, decided_at: datetime | None, reopened_at: datetime | None, may: bool
) -> None:
    assert may_reopen(state, decided_at=decided_at, reopened_at=reopened_at, now=NOW) is may


@pytest.mark.parametrize(
    ("day", "refusal"),
    [
        (date(2026, 4, 23), ""),
        (date(2026, 4, 9), ""),
        (date(2026, 4, 8), "claim-day-too-old"),
        (date(2026, 4, 24), "claim-day-to-come"),
    ],
)
def test_a_day_can_be_claimed_for_two_weeks(day: date, refusal: str) -> None:
    if not refusal:
        check_claimed_day(day, date(2026, 4, 23))
        return
    with pytest.raises(Refused) as refused:
        check_claimed_day(day, date(2026, 4, 23))
    assert refused.value.key == refusal


def test_a_late_answer_is_asked_for_on_the_next_morning() -> None:
    assert look_at(date(2026, 4, 30), "Asia/Makassar") == datetime(2026, 5, 1, 0, tzinfo=UTC)


ANSWER_ON = date(2026, 4, 30)
MORNING = datetime(2026, 5, 1, 0, tzinfo=UTC)  # 08.00 in Makassar


@pytest.mark.parametrize(
    ("chased", "by_head", "now", "chase"),
    [
        pytest.param(0, False, MORNING, Chase.REMIND, id="the morning after"),
        pytest.param(0, True, MORNING, Chase.REMIND, id="likewise a head"),
        pytest.param(0, False, MORNING - timedelta(minutes=1), Chase.WAIT, id="not before eight"),
        pytest.param(0, False, MORNING + timedelta(hours=12), Chase.WAIT, id="not in the evening"),
        pytest.param(0, False, MORNING - timedelta(hours=12), Chase.WAIT, id="on its day"),
        pytest.param(1, False, MORNING, Chase.TELL_HEAD, id="again: the head hears of it"),
        pytest.param(1, True, MORNING, Chase.NONE, id="who is the head is not told of himself"),
        pytest.param(2, False, MORNING, Chase.NONE, id="nobody is asked for ever"),
    ],
)
def test_one_reminder_and_then_the_head(chased: int, by_head: bool, now: datetime, chase: Chase) -> None:
    assert next_chase(chased, ANSWER_ON, by_head=by_head, now=now, zone="Asia/Makassar") is chase


@pytest.mark.parametrize(
    ("now", "until"),
    [
        pytest.param(MORNING - timedelta(days=3), MORNING, id="its own morning"),
        pytest.param(MORNING - timedelta(hours=2), MORNING, id="this morning"),
        pytest.param(MORNING + timedelta(hours=13), MORNING + timedelta(days=1), id="tomorrow"),
    ],
)
def test_what_waits_is_looked_at_in_a_morning(now: datetime, until: datetime) -> None:
    assert wait_until(ANSWER_ON, now=now, zone="Asia/Makassar") == until
