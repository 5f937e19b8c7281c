"""Ends one of several equal processes after another, while the others live on."""

from __future__ import annotations

import asyncio
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from random import Random

from sqlalchemy import text
from sqlmodel import col, select

from bot.storage.database import Database
from bot.storage.locks import number_of
from bot.storage.post import Outbox, OutboxState
from simulator.simulation import Simulation
from tests.crash.kills import SENDS, all_committed
from tests.crash.lives import Lives

LONGEST_LIFE, LONGEST_DEATH = 2.5, 1.5
LEADER = text(
    "SELECT application_name FROM pg_locks JOIN pg_stat_activity USING (pid) WHERE locktype = 'advisory'"
    " AND granted AND (classid::bigint << 32 | objid::bigint) = :number"
)


CUT = text(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = :name"
    " AND backend_start < now() - interval '2 seconds'"
)
"""Not at its beginning, when a process that is cut off ends, for whoever began it to begin it again."""


class End(StrEnum):
    """What happens to a process."""

    KILLED = "killed"
    STOPPED = "told to stop"
    CUT = "cut off"
    """It lives, but its connections, and so its locks, are gone."""


OFTEN = {End.KILLED: 0.5, End.STOPPED: 0.2, End.CUT: 0.3}


@dataclass(slots=True)
class Reaper:
    """Keeps count of the ends, and of the messages that each left in doubt."""

    lives: Mapping[str, Lives]
    """The processes by the names under which PostgreSQL knows them."""
    sim: Simulation
    database: Database
    random: Random
    ends: Counter[str] = field(default_factory=Counter)
    doubtful: set[int] = field(default_factory=set)
    """Outbox rows that were on their way when the leading process was killed or cut off."""
    lost: Counter[int] = field(default_factory=Counter)
    """Such a row → how often it may have arrived."""
    takeovers: list[float] = field(default_factory=list)
    """Seconds from the end of a lead until the next."""

    async def run(self, kills: int) -> None:
        """Begin all, end one so often and begin it again; then all live on undisturbed."""
        for one in self.lives.values():
            await one.begin()
        while self.ends.total() < kills:
            await asyncio.sleep(self.random.random() * LONGEST_LIFE)
            name = self.random.choice(sorted(self.lives))
            (end,) = self.random.choices(list(OFTEN), list(OFTEN.values()))
            await self._end(name, end)
            if end is not End.CUT:
                await asyncio.sleep(self.random.random() * LONGEST_DEATH)
                await self.lives[name].begin()

    async def leader(self, of: str = "courier:telegram") -> str:
        """Who has this lead, or ''."""
        async with self.database.engine.connect() as connection:
            return await connection.scalar(LEADER, {"number": number_of(of)}) or ""

    async def _end(self, name: str, end: End) -> None:
        led = await self.leader() == name
        self.ends[f"{end} {'leading' if led else 'standing by'}"] += 1
        match end:
            case End.KILLED:
                await self._kill(name)
            case End.STOPPED:
                await self.lives[name].stop()
            case End.CUT:
                await self._cut(name)
        if led:
            self.takeovers.append(await self._somebody_leads())

    async def _cut(self, name: str) -> None:
        """Whoever leads next must take it for possible that what was on its way has arrived."""
        under_way = await self._under_way()
        async with self.database.engine.connect() as connection:
            await connection.execute(CUT, {"name": name})
        under_way |= await self._under_way()
        self.doubtful |= under_way.keys()
        self.lost.update(under_way.keys())

    async def _kill(self, name: str) -> None:
        """The others stand still meanwhile, so that what the dead one left can be read."""
        others = [one for other, one in self.lives.items() if other != name]
        for one in others:
            one.pause()
        try:
            led = await self.leader() == name
            await self.lives[name].kill()
            await all_committed(self.database, name)
            if led:
                await self._count()
        finally:
            for one in others:
                one.go_on()

    async def _somebody_leads(self) -> float:
        since = time.monotonic()
        async with asyncio.timeout(30):
            while not await self.leader():  # noqa: ASYNC110 - a condition of other processes
                await asyncio.sleep(0.01)
        return time.monotonic() - since

    async def _count(self) -> None:
        under_way = await self._under_way()
        self.doubtful |= under_way.keys()
        self.lost.update(number for number, row in under_way.items() if self._may_have_arrived(row))

    async def _under_way(self) -> dict[int, Outbox]:
        query = select(Outbox).where(col(Outbox.state) == OutboxState.SENDING)
        async with self.database.reading() as session:
            return {row.id: row for row in (await session.exec(query)).all()}

    def _may_have_arrived(self, row: Outbox) -> bool:
        number = str(row.content["params"].get("number", ""))
        return any(
            str(entry.chat) == row.external_id and number in str((entry.request or {}).get("text"))
            for entry in self.sim.journal.after(0)
            if entry.kind == "call" and entry.method in SENDS and entry.performed
        )
