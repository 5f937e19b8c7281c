"""How long photos and voice messages are kept, and why one was erased."""

from __future__ import annotations

from enum import StrEnum


class Erasure(StrEnum):
    """Why something was erased; the words of whoever asked stand beside it."""

    ASKED = "asked"
    OFFICE_ERASED = "office_erased"
