"""A dry run needs a stage: a copy of an office's register in memory, forgotten afterwards."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlmodel import SQLModel, insert, select

from bot.storage.database import Database
from bot.storage.models import Case, Office, Person, Placement, Site, SiteSupervisor

REGISTER: tuple[type[SQLModel], ...] = (Office, Person, Site, SiteSupervisor, Case, Placement)
"""All that decides whether a row is accepted; each refers only to those before it."""


@asynccontextmanager
async def stage(database: Database, office_id: int) -> AsyncIterator[Database]:
    """A database with this office's register and nothing else. The real one is only read, so that nothing in
    it can change and nobody waits."""
    copy = Database("sqlite+aiosqlite://")
    try:
        async with copy.engine.begin() as connection:
            await connection.run_sync(SQLModel.metadata.create_all)
        records = await _register(database, office_id)
        async with copy.transaction() as session:
            for table in REGISTER:
                if records[table]:
                    await session.exec(insert(table), params=records[table])
        yield copy
    finally:
        await copy.close()


async def _register(database: Database, office_id: int) -> dict[type[SQLModel], list[dict[str, Any]]]:
    """What refers to others is read before them, so that none is missing that is added meanwhile."""
    records = {}
    async with database.reading() as session:
        for table in reversed(REGISTER):
            columns: Any = table
            mine = columns.id if table is Office else columns.office_id
            rows = (await session.exec(select(table).where(mine == office_id))).all()
            records[table] = [row.model_dump() for row in rows]
    return records
