"""Shows questions about evidence that came up after its card was sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import lists
from bot.domain.checkins import AttendanceState, Moment
from bot.domain.messages import Label, Notice, Show
from bot.domain.people import Role
from bot.storage import flags as questions
from bot.storage import queries
from bot.storage.flags import Flag
from bot.storage.models import Attendance, Evidence

BATCH = 1
"""A transaction that waits for one case after another would hold the first while others wait for it."""
UNDECIDED = (AttendanceState.OPEN, AttendanceState.WAITING)


async def flags(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """Draw the cards and lists anew on which a question is missing; nobody's phone rings for it."""
    waiting = await questions.untold(session, now, BATCH)
    if not waiting:
        return None
    notices: list[Notice] = []
    for flag, evidence in waiting:
        flag.tell_at = None
        notices += await _shown(session, evidence, now)
        if flag.label is Label.NOT_JUDGED:
            notices += await _alarm(session, flag, evidence, now)
    return notices


async def _shown(session: AsyncSession, evidence: Evidence, now: datetime) -> list[Notice]:
    """Only where somebody can still decide, and a card is there to be drawn anew."""
    if evidence.attendance_id is None:
        return []
    await queries.locked_case(session, evidence.office_id, evidence.case_id)
    attendance = await session.get_one(Attendance, evidence.attendance_id, populate_existing=True)
    if attendance.state not in UNDECIDED or attendance.photo_wanted:
        return []
    drawn = await lists.for_supervisors(session, attendance, moment=Moment.FINISH, now=now, quietly=True)
    return [replace(one, show=Show.EDIT_ONLY) if one.key == "card" else one for one in drawn]


async def _alarm(session: AsyncSession, flag: Flag, evidence: Evidence, now: datetime) -> list[Notice]:
    """The operators hear once a day of a site with which nothing can be compared."""
    if evidence.attendance_id is None:
        return []
    attendance = await session.get_one(Attendance, evidence.attendance_id)
    site = await queries.site_of(session, flag.office_id, attendance.site_id)
    return [
        Notice(
            to=one.id,
            key="staff-site-not-judged",
            params={"site": site.name, "code": site.code},
            once=f"not-judged:{site.id}:{attendance.day}:{one.id}",
        )
        for one in await queries.staff(session, flag.office_id, Role.OPERATOR)
    ]
