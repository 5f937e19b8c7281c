"""ISO weeks by name (`2026-W17`), and the Monday hour at which an officer hears about the week before."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.cases import instant, local_day

DIGEST_AT = time(7)
"""Monday's hour, in the zone of the officer's office."""
_NAME = re.compile(r"(\d{4})-W(\d{2})")


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included."""

    first: date
    last: date

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    def bounds(self, zone: str) -> tuple[datetime, datetime]:
        """The first instant of the period in a zone, and the first instant after it."""
        return instant(self.first, time(0), zone), instant(self.last + timedelta(days=1), time(0), zone)


def week_of(day: date) -> str:
    """The ISO week of a day; around New Year its year may differ from the day's."""
    year, week, _ = day.isocalendar()
    return f"{year}-W{week:02d}"


def week_days(week: str) -> Period:
    """Monday to Sunday of a week. Raises ValueError for a name that is no week, such as `2025-W53`."""
    match = _NAME.fullmatch(week)
    if match is None:
        raise ValueError(f"a week is written like 2026-W17, not {week!r}")
    monday = date.fromisocalendar(int(match[1]), int(match[2]), 1)
    return Period(monday, monday + timedelta(days=6))


def week_bounds(week: str, zone: str) -> tuple[datetime, datetime]:
    """The instants at which a week begins and ends in a zone; the end belongs to the next one."""
    return week_days(week).bounds(zone)


def next_digest_at(now: datetime, zone: str) -> datetime:
    """The next Monday at 07.00 in a zone, always later than `now`."""
    day = local_day(now, zone)
    monday = instant(day - timedelta(days=day.weekday()), DIGEST_AT, zone)
    return monday if monday > now else monday + timedelta(weeks=1)


def digest_week(now: datetime, zone: str) -> str:
    """The week that a digest written at `now` covers: the one before the latest Monday at 07.00."""
    since_seven = now.astimezone(ZoneInfo(zone)) - timedelta(hours=DIGEST_AT.hour)
    return week_of(since_seven.date() - timedelta(weeks=1))
