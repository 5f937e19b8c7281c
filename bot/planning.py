"""Writes the plan of a case: its work sessions. What has happened, or was agreed, is never touched."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlmodel import SQLModel, col, insert, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import CaseState
from bot.domain.checkins import AttendanceState, Habits, SessionState, Slot, session_steps
from bot.domain.hours import EventKind
from bot.domain.plans import Order, Plan, Planned, Weekly, holiday_on, plan_case
from bot.domain.reminders import FURTHEST_DAYS
from bot.orders import Circumstances, circumstances
from bot.reminding import first_look, habits_for
from bot.storage import queries
from bot.storage.events import facts_of, told_by
from bot.storage.models import Attendance, Case, Placement, Site, WorkSession

_Made = tuple[Plan, Mapping[int, tuple[Placement, Site]], Set[int]]
"""The plan, its placements, and the sessions that were agreed for what is a holiday now."""
REMINDED_WITHIN = timedelta(days=FURTHEST_DAYS + 1)
"""Nobody is reminded of a session earlier than this before its start."""
NOTICE = timedelta(hours=12)
"""How long before its start somebody must know of a session in a case that goes on again."""
HOLDING = (SessionState.PLANNED, SessionState.STARTED)
"""A session in these takes room of its day."""


async def replan(session: AsyncSession, case: Case, *, now: datetime) -> Plan:
    """Bring the coming sessions of a case in line with its placements; again, it changes nothing. What was
    agreed for a day that became a holiday since is dropped like any other.

    Sessions begin later than `now`, only where ruling, site and calendar allow, and only while the order
    needs them; without hours to serve they go on to the end of the placements. What no longer fits is
    cancelled. Returns the plan, with the days left out and the minutes that found no place.
    """
    habits = await habits_for(session, await queries.office_of(session, case.office_id), case.client_id)
    rows = await _sessions(session, case)
    stopped = case.state is not CaseState.ACTIVE
    made, placed, holidays = (Plan(), {}, set()) if stopped else await _plan(session, case, rows, now)
    coming = {
        (row.placement_id, row.day): row
        for row in rows
        if _movable(row, now, agreed_too=stopped or row.id in holidays)
    }
    added = []
    for one in made.sessions:
        placement, site = placed[one.placement]
        row = coming.pop((placement.id, one.day), None)
        if row is None:
            row = _new_row(case, placement, one)
            added.append(row)
        _write(row, placement, site, one, habits, now)
    for row in coming.values():
        await _drop(session, row, habits, now)
        if stopped:
            row.agreed = False  # whatever was agreed, the case is planned anew when it goes on
    await session.flush()
    await _add_all(session, added)
    return made


async def plan_all_again(session: AsyncSession, office_id: int, *, now: datetime) -> None:
    """Let the clock plan every active case of an office anew: the calendar changed under all of them."""
    active = (col(Case.office_id) == office_id, col(Case.state) == CaseState.ACTIVE)
    # In the order in which all lock them: an UPDATE of many rows has none.
    await session.exec(select(Case.id).where(*active).order_by(col(Case.id)).with_for_update(key_share=True))
    await session.exec(update(Case).where(*active).values(look_at=now))


async def preview(session: AsyncSession, case: Case, *, now: datetime) -> Plan:
    """The plan as `replan` would write it, that of a draft as it would be once complete; nothing is
    changed."""
    if case.state not in (CaseState.ACTIVE, CaseState.DRAFT):
        return Plan()
    made, *_ = await _plan(session, case, await _sessions(session, case), now)
    return made


def cancel(row: WorkSession) -> None:
    """Drop a planned session; a reminder that is on its way is stopped."""
    if row.state is not SessionState.CANCELLED:
        row.state, row.look_at = SessionState.CANCELLED, None
        row.revision += 1


async def drop_unbegun(session: AsyncSession, case: Case, *, now: datetime) -> None:
    """Drop the session of this hour that nobody has begun, or said a word of: the case is being closed. The
    clock tells client and supervisors, as of any session that is dropped."""
    for row in await _sessions(session, case):
        said = row.outcome is not None or row.absence is not None or row.answer
        if row.state is SessionState.PLANNED and row.starts_at <= now < row.ends_at and not said:
            cancel(row)
            row.look_at = now
    await session.flush()


async def leave_out_the_next_hours(session: AsyncSession, case: Case, *, now: datetime) -> None:
    """A case that goes on calls nobody to work within hours: people were told not to come. The hours find
    another day."""
    for row in await _sessions(session, case):
        if row.state is SessionState.PLANNED and now < row.starts_at < now + NOTICE:
            cancel(row)
            row.agreed = True  # the planner leaves it alone
    await session.flush()


async def _drop(session: AsyncSession, row: WorkSession, habits: Habits, now: datetime) -> None:
    """Cancel a session that the plan no longer holds. Whoever was reminded of it must hear so: the clock
    looks at it once more, and tells client and supervisors."""
    if row.state is SessionState.CANCELLED:
        return
    cancel(row)
    if row.starts_at - now < REMINDED_WITHIN:
        site = await queries.site_of(session, row.office_id, row.site_id)
        (first, _), *_ = session_steps(queries.slot_of(row), site.zone, habits)
        row.look_at = now if first <= now else None


async def _plan(session: AsyncSession, case: Case, rows: Sequence[WorkSession], now: datetime) -> _Made:
    known = (await circumstances(session, case.office_id, [case], now))[case.id]
    holidays = _agreed_on_holidays(rows, known, now)
    kept = [row for row in rows if not _movable(row, now, agreed_too=row.id in holidays)]
    order = Order(await _needed(session, case, kept, now), known.daily_minutes, known.allowed)
    worked = [(row.day, row.counted) for row in kept if row.state in HOLDING]
    begun = {(row.placement_id, row.day) for row in kept}
    busy = [(row.starts_at, row.ends_at) for row in kept if row.state in HOLDING and row.ends_at > now]
    weeks = await _after_opening(session, case, known.weeks)
    made = plan_case(weeks, order, after=now, begun=begun, worked=worked, busy=busy)
    return made, known.placed, holidays


def _agreed_on_holidays(rows: Sequence[WorkSession], known: Circumstances, now: datetime) -> Set[int]:
    weeks = {week.placement: week for week in known.weeks}
    agreed = [row for row in rows if row.agreed and row.state is SessionState.PLANNED and row.starts_at > now]
    return {
        row.id
        for row in agreed
        if (week := weeks.get(row.placement_id)) and holiday_on(row.day, week, known.allowed)
    }


async def _after_opening(session: AsyncSession, case: Case, weeks: Sequence[Weekly]) -> Sequence[Weekly]:
    """Planning starts after the opening balance: its last day is counted there already."""
    if not (await queries.balance_of(session, case)).opening:
        return weeks
    told = [told_by(fact) for fact in (await facts_of(session, case, EventKind.OPENING_BALANCE))[:1]]
    served = [date.fromisoformat(one["as_of"]) for one in told if one]
    first = max((day + timedelta(days=1) for day in served), default=date.min)
    return [replace(week, first=max(week.first, first)) for week in weeks]


async def _needed(
    session: AsyncSession, case: Case, kept: Sequence[WorkSession], now: datetime
) -> int | None:
    """What the plan must still bring: the remaining minutes without those that wait for a word, are being
    worked, may yet be begun, or were agreed for a day to come."""
    balance = await queries.balance_of(session, case)
    if balance.remaining is None:
        return None
    working = set(await _being_worked(session, case))
    pending = (row for row in kept if row.id in working or row.state is SessionState.PLANNED)
    return max(balance.remaining - balance.waiting - sum(row.counted for row in pending), 0)


async def _being_worked(session: AsyncSession, case: Case) -> Sequence[int | None]:
    query = select(Attendance.session_id).where(
        Attendance.case_id == case.id, Attendance.state == AttendanceState.OPEN
    )
    return (await session.exec(query)).all()


async def _sessions(session: AsyncSession, case: Case) -> Sequence[WorkSession]:
    query = (
        select(WorkSession)
        .where(WorkSession.case_id == case.id, WorkSession.office_id == case.office_id)
        .order_by(col(WorkSession.starts_at))
    )
    return (await session.exec(query)).all()


def _movable(row: WorkSession, now: datetime, *, agreed_too: bool = False) -> bool:
    planned = row.state in (SessionState.PLANNED, SessionState.CANCELLED)
    return row.starts_at > now and planned and (agreed_too or not row.agreed)


async def _add_all(session: AsyncSession, rows: Sequence[SQLModel]) -> None:
    """Many rows in one statement; row by row a plan of 80 sessions would take 80."""
    if rows:
        await session.exec(insert(WorkSession), params=[row.model_dump(exclude={"id"}) for row in rows])


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
    row: WorkSession, placement: Placement, site: Site, one: Planned, habits: Habits, now: datetime
) -> None:
    """Times, place and work of a planned session; what was announced otherwise is a new revision."""
    before = (row.starts_at, row.ends_at, row.site_id, row.state)
    row.starts_at, row.ends_at, row.site_id = one.starts_at, one.ends_at, placement.site_id
    row.activity, row.break_minutes = placement.activity or site.activity, placement.break_minutes
    row.break_after, row.break_counted = placement.break_after, placement.break_counted
    row.state = SessionState.PLANNED
    moved = before != (row.starts_at, row.ends_at, row.site_id, row.state)
    if moved or row.look_at is None:
        row.revision += moved
        row.look_at = first_look(Slot(0, one.starts_at, one.ends_at), site.zone, habits, now)
