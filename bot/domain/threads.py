"""Messages between a client and his officer (*percakapan*): who wrote, and when an answer can be expected."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.calendar import Calendar, is_working

OPENS, CLOSES = time(8), time(16)
"""Between these an officer may answer at any moment, and no time is promised; local time of the office."""
FAR_ENOUGH = timedelta(days=60)
"""How much of a calendar is needed at most: no holidays last so long."""
AWAKE = timedelta(hours=3)
"""Who has written to the office within it is answered at any hour."""
ANSWERED_WITHIN = timedelta(hours=3)
"""So long after the office's message reached him, what somebody writes, says or shows answers it."""
PAPER_WITHIN = timedelta(days=1)
"""The same for a photo where a paper was asked for."""
GOES_ON_WITHIN = timedelta(minutes=30)
"""So long after his own message plain words belong to it."""
LONGEST_WORDS = 2000
LEAST_WORDS = 2
"""Words from which on a text that means nothing here is offered to the officer; fewer are a greeting."""


class Side(StrEnum):
    """Who writes in a thread."""

    CLIENT = "client"
    GUARDIAN = "guardian"
    OFFICE = "office"


class Template(StrEnum):
    """Sentences that are ready to be sent; the words are in the locale (`template-…`)."""

    NEWS = "news"
    OFFICE = "office"
    PAPERS = "papers"
    THANKS = "thanks"


def shown_within(template: str) -> timedelta:
    """How long after a message of the office, with its ready sentence, a photo may be meant for it."""
    return PAPER_WITHIN if template == Template.PAPERS else ANSWERED_WITHIN


def answer_on(now: datetime, calendar: Calendar, zone: str) -> date | None:
    """The working day on which an answer can be expected; None while the office is open."""
    local = now.astimezone(ZoneInfo(zone))
    day = local.date()
    if is_working(day, calendar):
        if OPENS <= local.time() < CLOSES:
            return None
        if local.time() < OPENS:
            return day
    day += timedelta(days=1)
    while not is_working(day, calendar):
        day += timedelta(days=1)
    return day
