"""What one transaction of an import knows of the office: the records that its rows name, each read once."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, TypeVar

from sqlmodel import SQLModel, col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.people import Role
from bot.imports.cells import CellProblem, Row
from bot.storage.models import Case, Office, Person, Placement, Site

Record = TypeVar("Record", bound=SQLModel)

CODES: Mapping[type[SQLModel], Any] = {
    Site: Site.code,
    Person: Person.code,
    Case: Case.number,
    Placement: Placement.code,
}
"""How people name a record."""
NAMES: Mapping[str, tuple[tuple[type[SQLModel], str], ...]] = {
    "lokasi": ((Site, "kode"), (Person, "pengawas")),
    "orang": ((Person, "kode"), (Person, "wali_dari")),
    "perkara": ((Case, "nomor"), (Person, "klien"), (Person, "pk"), (Person, "jaksa")),
    "penempatan": ((Placement, "kode"), (Case, "perkara"), (Site, "lokasi")),
    "kalender": (),
}
"""The columns in which the rows of a sheet name records."""
LISTS = frozenset({"pengawas", "wali_dari"})
"""Columns that name several."""
_WITHOUT_PERIOD = re.compile(r"\s*\([^()]*\)$")
"""A supervisor's code may carry a period (`site_days.named`)."""


@dataclass(slots=True)
class Known:
    """The office and its records, by code, in one session; worthless after a rollback."""

    session: AsyncSession
    office: Office
    now: datetime
    by: Person | None = None
    """Who sent the workbook; nobody at a terminal."""
    unplanned: dict[int, Case] = field(default_factory=dict)
    """Cases whose placements changed: planned once, when all rows of the transaction are taken."""
    plans_outdated: bool = False
    """Whether something changed that plans of cases follow which no row names (days, or who is a child): the
    clock then plans the office's cases anew."""
    merged: dict[str, Person] = field(default_factory=dict)
    """By a code that nobody has any more, in small letters: who was merged with its owner."""
    _records: dict[tuple[type[SQLModel], str], SQLModel] = field(default_factory=dict)

    @property
    def actor_id(self) -> int | None:
        """The actor of every fact."""
        return self.by.id if self.by else None

    async def read(self, sheet: str, rows: Iterable[Row]) -> None:
        """Read every record that these rows name. Cases are locked, in the order in which all lock them."""
        rows = list(rows)
        for table in dict.fromkeys(table for table, _ in NAMES[sheet]):
            columns = [column for one, column in NAMES[sheet] if one is table]
            codes = {code.lower() for row in rows for column in columns for code in _codes(row, column)}
            for record in await self._named(table, codes):
                self.add(record)
                if isinstance(record, Person) and record.merged_into is not None:
                    await self._read_instead(record, record.merged_into)

    async def _read_instead(self, gone: Person, into: int) -> None:
        """A code from before a merge names whoever speaks for its owner now."""
        instead = self.add(await self.session.get_one(Person, into))
        self.merged[gone.code.lower()] = instead
        self._records[Person, gone.code.lower()] = instead

    def get(self, table: type[Record], code: str) -> Record | None:
        """The record with this code, in letters of any size."""
        found = self._records.get((table, code.lower()))
        return found if isinstance(found, table) else None

    def named(self, table: type[Record], row: Row, column: str, problem: str) -> Record:
        """The record that a cell names. Raises CellProblem for an empty cell or an unknown code."""
        found = self.get(table, row.needed(column))
        if found is None:
            raise CellProblem(column, problem, code=row.needed(column))
        return found

    def person(self, code: str, column: str, role: Role, problem: str = "import-person-unknown") -> Person:
        """Somebody in this role. Raises CellProblem for an unknown code or another role."""
        person = self.get(Person, code)
        if person is None or person.role is not role:
            raise CellProblem(column, problem, code=code)
        return person

    def add(self, record: Record) -> Record:
        """A record that is new."""
        self._records[type(record), str(getattr(record, CODES[type(record)].key)).lower()] = record
        return record

    async def _named(self, table: type[SQLModel], codes: set[str]) -> Sequence[SQLModel]:
        if not codes:
            return ()
        columns: Any = table
        query = select(table).where(
            columns.office_id == self.office.id, func.lower(CODES[table]).in_(sorted(codes))
        )
        if table is Case:
            query = query.order_by(col(Case.id)).with_for_update(key_share=True)
        return (await self.session.exec(query)).all()


def _codes(row: Row, column: str) -> list[str]:
    text = row.text(column)
    codes = row.codes(column) if column in LISTS else [text] if text else []
    return [_WITHOUT_PERIOD.sub("", code) for code in codes] if column == "pengawas" else codes
