"""Telegram Web and Desktop cannot answer the key that sends a position: they send its words instead."""

from __future__ import annotations

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import CaseState
from bot.domain.messages import Ask, Choice, Inbound, Notice
from bot.evidence import keep_aside
from bot.handlers.day import own_case
from bot.storage import queries
from bot.storage.models import Attendance, Person


async def on_computer(
    session: AsyncSession, who: Person, attendance: Attendance | None, inbound: Inbound, *choices: Choice
) -> list[Notice]:
    """Say what to do instead, and keep for whoever confirms that a computer was tried: with the attendance,
    or until the start to which it belongs."""
    running = [one.id for one in await queries.open_cases(session, who) if one.state is CaseState.ACTIVE]
    if case_id := attendance.case_id if attendance else next(iter(running), None):
        await keep_aside(session, await own_case(session, who, case_id), inbound, attendance)
    key = "location-from-computer-finish" if attendance else "location-from-computer-start"
    return [Notice(to=who.id, key=key, choices=choices, ask=None if choices else Ask.START)]
