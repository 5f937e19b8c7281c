"""Two houses that share a database, each with connections of its own, as two processes would."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.domain.people import Role
from bot.storage.database import Database
from bot.storage.models import Person
from tests.databases import empty
from tests.double import WIDE
from tests.harness import World, at

SOON = 10.0
"""Seconds within which whoever stands by has taken over."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two processes of the same office, and someone who writes to both."""

    first: World
    second: World
    budi: Person

    @property
    def arrived(self) -> list[str]:
        """The words of everything that arrived at Budi's phone, from either."""
        delivered = [*self.first.channel.delivered, *self.second.channel.delivered]
        return [one.message.text for one in delivered if one.to == self.budi.code]

    async def cut(self, which: str = "true") -> None:
        """End the connections of all processes at the server; `which` is a condition on pg_stat_activity."""
        query = "SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity"
        other = "backend_type = 'client backend' AND pid <> pg_backend_pid()"
        async with outside(self.first.database) as apart, apart.engine.connect() as connection:
            await connection.execute(text(f"{query} WHERE {other} AND {which}"))


@asynccontextmanager
async def outside(database: Database) -> AsyncIterator[Database]:
    """Connections that no process of Hadir has."""
    apart = Database(database.engine.url.render_as_string(hide_password=False))
    yield apart
    await apart.close()


@pytest.fixture
async def pair(postgresql_url: str, tmp_path: Path) -> AsyncIterator[Pair]:
    """Thursday 23 April 2026, 12.00 in Makassar. Nothing is running yet."""
    databases = [Database(postgresql_url), Database(postgresql_url)]
    await empty(databases[0])
    first, second = (World(one, WIDE, tmp_path / "media", at(23, 12)) for one in databases)
    office = await first.office()
    yield Pair(first, second, await first.person(office, "K-01", Role.CLIENT))
    for one in databases:
        await one.close()


@asynccontextmanager
async def running(*worlds: World) -> AsyncIterator[None]:
    """Inbox and couriers of these processes run, as in `hadir run`."""
    houses = [world.house for world in worlds]
    jobs = [job for house in houses for job in (house.inbox.run(), *(one.run() for one in house.couriers))]
    tasks = [asyncio.create_task(job) for job in jobs]
    try:
        yield
        assert [task for task in tasks if task.done()] == []
    finally:
        for task in tasks:
            task.cancel()
        async with asyncio.timeout(SOON):
            await asyncio.gather(*tasks, return_exceptions=True)


async def until(condition: Callable[[], Awaitable[bool]], seconds: float = SOON) -> None:
    """Look again and again; a TimeoutError when it does not come true."""
    async with asyncio.timeout(seconds):
        while not await condition():  # noqa: ASYNC110 - a condition of rows or of another process
            await asyncio.sleep(0.02)
