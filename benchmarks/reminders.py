"""The evening before: `uv run python -m benchmarks.reminders [--people 0.1]`.

Ninety-four offices with 200,000 clients, each of whom has one session in the week to come. What the clock
does at 18.00 on Monday in the west: it finds, reminds and queues those of Tuesday, of all zones by then; and
what it does a minute later, when nobody is due.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from dataclasses import dataclass, field, replace
from datetime import time as wall
from datetime import timedelta
from multiprocessing import get_context
from statistics import median

from rich import box
from rich.console import Console
from rich.table import Table
from sqlmodel import col, func, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from benchmarks.bulk import bulk
from benchmarks.databases import Store, add_options, stores_of
from benchmarks.digests import desk_of
from benchmarks.meters import Meter, memory, probing
from benchmarks.nation import MONDAY, NATION, Size, local, populate
from benchmarks.table import MEBIBYTE, file_system, machine
from bot.storage.database import Database
from bot.storage.models import WorkSession
from bot.storage.post import Outbox
from scheduler.chores import due_chores
from scheduler.sessions import sessions

console = Console(width=110, highlight=False)
WEEKS = 1
"""How much lies behind them: the sweep looks at what is to come."""
EVENING = local(MONDAY, wall(18), "Asia/Jakarta")


@dataclass(slots=True)
class Sweep:
    """What one evening cost."""

    planned: int = 0
    due: int = 0
    queued: int = 0
    each: list[float] = field(default_factory=list)
    busy: float = 0.0
    statements: int = 0
    read: int = 0
    waited: float = 0.0
    peak: int = 0
    idle: float = 0.0
    idle_read: int = 0


def main() -> int:
    """Measure, and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reminders", description=__doc__)
    parser.add_argument("--people", type=float, default=1.0, help="times the people")
    add_options(parser)
    chosen = parser.parse_args()
    clients, officers = round(NATION.clients * chosen.people), round(NATION.officers * chosen.people)
    size = replace(NATION, clients=clients, officers=max(officers, NATION.offices), weeks=WEEKS)
    console.print(f"Machine: {machine()}.")
    with stores_of(chosen) as (stores, folder):
        console.print(f"Data: {folder} ({file_system(folder)}). {size}")
        for store in stores:
            _one(store, size)
    return 0


def _one(store: Store, size: Size) -> None:
    url = asyncio.run(store.emptied())
    with bulk(url) as rows:
        populate(rows, size)
    with get_context("spawn").Pool(1) as apart:
        console.print(_table(store.name, apart.apply(measure, (url,)), size))


def measure(url: str) -> Sweep:
    """In a process of its own."""
    return asyncio.run(_measure(url))


async def _measure(url: str) -> Sweep:
    database, sweep = Database(url), Sweep()
    meter, desk = Meter(database), desk_of(database)
    async with database.transaction() as session:  # what was to be said before this evening has been said
        past = col(WorkSession.look_at) < EVENING - timedelta(hours=3)
        await session.exec(update(WorkSession).where(past).values(look_at=None))
    async with database.reading() as session:
        sweep.planned = await _count(session, col(WorkSession.look_at).is_not(None))
        sweep.due = await _count(session, col(WorkSession.look_at) <= EVENING)
    read, busy, asked = await meter.read(), time.process_time(), meter.statements
    async with probing(database) as waits:
        began = time.perf_counter()
        while await desk.do(sessions, EVENING):
            sweep.each.append(time.perf_counter() - began)
            began = time.perf_counter()
    sweep.busy, sweep.statements = time.process_time() - busy, meter.statements - asked
    sweep.read, sweep.waited, sweep.peak = await meter.read() - read, max(waits), memory().most
    async with database.reading() as session:
        sweep.queued = (await session.exec(select(func.count()).select_from(Outbox))).one()
    await _idle(database, meter, sweep)
    await database.close()
    return sweep


async def _idle(database: Database, meter: Meter, sweep: Sweep) -> None:
    """The tick that finds nothing to do, a hundred times."""
    read, began = await meter.read(), time.perf_counter()
    for _ in range(100):
        async with database.reading() as session:
            assert "sessions" not in await due_chores(session, EVENING + timedelta(minutes=1))
    sweep.idle = (time.perf_counter() - began) / 100
    sweep.idle_read = (await meter.read() - read) // 100


async def _count(session: AsyncSession, where: object) -> int:
    query = select(func.count()).select_from(WorkSession).where(where)  # type: ignore[arg-type]
    return (await session.exec(query)).one()


def _table(name: str, found: Sweep, size: Size) -> Table:
    grid = Table(
        title=f"{name}: {size.clients:,} clients, {found.planned:,} sessions to come", box=box.SIMPLE_HEAD
    )
    grid.add_column("")
    grid.add_column("", justify="right")
    unit = "rows read" if name == "PostgreSQL" else "thousand steps"
    seconds = sum(found.each)
    for title, figure in (
        ("sessions due, messages queued", f"{found.due:,}, {found.queued:,}"),
        ("seconds (of the processor)", f"{seconds:.0f} ({found.busy:.0f})"),
        ("sessions a second", f"{found.due / seconds:.0f}"),
        ("a transaction, ms: p50 / most", f"{median(found.each) * 1000:.0f} / {max(found.each) * 1000:.0f}"),
        ("somebody else waited at most, ms", f"{found.waited * 1000:.0f}"),
        ("statements a session", f"{found.statements / found.due:.1f}"),
        (f"{unit} a session", f"{found.read / found.due:.1f}"),
        ("memory at most, MiB", f"{found.peak / MEBIBYTE:.0f}"),
        ("a tick with nothing due, ms", f"{found.idle * 1000:.1f}"),
        (f"  {unit}", f"{found.idle_read:,}"),
    ):
        grid.add_row(title, figure)
    return grid


if __name__ == "__main__":
    sys.exit(main())
