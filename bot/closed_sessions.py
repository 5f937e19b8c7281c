"""Whom the closing of a site touches: who is expected there, at work there, or was missed, with what is left
of his session."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.checkins import AttendanceState, SessionState
from bot.domain.closures import Stretch, left_of, meet, stretch_of, until_closed
from bot.domain.outcomes import climbs
from bot.domain.spans import WHOLE_DAY, Span
from bot.storage import queries
from bot.storage.closure_claims import open_claims
from bot.storage.models import Attendance, Case, Person, Site, SiteClosure, WorkSession
from bot.storage.site_queries import closures_of


@dataclass(frozen=True, slots=True)
class Touched:
    """One client whose day a closure changes: a session that is dropped, or work that ends early."""

    case: Case
    client: Person
    planned: WorkSession | None
    attendance: Attendance | None = None
    left: Stretch | None = None
    """What the closed hours leave of it; None: nothing."""
    claimed: bool = False
    """Whether he had said himself that it was closed, and that waits for a person again."""

    @property
    def starts_at(self) -> datetime:
        """When the work began, or should have begun."""
        if self.attendance is not None:
            return self.attendance.started_at
        return self.planned.starts_at if self.planned else datetime.min.replace(tzinfo=UTC)

    @property
    def hours(self) -> Stretch | None:
        """When the session is, as it is planned."""
        return (self.planned.starts_at, self.planned.ends_at) if self.planned else None

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


async def expected(session: AsyncSession, site: Site, day: date) -> tuple[Collection[int], Collection[int]]:
    """The sessions of a day that nobody has begun or did begin, or that somebody found closed, and the work
    under way."""
    planned = select(WorkSession.id).where(
        WorkSession.site_id == site.id,
        WorkSession.day == day,
        col(WorkSession.state).in_([SessionState.PLANNED, SessionState.MISSED]),
    )
    working = select(Attendance.id).where(
        Attendance.site_id == site.id, Attendance.day == day, Attendance.state == AttendanceState.OPEN
    )
    claimed = (one.session_id for one in await open_claims(session, site, day))
    return {*(await session.exec(planned)).all(), *claimed}, (await session.exec(working)).all()


async def locked(
    session: AsyncSession, site: Site, sessions: Collection[int], works: Collection[int]
) -> list[Touched]:
    """These sessions and attendances, read anew after their cases were locked in the order of their ids."""
    for case_id in sorted({row.case_id for row in await _rows(session, site, sessions, works)}):
        await queries.locked_case(session, site.office_id, case_id)
    return await people(session, site, sessions, works)


async def people(
    session: AsyncSession, site: Site, sessions: Collection[int], works: Collection[int]
) -> list[Touched]:
    """Whose sessions and attendances these are, as they stand now, by start."""
    touched = []
    for row in await _rows(session, site, sessions, works):
        case, client = await session.get_one(Case, row.case_id), await session.get_one(Person, row.client_id)
        if isinstance(row, WorkSession):
            begun = await _work_under_way(session, row)
            if begun is None or begun.id not in works:
                touched.append(Touched(case, client, row, begun))
        else:
            planned_for = await queries.session_by_id(session, site.office_id, row.session_id)
            touched.append(Touched(case, client, planned_for, row))
    return sorted(touched, key=lambda one: (one.starts_at, one.case.id))


async def _rows(
    session: AsyncSession, site: Site, sessions: Collection[int], works: Collection[int]
) -> list[WorkSession | Attendance]:
    planned = select(WorkSession).where(
        col(WorkSession.id).in_(sessions), WorkSession.office_id == site.office_id
    )
    worked = select(Attendance).where(col(Attendance.id).in_(works), Attendance.office_id == site.office_id)
    return [
        *(await session.exec(planned.execution_options(populate_existing=True))).all(),
        *(await session.exec(worked.execution_options(populate_existing=True))).all(),
    ]


async def _work_under_way(session: AsyncSession, planned: WorkSession) -> Attendance | None:
    """Of a session that was begun since it was read."""
    if planned.state is not SessionState.STARTED:
        return None
    begun = await queries.attendance_for(session, planned)
    return begun if begun and begun.state is AttendanceState.OPEN else None


def within(people: Sequence[Touched], site: Site, day: date, hours: Span) -> Sequence[Touched]:
    """Those whose session lies in these hours at least in part; all of them, where it is the whole day."""
    if hours == WHOLE_DAY:
        return people
    closed = stretch_of(day, hours, site.zone)
    return [one for one in people if one.hours and meet(closed, one.hours)]


def touched_by(
    people: Sequence[Touched], site: Site, day: date, hours: Span, known: Sequence[Span], now: datetime
) -> Iterator[Touched]:
    """Those whom these hours touch, with what they, and the hours that were closed before, leave. One rule
    (`left_of`) for whoever is still to come and whoever was missed: a miss of which enough was left to work
    stands."""
    if hours == WHOLE_DAY:
        yield from people
        return
    closed = [stretch_of(day, each, site.zone) for each in (hours, *known)]
    for one in within(people, site, day, hours):
        if one.hours is None:
            continue
        if one.missed:
            if left_of(one.hours, closed) is None:
                yield one
        elif one.attendance is None:
            yield replace(one, left=_left_from(now, one.hours, closed))
        elif now < closed[0][1]:
            yield replace(one, left=until_closed(one.hours, closed[:1], now))


async def concerned(session: AsyncSession, site: Site, day: date, hours: Span, now: datetime) -> int:
    """How many people a closing would touch as things stand."""
    there = await people(session, site, *await expected(session, site, day))
    known = [one.hours for one in await closures_of(session, site, day)]
    claimed = {one.session_id for one in await open_claims(session, site, day)}
    return len(
        {
            one.client.id
            for one in touched_by(there, site, day, hours, known, now)
            if one.stands or (one.missed and one.planned and one.planned.id in claimed)
        }
    )


def left_by(times: Stretch, standing: Iterable[SiteClosure], site: Site) -> Stretch | None:
    """What all closures of a day that stand leave of a session; nothing, where one is for the whole day."""
    closed = list(standing)
    if any(one.all_day for one in closed):
        return None
    return left_of(times, [stretch_of(one.day, one.hours, site.zone) for one in closed])


def working_left_by(
    times: Stretch, standing: Iterable[SiteClosure], site: Site, now: datetime
) -> Stretch | None:
    """The same of work under way."""
    closed = list(standing)
    if any(one.all_day for one in closed):
        return None
    return until_closed(times, [stretch_of(one.day, one.hours, site.zone) for one in closed], now)


def _left_from(now: datetime, session: Stretch, closed: Sequence[Stretch]) -> Stretch | None:
    """What is left for whoever has not come yet: what is over by now is of no use to him."""
    usable = (max(session[0], now), session[1])
    left = left_of(usable, closed) if usable[0] < usable[1] else None
    return (session[0], left[1]) if left is not None and left[0] == usable[0] else left
