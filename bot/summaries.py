"""`hadir digest`: a week's summaries as files, with the figures of the chat."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from pathlib import Path

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.app import RealClock
from bot.codes import folder_of, office_called, reader_called
from bot.desktop import opened
from bot.domain.people import READ_THE_WEEK
from bot.domain.weeks import digest_week
from bot.printing import printed
from bot.reports.documents import period_report
from bot.reports.documents.period_report import PeriodReport
from bot.reports.export import WeekFiles, week_files
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
    """A week's summaries as `CODE-WEEK.txt`, of officers and heads also as `.xlsx`, and as `.pdf` where that
    can be set; without a week the last whole one. Where there are several offices, each has a folder of its
    own. Raises Trouble."""
    now, texts = RealClock().now(), Texts()
    async with opened(settings) as database, database.reading() as session:
        readers = await _readers(session, code, office)
        if not readers:
            say("no-readers")
            return 1
        for reader in readers:
            home = await queries.office_of(session, reader.office_id)
            chosen = week or digest_week(now, home.zone)
            try:
                files = await week_files(session, texts, reader, chosen, now)
            except ValueError:
                say("week-unknown", week=week)
                return 2
            if files is None:
                if code or reader.left_on is None:
                    say("digest-nothing", code=reader.code, week=chosen)
                continue
            name = await folder_of(session, out, home) / f"{reader.code}-{chosen}"
            await asyncio.to_thread(_write, name, files)
            _say_written(name, files, say)
            if files.report is not None and can_print():
                await asyncio.to_thread(
                    _print, name, files.report, texts, settings.templates_dir, reader.locale
                )
                say("document-written", file=f"{name}.pdf")
    return 0


def _write(name: Path, files: WeekFiles) -> None:
    name.parent.mkdir(parents=True, exist_ok=True)
    name.with_suffix(".txt").write_text(files.text + "\n", encoding="utf-8")
    if files.workbook is not None:
        name.with_suffix(".xlsx").write_bytes(files.workbook)


def _say_written(name: Path, files: WeekFiles, say: Say) -> None:
    if files.workbook is None:
        say("digest-text-written", file=f"{name}.txt")
    else:
        say("digest-written", file=f"{name}.txt", workbook=f"{name}.xlsx")


def _print(name: Path, report: PeriodReport, texts: Texts, templates: Path, locale: str) -> None:
    content = printed(period_report.paper(report), texts, templates, locale=locale)
    name.with_suffix(".pdf").write_bytes(content)


async def _readers(session: AsyncSession, code: str, office: str) -> Sequence[Person]:
    if code:
        return [await reader_called(session, code, office=office)]
    query = select(Person).where(col(Person.role).in_(READ_THE_WEEK), speaks()).order_by(col(Person.id))
    if office:
        query = query.where(Person.office_id == (await office_called(session, office)).id)
    return (await session.exec(query)).all()
