"""What a site that is closed for some hours leaves of a session, and the hours as people type them.

A session goes on in what is left of it, the longest stretch without a closure, where that is worth coming
for; otherwise it is dropped, and its hours find another day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.cases import instant
from bot.domain.clock_times import read_clock
from bot.domain.days import coming_day_first
from bot.domain.messages import Refused
from bot.domain.placements import LEAST_SLOT
from bot.domain.spans import DAY, WHOLE_DAY, Span, minutes_of

Stretch = tuple[datetime, datetime]
"""From an instant until another, which no longer belongs to it."""
LEAST = timedelta(minutes=LEAST_SLOT)
LONGEST_OVER_MIDNIGHT = DAY // 2
"""Minutes. `12-10` is a slip of the finger; `22-06` is a night."""
START, END = WHOLE_DAY
_CLOCK = r"(?:setengah\s+)?\d{1,2}(?:[.:,]\d{2})?(?:\s*(?:pagi|siang|sore|malam))?"
_AT = r"(?:jam|pukul|pkl\.?)?\s*"
_BETWEEN = re.compile(
    rf"(?<![\w/.-])(?:dari\s+|mulai\s+|antara\s+)?{_AT}(?P<starts>{_CLOCK})\s*(?:-|–|s\.?\s?[/.]?\s?d\.?|sampai|hingga|dan)\s*"
    rf"{_AT}(?P<ends>{_CLOCK})(?![\d/])"
)
_FROM = re.compile(rf"(?<!\w)(?:mulai|sejak|dari)\s+{_AT}(?P<starts>{_CLOCK})(?![\d/])")
_UNTIL = re.compile(rf"(?<!\w)(?:sampai|hingga)\s+{_AT}(?P<ends>{_CLOCK})(?![\d/])")


def left_of(session: Stretch, closed: Iterable[Stretch]) -> Stretch | None:
    """What of a session is left: all of it where no closure touches it, else the longest stretch between
    them, the first of equals; None where that is shorter than an hour."""
    touching = sorted(one for one in closed if meet(one, session))
    if not touching:
        return session
    longest = max(_free(session, touching), key=lambda one: one[1] - one[0], default=None)
    return longest if longest is not None and longest[1] - longest[0] >= LEAST else None


def _free(session: Stretch, touching: Iterable[Stretch]) -> Iterator[Stretch]:
    since, ends_at = session
    for closes, opens in touching:
        if since < closes:
            yield since, closes
        since = max(since, opens)
    if since < ends_at:
        yield since, ends_at


def meet(one: Stretch, other: Stretch) -> bool:
    """Whether both are at the same time at least in part."""
    return one[0] < other[1] and other[0] < one[1]


def covered(hours: Span, closed: Iterable[Span]) -> bool:
    """Whether what is closed on a day, together, leaves nothing of these hours; a whole day is all of it."""
    spans = list(closed)
    since, last = minutes_of(hours)
    for closes, opens in sorted(map(minutes_of, spans)):
        since = max(since, opens) if closes <= since else since
    return WHOLE_DAY in spans or since >= last


def until_closed(session: Stretch, closed: Iterable[Stretch], now: datetime) -> Stretch | None:
    """What is left of work under way: until the next closure begins; None where one has begun and lasts."""
    coming = [closes for closes, opens in closed if closes < session[1] and now < opens]
    if not coming:
        return session
    return (session[0], min(coming)) if now < min(coming) else None


def stretch_of(day: date, hours: Span, zone: str) -> Stretch:
    """These local hours of a day as instants; an end that is not after the start lies on the next day."""
    starts, ends = hours
    last = day if ends > starts else day + timedelta(days=1)
    return instant(day, starts, zone), instant(last, ends, zone)


def names_clock(text: str) -> bool:
    """Whether somebody means the clock by his numbers: `10.00-12.00`, `jam 10 sampai 12`; not `RT 3-4`."""
    return bool(re.search(r"\b(?:jam|pukul|pkl)\b|\d[.:]\d\d", text.casefold()))


def read_hours(text: str) -> tuple[Span | None, str]:
    """The hours in what somebody wrote (`10.00-12.00`, `10 s.d. 12`, `mulai 13`, `sampai 11`; None: no
    hours), and the other words, which are the reason. Raises Refused for an end before its start."""
    said = " ".join(text.split())
    for form in (_BETWEEN, _FROM, _UNTIL):
        found = form.search(said.casefold())
        if found is None:
            continue
        parts = found.groupdict()
        starts = read_clock(parts["starts"]) if "starts" in parts else START
        ends = read_clock(parts["ends"]) if "ends" in parts else END
        if starts is None or ends is None:
            continue
        rest = said[: found.start()] + said[found.end() :]
        return check_hours((starts, ends)), rest.strip(" .,:;-–")
    return None, said


def read_closing(text: str, today: date) -> tuple[date | None, Span | None, str]:
    """The same, and the day that was written before the reason (`24/04 10-12 banjir`). Raises Refused also
    for a date that there is not."""
    hours, rest = read_hours(text)
    if hours is None:
        return None, None, rest
    day, reason = coming_day_first(rest.split(), today)
    return day, hours, " ".join(reason).lstrip(" ,")


def check_hours(hours: Span) -> Span:
    """Hours that can be meant. Raises Refused."""
    first, last = minutes_of(hours)
    if hours[0] == hours[1] or (last > DAY and last - first > LONGEST_OVER_MIDNIGHT):
        raise Refused("shut-hours-order")
    return hours


def span_of(stretch: Stretch, day: date, zone: str) -> Span:
    """The inverse of `stretch_of`; the whole day, where no hours of this day say it."""
    starts_at, ends_at = (at.astimezone(ZoneInfo(zone)) for at in stretch)
    hours = starts_at.time(), ends_at.time()
    return hours if stretch_of(day, hours, zone) == stretch else WHOLE_DAY


def clock_number(at: time) -> int:
    """A time of day as a button's id carries it: 1030."""
    return at.hour * 100 + at.minute


def hours_of(starts: int, ends: int) -> Span:
    """Hours out of two such numbers. Raises Refused for what nobody made."""
    try:
        return check_hours((time(*divmod(starts, 100)), time(*divmod(ends, 100))))
    except ValueError:
        raise Refused("choice-unknown") from None
