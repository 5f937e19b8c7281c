"""Whether a location is worth one friendly request for a better one, and which of several speaks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from bot.domain.messages import NOT_FRESH
from bot.domain.places import Verdict

BETTER_WITHIN = timedelta(minutes=15)
"""A location this long after the request answers it: as long as the live location that it asks for."""
_BEST_FIRST = (Verdict.INSIDE, Verdict.NEAR, Verdict.CANNOT_TELL, Verdict.OUTSIDE)


def may_ask(
    verdict: Verdict | None, labels: Iterable[str], *, has_pin: bool, pin_in_doubt: bool, asked_before: bool
) -> bool:
    """Once for each end of an attendance, and never where the fault may be the site's pin."""
    if asked_before or pin_in_doubt or not has_pin:
        return False
    return verdict is not Verdict.INSIDE or not NOT_FRESH.isdisjoint(labels)


def answers_request(asked_at: datetime, sent_at: datetime) -> bool:
    """Whether a location is the better one that was asked for, and opens or closes nothing."""
    return timedelta() <= sent_at - asked_at <= BETTER_WITHIN


def speaks_better(verdict: Verdict, labels: Iterable[str], than: Verdict, its_labels: Iterable[str]) -> bool:
    """Whether a location says more than an earlier one: a fresh one before any other, then by verdict."""
    return _rank(verdict, labels) < _rank(than, its_labels)


def _rank(verdict: Verdict, labels: Iterable[str]) -> tuple[bool, int]:
    return not NOT_FRESH.isdisjoint(labels), _BEST_FIRST.index(verdict)
