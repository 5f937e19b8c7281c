"""Whoever looks after a person lets a newcomer in: by the number on the phone, or by opening a lock."""

from __future__ import annotations

from datetime import datetime

import structlog
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.identity import WRONG_TRIES
from bot.domain.messages import Address, Inbound, Notice, Refused, choice_numbers
from bot.handlers.joining import join
from bot.handlers.newcomers import Newcomer, hold, still_missing
from bot.storage import account_queries, queries
from bot.storage.events import append, person_stream
from bot.storage.models import Invitation, Person

log = structlog.get_logger()


async def vouch(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The number that was picked: the right one lets the newcomer in; after a wrong one a new number must be
    asked for, so that guessing does not help. A card of an earlier request is no answer."""
    about, number, mark = choice_numbers(inbound.text, 3)
    newcomer = await _kept(session, who, about, now)
    if newcomer.invitation.used_at is not None:
        raise Refused("vouch-joined", name=newcomer.person.shown)
    if newcomer.invitation.shown_number == 0 or newcomer.invitation.expires_at <= now:
        raise Refused("vouch-over", name=newcomer.person.shown)
    if mark != newcomer.mark:
        raise Refused("vouch-older", name=newcomer.person.shown)
    if number != newcomer.invitation.shown_number:
        newcomer.invitation.shown_number = 0
        newcomer.invitation.wrong_tries += 1
        if newcomer.invitation.wrong_tries >= WRONG_TRIES:
            return await hold(session, newcomer, now)
        again = still_missing(newcomer)
        return [Notice(to=who.id, key="vouch-wrong", params={"name": newcomer.person.shown}), again]
    done = Notice(to=who.id, key="vouch-done", params={"name": newcomer.person.shown})
    return [done, *await join(session, newcomer, by=who, now=now)]


async def unlock(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """Five more tries with the same link. The time that it was locked is given back."""
    newcomer = await _kept(session, who, choice_numbers(inbound.text, 1)[0], now)
    invitation, person = newcomer.invitation, newcomer.person
    if invitation.locked_at is None:
        raise Refused("unlock-not-locked", name=person.shown)
    invitation.expires_at += now - invitation.locked_at
    invitation.locked_at, invitation.wrong_tries = None, 0
    await append(
        session,
        office_id=person.office_id,
        stream=person_stream(person.id),
        kind="enrolment_unlocked",
        actor_id=who.id,
        payload={"invitation": invitation.id},
        happened_at=now,
        now=now,
    )
    done = Notice(to=who.id, key="unlocked", params={"name": person.shown, "code": person.code})
    return [done, still_missing(newcomer)]


async def _kept(session: AsyncSession, who: Person, invitation_id: int, now: datetime) -> Newcomer:
    """An invitation of somebody whom this person looks after, locked. Raises Refused for anybody else's."""
    query = select(Invitation).where(Invitation.id == invitation_id, Invitation.office_id == who.office_id)
    invitation = (await session.exec(query.with_for_update())).first()
    person = await queries.locked_person(session, invitation.person_id) if invitation else None
    keepers = await account_queries.keepers_of(session, person, now) if person else ()
    if invitation is None or person is None or who not in keepers:
        log.warning("refused.not_yours", person=who.id, role=who.role)
        raise Refused("not-yours")
    office = await queries.office_of(session, who.office_id)
    return Newcomer(Address(invitation.opened_channel, invitation.opened_by), invitation, person, office)
