"""*Ganti jadwal*: the days to which one planned session may be moved, at its own site and hours.

A day is offered only where ruling, site and calendar would let the planner plan it, where the client has
nothing else then, and where day and site are not full. People decide; a tap is checked again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from typing import Any

from bot.domain.answers import with_more
from bot.domain.cases import instant
from bot.domain.closures import Stretch, stretch_of
from bot.domain.hours import EventKind
from bot.domain.plans import Allowed, Weekly, obstacle_on

AHEAD = timedelta(days=14)
"""A session moves at most so far from its own day."""
OFFERED = 3
"""Days offered at once: as many as every messenger has buttons for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Movable:
    """A session that should move: its local day and times, and the minutes of it that count."""

    day: date
    starts: time
    ends: time
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Around:
    """What else is planned. `held` are days that this placement already used, `used` the counted minutes
    of each of the case's days, both without the session that moves."""

    daily_minutes: int
    held: Set[date] = frozenset()
    used: Mapping[date, int] = field(default_factory=dict)
    own: tuple[Stretch, ...] = ()
    """The client's other sessions, in any of his cases."""
    others: tuple[Stretch, ...] = ()
    """Other people's sessions at the site."""
    capacity: int | None = None


@dataclass(frozen=True, slots=True)
class Wishes:
    """What became of sessions by people's word, by their ids."""

    asked: frozenset[int]
    """Another day was wished, and nobody has moved it since."""
    moved: frozenset[int]
    """Another day has its hours."""
    declined: frozenset[int]
    """Somebody said that it stays on its day."""
    withdrawals: Mapping[int, int] = field(default_factory=dict)
    """How often the client took his wish back."""
    words: Mapping[int, str] = field(default_factory=dict)
    """Why another day is wished, and which, in the client's words."""

    def withdrawn(self, session: int) -> bool:
        """Whether the client's last word is that he wants no other day."""
        return session in self.withdrawals and session not in self.asked


def wishes(told: Iterable[tuple[EventKind, Mapping[str, Any]]]) -> Wishes:
    """Fold the facts of wishing, declining and moving, in their order. A day that takes in a session begins
    anew."""
    asked: set[int] = set()
    moved: set[int] = set()
    declined: set[int] = set()
    withdrawals: dict[int, int] = {}
    words: dict[int, str] = {}
    for kind, payload in told:
        if kind is EventKind.MOVE_ASKED:
            asked.add(payload["session"])
            if said := payload.get("words"):
                before = words.get(payload["session"])
                words[payload["session"]] = with_more(before, said) if before else said
        elif kind is EventKind.MOVE_WITHDRAWN:
            asked.discard(payload["session"])
            words.pop(payload["session"], None)
            withdrawals[payload["session"]] = withdrawals.get(payload["session"], 0) + 1
        elif kind is EventKind.MOVE_DECLINED:
            asked.discard(payload["session"])
            declined.add(payload["session"])
        elif kind is EventKind.SESSION_MOVED:
            asked -= {payload["session"], payload["to"]}
            declined.discard(payload["to"])
            moved = (moved | {payload["session"]}) - {payload["to"]}
    return Wishes(frozenset(asked), frozenset(moved), frozenset(declined), withdrawals, words)


def free_days(
    movable: Movable, weekly: Weekly, allowed: Allowed, around: Around, *, today: date
) -> tuple[date, ...]:
    """The days to offer: those nearest to the session's own, a later one before an earlier one. Never today,
    because nobody would be reminded."""
    first = max(weekly.first, today + timedelta(days=1))
    last = min(weekly.last, movable.day + AHEAD)
    span = (first + timedelta(days=offset) for offset in range((last - first).days + 1))
    free = [day for day in span if is_free(day, movable, weekly, allowed, around)]
    nearest = sorted(free, key=lambda day: (abs((day - movable.day).days), day < movable.day))
    return tuple(sorted(nearest[:OFFERED]))


def is_free(day: date, movable: Movable, weekly: Weekly, allowed: Allowed, around: Around) -> bool:
    """Whether the session may lie on this day."""
    if day == movable.day or day in around.held or not weekly.first <= day <= weekly.last:
        return False
    slots = replace(weekly.slots, starts=movable.starts, ends=movable.ends)
    if obstacle_on(day, replace(weekly, slots=slots), allowed) is not None:
        return False
    if around.used.get(day, 0) + movable.minutes > around.daily_minutes:
        return False
    stretch = stretch_on(day, movable, slots.zone)
    closed = [stretch_of(day, hours, slots.zone) for hours in weekly.opening.closed_hours.get(day, ())]
    if _together(stretch, [*around.own, *closed]):
        return False
    return around.capacity is None or _together(stretch, around.others) < around.capacity


def stretch_on(day: date, movable: Movable, zone: str) -> Stretch:
    """Start and end of the session on another day, in UTC; an end before the start lies on the next day."""
    end_day = day if movable.ends > movable.starts else day + timedelta(days=1)
    return instant(day, movable.starts, zone), instant(end_day, movable.ends, zone)


def _together(stretch: Stretch, others: Iterable[Stretch]) -> int:
    """How many lie at the same time at least in part: never fewer than are there at once."""
    return sum(starts < stretch[1] and stretch[0] < ends for starts, ends in others)
