"""Which column of a row fills which field of a record, and how a row changes a record that exists."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import SQLModel

from bot.imports.cells import CellProblem, Row

Values = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a record and the column that it is read from."""

    name: str
    column: str
    read: Callable[[Row, str], Any] = Row.text
    required: bool = False
    """A new record needs it; an existing one keeps its own where the cell is empty."""


def read(row: Row, table: type[SQLModel], fields: Sequence[Field], defaults: Values) -> dict[str, Any]:
    """What the row says: given cells, and for a dash what the field is without one."""
    values = {}
    for field in fields:
        if row.clears(field.column):
            values[field.name] = _cleared(table, field, defaults)
        elif (value := field.read(row, field.column)) is not None:
            values[field.name] = value
    return values


def complete(values: Values, fields: Sequence[Field], defaults: Values) -> dict[str, Any]:
    """The values of a new record. Raises CellProblem at the first empty cell that must not be."""
    for field in fields:
        if field.required and field.name not in values:
            raise CellProblem(field.column, "import-cell-empty")
    return {**defaults, **values}


def change(record: SQLModel, values: Values) -> dict[str, Any]:
    """Write the values that differ; returns them."""
    changes = {name: value for name, value in values.items() if getattr(record, name) != value}
    for name, value in changes.items():
        setattr(record, name, value)
    return changes


def defaults_of(table: type[SQLModel], names: Iterable[str]) -> dict[str, Any]:
    """What these fields are in a record that says nothing of them."""
    return {name: table.model_fields[name].get_default(call_default_factory=True) for name in names}


def _cleared(table: type[SQLModel], field: Field, defaults: Values) -> Any:
    if field.name in defaults:
        return defaults[field.name]
    if table.model_fields[field.name].is_required():
        raise CellProblem(field.column, "import-cannot-clear")
    return defaults_of(table, [field.name])[field.name]
