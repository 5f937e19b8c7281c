"""What happens at a site (*kejadian*): its kinds, who hears of it, and when the head of office does."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime, timedelta
from enum import StrEnum

WORDS_WAIT = timedelta(minutes=5)
"""What was begun leaves without words after this: whoever helps somebody has no hands to write."""
MORE_WITHIN = timedelta(hours=1)
"""How long photos and recordings are still added."""
HEAD_AFTER = timedelta(minutes=30)
"""An officer who has not read it by then: the head hears."""


class IncidentKind(StrEnum):
    """What happened, as the supervisor presses it; the words are in the locale (`incident-kind-…`)."""

    ACCIDENT = "accident"
    UNREST = "unrest"
    OTHER = "other"


class IncidentState(StrEnum):
    """A report is told at once, and stays open until everybody who was to read it has."""

    DRAFT = "draft"
    OPEN = "open"
    READ = "read"
    DROPPED = "dropped"


TOLD = frozenset({IncidentState.OPEN, IncidentState.READ})


def sent_by_itself(begun_at: datetime) -> datetime:
    """When a report that was begun leaves as it is."""
    return begun_at + WORDS_WAIT


def head_told_at(sent_at: datetime) -> datetime:
    """When the head hears that somebody has not read it, at any hour of the day."""
    return sent_at + HEAD_AFTER


def head_hears_at_once(kind: IncidentKind, officers: Collection[int]) -> bool:
    """An accident is the head's affair too, and so is what no officer would hear of."""
    return kind is IncidentKind.ACCIDENT or not officers


def may_see_photos(*, head: bool, children_of: Collection[int | None], guided: Collection[int]) -> bool:
    """Where a child is concerned, only whoever guides each of the children sees photos (UU 11/2012 Pasal 19):
    `children_of` are the officers of the children that it concerns."""
    return not children_of or (not head and set(children_of) <= set(guided))
