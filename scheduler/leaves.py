"""Leaves: an offer that nobody answered on the eve, and the first morning after the last day."""

from __future__ import annotations

from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import handbacks
from bot import leaves as steps
from bot.domain.cases import local_day
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
    if leave.look_at is None:
        return []  # told a moment ago, with another leave of the same person
    office = await queries.office_of(session, leave.office_id)
    over = hand_back_at(leave.last, office.zone)
    if now < over:
        leave.look_at = over
        return await _unanswered(session, leave) if leave.state is LeaveState.OFFERED else []
    if leave.given_up and (still := await _still_away(session, leave, local_day(now, office.zone))):
        leave.look_at = hand_back_at(still.last, office.zone)
        return []
    stood_in = leave.state is LeaveState.ACCEPTED or leave.given_up
    told = await handbacks.hand_back(session, leave, now) if stood_in else []
    await steps.run_out(session, leave, now)
    return told


async def _still_away(session: AsyncSession, leave: Leave, today: date) -> Leave | None:
    """The leave in which somebody else stands in for the same person now."""
    person = await session.get_one(Person, leave.person_id)
    running = await ask.standing(session, person, today, states=(LeaveState.ACCEPTED,))
    return next((one for one in running if one.on(today)), None)


async def _unanswered(session: AsyncSession, leave: Leave) -> list[Notice]:
    """Whoever asked can still ask somebody else."""
    stand_in = await session.get_one(Person, leave.stand_in_id)
    choice = Choice(f"leave-end:{leave.id}", "choice-leave-withdraw")
    people = sorted({leave.person_id, leave.asked_by})
    return [
        Notice(to=one, key="leave-unanswered", params={"name": stand_in.shown}, choices=(choice,))
        for one in people
    ]
