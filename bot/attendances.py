"""What can happen to an attendance: each change writes its fact, the row and the balance together."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import assistance, live_locations
from bot.assistance import Help
from bot.domain.adjustments import check_penalty
from bot.domain.cases import local_day
from bot.domain.chasers import Chaser, chaser_at
from bot.domain.checkins import (
    CLOSE_AFTER,
    PHOTO_PATIENCE,
    UNDO,
    UNPLANNED_LENGTH,
    AttendanceState,
    Moment,
    SessionState,
)
from bot.domain.hours import EventKind
from bot.domain.offers import FAR_ENOUGH
from bot.domain.outcomes import MEANINGS, after_rejection, outcome_of
from bot.orders import calendar_of
from bot.storage import queries
from bot.storage.events import record
from bot.storage.models import Attendance, Case, Event, Site, WorkSession
from bot.storage.outages import unheard

WHOLE_MINUTE = timedelta(minutes=1)
"""How much `whole_minute` may take off."""


def whole_minute(at: datetime) -> datetime:
    """Hours are counted in whole minutes; seconds stay with the evidence."""
    return at.replace(second=0, microsecond=0)


def planned_end(attendance: Attendance, planned: WorkSession | None) -> datetime:
    """When the work is expected to end; outside the plan, after the longest day the law allows."""
    return planned.ends_at if planned else attendance.started_at + UNPLANNED_LENGTH


async def start(
    session: AsyncSession,
    case: Case,
    site: Site,
    planned: WorkSession | None,
    *,
    at: datetime,
    actor_id: int,
    photo_wanted: bool,
    now: datetime,
    help: Help | None = None,
) -> Attendance:
    """Open an attendance at `at`, for a planned session or outside the plan. A rejected attendance of the
    same session makes way: it stays on record, and the session has one start that counts. `help`: somebody
    else sent it for the client."""
    began = whole_minute(at)
    before = await _make_way(session, planned) if planned else None
    attendance = Attendance(
        office_id=case.office_id,
        case_id=case.id,
        client_id=case.client_id,
        site_id=site.id,
        session_id=planned.id if planned else None,
        day=planned.day if planned else local_day(began, site.zone),
        state=AttendanceState.OPEN,
        revision=1,
        started_at=began,
        break_minutes=planned.break_minutes if planned else 0,
        photo_wanted=Moment.START if photo_wanted else None,
    )
    attendance.look_at = next_look(attendance, planned, now)
    if planned:
        planned.state, planned.look_at = SessionState.STARTED, None
        planned.outcome = None  # whatever was said of a miss: the client is there
    session.add(attendance)
    await session.flush()
    payload = _payload(attendance) | {
        "planned": planned is not None,
        "break_minutes": attendance.break_minutes,
        "site": site.id,
        **assistance.payload(help),
    }
    if before is not None:
        payload["instead_of"] = before
    event = await record(
        session,
        case,
        EventKind.CHECKED_IN,
        actor_id=actor_id,
        payload=payload,
        happened_at=at,
        now=now,
    )
    attendance.start_receipt = event.id
    await assistance.note(session, attendance, Moment.START, help, now)
    return attendance


async def finish(
    session: AsyncSession,
    case: Case,
    attendance: Attendance,
    *,
    at: datetime,
    actor_id: int | None,
    photo_wanted: bool,
    now: datetime,
    help: Help | None = None,
) -> None:
    """Close an open attendance at `at`; without an actor it is the rule for a forgotten check-out."""
    assert attendance.state is AttendanceState.OPEN  # noqa: S101  (what is decided never comes back to life)
    attendance.finished_at = max(whole_minute(at), attendance.started_at)
    attendance.break_minutes = await _break_taken(session, attendance)
    attendance.state = AttendanceState.WAITING
    attendance.closed_by_rule = actor_id is None
    attendance.photo_wanted = Moment.FINISH if photo_wanted else None
    attendance.look_at = now + PHOTO_PATIENCE if photo_wanted else None
    kind = EventKind.CLOSED_BY_RULE if actor_id is None else EventKind.CHECKED_OUT
    payload = _payload(attendance) | {"break_minutes": attendance.break_minutes} | assistance.payload(help)
    event = await _record(session, case, attendance, kind, actor_id, payload, at, now)
    attendance.finish_receipt = event.id
    await assistance.note(session, attendance, Moment.FINISH, help, now)
    planned = await queries.session_by_id(session, attendance.office_id, attendance.session_id)
    by_client = actor_id == attendance.client_id
    await live_locations.check_stay(session, attendance, planned, by_client=by_client, now=now)


def may_undo(attendance: Attendance, now: datetime) -> bool:
    """Whether a finish can still be taken back: for ten minutes, before the supervisor has decided."""
    finished = attendance.finished_at
    undecided = attendance.state is AttendanceState.WAITING and finished is not None
    return undecided and finished is not None and now - finished <= UNDO + WHOLE_MINUTE


async def may_still_undo(session: AsyncSession, attendance: Attendance, now: datetime) -> bool:
    """Likewise, and as much later as nobody could be heard meanwhile."""
    since = attendance.finished_at or now
    return may_undo(attendance, now - await unheard(session, since, now))


def may_undo_start(attendance: Attendance, now: datetime) -> bool:
    """Likewise of a start: for ten minutes, before the supervisor has seen anybody."""
    return just_started(attendance, now) and attendance.present_by is None


def just_started(attendance: Attendance, now: datetime) -> bool:
    """Whether work is under way for no longer than that."""
    return attendance.state is AttendanceState.OPEN and now - attendance.started_at <= UNDO + WHOLE_MINUTE


async def undo_finish(
    session: AsyncSession,
    case: Case,
    attendance: Attendance,
    planned: WorkSession | None,
    *,
    actor_id: int | None,
    now: datetime,
) -> None:
    """Take a mistaken finish back: the work goes on, and neither help nor location speaks of an end any more.
    Without an actor it was another person's."""
    payload = _payload(attendance)
    evidence = await queries.evidence_of(session, attendance)
    await live_locations.forget_end(session, evidence)
    for one in evidence:
        one.moment = None if one.moment is Moment.FINISH else one.moment
    await assistance.undone(session, attendance, Moment.FINISH, now)
    attendance.finished_at, attendance.finish_receipt = None, 0
    attendance.state, attendance.photo_wanted = AttendanceState.OPEN, None
    attendance.look_at = next_look(attendance, planned, now)
    await _record(session, case, attendance, EventKind.CHECK_OUT_UNDONE, actor_id, payload, now, now)


async def undo_start(
    session: AsyncSession,
    case: Case,
    attendance: Attendance,
    planned: WorkSession | None,
    *,
    look_at: datetime | None,
    reason: str,
    actor_id: int | None,
    now: datetime,
) -> None:
    """Nobody began, or it was somebody else who came: the record stays with its reason, and the session is as
    if nobody had begun it; `look_at` is when the clock sees to it next."""
    payload = _payload(attendance) | {"words": reason}
    attendance.state, attendance.reject_reason, attendance.decided_at = AttendanceState.REJECTED, reason, now
    attendance.session_id, attendance.photo_wanted, attendance.look_at = None, None, None
    if planned is not None:
        planned.state, planned.outcome, planned.look_at = SessionState.PLANNED, None, look_at
    await _record(session, case, attendance, EventKind.CHECK_IN_UNDONE, actor_id, payload, now, now)


async def confirm_presence(
    session: AsyncSession, case: Case, attendance: Attendance, *, by: int, now: datetime
) -> None:
    """The supervisor saw the client at work; hours follow after the finish."""
    attendance.present_by = by
    await _record(session, case, attendance, EventKind.PRESENCE_CONFIRMED, by, _payload(attendance), now, now)


async def confirm_hours(
    session: AsyncSession,
    case: Case,
    attendance: Attendance,
    *,
    by: int,
    now: datetime,
    penalty_minutes: int = 0,
    reason: str = "",
    basis: Mapping[str, Any] | None = None,
    together: bool = False,
) -> None:
    """The supervisor confirms start and finish: only now do the hours count, a penalty taken off. An officer
    who confirms in his place has a `reason`, and a `basis` that stands in the event. `together`: one tap for
    everybody.

    Raises Refused for a penalty longer than the work.
    """
    check_penalty(penalty_minutes, _worked(attendance))
    attendance.penalty_minutes = penalty_minutes
    attendance.state = AttendanceState.CONFIRMED
    attendance.decided_by, attendance.decided_at = by, now
    attendance.decided_together = together
    attendance.present_by = attendance.present_by or by
    attendance.photo_wanted, attendance.look_at = None, None
    planned = await queries.session_by_id(session, attendance.office_id, attendance.session_id)
    length = (planned.starts_at, planned.ends_at) if planned else None
    outcome = outcome_of(length, _times(attendance))
    if planned is not None:
        planned.outcome = outcome
    payload = _payload(attendance) | {
        "break_minutes": attendance.break_minutes,
        "penalty_minutes": penalty_minutes,
        "attended": MEANINGS[outcome].attended,
        "outcome": outcome.value,
        **(basis or {}),
    }
    kind = EventKind.HOURS_CONFIRMED
    await _record(session, case, attendance, kind, by, payload, now, now, reason=reason)


async def reject(
    session: AsyncSession, case: Case, attendance: Attendance, *, by: int, reason: str, now: datetime
) -> None:
    """The supervisor says it is not right, and why: a key of the locale, or his own words. Of a session that
    was only claimed to have begun this says that nobody came; who begins anew is there after all."""
    attendance.state = AttendanceState.REJECTED
    attendance.decided_by, attendance.decided_at, attendance.reject_reason = by, now, reason
    attendance.photo_wanted, attendance.look_at = None, None
    payload = _payload(attendance) | {"words": reason}
    planned = await queries.session_by_id(session, attendance.office_id, attendance.session_id)
    if planned is not None:
        planned.outcome = after_rejection(reason, finished=attendance.finished_at is not None)
        payload["outcome"] = planned.outcome.value if planned.outcome else None
    await _record(session, case, attendance, EventKind.HOURS_REJECTED, by, payload, now, now)


async def take_back_rejection(
    session: AsyncSession,
    case: Case,
    attendance: Attendance,
    planned: WorkSession | None,
    *,
    by: int,
    now: datetime,
) -> None:
    """A slip of the supervisor's finger: the attendance is again what it was before he rejected it."""
    attendance.state = AttendanceState.WAITING if attendance.finished_at else AttendanceState.OPEN
    attendance.decided_by, attendance.decided_at, attendance.reject_reason = None, None, ""
    if attendance.state is AttendanceState.OPEN:
        attendance.look_at = next_look(attendance, planned, now)
    if planned is not None:
        planned.outcome = None
    kind = EventKind.REJECTION_TAKEN_BACK
    await _record(session, case, attendance, kind, by, _payload(attendance), now, now)


async def judge_outside_plan(
    session: AsyncSession, case: Case, attendance: Attendance, *, by: int, accepted: bool, now: datetime
) -> None:
    """The officer lets work outside the plan count, or not."""
    kind = EventKind.OUTSIDE_PLAN_ACCEPTED if accepted else EventKind.OUTSIDE_PLAN_DECLINED
    attendance.accepted_by = by if accepted else None
    if not accepted:
        attendance.state, attendance.look_at = AttendanceState.REJECTED, None
        attendance.decided_by, attendance.decided_at = by, now
    await _record(session, case, attendance, kind, by, _payload(attendance), now, now)


async def _make_way(session: AsyncSession, planned: WorkSession) -> int | None:
    """Loosen a rejected attendance from its session, which only one can hold; returns its id."""
    if planned.state is not SessionState.STARTED:
        return None
    before = (await session.exec(select(Attendance).where(Attendance.session_id == planned.id))).first()
    if before is None:
        return None
    assert before.state is AttendanceState.REJECTED  # noqa: S101  (else the session is taken)
    before.session_id = None
    before.revision += 1
    await session.flush()
    return before.id


def next_look(attendance: Attendance, planned: WorkSession | None, now: datetime) -> datetime | None:
    """When the clock must next look at an open attendance: for a missing photo, at the planned start and end
    (the list of a group), and to close a forgotten check-out."""
    end = planned_end(attendance, planned)
    moments = [end, end + CLOSE_AFTER]
    if planned is not None:
        moments.append(planned.starts_at)
    if attendance.photo_wanted:
        moments.append(now + PHOTO_PATIENCE)
    return min((at for at in moments if at > now), default=now + timedelta(minutes=1))


async def _chase_at(session: AsyncSession, attendance: Attendance, now: datetime) -> datetime | None:
    """When somebody is asked once more, as long as its hours wait: its supervisors once, then the officer."""
    if attendance.state is not AttendanceState.WAITING:
        return None
    if attendance.chase_at is not None:
        return attendance.chase_at
    site = await queries.site_of(session, attendance.office_id, attendance.site_id)
    today = local_day(now, site.zone)
    calendar = await calendar_of(session, site.office_id, today, today + FAR_ENOUGH, site.region)
    whom = Chaser.SUPERVISOR if attendance.chased_at is None else Chaser.OFFICER
    return chaser_at(now, whom, site.zone, calendar)


async def ask_again(session: AsyncSession, case: Case, now: datetime) -> None:
    """Hours that nobody was asked about while their case was closed are asked about, now that it is open
    again."""
    query = select(Attendance).where(Attendance.case_id == case.id)
    waiting = await session.exec(query.where(Attendance.state == AttendanceState.WAITING))
    for attendance in waiting.all():
        attendance.chase_at = await _chase_at(session, attendance, now)
        session.add(attendance)
    await session.flush()


async def _break_taken(session: AsyncSession, attendance: Attendance) -> int:
    """Minutes of break in this stay, by the rule of its placement; outside the plan there is none."""
    planned = await queries.session_by_id(session, attendance.office_id, attendance.session_id)
    started, finished = _times(attendance)
    return planned.pause.taken(int((finished - started).total_seconds() // 60)) if planned else 0


def _times(attendance: Attendance) -> tuple[datetime, datetime]:
    return attendance.started_at, attendance.finished_at or attendance.started_at


def _worked(attendance: Attendance) -> int:
    started, finished = _times(attendance)
    return max(int((finished - started).total_seconds() // 60) - attendance.break_minutes, 0)


def _payload(attendance: Attendance) -> dict[str, Any]:
    finished = attendance.finished_at
    return {
        "attendance": attendance.id,
        "day": attendance.day.isoformat(),
        "start": attendance.started_at.isoformat(),
        "finish": finished.isoformat() if finished else None,
    }


async def _record(
    session: AsyncSession,
    case: Case,
    attendance: Attendance,
    kind: EventKind,
    actor_id: int | None,
    payload: dict[str, Any],
    at: datetime,
    now: datetime,
    reason: str = "",
) -> Event:
    attendance.revision += 1
    attendance.chase_at = await _chase_at(session, attendance, now)
    session.add(attendance)
    await session.flush()
    return await record(
        session, case, kind, actor_id=actor_id, payload=payload, happened_at=at, now=now, reason=reason
    )
