"""Stretches of time in which nobody could be heard: every window that one of them touched is longer by it.

Nobody is held to a time at which Hadir did not listen. The ledger (`bot.storage.outages`) says when that was;
what follows from it is computed here, and nothing about it is kept with a session or a report.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

NOTICED = timedelta(minutes=5)
"""A silence of the messenger's server that is shorter is no outage: a restart, a slow answer."""
FRESH = timedelta(minutes=1)
"""Windows are judged only while everything sent until so recently has been stored."""
FELT = timedelta(minutes=15)
"""Who lost less than this of his time need not be told, though his window is longer all the same."""
ONE_DAY = timedelta(days=1)
HALF_A_DAY = timedelta(hours=12)
LONGEST_WINDOW = timedelta(days=2)
"""More than any window lasts that is judged by the hour."""


@dataclass(frozen=True, slots=True)
class Outage:
    """From the last instant that is known to have been heard until the first one after it."""

    begins: datetime
    ends: datetime


def lost(outages: Iterable[Outage], first: datetime, last: datetime) -> timedelta:
    """How much of the time from `first` to `last` nobody could be heard; what two of them share counts
    once."""
    total, until = timedelta(), first
    for one in sorted(outages, key=lambda one: one.begins):
        begins, ends = max(one.begins, until), min(one.ends, last)
        if begins < ends:
            total += ends - begins
            until = ends
    return total


def report_closes(closes_at: datetime, outages: Sequence[Outage]) -> datetime:
    """When a day of the reporting duty is over: a whole day later where the outage fell into its last
    day, for a report is given when there is time for it, not at an hour."""
    touched = lost(outages, closes_at - ONE_DAY, closes_at)
    return closes_at + ONE_DAY if touched else closes_at
