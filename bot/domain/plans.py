"""The plan of a case: sessions of all its placements together, until the order is used up.

Every day that a placement names is either planned or left out for a reason that people can read.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.calendar import Calendar, HolidayRule
from bot.domain.cases import instant
from bot.domain.closures import left_of, stretch_of
from bot.domain.hours import BreakRule
from bot.domain.spans import EVERY_DAY, WHOLE_DAY, Hours, Span, always, fits, minutes_of, within

NO_BREAK = BreakRule()


class Obstacle(StrEnum):
    """Why nothing is planned on a day that a placement names; the words are in the locale (`obstacle-…`)."""

    HOLIDAY = "holiday"
    NOT_A_HOLIDAY = "not_a_holiday"
    """The case or the site has work on Sundays and school holidays only."""
    WEEKDAY = "weekday"
    """Not one of the days that the ruling allows."""
    WINDOW = "window"
    """Not within the time of day that the ruling allows."""
    SITE_CLOSED = "site_closed"
    SITE_HOURS = "site_hours"
    """Not within the hours in which the site is open on that weekday."""
    NOT_FOR_CHILDREN = "not_for_children"
    """The site was marked as unsuitable for children, and the client is one."""
    EXCUSED = "excused"
    DAY_FULL = "day_full"
    """The day's cap is used up by another session."""
    ELSEWHERE = "elsewhere"
    """Another session of the case has not ended yet."""


@dataclass(frozen=True, slots=True)
class Slots:
    """A placement's weekly hours: ISO weekdays (1 = Monday) and local times; an end before the start
    lies on the next day. `every` is 2 for every second week, counted from the week of the first day."""

    weekdays: frozenset[int]
    starts: time
    ends: time
    zone: str
    pause: BreakRule = NO_BREAK
    every: int = 1

    @property
    def hours(self) -> Span:
        return self.starts, self.ends


@dataclass(frozen=True, slots=True)
class Opening:
    """When and whom a site takes: the local hours of each weekday, what holidays mean, single days on which
    it is closed, for good or for hours."""

    hours: Hours = field(default_factory=always)
    rule: HolidayRule = HolidayRule.OFF
    closed: frozenset[date] = frozenset()
    closed_hours: Mapping[date, tuple[Span, ...]] = field(default_factory=dict)
    for_children: bool = True

    @property
    def weekdays(self) -> frozenset[int]:
        return frozenset(self.hours)


@dataclass(frozen=True, slots=True)
class Allowed:
    """What the ruling lets a case do: weekdays, time of day, holidays; spans of days that are excused
    (both ends included)."""

    weekdays: frozenset[int] = EVERY_DAY
    window: Span = WHOLE_DAY
    rule: HolidayRule = HolidayRule.OFF
    session_minutes: int | None = None
    excused: tuple[tuple[date, date], ...] = ()
    child: bool = False
    """Whether the client is a child, who works only where the site is suitable."""


@dataclass(frozen=True, slots=True)
class Weekly:
    """A placement as planning needs it: its weekly hours from `first` to `last`, both included."""

    placement: int
    slots: Slots
    first: date
    last: date
    opening: Opening = Opening()
    calendar: Calendar = field(default_factory=Calendar)
    """The holidays of the site's region."""
    anchor: date | None = None
    """The day whose week is the first of a fortnight; None: that of `first`."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a case still needs, in minutes (None: no hour debt), and the most that a day can add."""

    minutes: int | None
    daily_minutes: int
    allowed: Allowed = Allowed()


@dataclass(frozen=True, slots=True)
class Planned:
    """One planned session, in UTC; `day` is the local day on which it begins. `minutes` count, the pause
    taken off."""

    placement: int
    day: date
    starts_at: datetime
    ends_at: datetime
    minutes: int

    @property
    def length(self) -> int:
        """Whole minutes from start to end, breaks included."""
        return int((self.ends_at - self.starts_at).total_seconds() // 60)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A day of a placement on which nothing is planned."""

    placement: int
    day: date
    obstacle: Obstacle
    holiday: str = ""
    estimated: bool = False
    """The date of the holiday is an estimate that no decree has named yet."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Sessions by start, days left out, and the minutes of the order that find no place (0: all do)."""

    sessions: tuple[Planned, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    shortfall: int = 0


@dataclass(slots=True)
class _Room:
    """What the sessions planned so far leave of the order, of each day and of the clock."""

    order: int | None
    daily: int
    busy: Sequence[tuple[datetime, datetime]]
    until: datetime
    """When the last planned session ends; they are planned by their start."""
    days: dict[date, int] = field(init=False)

    def __post_init__(self) -> None:
        self.days = defaultdict(lambda: self.daily)

    def obstacle(self, day: date, starts_at: datetime, ends_at: datetime) -> Obstacle | None:
        if self.days[day] <= 0:
            return Obstacle.DAY_FULL
        agreed = any(starts_at < until and since < ends_at for since, until in self.busy)
        return Obstacle.ELSEWHERE if agreed or starts_at < self.until else None

    def take(self, one: Planned) -> None:
        self.days[one.day] -= one.minutes
        self.until = one.ends_at
        if self.order is not None:
            self.order -= one.minutes

    @property
    def full(self) -> bool:
        return self.order is not None and self.order <= 0


def plan_case(
    weeks: Sequence[Weekly],
    order: Order,
    *,
    after: datetime,
    begun: Set[tuple[int, date]] = frozenset(),
    worked: Sequence[tuple[date, int]] = (),
    busy: Sequence[tuple[datetime, datetime]] = (),
) -> Plan:
    """Everything that begins later than `after`, until the order is used up.

    `begun` are days of placements on which something already happened: nothing is planned there again;
    `worked` are the minutes that days already hold, `busy` the hours that are taken. A session is cut to what
    remains of the order and of its day (UU 1/2023 Pasal 85 (5): work *is done* at most eight hours a day),
    the break kept; a full day takes no second session, and nobody works at two places at the same time. What
    a site's closed hours touch goes on in the stretch that they leave.
    """
    room = _Room(order.minutes, order.daily_minutes, busy, after)
    for day, minutes in worked:
        room.days[day] -= minutes
    sessions: list[Planned] = []
    left_out: list[LeftOut] = []
    for weekly, day, *hours in heapq.merge(*map(_days, weeks), key=lambda one: one[2]):
        if room.full:
            break
        left = _open_hours(weekly, day, *hours)
        starts_at, ends_at = left or hours
        if starts_at <= after or (weekly.placement, day) in begun:
            continue
        obstacle = obstacle_on(day, weekly, order.allowed) or room.obstacle(day, starts_at, ends_at)
        if left is None:
            obstacle = Obstacle.SITE_CLOSED
        if obstacle is not None:
            name, estimated = weekly.calendar.name(day), weekly.calendar.estimated(day)
            left_out.append(LeftOut(weekly.placement, day, obstacle, name, estimated))
            continue
        session = _session(weekly, day, starts_at, ends_at, order.allowed, room)
        room.take(session)
        sessions.append(session)
    return Plan(tuple(sessions), tuple(left_out), max(room.order or 0, 0))


def obstacle_on(day: date, weekly: Weekly, allowed: Allowed) -> Obstacle | None:
    """Why a placement has no work on a day, or None. The ruling comes first, then the site, then holidays."""
    slots, opening = weekly.slots, weekly.opening
    open_then = opening.hours.get(day.isoweekday(), ())
    if any(first <= day <= last for first, last in allowed.excused):
        return Obstacle.EXCUSED
    if day.isoweekday() not in allowed.weekdays:
        return Obstacle.WEEKDAY
    if not within(slots.hours, allowed.window):
        return Obstacle.WINDOW
    if allowed.child and not opening.for_children:
        return Obstacle.NOT_FOR_CHILDREN
    if day in opening.closed or not open_then:
        return Obstacle.SITE_CLOSED
    if not fits(slots.hours, open_then):
        return Obstacle.SITE_HOURS
    return _calendar_on(day, weekly, allowed)


def holiday_on(day: date, weekly: Weekly, allowed: Allowed) -> bool:
    """Whether a day is a holiday to a placement, on which its site or the ruling wants no work."""
    return _calendar_on(day, weekly, allowed) is Obstacle.HOLIDAY


def _calendar_on(day: date, weekly: Weekly, allowed: Allowed) -> Obstacle | None:
    for rule in (allowed.rule, weekly.opening.rule):
        if not weekly.calendar.allows(day, rule):
            ordinary = weekly.calendar.allows(day, HolidayRule.OFF)
            return Obstacle.NOT_A_HOLIDAY if ordinary else Obstacle.HOLIDAY
    return None


def names(weekly: Weekly, day: date) -> bool:
    """Whether a placement has its hours on a day, were nothing in the way."""
    anchor = weekly.anchor or weekly.first
    first_week = anchor - timedelta(days=anchor.weekday())
    of_week = (day - first_week).days // 7 % weekly.slots.every == 0
    return weekly.first <= day <= weekly.last and day.isoweekday() in weekly.slots.weekdays and of_week


def usual_days(weekly: Weekly, allowed: Allowed) -> frozenset[int]:
    """The ISO weekdays on which neither ruling nor site stands in the way, unless a date does (`is_free`)."""
    slots, opening = weekly.slots, weekly.opening
    if not within(slots.hours, allowed.window) or (allowed.child and not opening.for_children):
        return frozenset()
    return frozenset(day for day in allowed.weekdays if fits(slots.hours, opening.hours.get(day, ())))


def is_free(day: date, weekly: Weekly, allowed: Allowed) -> bool:
    """Whether a date is neither excused nor closed nor a holiday. With `usual_days`, which need not be asked
    for each date, the same as no `obstacle_on` it."""
    if day in weekly.opening.closed or any(first <= day <= last for first, last in allowed.excused):
        return False
    calendar = weekly.calendar
    return calendar.allows(day, allowed.rule) and calendar.allows(day, weekly.opening.rule)


def closed_throughout(day: date, weekly: Weekly) -> bool:
    """Whether the site's closed hours of a day leave nothing of a slot."""
    return _open_hours(weekly, day, *_slot_on(day, weekly.slots)) is None


def _open_hours(
    weekly: Weekly, day: date, starts_at: datetime, ends_at: datetime
) -> tuple[datetime, datetime] | None:
    """What the site's closed hours leave of a slot on a day."""
    closed = weekly.opening.closed_hours.get(day, ())
    return left_of((starts_at, ends_at), [stretch_of(day, one, weekly.slots.zone) for one in closed])


def slot_minutes(slots: Slots) -> int:
    """Minutes of one weekly slot that count, the break taken off."""
    starts, ends = minutes_of(slots.hours)
    return ends - starts - slots.pause.taken(ends - starts)


def _days(weekly: Weekly) -> Iterator[tuple[Weekly, date, datetime, datetime]]:
    slots = weekly.slots
    day = weekly.first
    while day <= weekly.last:
        if names(weekly, day):
            yield weekly, day, *_slot_on(day, slots)
        day += timedelta(days=1)


def _slot_on(day: date, slots: Slots) -> tuple[datetime, datetime]:
    end_day = day if slots.ends > slots.starts else day + timedelta(days=1)
    return instant(day, slots.starts, slots.zone), instant(end_day, slots.ends, slots.zone)


def _session(
    weekly: Weekly, day: date, starts_at: datetime, ends_at: datetime, allowed: Allowed, room: _Room
) -> Planned:
    """One session, cut where the ruling's session, the day or the order ends earlier than the slot."""
    pause = weekly.slots.pause
    length = int((ends_at - starts_at).total_seconds() // 60)
    bounds = (bound for bound in (room.order, room.days[day], allowed.session_minutes) if bound is not None)
    length = min(length, *(_length_for(minutes, pause) for minutes in bounds))
    ends_at = starts_at + timedelta(minutes=length)
    return Planned(weekly.placement, day, starts_at, ends_at, length - pause.taken(length))


def _length_for(minutes: int, pause: BreakRule) -> int:
    """How long a stay must be for so many minutes to count."""
    return minutes if pause.taken(minutes) == 0 else minutes + pause.minutes
