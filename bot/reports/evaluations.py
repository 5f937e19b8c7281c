"""What may be shown of evaluations, in the chat and on paper: of clients nothing before they are enough to be
nobody's, not even as what lies between a year and its quarter; to an agency what happened at its sites."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.evaluations import ENOUGH, Question, Rater, Span, Tally, beside, of_year, period_of
from bot.domain.people import Role
from bot.domain.weeks import Period
from bot.storage import evaluation_results, queries
from bot.storage.evaluation_results import Remark, SiteResult
from bot.storage.models import Office, Person


@dataclass(frozen=True, slots=True)
class Review:
    """Whose results are read: those of an office, or of the sites of an agency."""

    office: Office
    agency: Person | None = None

    @property
    def agency_name(self) -> str | None:
        return self.agency.name if self.agency else None


@dataclass(frozen=True, slots=True)
class Results:
    """What is shown of a period; `elements` as they were answered: of which there is an index, or a line of a
    table, only where each is enough."""

    period: Period
    sites: tuple[SiteResult, ...]
    elements: Mapping[Question, Tally]


async def review_of(session: AsyncSession, who: Person) -> Review:
    """What a head or an agency may read."""
    office = await queries.office_of(session, who.office_id)
    return Review(office, who if who.role is Role.AGENCY else None)


async def results(session: AsyncSession, review: Review, span: Span, today: date) -> Results:
    """The year or quarter up to a day. Officers' word and the elements of service are the office's own."""
    sites = await _sites(session, review, span, today)
    elements = await _elements(session, review.office, span, today) if review.agency is None else {}
    for one in sites:
        one.clients = one.clients if one.clients.answers >= ENOUGH else Tally()
        one.officers = one.officers if review.agency is None else Tally()
    told = (one for one in sites if one.rated or one.clients.answers or one.officers.answers)
    return Results(period_of(span, today), tuple(told), elements)


async def remarks(session: AsyncSession, office: Office, span: Span, today: date) -> Sequence[Remark]:
    """What was written; of clients in the year only where it tells nobody's beside the quarter."""
    found = await evaluation_results.remarks(session, office.id, period_of(span, today))
    if span is Span.QUARTER:
        return found
    latest = await evaluation_results.remarks(session, office.id, period_of(Span.QUARTER, today))
    of_clients = [one for one in latest if one.rater is Rater.CLIENT]
    if beside(sum(one.rater is Rater.CLIENT for one in found), len(of_clients)):
        return found
    return [*(one for one in found if one.rater is not Rater.CLIENT), *of_clients]


async def _elements(
    session: AsyncSession, office: Office, span: Span, today: date
) -> Mapping[Question, Tally]:
    found = await evaluation_results.elements(session, office.id, period_of(span, today))
    if span is Span.QUARTER:
        return found
    quarter = await evaluation_results.elements(session, office.id, period_of(Span.QUARTER, today))
    return {one: of_year(tally, quarter.get(one, Tally())) for one, tally in found.items()}


async def _sites(session: AsyncSession, review: Review, span: Span, today: date) -> Sequence[SiteResult]:
    of = (session, review.office.id, review.agency_name)
    found = await evaluation_results.by_site(*of, period_of(span, today))
    if span is Span.QUARTER:
        return found
    latest = await evaluation_results.by_site(*of, period_of(Span.QUARTER, today))
    quarter = {(one.site, one.activity): one.clients for one in latest}
    for one in found:
        one.clients = of_year(one.clients, quarter.get((one.site, one.activity), Tally()))
    return found
