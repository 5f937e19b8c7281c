"""What waits for a person's decision, and who is asked again where it waits too long: one rule for all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from bot.domain.calendar import Calendar
from bot.domain.cases import instant, local_day
from bot.domain.offers import MORNING, ONE_DAY, nudge_at


class Decision(StrEnum):
    """What somebody of an office is to decide about a client."""

    EXCUSE = "excuse"
    """A client asks to be excused."""
    MOVE = "move"
    """A client asks for another day."""
    CLOSED_SITE = "closed_site"
    """A client found his site closed."""
    OUTSIDE_PLAN = "outside_plan"
    """Confirmed work that no plan holds."""
    MISS = "miss"
    """A client has said why he did not come."""
    CLOSING = "closing"
    """How a case ends."""
    CLOSING_OF_HEAD = "closing_of_head"
    """Whether it ends as its officer chose."""
    OFFER = "offer"
    """A client offered to another officer or Bapas."""
    CONTEST = "contest"


class Clock(StrEnum):
    """By what somebody is asked again, and above him the head is told."""

    OFFICER = "officer"
    """Working days: first whoever guides the case, then the head of the office."""
    HEAD = "head"
    """Working days; it is the head's own, and nobody stands above him."""
    OWN = "own"
    """It has a chore of its own: an offer, whose reader is another, by the same days; a contest, by the date
    that its client was told."""


CLOCKS: Mapping[Decision, Clock] = {
    Decision.EXCUSE: Clock.OFFICER,
    Decision.MOVE: Clock.OFFICER,
    Decision.CLOSED_SITE: Clock.OFFICER,
    Decision.OUTSIDE_PLAN: Clock.OFFICER,
    Decision.MISS: Clock.OFFICER,
    Decision.CLOSING: Clock.OFFICER,
    Decision.CLOSING_OF_HEAD: Clock.HEAD,
    Decision.OFFER: Clock.OWN,
    Decision.CONTEST: Clock.OWN,
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """One decision that nobody has taken."""

    kind: Decision
    id: int
    case_id: int
    name: str
    officer_id: int
    since: datetime
    day: date
    """The day that it is about."""


class Asked(StrEnum):
    """Who hears of it on a morning."""

    OFFICER = "officer"
    HEAD = "head"


def asked_on(
    kind: Decision, since: datetime, calendar: Calendar, zone: str, *, first: datetime, now: datetime
) -> Iterator[Asked]:
    """Who hears of a decision on the mornings from `first` to `now`: whose it is after two working days
    of the office, the head after two more. Each once: a later morning is none of theirs."""
    clock = CLOCKS[kind]
    if clock is Clock.OWN:
        return
    again = nudge_at(since, calendar, zone)
    if first <= again <= now:
        yield Asked.HEAD if clock is Clock.HEAD else Asked.OFFICER
    if clock is Clock.OFFICER and first <= nudge_at(again, calendar, zone) <= now:
        yield Asked.HEAD


def next_morning(now: datetime, zone: str, at: time = MORNING) -> datetime:
    """The first such hour after `now` by the office's clock."""
    today = instant(local_day(now, zone), at, zone)
    return today if today > now else instant(local_day(now, zone) + ONE_DAY, at, zone)
