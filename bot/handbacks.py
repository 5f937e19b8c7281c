"""What whoever returns from leave reads: what was done in his place, and what is still open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from sqlalchemy import ColumnElement, and_, or_
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import leaves
from bot.domain.cases import instant, local_day
from bot.domain.checkins import AttendanceState
from bot.domain.finding import Group
from bot.domain.findings import findings
from bot.domain.hours import EventKind
from bot.domain.messages import Ask, Line, Notice, Param, Words
from bot.domain.people import Role
from bot.domain.weeks import Period
from bot.reports.summary import exceptions
from bot.reports.weekly import gather
from bot.storage import queries
from bot.storage.events import case_stream
from bot.storage.leaves import Leave, untold
from bot.storage.models import Attendance, Case, Event, Office, Person
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
    EventKind.MOVE_DECLINED,
    EventKind.SITE_CLOSED,
    EventKind.SITE_REOPENED,
    EventKind.CONTEST_UPHELD,
    EventKind.CONTEST_DISMISSED,
    EventKind.CONTEST_SETTLED,
    EventKind.PLACEMENT_STOPPED,
    EventKind.PLACEMENT_RESUMED,
    EventKind.HELP_CLOSED,
    EventKind.CASE_STATE_CHANGED,
    EventKind.CLOSING_CHOSEN,
)
"""Deeds of a stand-in that are told, in this order."""
LOOK_BACK = timedelta(days=6)
"""What is still open is what `/perlu` would list."""


@dataclass(frozen=True, slots=True)
class Stint:
    """The days on which one colleague stood in: he may have stopped before the leave was over."""

    leave: Leave
    stand_in: Person
    first: date
    last: date


async def hand_back(session: AsyncSession, leave: Leave, now: datetime) -> list[Notice]:
    """The summary for whoever returns, of everybody who stood in for him meanwhile, each of them told once;
    and a word of thanks to who did so to the end."""
    person = await session.get_one(Person, leave.person_id)
    office = await queries.office_of(session, leave.office_id)
    stints = await _stints(session, leave, person, office.zone, now)
    if not stints:
        return []
    officer = person.role is Role.OFFICER
    lines = await (_of_officer if officer else _of_supervisor)(session, stints, person, office, now)
    names = ", ".join(dict.fromkeys(one.stand_in.shown for one in stints))
    first, last = min(one.first for one in stints), max(one.last for one in stints)
    params = leaves.span(first, last, office.zone) | {"officer": names}
    ask = Ask.OFFICER if officer else Ask.SUPERVISOR
    stayed = [one for one in stints if one.leave.ended_at in (None, now)]
    for one in stints:
        await leaves.run_out(session, one.leave, now)
    return [
        Notice(to=person.id, key="handback", params=params, lines=tuple(lines), ask=ask),
        *(
            Notice(to=one.stand_in.id, key="handback-thanks", params={"name": person.shown}, ask=ask)
            for one in stayed
        ),
    ]


async def _stints(
    session: AsyncSession, leave: Leave, person: Person, zone: str, now: datetime
) -> list[Stint]:
    """This leave, and those of the same person that he has not read of yet, the earliest first."""
    found = {one.id: one for one in (*await untold(session, person, local_day(now, zone)), leave)}
    return [
        Stint(
            one,
            await session.get_one(Person, one.stand_in_id),
            one.first,
            min(one.last, local_day(one.ended_at or now, zone)),
        )
        for one in sorted(found.values(), key=lambda one: (one.first, one.id))
        if one.stand_in_id is not None
    ]


async def _of_officer(
    session: AsyncSession, stints: Sequence[Stint], person: Person, office: Office, now: datetime
) -> list[Line]:
    lines: list[Line] = []
    for one in stints:
        deeds = list(_deeds(await _done(session, one, office.zone, now)))
        alone = [Line("handback-done")] if deeds else []
        lines += _heading(one, stints, office.zone) or alone
        lines += deeds or [Line("handback-nothing-done")]
    today = local_day(now, office.zone)
    week = await gather(session, office, person, Period(today - LOOK_BACK, today), now)
    found = [one for one in findings(week) if one.group is not Group.FINE]
    still = [Line("handback-open"), *exceptions(found)] if found else [Line("handback-nothing-open")]
    return [*lines, *still]


def _heading(stint: Stint, stints: Sequence[Stint], zone: str) -> list[Line]:
    """Where several stood in one after the other: who, and when."""
    by = leaves.span(stint.first, stint.last, zone) | {"officer": stint.stand_in.shown}
    return [Line("handback-by", by)] if len(stints) > 1 else []


async def _done(
    session: AsyncSession, stint: Stint, zone: str, now: datetime
) -> Sequence[tuple[str, str, bool, str]]:
    """Code, name, child and kind of what the stand-in did in the cases of whoever was away."""
    leave, since = stint.leave, instant(stint.first, time(0), zone)
    cases = select(Case, Person).join(Person, col(Person.id) == col(Case.client_id))
    cases = cases.where(Case.office_id == leave.office_id, Case.officer_id == leave.person_id)
    clients = {case_stream(case.id): client for case, client in (await session.exec(cases)).all()}
    instead = (await session.exec(selves_of(stint.stand_in.id))).all()
    query = (
        select(Event)
        .where(Event.office_id == leave.office_id, col(Event.actor_id).in_(instead))
        .where(Event.recorded_at >= since, Event.recorded_at <= (leave.ended_at or now))
        .where(col(Event.kind).in_([kind.value for kind in TOLD]))
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


async def _of_supervisor(
    session: AsyncSession, stints: Sequence[Stint], person: Person, office: Office, now: datetime
) -> list[Line]:
    """How much was confirmed in his place, and how much waits for him now."""
    lines: list[Line] = []
    places = [await _in_his_place(session, one, person) for one in stints]
    for one, place in zip(stints, places, strict=True):
        instead = (await session.exec(selves_of(one.stand_in.id))).all()
        counts = select(Attendance.state, func.count()).where(place, col(Attendance.decided_by).in_(instead))
        his = dict((await session.exec(counts.group_by(col(Attendance.state)))).all())
        params: dict[str, Param] = {
            "confirmed": his.get(AttendanceState.CONFIRMED, 0),
            "rejected": his.get(AttendanceState.REJECTED, 0),
        }
        lines += [*_heading(one, stints, office.zone), Line("handback-confirmed", params)]
    undecided = col(Attendance.state).in_((AttendanceState.OPEN, AttendanceState.WAITING))
    query = select(func.count()).select_from(Attendance).where(or_(*places), undecided)
    waiting = (await session.exec(query)).one()
    still = Line("handback-waiting", {"count": waiting}) if waiting else Line("handback-none-waiting")
    return [*lines, still]


async def _in_his_place(session: AsyncSession, stint: Stint, person: Person) -> ColumnElement[bool]:
    """The attendances of these days at the sites that the leave covers."""
    sites = await leaves.sites_of(session, person, stint.first, stint.last)
    return and_(
        col(Attendance.office_id) == person.office_id,
        col(Attendance.site_id).in_([one.id for one in sites if stint.leave.covers(one.id)]),
        col(Attendance.day) >= stint.first,
        col(Attendance.day) <= stint.last,
    )
