"""What follows when somebody is excused, by command or at his request: who hears what of it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards, excuse_cards, excuse_requests, excuses
from bot.domain.checkins import AttendanceState
from bot.domain.messages import Ask, Choice, Line, Notice, Param, Show, When
from bot.domain.reports import midday
from bot.excuses import Excused, Moved
from bot.storage import excuse_requests as ask
from bot.storage import queries
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.models import Attendance, Case, Office, Person, Site, WorkSession

REPORTS_SHOWN = 3


async def excused(
    session: AsyncSession,
    who: Person,
    client: Person,
    cases: Collection[int],
    first: date,
    last: date,
    *,
    words: str,
    now: datetime,
) -> list[Notice]:
    """Excuse a client in these cases, both days included, and tell everybody whom it touches. What he asked
    for within these days is granted with it."""
    made = []
    for case_id in sorted(cases):
        case = await queries.locked_case(session, who.office_id, case_id)
        assert case is not None  # noqa: S101  (it was just found)
        one = await excuses.excuse(session, case, first, last, words=words, by=who, now=now)
        made += [one] if one else []
    granted = await _granted(session, who, client, cases, first, last, made[0].span if made else None, now)
    office = await queries.office_of(session, who.office_id)
    span = days(first, last, office)
    if not made:
        known = Notice(to=who.id, key="excused-already", params=span | {"name": client.shown})
        return [known, *granted]
    return [*await _told(session, who, client, made, first, last, now), *granted]


async def _told(
    session: AsyncSession,
    who: Person,
    client: Person,
    made: Sequence[Excused],
    first: date,
    last: date,
    now: datetime,
) -> list[Notice]:
    office = await queries.office_of(session, who.office_id)
    span = days(first, last, office)
    dropped = [planned for one in made for planned in one.dropped]
    begun = await undecided_work(session, client, {one.case_id for one in made}, first, last)
    on_site = await told_on_site(session, client, dropped, "excused-told-site", now)
    of_work = await told_of_work(session, client, begun, "excused-told-site-begun", now)
    reports = tuple(_reports(office, [moved for one in made for moved in one.reports]))
    forgiven = sum(one.forgiven for one in made)
    lines = (*_sessions(len(dropped), forgiven, len(begun) if of_work else 0, told=bool(on_site)), *reports)
    done = Notice(
        to=who.id,
        key="excused-done",
        params=span | {"name": client.shown},
        lines=lines or (Line("excused-nothing"),),
        choices=(Choice(f"excuse-undo:{made[0].span}", "choice-excuse-undo"),),
        card=f"excused:{made[0].span}",
    )
    told = Notice(
        to=client.id,
        key="excused-told-client",
        params=cards.greeting(client) | span,
        lines=reports,
        ask=await cards.keyboard(session, client, now),
    )
    return [done, told, *on_site, *of_work]


async def _granted(
    session: AsyncSession,
    who: Person,
    client: Person,
    cases: Collection[int],
    first: date,
    last: date,
    span: int | None,
    now: datetime,
) -> list[Notice]:
    """The requests that lie within these days become the excuse; the card of each says so, without a sound,
    and a guardian who filed one hears it."""
    told = []
    for request in await ask.open_of(session, client.id, client.office_id):
        asked_first, asked_last = request.days
        if request.case_id not in cases or asked_first < first or last < asked_last:
            continue
        case = await session.get_one(Case, request.case_id)
        await excuse_requests.approve(session, case, request, span, by=who, now=now)
        told.append(await excuse_cards.card(session, case, request, show=Show.EDIT_ONLY))
        told += await told_filer(session, client, request, "excuse-granted-guardian")
    return told


async def told_filer(
    session: AsyncSession, client: Person, request: ExcuseRequest, key: str, reason: Param = ""
) -> list[Notice]:
    """A guardian who filed a request hears what became of it, and why not."""
    if request.filed_by == client.id:
        return []
    office = await queries.office_of(session, request.office_id)
    params = excuse_cards.span(*request.days, office.zone) | {"code": client.code}
    params |= {"reason": reason} if reason else {}
    return [Notice(to=request.filed_by, key=key, params=params, ask=Ask.GUARDIAN)]


def days(first: date, last: date, office: Office) -> dict[str, Param]:
    """Both ends and how many days, as the sentences about an excuse say them."""
    return {
        "days": (last - first).days + 1,
        "first": When(midday(first, office.zone), office.zone),
        "last": When(midday(last, office.zone), office.zone),
    }


def _sessions(dropped: int, forgiven: int, begun: int, *, told: bool) -> Iterator[Line]:
    """What became of the days of work; only what is true is said."""
    if dropped:
        yield Line("excused-sessions" if told else "excused-sessions-untold", {"count": dropped})
    if forgiven:
        yield Line("excused-misses", {"count": forgiven})
    if begun:
        yield Line("excused-begun", {"count": begun})


def _reports(office: Office, moved: Sequence[Moved]) -> Iterator[Line]:
    for one in sorted(moved, key=lambda one: one.usual)[:REPORTS_SHOWN]:
        usual: dict[str, Param] = {"usual": When(midday(one.usual, office.zone), office.zone)}
        if one.to is None:
            yield Line("excused-report-dropped", usual)
        else:
            yield Line("excused-report", usual | {"day": When(midday(one.to, office.zone), office.zone)})


async def undecided_work(
    session: AsyncSession, client: Person, cases: Collection[int], first: date, last: date
) -> list[tuple[Attendance, Site]]:
    """Work of these days that has begun, and on whose hours nobody has decided."""
    begun = await ask.begun_on(session, client.id, client.office_id, first, last)
    undecided = (AttendanceState.OPEN, AttendanceState.WAITING)
    return [row for row in begun if row[0].case_id in cases and row[0].state in undecided]


async def told_of_work(
    session: AsyncSession, client: Person, begun: Sequence[tuple[Attendance, Site]], key: str, now: datetime
) -> list[Notice]:
    """Supervisors hear that somebody who has begun is excused, and what of it is still to be confirmed."""
    rows = []
    for one, site in begun:
        line = "excused-begun-open" if one.state is AttendanceState.OPEN else "excused-begun-waiting"
        at = When(one.started_at, site.zone)
        rows.append((site, one.day, Line(line, {"at": at, "site": site.name})))
    return await _each_supervisor(session, client, rows, key, now)


async def told_on_site(
    session: AsyncSession, client: Person, sessions: Sequence[WorkSession], key: str, now: datetime
) -> list[Notice]:
    """Supervisors hear who will not come (or will), one message each; why is not theirs to know."""
    rows = []
    for planned in sessions:
        site = await queries.site_of(session, client.office_id, planned.site_id)
        line = Line("excused-line", {"at": When(planned.starts_at, site.zone), "site": site.name})
        rows.append((site, planned.day, line))
    return await _each_supervisor(session, client, rows, key, now)


async def _each_supervisor(
    session: AsyncSession, client: Person, rows: Sequence[tuple[Site, date, Line]], key: str, now: datetime
) -> list[Notice]:
    expected: dict[int, list[Line]] = {}
    for site, day, line in rows:
        for supervisor in await queries.supervisors_of(session, site, day, now):
            expected.setdefault(supervisor.id, []).append(line)
    return [
        Notice(to=supervisor, key=key, params={"name": client.shown}, lines=tuple(lines), ask=Ask.SUPERVISOR)
        for supervisor, lines in expected.items()
        if supervisor != client.id
    ]
