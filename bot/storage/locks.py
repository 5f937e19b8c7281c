"""Locks by name between processes, which know when they were lost."""

from __future__ import annotations

import asyncio
import contextlib
import hashlib
from collections.abc import Awaitable
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import func, text
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlmodel import select
from sqlmodel.sql.expression import SelectOfScalar

T = TypeVar("T")
PATIENCE = 10.0
"""Seconds for the server's answer; none of the questions waits for anybody."""


async def uninterrupted(work: Awaitable[T]) -> T:
    """A cancellation waits for the end of this work: broken off, it would leave in doubt what was done."""
    task = asyncio.ensure_future(work)
    try:
        return await asyncio.shield(task)
    except asyncio.CancelledError:
        await asyncio.wait([task])
        raise


def number_of(name: str) -> int:
    """PostgreSQL knows advisory locks by a number of 64 bits."""
    return int.from_bytes(hashlib.sha256(name.encode()).digest()[:8], "big", signed=True)


def in_line_for(name: str) -> SelectOfScalar[None]:
    """Answered when no other transaction has this name; it is free again when the asking one ends."""
    return select(func.pg_advisory_xact_lock(number_of(name)))


@dataclass(frozen=True, eq=False, slots=True)
class Lock:
    """One taking of a name. It is ours no longer when it was given back or its connection is gone."""

    name: str


class Locks:
    """Locks by name, held until released or the process dies: kept in memory on SQLite, where one process
    serves; session-level advisory locks on one connection of PostgreSQL, where any number of equal processes
    do.

    With that connection the server frees them all, and somebody else may hold them a moment later. So the
    first question that fails forgets all of them, the next one connects anew, and who relies on a lock for
    more than saving work asks `still_ours`. A question is answered only while the connection lives, and while
    it lives every lock does. A question that was begun is finished, also when its asker is cancelled:
    breaking it off would break the connection.
    """

    def __init__(self, engine: AsyncEngine | None) -> None:
        self._engine = engine
        self._held: dict[str, Lock] = {}
        self._connection: AsyncConnection | None = None
        self._turn = asyncio.Lock()

    async def take(self, name: str) -> Lock | None:
        """The lock, or None when anybody, here or elsewhere, holds it."""
        if name in self._held:
            return None
        try:
            return await self._take_or_leave(name)
        except DBAPIError as error:
            if not error.connection_invalidated:
                raise
        return await self._take_or_leave(name)  # the connection had ended while nobody asked

    async def still_ours(self, lock: Lock) -> bool:
        """Whether nobody else can have taken it since. False also when the server cannot be asked."""
        with contextlib.suppress(SQLAlchemyError, OSError, TimeoutError):
            return await uninterrupted(self._still_ours(lock))
        return False

    async def give_back(self, lock: Lock) -> None:
        """Release it; one that was lost is gone already."""
        with contextlib.suppress(SQLAlchemyError, OSError, TimeoutError):
            await uninterrupted(self._give_back(lock))

    async def close(self) -> None:
        """Release everything."""
        async with self._turn:
            await self._lose_all()

    async def _take_or_leave(self, name: str) -> Lock | None:
        """Who is cancelled meanwhile leaves no lock behind."""
        taking = asyncio.ensure_future(self._take(name))
        try:
            return await uninterrupted(taking)
        except asyncio.CancelledError:
            if not taking.cancelled() and not taking.exception() and (lock := taking.result()):
                await self.give_back(lock)
            raise

    async def _take(self, name: str) -> Lock | None:
        async with self._turn:
            if name in self._held or not await self._ask("SELECT pg_try_advisory_lock(:number)", name):
                return None
            self._held[name] = Lock(name)
            return self._held[name]

    async def _still_ours(self, lock: Lock) -> bool:
        async with self._turn:
            return self._held.get(lock.name) is lock and await self._ask("SELECT true", lock.name)

    async def _give_back(self, lock: Lock) -> None:
        async with self._turn:
            if self._held.get(lock.name) is lock:
                del self._held[lock.name]
                await self._ask("SELECT pg_advisory_unlock(:number)", lock.name)

    async def _ask(self, question: str, name: str) -> bool:
        if self._engine is None:
            return True
        values = {"number": number_of(name)} if ":number" in question else {}
        try:
            async with asyncio.timeout(PATIENCE):
                if self._connection is None:
                    connection = await self._engine.connect()
                    self._connection = await connection.execution_options(isolation_level="AUTOCOMMIT")
                return bool(await self._connection.scalar(text(question), values))
        except BaseException:
            await self._lose_all()
            raise

    async def _lose_all(self) -> None:
        connection, self._connection = self._connection, None
        self._held.clear()
        if connection is not None:
            with contextlib.suppress(SQLAlchemyError, OSError):
                await connection.invalidate()
                await connection.close()
