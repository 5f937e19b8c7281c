"""A supervisor sets start, finish and break right and confirms: old and new times stand in the event."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances
from bot.domain.answers import reason_of
from bot.domain.cases import local_day
from bot.domain.checkins import AttendanceState
from bot.domain.clock_times import WorkDay
from bot.domain.hours import EventKind
from bot.storage import queries
from bot.storage.events import record
from bot.storage.models import Attendance, Case, Site, WorkSession
from bot.storage.times_drafts import TimesDraft

OWN_WORDS = "words"
"""The closed word in the event where the reason is in the supervisor's own words."""


class Step(StrEnum):
    """What is asked next; the questions are in the locale (`times-ask-…`)."""

    START = "start"
    FINISH = "finish"
    BREAK = "break"
    WHY = "why"


def next_step(draft: TimesDraft, attendance: Attendance) -> Step | None:
    """The first question without an answer; None when all is said. Without a change there is no *why*."""
    if draft.started_at is None:
        return Step.START
    if draft.finished_at is None:
        return Step.FINISH
    if draft.break_minutes is None:
        return Step.BREAK
    return Step.WHY if changes(draft, attendance) and not draft.reason else None


def changes(draft: TimesDraft, attendance: Attendance) -> bool:
    """Whether the answers differ from what is recorded."""
    return (draft.started_at, draft.finished_at, draft.break_minutes) != (
        attendance.started_at,
        attendance.finished_at,
        attendance.break_minutes,
    )


def work_day(attendance: Attendance, planned: WorkSession | None, site: Site) -> WorkDay:
    """The day to which typed times belong."""
    if planned is None or local_day(planned.starts_at, site.zone) == local_day(planned.ends_at, site.zone):
        return WorkDay(attendance.day, site.zone)
    until = planned.ends_at.astimezone(ZoneInfo(site.zone)).time()
    return WorkDay(attendance.day, site.zone, until)


def may_correct(attendance: Attendance, planned: WorkSession | None, now: datetime) -> bool:
    """While nobody has decided, once the work is over: finished, or past its planned end without a word."""
    if attendance.state is AttendanceState.WAITING:
        return True
    return attendance.state is AttendanceState.OPEN and attendances.planned_end(attendance, planned) <= now


async def save(
    session: AsyncSession,
    case: Case,
    attendance: Attendance,
    draft: TimesDraft,
    *,
    by: int,
    now: datetime,
    instead: str = "",
) -> None:
    """The times as the supervisor says, with the old ones in the fact, and the hours confirmed by them.
    `instead`: why it is an officer who confirms."""
    assert draft.started_at is not None  # noqa: S101  (everything was answered before it was shown)
    assert draft.finished_at is not None  # noqa: S101
    assert draft.break_minutes is not None  # noqa: S101
    before = _times(attendance)
    if attendance.state is AttendanceState.OPEN:
        await attendances.finish(
            session, case, attendance, at=draft.finished_at, actor_id=by, photo_wanted=False, now=now
        )
    attendance.started_at, attendance.finished_at = draft.started_at, draft.finished_at
    attendance.break_minutes, attendance.closed_by_rule = draft.break_minutes, False
    payload = {
        "attendance": attendance.id,
        "day": attendance.day.isoformat(),
        "before": before,
        "after": _times(attendance),
        "words": draft.reason,
    }
    await record(
        session,
        case,
        EventKind.TIMES_CORRECTED,
        actor_id=by,
        payload=payload,
        happened_at=now,
        now=now,
        reason=reason_of(draft.reason) or OWN_WORDS,
    )
    await attendances.confirm_hours(session, case, attendance, by=by, now=now, reason=instead)


def _times(attendance: Attendance) -> dict[str, Any]:
    finished = attendance.finished_at
    return {
        "start": attendance.started_at.isoformat(),
        "finish": finished.isoformat() if finished else None,
        "break_minutes": attendance.break_minutes,
    }


async def planned_of(session: AsyncSession, attendance: Attendance) -> WorkSession | None:
    """The session that was planned, if any."""
    return await queries.session_by_id(session, attendance.office_id, attendance.session_id)
