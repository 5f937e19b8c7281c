"""A simulator on a free port, an unmodified bot of python-telegram-bot at it, and the door."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from telegram import Bot

from simulator.app import create_app
from simulator.bots import BotProfile
from simulator.clock import SimClock
from simulator.serving import serving
from simulator.simulation import Simulation

TOKEN = "1000001:SIMULASI-demo"
OTHER_TOKEN = "1000002:SIMULASI-lain"
BUDI = 101
SITI = 102
THURSDAY = datetime(2026, 4, 23, 7, 40, tzinfo=UTC)

Json = Any
Waiting = Callable[[], Awaitable[None]]


@dataclass(frozen=True)
class Door:
    """What a person does, in a word; refusals come back as responses."""

    http: httpx.AsyncClient

    async def ask(self, method: str, path: str, **request: Any) -> httpx.Response:
        return await self.http.request(method, f"/sim{path}", **request)

    async def get(self, path: str) -> Json:
        response = await self.ask("GET", path)
        assert response.status_code == 200, response.text
        return response.json()

    async def post(self, path: str, **body: Any) -> Json:
        response = await self.ask("POST", path, json=body)
        assert response.status_code == 200, response.text
        return response.json()

    async def acts(self, person: int, action: str, **body: Any) -> Json:
        return await self.post(f"/people/{person}/{action}", **body)

    async def chat(self, person: int) -> Json:
        return await self.get(f"/people/{person}/chat")


@dataclass(frozen=True)
class RawBot:
    """The Bot API without a library: status and envelope of each call."""

    http: httpx.AsyncClient
    token: str = TOKEN

    async def __call__(self, method: str, **params: Any) -> Json:
        response = await self.http.post(f"/bot{self.token}/{method}", json=params)
        envelope = response.json()
        assert response.status_code == (200 if envelope["ok"] else envelope["error_code"])
        return envelope

    async def result(self, method: str, **params: Any) -> Json:
        envelope = await self(method, **params)
        assert envelope["ok"], envelope
        return envelope["result"]

    async def refusal(self, method: str, **params: Any) -> str:
        envelope = await self(method, **params)
        assert not envelope["ok"], envelope
        description = envelope["description"]
        assert isinstance(description, str)
        return description

    async def updates(self, offset: int = 0, **params: Any) -> list[Json]:
        found = await self.result("getUpdates", offset=offset, **params)
        assert isinstance(found, list)
        return found


@dataclass(frozen=True)
class Place:
    url: str
    sim: Simulation


@pytest.fixture
async def place() -> AsyncIterator[Place]:
    profiles = {TOKEN: BotProfile(), OTHER_TOKEN: BotProfile("lain_bot", "Lain")}
    app = create_app(bots=profiles, clock=SimClock(THURSDAY), seed=7)
    async with serving(app) as url:
        yield Place(url, app.state.simulation)


@pytest.fixture
async def http(place: Place) -> AsyncIterator[httpx.AsyncClient]:
    plain = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)  # loading certificates would take most of a test's time
    async with httpx.AsyncClient(base_url=place.url, timeout=20, trust_env=False, verify=plain) as client:
        yield client


@pytest.fixture
async def door(http: httpx.AsyncClient) -> Door:
    """Two people with phones, who have not written to anyone."""
    found = Door(http)
    await found.post("/people", id=BUDI, first_name="Budi", last_name="Contoh", phone="628111")
    await found.post("/people", id=SITI, first_name="Siti", username="siti_contoh")
    return found


@pytest.fixture
def raw(http: httpx.AsyncClient) -> RawBot:
    return RawBot(http)


@pytest.fixture
async def bot(place: Place) -> AsyncIterator[Bot]:
    unmodified = Bot(TOKEN, base_url=f"{place.url}/bot", base_file_url=f"{place.url}/file/bot")
    async with unmodified:
        yield unmodified


@pytest.fixture
async def started(door: Door, raw: RawBot) -> Door:
    """Budi has pressed Start, and the bot has seen it."""
    await door.acts(BUDI, "start")
    newest = (await raw.updates())[-1]["update_id"]
    await raw.updates(offset=newest + 1)
    return door


@pytest.fixture
def waiting(place: Place) -> Waiting:
    """Returns when a long poll is waiting at the server."""

    async def until_a_poll_waits() -> None:
        async with asyncio.timeout(5):
            while not place.sim.first_bot.queue.is_polled:  # noqa: ASYNC110 - the queue tells nobody
                await asyncio.sleep(0.005)

    return until_a_poll_waits
