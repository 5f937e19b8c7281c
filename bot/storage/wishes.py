"""Sessions that wait for another day, until somebody moves them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import and_, col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import CaseState
from bot.domain.checkins import SessionState
from bot.domain.hours import EventKind
from bot.domain.moves import AHEAD, Wishes, wishes
from bot.domain.outcomes import Outcome
from bot.storage.events import case_stream, told_by
from bot.storage.models import Case, Event, Site, WorkSession


async def undecided(
    session: AsyncSession, office_id: int, cases: Sequence[Case], now: datetime
) -> Sequence[tuple[WorkSession, Site]]:
    """Sessions of running cases of an office whose client wished for another day, or whose site was closed
    and which can still move; the earliest first."""
    running = [one.id for one in cases if one.state is CaseState.ACTIVE]
    known = await wishes_of(session, office_id, running)
    wished = and_(
        col(WorkSession.id).in_(known.asked),
        col(WorkSession.state) == SessionState.PLANNED,
        col(WorkSession.starts_at) > now,
    )
    closed = and_(
        col(WorkSession.outcome) == Outcome.SITE_CLOSED,
        col(WorkSession.id).not_in(known.moved),
        col(WorkSession.day) >= now.date() - AHEAD,
    )
    query = (
        select(WorkSession, Site)
        .join(Site, col(Site.id) == col(WorkSession.site_id))
        .where(WorkSession.office_id == office_id, col(WorkSession.case_id).in_(running))
        .where(or_(wished, closed))
        .order_by(col(WorkSession.starts_at), col(WorkSession.id))
    )
    return (await session.exec(query)).all()


async def wishes_of(session: AsyncSession, office_id: int, cases: Sequence[int]) -> Wishes:
    """What became of sessions in these cases by people's word."""
    kinds = (
        EventKind.MOVE_ASKED.value,
        EventKind.MOVE_DECLINED.value,
        EventKind.MOVE_WITHDRAWN.value,
        EventKind.SESSION_MOVED.value,
    )
    query = (
        select(Event)
        .where(Event.office_id == office_id, col(Event.stream).in_([case_stream(one) for one in cases]))
        .where(col(Event.kind).in_(kinds), col(Event.payload).is_not(None))
        .order_by(col(Event.id))
    )
    return wishes((EventKind(one.kind), told_by(one)) for one in (await session.exec(query)).all())
