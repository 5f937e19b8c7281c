"""Credited minutes that moved from one day of work to another: the client hears of it, and why."""

from __future__ import annotations

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.messages import Line, Minutes, Notice, Param, When
from bot.storage import queries
from bot.storage.models import Attendance, Case, Person


async def told_moved(session: AsyncSession, case: Case) -> list[Notice]:
    """What the client heard of a day and is no longer so: an earlier stretch of work, confirmed later, takes
    its room of the day or of the order first. Told once; the total is said below."""
    moved = await _moved(session, case)
    if not moved:
        return []
    client = await session.get_one(Person, case.client_id)
    balance = await queries.balance_of(session, case)
    lines = []
    for attendance in moved:
        site = await queries.site_of(session, case.office_id, attendance.site_id)
        params: dict[str, Param] = {
            "day": When(attendance.started_at, site.zone),
            "credited": Minutes(attendance.credited),
            "earlier": Minutes(attendance.told_minutes or 0),
        }
        lines.append(Line("credit-moved-day", params))
        attendance.told_minutes = None
    lines.append(Line("hours-done", {"credited": Minutes(balance.credited)}))
    await session.flush()
    return [Notice(to=client.id, key="credit-moved", params=cards.greeting(client), lines=tuple(lines))]


async def _moved(session: AsyncSession, case: Case) -> list[Attendance]:
    query = (
        select(Attendance)
        .where(Attendance.case_id == case.id, col(Attendance.told_minutes).is_not(None))
        .order_by(col(Attendance.started_at))
    )
    return list((await session.exec(query)).all())
