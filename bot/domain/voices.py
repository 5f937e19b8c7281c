"""Which voice messages are kept."""

from __future__ import annotations

from typing import Final

from bot.domain.messages import VoiceProblem

LONGEST: Final = 300
"""Seconds: five minutes explain anything, and fit into the bytes below as phones record (16–32 kbit/s)."""
MOST_BYTES: Final = 1_500_000
OGG: Final = b"OggS"
"""How a recording begins on Telegram and on WhatsApp alike (Ogg with Opus)."""


def announced_problem(seconds: int, size: int) -> VoiceProblem | None:
    """What is known before anything is fetched."""
    return VoiceProblem.TOO_LONG if seconds > LONGEST or size > MOST_BYTES else None


def problem_of(content: bytes) -> VoiceProblem | None:
    """Whatever was announced. Nothing is decoded here: a listener's phone does that."""
    if len(content) > MOST_BYTES:
        return VoiceProblem.TOO_LONG
    return None if content.startswith(OGG) else VoiceProblem.NOT_A_VOICE
