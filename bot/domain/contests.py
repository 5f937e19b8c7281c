"""Contests (*keberatan*): a client says that a word on his work is not right; somebody else looks again."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.cases import local_day
from bot.domain.messages import Refused

OPEN_FOR = timedelta(days=14)
"""How long after the word a contest can be filed; the law is silent, so this is Hadir's own figure."""
ANSWER_WITHIN = timedelta(days=7)
"""By when the client is told to expect an answer; likewise."""


class ContestState(StrEnum):
    """A contest waits for one person's decision; nothing decides it by itself."""

    OPEN = "open"
    UPHELD = "upheld"
    """The client was right: the hours count."""
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"


def check_filing(decided_at: datetime | None, *, known: ContestState | None, now: datetime) -> None:
    """Raises Refused for work on which nobody has said no, for a word that is too old, and for a second
    contest of the same work."""
    if decided_at is None:
        raise Refused("contest-nothing-to-contest")
    if known is ContestState.OPEN:
        raise Refused("contest-waits")
    if known is not None:
        raise Refused("contest-was-decided")
    if now - decided_at > OPEN_FOR:
        raise Refused("contest-too-late", most=OPEN_FOR.days)


def answer_by(now: datetime, zone: str) -> date:
    """The day by which the client can expect an answer, in the office's zone."""
    return local_day(now, zone) + ANSWER_WITHIN
