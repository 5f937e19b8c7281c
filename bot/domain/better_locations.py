"""Whether a location is worth one friendly request for a better one, and which of several speaks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.messages import NOT_FRESH, WITHOUT_LOCATION
from bot.domain.places import Verdict

BETTER_WITHIN = timedelta(minutes=15)
"""A location this long after the request answers it: as long as the live location that it asks for."""
_BEST_FIRST = (Verdict.INSIDE, Verdict.NEAR, Verdict.CANNOT_TELL, Verdict.OUTSIDE)


class Cause(StrEnum):
    """What the first location left open."""

    AWAY = "away"
    """It lies outside the site, or perhaps outside."""
    UNSURE = "unsure"
    """The phone itself does not know within a hundred metres."""
    UNREAD = "unread"
    """It names no place on earth."""
    NOT_FRESH = "not-fresh"
    """It was forwarded, scheduled or picked, and says nothing about now."""


def cause(
    verdict: Verdict | None,
    distance_m: int | None,
    labels: Iterable[str],
    *,
    readable: bool,
    pin_in_doubt: bool,
) -> Cause | None:
    """Why a better location would help; None where this one is good enough, or where the fault is the site's
    pin, Hadir's own or a phone's that cannot send one: nobody is asked for what he cannot give. `readable`:
    the location itself names a place on earth."""
    told = set(labels)
    if pin_in_doubt or verdict in (None, Verdict.NOT_JUDGED) or told & WITHOUT_LOCATION:
        return None
    if told & NOT_FRESH:
        return Cause.NOT_FRESH
    if verdict is Verdict.INSIDE:
        return None
    if distance_m is None:
        return None if readable else Cause.UNREAD
    return Cause.UNSURE if verdict is Verdict.CANNOT_TELL else Cause.AWAY


def answers(asked_at: datetime, sent_at: datetime) -> bool:
    """Whether a location is the better one that was asked for, and opens or closes nothing."""
    return sent_at - asked_at <= BETTER_WITHIN


def speaks_better(verdict: Verdict, labels: Iterable[str], than: Verdict, its_labels: Iterable[str]) -> bool:
    """Whether a location says more than an earlier one: a fresh one before any other, then by verdict. Of two
    that say the same the first stands."""
    return _rank(verdict, labels) < _rank(than, its_labels)


def _rank(verdict: Verdict, labels: Iterable[str]) -> tuple[bool, int]:
    worst = len(_BEST_FIRST)
    return not NOT_FRESH.isdisjoint(labels), _BEST_FIRST.index(verdict) if verdict in _BEST_FIRST else worst
