"""Writes of several callers in one transaction, when they come faster than transactions end."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Row = TypeVar("Row")


@dataclass(slots=True, eq=False)
class _Batch(Generic[Row]):
    rows: list[Row] = field(default_factory=list)
    tried: bool = False
    written: bool = False


class Gathered(Generic[Row]):
    """Whoever comes while a transaction runs joins the next one. Writing a row twice must be harmless."""

    def __init__(self, write: Callable[[list[Row]], Awaitable[None]]) -> None:
        self._write = write
        self._turn = asyncio.Lock()
        self._next: _Batch[Row] = _Batch()

    async def add(self, rows: list[Row]) -> None:
        """Return when these rows are committed. Rows that cannot be written fail only their own caller:
        after a failure everybody of the batch writes alone."""
        batch = self._next
        batch.rows += rows
        async with self._turn:
            if self._next is batch:
                self._next = _Batch()
            if not batch.tried:
                batch.written = await self._written(batch.rows)
                batch.tried = (
                    True  # not reached by a caller who is cancelled: the next one of the batch writes
                )
            if not batch.written:
                await self._write(rows)

    async def _written(self, rows: list[Row]) -> bool:
        try:
            await self._write(rows)
        except Exception:  # told to whoever fails alone
            return False
        return True
