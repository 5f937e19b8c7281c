"""Telegram's updates, by polling or webhook: stored first, acknowledged after."""

from __future__ import annotations

import asyncio
import hmac
import json
from datetime import datetime, timedelta
from typing import Any

import structlog
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from telegram import WebhookInfo
from telegram.error import Conflict, InvalidToken, RetryAfter

from bot.channels.inbox import InboxKeeper, RawUpdate
from bot.channels.telegram import Telegram
from bot.channels.telegram_in import CHANNEL, sender_of
from bot.clock import Clock
from bot.storage.database import Database
from bot.storage.lead import STANDS_BY, Lead
from bot.storage.outages import heard

log = structlog.get_logger()

ALLOWED = ["message", "edited_message", "callback_query", "my_chat_member"]
"""Edited messages carry live locations; my_chat_member says who blocked the bot."""
LONG_POLL_SECONDS = 25
MOST_AT_ONCE = 100
"""Updates in an answer to `getUpdates`; so many, and there may be more."""
NOTED_EVERY = timedelta(seconds=15)
FAILED_LATELY = timedelta(minutes=3)
LARGEST_BODY = 1_048_576
LONGEST_REST = 30.0
WEBHOOK_PATH = "/telegram"


class Poller:
    """Long polling of our own: python-telegram-bot's confirms updates before they are handled.

    Telegram answers one poller at a time and ends the wait of another with 409 Conflict, so of several
    processes the one that has the lead polls, and the others stand by.
    """

    def __init__(
        self, telegram: Telegram, inbox: InboxKeeper, database: Database, clock: Clock | None = None
    ) -> None:
        self._telegram = telegram
        self._inbox = inbox
        self._heard = Listening(database, clock) if clock else None
        self._lead = Lead(database, f"poller:{CHANNEL}")
        self._offset = 0

    async def run(self) -> None:
        """Poll for ever; the offset, which is the acknowledgement, is raised only after storing."""
        failures = 0
        try:
            while True:
                try:
                    if await self._lead.ours():
                        await self.poll(LONG_POLL_SECONDS)
                        failures = 0
                    else:
                        await asyncio.sleep(STANDS_BY)
                except Exception as error:  # the edge of this task: messenger or database are away
                    failures += 1
                    log.warning("telegram.poll_failed", error=type(error).__name__)
                    if await self._lead.still_ours():  # else another process polls, and this one was told so
                        await asyncio.sleep(_rest(error, failures))
        finally:
            await self._lead.hand_over()

    async def poll(self, seconds: int) -> int:
        """One round; returns how many updates came."""
        updates = await self._telegram.raw_updates(self._offset, seconds, ALLOWED)
        await self._inbox.store(CHANNEL, [raw_update(one) for one in updates])
        if updates:
            self._offset = max(one["update_id"] for one in updates) + 1
        if self._heard and len(updates) < MOST_AT_ONCE:
            await self._heard.all_is_here()
        return len(updates)


class Listening:
    """Notes, not too often, that all has come that the messenger's server had: `bot.storage.outages`."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._noted: datetime | None = None

    async def all_is_here(self) -> None:
        """So it is now."""
        now = self._clock.now()
        if self._noted is not None and now - self._noted < NOTED_EVERY:
            return
        async with self._database.transaction() as session:
            outage = await heard(session, CHANNEL, now)
        self._noted = now
        if outage is not None:
            log.warning("outage.over", minutes=int((outage.ends - outage.begins).total_seconds() // 60))

    async def to_webhook(self, telegram: Telegram) -> None:
        """Ask for ever whether something waits that Telegram could not bring."""
        while True:
            try:
                await self.ask_webhook(telegram)
            except Exception as error:  # the edge of this task: messenger or database are away
                log.warning("telegram.webhook_not_asked", error=type(error).__name__)
            await asyncio.sleep(NOTED_EVERY.total_seconds())

    async def ask_webhook(self, telegram: Telegram) -> None:
        """Once. What waits is on its way, unless bringing it has failed lately (bots/api#getwebhookinfo)."""
        waiting = await telegram.bot.get_webhook_info()
        if not waiting.pending_update_count or not _failed_lately(waiting, self._clock.now()):
            await self.all_is_here()


def _failed_lately(waiting: WebhookInfo, now: datetime) -> bool:
    return waiting.last_error_date is not None and now - waiting.last_error_date < FAILED_LATELY


def webhook_route(inbox: InboxKeeper, secret: str) -> Route:
    """The route that Telegram posts to: 200 only after the update is stored (bots/api#setwebhook)."""

    async def receive(request: Request) -> Response:
        given = request.headers.get("x-telegram-bot-api-secret-token", "")
        if not secret or not hmac.compare_digest(given.encode(), secret.encode()):
            return Response(status_code=403)
        body = await _limited_body(request)
        if body is None:
            return Response(status_code=413)
        try:
            update = json.loads(body)
            raw = raw_update(update)
        except (ValueError, KeyError, TypeError):
            return Response(status_code=400)
        await inbox.store(CHANNEL, [raw])
        return Response(status_code=200)

    return Route(WEBHOOK_PATH, receive, methods=["POST"])


def raw_update(update: dict[str, Any]) -> RawUpdate:
    """An update as the inbox keeps it."""
    return RawUpdate(
        external_id=str(update["update_id"]),
        sender=sender_of(update),
        raw=json.dumps(update, ensure_ascii=False),
    )


async def _limited_body(request: Request) -> bytes | None:
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_BODY:
            return None
    return body


def _rest(error: Exception, failures: int) -> float:
    if isinstance(error, RetryAfter):
        seconds = error.retry_after
        return float(seconds) if isinstance(seconds, int | float) else seconds.total_seconds()
    if isinstance(error, InvalidToken | Conflict):
        return LONGEST_REST
    return min(2.0 ** (failures - 1) / 4, LONGEST_REST)
