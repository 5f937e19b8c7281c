"""Leaves: an offer that nobody answered on the eve, and the first morning after the last day."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import handbacks
from bot import leaves as steps
from bot.domain.leaves import LeaveState, hand_back_at
from bot.domain.messages import Choice, Notice
from bot.storage import leaves as ask
from bot.storage import queries
from bot.storage.leaves import Leave
from bot.storage.models import Person

AT_ONCE = 25
"""Leaves a transaction: on SQLite everybody else waits while it writes."""


async def leaves(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """Look at the leaves whose time has come; None when there is none."""
    due = await ask.due(session, now, AT_ONCE)
    if not due:
        return None
    notices: list[Notice] = []
    for leave in due:
        notices += await _look(session, leave, now)
    await session.flush()
    return notices


async def _look(session: AsyncSession, leave: Leave, now: datetime) -> list[Notice]:
    office = await queries.office_of(session, leave.office_id)
    over = hand_back_at(leave.last, office.zone)
    if now < over:
        leave.look_at = over
        return await _unanswered(session, leave) if leave.state is LeaveState.OFFERED else []
    told = await handbacks.hand_back(session, leave, now) if leave.state is LeaveState.ACCEPTED else []
    await steps.run_out(session, leave, now)
    return told


async def _unanswered(session: AsyncSession, leave: Leave) -> list[Notice]:
    """Whoever asked can still ask somebody else."""
    stand_in = await session.get_one(Person, leave.stand_in_id)
    choice = Choice(f"leave-end:{leave.id}", "choice-leave-withdraw")
    people = sorted({leave.person_id, leave.asked_by})
    return [
        Notice(to=one, key="leave-unanswered", params={"name": stand_in.shown}, choices=(choice,))
        for one in people
    ]
