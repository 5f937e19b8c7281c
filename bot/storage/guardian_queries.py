"""The questions behind a guardian's chat: whose guardian, and which sessions are over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import OPEN_STATES
from bot.domain.checkins import SessionState
from bot.storage.models import Attendance, Case, Person, PersonAddress, Site, WorkSession


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


async def past_sessions(
    session: AsyncSession, case: Case, now: datetime, limit: int
) -> Sequence[tuple[WorkSession, Site, Attendance | None]]:
    """The latest sessions that were not dropped and are over, or begun, newest first."""
    query = (
        select(WorkSession, Site, Attendance)
        .join(Site, col(Site.id) == col(WorkSession.site_id))
        .outerjoin(Attendance, col(Attendance.session_id) == col(WorkSession.id))
        .where(WorkSession.case_id == case.id, WorkSession.office_id == case.office_id)
        .where(WorkSession.ends_at <= now, WorkSession.state != SessionState.CANCELLED)
        .order_by(col(WorkSession.starts_at).desc())
        .limit(limit)
    )
    rows: Sequence[Any] = (await session.exec(query)).all()
    return rows


async def reachable(session: AsyncSession, person: Person) -> bool:
    """Whether somebody has a chat of his own that takes messages."""
    query = select(PersonAddress.id).where(
        PersonAddress.person_id == person.id, col(PersonAddress.gone_at).is_(None)
    )
    return (await session.exec(query.limit(1))).first() is not None
