"""Who is asked about a site that clients found closed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.closure_claims import Asks, asks, officer_asked_at

END = datetime(2026, 4, 23, 3, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("claims", "supervised", "expected"),
    [
        (1, True, Asks.SUPERVISOR),
        (2, True, Asks.BOTH),
        (3, True, Asks.BOTH),
        (1, False, Asks.BOTH),
    ],
    ids=["one alone", "two", "more", "nobody at the site"],
)
def test_one_alone_asks_the_supervisor_and_two_the_officer_too(
    claims: int, supervised: bool, expected: Asks
) -> None:
    assert asks(claims, supervised=supervised) is expected


def test_what_nobody_answers_reaches_the_officer_an_hour_after_the_session() -> None:
    assert officer_asked_at(END) == END + timedelta(hours=1)
