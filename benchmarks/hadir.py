"""`python -m benchmarks.hadir`: the real bot, joined as `hadir run` joins it, with its statements counted.

Two things differ, both by what is handed in: the clock stands at the morning of the office's day, and the
channel's capabilities name no pace, because Telegram's 30 messages a second would be all that is measured.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from dataclasses import replace
from typing import Any

from sqlalchemy import event

from benchmarks.office import MORNING
from benchmarks.remote import answers_apart, until_parent_leaves
from bot.app import build, serving
from bot.channels.telegram import CAPS, Telegram
from bot.clock import SetClock
from bot.logs import set_up_logging
from bot.settings import Settings
from bot.storage.database import Database


async def main() -> None:
    """Serve the webhook named in the settings until the parent leaves."""
    answers = answers_apart()
    settings = Settings()
    set_up_logging(settings.log)
    token = settings.telegram_token.get_secret_value()
    telegram = Telegram(token, settings.telegram_api_url, caps=replace(CAPS, rate=None))
    database = Database(settings.database_url)
    counts = counted(database)
    house = build(settings, SetClock(MORNING), [telegram], database)
    async with serving(house, telegram):
        await until_parent_leaves(lambda: counts, answers)


def counted(database: Database) -> Counter[str]:
    """Statements and transactions of this process from now on."""
    counts: Counter[str] = Counter(statements=0, transactions=0)

    @event.listens_for(database.engine.sync_engine, "before_cursor_execute")
    def _statement(*_: Any) -> None:
        counts["statements"] += 1

    @event.listens_for(database.engine.sync_engine, "commit")
    def _transaction(_: Any) -> None:
        counts["transactions"] += 1

    return counts


if __name__ == "__main__":
    asyncio.run(main())
