"""Contests (*keberatan*): a client says that a word on his work is not right; somebody else looks again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.cases import local_day
from bot.domain.checkins import AttendanceState
from bot.domain.messages import Refused

OPEN_FOR = timedelta(days=14)
"""How long after the word a contest can be filed; the law is silent, so this is Hadir's own figure."""
ANSWER_WITHIN = timedelta(days=7)
"""By when the client is told to expect an answer; likewise."""
LONGER = timedelta(days=3)
"""How much later the answer may come after that day, as the client is then told; likewise."""
MORNING, EVENING = time(8), time(20)
"""Reminders of contests come between these, by the office's clock."""


class ContestAbout(StrEnum):
    """What is contested."""

    REJECTED = "rejected"
    """Work that somebody rejected."""
    TIMES = "times"
    """Hours that count, with times that are not his."""
    PENALTY = "penalty"
    """Minutes that were taken off."""
    MISS = "miss"
    """A session that counts as missed."""
    UNRECORDED = "unrecorded"
    """A day on which he worked and nobody recorded it."""
    CORRECTION = "correction"
    """Minutes that an officer added or took off."""
    OPENING = "opening"
    """Hours that he served before Hadir."""


class ContestState(StrEnum):
    """A contest waits for one person's decision; nothing decides it by itself."""

    DRAFT = "draft"
    """Begun and not sent: nobody but the client knows of it."""
    OPEN = "open"
    UPHELD = "upheld"
    """The client was right, at least in part: the hours count, as he says or as somebody found."""
    DISMISSED = "dismissed"
    SETTLED = "settled"
    """Nothing is left to decide: the record holds it by now."""
    WITHDRAWN = "withdrawn"


class Ruling(StrEnum):
    """How a contest is decided."""

    DISMISSED = "dismissed"
    """The entry stands."""
    UPHELD = "upheld"
    """As the client says."""
    OTHERWISE = "otherwise"
    """Neither as it stands nor as he claims: other times, other minutes of a correction, other hours before
    Hadir."""


@dataclass(frozen=True, slots=True)
class Granted:
    """What is right by the word of whoever decides: from when to when, or so many minutes of a correction or
    before Hadir."""

    times: tuple[datetime, datetime] | None = None
    minutes: int | None = None

    def told(self) -> dict[str, Any]:
        """For the event of the decision."""
        if self.times is None:
            return {"granted_minutes": self.minutes}
        start, finish = self.times
        return {"granted_start": start.isoformat(), "granted_finish": finish.isoformat()}


def about_of(state: AttendanceState, penalty_minutes: int) -> ContestAbout:
    """What a client contests in work that somebody has decided on."""
    if state is AttendanceState.REJECTED:
        return ContestAbout.REJECTED
    return ContestAbout.PENALTY if penalty_minutes else ContestAbout.TIMES


def check_filing(said_at: datetime | None, *, known: ContestState | None, now: datetime) -> None:
    """Raises Refused where nobody has said a word yet, for a word that is too old, and for a second contest
    of the same entry."""
    if said_at is None:
        raise Refused("contest-nothing-to-contest")
    if known is ContestState.OPEN:
        raise Refused("contest-waits")
    if known not in (None, ContestState.DRAFT):
        raise Refused("contest-was-decided")
    if now - said_at > OPEN_FOR:
        raise Refused("contest-too-late", most=OPEN_FOR.days)


def may_reopen(
    state: ContestState, *, decided_at: datetime | None, reopened_at: datetime | None, now: datetime
) -> bool:
    """Whether new evidence may open a contest again: once, after a dismissal, as long as one may be filed."""
    fresh = decided_at is not None and now - decided_at <= OPEN_FOR
    return state is ContestState.DISMISSED and reopened_at is None and fresh


def check_claimed_day(day: date, today: date, *, longer: timedelta = timedelta()) -> None:
    """Raises Refused for a day to come, and for one that lies too far back."""
    if day > today:
        raise Refused("claim-day-to-come")
    if today - day > OPEN_FOR + longer:
        raise Refused("claim-day-too-old", most=OPEN_FOR.days)


def answer_by(now: datetime, zone: str) -> date:
    """The day by which the client can expect an answer, in the office's zone."""
    return local_day(now, zone) + ANSWER_WITHIN


def look_at(answer_on: date, zone: str) -> datetime:
    """When somebody is reminded of a contest that nobody has answered by that day: the next morning."""
    morning = datetime.combine(answer_on + timedelta(days=1), MORNING, ZoneInfo(zone))
    return morning.astimezone(UTC)


class Chase(StrEnum):
    """What the clock does about a contest that nobody has decided."""

    WAIT = "wait"
    """Its day has not passed, or it is night."""
    REMIND = "remind"
    """Whoever decides is reminded, and the client hears that it takes longer."""
    TELL_HEAD = "tell_head"
    NONE = "none"


def next_chase(chased: int, answer_on: date, *, by_head: bool, now: datetime, zone: str) -> Chase:
    """One reminder, then the head of an officer's; never at night by the office's clock."""
    local = now.astimezone(ZoneInfo(zone))
    if chased > 1 or (chased == 1 and by_head):
        return Chase.NONE
    if local.date() <= answer_on or not MORNING <= local.time() < EVENING:
        return Chase.WAIT
    return Chase.TELL_HEAD if chased else Chase.REMIND


def wait_until(answer_on: date, *, now: datetime, zone: str) -> datetime:
    """The first morning after that day that is still to come."""
    local = now.astimezone(ZoneInfo(zone))
    today = local.date() - timedelta(days=local.time() < MORNING)
    return look_at(max(answer_on, today), zone)
