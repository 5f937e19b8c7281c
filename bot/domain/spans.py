"""Spans of a day by the clock, such as opening hours or a ruling's time of day; which lie within which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import time
from itertools import pairwise

Span = tuple[time, time]
"""From a local time to a local time; an end that is not after the start lies on the next day."""
Hours = Mapping[int, tuple[Span, ...]]
"""ISO weekday (1 = Monday) → its spans, by their start; a day that is not in it has none."""

EVERY_DAY = frozenset(range(1, 8))
WHOLE_DAY = (time(0), time(23, 59))
DAY = 24 * 60


def always() -> Hours:
    """Every day, around the clock."""
    return dict.fromkeys(sorted(EVERY_DAY), (WHOLE_DAY,))


def by_weekday(spans: Iterable[tuple[Iterable[int], Span]]) -> Hours:
    """The hours of a week out of spans that each hold on some weekdays; on each day, those that touch or
    overlap are one."""
    days: dict[int, list[Span]] = defaultdict(list)
    for weekdays, span in spans:
        for day in weekdays:
            days[day].append(span)
    return {day: joined(days[day]) for day in sorted(days)}


def joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans of a day by their start; those that touch or overlap are one."""
    found: list[tuple[int, int]] = []
    for starts, ends in sorted(map(minutes_of, spans)):
        if found and starts <= found[-1][1]:
            starts, last = found.pop()
            ends = max(ends, last)
        found.append((starts, ends))
    return tuple(span_of(*one) for one in found)


def overlap(spans: Iterable[Span]) -> bool:
    """Whether any two spans of a day have time in common; to touch is not enough."""
    by_start = sorted(map(minutes_of, spans))
    return any(later[0] < earlier[1] for earlier, later in pairwise(by_start))


def fits(hours: Span, spans: Iterable[Span]) -> bool:
    """Whether hours lie within one of several spans."""
    return any(within(hours, span) for span in spans)


def within(hours: Span, window: Span) -> bool:
    """Whether hours lie within a time of day. Hours past midnight lie only in the whole day, or in a
    window that itself goes past midnight; in its later half lie also those that begin after midnight."""
    if whole_day(window):
        return True
    opens, closes = minutes_of(window)
    starts, ends = minutes_of(hours)
    return any(opens <= starts + later and ends + later <= closes for later in (0, DAY))


def whole_day(window: Span) -> bool:
    """Whether a time of day leaves nothing out: open to the last minute, or around the clock."""
    return window == WHOLE_DAY or window[0] == window[1]


def minutes_of(window: Span) -> tuple[int, int]:
    """Start and end in minutes since midnight; an end that is not after the start lies on the next day."""
    starts, ends = (at.hour * 60 + at.minute for at in window)
    return starts, ends if ends > starts else ends + DAY


def span_of(starts: int, ends: int) -> Span:
    """The span between two minutes since midnight; a day or longer is the whole day."""
    if ends - starts >= DAY:
        return WHOLE_DAY
    return time(starts // 60 % 24, starts % 60), time(ends // 60 % 24, ends % 60)
