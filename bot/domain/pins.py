"""Whether a site's pin is wrong, as people's locations say it: where they meet outside, and which point they
propose. Whoever decides is a person."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from math import cos, hypot, isfinite, radians
from statistics import median

from geopy.distance import geodesic

from bot.domain.messages import Label
from bot.domain.places import POOR_ACCURACY

PEOPLE = 3
TOGETHER_M = 100.0
"""Three different people within so many metres of each other on one day, all of them outside (EVIDENCE)."""
CONFIRMED_WITHIN = timedelta(days=28)
"""Or so many attendances in so many days that the supervisor confirmed although they lay there: a small site
may never have three people on a day, and who comes weekly has come three times after 15 days."""
ASK_AGAIN_AFTER = timedelta(days=14)
"""Whoever said that the pin stays is not asked about the same place again before."""
NOT_WHERE_THE_PHONE_IS = frozenset({Label.FORWARDED, Label.VIA_BOT, Label.SCHEDULED, Label.PICKED_PLACE})
"""Locations that come like this propose no pin."""
LONGEST_SEEN = 80
"""Only the newest of more are compared: each with each."""
COORDINATE_DIGITS = 6


class PinSource(StrEnum):
    """How a site came to its pin."""

    BEFORE = "before"
    """It stood there when its history began; since when is not known."""
    REGISTERED = "registered"
    CORRECTED = "corrected"
    """By a workbook, or in the chat by `/ubah`."""
    REPORTED = "reported"
    """Somebody who stood there said that it was wrong, and an officer agreed."""
    SEEN = "seen"
    """Several people were there, and an officer agreed."""


class AskedBy(StrEnum):
    """Who or what says that a pin is wrong."""

    CLIENT = "client"
    SUPERVISOR = "supervisor"
    PEOPLE = "people"
    """Three people on a day, or a supervisor's confirmations: nobody has said it in words."""


class QuestionState(StrEnum):
    """What became of the question whether a pin is wrong."""

    DRAFT = "draft"
    """A position is there, the photo is awaited."""
    OPEN = "open"
    JOINED = "joined"
    """Said while the same was already asked about: another voice for that question."""
    ACCEPTED = "accepted"
    KEPT = "kept"
    OVERTAKEN = "overtaken"
    """The pin was changed otherwise, or its teller began anew."""


FITS_WITHIN = 30
"""Metres: what lies so near to the pin says nothing against it, as no phone is more exact at most sites."""
STOPS_ASKING = frozenset({AskedBy.SUPERVISOR, AskedBy.PEOPLE})
"""A client's word alone does not change what others are asked for."""


@dataclass(frozen=True, slots=True)
class Seen:
    """Where somebody was outside: `who` counts once, be it a person or an attendance."""

    who: Hashable
    latitude: float
    longitude: float
    evidence: int = 0

    @property
    def place(self) -> tuple[float, float]:
        return self.latitude, self.longitude


def trusted(accuracy: float | None, labels: Sequence[str]) -> bool:
    """Whether a location is good enough to say something about a pin."""
    vague = accuracy is not None and isfinite(accuracy) and accuracy > POOR_ACCURACY
    return not vague and not NOT_WHERE_THE_PHONE_IS & set(labels)


def usable(latitude: float, longitude: float) -> bool:
    """Whether a pin can be there at all: 0/0 is what a phone says without a fix, and NaN fails each test."""
    return (latitude, longitude) != (0, 0) and -90 <= latitude <= 90 and -180 <= longitude <= 180


def meeting(seen: Sequence[Seen], *, people: int = PEOPLE, within: float = TOGETHER_M) -> tuple[Seen, ...]:
    """The largest group found of different people who all were within so many metres of each other; nobody
    where there are fewer than `people`. Two with the very same six decimals are one: phones differ."""
    spots = [one for one in seen if usable(one.latitude, one.longitude)][-LONGEST_SEEN:]
    near = _near(spots, within)
    found: frozenset[int] = frozenset()
    for first, others in enumerate(near):
        for second in sorted(others):
            if second > first and not {first, second} <= found:
                found = max(found, _grown(near, first, second), key=len)
    return tuple(spots[at] for at in sorted(found)) if len(found) >= people else ()


def _near(spots: Sequence[Seen], within: float) -> list[set[int]]:
    """For each the other people near to it. On a plane: over 100 m it errs by less than a metre."""
    near: list[set[int]] = [set() for _ in spots]
    for first, one in enumerate(spots):
        for second in range(first):
            apart = flat(spots[second].place, one.place)
            if hypot(apart.east, apart.north) <= within and _different(one, spots[second]):
                near[first].add(second)
                near[second].add(first)
    return near


def _grown(near: Sequence[set[int]], first: int, second: int) -> frozenset[int]:
    """The two, and whoever else is near to all: with every pair tried, no three are overlooked."""
    group, candidates = {first, second}, near[first] & near[second]
    while candidates:
        other = min(candidates)
        group.add(other)
        candidates = candidates & near[other]
    return frozenset(group)


def _different(one: Seen, other: Seen) -> bool:
    return one.who != other.who and rounded(*one.place) != rounded(*other.place)


def metres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Between two usable points."""
    return float(geodesic(one, other).meters)


def rounded(latitude: float, longitude: float) -> tuple[float, float]:
    """A pin as it is kept: a tenth of a metre is more than anybody can point at."""
    return round(latitude, COORDINATE_DIGITS), round(longitude, COORDINATE_DIGITS)


def middle(group: Sequence[Seen]) -> tuple[float, float]:
    """The pin that a group proposes: the median north and the median east, so that one stray phone moves it
    little; also across the 180th meridian."""
    first = group[0].longitude
    east = median((one.longitude - first + 180) % 360 - 180 for one in group)
    longitude = (first + east + 180) % 360 - 180
    return rounded(median(one.latitude for one in group), longitude)


def asks_again(
    place: tuple[float, float], kept: tuple[float, float], kept_at: datetime, now: datetime
) -> bool:
    """Whether a group may be asked about although somebody decided that the pin stays: elsewhere at once, at
    the same place after a while."""
    return metres(place, kept) > TOGETHER_M or now - kept_at >= ASK_AGAIN_AFTER


@dataclass(frozen=True, slots=True)
class Flat:
    """Metres east and north of somewhere."""

    east: float
    north: float


def flat(place: tuple[float, float], origin: tuple[float, float]) -> Flat:
    """A place on a plane around `origin`: good enough to draw a site, not to judge by."""
    around = (place[1] - origin[1] + 180) % 360 - 180
    return Flat(around * 111_320.0 * cos(radians(origin[0])), (place[0] - origin[0]) * 110_574.0)


def bar(span: float) -> int:
    """The length of a scale bar for a map of so many metres: 1, 2 or 5 and noughts, at most a third of it."""
    length, steps = 1, (2.0, 2.5, 2.0)
    for step in range(24):
        longer = round(length * steps[step % 3])
        if longer > span / 3:
            break
        length = longer
    return length
