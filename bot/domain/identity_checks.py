"""What a person may say of two photos, and how long a compared photo is kept. No machine compares faces."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo


class Likeness(StrEnum):
    """*Sama*, *tidak sama*, *ragu*: the word of whoever looked."""

    SAME = "same"
    DIFFERENT = "different"
    UNSURE = "unsure"


VERDICTS = tuple(Likeness)
"""In the order of the buttons, which carry the place."""
SETTLED_FOR = timedelta(days=90)
"""A photo that somebody found to be the same is of no more use than the hours that it supports: long enough
for a client to contest them. Figures of Hadir's own; UU 27/2022 Pasal 42-44 only ask that an end be set."""
OPEN_FOR = timedelta(days=180)
"""A doubt is kept beyond the end of the case, for whoever asks what became of it."""


def keep_until(likeness: Likeness, checked_at: datetime, ends_on: date | None, zone: str) -> datetime | None:
    """Until when a compared photo is kept; None while a doubt has no end, because its case has none yet."""
    if likeness is Likeness.SAME:
        return checked_at + SETTLED_FOR
    if ends_on is None:
        return None
    end = datetime.combine(ends_on, time(), ZoneInfo(zone)) + timedelta(days=1)
    return max(end, checked_at).astimezone(ZoneInfo("UTC")) + OPEN_FOR
