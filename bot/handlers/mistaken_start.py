"""A client takes back in words a start that he sent by mistake, or a finish, which has a button too."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances, regrets
from bot.domain.messages import Ask, Inbound, Notice, Refused
from bot.handlers import checkin
from bot.handlers.day import own_case
from bot.storage import queries
from bot.storage.models import Attendance, Person
from bot.storage.outages import unheard


async def undo(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/batalmulai`, within ten minutes and before the supervisor has seen him. Raises Refused."""
    attendance = await queries.latest_attendance(session, who, inbound.sent_at)
    if attendance is None or attendance.finished_at is not None or attendance.rejected:
        raise Refused("start-undo-nothing")
    return await _undo(session, who, attendance, now)


async def undo_finish(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/batalselesai`, within ten minutes and before the supervisor has decided. Raises Refused."""
    attendance = await queries.latest_attendance(session, who, inbound.sent_at)
    if attendance is None or attendance.finished_at is None:
        raise Refused("undo-nothing")
    return await _undo_finish(session, who, attendance, now)


async def by_word(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """*Batal*, which may mean anything: only where his finish or start can still be taken back, or the start
    could have been by the clock and somebody has seen it meanwhile. Raises Refused for that."""
    attendance = await queries.latest_attendance(session, who, inbound.sent_at)
    if attendance is None:
        return []
    if not attendance.closed_by_rule and await attendances.may_still_undo(session, attendance, now):
        return await _undo_finish(session, who, attendance, now)
    lately = now - await unheard(session, attendance.started_at, now)
    return await _undo(session, who, attendance, now) if attendances.just_started(attendance, lately) else []


async def _undo_finish(
    session: AsyncSession, who: Person, attendance: Attendance, now: datetime
) -> list[Notice]:
    case = await own_case(session, who, attendance.case_id)
    await session.refresh(attendance)
    return await checkin.take_back_finish(session, who, attendance, case, now)


async def _undo(session: AsyncSession, who: Person, attendance: Attendance, now: datetime) -> list[Notice]:
    case = await own_case(session, who, attendance.case_id)
    await session.refresh(attendance)
    if not attendances.may_undo_start(attendance, now - await unheard(session, attendance.started_at, now)):
        raise Refused("start-undo-too-late")
    told = await regrets.undo_mistaken_start(session, case, attendance, now)
    return [Notice(to=who.id, key="start-undone", ask=Ask.START), *told]
