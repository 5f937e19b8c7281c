"""When the process is killed, and where its work stood at that moment: read from the rows and the journal."""

from __future__ import annotations

import asyncio
import json
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from random import Random

from sqlalchemy import func, text
from sqlmodel import col, select

from bot.storage.database import Database
from bot.storage.post import Inbox, InboxState, Outbox, OutboxState
from simulator.journal import Entry
from simulator.simulation import Simulation
from tests.crash.lives import Lives

SENDS = frozenset({"sendMessage", "sendPhoto", "sendDocument", "editMessageText", "editMessageCaption"})
LONGEST_LIFE = 5.0
LIFE_NAME = "hadir-life"
"""The process's name at PostgreSQL, so that its last commits can be waited for."""


class Point(StrEnum):
    """Where work stood when the process was killed."""

    INBOX = "after inbox insert"
    COMMIT = "after commit, before send"
    SEND = "after send, before sent"


class Aim(StrEnum):
    """What a kill waits for."""

    ANY_TIME = "any time"
    UPDATES = "updates were fetched"
    SEND = "a message arrived"


@dataclass(slots=True)
class Killer:
    """Ends one life after another, and keeps count."""

    lives: Lives
    sim: Simulation
    database: Database
    random: Random
    kills: int = 0
    points: Counter[Point] = field(default_factory=Counter)
    lost: Counter[int] = field(default_factory=Counter)
    """Outbox row → how often its message arrived and the row was not committed as sent."""

    async def run(self, kills: int) -> None:
        """Kill so often, and until every point was met; then one life goes on undisturbed."""
        while self.kills < kills or (len(self.points) < len(Point) and self.kills < 3 * kills):
            await self._one_life()
        await self.lives.begin()

    async def _one_life(self) -> None:
        born, sent = self.sim.journal.last, await self._sent()
        await self.lives.begin()
        await self._until_the_moment(born)
        await self.lives.kill()
        self.kills += 1
        await all_committed(self.database, LIFE_NAME)
        await self._count(born, sent)

    async def _until_the_moment(self, born: int) -> None:
        """Sometimes while it still starts; else some time after its first call, at what this kill aims at."""
        aim, pause = self.random.choice(list(Aim)), self.random.random() * 1.2
        late = self.random.random() * 0.03
        if self.random.random() < 0.1:
            await asyncio.sleep(pause)
            return
        await self._seen(born, lambda entry: True)
        await asyncio.sleep(pause)
        if aim is Aim.UPDATES:
            await self._seen(self.sim.journal.last, _brought_updates)
            await asyncio.sleep(late)
        elif aim is Aim.SEND:
            await self._seen(self.sim.journal.last, lambda entry: entry.method in SENDS)

    async def _seen(self, after: int, wanted: Callable[[Entry], bool]) -> None:
        try:
            async with asyncio.timeout(LONGEST_LIFE):
                while True:
                    for entry in self.sim.journal.after(after):
                        after = entry.n
                        if entry.kind == "call" and wanted(entry):
                            return
                    await asyncio.sleep(0.001)
        except TimeoutError:
            return

    async def _sent(self) -> Counter[str]:
        query = (
            select(Outbox.external_id, func.count())
            .where(Outbox.state == OutboxState.SENT)
            .group_by(Outbox.external_id)
        )
        async with self.database.reading() as session:
            return Counter(dict((await session.exec(query)).all()))

    async def _count(self, born: int, sent_before: Counter[str]) -> None:
        sent = await self._sent()
        async with self.database.reading() as session:
            pending = select(func.count()).where(Inbox.state == InboxState.PENDING)
            waits = select(func.count()).where(Outbox.state == OutboxState.QUEUED)
            sending = select(Outbox.id, Outbox.external_id).where(col(Outbox.state) == OutboxState.SENDING)
            in_inbox, in_outbox = (await session.exec(pending)).one(), (await session.exec(waits)).one()
            under_way = (await session.exec(sending)).all()
        arrived = self._arrived(born)
        unsettled = [row for row, to in under_way if arrived[to] > sent[to] - sent_before[to]]
        self.lost.update(unsettled)
        self.points[Point.INBOX] += in_inbox > 0
        self.points[Point.COMMIT] += in_outbox > 0 or len(under_way) > len(unsettled)
        self.points[Point.SEND] += bool(unsettled)
        self.points = +self.points

    def _arrived(self, born: int) -> Counter[str]:
        """Messages of this life that each person got and whose answer was not lost on the way."""
        return Counter(
            str(entry.chat)
            for entry in self.sim.journal.after(born)
            if entry.kind == "call" and entry.method in SENDS and entry.performed and not entry.fault
        )


async def all_committed(database: Database, name: str) -> None:
    """PostgreSQL may still finish a commit that the dead process of this name had asked for. What waits for
    somebody's lock is no commit, and ends with nothing done."""
    if database.sqlite:
        return
    query = text(
        "SELECT count(*) FROM pg_stat_activity WHERE application_name = :name"
        " AND wait_event_type IS DISTINCT FROM 'Lock'"
    )
    async with asyncio.timeout(20):
        while True:
            async with database.engine.connect() as connection:
                if not await connection.scalar(query, {"name": name}):
                    return
            await asyncio.sleep(0.005)


def _brought_updates(entry: Entry) -> bool:
    """An injected 502 answers in HTML, and brings nothing."""
    if entry.method != "getUpdates" or not (entry.answer or b"").startswith(b"{"):
        return False
    return bool(json.loads(entry.answer or b"{}").get("result"))
