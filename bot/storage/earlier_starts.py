"""Starts that came late because there was no signal, by the client's own word (*tadi tidak ada sinyal*)."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.hours import EventKind
from bot.storage.events import facts_of, told_by
from bot.storage.models import Attendance, Case


async def claimed_start(session: AsyncSession, case: Case, attendance: Attendance) -> datetime | None:
    """When he began by his own word, which nobody has judged; None: he says nothing else."""
    for fact in await facts_of(session, case, EventKind.EARLIER_START_CLAIMED):
        told = told_by(fact)
        if told.get("about") == attendance.id:
            return datetime.fromisoformat(told["claimed"])
    return None
