"""Closes a site for a day (*lokasi tutup*), and opens it again while that still helps.

Nobody misses anything: what has not begun is dropped with its reason, what is under way ends now and keeps
its time, what nobody could begin is no miss any more, and the hours find another day.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances, closure_claims, moves
from bot.domain.cases import local_day
from bot.domain.checkins import UNDO, AttendanceState, SessionState, Slot
from bot.domain.closure_claims import ClaimState
from bot.domain.hours import EventKind
from bot.domain.messages import Refused
from bot.domain.outcomes import Outcome, climbs
from bot.planning import cancel, first_look
from bot.storage import queries
from bot.storage.events import append, record
from bot.storage.models import Attendance, Case, Event, Person, Site, SiteClosure, WorkSession
from bot.storage.site_queries import closure_of

AHEAD = timedelta(days=60)
"""How far ahead a day can be closed; longer pauses belong into the site's opening days."""
BACK = timedelta(days=14)
"""How far back: a locked gate is often told only afterwards."""
REASONS = ("reason-flood", "reason-event", "reason-power")
"""The three buttons; anything else is written."""
SITE_CLOSED, SITE_REOPENED = "site_closed", "site_reopened"
"""Facts of the site; each case that it touches has its own."""


@dataclass(frozen=True, slots=True)
class Touched:
    """One client whose day a closure changes: a session that is dropped, or work that ends early."""

    case: Case
    client: Person
    planned: WorkSession | None
    attendance: Attendance | None = None

    @property
    def starts_at(self) -> datetime:
        """When the work began, or should have begun."""
        if self.attendance is not None:
            return self.attendance.started_at
        return self.planned.starts_at if self.planned else datetime.min.replace(tzinfo=UTC)

    @property
    def stands(self) -> bool:
        """Whether it is still to come, still under way, or was missed without an excuse."""
        if self.attendance is not None:
            return self.attendance.state is AttendanceState.OPEN
        if self.planned is None:
            return False
        return self.planned.state is SessionState.PLANNED or (self.missed and climbs(self.planned.outcome))

    @property
    def missed(self) -> bool:
        """Whether the session was over, and missed, before anybody told that the site was closed."""
        return self.planned is not None and self.planned.state is SessionState.MISSED


async def close(
    session: AsyncSession, site: Site, day: date, *, reason: str, by: Person, now: datetime
) -> list[Touched]:
    """Close a site for a day, and say whom it touches, by start. Raises Refused where it is closed already,
    or the day is long past or far ahead."""
    check_day(site, day, now)
    touched = await _locked(session, site, *await _expected(session, site, day))
    await closure_claims.settled(session, site, day, ClaimState.UPHELD, by=by, now=now)
    touched = [one for one in touched if one.stands]
    await queries.locked_site(session, site.id)
    if await closure_of(session, site, day) is not None:
        raise Refused("shut-already", site=site.name)
    session.add(
        SiteClosure(office_id=site.office_id, site_id=site.id, day=day, reason=reason, closed_by=by.id)
    )
    sessions = [one.planned for one in touched if one.planned and one.attendance is None]
    payload = {
        "day": day.isoformat(),
        "words": reason,
        "sessions": [planned.id for planned in sessions],
        "outcomes": {planned.id: planned.outcome for planned in sessions if planned.outcome},
        "attendances": [one.attendance.id for one in touched if one.attendance],
    }
    for one in touched:
        await _stop(session, one, site, reason, by, now)
    await _note(session, site, SITE_CLOSED, payload, by, now)
    return touched


async def reopen(session: AsyncSession, site: Site, day: date, *, by: Person, now: datetime) -> list[Touched]:
    """Take a closure back within ten minutes: everything is as it was, but for what people have decided
    since. Raises Refused later, or where it was taken back before."""
    known = await _closing_fact(session, site, day)
    if known is None or now - known[0] > UNDO:
        raise Refused("shut-undo-too-late")
    stopped = await _locked(session, site, known[1]["sessions"], known[1]["attendances"])
    await queries.locked_site(session, site.id)
    closure = await closure_of(session, site, day)
    if closure is None:
        raise Refused("shut-already-open", site=site.name)
    await session.delete(closure)
    before = {int(session_id): Outcome(word) for session_id, word in known[1].get("outcomes", {}).items()}
    touched = [one for one in stopped if await _restored(session, one, site, before, by, now)]
    for one in touched:
        payload = {"day": day.isoformat(), "site": site.id}
        await _record(session, one.case, EventKind.SITE_REOPENED, payload, by, now)
    await _note(session, site, SITE_REOPENED, {"day": day.isoformat()}, by, now)
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
    if one.attendance is not None:
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


async def _expected(session: AsyncSession, site: Site, day: date) -> tuple[Sequence[int], Sequence[int]]:
    """The sessions of a day that nobody has begun or did begin, and the work under way."""
    planned = select(WorkSession.id).where(
        WorkSession.site_id == site.id,
        WorkSession.day == day,
        col(WorkSession.state).in_([SessionState.PLANNED, SessionState.MISSED]),
    )
    working = select(Attendance.id).where(
        Attendance.site_id == site.id, Attendance.day == day, Attendance.state == AttendanceState.OPEN
    )
    return (await session.exec(planned)).all(), (await session.exec(working)).all()


async def _locked(
    session: AsyncSession, site: Site, sessions: Collection[int], works: Collection[int]
) -> list[Touched]:
    """These sessions and attendances, read anew after their cases were locked in the order of their ids."""
    planned = select(WorkSession).where(col(WorkSession.id).in_(sessions))
    worked = select(Attendance).where(col(Attendance.id).in_(works))
    rows: list[WorkSession | Attendance] = [
        *(await session.exec(planned.where(WorkSession.office_id == site.office_id))).all(),
        *(await session.exec(worked.where(Attendance.office_id == site.office_id))).all(),
    ]
    cases: dict[int, Case] = {}
    for case_id in sorted({row.case_id for row in rows}):
        case = await queries.locked_case(session, site.office_id, case_id)
        assert case is not None  # noqa: S101  (a foreign key)
        cases[case_id] = case
    touched = []
    for row in rows:
        await session.refresh(row)
        client = await session.get_one(Person, row.client_id)
        if isinstance(row, WorkSession):
            touched.append(Touched(cases[row.case_id], client, row))
        else:
            planned_for = await queries.session_by_id(session, site.office_id, row.session_id)
            touched.append(Touched(cases[row.case_id], client, planned_for, row))
    return sorted(touched, key=lambda one: (one.starts_at, one.case.id))


async def _closing_fact(
    session: AsyncSession, site: Site, day: date
) -> tuple[datetime, dict[str, Any]] | None:
    """When a day was closed last, and what that stopped."""
    query = (
        select(Event)
        .where(Event.office_id == site.office_id, Event.stream == site_stream(site))
        .where(Event.kind == SITE_CLOSED)
        .order_by(col(Event.seq).desc())
    )
    for event in (await session.exec(query)).all():
        data = json.loads(event.payload or "{}")
        if data.get("day") == day.isoformat():
            return event.happened_at, data
    return None


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
