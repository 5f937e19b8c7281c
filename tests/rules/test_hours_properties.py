"""What holds for the balance of any case, whatever happened in whatever order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.balance import Balance
from bot.domain.hours import EventKind, Fact, fold
from bot.storage.events import FOLDED
from tests.rules.case_facts import (
    APRIL,
    adjusted,
    came,
    confirmed,
    judged,
    left,
    opened,
    opening,
    rejected,
    taken_back,
    undone,
)
from tests.rules.case_facts import (
    fact as told,
)

Case = tuple[int | None, int | None, list[tuple[int, int]], int, int | None]
Visit = tuple[int, int, bool, int, list[tuple[str, int, int]]]

QUARTERS = st.integers(0, 95)
DAYS = st.integers(1, 4)
SAID = (
    "left",
    "undone",
    "confirmed",
    "confirmed",
    "not there",
    "rejected",
    "taken back",
    "accepted",
    "declined",
)
CASES = st.tuples(
    st.none() | st.integers(0, 3000),
    st.none() | st.integers(1, 480),
    st.lists(st.tuples(st.integers(-480, 480), DAYS), max_size=4),
    st.integers(0, 3000),
    st.none() | st.integers(0, 3000),
)
"""The order, corrections with their days, hours served before, and the total after an appeal."""
VISITS = st.tuples(
    DAYS,
    QUARTERS,
    st.booleans(),
    st.integers(0, 120),
    st.lists(st.tuples(st.sampled_from(SAID), QUARTERS, st.integers(0, 120)), max_size=5),
)
"""One attendance: day and start, planned or not, its break, and whatever people and phones say about it."""


def case_stream(case: Case) -> list[Fact]:
    total, daily, corrections, before, appealed = case
    facts = [opened(total, daily)]
    for number, (minutes, day) in enumerate(corrections):
        facts.append(adjusted(minutes, number=number, day=day))
    return [*facts, opening(before), *([] if appealed is None else [opened(appealed, daily)])]


def attendance_stream(attendance: int, visit: Visit) -> list[Fact]:
    day, quarter, planned, pause, said = visit
    start = _clock(quarter)
    facts = [came(attendance, day, start, planned=planned, pause=pause)]
    for what, until, minutes in said:
        it = (attendance, day, start, _clock(until))
        match what:
            case "left":
                facts.append(left(*it, pause=minutes))
            case "undone":
                facts.append(undone(*it))
            case "confirmed" | "not there":
                penalty, attended = minutes // 2, what == "confirmed"
                facts.append(confirmed(*it, pause=minutes, penalty=penalty, attended=attended))
            case "rejected":
                facts.append(rejected(*it))
            case "taken back":
                facts.append(taken_back(*it))
            case _:
                facts.append(judged(*it, accepted=what == "accepted"))
    return facts


def history(case: Case, visits: Sequence[Visit]) -> list[list[Fact]]:
    """The case and its attendances, each in its own order."""
    return [case_stream(case), *(attendance_stream(no, visit) for no, visit in enumerate(visits, 1))]


HISTORIES = st.builds(history, CASES, st.lists(VISITS, max_size=5))


def in_a_row(streams: Sequence[Sequence[Fact]]) -> list[Fact]:
    return [one for stream in streams for one in stream]


@st.composite
def interleaved(draw: st.DrawFn, streams: Sequence[Sequence[Fact]]) -> list[Fact]:
    """The same facts, those of each stream in their own order."""
    whose = draw(st.permutations([index for index, stream in enumerate(streams) for _ in stream]))
    waiting = [iter(stream) for stream in streams]
    return [next(waiting[index]) for index in whose]


@given(st.data())
def test_any_order_of_arrival_gives_one_balance(data: st.DataObject) -> None:
    streams = data.draw(HISTORIES)
    assert fold(data.draw(interleaved(streams))) == fold(in_a_row(streams))


@given(st.data())
def test_facts_heard_again_change_nothing(data: st.DataObject) -> None:
    streams = data.draw(HISTORIES)
    times = st.integers(1, 3)
    again = [stream * data.draw(times) for stream in streams]
    stuttered = [[one for one in stream for _ in range(data.draw(times))] for stream in again]
    assert fold(data.draw(interleaved(stuttered))) == fold(in_a_row(streams))


@given(st.data())
def test_a_start_may_be_heard_at_any_time_and_again(data: st.DataObject) -> None:
    streams = data.draw(HISTORIES)
    moved = [list(stream) for stream in streams]
    for stream in moved[1:]:
        start = stream.pop(0) if data.draw(st.booleans()) and len(stream) > 1 else stream[0]
        stream.insert(data.draw(st.integers(0, len(stream))), start)
    assert fold(data.draw(interleaved(moved))) == fold(in_a_row(streams))


LAST_WORDS = st.sampled_from(["none", "confirmed", "not there", "rejected"])


@given(st.lists(st.tuples(VISITS, LAST_WORDS, st.sampled_from([None, True, False])), max_size=4), st.data())
def test_facts_that_say_all_they_know_may_come_in_any_order(
    visits: list[tuple[Visit, str, bool | None]], data: st.DataObject
) -> None:
    """Start, finish, one last word and the officer's: each holds whatever came before it. Only a word that
    takes another back needs its place after it."""
    facts = [opened(2000), opening(300), adjusted(60), adjusted(-90, number=2)]
    for number, ((day, quarter, planned, pause, _), word, accepted) in enumerate(visits, 1):
        said = [] if word == "none" else [(word, 70, pause)]
        facts += attendance_stream(number, (day, quarter, planned, 60, [("left", 80, 30), *said]))
        if accepted is not None:
            facts.append(judged(number, day, _clock(quarter), _clock(70), accepted=accepted))
    assert fold(data.draw(st.permutations(facts))) == fold(facts)


@given(HISTORIES)
def test_credited_never_exceeds_day_order_or_law(streams: list[list[Fact]]) -> None:
    balance, order = fold(in_a_row(streams)), Order.of(streams[0])
    assert all(0 < minutes <= order.daily <= 480 for minutes in balance.by_day.values())
    assert balance.credited >= 0
    if order.total is not None:
        assert balance.credited <= order.total


@given(HISTORIES)
def test_credited_is_the_sum_of_its_parts(streams: list[list[Fact]]) -> None:
    """Nothing is cut off behind the figures: no part goes below what there is, so none hides a debt."""
    balance = fold(in_a_row(streams))
    work = sum(credit.credited for credit in balance.by_attendance.values())
    assert balance.credited == balance.opening + balance.adjusted + work
    assert balance.credited == balance.opening + sum(balance.by_day.values())


@given(HISTORIES)
def test_credited_and_remaining_are_the_order(streams: list[list[Fact]]) -> None:
    balance, order = fold(in_a_row(streams)), Order.of(streams[0])
    assert balance.remaining == (None if order.total is None else order.total - balance.credited)
    assert balance.surplus == sum(credit.surplus for credit in balance.by_attendance.values())


@given(HISTORIES)
def test_every_minute_that_was_decided_is_credited_surplus_or_not_counted(streams: list[list[Fact]]) -> None:
    for number, credit in fold(in_a_row(streams)).by_attendance.items():
        parts = (credit.credited, credit.surplus, credit.not_counted)
        assert min(parts) >= 0
        assert sum(parts) == _present(streams[number])
        assert (credit.cap is None) == (credit.surplus == 0)


@given(HISTORIES)
def test_the_sum_is_what_days_and_order_can_hold(streams: list[list[Fact]]) -> None:
    """However credit is spread over attendances: hours served before and the days, each corrected and up to
    its cap, up to the order."""
    balance, order = fold(in_a_row(streams)), Order.of(streams[0])
    days: dict[date, int] = defaultdict(int)
    for number, credit in balance.by_attendance.items():
        day = _day_of(streams[number])
        days[day] = min(days[day] + credit.credited + credit.surplus, order.daily)
    for day, minutes in order.corrections:
        days[day] = max(days[day] + minutes, 0)
    most = balance.opening + sum(min(minutes, order.daily) for minutes in days.values())
    assert balance.credited == (most if order.total is None else min(most, order.total))


@given(HISTORIES, DAYS, st.integers(-480, 480).filter(bool))
def test_a_correction_within_what_a_day_holds_is_never_owed_nor_lost(
    streams: list[list[Fact]], day: int, minutes: int
) -> None:
    """What may be entered does what it says; what was above a cap may fill again what it takes off."""
    facts = in_a_row(streams)
    before, order = fold(facts), Order.of(streams[0])
    held = before.by_day.get(APRIL.replace(day=day), 0)
    room = min(order.daily - held, order.daily if before.remaining is None else before.remaining)
    minutes = max(min(minutes, room), -held)
    after = fold([*facts, adjusted(minutes, number=99, day=day)])
    if minutes > 0:
        assert after.credited == before.credited + minutes
    else:
        assert before.credited + minutes <= after.credited <= before.credited


@given(HISTORIES, st.integers(1, 480))
def test_more_confirmed_work_never_makes_the_sum_smaller(streams: list[list[Fact]], length: int) -> None:
    facts = in_a_row(streams)
    finish = f"{8 + length // 60:02d}:{length % 60:02d}"
    more = [*facts, came(99, 2, "08:00"), confirmed(99, 2, "08:00", finish)]
    assert fold(facts).credited <= fold(more).credited


@given(HISTORIES)
def test_what_is_rejected_moves_nothing_of_the_others(streams: list[list[Fact]]) -> None:
    facts = in_a_row(streams)
    before, after = fold(facts), fold([*facts, rejected(99, 2, "08:00", "12:00")])
    assert _totals(before) == _totals(after)


LIVES = [
    [came(1, 1, "09:00")],
    [came(1, 1, "09:00"), left(1, 1, "09:00", "12:00")],
    [came(1, 1, "09:00"), confirmed(1, 1, "09:00", "12:00")],
    [came(1, 1, "09:00"), rejected(1, 1, "09:00", "12:00")],
    [came(1, 1, "09:00", planned=False), confirmed(1, 1, "09:00", "12:00")],
]
"""An attendance in each of its states."""


@pytest.mark.parametrize("kind", [kind for kind in EventKind if kind not in FOLDED])
def test_the_balance_hangs_on_no_fact_that_is_not_read_for_it(kind: EventKind) -> None:
    """Storage hands the fold only some kinds."""
    said = {"planned": False, "break_minutes": 60, "penalty_minutes": 5, "attended": False}
    other = told(kind, 1, 1, "10:00", "17:00", **said)
    assert [fold([*life, other]) for life in LIVES] == [fold(life) for life in LIVES]


@dataclass(frozen=True)
class Order:
    """What the facts of a case come to, said once more and more simply."""

    total: int | None
    daily: int
    corrections: list[tuple[date, int]]

    @classmethod
    def of(cls, facts: Sequence[Fact]) -> Order:
        last = [fact.payload for fact in facts if fact.kind is EventKind.CASE_OPENED][-1]
        said = [fact.payload for fact in facts if fact.kind is EventKind.HOURS_ADJUSTED]
        corrections = [(date.fromisoformat(one["day"]), one["minutes"]) for one in said]
        return cls(last["total_minutes"], last["daily_minutes"] or 480, corrections)


def _clock(quarter: int) -> str:
    return f"{quarter // 4:02d}:{quarter % 4 * 15:02d}"


def _totals(balance: Balance) -> tuple[int, int, int, int | None]:
    return balance.credited, balance.waiting, balance.surplus, balance.remaining


def _day_of(stream: Sequence[Fact]) -> date:
    return date.fromisoformat(stream[0].payload["day"])


def _present(stream: Sequence[Fact]) -> int:
    """Minutes from start to the finish that holds: a person's word, else the last of the phone."""
    finish, fixed = None, False
    for fact in stream:
        match fact.kind:
            case EventKind.HOURS_CONFIRMED:
                finish, fixed = fact.payload["finish"], True
            case EventKind.HOURS_REJECTED:
                fixed = False
            case EventKind.CHECKED_OUT if not fixed:
                finish = fact.payload["finish"]
            case EventKind.CHECK_OUT_UNDONE if not fixed:
                finish = None
    return _minutes(stream[0].payload["start"], finish) if finish else 0


def _minutes(start: str, finish: str) -> int:
    return int((datetime.fromisoformat(finish) - datetime.fromisoformat(start)).total_seconds() // 60)
