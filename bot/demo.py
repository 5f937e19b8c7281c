"""`hadir demo`: simulator, bot and the example office in one process, with a database of its own."""

from __future__ import annotations

import asyncio
import shutil
import signal
import webbrowser
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
from pydantic import SecretStr

from bot import example
from bot.app import build, serving
from bot.channels.telegram import Telegram
from bot.clock import SetClock
from bot.domain.identity import number_of
from bot.domain.people import Role
from bot.logs import set_up_logging
from bot.settings import Settings
from bot.storage.alone import writing_alone
from bot.storage.database import Database
from bot.storage.migrate import upgrade
from bot.texts import Texts
from simulator.app import create_app
from simulator.bots import BotProfile
from simulator.clock import SimClock
from simulator.serving import serving as simulating
from simulator.simulation import Simulation

FOLDER = Path(".hadir-demo")
FILE = FOLDER / "hadir.db"
TOKEN = "1000001:SIMULASI-demo"  # noqa: S105  (a simulator's, worth nothing)
TOUR = (
    ("join", Role.CLIENT, (Role.CLIENT, Role.SUPERVISOR, Role.OFFICER)),
    ("start", Role.CLIENT, (Role.CLIENT,)),
    ("confirm", Role.SUPERVISOR, (Role.SUPERVISOR,)),
    ("monday", Role.OFFICER, (Role.OFFICER,)),
    ("read", Role.OFFICER, ()),
)
"""The main job in five steps: its name, whose phone, and who must have a message with the words
`tour-NAME-done` for the step to be over."""
THURSDAY_MORNING = datetime(2026, 4, 22, 23, 40, tzinfo=UTC)
"""Thursday 23 April 2026, 07.40 in Makassar: twenty minutes before work begins."""


async def demo(*, port: int, browser: bool, seed: int, texts: Texts, ready: Callable[[str], None]) -> int:
    """Play until SIGINT or SIGTERM; every start begins anew, and so does the reset on the page."""
    set_up_logging("console")
    loop = asyncio.get_running_loop()
    wishes: asyncio.Queue[asyncio.Future[None] | None] = asyncio.Queue()
    """A reset, done when the new office is ready; or None, the end."""
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, wishes.put_nowait, None)
    bots = {TOKEN: BotProfile(username="hadir_simulasi_bot", first_name="Hadir (simulasi)")}
    simulator = create_app(bots=bots, clock=SimClock(THURSDAY_MORNING), seed=seed)
    simulation: Simulation = simulator.state.simulation

    async def begin_anew() -> None:
        done = loop.create_future()
        wishes.put_nowait(done)
        await done

    simulation.begin_anew = begin_anew
    async with simulating(simulator, port=port) as url:
        if browser:  # not awaited: it needs a second itself, and the page fills when the scene is there
            loop.run_in_executor(None, webbrowser.open, url)
        async with playing(simulation, url, seed, texts):
            ready(url)
            wish = await wishes.get()
        while wish is not None:
            async with playing(simulation, url, seed, texts):
                if not wish.done():
                    wish.set_result(None)
                wish = await wishes.get()
    return 0


@asynccontextmanager
async def playing(simulation: Simulation, url: str, seed: int, texts: Texts) -> AsyncIterator[None]:
    """The bot serves an office that was made just now, on a Thursday morning."""
    await asyncio.to_thread(_begin_anew)
    settings = _settings(url)
    database = Database(settings.database_url)
    await upgrade(database)
    office = await asyncio.to_thread(asyncio.run, _example(seed))
    async with httpx.AsyncClient(base_url=url) as door:
        (await door.put("/sim/scene", json=scene(office, texts))).raise_for_status()
    simulation.reset()
    simulation.clock.jump(THURSDAY_MORNING)
    telegram = Telegram(TOKEN, url)
    house = build(settings, SetClock(THURSDAY_MORNING), [telegram], database, texts)
    async with serving(house, telegram):
        yield


def _begin_anew() -> None:
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(mode=0o700)


async def _example(seed: int) -> example.Example:
    async with writing_alone(FILE) as session:
        return await example.build(session, now=THURSDAY_MORNING, seed=seed)


def scene(office: example.Example, texts: Texts) -> dict[str, Any]:
    """The example office as the chat page shows it: phones, map, and a tour of the main job."""
    first = {phone.role: phone.person for phone in reversed(office.phones)}
    return {
        "title": office.office,
        "zone": office.zone,
        "map": {"latitude": office.places[0].latitude, "longitude": office.places[0].longitude},
        "places": [asdict(place) for place in office.places],
        "phones": [
            {
                "person": phone.person,
                "role": phone.role.value,
                "label": texts.render(f"phone-{phone.role.value}", {"name": phone.label}, locale="id"),
                "first_name": phone.label,
                "phone": number_of(phone.number),
                "start_link": phone.token,
            }
            for phone in office.phones
        ],
        "tour": [
            {
                "person": first[role],
                "title": _both(texts, f"tour-{name}-title"),
                "text": _both(texts, f"tour-{name}-text"),
                "until": [_received(texts, name, first[one]) for one in told],
            }
            for name, role, told in TOUR
        ],
    }


def _received(texts: Texts, step: str, person: int) -> dict[str, str | int]:
    words = texts.render(f"tour-{step}-done", {}, locale="id")
    return {"event": "received", "person": person, "contains": words}


def _both(texts: Texts, key: str) -> dict[str, str]:
    return {locale: texts.render(key, {}, locale=locale) for locale in ("id", "en")}


def _settings(url: str) -> Settings:
    return Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=f"sqlite+aiosqlite:///{FILE}",
        media_dir=FOLDER / "media",
        telegram_token=SecretStr(TOKEN),
        telegram_api_url=url,
        secret_key=SecretStr("demo-" + "0" * 38),
        listen="127.0.0.1:0",
        clock_url=f"{url}/sim/clock",
    )
