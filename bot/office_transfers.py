"""A client is offered to another Bapas: put together, sent, taken back, declined. Nothing moves before the
other side takes him (`office_arrivals`).

A stand-in does not offer: his right ends with a day, a transfer does not.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import lifecycle
from bot.domain.hours import EventKind
from bot.domain.messages import Refused
from bot.domain.office_transfers import Named, OfferedCase, meant
from bot.domain.people import Role
from bot.domain.transfers import TransferState, check_sending, check_taking_back
from bot.storage import office_transfers, queries, transfers
from bot.storage.models import Case, Person
from bot.storage.office_transfers import OfficeTransfer


async def office_called(session: AsyncSession, who: Person, text: str) -> Named:
    """The other office that a text names. Raises Refused, with what to write instead, for one's own office,
    for several, and for none."""
    others = await office_transfers.other_offices(session, who.office_id)
    found = meant(others, text)
    if len(found) == 1:
        return found[0]
    if found:
        codes = ", ".join(f"{one.code} ({one.name})" for one in found[:5])
        raise Refused("office-transfer-several", codes=codes)
    own = await queries.office_of(session, who.office_id)
    if meant([Named(own.id, own.code, own.name)], text):
        raise Refused("office-transfer-own-office", office=own.name)
    raise Refused("office-transfer-unknown", text=text.strip()[:40])


async def draft(
    session: AsyncSession, officer: Person, client: Person, to: Named, *, by: Person, now: datetime
) -> OfficeTransfer:
    """Put an offer together; nobody hears of it. Raises Refused for anybody but an officer of the client and
    the head."""
    await _check(session, officer, client, by)
    office = await queries.office_of(session, officer.office_id)
    transfer = OfficeTransfer(
        office_id=officer.office_id,
        to_office_id=to.id,
        client_id=client.id,
        officer_id=officer.id,
        asked_by=by.id,
        asked_at=now,
        from_office=office.name,
        to_office=to.name,
        offered_by=by.shown,
        shown=client.shown,
        child=client.child,
    )
    session.add(transfer)
    await session.flush()
    return transfer


async def send(session: AsyncSession, transfer: OfficeTransfer, *, by: Person, now: datetime) -> None:
    """Ask the other Bapas, and write into the offer what it may read. Raises Refused as `draft` does, without
    a reason, while the client is offered to somebody else, and where nobody there could answer."""
    check_sending(transfer.state, transfer.reason, own=transfer.asked_by == by.id)
    client = await queries.locked_person(session, transfer.client_id)
    officer = await session.get_one(Person, transfer.officer_id)
    await _check(session, officer, client, by)
    if other := await office_transfers.open_offer_of(session, client):
        raise Refused("transfer-offered-already", to=other.to_office)
    if not await receivers(session, transfer):
        raise Refused("office-transfer-nobody-there", office=transfer.to_office)
    cases = await office_transfers.open_cases(session, transfer)
    transfer.cases = [(await _offered(session, case)).to_json() for case in cases]
    transfer.shown, transfer.child = client.shown, client.child
    transfer.state, transfer.asked_at = TransferState.OFFERED, now
    await note(session, transfer, cases, EventKind.TRANSFER_OFFERED, by.id, now)


async def withdraw(session: AsyncSession, transfer: OfficeTransfer, *, by: Person, now: datetime) -> bool:
    """Take an offer back; returns whether the other Bapas had been asked. Raises Refused for anybody but who
    offered it, the officer and the head, and where it was answered."""
    own = by.id in (transfer.asked_by, transfer.officer_id)
    asked = check_taking_back(transfer.state, own=own, by=by.role)
    transfer.state, transfer.decided_at = TransferState.WITHDRAWN, now
    if asked:
        cases = await office_transfers.open_cases(session, transfer)
        await note(session, transfer, cases, EventKind.TRANSFER_WITHDRAWN, by.id, now)
    return asked


async def decline(
    session: AsyncSession, transfer: OfficeTransfer, *, words: str, by: Person, now: datetime
) -> None:
    """The other Bapas cannot, and says why: everything stays. Raises Refused as `check_receiver` does."""
    await check_receiver(session, transfer, by)
    transfer.state, transfer.answer = TransferState.DECLINED, words
    transfer.decided_by, transfer.decided_at = by.id, now
    cases = await office_transfers.open_cases(session, transfer)
    # The fact stands in the giving office: whoever decided in the other one has no number there.
    await note(session, transfer, cases, EventKind.TRANSFER_DECLINED, None, now)


async def receivers(session: AsyncSession, transfer: OfficeTransfer) -> list[Person]:
    """Who answers for the receiving Bapas: its heads, or its operators while it has none."""
    for role in (Role.HEAD, Role.OPERATOR):
        staff = await queries.staff(session, transfer.to_office_id, role)
        if found := [one for one in staff if one.left_on is None]:
            return found
    return []


async def check_receiver(session: AsyncSession, transfer: OfficeTransfer, by: Person) -> None:
    """Raises Refused for anybody who does not answer for the receiving Bapas, and where the offer was
    answered or taken back."""
    if by.id not in {one.id for one in await receivers(session, transfer)}:
        raise Refused("not-yours")
    if transfer.state is not TransferState.OFFERED:
        raise Refused("office-transfer-not-open")


async def note(
    session: AsyncSession,
    transfer: OfficeTransfer,
    cases: Sequence[Case],
    kind: EventKind,
    actor_id: int | None,
    now: datetime,
) -> None:
    """Keep a step as a fact of each case, in the giving office."""
    payload = {
        "office_transfer": transfer.id,
        "from": transfer.officer_id,
        "to_office": transfer.to_office,
        "words": transfer.answer or transfer.reason,
    }
    for case in cases:
        await lifecycle.note(session, case, kind, actor_id, payload, now)


async def _check(session: AsyncSession, officer: Person, client: Person, by: Person) -> None:
    if not officer.office_id == client.office_id == by.office_id:
        raise Refused("not-yours")
    if by.role is not Role.HEAD and by.id != officer.id:
        raise Refused("not-yours")
    if not await transfers.count_clients(session, by.office_id, officer.id, client.id):
        raise Refused("not-yours")


async def _offered(session: AsyncSession, case: Case) -> OfferedCase:
    balance = await queries.balance_of(session, case)
    waiting, contests, excuses = await office_transfers.waiting_in(session, case)
    return OfferedCase(
        case_id=case.id,
        number=case.number,
        programme=case.programme,
        credited=balance.credited,
        total=case.total_minutes,
        waiting=waiting,
        contests=contests,
        excuses=excuses,
    )
