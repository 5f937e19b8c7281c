"""Offers of clients to another Bapas, and what each of the two may read of them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import JSON, ColumnElement
from sqlmodel import Field, SQLModel, and_, col, func, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import OVER_STATES
from bot.domain.checkins import AttendanceState
from bot.domain.contests import ContestState
from bot.domain.excuse_requests import RequestState
from bot.domain.office_transfers import Named, OfferedCase, cases_from_json
from bot.domain.people import Role
from bot.domain.transfers import TransferState
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.models import Attendance, Case, Contest, Office, Person, PersonAddress, key, office, words


class OfficeTransfer(SQLModel, table=True):
    """A client is offered to another Bapas, with his open cases.

    The only row that names two offices. The receiving one reads nothing but this row: what its card shows
    was copied into it (`from_office` to `cases`) when the offer was sent. Whatever is looked up for the
    giving office goes by `office_id`, for the receiving one by `to_office_id`.
    """

    __tablename__ = "office_transfer"

    id: int = key()
    office_id: int = office()
    to_office_id: int = office()
    client_id: int = Field(foreign_key="person.id", index=True)
    officer_id: int = Field(foreign_key="person.id", index=True)
    """Whose client it was when he was offered."""
    asked_by: int = Field(foreign_key="person.id")
    reason: str = ""
    state: TransferState = Field(default=TransferState.DRAFT, sa_type=words(TransferState))
    asked_at: datetime
    decided_by: int | None = Field(default=None, foreign_key="person.id")
    decided_at: datetime | None = None
    answer: str = ""
    """Why the other Bapas cannot."""
    from_office: str = ""
    to_office: str = ""
    offered_by: str = ""
    shown: str = ""
    """The client's name, or a child's code."""
    child: bool = False
    cases: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    """`OfferedCase`s; read them as `offered`."""
    new_client_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    """Who he is in the new office."""
    new_officer_id: int | None = Field(default=None, foreign_key="person.id", index=True)
    new_officer: str = ""
    look_at: datetime | None = Field(default=None, index=True)
    """When hours that were decided in the old office must be carried over."""

    @property
    def offered(self) -> tuple[OfferedCase, ...]:
        return cases_from_json(self.cases)


# Offices


async def other_offices(session: AsyncSession, office_id: int) -> list[Named]:
    """The names of the other offices of this installation, by code: where a client can go."""
    query = select(Office.id, Office.code, Office.name).where(Office.id != office_id)
    return [Named(*row) for row in (await session.exec(query.order_by(col(Office.code)))).all()]


# The giving office


async def of_giver(session: AsyncSession, office_id: int, transfer_id: int) -> OfficeTransfer | None:
    """An offer that this office made, locked."""
    query = select(OfficeTransfer).where(
        OfficeTransfer.id == transfer_id, OfficeTransfer.office_id == office_id
    )
    return (await session.exec(query.with_for_update(key_share=True))).first()


async def open_cases(session: AsyncSession, transfer: OfficeTransfer) -> Sequence[Case]:
    """The client's cases that are not over in the giving office, locked in the order of their ids."""
    query = (
        select(Case)
        .where(Case.office_id == transfer.office_id, Case.client_id == transfer.client_id)
        .where(col(Case.state).not_in(OVER_STATES))
        .order_by(col(Case.id))
        .with_for_update(key_share=True)
    )
    return (await session.exec(query)).all()


async def open_offer_of(session: AsyncSession, client: Person) -> OfficeTransfer | None:
    """The offer of a client that the other Bapas has not answered."""
    query = select(OfficeTransfer).where(
        OfficeTransfer.office_id == client.office_id,
        OfficeTransfer.client_id == client.id,
        OfficeTransfer.state == TransferState.OFFERED,
    )
    return (await session.exec(query.limit(1))).first()


async def offers_of(
    session: AsyncSession, office_id: int, officer_id: int, client_id: int | None
) -> Sequence[OfficeTransfer]:
    """Unanswered offers of an officer's clients (or only of one), locked: as everywhere, before the cases."""
    query = select(OfficeTransfer).where(
        OfficeTransfer.office_id == office_id,
        OfficeTransfer.officer_id == officer_id,
        OfficeTransfer.state == TransferState.OFFERED,
    )
    if client_id is not None:
        query = query.where(OfficeTransfer.client_id == client_id)
    return (await session.exec(query.order_by(col(OfficeTransfer.id)).with_for_update(key_share=True))).all()


async def offers_made(session: AsyncSession, who: Person, limit: int) -> Sequence[OfficeTransfer]:
    """Offers of clients to other Bapas that nobody has answered: an officer's own, for a head all of his
    office."""
    query = select(OfficeTransfer).where(
        OfficeTransfer.office_id == who.office_id, OfficeTransfer.state == TransferState.OFFERED
    )
    if who.role is not Role.HEAD:
        mine = or_(col(OfficeTransfer.asked_by) == who.id, col(OfficeTransfer.officer_id) == who.id)
        query = query.where(mine)
    return (await session.exec(query.order_by(col(OfficeTransfer.id)).limit(limit))).all()


async def waiting_in(session: AsyncSession, case: Case) -> tuple[int, int, int]:
    """Attendances of a case that wait for somebody's word; contests and excuses that nobody has decided."""
    undecided = or_(
        col(Attendance.state).in_([AttendanceState.OPEN, AttendanceState.WAITING]),
        and_(
            col(Attendance.state) == AttendanceState.CONFIRMED,
            col(Attendance.session_id).is_(None),
            col(Attendance.accepted_by).is_(None),
        ),
    )
    work = select(func.count()).select_from(Attendance)
    work = work.where(Attendance.case_id == case.id, Attendance.office_id == case.office_id, undecided)
    said = select(func.count()).select_from(Contest)
    said = said.where(Contest.case_id == case.id, Contest.office_id == case.office_id)
    said = said.where(Contest.state == ContestState.OPEN)
    asked = select(func.count()).select_from(ExcuseRequest)
    asked = asked.where(ExcuseRequest.case_id == case.id, ExcuseRequest.office_id == case.office_id)
    asked = asked.where(ExcuseRequest.state == RequestState.OPEN)
    return (
        (await session.exec(work)).one(),
        (await session.exec(said)).one(),
        (await session.exec(asked)).one(),
    )


async def went(session: AsyncSession, case: Case) -> OfficeTransfer | None:
    """The move by which a case left its office."""
    query = select(OfficeTransfer).where(
        OfficeTransfer.office_id == case.office_id,
        OfficeTransfer.client_id == case.client_id,
        OfficeTransfer.state == TransferState.ACCEPTED,
    )
    rows = (await session.exec(query.order_by(col(OfficeTransfer.id).desc()))).all()
    return next((row for row in rows if any(one.case_id == case.id for one in row.offered)), None)


async def gone_from(
    session: AsyncSession, officer: Person, first: datetime, end: datetime
) -> Sequence[OfficeTransfer]:
    """The clients of an officer who went to another Bapas in a time."""
    query = select(OfficeTransfer).where(*_moved(first, end), OfficeTransfer.office_id == officer.office_id)
    query = query.where(OfficeTransfer.officer_id == officer.id).order_by(col(OfficeTransfer.id))
    return (await session.exec(query)).all()


async def addresses_of(
    session: AsyncSession, people: Sequence[int]
) -> Sequence[tuple[int, Person, PersonAddress]]:
    """The chats of clients who are with another Bapas by now, however often they moved: who they were, who
    they are, and where."""
    was: dict[int, int] = {}
    newest = {one: one for one in people}
    while newest:
        moves = (
            select(OfficeTransfer.client_id, OfficeTransfer.new_client_id)
            .where(col(OfficeTransfer.client_id).in_(newest), OfficeTransfer.state == TransferState.ACCEPTED)
            .where(col(OfficeTransfer.new_client_id).not_in({*people, *was}))
        )
        rows = (await session.exec(moves)).all()
        newest = {new: newest[old] for old, new in rows if new is not None}
        was |= newest
    if not was:
        return ()
    query = (
        select(Person, PersonAddress)
        .join(PersonAddress, col(PersonAddress.person_id) == col(Person.id))
        .where(col(Person.id).in_(was), col(PersonAddress.gone_at).is_(None))
        .order_by(col(PersonAddress.id))
    )
    return [(was[person.id], person, row) for person, row in (await session.exec(query)).all()]


# The receiving office


async def of_receiver(session: AsyncSession, office_id: int, transfer_id: int) -> OfficeTransfer | None:
    """An offer to this office that was sent, locked."""
    query = select(OfficeTransfer).where(
        OfficeTransfer.id == transfer_id,
        OfficeTransfer.to_office_id == office_id,
        OfficeTransfer.state != TransferState.DRAFT,
    )
    return (await session.exec(query.with_for_update(key_share=True))).first()


async def offers_received(session: AsyncSession, who: Person, limit: int) -> Sequence[OfficeTransfer]:
    """Offers to this office that nobody has answered."""
    query = select(OfficeTransfer).where(
        OfficeTransfer.to_office_id == who.office_id, OfficeTransfer.state == TransferState.OFFERED
    )
    return (await session.exec(query.order_by(col(OfficeTransfer.id)).limit(limit))).all()


async def came(session: AsyncSession, client_id: int, office_id: int) -> OfficeTransfer | None:
    """The move by which a client of this office came from another one."""
    query = select(OfficeTransfer).where(
        OfficeTransfer.to_office_id == office_id,
        OfficeTransfer.new_client_id == client_id,
        OfficeTransfer.state == TransferState.ACCEPTED,
    )
    return (await session.exec(query)).first()


async def selves_of(session: AsyncSession, client: Person) -> list[Person]:
    """A client as this office knows him, and before that who he was in the ones he came from, the latest
    first: what he did there stays his."""
    selves = [client]
    while move := await came(session, selves[-1].id, selves[-1].office_id):
        former = await session.get_one(Person, move.client_id)
        if former in selves:  # he came back, and was merged with who he had been
            break
        selves.append(former)
    return selves


async def came_to(
    session: AsyncSession, officer: Person, first: datetime, end: datetime
) -> Sequence[tuple[OfficeTransfer, Person]]:
    """The clients who came to an officer from another Bapas in a time, as his office knows them."""
    query = (
        select(OfficeTransfer, Person)
        .join(Person, col(Person.id) == col(OfficeTransfer.new_client_id))
        .where(*_moved(first, end), OfficeTransfer.to_office_id == officer.office_id)
        .where(OfficeTransfer.new_officer_id == officer.id)
        .order_by(col(OfficeTransfer.id))
    )
    return (await session.exec(query)).all()


def _moved(first: datetime, end: datetime) -> tuple[ColumnElement[bool], ...]:
    at = col(OfficeTransfer.decided_at)
    return col(OfficeTransfer.state) == TransferState.ACCEPTED, at >= first, at < end


# The clock


async def to_carry(session: AsyncSession, now: datetime) -> OfficeTransfer | None:
    """The first move with hours to carry over; its cases are locked before it is (`lock`)."""
    query = select(OfficeTransfer).where(col(OfficeTransfer.look_at) <= now)
    return (await session.exec(query.order_by(col(OfficeTransfer.look_at)).limit(1))).first()


async def lock(session: AsyncSession, transfer: OfficeTransfer) -> None:
    """Read a move again, locked."""
    await session.refresh(transfer, with_for_update={"key_share": True})
