"""Each figure of a balance as the entries that it is the sum of, so that every number can be opened."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.domain.balance import Balance, Cap, Stretch


@dataclass(frozen=True, slots=True)
class Entry:
    """Some minutes of a figure, below zero where a correction took them off. Of an attendance; or what the
    corrections of a day come to; or, without a day, what was served before."""

    minutes: int
    day: date | None = None
    attendance: int | None = None
    cap: Cap | None = None
    """Why they are surplus."""


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of each figure, the oldest first; those of a figure come to that figure."""

    credited: tuple[Entry, ...] = ()
    waiting: tuple[Entry, ...] = ()
    surplus: tuple[Entry, ...] = ()
    adjusted: tuple[Entry, ...] = ()


def entries_of(stretches: Iterable[Stretch], balance: Balance) -> Entries:
    """What `balance` was made of, by the stretches that it was made from."""
    ordered = sorted(stretches, key=lambda one: (one.day, one.start, one.attendance))
    work, surplus, waiting = [], [], []
    for one in ordered:
        credit = balance.by_attendance.get(one.attendance)
        if credit is None:
            waiting.append(Entry(one.minutes if one.finish else 0, one.day, one.attendance))
            continue
        work.append(Entry(credit.credited, one.day, one.attendance))
        surplus.append(Entry(credit.surplus, one.day, one.attendance, credit.cap))
    adjusted = _corrections(work, balance)
    dated = sorted([*adjusted, *work], key=lambda one: one.day or date.min)
    return Entries(
        credited=_told([Entry(balance.opening), *dated]),
        waiting=_told(waiting),
        surplus=_told(surplus),
        adjusted=_told(adjusted),
    )


def _corrections(work: Iterable[Entry], balance: Balance) -> list[Entry]:
    """What a day holds beside its work."""
    days: dict[date, int] = defaultdict(int, balance.by_day)
    for one in work:
        if one.day is not None:
            days[one.day] -= one.minutes
    return [Entry(minutes, day) for day, minutes in sorted(days.items())]


def _told(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(one for one in entries if one.minutes)
