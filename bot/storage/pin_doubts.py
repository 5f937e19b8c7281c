"""Raises the doubt whether a site's pin is right where people's locations say so; an officer is told by the
clock, and decides."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from datetime import date, datetime

from sqlalchemy import ColumnElement, or_
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.checkins import AttendanceState
from bot.domain.messages import Point
from bot.domain.pins import (
    ASK_AGAIN_AFTER,
    CONFIRMED_WITHIN,
    STOPS_ASKING,
    AskedBy,
    QuestionState,
    Seen,
    asks_again,
    meeting,
    middle,
    trusted,
)
from bot.domain.places import Verdict, judge
from bot.storage import queries
from bot.storage.models import Attendance, Evidence, Site
from bot.storage.site_pins import PinQuestion, kept_questions, open_question, put


async def weigh(session: AsyncSession, site: Site, day: date, now: datetime) -> None:
    """Ask whether the pin is wrong where three people of the day lay outside together, or the supervisor
    confirmed so many who did. Each place is asked about once, and anew after a while. The caller has locked
    his cases: the site's row is locked here."""
    await queries.locked_site(session, site.id)
    standing = await open_question(session, site)
    if standing is not None and standing.by in STOPS_ASKING:
        return
    group = meeting(await _seen(session, site, _person, Attendance.day == day))
    if not group:
        confirmed = or_(
            col(Attendance.state) == AttendanceState.CONFIRMED, col(Attendance.present_by).is_not(None)
        )
        recent = Attendance.day > day - CONFIRMED_WITHIN
        group = meeting(await _seen(session, site, _attendance, confirmed, recent))
    if group and await _is_news(session, site, middle(group), now):
        await put(session, site, _question(site, group, day, now), now)


def _person(evidence: Evidence) -> Hashable:
    return evidence.client_id


def _attendance(evidence: Evidence) -> Hashable:
    return evidence.attendance_id


async def _seen(
    session: AsyncSession,
    site: Site,
    who: Callable[[Evidence], Hashable],
    *wanted: ColumnElement[bool] | bool,
) -> list[Seen]:
    """Starts and finishes that lay outside, and do so against today's pin."""
    query = (
        select(Evidence)
        .join(Attendance, col(Attendance.id) == col(Evidence.attendance_id))
        .where(Attendance.site_id == site.id, Attendance.office_id == site.office_id, *wanted)
        .where(Attendance.state != AttendanceState.REJECTED)
        .where(Evidence.verdict == Verdict.OUTSIDE, col(Evidence.moment).is_not(None))
        .order_by(col(Evidence.id))
    )
    rows: Sequence[Evidence] = (await session.exec(query)).all()
    area = site.readable_area
    return [
        Seen(who(one), one.latitude, one.longitude, one.id)
        for one in rows
        if one.latitude is not None and one.longitude is not None
        if trusted(one.accuracy, one.labels)
        if judge(Point(one.latitude, one.longitude, one.accuracy), area).verdict is Verdict.OUTSIDE
    ]


async def _is_news(session: AsyncSession, site: Site, place: tuple[float, float], now: datetime) -> bool:
    kept = await kept_questions(session, site, now - ASK_AGAIN_AFTER)
    return all(asks_again(place, one.place, one.decided_at or now, now) for one in kept)


def _question(site: Site, group: Sequence[Seen], day: date, now: datetime) -> PinQuestion:
    latitude, longitude = middle(group)
    return PinQuestion(
        office_id=site.office_id,
        site_id=site.id,
        by=AskedBy.PEOPLE,
        day=day,
        latitude=latitude,
        longitude=longitude,
        evidence=[one.evidence for one in group],
        asked_at=now,
        state=QuestionState.OPEN,
    )
