"""Hours served before Hadir (*saldo awal*): which day they may reach to, so that nothing counts twice."""

from __future__ import annotations

import re
from datetime import date

from bot.domain.messages import Refused, When
from bot.domain.reports import midday


def check_opening(
    minutes: int,
    as_of: date,
    *,
    zone: str,
    today: date,
    ruled_on: date | None,
    starts_on: date | None,
    worked_on: date | None,
) -> None:
    """Raises Refused, with the day to look at, for hours up to a day on which the case could not have been
    served yet, or up to one whose work is in Hadir already (`worked_on`, the first such day): the paper and
    Hadir would both count it.

    More hours than the order asks for are no reason: the paper may say so, and the balance credits no more
    than the order.
    """
    if minutes < 0:
        raise Refused("opening-below-zero")
    if as_of > today:
        raise Refused("opening-in-future")
    if ruled_on is not None and as_of < ruled_on:
        raise Refused("opening-before-ruling", day=_day(ruled_on, zone))
    if starts_on is not None and as_of < starts_on:
        raise Refused("opening-before-start", day=_day(starts_on, zone))
    if worked_on is not None and worked_on <= as_of:
        raise Refused("opening-counts-twice", day=_day(worked_on, zone))


_HOURS = re.compile(
    r"""(?:(?P<hours>\d{1,3}(?:[.,]\d{1,2})?)\s*(?:jam)?)?\s*(?:(?P<minutes>\d{1,2})\s*(?:menit|mnt))?""",
    re.VERBOSE | re.IGNORECASE,
)


def read_served(text: str) -> int | None:
    """Minutes of hours as they are written (`60`, `60 jam`, `60,5 jam`, `60 jam 30 menit`); None for anything
    else."""
    found = _HOURS.fullmatch(text.strip())
    if found is None or not (found["hours"] or found["minutes"]):
        return None
    hours = float((found["hours"] or "0").replace(",", "."))
    return round(hours * 60) + int(found["minutes"] or 0)


def _day(day: date, zone: str) -> When:
    return When(midday(day, zone), zone)
