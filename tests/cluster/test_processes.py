"""Two real processes on one PostgreSQL, one of them ended again and again: nothing is lost or told twice."""

from __future__ import annotations

import os
import random
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.storage.database import Database
from tests.cluster.story import tell
from tests.databases import empty

KILLS = int(os.environ.get("HADIR_KILLS", "5"))
PROCESSES = int(os.environ.get("HADIR_PROCESSES", "2"))
PEOPLE = 12


@pytest.fixture
def seed() -> int:
    """Chosen anew each time, unless HADIR_SEED tells; it stands in the summary of the run."""
    return int(os.environ.get("HADIR_SEED") or random.randrange(10**6))


@pytest.fixture
async def postgresql(postgresql_url: str) -> AsyncIterator[Database]:
    database = Database(postgresql_url)
    await empty(database)
    yield database
    await database.close()


@pytest.mark.parametrize("webhook", [False, True], ids=["polling", "webhook"])
async def test_two_processes_share_the_work_and_either_may_die(
    postgresql: Database,
    tmp_path: Path,
    seed: int,
    webhook: bool,
    record_property: Callable[[str, object], None],
) -> None:
    name = f"{PROCESSES} processes, {'webhook' if webhook else 'polling'}"
    record_property("figures", f"{name}, seed {seed}: not finished")
    outcome = await tell(
        postgresql, tmp_path, seed=seed, kills=KILLS, people=PEOPLE, processes=PROCESSES, webhook=webhook
    )
    record_property("figures", f"{name}, {outcome}")

    assert outcome.reaper.ends.total() >= KILLS
