"""The shared clock: simulated time runs on with real time and can be moved by hand."""

import asyncio
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta


class SimClock:
    """Simulated now = base + real time gone by since the last jump; every jump raises `revision`."""

    def __init__(self, start: datetime | None = None) -> None:
        self.revision = 1
        self._listeners: list[Callable[[], None]] = []
        self._moved = asyncio.Event()
        self._set(start or datetime.now(UTC))

    def now(self) -> datetime:
        return self._base + timedelta(seconds=time.monotonic() - self._origin)

    def stamp(self) -> int:
        """Unix time of the simulated now, the Bot API's `date`."""
        return int(self._base_stamp + time.monotonic() - self._origin)

    def jump(self, to: datetime) -> None:
        """Moves simulated time, forward or back, and tells everyone who waits."""
        self._set(to)
        self.revision += 1
        self.wake()
        for listener in self._listeners:
            listener()

    def advance(self, by: timedelta) -> None:
        self.jump(self.now() + by)

    def on_jump(self, listener: Callable[[], None]) -> None:
        self._listeners.append(listener)

    def wake(self) -> None:
        """Lets everyone in `wait_newer` look again, without a jump (the server uses it to close)."""
        moved, self._moved = self._moved, asyncio.Event()
        moved.set()

    async def wait_newer(self, revision: int, patience: timedelta = timedelta(seconds=30)) -> bool:
        """True as soon as `revision` is outdated; False when patience ran out or the server closes."""
        if self.revision > revision:
            return True
        try:
            async with asyncio.timeout(patience.total_seconds()):
                await self._moved.wait()
        except TimeoutError:
            return False
        return self.revision > revision

    def _set(self, to: datetime) -> None:
        if to.tzinfo is None:
            raise ValueError("the simulated clock needs a time with its zone")
        self._base = to
        self._base_stamp = to.timestamp()
        self._origin = time.monotonic()
