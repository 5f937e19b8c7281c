"""A supervisor says of somebody that he did not come: a fact, and until the officer decides no verdict."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.absences import TOLD_SUPERVISOR, Absence, check_time, check_undo
from bot.domain.checkins import SessionState
from bot.domain.hours import EventKind
from bot.domain.messages import Refused
from bot.domain.outcomes import Outcome, climbs, silence, stands
from bot.storage import account_queries, queries
from bot.storage.events import facts_of, record, told_by
from bot.storage.models import Case, Person, WorkSession
from bot.storage.outages import unheard
from bot.storage.selves import selves_of


async def check_open(session: AsyncSession, planned: WorkSession) -> None:
    """Raises Refused for a session that was begun or dropped, or of which the officer has said what became of
    it."""
    if await queries.attendance_for(session, planned) is not None:
        raise Refused("absence-was-there")
    if planned.state not in (SessionState.PLANNED, SessionState.MISSED) or not stands(planned.outcome):
        raise Refused("absence-decided")


async def say(
    session: AsyncSession, case: Case, planned: WorkSession, absence: Absence, *, by: Person, now: datetime
) -> bool:
    """Told before: a claim that holds the ladder. Not told: a miss, as silence makes it. A session that is
    not over stays open: who comes late is still heard. False where the same was said before.

    Raises Refused as `check_open` and `check_time` do.
    """
    await check_open(session, planned)
    check_time(absence, planned.starts_at, now)
    if planned.absence is absence:
        return False
    before = {"outcome": planned.outcome, "answer": planned.answer, "absence": planned.absence}
    client = await session.get_one(Person, planned.client_id)
    if absence is Absence.TOLD:
        planned.answer = planned.answer or TOLD_SUPERVISOR
    else:
        planned.answer = "" if planned.answer == TOLD_SUPERVISOR else planned.answer
        reached = await account_queries.has_account(session, client)
        planned.outcome = planned.outcome or silence(reached=reached)
    planned.absence, planned.absent_by, planned.absent_at = absence, by.id, now
    payload = {"session": planned.id, "day": planned.day.isoformat(), "absence": absence, "before": before}
    kind = EventKind.ABSENCE_SAID
    await record(session, case, kind, actor_id=by.id, payload=payload, happened_at=now, now=now)
    return True


async def take_back(
    session: AsyncSession, case: Case, planned: WorkSession, *, by: Person, now: datetime
) -> bool:
    """The session is as it was before; False where nothing was said, or it was taken back before.

    Raises Refused for another's word, after ten minutes, and once the officer has decided.
    """
    if planned.absence is None or planned.absent_at is None:
        return False
    if planned.absent_by not in (await session.exec(selves_of(by.id))).all():
        raise Refused("absence-undo-not-yours")
    check_undo(planned.absent_at, now - await unheard(session, planned.absent_at, now))
    await check_open(session, planned)
    said = [told_by(one) for one in await facts_of(session, case, EventKind.ABSENCE_SAID)]
    before = next(one["before"] for one in reversed(said) if one["session"] == planned.id)
    if planned.state is SessionState.PLANNED and climbs(planned.outcome):
        planned.outcome = Outcome(before["outcome"]) if before["outcome"] else None
    if planned.answer == TOLD_SUPERVISOR:
        planned.answer = before["answer"]
    planned.absence = Absence(before["absence"]) if before["absence"] else None
    planned.absent_at = now if planned.absence else None
    planned.absent_by = planned.absent_by if planned.absence else None
    payload = {"session": planned.id, "day": planned.day.isoformat()}
    kind = EventKind.ABSENCE_TAKEN_BACK
    await record(session, case, kind, actor_id=by.id, payload=payload, happened_at=now, now=now)
    return True
