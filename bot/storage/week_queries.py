"""What a week's summary asks beside the list of work: where placements end, and what is not known."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import String, cast, func
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.checkins import SessionState
from bot.domain.gaps import UNCOUNTED
from bot.domain.messages import Label
from bot.domain.outcomes import Outcome
from bot.domain.weeks import Period
from bot.storage.digest_queries import theirs
from bot.storage.models import Attendance, Case, Evidence, Placement, WorkSession


async def placed_until(session: AsyncSession, office_id: int, officer_id: int | None) -> dict[int, date]:
    """Case → the last day of its placements."""
    query = (
        select(Placement.case_id, func.max(Placement.until_on))
        .join(Case, col(Case.id) == col(Placement.case_id))
        .where(theirs(office_id, officer_id))
        .group_by(col(Placement.case_id))
    )
    rows: Sequence[Any] = (await session.exec(query)).all()
    return dict(rows)


async def uncounted(
    session: AsyncSession, office_id: int, officer_id: int | None, period: Period
) -> dict[Outcome, int]:
    """The period's sessions that nobody came to and nobody knows why."""
    query = (
        select(WorkSession.outcome, func.count(col(WorkSession.id)))
        .join(Case, col(Case.id) == col(WorkSession.case_id))
        .where(theirs(office_id, officer_id), WorkSession.state == SessionState.MISSED)
        .where(WorkSession.day >= period.first, WorkSession.day <= period.last)
        .where(col(WorkSession.outcome).in_(UNCOUNTED))
        .group_by(col(WorkSession.outcome))
    )
    rows: Sequence[Any] = (await session.exec(query)).all()
    return {Outcome(outcome): count for outcome, count in rows}


async def photos_missing(
    session: AsyncSession, office_id: int, officer_id: int | None, period: Period
) -> int:
    """Photos of the period's attendances that could not be fetched yet."""
    query = (
        select(func.count(col(Evidence.id)))
        .join(Attendance, col(Attendance.id) == col(Evidence.attendance_id))
        .join(Case, col(Case.id) == col(Attendance.case_id))
        .where(theirs(office_id, officer_id))
        .where(Attendance.day >= period.first, Attendance.day <= period.last)
        .where(cast(Evidence.labels, String).contains(f'"{Label.PHOTO_MISSING.value}"'))
    )
    return (await session.exec(query)).one()
