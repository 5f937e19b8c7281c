"""SQLite in a thread of its own, as aiosqlite runs it, with one change of threads a statement.

aiosqlite goes to the thread and back for each step: to open a cursor, run it, read the rows, close it. A
statement on a local file takes less time than one such step, and SQLAlchemy reads every row anyway.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from aiosqlite import Connection


def connecting(file: str) -> Callable[[], Awaitable[Connection]]:
    """What opens a connection to this file, for `create_async_engine(async_creator=…)`. Without an isolation
    level sqlite3 begins no transaction by itself."""

    async def connect() -> Connection:
        connection = _Connection(lambda: sqlite3.connect(file, isolation_level=None), 64)
        connection._thread.daemon = True  # as SQLAlchemy does: a killed program does not wait for it
        return await connection

    return connect


class _Connection(Connection):
    def cursor(self) -> _Cursor:  # type: ignore[override]
        return _Cursor(self)


class _Cursor:
    """As much of aiosqlite's cursor as SQLAlchemy uses; the rows are there when `execute` returns."""

    def __init__(self, connection: _Connection) -> None:
        self._connection = connection
        self._rows: list[Any] = []
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self.arraysize = 1

    async def __aenter__(self) -> _Cursor:
        return self

    async def execute(self, statement: str, parameters: Sequence[Any] = ()) -> _Cursor:
        return await self._in_thread(lambda cursor: cursor.execute(statement, parameters))

    async def executemany(self, statement: str, parameters: Sequence[Sequence[Any]]) -> _Cursor:
        return await self._in_thread(lambda cursor: cursor.executemany(statement, parameters))

    async def fetchall(self) -> list[Any]:
        return self._rows

    async def close(self) -> None:
        """It is closed already."""

    async def _in_thread(self, step: Callable[[sqlite3.Cursor], object]) -> _Cursor:
        await self._connection._execute(self._run, step)  # type: ignore[no-untyped-call]
        return self

    def _run(self, step: Callable[[sqlite3.Cursor], object]) -> None:
        cursor = self._connection._conn.cursor()
        try:
            step(cursor)
            self._rows = cursor.fetchall() if cursor.description else []
            self.description, self.rowcount = cursor.description, cursor.rowcount
            self.lastrowid = cursor.lastrowid
        finally:
            cursor.close()
