"""The fingerprint of the records (*sidik catatan*) below a digest: how it is shown, and typed in again."""

from __future__ import annotations

SHOWN = 16
"""Digits that a message has; an officer's Excel file has all."""
WHOLE = 64
GROUP = 4
DIGITS = frozenset("0123456789abcdef")


def shown(root: str) -> str:
    """Its beginning, in groups that can be read aloud."""
    return " ".join(root[place : place + GROUP] for place in range(0, SHOWN, GROUP))


def typed(words: str) -> str | None:
    """The digits of what somebody typed or pasted, with or without spaces and the line's own words before
    them; None for what is no fingerprint, or less of it than a message has."""
    digits = "".join(words.rpartition(":")[2].split()).replace("-", "").casefold()
    return digits if SHOWN <= len(digits) <= WHOLE and set(digits) <= DIGITS else None
