"""Nobody confirms himself or his family: others at the site do, where there is nobody else the officer; and
an officer who is family decides nothing about the hours until another one guides the client."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.hours import EventKind
from bot.domain.messages import Refused
from bot.storage import kinships, queries, site_queries
from bot.storage.events import record
from bot.storage.kinships import Kinship
from bot.storage.models import Case, Person, Site

OFFICER_INSTEAD = "kin_of_supervisor"
"""The closed word in the event of hours that an officer confirmed because the supervisor is family."""


async def may_confirm(session: AsyncSession, supervisor: Person, client_id: int) -> bool:
    """Whether this supervisor's word may count for this client: not for himself, not for his family."""
    return client_id not in await kinships.not_for(session, supervisor)


async def check(
    session: AsyncSession, supervisor: Person, client_id: int, site: Site, day: date, now: datetime
) -> None:
    """Raises Refused for himself and for his family, and says whose word it is instead."""
    if client_id == supervisor.id:
        raise Refused("confirm-not-yourself")
    if await may_confirm(session, supervisor, client_id):
        return
    client = await session.get_one(Person, client_id)
    others = await deciders(session, site, day, client_id, now)
    names = ", ".join(one.shown for one in others) or "PK"
    raise Refused("confirm-not-kin", name=client.shown, decider=names)


async def check_officer(session: AsyncSession, officer: Person, case: Case) -> None:
    """Raises Refused for the family of this client: another officer is to guide him."""
    if await kinships.kinship_of(session, officer, case.client_id) is not None:
        client = await session.get_one(Person, case.client_id)
        raise Refused("decide-not-for-kin", name=client.shown)


async def guided_by_family(session: AsyncSession, case: Case) -> bool:
    """Whether the officer of this case is family of its client: then a head decides what he would."""
    return case.officer_id in await kinships.kin_of(session, case.office_id, case.client_id)


async def deciders(
    session: AsyncSession, site: Site, day: date, client_id: int, now: datetime
) -> Sequence[Person]:
    """Who confirms a client's work of a day and is told of it: the site's supervisors, neither himself nor
    his family."""
    family = await kinships.kin_of(session, site.office_id, client_id)
    people = await queries.supervisors_of(session, site, day, now)
    return [one for one in people if one.id != client_id and one.id not in family]


async def falls_to_officer(
    session: AsyncSession, site: Site, day: date, client_id: int, now: datetime
) -> bool:
    """Whether somebody is there to confirm, and all of them are family of this client. Where nobody is there
    at all, the officer has the signed list."""
    family = await kinships.kin_of(session, site.office_id, client_id)
    if not family:
        return False
    there = await site_queries.confirmers(session, site, day, now)
    return bool(there) and there <= family | {client_id}


async def declare(
    session: AsyncSession, case: Case, relative: Person, *, by: Person, now: datetime
) -> Kinship | None:
    """From now on his word does not count for this client; what he confirmed before stands. None where that
    is known already. The caller has locked the case."""
    if await kinships.kinship_of(session, relative, case.client_id) is not None:
        return None
    kinship = Kinship(
        office_id=case.office_id,
        client_id=case.client_id,
        relative_id=relative.id,
        declared_by=by.id,
        declared_at=now,
    )
    session.add(kinship)
    await session.flush()
    await _record(session, case, EventKind.KINSHIP_DECLARED, kinship, by, now)
    return kinship


async def end(session: AsyncSession, case: Case, kinship: Kinship, *, by: Person, now: datetime) -> None:
    """It was a mistake: the record stays, and his word counts again."""
    kinship.ended_by, kinship.ended_at = by.id, now
    session.add(kinship)
    await session.flush()
    await _record(session, case, EventKind.KINSHIP_ENDED, kinship, by, now)


async def _record(
    session: AsyncSession, case: Case, kind: EventKind, kinship: Kinship, by: Person, now: datetime
) -> None:
    payload = {"kinship": kinship.id, "relative": kinship.relative_id}
    await record(session, case, kind, actor_id=by.id, payload=payload, happened_at=now, now=now)
