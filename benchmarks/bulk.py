"""Rows of many tables, written past the ORM: `executemany` on SQLite, COPY on PostgreSQL."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import psycopg
from sqlalchemy import JSON, Dialect, make_url
from sqlmodel import SQLModel

CHUNK = 20_000
"""Rows of all tables together that wait in memory."""
Write = Callable[[str, list[str], list[list[Any]]], None]


@dataclass(frozen=True, slots=True)
class _Shape:
    columns: dict[str, tuple[int, Callable[[Any], Any] | None]]
    blank: list[Any]


class Bulk:
    """What is added has the types of its columns; what is left out has its default."""

    def __init__(self, dialect: Dialect, write: Write) -> None:
        self._dialect, self._write = dialect, write
        self._shapes: dict[type[SQLModel], _Shape] = {}
        self._rows: dict[type[SQLModel], list[list[Any]]] = defaultdict(list)
        self._waiting = 0
        self.written: dict[type[SQLModel], int] = defaultdict(int)

    def add(self, kind: type[SQLModel], /, **values: Any) -> int:
        """One row, with its id where it has none of its own: counted from 1, in the order of adding."""
        shape = self._shapes.get(kind) or self._shape(kind)
        self.written[kind] += 1
        if "id" in shape.columns:
            values.setdefault("id", self.written[kind])
        row = list(shape.blank)
        for name, value in values.items():
            at, into = shape.columns[name]
            row[at] = value if into is None else into(value)
        self._rows[kind].append(row)
        self._waiting += 1
        if self._waiting >= CHUNK:
            self.flush()
        return self.written[kind]

    def flush(self) -> None:
        """Write what waits."""
        for kind, rows in self._rows.items():
            self._write(kind.__tablename__, list(self._shapes[kind].columns), rows)  # type: ignore[arg-type]
        self._rows.clear()
        self._waiting = 0

    def _shape(self, kind: type[SQLModel]) -> _Shape:
        columns: dict[str, tuple[int, Callable[[Any], Any] | None]] = {}
        blank: list[Any] = []
        for at, column in enumerate(SQLModel.metadata.tables[str(kind.__tablename__)].columns):
            into = column.type.dialect_impl(self._dialect).bind_processor(self._dialect)
            field = kind.model_fields[column.name]
            value = None if field.is_required() else field.get_default(call_default_factory=True)
            if into is not None and not isinstance(column.type, JSON):
                into = lru_cache(maxsize=10_000)(into)  # few days and words, millions of times
            columns[column.name] = (at, into)
            blank.append(value if into is None or value is None else into(value))
        self._shapes[kind] = _Shape(columns, blank)
        return self._shapes[kind]


@contextmanager
def bulk(url: str) -> Iterator[Bulk]:
    """Everything at once, committed and analysed at the end; foreign keys are not looked at meanwhile."""
    address = make_url(url)
    if address.get_backend_name() == "sqlite":
        with _sqlite(address.database or "") as rows:
            yield rows
    else:
        plain = address.set(drivername="postgresql").render_as_string(hide_password=False)
        with _postgresql(plain) as rows:
            yield rows


@contextmanager
def _sqlite(file: str) -> Iterator[Bulk]:
    connection = sqlite3.connect(file)
    connection.execute("PRAGMA synchronous=OFF")

    def write(table: str, columns: list[str], rows: list[list[Any]]) -> None:
        names = ", ".join(f'"{name}"' for name in columns)
        marks = ", ".join("?" * len(columns))
        statement = f'INSERT INTO "{table}" ({names}) VALUES ({marks})'  # noqa: S608  (our own tables)
        connection.executemany(statement, rows)

    rows = Bulk(make_url("sqlite://").get_dialect()(), write)
    yield rows
    rows.flush()
    connection.commit()
    connection.execute("ANALYZE")
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()


@contextmanager
def _postgresql(url: str) -> Iterator[Bulk]:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute("SET synchronous_commit = off")

        def write(table: str, columns: list[str], rows: list[list[Any]]) -> None:
            names = ", ".join(f'"{name}"' for name in columns)
            with connection.cursor() as cursor, cursor.copy(f'COPY "{table}" ({names}) FROM STDIN') as copy:
                for row in rows:
                    copy.write_row(row)

        rows = Bulk(make_url("postgresql+psycopg://").get_dialect()(), write)
        yield rows
        rows.flush()
        for kind, count in rows.written.items():
            if "id" in kind.model_fields:
                where = f"pg_get_serial_sequence('\"{kind.__tablename__}\"', 'id')"
                connection.execute(f"SELECT setval({where}, {count})")
        connection.execute("VACUUM ANALYZE")
