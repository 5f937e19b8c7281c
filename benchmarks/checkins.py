"""`python -m benchmarks.checkins`: full, durable check-ins against a bare echo without a database."""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
from pathlib import Path

from rich.console import Console

from benchmarks.databases import Store, add_options, stores_of
from benchmarks.office import clients
from benchmarks.processes import messenger
from benchmarks.rounds import WARM_UP, Round, measured
from benchmarks.table import ECHO, file_system, machine, table

console = Console(width=110, highlight=False)


def main() -> int:
    """0 when every record and message was there; 1 when not."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.checkins", description=__doc__)
    parser.add_argument("--people", type=int, default=300, help="under full load, and as many again at half")
    parser.add_argument("--rounds", type=int, default=3)
    add_options(parser)
    chosen = parser.parse_args()
    with stores_of(chosen) as (stores, folder):
        return asyncio.run(run(stores, folder, people=chosen.people, rounds=chosen.rounds))


async def run(stores: list[Store], folder: Path, *, people: int, rounds: int) -> int:
    """Rounds in alternating order, so that a machine that is busy for a while is so for everybody."""
    everybody = clients(WARM_UP + 2 * people)
    console.print(f"Machine: {machine()}.")
    console.print(f"Data: {folder} ({file_system(folder)}).")
    for store in stores:
        await store.prepare(everybody)
        console.print(f"  {await store.durable()}")
    console.print(f"{people} check-ins a round under full load, {people} at half of it, {rounds} rounds.")
    contenders: dict[str, Store | None] = {ECHO: None} | {store.name: store for store in stores}
    results: dict[str, list[Round]] = {name: [] for name in contenders}
    async with messenger() as telegram:
        for number in range(rounds):
            for name in list(contenders)[:: 1 if number % 2 == 0 else -1]:
                one = await measured(contenders[name], everybody, telegram, folder, seed=number)
                results[name].append(one)
                what = f"{one.rate:.1f} a second; the machine's load now {os.getloadavg()[0]:.1f}"
                console.print(f"round {number + 1}, {name}: {what}", style="dim")
    console.print(table(results))
    wrong = [f"{name}: {what}" for name in results for one in results[name] for what in one.problems]
    console.print(
        *wrong or ["Every record is there, and three messages went out for each check-in."], sep="\n"
    )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
