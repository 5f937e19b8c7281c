"""Who may enter what in the chat: an operator everything of the office, an officer what is his to guide."""

from __future__ import annotations

from datetime import datetime
from typing import TypeGuard

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import CaseState
from bot.domain.messages import Refused
from bot.domain.people import Role
from bot.imports.columns import RoleWord
from bot.storage import account_queries, leaves, queries, record_queries
from bot.storage.models import Case, Person, Placement, Site
from bot.storage.selves import selves_of

log = structlog.get_logger()

Record = Person | Site | Case | Placement
BY_OFFICERS = frozenset({Role.CLIENT, Role.GUARDIAN, Role.SUPERVISOR, Role.PROSECUTOR})
CONFIRMING = frozenset({Role.SUPERVISOR, Role.PROSECUTOR})
WORDS_OF_OFFICERS = frozenset(
    {RoleWord.CLIENT, RoleWord.CHILD, RoleWord.GUARDIAN, RoleWord.SUPERVISOR, RoleWord.PROSECUTOR}
)
"""The roles that an officer may give; the staff's are the operator's to give."""


def may_give(who: Person, word: str) -> bool:
    """Whether this person may register somebody in a role of the workbook."""
    return who.role is Role.OPERATOR or word in WORDS_OF_OFFICERS


async def check(session: AsyncSession, who: Person, record: Record, now: datetime) -> None:
    """Raises Refused for what is not this person's to correct, or to build on."""
    if record.office_id == who.office_id and await may(session, who, record, now):
        return
    log.warning("refused.not_yours", person=who.id, role=who.role)
    if who.role is Role.OFFICER and record.office_id == who.office_id and _is_shared(record):
        raise Refused("register-for-operator", code=record.code)
    raise Refused("not-yours")


def _is_shared(record: Record) -> TypeGuard[Person | Site]:
    """What several officers work with: a site, its supervisors, a prosecutor."""
    return isinstance(record, Site) or (isinstance(record, Person) and record.role in CONFIRMING)


async def guides_child(session: AsyncSession, who: Person, person: Person, now: datetime) -> bool:
    """Whether a child's or guardian's name may stand on this person's card: his own officer's, who guides
    him or has just registered him (UU 11/2012 Pasal 19)."""
    return who.role is Role.OFFICER and await _own(session, who, person, now)


async def may(session: AsyncSession, who: Person, record: Record, now: datetime) -> bool:
    """Whether a record of his office is this person's to correct, or to build on."""
    if isinstance(record, Case) and record.state is CaseState.TRANSFERRED:
        return False  # another Bapas goes on with it
    if who.role is Role.OPERATOR:
        return True
    if who.role is not Role.OFFICER:
        return False
    match record:
        case Person():
            return record.role in BY_OFFICERS and await _own(session, who, record, now)
        case Case():
            return await leaves.guides(session, who, record, now)
        case Placement():
            case = await queries.locked_case(session, who.office_id, record.case_id)
            return case is not None and await leaves.guides(session, who, case, now)
        case Site():
            officers = await record_queries.officers_at(session, record)
            return not officers or not officers.isdisjoint(await leaves.guided(session, who, now))


async def _own(session: AsyncSession, who: Person, person: Person, now: datetime) -> bool:
    """Clients and guardians of cases that he guides. One without a case is his who registered him; a grown-up
    from a workbook is anybody's until he has one. A supervisor or prosecutor is his who registered him, and
    only until he has joined: with another number on file somebody else could join and confirm."""
    if person.role in CONFIRMING:
        by = await record_queries.registered_by(session, person)
        return by == who.id and not await account_queries.has_account(session, person)
    cases = await record_queries.cases_about(session, person)
    if cases:
        guided = await leaves.guided(session, who, now)
        return any(case.officer_id in guided and case.state is not CaseState.TRANSFERRED for case in cases)
    by = await record_queries.registered_by(session, person)
    if by in (await session.exec(selves_of(who.id))).all():
        return True
    return by is None and not person.child and person.role is Role.CLIENT
