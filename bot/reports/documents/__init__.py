"""The papers of an office. Each kind is a module: its facts, gathered once by a plain function, and a paper
made of them; a template beside (`templates/`), and a line here."""

from __future__ import annotations

from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.documents import OF_AN_OFFICER, Asked, DocumentKind, period_of
from bot.domain.weeks import Period
from bot.reports.documents import (
    access,
    attendance_list,
    client_card,
    evaluation_report,
    execution_report,
    final_report,
    guidance_book,
    letter,
    period_report,
    report_list,
)
from bot.reports.documents.access import Part, Whose
from bot.reports.documents.paper import Paper
from bot.reports.evaluations import Review, review_of
from bot.storage.models import Case, Person, Site


async def made_for(
    session: AsyncSession, who: Person, asked: Asked, now: datetime, page: str = ""
) -> Paper | None:
    """A paper with the figures of this moment, as far as this person may read it; None: nothing of it.
    `page`: where a letter can be checked."""
    if asked.kind is DocumentKind.LIST:
        site = await session.get(Site, asked.about)
        if site is None or asked.first is None:
            return None
        part = await access.part_of(session, who, site, asked.first, now)
        return await of_site(session, site, asked.first, part, now) if part else None
    if asked.kind in OF_AN_OFFICER:
        whose = await access.whose_for(session, who, asked.kind, asked.about, now)
        if whose is None or asked.first is None:
            return None
        return await of_officer(session, asked.kind, whose, period_of(asked.kind, asked.first), now)
    if asked.kind is DocumentKind.EVALUATION:
        mine = who.role in access.READERS[asked.kind]
        if not mine or asked.first is None:
            return None
        return await of_evaluations(session, await review_of(session, who), asked.first, now)
    found = await access.case_for(session, who, asked.kind, asked.about, now)
    return await of_case(session, asked.kind, *found, now, page) if found else None


async def of_site(session: AsyncSession, site: Site, week: date, part: Part, now: datetime) -> Paper:
    """The list of a site and a week, by its Monday, whoever asks."""
    return attendance_list.paper(await attendance_list.gather(session, site, week, part, now))


async def of_officer(
    session: AsyncSession, kind: DocumentKind, whose: Whose, period: Period, now: datetime
) -> Paper:
    """A paper of this kind of an officer's clients, or of the whole office's, in a period, whoever asks."""
    if kind is DocumentKind.REPORTS:
        return report_list.paper(await report_list.gather(session, whose, period, now))
    found = await period_report.gather(session, whose.office, whose.officer, period, now)
    return period_report.paper(found)


async def of_evaluations(session: AsyncSession, review: Review, first: date, now: datetime) -> Paper:
    """What comes of evaluations in the year or quarter that began on this day, whoever asks."""
    return evaluation_report.paper(await evaluation_report.gather(session, review, first, now))


async def of_case(
    session: AsyncSession, kind: DocumentKind, case: Case, client: Person, now: datetime, page: str = ""
) -> Paper | None:
    """A paper of this kind of one case, whoever asks; None where it has no letter that holds."""
    match kind:
        case DocumentKind.REPORT:
            return execution_report.paper(await execution_report.gather(session, case, client, now))
        case DocumentKind.FINAL:
            return final_report.paper(await final_report.gather(session, case, client, now))
        case DocumentKind.BOOK:
            return guidance_book.paper(await guidance_book.gather(session, case, client, now))
        case DocumentKind.LETTER:
            facts = await letter.gather(session, case, client, page)
            return letter.paper(facts) if facts else None
        case _:
            return client_card.paper(await client_card.gather(session, case, client, now))
