"""Writes down what the file of a photo says of itself, and asks where that is far from how it came: a photo
that was sent as a document brings its EXIF along, which anybody can edit."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.file_claims import claims_from_json, claims_to_json, days_before, km_off
from bot.domain.messages import FileClaims, Label
from bot.judging import judged
from bot.storage.flags import raise_flag
from bot.storage.models import Attendance, Evidence, Photo, Site


async def note(
    session: AsyncSession, evidence: Evidence, photo: Photo, claims: FileClaims, now: datetime, *, tell: bool
) -> None:
    """Keep it for people to read; `tell`: a card on somebody's screen may show the photo already."""
    if Label.AS_DOCUMENT not in evidence.labels:
        return
    photo.claims = claims_to_json(claims)
    await check(session, evidence, now, tell=tell)


async def check(session: AsyncSession, evidence: Evidence, now: datetime, *, tell: bool = False) -> None:
    """Ask what there is to ask, once the photo belongs to an attendance: the site says where and by which
    clock."""
    if evidence.photo_id is None or evidence.attendance_id is None:
        return
    photo = await session.get_one(Photo, evidence.photo_id)
    if not photo.claims:
        return
    claims = claims_from_json(photo.claims)
    attendance = await session.get_one(Attendance, evidence.attendance_id)
    site = await session.get_one(Site, attendance.site_id)
    if days := days_before(claims, evidence.sent_at, site.zone):
        await raise_flag(session, evidence, Label.FILE_OLD, now, figures={"days": days}, tell=tell)
    if km := km_off(judged(claims.point, site).distance_m):
        await raise_flag(session, evidence, Label.FILE_ELSEWHERE, now, figures={"km": km}, tell=tell)
