"""The states of a case: who may change them, when a case waits to be closed, and how it may end."""

from __future__ import annotations

from datetime import date
from itertools import product

import pytest

from bot.domain.cases import (
    CLOSED_STATES,
    OPEN_STATES,
    CaseState,
    Interval,
    Standing,
    Turn,
    awaits_closing,
    check_change,
    check_closing,
    next_due,
    turn_of,
)
from bot.domain.messages import Minutes, Refused
from bot.domain.people import Role

DRAFT, ACTIVE, SUSPENDED = CaseState.DRAFT, CaseState.ACTIVE, CaseState.SUSPENDED
WAITING, COMPLETED = CaseState.AWAITING_CLOSING, CaseState.COMPLETED
ENDED, TRANSFERRED = CaseState.ENDED, CaseState.TRANSFERRED

OFFICER, OPERATOR, HEAD, CLOCK = Role.OFFICER, Role.OPERATOR, Role.HEAD, None
ANYBODY = (*Role, CLOCK)
"""The clock and imports have no role."""

MAY: dict[tuple[CaseState, CaseState], set[Role | None]] = {
    (DRAFT, ACTIVE): {OFFICER, OPERATOR, CLOCK},
    (DRAFT, TRANSFERRED): {OFFICER, HEAD, CLOCK},
    (ACTIVE, SUSPENDED): {OFFICER, CLOCK},
    (ACTIVE, WAITING): {OFFICER, CLOCK},
    (ACTIVE, TRANSFERRED): {OFFICER, HEAD, CLOCK},
    (SUSPENDED, ACTIVE): {OFFICER, CLOCK},
    (SUSPENDED, WAITING): {OFFICER, CLOCK},
    (SUSPENDED, TRANSFERRED): {OFFICER, HEAD, CLOCK},
    (WAITING, ACTIVE): {OFFICER, OPERATOR, CLOCK},
    (WAITING, SUSPENDED): {OFFICER, OPERATOR, CLOCK},
    (WAITING, COMPLETED): {HEAD},
    (WAITING, ENDED): {HEAD},
    (WAITING, TRANSFERRED): {OFFICER, HEAD, CLOCK},
    (COMPLETED, WAITING): {CLOCK},
    (ENDED, WAITING): {CLOCK},
}
"""Every other change does not exist."""


def verdict(before: CaseState, after: CaseState, role: Role | None) -> str:
    try:
        check_change(before, after, role)
    except Refused as no:
        return no.key
    return "allowed"


def expected(before: CaseState, after: CaseState, role: Role | None) -> str:
    if (before, after) not in MAY:
        return "case-cannot-change"
    return "allowed" if role in MAY[before, after] else "not-yours"


@pytest.mark.parametrize(
    ("before", "after"), list(product(CaseState, repeat=2)), ids=lambda state: state.value
)
def test_who_may_bring_a_case_from_one_state_to_another(before: CaseState, after: CaseState) -> None:
    verdicts = {role: verdict(before, after, role) for role in ANYBODY}
    assert verdicts == {role: expected(before, after, role) for role in ANYBODY}


def test_only_the_head_ends_a_case_and_only_one_that_waits_for_it() -> None:
    enders = {pair: roles for pair, roles in MAY.items() if pair[1] in CLOSED_STATES}
    assert enders == {(WAITING, COMPLETED): {HEAD}, (WAITING, ENDED): {HEAD}}


def test_hours_can_be_confirmed_until_a_case_is_closed() -> None:
    assert set(CaseState) - OPEN_STATES == {DRAFT, COMPLETED, ENDED, TRANSFERRED}


def test_no_state_but_a_transfer_is_a_dead_end() -> None:
    assert {before for before, _ in MAY} == set(CaseState) - {TRANSFERRED}


CLOSINGS = [
    pytest.param(COMPLETED, 0, None, id="served: selesai"),
    pytest.param(
        COMPLETED, 1, ("closing-hours-remain", {"remaining": Minutes(1)}), id="a minute remains: not selesai"
    ),
    pytest.param(COMPLETED, None, None, id="without hours: selesai"),
    pytest.param(ENDED, 1, None, id="a minute remains: belum selesai"),
    pytest.param(ENDED, 0, ("closing-hours-served", {}), id="served: not belum selesai"),
    pytest.param(ENDED, None, None, id="without hours: belum selesai"),
    *[
        pytest.param(
            state, remaining, ("case-cannot-change", {}), id=f"{state.value} is no ending, {remaining}"
        )
        for state in CaseState
        if state not in CLOSED_STATES
        for remaining in (0, 60, None)
    ],
]


@pytest.mark.parametrize(("outcome", "remaining", "refusal"), CLOSINGS)
def test_how_a_case_may_end(outcome: CaseState, remaining: int | None, refusal: object) -> None:
    said = None
    try:
        check_closing(outcome, remaining, over=True)
    except Refused as no:
        said = no.key, no.params
    assert said == refusal


def test_a_case_without_hours_is_not_completed_before_its_last_day_is_over() -> None:
    with pytest.raises(Refused, match="closing-period-runs"):
        check_closing(CaseState.COMPLETED, None, over=False)
    check_closing(CaseState.COMPLETED, 0, over=False)
    check_closing(CaseState.ENDED, None, over=False)


TODAY = date(2026, 4, 30)
OVER = [
    pytest.param(date(2026, 4, 30), 60, False, id="on the last day"),
    pytest.param(date(2026, 4, 29), 60, True, id="the day after"),
    pytest.param(date(2026, 12, 31), 60, False, id="long before it"),
    pytest.param(date(2026, 12, 31), 0, True, id="hours are full"),
    pytest.param(date(2026, 12, 31), 1, False, id="a minute remains"),
    pytest.param(date(2026, 12, 31), None, False, id="without hours: to the last day"),
    pytest.param(date(2026, 4, 29), None, True, id="without hours: no longer"),
    pytest.param(None, 60, False, id="no last day known: nothing ends on missing data"),
    pytest.param(None, None, False, id="nothing known at all"),
    pytest.param(None, 0, True, id="no last day known, hours are full"),
]


@pytest.mark.parametrize(("ends_on", "remaining", "over"), OVER)
def test_when_a_case_waits_to_be_closed(ends_on: date | None, remaining: int | None, over: bool) -> None:
    assert awaits_closing(ends_on, remaining, TODAY) is over


NEXT = [
    pytest.param(date(2026, 1, 31), Interval.MONTH, 31, date(2026, 2, 28), id="31 January: 28 February"),
    pytest.param(date(2026, 2, 28), Interval.MONTH, 31, date(2026, 3, 31), id="and then 31 March"),
    pytest.param(date(2026, 2, 28), Interval.MONTH, 28, date(2026, 3, 28), id="begun on a 28th: 28 March"),
    pytest.param(date(2026, 12, 31), Interval.MONTH, 31, date(2027, 1, 31), id="over the new year"),
    pytest.param(date(2026, 12, 31), Interval.WEEK, 31, date(2027, 1, 7), id="a week"),
    pytest.param(date(2026, 12, 31), Interval.FORTNIGHT, 31, date(2027, 1, 14), id="two weeks"),
]


@pytest.mark.parametrize(("due", "every", "anchor", "expected_day"), NEXT)
def test_the_next_report_day(due: date, every: Interval, anchor: int, expected_day: date) -> None:
    assert next_due(due, every, anchor) == expected_day


def standing(state: CaseState, **more: bool) -> Standing:
    return Standing(state=state, **more)


TURNS = [
    pytest.param(standing(ACTIVE), None, id="runs"),
    pytest.param(standing(ACTIVE, over=True), Turn.AWAIT, id="runs, and is over"),
    pytest.param(standing(SUSPENDED), None, id="rests"),
    pytest.param(standing(SUSPENDED, over=True), Turn.AWAIT, id="rests, and is over"),
    pytest.param(standing(WAITING, over=True, by_itself=True), None, id="waits, and is over"),
    pytest.param(standing(WAITING, by_itself=True), Turn.GO_ON, id="hours are missing again"),
    pytest.param(standing(WAITING), None, id="somebody ended it"),
    pytest.param(standing(WAITING, chosen=True), None, id="the head has it"),
    pytest.param(standing(WAITING, chosen=True, by_itself=True), None, id="the head has it; hours are left"),
    pytest.param(standing(WAITING, chosen=True, moved=True), Turn.CHOICE_FALLS, id="moved before the head"),
    pytest.param(standing(COMPLETED), None, id="completed"),
    pytest.param(standing(COMPLETED, moved=True), Turn.REOPEN, id="completed, then corrected"),
    pytest.param(standing(ENDED, moved=True), Turn.REOPEN, id="ended, then corrected"),
    pytest.param(standing(ENDED, over=True), None, id="ended"),
    pytest.param(standing(DRAFT, over=True, moved=True), None, id="a draft never begins to end"),
    pytest.param(standing(TRANSFERRED, over=True, moved=True), None, id="somebody else's"),
]


@pytest.mark.parametrize(("where", "turn"), TURNS)
def test_what_becomes_of_a_case_without_anybodys_word(where: Standing, turn: Turn | None) -> None:
    assert turn_of(where) is turn


def test_no_turn_that_a_case_takes_by_itself_ends_it_or_is_forbidden() -> None:
    taken = {(ACTIVE, WAITING), (SUSPENDED, WAITING), (WAITING, ACTIVE), (WAITING, SUSPENDED)}
    taken |= {(COMPLETED, WAITING), (ENDED, WAITING)}
    assert {verdict(before, after, CLOCK) for before, after in taken} == {"allowed"}
