"""Quiet hours of an office, in which what can wait until morning is not sent; and how soon it may be sent
again."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.claimed_times import read_span

AGAIN_AFTER = timedelta(minutes=30)
"""A second reminder, or the same message once more, is not sent sooner."""


RELATIVE = re.compile(
    r"\b(besok|lusa|hari ini|nanti|tadi|kemarin|malam ini|pagi ini|sekarang)\b", re.IGNORECASE
)
"""Words that mean another day or hour when they are read later."""
LONGEST = timedelta(hours=14)
"""What must wait longer than that is never sent on the day on which it is about something."""


def relative_day(words: str) -> str:
    """The first word that means something else when it is read the next morning, or ''."""
    found = RELATIVE.search(words)
    return found.group().casefold() if found else ""


def read_quiet(text: str) -> tuple[time, time] | None:
    """Begin and end as an office types them (`21.00-06.00`; two equal times: none at all). None for what
    cannot be read, and for more than `LONGEST`."""
    span = read_span(text)
    if span is None:
        return None
    begins, ends = (timedelta(hours=one.hour, minutes=one.minute) for one in span)
    return span if (ends - begins) % timedelta(days=1) <= LONGEST else None


def quiet_until(now: datetime, zone: str, begins: time, ends: time) -> datetime | None:
    """When the quiet hours end in which `now` lies, or None outside of them. They may go past midnight; two
    equal times mean that there are none."""
    here = now.astimezone(ZoneInfo(zone))
    at = here.time()
    over_night = begins > ends
    if begins == ends or not (at >= begins or at < ends if over_night else begins <= at < ends):
        return None
    day = here.date() + timedelta(days=1) if over_night and at >= begins else here.date()
    return datetime.combine(day, ends, tzinfo=here.tzinfo)


@dataclass(frozen=True, slots=True)
class Quiet:
    """The quiet hours of an office, by its own clock."""

    begins: time
    ends: time
    zone: str

    def ends_after(self, at: datetime) -> datetime | None:
        """When they end in which an instant lies, or None outside of them."""
        morning = quiet_until(at, self.zone, self.begins, self.ends)
        return morning.astimezone(UTC) if morning else None


def too_soon(last: datetime | None, now: datetime) -> datetime | None:
    """When something may be sent again that was last sent then; None: now."""
    if last is None or now - last >= AGAIN_AFTER:
        return None
    return last + AGAIN_AFTER
