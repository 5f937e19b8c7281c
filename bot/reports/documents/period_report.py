"""The report on a week or month (*laporan mingguan*, *laporan bulanan*): of an officer client by client, of
an office officer by officer. It is signed and goes from hand to hand: nobody's words stand on it, and nothing
of what a client said in confidence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import CaseState, local_day
from bot.domain.digest import Week, programme_key
from bot.domain.documents import Head, monday_of
from bot.domain.finding import Group
from bot.domain.findings import findings
from bot.domain.messages import Line, Minutes, Word, Words
from bot.domain.months import month_of
from bot.domain.overviews import CaseFigures, Figures, OfficerFigures, Overview, is_month
from bot.domain.weeks import Period, week_of
from bot.reports import overviews, weekly
from bot.reports.documents.lines import head_of
from bot.reports.documents.paper import Pair, Paper, Signature, Table
from bot.reports.overview_bars import bars_of
from bot.reports.papers import harmless
from bot.reports.sheets import Cell
from bot.storage.models import Office, Person

TEMPLATE = "laporan-berkala.typ"
SESSIONS = ("planned", "attended", "excused", "asked", "missed", "closed", "hindered", "rejected")
BY_CLIENT = (
    "number",
    "client",
    "code",
    "programme",
    "period-hours",
    "waiting",
    "served",
    "total",
    "remaining",
    *SESSIONS,
    "reports-due",
    "reports-given",
    "remarks",
)
BY_OFFICER = (
    "number",
    "officer",
    "clients",
    "period-hours",
    "waiting",
    *SESSIONS,
    "reports-due",
    "reports-given",
    "begun",
    "ended",
    "act",
    "others",
)
CHILDHOOD = ("digest-case-not-for-child", "digest-case-only-for-child", "digest-case-age")
IN_CONFIDENCE = ("digest-call", "digest-unread", "digest-concern", *CHILDHOOD)
"""What a client said to his officer alone, and that somebody is a child after all: how the keys of such
sentences begin."""
WITHOUT_WORDS = {"digest-rejected": "digest-rejected-kept"}


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodReport:
    """The figures, and what is open as of their minute, by whose move it is; of an office that is counted."""

    head: Head
    overview: Overview
    matters: tuple[tuple[Group, Line], ...] = ()


async def gather(
    session: AsyncSession, office: Office, officer: Person | None, period: Period, now: datetime
) -> PeriodReport:
    """A week or month as it stands now. What is open is that of the week; beside a month, that of today."""
    today = local_day(now, office.zone)
    open_in = Period(monday_of(today), today) if is_month(period) else period
    overview = await overviews.gather(session, office, officer, period, now)
    week = await weekly.gather(session, office, officer, open_in, now)
    return report_of(office, overviews.with_matters(overview, week), week)


def report_of(office: Office, overview: Overview, week: Week | None) -> PeriodReport:
    """From figures that were gathered before; the week of an office may be gone by then."""
    matters = tuple(_matters(week)) if week and not overview.of_office else ()
    return PeriodReport(head=head_of(office, made_at=overview.made_at), overview=overview, matters=matters)


def _matters(week: Week) -> Iterator[tuple[Group, Line]]:
    """As the head of office reads them, who is told that somebody explained himself and not how."""
    for one in findings(replace(week, officer="")):
        if one.group is not Group.FINE and not one.line.key.startswith(IN_CONFIDENCE):
            yield one.group, Line(WITHOUT_WORDS.get(one.line.key, one.line.key), one.line.params)


def paper(facts: PeriodReport) -> Paper:
    """The report as a paper."""
    overview = facts.overview
    columns = BY_OFFICER if overview.of_office else BY_CLIENT
    return Paper(
        template=TEMPLATE,
        file=file_name(overview),
        title=f"document-title-{'monthly' if is_month(overview.period) else 'weekly'}-report",
        head=facts.head,
        subject=tuple(_subject(overview)),
        columns=columns,
        rows=_by_officer(overview) if overview.of_office else _by_client(overview),
        empty="document-no-clients",
        sums=tuple(_sums(overview)),
        signatures=tuple(_signatures(overview)),
        sections=(
            "document-section-sums",
            "document-section-charts",
            "document-section-matters",
            "document-section-by-officer" if overview.of_office else "document-section-by-client",
        ),
        minutes="chart-hours",
        tables=(
            Table(title="document-sheet-matters", columns=("move", "matter"), rows=_told(facts.matters)),
            Table(title="document-sheet-sites", columns=("site", *SESSIONS), rows=_by_site(overview)),
            Table(
                title="document-sheet-weeks",
                columns=("monday", "credited", "waiting"),
                rows=_by_week(overview),
            ),
        ),
        charts=bars_of(overview),
    )


def file_name(overview: Overview) -> str:
    """Without an ending; it names nobody."""
    whose = f"-{harmless(overview.code)}" if overview.code else ""
    if is_month(overview.period):
        return f"laporan-bulanan{whose}-{month_of(overview.first)}"
    return f"laporan-mingguan{whose}-{week_of(overview.first)}"


def _subject(overview: Overview) -> Iterator[Pair]:
    if not overview.of_office:
        yield "document-officer", overview.officer
    yield "document-office", overview.office
    yield "document-first", overview.first
    yield "document-last", overview.last


def _sums(overview: Overview) -> Iterator[Pair]:
    """What there was none of is left out, but for hours, and what was attended and missed."""
    sums, sessions = overview.sums, overview.sums.sessions
    yield "document-clients", sums.clients
    yield "document-period-hours", Minutes(sums.credited)
    for label, minutes in (("document-waiting", sums.waiting), ("document-surplus", sums.surplus)):
        if minutes:
            yield label, Minutes(minutes)
    yield "document-period-due", sessions.due
    yield "document-attended", sessions.attended
    yield "document-count-absent", sessions.missed
    for label, count in (
        ("document-count-excused", sessions.excused),
        ("document-count-asked", sessions.asked),
        ("document-count-site-closed", sessions.closed),
        ("document-count-hindered", sessions.hindered),
        ("document-count-rejected", sessions.rejected),
        ("document-period-reports-due", sums.reports_due),
        ("document-begun", sums.begun),
        ("document-ended", sums.ended),
    ):
        if count:
            yield label, count
        if count and label == "document-period-reports-due":
            yield "document-period-reports-given", sums.reports_given


def _counts(figures: Figures) -> Sequence[Cell]:
    one = figures.sessions
    return (
        one.due,
        one.attended,
        one.excused,
        one.asked,
        one.missed,
        one.closed,
        one.hindered,
        one.rejected,
    )


def _by_client(overview: Overview) -> list[Sequence[Cell]]:
    return [(number, *_client(one)) for number, one in enumerate(overview.cases, 1)]


def _client(one: CaseFigures) -> Sequence[Cell]:
    return (
        one.name,
        one.code,
        Word(programme_key(one.programme)),
        Minutes(one.figures.credited),
        Minutes(one.figures.waiting),
        Minutes(one.served),
        None if one.total is None else Minutes(one.total),
        None if one.remaining is None else Minutes(one.remaining),
        *_counts(one.figures),
        one.figures.reports_due,
        one.figures.reports_given,
        Words(tuple(_remarks(one))),
    )


def _remarks(one: CaseFigures) -> Iterator[str]:
    if one.figures.begun:
        yield "document-remark-begun"
    if one.ended is not None:
        yield f"document-remark-{CaseState(one.ended).value}"
    if one.suspended:
        yield "document-remark-suspended"
    if one.figures.sessions.asked:
        yield "document-status-asked"


def _by_officer(overview: Overview) -> list[Sequence[Cell]]:
    return [(number, *_officer(one)) for number, one in enumerate(overview.officers, 1)]


def _officer(one: OfficerFigures) -> Sequence[Cell]:
    return (
        one.officer,
        one.figures.clients,
        Minutes(one.figures.credited),
        Minutes(one.figures.waiting),
        *_counts(one.figures),
        one.figures.reports_due,
        one.figures.reports_given,
        one.figures.begun,
        one.figures.ended,
        one.act,
        one.waiting,
    )


def _by_site(overview: Overview) -> list[Sequence[Cell]]:
    return [(one.name, *_counts(Figures(sessions=one.sessions))) for one in overview.sites]


def _by_week(overview: Overview) -> list[Sequence[Cell]]:
    return [(one.monday, Minutes(one.credited), Minutes(one.waiting)) for one in overview.weeks]


def _told(matters: Sequence[tuple[Group, Line]]) -> list[Sequence[Cell]]:
    return [(Word(f"document-move-{group.value}"), line) for group, line in matters]


def _signatures(overview: Overview) -> Iterator[Signature]:
    if not overview.of_office:
        yield Signature("document-sign-officer", overview.officer, "document-staff-number")
    yield Signature("document-sign-head", below="document-staff-number")
