"""Whose a record is, and what the table of rights (`entering`) says of it: in the chat and for a workbook."""

from __future__ import annotations

from datetime import datetime

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain import entering
from bot.domain.cases import OVER_STATES, CaseState
from bot.domain.entering import CONFIRMING, SHARED, Guided, Hands, Matter, Tie, matter_of
from bot.domain.messages import Refused
from bot.domain.people import Role
from bot.imports.columns import RoleWord
from bot.storage import leaves, record_queries
from bot.storage.models import Case, Person, Placement, Site
from bot.storage.selves import selves_of

log = structlog.get_logger()

Record = Person | Site | Case | Placement


def may_give(who: Person, word: str) -> bool:
    """Whether this person may register somebody in a role of the workbook."""
    role = RoleWord(word)
    child = role is RoleWord.CHILD
    return entering.may_enter(who.role, matter_of(Role.CLIENT if child else Role[role.name], child=child))


async def check(session: AsyncSession, who: Person, record: Record, now: datetime) -> None:
    """Raises Refused for what is not this person's to correct, or to build on."""
    if await may(session, who, record, now):
        return
    log.warning("refused.not_yours", person=who.id, role=who.role)
    if who.role is Role.OFFICER and record.office_id == who.office_id:
        raise refusal(record)
    raise Refused("not-yours")


async def check_guardian(session: AsyncSession, who: Person, child: Person, now: datetime) -> None:
    """Raises Refused where it is not this person's to say who a child's guardian is: he is set in all of its
    open cases."""
    for case in await record_queries.cases_about(session, child):
        if case.state not in OVER_STATES:
            await check(session, who, case, now)


def check_opening(who: Person, officer: str) -> None:
    """Raises Refused for a new case whose officer, by code, is not this person's to choose."""
    tie = Tie.OWN if officer.casefold() == who.code.casefold() else Tie.OTHERS
    if not entering.may_enter(who.role, Matter.CASE, tie):
        raise Refused("not-yours")


async def check_placing(session: AsyncSession, who: Person, case: Case, now: datetime) -> None:
    """Raises Refused for a case that is not this person's to place."""
    tie = await tie_to(session, who, case, now)
    if case.office_id != who.office_id or not entering.may_enter(who.role, Matter.PLACEMENT, tie):
        raise Refused("not-yours")


def refusal(record: Record) -> Refused:
    """Why a record of his office is not an officer's to correct."""
    if isinstance(record, Person | Site) and matter(record) in SHARED:
        return Refused("register-for-operator", code=record.code)
    return Refused("not-yours")


async def may(session: AsyncSession, who: Person, record: Record, now: datetime) -> bool:
    """Whether a record is this person's to correct, or to build on."""
    if record.office_id != who.office_id:
        return False
    tie = await tie_to(session, who, record, now)
    return entering.may_correct(who.role, matter(record), tie)


async def guides_child(session: AsyncSession, who: Person, person: Person, now: datetime) -> bool:
    """Whether a child's or guardian's name may stand on this person's card: his own officer's, who guides
    him or has just registered him (UU 11/2012 Pasal 19)."""
    return who.role is Role.OFFICER and await may(session, who, person, now)


def matter(record: Record) -> Matter:
    match record:
        case Person():
            return matter_of(record.role, child=record.child)
        case Site():
            return Matter.SITE
        case Case():
            return Matter.CASE
        case Placement():
            return Matter.PLACEMENT


async def tie_to(session: AsyncSession, who: Person, record: Record, now: datetime) -> Tie:
    """What is between a person and a record of his office today."""
    hands = await hands_of(session, who, now)
    match record:
        case Case():
            return entering.tie_to_case(guided(record), hands)
        case Placement():
            case = await session.get_one(Case, record.case_id)
            return entering.tie_to_case(guided(case), hands)
        case Site():
            return entering.tie_to_site(await record_queries.officers_at(session, record), hands)
        case Person():
            by = await record_queries.registered_by(session, record)
            if record.role in CONFIRMING:
                joined = await record_queries.ever_joined(session, record)
                return entering.tie_to_confirmer(by, hands, has_joined=joined)
            cases = [guided(case) for case in await record_queries.cases_about(session, record)]
            return entering.tie_to_client(cases, by, hands)


async def hands_of(session: AsyncSession, who: Person, now: datetime) -> Hands:
    """A person as the table knows whoever enters, today."""
    selves = frozenset((await session.exec(selves_of(who.id))).all())
    return Hands(who.id, selves, await leaves.guided(session, who, now))


def guided(case: Case) -> Guided:
    """A case as the table knows it."""
    return Guided(case.officer_id, CaseState(case.state))
