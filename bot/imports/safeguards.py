"""What a workbook must not change by a slip: who a case is about, who is a child, what a role holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlmodel import SQLModel, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.law import rule_of
from bot.imports.cells import CellProblem
from bot.orders import order_of
from bot.storage.models import Case, Person, SiteSupervisor


def check_pin(values: Mapping[str, Any]) -> None:
    """Latitude and longitude come together, and lie on the earth. Raises CellProblem."""
    if ("latitude" in values) != ("longitude" in values):
        raise CellProblem("bujur" if "latitude" in values else "lintang", "import-half-a-pin")
    latitude, longitude = values.get("latitude"), values.get("longitude")
    if (latitude is None) != (longitude is None):
        raise CellProblem("lintang" if latitude is None else "bujur", "import-half-a-pin")
    if latitude is None or longitude is None:
        return
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise CellProblem("lintang", "import-not-on-earth")


def check_kept(record: SQLModel, name: str, value: object, column: str, key: str) -> None:
    """A reference that history hangs on stays as it is. Raises CellProblem."""
    if value != getattr(record, name):
        raise CellProblem(column, key)


async def check_role(session: AsyncSession, person: Person, values: Mapping[str, Any]) -> None:
    """Someone with cases or sites keeps the role; a child with a case stays a child, whose name others would
    read otherwise (UU 11/2012 Pasal 19). Raises CellProblem."""
    if "role" not in values or (values["role"], values["child"]) == (person.role, person.child):
        return
    becomes_child = values["child"] and not person.child and values["role"] == person.role
    if not becomes_child and await _needed(session, person):
        raise CellProblem("peran", "import-child-stays" if person.child else "import-role-fixed")


async def check_client(session: AsyncSession, case: Case) -> None:
    """The duty of a child is a child's (UU 11/2012 Pasal 71): otherwise the name would be read by others.
    Raises CellProblem."""
    client = await session.get_one(Person, case.client_id)
    if rule_of(order_of(case, client)).child and not client.child:
        raise CellProblem("klien", "import-client-not-child", code=client.code)


async def _needed(session: AsyncSession, person: Person) -> bool:
    theirs = or_(Case.client_id == person.id, Case.officer_id == person.id, Case.prosecutor_id == person.id)
    case = (await session.exec(select(Case.id).where(theirs).limit(1))).first()
    site = select(SiteSupervisor.id).where(SiteSupervisor.person_id == person.id).limit(1)
    return case is not None or (await session.exec(site)).first() is not None
