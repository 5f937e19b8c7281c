"""What judging anew against another pin would change, and its rows once a person asked for it."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from sqlalchemy import func
from sqlmodel import col, insert, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.checkins import AttendanceState
from bot.domain.messages import Point
from bot.domain.pins import PinSource
from bot.domain.places import Area, Judged, Verdict, judge
from bot.storage.models import Attendance, Evidence, Person, Site
from bot.storage.site_pins import Rejudgement, SitePin

REACHES_BACK = timedelta(days=92)
"""Verdicts of a quarter are judged anew; what is older has long been read and decided."""
MOST = 2_000
"""At once, the newest first; a site with 40 people a day has as many in a month."""

Turn = tuple[Verdict, Verdict]
"""From which verdict to which."""


@dataclass(frozen=True, slots=True)
class Rejudged:
    """One verdict as it stands, and as it would be."""

    evidence_id: int
    day: date
    old: Verdict
    old_m: int | None
    new: Judged


@dataclass(frozen=True, slots=True)
class Outlook:
    """All verdicts that rest on one pin of a site, judged against another."""

    rows: Sequence[Rejudged] = field(default=())

    @property
    def changed(self) -> list[Rejudged]:
        return [one for one in self.rows if one.new.verdict is not one.old]

    @property
    def turns(self) -> Mapping[Turn, int]:
        """How many turn from what to what, the commonest first."""
        return dict(Counter((one.old, one.new.verdict) for one in self.changed).most_common())


async def outlook(
    session: AsyncSession, site: Site, pin: SitePin | None, area: Area, *, now: datetime
) -> Outlook:
    """What would become of the verdicts that rest on `pin` (None: of a time before its history), judged
    against `area`."""
    query = (
        select(Evidence, col(Attendance.day))
        .join(Attendance, col(Attendance.id) == col(Evidence.attendance_id))
        .where(Attendance.site_id == site.id, Attendance.office_id == site.office_id)
        .where(Attendance.state != AttendanceState.REJECTED)
        .where(col(Evidence.verdict).is_not(None), col(Evidence.moment).is_not(None))
        .where(col(Evidence.latitude).is_not(None), Evidence.received_at >= now - REACHES_BACK)
    )
    if pin is not None and pin.source is not PinSource.BEFORE:
        query = query.where(Evidence.received_at >= pin.set_at)
    if pin is not None and (end := await _ended(session, pin)) is not None:
        query = query.where(Evidence.received_at <= end)
    newest = query.order_by(col(Evidence.id).desc()).limit(MOST)
    rows: Sequence[tuple[Evidence, date]] = (await session.exec(newest)).all()
    known = await latest_verdicts(session, [one.id for one, _ in rows])
    # Distances on the ellipsoid take a tenth of a millisecond each: not on the event loop.
    return Outlook(await asyncio.to_thread(lambda: [_again(one, day, known, area) for one, day in rows]))


def _again(one: Evidence, day: date, known: Mapping[int, Rejudgement], area: Area) -> Rejudged:
    assert one.latitude is not None  # noqa: S101  (asked for)
    assert one.longitude is not None  # noqa: S101
    before = known.get(one.id)
    old = Verdict(before.new_verdict if before else one.verdict or Verdict.CANNOT_TELL)
    metres = before.new_distance_m if before else one.distance_m
    new = judge(Point(one.latitude, one.longitude, one.accuracy), area)
    return Rejudged(one.id, day, old, metres, new)


async def _ended(session: AsyncSession, pin: SitePin) -> datetime | None:
    query = select(func.min(SitePin.set_at)).where(SitePin.site_id == pin.site_id, SitePin.id > pin.id)
    return (await session.exec(query)).one()


async def latest_verdicts(session: AsyncSession, evidence: Sequence[int]) -> dict[int, Rejudgement]:
    """The verdict that counts, by piece of evidence, where it was judged anew."""
    if not evidence:
        return {}
    query = select(Rejudgement).where(col(Rejudgement.evidence_id).in_(evidence))
    return {one.evidence_id: one for one in (await session.exec(query.order_by(col(Rejudgement.id)))).all()}


async def judge_anew(
    session: AsyncSession, pin: SitePin, rows: Sequence[Rejudged], *, by: Person, now: datetime
) -> None:
    """Write the new verdicts beside the old ones. What was judged against this pin before is left alone."""
    query = select(Rejudgement.evidence_id).where(Rejudgement.pin_id == pin.id)
    done = set((await session.exec(query)).all())
    new = [
        {
            "office_id": pin.office_id,
            "evidence_id": one.evidence_id,
            "pin_id": pin.id,
            "old_verdict": one.old,
            "old_distance_m": one.old_m,
            "new_verdict": one.new.verdict,
            "new_distance_m": one.new.distance_m,
            "by": by.id,
            "at": now,
        }
        for one in rows
        if one.evidence_id not in done
    ]
    if new:
        await session.exec(insert(Rejudgement), params=new)
