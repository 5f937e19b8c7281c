"""The questions behind one client's card: who may be found by whom, and what the card shows."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.balance import Cap
from bot.domain.cases import CaseState
from bot.domain.checkins import SessionState
from bot.domain.outcomes import Outcome
from bot.domain.people import Role
from bot.domain.reports import ReportState
from bot.storage import leaves
from bot.storage.misses import only_rejected
from bot.storage.models import Attendance, Case, Person, Report, Site, WorkSession
from bot.storage.selves import coded


async def cases_called(
    session: AsyncSession, who: Person, text: str, limit: int, now: datetime
) -> Sequence[tuple[Case, Person]]:
    """The cases whose client has this code or a name with this text in it. Staff other than who
    guides the case find a child by code only."""
    officers = await leaves.guided(session, who, now)
    wanted = text.casefold()
    named = func.lower(Person.name).contains(wanted, autoescape=True)
    own = and_(col(Case.officer_id).in_(officers), col(Case.state) != CaseState.TRANSFERRED)
    by_name = and_(named, or_(col(Person.child).is_(False), own))
    query = (
        select(Case, Person)
        .join(Person, col(Person.id) == col(Case.client_id))
        .where(_seen_by(who, officers))
        .where(or_(coded(wanted), by_name))
        .order_by(col(Person.code), col(Case.id))
        .limit(limit)
    )
    return (await session.exec(query)).all()


def _seen_by(who: Person, officers: Collection[int]) -> ColumnElement[bool]:
    """The whole office for its head; for an officer the cases that he guides today."""
    inside = col(Case.office_id) == who.office_id
    return and_(inside, col(Case.officer_id).in_(officers)) if who.role is Role.OFFICER else inside


async def case_for(
    session: AsyncSession, who: Person, case_id: int, now: datetime
) -> tuple[Case, Person] | None:
    """A case and its client, if this officer (or head of office) may see it."""
    officers = await leaves.guided(session, who, now)
    query = (
        select(Case, Person)
        .join(Person, col(Person.id) == col(Case.client_id))
        .where(_seen_by(who, officers), Case.id == case_id)
    )
    return (await session.exec(query)).first()


async def running(session: AsyncSession, who: Person, now: datetime) -> Sequence[Case]:
    """The cases at work that this officer guides today."""
    query = select(Case).where(
        Case.office_id == who.office_id,
        col(Case.officer_id).in_(await leaves.guided(session, who, now)),
        Case.state == CaseState.ACTIVE,
    )
    return (await session.exec(query)).all()


async def guided_by(session: AsyncSession, officer: Person, client: Person) -> bool:
    """Whether a client has a case of this officer."""
    query = select(Case.id).where(
        Case.client_id == client.id, Case.office_id == officer.office_id, Case.officer_id == officer.id
    )
    return (await session.exec(query.limit(1))).first() is not None


async def chosen_closings(session: AsyncSession, office_id: int, limit: int) -> Sequence[Case]:
    """The cases whose closing waits for the head of this office."""
    query = (
        select(Case)
        .where(Case.office_id == office_id, Case.state == CaseState.AWAITING_CLOSING)
        .where(col(Case.closing_outcome).is_not(None))
        .order_by(col(Case.id))
        .limit(limit)
    )
    return (await session.exec(query)).all()


async def cases_of(session: AsyncSession, client: Person) -> Sequence[Case]:
    """All cases of a client, drafts and closed ones too."""
    query = select(Case).where(Case.client_id == client.id, Case.office_id == client.office_id)
    return (await session.exec(query.order_by(col(Case.id)))).all()


async def coming_sessions(
    session: AsyncSession, case: Case, after: datetime, limit: int
) -> Sequence[tuple[WorkSession, Site]]:
    """The next planned sessions of a case."""
    query = (
        select(WorkSession, Site)
        .join(Site, col(Site.id) == col(WorkSession.site_id))
        .where(WorkSession.case_id == case.id, WorkSession.office_id == case.office_id)
        .where(WorkSession.state == SessionState.PLANNED, WorkSession.ends_at > after)
        .order_by(col(WorkSession.starts_at))
        .limit(limit)
    )
    return (await session.exec(query)).all()


async def last_attendances(
    session: AsyncSession, case: Case, limit: int, until: datetime | None = None
) -> Sequence[tuple[Attendance, Site, Outcome | None]]:
    """The latest attendances of a case (begun before `until`) with what became of their sessions, newest
    first."""
    query = (
        select(Attendance, Site, WorkSession.outcome)
        .join(Site, col(Site.id) == col(Attendance.site_id))
        .outerjoin(WorkSession, col(WorkSession.id) == col(Attendance.session_id))
        .where(Attendance.case_id == case.id, Attendance.office_id == case.office_id)
        .order_by(col(Attendance.started_at).desc())
        .limit(limit)
    )
    if until is not None:
        query = query.where(Attendance.started_at < until)
    rows: Sequence[Any] = (await session.exec(query)).all()
    return rows


async def surplus_causes(session: AsyncSession, case: Case) -> list[tuple[Cap | None, int]]:
    """The surplus minutes of a case by their cause."""
    query = (
        select(Attendance.surplus_cap, func.sum(Attendance.surplus))
        .where(Attendance.case_id == case.id, Attendance.office_id == case.office_id)
        .where(Attendance.surplus > 0)
        .group_by(col(Attendance.surplus_cap))
    )
    rows: Sequence[Any] = (await session.exec(query)).all()
    return sorted(((cap, int(minutes)) for cap, minutes in rows), key=lambda row: row[0] or "")


async def last_misses(
    session: AsyncSession, case: Case, since: date, limit: int
) -> Sequence[tuple[WorkSession, Site]]:
    """The latest sessions of a case that were missed, or whose record was rejected, newest first."""
    query = (
        select(WorkSession, Site)
        .join(Site, col(Site.id) == col(WorkSession.site_id))
        .where(WorkSession.case_id == case.id, WorkSession.office_id == case.office_id)
        .where(or_(col(WorkSession.state) == SessionState.MISSED, only_rejected()), WorkSession.day >= since)
        .order_by(col(WorkSession.starts_at).desc())
        .limit(limit)
    )
    return (await session.exec(query)).all()


async def last_reports(session: AsyncSession, case: Case, until: date, limit: int) -> Sequence[Report]:
    """The latest report days of a case up to a day, newest first."""
    query = (
        select(Report)
        .where(Report.case_id == case.id, Report.office_id == case.office_id, Report.due_on <= until)
        .order_by(col(Report.due_on).desc())
        .limit(limit)
    )
    return (await session.exec(query)).all()


async def last_given_report(session: AsyncSession, case: Case) -> Report | None:
    """The latest report day of a case for which something was given."""
    query = (
        select(Report)
        .where(Report.case_id == case.id, Report.office_id == case.office_id)
        .where(col(Report.state).in_([ReportState.DONE, ReportState.LATE]))
        .order_by(col(Report.due_on).desc())
        .limit(1)
    )
    return (await session.exec(query)).first()


async def awaited_session(session: AsyncSession, client: Person, now: datetime) -> WorkSession | None:
    """The session that a client is awaited at: one under way that nobody has begun, else his next."""
    query = (
        select(WorkSession)
        .where(WorkSession.client_id == client.id, WorkSession.office_id == client.office_id)
        .where(WorkSession.state == SessionState.PLANNED, WorkSession.ends_at > now)
        .order_by(col(WorkSession.starts_at))
        .limit(1)
    )
    return (await session.exec(query)).first()
