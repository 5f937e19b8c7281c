"""What recognising photos costs and finds: `uv run python -m benchmarks.photos [--hashes 1000000]`.

First which changes of a photo are recognised and whether another one is taken for it, on drawn scenes; then
the time for one photo, and on both databases the search among all hashes of an office.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles

import psutil
from sqlalchemy import insert

from benchmarks.databases import postgres
from benchmarks.table import MEBIBYTE, machine
from bot.comparing import catch_up
from bot.domain.photos import ALIKE
from bot.storage.database import Database
from bot.storage.likeness import BYTES, Gallery, Likeness, likeness_of
from bot.storage.migrate import upgrade
from bot.storage.models import Office, Photo
from bot.storage.photo_prints import PhotoPrint
from tests.scenes import CHANGES, saved, scene

PLACES = 100
CHUNK = 10_000
SEARCHES = 50


def main() -> None:
    """Measure, and print as it goes."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--hashes", type=int, default=1_000_000)
    count = options.parse_args().hashes
    print(machine())
    found()
    photo = saved(scene(1).resize((1280, 960)))
    print(f"one photo of 1280 x 960, decoded and hashed: {_spread(_timed(lambda: likeness_of(photo)))}")
    with tempfile.TemporaryDirectory(prefix="hadir-photos-") as name:
        folder = Path(name)
        asyncio.run(_searched("SQLite", f"sqlite+aiosqlite:///{folder}/hadir.db", count))
        with postgres(folder) as server:
            url = server.render_as_string(hide_password=False)
            asyncio.run(_searched("PostgreSQL", url, count))


def found() -> None:
    """A line for each change: how many are recognised, and how far away they are."""
    first = [likeness_of(saved(scene(place))) for place in range(PLACES)]
    for name, change in CHANGES.items():
        _line(name, (_distance(first[place], likeness_of(change(scene(place)))) for place in range(PLACES)))
    again = ((place, likeness_of(saved(scene(place, day)))) for place in range(PLACES) for day in (1, 2, 3))
    _line("same place", (_distance(first[place], new) for place, new in again))
    pairs = ((one, other) for one in range(PLACES) for other in range(one))
    _line("other place", (_distance(first[one], first[other]) for one, other in pairs))


def _distance(kept: Likeness, new: Likeness) -> int:
    gallery = Gallery()
    gallery.add([1] * (len(kept.own) // BYTES), kept.own)
    return gallery.near(new.sought, within=256).get(1, 256)


def _line(name: str, distances: Iterator[int]) -> None:
    all_of = sorted(distances)
    hits = sum(one <= ALIKE for one in all_of)
    print(f"  {name:12} {hits:4} of {len(all_of):4} alike; distances {all_of[0]} to {all_of[-1]}")


def _timed(work: Callable[[], object]) -> list[float]:
    times = []
    for _ in range(SEARCHES):
        begun = time.perf_counter()
        work()
        times.append((time.perf_counter() - begun) * 1000)
    return times


def _spread(times: list[float]) -> str:
    cuts = quantiles(times, n=20)
    return f"p50 {cuts[9]:.0f} ms, p95 {cuts[18]:.0f} ms"


async def _searched(name: str, url: str, count: int) -> None:
    database = Database(url)
    await upgrade(database)
    await _filled(database, count)
    before, begun = psutil.Process().memory_info().rss, time.perf_counter()
    gallery = Gallery()
    await catch_up(database, 1, gallery)
    seconds = time.perf_counter() - begun
    sought = likeness_of(saved(scene(1))).sought
    times = _timed(lambda: gallery.near(sought))
    memory = (psutil.Process().memory_info().rss - before) / MEBIBYTE
    print(f"{name}: {len(gallery)} hashes read in {seconds:.1f} s, {memory:.0f} MiB; search {_spread(times)}")
    await database.close()


async def _filled(database: Database, count: int) -> None:
    async with database.transaction() as session:
        session.add(Office(code="B", name="Bapas (contoh)", zone="Asia/Makassar", contact="-"))
    columns = Photo(office_id=1, channel="", ref="", received_at=datetime(2026, 3, 2, tzinfo=UTC))
    photo = columns.model_dump(exclude={"id"})
    for start in range(0, count, CHUNK):
        numbers = range(start + 1, min(start + CHUNK, count) + 1)
        prints = [{"office_id": 1, "photo_id": one, "hashes": os.urandom(BYTES)} for one in numbers]
        async with database.transaction() as session:
            connection = await session.connection()
            await connection.execute(insert(Photo), [photo | {"id": one} for one in numbers])
            await connection.execute(insert(PhotoPrint), prints)


if __name__ == "__main__":
    main()
