"""Proposals for a placement: which sites suit a case, and why. The officer decides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from enum import StrEnum

from bot.domain.places import Area, metres_between
from bot.domain.plans import DAY, EVERY_DAY, WHOLE_DAY, minutes_of, whole_day

LEAST_SLOT = 60
"""Minutes; a shorter slot is not worth the way."""


class Against(StrEnum):
    """Why a site does not suit; the words are in the locale (`against-…`)."""

    FULL = "full"
    NO_SHARED_DAY = "no_shared_day"
    NO_SHARED_HOURS = "no_shared_hours"
    NOT_FOR_CHILDREN = "not_for_children"


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A site as a placement needs it: how many people it takes and has on each ISO weekday."""

    site: int
    name: str
    area: Area | None = None
    weekdays: frozenset[int] = EVERY_DAY
    hours: tuple[time, time] = WHOLE_DAY
    capacity: int | None = None
    """People at the same time; None: as many as come."""
    busiest: int = 0
    """People already placed on its fullest day."""
    for_children: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What a case needs of a site."""

    weekdays: frozenset[int] = EVERY_DAY
    window: tuple[time, time] = WHOLE_DAY
    session_minutes: int
    child: bool = False
    home: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A site with the days and hours it shares with the case, its free places (None: no limit) and its
    distance from home in metres (None: unknown); or why it does not suit."""

    site: int
    name: str
    weekdays: frozenset[int] = frozenset()
    hours: tuple[time, time] | None = None
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
    days = wish.weekdays & one.weekdays
    hours = _shared(wish.window, one.hours, wish.session_minutes)
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
    hours: tuple[time, time] | None,
    free: int | None,
) -> Against | None:
    if wish.child and not one.for_children:
        return Against.NOT_FOR_CHILDREN
    if not days:
        return Against.NO_SHARED_DAY
    if hours is None:
        return Against.NO_SHARED_HOURS
    return Against.FULL if free == 0 else None


def _shared(
    window: tuple[time, time], hours: tuple[time, time], session_minutes: int
) -> tuple[time, time] | None:
    """The first stretch of at most one session that lies in both; None where they share too little. Either
    may go past midnight, and so may what they share."""
    if whole_day(window) or whole_day(hours):
        shared = [minutes_of(hours if whole_day(window) else window)]
    else:
        (opens, closes), (first, last) = minutes_of(window), minutes_of(hours)
        days = (-DAY, 0, DAY)
        shared = [(max(opens, first + day), min(closes, last + day)) for day in days]
    for starts, ends in shared:
        if ends - starts >= min(LEAST_SLOT, session_minutes):
            return _at(starts), _at(min(ends, starts + session_minutes))
    return None


def _at(minutes: int) -> time:
    return time(minutes // 60 % 24, minutes % 60)
