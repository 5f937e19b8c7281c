"""A supervisor answers for a whole group at once: who has started, and who has finished."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from functools import partial

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances, lists
from bot.domain.cases import OPEN_STATES
from bot.domain.checkins import AttendanceState
from bot.domain.messages import Inbound, Line, Notice
from bot.handlers import bulk, day_lists, decisions
from bot.handlers.bulk import Results, Row
from bot.storage import queries
from bot.storage.models import Attendance, Case, Person, WorkSession
from bot.storage.pin_doubts import weigh


async def all_here(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Hadir semua* before the end: presence of everybody who has started."""
    planned = await decisions.named_session(session, who, inbound, now)
    results = Results()
    for attendance, client in await _in_order(session, planned):
        await results.add(session, client, partial(_here, session, who, attendance, now))
    shown = await _shown(session, who, planned, inbound, now, Line("tap-all-here"))
    return [*shown, *await bulk.told(session, who, results)]


async def all_done(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Selesai semua*: the hours of everybody who has finished, and after the planned end also of those
    who said nothing: they end as planned. Before it, who still works is left for later."""
    planned = await decisions.named_session(session, who, inbound, now)
    results, notices = Results(), list[Notice]()
    for attendance, client in await _in_order(session, planned):
        await results.add(session, client, partial(_done, session, who, attendance, notices, now))
    shown = await _shown(session, who, planned, inbound, now, Line("tap-all-done"))
    shown += await day_lists.answered(session, who, planned, now)
    return [*shown, *await bulk.told(session, who, results), *notices]


async def _in_order(session: AsyncSession, planned: WorkSession) -> list[tuple[Attendance, Person]]:
    """Everybody who has begun the same session, by case, as cases are locked everywhere."""
    return sorted(await queries.group_of(session, planned), key=lambda row: row[0].case_id)


async def _here(session: AsyncSession, who: Person, attendance: Attendance, now: datetime) -> Row | int:
    case = await decisions.case_unless_own(session, who, attendance)
    if attendance.state is AttendanceState.REJECTED:
        return _not_his_word(who, attendance)
    if attendance.state is not AttendanceState.OPEN or attendance.present_by is not None:
        return attendance.present_by or Row.AS_IT_WAS
    if case is None:
        return Row.FAMILY
    if case.state not in OPEN_STATES:
        return Row.CLOSED
    await attendances.confirm_presence(session, case, attendance, by=who.id, now=now)
    return Row.SAVED


async def _done(
    session: AsyncSession, who: Person, attendance: Attendance, notices: list[Notice], now: datetime
) -> Row | int:
    case = await decisions.case_unless_own(session, who, attendance)
    if attendance.state is AttendanceState.REJECTED:
        return _not_his_word(who, attendance)
    if attendance.state is AttendanceState.CONFIRMED:
        return attendance.decided_by or Row.AS_IT_WAS
    if case is None:
        return Row.FAMILY
    closed = await _close_as_planned(session, who, case, attendance, now)
    if attendance.state is AttendanceState.OPEN:
        return Row.WORKING
    await attendances.confirm_hours(session, case, attendance, by=who.id, now=now, together=True)
    notices += await decisions.tell(session, case, attendance, closed_by_supervisor=closed)
    return Row.SAVED


def _not_his_word(who: Person, attendance: Attendance) -> Row:
    """A record that was rejected is news to whoever did not reject it."""
    return Row.AS_IT_WAS if attendance.decided_by == who.id else Row.CHANGED


async def _close_as_planned(
    session: AsyncSession, who: Person, case: Case, attendance: Attendance, now: datetime
) -> bool:
    """Whether the supervisor's word ends this attendance at its planned end. Who came only after it is
    left alone: there would be no minute to confirm."""
    planned = await queries.session_by_id(session, who.office_id, attendance.session_id)
    if attendance.state is not AttendanceState.OPEN or planned is None or planned.ends_at > now:
        return False
    if attendance.started_at >= planned.ends_at:
        return False
    await attendances.finish(
        session, case, attendance, at=planned.ends_at, actor_id=who.id, photo_wanted=False, now=now
    )
    return True


async def _shown(
    session: AsyncSession, who: Person, planned: WorkSession, inbound: Inbound, now: datetime, toast: Line
) -> list[Notice]:
    """The list as it is now; of a group that has become too small for one, the day."""
    await weigh(session, await queries.site_of(session, who.office_id, planned.site_id), planned.day, now)
    drawn = await lists.redrawn_lists(session, planned, now=now, to=who.id)
    answered = [replace(one, toast=toast) if one.to == who.id else one for one in drawn]
    return answered or await day_lists.today(session, who, inbound, now)
