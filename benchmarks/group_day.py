"""`python -m benchmarks.group_day`: 42 people scan one code at one site within a minute, against as many
locations; then all of them at the same moment."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median, quantiles

from rich import box
from rich.console import Console
from rich.table import Table
from sqlmodel import select

from benchmarks.crowd import SECRET, Content, crowd
from benchmarks.databases import Store, add_options, stores_of
from benchmarks.office import MORNING, Client, clients, found_together
from benchmarks.processes import Messenger, contender, messenger
from benchmarks.rounds import REST, TOKEN
from benchmarks.table import file_system, machine
from bot.domain import site_codes
from bot.storage.database import Database
from bot.storage.models import Attendance, Site
from bot.storage.sealing import Seal
from bot.storage.site_codes import SiteCodeUse

console = Console(width=110, highlight=False)
KEY = "benchmark-" + "0" * 33
WARM_UP = 8
"""So many come before anything counts: statements and sentences are compiled once."""
KINDS = ("code", "location")


@dataclass(frozen=True, slots=True)
class Arrivals:
    """What one group did; times in seconds."""

    answers: Sequence[float]
    last: float
    cpu: float
    statements: float
    messages: float


def main() -> int:
    """0 when every record was there; 1 when not."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.group_day", description=__doc__)
    parser.add_argument("--people", type=int, default=42)
    parser.add_argument("--rounds", type=int, default=3)
    add_options(parser)
    chosen = parser.parse_args()
    with stores_of(chosen) as (stores, folder):
        return asyncio.run(run(stores, folder, chosen))


async def run(stores: Sequence[Store], folder: Path, chosen: argparse.Namespace) -> int:
    """Codes and locations in turn, so that a machine that is busy for a while is so for both."""
    everybody = clients(WARM_UP + chosen.people)
    console.print(f"Machine: {machine()}.")
    console.print(f"Data: {folder} ({file_system(folder)}). {chosen.rounds} rounds.")
    wrong: list[str] = []
    async with messenger() as telegram:
        for store in stores:
            await store.prepare(everybody, found_together)
            console.print(f"  {await store.durable()}")
            for over, title in ((60.0, "within a minute"), (0.0, "at the same moment")):
                told: dict[str, list[Arrivals]] = {kind: [] for kind in KINDS}
                for number in range(chosen.rounds):
                    for kind in KINDS[:: 1 if number % 2 == 0 else -1]:
                        arrived, problems = await _group(
                            store, everybody, telegram, folder, kind, over, number
                        )
                        told[kind].append(arrived)
                        wrong += [f"{store.name}, {kind}: {one}" for one in problems]
                console.print(_table(f"{store.name}: {chosen.people} people {title}", told))
    console.print(*wrong or ["Everybody was recorded once."], sep="\n")
    return 1 if wrong else 0


async def _group(
    store: Store,
    people: Sequence[Client],
    telegram: Messenger,
    folder: Path,
    kind: str,
    over: float,
    seed: int,
) -> tuple[Arrivals, list[str]]:
    url = await store.fresh()
    settings = {
        "HADIR_TELEGRAM_TOKEN": TOKEN,
        "HADIR_TELEGRAM_API_URL": telegram.url,
        "HADIR_DATABASE_URL": url,
        "HADIR_MEDIA_DIR": str(folder / "media"),
        "HADIR_SECRET_KEY": KEY,
        "HADIR_WEBHOOK_SECRET": SECRET,
        "HADIR_LOG": "json",
    }
    content = await _scan(url) if kind == "code" else None
    async with (
        contender("benchmarks.hadir", settings, folder, telegram) as bot,
        crowd(bot, telegram) as phones,
    ):
        await phones.arrive(people[:WARM_UP], content, 1.0, Random(seed))
        await asyncio.sleep(REST)
        before = await bot.usage()
        load = await phones.arrive(people[WARM_UP:], content, over, Random(seed))
        last = max(load.answers) if over else load.ended - load.began
        await asyncio.sleep(REST)
        after = await bot.usage()
        count = len(people) - WARM_UP
        arrived = Arrivals(
            answers=load.answers,
            last=last,
            cpu=(after.cpu - before.cpu) / count,
            statements=(after.counts["statements"] - before.counts["statements"]) / count,
            messages=load.messages / count,
        )
    return arrived, await _problems(url, len(people), kind)


async def _scan(url: str) -> Content:
    """What Telegram sends for whoever opens the link in the picture of this minute."""
    database = Database(url)
    async with database.reading() as session:
        site = (await session.exec(select(Site))).one()
    await database.close()
    key = Seal(KEY).site_code_key(site.office_id)
    return {"text": "/start " + site_codes.link(key, site.id, site_codes.step_of(MORNING))}


async def _problems(url: str, people: int, kind: str) -> list[str]:
    database = Database(url)
    async with database.reading() as session:
        begun = len((await session.exec(select(Attendance.id))).all())
        codes = len((await session.exec(select(SiteCodeUse.id))).all())
    await database.close()
    expected = {"attendances": (begun, people), "codes": (codes, people if kind == "code" else 0)}
    return [f"{what}: {found} for {wanted}" for what, (found, wanted) in expected.items() if found != wanted]


def _table(title: str, told: dict[str, list[Arrivals]]) -> Table:
    grid = Table(title=title, box=box.SIMPLE_HEAD)
    for name in ("", *KINDS, "code / location"):
        grid.add_column(name, justify="right" if name else "left")

    def row(name: str, values: Sequence[float], scale: float, unit: str) -> None:
        code, place = values
        shown = [f"{value * scale:.1f} {unit}".strip() for value in values]
        grid.add_row(name, *shown, f"{code / place:.2f}" if place else "-")

    answers = {kind: [one for each in told[kind] for one in each.answers] for kind in KINDS}
    row("answer, p50", [median(answers[kind]) for kind in KINDS], 1000, "ms")
    row("answer, p95", [quantiles(answers[kind], n=20)[-1] for kind in KINDS], 1000, "ms")
    row("the slowest answer", [max(one.last for one in told[kind]) for kind in KINDS], 1000, "ms")
    row("CPU of the bot, each", [median(one.cpu for one in told[kind]) for kind in KINDS], 1000, "ms")
    row("statements, each", [median(one.statements for one in told[kind]) for kind in KINDS], 1, "")
    row("messages, each", [median(one.messages for one in told[kind]) for kind in KINDS], 1, "")
    return grid


if __name__ == "__main__":
    sys.exit(main())
