"""Whether work that happened kept within what the ruling allows: a question for people, never a reason to
drop it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.domain.calendar import Calendar, HolidayRule
from bot.domain.outcomes import TOLERANCE
from bot.domain.plans import Allowed, Obstacle
from bot.domain.spans import DAY, Span, minutes_of, whole_day


def beyond(
    day: date,
    started_at: datetime,
    finished_at: datetime | None,
    zone: str,
    allowed: Allowed,
    calendar: Calendar,
) -> tuple[Obstacle, ...]:
    """What of its ruling's days, time of day and holidays an attendance of `day` did not keep to. A quarter
    of an hour before or after the time of day is not worth a word."""
    found = []
    if day.isoweekday() not in allowed.weekdays:
        found.append(Obstacle.WEEKDAY)
    if not whole_day(allowed.window) and not _inside(day, started_at, finished_at, zone, allowed.window):
        found.append(Obstacle.WINDOW)
    if not calendar.allows(day, allowed.rule):
        ordinary = allowed.rule is HolidayRule.ONLY and calendar.allows(day, HolidayRule.OFF)
        found.append(Obstacle.NOT_A_HOLIDAY if ordinary else Obstacle.HOLIDAY)
    return tuple(found)


def _inside(day: date, started_at: datetime, finished_at: datetime | None, zone: str, window: Span) -> bool:
    """Also in the later half of a window past midnight, as `within` has it."""
    opens, closes = minutes_of(window)
    starts = _minutes(day, started_at, zone)
    ends = _minutes(day, finished_at or started_at, zone)
    allowance = TOLERANCE // timedelta(minutes=1)
    return any(
        opens - allowance <= starts + later and ends + later <= closes + allowance for later in (0, DAY)
    )


def _minutes(day: date, at: datetime, zone: str) -> int:
    """Minutes from the midnight of a day, by the local clock."""
    local = at.astimezone(ZoneInfo(zone))
    return (local.date() - day).days * DAY + local.hour * 60 + local.minute
