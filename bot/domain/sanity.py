"""The sanity list: records that deserve a second look. Each is a question for a person, never a finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import groupby
from zoneinfo import ZoneInfo

from bot.domain.law import HOUSE_DAY

SHORT = timedelta(minutes=15)
MARGIN = timedelta(minutes=5)
"""The last session of an order may be short itself: it is judged by its own length less so much."""
TOO_LONG = 1.5
"""Times the planned length."""
OVER = timedelta(minutes=30)
"""And at least so much beyond it."""
IDENTICAL_FROM = 4
"""So many days in a row with the very same minutes are unlikely by chance."""
ROUND_FROM = 5
ROUND_SHARE = 0.8
"""One stay that is not round hides no habit."""
ROUND = timedelta(hours=8)
MOST_A_DAY = timedelta(minutes=HOUSE_DAY)


class Oddity(StrEnum):
    """Why a record is on the list; the words are in the locale (`oddity-…`)."""

    OVERLAP = "overlap"
    """Two stays of one client at the same time, also at two sites."""
    TOO_SHORT = "too_short"
    TOO_LONG = "too_long"
    END_BEFORE_START = "end_before_start"
    """The client's own finish is older than the start; the record ends where it began."""
    IDENTICAL = "identical"
    """Start and finish to the same minute, day after day."""
    ALWAYS_ROUND = "always_round"
    """Exactly eight hours that count, nearly every time."""
    LONG_DAY = "long_day"
    """More than eight hours on a day, over the cases of one person: each alone is capped, both together are
    a question."""


@dataclass(frozen=True, slots=True)
class Stay:
    """One finished attendance of a person; `planned` is the length of its session, None outside the plan."""

    id: int
    started_at: datetime
    finished_at: datetime
    zone: str
    planned: timedelta | None = None
    pause: timedelta = timedelta(0)
    case: int = 0
    own: bool = True
    """Whether the client himself made both minutes. A supervisor's roll call, a finish as planned and a rule
    give everybody the same ones."""
    claimed: datetime | None = None
    """The client's finish as it was sent, which may lie before the start."""

    @property
    def counted(self) -> timedelta:
        return self.finished_at - self.started_at - self.pause


@dataclass(frozen=True, slots=True)
class Odd:
    """An oddity and the stays that it is about, oldest first."""

    oddity: Oddity
    stays: tuple[int, ...]


def oddities(stays: Iterable[Stay]) -> list[Odd]:
    """Everything odd about one person's stays, whatever cases they belong to."""
    ordered = sorted(stays, key=lambda stay: (stay.started_at, stay.id))
    return [*_each(ordered), *_overlaps(ordered), *_identical(ordered), *_round(ordered), *_long(ordered)]


def _each(stays: Sequence[Stay]) -> Iterator[Odd]:
    for stay in stays:
        length = stay.finished_at - stay.started_at
        if stay.claimed is not None and stay.claimed < stay.started_at:
            yield Odd(Oddity.END_BEFORE_START, (stay.id,))
        elif length < (SHORT if stay.planned is None else min(SHORT, stay.planned - MARGIN)):
            yield Odd(Oddity.TOO_SHORT, (stay.id,))
        elif stay.planned and length > max(stay.planned * TOO_LONG, stay.planned + OVER):
            yield Odd(Oddity.TOO_LONG, (stay.id,))


def _overlaps(stays: Sequence[Stay]) -> Iterator[Odd]:
    latest: Stay | None = None
    for stay in stays:
        if latest is not None and stay.started_at < latest.finished_at:
            yield Odd(Oddity.OVERLAP, (latest.id, stay.id))
        if latest is None or stay.finished_at > latest.finished_at:
            latest = stay


def _identical(stays: Sequence[Stay]) -> Iterator[Odd]:
    """The same minutes on one working day after another, whatever else those days hold."""
    days = [
        {_wall(stay): stay.id for stay in of_day}
        for of_day in _days(stay for stay in stays if stay.own).values()
    ]
    for wall in dict.fromkeys(wall for of_day in days for wall in of_day):
        for same, run in groupby(days, key=lambda of_day: wall in of_day):
            alike = tuple(of_day[wall] for of_day in run if same)
            if len(alike) >= IDENTICAL_FROM:
                yield Odd(Oddity.IDENTICAL, alike)


def _round(stays: Sequence[Stay]) -> Iterator[Odd]:
    own = [stay for stay in stays if stay.own]
    found = [stay.id for stay in own if stay.counted == ROUND]
    if len(own) >= ROUND_FROM and len(found) >= ROUND_SHARE * len(own):
        yield Odd(Oddity.ALWAYS_ROUND, tuple(found))


def _long(stays: Sequence[Stay]) -> Iterator[Odd]:
    for of_day in _days(stays).values():
        cases = {stay.case for stay in of_day}
        if len(cases) > 1 and sum((stay.counted for stay in of_day), timedelta(0)) > MOST_A_DAY:
            yield Odd(Oddity.LONG_DAY, tuple(stay.id for stay in of_day))


def _days(stays: Iterable[Stay]) -> dict[date, list[Stay]]:
    days: dict[date, list[Stay]] = defaultdict(list)
    for stay in stays:
        days[stay.started_at.astimezone(ZoneInfo(stay.zone)).date()].append(stay)
    return days


def _wall(stay: Stay) -> tuple[time, time]:
    zone = ZoneInfo(stay.zone)
    return (
        stay.started_at.astimezone(zone).time().replace(second=0, microsecond=0),
        stay.finished_at.astimezone(zone).time().replace(second=0, microsecond=0),
    )
