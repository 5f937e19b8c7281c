"""What a supervisor says of work beyond its hours: how it went, and words that an officer may need."""

from __future__ import annotations

from enum import StrEnum


class Rating(StrEnum):
    """How it went, 1 to 4 in words (`rating-…` in the locale); it moves no hours."""

    VERY_GOOD = "very-good"
    GOOD = "good"
    FAIR = "fair"
    NEEDS_GUIDANCE = "needs-guidance"


RATINGS = tuple(Rating)
LONGEST_NOTE = 500


def officer_is_asked_about(rating: Rating | None, words: str) -> bool:
    """Whether *Perlu diketahui PK?* must be answered: where something was written, or the work went worst."""
    return bool(words) or rating is Rating.NEEDS_GUIDANCE


def with_more(words: str, more: str) -> str:
    """A later note is added below the earlier one, never written over it."""
    said = more.strip()
    return f"{words}\n{said}" if words and said else words or said
