"""Leave (*cuti*): somebody of the staff is away for some days, and another stands in for him."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.cases import instant
from bot.domain.days import day_first
from bot.domain.messages import Refused
from bot.domain.people import Role

LONGEST = 92
"""Days that one leave may last."""
LOOK_BACK = timedelta(days=7)
"""How far back a head of office may enter a leave: somebody fell ill, and said so later."""
HAND_BACK_AT = time(7)
"""When whoever returns reads what was done, on the first day after his leave."""
STANDING_IN = frozenset({Role.SUPERVISOR, Role.OFFICER})
"""Roles that go on leave; a stand-in has the same role, in the same office."""


class LeaveState(StrEnum):
    """`offered → accepted → over`; what was never accepted gives nobody a right."""

    OFFERED = "offered"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    OVER = "over"
    UNCOVERED = "uncovered"
    """A supervisor is away, and nobody stands in for him."""


HOLDS_A_PLACE = frozenset({LeaveState.OFFERED, LeaveState.ACCEPTED, LeaveState.UNCOVERED})
"""States with which another leave of the same days is refused."""
AWAY = HOLDS_A_PLACE | {LeaveState.DECLINED}
"""States in which the person is taken to be away: a question too many costs little, hours that nobody can
confirm cost a client his day."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody typed behind `/cuti`, as far as he did; `words` is what is left after the days."""

    first: date | None
    last: date | None
    words: tuple[str, ...]


def read_wish(text: str, today: date) -> Wish:
    """`20/04 24/04 PK-02`, also `20 April 24 April 2026 Dewi`."""
    words = text.split()
    first, words = day_first(words, today)
    last, words = day_first(words, today) if first else (None, words)
    return Wish(first, last, tuple(words))


def check_span(first: date, last: date, today: date, *, by_head: bool = False) -> None:
    """Raises Refused for days that are reversed, past, or longer than three months."""
    if last < first:
        raise Refused("period-reversed")
    if (last - first).days >= LONGEST:
        raise Refused("leave-too-long", most=LONGEST)
    if first < (today - LOOK_BACK if by_head else today):
        raise Refused("leave-past")


def starts_offered(today: date) -> tuple[date, ...]:
    """The first days that are offered as buttons: today, tomorrow, next Monday."""
    monday = today + timedelta(days=7 - today.weekday())
    return tuple(dict.fromkeys((today, today + timedelta(days=1), monday)))


def ends_offered(first: date) -> tuple[date, ...]:
    """The last days that are offered: the same day, that week's Friday, a week."""
    friday = first + timedelta(days=max(0, 4 - first.weekday()))
    return tuple(dict.fromkeys((first, friday, first + timedelta(days=6))))


def hand_back_at(last: date, zone: str) -> datetime:
    """The instant at which a leave is over and its story told."""
    return instant(last + timedelta(days=1), HAND_BACK_AT, zone)
