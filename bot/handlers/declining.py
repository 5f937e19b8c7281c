"""A newcomer says no to an invitation, or that it is not for him: kept, told once, and the link stays.

Whoever holds an opened link has proved nothing yet, so his no is a fact about the invitation: it ends no
consent that was given, and whoever looks after the person asks him.
"""

from __future__ import annotations

from datetime import datetime

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.consents import NOTICE_VERSION
from bot.domain.messages import Inbound, Notice, Param
from bot.domain.people import Role
from bot.handlers.newcomers import Newcomer, newcomer_at
from bot.handlers.strangers import Stranger, unknown
from bot.storage import account_queries
from bot.storage.consent_queries import DECLINED, NOT_HIS, WRONG_NUMBER
from bot.storage.events import append, person_stream
from bot.storage.models import Event, Person


async def disagree(
    session: AsyncSession, who: Person | Stranger, inbound: Inbound, now: datetime
) -> list[Notice]:
    """*Tidak setuju* or *stop*: nothing more comes here, and the same link leads back."""
    newcomer = await newcomer_at(session, inbound.sender, now)
    if newcomer is None:
        return await unknown(session, who, inbound, now)
    newcomer.invitation.agreed_at, newcomer.invitation.shown_number = None, 0
    person = newcomer.person
    role = "guardian" if person.role is Role.GUARDIAN else "client" if person.role is Role.CLIENT else "other"
    contact: dict[str, Param] = {"contact": newcomer.office.contact, "role": role}
    answer = Notice(to=newcomer.address, key="newcomer-declined", params=contact)
    return [answer, *await _noted(session, newcomer, DECLINED, "newcomer-declined-told", now)]


async def wrong_number(
    session: AsyncSession, who: Person | Stranger, inbound: Inbound, now: datetime
) -> list[Notice]:
    """*Salah nomor*: this phone lets go of the invitation. The link stays, for the words may also mean that
    the number on file is wrong."""
    newcomer = await newcomer_at(session, inbound.sender, now)
    if newcomer is None:
        return await unknown(session, who, inbound, now)
    invitation = newcomer.invitation
    invitation.opened_channel = invitation.opened_by = ""
    invitation.agreed_at, invitation.shown_number = None, 0
    contact: dict[str, Param] = {"contact": newcomer.office.contact}
    answer = Notice(to=newcomer.address, key="newcomer-wrong-number", params=contact)
    told = await _noted(session, newcomer, NOT_HIS, "newcomer-wrong-number-told", now, reason=WRONG_NUMBER)
    return [answer, *told]


async def _noted(
    session: AsyncSession, newcomer: Newcomer, kind: str, key: str, now: datetime, *, reason: str = ""
) -> list[Notice]:
    """The fact, with version and time, and the word to whoever looks after the person: once an invitation."""
    person, invitation = newcomer.person, newcomer.invitation
    if await _known(session, newcomer, kind):
        return []
    await append(
        session,
        office_id=person.office_id,
        stream=person_stream(person.id),
        kind=kind,
        actor_id=None,
        payload={
            "version": NOTICE_VERSION,
            "channel": newcomer.address.channel,
            "invitation": invitation.id,
        },
        happened_at=now,
        now=now,
        reason=reason,
    )
    told: dict[str, Param] = {"name": person.shown, "code": person.code}
    return [
        Notice(to=one.id, key=key, params=told)
        for one in await account_queries.keepers_of(session, person, now)
    ]


async def _known(session: AsyncSession, newcomer: Newcomer, kind: str) -> bool:
    """Whether the same was said of this invitation before."""
    query = (
        select(func.count())
        .select_from(Event)
        .where(Event.office_id == newcomer.office.id, Event.stream == person_stream(newcomer.person.id))
        .where(Event.kind == kind, col(Event.recorded_at) >= newcomer.invitation.made_at)
    )
    return (await session.exec(query)).one() > 0
