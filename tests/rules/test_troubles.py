"""Which errors a clerk can mend, and that each has its sentence; everything else stays a bug."""

from __future__ import annotations

import errno
import sqlite3

import pytest
from sqlalchemy.exc import DatabaseError, IntegrityError, OperationalError

from bot.storage.photos import WrongKey
from bot.troubles import OF_SQLITE, OF_SYSTEM, Trouble, trouble_of
from tests.harness import sentences


def of_sqlite(words: str) -> OperationalError:
    return OperationalError("SELECT 1", None, sqlite3.OperationalError(words))


@pytest.mark.parametrize(
    ("error", "key"),
    [
        pytest.param(OSError(errno.ENOSPC, "No space left on device"), "trouble-disk-full", id="disk"),
        pytest.param(of_sqlite("database or disk is full"), "trouble-disk-full", id="disk under SQLite"),
        pytest.param(PermissionError(errno.EACCES, "", "hadir.env"), "trouble-not-allowed", id="not allowed"),
        pytest.param(of_sqlite("database is locked"), "trouble-database-busy", id="busy"),
        pytest.param(
            DatabaseError("", None, sqlite3.DatabaseError("file is not a database")),
            "trouble-database-unreadable",
            id="not a database",
        ),
        pytest.param(WrongKey("another"), "trouble-wrong-key", id="key"),
        pytest.param(Trouble("database-old"), "trouble-database-old", id="a trouble"),
    ],
)
def test_what_can_be_mended_is_told(error: Exception, key: str) -> None:
    trouble = trouble_of(error)

    assert trouble is not None
    assert trouble.key == key


@pytest.mark.parametrize(
    "error",
    [
        pytest.param(of_sqlite("no such column: person.nama"), id="a wrong query"),
        pytest.param(IntegrityError("", None, sqlite3.IntegrityError("UNIQUE")), id="a broken rule"),
        pytest.param(ValueError("anything"), id="anything else"),
    ],
)
def test_a_bug_stays_a_bug(error: Exception) -> None:
    assert trouble_of(error) is None


def test_every_trouble_has_a_sentence() -> None:
    keys = {f"cli-trouble-{key}" for key in (*OF_SQLITE.values(), *OF_SYSTEM.values())}

    assert keys <= sentences().keys("id")
