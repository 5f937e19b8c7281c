"""What became of sessions that nobody worked: an officer's word on a miss, and whole spans excused."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.checkins import SessionState
from bot.domain.hours import EventKind
from bot.domain.messages import Choice, Refused
from bot.domain.outcomes import MEANINGS, Outcome, offered
from bot.domain.people import Role
from bot.planning import cancel
from bot.storage import queries
from bot.storage.events import record
from bot.storage.misses import only_rejected
from bot.storage.models import Case, ExcusedSpan, Person, WorkSession

MISSED = offered(Role.OFFICER)
"""What an officer may say of a session that nobody worked, in the order of the buttons."""
LONGEST_SPAN = 92
"""Days that one excuse may last."""


def choices(planned: WorkSession) -> tuple[Choice, ...]:
    """A button for each outcome of a miss."""
    return tuple(
        Choice(f"outcome:{planned.id}:{number}", f"choice-outcome-{outcome.value}")
        for number, outcome in enumerate(MISSED)
    )


async def check_open(session: AsyncSession, planned: WorkSession, now: datetime) -> None:
    """Raises Refused for a session that somebody worked, that is still to come, or that was dropped. Where
    the supervisor rejected what was recorded, nobody is known to have been there."""
    if planned.state is SessionState.STARTED:
        recorded = await queries.attendance_for(session, planned)
        if recorded is None or not recorded.rejected:
            raise Refused("decided-was-there")
        return
    waits = planned.state is SessionState.PLANNED and planned.starts_at <= now
    if not waits and planned.state is not SessionState.MISSED:
        raise Refused("decided-not-open")


async def decide(
    session: AsyncSession, case: Case, planned: WorkSession, outcome: Outcome, *, by: Person, now: datetime
) -> bool:
    """An officer says what became of a session; False where that was said before. A session that is not
    over yet stays open: who comes late is still heard."""
    await check_open(session, planned, now)
    accepted = not MEANINGS[outcome].needs_follow_up
    if planned.outcome is outcome and (accepted or not planned.answer):
        return False
    payload = {
        "session": planned.id,
        "day": planned.day.isoformat(),
        "outcome": outcome.value,
        "words": planned.answer,
    }
    planned.outcome = outcome
    if not accepted:
        planned.answer = ""  # a reason that is not accepted no longer holds the ladder; the facts keep it
    await record(
        session,
        case,
        EventKind.OUTCOME_SET,
        actor_id=by.id,
        payload=payload,
        happened_at=now,
        now=now,
        reason=outcome.value,
    )
    return True


async def excuse(
    session: AsyncSession, case: Case, first: date, last: date, *, words: str, by: Person, now: datetime
) -> Sequence[WorkSession] | None:
    """Excuse a client for these days, both included: what was planned is dropped and finds another day,
    what was missed no longer counts as a miss. Returns what was dropped, or None where all these days were
    excused before.

    Raises Refused for a span that is reversed, or longer than three months.
    """
    if last < first:
        raise Refused("period-reversed")
    if (last - first).days >= LONGEST_SPAN:
        raise Refused("excuse-too-long", most=LONGEST_SPAN)
    if await _excused(session, case, first, last):
        return None
    span = ExcusedSpan(
        office_id=case.office_id, case_id=case.id, first=first, last=last, reason=words, by=by.id
    )
    session.add(span)
    dropped = []
    for planned in await _within(session, case, first, last):
        planned.outcome = Outcome.PERMITTED
        if planned.state is SessionState.PLANNED:
            cancel(planned)
            dropped.append(planned)
    payload = {
        "first": first.isoformat(),
        "last": last.isoformat(),
        "outcome": Outcome.PERMITTED.value,
        "words": words,
    }
    await record(
        session,
        case,
        EventKind.OUTCOME_SET,
        actor_id=by.id,
        payload=payload,
        happened_at=now,
        now=now,
        reason=Outcome.PERMITTED.value,
    )
    return dropped


async def _excused(session: AsyncSession, case: Case, first: date, last: date) -> bool:
    query = select(ExcusedSpan).where(
        ExcusedSpan.case_id == case.id, ExcusedSpan.first <= first, ExcusedSpan.last >= last
    )
    return (await session.exec(query)).first() is not None


async def _within(session: AsyncSession, case: Case, first: date, last: date) -> Sequence[WorkSession]:
    """The sessions of these days that nobody has worked, as far as is known."""
    nobody = col(WorkSession.state).in_([SessionState.PLANNED, SessionState.MISSED])
    query = (
        select(WorkSession)
        .where(WorkSession.case_id == case.id, WorkSession.office_id == case.office_id)
        .where(WorkSession.day >= first, WorkSession.day <= last)
        .where(or_(nobody, only_rejected()))
        .order_by(col(WorkSession.starts_at))
    )
    return (await session.exec(query)).all()
