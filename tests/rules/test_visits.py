"""How often a public page answers."""

from __future__ import annotations

import pytest

from bot.domain.visits import ALL, EACH, WITHIN, Visits, neighbourhood


def test_one_address_waits_after_its_share_and_others_do_not() -> None:
    visits = Visits()
    assert [visits.wait("203.0.113.7", second) for second in range(EACH)] == [0] * EACH
    assert visits.wait("203.0.113.7", 30.5) == 30
    assert visits.wait("203.0.113.8", 30.5) == 0


def test_who_was_turned_away_does_not_wait_longer_for_having_knocked() -> None:
    visits = Visits()
    for _ in range(EACH):
        visits.wait("203.0.113.7", 0)
    assert [visits.wait("203.0.113.7", float(second)) for second in (1, 30, 59)] == [59, 30, 1]
    assert visits.wait("203.0.113.7", WITHIN) == 0


def test_all_together_have_a_bound_too_and_no_more_is_remembered() -> None:
    visits = Visits()
    taken = [visits.wait(f"10.0.{number // 250}.{number % 250}", 0) for number in range(ALL + 50)]
    assert (taken[:ALL], taken[ALL:]) == ([0] * ALL, [60] * 50)
    assert visits.wait("192.0.2.1", WITHIN) == 0


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9", True),
        ("2001:db8:1:2::1", "2001:db8:1:3::1", False),
        ("::ffff:203.0.113.7", "203.0.113.7", True),
        ("203.0.113.7", "203.0.113.8", False),
        ("", "no address", True),
    ],
)
def test_a_network_of_the_new_kind_counts_as_one(one: str, other: str, same: bool) -> None:
    assert (neighbourhood(one) == neighbourhood(other)) is same
