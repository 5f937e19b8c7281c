"""Under which record a client works at a moment: his own, or that of the Bapas that he left during work."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.checkins import UNDO, AttendanceState
from bot.storage import office_transfers, queries
from bot.storage.models import Attendance, Person


async def self_at_work(session: AsyncSession, client: Person, at: datetime) -> Person:
    """Who a client is where the work lies that a message sent at `at` is about: what he began before he went
    to another Bapas he ends there, with its photo and its ten minutes to take it back."""
    former = (await office_transfers.selves_of(session, client))[1:]
    if not former or await _works(session, client, at):
        return client
    for one in former:
        if await _works(session, one, at):
            return one
    return client


async def _works(session: AsyncSession, client: Person, at: datetime) -> bool:
    attendance = await queries.latest_attendance(session, client, at)
    return attendance is not None and _lasts(attendance, at)


def _lasts(attendance: Attendance, at: datetime) -> bool:
    if attendance.state is AttendanceState.OPEN:
        return True
    ended = attendance.finished_at
    fresh = ended is not None and at - ended <= UNDO
    return not attendance.rejected and (fresh or attendance.photo_wanted is not None)
