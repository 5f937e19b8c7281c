"""After a time in which nobody could be heard: whoever had work or a report then hears how much longer there
is for it, and those who look after them what happened. What it changes is computed where time is judged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import AsyncIterator, Sequence
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.checkins import LATE, SessionState, extension
from bot.domain.messages import Ask, Awaits, Notice, OnlyIf, Param, When
from bot.domain.outages import FELT, HALF_A_DAY, ONE_DAY, Outage, report_closes
from bot.domain.people import Role
from bot.domain.reports import ReportState
from bot.quiet_hours import held, morning_of
from bot.storage import outages as ledger
from bot.storage import queries
from bot.storage.models import Case, Office, Person, Report, Site, WorkSession
from bot.storage.outages import OutageRow

Touched = tuple[WorkSession, Person, Site, Case]


async def outages(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """Tell the people of the next office; None when everybody has been told of every outage."""
    outage = await ledger.to_tell(session, now)
    if outage is None:
        return None
    query = select(Office).where(Office.id > outage.told_to).order_by(col(Office.id)).limit(1)
    office = (await session.exec(query)).first()
    if office is None or outage.ends - outage.begins < FELT:
        outage.look_at = None
        return []
    outage.told_to = office.id
    return await _told(session, office, outage, now)


async def _told(session: AsyncSession, office: Office, outage: OutageRow, now: datetime) -> list[Notice]:
    """Clients first; then who looks after them, each once, with how many of his it touched."""
    touched = await _sessions(session, office, outage)
    reports = await _reports(session, office, outage)
    if not touched and not reports:
        return []
    known = await ledger.outages_in(session, outage.begins - ONE_DAY, outage.ends)
    notices = [_report(outage, report, client, office, known) for report, client in reports]
    notices += [one async for one in _supervisors(session, outage, touched, now)]
    counts: dict[str, Param] = {"sessions": len(touched), "reports": len(reports)}
    staff = [
        *await queries.staff(session, office.id, Role.HEAD),
        *await queries.staff(session, office.id, Role.OPERATOR),
        *await _officers(session, {case.officer_id for *_, case in touched}),
    ]
    for one in staff:
        own = sum(case.officer_id == one.id for *_, case in touched)
        key = "outage-officer" if one.role is Role.OFFICER else "outage-office"
        params = _span(outage, office.zone) | counts | {"sessions": own or len(touched)}
        notices.append(Notice(to=one.id, key=key, params=params, once=f"outage:{outage.id}:{one.id}"))
    return [*(_session(outage, row, known, now) for row in touched), *held(notices, morning_of(office, now))]


def _session(outage: OutageRow, row: Touched, known: Sequence[Outage], now: datetime) -> Notice:
    """Until when it may be begun; or that it is over, and is no absence."""
    planned, client, site, _ = row
    until = planned.ends_at + LATE + extension(queries.slot_of(planned), known)
    open_still = until > now
    when: dict[str, Param] = {"until": When(until, site.zone), "at": When(planned.starts_at, site.zone)}
    return Notice(
        to=client.id,
        key="outage-session" if open_still else "outage-session-over",
        params=cards.greeting(client) | _span(outage, site.zone) | when,
        ask=Ask.START if open_still else None,
        once=f"outage:{outage.id}:session:{planned.id}",
        only_if=OnlyIf(Awaits.SESSION, planned.id, planned.revision) if open_still else None,
    )


def _report(
    outage: OutageRow, report: Report, client: Person, office: Office, known: Sequence[Outage]
) -> Notice:
    """One day more."""
    noon = report_closes(report.closes_at, known) - HALF_A_DAY  # it closes at midnight
    return Notice(
        to=client.id,
        key="outage-report",
        params=cards.greeting(client) | _span(outage, office.zone) | {"day": When(noon, office.zone)},
        ask=Ask.REPORT,
        once=f"outage:{outage.id}:report:{report.id}",
        only_if=OnlyIf(Awaits.REPORT, report.id, report.revision),
    )


async def _supervisors(
    session: AsyncSession, outage: OutageRow, touched: Sequence[Touched], now: datetime
) -> AsyncIterator[Notice]:
    by_site: dict[int, list[Touched]] = defaultdict(list)
    for row in touched:
        by_site[row[2].id].append(row)
    for rows in by_site.values():
        planned, _, site, _ = rows[0]
        params = _span(outage, site.zone) | {"site": site.name, "count": len(rows)}
        for one in await queries.supervisors_of(session, site, planned.day, now):
            once = f"outage:{outage.id}:site:{site.id}:{one.id}"
            yield Notice(to=one.id, key="outage-site", params=params, once=once)


async def _officers(session: AsyncSession, ids: set[int | None]) -> Sequence[Person]:
    query = select(Person).where(col(Person.id).in_([one for one in ids if one is not None]))
    return (await session.exec(query.order_by(col(Person.id)))).all()


def _span(outage: OutageRow, zone: str) -> dict[str, Param]:
    return {"from": When(outage.begins, zone), "to": When(outage.ends, zone)}


async def _sessions(session: AsyncSession, office: Office, outage: OutageRow) -> Sequence[Touched]:
    """What was to begin meanwhile, or could still be begun then, and was not."""
    query = (
        select(WorkSession, Person, Site, Case)
        .join(Person, col(Person.id) == col(WorkSession.client_id))
        .join(Site, col(Site.id) == col(WorkSession.site_id))
        .join(Case, col(Case.id) == col(WorkSession.case_id))
        .where(WorkSession.office_id == office.id, WorkSession.state == SessionState.PLANNED)
        .where(WorkSession.starts_at < outage.ends, WorkSession.ends_at > outage.begins - LATE)
        .where(col(WorkSession.outcome).is_(None), col(WorkSession.absence).is_(None))
        .order_by(col(WorkSession.id))
    )
    return (await session.exec(query)).all()


async def _reports(
    session: AsyncSession, office: Office, outage: OutageRow
) -> Sequence[tuple[Report, Person]]:
    """Reports whose last day it touched."""
    query = (
        select(Report, Person)
        .join(Person, col(Person.id) == col(Report.client_id))
        .where(Report.office_id == office.id, Report.state == ReportState.DUE)
        .where(Report.closes_at > outage.begins, Report.closes_at < outage.ends + ONE_DAY)
        .order_by(col(Report.id))
    )
    return (await session.exec(query)).all()
