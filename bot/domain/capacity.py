"""How many people a site takes at the same time, and when more of them are planned than that."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Expected:
    """A planned session at a site, by the case it belongs to."""

    case: int
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True)
class Crowd:
    """The first fullest moment at which a site has more people than it takes, and whose cases they are."""

    at: datetime
    cases: tuple[int, ...]


def crowd(stays: Iterable[Expected], capacity: int) -> Crowd | None:
    """Where more people than `capacity` are planned at once; who begins when another ends takes his place."""
    ordered = sorted(stays, key=lambda stay: (stay.starts_at, stay.case))
    found: Crowd | None = None
    there: list[Expected] = []
    for stay in ordered:
        there = [*(one for one in there if one.ends_at > stay.starts_at), stay]
        fuller = found is None or len(there) > len(found.cases)
        if len(there) > capacity and fuller:
            found = Crowd(stay.starts_at, tuple(one.case for one in there))
    return found
