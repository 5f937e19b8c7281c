"""Summaries of a week as text, and as the files that a terminal writes."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.digest import Week
from bot.reports.export import text_of, week_files
from bot.reports.summary import summary_lines
from bot.storage.models import Person
from bot.texts import Texts
from tests.harness import sentences


def summary_text(week: Week, texts: Texts, locale: str) -> str:
    """The summary of these figures."""
    return text_of(summary_lines(week), texts, locale)


async def exported(session: AsyncSession, reader: Person, week: str, now: datetime) -> tuple[str, bytes]:
    """Text and workbook of an officer's or head's week; b'' for a partner, who has none."""
    files = await week_files(session, sentences(), reader, week, now)
    assert files is not None
    return files.text, files.workbook or b""
