"""Calls for help (*minta bantuan*): when one leaves without words, and when somebody is asked once more.

A machine answers none of them: it only shows numbers that answer at any hour, and brings a person.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

WORDS_WAIT = timedelta(minutes=5)
"""A call that was begun leaves without words after this: whoever holds the phone may not be able to write."""
ADDED_WITHIN = timedelta(hours=12)
"""How long words and recordings still belong to a call that left without them."""
SAME_CALL = timedelta(minutes=1)
"""Who presses once more within this time after his call has left means the same one."""
PLACE_WITHIN = timedelta(minutes=15)
"""A location that comes so soon after a call shows where help is needed, and is no work."""
HELP_MINUTES = 30
"""Minutes in which somebody should have said *Saya tangani*; an office can choose others."""
FEWEST_MINUTES, MOST_MINUTES = 5, 240
AGAIN = timedelta(hours=1)
ASKED_AT_MOST = 3
"""So often is the head asked once more; then the call stays at the top of his list."""


class HelpKind(StrEnum):
    """What it is about, as the client presses it; the words are in the locale (`call-kind-…`)."""

    ACCIDENT = "accident"
    MISTREATED = "mistreated"
    MONEY = "money"
    OTHER = "other"


class HelpState(StrEnum):
    """A call waits for a person, and only a person ends it."""

    DRAFT = "draft"
    """The kind was pressed, and nobody has been told yet."""
    OPEN = "open"
    TAKEN = "taken"
    CLOSED = "closed"
    DROPPED = "dropped"
    """The client took it back before anybody was told."""


STANDING = frozenset({HelpState.OPEN, HelpState.TAKEN})


def sent_by_itself(begun_at: datetime) -> datetime:
    """When a call that was begun leaves as it is."""
    return begun_at + WORDS_WAIT


def is_same_call(called_at: datetime | None, now: datetime) -> bool:
    """Whether somebody who presses again now means the call that left before."""
    return called_at is not None and now - called_at <= SAME_CALL


def is_recent(called_at: datetime | None, now: datetime) -> bool:
    """Whether a location that comes now belongs to the call."""
    return called_at is not None and now - called_at <= PLACE_WITHIN


def answer_by(called_at: datetime, minutes: int) -> datetime:
    """Until when the client can expect that a person has taken it, at any hour of the day."""
    return called_at + timedelta(minutes=minutes)


def asked_again_at(called_at: datetime, minutes: int, asked: int) -> datetime | None:
    """When the head is asked once more, having been asked so often; None when it was often enough."""
    return None if asked >= ASKED_AT_MOST else answer_by(called_at, minutes) + asked * AGAIN
