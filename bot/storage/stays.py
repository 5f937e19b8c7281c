"""The finished attendances of people, as the sanity list looks at them: over all their cases and sites."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import aliased
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.checkins import AttendanceState
from bot.domain.sanity import Stay
from bot.storage.digest_queries import theirs
from bot.storage.models import Attendance, Case, Event, Site, WorkSession


async def stays(
    session: AsyncSession, office_id: int, officer_id: int | None, first: date, last: date
) -> dict[int, list[tuple[date, Stay]]]:
    """Client → the finished attendances from `first` to `last` with their days, oldest first; also those of
    cases that another officer guides or that are closed, because one person cannot be at two places."""
    start, finish = aliased(Event), aliased(Event)
    people = select(Case.client_id).where(theirs(office_id, officer_id))
    query = (
        select(  # type: ignore[call-overload]
            Attendance, Site.zone, WorkSession, start.actor_id, finish.actor_id, finish.happened_at
        )
        .join(Site, col(Site.id) == col(Attendance.site_id))
        .outerjoin(WorkSession, col(WorkSession.id) == col(Attendance.session_id))
        .outerjoin(start, col(start.id) == col(Attendance.start_receipt))
        .outerjoin(finish, col(finish.id) == col(Attendance.finish_receipt))
        .where(Attendance.office_id == office_id, col(Attendance.client_id).in_(people))
        .where(Attendance.day >= first, Attendance.day <= last, col(Attendance.finished_at).is_not(None))
        .where(Attendance.state != AttendanceState.REJECTED)
        .order_by(col(Attendance.started_at), col(Attendance.id))
    )
    rows: Sequence[Any] = (await session.exec(query)).all()
    found: dict[int, list[tuple[date, Stay]]] = {}
    for one, zone, planned, began_by, ended_by, sent_at in rows:
        stay = Stay(
            one.id,
            one.started_at,
            one.finished_at,
            zone,
            planned=planned.ends_at - planned.starts_at if planned else None,
            pause=timedelta(minutes=one.break_minutes),
            case=one.case_id,
            own=began_by == one.client_id == ended_by,
            claimed=sent_at if ended_by == one.client_id else None,
        )
        found.setdefault(one.client_id, []).append((one.day, stay))
    return found
