"""When a photo with a few fingers is asked for, and what its answer says; a person judges it, nobody else."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.messages import Label

VALID = timedelta(minutes=5)
"""How long an answer counts as prompt (EVIDENCE, photo 4). Later ones are kept and say how late they came."""
FINGERS = (1, 2, 3, 4, 5)
WORDS = 10
"""So many everyday words there are (`challenge-task-word-N`), for who was chosen to write one."""

ODD = frozenset(
    {
        Label.FORWARDED,
        Label.VIA_BOT,
        Label.SCHEDULED,
        Label.PICKED_PLACE,
        Label.ODD_TRAVEL,
        Label.PHOTO_SEEN,
        Label.PHOTO_ALIKE,
        Label.PHOTO_SHARED,
    }
)
"""What makes a fresh photo worth asking for. Not *outside* nor a point that was seen before: a wrong pin or a
phone's memory is the common reason, and fingers say nothing about a place. Not what the network does to a
photo, nor a mere likeness."""
STILL_THERE = timedelta(minutes=30)
"""So long after a photo somebody may be where it was to be taken; later nothing is asked of him."""


class ChallengeRule(StrEnum):
    """How often a case's client is asked: never, where something looks odd, or by surprise as well."""

    NEVER = "never"
    ODD = "odd"
    SELDOM = "seldom"
    OFTEN = "often"


ONE_IN = {ChallengeRule.SELDOM: 10, ChallengeRule.OFTEN: 3}
"""By surprise one start or finish in so many; Hadir's own figures."""


def looks_odd(labels: Iterable[str]) -> bool:
    """Whether a start or finish came in a way that a fresh photo could explain."""
    return any(label in ODD for label in labels)


def draws_from(rule: ChallengeRule, *, odd: bool) -> int:
    """Ask one time in so many; 1: always, 0: never."""
    if rule is ChallengeRule.NEVER:
        return 0
    return 1 if odd else ONE_IN.get(rule, 0)


def waited(asked_at: datetime, answered_at: datetime) -> int:
    """Whole minutes between request and photo, by the messenger's clock; a photo on its way counts as 0."""
    return max(0, int((answered_at - asked_at).total_seconds() // 60))


def in_time(asked_at: datetime, answered_at: datetime) -> bool:
    """Whether the answer came while the request was valid."""
    return answered_at - asked_at <= VALID
