"""The load: people who send a location, and the photo as soon as they are asked for it."""

from __future__ import annotations

import asyncio
import itertools
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from random import Random
from typing import Any

import aiohttp

from benchmarks.office import HERE, MORNING, Client
from benchmarks.processes import Arrival, Contender, Messenger

AT_ONCE = 48
"""People in the middle of their check-in under full load."""
PATIENCE = 120.0
"""Seconds that one answer may take before the run fails."""
SECRET = "benchmark-secret"
Content = dict[str, Any]
"""What a message says, as Telegram sends it."""


def place_of(client: Client) -> Content:
    """Some ten metres from the pin, and nobody has the same twice: that would be asked about."""
    north, east = divmod(client.chat // 2, 1_000)
    latitude, longitude = HERE[0] + 1e-4 + north % 100 * 1e-6, HERE[1] + east * 1e-6
    place = {"latitude": round(latitude, 6), "longitude": round(longitude, 6), "horizontal_accuracy": 12.0}
    return {"location": place}


@dataclass(slots=True)
class Load:
    """What came of a load: its span on the monotonic clock, and seconds from each update to its message."""

    began: float
    ended: float = 0.0
    answers: list[float] = field(default_factory=list)
    cards: list[float] = field(default_factory=list)
    messages: int = 0

    @property
    def seconds(self) -> float:
        return self.ended - self.began


class Crowd:
    """The phones, on one connection pool to the contender's webhook."""

    def __init__(self, http: aiohttp.ClientSession, contender: Contender) -> None:
        self._http = http
        self._contender = contender
        self._numbers = itertools.count(1)
        self._inboxes: dict[int, asyncio.Queue[Arrival]] = defaultdict(asyncio.Queue)
        self._load = Load(0)

    async def listen(self, messenger: Messenger) -> None:
        """Hand each message to its phone, for ever."""
        while True:
            arrival = await messenger.next()
            self._load.messages += 1
            self._load.ended = max(self._load.ended, arrival.at)
            self._inboxes[arrival.chat].put_nowait(arrival)

    async def hurry(self, people: Sequence[Client]) -> Load:
        """Full load: always so many in the middle of their check-in."""
        self._load = Load(time.monotonic())
        waiting = iter(people)

        async def one_after_another() -> None:
            for client in waiting:
                await self._check_in(client)

        async with asyncio.TaskGroup() as acting:
            for _ in range(AT_ONCE):
                acting.create_task(one_after_another())
        return self._load

    async def stroll(self, people: Sequence[Client], rate: float, random: Random) -> Load:
        """So many check-ins a second on average, each at a moment of its own (a Poisson process)."""
        self._load = Load(time.monotonic())
        due = self._load.began
        async with asyncio.TaskGroup() as acting:
            for client in people:
                due += random.expovariate(rate)
                await asyncio.sleep(due - time.monotonic())
                acting.create_task(self._check_in(client))
        return self._load

    async def arrive(
        self, people: Sequence[Client], content: Content | None, over: float, random: Random
    ) -> Load:
        """Each sends one message at a moment of his own within so many seconds, and waits for the answer:
        his location, where it is not the same content for all."""
        self._load = Load(time.monotonic())
        due = sorted(self._load.began + random.uniform(0, over) for _ in people)

        async def one(client: Client, at: float) -> None:
            await asyncio.sleep(at - time.monotonic())
            sent = await self._send(client.chat, content or place_of(client))
            self._load.answers.append(await self._arrived(client.chat) - sent)

        async with asyncio.TaskGroup() as acting:
            for client, at in zip(people, due, strict=True):
                acting.create_task(one(client, at))
        return self._load

    async def asks(self, chat: int, words: str) -> float:
        """Somebody of the staff writes; returns the seconds until the first message of the answer. What is
        left of the one before is not taken for it."""
        inbox = self._inboxes[chat]
        while not inbox.empty():
            inbox.get_nowait()
        sent = await self._send(chat, {"text": words} | _command(words))
        return await self._arrived(chat) - sent

    async def _check_in(self, client: Client) -> None:
        asked = await self._send(client.chat, place_of(client))
        self._load.answers.append(await self._arrived(client.chat) - asked)
        size = {"file_id": f"photo-{client.chat}", "file_unique_id": f"u{client.chat}"}
        sent = await self._send(client.chat, {"photo": [size | {"width": 1280, "height": 960}]})
        self._load.answers.append(await self._arrived(client.chat) - sent)
        self._load.cards.append(await self._arrived(client.supervisor) - sent)

    async def _arrived(self, chat: int) -> float:
        async with asyncio.timeout(PATIENCE):
            return (await self._inboxes[chat].get()).at

    async def _send(self, chat: int, content: Content) -> float:
        """Post an update; returns the moment at which that began."""
        number, began = next(self._numbers), time.monotonic()
        message = {
            "message_id": number,
            "date": int(MORNING.timestamp()),
            "chat": {"id": chat, "type": "private", "first_name": "Sulaeman"},
            "from": {"id": chat, "is_bot": False, "first_name": "Sulaeman", "language_code": "id"},
        }
        update = {"update_id": number, "message": message | content}
        async with self._http.post(self._contender.url, json=update) as answer:
            answer.raise_for_status()
        return began


def _command(words: str) -> Content:
    """Telegram marks the command in a text."""
    if not words.startswith("/"):
        return {}
    return {"entities": [{"type": "bot_command", "offset": 0, "length": len(words.split()[0])}]}


@asynccontextmanager
async def crowd(contender: Contender, messenger: Messenger) -> AsyncIterator[Crowd]:
    """Phones that hear what the messenger brings, while inside."""
    headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
    # uvicorn closes after 5 seconds; an update sent just then would be lost, and Telegram would repeat it.
    connector = aiohttp.TCPConnector(limit=AT_ONCE * 2, keepalive_timeout=2)
    timeout = aiohttp.ClientTimeout(total=PATIENCE)
    async with aiohttp.ClientSession(headers=headers, connector=connector, timeout=timeout) as http:
        phones = Crowd(http, contender)
        listening = asyncio.create_task(phones.listen(messenger))
        try:
            yield phones
        finally:
            listening.cancel()
            await asyncio.gather(listening, return_exceptions=True)
