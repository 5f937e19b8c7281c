"""A client who went to another Bapas was excused by his former one: the days to come stay free here, too."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import excuses
from bot.domain.cases import CLOSED_STATES, local_day
from bot.domain.checkins import UNDO
from bot.storage import queries
from bot.storage.models import Case, ExcusedSpan, WorkSession
from bot.storage.office_transfers import OfficeTransfer

MOMENT = timedelta(seconds=1)
"""In the last one it can still be taken back."""


@dataclass(slots=True)
class Carried:
    """The excuses that came, each with the sessions that it dropped here; and when others are final there."""

    came: list[tuple[Case, ExcusedSpan, list[WorkSession]]] = field(default_factory=list)
    later: datetime | None = None


async def carry(session: AsyncSession, move: OfficeTransfer, now: datetime) -> Carried:
    """Excuse him in the new cases for what was granted in the old ones since he left; the caller has locked
    all of them. What can still be taken back there waits. Again, it changes nothing."""
    carried = Carried()
    for one in move.offered:
        old = await session.get_one(Case, one.case_id)
        new = await session.get(Case, one.new_case_id)
        if new is None or new.state in CLOSED_STATES:
            continue
        today = local_day(now, (await queries.office_of(session, new.office_id)).zone)
        for span, at in await excuses.granted_since(session, old, move.decided_at or move.asked_at):
            if span.last < today:
                continue
            if now < (final := at + UNDO + MOMENT):
                carried.later = min(carried.later or final, final)
                continue
            made = await excuses.excuse(session, new, span.first, span.last, words="", by=None, now=now)
            if made is not None:
                carried.came.append((new, span, list(made.dropped)))
    return carried
