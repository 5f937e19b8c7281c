"""The moment a phone begins to speak for a person: bound, agreed, greeted."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import accounts, cards
from bot.domain.messages import Ask, Choice, Notice
from bot.domain.people import Role
from bot.handlers.newcomers import NOTICE_VERSION, Newcomer
from bot.storage import account_queries, queries
from bot.storage.events import append, person_stream
from bot.storage.models import Consent, Office, Person


async def join(
    session: AsyncSession, newcomer: Newcomer, *, by: Person | None, now: datetime
) -> list[Notice]:
    """Bind the address, with the agreement as a fact. `by` is whoever of the office stood beside; None where
    number or date was proof. A guardian's agreement is the consent for the children too."""
    invitation = newcomer.invitation
    person = await queries.locked_person(session, newcomer.person.id)
    invitation.used_at, invitation.shown_number = now, 0
    told = await accounts.bind(session, person, newcomer.address, now)
    await append(
        session,
        office_id=person.office_id,
        stream=person_stream(person.id),
        kind="notice_agreed",
        actor_id=person.id,
        payload={"version": NOTICE_VERSION, "channel": newcomer.address.channel},
        happened_at=invitation.agreed_at or now,
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
        told += await consents(session, person, wards, newcomer.address.channel, now)
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


async def consents(
    session: AsyncSession, guardian: Person, children: Sequence[Person], channel: str, now: datetime
) -> list[Notice]:
    """The guardian's *Setuju* for these children; a consent that was given stands. Their officers hear that
    the child's own link works now."""
    told = []
    for child in children:
        if await account_queries.consent_for(session, child) is not None:
            continue
        consent = Consent(
            office_id=child.office_id,
            child_id=child.id,
            guardian_id=guardian.id,
            version=NOTICE_VERSION,
            given_at=now,
            channel=channel,
        )
        await keep_consent(session, consent, actor=guardian, now=now)
        officers = await account_queries.keepers_of(session, child, now)
        told += [Notice(to=one.id, key="guardian-agreed", params={"code": child.code}) for one in officers]
    return told


async def keep_consent(session: AsyncSession, consent: Consent, *, actor: Person, now: datetime) -> None:
    """Write a consent down, with its fact."""
    session.add(consent)
    await session.flush()
    await append(
        session,
        office_id=consent.office_id,
        stream=person_stream(consent.child_id),
        kind="consent_given",
        actor_id=actor.id,
        payload={"guardian": consent.guardian_id, "version": consent.version, "channel": consent.channel},
        happened_at=now,
        now=now,
        reason="signed_form" if consent.recorded_by else "",
    )


def consent_asked(guardian: Person, child: Person, office: Office) -> Notice:
    """The question to a guardian who has joined already."""
    return Notice(
        to=guardian.id,
        key="consent-asked",
        params=cards.greeting(guardian)
        | {"code": child.code, "office": office.name, "contact": office.contact, "version": NOTICE_VERSION},
        choices=(Choice(f"consent:{child.id}", "choice-agree"),),
    )
