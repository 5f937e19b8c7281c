"""From when to when somebody worked, as he types it: `8-11`, `08.00 sampai 11.30`, `pukul 8 s/d 11`."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.clock_times import read_clock
from bot.domain.messages import Refused

_BETWEEN = re.compile(
    r"\s*(?:[-\N{EN DASH}\N{EM DASH}]|\bsampai(?:\s+dengan)?\b|\bhingga\b|s\s*/\s*d|\bsd\b|\bto\b)\s*"
)
_DAY = 24 * 60


def read_span(text: str) -> tuple[time, time] | None:
    """Start and finish by the clock; None for anything else."""
    parts = _BETWEEN.split(" ".join(text.casefold().split()))
    if len(parts) != 2:
        return None
    start, finish = (read_clock(part.removeprefix("dari ")) for part in parts)
    return None if start is None or finish is None else (start, finish)


def packed(span: tuple[time, time]) -> int:
    """Both as one number, never 0, which a question can remember."""
    start, finish = (one.hour * 60 + one.minute for one in span)
    return 1 + start * _DAY + finish


def unpacked(number: int) -> tuple[time, time]:
    """What `packed` made a number of."""
    start, finish = divmod(number - 1, _DAY)
    return time(*divmod(start, 60)), time(*divmod(finish, 60))


def on_day(
    span: tuple[time, time], day: date, zone: str, *, past_midnight: bool, now: datetime
) -> tuple[datetime, datetime]:
    """The two instants in a site's zone. `past_midnight`: the work was planned to end on the next day.

    Raises Refused for a finish that is not after the start, and for one that is still to come.
    """
    start, finish = (datetime.combine(day, clock, ZoneInfo(zone)).astimezone(UTC) for clock in span)
    if finish <= start and past_midnight:
        finish += timedelta(days=1)
    if finish <= start:
        raise Refused("claim-finish-first")
    if finish > now:
        raise Refused("claim-to-come")
    return start, finish
