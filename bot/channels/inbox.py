"""Raw updates, stored before they are acknowledged; then handled, in order for each sender."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass

import structlog
from sqlalchemy import Integer, bindparam
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import aliased
from sqlmodel import SQLModel, col, select, update
from sqlmodel.sql.expression import SelectOfScalar

from bot.channel import Channel
from bot.channels.contents import Contents
from bot.channels.gathered import Gathered
from bot.clock import Clock
from bot.desk import Desk
from bot.domain.messages import Inbound
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

INBOX = SQLModel.metadata.tables["inbox"]


def _oldest_of_lanes() -> SelectOfScalar[Inbox]:
    earlier = aliased(Inbox)
    before_it = (
        select(earlier.id)
        .where(earlier.lane == Inbox.lane, earlier.state == InboxState.PENDING, earlier.id < Inbox.id)
        .exists()
    )
    return (
        select(Inbox)
        .where(Inbox.bot == bindparam("bot"), Inbox.state == InboxState.PENDING, ~before_it)
        .where(col(Inbox.lane).not_in(bindparam("not_now", expanding=True)))
        .order_by(col(Inbox.id))
        .limit(bindparam("free", type_=Integer()))
    )


OLDEST_OF_LANES = _oldest_of_lanes()
"""Asked before each message: building it takes longer than running it, so it is built once."""


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
        self._contents = Contents(database, desk, photos)
        self._clock = clock
        self._bot = bot
        self._storing = Gathered(self._insert)
        self._lanes: dict[str, asyncio.Task[None]] = {}
        self._resting: dict[str, float] = {}
        self._called = asyncio.Event()

    async def store(self, channel: str, updates: Iterable[RawUpdate]) -> None:
        """Keep updates durably. Only after this returns may they be acknowledged; known ones are ignored."""
        now = self._clock.now()
        rows: list[dict[str, object]] = [
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
        if rows:
            await self._storing.add(rows)
            self._called.set()

    async def _insert(self, rows: list[dict[str, object]]) -> None:
        insert = sqlite.insert if self._database.sqlite else postgresql.insert
        async with self._database.transaction() as session:
            connection = await session.connection()
            await connection.execute(insert(INBOX).on_conflict_do_nothing(), rows)

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
                with suppress(TimeoutError):  # wait_for may swallow a cancellation
                    async with asyncio.timeout(self._patience()):
                        await self._called.wait()
        finally:
            for task in self._lanes.values():
                task.cancel()
            await asyncio.gather(*self._lanes.values(), return_exceptions=True)

    async def drain(self) -> None:
        """Serve until nothing is pending; what rests after a failure is waited for."""
        while True:
            self._called.clear()
            await self._open_lanes()
            if not self._lanes and not self._resting:
                return
            with suppress(TimeoutError):
                async with asyncio.timeout(None if self._lanes else self._patience()):
                    await self._called.wait()

    async def _open_lanes(self) -> None:
        """Start a task for the oldest row of each lane that is neither served nor resting."""
        now = time.monotonic()
        self._resting = {lane: until for lane, until in self._resting.items() if until > now}
        free = LANES_AT_ONCE - len(self._lanes)
        if free <= 0:
            return
        about = {"bot": self._bot, "not_now": [*self._lanes, *self._resting], "free": free}
        async with self._database.reading() as session:
            rows = (await session.exec(OLDEST_OF_LANES, params=about)).all()
        for row in rows:
            self._lanes[row.lane] = asyncio.create_task(self._serve(row))

    async def _serve(self, row: Inbox) -> None:
        """Handle the oldest row of a lane; the next one is looked for when the lane is free again. The lock
        keeps other processes from the same work; should it be lost, the desk still keeps the order."""
        lane = row.lane
        try:
            lock = await self._database.locks.take(f"lane:{lane}")
            if lock is None:
                self._resting[lane] = time.monotonic() + PATROL
                return
            try:
                await self._handle(row)
            finally:
                await self._database.locks.give_back(lock)
        except Exception as error:  # the edge of a lane: the database is away
            log.error("inbox.lane_failed", error=type(error).__name__)
            self._resting[lane] = time.monotonic() + PATROL
        finally:
            self._lanes.pop(lane, None)
            self._called.set()

    async def _handle(self, row: Inbox) -> None:
        """Settle a row, or let its lane rest before the next try."""
        channel, inbound = self._channels[row.channel], None
        try:
            inbound = channel.parse(row.raw, row.received_at)
            if inbound is None:
                await self._desk.skip(row.id)
                return
            inbound = await self._contents.kept(channel, inbound, last_try=row.attempts + 1 >= FETCH_TRIES)
            said = await self._desk.hear(row.id, inbound)
            if said is None:
                self._contents.erase(inbound)
                return
        except DBAPIError as error:
            if error.connection_invalidated:  # not the message's fault; it may even be done
                raise
            await self._failed(row, inbound, type(error).__name__)
            return
        except Exception as error:  # the edge of a message: one bad message must not stop the others
            await self._failed(row, inbound, type(error).__name__)
            return
        await channel.acknowledge(inbound, said[: channel.caps.toast])
        # Never within the try: a photo that is kept must not go.
        await self._contents.erase_unless_named(inbound)

    async def _failed(self, row: Inbox, inbound: Inbound | None, problem: str) -> None:
        log.warning("inbox.failed", row=row.id, error=problem, tries=row.attempts + 1)
        if inbound:
            self._contents.erase(inbound)
        async with self._database.transaction() as session:
            changes = update(Inbox).where(col(Inbox.id) == row.id, col(Inbox.state) == InboxState.PENDING)
            await session.exec(changes.values(attempts=row.attempts + 1, problem=problem))
        if row.attempts + 1 >= TRIES:
            sender = inbound.sender if inbound else None
            await self._desk.give_up(row.id, sender, problem, self._clock.now())
            return
        self._resting[row.lane] = time.monotonic() + min(2.0**row.attempts / 4, LONGEST_REST)

    def _patience(self) -> float:
        soonest = min(self._resting.values(), default=float("inf")) - time.monotonic()
        return min(max(soonest, 0.01), PATROL)
