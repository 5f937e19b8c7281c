"""How long photos and voice messages are kept, and why one was erased.

UU 27/2022 Pasal 42-44 wants them erased when they are no longer needed and leaves the period to whoever keeps
them; no rule of corrections names one. So the days are Hadir's own, cautious, and an office's to change.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from enum import StrEnum

from bot.domain.identity_checks import OPEN_FOR, Likeness

AFTER_CASE_DAYS = 90
"""Days after the case was closed in which somebody may still ask; each office may choose its own."""
FEWEST_DAYS = 30
MOST_DAYS = 730
LONGEST = timedelta(days=365)
"""A photo of one day's work, or of a report, that nobody has asked about in a year: the work itself is done
within six months (UU 1/2023 Pasal 85)."""
LOOK_EVERY = timedelta(days=30)
"""While the case goes on. Not longer than the fewest days, so that no end is slept through."""
ASKED_AGAIN = timedelta(days=7)
"""While a question about it is open."""
NIGHT = time(18, tzinfo=UTC)
"""Between 01.00 and 03.00 in every zone of Indonesia."""


class Erasure(StrEnum):
    """Why something was erased; the words of whoever asked stand beside it."""

    ASKED = "asked"
    OFFICE_ERASED = "office_erased"
    TIME_OVER = "time_over"


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What decides how long something is kept. `over_at`: when the last of its cases was closed, None while
    one goes on. `paper`: it stands for more than a day, as a signed list, a form or the photo of enrolment
    does. `likeness`: what was last said when it was compared, and `keep_until` what followed. `asked`: a
    question about it waits for an answer."""

    received_at: datetime
    over_at: datetime | None
    paper: bool = False
    likeness: Likeness | None = None
    keep_until: datetime | None = None
    asked: bool = False


def ends(facts: Facts, after_case: timedelta) -> datetime | None:
    """When it is no longer needed; None while that cannot be said. A doubt outlives the case, a face that
    was found to be the same one does not."""
    over_at = facts.over_at
    match facts.likeness:
        case Likeness.SAME if facts.keep_until is not None:
            return facts.keep_until
        case Likeness.DIFFERENT | Likeness.UNSURE:
            return max(over_at + OPEN_FOR, facts.keep_until or over_at) if over_at else None
    after = over_at + after_case if over_at else None
    if facts.paper:
        return after
    longest = facts.received_at + LONGEST
    return min(after, longest) if after else longest


def next_look(facts: Facts, after_case: timedelta, now: datetime) -> datetime | None:
    """In which night it is looked at again; None: its time is over, and nobody asks about it."""
    end = ends(facts, after_case)
    if end is not None and end <= now:
        return night(now + ASKED_AGAIN) if facts.asked else None
    return night(min(now + LOOK_EVERY, end or now + LOOK_EVERY))


def night(at: datetime) -> datetime:
    """The first night that begins at or after a moment, in UTC."""
    tonight = datetime.combine(at.astimezone(UTC), NIGHT)
    return tonight if tonight >= at else tonight + timedelta(days=1)
