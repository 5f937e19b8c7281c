"""What the samples of a shared live location say: minutes at the site, away from it, and without data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum, auto
from itertools import pairwise

SILENT = timedelta(minutes=5)
"""Telegram edits a live location about every 10–30 s, with gaps of minutes while the phone sleeps: a longer
silence is *tidak ada data*, and never counted against the person."""
AWAY_BEYOND = 100
"""Metres past the site's edge from which a sample is away, not merely at its rim."""
AWAY_FOR = timedelta(minutes=6)
"""So long away without a silent gap is worth a look."""
LEFT_EARLY = timedelta(minutes=30)
"""A finish this long before the planned end is worth a look; less is the ordinary end of a day's work."""
KEPT_EVERY = timedelta(minutes=1)
"""Of a phone that moves about in one place one sample a minute is kept: 480 in eight hours, not 2,880."""


@dataclass(frozen=True, slots=True)
class Sample:
    """Where a phone was at a moment: metres past the site's edge, 0 or less inside; `until` when it last said
    the very same."""

    at: datetime
    beyond: int
    until: datetime | None = None

    @property
    def last(self) -> datetime:
        return self.until or self.at

    @property
    def inside(self) -> bool:
        return self.beyond <= 0

    @property
    def away(self) -> bool:
        return self.beyond > AWAY_BEYOND


class Keep(Enum):
    """What becomes of a sample: kept, counted with the last one, or passed over because it says no more."""

    KEEP = auto()
    SAME = auto()
    PASS = auto()


def keeps(elapsed: timedelta, *, same_point: bool, same_verdict: bool, moved: int, repeated: bool) -> Keep:
    """Which sample is worth a row, `elapsed` after the last one that is kept and `moved` metres nearer to the
    site or farther. A phone that says the very same again lengthens what it said (`repeated`); after that any
    other position is kept, so that two that alternate are never taken for one that stands still."""
    if elapsed < timedelta() or (same_point and elapsed > SILENT):
        return Keep.KEEP
    if same_point:
        return Keep.SAME
    news = not same_verdict or moved > AWAY_BEYOND or repeated
    return Keep.KEEP if news or elapsed >= KEPT_EVERY else Keep.PASS


@dataclass(frozen=True, slots=True)
class TimeAtSite:
    """How a stretch of work divides; the three add up to its length."""

    inside: timedelta
    outside: timedelta
    no_data: timedelta


def time_at_site(samples: Sequence[Sample], since: datetime, until: datetime) -> TimeAtSite:
    """Each sample speaks for the time up to the next one; before the first nothing is known."""
    inside = outside = timedelta()
    for sample, lasts in _stretches(samples, since, until):
        if sample.inside:
            inside += lasts
        else:
            outside += lasts
    return TimeAtSite(inside, outside, max(until - since, timedelta()) - inside - outside)


def longest_away(samples: Sequence[Sample]) -> timedelta | None:
    """How long somebody was away at one go, where that is `AWAY_FOR` or more. A silent gap ends it: it may
    hide a return."""
    longest = timedelta()
    began: datetime | None = None
    last: datetime | None = None
    for sample in sorted(samples, key=lambda one: one.at):
        if not sample.away:
            began = None
        elif began is None or last is None or sample.at - last > SILENT:
            began = sample.at
        last = sample.last
        if began is not None:
            longest = max(longest, last - began)
    return longest if longest >= AWAY_FOR else None


def left_early(finished_at: datetime, planned_end: datetime) -> timedelta | None:
    """How long before the planned end somebody finished, where that is worth a look."""
    early = planned_end - finished_at
    return early if early >= LEFT_EARLY else None


def _stretches(
    samples: Sequence[Sample], since: datetime, until: datetime
) -> Iterator[tuple[Sample, timedelta]]:
    ordered = sorted(
        (one for one in samples if one.last >= since and one.at <= until), key=lambda one: one.at
    )
    if not ordered:
        return
    for sample, following in pairwise([*ordered, Sample(until, 0)]):
        begins, says_until = max(sample.at, since), max(min(sample.last, until), since)
        lasts = says_until - begins
        if following.at - says_until <= SILENT:
            lasts += max(following.at - says_until, timedelta())
        if lasts:
            yield sample, lasts
