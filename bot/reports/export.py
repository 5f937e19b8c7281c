"""A week's summary outside the chat: its text, its Excel file and its report, as the chat had them."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.digest import Week
from bot.domain.weeks import week_days
from bot.reports.digest_files import overview_of, report_from
from bot.reports.documents.period_report import PeriodReport, report_of
from bot.reports.excel import workbook
from bot.reports.figures import from_json
from bot.reports.mondays import monday
from bot.reports.summary import summary_lines
from bot.storage import digest_queries, queries
from bot.storage.models import Person
from bot.texts import Texts


async def export_week(
    session: AsyncSession, texts: Texts, officer: Person, week: str, now: datetime
) -> tuple[str, bytes]:
    """Text and Excel file of a week (`2026-W08`): frozen where a digest was sent, computed now where not.

    Raises ValueError for a name that is no week.
    """
    figures = await _figures(session, officer, week, now)
    return summary_text(figures, texts, officer.locale), workbook(figures, texts, officer.locale)


async def week_report(session: AsyncSession, officer: Person, week: str, now: datetime) -> PeriodReport:
    """The report on a week, with the figures of `export_week`. A week whose digest was sent before there were
    reports has the figures of now."""
    office = await queries.office_of(session, officer.office_id)
    digest = await digest_queries.digest_of(session, officer, week)
    frozen = report_from(digest.figures, office) if digest else None
    if frozen is not None:
        return frozen
    figures = await _figures(session, officer, week, now)
    return report_of(office, await overview_of(session, office, officer, figures, now), figures)


def summary_text(week: Week, texts: Texts, locale: str) -> str:
    """The summary as one text."""
    return "\n".join(texts.render(line.key, line.params, locale=locale) for line in summary_lines(week))


async def _figures(session: AsyncSession, officer: Person, week: str, now: datetime) -> Week:
    week_days(week)
    digest = await digest_queries.digest_of(session, officer, week)
    if digest is not None:
        return from_json(digest.figures)
    office = await queries.office_of(session, officer.office_id)
    return (await monday(session, officer, office, week, now)).week
