"""What a piece of work costs beside time: statements, rows, memory, and how long others wait for it."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import event, text

from bot.storage.database import Database

STEPS = 1_000
ROWS = "SELECT sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) FROM pg_stat_user_tables"
PROBE = "SELECT 1"
PAUSE = 0.05
"""Seconds between two who want to write."""


class Meter:
    """Counts what a database is asked, from now on."""

    def __init__(self, database: Database) -> None:
        self._database, self._steps, self.statements = database, 0, 0
        event.listen(database.engine.sync_engine, "before_cursor_execute", self._asked)
        if database.sqlite:
            event.listen(database.engine.sync_engine, "connect", self._connected)

    async def read(self) -> int:
        """Rows that PostgreSQL has touched; on SQLite, which does not count them, thousands of steps of its
        machine."""
        if self._database.sqlite:
            return self._steps
        await self._database.engine.dispose()  # a connection tells what it counted as it ends
        await asyncio.sleep(0.5)
        async with self._database.engine.connect() as connection:
            return int(await connection.scalar(text(ROWS)) or 0)

    def _asked(self, _connection: Any, _cursor: Any, statement: str, *_told: Any) -> None:
        """What begins a transaction, and what only waits for its turn, is no question."""
        self.statements += statement != PROBE and not statement.startswith("BEGIN")

    def _connected(self, connection: Any, _record: Any) -> None:
        connection.run_async(lambda driver: driver.set_progress_handler(self._stepped, STEPS))

    def _stepped(self) -> int:
        self._steps += 1
        return 0


@dataclass(frozen=True, slots=True)
class Memory:
    """Bytes of this process, now and at most."""

    now: int
    most: int


def memory() -> Memory:
    """As Linux counts it for this program alone, not for who started it."""
    told = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    now, most = (int(told[name].split()[0]) * 1024 for name in ("VmRSS", "VmHWM"))
    return Memory(now, most)


@asynccontextmanager
async def probing(database: Database) -> AsyncIterator[list[float]]:
    """While inside, somebody wants to write again and again, as whoever checks in does: the seconds that each
    waited for his turn."""
    waits = [0.0]

    over = asyncio.Event()

    async def probe() -> None:
        while not over.is_set():
            began = time.perf_counter()
            async with database.transaction() as session:
                await session.exec(text(PROBE))  # type: ignore[call-overload]
                waits.append(time.perf_counter() - began)
            await asyncio.sleep(PAUSE)

    task = asyncio.create_task(probe())
    try:
        yield waits
    finally:
        over.set()  # breaking it off might leave its transaction open
        await task
