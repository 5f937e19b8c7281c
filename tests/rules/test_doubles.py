"""Two records of one human being: accounts, weeks and terms."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

import pytest

from bot.domain.doubles import Account, Term, Weekly, joined, kept, meetings

EARLY, LATE = datetime(2026, 4, 1, tzinfo=UTC), datetime(2026, 4, 2, tzinfo=UTC)


def account(
    number: int, used: datetime, *, stays: bool, channel: str = "a", reachable: bool = True
) -> Account:
    return Account(number, channel, reachable, used, stays)


@pytest.mark.parametrize(
    ("accounts", "expected"),
    [
        pytest.param([], set(), id="nobody has one"),
        pytest.param([account(1, EARLY, stays=False)], {1}, id="only the second has one"),
        pytest.param([account(1, LATE, stays=True), account(2, EARLY, stays=False)], {1}, id="used last"),
        pytest.param([account(1, EARLY, stays=True), account(2, LATE, stays=False)], {2}, id="the other"),
        pytest.param([account(1, EARLY, stays=False), account(2, EARLY, stays=True)], {2}, id="the first"),
        pytest.param(
            [account(1, LATE, stays=True, reachable=False), account(2, EARLY, stays=False)],
            {2},
            id="one that can be reached before one that cannot",
        ),
        pytest.param(
            [account(1, EARLY, stays=True), account(2, LATE, stays=False, channel="b")],
            {1, 2},
            id="one of each messenger",
        ),
    ],
)
def test_of_each_messenger_one_account_is_kept(accounts: list[Account], expected: set[int]) -> None:
    assert kept(accounts) == expected


def week(days: set[int], starts: int, ends: int, first: int = 1, last: int = 30) -> Weekly:
    return Weekly(frozenset(days), time(starts), time(ends), date(2026, 4, first), date(2026, 4, last))


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        pytest.param(week({1, 4}, 10, 12), [4], id="an hour of one day"),
        pytest.param(week({4}, 11, 13), [], id="one after the other"),
        pytest.param(week({3}, 8, 11), [], id="another day"),
        pytest.param(week({4, 2}, 8, 9), [2, 4], id="two days"),
    ],
)
def test_weeks_meet_where_both_ask_for_the_same_hour(other: Weekly, expected: list[int]) -> None:
    assert meetings([week({2, 4}, 8, 11)], [other]) == expected


def test_weeks_do_not_meet_in_different_months() -> None:
    assert meetings([week({4}, 8, 11, 1, 10)], [week({4}, 8, 11, 11, 30)]) == []


def term(first: int, until: int | None) -> Term:
    return Term(date(2026, 4, first), None if until is None else date(2026, 4, until))


@pytest.mark.parametrize(
    ("terms", "expected"),
    [
        pytest.param([], [], id="none"),
        pytest.param([term(1, 5), term(9, 12)], [term(1, 5), term(9, 12)], id="apart"),
        pytest.param([term(9, 12), term(1, 8)], [term(1, 12)], id="the next day"),
        pytest.param([term(1, None), term(3, 5)], [term(1, None)], id="within an open one"),
        pytest.param([term(1, 9), term(3, 5)], [term(1, 9)], id="within a closed one"),
        pytest.param([term(1, 5), term(5, None)], [term(1, None)], id="goes on without an end"),
    ],
)
def test_terms_are_joined_where_they_touch(terms: list[Term], expected: list[Term]) -> None:
    assert joined(terms) == expected
