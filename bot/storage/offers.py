"""Offers of clients that nobody has answered, to another officer or another Bapas: who waits for whom."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, func, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.offers import AT_LEAST, Nudge, Offer
from bot.domain.transfers import TransferState
from bot.storage import queries
from bot.storage.events import append, person_stream
from bot.storage.models import Case, Event, Person
from bot.storage.office_transfers import OfficeTransfer
from bot.storage.oldest import Oldest
from bot.storage.transfers import Transfer


async def of_week(session: AsyncSession, office_id: int, officer_id: int | None) -> list[Offer]:
    """Those that an officer must answer or waits for; without one, all of the office and to it, for its
    head."""
    return [
        *await _to_officers(session, office_id, officer_id),
        *await _to_offices(session, office_id, officer_id),
    ]


async def of_client(session: AsyncSession, case: Case) -> list[Offer]:
    """Those by which a case would leave its officer."""
    if case.officer_id is None:
        return []
    found = await of_week(session, case.office_id, case.officer_id)
    return [one for one in found if not one.for_reader and one.client_id in (0, case.client_id)]


OFFERED = tuple(
    Oldest(select(func.min(table.asked_at)).where(table.state == TransferState.OFFERED), AT_LEAST)
    for table in (Transfer, OfficeTransfer)
)
"""Made to an officer, and to another Bapas."""


async def unanswered(session: AsyncSession, before: datetime) -> Sequence[Transfer | OfficeTransfer]:
    """The offers made before an instant, oldest first. They are few: each is answered, or taken back."""
    inside = select(Transfer).where(Transfer.state == TransferState.OFFERED, Transfer.asked_at <= before)
    abroad = select(OfficeTransfer).where(
        OfficeTransfer.state == TransferState.OFFERED, OfficeTransfer.asked_at <= before
    )
    return [
        *(await session.exec(inside.order_by(col(Transfer.id)))).all(),
        *(await session.exec(abroad.order_by(col(OfficeTransfer.id)))).all(),
    ]


async def still_open(session: AsyncSession, offer: Transfer | OfficeTransfer) -> bool:
    """Read an offer again, locked, after whom it is about: as where somebody writes."""
    await queries.locked_person(session, _about_whom(offer))
    await session.refresh(offer, with_for_update={"key_share": True})
    return offer.state is TransferState.OFFERED


async def nudges(session: AsyncSession, offer: Transfer | OfficeTransfer) -> list[datetime]:
    """When people were reminded of an offer, the first time first."""
    query = (
        select(Event)
        .where(Event.office_id == offer.office_id, Event.stream == _stream(offer))
        .where(col(Event.kind).in_(list(Nudge)))
        .order_by(col(Event.seq))
    )
    about = _about(offer)
    rows = (await session.exec(query)).all()
    return [row.happened_at for row in rows if row.payload and json.loads(row.payload) == about]


async def keep(session: AsyncSession, offer: Transfer | OfficeTransfer, nudge: Nudge, now: datetime) -> None:
    """That people were reminded is a fact about whom the offer is about."""
    await append(
        session,
        office_id=offer.office_id,
        stream=_stream(offer),
        kind=nudge.value,
        actor_id=None,
        payload=_about(offer),
        happened_at=now,
        now=now,
    )


def _stream(offer: Transfer | OfficeTransfer) -> str:
    return person_stream(_about_whom(offer))


def _about_whom(offer: Transfer | OfficeTransfer) -> int:
    return offer.client_id or offer.officer_id


def _about(offer: Transfer | OfficeTransfer) -> dict[str, int]:
    return {"transfer" if isinstance(offer, Transfer) else "office_transfer": offer.id}


async def _to_officers(session: AsyncSession, office_id: int, officer_id: int | None) -> list[Offer]:
    query = select(Transfer).where(Transfer.office_id == office_id, Transfer.state == TransferState.OFFERED)
    if officer_id is not None:
        query = query.where(
            or_(
                col(Transfer.to_id) == officer_id,
                col(Transfer.officer_id) == officer_id,
                col(Transfer.asked_by) == officer_id,
            )
        )
    rows = (await session.exec(query.order_by(col(Transfer.id)))).all()
    known = await _people(session, rows)
    return [
        Offer(
            name=known[one.client_id].shown if one.client_id else "",
            giver=known[one.officer_id].shown,
            to=known[one.to_id].shown,
            asked_at=one.asked_at,
            for_reader=one.to_id == officer_id,
            client_id=one.client_id or 0,
        )
        for one in rows
    ]


async def _people(session: AsyncSession, rows: Sequence[Transfer]) -> dict[int, Person]:
    if not rows:
        return {}
    ids = {number for one in rows for number in (one.client_id, one.officer_id, one.to_id) if number}
    found = (await session.exec(select(Person).where(col(Person.id).in_(ids)))).all()
    return {one.id: one for one in found}


async def _to_offices(session: AsyncSession, office_id: int, officer_id: int | None) -> list[Offer]:
    """Of the receiving office only what its card shows: what the offer carries."""
    given = col(OfficeTransfer.office_id) == office_id
    query = select(OfficeTransfer).where(OfficeTransfer.state == TransferState.OFFERED)
    if officer_id is None:
        query = query.where(or_(given, col(OfficeTransfer.to_office_id) == office_id))
    else:
        mine = or_(col(OfficeTransfer.officer_id) == officer_id, col(OfficeTransfer.asked_by) == officer_id)
        query = query.where(given, mine)
    return [
        Offer(
            name=one.shown,
            giver=one.from_office,
            to=one.to_office,
            asked_at=one.asked_at,
            for_reader=one.to_office_id == office_id,
            client_id=0 if one.to_office_id == office_id else one.client_id,
        )
        for one in (await session.exec(query.order_by(col(OfficeTransfer.id)))).all()
    ]
