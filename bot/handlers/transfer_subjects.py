"""Whose client it is that somebody offers, to a colleague or to another Bapas, and that he may."""

from __future__ import annotations

from typing import TypeVar

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Refused
from bot.domain.people import Role
from bot.domain.transfers import TransferState
from bot.storage import queries, transfers
from bot.storage.models import Person
from bot.storage.office_transfers import OfficeTransfer
from bot.storage.transfers import Transfer

log = structlog.get_logger()

Offer = TypeVar("Offer", Transfer, OfficeTransfer)

EVERYBODY = 0
"""In a button, in place of a client: all of this officer's."""


async def subject(
    session: AsyncSession, who: Person, client_id: int, officer_id: int
) -> tuple[Person, Person | None]:
    """The officer and his client that this person may offer. Raises Refused."""
    officer = await queries.person_now(session, officer_id)
    if officer is None or officer.office_id != who.office_id or officer.role is not Role.OFFICER:
        raise not_yours(who)
    if who.role is not Role.HEAD and officer.id != who.id:
        raise not_yours(who)
    if client_id == EVERYBODY:
        return officer, None
    client = await queries.person_now(session, client_id)
    if client is None or not await transfers.count_clients(session, who.office_id, officer.id, client.id):
        raise not_yours(who)
    return officer, client


def not_yours(who: Person) -> Refused:
    """The same answer for what is somebody else's and for what does not exist."""
    log.warning("refused.not_yours", person=who.id, role=who.role)
    return Refused("not-yours")


def own_draft(who: Person, offer: Offer) -> Offer:
    """An offer that whoever put it together is still putting together. Raises Refused."""
    if offer.asked_by != who.id:
        raise not_yours(who)
    if offer.state is not TransferState.DRAFT:
        raise Refused("transfer-not-open")
    return offer
