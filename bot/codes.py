"""Whom a code typed at a terminal means. Codes are unique in an office only, and a database may hold several
offices: where more than one fits, the answer names them and nothing is done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.people import READ_THE_WEEK, Role
from bot.storage.models import Office, Person
from bot.storage.selves import coded
from bot.troubles import Trouble


async def offices_here(session: AsyncSession) -> Sequence[Office]:
    """Every office of this database, the first one first."""
    return (await session.exec(select(Office).order_by(col(Office.id)))).all()


async def office_called(session: AsyncSession, code: str) -> Office:
    """The office with this code; without a code the only one. Raises Trouble for none or several."""
    offices = await offices_here(session)
    found = [one for one in offices if not code or one.code.casefold() == code.casefold()]
    match found:
        case [office]:
            return office
        case [] if offices:
            raise Trouble("office-unknown", code=2, office=code, offices=_codes(offices))
        case []:
            raise Trouble("no-office", code=2)
        case _:
            raise Trouble("office-which", code=2, offices=_codes(offices))


async def person_called(
    session: AsyncSession, code: str, *, office: str = "", role: Role | None = None
) -> Person:
    """The one person with this code, in this office where it is named. Raises Trouble for none or several."""
    unknown = "officer-unknown" if role is Role.OFFICER else "person-unknown"
    return await _called(session, code, office, [role] if role else Role, unknown)


async def reader_called(session: AsyncSession, code: str, *, office: str = "") -> Person:
    """Likewise, among those who read the week on Mondays."""
    return await _called(session, code, office, READ_THE_WEEK, "reader-unknown")


async def _called(
    session: AsyncSession, code: str, office: str, roles: Iterable[Role], unknown: str
) -> Person:
    query = select(Person, Office).join(Office).where(coded(code)).order_by(col(Office.id))
    if office:
        query = query.where(Person.office_id == (await office_called(session, office)).id)
    found = (await session.exec(query.where(col(Person.role).in_(roles)))).all()
    match found:
        case [(person, _)]:
            return person
        case []:
            raise Trouble(f"{unknown}-in" if office else unknown, person=code, office=office)
        case _:
            raise Trouble("person-which", code=2, person=code, offices=_codes([home for _, home in found]))


async def folder_of(session: AsyncSession, out: Path, office: Office) -> Path:
    """Where files named by the codes of an office go: in a folder of its own where there are several."""
    return out if len(await offices_here(session)) == 1 else out / office.code


def _codes(offices: Sequence[Office]) -> str:
    return ", ".join(sorted({one.code for one in offices}))
