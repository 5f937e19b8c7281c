"""Hours that nobody has confirmed: after a day their supervisors are asked once more, after three the officer
hears of it. The hours are not lost meanwhile, and the client reads that they wait."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, evaluations, kinship
from bot.domain.calendar import Calendar
from bot.domain.cases import local_day
from bot.domain.chasers import Chaser, chaser_at, still_counts
from bot.domain.checkins import AttendanceState
from bot.domain.messages import Choice, Guide, Line, Notice, Param, When
from bot.domain.offers import FAR_ENOUGH
from bot.orders import calendar_of
from bot.storage.models import Attendance, Case, Person, Site, WorkSession

BATCH = 500
BUTTONS = 3
NAMED = 8
Row = tuple[Attendance, Case, Person, Site]


async def chasers(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """Ask about the attendances whose time has come, at most 500: one message for each site and reader."""
    due = await _due(session, now)
    if not due:
        return None
    due = [row for row in due if _is_asked_about(*row)]
    for_supervisors = [row for row in due if row[0].chased_at is None]
    for_officers = [row for row in due if row[0].chased_at is not None]
    calendars = await _calendars(session, due, now)
    for attendance, _, _, site in due:
        calendar = calendars[site.office_id, site.region]
        again = chaser_at(_since(attendance), Chaser.OFFICER, site.zone, calendar)
        attendance.chase_at = max(again, now) if attendance.chased_at is None else None
        attendance.chased_at = attendance.chased_at or now
    return [*await _supervisors_asked(session, for_supervisors, now), *_officers_told(for_officers)]


def _is_asked_about(attendance: Attendance, case: Case, *_: Person | Site) -> bool:
    """Else its clock stands, until the case is opened again (`attendances.ask_again`)."""
    asked = still_counts(case.state, died=evaluations.ended_by_death(case))
    attendance.chase_at = attendance.chase_at if asked else None
    return asked


async def _calendars(
    session: AsyncSession, due: Iterable[Row], now: datetime
) -> Mapping[tuple[int, str], Calendar]:
    """By office and region the days from the first on since which something of it waits."""
    first: dict[tuple[int, str], date] = {}
    for attendance, _, _, site in due:
        day = local_day(_since(attendance), site.zone)
        of = site.office_id, site.region
        first[of] = min(day, first.get(of, day))
    last = now.date() + FAR_ENOUGH
    return {
        (office, region): await calendar_of(session, office, day, last, region)
        for (office, region), day in first.items()
    }


async def _due(session: AsyncSession, now: datetime) -> Sequence[Row]:
    """What is due and still waits, read after its cases were locked."""
    waits = (col(Attendance.chase_at) <= now, Attendance.state == AttendanceState.WAITING)
    first = select(Attendance.case_id).where(*waits).order_by(col(Attendance.chase_at)).limit(BATCH)
    cases = set((await session.exec(first)).all())
    if not cases:
        return ()
    locked = select(Case.id).where(col(Case.id).in_(cases)).order_by(col(Case.id))
    await session.exec(locked.with_for_update(key_share=True))
    query = (
        select(Attendance, Case, Person, Site)
        .join(Case, col(Case.id) == col(Attendance.case_id))
        .join(Person, col(Person.id) == col(Attendance.client_id))
        .join(Site, col(Site.id) == col(Attendance.site_id))
        .where(*waits, col(Attendance.case_id).in_(cases))
        .order_by(col(Attendance.started_at), col(Attendance.id))
        .limit(BATCH)
    )
    return (await session.exec(query)).all()


async def _supervisors_asked(session: AsyncSession, rows: Iterable[Row], now: datetime) -> list[Notice]:
    """Each supervisor of a site about those whom he may confirm."""
    theirs: dict[tuple[int, int], list[Row]] = defaultdict(list)
    people: dict[int, Person] = {}
    rows = list(rows)
    planned = await _sessions(session, rows)
    for row in rows:
        attendance, _, _, site = row
        for one in await kinship.deciders(session, site, attendance.day, attendance.client_id, now):
            people[one.id] = one
            theirs[one.id, site.id].append(row)
    return [
        Notice(
            to=reader,
            key="chase-supervisor",
            params=cards.greeting(people[reader]) | _params(waiting),
            lines=_lines(waiting),
            choices=(*_all_done(waiting, planned), *_names(waiting))[:BUTTONS],
            once=f"chase:{reader}:{waiting[0][0].id}",
        )
        for (reader, _), waiting in theirs.items()
    ]


async def _sessions(session: AsyncSession, rows: Iterable[Row]) -> dict[int, WorkSession]:
    """What was planned, by attendance; nothing of work outside the plan."""
    query = (
        select(col(Attendance.id), WorkSession)
        .join(WorkSession, col(WorkSession.id) == col(Attendance.session_id))
        .where(col(Attendance.id).in_([attendance.id for attendance, *_ in rows]))
    )
    return {attendance_id: planned for attendance_id, planned in (await session.exec(query)).all()}


def _all_done(waiting: Sequence[Row], planned: Mapping[int, WorkSession]) -> list[Choice]:
    """*Selesai semua* where several of one hour wait; of several hours each list has its own."""
    begun = defaultdict(list)
    for attendance, *_ in waiting:
        if attendance.id in planned:
            begun[planned[attendance.id].starts_at].append(planned[attendance.id])
    groups = [some[0] for some in begun.values() if len(some) > 1]
    if len(groups) > 1:
        return [Choice("day-list", "choice-day-list")]
    return [Choice(f"all-done:{one.id}", "choice-all-done") for one in groups]


def _names(waiting: Sequence[Row]) -> list[Choice]:
    return [
        Choice(f"card:{attendance.id}", "choice-name", {"name": client.shown})
        for attendance, _, client, _ in waiting
    ]


def _officers_told(rows: Iterable[Row]) -> list[Notice]:
    theirs: dict[tuple[int, int], list[Row]] = defaultdict(list)
    for row in rows:
        _, case, _, site = row
        theirs[case.guide_id, site.id].append(row)
    return [
        Notice(
            to=Guide(officer),
            key="chase-officer",
            params=_params(waiting),
            lines=_lines(waiting),
            choices=_clients(waiting),
            once=f"chase-officer:{officer}:{waiting[0][0].id}",
        )
        for (officer, _), waiting in theirs.items()
    ]


def _clients(waiting: Sequence[Row]) -> tuple[Choice, ...]:
    names = {case.id: client.shown for _, case, client, _ in waiting}
    return tuple(
        Choice(f"client:{case_id}", "choice-name", {"name": name})
        for case_id, name in list(names.items())[:BUTTONS]
    )


def _params(waiting: Sequence[Row]) -> dict[str, Param]:
    attendance, _, _, site = waiting[0]
    return {"count": len(waiting), "site": site.name, "since": When(_since(attendance), site.zone)}


def _lines(waiting: Sequence[Row]) -> tuple[Line, ...]:
    named = [
        Line("chase-line", {"name": client.shown, "day": When(attendance.started_at, site.zone)})
        for attendance, _, client, site in waiting[:NAMED]
    ]
    more = len(waiting) - NAMED
    return (*named, *((Line("chase-more", {"count": more}),) if more > 0 else ()))


def _since(attendance: Attendance) -> datetime:
    return attendance.finished_at or attendance.started_at
