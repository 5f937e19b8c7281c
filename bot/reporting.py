"""Writes down the days on which a client reports (*wajib lapor*)."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from sqlmodel import col, insert, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import CaseState, local_day
from bot.domain.reports import Due, ReportState, closes_at, due_days, reminder_at
from bot.orders import calendar_of
from bot.storage import queries
from bot.storage.models import Case, Office, Report

REPORTS_AHEAD = timedelta(weeks=26)
"""How far report days are written down; the clock adds the next ones as time goes on."""


async def plan_reports(
    session: AsyncSession, case: Case, *, now: datetime, until: date | None = None
) -> None:
    """Write down the report days of a case up to `until` (default: half a year), within its period, that
    are not over; days already written stay as they are. A case that does not run has none to come."""
    if case.state is not CaseState.ACTIVE:
        await _drop_coming(session, case, now)
        return
    if case.report_every is None or case.first_report_on is None:
        return
    office = await queries.office_of(session, case.office_id)
    last = min(until or local_day(now + REPORTS_AHEAD, office.zone), case.ends_on or date.max)
    calendar = await calendar_of(session, office.id, case.first_report_on, last)
    known = set((await session.exec(select(col(Report.due_on)).where(Report.case_id == case.id))).all())
    rows = [
        _report(case, due, office, now)
        for due in due_days(case.first_report_on, case.report_every, last, calendar)
        if due.day not in known and closes_at(due.day, office.zone, case.report_grace_days) > now
    ]
    if rows:
        await session.exec(insert(Report), params=[row.model_dump(exclude={"id"}) for row in rows])


async def _drop_coming(session: AsyncSession, case: Case, now: datetime) -> None:
    """Report days to come on which nothing was said yet."""
    unanswered = (Report.case_id == case.id, Report.state == ReportState.DUE, Report.closes_at > now)
    rows = (await session.exec(select(Report).where(*unanswered))).all()
    for row in rows:
        if not row.answers:
            await session.delete(row)
    await session.flush()


def _report(case: Case, due: Due, office: Office, now: datetime) -> Report:
    closes = closes_at(due.day, office.zone, case.report_grace_days)
    reminder = reminder_at(due.day, office.day_reminder, office.zone)
    return Report(
        office_id=case.office_id,
        case_id=case.id,
        client_id=case.client_id,
        due_on=due.day,
        shifted_from=due.shifted_from,
        closes_at=closes,
        look_at=reminder if reminder > now else closes,
    )
