"""The Excel file of a week: the frozen figures as typed cells, a sheet a list, ready to filter."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.domain.balance import surplus_word
from bot.domain.checkins import AttendanceState
from bot.domain.client_weeks import Attended, ClientWeek, Contact, Reported
from bot.domain.deadlines import deadline_lines
from bot.domain.digest import Week, programme_key, totals
from bot.domain.finding import own_words
from bot.domain.findings import findings, group_of
from bot.domain.gaps import gap_lines
from bot.domain.messages import Minutes, Word
from bot.domain.outcomes import Outcome
from bot.domain.reports import QUESTIONS, ReportState
from bot.reports.figures import from_json
from bot.reports.sheets import Cell, written
from bot.texts import Texts


def file_name(week: Week) -> str:
    """A name that gives nothing away (`ringkasan-2026-W17.xlsx`)."""
    return f"ringkasan-{week.week or week.last.isoformat()}.xlsx"


def workbook_of(figures: Mapping[str, Any], texts: Texts, locale: str) -> bytes:
    """The file's content from the figures that a digest froze."""
    return workbook(from_json(figures), texts, locale)


def workbook(week: Week, texts: Texts, locale: str) -> bytes:
    """The file's content. Texts are never taken for formulas, links or numbers."""
    buffer = io.BytesIO()
    tables = (
        ("summary", ("item", "value"), _summary(week, texts, locale)),
        ("clients", CLIENT_COLUMNS, _clients(week)),
        ("attendances", ATTENDANCE_COLUMNS, _attendances(week)),
        ("reports", REPORT_COLUMNS, _reports(week)),
        ("answers", ANSWER_COLUMNS, _answers(week)),
    )
    with written(buffer, week.made_at, texts, locale) as sheets:
        for name, columns, rows in tables:
            sheets.add(f"excel-sheet-{name}", [f"excel-{column}" for column in columns], rows)
    return buffer.getvalue()


CLIENT_COLUMNS = (
    "name",
    "number",
    "programme",
    "total",
    "credited",
    "week-hours",
    "waiting",
    "surplus",
    "remaining",
    "sessions-due",
    "sessions-attended",
    "missed",
    "state",
    "contact",
)
ATTENDANCE_COLUMNS = (
    "day",
    "name",
    "site",
    "start",
    "finish",
    "break",
    "credited",
    "surplus",
    "surplus-cause",
    "plan",
    "outcome",
    "state",
    "reason",
)
ANSWER_COLUMNS = ("due-on", "name", *(f"answer-{question}" for question in QUESTIONS))
REPORT_COLUMNS = ("due-on", "name", "state", "reported-at")


def _summary(week: Week, texts: Texts, locale: str) -> Iterable[Sequence[Cell]]:
    sums = totals(week.clients, week.period)
    yield Word("excel-office"), week.office
    yield Word("excel-officer"), week.officer
    yield Word("excel-first"), week.first
    yield Word("excel-last"), week.last
    yield Word("excel-made-at"), _local(week.made_at, week.zone)
    yield Word("excel-clients"), sums.clients
    yield Word("excel-week-hours"), Minutes(sums.credited)
    yield Word("excel-week-surplus"), Minutes(sums.surplus)
    yield Word("excel-all-waiting"), Minutes(sums.waiting)
    yield Word("excel-sessions-due"), sums.due
    yield Word("excel-sessions-attended"), sums.attended
    yield Word("excel-late"), sums.late
    yield Word("excel-left-early"), sums.left_early
    yield Word("excel-reports-due"), sums.reports_due
    yield Word("excel-reports-given"), sums.reports_given
    for finding in findings(week):
        sentence = texts.render(finding.line.key, finding.line.params, locale=locale)
        yield Word(f"excel-group-{finding.group.value}"), sentence.removeprefix("• ")
    for title, lines in (("ahead", deadline_lines(week)), ("gap", gap_lines(week.gaps, week.zone))):
        for line in lines:
            yield (
                Word(f"excel-{title}"),
                texts.render(line.key, line.params, locale=locale).removeprefix("• "),
            )
    if week.root:
        yield Word("excel-root"), week.root
    told = {one.outcome for client in week.clients for one in client.attended}
    for outcome in (one for one in Outcome if one in told):
        yield Word(f"outcome-{outcome.value}"), Word(f"outcome-hint-{outcome.value}")


def _clients(week: Week) -> Iterable[Sequence[Cell]]:
    found = findings(week)
    for client in week.clients:
        yield (
            client.name,
            client.number,
            Word(programme_key(client.programme)),
            _minutes(client.total),
            Minutes(client.credited),
            Minutes(client.credited_in(week.period)),
            Minutes(client.waiting),
            Minutes(client.surplus),
            _minutes(client.remaining),
            client.due,
            client.started,
            len(client.misses),
            Word(f"excel-state-{group_of(client.case_id, found).value}"),
            Word(f"excel-contact-{Contact(client.contact).value}"),
        )


def _attendances(week: Week) -> Iterable[Sequence[Cell]]:
    rows = [(client, one) for client in week.clients for one in client.attended]
    for client, one in sorted(rows, key=lambda row: (row[1].started_at, row[0].name)):
        yield _attendance(client, one)


def _attendance(client: ClientWeek, one: Attended) -> Sequence[Cell]:
    state = "awaits-officer" if one.awaits_officer else one.state.value
    reason = own_words(one.reason)
    return (
        one.day,
        client.name,
        one.site,
        _local(one.started_at, one.zone).time(),
        _local(one.finished_at, one.zone).time() if one.finished_at else None,
        one.break_minutes,
        Minutes(one.credited),
        Minutes(one.surplus),
        surplus_word(one.surplus_cap) if one.surplus else None,
        _plan(one),
        Word(f"outcome-{one.outcome.value}") if one.outcome else None,
        Word(f"excel-attendance-{state}"),
        reason if isinstance(reason, str | Word) else None,
    )


def _plan(one: Attended) -> Word | None:
    """A rejected record may have given its session to a later one: then nothing is said of the plan."""
    if one.state is AttendanceState.REJECTED and not (one.planned or one.by_officer):
        return None
    return Word("excel-planned" if one.planned else "excel-outside-plan")


def _reports(week: Week) -> Iterable[Sequence[Cell]]:
    """Those of the week and those that came in it; with them the earlier ones still missed."""
    rows = [(one, client) for client in week.clients for one in client.reports if _of_week(week, one)]
    for one, client in sorted(rows, key=lambda row: (row[0].due_on, row[1].name)):
        yield (
            one.due_on,
            client.name,
            Word(f"excel-report-{ReportState(one.state).value}"),
            _local(one.reported_at, week.zone) if one.reported_at else None,
        )


def _of_week(week: Week, one: Reported) -> bool:
    missed = one.state is ReportState.MISSED and one.due_on <= week.last
    return missed or one.due_on in week.period or one.came_in(week.period, week.zone)


def _answers(week: Week) -> Iterable[Sequence[Cell]]:
    """What was written to the five questions; of a child nothing stands here."""
    rows = [
        (one, client)
        for client in week.clients
        for one in client.reports_given_in(week.period, week.zone)
        if any(one.answers)
    ]
    for one, client in sorted(rows, key=lambda row: (row[0].due_on, row[1].name)):
        yield one.due_on, client.name, *one.answers


def _minutes(count: int | None) -> Minutes | None:
    return None if count is None else Minutes(count)


def _local(at: datetime, zone: str) -> datetime:
    """Excel knows no zones: the wall clock of the place."""
    return at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
