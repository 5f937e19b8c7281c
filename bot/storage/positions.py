"""Locations beside other locations of the office."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from sqlmodel.sql.expression import SelectOfScalar

from bot.domain.messages import NOT_FRESH, Inbound, Point
from bot.domain.odd_places import DECIMALS, HALF, SHARED_WITHIN, STALE_WITHIN, STILL_FOR
from bot.storage.models import Attendance, Evidence, Person
from bot.storage.phones import Assistance, via_of

LOOKED_BACK = 5
"""How many positions are passed over, because they are not fresh, in search of the one before."""
LIVE_FOR = timedelta(hours=12)
"""A bound that keeps the search short: no live location lasts longer, and no session does."""
KNOWN_FOR = STALE_WITHIN
"""How long a message can be found again by its id."""


def point_of(evidence: Evidence) -> Point | None:
    """Where it was sent from, if it says so."""
    if evidence.latitude is None or evidence.longitude is None:
        return None
    return Point(evidence.latitude, evidence.longitude, evidence.accuracy)


async def same_of_another(session: AsyncSession, evidence: Evidence, here: Point) -> Evidence | None:
    """The latest location of another client with the very same coordinates. One phone that serves several has
    one position for all of them: what a guardian or a shared phone sent for two is no copy."""
    query = (
        _same(evidence, here)
        .where(Evidence.client_id != evidence.client_id)
        .where(Evidence.sent_at >= evidence.sent_at - SHARED_WITHIN)
        .order_by(col(Evidence.id).desc())
    )
    return (await session.exec(query.limit(1))).first()


async def same_before(
    session: AsyncSession, evidence: Evidence, here: Point, before: datetime
) -> Evidence | None:
    """The latest location of the same client with the very same coordinates, from before a moment. While a
    location is live a phone that lies still may say the same again: that is no old position, and neither is
    that of a shared phone, which stands where it stands."""
    query = (
        _same(evidence, here)
        .where(Evidence.client_id == evidence.client_id, Evidence.sent_at < before)
        .where(Evidence.sent_at >= evidence.sent_at - STALE_WITHIN)
        .where(~((col(Evidence.moment).is_(None)) & col(Evidence.live)))
        .order_by(col(Evidence.id).desc())
    )
    return (await session.exec(query.limit(1))).first()


async def previous(session: AsyncSession, evidence: Evidence) -> Evidence | None:
    """Where the client was before, whatever that belonged to; forwarded or picked places are none, and where
    he was in trouble is nobody's at the site."""
    query = (
        select(Evidence)
        .where(Evidence.office_id == evidence.office_id, Evidence.client_id == evidence.client_id)
        .where(Evidence.id != evidence.id, Evidence.sent_at <= evidence.sent_at)
        .where(col(Evidence.latitude).is_not(None), col(Evidence.shows).is_(None))
        .order_by(col(Evidence.sent_at).desc(), col(Evidence.id).desc())
    )
    found = (await session.exec(query.limit(LOOKED_BACK))).all()
    return next((one for one in found if not NOT_FRESH & set(one.labels)), None)


async def live_positions(session: AsyncSession, evidence: Evidence) -> list[Point]:
    """The last positions of the live location of an attendance, newest first, each as often as it came: at
    least one more than are compared."""
    query = (
        select(Evidence.latitude, Evidence.longitude, Evidence.repeated)
        .where(Evidence.client_id == evidence.client_id, Evidence.attendance_id == evidence.attendance_id)
        .where(col(Evidence.live).is_(True), Evidence.sent_at <= evidence.sent_at)
        .where(Evidence.sent_at >= evidence.sent_at - LIVE_FOR)
        .order_by(col(Evidence.sent_at).desc(), col(Evidence.id).desc())
    )
    return [
        Point(north, east)
        for north, east, repeated in (await session.exec(query.limit(STILL_FOR + 1))).all()
        if north is not None and east is not None
        for _ in range(repeated + 1)
    ]


async def last_sample(session: AsyncSession, attendance: Attendance) -> Evidence | None:
    """The newest kept position of the live location of an attendance, its first one included."""
    query = (
        select(Evidence)
        .where(Evidence.attendance_id == attendance.id, col(Evidence.live).is_(True))
        .order_by(col(Evidence.id).desc())
    )
    return (await session.exec(query.limit(1))).first()


async def sent_as(session: AsyncSession, who: Person, inbound: Inbound) -> Evidence | None:
    """The evidence that a message became. The ids of messages count within one chat: what was sent from a
    shared phone is found only from there, and a person's own messages only in his own chat."""
    if not inbound.message:
        return None
    from_here = (
        select(Assistance.id)
        .where(Assistance.evidence_id == Evidence.id)
        .where(Assistance.channel == inbound.sender.channel, Assistance.external_id == inbound.sender.id)
    )
    helped = select(Assistance.id).where(Assistance.evidence_id == Evidence.id)
    query = (
        select(Evidence)
        .where(Evidence.office_id == who.office_id, Evidence.client_id == who.id)
        .where(Evidence.sent_at >= inbound.sent_at - KNOWN_FOR, Evidence.message == inbound.message)
        .where(from_here.exists() if via_of(session) else ~helped.exists())
        .order_by(col(Evidence.id).desc())
    )
    return (await session.exec(query.limit(1))).first()


async def marks_before(session: AsyncSession, client: Person, since: datetime) -> Sequence[Evidence]:
    """What a client tried before the start that it belongs to: no location, no photo, only how."""
    query = (
        select(Evidence)
        .where(Evidence.office_id == client.office_id, Evidence.client_id == client.id)
        .where(col(Evidence.attendance_id).is_(None), Evidence.sent_at >= since)
        .where(col(Evidence.photo_id).is_(None), col(Evidence.latitude).is_(None))
        .order_by(col(Evidence.id))
    )
    return [one for one in (await session.exec(query)).all() if one.labels]


def _same(evidence: Evidence, here: Point) -> SelectOfScalar[Evidence]:
    """To the last decimal that messengers send, whatever the further ones say; not from the very phone with
    which somebody helped to send this one."""
    own = select(Assistance.external_id).where(Assistance.evidence_id == evidence.id)
    from_one_phone = select(Assistance.id).where(
        Assistance.evidence_id == Evidence.id, col(Assistance.external_id).in_(own)
    )
    north, east = round(here.latitude, DECIMALS), round(here.longitude, DECIMALS)
    return select(Evidence).where(
        Evidence.office_id == evidence.office_id,
        Evidence.id != evidence.id,
        col(Evidence.shows).is_(None),
        ~from_one_phone.exists(),
        col(Evidence.latitude).between(north - HALF, north + HALF),
        col(Evidence.longitude).between(east - HALF, east + HALF),
    )
