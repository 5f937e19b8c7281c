"""What time it is, as an object that is handed around: real, or the simulator's."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """Civil time, aware and in UTC. Waiting, pace and leases use the monotonic clock instead."""

    def now(self) -> datetime:
        """The current instant."""
        ...
