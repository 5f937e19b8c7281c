"""The questions a week's summary asks: each once an officer, whatever the number of clients."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, and_, func, literal_column, or_, text, union
from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import OPEN_STATES, CaseState
from bot.domain.checkins import UNDONE_STARTS, SessionState
from bot.domain.hours import EventKind
from bot.domain.outcomes import Outcome
from bot.domain.people import READ_THE_WEEK
from bot.domain.pins import QuestionState
from bot.domain.places import Verdict
from bot.domain.reports import ReportState
from bot.domain.weeks import Period
from bot.storage import account_queries
from bot.storage.account_queries import Reached
from bot.storage.events import case_of, told_by
from bot.storage.misses import came, climbs, only_rejected, said_missed, stands
from bot.storage.models import (
    CORRECTS,
    Attendance,
    Case,
    CaseBalance,
    Digest,
    Event,
    Evidence,
    Office,
    Person,
    Placement,
    Report,
    Site,
    WorkSession,
)
from bot.storage.site_pins import PinQuestion, at_doubted_pin, judged_otherwise


def theirs(office_id: int, officer_id: int | None) -> ColumnElement[bool]:
    """The cases of an officer, or of the whole office, that have begun and are not closed."""
    return and_(belonging(office_id, officer_id), col(Case.state).in_(OPEN_STATES))


def belonging(office_id: int, officer_id: int | None) -> ColumnElement[bool]:
    """All cases of an officer, or of the whole office, drafts and closed ones too."""
    inside = col(Case.office_id) == office_id
    return inside if officer_id is None else and_(inside, col(Case.officer_id) == officer_id)


async def corrections(session: AsyncSession, office_id: int, period: Period, zone: str) -> dict[int, int]:
    """Case → the minutes by which its hours were corrected for days of a period, of the whole office."""
    found: dict[int, int] = defaultdict(int)
    for case_id, _, minutes in await corrected(session, office_id, period, zone):
        found[case_id] += minutes
    return found


async def corrected(
    session: AsyncSession, office_id: int, period: Period, zone: str
) -> list[tuple[int, date, int]]:
    """Case, day and minutes of every correction for a day of a period; what was taken back counts no more. A
    day is corrected on that day or later."""
    query = (
        select(Event)
        .where(Event.office_id == office_id, text(CORRECTS))
        .where(col(Event.recorded_at) >= period.bounds(zone)[0])
        .order_by(col(Event.id))
    )
    standing: dict[tuple[str, int], tuple[date, int]] = {}
    for event in (await session.exec(query)).all():
        told = told_by(event)
        about = (event.stream, told.get("adjustment", 0))
        standing.pop(about, None)
        if event.kind == EventKind.HOURS_ADJUSTED.value and date.fromisoformat(told["day"]) in period:
            standing[about] = (date.fromisoformat(told["day"]), told["minutes"])
    return [(case_of(stream), day, minutes) for (stream, _), (day, minutes) in standing.items()]


async def drafts(
    session: AsyncSession, office_id: int, officer_id: int | None
) -> Sequence[tuple[Case, Person]]:
    """Cases that cannot begin yet because something is missing, by the client's code."""
    query = (
        select(Case, Person)
        .join(Person, col(Person.id) == col(Case.client_id))
        .where(belonging(office_id, officer_id), Case.state == CaseState.DRAFT)
        .order_by(col(Person.code), col(Case.id))
    )
    return (await session.exec(query)).all()


async def cases(
    session: AsyncSession, office_id: int, officer_id: int | None
) -> Sequence[tuple[Case, Person, CaseBalance | None]]:
    """Cases with their client and the balance that `/jam` reads, by the client's code."""
    query = (
        select(Case, Person, CaseBalance)
        .join(Person, col(Person.id) == col(Case.client_id))
        .outerjoin(CaseBalance, col(CaseBalance.case_id) == col(Case.id))
        .where(theirs(office_id, officer_id))
        .order_by(col(Person.code), col(Case.id))
    )
    return (await session.exec(query)).all()


async def officers(session: AsyncSession, office_id: int) -> dict[int, str]:
    """The names of those who have a case in the office."""
    guiding = select(Case.officer_id).where(belonging(office_id, None))
    query = select(Person).where(col(Person.id).in_(guiding), Person.office_id == office_id)
    return {one.id: one.shown for one in (await session.exec(query)).all()}


async def sessions(
    session: AsyncSession, office_id: int, officer_id: int | None, period: Period
) -> Sequence[WorkSession]:
    """The period's sessions to which the client came, or whose miss or rejected record nobody excused, oldest
    first."""
    query = (
        select(WorkSession)
        .join(Case, col(Case.id) == col(WorkSession.case_id))
        .where(theirs(office_id, officer_id))
        .where(WorkSession.day >= period.first, WorkSession.day <= period.last)
        .where(
            or_(
                came(),
                and_(or_(col(WorkSession.state) == SessionState.MISSED, only_rejected()), climbs()),
            )
        )
        .order_by(col(WorkSession.starts_at))
    )
    return (await session.exec(query)).all()


async def missed_in_a_row(
    session: AsyncSession, office_id: int, officer_id: int | None, until: datetime
) -> Sequence[WorkSession]:
    """Sessions without an excuse since the client last came to one, all before `until`, oldest first: missed,
    also when he could not be reached, and those at which the supervisor says that nobody was."""
    query = (
        select(WorkSession)
        .join(Case, col(Case.id) == col(WorkSession.case_id))
        .where(theirs(office_id, officer_id), missed_since_he_came(office_id, until))
        .order_by(col(WorkSession.starts_at))
    )
    return (await session.exec(query)).all()


def missed_since_he_came(office_id: int, until: datetime) -> ColumnElement[bool]:
    later = aliased(WorkSession)
    came_later = (
        select(later.id)
        .where(later.case_id == WorkSession.case_id, later.office_id == office_id)
        .where(came(later))
        .where(later.starts_at > WorkSession.starts_at, later.starts_at < until)
        .exists()
    )
    missed = or_(and_(col(WorkSession.state) == SessionState.MISSED, stands()), said_missed(until))
    return and_(missed, col(WorkSession.starts_at) < until, ~came_later)


async def attendances(
    session: AsyncSession, office_id: int, officer_id: int | None, period: Period, zone: str
) -> Sequence[tuple[Attendance, Site, Outcome | None]]:
    """The period's attendances, those decided in it, and earlier ones that still wait for somebody; with what
    became of their sessions. Not what turned out to be another person's."""
    since, until = period.bounds(zone)
    of_period = and_(col(Attendance.day) >= period.first, col(Attendance.day) <= period.last)
    decided = and_(col(Attendance.decided_at) >= since, col(Attendance.decided_at) < until)
    wanted = union(  # each by an index of its own: together they would read all that was ever worked
        *(
            select(Attendance.id)
            .join(Case, col(Case.id) == col(Attendance.case_id))
            .where(theirs(office_id, officer_id), which)
            for which in (of_period, decided, awaits_a_word())
        )
    )
    query = (
        select(Attendance, Site, WorkSession.outcome)
        .join(Site, col(Site.id) == col(Attendance.site_id))
        .outerjoin(WorkSession, col(WorkSession.id) == col(Attendance.session_id))
        .where(col(Attendance.id).in_(wanted), col(Attendance.day) <= period.last)
        .where(col(Attendance.reject_reason).not_in(UNDONE_STARTS))
        .order_by(col(Attendance.started_at), col(Attendance.id))
    )
    rows: Sequence[Any] = (await session.exec(query)).all()
    return rows


def awaits_a_word() -> ColumnElement[bool]:
    """The supervisor's; or, outside the plan, the officer's. In the words of its index (`UNSETTLED`): with a
    parameter in it, it would not be used."""
    waiting: ColumnElement[str] = literal_column("'waiting'")
    confirmed: ColumnElement[str] = literal_column("'confirmed'")
    awaits_officer = and_(
        col(Attendance.state) == confirmed,
        col(Attendance.session_id).is_(None),
        col(Attendance.accepted_by).is_(None),
    )
    return or_(col(Attendance.state) == waiting, awaits_officer)


async def far_locations(
    session: AsyncSession, office_id: int, officer_id: int | None, period: Period
) -> dict[int, int]:
    """Attendance → metres, where a start or finish of the period lay outside the site; not while the pin
    itself is looked at."""
    query = (
        select(Evidence.attendance_id, func.max(Evidence.distance_m))
        .join(Attendance, col(Attendance.id) == col(Evidence.attendance_id))
        .join(Case, col(Case.id) == col(Attendance.case_id))
        .where(theirs(office_id, officer_id))
        .where(Attendance.day >= period.first, Attendance.day <= period.last)
        .where(Evidence.verdict == Verdict.OUTSIDE, col(Evidence.moment).is_not(None), ~judged_otherwise())
        .where(~at_doubted_pin())
        .group_by(col(Evidence.attendance_id))
    )
    rows: Sequence[Any] = (await session.exec(query)).all()
    return {attendance: metres for attendance, metres in rows if metres is not None}


async def reports(
    session: AsyncSession, office_id: int, officer_id: int | None, period: Period, zone: str
) -> Sequence[Report]:
    """The reports that were due or came in the period, earlier ones missed since the last report, that one
    itself, and those still to come."""
    given = [ReportState.DONE, ReportState.LATE]
    since, until = period.bounds(zone)
    later = aliased(Report)
    given_later = (
        select(later.id)
        .where(later.case_id == Report.case_id, later.office_id == office_id)
        .where(col(later.state).in_(given), later.due_on > Report.due_on)
        .exists()
    )
    of_period = and_(col(Report.due_on) >= period.first, col(Report.due_on) <= period.last)
    came = and_(col(Report.reported_at) >= since, col(Report.reported_at) < until)
    missed = and_(col(Report.state) == ReportState.MISSED, col(Report.due_on) <= period.last, ~given_later)
    last_given = and_(col(Report.state).in_(given), ~given_later)
    query = (
        select(Report)
        .join(Case, col(Case.id) == col(Report.case_id))
        .where(theirs(office_id, officer_id))
        .where(or_(of_period, came, missed, last_given, col(Report.state) == ReportState.DUE))
        .order_by(col(Report.due_on))
    )
    return (await session.exec(query)).all()


async def reachable(session: AsyncSession, office_id: int, officer_id: int | None) -> dict[int, Reached]:
    """Client → whether messages reach him; who has never been at any phone is missing."""
    clients = select(Case.client_id).where(theirs(office_id, officer_id))
    return await account_queries.reachable(session, office_id, clients)


async def next_sessions(
    session: AsyncSession, office_id: int, officer_id: int | None, after: datetime
) -> dict[int, datetime]:
    """Case → the start of its next planned session."""
    first = aliased(WorkSession)
    earlier = (
        select(first.id)
        .where(first.case_id == WorkSession.case_id, first.office_id == office_id)
        .where(first.state == SessionState.PLANNED)
        .where(first.starts_at > after, first.starts_at < WorkSession.starts_at)
        .exists()
    )
    query = (
        select(WorkSession.case_id, WorkSession.starts_at)
        .join(Case, col(Case.id) == col(WorkSession.case_id))
        .where(theirs(office_id, officer_id))
        .where(WorkSession.state == SessionState.PLANNED, WorkSession.starts_at > after, ~earlier)
    )
    rows: Sequence[tuple[int, datetime]] = (await session.exec(query)).all()
    return dict(rows)


async def stays_to_come(
    session: AsyncSession, office_id: int, officer_id: int | None, first: date, last: date
) -> Sequence[tuple[WorkSession, Site]]:
    """The sessions, of anybody, planned from `first` to `last` at sites that take only so many people and
    expect somebody of this officer then."""
    own = (
        select(WorkSession.site_id)
        .join(Case, col(Case.id) == col(WorkSession.case_id))
        .where(theirs(office_id, officer_id), WorkSession.state == SessionState.PLANNED)
        .where(WorkSession.day >= first, WorkSession.day <= last)
    )
    query = (
        select(WorkSession, Site)
        .join(Site, col(Site.id) == col(WorkSession.site_id))
        .where(Site.office_id == office_id, col(Site.capacity).is_not(None), col(Site.id).in_(own))
        .where(WorkSession.state == SessionState.PLANNED)
        .where(WorkSession.day >= first, WorkSession.day <= last)
        .order_by(col(Site.name), col(Site.id))
    )
    return (await session.exec(query)).all()


async def doubted_pins(
    session: AsyncSession, office_id: int, officer_id: int | None, today: date
) -> Sequence[tuple[PinQuestion, Site, int]]:
    """Open questions about the pins of sites, with each case of this officer that is placed there."""
    query = (
        select(PinQuestion, Site, Placement.case_id)
        .join(Site, col(Site.id) == col(PinQuestion.site_id))
        .join(Placement, col(Placement.site_id) == col(Site.id))
        .join(Case, col(Case.id) == col(Placement.case_id))
        .where(theirs(office_id, officer_id), PinQuestion.office_id == office_id)
        .where(PinQuestion.state == QuestionState.OPEN, Placement.until_on >= today)
        .order_by(col(PinQuestion.id), col(Placement.case_id))
    )
    return (await session.exec(query)).all()


async def due_readers(session: AsyncSession, now: datetime, limit: int) -> Sequence[tuple[Person, Office]]:
    """Officers and heads whose Monday has come, the longest overdue first."""
    query = (
        select(Person, Office)
        .join(Office, col(Office.id) == col(Person.office_id))
        .where(col(Person.role).in_(READ_THE_WEEK), col(Person.look_at) <= now)
        .order_by(col(Person.look_at), col(Person.id))
        .limit(limit)
    )
    return (await session.exec(query)).all()


async def digest_of(session: AsyncSession, reader: Person, week: str) -> Digest | None:
    """The digest of a week, if it was written."""
    query = select(Digest).where(
        Digest.office_id == reader.office_id, Digest.officer_id == reader.id, Digest.week == week
    )
    return (await session.exec(query)).first()
