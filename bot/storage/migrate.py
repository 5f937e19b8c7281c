"""Brings a database to the newest shape."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import Database

SCRIPTS = Path(__file__).parent / "migrations"


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


async def upgrade(database: Database, revision: str = "head") -> None:
    """Run every migration that is missing; does nothing on an up-to-date database.

    SQLite changes a table by writing it anew, and would take the rows that refer to it for orphans while it
    does: its foreign keys rest meanwhile, and are checked before the commit.
    """
    async with (
        database.engine.connect() as connection,
        _foreign_keys_resting(database, connection),
        connection.begin(),
    ):
        await connection.run_sync(lambda sync: command.upgrade(_config(sync), revision))
        if database.sqlite:
            orphans = (await connection.exec_driver_sql("PRAGMA foreign_key_check")).all()
            if orphans:
                raise RuntimeError(f"{len(orphans)} rows refer to rows that do not exist")


@asynccontextmanager
async def _foreign_keys_resting(database: Database, connection: AsyncConnection) -> AsyncIterator[None]:
    """The setting cannot be changed inside a transaction, so it goes past SQLAlchemy."""
    if not database.sqlite:
        yield
        return
    driver = (await connection.get_raw_connection()).driver_connection
    assert driver is not None  # noqa: S101  (it is connected)
    await driver.execute("PRAGMA foreign_keys=OFF")
    try:
        yield
    finally:
        await driver.execute("PRAGMA foreign_keys=ON")


async def is_current(database: Database) -> bool:
    """Whether the database has the newest shape. A question only: it waits for nobody who writes."""

    def compare(connection: Connection) -> bool:
        heads = set(ScriptDirectory.from_config(_config(connection)).get_heads())
        return set(MigrationContext.configure(connection).get_current_heads()) == heads

    async with database.engine.connect() as connection:
        await connection.execution_options(hadir_reading=True)
        return await connection.run_sync(compare)
