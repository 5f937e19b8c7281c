"""Closes a site for a day or some hours of it (*lokasi tutup*).

Nobody misses anything: what has not begun is dropped with its reason, or goes on in what the closed hours
leave of it; what is under way ends now, or when they begin, and keeps its time; what nobody could begin is no
miss any more; and the hours find another day.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances, closure_claims
from bot.closed_sessions import Touched, expected, locked, touched_by, within
from bot.domain.cases import local_day
from bot.domain.checkins import Slot
from bot.domain.closure_claims import ClaimState
from bot.domain.closures import Stretch, covered, meet, stretch_of
from bot.domain.hours import EventKind
from bot.domain.messages import Refused
from bot.domain.outcomes import Outcome
from bot.domain.spans import WHOLE_DAY, Span
from bot.planning import cancel
from bot.reminding import first_look, habits_for
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


class ClosedAlready(Refused):
    """A site is closed in all of these hours already, by these closures: nothing is closed twice."""

    def __init__(self, site: Site, by: Sequence[SiteClosure]) -> None:
        super().__init__("shut-already", site=site.name)
        self.by = by


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
    there = await locked(session, site, *await expected(session, site, day))
    await queries.locked_site(session, site.id)
    await check_open(session, site, day, hours)
    known = [one.hours for one in await closures_of(session, site, day)]
    earlier = await _times_before(session, site, day, known)
    touched = list(touched_by(there, site, day, hours, known, now))
    not_missed = [one for one in within(there, site, day, hours) if not one.missed]
    about = {one.planned.id for one in (*touched, *not_missed) if one.planned}
    right = await closure_claims.settled(session, site, day, ClaimState.UPHELD, about=about, by=by, now=now)
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
        "hours": in_words(hours),
        "words": reason,
        "sessions": [planned.id for planned in sessions],
        "outcomes": {planned.id: planned.outcome for planned in sessions if planned.outcome},
        "attendances": [one.attendance.id for one in touched if one.attendance],
        "claims": [one.id for one, _, _ in right],
        "before": {
            one.planned.id: earlier.get(one.planned.id) or [at.isoformat() for at in one.hours]
            for one in touched
            if one.planned and one.hours
        },
    }
    for one in touched:
        await _stop(session, one, site, reason, by, now)
    await note_of_site(session, site, SITE_CLOSED, payload, by, now)
    return touched


async def check_open(session: AsyncSession, site: Site, day: date, hours: Span) -> None:
    """Raises ClosedAlready where nothing of these hours is left to close."""
    known = await closures_of(session, site, day)
    if covered(hours, [one.hours for one in known]):
        closed = stretch_of(day, hours, site.zone)
        raise ClosedAlready(
            site, [one for one in known if meet(stretch_of(day, one.hours, site.zone), closed)]
        )


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
        await set_times(session, one, site, one.left, now)
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
    await note_in_case(session, one.case, EventKind.SITE_CLOSED, payload, by, now)


async def set_times(session: AsyncSession, one: Touched, site: Site, times: Stretch, now: datetime) -> None:
    """A session has other times; the clock follows them, and a reminder on its way is stopped."""
    planned = one.planned
    assert planned is not None  # noqa: S101
    planned.starts_at, planned.ends_at = times
    planned.revision += 1
    if one.attendance is not None:
        one.attendance.look_at = attendances.next_look(one.attendance, planned, now)
    else:
        office = await queries.office_of(session, site.office_id)
        habits = await habits_for(session, office, planned.client_id)
        planned.look_at = first_look(Slot(planned.id, *times), site.zone, habits, now)
    await session.flush()


async def _times_before(
    session: AsyncSession, site: Site, day: date, known: Sequence[Span]
) -> dict[int, list[str]]:
    """The times that sessions had before any of the closures that stand: they are what a closure that is
    taken back gives back, whichever is the first."""
    found: dict[int, list[str]] = {}
    for hours in known:
        fact = await closing_fact(session, site, day, hours)
        for session_id, times in (fact[1].get("before", {}) if fact else {}).items():
            found[int(session_id)] = times
    return found


async def closing_fact(
    session: AsyncSession, site: Site, day: date, hours: Span
) -> tuple[datetime, dict[str, Any]] | None:
    """When these hours of a day were closed last, and what that stopped; with what others had stopped that
    were taken back since, and left to this one (`left`)."""
    query = (
        select(Event)
        .where(Event.office_id == site.office_id, Event.stream == site_stream(site))
        .where(col(Event.kind).in_((SITE_CLOSED, SITE_REOPENED)))
        .order_by(col(Event.seq).desc())
    )
    left: list[dict[str, Any]] = []
    for event in (await session.exec(query)).all():
        data = json.loads(event.payload or "{}")
        if data.get("day") != day.isoformat():
            continue
        if event.kind == SITE_REOPENED:
            left += [data["left"]] if "left" in data else []
        elif data.get("hours", in_words(WHOLE_DAY)) == in_words(hours):
            return event.happened_at, together([data, *left])
    return None


def together(facts: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """What several closings stopped; of what sessions were before, the word of the earliest."""
    stopped, before = ("sessions", "attendances", "claims"), ("outcomes", "before")
    return {
        **{name: sorted({number for one in facts for number in one.get(name, [])}) for name in stopped},
        **{
            name: {number: was for one in facts for number, was in one.get(name, {}).items()}
            for name in before
        },
    }


def in_words(hours: Span) -> list[str]:
    return [at.isoformat(timespec="minutes") for at in hours]


def site_stream(site: Site) -> str:
    return f"site:{site.id}"


async def note_in_case(
    session: AsyncSession, case: Case, kind: EventKind, payload: Mapping[str, Any], by: Person, now: datetime
) -> None:
    await record(session, case, kind, actor_id=by.id, payload=payload, happened_at=now, now=now)


async def note_of_site(
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
