"""One friendly request for a better location, and what becomes of its answer. The first location stays kept,
the work goes on meanwhile, and whoever cannot send another loses nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import lists, receipts
from bot.domain.better_locations import Cause, answers, cause, speaks_better
from bot.domain.checkins import Moment
from bot.domain.messages import NOT_FRESH, WITHOUT_LOCATION, Ask, Label, Notice, Param
from bot.domain.odd_places import arrived_late
from bot.domain.places import Verdict, is_usable
from bot.location_checks import proved_at_site
from bot.storage import queries
from bot.storage.flags import raise_flag
from bot.storage.location_requests import LocationRequest, requests_of
from bot.storage.models import Attendance, Evidence, Site
from bot.storage.positions import point_of
from bot.storage.site_pins import pin_in_doubt


async def ask(
    session: AsyncSession, attendance: Attendance, site: Site, moment: Moment, now: datetime
) -> list[Notice]:
    """Below the receipt of a start or finish whose location says too little; once for each. Not where the
    site's code says enough, where the pin is looked at, or where the location came long after it was sent:
    nobody walks back for it. A better one that has come already is taken; of a poster and of work without a
    location one is awaited in silence."""
    evidence = await queries.evidence_of(session, attendance)
    first = next((one for one in evidence if one.moment is moment and one.photo_id is None), None)
    if first is None or arrived_late(first.sent_at, now) or await _request(session, attendance, moment):
        return []
    if await proved_at_site(session, first):
        return []
    why = cause(
        first.verdict,
        first.distance_m,
        first.labels,
        readable=(here := point_of(first)) is not None and is_usable(here),
        pin_in_doubt=await pin_in_doubt(session, site),
    )
    without = first.verdict is None or bool(WITHOUT_LOCATION & set(first.labels))
    if why is None and not without:
        return []
    session.add(
        LocationRequest(
            office_id=attendance.office_id,
            attendance_id=attendance.id,
            moment=moment,
            evidence_id=first.id,
            asked_at=now,
        )
    )
    await session.flush()
    took = [await take(session, attendance, one, moment, now) for one in evidence if one.id > first.id]
    if any(took) or why is None:
        return []
    metres: dict[str, Param] = {} if first.distance_m is None else {"metres": first.distance_m}
    perhaps_pin = first.verdict is Verdict.OUTSIDE and moment is Moment.START
    return [
        Notice(
            to=attendance.client_id,
            key=f"better-location-{Cause(why).value}",
            params=metres,
            choices=(receipts.pin_wrong(site),) if perhaps_pin else (),
            card=f"better-location:{attendance.id}:{moment.value}" if perhaps_pin else "",
        )
    ]


async def is_awaited(session: AsyncSession, attendance: Attendance, sent_at: datetime) -> Moment | None:
    """The end of the attendance for which a better location was asked, if one sent now answers that."""
    moment = Moment.FINISH if attendance.finished_at else Moment.START
    request = await _request(session, attendance, moment)
    return moment if request is not None and answers(request.asked_at, sent_at) else None


async def take(
    session: AsyncSession, attendance: Attendance, better: Evidence, moment: Moment, now: datetime
) -> bool:
    """Let this location stand for the start or finish where it says more than the one before; whether so.
    Where the hours run from outside the site, that stays a question: nobody knows when he came."""
    if better.verdict is None or better.moment is not None:
        return False
    before = _of(await queries.evidence_of(session, attendance), moment)
    if before is not None and before.verdict is not None:
        if not speaks_better(better.verdict, better.labels, before.verdict, before.labels):
            return False
        before.moment = None
    better.moment = moment
    await session.flush()
    if before is not None and before.verdict is Verdict.OUTSIDE and not NOT_FRESH & set(before.labels):
        minutes = max(0, int((better.sent_at - before.sent_at).total_seconds() // 60))
        figures = {"metres": before.distance_m or 0, "minutes": minutes}
        await raise_flag(session, better, Label.FIRST_OUTSIDE, now, other=before, figures=figures)
    return True


async def answered(
    session: AsyncSession, attendance: Attendance, kept: Evidence, moment: Moment, now: datetime
) -> list[Notice]:
    """The answer to a better location, and to one that is no better: it is kept too."""
    took = await take(session, attendance, kept, moment, now)
    standing = kept if took else _of(await queries.evidence_of(session, attendance), moment)
    clear = (
        standing is not None and standing.verdict is Verdict.INSIDE and not NOT_FRESH & set(standing.labels)
    )
    key = "better-location-inside" if clear else "better-location-kept"
    if kept.verdict is None:
        key = "better-location-code"
    ask = Ask.FINISH if moment is Moment.START else Ask.START
    shown = await lists.for_supervisors(session, attendance, moment=moment, now=now, quietly=True)
    news = took or kept.labels or kept.verdict is None
    return [Notice(to=attendance.client_id, key=key, ask=ask), *(shown if news else [])]


async def _request(session: AsyncSession, attendance: Attendance, moment: Moment) -> LocationRequest | None:
    return next((one for one in await requests_of(session, attendance) if one.moment is moment), None)


def _of(evidence: Sequence[Evidence], moment: Moment) -> Evidence | None:
    """The location that stands for this end."""
    return next((one for one in evidence if one.moment is moment and one.verdict is not None), None)
