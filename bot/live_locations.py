"""A live location through the hours of work: which samples are kept, and what they say at the end."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from math import isfinite

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import location_checks
from bot.domain.checkins import Moment
from bot.domain.live import Keep, Sample, TimeAtSite, keeps, left_early, longest_away, time_at_site
from bot.domain.messages import Inbound, Label
from bot.domain.odd_places import same_point
from bot.domain.places import DEFAULT_RADIUS, SMALLEST_RADIUS, Judged, Verdict
from bot.storage import queries
from bot.storage.flags import raise_flag, withdraw
from bot.storage.models import Attendance, Evidence, Site, WorkSession
from bot.storage.positions import last_sample, point_of

OF_THE_STAY = frozenset({Label.WENT_AWAY, Label.LEFT_EARLY})
"""What is asked about when work ends, and is no question any more once the finish was taken back."""


async def is_news(
    session: AsyncSession, attendance: Attendance, inbound: Inbound, verdict: Judged, now: datetime
) -> bool:
    """Whether a sample is to be kept as evidence of its own. One that says the very same as the last is
    counted with it, so that eight hours on a phone that lies still are one row."""
    last = await last_sample(session, attendance)
    before = point_of(last) if last else None
    if last is None or before is None or inbound.point is None:
        return True
    keep = keeps(
        inbound.sent_at - (last.repeated_at or last.sent_at),
        same_point=same_point(before, inbound.point),
        same_verdict=last.verdict is verdict.verdict,
        moved=abs((verdict.distance_m or 0) - (last.distance_m or 0)),
        repeated=last.repeated > 0,
    )
    if keep is Keep.SAME:
        last.repeated, last.repeated_at = last.repeated + 1, inbound.sent_at
        await session.flush()
        await location_checks.check_stillness(session, last, now)
    return keep is Keep.KEEP


async def check_stay(
    session: AsyncSession,
    attendance: Attendance,
    planned: WorkSession | None,
    *,
    by_client: bool,
    now: datetime,
) -> None:
    """Ask what there is to ask about the whole stay when it ends: away for a while by the client's own live
    location, or ended by himself long before the plan. Silence is never asked about."""
    kept = [one for one in await queries.evidence_of(session, attendance) if one.verdict is not None]
    shared = [one for one in kept if one.live]
    if shared:
        site = await queries.site_of(session, attendance.office_id, attendance.site_id)
        if away := longest_away(_samples(shared, site)):
            await raise_flag(session, shared[-1], Label.WENT_AWAY, now, figures=_minutes(away))
    finished = attendance.finished_at
    early = left_early(finished, planned.ends_at) if planned and finished and by_client else None
    if early and kept:
        last = next((one for one in reversed(kept) if one.moment is not None), kept[-1])
        await raise_flag(session, last, Label.LEFT_EARLY, now, figures=_minutes(early))


async def forget_end(session: AsyncSession, evidence: Iterable[Evidence]) -> None:
    """The finish is taken back, and with it what was asked about it and about the stay."""
    for one in evidence:
        of_finish = {Label.FIRST_OUTSIDE} if one.moment is Moment.FINISH else set()
        await withdraw(session, one, OF_THE_STAY | of_finish)


def stay(attendance: Attendance, site: Site, evidence: Sequence[Evidence]) -> TimeAtSite | None:
    """How the hours of a finished attendance divide, where a live location was shared."""
    shared = [one for one in evidence if one.live]
    if attendance.finished_at is None or not any(one.moment is None for one in shared):
        return None
    return time_at_site(_samples(shared, site), attendance.started_at, attendance.finished_at)


def _samples(evidence: Iterable[Evidence], site: Site) -> list[Sample]:
    """Without what cannot be told: it is no data. What is inside or near counts as at the site."""
    edge = max(site.radius_m, SMALLEST_RADIUS) if isfinite(site.radius_m) else DEFAULT_RADIUS
    at_site = (Verdict.INSIDE, Verdict.NEAR)
    return [
        Sample(
            one.sent_at,
            0 if one.verdict in at_site else max(round(one.distance_m - edge), 1),
            one.repeated_at,
        )
        for one in evidence
        if one.distance_m is not None and one.verdict in (*at_site, Verdict.OUTSIDE)
    ]


def _minutes(lasted: timedelta) -> dict[str, int]:
    return {"minutes": int(lasted / timedelta(minutes=1))}
