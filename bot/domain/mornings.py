"""In the morning a supervisor hears whom to expect at his sites today: when, and whom it names."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

EARLIEST = time(6)
"""In the site's zone: never at night."""
USUAL = time(7)
BEFORE = timedelta(hours=1)
"""So long before the first session, where that begins before eight."""
NAMED = 10
"""People in one message: on a narrow messenger, too, it is one. The others are behind its button."""


@dataclass(frozen=True, slots=True)
class Planned:
    """One person on a site's plan of today, not begun yet. `person`: every id under which he might be the
    supervisor himself; `away`: the key of what is said of who will not come, or ''."""

    site: int
    person: frozenset[int]
    name: str
    starts_at: datetime
    ends_at: datetime
    activity: str = ""
    away: str = ""


@dataclass(frozen=True, slots=True)
class Morning:
    """What one supervisor reads: those who are still to come, then who stays away, site by site."""

    expected: tuple[Planned, ...]
    away: tuple[Planned, ...]

    @property
    def named(self) -> tuple[tuple[int, tuple[Planned, ...]], ...]:
        """The people whom the message names, under their sites, whoever comes first."""
        left, found = NAMED, []
        for site in dict.fromkeys(one.site for one in (*self.expected, *self.away)):
            people = tuple(one for one in (*self.expected, *self.away) if one.site == site)[:left]
            left -= len(people)
            if people:
                found.append((site, people))
        return tuple(found)

    @property
    def more(self) -> int:
        """How many it does not name."""
        return len(self.expected) + len(self.away) - sum(len(people) for _, people in self.named)


def next_dawn(now: datetime, zone: str) -> datetime:
    """The next 06.00 in a zone, later than `now`: nobody hears anything before it."""
    local = now.astimezone(ZoneInfo(zone))
    days = (local.date(), local.date() + timedelta(days=1))
    dawns = (datetime.combine(day, EARLIEST, ZoneInfo(zone)) for day in days)
    return next(at for at in dawns if at > now).astimezone(ZoneInfo("UTC"))


def told_at(first: datetime, zone: str) -> datetime:
    """When a supervisor hears of a day whose first session begins at `first`: at 07.00, or an hour before it,
    and not before 06.00."""
    day = first.astimezone(ZoneInfo(zone)).date()
    usual, earliest = (datetime.combine(day, at, ZoneInfo(zone)) for at in (USUAL, EARLIEST))
    return max(min(usual, first - BEFORE), earliest).astimezone(ZoneInfo("UTC"))


def those_of(
    reader: int, sites: Collection[int], plan: Mapping[int, Sequence[Planned]], family: Collection[int]
) -> list[Planned]:
    """Whom a supervisor receives at his sites today, neither himself nor his family, by site and hour."""
    return [
        one
        for site in sorted(sites)
        for one in plan.get(site, ())
        if reader not in one.person and one.person.isdisjoint(family)
    ]


def heard_at(people: Sequence[Planned], zone: str) -> datetime | None:
    """When he hears of them, or None where nobody is expected: that somebody stays away is no message."""
    starts = [one.starts_at for one in people if not one.away]
    return told_at(min(starts), zone) if starts else None


def morning(people: Sequence[Planned], now: datetime) -> Morning | None:
    """What he reads at `now`. After a downtime it is only of who is still to come, and None when all should
    be there by now."""
    ahead = [one for one in people if one.starts_at > now]
    expected = tuple(one for one in ahead if not one.away)
    return Morning(expected, tuple(one for one in ahead if one.away)) if expected else None
