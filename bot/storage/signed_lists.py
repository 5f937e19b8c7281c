"""Photographed lists that people signed at a site, where nobody was there to confirm in the chat."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.checkins import AttendanceState, SessionState
from bot.storage.models import Attendance, Case, Person, Site, WorkSession, key, office


class SignedList(SQLModel, table=True):
    """The photo of a site's list of one day, and whom the officer ticked on it. `confirmed_at` is when he
    gave his reason, and the hours counted."""

    __tablename__ = "signed_list"

    id: int = key()
    office_id: int = office()
    site_id: int = Field(foreign_key="site.id", index=True)
    day: date
    officer_id: int = Field(foreign_key="person.id", index=True)
    photo_id: int = Field(foreign_key="photo.id")
    ticked: list[int] = Field(default_factory=list, sa_type=JSON)
    """Sessions of the people who stand on it."""
    sent_at: datetime
    reason: str = ""
    confirmed_at: datetime | None = None


Listed = tuple[WorkSession, Person, Attendance | None]


async def list_by_id(session: AsyncSession, who: Person, list_id: int) -> SignedList | None:
    """A list of this officer, locked."""
    query = select(SignedList).where(
        SignedList.id == list_id, SignedList.office_id == who.office_id, SignedList.officer_id == who.id
    )
    return (await session.exec(query.with_for_update(key_share=True))).first()


async def signed_for(
    session: AsyncSession, client: Person, before: datetime
) -> list[tuple[SignedList, bool]]:
    """The lists from before a moment on which a client was ticked, and whether others were too."""
    query = select(WorkSession.id).where(
        WorkSession.office_id == client.office_id, WorkSession.client_id == client.id
    )
    own = set((await session.exec(query)).all())
    lists = select(SignedList).where(SignedList.office_id == client.office_id, SignedList.sent_at < before)
    rows = (await session.exec(lists.order_by(col(SignedList.id)))).all()
    return [(one, not own.issuperset(one.ticked)) for one in rows if own.intersection(one.ticked)]


async def unconfirmed(
    session: AsyncSession, site: Site, day: date, officers: frozenset[int], now: datetime
) -> Sequence[Listed]:
    """The sessions of these officers' clients at a site on a day that are over, and on which nobody has said
    a word yet, by the client's code."""
    query = (
        select(WorkSession, Person, Attendance)
        .join(Case, col(Case.id) == col(WorkSession.case_id))
        .join(Person, col(Person.id) == col(WorkSession.client_id))
        .outerjoin(Attendance, col(Attendance.session_id) == col(WorkSession.id))
        .where(WorkSession.site_id == site.id, WorkSession.office_id == site.office_id)
        .where(WorkSession.day == day, WorkSession.ends_at <= now, col(Case.officer_id).in_(officers))
        .where(WorkSession.state != SessionState.CANCELLED)
        .order_by(col(Person.code), col(WorkSession.id))
    )
    decided = (AttendanceState.CONFIRMED, AttendanceState.REJECTED)
    rows = (await session.exec(query)).all()
    return [row for row in rows if row[2] is None or row[2].state not in decided]
