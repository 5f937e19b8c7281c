"""The reports of a month (*daftar lapor diri*) of an officer's clients, or of the whole office's, for
signatures: who was due when, who reported when and how, who did not, who was excused. Why is not said."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import local_day
from bot.domain.messages import Line, When, Word
from bot.domain.months import month_of
from bot.domain.report_lists import Given, ReportLine, ReportList, given_of
from bot.domain.reports import midday
from bot.domain.weeks import Period
from bot.reports.documents.access import Whose
from bot.reports.documents.cells import clock_of
from bot.reports.documents.lines import code_of, head_of
from bot.reports.documents.paper import Pair, Paper, Signature
from bot.reports.papers import harmless
from bot.reports.sheets import Cell
from bot.storage import document_queries, report_lists
from bot.storage.models import ExcusedSpan, Person, Report

TEMPLATE = "daftar-lapor-diri.typ"
GIVEN = (Given.DONE, Given.LATE)
DAYS = frozenset(Given) - {Given.EXCUSED, Given.NO_DAY}


async def gather(session: AsyncSession, whose: Whose, period: Period, now: datetime) -> ReportList:
    """The month of an officer or of the office, as it stands now."""
    return ReportList(
        head=head_of(whose.office, made_at=now),
        officer=whose.officer.shown if whose.officer else "",
        officer_code=whose.officer.code if whose.officer else "",
        period=period,
        rows=tuple(await _lines(session, whose, period)),
    )


async def _lines(session: AsyncSession, whose: Whose, period: Period) -> list[ReportLine]:
    """Officer by officer and client by client, by day."""
    of = (session, whose.office.id, whose.officer_id, period)
    due, excused = await report_lists.due_in(*of), await report_lists.excused_in(*of)
    told = {row[1].id for row in due} | {row[1].id for row in excused}
    without = [row for row in await report_lists.reporting(*of) if row[0].id not in told]
    found = [
        *((case, client, line_of(one, phone)) for one, case, client, phone in due),
        *((case, client, _of_excuse(one)) for one, case, client in excused),
        *((case, client, ReportLine(given=Given.NO_DAY)) for case, client in without),
    ]
    guides = await document_queries.people(session, whose.office, {case.officer_id for case, *_ in found})
    lines = [_of_client(line, client, guides.get(case.officer_id or 0)) for case, client, line in found]
    return sorted(lines, key=lambda row: (row.officer, row.client, row.code, row.day or date.max))


def line_of(report: Report, phone: str | None) -> ReportLine:
    """A report day, and the shared phone on which it was given."""
    return ReportLine(
        given=given_of(report.state),
        day=report.due_on,
        usual=report.shifted_from,
        reported_at=report.reported_at,
        phone=phone or "",
        begun=bool(report.answers) and report.reported_at is None,
    )


def _of_excuse(span: ExcusedSpan) -> ReportLine:
    return ReportLine(given=Given.EXCUSED, day=span.first, until=span.last)


def _of_client(line: ReportLine, client: Person, guide: Person | None) -> ReportLine:
    officer = guide.shown if guide else ""
    return replace(line, client=client.shown, code=code_of(client), officer=officer)


def paper(facts: ReportList) -> Paper:
    """The list as a paper."""
    code = f"-{harmless(facts.officer_code)}" if facts.officer_code else ""
    zone = facts.head.zone
    columns = {name: cell for name, cell in _cells(zone).items() if name != "officer" or not facts.officer}
    return Paper(
        template=TEMPLATE,
        file=f"daftar-lapor-diri{code}-{month_of(facts.period.first)}",
        title="document-title-report-list",
        head=facts.head,
        subject=tuple(_subject(facts)),
        columns=("number", *columns),
        rows=[
            [number, *(cell(row) for cell in columns.values())] for number, row in enumerate(facts.rows, 1)
        ],
        empty="document-no-reports",
        sums=tuple(_sums(facts)),
        signatures=tuple(_signatures(facts)),
    )


def _cells(zone: str) -> Mapping[str, Callable[[ReportLine], Cell]]:
    """The columns; a time is that of the office's clock."""
    return {
        "client": lambda row: row.client,
        "code": lambda row: row.code or None,
        "due": lambda row: row.day,
        "usual": lambda row: row.usual,
        "reported": lambda row: local_day(row.reported_at, zone) if row.reported_at else None,
        "reported-at": lambda row: clock_of(row.reported_at, zone),
        "way": way_of,
        "given": given_cell,
        "notes": lambda row: _note(row, zone),
        "initials-client": lambda row: None,
        "officer": lambda row: row.officer,
    }


def way_of(row: ReportLine) -> Cell:
    """How it came; on which of the office's phones, where it was one."""
    if row.reported_at is None:
        return None
    return Line("document-way-shared", {"phone": row.phone}) if row.phone else Word("document-way-own")


def given_cell(row: ReportLine) -> Cell:
    """What became of the day, in a word."""
    return None if row.given is Given.EXPECTED else Word(f"document-given-{row.given.value}")


def _note(row: ReportLine, zone: str) -> Cell:
    if row.until is not None and row.until != row.day:
        return Line("document-note-until", {"day": When(midday(row.until, zone), zone)})
    return Word("document-note-begun") if row.begun else None


def _subject(facts: ReportList) -> Iterator[Pair]:
    month = Line(
        "document-month-name", {"at": When(midday(facts.period.first, facts.head.zone), facts.head.zone)}
    )
    yield "document-month", month
    if facts.officer:
        yield "document-officer", facts.officer
    else:
        yield "document-officer", Word("document-all-officers")
    yield "document-clients", facts.people


def _sums(facts: ReportList) -> Iterator[Pair]:
    """Report days, and what became of them; what there was none of is left out, but for what came and what
    did not."""
    yield "document-reports-due", facts.count(DAYS)
    yield "document-reports-given", facts.count(GIVEN)
    for given in (Given.LATE, Given.MISSED, Given.UNREACHED):
        count = facts.count((given,))
        if count or given is Given.MISSED:
            yield f"document-reports-{given.value}", count


def _signatures(facts: ReportList) -> Iterator[Signature]:
    if facts.officer:
        yield Signature("document-sign-officer", facts.officer, "document-staff-number")
    yield Signature("document-sign-head", below="document-staff-number")
