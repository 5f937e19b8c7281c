"""Notices silence: nothing heard, nothing handled, nothing sent, no round of the clock for ten minutes."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

import structlog
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.clock import Clock
from bot.desk import Desk
from bot.domain.messages import Notice, When, Word
from bot.rounds import Rounds
from bot.storage.database import Database
from bot.storage.models import Office
from bot.storage.stalled import keepers, waiting

log = structlog.get_logger()

SILENT = timedelta(minutes=10)
"""Longer than any pause of a healthy system: it ticks each 15 seconds, and a long poll lasts 25."""


class Watch:
    """Tells the operators once of each thing that stands still, and `/readyz` for as long as it does. What
    keeps messages from leaving keeps this one back too: then the log and `/readyz` say it."""

    def __init__(self, database: Database, desk: Desk, rounds: Rounds, clock: Clock) -> None:
        self._database = database
        self._desk = desk
        self._rounds = rounds
        self._clock = clock

    async def look(self) -> None:
        """What has stood still for too long, said once."""
        try:
            await self._desk.do(self._alarm, self._clock.now())
        except Exception as error:  # the edge of this task: without a database there is nobody to tell
            log.error("watch.failed", error=type(error).__name__)

    async def still(self) -> Mapping[str, bool]:
        """Whether each of them moves, by its name in `/readyz`; the clock's rounds are asked about there
        by themselves."""
        now = self._clock.now()
        async with self._database.reading() as session:
            since = await self._since(session, now)
        return {name: not _too_long(at, now) for name, at in since.items() if name != "chores"}

    async def _alarm(self, session: AsyncSession, now: datetime) -> list[Notice] | None:
        stands = {
            name: at for name, at in (await self._since(session, now)).items() if at and _too_long(at, now)
        }
        if not stands:
            return None
        for name, at in stands.items():
            log.error("watch.silence", what=name, minutes=int((now - at).total_seconds() // 60))
        people = await keepers(session)
        zones = {one.id: one.zone for one in (await session.exec(select(Office))).all()}
        notices = [
            Notice(
                to=one.id,
                key="stands-still",
                params={"what": Word(f"watch-{name}"), "since": When(at, zones[one.office_id])},
                once=f"watch:{name}:{at.isoformat()}:{one.id}",
            )
            for name, at in stands.items()
            for one in people
        ]
        return notices

    async def _since(self, session: AsyncSession, now: datetime) -> dict[str, datetime | None]:
        rows = await waiting(session, now, SILENT)
        return {
            "inbox": rows.inbox,
            "outbox": rows.outbox,
            "messenger": rows.messenger,
            "chores": self._rounds.last,
        }


def _too_long(since: datetime | None, now: datetime) -> bool:
    return since is not None and now - since > SILENT
