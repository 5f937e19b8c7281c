"""Something that one process at a time does, while the others stand by to go on with it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.database import Database
from bot.storage.locks import Lock

STANDS_BY = 1.0
"""Seconds between two tries to take the lead."""


class LeadLost(Exception):
    """Another process may have taken over since: what this one meant to write is rolled back."""


class Lead:
    """Who has the lead of this name. The server frees it as soon as the process that has it is dead."""

    def __init__(self, database: Database, name: str) -> None:
        self._database = database
        self._name = name
        self._lock: Lock | None = None

    async def ours(self) -> bool:
        """Whether this process has it; taken when nobody has."""
        if not await self.still_ours():
            self._lock = await self._database.locks.take(self._name)
        return self._lock is not None

    async def still_ours(self) -> bool:
        """Whether this process has it, without interruption since it was taken."""
        if self._lock is not None and not await self._database.locks.still_ours(self._lock):
            self._lock = None
        return self._lock is not None

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """A transaction that ends before anybody who takes over can begin one. Raises LeadLost.

        First it shuts out the other such transactions, then it asks for the lead. If that is still ours, who
        takes it later waits here until we have committed, and sees what we wrote; if not, we write nothing.
        """
        async with self._database.transaction() as session:
            await self._database.queue_for(session, f"turn:{self._name}")
            if not await self.still_ours():
                raise LeadLost
            yield session

    async def hand_over(self) -> None:
        """Let another process go on at once."""
        lock, self._lock = self._lock, None
        if lock is not None:
            await self._database.locks.give_back(lock)
