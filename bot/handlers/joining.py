"""The moment a phone begins to speak for a person: bound, agreed, greeted."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import accounts, agreements, cards, consents
from bot.domain.messages import Ask, Choice, Notice
from bot.domain.people import Role
from bot.handlers.newcomers import Newcomer
from bot.storage import account_queries, queries
from bot.storage.events import append, person_stream
from bot.storage.models import Person


async def join(
    session: AsyncSession, newcomer: Newcomer, *, by: Person | None, now: datetime
) -> list[Notice]:
    """Bind the address, with the agreement as a fact. `by` is whoever of the office stood beside; None where
    number or date was proof. A guardian's agreement is the consent for the children too."""
    invitation = newcomer.invitation
    person = await queries.locked_person(session, newcomer.person.id)
    invitation.used_at, invitation.shown_number = now, 0
    told = await accounts.bind(session, person, newcomer.address, now)
    await agreements.keep(
        session,
        person,
        newcomer.address.channel,
        agreed_at=invitation.agreed_at or now,
        now=now,
        reason="in_person" if by else newcomer.factor.value,
    )
    if by is not None:
        await append(
            session,
            office_id=person.office_id,
            stream=person_stream(person.id),
            kind="identity_vouched",
            actor_id=by.id,
            payload={"channel": newcomer.address.channel},
            happened_at=now,
            now=now,
        )
    if person.role is Role.GUARDIAN:
        wards = await account_queries.wards_of(session, person)
        told += await consents.agree(session, person, wards, newcomer.address.channel, now)
    offer = Notice(to=person.id, key="practice-offer", choices=(Choice("practise", "choice-practise"),))
    practises = person.role in (Role.CLIENT, Role.SUPERVISOR)
    return [*await welcome(session, person, now), *([offer] if practises else []), *told]


async def welcome(session: AsyncSession, person: Person, now: datetime) -> list[Notice]:
    """The menu of the role."""
    role = Role(person.role)
    known = role in cards.WITH_WORDS_OF_THEIR_OWN
    key = f"welcome-{role.value}" if known else "welcome-others"
    ask = await cards.keyboard(session, person, now)
    if ask is Ask.REPORT:
        key = "welcome-client-report"
    return [Notice(to=person.id, key=key, params=cards.greeting(person), ask=ask, menu=True)]
