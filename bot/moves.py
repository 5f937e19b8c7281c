"""Moves one planned session to another day (*ganti jadwal*), and says which days are free for it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel import col, or_, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import CaseState, local_day
from bot.domain.checkins import SessionState, Slot
from bot.domain.closures import Stretch
from bot.domain.hours import EventKind
from bot.domain.messages import Refused, When
from bot.domain.moves import AHEAD, Around, Movable, free_days, is_free, stretch_on
from bot.domain.plans import Allowed, Weekly
from bot.orders import circumstances
from bot.planning import HOLDING, cancel, replan
from bot.reminding import first_look, habits_for
from bot.storage import queries
from bot.storage.events import case_stream, record
from bot.storage.models import Case, Event, Person, Site, WorkSession


async def coming(
    session: AsyncSession, client: Person, now: datetime, limit: int
) -> Sequence[tuple[WorkSession, Site]]:
    """The next sessions of a client that have not begun, in his active cases."""
    query = (
        select(WorkSession, Site)
        .join(Site, col(Site.id) == col(WorkSession.site_id))
        .join(Case, col(Case.id) == col(WorkSession.case_id))
        .where(WorkSession.client_id == client.id, WorkSession.office_id == client.office_id)
        .where(Case.state == CaseState.ACTIVE)
        .where(WorkSession.state == SessionState.PLANNED, WorkSession.starts_at > now)
        .order_by(col(WorkSession.starts_at), col(WorkSession.id))
        .limit(limit)
    )
    return (await session.exec(query)).all()


async def offered(
    session: AsyncSession, case: Case, planned: WorkSession, site: Site, *, now: datetime
) -> tuple[date, ...]:
    """The days to which a session may move, as things stand."""
    known = await _known(session, case, planned, site, now)
    if known is None:
        return ()
    today = local_day(now, site.zone)
    return free_days(movable(planned, site), known.weekly, known.allowed, known.around, today=today)


async def move(
    session: AsyncSession, case: Case, planned: WorkSession, day: date, *, by: Person, now: datetime
) -> WorkSession:
    """Write the session on its new day and leave the old one empty; the planner touches neither.

    Raises Refused where the day is not free, or no longer.
    """
    # Locked after the case, as everywhere, so that two moves do not take the site's last place.
    site = await queries.locked_site(session, planned.site_id)
    known, wanted = await _known(session, case, planned, site, now), movable(planned, site)
    in_time = local_day(now, site.zone) < day <= wanted.day + AHEAD
    if known is None or not in_time:
        raise Refused("move-day-taken")
    if not is_free(day, wanted, known.weekly, known.allowed, known.around):
        raise Refused("move-day-taken")
    moved = await _written(session, planned, day, stretch_on(day, wanted, site.zone))
    habits = await habits_for(session, await queries.office_of(session, case.office_id), case.client_id)
    slot = Slot(0, moved.starts_at, moved.ends_at)
    moved.look_at = first_look(slot, site.zone, habits, now)
    if planned.state is not SessionState.MISSED:
        cancel(planned)
    planned.agreed = True
    await session.flush()
    payload = {
        "session": planned.id,
        "day": planned.day.isoformat(),
        "to": moved.id,
        "start": moved.starts_at.isoformat(),
    }
    await record(
        session, case, EventKind.SESSION_MOVED, actor_id=by.id, payload=payload, happened_at=now, now=now
    )
    await replan(session, case, now=now)
    return moved


def movable(planned: WorkSession, site: Site) -> Movable:
    """A session as the rules for moving see it, in its site's time."""
    zone = ZoneInfo(site.zone)
    return Movable(
        day=planned.day,
        starts=planned.starts_at.astimezone(zone).time(),
        ends=planned.ends_at.astimezone(zone).time(),
        minutes=planned.counted,
    )


@dataclass(frozen=True, slots=True)
class Moved:
    """Who moved a session, and when it is now."""

    by: str
    at: When


async def last_move(session: AsyncSession, case: Case, planned: WorkSession) -> Moved | None:
    """Who moved a session away, and to when; None where nobody did."""
    query = (
        select(Event)
        .where(Event.office_id == case.office_id, Event.stream == case_stream(case.id))
        .where(Event.kind == EventKind.SESSION_MOVED.value)
        .order_by(col(Event.seq).desc())
    )
    site = await queries.site_of(session, case.office_id, planned.site_id)
    for event in (await session.exec(query)).all():
        data = json.loads(event.payload or "{}")
        if data.get("session") == planned.id:
            actor = await session.get(Person, event.actor_id) if event.actor_id else None
            at = When(datetime.fromisoformat(data["start"]), site.zone)
            return Moved(actor.shown if actor else "–", at)
    return None


@dataclass(frozen=True, slots=True)
class _Known:
    weekly: Weekly
    allowed: Allowed
    around: Around


async def _known(
    session: AsyncSession, case: Case, planned: WorkSession, site: Site, now: datetime
) -> _Known | None:
    """What a move depends on; None where the case or its placement no longer stands."""
    if case.state is not CaseState.ACTIVE:
        return None
    known = (await circumstances(session, case.office_id, [case], now))[case.id]
    weekly = next((one for one in known.weeks if one.placement == planned.placement_id), None)
    if weekly is None:
        return None
    around = await _around(session, planned, site, known.daily_minutes)
    return _Known(weekly, known.allowed, around)


async def _around(session: AsyncSession, planned: WorkSession, site: Site, daily_minutes: int) -> Around:
    """What else the client, and the site, have in the weeks to which the session could move. A day that
    people took out of the plan with a reason (an excuse, a closed site) is not offered again."""
    held: set[date] = set()
    used: dict[date, int] = defaultdict(int)
    own: list[Stretch] = []
    others: list[Stretch] = []
    for row in await _near(session, planned):
        holding = row.state in HOLDING
        if row.placement_id == planned.placement_id and (holding or row.outcome is not None):
            held.add(row.day)
        if not holding:
            continue
        if row.case_id == planned.case_id:
            used[row.day] += row.counted
        if row.client_id == planned.client_id:
            own.append((row.starts_at, row.ends_at))
        else:
            others.append((row.starts_at, row.ends_at))
    return Around(
        daily_minutes=daily_minutes,
        held=held,
        used=used,
        own=tuple(own),
        others=tuple(others),
        capacity=site.capacity,
    )


async def _near(session: AsyncSession, planned: WorkSession) -> Sequence[WorkSession]:
    """Other sessions of the client or the site, from now to the last day of a move."""
    query = (
        select(WorkSession)
        .where(WorkSession.office_id == planned.office_id, WorkSession.id != planned.id)
        .where(or_(WorkSession.client_id == planned.client_id, WorkSession.site_id == planned.site_id))
        .where(WorkSession.day <= planned.day + AHEAD + timedelta(days=1))
        .where(WorkSession.day >= planned.day - 4 * AHEAD)
    )
    return (await session.exec(query)).all()


async def _written(session: AsyncSession, planned: WorkSession, day: date, stretch: Stretch) -> WorkSession:
    """The session on its new day: a row of its own, or the dropped one that lies there already, because a
    placement has one row a day."""
    query = select(WorkSession).where(
        WorkSession.placement_id == planned.placement_id, WorkSession.day == day
    )
    row = (await session.exec(query)).first() or WorkSession(
        office_id=planned.office_id,
        case_id=planned.case_id,
        client_id=planned.client_id,
        site_id=planned.site_id,
        placement_id=planned.placement_id,
        day=day,
        starts_at=stretch[0],
        ends_at=stretch[1],
    )
    row.starts_at, row.ends_at, row.site_id = *stretch, planned.site_id
    row.activity, row.break_minutes = planned.activity, planned.break_minutes
    row.break_after, row.break_counted = planned.break_after, planned.break_counted
    row.state, row.agreed, row.answer = SessionState.PLANNED, True, ""
    row.revision += 1
    session.add(row)
    await session.flush()
    return row
