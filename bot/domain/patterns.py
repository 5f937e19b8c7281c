"""The odd ones of a month, as questions for an officer: never findings, and often with a good explanation.

Each function takes rows and returns questions with their figures; a person answers them (EVIDENCE).
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, TypeVar
from zoneinfo import ZoneInfo

from bot.domain.messages import Label

DAYS_FROM: Final = 8
"""Two working weeks but two days: fewer than so many are too few to speak of *always*. Hadir's own figure."""
SHARE: Final = 0.8
"""One day in five that is different hides no habit (as in `bot.domain.sanity`)."""
WHOLE_WITHIN: Final = timedelta(minutes=1)
"""Minutes are cut off at both ends, so that a length can be one off."""
QUICK: Final = timedelta(seconds=3)
QUICK_FROM: Final = 12
"""So many people within so many seconds, one by one: nobody reads a card so fast (EVIDENCE, case 19)."""
FAR_FROM: Final = 1_000
"""Metres, the accuracy taken off: farther than any site is long."""
NEAR_IN_TIME: Final = timedelta(minutes=10)
"""Where somebody was so long before or after his word says where he gave it."""
FAR_DAYS_FROM: Final = 2
"""One day is an errand."""
FLAGS_FROM: Final = 3
"""The same question three times in a month; once or twice is everyday life with a phone."""
SAME_MINUTE_WITHIN: Final = timedelta(minutes=1)
AT_ONCE: Final = 10
"""Questions at once; who has 75 clients cannot look into more in a month."""
EXPLAINED_FOR: Final = timedelta(days=183)
"""Whoever has explained it half a year ago is not asked every month: a bus keeps its timetable."""
TOLD_OTHERWISE: Final = frozenset(
    {Label.AS_DOCUMENT, Label.PHOTO_MISSING, Label.PHOTO_UNREADABLE, Label.PHOTO_SHARED}
)
"""Facts about a phone or a network, which say nothing about whoever holds it; and what is asked as a pair."""


Row = TypeVar("Row")
Name = TypeVar("Name", bound=Hashable)


class PatternKind(StrEnum):
    """What is asked about; the words are in the locale (`pattern-…`)."""

    SAME_SCENE = "same_scene"
    """Two clients sent the same picture: roll call decides who was there."""
    QUICK_WORD = "quick_word"
    """A supervisor confirmed many people one by one within seconds."""
    LABELLED = "labelled"
    """The same question about a client's evidence, again and again."""
    WHOLE_HOURS = "whole_hours"
    """Always exactly the same whole number of hours."""
    START_MINUTE = "start_minute"
    FINISH_MINUTE = "finish_minute"
    FAR_WORD = "far_word"
    """A supervisor confirmed while, by his own location, he was far from the site."""
    NO_PHOTOS = "no_photos"
    """A supervisor confirms work without the photo that the cases ask for."""


class Answer(StrEnum):
    """What an officer found out."""

    EXPLAINED = "explained"
    ACTION = "action"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Day:
    """One finished attendance that nobody rejected. `own_start` and `own_finish`: the client made that minute
    himself; roll call, a finish as planned, a rule and a helper give many people the same ones."""

    client: int
    started_at: datetime
    finished_at: datetime
    zone: str
    pause: timedelta = timedelta(0)
    own_start: bool = True
    own_finish: bool = True
    supervisor: int | None = None
    """Who confirmed it on the site."""
    photo_asked: bool = False
    """Every start and finish of the case is to have a photo, and a phone was there to take it."""
    has_photo: bool = False


@dataclass(frozen=True, slots=True)
class Confirmation:
    """A supervisor's word about the hours of one attendance, given to it alone."""

    supervisor: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Place:
    """How far a supervisor was at least from one of his sites, where he sent his location himself."""

    supervisor: int
    site: int
    metres: int
    at: datetime


@dataclass(frozen=True, slots=True)
class PlacedWord:
    """A supervisor's word about hours at a site, alone or with others."""

    supervisor: int
    site: int
    at: datetime


@dataclass(frozen=True, slots=True)
class SharedScene:
    """Two clients' photos that are the same or alike."""

    client: int
    other: int
    at: datetime
    other_at: datetime


@dataclass(frozen=True, slots=True)
class Pattern:
    """A question about somebody. `detail` tells two of the same kind apart: a label, or the other person."""

    kind: PatternKind
    subject: int
    figures: Mapping[str, int] = field(default_factory=dict)
    detail: str = ""
    strength: int = 100
    """How far beyond what makes it a question, in hundredths: the strongest are asked first."""

    @property
    def name(self) -> tuple[PatternKind, int, str]:
        """What stays the same from month to month."""
        return self.kind, self.subject, self.detail


def of_days(days: Sequence[Day]) -> list[Pattern]:
    """Everything odd about the times of clients, and about photos that supervisors did without. Who starts
    and ends by the clock works whole hours too: that is one habit, and not asked about again."""
    minutes = list(same_minute(days))
    twice = {client for client, kinds in Counter(one.subject for one in minutes).items() if kinds > 1}
    whole = (one for one in whole_hours(days) if one.subject not in twice)
    return [*minutes, *whole, *without_photos(days)]


def same_minute(days: Iterable[Day]) -> Iterator[Pattern]:
    """Start or finish at the very same minute on most days."""
    for client, own in _by(days, lambda day: day.client).items():
        starts = [_wall(day.started_at, day.zone) for day in own if day.own_start]
        finishes = [_wall(day.finished_at, day.zone) for day in own if day.own_finish]
        for kind, minutes in ((PatternKind.START_MINUTE, starts), (PatternKind.FINISH_MINUTE, finishes)):
            if len(minutes) < DAYS_FROM:
                continue
            minute, count = min(Counter(minutes).items(), key=lambda one: (-one[1], one[0]))
            if count >= DAYS_FROM and count >= SHARE * len(minutes):
                figures = {"minute": minute, "count": count, "of": len(minutes)}
                yield Pattern(kind, client, figures, strength=_times(count, DAYS_FROM))


def whole_hours(days: Iterable[Day]) -> Iterator[Pattern]:
    """Every stay exactly the same whole number of hours, the break taken off."""
    own = (day for day in days if day.own_start and day.own_finish)
    for client, stays in _by(own, lambda day: day.client).items():
        lengths = [day.finished_at - day.started_at - day.pause for day in stays]
        hours = {round(length / timedelta(hours=1)) for length in lengths}
        if len(lengths) < DAYS_FROM or len(hours) != 1 or 0 in hours:
            continue
        whole = timedelta(hours=min(hours))
        if all(abs(length - whole) <= WHOLE_WITHIN for length in lengths):
            figures = {"hours": min(hours), "count": len(lengths)}
            yield Pattern(PatternKind.WHOLE_HOURS, client, figures, strength=_times(len(lengths), DAYS_FROM))


def without_photos(days: Iterable[Day]) -> Iterator[Pattern]:
    """A supervisor who confirms most work although the photo that was asked for is missing."""
    asked = _by((day for day in days if day.photo_asked and day.supervisor), lambda day: day.supervisor or 0)
    for supervisor, stays in asked.items():
        without = sum(not day.has_photo for day in stays)
        if without >= DAYS_FROM and without >= SHARE * len(stays):
            figures = {"count": without, "of": len(stays)}
            yield Pattern(PatternKind.NO_PHOTOS, supervisor, figures, strength=_times(without, DAYS_FROM))


def quick_words(confirmations: Iterable[Confirmation]) -> Iterator[Pattern]:
    """Many people confirmed one by one within seconds: the most at once, and how often it happened."""
    for supervisor, words in _by(confirmations, lambda one: one.supervisor).items():
        bursts = list(_bursts(sorted(one.at for one in words)))
        if bursts:
            figures = {"people": max(bursts), "times": len(bursts), "seconds": int(QUICK.total_seconds())}
            strength = _times(sum(bursts), QUICK_FROM)
            yield Pattern(PatternKind.QUICK_WORD, supervisor, figures, strength=strength)


def _bursts(instants: Sequence[datetime]) -> Iterator[int]:
    """How many each burst holds, none counted twice."""
    first = 0
    while first < len(instants):
        within = bisect_right(instants, instants[first] + QUICK, first) - first
        if within >= QUICK_FROM:
            yield within
            first += within
        else:
            first += 1


def far_words(words: Iterable[PlacedWord], places: Iterable[Place], zone: str) -> Iterator[Pattern]:
    """Hours confirmed from far away, on several days. Who sends no location is never asked about."""
    known = _by(places, lambda one: (one.supervisor, one.site))
    for supervisor, said in _by(words, lambda one: one.supervisor).items():
        far = [
            (one.at.astimezone(ZoneInfo(zone)).date(), max(near))
            for one in said
            if (near := _metres_around(one.at, known.get((supervisor, one.site), ())))
            and min(near) > FAR_FROM
        ]
        days = len({day for day, _ in far})
        if days >= FAR_DAYS_FROM:
            figures = {"people": len(far), "days": days, "km": round(max(metres for _, metres in far) / 1000)}
            yield Pattern(PatternKind.FAR_WORD, supervisor, figures, strength=_times(days, FAR_DAYS_FROM))


def _metres_around(at: datetime, places: Iterable[Place]) -> list[int]:
    return [one.metres for one in places if abs(one.at - at) <= NEAR_IN_TIME]


def same_scenes(scenes: Iterable[SharedScene]) -> Iterator[Pattern]:
    """Pairs of clients with a picture in common; already the first time, because it concerns two."""
    pairs = _by(scenes, lambda one: (min(one.client, one.other), max(one.client, one.other)))
    for (client, other), found in pairs.items():
        together = sum(abs(one.at - one.other_at) <= SAME_MINUTE_WITHIN for one in found)
        figures = {"count": len(found), "together": together}
        strength = _times(len(found) + together, 1)
        yield Pattern(PatternKind.SAME_SCENE, client, figures, str(other), strength)


def labelled(evidence: Iterable[tuple[int, Sequence[str]]]) -> Iterator[Pattern]:
    """The same question about several pieces of one client's evidence: (client, labels) rows."""
    known = {label.value for label in Label if label not in TOLD_OTHERWISE}
    counted = Counter((client, label) for client, labels in evidence for label in labels if label in known)
    for (client, label), count in counted.items():
        if count >= FLAGS_FROM:
            strength = _times(count, FLAGS_FROM)
            yield Pattern(PatternKind.LABELLED, client, {"count": count}, label, strength)


def rank(kind: PatternKind, strength: int) -> tuple[int, int]:
    """The order in which questions are asked: the strongest first."""
    return -strength, list(PatternKind).index(kind)


def _wall(at: datetime, zone: str) -> int:
    """Minutes since midnight."""
    local = at.astimezone(ZoneInfo(zone))
    return local.hour * 60 + local.minute


def _times(count: int, threshold: int) -> int:
    return 100 * count // threshold


def _by(rows: Iterable[Row], name: Callable[[Row], Name]) -> dict[Name, list[Row]]:
    grouped: dict[Name, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[name(row)].append(row)
    return grouped
