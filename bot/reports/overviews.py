"""The figures of a week or month, gathered once: for an officer case by case, for an office officer by
officer."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from pydantic import TypeAdapter
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import CaseState, local_day
from bot.domain.digest import Week
from bot.domain.finding import Group
from bot.domain.overviews import (
    CaseFigures,
    Course,
    Figures,
    OfficerFigures,
    Overview,
    Sessions,
    SiteSessions,
    drawn_weeks,
    most_sessions_first,
    sessions_of,
    sum_of,
    week_hours,
)
from bot.domain.weeks import Period
from bot.reports.office_summary import by_officer
from bot.storage import digest_queries
from bot.storage import overview_queries as ask
from bot.storage.models import Case, CaseBalance, Office, Person
from bot.storage.overview_queries import Whose

_OVERVIEW = TypeAdapter(Overview)
Corrected = Iterable[tuple[int, date, int]]
Waits = Mapping[tuple[int, date], int]


async def gather(
    session: AsyncSession, office: Office, officer: Person | None, period: Period, now: datetime
) -> Overview:
    """The figures of an officer's clients (without one: of the office) over a week or month: those that
    run, and those that ended in it. The number of questions does not depend on the number of clients."""
    zone = office.zone
    shown = drawn_weeks(min(period.last, max(local_day(now, zone), period.first)))
    since = Period(min(period.first, shown.first), max(period.last, shown.last))
    ended = await _ended(session, office, since)
    guides = frozenset([officer.id]) if officer else None
    whose = Whose(office.id, guides, ended=frozenset(ended), begun_by=period.last)
    rows = await ask.cases(session, whose)
    corrected = await digest_queries.corrected(session, office.id, since, zone)
    waits = await ask.waiting_days(session, whose, since)
    known = await _known(session, whose, period, min(now, period.bounds(zone)[1]), corrected, waits)
    cases = [
        _case(case, client, balance, known, period, ended.get(case.id))
        for case, client, balance in rows
        if case.id not in ended or ended[case.id][1] >= period.first
    ]
    credited = await ask.credited_days(session, whose, shown)
    return Overview(
        office=office.name,
        officer=officer.shown if officer else "",
        code=officer.code if officer else "",
        zone=zone,
        first=period.first,
        last=period.last,
        made_at=now,
        sums=sum_of(cases),
        cases=tuple(cases) if officer else (),
        officers=() if officer else await _officers(session, office, cases),
        sites=known.sites,
        weeks=week_hours(shown, _with(credited, corrected, {case.id for case, _, _ in rows}), _by_day(waits)),
    )


def with_matters(overview: Overview, week: Week) -> Overview:
    """An office's figures with how much is open with each officer, as its summary counts it."""
    if not overview.of_office:
        return overview
    matters = {part.officer: part for part in by_officer(week)}
    return replace(
        overview,
        officers=tuple(
            replace(
                one,
                act=len(matters[one.officer].of(Group.ACT)) if one.officer in matters else 0,
                waiting=len(matters[one.officer].of(Group.WAITING)) if one.officer in matters else 0,
            )
            for one in overview.officers
        ),
    )


def to_json(overview: Overview) -> dict[str, Any]:
    """As it is frozen beside a digest's figures."""
    frozen: dict[str, Any] = _OVERVIEW.dump_python(overview, mode="json")
    return frozen


def from_json(frozen: Mapping[str, Any]) -> Overview:
    """The inverse of `to_json`."""
    return _OVERVIEW.validate_python(frozen)


Ended = tuple[CaseState, date]


@dataclass(frozen=True, slots=True)
class _Known:
    """What was asked about all cases at once, by case."""

    sessions: Mapping[int, Sessions]
    sites: tuple[SiteSessions, ...]
    worked: Mapping[int, tuple[int, int]]
    reports: Mapping[int, tuple[int, int]]
    corrected: Mapping[int, int]
    waiting: Mapping[int, int]


async def _known(
    session: AsyncSession,
    whose: Whose,
    period: Period,
    until: datetime,
    corrected: Corrected,
    waits: Waits,
) -> _Known:
    rows = await ask.sessions(session, whose, period, until)
    sites = _counted((site, course, count) for _, site, course, count in rows)
    minutes: dict[int, int] = defaultdict(int)
    for number, day, count in corrected:
        minutes[number] += count if day in period else 0
    waiting: dict[int, int] = defaultdict(int)
    for (number, day), count in waits.items():
        waiting[number] += count if day in period else 0
    return _Known(
        _counted((number, course, count) for number, _, course, count in rows),
        most_sessions_first(SiteSessions(site, sessions) for site, sessions in sites.items()),
        await ask.worked(session, whose, period),
        await ask.reports(session, whose, period),
        minutes,
        waiting,
    )


def _counted(rows: Iterable[tuple[Any, Course, int]]) -> dict[Any, Sessions]:
    counts: dict[Any, dict[Course, int]] = defaultdict(lambda: defaultdict(int))
    for about, course, count in rows:
        counts[about][course] += count
    return {about: sessions_of(count) for about, count in counts.items()}


async def _ended(session: AsyncSession, office: Office, since: Period) -> dict[int, Ended]:
    found = await ask.endings(session, office.id, since.bounds(office.zone)[0])
    return {number: (how, local_day(at, office.zone)) for number, (how, at) in found.items()}


def _case(
    case: Case,
    client: Person,
    balance: CaseBalance | None,
    known: _Known,
    period: Period,
    ended: Ended | None,
) -> CaseFigures:
    credited, surplus = known.worked.get(case.id, (0, 0))
    owed, given = known.reports.get(case.id, (0, 0))
    ended_now = ended is not None and ended[1] in period
    return CaseFigures(
        client=client.id,
        name=client.shown,
        code="" if client.secret else client.code,
        programme=case.programme,
        officer=case.officer_id,
        served=balance.credited if balance else 0,
        remaining=balance.remaining if balance else case.total_minutes,
        ended=ended[0] if ended and ended_now else None,
        suspended=case.state is CaseState.SUSPENDED,
        figures=Figures(
            clients=1,
            credited=credited + known.corrected.get(case.id, 0),
            waiting=known.waiting.get(case.id, 0),
            surplus=surplus,
            sessions=known.sessions.get(case.id, Sessions()),
            reports_due=owed,
            reports_given=given,
            begun=int(case.starts_on is not None and case.starts_on in period),
            ended=int(ended_now),
        ),
    )


async def _officers(
    session: AsyncSession, office: Office, cases: Iterable[CaseFigures]
) -> tuple[OfficerFigures, ...]:
    """Officer by officer, by name."""
    of: dict[int, list[CaseFigures]] = defaultdict(list)
    for one in cases:
        of[one.officer or 0].append(one)
    names = await ask.officers(session, office.id, of)
    return tuple(
        sorted(
            (OfficerFigures(names.get(number, ""), sum_of(theirs)) for number, theirs in of.items()),
            key=lambda one: one.officer,
        )
    )


def _with(days: Mapping[date, int], corrected: Corrected, ours: Collection[int]) -> dict[date, int]:
    """The minutes of days with what was corrected of them."""
    both = defaultdict(int, days)
    for number, day, minutes in corrected:
        both[day] += minutes if number in ours else 0
    return both


def _by_day(waits: Waits) -> dict[date, int]:
    days: dict[date, int] = defaultdict(int)
    for (_, day), minutes in waits.items():
        days[day] += minutes
    return days
