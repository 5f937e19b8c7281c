"""`hadir demo`: simulator, bot and the example office in one process, with a database of its own."""

from __future__ import annotations

import asyncio
import shutil
import signal
import webbrowser
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import httpx

from bot import example
from bot.app import build, serving, set_up_logging
from bot.channels.telegram import Telegram
from bot.clock import SetClock
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.migrate import upgrade
from simulator.app import create_app
from simulator.bots import BotProfile
from simulator.clock import SimClock
from simulator.serving import serving as simulating

FOLDER = Path(".hadir-demo")
TOKEN = "1000001:SIMULASI-demo"  # noqa: S105  (a simulator's, worth nothing)
THURSDAY_MORNING = datetime(2026, 4, 22, 23, 40, tzinfo=UTC)
"""Thursday 23 April 2026, 07.40 in Makassar: twenty minutes before work begins."""


async def demo(*, port: int, browser: bool, seed: int, ready: Callable[[str], None]) -> int:
    """Play until SIGINT or SIGTERM; every start begins anew."""
    set_up_logging("console")
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(mode=0o700)
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    bots = {TOKEN: BotProfile.from_token(TOKEN, first_name="Hadir (simulasi)", username="hadir_simulasi_bot")}
    simulator = create_app(bots=bots, clock=SimClock(THURSDAY_MORNING), seed=seed)
    async with simulating(simulator, port=port) as url:
        settings = _settings(url)
        database = Database(settings.database_url)
        await upgrade(database)
        async with database.transaction() as session:
            office = await example.build(session, now=THURSDAY_MORNING, seed=seed)
        async with httpx.AsyncClient(base_url=url) as door:
            (await door.put("/sim/scene", json=scene(office))).raise_for_status()
        telegram = Telegram(TOKEN, url)
        house = build(settings, SetClock(THURSDAY_MORNING), [telegram], database)
        async with serving(house, telegram):
            ready(url)
            if browser:
                await asyncio.to_thread(webbrowser.open, url)
            await stop.wait()
    return 0


def _settings(url: str) -> Settings:
    return Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=f"sqlite+aiosqlite:///{FOLDER / 'hadir.db'}",
        media_dir=FOLDER / "media",
        telegram_token=TOKEN,
        telegram_api_url=url,
        secret_key="demo-" + "0" * 38,
        listen="127.0.0.1:0",
        clock_url=f"{url}/sim/clock",
    )
