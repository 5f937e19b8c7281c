"""Proposals for a placement: which sites suit a case, and why. The officer decides."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bot.domain.places import Area, metres_between
from bot.domain.spans import DAY, EVERY_DAY, WHOLE_DAY, Hours, Span, always, minutes_of, span_of, whole_day

Stretch = tuple[int, int]
"""From a minute to a minute since midnight."""
LEAST_SLOT = 60
"""Minutes; a shorter slot is not worth the way."""


class Against(StrEnum):
    """Why a site does not suit; the words are in the locale (`against-…`)."""

    FULL = "full"
    NO_SHARED_DAY = "no_shared_day"
    NO_SHARED_HOURS = "no_shared_hours"
    NOT_FOR_CHILDREN = "not_for_children"
    STOPPED = "stopped"
    """The work of this client there was stopped: only a person, and on purpose, sends him there again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A site as a placement needs it: when it is open, how many people it takes and has."""

    site: int
    name: str
    area: Area | None = None
    hours: Hours = field(default_factory=always)
    days_at: Mapping[int, int] = field(default_factory=lambda: dict.fromkeys(EVERY_DAY, 1))
    """ISO weekday → on how many days the case has work and room there; a weekday without any is missing."""
    capacity: int | None = None
    """People at the same time; None: as many as come."""
    busiest: int = 0
    """People already placed on its fullest day."""
    for_children: bool = True
    stopped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a case needs of a site."""

    weekdays: frozenset[int] = EVERY_DAY
    days: int = 7
    """On how many of them it needs work."""
    window: Span = WHOLE_DAY
    session_minutes: int
    child: bool = False
    home: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A site with the hours it shares with the case, the days on which it is open then, its free places
    (None: no limit) and its distance from home in metres (None: unknown); or why it does not suit."""

    site: int
    name: str
    weekdays: frozenset[int] = frozenset()
    hours: Span | None = None
    free: int | None = None
    distance_m: int | None = None
    against: Against | None = None


def propose(wish: Wish, candidates: Iterable[Candidate]) -> list[Proposal]:
    """Every site, those that suit first: the nearer first, the emptier among equals; then those that do not,
    each with its reason."""
    proposals = [_proposal(wish, one) for one in candidates]
    far = 10**9

    def order(one: Proposal) -> tuple[bool, int, int, str]:
        distance = far if one.distance_m is None else one.distance_m
        return one.against is not None, distance, -(far if one.free is None else one.free), one.name

    return sorted(proposals, key=order)


def _proposal(wish: Wish, one: Candidate) -> Proposal:
    hours, days = _hours(wish, one)
    free = None if one.capacity is None else max(one.capacity - one.busiest, 0)
    distance = None
    if wish.home is not None and one.area is not None:
        distance = metres_between(wish.home, one.area)
    return Proposal(
        site=one.site,
        name=one.name,
        weekdays=days,
        hours=hours,
        free=free,
        distance_m=distance,
        against=_against(wish, one, days, hours, free),
    )


def _against(
    wish: Wish,
    one: Candidate,
    days: frozenset[int],
    hours: Span | None,
    free: int | None,
) -> Against | None:
    if one.stopped:
        return Against.STOPPED
    if wish.child and not one.for_children:
        return Against.NOT_FOR_CHILDREN
    if not days:
        return Against.NO_SHARED_DAY
    if hours is None:
        return Against.NO_SHARED_HOURS
    return Against.FULL if free == 0 else None


def _hours(wish: Wish, one: Candidate) -> tuple[Span | None, frozenset[int]]:
    """The hours to propose, the same on each day, and the weekdays that hold them: those that bring the most,
    then the longest, then those of the most weekdays, then the earliest. Without such hours None, and every
    weekday that is shared."""
    weekdays = wish.weekdays & one.days_at.keys() & one.hours.keys()
    shared = {
        day: [stretch for span in one.hours[day] for stretch in _shared(wish.window, span)]
        for day in weekdays
    }
    holding = {
        stretch: frozenset(day for day, stretches in shared.items() if _holds(stretches, stretch))
        for stretch in sorted(_stretches([stretch for day in shared.values() for stretch in day], wish))
    }

    def merit(stretch: Stretch) -> tuple[int, int, int]:
        length, held = stretch[1] - stretch[0], holding[stretch]
        best = sorted((one.days_at[day] for day in held), reverse=True)[: wish.days]
        return length * sum(best), length, len(held)

    chosen = max(holding, key=merit, default=None)
    if chosen is None or not holding[chosen]:
        return None, weekdays
    return span_of(*chosen), holding[chosen]


def _stretches(shared: Sequence[Stretch], wish: Wish) -> set[Stretch]:
    """What could be proposed: at most one session, from the start of any to the end of any."""
    least = min(LEAST_SLOT, wish.session_minutes)
    return {
        (starts, min(ends, starts + wish.session_minutes))
        for starts, _ in shared
        for _, ends in shared
        if ends - starts >= least
    }


def _holds(shared: Sequence[Stretch], stretch: Stretch) -> bool:
    return any(starts <= stretch[0] and stretch[1] <= ends for starts, ends in shared)


def _shared(window: Span, hours: Span) -> list[Stretch]:
    """What lies in both. Either may go past midnight, and so may what they share."""
    if whole_day(window) or whole_day(hours):
        return [minutes_of(hours if whole_day(window) else window)]
    (opens, closes), (first, last) = minutes_of(window), minutes_of(hours)
    both = [(max(opens, first + day), min(closes, last + day)) for day in (-DAY, 0, DAY)]
    return [(starts, ends) for starts, ends in both if starts < ends]
