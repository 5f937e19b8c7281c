"""What comes of evaluations (*hasil evaluasi*) by site and kind of work, and for the office the elements of
service. It names nobody and holds nobody's words; of clients nothing below five answers, as in the chat."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from fractions import Fraction

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import local_day
from bot.domain.documents import Head
from bot.domain.evaluations import (
    ELEMENTS,
    ENOUGH,
    Grade,
    Question,
    SessionWord,
    Span,
    Tally,
    begun_on,
    converted,
    hundredths,
    index_of,
)
from bot.domain.messages import Line, Word
from bot.reports.documents.lines import head_of
from bot.reports.documents.paper import Pair, Paper, Signature, Table
from bot.reports.evaluations import Results, Review, results
from bot.reports.papers import harmless
from bot.reports.sheets import Cell
from bot.storage.evaluation_results import SiteResult

TEMPLATE = "hasil-evaluasi.typ"
BY_SITE = ("number", "site", "activity", "rated", "smooth", "fair", "troubled", "smooth-share")
BY_CLIENTS = ("clients-said", "clients-good")
BY_OFFICERS = ("officers-said", "officers-good")
BY_ELEMENT = ("element", "answers", "mean", "converted")


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationReport:
    """The results of an office, or of an agency's sites."""

    head: Head
    agency: str
    """'' for the whole office."""
    code: str
    span: Span
    results: Results


async def gather(session: AsyncSession, review: Review, first: date, now: datetime) -> EvaluationReport:
    """The year or quarter that began on this day, as it stands now."""
    span, last = begun_on(first, local_day(now, review.office.zone))
    return EvaluationReport(
        head=head_of(review.office, made_at=now),
        agency=review.agency_name or "",
        code=review.agency.code if review.agency else "",
        span=span,
        results=await results(session, review, span, last),
    )


def paper(facts: EvaluationReport) -> Paper:
    """The results as a paper."""
    found = facts.results
    own = () if facts.agency else BY_OFFICERS
    elements = tuple(_elements(found))
    return Paper(
        template=TEMPLATE,
        file=_file_name(facts),
        title="document-title-evaluation-report",
        head=facts.head,
        subject=tuple(_subject(facts)),
        columns=(*BY_SITE, *BY_CLIENTS, *own),
        rows=[(number, *_site(one, office=bool(own))) for number, one in enumerate(found.sites, 1)],
        empty="evaluation-nothing-yet",
        sums=tuple(_sums(found)),
        signatures=(Signature("document-sign-head", below="document-staff-number"),),
        sections=("document-section-service", "document-section-by-site"),
        tables=(Table(title="document-sheet-elements", columns=BY_ELEMENT, rows=elements),)
        if elements
        else (),
    )


def _file_name(facts: EvaluationReport) -> str:
    code = f"-{harmless(facts.code)}" if facts.code else ""
    first = facts.results.period.first
    quarter = "" if facts.span is Span.YEAR else f"-TW{(first.month + 2) // 3}"
    return f"evaluasi{code}-{first.year}{quarter}"


def _subject(facts: EvaluationReport) -> Iterator[Pair]:
    if facts.agency:
        yield "document-agency", facts.agency
    else:
        yield "document-office", facts.head.office
    yield "document-first", facts.results.period.first
    yield "document-last", facts.results.period.last
    yield "document-of-clients", Line("document-from-answers", {"most": ENOUGH})


def _sums(found: Results) -> Iterator[Pair]:
    """Of sessions; and of the office the index, or that there is none yet. What clients said of sites is not
    added up: a sum would tell of the site that is not shown."""
    rated = sum(one.rated for one in found.sites)
    yield "document-rated", rated
    if rated:
        yield "document-rated-sites", len({one.site for one in found.sites if one.rated})
        yield "document-troubled", sum(one.sessions[SessionWord.TROUBLED] for one in found.sites)
    if not found.elements:
        return
    index = index_of(found.elements)
    if index is None:
        yield "document-index", Word("document-index-not-yet")
        return
    yield "document-index", index.value
    yield "document-index-grade", Word(f"evaluation-grade-{Grade(index.grade).value}")
    yield "document-index-answers", index.answers


def _site(one: SiteResult, *, office: bool) -> Sequence[Cell]:
    """Of whom nobody said anything, or too few did, the cells are empty."""
    sessions = (one.rated, *(one.sessions[word] for word in SessionWord), one.smooth)
    raters = (one.clients, one.officers) if office else (one.clients,)
    return (
        one.site,
        one.activity,
        *(sessions if one.rated else (None,) * len(sessions)),
        *(cell for tally in raters for cell in _said(tally)),
    )


def _said(tally: Tally) -> tuple[Cell, Cell]:
    return (tally.answers, tally.good) if tally.answers else (None, None)


def _elements(found: Results) -> Iterator[Sequence[Cell]]:
    for one in ELEMENTS:
        tally = found.elements.get(one, Tally())
        if tally.answers >= ENOUGH:
            mean = Fraction(tally.total, tally.answers)
            name = Word(f"evaluation-name-{Question(one).value}")
            yield name, tally.answers, hundredths(mean), converted(mean)
