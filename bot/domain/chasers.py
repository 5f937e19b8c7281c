"""Hours that nobody confirms: the supervisors are asked once more, and later the officer hears of it."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from enum import StrEnum
from itertools import count
from zoneinfo import ZoneInfo

from bot.domain.calendar import Calendar, is_working
from bot.domain.cases import CaseState

SUPERVISOR_AFTER = timedelta(hours=24)
OFFICER_AFTER = timedelta(hours=72)
"""So long hours wait before the supervisors are asked once more, and before their officer hears of it."""
HOURS = (time(8), time(11), time(14), time(17))
"""When that is done, in the site's zone: never at night, and so few that what was finished within a few hours
is asked about together."""


class Chaser(StrEnum):
    """Who hears that hours wait."""

    SUPERVISOR = "supervisor"
    OFFICER = "officer"


_AFTER = {Chaser.SUPERVISOR: SUPERVISOR_AFTER, Chaser.OFFICER: OFFICER_AFTER}


def still_counts(state: CaseState, *, died: bool) -> bool:
    """Whether somebody is asked about hours that wait in a case. Of one that is served they are only surplus,
    and nobody is asked about one who died; of one that was closed unserved they count, and open it again."""
    return state is not CaseState.COMPLETED and not died


def chaser_at(waiting_since: datetime, chaser: Chaser, zone: str, calendar: Calendar) -> datetime:
    """The first of the hours, on a working day of the office, at which they have waited long enough."""
    earliest = (waiting_since + _AFTER[chaser]).astimezone(ZoneInfo(zone))
    days = (earliest.date() + timedelta(days=number) for number in count())
    working = (day for day in days if is_working(day, calendar))
    hours = (datetime.combine(day, hour, earliest.tzinfo) for day in working for hour in HOURS)
    return next(at for at in hours if at >= earliest)
