"""What time it is, as an object that is handed around."""

from __future__ import annotations

import time
from datetime import UTC, datetime, timedelta
from typing import Protocol


class Clock(Protocol):
    """Civil time, aware and in UTC. Waiting, pace and leases use the monotonic clock instead."""

    def now(self) -> datetime:
        """The current instant."""
        ...


class SetClock:
    """A clock that somebody sets; it runs on from there. Simulation and tests use it."""

    def __init__(self, now: datetime) -> None:
        self.set(now)

    def set(self, now: datetime) -> None:
        """It is this instant now."""
        self._base, self._since = now.astimezone(UTC), time.monotonic()

    def now(self) -> datetime:
        """The instant it was set to, plus the time since."""
        return self._base + timedelta(seconds=time.monotonic() - self._since)
