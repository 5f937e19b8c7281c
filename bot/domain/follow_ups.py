"""Follow-up (*tindak lanjut*): what an officer tried to reach a client who was away, and until when he waits.

A miss starts a conversation: one → a reminder, two in a row → the officer calls, three → village officials,
a visit or a new number. A step with a date makes the client somebody who is waited for, until that date.
When he comes or reports, the steps close by themselves; none is ever deleted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.domain.calendar import SUNDAY, Calendar, HolidayRule
from bot.domain.messages import Refused

CALL_AFTER = 2
"""Misses in a row after which the officer calls; an office can choose others."""
FOLLOW_UP_AFTER = 3
"""And after which village officials, a visit or a new number are the next steps."""
FEWEST_MISSES, MOST_MISSES = 1, 10
REPLY_DAYS = 3
"""Working days for an answer, where nobody says another date."""
LONGEST_WAIT = timedelta(days=60)
LONGEST_NOTE = 500
SATURDAY = 6


class FollowUpKind(StrEnum):
    """What was done or is planned; the words are in the locale (`follow-up-kind-…`)."""

    CALL = "call"
    VILLAGE = "village"
    """Village officials were asked."""
    VISIT = "visit"
    NUMBER = "number"
    """Another number was looked for."""


class FollowUpOutcome(StrEnum):
    """What came of it; the words are in the locale (`follow-up-outcome-…`)."""

    PLANNED = "planned"
    REACHED = "reached"
    PROMISED = "promised"
    """He says that he comes."""
    NO_ANSWER = "no_answer"
    NOT_MET = "not_met"
    MOVED = "moved"
    """He lives somewhere else by now."""
    FOUND = "found"
    NOT_FOUND = "not_found"


OFFERED: Mapping[FollowUpKind, tuple[FollowUpOutcome, ...]] = {
    FollowUpKind.CALL: (FollowUpOutcome.PROMISED, FollowUpOutcome.REACHED, FollowUpOutcome.NO_ANSWER),
    FollowUpKind.VILLAGE: (FollowUpOutcome.PROMISED, FollowUpOutcome.MOVED, FollowUpOutcome.NOT_FOUND),
    FollowUpKind.VISIT: (FollowUpOutcome.PROMISED, FollowUpOutcome.NOT_MET, FollowUpOutcome.MOVED),
    FollowUpKind.NUMBER: (FollowUpOutcome.FOUND, FollowUpOutcome.NOT_FOUND),
}
"""What can be said of each step, in the order of the buttons."""
WAITS_FOR_NOBODY = frozenset({FollowUpOutcome.MOVED, FollowUpOutcome.FOUND, FollowUpOutcome.NOT_FOUND})
"""After these the next step is the officer's own, at once."""


@dataclass(frozen=True, slots=True)
class Step:
    """A step as the rules need it."""

    kind: FollowUpKind
    outcome: FollowUpOutcome
    done_on: date
    """When it was done; of a planned one, when it was planned."""
    reply_by: date | None
    """*Ditunggu sampai*: the last day on which he is waited for; of a planned step, its day."""
    recorded_at: datetime

    @property
    def planned(self) -> bool:
        return self.outcome is FollowUpOutcome.PLANNED

    @property
    def waits_until(self) -> date | None:
        """The last day on which the officer need do nothing: on the day of a planned step he does it."""
        if self.reply_by is None or not self.planned:
            return self.reply_by
        return self.reply_by - timedelta(days=1)


def climbing(answers: Sequence[str]) -> int:
    """How many misses in a row count on the ladder, by what was said of each, oldest first: those without a
    word; all of them where he is silent again after he has explained one."""
    silent = sum(not one for one in answers)
    return len(answers) if answers and not answers[-1] else silent


def standing(steps: Iterable[Step], came_at: datetime | None) -> tuple[Step, ...]:
    """The steps since the client last came or reported; the earlier ones did their work."""
    return tuple(one for one in steps if came_at is None or one.recorded_at >= came_at)


def awaited(steps: Iterable[Step], today: date) -> Step | None:
    """The step for which the officer waits today: the one with the latest date that has not passed."""
    waiting = [one for one in steps if one.waits_until and one.waits_until >= today]
    return max(waiting, key=lambda one: one.waits_until or today, default=None)


def next_step(steps: Sequence[Step], *, follow_up: bool) -> str:
    """The word for what comes after these (`follow-up-next-…`); `follow_up`: a call is not enough by now."""
    match steps[-1].outcome:
        case FollowUpOutcome.PLANNED:
            return "record"
        case FollowUpOutcome.MOVED:
            return "address"
        case FollowUpOutcome.FOUND:
            return "number"
        case FollowUpOutcome.NO_ANSWER | FollowUpOutcome.NOT_MET | FollowUpOutcome.NOT_FOUND:
            return "visit"
        case _:
            return "visit" if follow_up else "call"


BY_CALL = frozenset({"call", "number"})
"""The next steps (`next_step`) that are a call."""


@dataclass(frozen=True, slots=True)
class Silence:
    """How long nothing was heard of a client: what he missed in a row without a word, sessions or reports;
    `unreached`: messages did not reach him, and he missed nothing else."""

    count: int
    unreached: bool = False


def begins_with_a_call(steps: Sequence[Step], silence: Silence, follow_up_after: int) -> bool:
    """Whether a call is the next step; else village officials, a visit or another number are."""
    follow_up = silence.count >= follow_up_after
    if not steps:
        return not follow_up
    return next_step(steps, follow_up=follow_up or silence.unreached) in BY_CALL


def reply_by(done_on: date, outcome: FollowUpOutcome, calendar: Calendar) -> date | None:
    """Until when an answer is waited for, where nobody says another date; None where nobody is waited for."""
    return None if outcome in WAITS_FOR_NOBODY else working_day(done_on, REPLY_DAYS, calendar)


def working_day(after: date, count: int, calendar: Calendar) -> date:
    """The day so many working days of an office later: from Monday to Friday, holidays left out."""
    day = after
    while count:
        day += timedelta(days=1)
        count -= day.isoweekday() not in (SATURDAY, SUNDAY) and calendar.allows(day, HolidayRule.OFF)
    return day


def check_reply_by(day: date, today: date) -> date:
    """The day itself. Raises Refused for one that has passed, or that is further away than two months."""
    if day < today or day > today + LONGEST_WAIT:
        raise Refused("follow-up-day-outside", days=LONGEST_WAIT.days)
    return day
