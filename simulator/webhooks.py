"""Updates carried to the bot's own address until it says 2xx (core.telegram.org/bots/api#setwebhook)."""

import asyncio
import json
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

import httpx

from simulator.clock import SimClock
from simulator.errors import bad_request
from simulator.shapes import JsonObject, present
from simulator.updates import Update, UpdateQueue

LOOPBACK = ("127.0.0.1", "localhost", "::1")
ANSWER_PATIENCE = 30.0
LONGEST_PAUSE = 60.0
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")

OnReply = Callable[[JsonObject], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class WebhookSettings:
    url: str
    secret: str | None = None
    max_connections: int = 40

    def __post_init__(self) -> None:
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
        if parts.hostname not in LOOPBACK:
            raise bad_request("bad webhook: the simulator calls loopback addresses only")
        if self.secret is not None and not SECRET.fullmatch(self.secret):
            raise bad_request("secret token contains unallowed characters")


@dataclass(slots=True)
class Webhook:
    """Updates of one person go one after the other, those of several at the same time."""

    settings: WebhookSettings
    queue: UpdateQueue
    clock: SimClock
    on_reply: OnReply
    first_pause: float = 1.0
    """Seconds after the first failure; doubled each time."""
    last_error: tuple[int, str] | None = None
    closed: bool = False
    _client: httpx.AsyncClient = field(init=False)
    _lanes: dict[int, asyncio.Task[None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        limits = httpx.Limits(max_connections=self.settings.max_connections)
        self._client = httpx.AsyncClient(timeout=ANSWER_PATIENCE, limits=limits, trust_env=False)
        self.queue.put_next = self.pump
        self.pump()

    def pump(self) -> None:
        """Starts a lane for everyone who has something waiting and none running."""
        for update in () if self.closed else self.queue.pending.values():
            if len(self._lanes) >= self.settings.max_connections:
                return
            if update.person not in self._lanes:
                self._lanes[update.person] = asyncio.create_task(self._carry_lane(update.person))

    async def close(self) -> None:
        """Also called by a lane itself, when the bot answers an update with deleteWebhook."""
        self.closed = True
        self.queue.put_next = None
        lanes = [lane for lane in self._lanes.values() if lane is not asyncio.current_task()]
        for lane in lanes:
            lane.cancel()
        await asyncio.gather(*lanes, return_exceptions=True)
        await self._client.aclose()

    def info(self) -> JsonObject:
        """The webhook's part of core.telegram.org/bots/api#webhookinfo"""
        date, words = self.last_error or (None, None)
        return present(
            url=self.settings.url,
            last_error_date=date,
            last_error_message=words,
            max_connections=self.settings.max_connections,
            ip_address="127.0.0.1",
        )

    async def _carry_lane(self, person: int) -> None:
        try:
            while not self.closed and (update := self._oldest(person)):
                await self._carry(update)
                self.queue.drop(update.id)
                self.queue.hand_out(update)
                for ghost in self.queue.take_ghosts():
                    await self._carry(ghost)
        finally:
            self._lanes.pop(person, None)
        self.pump()

    def _oldest(self, person: int) -> Update | None:
        return next((one for one in self.queue.pending.values() if one.person == person), None)

    async def _carry(self, update: Update) -> None:
        pause = self.first_pause
        while (wait := await self._post(update, pause)) is not None:
            await asyncio.sleep(wait)
            pause = min(pause * 2, LONGEST_PAUSE)

    async def _post(self, update: Update, pause: float) -> float | None:
        """None when the bot took it; else how long to wait, which a `Retry-After` header decides."""
        headers = {"Content-Type": "application/json"}
        if self.settings.secret is not None:
            headers["X-Telegram-Bot-Api-Secret-Token"] = self.settings.secret
        body = json.dumps(update.body, ensure_ascii=False, separators=(",", ":")).encode()
        try:
            answer = await self._client.post(self.settings.url, content=body, headers=headers)
        except httpx.TimeoutException:
            return self._failed("Read timeout expired", pause)
        except httpx.HTTPError:
            return self._failed("Connection refused", pause)
        if answer.is_success:
            await self._reply(answer)
            return None
        words = f"Wrong response from the webhook: {answer.status_code} {answer.reason_phrase}"
        asked = answer.headers.get("Retry-After", "")
        return self._failed(words, float(asked) if asked.isdigit() else pause)

    def _failed(self, words: str, pause: float) -> float:
        self.last_error = (self.clock.stamp(), words)
        return pause

    async def _reply(self, answer: httpx.Response) -> None:
        """core.telegram.org/bots/api#making-requests-when-getting-updates"""
        if not answer.headers.get("Content-Type", "").startswith("application/json"):
            return
        try:
            call: Any = answer.json()
        except ValueError:
            return
        if isinstance(call, dict) and isinstance(call.get("method"), str):
            await self.on_reply(call)
