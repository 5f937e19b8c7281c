"""Who wants no more messages, or was never meant: *stop* and *salah nomor*."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import accounts, cards
from bot.domain.identity import Gone
from bot.domain.messages import Choice, Inbound, Notice, Refused, choice_numbers
from bot.domain.people import STAFF, Role
from bot.storage import account_queries, queries
from bot.storage.models import Person
from bot.storage.phones import via_of

CONFIRM_AND_DECIDE = STAFF | {Role.SUPERVISOR}
"""Whose messages others wait for."""


async def stop(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """No more messages to this account; the duty stays, somebody of the office hears it
    (`scheduler.contacts`), and whatever is written later brings the messages back."""
    await _not_shared(session, who)
    office = await queries.office_of(session, who.office_id)
    if who.role in CONFIRM_AND_DECIDE:
        raise Refused("stop-for-staff", contact=office.contact)
    for row in await account_queries.accounts_of(session, who, inbound.sender.channel):
        if row.external_id == inbound.sender.id:
            row.gone_at, row.gone_why, row.gone_told = now, Gone.STOPPED, False
    return [Notice(to=inbound.sender, key="stopped", params={"contact": office.contact})]


async def wrong_number(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Salah nomor*: asked once more, for a slip would cut somebody off."""
    await _not_shared(session, who)
    about = f"{who.id}:{await _account(session, who, inbound)}"
    choices = (Choice(f"not-me:{about}", "choice-not-me"), Choice(f"it-is-me:{about}", "choice-it-is-me"))
    return [Notice(to=who.id, key="wrong-number-sure", choices=choices)]


async def not_me(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """This phone is somebody else's: nothing more comes to it."""
    await _check(session, who, inbound)
    office = await queries.office_of(session, who.office_id)
    told = await accounts.not_his(session, who, inbound.sender, now)
    sorry = Notice(to=inbound.sender, key="wrong-number-sorry", params={"contact": office.contact})
    return [sorry, *told]


async def it_is_me(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """A slip: everything stays."""
    await _check(session, who, inbound)
    ask = await cards.keyboard(session, who, now)
    return [Notice(to=who.id, key="wrong-number-stays", params=cards.greeting(who), ask=ask)]


async def _not_shared(session: AsyncSession, who: Person) -> None:
    """Raises Refused on a shared phone: one of several people does not decide for all."""
    if via_of(session) is not None:
        office = await queries.office_of(session, who.office_id)
        raise Refused("stop-shared-phone", contact=office.contact)


async def _check(session: AsyncSession, who: Person, inbound: Inbound) -> None:
    """Raises Refused for a button of another account: this phone has changed hands since."""
    if choice_numbers(inbound.text, 2) != (who.id, await _account(session, who, inbound)):
        raise Refused("not-yours")


async def _account(session: AsyncSession, who: Person, inbound: Inbound) -> int:
    rows = await account_queries.accounts_of(session, who, inbound.sender.channel)
    return next((row.id for row in rows if row.external_id == inbound.sender.id), 0)
