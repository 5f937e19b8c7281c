"""A client is offered from another Bapas: whoever answers for this one chooses his officer, or declines."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import office_arrivals as steps
from bot import office_transfers
from bot.domain.answers import in_one
from bot.domain.messages import Inbound, Notice, Refused, choice_numbers
from bot.domain.office_transfers import LONGEST_REASON
from bot.domain.people import Role
from bot.handlers import office_arrival_news as news
from bot.handlers import office_transfer_cards as cards
from bot.handlers.transfer_subjects import not_yours
from bot.storage import office_transfers as offers
from bot.storage import queries
from bot.storage.models import Person
from bot.storage.office_transfers import OfficeTransfer


async def take(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A button with an officer's name: from now on the client is his."""
    transfer_id, officer_id = choice_numbers(inbound.text, 2)
    transfer = await _offer(session, who, transfer_id)
    officer = await session.get(Person, officer_id)
    if officer is None or officer.office_id != who.office_id:
        raise not_yours(who)
    return await _taken(session, who, transfer, officer, now)


async def another(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*PK lain*: whoever has no button, by code or name."""
    transfer = await _offer(session, who, choice_numbers(inbound.text, 1)[0])
    await queries.ask_for_words(session, who, "office-transfer-who", transfer.id, now)
    return [Notice(to=who.id, key="office-transfer-ask-who", params={"name": transfer.shown})]


async def officer_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """Who guides him, in words. Raises Refused where that is not exactly one officer."""
    transfer = await _offer(session, who, about)
    wanted = inbound.text.strip().casefold()
    people = await cards.officers(session, who.office_id)
    found = [one for one in people if one.code.casefold() == wanted] or [
        one for one in people if wanted and wanted in one.name.casefold()
    ]
    if len(found) != 1:
        raise Refused("transfer-nobody-called", text=inbound.text.strip()[:40])
    await queries.forget_question(session, who)
    return await _taken(session, who, transfer, found[0], now)


async def decline(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Tidak bisa*: the reason is asked for."""
    transfer = await _offer(session, who, choice_numbers(inbound.text, 1)[0])
    await queries.ask_for_words(session, who, "office-transfer-no", transfer.id, now)
    return [Notice(to=who.id, key="office-transfer-ask-no", params={"from": transfer.from_office})]


async def declined_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """Why not: those who wait for the answer hear it."""
    transfer = await _offer(session, who, about)
    await queries.forget_question(session, who)
    words = in_one(inbound.text.strip(), LONGEST_REASON)
    await office_transfers.decline(session, transfer, words=words, by=who, now=now)
    return await cards.declined(session, transfer, who)


async def _taken(
    session: AsyncSession, who: Person, transfer: OfficeTransfer, officer: Person, now: datetime
) -> list[Notice]:
    arrival = await steps.take(session, transfer, officer, by=who, now=now)
    if arrival is None:
        return await news.fell(session, transfer, who)
    return await news.arrived(session, transfer, arrival, officer, who, now)


async def _offer(session: AsyncSession, who: Person, transfer_id: int) -> OfficeTransfer:
    """An offer to this office that still waits for this person's answer. Raises Refused."""
    found = await offers.of_receiver(session, who.office_id, transfer_id)
    if found is None or who.role not in (Role.HEAD, Role.OPERATOR):
        raise not_yours(who)
    try:
        await office_transfers.check_receiver(session, found, who)
    except Refused as no:
        raise (not_yours(who) if no.key == "not-yours" else no) from None
    return found
