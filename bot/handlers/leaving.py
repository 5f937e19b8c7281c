"""Who wants no more messages, or was never meant: *stop* and *salah nomor*."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import accounts, cards
from bot.domain.identity import Gone
from bot.domain.messages import Choice, Inbound, Kind, Notice, Param, Refused, choice_numbers
from bot.domain.people import STAFF, Role
from bot.storage import account_queries, queries
from bot.storage.models import Person, PersonAddress
from bot.storage.phones import via_of

CONFIRM_AND_DECIDE = STAFF | {Role.SUPERVISOR}
"""Whose messages others wait for."""
PERHAPS = "?"
"""Behind the command where the words said it only perhaps."""
AGAIN = Choice("mulailagi:0", "choice-messages-again")
DEEDS = frozenset({Kind.COMMAND, Kind.CHOICE, Kind.LOCATION, Kind.PHOTO, Kind.FILE, Kind.CONTACT})
"""What brings the messages back: more than words."""
QUIET = frozenset({Kind.BLOCKED, Kind.UNBLOCKED, Kind.LIVE, Kind.EDITED})
"""What a messenger sends by itself."""
ENDS = frozenset({"stop", "salahnomor", "stop-yes", "not-me"})
"""Said once more; it is no wish for messages."""


async def stop(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """No more messages to this account; the duty stays, and somebody of the office hears it, whatever is
    written next. Where it is not sure that this was meant, it is asked."""
    await _not_shared(session, who)
    office = await queries.office_of(session, who.office_id)
    if who.role in CONFIRM_AND_DECIDE:
        raise Refused("stop-for-staff", contact=office.contact)
    account = await _row(session, who, inbound)
    if inbound.kind is Kind.CHOICE:
        await _check(session, who, inbound)
    elif inbound.text == PERHAPS:
        about = f"{who.id}:{account.id if account else 0}"
        choices = (
            Choice(f"stop-yes:{about}", "choice-stop-yes"),
            Choice(f"it-is-me:{about}", "choice-stop-no"),
        )
        return [Notice(to=inbound.sender, key="stop-sure", choices=choices)]
    told: list[Notice] = []
    if account is not None:
        account.gone_at, account.gone_why, account.gone_told = now, Gone.STOPPED, True
        await session.flush()
        told = await accounts.unreached(session, account, who, now)
    params: dict[str, Param] = {"contact": office.contact}
    return [Notice(to=inbound.sender, key="stopped", params=params, choices=(AGAIN,)), *told]


async def again(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Mulai lagi*: whoever stopped the messages was connected before this is asked (`connect`)."""
    ask = await cards.keyboard(session, who, now)
    return [Notice(to=who.id, key="messages-come", params=cards.greeting(who), ask=ask)]


async def stopped(session: AsyncSession, who: Person, inbound: Inbound) -> bool:
    """Whether this account wants no messages."""
    account = await _row(session, who, inbound)
    return account is not None and account.gone_at is not None and account.gone_why is Gone.STOPPED


async def meet(session: AsyncSession, who: Person, inbound: Inbound) -> list[Notice] | None:
    """What is said first when somebody writes who had stopped the messages. A deed brings them back: he is
    told so, and so is whoever was asked to call him. None where nothing else is to be done: thanks and
    greetings wish for nothing."""
    name = inbound.command if inbound.kind is Kind.COMMAND else inbound.text.partition(":")[0]
    if inbound.kind in QUIET or name in ENDS:
        return []
    if inbound.kind not in DEEDS:
        return None
    account = await _row(session, who, inbound)
    told = await accounts.reached_again(session, who, inbound.received_at)
    if account is not None:
        account.comes_back(inbound.received_at)
        await session.flush()
    return told if name == "mulailagi" else [Notice(to=who.id, key="messages-again"), *told]


def still_stopped(inbound: Inbound) -> list[Notice]:
    """Nothing comes any more, and which word or button changes that."""
    return [Notice(to=inbound.sender, key="still-stopped", choices=(AGAIN,))]


async def wrong_number(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Salah nomor*: asked once more, for a slip would cut somebody off."""
    await _not_shared(session, who)
    about = f"{who.id}:{await _account(session, who, inbound)}"
    choices = (Choice(f"not-me:{about}", "choice-not-me"), Choice(f"it-is-me:{about}", "choice-it-is-me"))
    return [Notice(to=inbound.sender, key="wrong-number-sure", choices=choices)]


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
    account = await _row(session, who, inbound)
    return account.id if account else 0


async def _row(session: AsyncSession, who: Person, inbound: Inbound) -> PersonAddress | None:
    rows = await account_queries.accounts_of(session, who, inbound.sender.channel)
    return next((row for row in rows if row.external_id == inbound.sender.id), None)
