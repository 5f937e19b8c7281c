"""Killed at random moments, nothing is lost and nothing counts twice."""

from __future__ import annotations

import os
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.storage.database import Database
from tests.crash.kills import Point
from tests.crash.story import tell

KILLS = int(os.environ.get("HADIR_KILLS", "12"))
PEOPLE = int(os.environ.get("HADIR_PEOPLE", "60"))
"""Who checks in on a day: fewer in the suite than in `python -m tests.crash`, which is the whole test."""


@pytest.fixture
def seed() -> int:
    """Chosen anew each time, unless HADIR_SEED tells; it stands in the summary of the run."""
    return int(os.environ.get("HADIR_SEED") or random.randrange(10**6))


async def test_nothing_is_lost_and_nothing_counts_twice(
    database: Database, tmp_path: Path, seed: int, record_property: Callable[[str, object], None]
) -> None:
    name = "SQLite" if database.sqlite else "PostgreSQL"
    record_property("figures", f"crash test on {name}, seed {seed}: not finished")
    outcome = await tell(database, tmp_path, seed=seed, kills=KILLS, people=PEOPLE)
    record_property("figures", f"crash test on {name}, {outcome}")

    assert outcome.killer.kills >= KILLS
    assert set(outcome.killer.points) == set(Point)
