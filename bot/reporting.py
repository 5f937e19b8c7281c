"""Writes down the days on which a client reports (*wajib lapor*)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from sqlmodel import col, insert, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import CaseState, local_day
from bot.domain.hours import EventKind
from bot.domain.report_days import Known, changes
from bot.domain.reports import Due, ReportState, Span, closes_at, due_days, within
from bot.orders import calendar_of, excused_spans
from bot.reminding import report_look, report_reminders
from bot.storage import queries
from bot.storage.events import facts_of, told_by
from bot.storage.models import Case, Office, Person, Report

REPORTS_AHEAD = timedelta(weeks=26)
"""How far report days are written down; the clock adds the next ones as time goes on."""


async def plan_reports(session: AsyncSession, case: Case, *, now: datetime) -> None:
    """Bring the report days to come in line with rhythm, first day, grace, period, calendar and excused days
    of a case; again, it changes nothing. Days that are over, given or begun stay as they are; a case that
    does not run has none to come. Whoever was reminded of a day that moves, or falls away, hears so from the
    clock."""
    office = await queries.office_of(session, case.office_id)
    client = await session.get_one(Person, case.client_id)
    last = min(local_day(now + REPORTS_AHEAD, office.zone), case.ends_on or date.max)
    rows = {row.id: row for row in await report_rows(session, case) if _within(row, case, last)}
    excused = [(one.first, one.last) for one in (await excused_spans(session, [case.id]))[case.id]]
    dues = await _coming(session, case, office, last, excused, now)
    change = changes([_known(row, now) for row in rows.values()], dues)
    for report_id, due in change.due:
        _write(rows[report_id], due, case, office, client, now)
    owed = {report_id for report_id, _ in change.due}
    excused_later = [one.id for one in rows.values() if _missed_though(one, excused) and one.id not in owed]
    for report_id in (*change.dropped, *excused_later):
        await _drop(session, rows[report_id], office, client, now)
    await session.flush()
    added = [_report(case, due, office, client, now) for due in change.added]
    if added:
        await session.exec(insert(Report), params=[row.model_dump(exclude={"id"}) for row in added])


def _missed_though(row: Report, excused: Sequence[Span]) -> bool:
    """Passed on a day that was excused afterwards, and nothing begun: nothing is owed for it any more."""
    passed = row.state in (ReportState.MISSED, ReportState.UNREACHED)
    return passed and not row.answers and within(row.due_on, excused)


async def report_rows(session: AsyncSession, case: Case) -> Sequence[Report]:
    """All report days of a case that are written down."""
    query = select(Report).where(Report.case_id == case.id, Report.office_id == case.office_id)
    return (await session.exec(query.order_by(col(Report.due_on)))).all()


def _within(row: Report, case: Case, last: date) -> bool:
    """Days beyond what is planned now were planned before, and are looked at again in their time."""
    beyond_the_case = case.ends_on is not None and row.due_on > case.ends_on
    return row.due_on <= last or beyond_the_case or case.state is not CaseState.ACTIVE


async def _coming(
    session: AsyncSession, case: Case, office: Office, last: date, excused: Sequence[Span], now: datetime
) -> Sequence[Due]:
    if case.state is not CaseState.ACTIVE or case.report_every is None or case.first_report_on is None:
        return ()
    calendar = await calendar_of(session, office.id, case.first_report_on, last)
    return [
        due
        for due in due_days(case.first_report_on, case.report_every, last, calendar, excused)
        if closes_at(due.day, office.zone, case.report_grace_days) > now
    ]


def _known(row: Report, now: datetime) -> Known:
    due = Due(row.due_on, row.shifted_from)
    return Known(row.id, due, row.state, begun=bool(row.answers), past=row.closes_at <= now)


def _write(row: Report, due: Due, case: Case, office: Office, client: Person, now: datetime) -> None:
    """Bring a row in line with its day. Who has heard of another one is told at once."""
    heard = _was_heard_of(row, office, client)
    moved = (row.due_on, row.state) != (due.day, ReportState.DUE)
    closes = closes_at(due.day, office.zone, case.report_grace_days)
    if not moved and row.look_at == row.closes_at:
        row.look_at = closes
    row.due_on, row.shifted_from, row.closes_at = due.day, due.shifted_from, closes
    if moved:
        row.state = ReportState.DUE
        row.revision += heard
        first = next(iter(report_reminders(office, client, due.day, closes)), closes)
        row.look_at = now if heard else max(first, now)


async def _drop(session: AsyncSession, row: Report, office: Office, client: Person, now: datetime) -> None:
    """Take a day away; one that people have heard of is kept, so that the clock can tell them."""
    if not _was_heard_of(row, office, client):
        await session.delete(row)
        return
    row.state, row.look_at = ReportState.DROPPED, now
    row.revision += 1


def _was_heard_of(row: Report, office: Office, client: Person) -> bool:
    """Whether the client was reminded of a day, or told of it when it moved, or is about to be."""
    first = next(iter(report_reminders(office, client, row.due_on, row.closes_at)), row.closes_at)
    reminded = row.look_at is None or row.look_at > first or row.look_at >= row.closes_at
    return reminded or row.revision > 0 or row.state is not ReportState.DUE


async def begun_at(session: AsyncSession, case: Case, report: Report) -> datetime | None:
    """When the first question of a report was answered, by the messenger's time; None before that."""
    for fact in await facts_of(session, case, EventKind.REPORT_BEGUN):
        if told_by(fact).get("report") == report.id:
            return fact.happened_at
    return None


def was_told(row: Report, office: Office, client: Person, now: datetime) -> None:
    """Whoever moved a day has told the client himself: the clock goes on with the reminder."""
    if row.look_at is not None and row.look_at <= now:
        coming = report_look(office, client, row.due_on, row.closes_at, now)
        row.look_at = coming if row.state is ReportState.DUE else None


def _report(case: Case, due: Due, office: Office, client: Person, now: datetime) -> Report:
    closes = closes_at(due.day, office.zone, case.report_grace_days)
    return Report(
        office_id=case.office_id,
        case_id=case.id,
        client_id=case.client_id,
        due_on=due.day,
        shifted_from=due.shifted_from,
        closes_at=closes,
        look_at=report_look(office, client, due.day, closes, now),
    )
