"""Birth dates that cannot be, and those that do not fit the role."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.births import Doubt, check_birth, doubt
from bot.domain.messages import Refused

TODAY = date(2026, 4, 20)


@pytest.mark.parametrize(
    ("born_on", "key"),
    [
        (date(2026, 4, 21), "born-in-future"),
        (date(2030, 1, 1), "born-in-future"),
        (date(1905, 4, 20), "born-too-long-ago"),
    ],
)
def test_nobody_was_born_then(born_on: date, key: str) -> None:
    with pytest.raises(Refused) as no:
        check_birth(born_on, TODAY)
    assert no.value.key == key


@pytest.mark.parametrize("born_on", [TODAY, date(1905, 4, 21), date(1990, 8, 17)])
def test_somebody_may_have_been_born_then(born_on: date) -> None:
    check_birth(born_on, TODAY)


@pytest.mark.parametrize(
    ("born_on", "child", "odd"),
    [
        (date(2008, 4, 21), False, Doubt.YOUNG),
        (date(2008, 4, 20), False, None),
        (date(2008, 4, 21), True, None),
        (date(2005, 4, 21), True, None),
        (date(2005, 4, 20), True, Doubt.GROWN),
        (date(1980, 1, 1), True, Doubt.GROWN),
        (None, False, None),
    ],
)
def test_an_age_may_speak_against_the_role(born_on: date | None, child: bool, odd: Doubt | None) -> None:
    assert doubt(born_on, TODAY, child=child) is odd
