"""A plan as short lines, so that tables of cases can be read: placement, day of the month, local hours."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from bot.domain.calendar import Calendar
from bot.domain.hours import BreakRule
from bot.domain.plans import NO_BREAK, Allowed, Opening, Order, Plan, Slots, Weekly, plan_case
from bot.domain.spans import EVERY_DAY, Hours, Span, by_weekday

WIB, WITA, WIT = "Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura"
BEFORE = datetime(2026, 3, 1, tzinfo=UTC)
APRIL = (date(2026, 4, 6), date(2026, 4, 30))
"""From a Monday on."""


def april(day: int, hour: int = 0, minute: int = 0, *, zone: str = WITA) -> datetime:
    """An instant of April by a local clock."""
    return datetime(2026, 4, day, hour, minute, tzinfo=ZoneInfo(zone))


def weekly(
    weekdays: str,
    *,
    placement: int = 1,
    starts: time = time(8),
    ends: time = time(11),
    pause: BreakRule = NO_BREAK,
    zone: str = WITA,
    every: int = 1,
    first: date = APRIL[0],
    last: date = APRIL[1],
    opening: Opening = Opening(),  # noqa: B008  (frozen)
    calendar: Calendar = Calendar(),  # noqa: B008  (frozen)
    anchor: date | None = None,
) -> Weekly:
    days = frozenset(int(digit) for digit in weekdays)
    slots = Slots(days, starts, ends, zone, pause, every)
    return Weekly(placement, slots, first, last, opening, calendar, anchor)


@dataclass(frozen=True)
class Given:
    """What a plan is made of."""

    weeks: tuple[Weekly, ...]
    order: Order
    after: datetime
    begun: frozenset[tuple[int, date]]
    worked: tuple[tuple[date, int], ...]
    busy: tuple[tuple[datetime, datetime], ...]

    @property
    def plan(self) -> Plan:
        return plan_case(
            self.weeks, self.order, after=self.after, begun=self.begun, worked=self.worked, busy=self.busy
        )


def given(
    *weeks: Weekly,
    minutes: int | None = None,
    daily: int = 480,
    allowed: Allowed = Allowed(),  # noqa: B008  (frozen)
    after: datetime = BEFORE,
    begun: tuple[tuple[int, date], ...] = (),
    worked: tuple[tuple[date, int], ...] = (),
    busy: tuple[tuple[datetime, datetime], ...] = (),
) -> Given:
    return Given(weeks, Order(minutes, daily, allowed), after, frozenset(begun), worked, busy)


def lines(it: Given) -> list[str]:
    """Sessions (with the minutes that count where a break is taken off), days left out, and what finds no
    place."""
    return [*_sessions(it), *_left_out(it.plan), *_shortfall(it.plan)]


def days(*ones: int, hours: str = "08.00–11.00", placement: int = 1) -> list[str]:
    """Sessions of the same hours on days of the month."""
    return [f"{placement}: {day:02d} {hours}" for day in ones]


def out(*ones: int, why: str, placement: int = 1) -> list[str]:
    """Days of the month left out for the same reason."""
    return [f"{placement}: {day:02d} {why}" for day in ones]


def weekdays(digits: str) -> frozenset[int]:
    return frozenset(int(digit) for digit in digits) or EVERY_DAY


def hours(*parts: str) -> Hours:
    """Opening hours, weekdays and spans written short: `hours("1234 8-16", "5 8-11.30 13.30-16")`."""
    written = [part.split() for part in parts]
    return by_weekday((weekdays(days), span(one)) for days, *spans in written for one in spans)


def span(short: str) -> Span:
    starts, ends = (time.fromisoformat(f"{float(at):05.2f}".replace(".", ":")) for at in short.split("-"))
    return starts, ends


def _sessions(it: Given) -> Iterator[str]:
    zones = {one.placement: ZoneInfo(one.slots.zone) for one in it.weeks}
    for one in it.plan.sessions:
        starts, ends = (at.astimezone(zones[one.placement]) for at in (one.starts_at, one.ends_at))
        counted = "" if one.minutes == one.length else f" ({one.minutes})"
        yield f"{one.placement}: {one.day:%d} {starts:%H.%M}–{ends:%H.%M}{counted}"


def _left_out(plan: Plan) -> Iterator[str]:
    for one in plan.left_out:
        about = f"{one.holiday}{' (estimated)' if one.estimated else ''}"
        yield f"{one.placement}: {one.day:%d} {one.obstacle.value} {about}".rstrip()


def _shortfall(plan: Plan) -> Iterator[str]:
    if plan.shortfall:
        yield f"short of {plan.shortfall}"
