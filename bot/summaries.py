"""`hadir digest`: a week's summaries as files, with the figures of the chat."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.app import RealClock
from bot.codes import folder_of, office_called, person_called
from bot.desktop import opened
from bot.domain.people import Role
from bot.domain.weeks import digest_week
from bot.printing import printed
from bot.reports.documents import period_report
from bot.reports.documents.period_report import PeriodReport
from bot.reports.export import export_week, week_report
from bot.reports.papers import can_print
from bot.settings import Settings
from bot.setup import Say
from bot.storage import queries
from bot.storage.models import Person
from bot.storage.selves import speaks
from bot.texts import Texts


async def write_digests(
    settings: Settings, out: Path, week: str, code: str, say: Say, *, office: str = ""
) -> int:
    """A week's summaries as `CODE-WEEK.txt` and `.xlsx`, and as `.pdf` where that can be set; without a week
    the last whole one. Where there are several offices, each has a folder of its own. Raises Trouble."""
    now, texts = RealClock().now(), Texts()
    async with opened(settings) as database, database.reading() as session:
        officers = await _officers(session, code, office)
        if not officers:
            say("no-officers")
            return 1
        for officer in officers:
            home = await queries.office_of(session, officer.office_id)
            chosen = week or digest_week(now, home.zone)
            try:
                text, workbook = await export_week(session, texts, officer, chosen, now)
                report = await week_report(session, officer, chosen, now)
            except ValueError:
                say("week-unknown", week=week)
                return 2
            name = await folder_of(session, out, home) / f"{officer.code}-{chosen}"
            await asyncio.to_thread(_write, name, text, workbook)
            say("digest-written", file=f"{name}.txt", workbook=f"{name}.xlsx")
            if can_print():
                await asyncio.to_thread(_print, name, report, texts, settings.templates_dir, officer.locale)
                say("document-written", file=f"{name}.pdf")
    return 0


def _write(name: Path, text: str, workbook: bytes) -> None:
    name.parent.mkdir(parents=True, exist_ok=True)
    name.with_suffix(".txt").write_text(text + "\n", encoding="utf-8")
    name.with_suffix(".xlsx").write_bytes(workbook)


def _print(name: Path, report: PeriodReport, texts: Texts, templates: Path, locale: str) -> None:
    content = printed(period_report.paper(report), texts, templates, locale=locale)
    name.with_suffix(".pdf").write_bytes(content)


async def _officers(session: AsyncSession, code: str, office: str) -> Sequence[Person]:
    if code:
        return [await person_called(session, code, office=office, role=Role.OFFICER)]
    query = select(Person).where(Person.role == Role.OFFICER, speaks()).order_by(col(Person.id))
    if office:
        query = query.where(Person.office_id == (await office_called(session, office)).id)
    return (await session.exec(query)).all()
