"""Runs the chores: at a tick, or instant by instant when a simulated clock jumps."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Set
from datetime import datetime, timedelta

import structlog
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.channels.inbox import InboxKeeper
from bot.clock import Clock, SetClock
from bot.desk import Desk
from bot.domain.messages import Notice
from bot.quiet_hours import timed, until_morning
from bot.storage.database import Database
from scheduler.chores import CHORES, Chore, Deed, due_chores, next_due

log = structlog.get_logger()

Reads = Callable[[AsyncSession, datetime], Awaitable[Deed | None]]


class Rounds:
    """Each batch of a chore runs in one process at a time; which one does not matter. Another that comes
    meanwhile waits for its end, and finds what is left."""

    def __init__(self, database: Database, desk: Desk, clock: Clock) -> None:
        self._database = database
        self._desk = desk
        self._clock = clock
        self._turn = asyncio.Lock()
        self.last: datetime | None = None
        """When all chores last ran without an error; readiness asks for it."""

    async def tick(self) -> None:
        """All chores that may have something to do, now. A chore that fails is tried again at the next
        tick; the others run."""
        async with self._turn:
            now = self._clock.now()
            due, failed = await self._due(now), False
            for name in CHORES:
                if name not in due:
                    continue
                done = await self._run(name, now)
                failed = failed or done is None
                if done:
                    due = await self._due(now)  # what one did may be work for a later one
            if not failed:
                self.last = now

    async def jump(self, clock: SetClock, target: datetime, inbox: InboxKeeper) -> None:
        """Move a simulated clock forward from one due instant to the next, with the chores at each.
        What people sent before the jump is handled before it."""
        await inbox.drain()
        before = None
        while True:
            async with self._database.reading() as session:
                due = await next_due(session)
            if due is None or due >= target or due == before:
                break
            clock.set(max(due, clock.now()))
            before = due
            await self.tick()
        clock.set(target)
        await self.tick()

    async def _due(self, now: datetime) -> Set[str]:
        try:
            async with self._database.reading() as session:
                return await due_chores(session, now)
        except Exception as error:  # each chore is tried, and says what is wrong
            log.error("chores.not_asked", error=type(error).__name__)
            return CHORES.keys()

    async def _run(self, name: str, now: datetime) -> int | None:
        """How many batches it did; None if it failed."""

        async def alone(session: AsyncSession, now: datetime) -> list[Notice] | None:
            await self._database.queue_for(session, f"chore:{name}")
            notices = await CHORES[name].run(session, now)
            return notices and await _at_their_hour(session, notices, CHORES[name], now)

        try:
            if reads := CHORES[name].reads:
                return await self.read_and_write(f"chore:{name}", reads, now)
            return await self._desk.tick(alone, now)
        except Exception as error:  # the edge of a chore: the others must run
            log.error("chore.failed", chore=name, error=type(error).__name__)
            return None

    async def read_and_write(self, name: str, reads: Reads, now: datetime) -> int:
        """Batch by batch, read while others write, and write in a short transaction; returns how many."""
        batches = 0
        while await self._read_and_write(name, reads, now):
            batches += 1
        return batches

    async def _read_and_write(self, name: str, reads: Reads, now: datetime) -> bool:
        async with self._database.reading() as session:
            await self._database.queue_for(session, name)
            deed = await reads(session, now)
            if deed is None:
                return False

            async def timely(session: AsyncSession, now: datetime) -> list[Notice] | None:
                notices = await deed(session, now)
                return notices and timed(notices, now)

            return await self._desk.do(timely, now)


async def _at_their_hour(
    session: AsyncSession, notices: list[Notice], chore: Chore, now: datetime
) -> list[Notice]:
    if chore.urgent:
        return notices
    return await until_morning(session, notices, now) if chore.rests else timed(notices, now)


HEALTHY_FOR = timedelta(minutes=5)
"""How old the last good round may be before the process is no longer ready."""
