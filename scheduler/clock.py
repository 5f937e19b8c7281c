"""Which chore, how often: an in-memory ticker; what is due is asked of the data each time."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

Tick = Callable[[], Awaitable[None]]


def ticker(ticks: Mapping[str, tuple[timedelta, Tick]]) -> AsyncIOScheduler:
    """A scheduler that calls each tick at its interval. A late or overlapping tick is merged into one:
    nothing is lost by that, because the data says what is due."""
    scheduler = AsyncIOScheduler(timezone="UTC")
    for name, (interval, tick) in ticks.items():
        scheduler.add_job(
            tick,
            IntervalTrigger(seconds=int(interval.total_seconds()), timezone="UTC"),
            id=name,
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )
    return scheduler
