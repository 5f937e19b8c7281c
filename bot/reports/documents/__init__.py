"""The papers of an office. Each kind is a module: its facts, gathered once by a plain function, and a paper
made of them; a template beside (`templates/`), and a line here."""

from __future__ import annotations

from datetime import date, datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.documents import Asked, DocumentKind
from bot.reports.documents import access, attendance_list, client_card, execution_report, letter
from bot.reports.documents.access import Part
from bot.reports.documents.paper import Paper
from bot.storage.models import Case, Person, Site


async def made_for(
    session: AsyncSession, who: Person, asked: Asked, now: datetime, page: str = ""
) -> Paper | None:
    """A paper with the figures of this moment, as far as this person may read it; None: nothing of it.
    `page`: where a letter can be checked."""
    if asked.kind is DocumentKind.LIST:
        site = await session.get(Site, asked.about)
        if site is None or asked.week is None:
            return None
        part = await access.part_of(session, who, site, asked.week, now)
        return await of_site(session, site, asked.week, part, now) if part else None
    found = await access.case_for(session, who, asked.kind, asked.about, now)
    return await of_case(session, asked.kind, *found, now, page) if found else None


async def of_site(session: AsyncSession, site: Site, week: date, part: Part, now: datetime) -> Paper:
    """The list of a site and a week, by its Monday, whoever asks."""
    return attendance_list.paper(await attendance_list.gather(session, site, week, part, now))


async def of_case(
    session: AsyncSession, kind: DocumentKind, case: Case, client: Person, now: datetime, page: str = ""
) -> Paper | None:
    """A paper of this kind of one case, whoever asks; None where it has no letter that holds."""
    if kind is DocumentKind.LETTER:
        facts = await letter.gather(session, case, client, page)
        return letter.paper(facts) if facts else None
    if kind is DocumentKind.REPORT:
        return execution_report.paper(await execution_report.gather(session, case, client, now))
    return client_card.paper(await client_card.gather(session, case, client, now))
