"""How far a supervisor said he was from his sites, and when; where he stood is not kept."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlmodel import Field, SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.patterns import Place, PlacedWord
from bot.storage.models import Attendance, key, office


class SupervisorPlace(SQLModel, table=True):
    """One of his sites, and the metres to it when he sent his location of his own accord."""

    __tablename__ = "supervisor_place"

    id: int = key()
    office_id: int = office()
    person_id: int = Field(foreign_key="person.id", index=True)
    site_id: int = Field(foreign_key="site.id")
    metres: int
    """At least: the phone's accuracy is taken off."""
    sent_at: datetime = Field(index=True)


async def places_of(
    session: AsyncSession, office_id: int, supervisors: Collection[int], since: datetime, until: datetime
) -> list[Place]:
    """What these supervisors sent in a stretch of time."""
    query = (
        select(SupervisorPlace)
        .where(SupervisorPlace.office_id == office_id, col(SupervisorPlace.person_id).in_(supervisors))
        .where(SupervisorPlace.sent_at >= since, SupervisorPlace.sent_at < until)
        .order_by(col(SupervisorPlace.id))
    )
    rows: Sequence[SupervisorPlace] = (await session.exec(query)).all()
    return [Place(one.person_id, one.site_id, one.metres, one.sent_at) for one in rows]


async def words_of(
    session: AsyncSession, office_id: int, supervisors: Collection[int], since: datetime, until: datetime
) -> list[PlacedWord]:
    """Their words about hours in that time, one by one or together, with the site and the day of the work."""
    query = (
        select(Attendance.decided_by, Attendance.site_id, Attendance.decided_at)
        .where(Attendance.office_id == office_id, col(Attendance.decided_by).in_(supervisors))
        .where(col(Attendance.decided_at) >= since, col(Attendance.decided_at) < until)
        .order_by(col(Attendance.decided_at), col(Attendance.id))
    )
    return [PlacedWord(by, site, at) for by, site, at in (await session.exec(query)).all() if by and at]
