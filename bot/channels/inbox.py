"""Raw updates, stored before they are acknowledged; then handled, in order for each sender."""

from __future__ import annotations

import asyncio
import secrets
import time
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace

import structlog
from sqlalchemy import Integer, bindparam
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import aliased
from sqlmodel import SQLModel, col, select, update
from sqlmodel.sql.expression import SelectOfScalar

from bot.channel import Channel, FetchFailed
from bot.channels.gathered import Gathered
from bot.clock import Clock
from bot.desk import Desk
from bot.domain import voices
from bot.domain.messages import FileProblem, Inbound, Kind, Picture, VoiceProblem
from bot.domain.uploads import problem_of
from bot.storage.database import Database
from bot.storage.models import Photo
from bot.storage.photos import PhotoStore
from bot.storage.post import Inbox, InboxState
from bot.storage.voices import VoiceNote

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
        self._photos = photos
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
            inbound = await self._with_photo(channel, inbound, row)
            inbound = await self._with_file(channel, inbound, row)
            inbound = await self._with_voice(channel, inbound, row)
            said = await self._desk.hear(row.id, inbound)
            if said is None:
                self._erase_kept(inbound)
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
        await self._erase_unless_kept(inbound)  # never within the try: a photo that is kept must not go

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

    async def _with_file(self, channel: Channel, inbound: Inbound, row: Inbox) -> Inbound:
        """Likewise a workbook, from people who may send one; anybody else's document is not even fetched."""
        file = inbound.file
        if inbound.kind is not Kind.FILE or file is None or not await self._desk.takes_files(inbound.sender):
            return inbound
        problem, kept = problem_of(file.name, file.size), None
        if problem is None:
            try:
                content = await channel.fetch(file.ref)
            except FetchFailed:
                if row.attempts + 1 < FETCH_TRIES:
                    raise
                return replace(inbound, file=replace(file, problem=FileProblem.NOT_FETCHED))
            problem = problem_of(file.name, len(content))
            if problem is None:
                kept = await asyncio.to_thread(self._photos.keep_file, secrets.token_hex(16), content)
        return replace(inbound, file=replace(file, problem=problem, kept=kept))

    async def _with_voice(self, channel: Channel, inbound: Inbound, row: Inbox) -> Inbound:
        """Likewise a recording; one that is too long is not even fetched."""
        voice = inbound.voice
        if inbound.kind is not Kind.VOICE or voice is None:
            return inbound
        problem, kept = voices.announced_problem(voice.seconds, voice.size), None
        if problem is None:
            try:
                content = await channel.fetch(voice.ref)
            except FetchFailed:
                if row.attempts + 1 < FETCH_TRIES:
                    raise
                return replace(inbound, voice=replace(voice, problem=VoiceProblem.NOT_FETCHED))
            problem = voices.problem_of(content)
            if problem is None:
                kept = await asyncio.to_thread(self._photos.keep_file, secrets.token_hex(16), content)
        return replace(inbound, voice=replace(voice, problem=problem, kept=kept))

    async def _failed(self, row: Inbox, inbound: Inbound | None, problem: str) -> None:
        log.warning("inbox.failed", row=row.id, error=problem, tries=row.attempts + 1)
        self._erase_kept(inbound)
        async with self._database.transaction() as session:
            changes = update(Inbox).where(col(Inbox.id) == row.id, col(Inbox.state) == InboxState.PENDING)
            await session.exec(changes.values(attempts=row.attempts + 1, problem=problem))
        if row.attempts + 1 >= TRIES:
            sender = inbound.sender if inbound else None
            await self._desk.give_up(row.id, sender, problem, self._clock.now())
            return
        self._resting[row.lane] = time.monotonic() + min(2.0**row.attempts / 4, LONGEST_REST)

    async def _erase_unless_kept(self, inbound: Inbound) -> None:
        """A picture that nobody wanted, or that was sent to practise, is named by no record: it goes. Should
        the process die before, a file stays that nobody can open: its key was written nowhere."""
        if inbound.photo and (picture := inbound.photo.picture):
            kept = select(Photo.id).where(Photo.sha256 == picture.sha256, Photo.file == picture.file)
        elif inbound.voice and (voice := inbound.voice.kept):
            kept = select(VoiceNote.id).where(VoiceNote.file == voice.file)
        else:
            return
        async with self._database.reading() as session:
            named = await session.exec(kept)
        if named.first() is None:
            self._erase_kept(inbound)

    def _erase_kept(self, inbound: Inbound | None) -> None:
        if inbound and inbound.photo and inbound.photo.picture:
            self._photos.erase(inbound.photo.picture.file)
        if inbound and inbound.voice and inbound.voice.kept:
            self._photos.erase(inbound.voice.kept.file)
        if inbound and inbound.file and inbound.file.kept:
            self._photos.erase(inbound.file.kept.file)

    def _patience(self) -> float:
        soonest = min(self._resting.values(), default=float("inf")) - time.monotonic()
        return min(max(soonest, 0.01), PATROL)
