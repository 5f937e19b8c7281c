"""*Ke Bapas lain*: an officer, or his head, offers a client to another Bapas, step by step."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import office_transfers as steps
from bot.domain.answers import in_one
from bot.domain.messages import Inbound, Notice, Refused, choice_numbers
from bot.domain.office_transfers import LONGEST_REASON
from bot.handlers import office_transfer_cards as cards
from bot.handlers.transfer_subjects import not_yours, own_draft, subject
from bot.storage import office_transfers, queries
from bot.storage.models import Person
from bot.storage.office_transfers import OfficeTransfer


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Below *to which officer?*: to none here. Which Bapas is asked for."""
    client_id, officer_id = choice_numbers(inbound.text, 2)
    _, client = await subject(session, who, client_id, officer_id)
    if client is None:
        raise Refused("choice-unknown")
    await queries.ask_for_words(session, who, "office-transfer-to", client.id, now, officer_id)
    return [Notice(to=who.id, key="office-transfer-ask-to", params={"name": client.shown})]


async def office_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """Which Bapas, by code or name."""
    question = await queries.question_to(session, who)
    officer, client = await subject(session, who, about, question.step if question else 0)
    if client is None:
        raise not_yours(who)
    to = await steps.office_called(session, who, inbound.text)
    transfer = await steps.draft(session, officer, client, to, by=who, now=now)
    return [await _ask_reason(session, who, transfer, now)]


async def change_reason(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Ubah alasan*: only this is asked again."""
    transfer = own_draft(who, await _transfer(session, who, choice_numbers(inbound.text, 1)[0]))
    return [await _ask_reason(session, who, transfer, now)]


async def reason_in_words(
    session: AsyncSession, who: Person, inbound: Inbound, now: datetime, about: int
) -> list[Notice]:
    """Why: the answers are shown once more."""
    transfer = own_draft(who, await _transfer(session, who, about))
    transfer.reason = in_one(inbound.text.strip(), LONGEST_REASON)
    await queries.forget_question(session, who)
    return [cards.check(transfer, who)]


async def send(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Kirim*: whoever answers for the other Bapas is asked."""
    transfer = await _transfer(session, who, choice_numbers(inbound.text, 1)[0])
    await steps.send(session, transfer, by=who, now=now)
    return await cards.sent(session, transfer, who)


async def withdraw(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Batalkan*, as long as the other Bapas has not answered."""
    transfer = await _transfer(session, who, choice_numbers(inbound.text, 1)[0])
    asked = await steps.withdraw(session, transfer, by=who, now=now)
    return await cards.withdrawn(session, transfer, who, asked=asked)


async def _ask_reason(session: AsyncSession, who: Person, transfer: OfficeTransfer, now: datetime) -> Notice:
    await queries.ask_for_words(session, who, "office-transfer-reason", transfer.id, now)
    return Notice(to=who.id, key="office-transfer-ask-reason", params={"office": transfer.to_office})


async def _transfer(session: AsyncSession, who: Person, transfer_id: int) -> OfficeTransfer:
    found = await office_transfers.of_giver(session, who.office_id, transfer_id)
    if found is None:
        raise not_yours(who)
    return found
