"""What can be wrong around a command and is no bug of ours; each trouble is a sentence with the next step."""

from __future__ import annotations

import errno
import os
import sqlite3
from pathlib import Path

from sqlalchemy import Connection, inspect
from sqlalchemy.exc import DatabaseError, DBAPIError, OperationalError

from bot.storage.database import Database
from bot.storage.migrate import is_current
from bot.storage.photos import PhotoError, WrongKey

OF_SQLITE = {
    "disk is full": "disk-full",
    "readonly database": "database-readonly",
    "unable to open": "database-not-opened",
    "locked": "database-busy",
    "not a database": "database-unreadable",
    "malformed": "database-unreadable",
}
"""Words of SQLite, and the trouble they mean (sqlite.org/rescode.html; aiosqlite gives the words only)."""
OF_SYSTEM = {
    errno.ENOSPC: "disk-full",
    errno.EDQUOT: "disk-full",
    errno.EACCES: "not-allowed",
    errno.EPERM: "not-allowed",
    errno.EROFS: "not-allowed",
    errno.ENOENT: "no-such-folder",
    errno.EEXIST: "not-a-folder",
    errno.ENOTDIR: "not-a-folder",
    errno.EISDIR: "is-a-folder",
    errno.EADDRINUSE: "port-taken",
    errno.EADDRNOTAVAIL: "address-not-ours",
}


class Trouble(Exception):
    """Something that a clerk can mend; the sentence `cli-trouble-KEY` tells how. `code` is the exit code."""

    def __init__(self, key: str, *, code: int = 1, **params: str) -> None:
        super().__init__(key)
        self.key, self.code, self.params = f"trouble-{key}", code, params


FORESEEN = (Trouble, PhotoError, DBAPIError, OSError)
"""Errors that may be troubles; `trouble_of` tells which of them are."""


def trouble_of(error: Exception) -> Trouble | None:
    """What this error means for who typed the command, or None: then it is a bug."""
    match error:
        case Trouble():
            return error
        case WrongKey():
            return Trouble("wrong-key")
        case OperationalError() | DatabaseError():
            return _of_database(error)
        case OSError(errno=int(number)) if number in OF_SYSTEM:
            return Trouble(OF_SYSTEM[number], file=str(error.filename or ""))
        case _:
            return None


def _of_database(error: DBAPIError) -> Trouble | None:
    words = str(error.orig)
    if isinstance(error.orig, sqlite3.Error):
        return next((Trouble(key) for part, key in OF_SQLITE.items() if part in words), None)
    if isinstance(error, OperationalError):
        return Trouble("database-unreachable", reason=words.splitlines()[0] if words else "")
    return None


async def is_there(database: Database) -> bool:
    """Whether it holds the tables of Hadir. A missing file of SQLite is not made by the question."""
    file = _file(database)
    if file is not None and not file.exists():
        return False
    must_be_reachable(database)

    def has_offices(connection: Connection) -> bool:
        return inspect(connection).has_table("office")

    async with database.reading() as session:
        return await (await session.connection()).run_sync(has_offices)


async def must_exist(database: Database) -> None:
    """Raise Trouble where no office was ever set up."""
    if not await is_there(database):
        raise Trouble("database-missing")


async def must_be_ready(database: Database) -> None:
    """Raise Trouble unless the database is there and of the program's age."""
    await must_exist(database)
    if not await is_current(database):
        raise Trouble("database-old")


def must_be_reachable(database: Database) -> None:
    """Raise Trouble where the file of SQLite cannot be opened or made. Asked first, because a connection
    that fails leaves its thread behind."""
    file = _file(database)
    if file is not None and not os.access(
        file if file.exists() else file.absolute().parent, os.R_OK | os.W_OK
    ):
        raise Trouble("database-not-opened")


def _file(database: Database) -> Path | None:
    name = database.engine.url.database if database.sqlite else None
    return Path(name) if name else None
