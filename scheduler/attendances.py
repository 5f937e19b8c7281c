"""Attendances under way: a card whose photo does not come, the end of a group, a forgotten check-out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances as changes
from bot import cards, lists
from bot.domain.checkins import CLOSE_AFTER, AttendanceState, Moment
from bot.domain.messages import Ask, Notice, Param, When
from bot.storage import queries
from bot.storage.models import Attendance, Case, Person, WorkSession

BATCH = 500


async def attendances(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """Look at the attendances whose time has come, at most 500."""
    due = await _due(session, now)
    if not due:
        return None
    notices: list[Notice] = []
    for attendance in sorted(due, key=lambda one: one.case_id):
        notices += await _look(session, attendance, now)
    return notices + await _closed_groups(session, due, now)


async def _due(session: AsyncSession, now: datetime) -> Sequence[Attendance]:
    """What is due, read after its cases were locked."""
    cases = await queries.lock_due(session, Attendance, now, BATCH)
    if not cases:
        return ()
    query = (
        select(Attendance)
        .where(col(Attendance.look_at) <= now, col(Attendance.case_id).in_(cases))
        .order_by(col(Attendance.look_at), col(Attendance.id))
        .limit(BATCH)
    )
    return (await session.exec(query)).all()


async def _look(session: AsyncSession, attendance: Attendance, now: datetime) -> list[Notice]:
    case = await queries.locked_case(session, attendance.office_id, attendance.case_id)
    assert case is not None  # noqa: S101  (a foreign key)
    await session.refresh(attendance)
    planned = await queries.session_by_id(session, attendance.office_id, attendance.session_id)
    end = changes.planned_end(attendance, planned)
    looked, attendance.look_at = attendance.look_at or now, None
    notices: list[Notice] = []
    if attendance.photo_wanted and looked < end:
        notices += await _without_photo(session, attendance, now)
    if attendance.state is not AttendanceState.OPEN:
        return notices
    if now >= end + CLOSE_AFTER:
        return notices + await _close(session, case, attendance, planned, now)
    attendance.look_at = changes.next_look(attendance, planned, now)
    if planned is not None and looked <= planned.starts_at:
        notices += await lists.lists_at_start(session, planned, attendance, now=now)
    if planned is not None and now >= end:
        notices += await lists.closing_lists(session, planned, now=now)
    return notices


async def _without_photo(session: AsyncSession, attendance: Attendance, now: datetime) -> list[Notice]:
    """The photo did not come in a quarter of an hour: the card goes out and says so."""
    moment = attendance.photo_wanted or Moment.START
    told = await lists.for_supervisors(session, attendance, moment=moment, now=now)
    return [
        notice
        if notice.once
        else replace(notice, once=f"no-photo:{attendance.id}:{moment.value}:{notice.to}")
        for notice in told
    ]


async def _closed_groups(
    session: AsyncSession, looked_at: Sequence[Attendance], now: datetime
) -> list[Notice]:
    """Where forgotten check-outs of a group were closed, its supervisors are asked once, in a new message."""
    groups: dict[tuple[int, datetime], tuple[WorkSession, int]] = {}
    for attendance in looked_at:
        planned = await queries.session_by_id(session, attendance.office_id, attendance.session_id)
        if planned is not None and attendance.closed_by_rule and attendance.state is AttendanceState.WAITING:
            groups[planned.site_id, planned.starts_at] = planned, attendance.id
    return [
        notice
        for planned, last in groups.values()
        for notice in await lists.closing_lists(session, planned, now=now, why=f"closed-{last}")
    ]


async def _close(
    session: AsyncSession, case: Case, attendance: Attendance, planned: WorkSession | None, now: datetime
) -> list[Notice]:
    """A forgotten check-out ends at the planned end, says so, and both sides are asked to correct it. Outside
    the plan nothing says when it ended: it has no length until its supervisor gives it one."""
    client = await session.get_one(Person, attendance.client_id)
    site = await queries.site_of(session, attendance.office_id, attendance.site_id)
    end = planned.ends_at if planned else attendance.started_at
    await changes.finish(session, case, attendance, at=end, actor_id=None, photo_wanted=False, now=now)
    params: dict[str, Param] = {"at": When(end, site.zone), "site": site.name}
    to_client = Notice(
        to=client.id,
        key="closed-by-rule" if planned else "closed-without-end",
        params=cards.greeting(client) | params,
        ask=Ask.START,
        once=f"closed:{attendance.id}",
    )
    told = await lists.for_supervisors(session, attendance, moment=Moment.FINISH, now=now, in_group=False)
    return [to_client, *told]
