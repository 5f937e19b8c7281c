"""What counts as having come, and what as a miss: conditions on sessions that several questions share."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import col, select

from bot.domain import outcomes
from bot.domain.checkins import AttendanceState, SessionState
from bot.domain.outcomes import MEANINGS, Outcome
from bot.storage.models import Attendance, WorkSession

FOLLOWED_UP = tuple(outcome for outcome, means in MEANINGS.items() if means.needs_follow_up)
_STANDING = tuple(outcome for outcome in Outcome if outcomes.stands(outcome))


def came(work: type[WorkSession] = WorkSession) -> ColumnElement[bool]:
    """Somebody started a session, and the supervisor did not reject it."""
    return and_(col(work.state) == SessionState.STARTED, ~_rejected(work))


def only_rejected(work: type[WorkSession] = WorkSession) -> ColumnElement[bool]:
    """A session was started, and the supervisor rejected what was recorded of it."""
    return and_(col(work.state) == SessionState.STARTED, _rejected(work))


def _rejected(work: type[WorkSession]) -> ColumnElement[bool]:
    state = col(Attendance.state)
    return (
        select(Attendance.id)
        .where(Attendance.session_id == work.id, state == AttendanceState.REJECTED)
        .exists()
    )


def said_missed(until: datetime) -> ColumnElement[bool]:
    """The supervisor's no stands for a miss: nobody was there, and the session is over."""
    over = col(WorkSession.ends_at) <= until
    return and_(only_rejected(), over, col(WorkSession.outcome).in_(FOLLOWED_UP))


def climbs() -> ColumnElement[bool]:
    """A miss that somebody must follow up: nobody has said that it was excused."""
    return or_(col(WorkSession.outcome).is_(None), col(WorkSession.outcome).in_(FOLLOWED_UP))


def stands() -> ColumnElement[bool]:
    """A miss of which the officer hears: it climbs, or nothing could be sent to the client."""
    return or_(col(WorkSession.outcome).is_(None), col(WorkSession.outcome).in_(_STANDING))
