"""Locations beside other locations of the office."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from bot.domain.messages import Point
from bot.domain.odd_places import STILL_FOR
from bot.storage.models import Evidence
from bot.storage.phones import Assistance


def point_of(evidence: Evidence) -> Point | None:
    """Where it was sent from, if it says so."""
    if evidence.latitude is None or evidence.longitude is None:
        return None
    return Point(evidence.latitude, evidence.longitude, evidence.accuracy)


async def same_of_another(session: AsyncSession, evidence: Evidence) -> Evidence | None:
    """The latest location of another client with the very same coordinates. One phone that serves several has
    one position for all of them, so what came with somebody's help is no copy."""
    helped = select(Assistance.evidence_id).where(col(Assistance.evidence_id).is_not(None))
    own = select(Assistance.id).where(Assistance.evidence_id == evidence.id)
    query = (
        _same(evidence)
        .where(Evidence.client_id != evidence.client_id, col(Evidence.id).not_in(helped), ~own.exists())
        .order_by(col(Evidence.id).desc())
    )
    return (await session.exec(query.limit(1))).first()


async def same_before(session: AsyncSession, evidence: Evidence, before: datetime) -> Evidence | None:
    """The latest location of the same client with the very same coordinates, from before a moment."""
    query = (
        _same(evidence)
        .where(Evidence.client_id == evidence.client_id, Evidence.sent_at < before)
        .order_by(col(Evidence.id).desc())
    )
    return (await session.exec(query.limit(1))).first()


async def previous(session: AsyncSession, evidence: Evidence) -> Evidence | None:
    """Where the client was before, whatever that belonged to."""
    query = (
        select(Evidence)
        .where(Evidence.office_id == evidence.office_id, Evidence.client_id == evidence.client_id)
        .where(Evidence.id != evidence.id, Evidence.sent_at <= evidence.sent_at)
        .where(col(Evidence.latitude).is_not(None))
        .order_by(col(Evidence.sent_at).desc(), col(Evidence.id).desc())
    )
    return (await session.exec(query.limit(1))).first()


async def live_positions(session: AsyncSession, evidence: Evidence) -> Sequence[Evidence]:
    """The last positions of the live location of an attendance, oldest first."""
    query = (
        select(Evidence)
        .where(Evidence.attendance_id == evidence.attendance_id, col(Evidence.live).is_(True))
        .order_by(col(Evidence.id).desc())
        .limit(STILL_FOR)
    )
    return list(reversed((await session.exec(query)).all()))


def _same(evidence: Evidence) -> SelectOfScalar[Evidence]:
    return select(Evidence).where(
        Evidence.office_id == evidence.office_id,
        Evidence.latitude == evidence.latitude,
        Evidence.longitude == evidence.longitude,
    )
