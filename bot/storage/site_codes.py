"""Which codes of a site were used, by whom and for what; and who typed wrong ones."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field, SQLModel, col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.site_codes import LOCKED, TRIES
from bot.storage.models import key, office, words


class How(StrEnum):
    """How a code reached Hadir. A poster's is weaker: it can be photographed and used from afar."""

    SCANNED = "scanned"
    TYPED = "typed"
    POSTER = "poster"


class SiteCodeUse(SQLModel, table=True):
    """A code that was accepted: evidence that a client stood beside it, once per client and step."""

    __table_args__ = (UniqueConstraint("client_id", "site_id", "step"),)

    id: int = key()
    office_id: int = office()
    site_id: int = Field(foreign_key="site.id", index=True)
    client_id: int = Field(foreign_key="person.id", index=True)
    attendance_id: int = Field(foreign_key="attendance.id", index=True)
    step: int = Field(sa_type=BigInteger)
    """The minute of the code; of a poster the minute in which it was scanned."""
    how: How = Field(sa_type=words(How))
    used_at: datetime


class SiteCodeMiss(SQLModel, table=True):
    """Digits that were typed and were not valid; never which."""

    id: int = key()
    office_id: int = office()
    client_id: int = Field(foreign_key="person.id", index=True)
    typed_at: datetime


async def has_code(session: AsyncSession, attendance_id: int) -> bool:
    """Whether the client proved with a code from the supervisor's phone that he was at the site; a poster's
    is too weak to stand against another question."""
    query = select(SiteCodeUse.id).where(
        SiteCodeUse.attendance_id == attendance_id, col(SiteCodeUse.how) != How.POSTER
    )
    return (await session.exec(query.limit(1))).first() is not None


async def was_used(session: AsyncSession, client_id: int, site_id: int, step: int) -> bool:
    """Whether this client has used this code already."""
    query = select(SiteCodeUse.id).where(
        SiteCodeUse.client_id == client_id, SiteCodeUse.site_id == site_id, SiteCodeUse.step == step
    )
    return (await session.exec(query)).first() is not None


async def is_locked(session: AsyncSession, client_id: int, now: datetime) -> bool:
    """Whether typing rests for this client after too many wrong digits; scanning goes on."""
    query = select(func.count(col(SiteCodeMiss.id))).where(
        SiteCodeMiss.client_id == client_id, col(SiteCodeMiss.typed_at) > now - LOCKED
    )
    return (await session.exec(query)).one() >= TRIES
