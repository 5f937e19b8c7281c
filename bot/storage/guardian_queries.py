"""The questions behind a guardian's chat: whose guardian, and which sessions are over."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlmodel import and_, col, delete, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain import outcomes
from bot.domain.cases import OPEN_STATES
from bot.domain.checkins import SessionState
from bot.storage import flags
from bot.storage.models import Attendance, Case, Evidence, Person, PersonAddress, Site, WorkSession
from bot.storage.office_transfers import came
from bot.storage.phones import Assistance
from bot.storage.selves import selves_of


async def wards(session: AsyncSession, guardian: Person) -> Sequence[tuple[Case, Person]]:
    """The cases that run, and their clients, for whom this guardian answers."""
    query = (
        select(Case, Person)
        .join(Person, col(Person.id) == col(Case.client_id))
        .where(Case.guardian_id == guardian.id, Case.office_id == guardian.office_id)
        .where(col(Case.state).in_(OPEN_STATES))
        .order_by(col(Person.code), col(Case.id))
    )
    return (await session.exec(query)).all()


_EXCUSED = and_(
    col(WorkSession.state) == SessionState.CANCELLED, col(WorkSession.outcome).in_(outcomes.EXCUSED)
)
"""A session that an officer excused him from."""


async def coming_sessions(
    session: AsyncSession, case: Case, now: datetime, limit: int
) -> Sequence[tuple[WorkSession, Site]]:
    """The next sessions, also those from which the child is excused."""
    query = (
        select(WorkSession, Site)
        .join(Site, col(Site.id) == col(WorkSession.site_id))
        .where(WorkSession.case_id == case.id, WorkSession.office_id == case.office_id)
        .where(or_(col(WorkSession.state) == SessionState.PLANNED, _EXCUSED), WorkSession.ends_at > now)
        .order_by(col(WorkSession.starts_at))
        .limit(limit)
    )
    return (await session.exec(query)).all()


Past = tuple[WorkSession, Site, Attendance | None]


async def past_sessions(session: AsyncSession, case: Case, now: datetime, limit: int) -> Sequence[Past]:
    """The latest sessions that were not dropped and are over, newest first; those in the Bapas that the case
    came from are seen on."""
    rows = [*await _past(session, case.office_id, case.id, now, limit)]
    move = await came(session, case.client_id, case.office_id) if len(rows) < limit else None
    for one in move.offered if move else ():
        if move and one.new_case_id == case.id:
            rows += await _past(session, move.office_id, one.case_id, now, limit - len(rows))
    return rows


async def _past(
    session: AsyncSession, office_id: int, case_id: int, now: datetime, limit: int
) -> Sequence[Past]:
    query = (
        select(WorkSession, Site, Attendance)
        .join(Site, col(Site.id) == col(WorkSession.site_id))
        .outerjoin(Attendance, col(Attendance.session_id) == col(WorkSession.id))
        .where(WorkSession.case_id == case_id, WorkSession.office_id == office_id)
        .where(WorkSession.ends_at <= now)
        .where(or_(col(WorkSession.state) != SessionState.CANCELLED, _EXCUSED))
        .order_by(col(WorkSession.starts_at).desc())
        .limit(limit)
    )
    rows: Sequence[Any] = (await session.exec(query)).all()
    return rows


async def has_own_chat(session: AsyncSession, person: Person) -> bool:
    """Whether somebody has a chat of his own that takes messages."""
    return person.id in await with_own_chat(session, [person.id])


async def with_own_chat(session: AsyncSession, people: Collection[int]) -> Collection[int]:
    """Those of them who have one."""
    query = select(PersonAddress.person_id).where(
        col(PersonAddress.person_id).in_(people), col(PersonAddress.gone_at).is_(None)
    )
    return set((await session.exec(query)).all())


async def forget_aside(session: AsyncSession, guardian: Person, case: Case) -> None:
    """Erase the locations that a guardian sent about a case and that belong to no attendance: the child was
    not with him. Where a child was who called for help from his phone stays with the call."""
    query = (
        select(Assistance.id, Evidence.id)
        .join(Evidence, col(Evidence.id) == col(Assistance.evidence_id))
        .where(col(Assistance.by).in_(selves_of(guardian.id)), Assistance.office_id == guardian.office_id)
        .where(
            Evidence.case_id == case.id, col(Evidence.attendance_id).is_(None), col(Evidence.shows).is_(None)
        )
    )
    rows: Sequence[Any] = (await session.exec(query)).all()
    await flags.forget_about(session, [evidence for _, evidence in rows])
    await session.exec(delete(Assistance).where(col(Assistance.id).in_([one for one, _ in rows])))
    await session.exec(delete(Evidence).where(col(Evidence.id).in_([one for _, one in rows])))
