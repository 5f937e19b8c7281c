"""A week as each reader of Monday's digests has it: the message, its files, and what is frozen of both."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.digest import Week
from bot.domain.messages import Line, Notice, lines_from_json, lines_to_json
from bot.domain.overviews import Overview
from bot.domain.people import PARTNERS, Role
from bot.domain.weeks import week_days
from bot.reports import digest_files
from bot.reports.digest_messages import digest_notices
from bot.reports.documents.period_report import PeriodReport
from bot.reports.figures import from_json
from bot.reports.mondays import SAID, Monday, monday
from bot.reports.partners import partner_notice
from bot.reports.summary import summary_lines
from bot.storage.models import Digest, Office, Person


@dataclass(frozen=True, slots=True)
class StaffReading:
    """An officer's week of his clients, or a head's of his office."""

    monday: Monday
    overview: Overview

    def frozen(self) -> dict[str, Any]:
        """What its digest's row holds."""
        return self.monday.kept() | digest_files.kept(self.overview)

    def notices(self, whose: Person, digest: Digest, *, reader: Person) -> list[Notice]:
        """The messages of its row."""
        return [
            *digest_notices(self.monday.week, whose, digest.id, reader=reader),
            *digest_files.file_notices(self.overview, whose, digest, reader=reader),
        ]


@dataclass(frozen=True, slots=True)
class PartnerReading:
    """A prosecutor's week of his cases, or an agency's of its sites: one message."""

    notice: Notice

    def frozen(self) -> dict[str, Any]:
        """What its digest's row holds."""
        return {SAID: lines_to_json([Line(self.notice.key, self.notice.params), *self.notice.lines])}

    def notices(self, whose: Person, digest: Digest, *, reader: Person) -> list[Notice]:
        """The message; nobody stands in for a partner."""
        return [self.notice]


async def read_week(
    session: AsyncSession, reader: Person, office: Office, week: str, now: datetime
) -> StaffReading | PartnerReading | None:
    """A week (`2026-W17`) as of `now`; None where nothing is his. Raises ValueError for what is no week."""
    if reader.role in PARTNERS:
        told = await partner_notice(session, reader, office, week, week_days(week))
        return PartnerReading(told) if told else None
    read = await monday(session, reader, office, week, now)
    officer = reader if reader.role is Role.OFFICER else None
    return StaffReading(read, await digest_files.overview_of(session, office, officer, read.week, now))


@dataclass(frozen=True, slots=True)
class KeptWeek:
    """A week as its row has it: what the message said, heading first, an officer's figures, and the report
    where there was anybody to report on."""

    lines: tuple[Line, ...]
    figures: Week | None = None
    report: PeriodReport | None = None


def is_whole(frozen: Mapping[str, Any], reader: Person) -> bool:
    """Whether a row has all of it: not where it was written before there were reports, or by a version that
    did not keep what it said."""
    said = reader.role is Role.OFFICER or SAID in frozen
    return said and (reader.role in PARTNERS or digest_files.OVERVIEW in frozen)


def kept_week(frozen: Mapping[str, Any], office: Office) -> KeptWeek:
    """The inverse of `frozen`."""
    report = digest_files.report_from(frozen, office)
    if report is not None and not report.overview.sums.clients:
        report = None
    if SAID in frozen:
        return KeptWeek(lines_from_json(frozen[SAID]), report=report)
    figures = from_json(frozen)
    return KeptWeek(tuple(summary_lines(figures)), figures, report)
