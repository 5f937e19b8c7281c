"""What comes of evaluations: for the head of all his office, for an agency of its sites; nobody is named."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot import paging
from bot.domain.cases import local_day
from bot.domain.evaluations import (
    ELEMENTS,
    ENOUGH,
    Grade,
    Question,
    Rater,
    SessionWord,
    Span,
    Tally,
    index_of,
    period_of,
)
from bot.domain.messages import Choice, Inbound, Line, Notice, Refused, Show, When, Word
from bot.domain.pages import page_in
from bot.domain.people import Role
from bot.domain.reports import midday
from bot.domain.weeks import Period
from bot.reports import evaluations
from bot.storage import queries
from bot.storage.evaluation_results import Remark, SiteResult
from bot.storage.models import Office, Person

OTHER = {Span.YEAR: Span.QUARTER, Span.QUARTER: Span.YEAR}


async def begin(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/evaluasi` of head and agency: this year."""
    return [await _results(session, who, Span.YEAR, 0, now, Show.AGAIN)]


async def show(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """The quarter or the year, and another page of it."""
    return [await _results(session, who, _span(inbound), page_in(inbound.text) or 0, now, Show.EDIT)]


async def remarks(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """What was written, for the head; clients' words only once they are enough to be nobody's."""
    span = _span(inbound)
    office = await queries.office_of(session, who.office_id)
    today = local_day(now, office.zone)
    found = await evaluations.remarks(session, office, span, today)
    of_clients = sum(one.rater is Rater.CLIENT for one in found)
    shown = [one for one in found if one.rater is not Rater.CLIENT or of_clients >= ENOUGH]
    page = paging.page(page_in(inbound.text) or 0, len(shown))
    hidden = [Line("evaluation-remarks-few", {"most": ENOUGH})] if 0 < of_clients < ENOUGH else []
    lines = [*(_remark(one) for one in page.cut(shown)), *hidden, *paging.lines(page)]
    return [
        Notice(
            to=who.id,
            key="evaluation-remarks",
            params={"since": _since(period_of(span, today), office)},
            lines=tuple(lines or [Line("evaluation-nothing-yet")]),
            choices=tuple(paging.choices(f"evaluation-remarks:{span.value}", page, after=0)),
            card="evaluation-remarks",
            show=Show.AGAIN if page_in(inbound.text) is None else Show.EDIT,
        )
    ]


async def _results(
    session: AsyncSession, who: Person, span: Span, number: int, now: datetime, show: Show
) -> Notice:
    review = await evaluations.review_of(session, who)
    found = await evaluations.results(session, review, span, local_day(now, review.office.zone))
    page = paging.page(number, len(found.sites))
    lines = [*_index(found.elements), *(line for one in page.cut(found.sites) for line in _site(one))]
    other = OTHER[span]
    choices = [Choice(f"evaluation-of:{other.value}", f"choice-evaluation-{Span(other).value}")]
    if who.role is Role.HEAD:
        choices.append(Choice(f"evaluation-remarks:{span.value}", "choice-evaluation-remarks"))
    if found.sites or found.elements:
        choices.append(Choice(f"document-evaluation:{span.value}", "choice-evaluation-paper"))
    choices += paging.choices(f"evaluation-of:{span.value}", page, after=len(choices))
    return Notice(
        to=who.id,
        key="evaluation-results",
        params={"since": _since(found.period, review.office)},
        lines=tuple([*(lines or [Line("evaluation-nothing-yet")]), *paging.lines(page)]),
        choices=tuple(choices),
        card="evaluation-results",
        show=show,
    )


def _index(tallies: Mapping[Question, Tally]) -> Iterator[Line]:
    """The index with its weakest element, or how far it is from being one; nothing before any answer."""
    index = index_of(tallies)
    if index is None:
        if tallies:
            fewest = min(tallies.get(one, Tally()).answers for one in ELEMENTS)
            yield Line("evaluation-index-not-yet", {"most": ENOUGH, "fewest": fewest})
        return
    whole, part = str(index.value).split(".")
    grade = Word(f"evaluation-grade-{Grade(index.grade).value}")
    yield Line("evaluation-index", {"whole": whole, "part": part, "grade": grade, "answers": index.answers})
    weakest = min(ELEMENTS, key=lambda one: tallies[one].total / tallies[one].answers)
    yield Line("evaluation-weakest", {"element": Word(f"evaluation-name-{Question(weakest).value}")})


def _site(result: SiteResult) -> Iterator[Line]:
    """A kind of work at a site."""
    key = "evaluation-site" if result.activity else "evaluation-site-alone"
    yield Line(key, {"site": result.site, **({"activity": result.activity} if result.activity else {})})
    if result.rated:
        smooth, troubled = result.smooth, result.sessions[SessionWord.TROUBLED]
        yield Line("evaluation-sessions", {"count": result.rated, "smooth": smooth, "troubled": troubled})
    if clients := result.clients.answers:
        yield Line("evaluation-by-clients", {"good": result.clients.good, "count": clients})
    if officers := result.officers.answers:
        yield Line("evaluation-by-officers", {"good": result.officers.good, "count": officers})


def _remark(remark: Remark) -> Line:
    match remark.rater:
        case Rater.CLIENT:
            return Line("evaluation-remark-client", {"words": remark.words})
        case _ if not remark.site:
            return Line("evaluation-remark-officer", {"words": remark.words})
        case Rater.OFFICER:
            return Line("evaluation-remark-officer-of", {"words": remark.words, "site": remark.site})
        case Rater.SUPERVISOR:
            return Line("evaluation-remark-supervisor", {"words": remark.words, "site": remark.site})


def _span(inbound: Inbound) -> Span:
    word = (*inbound.text.split(":"), "")[1]
    if word not in set(Span):
        raise Refused("choice-unknown")
    return Span(word)


def _since(period: Period, office: Office) -> When:
    return When(midday(period.first, office.zone), office.zone)
