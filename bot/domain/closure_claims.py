"""A client says that he found his site closed: who is asked about it, and how firmly."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

ENOUGH = 2
"""So many clients say it of a site and day: its officers are asked too, beside its supervisor."""
OFFICER_AFTER = timedelta(hours=1)
"""After the session has ended and nobody at the site has answered, the officer is asked."""


class ClaimState(StrEnum):
    """A claim waits for a person; only a person says whether it is right."""

    OPEN = "open"
    UPHELD = "upheld"
    DENIED = "denied"


class Asks(StrEnum):
    """Whom a new claim makes ask."""

    SUPERVISOR = "supervisor"
    """Softly: one client alone may stand at the wrong gate."""
    BOTH = "both"


def asks(claims: int, *, supervised: bool) -> Asks:
    """Who is asked when so many clients say it; without anybody at the site the officer is at once."""
    return Asks.BOTH if claims >= ENOUGH or not supervised else Asks.SUPERVISOR


def officer_asked_at(ends_at: datetime) -> datetime:
    """When the officer is asked about a claim that nobody has answered."""
    return ends_at + OFFICER_AFTER
