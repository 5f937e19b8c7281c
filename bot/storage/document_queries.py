"""What the papers of an office are made of: the work of a site's days, and all of one case. The number of
questions does not depend on how many people there are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.checkins import UNDONE_STARTS, SessionState
from bot.domain.excuse_requests import RequestState
from bot.domain.outcomes import EXCUSED, Outcome
from bot.domain.people import Role
from bot.storage.excuse_requests import ExcuseProof, ExcuseRequest
from bot.storage.models import Attendance, Case, Office, Person, Placement, Site, SiteSupervisor, WorkSession

BROUGHT_FORWARD = (RequestState.OPEN, RequestState.APPROVED, RequestState.DECLINED)
SAID_OFF = (*EXCUSED, Outcome.SITE_CLOSED)
"""Why a session that was dropped still belongs on paper: a day of a plan moved elsewhere does not."""


async def planned(
    session: AsyncSession, site: Site, days: Collection[date], officers: Collection[int] | None
) -> Sequence[tuple[WorkSession, Case, Person, Attendance | None]]:
    """The sessions of a site on these days with what was recorded, of everybody or of the clients of these
    officers."""
    query = (
        select(WorkSession, Case, Person, Attendance)
        .join(Case, col(Case.id) == col(WorkSession.case_id))
        .join(Person, col(Person.id) == col(WorkSession.client_id))
        .outerjoin(Attendance, col(Attendance.session_id) == col(WorkSession.id))
        .where(WorkSession.site_id == site.id, WorkSession.office_id == site.office_id)
        .where(col(WorkSession.day).in_(days), _on_paper(), *_of(officers))
        .order_by(col(WorkSession.starts_at), col(Person.code), col(WorkSession.id))
    )
    rows: Sequence[Any] = (await session.exec(query)).all()
    return rows


async def unplanned(
    session: AsyncSession, site: Site, days: Collection[date], officers: Collection[int] | None
) -> Sequence[tuple[Attendance, Case, Person]]:
    """Work at a site outside the plan, and rejected records of sessions that were begun anew."""
    query = (
        select(Attendance, Case, Person)
        .join(Case, col(Case.id) == col(Attendance.case_id))
        .join(Person, col(Person.id) == col(Attendance.client_id))
        .where(Attendance.site_id == site.id, Attendance.office_id == site.office_id)
        .where(col(Attendance.session_id).is_(None), col(Attendance.day).in_(days), *_of(officers))
        .where(_done())
        .order_by(col(Attendance.started_at), col(Attendance.id))
    )
    rows: Sequence[Any] = (await session.exec(query)).all()
    return rows


async def worked(session: AsyncSession, case: Case) -> Sequence[tuple[Attendance, Site, WorkSession | None]]:
    """Everything that was recorded of a case, the oldest first."""
    query = (
        select(Attendance, Site, WorkSession)
        .join(Site, col(Site.id) == col(Attendance.site_id))
        .outerjoin(WorkSession, col(WorkSession.id) == col(Attendance.session_id))
        .where(Attendance.case_id == case.id, Attendance.office_id == case.office_id)
        .where(_done())
        .order_by(col(Attendance.day), col(Attendance.started_at), col(Attendance.id))
    )
    rows: Sequence[Any] = (await session.exec(query)).all()
    return rows


async def unworked(session: AsyncSession, case: Case, until: date) -> Sequence[tuple[WorkSession, Site]]:
    """The sessions of a case up to a day that nobody came to, or that fell away for a reason of people."""
    missed = col(WorkSession.state) == SessionState.MISSED
    dropped = and_(col(WorkSession.state) == SessionState.CANCELLED, col(WorkSession.outcome).in_(SAID_OFF))
    query = (
        select(WorkSession, Site)
        .join(Site, col(Site.id) == col(WorkSession.site_id))
        .where(WorkSession.case_id == case.id, WorkSession.office_id == case.office_id)
        .where(or_(missed, dropped), WorkSession.day <= until)
        .order_by(col(WorkSession.starts_at))
    )
    return (await session.exec(query)).all()


async def places_of(session: AsyncSession, case: Case) -> Sequence[str]:
    """The names of the sites at which a case is or was placed, the first one first."""
    query = (
        select(Site.name, func.min(Placement.from_on))
        .join(Placement, col(Placement.site_id) == col(Site.id))
        .where(Placement.case_id == case.id, Placement.office_id == case.office_id)
        .group_by(col(Site.id), col(Site.name))
        .order_by(func.min(Placement.from_on), col(Site.name))
    )
    return [name for name, _ in (await session.exec(query)).all()]


async def asking(
    session: AsyncSession, office_id: int, clients: Collection[int], days: Collection[date]
) -> frozenset[tuple[int, date]]:
    """Who of these clients asks to be excused on which of these days, undecided."""
    if not days:
        return frozenset()
    query = (
        select(ExcuseRequest)
        .where(ExcuseRequest.office_id == office_id, col(ExcuseRequest.client_id).in_(clients))
        .where(ExcuseRequest.state == RequestState.OPEN)
        .where(col(ExcuseRequest.first) <= max(days), col(ExcuseRequest.last) >= min(days))
    )
    return frozenset(
        (one.client_id, day)
        for one in (await session.exec(query)).all()
        for day in days
        if one.days[0] <= day <= one.days[1]
    )


@dataclass(frozen=True, slots=True)
class Requested:
    """A request to be excused, as far as a paper says it."""

    state: RequestState
    proved: bool


async def requests_for(
    session: AsyncSession, case: Case, days: Collection[date]
) -> Mapping[date, Sequence[Requested]]:
    """Day → what the client of a case asked for it, decided or not, and whether a proof came with it."""
    found: dict[date, list[Requested]] = defaultdict(list)
    if not days:
        return found
    proved = select(ExcuseProof.id).where(ExcuseProof.request_id == ExcuseRequest.id).exists()
    query = (
        select(ExcuseRequest, proved)
        .where(ExcuseRequest.office_id == case.office_id, ExcuseRequest.client_id == case.client_id)
        .where(col(ExcuseRequest.state).in_(BROUGHT_FORWARD))
        .where(col(ExcuseRequest.first) <= max(days), col(ExcuseRequest.last) >= min(days))
        .order_by(col(ExcuseRequest.id))
    )
    for request, with_proof in (await session.exec(query)).all():
        first, last = request.days
        for day in days:
            if first <= day <= last:
                found[day].append(Requested(request.state, bool(with_proof)))
    return found


async def people(session: AsyncSession, office: Office, ids: Collection[int | None]) -> dict[int, Person]:
    """Who decided or guides, by number."""
    wanted = {one for one in ids if one is not None}
    query = select(Person).where(Person.office_id == office.id, col(Person.id).in_(wanted))
    return {one.id: one for one in (await session.exec(query)).all()}


async def officers(session: AsyncSession, office_id: int) -> Sequence[Person]:
    """Who guides, or guided to the end, a case of an office."""
    guiding = select(Case.officer_id).where(Case.office_id == office_id)
    query = select(Person).where(Person.office_id == office_id, col(Person.id).in_(guiding))
    return (await session.exec(query.order_by(col(Person.code)))).all()


async def agencies(session: AsyncSession, office_id: int) -> Sequence[Person]:
    """The accounts of agencies in an office."""
    query = select(Person).where(Person.office_id == office_id, Person.role == Role.AGENCY)
    return (await session.exec(query.order_by(col(Person.code)))).all()


async def appointed_between(session: AsyncSession, site: Site, first: date, last: date) -> Sequence[Person]:
    """Who is appointed at a site on some day of a period."""
    query = (
        select(Person)
        .join(SiteSupervisor, col(SiteSupervisor.person_id) == col(Person.id))
        .where(SiteSupervisor.site_id == site.id, SiteSupervisor.office_id == site.office_id)
        .where(col(SiteSupervisor.from_on) <= last)
        .where(or_(col(SiteSupervisor.until_on).is_(None), col(SiteSupervisor.until_on) >= first))
        .distinct()
        .order_by(col(Person.id))
    )
    return (await session.exec(query)).all()


async def sites_with_work(
    session: AsyncSession, office: Office, first: date, last: date, officers: Collection[int] | None = None
) -> Sequence[Site]:
    """The sites where somebody is expected, or was, in a period."""
    days = (WorkSession.office_id == office.id, WorkSession.day >= first, WorkSession.day <= last)
    at = (
        select(WorkSession.site_id)
        .join(Case, col(Case.id) == col(WorkSession.case_id))
        .where(*days, _on_paper(), *_of(officers))
    )
    query = select(Site).where(Site.office_id == office.id, col(Site.id).in_(at)).order_by(col(Site.code))
    return (await session.exec(query)).all()


def _done() -> ColumnElement[bool]:
    """A start that was taken back as a slip is no record of anybody's work."""
    return col(Attendance.reject_reason).not_in(UNDONE_STARTS)


def _on_paper() -> ColumnElement[bool]:
    return or_(col(WorkSession.state) != SessionState.CANCELLED, col(WorkSession.outcome).in_(SAID_OFF))


def _of(officers: Collection[int] | None) -> tuple[ColumnElement[bool], ...]:
    return () if officers is None else (col(Case.officer_id).in_(officers),)
