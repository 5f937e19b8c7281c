"""A one-use link binds a chat account to a person, after the notice of data use."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain import short_codes
from bot.domain.messages import Address, Ask, Choice, Inbound, Notice, Refused, choice_numbers
from bot.domain.people import Role
from bot.handlers.strangers import Stranger, unknown
from bot.invitations import named
from bot.storage import queries
from bot.storage.events import append, person_stream
from bot.storage.models import Invitation, Person, PersonAddress

NOTICE_VERSION = "2026-1"
"""Version of the notice of data use (`notice-of-data-use`); raise it when the words change."""


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
    if invitation.used_at is not None:
        raise Refused("invitation-used")
    if invitation.expires_at <= now:
        raise Refused("invitation-expired")
    invitation.opened_channel, invitation.opened_by = inbound.sender.channel, inbound.sender.id
    office = await queries.office_of(session, person.office_id)
    return [
        Notice(
            to=inbound.sender,
            key="notice-of-data-use",
            params={"office": office.name, "contact": office.contact, "version": NOTICE_VERSION},
            choices=(Choice(f"agree:{invitation.id}", "choice-agree"),),
        )
    ]


async def agree(
    session: AsyncSession, who: Person | Stranger, inbound: Inbound, now: datetime
) -> list[Notice]:
    """*Setuju*: from now on this account speaks for the person; the agreement is a fact."""
    if isinstance(who, Person):
        return await welcome(session, who, now)
    query = select(Invitation).where(Invitation.id == choice_numbers(inbound.text, 1)[0]).with_for_update()
    invitation = (await session.exec(query)).first()
    opener = (invitation.opened_channel, invitation.opened_by) if invitation else None
    if invitation is None:
        raise Refused("invitation-unknown")
    if invitation.used_at is not None:
        raise Refused("invitation-used")
    if invitation.expires_at <= now:
        raise Refused("invitation-expired")
    if opener != (inbound.sender.channel, inbound.sender.id):
        raise Refused("invitation-open-again")
    person = await queries.locked_person(session, invitation.person_id)
    invitation.used_at = now
    await _bind(session, person, inbound.sender, now)
    await append(
        session,
        office_id=person.office_id,
        stream=person_stream(person.id),
        kind="notice_agreed",
        actor_id=person.id,
        payload={"version": NOTICE_VERSION, "channel": inbound.sender.channel},
        happened_at=inbound.sent_at,
        now=now,
    )
    return await welcome(session, person, now)


async def blocked(
    session: AsyncSession, who: Person | Stranger, inbound: Inbound, now: datetime
) -> list[Notice]:
    """The account blocked the bot: a fact about the contact, for the officer to see."""
    await _set_gone(session, inbound.sender, now)
    return []


async def unblocked(
    session: AsyncSession, who: Person | Stranger, inbound: Inbound, now: datetime
) -> list[Notice]:
    """The account can be reached again."""
    await _set_gone(session, inbound.sender, None)
    return []


async def welcome(session: AsyncSession, person: Person, now: datetime) -> list[Notice]:
    """The menu of the role."""
    role = Role(person.role)
    known = role in cards.WITH_WORDS_OF_THEIR_OWN
    key = f"welcome-{role.value}" if known else "welcome-others"
    ask = await cards.keyboard(session, person, now)
    if ask is Ask.REPORT:
        key = "welcome-client-report"
    return [Notice(to=person.id, key=key, params=cards.greeting(person), ask=ask, menu=True)]


async def _bind(session: AsyncSession, person: Person, address: Address, now: datetime) -> None:
    session.add(
        PersonAddress(
            office_id=person.office_id,
            person_id=person.id,
            channel=address.channel,
            external_id=address.id,
            bound_at=now,
        )
    )
    await session.flush()


async def _set_gone(session: AsyncSession, address: Address, gone_at: datetime | None) -> None:
    query = select(PersonAddress).where(
        col(PersonAddress.channel) == address.channel, col(PersonAddress.external_id) == address.id
    )
    row = (await session.exec(query)).first()
    if row is not None:
        row.gone_at = gone_at
