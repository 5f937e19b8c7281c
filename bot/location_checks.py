"""Raises the questions about a location that only show beside other locations (a place is weak evidence)."""

from __future__ import annotations

from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import NOT_FRESH, Label, Point
from bot.domain.odd_places import ANOTHER_OCCASION, journey, same_point, stands_still
from bot.domain.places import Verdict, is_usable, travel_is_odd
from bot.domain.site_codes import BESIDE_CODE, FAR_FROM_CODE
from bot.storage import positions, site_codes
from bot.storage.flags import raise_flag
from bot.storage.models import Evidence, Site


async def check(session: AsyncSession, evidence: Evidence, site: Site, now: datetime) -> None:
    """Ask what there is to ask about a location that has just been kept and judged. What is not fresh says so
    by its label, and nothing about where the phone was."""
    if evidence.verdict is Verdict.NOT_JUDGED:
        await raise_flag(session, evidence, Label.NOT_JUDGED, now, tell=True)
    here = positions.point_of(evidence)
    if here is None or not is_usable(here) or NOT_FRESH & set(evidence.labels):
        return
    await _travel(session, evidence, here, now)
    if evidence.live and evidence.moment is None:
        await check_stillness(session, evidence, now)
        return
    await _beside_code(session, evidence, now)
    await _on_pin(session, evidence, site, here, now)
    await _same(session, evidence, here, now)


async def _on_pin(session: AsyncSession, evidence: Evidence, site: Site, here: Point, now: datetime) -> None:
    """Nobody who gave the code of the site need be asked: `proved_at_site` is for whoever takes codes."""
    if site.latitude is None or site.longitude is None or await proved_at_site(session, evidence):
        return
    if same_point(here, Point(site.latitude, site.longitude)):
        await raise_flag(session, evidence, Label.ON_THE_PIN, now, tell=evidence.moment is None)


async def proved_at_site(session: AsyncSession, evidence: Evidence) -> bool:
    """Whether something stronger than a location shows that the client was there."""
    return await site_codes.has_code(session, evidence.office_id, evidence.attendance_id)


async def check_before_code(session: AsyncSession, code: Evidence, now: datetime) -> None:
    """A code has come: look at the locations that came just before it."""
    query = select(Evidence).where(
        Evidence.office_id == code.office_id,
        Evidence.attendance_id == code.attendance_id,
        col(Evidence.verdict).is_not(None),
        col(Evidence.sent_at) >= code.sent_at - BESIDE_CODE,
    )
    for one in (await session.exec(query)).all():
        if not NOT_FRESH & set(one.labels):
            await _beside_code(session, one, now)


async def _beside_code(session: AsyncSession, evidence: Evidence, now: datetime) -> None:
    """A code from the supervisor's phone and a location far from it in the same minutes: one of them was
    elsewhere."""
    metres = evidence.distance_m or 0
    if evidence.attendance_id is None or evidence.verdict is not Verdict.OUTSIDE or metres < FAR_FROM_CODE:
        return
    uses = await site_codes.uses_of(session, evidence.office_id, evidence.attendance_id)
    if any(abs(use.used_at - evidence.sent_at) <= BESIDE_CODE for use in uses):
        figures = {"km": max(1, round(metres / 1000))}
        await raise_flag(session, evidence, Label.CODE_BUT_FAR, now, figures=figures, tell=True)


async def _same(session: AsyncSession, evidence: Evidence, here: Point, now: datetime) -> None:
    """The same point as somebody else's is asked about on both sides: nobody knows who took whose."""
    if other := await positions.same_of_another(session, evidence, here):
        await raise_flag(session, evidence, Label.SAME_POINT, now, other=other, tell=evidence.moment is None)
        await raise_flag(session, other, Label.SAME_POINT, now, other=evidence, tell=True)
    before = evidence.sent_at - ANOTHER_OCCASION
    if earlier := await positions.same_before(session, evidence, here, before):
        await raise_flag(session, evidence, Label.SAME_AS_BEFORE, now, other=earlier)


async def _travel(session: AsyncSession, evidence: Evidence, here: Point, now: datetime) -> None:
    before = await positions.previous(session, evidence)
    there = positions.point_of(before) if before else None
    if before is None or there is None:
        return
    elapsed, late = evidence.sent_at - before.sent_at, evidence.moment is None
    if travel_is_odd(there, here, elapsed):
        figures = journey(there, here, elapsed)
        await raise_flag(session, evidence, Label.ODD_TRAVEL, now, other=before, figures=figures, tell=late)


async def check_stillness(session: AsyncSession, evidence: Evidence, now: datetime) -> None:
    """Asked about once a live location, at the position that makes it so many."""
    if stands_still(await positions.live_positions(session, evidence)):
        await raise_flag(session, evidence, Label.STANDS_STILL, now, tell=True)
