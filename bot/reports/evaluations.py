"""What may be shown of evaluations, in the chat and on paper: of clients nothing before they are enough to be
nobody's, not even as what lies between a year and its quarter; to an agency what happened at its sites."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.evaluations import (
    ENOUGH,
    Question,
    Rater,
    Span,
    Tally,
    of_year,
    parts_of,
    period_of,
    shown_quarters,
)
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
    """What was written, of supervisors and officers the latest first."""
    parts = [await evaluation_results.remarks(session, office.id, one) for one in parts_of(span, today)]
    of_clients = [[one for one in part if one.rater is Rater.CLIENT] for part in parts]
    shown = [one for place in shown_quarters([len(part) for part in of_clients]) for one in of_clients[place]]
    others = [one for part in reversed(parts) for one in part if one.rater is not Rater.CLIENT]
    return [*others, *sorted(shown, key=lambda one: one.words.casefold())]


async def _elements(
    session: AsyncSession, office: Office, span: Span, today: date
) -> Mapping[Question, Tally]:
    parts = [await evaluation_results.elements(session, office.id, one) for one in parts_of(span, today)]
    answered = {one for part in parts for one in part}
    return {one: of_year([part.get(one, Tally()) for part in parts]) for one in answered}


async def _sites(session: AsyncSession, review: Review, span: Span, today: date) -> Sequence[SiteResult]:
    of = (session, review.office.id, review.agency_name)
    found = await evaluation_results.by_site(*of, period_of(span, today))
    if span is Span.QUARTER:
        return found
    quarters = [await evaluation_results.by_site(*of, one) for one in parts_of(span, today)]
    clients = [{one.key: one.clients for one in part} for part in quarters]
    for one in found:
        one.clients = of_year([part.get(one.key, Tally()) for part in clients])
    return found
