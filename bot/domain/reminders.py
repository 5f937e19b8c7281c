"""When people are reminded of work or of a report: an office's offsets, and how a person's own differ."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.cases import instant, local_day
from bot.domain.quiet_hours import AGAIN_AFTER, Quiet

MOST = 4
FURTHEST_DAYS = 3
"""Two days before had no effect of its own (Hastings 2021); some must arrange how to come."""
SHORTEST, LONGEST = timedelta(minutes=15), timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class Offset:
    """So many days before, at a local clock; without a clock, so long before the start."""

    days: int = 0
    clock: time | None = None
    before: timedelta = timedelta(0)

    def __str__(self) -> str:
        if self.clock is not None:
            return f"{'H-' + str(self.days) if self.days else 'H'} {self.clock:%H.%M}"
        hours, minutes = divmod(int(self.before.total_seconds()) // 60, 60)
        return f"{hours * 60 + minutes} menit" if minutes else f"{hours} jam"

    def before_start(self, starts_at: datetime, zone: str) -> datetime:
        """When it is, of work that begins then."""
        if self.clock is None:
            return starts_at - self.before
        day = starts_at.astimezone(ZoneInfo(zone)).date()
        return instant(day - timedelta(days=self.days), self.clock, zone)


class Reminding(StrEnum):
    """How often a person wants to be reminded; it follows what his office chooses."""

    USUAL = ""
    EARLIER = "earlier"
    """A day and some hours earlier."""
    OFTENER = "oftener"
    """Once more."""


EARLIER_BY = timedelta(hours=2)
MORE_BEFORE_WORK = Offset(before=timedelta(hours=3))
MORE_BEFORE_REPORT = Offset(clock=time(9))
ONE_DAY = timedelta(days=1)

_DAY = re.compile(r"h(?:-(\d))?\s+(\d{1,2})[.:](\d\d)", re.IGNORECASE)
_LONG = re.compile(r"(\d{1,3})\s*(jam|menit)", re.IGNORECASE)


def read_offsets(text: str, *, days_only: bool = False) -> tuple[Offset, ...] | None:
    """A list as an office types it: `H-1 18.00, 1 jam`. None for what cannot be read, for more than four, and
    for what lies too far before or is no reminder any more; a report has a day and no hour (`days_only`)."""
    found = [_read(one.strip()) for one in text.split(",")]
    offsets = [one for one in found if one is not None]
    whole = len(offsets) == len(found) <= MOST and len(set(offsets)) == len(offsets)
    fits = not days_only or all(one.clock is not None for one in offsets)
    return tuple(offsets) if whole and fits else None


def _read(text: str) -> Offset | None:
    if day := _DAY.fullmatch(text):
        days, hour, minute = int(day[1] or 0), int(day[2]), int(day[3])
        possible = days <= FURTHEST_DAYS and hour < 24 and minute < 60
        return Offset(days=days, clock=time(hour, minute)) if possible else None
    if long := _LONG.fullmatch(text):
        minutes = int(long[1]) * (60 if long[2].casefold() == "jam" else 1)
        before = timedelta(minutes=minutes)
        return Offset(before=before) if SHORTEST <= before <= LONGEST else None
    return None


def written(offsets: Sequence[Offset]) -> str:
    """The same list, as it is kept and shown."""
    return ", ".join(str(one) for one in offsets)


def offsets_for(
    office: str, reminding: Reminding, more: Offset = MORE_BEFORE_WORK, *, days_only: bool = False
) -> tuple[Offset, ...]:
    """A person's offsets: his office's, moved or with one `more`."""
    usual = read_offsets(office, days_only=days_only) or ()
    match reminding:
        case Reminding.EARLIER:
            furthest = max((one for one in usual if one.clock), key=lambda one: one.days, default=None)
            sooner = (
                [Offset(days=min(furthest.days + 1, FURTHEST_DAYS), clock=furthest.clock)] if furthest else []
            )
            moved = [one if one.clock else _earlier(one) for one in usual]
            return tuple(dict.fromkeys((*sooner, *moved)))
        case Reminding.OFTENER:
            return tuple(dict.fromkeys((*usual, more)))
        case Reminding.USUAL:
            return usual


def _earlier(one: Offset) -> Offset:
    return Offset(before=min(one.before + EARLIER_BY, LONGEST))


def before_work(
    offsets: Sequence[Offset], starts_at: datetime, zone: str, quiet: Quiet | None = None
) -> list[datetime]:
    """When somebody is reminded of work that begins then, earliest first. What the night holds comes in the
    morning; where the work has begun by then it rings at night, for whoever works then is awake."""
    instants = [one.before_start(starts_at, zone) for one in offsets]
    rested = [_morning(one, quiet) for one in instants]
    kept = [late if late < starts_at else at for at, late in zip(instants, rested, strict=True)]
    return _spaced(kept, starts_at)


def before_report(
    offsets: Sequence[Offset], due_on: date, last_on: date, zone: str, quiet: Quiet | None = None
) -> list[datetime]:
    """The same of a report: before its day and, where it may be given some days longer, once more before the
    last of them."""
    named = [one for one in offsets if one.clock is not None]
    instants = [_on(one, due_on, zone) for one in named]
    if last_on > due_on and named:
        instants.append(_on(min(named, key=lambda one: one.days), last_on, zone))
    return _spaced([_morning(one, quiet) for one in instants], instant(last_on + ONE_DAY, time(0), zone))


def _on(one: Offset, day: date, zone: str) -> datetime:
    assert one.clock is not None  # noqa: S101  (only those that name a day)
    return instant(day - timedelta(days=one.days), one.clock, zone)


def _morning(at: datetime, quiet: Quiet | None) -> datetime:
    return (quiet.ends_after(at) if quiet else None) or at


def _spaced(instants: Sequence[datetime], end: datetime) -> list[datetime]:
    """In order, none at or after `end`, or within half an hour of the one before: two that meet in the
    morning are one."""
    kept: list[datetime] = []
    for at in sorted(instants):
        if at < end and (not kept or at - kept[-1] >= AGAIN_AFTER):
            kept.append(at)
    return kept


def days_ahead(starts_at: datetime, said_at: datetime, zone: str) -> int:
    """How many days after that day work begins, as the reader counts: 1 is *besok*."""
    return (local_day(starts_at, zone) - local_day(said_at, zone)).days


def helps_until(starts_at: datetime, ahead: int, zone: str) -> datetime:
    """The last instant for words said so many days ahead: *besok* only before that day; the rest until work
    begins."""
    return instant(local_day(starts_at, zone), time(0), zone) if ahead == 1 else starts_at


def reminder_words(ahead: int, number: int) -> str:
    """The sentence of a reminder so many days ahead; the first of them says more than what comes again."""
    if ahead > 1:
        return "reminder-early"
    if ahead == 1:
        return "reminder-day" if number == 1 else "reminder-day-again"
    return "reminder-hour"
