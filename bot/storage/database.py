"""The database: SQLite for one machine, PostgreSQL past it; transactions, and locks by name."""

from __future__ import annotations

import asyncio
import select
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import event, make_url
from sqlalchemy.exc import DisconnectionError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.locks import Locks, in_line_for

BUSY_TIMEOUT_MS = 5_000
ALIVE = {"keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3}
UNHEARD_MS = 25_000
"""How long a connection may be silent, in seconds, and what was sent unheard. Without this each side would
believe for minutes or hours in a machine that lost its power or its network, and the server would keep a dead
process's locks as long."""


class Database:
    """One engine and the only two ways into it: a transaction that may write, and a reading."""

    def __init__(self, url: str, *, pool_size: int = 10) -> None:
        self.sqlite = url.startswith("sqlite")
        options: dict[str, Any] = {} if self.sqlite else _for_postgresql(url, pool_size)
        self.engine: AsyncEngine = create_async_engine(url, **options)
        self.locks = Locks(None if self.sqlite else self.engine)
        self._writer = asyncio.Lock()
        if self.sqlite:
            _prepare_sqlite(self.engine)
        else:
            _replace_ended_connections(self.engine)

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

    async def queue_for(self, session: AsyncSession, name: str) -> None:
        """Wait until no other transaction holds this name; then it is this one's until it ends. It cannot be
        lost and believed in, as `locks` can: whatever ends it ends the transaction too. On SQLite there is
        nothing to wait for, a transaction that writes is alone."""
        if not self.sqlite:
            await session.exec(in_line_for(name))

    async def close(self) -> None:
        """Give back every connection."""
        await self.locks.close()
        await self.engine.dispose()


def _for_postgresql(url: str, pool_size: int) -> dict[str, Any]:
    """What the address itself says wins."""
    here: dict[str, Any] = ALIVE | {"tcp_user_timeout": UNHEARD_MS, "connect_timeout": 10}
    there = {f"tcp_{name}": value for name, value in ALIVE.items()} | {"tcp_user_timeout": UNHEARD_MS}
    here["options"] = " ".join(f"-c {name}={value}" for name, value in there.items())
    said = make_url(url).query
    arguments = {name: value for name, value in here.items() if name not in said}
    return {"pool_size": pool_size, "max_overflow": pool_size, "connect_args": arguments}


def _replace_ended_connections(engine: AsyncEngine) -> None:
    """A connection that the server has ended while it rested is replaced as it is taken out of the pool. The
    end can be read from the socket at once; `pool_pre_ping` would ask the server each time, for a tenth of a
    millisecond."""

    @event.listens_for(engine.sync_engine, "checkout")
    def _checkout(connection: Any, _record: Any, _proxy: Any) -> None:
        driver = connection.driver_connection
        ended = select.poll()
        if not driver.closed:
            ended.register(driver.fileno(), select.POLLIN)
        if driver.closed or ended.poll(0):
            raise DisconnectionError


def _prepare_sqlite(engine: AsyncEngine) -> None:
    @event.listens_for(engine.sync_engine, "connect")
    def _connect(connection: Any, _record: Any) -> None:
        connection.isolation_level = None
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
