"""The reporting duty: a reminder on the eve, word of a day that moved, a question when it has passed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import cards
from bot.domain.hours import EventKind
from bot.domain.messages import Ask, Awaits, Line, Notice, OnlyIf, Param, Resend, When
from bot.domain.outages import HALF_A_DAY, ONE_DAY, report_closes
from bot.domain.reports import ReportState, after_silence, asked_about_at, midday, within
from bot.orders import calendar_of, excused_spans
from bot.reminding import report_look, report_reminders
from bot.reporting import begun_at
from bot.storage import account_queries, queries
from bot.storage.events import record
from bot.storage.excuse_requests import asked_for
from bot.storage.models import Office, Person, Report
from bot.storage.outages import outages_in

BATCH = 500
EVERY_DAY = timedelta(days=1)


async def reports(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """Look at the reports whose time has come, at most 500."""
    cases = await queries.lock_due(session, Report, now, BATCH)
    if not cases:
        return None
    query = (
        select(Report, Person, Office)
        .join(Person, col(Person.id) == col(Report.client_id))
        .join(Office, col(Office.id) == col(Report.office_id))
        .where(col(Report.look_at) <= now, col(Report.case_id).in_(cases))
        .order_by(col(Report.look_at), col(Report.id))
        .limit(BATCH)
    )
    due = (await session.exec(query)).all()
    if not due:
        return None
    return [
        notice
        for report, client, office in sorted(due, key=lambda row: row[0].case_id)
        for notice in await _look(session, report, client, office, now)
    ]


async def _look(
    session: AsyncSession, report: Report, client: Person, office: Office, now: datetime
) -> list[Notice]:
    report.look_at = None
    if report.state is ReportState.DUE and await asked_for(session, client.id, office.id, report.due_on):
        return _left_until_decided(report, now)
    match report.state:
        case ReportState.DROPPED:
            return [await _dropped(session, report, client, office)]
        case ReportState.DUE if now < report.closes_at:
            return [await _reminder(session, report, client, office, now)]
        case ReportState.DUE:
            return await _passed(session, report, client, office, now)
        case _:
            return []


def _left_until_decided(report: Report, now: datetime) -> list[Notice]:
    """Whether he is excused that day is not decided yet: nobody is reminded, and nothing is missed."""
    report.look_at = report.closes_at if now < report.closes_at else now + EVERY_DAY
    return []


async def _reminder(
    session: AsyncSession, report: Report, client: Person, office: Office, now: datetime
) -> Notice:
    """As often as was chosen; and at once, where the day moved after somebody had been told of another."""
    reminders = report_reminders(office, client, report.due_on, report.closes_at)
    report.look_at = report_look(office, client, report.due_on, report.closes_at, now)
    past = [at for at in reminders if at <= now]
    if report.revision > 0 and reminders and not past:
        notice = _notice(report, client, office, "report-moved", Resend.SAME)
    elif len(past) > 1:
        again = _notice(report, client, office, "report-reminder-again", Resend.NEVER)
        notice = replace(again, once=f"{again.once}:{past[-1].isoformat()}")
    else:
        notice = _notice(report, client, office, "report-reminder", Resend.NEVER)
    if notice.resend is Resend.NEVER:
        until = report.closes_at.isoformat()
        notice = replace(notice, only_if=OnlyIf(Awaits.REPORT, report.id, report.revision, until))
    return replace(notice, lines=await _shifted(session, report, office))


async def _passed(
    session: AsyncSession, report: Report, client: Person, office: Office, now: datetime
) -> list[Notice]:
    """The day is over and nothing was given: missed, unless nothing could be sent to the client, or an outage
    gives him a day more."""
    known = await outages_in(session, report.closes_at - ONE_DAY, report.closes_at)
    if now < (closes := report_closes(report.closes_at, known)):
        report.look_at = closes
        return []
    case = await queries.locked_case(session, report.office_id, report.case_id)
    assert case is not None  # noqa: S101  (a foreign key)
    began = await begun_at(session, case, report) if report.answers else None
    if now < (later := asked_about_at(closes, began)):
        report.look_at = later  # whoever is in the middle of it goes on
        return []
    report.state = after_silence(reached=await _was_reached(session, report, client, office))
    report.revision += 1
    missed = report.state is ReportState.MISSED
    kind = EventKind.REPORT_MISSED if missed else EventKind.REPORT_UNREACHED
    payload = {"report": report.id, "due_on": report.due_on.isoformat()}
    await record(session, case, kind, actor_id=None, payload=payload, happened_at=now, now=now)
    return [_notice(report, client, office, "report-missed", Resend.SAME)] if missed else []


async def _was_reached(session: AsyncSession, report: Report, client: Person, office: Office) -> bool:
    """Whether a reminder could reach its client, or another word while half of the last day was left."""
    if not await account_queries.has_account(session, client):
        return False
    reminders = report_reminders(office, client, report.due_on, report.closes_at)
    until = report.closes_at - HALF_A_DAY
    return not reminders or await account_queries.was_reachable(session, client, reminders[0], until)


async def _dropped(session: AsyncSession, report: Report, client: Person, office: Office) -> Notice:
    """Nothing is owed for this day any more; when the next report is, as far as it is known."""
    following = await queries.next_report(session, client)
    lines: tuple[Line, ...] = ()
    if following is not None:
        lines = (Line("report-next", {"day": When(midday(following.due_on, office.zone), office.zone)}),)
    told = _notice(report, client, office, "report-dropped", Resend.SAME)
    return replace(told, only_if=None, lines=lines)


async def _shifted(session: AsyncSession, report: Report, office: Office) -> tuple[Line, ...]:
    """Why it is not the usual day, and whether that is certain yet."""
    if report.shifted_from is None:
        return ()
    usual = When(midday(report.shifted_from, office.zone), office.zone)
    spans = (await excused_spans(session, [report.case_id]))[report.case_id]
    if within(report.shifted_from, [(one.first, one.last) for one in spans]):
        return (Line("report-shifted-excused", {"usual": usual}),)
    calendar = await calendar_of(session, office.id, report.shifted_from, report.shifted_from)
    estimated = calendar.estimated(report.shifted_from)
    return (Line("report-shifted-estimated" if estimated else "report-shifted", {"usual": usual}),)


def _notice(report: Report, client: Person, office: Office, key: str, resend: Resend) -> Notice:
    day: dict[str, Param] = {"day": When(midday(report.due_on, office.zone), office.zone)}
    return Notice(
        to=client.id,
        key=key,
        params=cards.greeting(client) | day,
        ask=Ask.REPORT,
        # By case and day: the number of a report that was taken away may be given again.
        once=f"{key}:{report.case_id}:{report.due_on.isoformat()}:{report.revision}",
        only_if=OnlyIf(Awaits.REPORT, report.id, report.revision),
        resend=resend,
    )
