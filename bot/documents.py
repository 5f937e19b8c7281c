"""`hadir document`: the papers of an office as files, each to print and as a draft to edit."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.app import RealClock
from bot.codes import folder_of, office_called
from bot.desktop import opened
from bot.domain.cases import CLOSED_STATES, OPEN_STATES, CaseState, local_day
from bot.domain.days import NoSuchDay
from bot.domain.documents import (
    BY_MONTH,
    OF_A_CASE,
    OF_AN_OFFICER,
    DocumentKind,
    Form,
    draft_form,
    period_of,
    read_period,
)
from bot.domain.evaluations import SPAN_WORDS, Span
from bot.domain.evaluations import period_of as span_period
from bot.domain.weeks import Period
from bot.handouts import new_file
from bot.letters import letter_for
from bot.printing import printed
from bot.reports.documents import of_case, of_evaluations, of_officer, of_site
from bot.reports.documents.access import Whose, whole
from bot.reports.documents.paper import Paper, draft
from bot.reports.evaluations import Review
from bot.reports.papers import can_print
from bot.settings import Settings
from bot.setup import Say
from bot.storage.document_queries import agencies, officers, sites_with_work
from bot.storage.models import Case, Office, Person, Site
from bot.storage.selves import coded
from bot.texts import Texts
from bot.troubles import Trouble

STATES = {
    DocumentKind.LETTER: frozenset({CaseState.COMPLETED}),
    DocumentKind.FINAL: CLOSED_STATES | {CaseState.AWAITING_CLOSING},
}
"""Of which cases a paper is written without being asked for; any other of those that run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What was asked for at the terminal; without a code, everything of the kind."""

    kind: DocumentKind
    out: Path
    code: str = ""
    period: str = ""
    """A week or a month, as it was typed; '': this one."""
    office: str = ""


async def write_documents(settings: Settings, order: Order, say: Say, texts: Texts) -> int:
    """A PDF and a draft of each paper; a file that exists is left alone. Raises Trouble."""
    if not can_print():
        say("invite-no-typst")
        return 1
    now = RealClock().now()
    of_letters = order.kind is DocumentKind.LETTER
    async with (
        opened(settings) as database,
        database.transaction() if of_letters else database.reading() as session,
    ):
        office = await office_called(session, order.office)
        papers = await _papers(session, office, order, now, settings.letter_page)
        folder = await folder_of(session, order.out, office)
    for paper in papers:
        made = await asyncio.to_thread(_made, order.kind, paper, texts, settings.templates_dir)
        for content, form in made:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            path = new_file(folder / f"{paper.file}.{form.value}")
            path.write_bytes(content)
            say("document-written", file=str(path))
    if not papers:
        say("document-no-letter" if of_letters else "document-none")
    return 0


async def _papers(
    session: AsyncSession, office: Office, order: Order, now: datetime, page: str
) -> list[Paper]:
    if order.kind in OF_A_CASE:
        cases = await _cases(session, office, order.kind, order.code)
        for case, _ in cases if order.kind is DocumentKind.LETTER else ():
            await letter_for(session, case, by=None, now=now)
        found = [await of_case(session, order.kind, case, client, now, page) for case, client in cases]
        return [paper for paper in found if paper is not None]
    if order.kind is DocumentKind.EVALUATION:
        return await _evaluations(session, office, order, now)
    period = _period(order, local_day(now, office.zone))
    if order.kind in OF_AN_OFFICER:
        every = [Whose(office, one) for one in await _officers(session, office, order.code)]
        whose = every if order.code else [Whose(office), *every]
        made = [await of_officer(session, order.kind, one, period, now) for one in whose]
        return made if order.code else [paper for paper in made if paper.rows]
    part = whole(period.first)
    sites = await _sites(session, office, order.code, part.days)
    return [await of_site(session, site, period.first, part, now) for site in sites]


async def _evaluations(session: AsyncSession, office: Office, order: Order, now: datetime) -> list[Paper]:
    """Of the office and of each agency, of whose sites something was said; or of this agency."""
    every = await agencies(session, office.id)
    found = [one for one in every if not order.code or one.code.casefold() == order.code.casefold()]
    if order.code and not found:
        raise Trouble("document-agency-unknown", person=order.code, office=office.name)
    reviews = [*([] if order.code else [Review(office)]), *(Review(office, one) for one in found)]
    first = span_period(SPAN_WORDS.get(order.period, Span.YEAR), local_day(now, office.zone)).first
    made = [await of_evaluations(session, one, first, now) for one in reviews]
    return made if order.code else [paper for paper in made if paper.rows]


def _period(order: Order, today: date) -> Period:
    """Raises Trouble for what is no week, or no month."""
    try:
        day = read_period(order.kind, order.period, today) if order.period else today
    except NoSuchDay:
        day = None
    if day is None and order.kind in BY_MONTH:
        raise Trouble("document-month-unknown", code=2, month=order.period)
    if day is None:
        raise Trouble("document-week-unknown", code=2, week=order.period)
    return period_of(order.kind, day)


async def _officers(session: AsyncSession, office: Office, code: str) -> Sequence[Person]:
    """The officer with this code, or all who guide a case."""
    every = await officers(session, office.id)
    found = [one for one in every if not code or one.code.casefold() == code.casefold()]
    if code and not found:
        raise Trouble("document-officer-unknown", person=code, office=office.name)
    return found


async def _sites(session: AsyncSession, office: Office, code: str, days: Sequence[date]) -> Sequence[Site]:
    """The site with this code, or all where somebody is expected in these days."""
    if not code:
        return await sites_with_work(session, office, days[0], days[-1])
    query = select(Site).where(Site.office_id == office.id)
    found = [one for one in (await session.exec(query)).all() if one.code.casefold() == code.casefold()]
    if not found:
        raise Trouble("poster-site-unknown", site=code, office=office.name)
    return found


async def _cases(
    session: AsyncSession, office: Office, kind: DocumentKind, code: str
) -> Sequence[tuple[Case, Person]]:
    """All cases of the client with this code, or everybody's in the states of the kind; a report without
    being asked for only of those that have hours to serve, a book of those who report."""

    query = (
        select(Case, Person)
        .join(Person, col(Person.id) == col(Case.client_id))
        .where(Case.office_id == office.id)
        .order_by(col(Person.code), col(Case.id))
    )
    states = STATES.get(kind, OPEN_STATES)
    query = query.where(coded(code)) if code else query.where(col(Case.state).in_(states))
    if not code and kind is DocumentKind.REPORT:
        query = query.where(col(Case.total_minutes).is_not(None))
    if not code and kind is DocumentKind.BOOK:
        query = query.where(col(Case.report_every).is_not(None))
    found = (await session.exec(query)).all()
    if code and not found:
        raise Trouble("document-client-unknown", person=code, office=office.name)
    return found


def _made(kind: DocumentKind, paper: Paper, texts: Texts, templates: Path) -> list[tuple[bytes, Form]]:
    return [
        (printed(paper, texts, templates), Form.PDF),
        (draft(paper, texts, locale="id"), draft_form(kind)),
    ]
