"""`python -m benchmarks.readers`: 100 clients check in within a minute while 10 officers read.

Each officer has 75 clients and four weeks behind him, and asks for one thing after the other (what needs him,
the week, a client), three seconds after each answer. Beside it the same check-ins with nobody reading.
"""

from __future__ import annotations

import argparse
import asyncio
import sys
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from statistics import median, quantiles

from rich import box
from rich.console import Console
from rich.table import Table

from benchmarks.crowd import SECRET, Crowd, crowd
from benchmarks.databases import Store, add_options, stores_of
from benchmarks.group_day import KEY
from benchmarks.office import CASELOAD, Client, clients, found_with_history, officer_of
from benchmarks.processes import Messenger, contender, messenger
from benchmarks.rounds import REST, TOKEN
from benchmarks.table import file_system, machine

console = Console(width=110, highlight=False)
PAUSE = 3.0
"""Seconds in which an officer looks at an answer."""
BEFORE = 4
"""Clients who come before the minute begins, so that nothing is done for the first time in it."""
QUESTIONS = ("/perlu", "/ringkasan", "/klien")


@dataclass(frozen=True, slots=True)
class Minute:
    """What was waited for in a minute, in seconds: the clients' receipts, and answers by question."""

    receipts: Sequence[float]
    read: Mapping[str, list[float]] = field(default_factory=dict)


def main() -> int:
    """0 when everybody was answered."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.readers", description=__doc__)
    parser.add_argument("--clients", type=int, default=100)
    parser.add_argument("--officers", type=int, default=10)
    parser.add_argument("--seconds", type=float, default=60.0)
    add_options(parser)
    chosen = parser.parse_args()
    with stores_of(chosen) as (stores, folder):
        asyncio.run(run(stores, folder, chosen))
    return 0


async def run(stores: Sequence[Store], folder: Path, chosen: argparse.Namespace) -> None:
    """Each database in turn."""
    everybody = clients(CASELOAD * chosen.officers)
    console.print(f"Machine: {machine()}.")
    console.print(f"Data: {folder} ({file_system(folder)}). {len(everybody)} clients.")
    async with messenger() as telegram:
        for store in stores:
            await store.prepare(everybody, found_with_history)
            console.print(f"  {await store.durable()}")
            alone = await _minute(store, everybody, telegram, folder, chosen, officers=0)
            together = await _minute(store, everybody, telegram, folder, chosen, officers=chosen.officers)
            console.print(_table(store.name, alone, together))


async def _minute(
    store: Store,
    everybody: Sequence[Client],
    telegram: Messenger,
    folder: Path,
    chosen: argparse.Namespace,
    *,
    officers: int,
) -> Minute:
    settings = {
        "HADIR_TELEGRAM_TOKEN": TOKEN,
        "HADIR_TELEGRAM_API_URL": telegram.url,
        "HADIR_DATABASE_URL": await store.fresh(),
        "HADIR_MEDIA_DIR": str(folder / "media"),
        "HADIR_SECRET_KEY": KEY,
        "HADIR_WEBHOOK_SECRET": SECRET,
        "HADIR_LOG": "json",
    }
    random = Random(1)
    coming = random.sample(everybody, BEFORE + chosen.clients)
    async with (
        contender("benchmarks.hadir", settings, folder, telegram) as bot,
        crowd(bot, telegram) as phones,
    ):
        await phones.arrive(coming[:BEFORE], None, 1.0, random)
        if officers:
            await phones.asks(officer_of(0), QUESTIONS[0])
        await asyncio.sleep(REST)
        read: dict[str, list[float]] = defaultdict(list)
        until = time.monotonic() + chosen.seconds
        async with asyncio.TaskGroup() as acting:
            for number in range(officers):
                acting.create_task(_reads(phones, everybody, number, until, read))
            arrived = acting.create_task(phones.arrive(coming[BEFORE:], None, chosen.seconds, random))
        return Minute(arrived.result().answers, read)


async def _reads(
    phones: Crowd, everybody: Sequence[Client], number: int, until: float, read: dict[str, list[float]]
) -> None:
    """One officer, who begins at a moment of his own."""
    random, asked = Random(number), number
    await asyncio.sleep(random.uniform(0, PAUSE))
    while time.monotonic() < until:
        question = QUESTIONS[asked % len(QUESTIONS)]
        client = everybody[number * CASELOAD + random.randrange(CASELOAD)]
        words = f"{question} O{client.chat}" if question == "/klien" else question
        read[question].append(await phones.asks(officer_of(number * CASELOAD), words))
        asked += 1
        await asyncio.sleep(PAUSE)


def _table(name: str, alone: Minute, together: Minute) -> Table:
    grid = Table(title=name, box=box.SIMPLE_HEAD)
    for title in ("answer to", "times", "p50", "p95", "slowest"):
        grid.add_column(title, justify="left" if title == "answer to" else "right")

    def row(title: str, seconds: Sequence[float]) -> None:
        figures = (median(seconds), quantiles(seconds, n=20)[-1], max(seconds))
        grid.add_row(title, str(len(seconds)), *(f"{one * 1000:.0f} ms" for one in figures))

    row("a check-in, nobody reads", alone.receipts)
    row("a check-in, officers read", together.receipts)
    for question, seconds in sorted(together.read.items()):
        row(question, seconds)
    ratio = quantiles(together.receipts, n=20)[-1] / quantiles(alone.receipts, n=20)[-1]
    grid.add_row("p95 of check-ins, read / not", "", "", f"{ratio:.2f}", "")
    return grid


if __name__ == "__main__":
    sys.exit(main())
