"""The reporting duty (*wajib lapor*): its windows and the questions of Bapas's own procedure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.calendar import Calendar, HolidayRule
from bot.domain.cases import Interval, instant, next_due
from bot.domain.worries import worth_reading

QUESTIONS = ("condition", "work", "surroundings", "obstacles", "plans")
"""The five that Bapas Bandung's procedure makes mandatory, in its order."""

CLOSED_QUESTIONS = ("address", "talk")
"""Asked after them, with *ya* and *tidak*: an unreported change of address is a ground for revocation."""
STEPS = QUESTIONS + CLOSED_QUESTIONS

OPENS_BEFORE = timedelta(days=3)
"""A report may be given this long before its day."""

BEGUN_LASTS = timedelta(hours=12)
"""How long a report that was begun goes on, and its question waits for words."""


class ReportState(StrEnum):
    """A late report is accepted and says so."""

    DUE = "due"
    DONE = "done"
    LATE = "late"
    """Given after the day had passed."""
    MISSED = "missed"
    """The day has passed and nothing came; it can still be given."""
    UNREACHED = "unreached"
    """The day has passed, and nothing could be sent to the client: no miss, and it can still be given."""
    DROPPED = "dropped"
    """Nothing is owed for this day any more: the duty changed after people had heard of it."""


OWED = (ReportState.DUE, ReportState.MISSED, ReportState.UNREACHED)
"""Nothing was given yet, and still can be."""


def after_silence(*, reached: bool) -> ReportState:
    """What becomes of a day on which nobody reported: the silence of somebody to whom nothing could be sent
    says nothing about him."""
    return ReportState.MISSED if reached else ReportState.UNREACHED


class Concern(StrEnum):
    """An answer that the officer should see at once."""

    ADDRESS = "address"
    """Address or number changed."""
    TALK = "talk"
    """The client wants to talk."""
    READ = "read"
    """The free answers hold a word that a person should read soon: a question, never a finding."""


def concerns_of(answers: Mapping[str, str]) -> list[Concern]:
    """What a report's closed questions say, and whether its free words should be read soon; what they mean
    is for people to say."""
    said = [concern for concern in Concern if answers.get(concern.value) == YES]
    free = [text for name, text in answers.items() if name not in CLOSED_QUESTIONS]
    return [*said, Concern.READ] if worth_reading(free) else said


YES, NO = "yes", "no"


def words_to(step: str) -> str:
    """Under which name the words are kept that somebody wrote to a closed question."""
    return f"{step}_words"


Span = tuple[date, date]
"""Days from the first to the last, both included."""


@dataclass(frozen=True, slots=True)
class Due:
    """A report day, and the day it would have been, had that not been a holiday or excused."""

    day: date
    shifted_from: date | None = None

    @property
    def usual(self) -> date:
        """The day that the rhythm asks for."""
        return self.shifted_from or self.day


def due_days(
    first: date, every: Interval, until: date, calendar: Calendar, excused: Sequence[Span] = ()
) -> Iterator[Due]:
    """The report days from the first to `until`, both included. One on a holiday, or on a day on which the
    client is excused, is shifted to the next day that is neither; the one after it is counted from the day it
    should have been. One that would be shifted beyond `until` falls away: nobody owes a report after the last
    day of a case."""
    due, last = first, date.min
    while due <= until:
        day = due
        while not calendar.allows(day, HolidayRule.OFF) or within(day, excused):
            day += timedelta(days=1)
        if last < day <= until:  # two weeks of feast days may end on one day
            yield Due(day, due if day != due else None)
        due, last = next_due(due, every, first.day), day


def within(day: date, spans: Sequence[Span]) -> bool:
    """Whether a day lies in one of these spans, both ends included."""
    return any(first <= day <= last for first, last in spans)


def closes_at(due: date, zone: str, grace_days: int = 0) -> datetime:
    """The end of the report day, or of the days of grace after it, in the office's zone."""
    return instant(due + timedelta(days=1 + grace_days), time(0), zone)


def midday(day: date, zone: str) -> datetime:
    """A day as an instant, for sentences that show only the day."""
    return instant(day, time(12), zone)


def state_when_given(given_at: datetime, closes: datetime, begun_at: datetime | None = None) -> ReportState:
    """In time or late, by the messenger's own time of the first answer: who begins before midnight and ends
    after it is not late, unless the rest took longer than a report goes on."""
    goes_on = begun_at is not None and given_at - begun_at < BEGUN_LASTS
    came_at = begun_at if begun_at is not None and goes_on else given_at
    return ReportState.DONE if came_at < closes else ReportState.LATE


def asked_about_at(closes: datetime, begun_at: datetime | None) -> datetime:
    """When a report that is not complete counts as missed: at the end of its day, or when one that was begun
    before that no longer goes on."""
    if begun_at is None or begun_at >= closes:
        return closes
    return max(closes, begun_at + BEGUN_LASTS)
