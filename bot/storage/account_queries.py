"""Questions about chat accounts: who looks after whose, which are in use, and which child has a consent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import CompoundSelect, Select, true, union_all
from sqlmodel import and_, col, func, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import OVER_STATES, local_day
from bot.domain.identity import Gone
from bot.domain.messages import Address
from bot.domain.people import Role
from bot.domain.phones import PhoneKind
from bot.storage import leaves, queries, site_queries
from bot.storage.models import Case, Consent, Invitation, Office, Person, PersonAddress, Placement
from bot.storage.phones import DeskPhone, DeskPhoneUser
from bot.storage.post import Outbox, OutboxState
from bot.storage.selves import coded, speaks


async def keepers_of(session: AsyncSession, person: Person, now: datetime) -> Sequence[Person]:
    """Who looks after a person's phone, vouches for him and hears of trouble with it: the officers of a
    client or guardian, or whoever stands in for them; operators for everybody else, and where no officer
    has a phone himself; the head where no operator has. Nobody is his own keeper."""
    groups = [await queries.staff(session, person.office_id, role) for role in (Role.OPERATOR, Role.HEAD)]
    if person.role in (Role.CLIENT, Role.GUARDIAN):
        groups.insert(0, await _officers_of(session, person, now))
    for group in groups:
        found = [one for one in group if one.id != person.id and await has_account(session, one)]
        if found:
            return found
    return ()


async def has_account(session: AsyncSession, person: Person) -> bool:
    """Whether something can be written to a person: whether he is *reachable*, as `_chats` says."""
    chats = _chats(person.office_id, [person.id]).subquery()
    here = (chats.c.takes_news, chats.c.gone_at.is_(None))
    return (await session.exec(select(chats.c.person_id).where(*here).limit(1))).first() is not None


async def was_reachable(session: AsyncSession, person: Person, since: datetime, until: datetime) -> bool:
    """Whether a chat of a person took messages before the end of that time, or something was written to him
    in it: who joins later, or takes messages again, was not there for what was said before."""
    since_when = func.coalesce(PersonAddress.back_at, PersonAddress.bound_at)
    there = select(PersonAddress.id).where(
        PersonAddress.person_id == person.id, col(PersonAddress.gone_at).is_(None), since_when < until
    )
    if (await session.exec(there.limit(1))).first() is not None:
        return True
    query = select(Outbox.id).where(
        Outbox.person_id == person.id,
        col(Outbox.queued_at) >= since,
        col(Outbox.queued_at) < until,
        col(Outbox.state) != OutboxState.DROPPED,
    )
    return (await session.exec(query.limit(1))).first() is not None


async def asked_for_none(session: AsyncSession, person: Person) -> bool:
    """Whether somebody has asked for no more messages at an account of his own."""
    query = select(PersonAddress.person_id).where(
        PersonAddress.person_id == person.id,
        col(PersonAddress.gone_at).is_not(None),
        PersonAddress.gone_why == Gone.STOPPED,
    )
    return (await session.exec(query.limit(1))).first() is not None


@dataclass(frozen=True, slots=True)
class Reached:
    """Whether something can be written to somebody, and whether it ever could: he may only use a post."""

    now: bool
    ever: bool


async def reachable(session: AsyncSession, office_id: int, people: Select[Any]) -> dict[int, Reached]:
    """The same for many at once; who has never been at any phone is missing."""
    chats = _chats(office_id, people).subquery()
    news = chats.c.takes_news
    query = select(
        chats.c.person_id,
        func.count().filter(news, chats.c.gone_at.is_(None)),
        func.count().filter(news),
    ).group_by(chats.c.person_id)
    rows: Sequence[Any] = (await session.exec(query)).all()
    return {person: Reached(now=now > 0, ever=ever > 0) for person, now, ever in rows}


def _chats(office_id: int, people: Select[Any] | Sequence[int]) -> CompoundSelect[Any]:
    """What chats these people have, since when one takes no messages, and whether news is written to it for
    one person: to somebody's own, and to his family's phone, which passes a reminder on. Not to a post's
    phone: it shows nothing before he stands at it."""
    of_family = (col(DeskPhone.kind) == PhoneKind.FAMILY).label("takes_news")
    own = select(PersonAddress.person_id, PersonAddress.gone_at, true().label("takes_news"))
    shared = (
        select(DeskPhoneUser.person_id, DeskPhone.gone_at, of_family)
        .join(DeskPhone, col(DeskPhone.id) == col(DeskPhoneUser.phone_id))
        .where(DeskPhone.office_id == office_id, col(DeskPhone.external_id).is_not(None))
        .where(col(DeskPhone.bound_at).is_not(None), col(DeskPhoneUser.person_id).in_(people))
    )
    own = own.where(PersonAddress.office_id == office_id, col(PersonAddress.person_id).in_(people))
    return union_all(own, shared)


async def accounts_of(
    session: AsyncSession, person: Person, channel: str | None = None
) -> Sequence[PersonAddress]:
    """The chat accounts of a person, of one messenger or all, also those that no longer take messages."""
    query = select(PersonAddress).where(
        PersonAddress.person_id == person.id, PersonAddress.office_id == person.office_id
    )
    if channel is not None:
        query = query.where(PersonAddress.channel == channel)
    return (await session.exec(query.order_by(col(PersonAddress.id)))).all()


async def opened_by(session: AsyncSession, address: Address) -> tuple[Invitation, Person, Office] | None:
    """The newest invitation that this address has opened and not used, locked: whether it still holds is for
    the caller to see."""
    query = (
        select(Invitation, Person, Office)
        .join(Person, col(Person.id) == col(Invitation.person_id))
        .join(Office, col(Office.id) == col(Invitation.office_id))
        .where(Invitation.opened_channel == address.channel, Invitation.opened_by == address.id)
        .where(col(Invitation.used_at).is_(None))
        .order_by(col(Invitation.id).desc())
        .limit(1)
        .with_for_update(of=Invitation)
    )
    return (await session.exec(query)).first()


async def wards_of(session: AsyncSession, guardian: Person) -> Sequence[Person]:
    """The children whose guardian this is, in cases that are not closed."""
    theirs = select(Case.client_id).where(
        Case.guardian_id == guardian.id,
        Case.office_id == guardian.office_id,
        col(Case.state).not_in(OVER_STATES),
    )
    query = select(Person).where(col(Person.id).in_(theirs), col(Person.child).is_(True))
    query = query.order_by(col(Person.code))
    return (await session.exec(query)).all()


async def guardians_of(session: AsyncSession, child: Person) -> Sequence[Person]:
    """The guardians of a child, in cases that are not closed."""
    query = (
        select(Person)
        .join(Case, col(Case.guardian_id) == col(Person.id))
        .where(Case.client_id == child.id, Case.office_id == child.office_id)
        .where(col(Case.state).not_in(OVER_STATES))
        .order_by(col(Person.id))
        .distinct()
    )
    return (await session.exec(query)).all()


async def consent_for(session: AsyncSession, child: Person) -> Consent | None:
    """A consent of somebody who is the child's guardian now."""
    guardians = [one.id for one in await guardians_of(session, child)]
    query = select(Consent).where(
        Consent.child_id == child.id,
        Consent.office_id == child.office_id,
        col(Consent.guardian_id).in_(guardians),
    )
    return (await session.exec(query.limit(1))).first()


async def _officers_of(session: AsyncSession, person: Person, now: datetime) -> Sequence[Person]:
    query = (
        select(Person)
        .join(Case, col(Case.officer_id) == col(Person.id))
        .where(Case.office_id == person.office_id, col(Case.state).not_in(OVER_STATES))
        .where(or_(Case.client_id == person.id, Case.guardian_id == person.id))
        .order_by(col(Person.id))
        .distinct()
    )
    officers = (await session.exec(query)).all()
    today = [await leaves.guide_today(session, one, now) for one in officers]
    return sorted({one.id: one for one in today}.values(), key=lambda one: one.id)


async def kept_by(
    session: AsyncSession, who: Person, now: datetime, *, limit: int, called: str = "", person_id: int = 0
) -> Sequence[Person]:
    """Those whose lost phone this person may cut off, by code or part of a name, or by id: an officer his
    clients and their guardians, a supervisor the clients placed at his sites, an operator or head everybody
    of the office but himself. A child or guardian is found by the code only."""
    wanted = called.casefold()
    named = and_(
        col(Person.child).is_(False),
        col(Person.role) != Role.GUARDIAN,
        func.lower(Person.name).contains(wanted, autoescape=True),
    )
    query = (
        select(Person)
        .where(Person.office_id == who.office_id, Person.id != who.id, speaks())
        .where(Person.id == person_id if person_id else or_(coded(wanted), named))
        .order_by(col(Person.code))
        .limit(limit)
    )
    if who.role in (Role.OPERATOR, Role.HEAD):
        return (await session.exec(query)).all()
    if who.role is Role.OFFICER:
        guided = col(Case.officer_id).in_(await leaves.guided(session, who, now))
        mine = select(Case).where(guided, col(Case.state).not_in(OVER_STATES)).subquery()
        theirs = or_(
            col(Person.id).in_(select(mine.c.client_id)), col(Person.id).in_(select(mine.c.guardian_id))
        )
        return (await session.exec(query.where(theirs))).all()
    if who.role is Role.SUPERVISOR:
        placed = await _placed_with(session, who, now)
        return (await session.exec(query.where(col(Person.id).in_(placed)))).all()
    return ()


async def called(session: AsyncSession, office_id: int) -> dict[str, str]:
    """What stands for whom in a list that others read: a code for a secret name, the name for other codes."""
    rows = (await session.exec(select(Person).where(Person.office_id == office_id))).all()
    return {one.name if one.secret else one.code: one.shown for one in rows}


async def _placed_with(session: AsyncSession, who: Person, now: datetime) -> Sequence[int]:
    """The clients placed at the sites at which somebody confirms today."""
    office = await queries.office_of(session, who.office_id)
    today = local_day(now, office.zone)
    sites = [site.id for site in await site_queries.sites_of(session, who, now)]
    placed = (
        select(Case.client_id)
        .join(Placement, col(Placement.case_id) == col(Case.id))
        .where(col(Placement.site_id).in_(sites), Placement.office_id == who.office_id)
        .where(Placement.until_on >= today, col(Case.state).not_in(OVER_STATES))
    )
    return (await session.exec(placed)).all()
