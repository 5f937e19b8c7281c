"""The plan of a case: sessions of all its placements together, until the order is used up."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.domain.cases import Planned, Slots, net_minutes, plan


@dataclass(frozen=True, slots=True)
class Weekly:
    """A placement as planning needs it: its weekly hours from `first` to `last`, both included."""

    placement: int
    slots: Slots
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Order:
    """What a case still needs, in minutes (None: no hour debt), and the most that a day can add."""

    minutes: int | None
    daily_minutes: int


def plan_case(
    weeks: Sequence[Weekly], order: Order, *, after: datetime, closed: Set[date], begun: Set[tuple[int, date]]
) -> Iterator[tuple[int, Planned]]:
    """Placement and session, by start, of everything that begins later than `after`.

    `begun` are days of placements on which something already happened: nothing is planned there again. A day
    that is full takes no second session; the last session is cut to what remains, breaks kept.
    """
    left = order.minutes
    day_left: dict[date, int] = defaultdict(lambda: order.daily_minutes)
    for weekly, session in _candidates(weeks, closed):
        if (
            session.starts_at <= after
            or (weekly.placement, session.day) in begun
            or day_left[session.day] <= 0
        ):
            continue
        if left is not None and left <= 0:
            return
        counted = net_minutes(session.minutes, weekly.slots.break_minutes)
        if left is not None and counted > left:
            session, counted = _cut(session, left + weekly.slots.break_minutes), left
        counted = min(counted, day_left[session.day])
        day_left[session.day] -= counted
        left = None if left is None else left - counted
        yield weekly.placement, session


def _candidates(weeks: Sequence[Weekly], closed: Set[date]) -> Iterable[tuple[Weekly, Planned]]:
    return heapq.merge(*(_sessions(one, closed) for one in weeks), key=lambda pair: pair[1].starts_at)


def _sessions(weekly: Weekly, closed: Set[date]) -> Iterator[tuple[Weekly, Planned]]:
    sessions = plan(
        weekly.slots, first=weekly.first, last=weekly.last, closed=closed, minutes=None, daily_minutes=0
    )
    for session in sessions:
        yield weekly, session


def _cut(session: Planned, minutes: int) -> Planned:
    return Planned(session.day, session.starts_at, session.starts_at + timedelta(minutes=minutes))
