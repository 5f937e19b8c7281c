"""A balance: how the minutes of decided work, corrections and hours served before fill days and an order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from bot.domain.law import HOUSE_DAY
from bot.domain.messages import Word


class Cap(StrEnum):
    """Why worked minutes became surplus."""

    DAY = "day"
    """The day was full: the law's eight hours, the ruling's figure, or the house's."""
    ORDER = "order"
    """Nothing remained to be served."""
    BOTH = "day_and_order"
    """The day took a part, and of what it left the order took another."""


def surplus_word(cap: Cap | None) -> Word:
    """The cause in words; rows of an earlier version may not tell it."""
    return Word(f"surplus-{cap.value.replace('_', '-')}" if cap else "surplus-untold")


@dataclass(frozen=True, slots=True)
class Credit:
    """What one decided attendance brought, in minutes; `cap` is the cause of its surplus."""

    credited: int = 0
    surplus: int = 0
    not_counted: int = 0
    cap: Cap | None = None


@dataclass(frozen=True, slots=True)
class Balance:
    """Where a case stands, in minutes. `remaining` is None where the order has no total.

    `credited` is everything that counts towards the order: `opening` (served before Hadir, or in a former
    Bapas), `adjusted` (what an officer's corrections come to) and the credit of the attendances. `by_day` is
    what counts of each day: its work and its corrections, over all sites.
    """

    credited: int = 0
    waiting: int = 0
    surplus: int = 0
    remaining: int | None = None
    opening: int = 0
    adjusted: int = 0
    by_attendance: Mapping[int, Credit] = field(default_factory=dict)
    by_day: Mapping[date, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Stretch:
    """One attendance after everything that was said of it."""

    attendance: int
    day: date
    start: datetime
    finish: datetime | None = None
    planned_break: int = 0
    break_taken: int | None = None
    """As the finish or a person said; until then, what was planned."""
    penalty: int = 0
    confirmed: bool = False
    rejected: bool = False
    attended: bool = True
    planned: bool | None = None
    """None until its start was heard: then nothing is known of a plan, and it cannot count."""
    accepted: bool | None = None

    @property
    def decided(self) -> bool:
        return self.rejected or self.accepted is False or self.counts or not self.attended

    @property
    def counts(self) -> bool:
        return self.attended and self.confirmed and (self.planned is True or self.accepted is True)

    @property
    def present(self) -> int:
        if self.finish is None:
            return 0
        return max(int((self.finish - self.start).total_seconds() // 60), 0)

    @property
    def minutes(self) -> int:
        pause = self.planned_break if self.break_taken is None else self.break_taken
        return max(self.present - pause - self.penalty, 0)


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be served, and what counts towards it without an attendance."""

    total: int | None = None
    daily: int = HOUSE_DAY
    opening: int = 0
    carried: int = 0
    """Decided in the client's former Bapas after the opening balance was written down there."""
    adjustments: Mapping[int, tuple[date, int]] = field(default_factory=dict)
    """Corrections by their number, which is their order."""

    @property
    def served_before(self) -> int:
        before = max(self.opening + self.carried, 0)
        return before if self.total is None else min(before, self.total)

    @property
    def to_serve(self) -> int | None:
        return None if self.total is None else self.total - self.served_before

    def adjusted(self, worked: Mapping[date, int]) -> dict[date, int]:
        """What the corrections of each day come to. None takes off more than its day holds, so nothing is
        owed to a day on which the work fell away; none adds more than the day, then the order, can hold."""
        days: dict[date, int] = defaultdict(int)
        for _, (day, minutes) in sorted(self.adjustments.items()):
            days[day] = max(days[day] + minutes, -worked.get(day, 0))
        left, capped = self.to_serve, {}
        for day, minutes in sorted(days.items()):
            most = self.daily if left is None else min(self.daily, left)
            capped[day] = min(minutes, most)
            left = None if left is None else left - max(capped[day], 0)
        return capped


def balance_of(stretches: Iterable[Stretch], order: Order) -> Balance:
    """Fill days and order with what was decided, in the order of days and starts."""
    ordered = sorted(stretches, key=lambda one: (one.day, one.start, one.attendance))
    days = order.adjusted(_worked(ordered, order.daily))
    credits = _credits(ordered, order, days)
    by_day: dict[date, int] = defaultdict(int, days)
    for one in ordered:
        by_day[one.day] += credits[one.attendance].credited if one.attendance in credits else 0
    credited = order.served_before + sum(by_day.values())
    return Balance(
        credited=credited,
        waiting=sum(one.minutes for one in ordered if one.finish is not None and not one.decided),
        surplus=sum(credit.surplus for credit in credits.values()),
        remaining=None if order.total is None else order.total - credited,
        opening=order.served_before,
        adjusted=sum(days.values()),
        by_attendance=credits,
        by_day={day: minutes for day, minutes in by_day.items() if minutes},
    )


def _worked(stretches: Iterable[Stretch], daily: int) -> dict[date, int]:
    """Minutes of work that count, by day, up to the day's cap."""
    days: dict[date, int] = defaultdict(int)
    for one in stretches:
        if one.counts:
            days[one.day] = min(days[one.day] + one.minutes, daily)
    return days


def _credits(stretches: Sequence[Stretch], order: Order, days: Mapping[date, int]) -> dict[int, Credit]:
    """Corrections upwards take room of their day and of the order before any work does; one downwards makes
    room in the order from its day on, which surplus work may fill."""
    added = sum(max(minutes, 0) for minutes in days.values())
    room = None if order.to_serve is None else order.to_serve - added
    left = defaultdict(lambda: order.daily, {day: order.daily - max(no, 0) for day, no in days.items()})
    taken_off = {day: -minutes for day, minutes in days.items() if minutes < 0}
    credits: dict[int, Credit] = {}
    for stretch in (one for one in stretches if one.decided):
        if not stretch.counts:
            credits[stretch.attendance] = Credit(not_counted=stretch.present)
            continue
        room = None if room is None else room + taken_off.pop(stretch.day, 0)
        today = min(stretch.minutes, left[stretch.day])
        credited = today if room is None else min(today, room)
        surplus = stretch.minutes - credited
        not_counted = stretch.present - stretch.minutes
        cap = _cause(stretch.minutes, today, credited)
        credits[stretch.attendance] = Credit(credited, surplus, not_counted, cap)
        left[stretch.day] -= credited
        room = None if room is None else room - credited
    return credits


def _cause(minutes: int, today: int, credited: int) -> Cap | None:
    """Why not all minutes were credited, of which the day had room for `today`."""
    match today < minutes, credited < today:
        case True, True:
            return Cap.BOTH
        case True, False:
            return Cap.DAY
        case False, True:
            return Cap.ORDER
        case _:
            return None
