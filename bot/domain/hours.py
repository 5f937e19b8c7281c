"""Hours: one pure fold turns the events of a case into its balance, in whole minutes.

Hours count only when a person confirmed them. What is above the day's or the order's cap is kept as
surplus with its cause and shown, never credited and never deleted. For every attendance that was decided,
credited + surplus + not counted = the time present.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from bot.domain.law import HOUSE_DAY


class EventKind(StrEnum):
    """What can happen to a case, in the past tense."""

    CASE_OPENED = "case_opened"
    """The order as it stands; again after each correction."""
    CASE_STATE_CHANGED = "case_state_changed"
    OPENING_BALANCE = "opening_balance"
    HOURS_ADJUSTED = "hours_adjusted"
    CLOSING_CHOSEN = "closing_chosen"
    CLOSING_RETURNED = "closing_returned"
    LETTER_REVOKED = "letter_revoked"
    CHECKED_IN = "checked_in"
    CHECKED_OUT = "checked_out"
    CLOSED_BY_RULE = "closed_by_rule"
    CHECK_OUT_UNDONE = "check_out_undone"
    PHOTO_ADDED = "photo_added"
    PRESENCE_CONFIRMED = "presence_confirmed"
    HOURS_CONFIRMED = "hours_confirmed"
    HOURS_REJECTED = "hours_rejected"
    REJECTION_TAKEN_BACK = "rejection_taken_back"
    OUTSIDE_PLAN_ACCEPTED = "outside_plan_accepted"
    OUTSIDE_PLAN_DECLINED = "outside_plan_declined"
    CORRECTION_ASKED = "correction_asked"
    MISS_ASKED = "miss_asked"
    MISS_ANSWERED = "miss_answered"
    SESSION_MISSED = "session_missed"
    OUTCOME_SET = "outcome_set"
    PLACED = "placed"
    MOVE_ASKED = "move_asked"
    SESSION_MOVED = "session_moved"
    SITE_CLOSED = "site_closed"
    SITE_REOPENED = "site_reopened"
    CONTEST_FILED = "contest_filed"
    CONTEST_WITHDRAWN = "contest_withdrawn"
    CONTEST_UPHELD = "contest_upheld"
    CONTEST_DISMISSED = "contest_dismissed"
    REPORTED = "reported"
    REPORT_MISSED = "report_missed"


@dataclass(frozen=True, slots=True)
class Fact:
    """An event as the fold needs it: what happened and its payload (times as ISO texts)."""

    kind: EventKind
    payload: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class BreakRule:
    """How much of a stay is break: `minutes` once it lasts longer than `after` minutes, or none of it where
    the break counts as work. KUHP is silent on breaks, so this is data of the placement."""

    minutes: int = 0
    after: int = 0
    counted: bool = False

    def taken(self, present: int) -> int:
        """Minutes taken off a stay of so many minutes; never more than goes beyond `after`."""
        if self.counted or present <= self.after:
            return 0
        return min(self.minutes, present - self.after)


class Cap(StrEnum):
    """Why worked minutes became surplus."""

    DAY = "day"
    """The day was full: the law's eight hours, the ruling's figure, or the house's."""
    ORDER = "order"
    """Nothing remained to be served."""


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

    `credited` is everything that counts towards the order: `opening` (served before Hadir) and `adjusted`
    (the sum of an officer's corrections) included.
    """

    credited: int = 0
    waiting: int = 0
    surplus: int = 0
    remaining: int | None = None
    opening: int = 0
    adjusted: int = 0
    by_attendance: Mapping[int, Credit] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Stretch:
    attendance: int
    day: date
    start: datetime
    finish: datetime | None = None
    break_minutes: int = 0
    penalty: int = 0
    confirmed: bool = False
    rejected: bool = False
    attended: bool = True
    planned: bool = True
    accepted: bool | None = None

    @property
    def decided(self) -> bool:
        return self.rejected or self.accepted is False or self.counts or not self.attended

    @property
    def counts(self) -> bool:
        return self.attended and self.confirmed and (self.planned or self.accepted is True)

    @property
    def present(self) -> int:
        if self.finish is None:
            return 0
        return max(int((self.finish - self.start).total_seconds() // 60), 0)

    @property
    def minutes(self) -> int:
        return max(self.present - self.break_minutes - self.penalty, 0)


@dataclass(frozen=True, slots=True)
class _Order:
    total: int | None = None
    daily: int = HOUSE_DAY
    opening: int = 0
    adjustments: Mapping[int, tuple[date, int]] = field(default_factory=dict)

    def adjusted(self) -> Mapping[date, int]:
        """What the corrections of each day come to; upwards no more than the day can hold."""
        days: dict[date, int] = defaultdict(int)
        for day, minutes in self.adjustments.values():
            days[day] += minutes
        return {day: min(minutes, self.daily) for day, minutes in days.items()}


def fold(facts: Iterable[Fact]) -> Balance:
    """The balance after these events. Credit is given in the order in which work began, so the order in
    which facts about different attendances arrive does not matter, nor does hearing one twice: only the
    last word on each attendance does, and a person's word on its times is not overruled by a phone's. Hours
    that a correction adds to a day take room of that day before its work does."""
    order, stretches = _Order(), dict[int, _Stretch]()
    for fact in facts:
        if (attendance := fact.payload.get("attendance")) is not None:
            stretches[attendance] = _after(stretches.get(attendance), attendance, fact)
        else:
            order = _ordered(order, fact)
    return _credit(sorted(stretches.values(), key=lambda one: (one.start, one.attendance)), order)


def _ordered(order: _Order, fact: Fact) -> _Order:
    data = fact.payload
    match fact.kind:
        case EventKind.CASE_OPENED:
            # What law and ruling let a day hold was settled when it was recorded (`law.daily_cap`).
            daily = data["daily_minutes"] or HOUSE_DAY
            return replace(order, total=data["total_minutes"], daily=daily)
        case EventKind.OPENING_BALANCE:
            return replace(order, opening=data["minutes"])
        case EventKind.HOURS_ADJUSTED:
            correction = date.fromisoformat(data["day"]), data["minutes"]
            return replace(order, adjustments={**order.adjustments, data["adjustment"]: correction})
        case _:
            return order


def _after(stretch: _Stretch | None, attendance: int, fact: Fact) -> _Stretch:
    data = fact.payload
    if stretch is None:
        stretch = _Stretch(attendance, date.fromisoformat(data["day"]), datetime.fromisoformat(data["start"]))
    match fact.kind:
        case EventKind.CHECKED_IN:
            return replace(stretch, planned=data["planned"], break_minutes=data["break_minutes"])
        case EventKind.CHECKED_OUT | EventKind.CLOSED_BY_RULE if not stretch.confirmed:
            taken = data.get("break_minutes", stretch.break_minutes)
            return replace(stretch, finish=datetime.fromisoformat(data["finish"]), break_minutes=taken)
        case EventKind.CHECK_OUT_UNDONE if not stretch.confirmed:
            return replace(stretch, finish=None)
        case EventKind.HOURS_CONFIRMED:
            return replace(
                stretch,
                day=date.fromisoformat(data["day"]),
                start=datetime.fromisoformat(data["start"]),
                finish=datetime.fromisoformat(data["finish"]),
                break_minutes=data["break_minutes"],
                penalty=data.get("penalty_minutes", 0),
                attended=data.get("attended", True),
                confirmed=True,
                rejected=False,
            )
        case EventKind.HOURS_REJECTED:
            # What the confirmation before it said does not come back when this is taken back.
            return replace(stretch, confirmed=False, rejected=True, penalty=0, attended=True)
        case EventKind.REJECTION_TAKEN_BACK:
            return replace(stretch, rejected=False)
        case EventKind.OUTSIDE_PLAN_ACCEPTED:
            return replace(stretch, accepted=True)
        case EventKind.OUTSIDE_PLAN_DECLINED:
            return replace(stretch, accepted=False)
        case _:
            return stretch


def _credit(stretches: Sequence[_Stretch], order: _Order) -> Balance:
    opening = order.opening if order.total is None else min(order.opening, order.total)
    days = order.adjusted()
    adjusted = sum(days.values())
    # A correction downwards makes room that later or surplus work may fill, hence it is taken off first.
    room = None if order.total is None else order.total - opening - adjusted
    left = {day: order.daily - max(minutes, 0) for day, minutes in days.items()}
    credits, done = _credits(stretches, order.daily, left, room)
    credited = max(opening + adjusted + done, 0)
    if order.total is not None:
        credited = min(credited, order.total)
    return Balance(
        credited=credited,
        waiting=sum(one.minutes for one in stretches if one.finish is not None and not one.decided),
        surplus=sum(credit.surplus for credit in credits.values()),
        remaining=None if order.total is None else order.total - credited,
        opening=opening,
        adjusted=adjusted,
        by_attendance=credits,
    )


def _credits(
    stretches: Iterable[_Stretch], daily: int, left: Mapping[date, int], room: int | None
) -> tuple[dict[int, Credit], int]:
    left_today = defaultdict(lambda: daily, left)
    credits: dict[int, Credit] = {}
    done = 0
    for stretch in (one for one in stretches if one.decided):
        if not stretch.counts:
            credits[stretch.attendance] = Credit(not_counted=stretch.present)
            continue
        today = min(stretch.minutes, left_today[stretch.day])
        credited = today if room is None else max(min(today, room - done), 0)
        surplus = stretch.minutes - credited
        cap = None if not surplus else Cap.DAY if credited == today else Cap.ORDER
        credits[stretch.attendance] = Credit(credited, surplus, stretch.present - stretch.minutes, cap)
        left_today[stretch.day] -= credited
        done += credited
    return credits, done
