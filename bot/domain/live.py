"""What the samples of a shared live location say: minutes at the site, away from it, and without data."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
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


@dataclass(frozen=True, slots=True)
class Sample:
    """Where a phone was at a moment: metres past the site's edge, 0 or less inside."""

    at: datetime
    beyond: int

    @property
    def inside(self) -> bool:
        return self.beyond <= 0

    @property
    def away(self) -> bool:
        return self.beyond > AWAY_BEYOND


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


def away_since(samples: Sequence[Sample]) -> datetime | None:
    """When somebody went away for `AWAY_FOR` or longer, first; None where silence may hide a return."""
    began: datetime | None = None
    last: datetime | None = None
    for sample in sorted(samples, key=lambda one: one.at):
        silent = last is not None and sample.at - last > SILENT
        if not sample.away:
            began = None
        elif began is None or silent:
            began = sample.at
        last = sample.at
        if began is not None and sample.at - began >= AWAY_FOR:
            return began
    return None


def left_early(finished_at: datetime, planned_end: datetime) -> timedelta | None:
    """How long before the planned end somebody finished, where that is worth a look."""
    early = planned_end - finished_at
    return early if early >= LEFT_EARLY else None


def _stretches(
    samples: Sequence[Sample], since: datetime, until: datetime
) -> Iterator[tuple[Sample, timedelta]]:
    ordered = sorted((one for one in samples if since <= one.at <= until), key=lambda one: one.at)
    if not ordered:
        return
    for sample, following in pairwise([*ordered, Sample(until, 0)]):
        if following.at - sample.at <= SILENT:
            yield sample, following.at - sample.at
