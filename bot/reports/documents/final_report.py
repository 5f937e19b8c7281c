"""The final report of a case (*laporan akhir*): ruling, hours, sessions, corrections, misses and what was
said of them, reports, and the evaluation, which is left to the pen where nobody has given one. An illness is
*izin*, and nobody's words stand on it but an evaluation's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import OVER_STATES, Cause, local_day
from bot.domain.digest import programme_key
from bot.domain.documents import DocumentKind
from bot.domain.evaluations import Rater
from bot.domain.final_reports import Counted, FinalReport, Reported
from bot.domain.hours import EventKind
from bot.domain.messages import Line, Minutes, Word, Words
from bot.domain.people import Role
from bot.domain.reports import ReportState
from bot.domain.worked import ATTENDED, Status
from bot.reports.documents.cases import balance_of, recorded, sums
from bot.reports.documents.cells import rows_of
from bot.reports.documents.execution_report import MISSED
from bot.reports.documents.identity import identity_of, named, ruled, ruling_of
from bot.reports.documents.lines import head_of
from bot.reports.documents.paper import Pair, Paper, Signature, Table
from bot.reports.papers import harmless
from bot.reports.sheets import Cell
from bot.storage import document_queries, queries, report_lists
from bot.storage.corrections import corrections_of
from bot.storage.evaluations import evaluation_of
from bot.storage.events import entries_now, facts_of
from bot.storage.models import Case, Office, Person

TEMPLATE = "laporan-akhir.typ"
DONE = (
    "number",
    "day",
    "plan-start",
    "plan-finish",
    "site",
    "activity",
    "start",
    "finish",
    "credited",
    "surplus",
    "confirmed",
    "role",
    "status",
    "notes",
)
COUNTED = ("number", "day", "minutes", "reason", "by-whom", "role")
NOT_WORKED = ("number", "day", "plan-start", "plan-finish", "site", "activity", "status", "notes")
EVALUATION = ("question", "answer")
BLANKS = tuple((Word(f"document-evaluation-{who.value}"), "") for who in Rater)
"""For the pen, of who has not answered; a client's answers belong to no case."""


async def gather(session: AsyncSession, case: Case, client: Person, now: datetime) -> FinalReport:
    """A case as it stands now, whether it is closed or not."""
    office = await queries.office_of(session, case.office_id)
    known = await document_queries.people(session, office, [case.officer_id, case.prosecutor_id])
    officer, prosecutor = (known.get(one or 0) for one in (case.officer_id, case.prosecutor_id))
    lines = await recorded(session, case, office, now)
    closed_on, closed_why = await _closed(session, case, office)
    done = tuple(one for one in lines if one.status in ATTENDED or one.credited)
    return FinalReport(
        head=head_of(office, made_at=now),
        **identity_of(case, client),
        **ruling_of(case, client),
        state=case.state,
        closed_on=closed_on,
        closed_why=closed_why,
        sites=tuple(await document_queries.places_of(session, case)),
        officer=officer.shown if officer else "",
        prosecutor=prosecutor.shown if prosecutor else "",
        balance=await balance_of(session, case),
        done=done,
        missed=tuple(one for one in lines if one not in done),
        counted=tuple(await _counted(session, case, office)),
        reported=await _reported(session, case, office, now),
        evaluation=tuple(_evaluated(await evaluation_of(session, case))),
    )


async def _closed(session: AsyncSession, case: Case, office: Office) -> tuple[date | None, Word | None]:
    """On which day a case was closed, and why, where it was for one of the reasons that need no words."""
    changes = await facts_of(session, case, EventKind.CASE_STATE_CHANGED)
    if case.state not in OVER_STATES or not changes:
        return None, None
    by_rule = case.state_reason in set(Cause)
    why = Word(f"cause-{case.state_reason.replace('_', '-')}") if by_rule else None
    return local_day(changes[0].recorded_at, office.zone), why


def _evaluated(given: Sequence[tuple[Rater, str, str]]) -> Iterator[tuple[Word | Line, Word | str]]:
    """Rater by rater, with room for each who has not answered."""
    for rater, blank in zip(Rater, BLANKS, strict=True):
        theirs = [(asked, said) for by, asked, said in given if by is rater]
        if not theirs:
            yield blank
        for asked, said in theirs:
            yield Line("document-rated-by", {"rater": blank[0], "question": Word(asked)}), Word(said)


async def _counted(session: AsyncSession, case: Case, office: Office) -> list[Counted]:
    """What counts without an attendance, day by day, with the reasons of what corrected it."""
    standing = [one for one in await corrections_of(session, case) if not one.taken_back]
    known = await document_queries.people(session, office, [one.by for one in standing])
    found = []
    for entry in (await entries_now(session, case)).credited:
        if entry.attendance is not None:
            continue
        of_day = [one for one in reversed(standing) if one.day == entry.day]
        by = next((known[one.by] for one in reversed(of_day) if one.by in known), None)
        reasons = dict.fromkeys(f"adjust-reason-{one.reason.value.replace('_', '-')}" for one in of_day)
        found.append(
            Counted(
                day=entry.day,
                minutes=entry.minutes,
                reasons=Words(tuple(reasons)),
                by=by.shown if by else "",
                role=by.role if by else None,
            )
        )
    return found


async def _reported(session: AsyncSession, case: Case, office: Office, now: datetime) -> Reported | None:
    rows = await report_lists.of_case(session, case, local_day(now, office.zone))
    if not rows and case.report_every is None:
        return None
    states = [one.state for one, _ in rows]
    late = states.count(ReportState.LATE)
    return Reported(
        due=len(states),
        given=states.count(ReportState.DONE) + late,
        late=late,
        missed=states.count(ReportState.MISSED),
        unreached=states.count(ReportState.UNREACHED),
    )


def paper(facts: FinalReport) -> Paper:
    """The report as a paper."""
    return Paper(
        template=TEMPLATE,
        file=f"laporan-akhir-{harmless(facts.code)}",
        title=f"document-title-{DocumentKind.FINAL.value}",
        head=facts.head,
        subject=tuple(_subject(facts)),
        columns=DONE,
        rows=rows_of(DONE, facts.done),
        empty="document-no-work",
        sums=tuple(_sums(facts)),
        tables=tuple(_tables(facts)),
        signatures=(
            Signature("document-sign-officer", facts.officer, "document-staff-number"),
            Signature("document-sign-head", below="document-staff-number"),
        ),
        sections=("document-section-done", "document-section-sessions"),
    )


def _subject(facts: FinalReport) -> Iterator[Pair]:
    yield from named(facts)
    yield from ruled(facts)
    yield "document-programme", Word(programme_key(facts.programme))
    yield "document-starts", facts.starts_on
    yield "document-ends" if facts.closed_on is None else "document-ends-planned", facts.ends_on
    yield "document-state", Word(f"case-state-{facts.state.value.replace('_', '-')}")
    if facts.closed_on is not None:
        yield "document-closed-on", facts.closed_on
    if facts.closed_why is not None:
        yield "document-closed-why", facts.closed_why
    if facts.works:
        yield "document-places", ", ".join(facts.sites)
    yield "document-officer", facts.officer
    yield "document-prosecutor", facts.prosecutor


def _sums(facts: FinalReport) -> Iterator[Pair]:
    """Hours, sessions, reports; of what there was none nothing is said, but for what came and
    what did not."""
    if facts.works:
        yield from sums(facts.balance)
        yield "document-sessions-done", len(facts.done)
        for status in MISSED:
            count = facts.said(status)
            if count or status is Status.ABSENT:
                yield f"document-count-{status.value}", count
    if told := facts.reported:
        yield "document-reports-due", told.due
        yield "document-reports-given", told.given
        yield "document-reports-late", told.late
        yield "document-reports-missed", told.missed
        if told.unreached:
            yield "document-reports-unreached", told.unreached


def _tables(facts: FinalReport) -> Iterator[Table]:
    if facts.works:
        yield Table(
            title="document-section-counted",
            columns=COUNTED,
            rows=[_row(number, one) for number, one in enumerate(facts.counted, 1)],
            empty="document-none-counted",
        )
        yield Table(
            title="document-section-missed",
            columns=NOT_WORKED,
            rows=rows_of(NOT_WORKED, facts.missed),
            empty="document-none-missed",
        )
    yield Table(title="document-section-evaluation", columns=EVALUATION, rows=facts.evaluation or BLANKS)


def _row(number: int, one: Counted) -> Sequence[Cell]:
    reasons = Word("document-note-opening") if one.day is None else one.reasons
    role = Word(f"role-{Role(one.role).value}") if one.role else None
    return number, one.day, Minutes(one.minutes), reasons, one.by, role
