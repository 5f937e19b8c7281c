"""Check-ins: what a location means right now, and when the clock must next look at a session."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.messages import Refused
from bot.domain.outages import Outage, lost
from bot.domain.phones import WRONG_PERSON
from bot.domain.quiet_hours import Quiet
from bot.domain.reminders import Offset, before_work

EARLY = timedelta(hours=2)
"""A location this long before a planned start already belongs to the session."""
LATE = timedelta(hours=1)
"""And this long after its planned end."""
FINISH_FROM = timedelta(minutes=15)
"""From this long before the planned end a bare location means *finish*."""
REPEAT = timedelta(minutes=10)
"""People send again when nobody answers: within this time the same receipt is given again."""
UNDO = timedelta(minutes=10)
"""How long a mistaken start or finish can be taken back."""
MISTAKEN_START = "reason-mistaken-start"
"""Why a record was undone: the client had not begun to work."""
UNDONE_STARTS = (WRONG_PERSON, MISTAKEN_START)
"""Of a record with one of these reasons nothing is left but that it was made and undone."""
CLOSE_AFTER = timedelta(hours=1)
"""A forgotten check-out is closed this long after the planned end, at the planned end."""
UNPLANNED_LENGTH = timedelta(hours=8)
"""The planned end of work outside the plan: the most that one day can hold."""
PHOTO_PATIENCE = timedelta(minutes=15)
"""How long the supervisor's card waits for a photo that the case asks for."""
PHOTO_BEFORE = timedelta(minutes=30)
"""A photo sent this long before the location belongs to it."""
LIST_FROM = 3
"""From this many people in a session a supervisor gets one list instead of cards."""


def check_earlier(clock: time, started_at: datetime, zone: str) -> datetime:
    """When somebody says that he really began, on the day of his start in the site's zone. Raises Refused for
    a time that is not before it, and for one that no working day holds."""
    day = started_at.astimezone(ZoneInfo(zone)).date()
    claimed = datetime.combine(day, clock, ZoneInfo(zone)).astimezone(ZoneInfo("UTC"))
    if claimed >= started_at:
        raise Refused("earlier-not-earlier")
    if started_at - claimed > UNPLANNED_LENGTH:
        raise Refused("earlier-too-far")
    return claimed


class Shows(StrEnum):
    """What a client's photo or location shows where it may be no work of his; without it, it is of work."""

    UNSAID = "unsaid"
    """He was asked and has not said it: no site sees it."""
    PROOF = "proof"
    """The proof of an excuse or of a contest: likewise."""
    TROUBLE = "trouble"
    """Where he was when he called for help or told of a worry: no site sees it, also by no comparison."""


class Moment(StrEnum):
    """The two ends of an attendance."""

    START = "start"
    FINISH = "finish"


class SessionState(StrEnum):
    """`missed` is a question, not a verdict: a late message or the supervisor's word still starts it."""

    PLANNED = "planned"
    STARTED = "started"
    MISSED = "missed"
    CANCELLED = "cancelled"


class AttendanceState(StrEnum):
    """`waiting`: finished, and the supervisor has not yet said anything about the hours."""

    OPEN = "open"
    WAITING = "waiting"
    CONFIRMED = "confirmed"
    REJECTED = "rejected"


class Meaning(StrEnum):
    """What a location does, given the state of the day."""

    START = "start"
    FINISH = "finish"
    REPEAT_START = "repeat_start"
    REPEAT_FINISH = "repeat_finish"
    ASK_FINISH = "ask_finish"
    """Working, and well before the planned end: *Selesai kerja* or *Hanya lokasi*?"""
    ASK_AGAIN = "ask_again"
    """The day's work was finished, or its record rejected: a second stretch, or only a location?"""


@dataclass(frozen=True, slots=True)
class Slot:
    """A planned session as far as choosing needs it."""

    id: int
    starts_at: datetime
    ends_at: datetime
    site: int = 0

    def begins(self, at: datetime) -> bool:
        """Whether this is when it should begin."""
        return abs(at - self.starts_at) <= REPEAT


@dataclass(frozen=True, slots=True)
class Today:
    """The latest attendance of a client's day, if any, with its planned end."""

    started_at: datetime
    finished_at: datetime | None
    planned_end: datetime
    session: int | None = None
    rejected: bool = False
    site: int = 0
    still_there: bool = False
    """The location lies nearer to this site than to that of the session it would start."""


def meaning(today: Today | None, slot: Slot | None, at: datetime) -> Meaning:
    """What a bare location sent at `at` means. `slot` is the session that it would start."""
    if today is None:
        return Meaning.START
    if today.rejected:
        return _after_rejection(today, slot)
    if today.finished_at is None:
        if at - today.started_at <= REPEAT:
            return Meaning.REPEAT_START
        return Meaning.FINISH if at >= today.planned_end - FINISH_FROM else Meaning.ASK_FINISH
    elsewhere = slot is not None and slot.site != today.site and slot.begins(at) and not today.still_there
    if abs(at - today.finished_at) <= REPEAT and not elsewhere:
        return Meaning.REPEAT_FINISH
    return Meaning.START if slot is not None else Meaning.ASK_AGAIN


def _after_rejection(today: Today, slot: Slot | None) -> Meaning:
    """A rejected attendance is over. Rejected before its finish (*belum datang*), its session is begun anew;
    after it, whoever rejected it saw the whole stretch, so the client says first what he means."""
    same = slot is not None and slot.id == today.session
    return Meaning.ASK_AGAIN if slot is None or (same and today.finished_at) else Meaning.START


def slot_for(slots: Iterable[Slot], at: datetime) -> Slot | None:
    """The session that a location sent at `at` starts: the nearest start among those that it could start,
    from `EARLY` before them to `LATE` after their end, and longer by what an outage took of that."""
    return min(slots, key=lambda slot: abs(slot.starts_at - at), default=None)


class SessionStep(StrEnum):
    """What the clock does about a session that nobody has started, in this order."""

    REMINDER = "reminder"
    """As often as the office or the client chooses."""
    MISS_QUESTION = "miss_question"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Habits:
    """When a client is reminded, how long after a start he is asked, and when nobody is rung."""

    reminders: tuple[Offset, ...]
    grace: timedelta
    quiet: Quiet | None = None


def extension(slot: Slot, outages: Iterable[Outage]) -> timedelta:
    """How much longer a session may be begun and is waited for: by the time in which nobody was heard."""
    return lost(outages, slot.starts_at, slot.ends_at + LATE)


def session_steps(
    slot: Slot, zone: str, habits: Habits, outages: Iterable[Outage] = ()
) -> list[tuple[datetime, SessionStep]]:
    """When the clock does what about a session, earliest first.

    A session shorter than the grace is asked about at its end, so that *missed* stays the last step.
    """
    longer = extension(slot, outages)
    reminders = before_work(habits.reminders, slot.starts_at, zone, habits.quiet)
    question = min(slot.starts_at + habits.grace, slot.ends_at)
    return [
        *((at, SessionStep.REMINDER) for at in reminders),
        (question + longer, SessionStep.MISS_QUESTION),
        (slot.ends_at + CLOSE_AFTER + longer, SessionStep.MISSED),
    ]


def due_step(steps: list[tuple[datetime, SessionStep]], since: datetime, now: datetime) -> SessionStep | None:
    """The one step to take at `now` after looking last at `since`: the latest that is due, because
    an earlier reminder no longer helps."""
    due = [step for at, step in steps if since <= at <= now]
    return due[-1] if due else None


def next_look(steps: list[tuple[datetime, SessionStep]], after: datetime) -> datetime | None:
    """When to look again: the first step later than `after`, or None when all are past."""
    return next((at for at, _ in steps if at > after), None)


PHOTO_DRAW = 3
"""A random photo rule asks one time in so many."""


def photo_is_drawn(occasion: str) -> bool:
    """Whether this occasion asks for a photo: as good as random to people, the same for a repeat."""
    return int.from_bytes(hashlib.sha256(occasion.encode()).digest()[:4], "big") % PHOTO_DRAW == 0


def receipt_number(event_id: int) -> str:
    """A receipt number people can read out: `K7-314`. Letters that look like digits are left out."""
    letters = "ACDEFGHJKLMNPRTUVWXY"
    thousands, rest = divmod(event_id, 1000)
    tens, digit = divmod(thousands, 10)
    prefix = letters[tens % len(letters)]
    while (tens := tens // len(letters)) > 0:
        prefix = letters[tens % len(letters)] + prefix
    return f"{prefix}{digit}-{rest:03d}"
