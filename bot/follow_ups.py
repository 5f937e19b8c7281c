"""What was tried to reach a client who was away: recorded, changed by revision, taken back within minutes."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.answers import in_one
from bot.domain.cases import local_day
from bot.domain.checkins import UNDO
from bot.domain.follow_ups import (
    LONGEST_NOTE,
    FollowUpKind,
    FollowUpOutcome,
    check_reply_by,
    reply_by,
    working_day,
)
from bot.domain.hours import EventKind
from bot.domain.messages import Refused
from bot.orders import calendar_of
from bot.storage import queries
from bot.storage.events import record
from bot.storage.follow_ups import FollowUp
from bot.storage.models import Case, Person
from bot.storage.outages import unheard

LOOK_AHEAD = timedelta(days=30)
"""Within these, the next working days are found even around Lebaran."""


async def today(session: AsyncSession, case: Case, now: datetime) -> date:
    """The day in the zone of the case's office."""
    return local_day(now, (await queries.office_of(session, case.office_id)).zone)


async def working_days(session: AsyncSession, case: Case, count: int, now: datetime) -> list[date]:
    """The next working days of the office."""
    first = await today(session, case, now)
    calendar = await calendar_of(session, case.office_id, first, first + LOOK_AHEAD)
    return [working_day(first, number, calendar) for number in range(1, count + 1)]


async def add(
    session: AsyncSession,
    case: Case,
    kind: FollowUpKind,
    outcome: FollowUpOutcome,
    *,
    by: Person,
    now: datetime,
    on: date | None = None,
) -> FollowUp:
    """A step that was done today, awaited for three working days; or one planned for the day `on`. The caller
    holds the case's lock."""
    done_on = await today(session, case, now)
    until = check_reply_by(on, done_on) if on else await _default(session, case, done_on, outcome)
    step = FollowUp(
        office_id=case.office_id,
        case_id=case.id,
        kind=kind,
        outcome=outcome,
        done_on=done_on,
        reply_by=until,
        by=by.id,
        recorded_at=now,
    )
    session.add(step)
    await session.flush()
    await _record(session, case, step, EventKind.FOLLOW_UP_DONE, by, now)
    return step


async def finish(
    session: AsyncSession, case: Case, step: FollowUp, outcome: FollowUpOutcome, *, by: Person, now: datetime
) -> None:
    """What came of a planned step, done today."""
    step.done_on = await today(session, case, now)
    step.outcome, step.by = outcome, by.id
    step.reply_by = await _default(session, case, step.done_on, outcome)
    await _change(session, case, step, by, now)


async def await_until(
    session: AsyncSession, case: Case, step: FollowUp, day: date, *, by: Person, now: datetime
) -> None:
    """Another date for the answer, or for the planned step. Raises Refused for one that is no wait."""
    step.reply_by = check_reply_by(day, await today(session, case, now))
    await _change(session, case, step, by, now)


async def note(
    session: AsyncSession, case: Case, step: FollowUp, words: str, *, by: Person, now: datetime
) -> None:
    """The officer's words on a step; more of them are added below, for nothing is written over. After his own
    his buttons still hold; a colleague's he must have read before."""
    step.note = "\n".join(one for one in (step.note, in_one(words.strip(), LONGEST_NOTE)) if one)
    if by.id == step.by:
        await session.flush()
        await _record(session, case, step, EventKind.FOLLOW_UP_DONE, by, now)
        return
    await _change(session, case, step, by, now)


def may_undo(step: FollowUp, now: datetime) -> bool:
    """Whether the step can still be taken back."""
    return step.taken_back_at is None and now - step.recorded_at <= UNDO


async def take_back(session: AsyncSession, case: Case, step: FollowUp, *, by: Person, now: datetime) -> None:
    """A slip: the step does not count. Raises Refused after ten minutes; again, it does nothing."""
    if step.taken_back_at is not None:
        return
    if not may_undo(step, now - await unheard(session, step.recorded_at, now)):
        raise Refused("follow-up-undo-too-late")
    step.taken_back_at = now
    await _change(session, case, step, by, now, EventKind.FOLLOW_UP_TAKEN_BACK)


async def _default(session: AsyncSession, case: Case, done_on: date, outcome: FollowUpOutcome) -> date | None:
    calendar = await calendar_of(session, case.office_id, done_on, done_on + LOOK_AHEAD)
    return reply_by(done_on, outcome, calendar)


async def _change(
    session: AsyncSession,
    case: Case,
    step: FollowUp,
    by: Person,
    now: datetime,
    kind: EventKind = EventKind.FOLLOW_UP_DONE,
) -> None:
    step.revision += 1
    await session.flush()
    await _record(session, case, step, kind, by, now)


async def _record(
    session: AsyncSession, case: Case, step: FollowUp, kind: EventKind, by: Person, now: datetime
) -> None:
    payload = {
        "step": step.id,
        "kind": step.kind.value,
        "outcome": step.outcome.value,
        "done_on": step.done_on.isoformat(),
        "reply_by": step.reply_by.isoformat() if step.reply_by else None,
        "noted": bool(step.note),
    }
    await record(session, case, kind, actor_id=by.id, payload=payload, happened_at=now, now=now)
