"""The eve of a day on which no work is done although a client would expect it: he hears so, once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from bot.domain.cases import instant, local_day
from bot.domain.offers import ONE_DAY
from bot.domain.plans import Allowed, Obstacle, Weekly, closed_throughout, names, obstacle_on
from bot.domain.quiet_hours import Quiet
from bot.domain.reminders import Offset

EVENING = time(18)
"""When it is said where an office reminds of nothing on the eve."""
SHUT = frozenset({Obstacle.HOLIDAY, Obstacle.SITE_CLOSED})


@dataclass(frozen=True, slots=True)
class Free:
    """Why there is no work on a day; `holiday` is '' for a site that is closed, and for what was moved."""

    holiday: str = ""


def free_on(day: date, weeks: Sequence[Weekly], allowed: Allowed, *, moved: bool) -> Free | None:
    """Why a client has no work on a day that his placements name, or from which his work was moved. None
    where he expects none, or hears of it otherwise: days that a ruling leaves out, excuses."""
    for weekly in weeks:
        if not names(weekly, day):
            continue
        obstacle = obstacle_on(day, weekly, allowed)
        if obstacle is Obstacle.EXCUSED:
            return None
        weekly_day = obstacle is Obstacle.SITE_CLOSED and day not in weekly.opening.closed
        if obstacle in SHUT and not weekly_day:  # a weekday on which a site never opens surprises nobody
            return Free(weekly.calendar.name(day) if obstacle is Obstacle.HOLIDAY else "")
        if obstacle is None and closed_throughout(day, weekly):
            return Free()
    return Free() if moved else None


def evening_clock(reminders: Sequence[Offset], quiet: Quiet) -> time:
    """When the eve is spoken of: with the office's last reminder of the eve, if that is by day."""
    clocks = [one.clock for one in reminders if one.days == 1 and one.clock is not None]
    by_day = [one for one in clocks if _by_day(one, quiet)]
    return max(by_day, default=EVENING)


def _by_day(clock: time, quiet: Quiet) -> bool:
    return quiet.ends_after(instant(date(2026, 1, 1), clock, quiet.zone)) is None


@dataclass(frozen=True, slots=True)
class Eve:
    """When it is evening in these zones, whose clocks agree, and the day that is spoken of then."""

    at: datetime
    zones: tuple[str, ...]
    day: date


def next_evening(after: datetime, zone: str, clock: time) -> datetime:
    """The first such hour after this instant by a zone's clock."""
    today = instant(local_day(after, zone), clock, zone)
    return today if today > after else instant(local_day(after, zone) + ONE_DAY, clock, zone)


def eve_between(first: datetime, now: datetime, zones: Sequence[str], clock: time) -> Eve | None:
    """The earliest eve in these zones that was due from `first` to `now` and is not over."""
    begun: dict[tuple[datetime, date], list[str]] = defaultdict(list)
    for zone in zones:
        today = local_day(now, zone)
        if first <= (at := instant(today, clock, zone)) <= now:
            begun[at, today].append(zone)
    if not begun:
        return None
    at, today = min(begun)
    return Eve(at, tuple(begun[at, today]), today + ONE_DAY)
