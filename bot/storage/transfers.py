"""Offers of clients to another officer, and the mark that each move leaves on both sides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, and_, func, or_
from sqlalchemy.orm import aliased
from sqlmodel import Field, SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import OVER_STATES, CaseState
from bot.domain.people import Role
from bot.domain.transfers import TransferState
from bot.storage import leaves
from bot.storage.models import (
    Case,
    Person,
    key,
    office,
    words,
)
from bot.storage.selves import coded


class Transfer(SQLModel, table=True):
    """An officer's client is offered to another officer of the office; without a client, all of his."""

    id: int = key()
    office_id: int = office()
    client_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    officer_id: int = Field(foreign_key="person.id", index=True)
    to_id: int = Field(foreign_key="person.id", index=True)
    asked_by: int = Field(foreign_key="person.id")
    reason: str = ""
    state: TransferState = Field(default=TransferState.DRAFT, sa_type=words(TransferState))
    asked_at: datetime
    decided_at: datetime | None = None


class Handover(SQLModel, table=True):
    """A case went from one officer to another: what both can still read of it."""

    id: int = key()
    office_id: int = office()
    transfer_id: int = Field(foreign_key="transfer.id", index=True)
    case_id: int = Field(foreign_key="case.id", index=True)
    client_id: int = Field(foreign_key="person.id")
    officer_id: int = Field(foreign_key="person.id", index=True)
    to_id: int = Field(foreign_key="person.id", index=True)
    at: datetime


async def transfer_by_id(session: AsyncSession, office_id: int, transfer_id: int) -> Transfer | None:
    """An offer of this office, locked."""
    query = select(Transfer).where(Transfer.id == transfer_id, Transfer.office_id == office_id)
    return (await session.exec(query.with_for_update(key_share=True))).first()


def _alive() -> ColumnElement[bool]:
    return col(Case.state).not_in(OVER_STATES)


async def cases_in(session: AsyncSession, transfer: Transfer) -> Sequence[Case]:
    """What would move now, locked in the order of their ids: closed cases go along, for somebody must answer
    for them."""
    query = select(Case).where(
        Case.office_id == transfer.office_id,
        Case.officer_id == transfer.officer_id,
        Case.state != CaseState.TRANSFERRED,
    )
    if transfer.client_id is not None:
        query = query.where(Case.client_id == transfer.client_id)
    return (await session.exec(query.order_by(col(Case.id)).with_for_update(key_share=True))).all()


async def count_clients(
    session: AsyncSession, office_id: int, officer_id: int, client_id: int | None = None
) -> int:
    """Clients whom an officer guides in cases that are not closed."""
    query = select(func.count(func.distinct(Case.client_id))).where(
        Case.office_id == office_id, Case.officer_id == officer_id, _alive()
    )
    if client_id is not None:
        query = query.where(Case.client_id == client_id)
    return (await session.exec(query)).one()


async def clients_called(
    session: AsyncSession, who: Person, text: str, limit: int
) -> Sequence[tuple[Person, int]]:
    """Clients that this officer may offer (a head: any of the office), by code or part of a name, with their
    officer's id. Without a text: all. A head finds a child by its code only."""
    wanted = text.casefold()
    named = func.lower(Person.name).contains(wanted, autoescape=True)
    own = col(Case.officer_id) == who.id
    query = (
        select(Person, Case.officer_id)
        .join(Case, col(Case.client_id) == col(Person.id))
        .where(Case.office_id == who.office_id, col(Case.officer_id).is_not(None), _alive())
        .order_by(col(Person.code), col(Case.officer_id))
        .distinct()
        .limit(limit)
    )
    if wanted:
        by_name = and_(named, or_(col(Person.child).is_(False), own))
        query = query.where(or_(coded(wanted), by_name))
    if who.role is not Role.HEAD:
        query = query.where(own)
    return [(client, officer) for client, officer in (await session.exec(query)).all() if officer is not None]


async def open_offers(session: AsyncSession, who: Person, limit: int) -> Sequence[Transfer]:
    """Offers that nobody has answered: made by, of or to an officer; for a head all of the office."""
    query = select(Transfer).where(
        Transfer.office_id == who.office_id, Transfer.state == TransferState.OFFERED
    )
    if who.role is not Role.HEAD:
        query = query.where(
            or_(
                col(Transfer.asked_by) == who.id,
                col(Transfer.officer_id) == who.id,
                col(Transfer.to_id) == who.id,
            )
        )
    return (await session.exec(query.order_by(col(Transfer.id)).limit(limit))).all()


async def offered_already(session: AsyncSession, transfer: Transfer) -> Transfer | None:
    """Another open offer of the same client, or of all of this officer's."""
    same = or_(col(Transfer.client_id).is_(None), col(Transfer.client_id) == transfer.client_id)
    query = select(Transfer).where(
        Transfer.office_id == transfer.office_id,
        Transfer.officer_id == transfer.officer_id,
        Transfer.state == TransferState.OFFERED,
        Transfer.id != transfer.id,
    )
    if transfer.client_id is not None:
        query = query.where(same)
    return (await session.exec(query.limit(1))).first()


# Marks


async def came_from(session: AsyncSession, case: Case) -> tuple[Handover, Person] | None:
    """The move by which a case came to its officer, and who had it before."""
    query = (
        select(Handover, Person)
        .join(Person, col(Person.id) == col(Handover.officer_id))
        .where(Handover.case_id == case.id, Handover.office_id == case.office_id)
        .order_by(col(Handover.id).desc())
        .limit(1)
    )
    found = (await session.exec(query)).first()
    return found if found and found[0].to_id == case.officer_id else None


@dataclass(frozen=True, slots=True)
class Left:
    """A case that an officer has given away: what he may still read of it ends with the move."""

    case: Case
    client: Person
    move: Handover
    officer: Person
    """Who took it over from him."""


async def left_by(
    session: AsyncSession,
    who: Person,
    limit: int,
    now: datetime,
    *,
    called: str = "",
    case_ids: Sequence[int] = (),
) -> list[Left]:
    """The cases that this officer has given away and does not guide today, by code or name, or by their ids.
    A child is found by its code only."""
    officer, wanted = aliased(Person), called.casefold()
    newest = (
        select(func.max(Handover.id)).where(Handover.officer_id == who.id).group_by(col(Handover.case_id))
    )
    by_name = and_(col(Person.child).is_(False), func.lower(Person.name).contains(wanted, autoescape=True))
    query = (
        select(Case, Person, Handover, officer)
        .join(Handover, col(Handover.case_id) == col(Case.id))
        .join(Person, col(Person.id) == col(Case.client_id))
        .join(officer, col(officer.id) == col(Handover.to_id))
        .where(Case.office_id == who.office_id, Handover.office_id == who.office_id)
        .where(col(Handover.id).in_(newest))
        .where(col(Case.officer_id).not_in(await leaves.guided(session, who, now)))
        .where(or_(coded(wanted), by_name) if called else col(Case.id).in_(list(case_ids)))
        .order_by(col(Person.code), col(Case.id))
        .limit(limit)
    )
    return [Left(*row) for row in (await session.exec(query)).all()]


async def moves_between(
    session: AsyncSession, office_id: int, officer_id: int, first: datetime, end: datetime
) -> Sequence[tuple[Handover, Person, Person, Person]]:
    """What came to an officer or left him in a time: the move, the client, who had him, who has him."""
    before, after = aliased(Person), aliased(Person)
    query = (
        select(Handover, Person, before, after)
        .join(Person, col(Person.id) == col(Handover.client_id))
        .join(before, col(before.id) == col(Handover.officer_id))
        .join(after, col(after.id) == col(Handover.to_id))
        .where(Handover.office_id == office_id, Handover.at >= first, Handover.at < end)
        .where(or_(col(Handover.officer_id) == officer_id, col(Handover.to_id) == officer_id))
        .order_by(col(Handover.id))
    )
    return (await session.exec(query)).all()
