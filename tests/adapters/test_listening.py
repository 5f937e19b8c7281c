"""Until when all has been heard that Telegram had, by polling and by webhook, against the simulator."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import AsyncIterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlmodel import select
from telegram.error import TelegramError

from bot.app import build
from bot.channels.telegram import Telegram
from bot.channels.telegram_in import CHANNEL
from bot.channels.telegram_updates import Listening, Poller
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.outages import Heard, OutageRow
from tests.harness import FrozenClock, sentences
from tests.simulator.conftest import (
    BUDI,
    THURSDAY,
    TOKEN,
    Door,
    Place,
    RawBot,
    door,
    http,
    place,
    raw,
    started,
)

__all__ = ["door", "http", "place", "raw", "started"]
HOURS = timedelta(hours=2)


@pytest.fixture
def clock() -> FrozenClock:
    return FrozenClock(THURSDAY)


@pytest.fixture
async def telegram(place: Place) -> AsyncIterator[Telegram]:
    channel = Telegram(TOKEN, place.url)
    await channel.open()
    yield channel
    await channel.close()


@pytest.fixture
def poller(telegram: Telegram, database: Database, clock: FrozenClock, tmp_path: Path) -> Poller:
    settings = Settings(
        _env_file=None,
        media_dir=tmp_path,
        secret_key=SecretStr("k" * 43),
        telegram_token=SecretStr(TOKEN),  # type: ignore[call-arg]
    )
    house = build(settings, clock, [telegram], database, sentences())
    return Poller(telegram, house.inbox, database, clock)


async def ledger(database: Database) -> tuple[datetime | None, list[tuple[datetime, datetime]]]:
    """Until when all was heard, and the outages."""
    async with database.reading() as session:
        known = await session.get(Heard, CHANNEL)
        rows = (await session.exec(select(OutageRow))).all()
    return known.at if known else None, [(one.begins, one.ends) for one in rows]


async def test_a_poll_that_brings_all_there_is_notes_the_time(
    poller: Poller, started: Door, database: Database, clock: FrozenClock
) -> None:
    await poller.poll(0)
    assert await ledger(database) == (THURSDAY, [])
    clock.moment += timedelta(seconds=5)
    await poller.poll(0)
    assert await ledger(database) == (THURSDAY, [])
    clock.moment += timedelta(seconds=10)
    await started.acts(BUDI, "text", text="halo")
    assert await poller.poll(0) == 1
    assert await ledger(database) == (THURSDAY + timedelta(seconds=15), [])


async def test_a_full_answer_may_not_be_all_there_is(
    poller: Poller, started: Door, database: Database
) -> None:
    for number in range(101):
        await started.acts(BUDI, "text", text=str(number))
    assert await poller.poll(0) == 100
    assert await ledger(database) == (None, [])
    await poller.poll(0)
    assert await ledger(database) == (THURSDAY, [])


async def test_a_messenger_that_could_not_be_reached_is_an_outage_when_it_is_back(
    poller: Poller, started: Door, database: Database, clock: FrozenClock
) -> None:
    await poller.poll(0)
    await started.post("/faults", method="getUpdates", kind="bad_gateway", times=1)
    clock.moment += HOURS
    with pytest.raises(TelegramError):
        await poller.poll(0)
    assert await ledger(database) == (THURSDAY, [])
    await poller.poll(0)
    assert await ledger(database) == (THURSDAY + HOURS, [(THURSDAY, THURSDAY + HOURS)])


async def test_what_a_webhook_could_not_bring_is_waited_for(
    telegram: Telegram, started: Door, raw: RawBot, database: Database, clock: FrozenClock, place: Place
) -> None:
    listening = Listening(database, clock)
    await listening.ask_webhook(telegram)
    assert await ledger(database) == (THURSDAY, [])
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))
        await raw("setWebhook", url=f"http://127.0.0.1:{nobody.getsockname()[1]}/x")
        await started.acts(BUDI, "text", text="halo")
        async with asyncio.timeout(10):
            while not (await raw.result("getWebhookInfo")).get("last_error_date"):
                pass
    clock.moment = place.sim.clock.now()
    await listening.ask_webhook(telegram)
    assert (await ledger(database))[0] == THURSDAY

    await raw("deleteWebhook")
    await raw.updates()
    clock.moment += HOURS
    (begins, ends), *more = (await _after(listening, telegram, database))[1]
    assert (begins, more) == (THURSDAY, [])
    assert ends == clock.moment


async def _after(
    listening: Listening, telegram: Telegram, database: Database
) -> tuple[datetime | None, list[tuple[datetime, datetime]]]:
    await listening.ask_webhook(telegram)
    return await ledger(database)
