"""Writes the plan of a case: its work sessions and its report days. What has happened is never touched."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlmodel import SQLModel, col, insert, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import CaseState, Planned, Programme, Slots, local_day, net_minutes
from bot.domain.checkins import AttendanceState, Habits, SessionState, Slot, next_look, session_steps
from bot.domain.hours import DAY_CAP
from bot.domain.plans import Order, Weekly, plan_case
from bot.domain.reports import closes_at, due_days, reminder_at
from bot.holidays_id import closed_days
from bot.storage import queries
from bot.storage.models import Attendance, Case, Office, Placement, Report, Site, WorkSession

REPORTS_AHEAD = timedelta(weeks=26)
"""How far report days are written down."""
REPORTS_AGAIN = timedelta(weeks=4)
"""How often the clock adds the next ones."""


async def replan(session: AsyncSession, case: Case, *, now: datetime) -> list[WorkSession]:
    """Plan the sessions of a case and return those to come."""
    await plan_sessions(session, case, now=now)
    return [row for row in await _sessions(session, case) if _movable(row, now) and _stands(row)]


async def plan_sessions(session: AsyncSession, case: Case, *, now: datetime) -> None:
    """Bring the coming sessions of a case in line with its placements; again, it changes nothing.

    Sessions begin later than `now`, on no closed day, and only while the order needs them; an integration
    case has no hours to serve and is planned to the end of its placements. What no longer fits is cancelled.
    """
    office = await queries.office_of(session, case.office_id)
    rows = await _sessions(session, case)
    coming = {(row.placement_id, row.day): row for row in rows if _movable(row, now)}
    added = []
    for placement, site, one in await _wanted(session, case, rows, now):
        row = coming.pop((placement.id, one.day), None)
        if row is None:
            row = _new_row(case, placement, one)
            added.append(row)
        _write(row, placement, site, one, office, now)
    for row in coming.values():
        _cancel(row)
    await session.flush()
    await _add_all(session, WorkSession, added)


async def plan_reports(
    session: AsyncSession, case: Case, *, now: datetime, until: date | None = None
) -> None:
    """Write down the report days of a case up to `until` (default: half a year), within its period, that
    are not over; days already written stay as they are. The clock looks again until the period is covered."""
    case.look_at = None
    if case.report_every is None or case.first_report_on is None or case.state is not CaseState.ACTIVE:
        return
    office = await queries.office_of(session, case.office_id)
    last = min(until or local_day(now + REPORTS_AHEAD, office.zone), case.ends_on)
    known = set((await session.exec(select(col(Report.due_on)).where(Report.case_id == case.id))).all())
    added = [
        _report(case, due, office, now)
        for due in due_days(case.first_report_on, case.report_every, last)
        if due not in known and closes_at(due, office.zone) > now
    ]
    await _add_all(session, Report, added)
    case.look_at = now + REPORTS_AGAIN if last < case.ends_on else None


async def _wanted(
    session: AsyncSession, case: Case, rows: Sequence[WorkSession], now: datetime
) -> list[tuple[Placement, Site, Planned]]:
    if case.state is not CaseState.ACTIVE:
        return []
    placed = {placement.id: (placement, site) for placement, site in await _placements(session, case)}
    weeks = [_weekly(placement, site, case, now) for placement, site in placed.values()]
    order = Order(await _needed(session, case, rows, now), min(case.daily_minutes or DAY_CAP, DAY_CAP))
    begun = {(row.placement_id, row.day) for row in rows if not _movable(row, now)}
    sessions = plan_case(weeks, order, after=now, closed=_closed(weeks), begun=begun)
    return [(*placed[placement_id], one) for placement_id, one in sessions]


def _weekly(placement: Placement, site: Site, case: Case, now: datetime) -> Weekly:
    """A placement as planning needs it: within the period of its case, and from today on."""
    slots = Slots(
        weekdays=frozenset(int(digit) for digit in placement.weekdays),
        starts=placement.starts,
        ends=placement.ends,
        break_minutes=placement.break_minutes,
        zone=site.zone,
    )
    first = max(placement.from_on, case.starts_on, local_day(now, site.zone))
    last = min(placement.until_on, case.ends_on)
    return Weekly(placement.id, slots, first, last)


def habits_of(office: Office) -> Habits:
    """An office's times, as the rules want them."""
    return Habits(
        office.day_reminder,
        timedelta(minutes=office.hour_reminder_minutes),
        timedelta(minutes=office.grace_minutes),
    )


async def _needed(
    session: AsyncSession, case: Case, rows: Sequence[WorkSession], now: datetime
) -> int | None:
    """What the plan must still bring: the remaining minutes without those that wait for a word, are
    being worked, or may yet be begun."""
    if case.programme is Programme.INTEGRATION:
        return None
    balance = await queries.balance_of(session, case)
    if balance.remaining is None:
        return None
    working = set(await _being_worked(session, case))
    pending = (
        row
        for row in rows
        if row.id in working or (row.state is SessionState.PLANNED and row.starts_at <= now)
    )
    begun = sum(net_minutes(_minutes(row), row.break_minutes) for row in pending)
    return max(balance.remaining - balance.waiting - begun, 0)


async def _being_worked(session: AsyncSession, case: Case) -> Sequence[int | None]:
    query = select(Attendance.session_id).where(
        Attendance.case_id == case.id, Attendance.state == AttendanceState.OPEN
    )
    return (await session.exec(query)).all()


async def _placements(session: AsyncSession, case: Case) -> Sequence[tuple[Placement, Site]]:
    query = (
        select(Placement, Site)
        .join(Site, col(Site.id) == col(Placement.site_id))
        .where(Placement.case_id == case.id, Placement.office_id == case.office_id)
        .order_by(col(Placement.id))
    )
    return (await session.exec(query)).all()


async def _sessions(session: AsyncSession, case: Case) -> Sequence[WorkSession]:
    query = (
        select(WorkSession)
        .where(WorkSession.case_id == case.id, WorkSession.office_id == case.office_id)
        .order_by(col(WorkSession.starts_at))
    )
    return (await session.exec(query)).all()


def _movable(row: WorkSession, now: datetime) -> bool:
    return row.starts_at > now and row.state in (SessionState.PLANNED, SessionState.CANCELLED)


def _stands(row: WorkSession) -> bool:
    return row.state is SessionState.PLANNED


async def _add_all(session: AsyncSession, table: type[SQLModel], rows: Sequence[SQLModel]) -> None:
    """Many rows in one statement; row by row a plan of 80 sessions would take 80."""
    if rows:
        await session.exec(insert(table), params=[row.model_dump(exclude={"id"}) for row in rows])


def _minutes(row: WorkSession) -> int:
    return Planned(row.day, row.starts_at, row.ends_at).minutes


def _closed(weeks: Sequence[Weekly]) -> frozenset[date]:
    if not weeks:
        return frozenset()
    return closed_days(min(one.first for one in weeks), max(one.last for one in weeks))


def _new_row(case: Case, placement: Placement, one: Planned) -> WorkSession:
    return WorkSession(
        office_id=case.office_id,
        case_id=case.id,
        client_id=case.client_id,
        site_id=placement.site_id,
        placement_id=placement.id,
        day=one.day,
        starts_at=one.starts_at,
        ends_at=one.ends_at,
    )


def _write(
    row: WorkSession, placement: Placement, site: Site, one: Planned, office: Office, now: datetime
) -> None:
    """Times, place and work of a planned session; what was announced otherwise is a new revision."""
    before = (row.starts_at, row.ends_at, row.site_id, row.state)
    row.starts_at, row.ends_at, row.site_id = one.starts_at, one.ends_at, placement.site_id
    row.activity, row.break_minutes = placement.activity or site.activity, placement.break_minutes
    row.state = SessionState.PLANNED
    moved = before != (row.starts_at, row.ends_at, row.site_id, row.state)
    if moved or row.look_at is None:
        row.revision += moved
        row.look_at = _first_look(one, site.zone, habits_of(office), now)


def _first_look(one: Planned, zone: str, habits: Habits, now: datetime) -> datetime | None:
    return next_look(session_steps(Slot(0, one.starts_at, one.ends_at), zone, habits), now)


def _cancel(row: WorkSession) -> None:
    if row.state is not SessionState.CANCELLED:
        row.state, row.look_at = SessionState.CANCELLED, None
        row.revision += 1


def _report(case: Case, due: date, office: Office, now: datetime) -> Report:
    closes = closes_at(due, office.zone)
    reminder = reminder_at(due, office.day_reminder, office.zone)
    return Report(
        office_id=case.office_id,
        case_id=case.id,
        client_id=case.client_id,
        due_on=due,
        closes_at=closes,
        look_at=reminder if reminder > now else closes,
    )
