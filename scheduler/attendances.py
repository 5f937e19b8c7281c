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
    return notices


async def _due(session: AsyncSession, now: datetime) -> Sequence[Attendance]:
    query = (
        select(Attendance)
        .where(col(Attendance.look_at) <= now)
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
    if planned is not None and now >= end:
        notices += await _closing_list(session, planned)
    return notices


async def _without_photo(session: AsyncSession, attendance: Attendance, now: datetime) -> list[Notice]:
    """The photo did not come in a quarter of an hour: the card goes out and says so."""
    moment = attendance.photo_wanted or Moment.START
    told = await lists.for_supervisors(session, attendance, moment=moment, now=now)
    return [_once(notice, f"no-photo:{attendance.id}:{moment.value}:{notice.to}") for notice in told]


async def _closing_list(session: AsyncSession, planned: WorkSession) -> list[Notice]:
    told = await lists.closing_lists(session, planned)
    return [_once(notice, f"{notice.card}:end:{notice.to}") for notice in told]


async def _close(
    session: AsyncSession, case: Case, attendance: Attendance, planned: WorkSession | None, now: datetime
) -> list[Notice]:
    """A forgotten check-out ends at the planned end, says so, and both sides are asked to correct it."""
    client = await session.get_one(Person, attendance.client_id)
    site = await queries.site_of(session, attendance.office_id, attendance.site_id)
    end = changes.planned_end(attendance, planned)
    await changes.finish(session, case, attendance, at=end, actor_id=None, photo_wanted=False, now=now)
    params: dict[str, Param] = {"at": When(end, site.zone), "site": site.name}
    to_client = Notice(
        to=client.id,
        key="closed-by-rule",
        params=cards.greeting(client) | params,
        ask=Ask.START,
        once=f"closed:{attendance.id}",
    )
    told = await lists.for_supervisors(session, attendance, moment=Moment.FINISH, now=now)
    return [to_client, *told]


def _once(notice: Notice, name: str) -> Notice:
    return replace(notice, once=name)
