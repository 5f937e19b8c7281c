"""What whoever returns from leave reads: what was done in his place, and what is still open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import leaves
from bot.domain.cases import instant, local_day
from bot.domain.checkins import AttendanceState
from bot.domain.findings import Group, findings
from bot.domain.hours import EventKind
from bot.domain.messages import Ask, Line, Notice, Words
from bot.domain.people import Role
from bot.domain.weeks import Period
from bot.reports.summary import exceptions
from bot.reports.weekly import gather
from bot.storage import queries
from bot.storage.events import case_stream
from bot.storage.leaves import Leave
from bot.storage.models import Attendance, Case, Event, Person
from bot.storage.selves import selves_of

TOLD = (
    EventKind.HOURS_ADJUSTED,
    EventKind.HOURS_CONFIRMED,
    EventKind.OUTSIDE_PLAN_ACCEPTED,
    EventKind.OUTSIDE_PLAN_DECLINED,
    EventKind.OUTCOME_SET,
    EventKind.EXCUSE_TAKEN_BACK,
    EventKind.PLACED,
    EventKind.SESSION_MOVED,
    EventKind.SITE_CLOSED,
    EventKind.SITE_REOPENED,
    EventKind.CONTEST_UPHELD,
    EventKind.CONTEST_DISMISSED,
    EventKind.CASE_STATE_CHANGED,
    EventKind.CLOSING_CHOSEN,
)
"""Deeds of a stand-in that are told, in this order."""
LOOK_BACK = timedelta(days=6)
"""What is still open is what `/perlu` would list."""


async def hand_back(session: AsyncSession, leave: Leave, now: datetime) -> list[Notice]:
    """The summary for whoever returns, and a word of thanks to the stand-in."""
    if leave.stand_in_id is None:
        return []
    person = await session.get_one(Person, leave.person_id)
    stand_in = await session.get_one(Person, leave.stand_in_id)
    office = await queries.office_of(session, leave.office_id)
    params = leaves.span(leave.first, leave.last, office.zone) | {"officer": stand_in.shown}
    officer = person.role is Role.OFFICER
    lines = await (_of_officer if officer else _of_supervisor)(session, leave, person, now)
    ask = Ask.OFFICER if officer else Ask.SUPERVISOR
    return [
        Notice(to=person.id, key="handback", params=params, lines=tuple(lines), ask=ask),
        Notice(to=stand_in.id, key="handback-thanks", params={"name": person.shown}, ask=ask),
    ]


async def _of_officer(session: AsyncSession, leave: Leave, person: Person, now: datetime) -> list[Line]:
    office = await queries.office_of(session, leave.office_id)
    today = local_day(now, office.zone)
    lines = list(_deeds(await _done(session, leave, instant(leave.first, time(0), office.zone))))
    week = await gather(session, office, person, Period(today - LOOK_BACK, today), now)
    found = [one for one in findings(week) if one.group is not Group.FINE]
    still = [Line("handback-open"), *exceptions(found)] if found else [Line("handback-nothing-open")]
    return [Line("handback-done"), *lines, *still] if lines else [Line("handback-nothing-done"), *still]


async def _done(session: AsyncSession, leave: Leave, since: datetime) -> Sequence[tuple[str, str, bool, str]]:
    """Code, name, child and kind of what the stand-in did in the cases of whoever was away."""
    cases = select(Case, Person).join(Person, col(Person.id) == col(Case.client_id))
    cases = cases.where(Case.office_id == leave.office_id, Case.officer_id == leave.person_id)
    clients = {case_stream(case.id): client for case, client in (await session.exec(cases)).all()}
    instead = (await session.exec(selves_of(leave.stand_in_id or 0))).all()
    query = (
        select(Event)
        .where(Event.office_id == leave.office_id, col(Event.actor_id).in_(instead))
        .where(Event.recorded_at >= since, col(Event.kind).in_([kind.value for kind in TOLD]))
        .order_by(col(Event.id))
    )
    found = [event for event in (await session.exec(query)).all() if event.stream in clients]
    return [
        (clients[one.stream].code, clients[one.stream].name, clients[one.stream].child, one.kind)
        for one in found
    ]


def _deeds(done: Sequence[tuple[str, str, bool, str]]) -> Iterator[Line]:
    """A line for each client, with what was done for him; a child is a code."""
    names = {code: code if child else name for code, name, child, _ in done}
    for code in sorted(names):
        kinds = {kind for other, _, _, kind in done if other == code}
        keys = tuple(_word(kind) for kind in TOLD if kind.value in kinds)
        yield Line("handback-deed", {"name": names[code], "what": Words(keys)})


def _word(kind: EventKind) -> str:
    return f"handback-{kind.value.replace('_', '-')}"


async def _of_supervisor(session: AsyncSession, leave: Leave, person: Person, now: datetime) -> list[Line]:
    """How much was confirmed in his place, and how much waits for him now."""
    sites = [one.id for one in await leaves.sites_of(session, person, leave.first, leave.last)]
    covered = [one for one in sites if leave.covers(one)]
    counts = select(Attendance.state, Attendance.decided_by, func.count()).where(
        Attendance.office_id == leave.office_id,
        col(Attendance.site_id).in_(covered),
        Attendance.day >= leave.first,
        Attendance.day <= leave.last,
    )
    rows = (await session.exec(counts.group_by(col(Attendance.state), col(Attendance.decided_by)))).all()
    instead = (await session.exec(selves_of(leave.stand_in_id or 0))).all()
    his = [(state, count) for state, by, count in rows if by in instead]
    confirmed = sum(count for state, count in his if state is AttendanceState.CONFIRMED)
    rejected = sum(count for state, count in his if state is AttendanceState.REJECTED)
    undecided = (AttendanceState.OPEN, AttendanceState.WAITING)
    waiting = sum(count for state, _, count in rows if state in undecided)
    done = Line("handback-confirmed", {"confirmed": confirmed, "rejected": rejected})
    return [done, Line("handback-waiting", {"count": waiting}) if waiting else Line("handback-none-waiting")]
