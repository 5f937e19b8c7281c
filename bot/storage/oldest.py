"""What waits for the clock in rows that have no instant of their own at which to be looked at."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import Select


@dataclass(frozen=True, slots=True)
class Oldest:
    """A question for the instant of the oldest of them, made once, and after how long it is due."""

    at: Select[Any]
    after: timedelta = timedelta(0)
