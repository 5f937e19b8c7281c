"""Birth dates: which cannot be anybody's, and which do not fit the role beside them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from bot.domain.calendar import age_on
from bot.domain.law import OF_AGE
from bot.domain.messages import Refused

OLDEST = 120
"""Years that nobody outlives, so to say."""
NO_LONGER_CHILD = 21
"""Years; up to them a child's court still judges what was done before 18: UU 11/2012 (SPPA) Pasal 20."""


class Doubt(StrEnum):
    """What is odd about a client's birth date; it is believed, and said."""

    YOUNG = "young-client"
    """A child by age, entered as a grown-up: registered as a child all the same (`is_child`)."""
    GROWN = "grown-child"
    """A child by role, who has been grown-up for years."""


def check_birth(born_on: date, today: date) -> None:
    """Raises Refused for a day to come, or one too long ago."""
    if born_on > today:
        raise Refused("born-in-future")
    if age_on(born_on, today) > OLDEST:
        raise Refused("born-too-long-ago", most=OLDEST)


def is_child(born_on: date, days: Iterable[date]) -> bool:
    """Whether somebody was below 18 on one of these days (today, his rulings), and his name is secret (UU
    11/2012 Pasal 1 angka 3, 19 and 97): what he did then he did as a child, whatever his role says."""
    return any(age_on(born_on, day) < OF_AGE for day in days)


def doubt(born_on: date | None, today: date, *, child: bool) -> Doubt | None:
    """Whether a client's age speaks against what he is registered as."""
    if born_on is None:
        return None
    age = age_on(born_on, today)
    if child:
        return Doubt.GROWN if age >= NO_LONGER_CHILD else None
    return Doubt.YOUNG if age < OF_AGE else None
