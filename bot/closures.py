"""Closes a site for a day or some hours of it (*lokasi tutup*), and opens it again while that still helps.

Nobody misses anything: what has not begun is dropped with its reason, or goes on in what the closed hours
leave of it; what is under way ends now, or when they begin, and keeps its time; what nobody could begin is no
miss any more; and the hours find another day.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances, closure_claims, moves
from bot.closed_sessions import Touched, expected, locked, touched_by
from bot.domain.cases import local_day
from bot.domain.checkins import UNDO, AttendanceState, SessionState, Slot
from bot.domain.closure_claims import ClaimState
from bot.domain.closures import Stretch
from bot.domain.hours import EventKind
from bot.domain.messages import Refused
from bot.domain.outcomes import Outcome
from bot.domain.spans import WHOLE_DAY, Span, minutes_of
from bot.planning import cancel, first_look
from bot.storage import queries
from bot.storage.events import append, record
from bot.storage.models import Case, Event, Person, Site, SiteClosure
from bot.storage.site_queries import closures_of

AHEAD = timedelta(days=60)
"""How far ahead a day can be closed; longer pauses belong into the site's opening days."""
BACK = timedelta(days=14)
"""How far back: a locked gate is often told only afterwards."""
REASONS = ("reason-flood", "reason-event", "reason-power")
"""The three buttons; anything else is written."""
SITE_CLOSED, SITE_REOPENED = "site_closed", "site_reopened"
"""Facts of the site; each case that it touches has its own."""


async def close(
    session: AsyncSession,
    site: Site,
    day: date,
    *,
    hours: Span = WHOLE_DAY,
    reason: str,
    by: Person,
    now: datetime,
) -> list[Touched]:
    """Close a site for a day, or hours of it, and say whom it touches, by start. Raises Refused where it is
    closed then already, or the day is long past or far ahead."""
    check_day(site, day, now)
    people = await locked(session, site, *await expected(session, site, day))
    await queries.locked_site(session, site.id)
    await check_open(session, site, day, hours)
    known = [one.hours for one in await closures_of(session, site, day)]
    touched = list(touched_by(people, site, day, hours, known, now))
    about = {one.planned.id for one in touched if one.planned}
    await closure_claims.settled(session, site, day, ClaimState.UPHELD, about=about, by=by, now=now)
    touched = [one for one in touched if one.stands]
    session.add(
        SiteClosure(
            office_id=site.office_id,
            site_id=site.id,
            day=day,
            starts=hours[0],
            ends=hours[1],
            reason=reason,
            closed_by=by.id,
        )
    )
    sessions = [one.planned for one in touched if one.planned and one.attendance is None]
    payload = {
        "day": day.isoformat(),
        "hours": _hours(hours),
        "words": reason,
        "sessions": [planned.id for planned in sessions],
        "outcomes": {planned.id: planned.outcome for planned in sessions if planned.outcome},
        "attendances": [one.attendance.id for one in touched if one.attendance],
        "before": {
            one.planned.id: [one.planned.starts_at.isoformat(), one.planned.ends_at.isoformat()]
            for one in touched
            if one.planned and one.left
        },
    }
    for one in touched:
        await _stop(session, one, site, reason, by, now)
    await _note(session, site, SITE_CLOSED, payload, by, now)
    return touched


async def check_open(session: AsyncSession, site: Site, day: date, hours: Span) -> None:
    """Raises Refused where a site is closed in all of these hours already."""
    first, last = minutes_of(hours)
    for one in await closures_of(session, site, day):
        closes, opens = minutes_of(one.hours)
        if one.all_day or (closes <= first and last <= opens):
            raise Refused("shut-already", site=site.name)


async def reopen(
    session: AsyncSession, site: Site, day: date, *, hours: Span = WHOLE_DAY, by: Person, now: datetime
) -> list[Touched]:
    """Take a closure back within ten minutes: everything is as it was, but for what people have decided
    since. Raises Refused later, or where it was taken back before."""
    known = await _closing_fact(session, site, day, hours)
    if known is None or now - known[0] > UNDO:
        raise Refused("shut-undo-too-late")
    stopped = await locked(session, site, known[1]["sessions"], known[1]["attendances"])
    await queries.locked_site(session, site.id)
    closure = next((one for one in await closures_of(session, site, day) if one.hours == hours), None)
    if closure is None:
        raise Refused("shut-already-open", site=site.name)
    await session.delete(closure)
    before = {int(session_id): Outcome(word) for session_id, word in known[1].get("outcomes", {}).items()}
    shorter = {int(session_id): times for session_id, times in known[1].get("before", {}).items()}
    touched = []
    for one in stopped:
        if one.planned is not None and one.planned.id in shorter:
            if await _lengthened(session, one, site, shorter[one.planned.id], now):
                touched.append(replace(one, left=one.hours))
        elif await _restored(session, one, site, before, by, now):
            touched.append(one)
    for one in touched:
        payload = {"day": day.isoformat(), "site": site.id}
        await _record(session, one.case, EventKind.SITE_REOPENED, payload, by, now)
    await _note(session, site, SITE_REOPENED, {"day": day.isoformat(), "hours": _hours(hours)}, by, now)
    return touched


def check_day(site: Site, day: date, now: datetime) -> None:
    """Raises Refused for a day that is long past or far ahead."""
    today = local_day(now, site.zone)
    if not today - BACK <= day <= today + AHEAD:
        raise Refused("shut-day-outside", back=BACK.days, ahead=AHEAD.days)


async def _stop(
    session: AsyncSession, one: Touched, site: Site, reason: str, by: Person, now: datetime
) -> None:
    payload: dict[str, Any] = {"site": site.id, "words": reason}
    if one.planned is not None:
        payload |= {"session": one.planned.id, "day": one.planned.day.isoformat()}
    if one.left is not None:
        assert one.planned is not None  # noqa: S101  (what is left is of a session)
        payload["left"] = [at.isoformat() for at in one.left]
        await _set_times(session, one, site, one.left, now)
    elif one.attendance is not None:
        # Not under the name `attendance`: this fact moves no hours, the finish before it did.
        payload["stopped"] = one.attendance.id
        at = min(now, attendances.planned_end(one.attendance, one.planned))
        await attendances.finish(
            session, one.case, one.attendance, at=at, actor_id=by.id, photo_wanted=False, now=now
        )
    elif one.planned is not None:
        if not one.missed:
            cancel(one.planned)
        one.planned.outcome = Outcome.SITE_CLOSED
        await session.flush()
    await _record(session, one.case, EventKind.SITE_CLOSED, payload, by, now)


async def _set_times(session: AsyncSession, one: Touched, site: Site, times: Stretch, now: datetime) -> None:
    """A session has other times; the clock follows them, and a reminder on its way is stopped."""
    planned = one.planned
    assert planned is not None  # noqa: S101
    planned.starts_at, planned.ends_at = times
    planned.revision += 1
    if one.attendance is not None:
        one.attendance.look_at = attendances.next_look(one.attendance, planned, now)
    else:
        office = await queries.office_of(session, site.office_id)
        planned.look_at = first_look(Slot(planned.id, *times), site.zone, office, now)
    await session.flush()


async def _lengthened(
    session: AsyncSession, one: Touched, site: Site, before: Sequence[str], now: datetime
) -> bool:
    """Whether a session has its times again: not where it is over, or has found another day."""
    assert one.planned is not None  # noqa: S101
    working = one.attendance is not None and one.attendance.state is AttendanceState.OPEN
    if not working and one.planned.state is not SessionState.PLANNED:
        return False
    starts_at, ends_at = map(datetime.fromisoformat, before)
    await _set_times(session, one, site, (starts_at, ends_at), now)
    return True


async def _restored(
    session: AsyncSession,
    one: Touched,
    site: Site,
    before: Mapping[int, Outcome],
    by: Person,
    now: datetime,
) -> bool:
    if one.attendance is not None:
        waits = one.attendance.state is AttendanceState.WAITING
        if waits:
            await attendances.undo_finish(
                session, one.case, one.attendance, one.planned, actor_id=by.id, now=now
            )
        return waits
    planned = one.planned
    if planned is None or planned.outcome is not Outcome.SITE_CLOSED:
        return False
    if await moves.last_move(session, one.case, planned) is not None:
        return False  # its hours have another day by now
    if one.missed:
        planned.outcome = before.get(planned.id)
        return True
    if planned.state is not SessionState.CANCELLED:
        return False
    office = await queries.office_of(session, site.office_id)
    planned.state, planned.outcome = SessionState.PLANNED, before.get(planned.id)
    planned.revision += 1
    slot = Slot(planned.id, planned.starts_at, planned.ends_at)
    planned.look_at = first_look(slot, site.zone, office, now)
    return True


async def _closing_fact(
    session: AsyncSession, site: Site, day: date, hours: Span
) -> tuple[datetime, dict[str, Any]] | None:
    """When these hours of a day were closed last, and what that stopped."""
    query = (
        select(Event)
        .where(Event.office_id == site.office_id, Event.stream == site_stream(site))
        .where(Event.kind == SITE_CLOSED)
        .order_by(col(Event.seq).desc())
    )
    for event in (await session.exec(query)).all():
        data = json.loads(event.payload or "{}")
        if (data.get("day"), data.get("hours", _hours(WHOLE_DAY))) == (day.isoformat(), _hours(hours)):
            return event.happened_at, data
    return None


def _hours(hours: Span) -> list[str]:
    return [at.isoformat(timespec="minutes") for at in hours]


def site_stream(site: Site) -> str:
    return f"site:{site.id}"


async def _record(
    session: AsyncSession, case: Case, kind: EventKind, payload: Mapping[str, Any], by: Person, now: datetime
) -> None:
    await record(session, case, kind, actor_id=by.id, payload=payload, happened_at=now, now=now)


async def _note(
    session: AsyncSession, site: Site, kind: str, payload: Mapping[str, Any], by: Person, now: datetime
) -> None:
    await append(
        session,
        office_id=site.office_id,
        stream=site_stream(site),
        kind=kind,
        actor_id=by.id,
        payload=payload,
        happened_at=now,
        now=now,
    )
