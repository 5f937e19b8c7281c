"""Monday 07.00: `uv run python -m benchmarks.digests [--office | --nation] [--scale 0.1 1 10]`.

Digests of one office (75 officers, 3,000 clients, two years behind them) or of 94 offices (2,700 officers,
200,000 clients, twelve weeks), written by the very chore, with its outbox. `--scale` lengthens or shortens
what lies behind, `--people` takes fewer of them. What is measured runs in a process of its own.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import pairwise
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from typing import Any

from rich import box
from rich.console import Console
from rich.table import Table
from sqlmodel import col, func, select, update
from sqlmodel.ext.asyncio.session import AsyncSession

from benchmarks.bulk import bulk
from benchmarks.databases import Store, add_options, stores_of
from benchmarks.meters import Meter, memory, probing
from benchmarks.nation import HEADS_AT, NATION, ONE_OFFICE, Size, digest_at, populate
from benchmarks.table import MEBIBYTE, file_system, machine
from bot.channels.telegram import Telegram
from bot.clock import SetClock
from bot.desk import Desk
from bot.domain.people import Role
from bot.outbox import OutboxWriter
from bot.reports.digest_files import report_from
from bot.reports.documents.paper import pdf
from bot.reports.documents.period_report import paper
from bot.reports.excel import workbook_of
from bot.rounds import Rounds
from bot.storage.database import Database
from bot.storage.models import Digest, Event, Office, Person
from bot.storage.sealing import Seal
from bot.texts import Texts
from bot.wording import Wording
from scheduler.digests import Written, next_digest

console = Console(width=110, highlight=False)
FILES = 75
"""Digests whose files are made and timed."""
TEMPLATES = Path("hadir-templates")
PAPERS: Mapping[str, Callable[[Mapping[str, Any], Office, Texts], bytes]] = {
    "Excel": lambda figures, _, texts: workbook_of(figures, texts, "id"),
    "PDF": lambda figures, office, texts: _printed(figures, office, texts),
}
"""What the courier makes of the frozen figures; another kind of file is another line here."""


@dataclass(slots=True)
class Turn:
    """What the readers of one kind cost: how long, what was asked for each, what others waited."""

    readers: int = 0
    each: list[float] = field(default_factory=list)
    busy: float = 0.0
    """Seconds of the processor in this process; with SQLite, its own too."""
    statements: list[int] = field(default_factory=list)
    read: int = 0
    waited: float = 0.0


@dataclass(slots=True)
class Figures:
    """What one office or nation cost."""

    events: int
    officers: Turn
    heads: Turn
    resting: int
    peak_officers: int
    peak: int
    files: dict[str, list[tuple[float, int]]]
    """Seconds and bytes of each, by kind."""


def main() -> int:
    """Measure, and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.digests", description=__doc__)
    which = parser.add_mutually_exclusive_group()
    which.add_argument("--office", dest="size", action="store_const", const=ONE_OFFICE, default=ONE_OFFICE)
    which.add_argument("--nation", dest="size", action="store_const", const=NATION)
    parser.add_argument("--scale", type=float, nargs="+", default=[1.0], help="times what lies behind")
    parser.add_argument("--people", type=float, default=1.0, help="times the people")
    parser.add_argument("--readers", type=int, default=10_000, help="at most so many of a kind")
    add_options(parser)
    chosen = parser.parse_args()
    sizes = [_sized(chosen.size, chosen.people, scale) for scale in chosen.scale]
    console.print(f"Machine: {machine()}.")
    for size in sizes:
        with stores_of(chosen) as (stores, folder):
            console.print(f"Data: {folder} ({file_system(folder)}). {size}")
            for store in stores:
                _one(store, size, chosen.readers)
    return 0


def _sized(size: Size, people: float, scale: float) -> Size:
    clients, officers = (max(round(of * people), size.offices) for of in (size.clients, size.officers))
    return replace(size, clients=clients, officers=officers, weeks=max(round(size.weeks * scale), 4))


def _one(store: Store, size: Size, readers: int) -> None:
    url = asyncio.run(store.emptied())
    began = time.perf_counter()
    with bulk(url) as rows:
        populate(rows, size)
    console.print(f"  {store.name}: filled in {time.perf_counter() - began:.0f} s")
    with get_context("spawn").Pool(1) as apart:
        figures = apart.apply(measure, (url, readers))
    console.print(_table(store.name, figures, size))


def measure(url: str, readers: int) -> Figures:
    """In this process, from the first statement to the last file."""
    return asyncio.run(_measure(url, readers))


def desk_of(database: Database, texts: Texts | None = None) -> Desk:
    """Queues what is said, and sends nothing."""
    wording = Wording(texts or Texts())
    outbox = OutboxWriter(wording, {"telegram": Telegram("1:UKUR", "http://127.0.0.1:9")})
    return Desk(database, wording, outbox, [], Seal("u" * 43))


async def _measure(url: str, readers: int) -> Figures:
    database, texts = Database(url), Texts()
    meter = Meter(database)
    rounds = Rounds(database, desk_of(database, texts), SetClock(HEADS_AT))
    async with database.reading() as session:
        events = (await session.exec(select(func.max(Event.id)))).one()
    resting = memory().now
    officers = await _turn(database, rounds, meter, digest_at("Asia/Jakarta"), readers)
    peak_officers = memory().most
    async with database.transaction() as session:  # whoever was left out waits no more
        await session.exec(update(Person).where(col(Person.role) == Role.OFFICER).values(look_at=None))
    heads = await _turn(database, rounds, meter, HEADS_AT, readers)
    peak = memory().most
    files = await _files(database, texts)
    await database.close()
    return Figures(events or 0, officers, heads, resting, peak_officers, peak, files)


async def _turn(database: Database, rounds: Rounds, meter: Meter, now: datetime, readers: int) -> Turn:
    """The digests that are due now, one by one, while somebody else wants to write again and again."""
    turn, marks = Turn(), list[tuple[float, int]]()
    read = await meter.read()

    async def reads(session: AsyncSession, now: datetime) -> Written | None:
        marks.append((time.perf_counter(), meter.statements))
        return await next_digest(session, now) if len(marks) <= readers else None

    busy = time.process_time()
    async with probing(database) as waits:
        turn.readers = await rounds.read_and_write("chore:digests", reads, now)
    turn.busy = time.process_time() - busy
    for (began, before), (ended, after) in pairwise(marks):
        turn.each.append(ended - began)
        turn.statements.append(after - before)
    turn.read = await meter.read() - read
    turn.waited = max(waits)
    return turn


async def _files(database: Database, texts: Texts) -> dict[str, list[tuple[float, int]]]:
    """Those of the first officers."""
    async with database.reading() as session:
        query = (
            select(Digest.figures, Office)
            .join(Person, col(Person.id) == col(Digest.officer_id))
            .join(Office, col(Office.id) == col(Digest.office_id))
            .where(Person.role == Role.OFFICER)
            .order_by(col(Digest.id))
            .limit(FILES)
        )
        frozen = (await session.exec(query)).all()
    return {kind: [_made(make, *one, texts) for one in frozen] for kind, make in PAPERS.items()}


def _made(
    make: Callable[[Mapping[str, Any], Office, Texts], bytes],
    figures: Mapping[str, Any],
    office: Office,
    texts: Texts,
) -> tuple[float, int]:
    began = time.perf_counter()
    size = len(make(figures, office, texts))
    return time.perf_counter() - began, size


def _printed(figures: Mapping[str, Any], office: Office, texts: Texts) -> bytes:
    report = report_from(figures, office)
    assert report is not None
    return pdf(paper(report), texts, locale="id", folder=TEMPLATES)


def _table(name: str, found: Figures, people: Size) -> Table:
    title = f"{name}: {found.events:,} events, {people.clients:,} clients"
    grid = Table(title=title, box=box.SIMPLE_HEAD)
    for column in ("", "officers", "heads"):
        grid.add_column(column, justify="right" if column else "left")

    def row(title: str, *cells: str) -> None:
        grid.add_row(title, *cells)

    both = (found.officers, found.heads)
    row("digests", *(f"{one.readers:,}" for one in both))
    row("seconds", *(f"{sum(one.each):.1f}" for one in both))
    row(
        "ms a digest: p50 / most",
        *(f"{median(one.each) * 1000:.0f} / {max(one.each) * 1000:.0f}" for one in both),
    )
    row("  of the processor", *(f"{one.busy / one.readers * 1000:.0f}" for one in both))
    row("statements a digest", *(f"{min(one.statements)}–{max(one.statements)}" for one in both))
    row(f"{_unit(name)} a digest", *(f"{one.read / one.readers:,.0f}" for one in both))
    row("somebody else waited at most, ms", *(f"{one.waited * 1000:.0f}" for one in both))
    peaks = (found.peak_officers, found.peak)
    row(
        f"memory at most, MiB ({found.resting / MEBIBYTE:.0f} before)",
        *(f"{p / MEBIBYTE:.0f}" for p in peaks),
    )
    for kind, made in found.files.items():
        took, size = (median(figures) for figures in zip(*made, strict=True))
        row(f"{kind} of an officer (median)", f"{took * 1000:.0f} ms, {size / 1024:.0f} KiB", "–")
    return grid


def _unit(name: str) -> str:
    """PostgreSQL counts the rows that it touches; SQLite the steps of its machine."""
    return "rows read" if name == "PostgreSQL" else "thousand steps"


if __name__ == "__main__":
    sys.exit(main())
