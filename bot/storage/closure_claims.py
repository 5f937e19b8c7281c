"""What clients say of a site that they found closed; each about one of his own sessions."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime

from sqlmodel import Field, SQLModel, col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.checkins import SessionState
from bot.domain.closure_claims import ClaimState
from bot.domain.outcomes import Outcome
from bot.storage.models import Case, Evidence, Person, Site, WorkSession, key, office, words


class ClosureClaim(SQLModel, table=True):
    """*Lokasi tutup*, as a client says it. While it is open his session has the outcome that it claims, so
    that nothing climbs; `before` is what it had."""

    __tablename__ = "closure_claim"

    id: int = key()
    office_id: int = office()
    site_id: int = Field(foreign_key="site.id", index=True)
    day: date
    case_id: int = Field(foreign_key="case.id", index=True)
    client_id: int = Field(foreign_key="person.id", index=True)
    session_id: int = Field(foreign_key="work_session.id", unique=True)
    state: ClaimState = Field(default=ClaimState.OPEN, sa_type=words(ClaimState))
    before: Outcome | None = Field(default=None, sa_type=words(Outcome))
    words: str = ""
    """His own, where no location could be sent."""
    latitude: float | None = None
    longitude: float | None = None
    accuracy: float | None = None
    metres: int | None = None
    """From the site, where both are known."""
    photo_id: int | None = Field(default=None, foreign_key="photo.id")
    claimed_at: datetime
    decided_by: int | None = Field(default=None, foreign_key="person.id")
    decided_at: datetime | None = None
    look_at: datetime | None = Field(default=None, index=True)
    """When the officer is asked, where nobody at the site has answered."""


async def claim_by_id(session: AsyncSession, office_id: int, claim_id: int) -> ClosureClaim | None:
    """A claim of this office; not locked."""
    query = select(ClosureClaim).where(ClosureClaim.id == claim_id, ClosureClaim.office_id == office_id)
    return (await session.exec(query)).first()


async def claim_about(session: AsyncSession, planned: WorkSession) -> ClosureClaim | None:
    """What was claimed of a session; its case is locked."""
    query = select(ClosureClaim).where(
        ClosureClaim.session_id == planned.id, ClosureClaim.office_id == planned.office_id
    )
    return (await session.exec(query)).first()


async def open_claims(session: AsyncSession, site: Site, day: date) -> Sequence[ClosureClaim]:
    """The claims about a site and day that wait for a person, in the order of the cases."""
    query = (
        select(ClosureClaim)
        .where(ClosureClaim.site_id == site.id, ClosureClaim.office_id == site.office_id)
        .where(ClosureClaim.day == day, ClosureClaim.state == ClaimState.OPEN)
        .order_by(col(ClosureClaim.case_id), col(ClosureClaim.id))
    )
    return (await session.exec(query.execution_options(populate_existing=True))).all()


async def claims_numbered(session: AsyncSession, claims: Collection[int]) -> Sequence[ClosureClaim]:
    """These claims, read anew."""
    query = select(ClosureClaim).where(col(ClosureClaim.id).in_(claims)).order_by(col(ClosureClaim.id))
    return (await session.exec(query.execution_options(populate_existing=True))).all()


async def claims_beside(
    session: AsyncSession, one: ClosureClaim, site: Site, planned: WorkSession
) -> Sequence[ClosureClaim]:
    """The open claims of a site and day about the hours of this claim's session, itself among them."""
    query = (
        select(WorkSession.id)
        .where(WorkSession.site_id == site.id, WorkSession.office_id == site.office_id)
        .where(WorkSession.starts_at < planned.ends_at, WorkSession.ends_at > planned.starts_at)
    )
    at_the_same_time = set((await session.exec(query)).all())
    return [each for each in await open_claims(session, site, one.day) if each.session_id in at_the_same_time]


async def open_in_cases(
    session: AsyncSession, office_id: int, officers: Collection[int], limit: int
) -> Sequence[ClosureClaim]:
    """Of each site and hours the oldest claim by a client of these officers that waits for a person."""
    query = (
        select(ClosureClaim, col(WorkSession.starts_at), col(WorkSession.ends_at))
        .join(Case, col(Case.id) == col(ClosureClaim.case_id))
        .join(WorkSession, col(WorkSession.id) == col(ClosureClaim.session_id))
        .where(ClosureClaim.office_id == office_id, ClosureClaim.state == ClaimState.OPEN)
        .where(col(Case.officer_id).in_(officers))
        .order_by(col(ClosureClaim.claimed_at).desc(), col(ClosureClaim.id).desc())
    )
    oldest = {(one.site_id, *hours): one for one, *hours in (await session.exec(query)).all()}
    return sorted(oldest.values(), key=lambda one: one.claimed_at)[:limit]


async def session_of_today(session: AsyncSession, client: Person, day: date) -> WorkSession | None:
    """The session of a day that a client has not begun: the first that is still planned, else one missed."""
    query = (
        select(WorkSession)
        .where(WorkSession.client_id == client.id, WorkSession.office_id == client.office_id)
        .where(WorkSession.day == day)
        .where(col(WorkSession.state).in_([SessionState.PLANNED, SessionState.MISSED]))
        .order_by(col(WorkSession.state).desc(), col(WorkSession.starts_at))
    )
    return (await session.exec(query.limit(1))).first()


async def due_claim(session: AsyncSession, now: datetime) -> ClosureClaim | None:
    """The claim that has waited longest for the clock; not locked."""
    query = select(ClosureClaim).where(col(ClosureClaim.look_at) <= now)
    return (
        await session.exec(query.order_by(col(ClosureClaim.look_at), col(ClosureClaim.id)).limit(1))
    ).first()


async def asked_about(session: AsyncSession, client: Person, album: str) -> Sequence[Evidence]:
    """The photos of an album that are kept, and belong to nothing yet."""
    query = (
        select(Evidence)
        .where(Evidence.office_id == client.office_id, Evidence.client_id == client.id)
        .where(Evidence.album == album, col(Evidence.photo_id).is_not(None))
        .where(col(Evidence.attendance_id).is_(None))
    )
    return (await session.exec(query.order_by(col(Evidence.id)))).all()


async def without_claims(session: AsyncSession, photos: Sequence[Evidence]) -> list[Evidence]:
    """Those of these photos that a client did not name one of a closed site."""
    if not photos:
        return []
    query = select(ClosureClaim.photo_id).where(
        col(ClosureClaim.photo_id).in_([one.photo_id for one in photos]),
        ClosureClaim.office_id == photos[0].office_id,
    )
    named = set((await session.exec(query)).all())
    return [one for one in photos if one.photo_id not in named]
