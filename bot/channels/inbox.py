"""Raw updates, stored before they are acknowledged; then handled, in order for each sender."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

import structlog
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import aliased
from sqlmodel import col, select, update

from bot.channel import Channel, FetchFailed
from bot.clock import Clock
from bot.desk import Desk
from bot.domain.messages import Inbound, Kind, Picture
from bot.storage.database import Database
from bot.storage.photos import PhotoStore
from bot.storage.post import Inbox, InboxState

log = structlog.get_logger()

LANES_AT_ONCE = 16
"""Senders served at the same time."""
TRIES = 5
"""After so many failures a message is set aside and people are told."""
FETCH_TRIES = 3
"""After so many failures a check-in goes on without its photo, which is fetched later."""
LONGEST_REST = 60.0
PATROL = 1.0


@dataclass(frozen=True, slots=True)
class RawUpdate:
    """An update as it came: the messenger's id of it, who sent it, and its JSON."""

    external_id: str
    sender: str
    raw: str


class InboxKeeper:
    """Stores raw updates, and hands each lane's oldest to the desk: parse, fetch, `desk.hear`."""

    def __init__(
        self,
        database: Database,
        desk: Desk,
        channels: Mapping[str, Channel],
        photos: PhotoStore,
        clock: Clock,
        bot: str,
    ) -> None:
        self._database = database
        self._desk = desk
        self._channels = channels
        self._photos = photos
        self._clock = clock
        self._bot = bot
        self._lanes: dict[str, asyncio.Task[None]] = {}
        self._resting: dict[str, float] = {}
        self._called = asyncio.Event()

    async def store(self, channel: str, updates: Iterable[RawUpdate]) -> None:
        """Keep updates durably. Only after this returns may they be acknowledged; known ones are ignored."""
        now = self._clock.now()
        rows = [
            {
                "bot": self._bot,
                "channel": channel,
                "external_id": one.external_id,
                "lane": f"{self._bot}:{channel}:{one.sender}",
                "raw": one.raw,
                "received_at": now,
                "state": InboxState.PENDING,
                "attempts": 0,
                "problem": "",
            }
            for one in updates
        ]
        if not rows:
            return
        insert = sqlite.insert if self._database.sqlite else postgresql.insert
        statement = insert(Inbox).values(rows).on_conflict_do_nothing()
        async with self._database.transaction() as session:
            await session.exec(statement)
        self._called.set()

    async def run(self) -> None:
        """Serve for ever; cancelled on shutdown."""
        try:
            while True:
                self._called.clear()
                try:
                    await self._open_lanes()
                except Exception as error:  # the edge of this task: go on when the database is back
                    log.error("inbox.round_failed", error=type(error).__name__)
                    await asyncio.sleep(PATROL)
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._called.wait(), self._patience())
        finally:
            for task in self._lanes.values():
                task.cancel()
            await asyncio.gather(*self._lanes.values(), return_exceptions=True)

    async def drain(self) -> None:
        """Serve until nothing is pending; what rests after a failure is waited for."""
        while True:
            self._called.clear()
            if not await self._open_lanes() and not self._lanes:
                return
            with suppress(TimeoutError):
                await asyncio.wait_for(self._called.wait(), None if self._lanes else self._patience())

    async def _open_lanes(self) -> int:
        """Start a task for each lane that has something to do; returns how many lanes have."""
        lanes = await self._waiting_lanes()
        now = time.monotonic()
        for lane in lanes:
            if len(self._lanes) >= LANES_AT_ONCE:
                break
            if lane not in self._lanes and self._resting.get(lane, 0.0) <= now:
                self._lanes[lane] = asyncio.create_task(self._serve(lane))
        return len(lanes)

    async def _waiting_lanes(self) -> list[str]:
        earlier = aliased(Inbox)
        before_it = (
            select(earlier.id)
            .where(earlier.lane == Inbox.lane, earlier.state == InboxState.PENDING, earlier.id < Inbox.id)
            .exists()
        )
        query = (
            select(Inbox.lane)
            .where(Inbox.bot == self._bot, Inbox.state == InboxState.PENDING, ~before_it)
            .order_by(col(Inbox.id))
            .limit(LANES_AT_ONCE * 4)
        )
        async with self._database.reading() as session:
            return list((await session.exec(query)).all())

    async def _serve(self, lane: str) -> None:
        """Handle a lane's rows, oldest first, until it is empty or a row must wait for its retry."""
        try:
            if not await self._database.locks.take(f"lane:{lane}"):
                self._resting[lane] = time.monotonic() + PATROL
                return
            try:
                while (row := await self._oldest(lane)) is not None:
                    if not await self._handle(row):
                        return
                self._resting.pop(lane, None)
            finally:
                await self._database.locks.give_back(f"lane:{lane}")
        finally:
            self._lanes.pop(lane, None)
            self._called.set()

    async def _oldest(self, lane: str) -> Inbox | None:
        query = (
            select(Inbox)
            .where(Inbox.lane == lane, Inbox.state == InboxState.PENDING)
            .order_by(col(Inbox.id))
            .limit(1)
        )
        async with self._database.reading() as session:
            return (await session.exec(query)).first()

    async def _handle(self, row: Inbox) -> bool:
        """True when the row is settled; False when it rests before its next try."""
        channel, inbound = self._channels[row.channel], None
        try:
            inbound = channel.parse(row.raw, row.received_at)
            if inbound is None:
                await self._desk.skip(row.id)
                return True
            inbound = await self._with_photo(channel, inbound, row)
            said = await self._desk.hear(row.id, inbound)
        except Exception as error:  # the edge of a message: one bad message must not stop the others
            return await self._failed(row, inbound, type(error).__name__)
        await channel.acknowledge(inbound, said[: channel.caps.toast])
        return True

    async def _with_photo(self, channel: Channel, inbound: Inbound, row: Inbox) -> Inbound:
        """The bytes, fetched and encrypted before the transaction opens."""
        if inbound.kind is not Kind.PHOTO or inbound.photo is None:
            return inbound
        try:
            content = await channel.fetch(inbound.photo.ref)
        except FetchFailed:
            if row.attempts + 1 < FETCH_TRIES:
                raise
            return inbound
        kept = await asyncio.to_thread(self._photos.keep, secrets.token_hex(16), content)
        if isinstance(kept, Picture):
            return replace(inbound, photo=replace(inbound.photo, picture=kept))
        return replace(inbound, photo=replace(inbound.photo, problem=kept))

    async def _failed(self, row: Inbox, inbound: Inbound | None, problem: str) -> bool:
        log.warning("inbox.failed", row=row.id, error=problem, tries=row.attempts + 1)
        if inbound and inbound.photo and inbound.photo.picture:
            self._photos.erase(inbound.photo.picture.file)
        async with self._database.transaction() as session:
            changes = update(Inbox).where(col(Inbox.id) == row.id)
            await session.exec(changes.values(attempts=row.attempts + 1, problem=problem))
        if row.attempts + 1 >= TRIES:
            sender = inbound.sender if inbound else None
            await self._desk.give_up(row.id, sender, problem, self._clock.now())
            return True
        self._resting[row.lane] = time.monotonic() + min(2.0**row.attempts / 4, LONGEST_REST)
        return False

    def _patience(self) -> float:
        soonest = min(self._resting.values(), default=float("inf")) - time.monotonic()
        return min(max(soonest, 0.01), PATROL)
