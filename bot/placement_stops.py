"""Stops a client's placement at a site in one tap, without a miss, and takes that back within ten minutes.

What has not begun is dropped and the planner finds the hours another day elsewhere, what is under way ends
now and keeps its time. The site hears only that it is so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances
from bot.domain.cases import OVER_STATES, local_day
from bot.domain.checkins import UNDO, AttendanceState, SessionState
from bot.domain.hours import EventKind
from bot.domain.messages import Refused
from bot.planning import cancel, replan
from bot.reminding import first_look, habits_for
from bot.storage import queries
from bot.storage.events import facts_of, record, told_by
from bot.storage.models import Attendance, Case, Person, Placement, Site, WorkSession
from bot.storage.outages import unheard


@dataclass(frozen=True, slots=True)
class Stopped:
    """What was changed: the sessions, and the work that ended now."""

    sessions: Sequence[WorkSession]
    attendance: Attendance | None = None


async def running(session: AsyncSession, case: Case, site: Site, now: datetime) -> Sequence[Placement]:
    """The placements of a case at a site that are not over; none where the case is."""
    if case.state in OVER_STATES:
        return []
    query = (
        select(Placement)
        .where(Placement.case_id == case.id, Placement.office_id == case.office_id)
        .where(Placement.site_id == site.id, Placement.until_on >= local_day(now, site.zone))
        .order_by(col(Placement.id))
    )
    return (await session.exec(query)).all()


async def stopped_site(session: AsyncSession, case: Case) -> Site | None:
    """Where the last stop of a case was, as long as he is placed there no more."""
    found = await _last_stop(session, case)
    if found is None or await queries.placed_since(session, case, *found):
        return None
    return found[0]


async def left_without(session: AsyncSession, case: Case) -> Site | None:
    """Where the last stop of a case was, as long as it left him without any place to work."""
    found = await _last_stop(session, case)
    if found is None or await queries.placed_since(session, case, None, found[1]):
        return None
    return found[0]


async def _last_stop(session: AsyncSession, case: Case) -> tuple[Site, date] | None:
    """Where it was, and on which day there."""
    last = next(iter(await facts_of(session, case, EventKind.PLACEMENT_STOPPED)), None)
    if last is None:
        return None
    site = await queries.site_of(session, case.office_id, told_by(last)["site"])
    return site, local_day(last.happened_at, site.zone)


async def stop(session: AsyncSession, case: Case, site: Site, *, by: Person, now: datetime) -> Stopped:
    """Nothing is planned there any more, from this minute on. Raises Refused where nothing is."""
    placements = await running(session, case, site, now)
    if not placements:
        raise Refused("placement-stop-nothing", site=site.name)
    before = {placement.id: placement.until_on.isoformat() for placement in placements}
    for placement in placements:
        placement.until_on = local_day(now, site.zone) - timedelta(days=1)
    dropped = await _to_come(session, case, site, now)
    agreed = [row.id for row in dropped if row.agreed]
    for row in dropped:
        cancel(row)
        row.agreed = False
    attendance, ends_at = await _finished(session, case, site, by=by, now=now)
    payload: dict[str, Any] = {
        "ends_at": ends_at.isoformat() if ends_at else None,
        "site": site.id,
        "placements": before,
        "sessions": [row.id for row in dropped],
        "agreed": agreed,
        # Not under the name `attendance`: this fact moves no hours, the finish before it did.
        "stopped": attendance.id if attendance else None,
    }
    await _record(session, case, EventKind.PLACEMENT_STOPPED, payload, by, now)
    await replan(session, case, now=now)
    return Stopped(dropped, attendance)


async def resume(session: AsyncSession, case: Case, site: Site, *, by: Person, now: datetime) -> Stopped:
    """Take the stop back: everything is as it was. Raises Refused after ten minutes, or where it was taken
    back before."""
    last = next((one for one in await facts_of(session, case, EventKind.PLACEMENT_STOPPED)), None)
    again = next((one for one in await facts_of(session, case, EventKind.PLACEMENT_RESUMED)), None)
    told = told_by(last) if last else {}
    if last is None or told.get("site") != site.id or (again is not None and again.seq > last.seq):
        raise Refused("placement-stop-none")
    if now - last.happened_at - await unheard(session, last.happened_at, now) > UNDO:
        raise Refused("placement-stop-too-late")
    for placement_id, until in told["placements"].items():
        placement = await session.get_one(Placement, int(placement_id))
        placement.until_on = date.fromisoformat(until)
    restored = [row for row in await _rows(session, case, told["sessions"]) if _waits(row)]
    habits = await habits_for(session, await queries.office_of(session, case.office_id), case.client_id)
    for row in restored:
        row.state, row.agreed = SessionState.PLANNED, row.id in told["agreed"]
        row.revision += 1
        row.look_at = first_look(queries.slot_of(row), site.zone, habits, now)
    attendance = await _reopened(session, case, told["stopped"], told.get("ends_at"), by=by, now=now)
    await _record(session, case, EventKind.PLACEMENT_RESUMED, {"site": site.id}, by, now)
    await replan(session, case, now=now)
    return Stopped(restored, attendance)


async def _to_come(session: AsyncSession, case: Case, site: Site, now: datetime) -> Sequence[WorkSession]:
    """What is planned there and not over, also what should have begun by now."""
    query = (
        select(WorkSession)
        .where(WorkSession.case_id == case.id, WorkSession.office_id == case.office_id)
        .where(WorkSession.site_id == site.id, WorkSession.state == SessionState.PLANNED)
        .where(WorkSession.ends_at > now)
        .order_by(col(WorkSession.starts_at))
    )
    return (await session.exec(query)).all()


async def _finished(
    session: AsyncSession, case: Case, site: Site, *, by: Person, now: datetime
) -> tuple[Attendance | None, datetime | None]:
    """Work that is under way there ends now, and its session with it: nobody left early. Also when that was
    to end before."""
    query = select(Attendance).where(
        Attendance.case_id == case.id,
        Attendance.office_id == case.office_id,
        Attendance.site_id == site.id,
        Attendance.state == AttendanceState.OPEN,
    )
    attendance = (await session.exec(query)).first()
    if attendance is None:
        return None, None
    planned = await queries.session_by_id(session, case.office_id, attendance.session_id)
    at = min(now, attendances.planned_end(attendance, planned))
    await attendances.finish(session, case, attendance, at=at, actor_id=by.id, photo_wanted=False, now=now)
    if planned is None:
        return attendance, None
    before, planned.ends_at = planned.ends_at, max(at, planned.starts_at)
    return attendance, before


async def _reopened(
    session: AsyncSession,
    case: Case,
    attendance_id: int | None,
    ends_at: str | None,
    *,
    by: Person,
    now: datetime,
) -> Attendance | None:
    attendance = await session.get(Attendance, attendance_id) if attendance_id else None
    if attendance is None or attendance.state is not AttendanceState.WAITING:
        return None
    planned = await queries.session_by_id(session, case.office_id, attendance.session_id)
    if planned is not None and ends_at is not None:
        planned.ends_at = datetime.fromisoformat(ends_at)
    await attendances.undo_finish(session, case, attendance, planned, actor_id=by.id, now=now)
    return attendance


async def _rows(session: AsyncSession, case: Case, ids: Sequence[int]) -> Sequence[WorkSession]:
    query = (
        select(WorkSession)
        .where(col(WorkSession.id).in_(ids), WorkSession.office_id == case.office_id)
        .order_by(col(WorkSession.starts_at))
    )
    return (await session.exec(query)).all()


def _waits(row: WorkSession) -> bool:
    return row.state is SessionState.CANCELLED


async def _record(
    session: AsyncSession, case: Case, kind: EventKind, payload: dict[str, object], by: Person, now: datetime
) -> None:
    await record(session, case, kind, actor_id=by.id, payload=payload, happened_at=now, now=now)
