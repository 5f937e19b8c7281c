"""Which supervisors and officers have said, or of whom was recorded, that they are family of a client."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Field, SQLModel, col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.storage.models import Person, key, office


class Kinship(SQLModel, table=True):
    """A supervisor or an officer is family (*keluarga*) of a client: he decides nothing about the hours until
    somebody else of the office says that it was a mistake."""

    id: int = key()
    office_id: int = office()
    client_id: int = Field(foreign_key="person.id", index=True)
    relative_id: int = Field(foreign_key="person.id", index=True)
    declared_by: int = Field(foreign_key="person.id")
    declared_at: datetime
    ended_by: int | None = Field(default=None, foreign_key="person.id")
    ended_at: datetime | None = None


async def kinship_of(session: AsyncSession, relative: Person, client_id: int) -> Kinship | None:
    """What is declared between the two and still stands."""
    query = select(Kinship).where(
        Kinship.office_id == relative.office_id,
        Kinship.relative_id == relative.id,
        Kinship.client_id == client_id,
        col(Kinship.ended_at).is_(None),
    )
    return (await session.exec(query.order_by(col(Kinship.id)).limit(1))).first()


async def kin_of(session: AsyncSession, office_id: int, client_id: int) -> set[int]:
    """Whoever is family of a client and could decide about his hours."""
    query = select(Kinship.relative_id).where(
        Kinship.office_id == office_id, Kinship.client_id == client_id, col(Kinship.ended_at).is_(None)
    )
    return set((await session.exec(query)).all())


async def not_for(session: AsyncSession, supervisor: Person) -> set[int]:
    """The clients whose work this supervisor may not confirm: his family and, whoever he is, himself."""
    query = select(Kinship.client_id).where(
        Kinship.office_id == supervisor.office_id,
        Kinship.relative_id == supervisor.id,
        col(Kinship.ended_at).is_(None),
    )
    family = (await session.exec(query)).all()
    himself = select(Person.id).where(
        or_(col(Person.id) == supervisor.id, col(Person.merged_into) == supervisor.id)
    )
    return {*family, *(await session.exec(himself)).all()}


async def relatives(session: AsyncSession, client: Person) -> Sequence[tuple[Kinship, Person]]:
    """A client's family among supervisors and officers, with what was declared, by code."""
    query = (
        select(Kinship, Person)
        .join(Person, col(Person.id) == col(Kinship.relative_id))
        .where(Kinship.office_id == client.office_id, Kinship.client_id == client.id)
        .where(col(Kinship.ended_at).is_(None))
        .order_by(col(Person.code), col(Kinship.id))
    )
    return (await session.exec(query)).all()
