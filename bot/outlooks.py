"""How cases go on after a day fell out of their plan, or came back into it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.checkins import SessionState
from bot.planning import replan
from bot.storage.models import Case, WorkSession


@dataclass(frozen=True, slots=True)
class Outlook:
    """The last session of a case as its plan now stands, and the minutes that find no day."""

    last: WorkSession | None
    shortfall: int


async def outlooks(session: AsyncSession, cases: Iterable[Case], now: datetime) -> dict[int, Outlook]:
    """Plan cases anew at once, so that people hear how it goes on; told of are only those with hours to
    serve."""
    found = {}
    for case in {one.id: one for one in cases}.values():
        made = await replan(session, case, now=now)
        if case.total_minutes is not None:
            found[case.id] = Outlook(await _last_session(session, case, now), made.shortfall)
    return found


async def _last_session(session: AsyncSession, case: Case, now: datetime) -> WorkSession | None:
    query = (
        select(WorkSession)
        .where(WorkSession.case_id == case.id, WorkSession.office_id == case.office_id)
        .where(WorkSession.state == SessionState.PLANNED, WorkSession.starts_at > now)
        .order_by(col(WorkSession.starts_at).desc())
        .limit(1)
    )
    return (await session.exec(query)).first()
