"""How a case goes (*laporan pelaksanaan*), for the prosecutor who supervises it: plan, done, remaining, and
what was said of the sessions that nobody worked. An illness is *izin*, nobody's words stand on it, and it
holds no opinion."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.digest import programme_key
from bot.domain.documents import ExecutionReport
from bot.domain.messages import Minutes, Word
from bot.domain.worked import ATTENDED, Status
from bot.reports.documents.cases import balance_of, recorded, sums
from bot.reports.documents.cells import rows_of
from bot.reports.documents.identity import identity_of, named, ruled, ruling_of
from bot.reports.documents.lines import head_of
from bot.reports.documents.paper import Pair, Paper, Signature
from bot.reports.papers import harmless
from bot.storage import document_queries, figures, queries
from bot.storage.models import Case, Person

TEMPLATE = "laporan-pelaksanaan.typ"
COLUMNS = ("number", "day", "plan-start", "plan-finish", "site", "activity", "status", "notes")
MOST_AHEAD = 1000
MISSED = (
    Status.ABSENT,
    Status.EXCUSED,
    Status.ASKED,
    Status.UNREACHED,
    Status.SITE_CLOSED,
    Status.SYSTEM_FAILURE,
    Status.REJECTED,
)
"""In the order in which they are counted."""


async def gather(session: AsyncSession, case: Case, client: Person, now: datetime) -> ExecutionReport:
    """A case as it stands now."""
    office = await queries.office_of(session, case.office_id)
    known = await document_queries.people(session, office, [case.officer_id, case.prosecutor_id])
    officer, prosecutor = (known.get(one or 0) for one in (case.officer_id, case.prosecutor_id))
    lines = [one for one in await recorded(session, case, office, now) if one.planned]
    count, ahead = await figures.planned_ahead(session, case, now, skip=0, limit=MOST_AHEAD)
    return ExecutionReport(
        head=head_of(office, made_at=now),
        **identity_of(case, client),
        **ruling_of(case, client),
        sites=tuple(await document_queries.places_of(session, case)),
        officer=officer.shown if officer else "",
        prosecutor=prosecutor.shown if prosecutor else "",
        balance=await balance_of(session, case),
        attended=sum(one.status in ATTENDED for one in lines),
        planned_ahead=count,
        minutes_ahead=sum(planned.counted for planned, _ in ahead),
        missed=tuple(one for one in lines if one.status not in ATTENDED),
    )


def paper(facts: ExecutionReport) -> Paper:
    """The report as a paper."""
    return Paper(
        template=TEMPLATE,
        file=f"laporan-pelaksanaan-{harmless(facts.code)}",
        title="document-title-execution-report",
        head=facts.head,
        subject=tuple(_subject(facts)),
        columns=COLUMNS,
        rows=rows_of(COLUMNS, facts.missed),
        empty="document-none-missed",
        sums=tuple(_sums(facts)),
        signatures=(
            Signature("document-sign-officer", facts.officer, "document-staff-number"),
            Signature("document-sign-head", below="document-staff-number"),
        ),
        sections=("document-section-done", "document-section-missed"),
    )


def _subject(facts: ExecutionReport) -> Iterator[Pair]:
    yield from named(facts)
    yield from ruled(facts)
    yield "document-programme", Word(programme_key(facts.programme))
    yield "document-starts", facts.starts_on
    yield "document-ends", facts.ends_on
    yield "document-places", ", ".join(facts.sites)
    yield "document-officer", facts.officer
    yield "document-prosecutor", facts.prosecutor


def _sums(facts: ExecutionReport) -> Iterator[Pair]:
    """Hours, then sessions; what there was none of is left out, but for what was attended and missed."""
    yield from sums(facts.balance)
    yield "document-due", facts.attended + len(facts.missed)
    yield "document-attended", facts.attended
    for status in MISSED:
        count = facts.said(status)
        if count or status is Status.ABSENT:
            yield f"document-count-{status.value}", count
    yield "document-ahead", facts.planned_ahead
    if facts.minutes_ahead:
        yield "document-ahead-minutes", Minutes(facts.minutes_ahead)
