"""Hours: one pure fold turns the events of a case into its balance, in whole minutes.

Hours count only when a person confirmed them. What is above the day's or the case's cap is kept as
surplus and shown, never credited and never deleted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from bot.domain.cases import net_minutes

DAY_CAP = 480
"""Minutes a day at most: eight hours, UU 1/2023 Pasal 85 (6) b; a ruling may set fewer."""


class EventKind(StrEnum):
    """What can happen to a case, in the past tense."""

    CASE_OPENED = "case_opened"
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
    REPORTED = "reported"
    REPORT_MISSED = "report_missed"


@dataclass(frozen=True, slots=True)
class Fact:
    """An event as the fold needs it: what happened and its payload (times as ISO texts)."""

    kind: EventKind
    payload: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Credit:
    """What one attendance brought, in minutes."""

    credited: int
    surplus: int


@dataclass(frozen=True, slots=True)
class Balance:
    """Where a case stands, in minutes. `remaining` is None where the order has no total."""

    credited: int = 0
    waiting: int = 0
    surplus: int = 0
    remaining: int | None = None
    by_attendance: Mapping[int, Credit] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Stretch:
    attendance: int
    day: date
    start: datetime
    finish: datetime | None = None
    break_minutes: int = 0
    confirmed: bool = False
    rejected: bool = False
    planned: bool = True
    accepted: bool | None = None

    @property
    def counts(self) -> bool:
        return self.confirmed and (self.planned or self.accepted is True)

    @property
    def waits(self) -> bool:
        return self.finish is not None and not (self.rejected or self.counts or self.accepted is False)

    @property
    def minutes(self) -> int:
        if self.finish is None:
            return 0
        present = int((self.finish - self.start).total_seconds() // 60)
        return net_minutes(max(present, 0), self.break_minutes)


def fold(facts: Iterable[Fact]) -> Balance:
    """The balance after these events. Order of arrival does not matter beyond the last word on each
    attendance: credit is given in the order in which work began."""
    total: int | None = None
    daily = DAY_CAP
    stretches: dict[int, _Stretch] = {}
    for fact in facts:
        if fact.kind is EventKind.CASE_OPENED:
            total = fact.payload["total_minutes"]
            daily = min(fact.payload["daily_minutes"] or DAY_CAP, DAY_CAP)
        elif (attendance := fact.payload.get("attendance")) is not None:
            stretches[attendance] = _after(stretches.get(attendance), attendance, fact)
    ordered = sorted(stretches.values(), key=lambda one: (one.start, one.attendance))
    return _credit(ordered, total, daily)


def _after(stretch: _Stretch | None, attendance: int, fact: Fact) -> _Stretch:
    data = fact.payload
    if stretch is None:
        stretch = _Stretch(attendance, date.fromisoformat(data["day"]), datetime.fromisoformat(data["start"]))
    match fact.kind:
        case EventKind.CHECKED_IN:
            return replace(stretch, planned=data["planned"], break_minutes=data["break_minutes"])
        case EventKind.CHECKED_OUT | EventKind.CLOSED_BY_RULE:
            return replace(stretch, finish=datetime.fromisoformat(data["finish"]))
        case EventKind.CHECK_OUT_UNDONE:
            return replace(stretch, finish=None)
        case EventKind.HOURS_CONFIRMED:
            return replace(
                stretch,
                day=date.fromisoformat(data["day"]),
                start=datetime.fromisoformat(data["start"]),
                finish=datetime.fromisoformat(data["finish"]),
                break_minutes=data["break_minutes"],
                confirmed=True,
                rejected=False,
            )
        case EventKind.HOURS_REJECTED:
            return replace(stretch, confirmed=False, rejected=True)
        case EventKind.REJECTION_TAKEN_BACK:
            return replace(stretch, rejected=False)
        case EventKind.OUTSIDE_PLAN_ACCEPTED:
            return replace(stretch, accepted=True)
        case EventKind.OUTSIDE_PLAN_DECLINED:
            return replace(stretch, accepted=False)
        case _:
            return stretch


def _credit(stretches: Iterable[_Stretch], total: int | None, daily: int) -> Balance:
    left_today: dict[date, int] = defaultdict(lambda: daily)
    credits: dict[int, Credit] = {}
    done = waiting = surplus = 0
    for stretch in stretches:
        if stretch.waits:
            waiting += stretch.minutes
        if not stretch.counts:
            continue
        credited = min(stretch.minutes, left_today[stretch.day])
        if total is not None:
            credited = min(credited, total - done)
        credits[stretch.attendance] = Credit(credited, stretch.minutes - credited)
        left_today[stretch.day] -= credited
        done += credited
        surplus += stretch.minutes - credited
    return Balance(done, waiting, surplus, None if total is None else total - done, credits)
