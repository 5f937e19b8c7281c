"""Writes the plan of a case: its work sessions. What has happened, or was agreed, is never touched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

from sqlmodel import SQLModel, col, insert, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain import law
from bot.domain.cases import CaseState, local_day
from bot.domain.checkins import AttendanceState, Habits, SessionState, Slot, next_look, session_steps
from bot.domain.plans import Order, Plan, Planned, Weekly, plan_case
from bot.orders import allowed_of, order_of, weekly_of
from bot.storage import queries
from bot.storage.models import Attendance, Case, Office, Person, Placement, Site, WorkSession

HOLDING = (SessionState.PLANNED, SessionState.STARTED)
"""A session in these takes room of its day."""


async def replan(session: AsyncSession, case: Case, *, now: datetime) -> Plan:
    """Bring the coming sessions of a case in line with its placements; again, it changes nothing.

    Sessions begin later than `now`, only where ruling, site and calendar allow, and only while the order
    needs them; without hours to serve they go on to the end of the placements. What no longer fits is
    cancelled. Returns the plan, with the days left out and the minutes that found no place.
    """
    office = await queries.office_of(session, case.office_id)
    rows = await _sessions(session, case)
    placed = {placement.id: (placement, site) for placement, site in await placements_of(session, case)}
    made = await _plan(session, case, rows, placed, now)
    coming = {(row.placement_id, row.day): row for row in rows if _movable(row, now)}
    added = []
    for one in made.sessions:
        placement, site = placed[one.placement]
        row = coming.pop((placement.id, one.day), None)
        if row is None:
            row = _new_row(case, placement, one)
            added.append(row)
        _write(row, placement, site, one, office, now)
    for row in coming.values():
        cancel(row)
    await session.flush()
    await _add_all(session, added)
    return made


async def preview(session: AsyncSession, case: Case, *, now: datetime) -> Plan:
    """The plan as `replan` would write it; nothing is changed."""
    rows = await _sessions(session, case)
    placed = {placement.id: (placement, site) for placement, site in await placements_of(session, case)}
    return await _plan(session, case, rows, placed, now)


async def capacity(session: AsyncSession, case: Case, *, now: datetime) -> tuple[int, int]:
    """What the placements can still bring to the last day, whatever the order needs, and on how many days
    work is allowed at all: minutes and days."""
    weeks, order = await _circumstances(session, case, None, now)
    made = plan_case(weeks, order, after=now)
    every_day = [replace(one, slots=replace(one.slots, weekdays=one.opening.weekdays)) for one in weeks]
    days = {one.day for one in plan_case(every_day, order, after=now).sessions}
    return sum(one.minutes for one in made.sessions), len(days)


def cancel(row: WorkSession) -> None:
    """Drop a planned session; a reminder that is on its way is stopped."""
    if row.state is not SessionState.CANCELLED:
        row.state, row.look_at = SessionState.CANCELLED, None
        row.revision += 1


def habits_of(office: Office) -> Habits:
    """An office's times, as the rules want them."""
    return Habits(
        office.day_reminder,
        timedelta(minutes=office.hour_reminder_minutes),
        timedelta(minutes=office.grace_minutes),
    )


def first_look(slot: Slot, zone: str, office: Office, now: datetime) -> datetime | None:
    """When the clock must first look at a planned session."""
    return next_look(session_steps(slot, zone, habits_of(office)), now)


async def placements_of(session: AsyncSession, case: Case) -> Sequence[tuple[Placement, Site]]:
    """The placements of a case with their sites."""
    query = (
        select(Placement, Site)
        .join(Site, col(Site.id) == col(Placement.site_id))
        .where(Placement.case_id == case.id, Placement.office_id == case.office_id)
        .order_by(col(Placement.id))
    )
    return (await session.exec(query)).all()


async def _plan(
    session: AsyncSession,
    case: Case,
    rows: Sequence[WorkSession],
    placed: dict[int, tuple[Placement, Site]],
    now: datetime,
) -> Plan:
    if case.state is not CaseState.ACTIVE or not placed:
        return Plan()
    kept = [row for row in rows if not _movable(row, now)]
    needed = await _needed(session, case, kept, now)
    weeks, order = await _circumstances(session, case, needed, now)
    worked = [(row.day, counted(row)) for row in kept if row.state in HOLDING]
    begun = {(row.placement_id, row.day) for row in kept}
    return plan_case(weeks, order, after=now, begun=begun, worked=worked)


async def _circumstances(
    session: AsyncSession, case: Case, needed: int | None, now: datetime
) -> tuple[list[Weekly], Order]:
    """The placements from today to the last day, and what the case allows."""
    client = await session.get_one(Person, case.client_id)
    order = Order(needed, law.daily_cap(order_of(case, client)), await allowed_of(session, case))
    weeks = []
    for placement, site in await placements_of(session, case):
        first = max(case.starts_on or date.min, local_day(now, site.zone))
        weeks.append(await weekly_of(session, placement, site, first, case.ends_on or date.max))
    return weeks, order


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
    return max(balance.remaining - balance.waiting - sum(map(counted, pending)), 0)


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


def _movable(row: WorkSession, now: datetime) -> bool:
    planned = row.state in (SessionState.PLANNED, SessionState.CANCELLED)
    return row.starts_at > now and planned and not row.agreed


async def _add_all(session: AsyncSession, rows: Sequence[SQLModel]) -> None:
    """Many rows in one statement; row by row a plan of 80 sessions would take 80."""
    if rows:
        await session.exec(insert(WorkSession), params=[row.model_dump(exclude={"id"}) for row in rows])


def counted(row: WorkSession) -> int:
    """Minutes of a planned session that count, its break taken off."""
    length = int((row.ends_at - row.starts_at).total_seconds() // 60)
    return length - row.pause.taken(length)


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
    row.break_after, row.break_counted = placement.break_after, placement.break_counted
    row.state = SessionState.PLANNED
    moved = before != (row.starts_at, row.ends_at, row.site_id, row.state)
    if moved or row.look_at is None:
        row.revision += moved
        row.look_at = first_look(Slot(0, one.starts_at, one.ends_at), site.zone, office, now)
