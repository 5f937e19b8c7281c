"""Which codes of a site were used, by whom and for what; and who typed wrong ones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field, SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from bot.domain.site_codes import LOCKED, TRIES
from bot.storage.models import Evidence, Person, Site, key, office, words


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
    evidence_id: int = Field(foreign_key="evidence.id", index=True)
    step: int = Field(sa_type=BigInteger)
    """The minute of the code; of a poster the minute in which it was scanned, below zero: the code of that
    minute on a phone is another."""
    how: How = Field(sa_type=words(How))
    used_at: datetime


class SiteCodeShow(SQLModel, table=True):
    """A code on a supervisor's phone, in one message that is changed each minute."""

    __tablename__ = "site_code_show"

    id: int = key()
    office_id: int = office()
    site_id: int = Field(foreign_key="site.id", index=True)
    person_id: int = Field(foreign_key="person.id", index=True)
    until: datetime
    """When it stops renewing itself."""
    look_at: datetime | None = Field(default=None, index=True)
    """When the next code is shown, or that it has stopped; None: it has."""


class SiteCodeMiss(SQLModel, table=True):
    """Digits that were typed and were not valid; never which."""

    id: int = key()
    office_id: int = office()
    client_id: int = Field(foreign_key="person.id", index=True)
    typed_at: datetime


async def show_of(session: AsyncSession, who: Person, show_id: int) -> SiteCodeShow | None:
    """A code that this person was shown."""
    query = select(SiteCodeShow).where(SiteCodeShow.id == show_id, SiteCodeShow.person_id == who.id)
    return (await session.exec(query)).first()


async def shows_due(session: AsyncSession, now: datetime, limit: int) -> Sequence[tuple[SiteCodeShow, Site]]:
    """The codes on phones whose next minute has begun, locked."""
    query = (
        select(SiteCodeShow, Site)
        .join(Site, col(Site.id) == col(SiteCodeShow.site_id))
        .where(col(SiteCodeShow.look_at) <= now)
        .order_by(col(SiteCodeShow.id))
        .limit(limit)
        .with_for_update(of=SiteCodeShow)
    )
    return (await session.exec(query)).all()


async def has_code(session: AsyncSession, office_id: int, attendance_id: int | None) -> bool:
    """Whether the client proved with a code from the supervisor's phone that he was at the site; a poster's
    is too weak to stand against another question."""
    query = _uses(office_id, attendance_id).where(col(SiteCodeUse.how) != How.POSTER)
    return (await session.exec(query.limit(1))).first() is not None


async def uses_of(session: AsyncSession, office_id: int, attendance_id: int) -> Sequence[SiteCodeUse]:
    """The codes that were accepted for an attendance, oldest first."""
    return (await session.exec(_uses(office_id, attendance_id).order_by(col(SiteCodeUse.id)))).all()


def _uses(office_id: int, attendance_id: int | None) -> SelectOfScalar[SiteCodeUse]:
    return (
        select(SiteCodeUse)
        .join(Evidence, col(Evidence.id) == col(SiteCodeUse.evidence_id))
        .where(SiteCodeUse.office_id == office_id, Evidence.attendance_id == attendance_id)
    )


async def was_used(session: AsyncSession, office_id: int, client_id: int, site_id: int, step: int) -> bool:
    """Whether this client has used this code already, or scanned the poster in this minute."""
    query = select(SiteCodeUse.id).where(
        SiteCodeUse.office_id == office_id,
        SiteCodeUse.client_id == client_id,
        SiteCodeUse.site_id == site_id,
        SiteCodeUse.step == step,
    )
    return (await session.exec(query)).first() is not None


async def locked_until(
    session: AsyncSession, office_id: int, client_id: int, now: datetime
) -> datetime | None:
    """Until when typing rests for this client after too many wrong digits in a row of a quarter of an hour;
    None while he may type. Scanning goes on. Nothing is missed while it rests, so the last miss locked it."""
    query = (
        select(SiteCodeMiss.typed_at)
        .where(SiteCodeMiss.office_id == office_id, SiteCodeMiss.client_id == client_id)
        .order_by(col(SiteCodeMiss.id).desc())
        .limit(TRIES)
    )
    last = (await session.exec(query)).all()
    if len(last) < TRIES or last[0] - last[-1] >= LOCKED or now - last[0] >= LOCKED:
        return None
    return last[0] + LOCKED
