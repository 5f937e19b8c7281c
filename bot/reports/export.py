"""A reader's week outside the chat: its text, its Excel file and its report, as Monday had them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Line
from bot.domain.weeks import week_days
from bot.reports.documents import period_report
from bot.reports.documents.paper import draft
from bot.reports.documents.period_report import PeriodReport
from bot.reports.excel import workbook
from bot.reports.readings import KeptWeek, is_whole, kept_week, read_week
from bot.storage import digest_queries, queries
from bot.storage.models import Person
from bot.texts import Texts


@dataclass(frozen=True, slots=True)
class WeekFiles:
    """A partner has the text alone."""

    text: str
    workbook: bytes | None
    report: PeriodReport | None


async def week_files(
    session: AsyncSession, texts: Texts, reader: Person, week: str, now: datetime
) -> WeekFiles | None:
    """What Monday said of a week (`2026-W08`) and brought with it; where nothing was written on that Monday,
    as of now. None where there is nothing for him: no case or site is his, or he is gone.

    Raises ValueError for a name that is no week.
    """
    week_days(week)
    kept = await _kept(session, reader, week, now)
    if kept is None:
        return None
    text = text_of(kept.lines, texts, reader.locale)
    return WeekFiles(text, _workbook(kept, texts, reader.locale), kept.report)


def text_of(lines: Iterable[Line], texts: Texts, locale: str) -> str:
    """A summary as one text."""
    return "\n".join(texts.render(line.key, line.params, locale=locale) for line in lines)


async def _kept(session: AsyncSession, reader: Person, week: str, now: datetime) -> KeptWeek | None:
    """What a row lacks is that of now."""
    office = await queries.office_of(session, reader.office_id)
    digest = await digest_queries.digest_of(session, reader, week)
    frozen = digest.figures if digest else {}
    if not is_whole(frozen, reader):
        left = await queries.has_left(session, reader, now)
        read = None if left and not frozen else await read_week(session, reader, office, week, now)
        if read is None:
            return None
        frozen = read.frozen() | frozen
    return kept_week(frozen, office)


def _workbook(kept: KeptWeek, texts: Texts, locale: str) -> bytes | None:
    """That of an officer's figures; for a head the draft of his report."""
    if kept.figures is not None:
        return workbook(kept.figures, texts, locale)
    return draft(period_report.paper(kept.report), texts, locale=locale) if kept.report else None
