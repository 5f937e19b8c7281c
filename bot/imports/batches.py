"""Takes the rows of a sheet in short transactions, so that an import holds nobody up."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.domain.messages import Refused
from bot.imports.cells import CellProblem, Row
from bot.imports.known import Known
from bot.imports.progress import Progress
from bot.imports.rights import check_rights
from bot.planning import plan_all_again, replan
from bot.storage.database import Database
from bot.storage.models import Office, Person

GIVES_WAY = 0.12
"""Seconds. On SQLite whoever waits for the lock looks every 0.1 s whether it is free."""

Numbered = tuple[int, Row]
"""A row, and the number that people see."""
Reason = CellProblem | Refused
Take = Callable[[Known, Row], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Batches:
    """An import into one office at one moment."""

    database: Database
    office_id: int
    now: datetime
    rehearsing: bool = False
    """Nobody else uses this database, and nothing of it is kept: it needs no plans, which refuse nothing."""
    by: int | None = None
    """The person who sent the workbook; None at a terminal."""
    progress: Progress = field(default_factory=Progress)

    async def take(
        self, sheet: str, rows: Sequence[Numbered], take: Take, size: int
    ) -> AsyncIterator[tuple[Numbered, Reason]]:
        """Take the rows, at most `size` in one transaction; yields those that were not accepted.

        A bad row rolls its transaction back; the good ones before it are taken again without it, and so no
        good row is lost to a bad one.
        """
        while rows:
            batch = rows[:size]
            bad, reason = await self._in_one_transaction(sheet, batch, take)
            await self.progress.step(len(batch) if reason is None else bad + 1)
            if reason is None:
                rows = rows[size:]
                continue
            if bad:
                await self._in_one_transaction(sheet, batch[:bad], take)
            yield batch[bad], reason
            rows = rows[bad + 1 :]

    async def _in_one_transaction(
        self, sheet: str, rows: Sequence[Numbered], take: Take
    ) -> tuple[int, Reason | None]:
        """All of these rows, or none and where and why."""
        began = asyncio.get_running_loop().time()
        at = 0
        reason: Reason | None = None
        try:
            async with self.database.transaction() as session:
                by = await session.get_one(Person, self.by) if self.by is not None else None
                known = Known(session, await session.get_one(Office, self.office_id), self.now, by)
                await known.read(sheet, [row for _, row in rows])
                for at, (_, row) in enumerate(rows):  # noqa: B007  (which row it was)
                    await check_rights(known, sheet, row)
                    await take(known, row)
                    await session.flush()
                if known.plans_outdated:
                    await plan_all_again(session, self.office_id, now=self.now)
                if not self.rehearsing:
                    for _, case in sorted(known.unplanned.items()):
                        await replan(session, case, now=self.now)
        except (CellProblem, Refused) as no:
            reason = no
        await self._give_way(began)
        return at, reason

    async def _give_way(self, began: float) -> None:
        """Leave the database to others for as long as it was kept from them, at least once they look."""
        if self.database.sqlite and not self.rehearsing:
            held = asyncio.get_running_loop().time() - began
            await asyncio.sleep(min(held, GIVES_WAY))
