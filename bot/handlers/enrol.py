"""A one-use link: its notice of data use is shown, and agreed to."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, consents
from bot.domain import short_codes
from bot.domain.identity import Gone, SecondFactor
from bot.domain.messages import Address, Inbound, Notice, Refused, When, choice_numbers
from bot.domain.people import Role
from bot.handlers.joining import join, welcome
from bot.handlers.newcomers import Newcomer, notice_of_data_use, still_missing
from bot.handlers.strangers import Stranger, unknown
from bot.invitations import named
from bot.storage import account_queries, guesses, queries
from bot.storage.models import Invitation, Office, Person, PersonAddress


async def start(
    session: AsyncSession, who: Person | Stranger, inbound: Inbound, now: datetime
) -> list[Notice]:
    """`/start TOKEN` or the short code: show the notice of data use; who opened the link last may agree."""
    if not inbound.text:
        return (
            await welcome(session, who, now)
            if isinstance(who, Person)
            else await unknown(session, who, inbound, now)
        )
    until = await guesses.closed_until(session, inbound.sender, now)
    if until is not None and short_codes.read(inbound.text):
        return [Notice(to=inbound.sender, key="code-wait", params={"until": await _here(session, until)})]
    invitation = await named(session, inbound.sender, inbound.text, now)
    person = await session.get(Person, invitation.person_id) if invitation else None
    if invitation is None or person is None:
        # Not refused, which would also undo that a wrong code is remembered.
        key = "code-unknown" if short_codes.meant(inbound.text) else "invitation-unknown"
        return [Notice(to=inbound.sender, key=key)]
    if isinstance(who, Person):
        if who.id != person.id:
            raise Refused("invitation-foreign")
        ask = await cards.keyboard(session, who, now)
        return [Notice(to=who.id, key="already-enrolled", ask=ask, menu=True)]
    office = await queries.office_of(session, person.office_id)
    _check(invitation, office, now)
    if person.child and await account_queries.consent_for(session, person) is None:
        return await _guardian_first(session, inbound.sender, person, office, now)
    sender = inbound.sender
    if (invitation.opened_channel, invitation.opened_by) != (sender.channel, sender.id):
        invitation.opened_channel, invitation.opened_by = sender.channel, sender.id
        invitation.agreed_at, invitation.shown_number = None, 0
    newcomer = Newcomer(sender, invitation, person, office)
    return [await notice_of_data_use(session, newcomer)]


async def agree(
    session: AsyncSession, who: Person | Stranger, inbound: Inbound, now: datetime
) -> list[Notice]:
    """*Setuju*: kept with version, time and channel; what proves whose phone it is comes next."""
    if isinstance(who, Person):
        return await welcome(session, who, now)
    query = select(Invitation).where(Invitation.id == choice_numbers(inbound.text, 1)[0]).with_for_update()
    invitation = (await session.exec(query)).first()
    opener = (invitation.opened_channel, invitation.opened_by) if invitation else None
    if invitation is None:
        raise Refused("invitation-unknown")
    office = await queries.office_of(session, invitation.office_id)
    _check(invitation, office, now)
    if opener != (inbound.sender.channel, inbound.sender.id):
        raise Refused("invitation-open-again")
    person = await queries.locked_person(session, invitation.person_id)
    invitation.agreed_at = invitation.agreed_at or inbound.sent_at
    newcomer = Newcomer(inbound.sender, invitation, person, office)
    if newcomer.factor is SecondFactor.IN_PERSON and await _is_first(session, person, now):
        return await join(session, newcomer, by=None, now=now)
    return [still_missing(newcomer)]


async def _here(session: AsyncSession, moment: datetime) -> When:
    """By the clock of the office: whose code it is was not looked at, so of the first one here."""
    first = (await session.exec(select(Office).order_by(col(Office.id)).limit(1))).first()
    return When(moment, first.zone if first else "Asia/Makassar")


def _check(invitation: Invitation, office: Office, now: datetime) -> None:
    """Raises Refused for an invitation that cannot be used, with what to do instead."""
    if invitation.used_at is not None:
        raise Refused("invitation-used")
    if invitation.locked_at is not None:
        raise Refused("invitation-locked", contact=office.contact)
    if invitation.expires_at <= now:
        raise Refused("invitation-expired")


async def _guardian_first(
    session: AsyncSession, sender: Address, child: Person, office: Office, now: datetime
) -> list[Notice]:
    """A child's link works when a guardian has agreed (UU 27/2022 Pasal 25); who has joined is asked, once a
    day."""
    asked = await consents.asked_today(session, child, office, now)
    return [Notice(to=sender, key="guardian-first", params={"contact": office.contact}), *asked]


async def _is_first(session: AsyncSession, person: Person, now: datetime) -> bool:
    """Whether this is an operator, and nobody has joined yet who could vouch for him: his link was printed
    on the machine that he set up."""
    return person.role is Role.OPERATOR and not await account_queries.keepers_of(session, person, now)


async def blocked(
    session: AsyncSession, who: Person | Stranger, inbound: Inbound, now: datetime
) -> list[Notice]:
    """The account blocked the bot: a fact about the contact, for the officer to see."""
    account = await _unless_stopped(session, inbound.sender)
    if account is not None:
        account.gone_at, account.gone_why, account.gone_told = now, Gone.BLOCKED, False
    return []


async def unblocked(
    session: AsyncSession, who: Person | Stranger, inbound: Inbound, now: datetime
) -> list[Notice]:
    """The account can be reached again."""
    account = await _unless_stopped(session, inbound.sender)
    if account is not None:
        account.comes_back(now)
    return []


async def _unless_stopped(session: AsyncSession, address: Address) -> PersonAddress | None:
    """The account at an address, unless it has asked for none."""
    query = select(PersonAddress).where(
        col(PersonAddress.channel) == address.channel, col(PersonAddress.external_id) == address.id
    )
    row = (await session.exec(query)).first()
    asked_for_none = row is not None and row.gone_at is not None and row.gone_why is Gone.STOPPED
    return None if asked_for_none else row
