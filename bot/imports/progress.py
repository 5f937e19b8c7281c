"""How far an import is, for whoever waits for it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

Tell = Callable[[int, int], Awaitable[None]]
"""What to do after so many of so many rows."""


async def tell_nobody(done: int, total: int) -> None:
    """Nobody waits."""


@dataclass(slots=True)
class Progress:
    """Counts rows: one that two passes take counts twice."""

    tell: Tell = tell_nobody
    total: int = 0
    done: int = 0

    async def step(self, rows: int) -> None:
        """So many more are through."""
        self.done = min(self.done + rows, self.total)
        await self.tell(self.done, self.total)
