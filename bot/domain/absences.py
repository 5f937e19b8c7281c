"""Who has not come, as the supervisor says it: whether the client had told him, and when that can be said."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.checkins import UNDO
from bot.domain.messages import Refused

LOOK_BACK = timedelta(days=14)
"""How far back a supervisor is asked about sessions of which nobody has said a word: some sites have no
signal for days."""
LOOK_AHEAD = timedelta(days=14)
"""How far ahead he may say that somebody will not come: what lies later is better asked for with `/izin`."""
TOLD_SUPERVISOR = "reason-told-supervisor"
"""What stands as the answer to a miss where the client told the supervisor: it climbs no ladder until the
officer decides."""


class Absence(StrEnum):
    """A supervisor's word on a session that nobody has begun."""

    TOLD = "told"
    """The client had told him: a claim, for the officer to decide."""
    NOT_TOLD = "not_told"


def check_time(absence: Absence, starts_at: datetime, now: datetime) -> None:
    """Raises Refused for a session that has not begun, unless the client has told the supervisor already, and
    for one that is too far ahead for that too."""
    check_ahead(starts_at, now)
    if absence is Absence.NOT_TOLD and starts_at > now:
        raise Refused("absence-too-early")


def check_ahead(starts_at: datetime, now: datetime) -> None:
    """Raises Refused for a session more than 14 days ahead, to the minute."""
    if starts_at - now > LOOK_AHEAD:
        raise Refused("absence-too-far")


def check_undo(said_at: datetime, now: datetime) -> None:
    """Raises Refused after ten minutes."""
    if now - said_at > UNDO:
        raise Refused("absence-undo-too-late")
