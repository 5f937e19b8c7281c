"""The questions of a report on a week or month. They add up in the database: their number does not depend on
how many clients there are, nor what they bring on how much was worked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, text
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import OPEN_STATES, OVER_STATES, CaseState
from bot.domain.checkins import UNDONE_STARTS, SessionState
from bot.domain.outcomes import EXCUSED, Outcome
from bot.domain.overviews import Course
from bot.domain.reports import ReportState
from bot.domain.weeks import Period
from bot.storage.digest_queries import awaits_a_word
from bot.storage.events import case_of, told_by
from bot.storage.excuse_requests import undecided
from bot.storage.misses import FOLLOWED_UP, came, climbs, only_rejected
from bot.storage.models import (
    CHANGES_STATE,
    Attendance,
    Case,
    CaseBalance,
    Event,
    Person,
    Report,
    Site,
    WorkSession,
)

HINDERED = (Outcome.SYSTEM_FAILURE, Outcome.UNREACHED)
GIVEN = (ReportState.DONE, ReportState.LATE)
NOT_OWED = (ReportState.DUE, ReportState.DROPPED, ReportState.UNREACHED)


@dataclass(frozen=True, slots=True)
class Whose:
    """The cases of a report: of these officers (None: of the whole office), those that run, and those that
    `ended` in it or later, which ran in it; none that began after its last day."""

    office_id: int
    officers: frozenset[int] | None
    ended: frozenset[int] = frozenset()
    begun_by: date | None = None

    @property
    def cases(self) -> ColumnElement[bool]:
        running = or_(col(Case.state).in_(OPEN_STATES), col(Case.id).in_(self.ended))
        parts = [col(Case.office_id) == self.office_id, running]
        if self.officers is not None:
            parts.append(col(Case.officer_id).in_(self.officers))
        if self.begun_by is not None:
            parts.append(or_(col(Case.starts_on).is_(None), col(Case.starts_on) <= self.begun_by))
        return and_(*parts)


async def endings(
    session: AsyncSession, office_id: int, since: datetime
) -> dict[int, tuple[CaseState, datetime]]:
    """Case → how and when it ended: of those closed or gone to another Bapas since then, not reopened."""
    query = (
        select(Event)
        .where(Event.office_id == office_id, text(CHANGES_STATE))
        .where(col(Event.recorded_at) >= since)
        .order_by(col(Event.id))
    )
    found: dict[int, tuple[CaseState, datetime]] = {}
    for event in (await session.exec(query)).all():
        number, after = case_of(event.stream), told_by(event).get("after")
        found.pop(number, None)
        if after in OVER_STATES:
            found[number] = (CaseState(after), event.recorded_at)
    return found


async def cases_of(
    session: AsyncSession, office_id: int, officer_id: int | None, ids: Collection[int]
) -> Sequence[tuple[Case, Person]]:
    """These of an officer's cases (None: of all), with their client, by his code."""
    query = (
        select(Case, Person)
        .join(Person, col(Person.id) == col(Case.client_id))
        .where(Case.office_id == office_id, col(Case.id).in_(ids))
        .order_by(col(Person.code), col(Case.id))
    )
    if officer_id is not None:
        query = query.where(Case.officer_id == officer_id)
    return (await session.exec(query)).all()


async def cases(session: AsyncSession, whose: Whose) -> Sequence[tuple[Case, Person, CaseBalance | None]]:
    """The cases with their client and balance, by the client's code."""
    query = (
        select(Case, Person, CaseBalance)
        .join(Person, col(Person.id) == col(Case.client_id))
        .outerjoin(CaseBalance, col(CaseBalance.case_id) == col(Case.id))
        .where(whose.cases)
        .order_by(col(Person.code), col(Case.id))
    )
    return (await session.exec(query)).all()


async def sessions(
    session: AsyncSession, whose: Whose, period: Period, until: datetime
) -> Sequence[tuple[int, str, Course, int]]:
    """Case, site, how it went, and how often, of the planned sessions of a period; what is still to come, or
    was only moved, is left out. Counted as the weekly summary counts."""
    course = _course(until).label("course")
    query = (
        select(WorkSession.case_id, Site.name, course, func.count())
        .join(Case, col(Case.id) == col(WorkSession.case_id))
        .join(Site, col(Site.id) == col(WorkSession.site_id))
        .where(whose.cases, WorkSession.day >= period.first, WorkSession.day <= period.last)
        .where(col(WorkSession.state) != SessionState.PLANNED)
        .group_by(col(WorkSession.case_id), col(Site.id), col(Site.name), "course")
    )
    rows: Sequence[Any] = (await session.exec(query)).all()
    return [(number, site, Course(went), count) for number, site, went, count in rows if went]


def _course(until: datetime) -> ColumnElement[str]:
    state, outcome = col(WorkSession.state), col(WorkSession.outcome)
    said = and_(state == SessionState.STARTED, outcome.in_(FOLLOWED_UP), col(WorkSession.ends_at) <= until)
    return case(
        (said, Course.MISSED.value),
        (came(), Course.ATTENDED.value),
        (and_(only_rejected(), climbs()), Course.REJECTED.value),
        (and_(state == SessionState.MISSED, climbs(), undecided()), Course.ASKED.value),
        (and_(state == SessionState.MISSED, climbs()), Course.MISSED.value),
        (outcome.in_(EXCUSED), Course.EXCUSED.value),
        (outcome == Outcome.SITE_CLOSED, Course.CLOSED.value),
        (outcome.in_(HINDERED), Course.HINDERED.value),
        else_="",
    )


async def worked(session: AsyncSession, whose: Whose, period: Period) -> dict[int, tuple[int, int]]:
    """Case → credited and surplus minutes of a period's work."""
    query = (
        select(Attendance.case_id, func.sum(Attendance.credited), func.sum(Attendance.surplus))
        .join(Case, col(Case.id) == col(Attendance.case_id))
        .where(whose.cases, *_done_in(period))
        .group_by(col(Attendance.case_id))
    )
    rows: Sequence[Any] = (await session.exec(query)).all()
    return {number: (int(credited), int(surplus)) for number, credited, surplus in rows}


async def credited_days(session: AsyncSession, whose: Whose, period: Period) -> dict[date, int]:
    """Day → credited minutes of its work."""
    query = (
        select(col(Attendance.day), func.sum(Attendance.credited))
        .join(Case, col(Case.id) == col(Attendance.case_id))
        .where(whose.cases, *_done_in(period))
        .group_by(col(Attendance.day))
    )
    rows: Sequence[Any] = (await session.exec(query)).all()
    return {day: int(credited) for day, credited in rows}


async def waiting_days(session: AsyncSession, whose: Whose, period: Period) -> dict[tuple[int, date], int]:
    """Case and day → minutes of its work that nobody has confirmed, or accepted outside the plan."""
    query = (
        select(Attendance)
        .join(Case, col(Case.id) == col(Attendance.case_id))
        .where(whose.cases, *_done_in(period), awaits_a_word(), col(Attendance.finished_at).is_not(None))
    )
    found: dict[tuple[int, date], int] = defaultdict(int)
    for one in (await session.exec(query)).all():
        finished = one.finished_at or one.started_at
        present = int((finished - one.started_at).total_seconds() // 60)
        found[one.case_id, one.day] += max(present - one.break_minutes - one.penalty_minutes, 0)
    return found


async def reports(session: AsyncSession, whose: Whose, period: Period) -> dict[int, tuple[int, int]]:
    """Case → how many reports were owed in a period, and how many were given."""
    given: ColumnElement[int] = case(
        (col(Report.state).in_((ReportState.DONE, ReportState.LATE)), 1), else_=0
    )
    query = (
        select(Report.case_id, func.count(), func.sum(given))
        .join(Case, col(Case.id) == col(Report.case_id))
        .where(whose.cases, Report.due_on >= period.first, Report.due_on <= period.last)
        .where(col(Report.state).not_in(NOT_OWED))
        .group_by(col(Report.case_id))
    )
    rows: Sequence[Any] = (await session.exec(query)).all()
    return {number: (owed, int(came_in)) for number, owed, came_in in rows}


async def officers(session: AsyncSession, office_id: int, ids: Collection[int]) -> Mapping[int, str]:
    """The names of officers by number."""
    query = select(Person).where(Person.office_id == office_id, col(Person.id).in_(ids))
    return {one.id: one.shown for one in (await session.exec(query)).all()}


def _done_in(period: Period) -> tuple[ColumnElement[bool], ...]:
    """A start that was taken back as a slip is no work."""
    return (
        col(Attendance.day) >= period.first,
        col(Attendance.day) <= period.last,
        col(Attendance.reject_reason).not_in(UNDONE_STARTS),
    )
