"""Which cases are a prosecutor's, and how he names them."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import and_, func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import OPEN_STATES
from bot.storage.models import Case, Person
from bot.storage.selves import coded


async def cases(session: AsyncSession, who: Person, number: str, limit: int) -> Sequence[tuple[Case, Person]]:
    """The cases of this prosecutor that are not closed, or the one of this number whatever its state."""
    query = (
        select(Case, Person)
        .join(Person, col(Person.id) == col(Case.client_id))
        .where(Case.office_id == who.office_id, Case.prosecutor_id == who.id)
        .order_by(col(Person.code), col(Case.id))
        .limit(limit)
    )
    if number:
        query = query.where(func.lower(Case.number) == number.casefold())
    else:
        query = query.where(col(Case.state).in_(OPEN_STATES))
    return (await session.exec(query)).all()


async def cases_called(
    session: AsyncSession, who: Person, text: str, limit: int
) -> Sequence[tuple[Case, Person]]:
    """The cases of this prosecutor that are not closed; with a text those of this number, of a client with
    this code, or with it in a name that is no child's, whatever their state."""
    if not text:
        return await cases(session, who, "", limit)
    wanted = text.casefold()
    named = func.lower(Person.name).contains(wanted, autoescape=True)
    by_name = and_(named, col(Person.child).is_(False))
    query = (
        select(Case, Person)
        .join(Person, col(Person.id) == col(Case.client_id))
        .where(Case.office_id == who.office_id, Case.prosecutor_id == who.id)
        .where(or_(func.lower(Case.number) == wanted, coded(wanted), by_name))
        .order_by(col(Person.code), col(Case.id))
        .limit(limit)
    )
    return (await session.exec(query)).all()


async def case_for(session: AsyncSession, who: Person, case_id: int) -> tuple[Case, Person] | None:
    """A case and its client, if it is this prosecutor's."""
    query = (
        select(Case, Person)
        .join(Person, col(Person.id) == col(Case.client_id))
        .where(Case.office_id == who.office_id, Case.prosecutor_id == who.id, Case.id == case_id)
    )
    return (await session.exec(query)).first()
