"""Cases: the three programmes, the states of a case, and its plan of work sessions."""

from __future__ import annotations

from collections.abc import Iterator, Set
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo


class Programme(StrEnum):
    """The legal kinds of duty."""

    COMMUNITY_WORK = "kerja_sosial"
    """Pidana kerja sosial, UU 1/2023 Pasal 85."""
    CHILD_SERVICE = "pelayanan_masyarakat_anak"
    """Pidana pelayanan masyarakat bagi anak, UU 11/2012 Pasal 71 and 76."""
    INTEGRATION = "integrasi"
    """PB, CB, CMB, asimilasi: reporting duty, Permenkumham 3/2018."""


class CaseState(StrEnum):
    """Only an active case is planned and reminded."""

    DRAFT = "draft"
    ACTIVE = "active"
    SUSPENDED = "suspended"
    COMPLETED = "completed"
    ENDED = "ended"
    TRANSFERRED = "transferred"


class PhotoRule(StrEnum):
    """Whether a check-in asks for a photo."""

    ALWAYS = "selalu"
    RANDOM = "acak"
    NEVER = "tidak"


class Interval(StrEnum):
    """How often a client reports."""

    WEEK = "minggu"
    FORTNIGHT = "dua_minggu"
    MONTH = "bulan"


@dataclass(frozen=True, slots=True)
class Slots:
    """A placement's weekly hours: ISO weekdays (1 = Monday) and local times; an end before the start
    lies on the next day."""

    weekdays: frozenset[int]
    starts: time
    ends: time
    break_minutes: int
    zone: str


@dataclass(frozen=True, slots=True)
class Planned:
    """One planned session, in UTC; `day` is the local day on which it begins."""

    day: date
    starts_at: datetime
    ends_at: datetime

    @property
    def minutes(self) -> int:
        """Whole minutes from start to end, breaks included."""
        return int((self.ends_at - self.starts_at).total_seconds() // 60)


def instant(day: date, at: time, zone: str) -> datetime:
    """A local wall-clock time as an instant in UTC (Indonesia has no summer time)."""
    return datetime.combine(day, at, tzinfo=ZoneInfo(zone)).astimezone(ZoneInfo("UTC"))


def local_day(at: datetime, zone: str) -> date:
    """The calendar day of an instant in a zone."""
    return at.astimezone(ZoneInfo(zone)).date()


def plan(
    slots: Slots, *, first: date, last: date, closed: Set[date], minutes: int | None, daily_minutes: int
) -> Iterator[Planned]:
    """The sessions from `first` to `last`, both included, until `minutes` of work are planned.

    `minutes` is what the order still needs, net of breaks; None plans to the last day (work as
    guidance, without an hour debt). `daily_minutes` is the most that one day can add. The last session
    is cut to what remains, breaks kept. `closed` days are skipped.
    """
    left, day = minutes, first
    while day <= last and (left is None or left > 0):
        if day.isoweekday() in slots.weekdays and day not in closed:
            session = _on_day(slots, day, left)
            if left is not None:
                left -= min(net_minutes(session.minutes, slots.break_minutes), daily_minutes)
            yield session
        day += timedelta(days=1)


def _on_day(slots: Slots, day: date, left: int | None) -> Planned:
    end_day = day if slots.ends > slots.starts else day + timedelta(days=1)
    starts_at = instant(day, slots.starts, slots.zone)
    ends_at = instant(end_day, slots.ends, slots.zone)
    whole = Planned(day, starts_at, ends_at)
    if left is None or net_minutes(whole.minutes, slots.break_minutes) <= left:
        return whole
    return Planned(day, starts_at, starts_at + timedelta(minutes=left + slots.break_minutes))


def net_minutes(present: int, break_minutes: int) -> int:
    """Minutes that count of `present` minutes at the site. KUHP is silent on breaks, so the length is data
    of the placement, and the supervisor may correct it."""
    return max(present - break_minutes, 0)


def next_due(due: date, every: Interval, anchor_day: int) -> date:
    """The report day after `due`. Months clamp to their end: 31 January → 28 February → 31 March, which
    is why the day of the first report (`anchor_day`) is kept."""
    match every:
        case Interval.WEEK:
            return due + timedelta(weeks=1)
        case Interval.FORTNIGHT:
            return due + timedelta(weeks=2)
        case Interval.MONTH:
            year, month = due.year + due.month // 12, due.month % 12 + 1
            last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
            return date(year, month, min(anchor_day, last))
