"""A time of day and a length of break as people type them: `8`, `8.30`, `jam 8`, `setengah 9`, `30 menit`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.messages import Refused

SAME = frozenset({"sama", "sama saja", "tetap", "sudah benar", "betul", "benar", "same"})
NONE = frozenset({"tidak", "tidak ada", "tanpa", "tanpa istirahat", "tidak istirahat", "nol", "none"})
LATER = frozenset({"sore", "malam"})
"""Behind an hour up to eleven they mean the second half of the day; *siang* does for one to four."""
_CLOCK = re.compile(
    r"""(?:(?:sekitar|kira-kira|mulai|selesai|pulang|datang)\s+)*(?:jam|pukul|pkl\.?|jm)?\s*
    (?P<half>setengah\s+)?(?P<hour>\d{1,2})(?:\s*[.:,]\s*(?P<minute>\d{2}))?
    \s*(?P<part>pagi|siang|sore|malam)?\s*(?:wib|wita|wit)?\.?""",
    re.VERBOSE,
)
_PACKED = re.compile(r"(\d{1,2})(\d{2})")
"""`0830`, as on a watch."""
_LENGTH = re.compile(
    r"(?:(?P<hours>\d{1,2})\s*jam)?\s*(?:(?P<minutes>\d{1,3})\s*(?:menit|mnt|m)?)?(?P<half>setengah\s+jam)?"
)
LONGEST_BREAK = 8 * 60


def says_same(text: str) -> bool:
    """Whether somebody leaves it as it is."""
    return text.strip(" .!").casefold() in SAME


def read_clock(text: str) -> time | None:
    """A time of day; None for anything else. *Setengah 9* is half past eight."""
    said = " ".join(text.casefold().split())
    if packed := _PACKED.fullmatch(said):
        said = f"{packed[1]}.{packed[2]}"
    found = _CLOCK.fullmatch(said)
    if found is None or (found["half"] and found["minute"]):
        return None
    hour, minute = _on_the_day(int(found["hour"]), found["part"] or ""), int(found["minute"] or 0)
    if found["half"]:
        hour, minute = hour - 1, 30
    return time(hour, minute) if 0 <= hour <= 23 and minute <= 59 else None


def _on_the_day(hour: int, part: str) -> int:
    afternoon = part in LATER or (part == "siang" and hour <= 4)
    return hour + 12 if afternoon and hour < 12 else hour


def read_break(text: str) -> int | None:
    """Minutes of break (`30`, `30 menit`, `1 jam`, `setengah jam`, `tidak ada`); None for anything else."""
    said = " ".join(text.casefold().split()).strip(".!")
    if said in NONE:
        return 0
    found = _LENGTH.fullmatch(said)
    if not said or found is None:
        return None
    minutes = int(found["hours"] or 0) * 60 + int(found["minutes"] or 0) + (30 if found["half"] else 0)
    return minutes if minutes <= LONGEST_BREAK else None


@dataclass(frozen=True, slots=True)
class WorkDay:
    """The day to which typed times belong, in a site's zone; `until`: the planned end, where that is past
    midnight."""

    day: date
    zone: str
    until: time | None = None

    def start(self, clock: time, *, now: datetime) -> datetime:
        """When work began. Raises Refused for what is still to come."""
        past_midnight = self.until is not None and clock < self.until
        at = self._at(self.day + timedelta(days=past_midnight), clock)
        if at > now:
            raise Refused("times-to-come")
        return at

    def finish(self, clock: time, start: datetime, *, now: datetime) -> datetime:
        """When it ended: after the start, on the day after only where it was planned so. Raises Refused for
        a finish before its start, and for what is still to come."""
        day = start.astimezone(ZoneInfo(self.zone)).date()
        at = self._at(day, clock)
        if at <= start and self.until is not None:
            at = self._at(day + timedelta(days=1), clock)
        return check_finish(at, start, now=now)

    def _at(self, day: date, clock: time) -> datetime:
        return datetime.combine(day, clock, ZoneInfo(self.zone)).astimezone(UTC)


def check_finish(at: datetime, start: datetime, *, now: datetime) -> datetime:
    """The finish, where it can be one. Raises Refused."""
    if at <= start:
        raise Refused("times-finish-first")
    if at > now:
        raise Refused("times-to-come")
    return at


def check_break(minutes: int, start: datetime, finish: datetime) -> int:
    """The break, where it leaves something of the work. Raises Refused."""
    if timedelta(minutes=minutes) >= finish - start:
        raise Refused("times-break-too-long")
    return minutes
