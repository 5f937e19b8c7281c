"""Offers of clients that wait for an answer: who is reminded of one, and when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum

from bot.domain.calendar import Calendar, is_working
from bot.domain.cases import instant, local_day

PATIENCE = 2
"""Working days, counted from the next one, after which an offer without an answer is told of again."""
MORNING = time(8)
ONE_DAY = AT_LEAST = timedelta(days=1)
"""From an offer to the morning of the second working day it is never less."""
FAR_ENOUGH = timedelta(days=60)
"""How much of a calendar the count needs at most: no holidays last so long."""


class Nudge(StrEnum):
    """What is done about an offer that nobody answers, each once and in this order."""

    ASKED_AGAIN = "transfer_asked_again"
    HEAD_TOLD = "transfer_head_told"
    """The head of the office that gives the client; from there on people talk."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A client offered to somebody who has not answered, as a week shows it; without a name, all of an
    officer's."""

    name: str
    giver: str
    to: str
    asked_at: datetime
    for_reader: bool
    """The one whose week it is must answer; else he waits for it."""
    client_id: int = 0


def next_nudge(done: int) -> Nudge | None:
    """What comes after so many; None when all was done."""
    return tuple(Nudge)[done] if done < len(Nudge) else None


def nudge_at(since: datetime, calendar: Calendar, zone: str) -> datetime:
    """When the next nudge is due: the morning of the second working day after the offer or the last nudge."""
    day = local_day(since, zone)
    left = PATIENCE
    while left:
        day += timedelta(days=1)
        left -= is_working(day, calendar)
    return instant(day, MORNING, zone)
