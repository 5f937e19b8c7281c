"""Says which cases of a workbook wait as drafts, and *yang kurang*: what each still needs to begin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from sqlmodel import col, func, select

from bot.domain.cases import CaseState
from bot.domain.law import Need, missing
from bot.domain.messages import Line, Words
from bot.orders import order_of
from bot.storage.database import Database
from bot.storage.models import Case, Person

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Draft:
    """A row that was accepted, but whose case cannot begin yet."""

    sheet: str
    row: int
    lacks: tuple[Need, ...]

    def line(self) -> Line:
        lacks = Words(tuple(f"need-{need.value.replace('_', '-')}" for need in self.lacks))
        return Line("import-draft", {"sheet": self.sheet, "row": self.row, "lacks": lacks})


async def drafts_of(database: Database, office_id: int, sheet: str, rows: Mapping[str, int]) -> list[Draft]:
    """The drafts among these cases (numbers in small letters, each with its row), in the order of rows."""
    found = []
    async with database.reading() as session:
        for start in range(0, len(rows), AT_ONCE):
            numbers = list(rows)[start : start + AT_ONCE]
            query = (
                select(Case, Person)
                .join(Person, col(Person.id) == col(Case.client_id))
                .where(Case.office_id == office_id, Case.state == CaseState.DRAFT)
                .where(func.lower(Case.number).in_(numbers))
            )
            for case, client in (await session.exec(query)).all():
                lacks = missing(order_of(case, client))
                found.append(Draft(sheet, rows[case.number.lower()], lacks))
    return sorted(found, key=lambda draft: draft.row)
