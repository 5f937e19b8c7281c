"""Requests for a better location: one for each end of an attendance."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import UniqueConstraint
from sqlmodel import Field, SQLModel, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.checkins import Moment
from bot.storage.models import Attendance, key, office, words


class LocationRequest(SQLModel, table=True):
    """That a client was asked for a better location, and about which one. That one stays kept; which of the
    two stands for the end of the attendance says `Evidence.moment`."""

    __tablename__ = "location_request"
    __table_args__ = (UniqueConstraint("attendance_id", "moment"),)

    id: int = key()
    office_id: int = office()
    attendance_id: int = Field(foreign_key="attendance.id")
    moment: Moment = Field(sa_type=words(Moment))
    evidence_id: int = Field(foreign_key="evidence.id", index=True)
    asked_at: datetime


async def requests_of(session: AsyncSession, attendance: Attendance) -> Sequence[LocationRequest]:
    """At most two."""
    query = select(LocationRequest).where(LocationRequest.attendance_id == attendance.id)
    return (await session.exec(query.where(LocationRequest.office_id == attendance.office_id))).all()
