"""A total that a client was told: when it is no longer what he saw."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class TotalWord(StrEnum):
    """What a client said of a total that he was told."""

    NONE = "none"
    RIGHT = "right"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Shown:
    """A total taken apart: `credits` of the attendances that were decided, `base` for all the rest."""

    minutes: int
    base: int
    credits: Mapping[int, int]


def differs(told: Shown, now: Shown, *, final: bool) -> bool:
    """Whether something of what he saw has changed. Work that was decided later adds to a total and changes
    nothing in it; only a final one was said to have nothing after it."""
    if final:
        return told.minutes != now.minutes
    return told.base != now.base or any(now.credits.get(one, 0) != was for one, was in told.credits.items())
