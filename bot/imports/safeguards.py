"""What a workbook must not change by a slip: who a case is about, who is a child, what a role holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import SQLModel, col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.births import is_child
from bot.domain.law import rule_of
from bot.imports.cells import CellProblem
from bot.orders import order_of
from bot.storage.models import Case, Person, SiteSupervisor


def check_pin(values: Mapping[str, Any], columns: Mapping[str, str]) -> None:
    """Latitude and longitude, two fields and their columns, come together and lie on the earth. Raises
    CellProblem."""
    (north, north_column), (east, east_column) = columns.items()
    if (north in values) != (east in values):
        raise CellProblem(east_column if north in values else north_column, "import-half-a-pin")
    latitude, longitude = values.get(north), values.get(east)
    if (latitude is None) != (longitude is None):
        raise CellProblem(north_column if latitude is None else east_column, "import-half-a-pin")
    if latitude is None or longitude is None:
        return
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise CellProblem(north_column, "import-not-on-earth")


def check_kept(record: SQLModel, name: str, value: object, column: str, key: str) -> None:
    """A reference that history hangs on stays as it is. Raises CellProblem."""
    if value != getattr(record, name):
        raise CellProblem(column, key)


async def check_role(session: AsyncSession, person: Person, values: Mapping[str, Any]) -> None:
    """Someone with cases or sites keeps the role; a child with a case stays a child, whose name others would
    read otherwise (UU 11/2012 Pasal 19), but for one whom only a wrong birth date made a child. Raises
    CellProblem."""
    if "role" not in values or (values["role"], values["child"]) == (person.role, person.child):
        return
    becomes_child = values["child"] and not person.child and values["role"] == person.role
    if not becomes_child and await _needed(session, person) and not await _grown_up(session, person, values):
        raise CellProblem("peran", "import-child-stays" if person.child else "import-role-fixed")


async def check_secret_sentence(session: AsyncSession, case: Case) -> None:
    """A child's service replaces no prison term or fine, and none is kept of a child. Raises CellProblem."""
    client = await session.get_one(Person, case.client_id)
    if client.child and case.replaced_sentence:
        raise CellProblem("pidana_pengganti", "import-sentence-of-child")


async def _grown_up(session: AsyncSession, person: Person, values: Mapping[str, Any]) -> bool:
    """Whether a child is none after all: by the birth date on every day of a ruling, and in no case only for
    children."""
    born_on = values.get("born_on", person.born_on)
    if not (person.child and values["role"] is person.role) or born_on is None:
        return False
    cases = (await session.exec(select(Case).where(Case.client_id == person.id))).all()
    if any(rule_of(order_of(case, person)).child for case in cases):
        return False
    return not is_child(born_on, [case.ruling_on for case in cases if case.ruling_on])


async def _needed(session: AsyncSession, person: Person) -> bool:
    roles = (Case.client_id, Case.officer_id, Case.prosecutor_id, Case.guardian_id)
    theirs = or_(*(col(role) == person.id for role in roles))
    case = (await session.exec(select(Case.id).where(theirs).limit(1))).first()
    site = select(SiteSupervisor.id).where(SiteSupervisor.person_id == person.id).limit(1)
    return case is not None or (await session.exec(site)).first() is not None
