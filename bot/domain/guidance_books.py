"""The book of a client's guidance (*buku perkembangan bimbingan*): his reports in his own words, and what his
officer noted between them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.cases import Programme
from bot.domain.documents import Head
from bot.domain.report_lists import ReportLine


@dataclass(frozen=True, slots=True)
class Told:
    """A report day, and what the client answered: question → words, or `yes` and `no`."""

    line: ReportLine
    answers: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Noted:
    """An officer's note."""

    words: str
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceBook:
    """One case, by day."""

    head: Head
    client: str
    code: str
    child: bool
    number: str
    """Of the case; '' for a child."""
    programme: Programme
    starts_on: date | None
    ends_on: date | None
    officer: str
    entries: tuple[Told | Noted, ...]
