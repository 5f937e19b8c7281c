"""A client goes to another officer: offered, accepted by him himself, and then everything open is his.

A stand-in neither offers nor accepts: his right ends with a day, a transfer does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlmodel import col, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import lifecycle
from bot.domain.hours import EventKind
from bot.domain.messages import Refused
from bot.domain.people import Role
from bot.domain.transfers import TransferState, check_sending, check_taking_back, is_about
from bot.storage import abouts, kinships, office_transfers, queries, transfers
from bot.storage.models import Case, Person, PersonAddress
from bot.storage.post import Outbox, OutboxState
from bot.storage.transfers import Handover, Transfer


async def draft(
    session: AsyncSession,
    officer: Person,
    client: Person | None,
    to: Person,
    *,
    by: Person,
    reason: str,
    now: datetime,
) -> Transfer:
    """Put an offer together; nobody hears of it. Without a client: all of this officer's.

    Raises Refused for anybody but the officer and his head, for a receiver who is no other officer of this
    office, and where there is nothing to offer.
    """
    await _check(session, officer, client, to, by, now)
    transfer = Transfer(
        office_id=officer.office_id,
        client_id=client.id if client else None,
        officer_id=officer.id,
        to_id=to.id,
        asked_by=by.id,
        reason=reason,
        asked_at=now,
    )
    session.add(transfer)
    await session.flush()
    return transfer


async def send(session: AsyncSession, transfer: Transfer, *, by: Person, now: datetime) -> None:
    """Ask the receiver. Raises Refused as `draft` does, without a reason, and while the same is offered."""
    check_sending(transfer.state, transfer.reason, own=transfer.asked_by == by.id)
    officer, client, to = await people_of(session, transfer)
    await _check(session, officer, client, to, by, now)
    cases = await transfers.cases_in(session, transfer)
    if other := await transfers.offered_already(session, transfer):
        asked = await session.get_one(Person, other.to_id)
        raise Refused("transfer-offered-already", to=asked.shown)
    transfer.state, transfer.asked_at = TransferState.OFFERED, now
    await _note(session, transfer, cases, EventKind.TRANSFER_OFFERED, by, now)


async def accept(session: AsyncSession, transfer: Transfer, *, by: Person, now: datetime) -> Sequence[Case]:
    """The receiver takes over; returns the cases that moved. None: they have gone elsewhere meanwhile, and
    the offer falls.

    Raises Refused for anybody but the receiver himself, and where it was answered or withdrawn.
    """
    _check_receiver(transfer, by)
    to_offices = await office_transfers.offers_of(
        session, transfer.office_id, transfer.officer_id, transfer.client_id
    )
    cases = await transfers.cases_in(session, transfer)
    transfer.state = TransferState.ACCEPTED if cases else TransferState.WITHDRAWN
    transfer.decided_at = now
    for case in cases:
        case.officer_id = by.id
        session.add(
            Handover(
                office_id=case.office_id,
                transfer_id=transfer.id,
                case_id=case.id,
                client_id=case.client_id,
                officer_id=transfer.officer_id,
                to_id=by.id,
                at=now,
            )
        )
    for offer in to_offices:
        if offer.client_id in {case.client_id for case in cases}:
            offer.officer_id = by.id
    await session.flush()
    await _note(session, transfer, cases, EventKind.TRANSFERRED, by, now)
    await _unread_goes_along(session, transfer, [case.id for case in cases])
    return cases


async def decline(session: AsyncSession, transfer: Transfer, *, by: Person, now: datetime) -> None:
    """The receiver cannot: everything stays. Raises Refused as `accept` does."""
    _check_receiver(transfer, by)
    transfer.state, transfer.decided_at = TransferState.DECLINED, now
    cases = await transfers.cases_in(session, transfer)
    await _note(session, transfer, cases, EventKind.TRANSFER_DECLINED, by, now)


async def withdraw(session: AsyncSession, transfer: Transfer, *, by: Person, now: datetime) -> bool:
    """Take an offer back; returns whether anybody had been asked. Raises Refused for anybody but who offered
    it, the officer and the head, and where it was answered."""
    own = by.id in (transfer.asked_by, transfer.officer_id)
    asked = check_taking_back(transfer.state, own=own, by=by.role)
    transfer.state, transfer.decided_at = TransferState.WITHDRAWN, now
    if asked:
        cases = await transfers.cases_in(session, transfer)
        await _note(session, transfer, cases, EventKind.TRANSFER_WITHDRAWN, by, now)
    return asked


async def people_of(session: AsyncSession, transfer: Transfer) -> tuple[Person, Person | None, Person]:
    """Whose client it is, the client (None: all of them), and who is to take over."""
    client = await session.get_one(Person, transfer.client_id) if transfer.client_id else None
    officer = await session.get_one(Person, transfer.officer_id)
    return officer, client, await session.get_one(Person, transfer.to_id)


async def colleagues(session: AsyncSession, officer: Person, now: datetime) -> list[Person]:
    """Who could take over: the other officers of the office."""
    staff = await queries.staff(session, officer.office_id, Role.OFFICER)
    return [one for one in staff if one.id != officer.id and not await queries.has_left(session, one, now)]


async def _check(
    session: AsyncSession, officer: Person, client: Person | None, to: Person, by: Person, now: datetime
) -> None:
    same_office = officer.office_id == by.office_id == to.office_id
    if not same_office or (by.role is not Role.HEAD and by.id != officer.id):
        raise Refused("not-yours")
    if officer.role is not Role.OFFICER or to.role is not Role.OFFICER:
        raise Refused("not-yours")
    if to.id == officer.id:
        raise Refused("transfer-same-officer", to=to.shown)
    if to.left_on is not None:
        raise Refused("transfer-receiver-left", to=to.shown)
    if client and await kinships.kinship_of(session, to, client.id) is not None:
        raise Refused("transfer-to-family", name=client.shown, to=to.shown)
    found = await transfers.count_clients(session, by.office_id, officer.id, client.id if client else None)
    if not found:
        raise Refused("not-yours" if client else "transfer-no-clients", name=officer.shown)


def _check_receiver(transfer: Transfer, by: Person) -> None:
    if transfer.to_id != by.id or by.role is not Role.OFFICER:
        raise Refused("not-yours")
    if transfer.state is not TransferState.OFFERED:
        raise Refused("transfer-not-open")


async def _note(
    session: AsyncSession,
    transfer: Transfer,
    cases: Iterable[Case],
    kind: EventKind,
    by: Person,
    now: datetime,
) -> None:
    payload = {
        "transfer": transfer.id,
        "from": transfer.officer_id,
        "to": transfer.to_id,
        "words": transfer.reason,
    }
    for case in cases:
        await lifecycle.note(session, case, kind, by.id, payload, now)


async def _unread_goes_along(session: AsyncSession, transfer: Transfer, cases: Sequence[int]) -> None:
    """What waits to be sent to the former officer about these cases goes to the new one."""
    query = select(Outbox).where(
        Outbox.office_id == transfer.office_id,
        Outbox.person_id == transfer.officer_id,
        Outbox.state == OutboxState.QUEUED,
    )
    waiting = (await session.exec(query)).all()
    if not waiting:
        return
    known = await abouts.things_of(session, cases)
    moved = [row.id for row in waiting if is_about(_names(row), known)]
    ours = (col(Outbox.id).in_(moved), col(Outbox.state) == OutboxState.QUEUED)
    address = await _address(session, transfer.to_id)
    if address is None:
        values = {"state": OutboxState.DROPPED, "problem": "transferred"}
        await session.exec(update(Outbox).where(*ours).values(**values))
        return
    to = await session.get_one(Person, transfer.to_id)
    here = {"person_id": to.id, "channel": address.channel, "external_id": address.external_id}
    await session.exec(update(Outbox).where(*ours).values(**here, locale=to.locale))


async def overtaken(session: AsyncSession, to: Person, cards: Sequence[str]) -> None:
    """Drop what waits to be sent to somebody under these cards: each comes anew, as things stand now."""
    waiting = update(Outbox).where(
        col(Outbox.person_id) == to.id,
        col(Outbox.office_id) == to.office_id,
        col(Outbox.card).in_(cards),
        col(Outbox.state) == OutboxState.QUEUED,
    )
    await session.exec(waiting.values(state=OutboxState.DROPPED, problem="overtaken"))


def _names(row: Outbox) -> list[str]:
    return [row.card, *(choice["id"] for choice in row.content["choices"])]


async def _address(session: AsyncSession, person_id: int) -> PersonAddress | None:
    query = select(PersonAddress).where(
        PersonAddress.person_id == person_id, col(PersonAddress.gone_at).is_(None)
    )
    return (await session.exec(query.order_by(col(PersonAddress.id)).limit(1))).first()
