"""The database: SQLite for one machine, PostgreSQL past it; transactions, and locks by name."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import event, make_url, text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.sqlite import connecting

BUSY_TIMEOUT_MS = 5_000


class Database:
    """One engine and the only two ways into it: a transaction that may write, and a reading."""

    def __init__(self, url: str, *, pool_size: int = 10) -> None:
        self.sqlite = url.startswith("sqlite")
        options: dict[str, Any] = {"pool_size": pool_size, "max_overflow": pool_size}
        if self.sqlite:
            options = {"async_creator": connecting(make_url(url).database or ":memory:")}
        self.engine: AsyncEngine = create_async_engine(url, **options)
        self.locks = Locks(None if self.sqlite else self.engine)
        self._writer = asyncio.Lock()
        if self.sqlite:
            _prepare_sqlite(self.engine)

    @asynccontextmanager
    async def transaction(self) -> AsyncIterator[AsyncSession]:
        """A session whose work is committed on leaving, or rolled back on any error.

        On SQLite it begins IMMEDIATE: a deferred transaction that writes later fails at once when
        another process wrote meanwhile. Writers of this process queue in memory instead of polling.
        """
        if not self.sqlite:
            async with AsyncSession(self.engine, expire_on_commit=False) as session, session.begin():
                yield session
            return
        async with (
            self._writer,
            AsyncSession(self.engine, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """A session that only reads and never waits for a writer."""
        async with self.engine.connect() as connection:
            await connection.execution_options(hadir_reading=True)
            async with AsyncSession(bind=connection, expire_on_commit=False) as session:
                yield session

    async def close(self) -> None:
        """Give back every connection."""
        await self.locks.close()
        await self.engine.dispose()


def _prepare_sqlite(engine: AsyncEngine) -> None:
    @event.listens_for(engine.sync_engine, "connect")
    def _connect(connection: Any, _record: Any) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA synchronous=FULL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def _begin(connection: Any) -> None:
        reading = connection.get_execution_options().get("hadir_reading", False)
        connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")


class Locks:
    """Locks by name, held until released or the process dies: a set on SQLite, where one process serves;
    session-level advisory locks on PostgreSQL, where any number of equal processes do."""

    def __init__(self, engine: AsyncEngine | None) -> None:
        self._engine = engine
        self._held: set[str] = set()
        self._connection: AsyncConnection | None = None
        self._turn = asyncio.Lock()

    async def take(self, name: str) -> bool:
        """True when the lock is now ours; False when anybody, here or elsewhere, holds it."""
        if name in self._held:
            return False
        self._held.add(name)
        taken = False
        try:
            taken = self._engine is None or await self._advisory("pg_try_advisory_lock", name)
        finally:
            if not taken:
                self._held.discard(name)
        return taken

    async def give_back(self, name: str) -> None:
        """Release a lock that `take` gave."""
        if self._engine is not None:
            await self._advisory("pg_advisory_unlock", name)
        self._held.discard(name)

    async def close(self) -> None:
        """Release everything."""
        if self._connection is not None:
            await self._connection.invalidate()
            await self._connection.close()
            self._connection = None
        self._held.clear()

    async def _advisory(self, function: str, name: str) -> bool:
        assert self._engine is not None  # noqa: S101
        number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big", signed=True)
        async with self._turn:
            if self._connection is None:
                connection = await self._engine.connect()
                self._connection = await connection.execution_options(isolation_level="AUTOCOMMIT")
            return bool(
                await self._connection.scalar(text(f"SELECT {function}(:number)"), {"number": number})
            )
