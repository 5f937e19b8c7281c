"""One round of one contender: start, rest, warm up, full load, half of that load, look at the records."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from benchmarks.audit import MESSAGES, problems
from benchmarks.crowd import SECRET, crowd
from benchmarks.databases import Store
from benchmarks.office import Client
from benchmarks.processes import Messenger, contender

TOKEN = "1000001:benchmark-of-hadir"
WARM_UP = 40
"""Check-ins before anything counts: statements and sentences are compiled once."""
REST = 2.0


@dataclass(frozen=True, slots=True)
class Round:
    """What one contender did in one round; times in seconds, memory in bytes."""

    rate: float
    per_cpu: float
    statements: float
    transactions: float
    answers: list[float]
    cards: list[float]
    resting: int
    loaded: int
    problems: list[str] = field(default_factory=list)


async def measured(
    store: Store | None, people: Sequence[Client], messenger: Messenger, folder: Path, seed: int
) -> Round:
    """A round of the bot on a fresh copy of this store, or of the echo without one."""
    media = folder / "media"
    shutil.rmtree(media, ignore_errors=True)
    settings = {"HADIR_TELEGRAM_TOKEN": TOKEN, "HADIR_TELEGRAM_API_URL": messenger.url}
    if store is not None:
        settings |= {
            "HADIR_DATABASE_URL": await store.fresh(),
            "HADIR_MEDIA_DIR": str(media),
            "HADIR_SECRET_KEY": "benchmark-" + "0" * 33,
            "HADIR_WEBHOOK_SECRET": SECRET,
            "HADIR_LOG": "json",
        }
    module = "benchmarks.hadir" if store else "benchmarks.echo"
    async with contender(module, settings, folder, messenger) as bot:
        await asyncio.sleep(REST)
        resting = await bot.usage()
        half = (len(people) - WARM_UP) // 2
        warm_up, full, slow = people[:WARM_UP], people[WARM_UP : WARM_UP + half], people[WARM_UP + half :]
        async with crowd(bot, messenger) as phones:
            await phones.hurry(warm_up)
            await asyncio.sleep(REST)
            before = await bot.usage()
            hurried = await phones.hurry(full)
            after = await bot.usage()
            await asyncio.sleep(REST)
            rate = len(full) / hurried.seconds
            strolled = await phones.stroll(slow, rate / 2, Random(seed))
            await asyncio.sleep(REST)
        loaded = await bot.usage()
        wrong = await problems(settings["HADIR_DATABASE_URL"], media, len(people)) if store else []
    for load, count in ((hurried, len(full)), (strolled, len(slow))):
        if load.messages != MESSAGES * count:
            wrong.append(f"{load.messages} messages arrived for {count} check-ins")

    def each(name: str) -> float:
        return (after.counts.get(name, 0) - before.counts.get(name, 0)) / len(full)

    return Round(
        rate=rate,
        per_cpu=len(full) / (after.cpu - before.cpu),
        statements=each("statements"),
        transactions=each("transactions"),
        answers=strolled.answers,
        cards=strolled.cards,
        resting=resting.memory,
        loaded=loaded.memory,
        problems=wrong,
    )
