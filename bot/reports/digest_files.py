"""What Monday's message attaches: the report to sign, its charts as a picture, for a head its outline. Their
figures are frozen in the digest's row, and they are made of them when they leave."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.digest import Week
from bot.domain.messages import Notice, Resend
from bot.domain.overviews import Overview
from bot.reports import figures, overviews
from bot.reports.documents.period_report import PeriodReport, report_of
from bot.reports.papers import can_print
from bot.storage.models import Digest, Office, Person

OVERVIEW = "overview"
"""Beside the figures of the week; a digest of before has none."""


async def overview_of(
    session: AsyncSession, office: Office, officer: Person | None, week: Week, now: datetime
) -> Overview:
    """The figures of a week's report, with what that week has to say about each officer."""
    return overviews.with_matters(await overviews.gather(session, office, officer, week.period, now), week)


def kept(overview: Overview) -> dict[str, Any]:
    """What a digest's row holds of it."""
    return {OVERVIEW: overviews.to_json(overview)}


def report_from(frozen: Mapping[str, Any], office: Office) -> PeriodReport | None:
    """The report of a digest's row; None where it was written before there were reports."""
    if OVERVIEW not in frozen:
        return None
    overview = overviews.from_json(frozen[OVERVIEW])
    return report_of(office, overview, None if overview.of_office else figures.from_json(frozen))


def file_notices(overview: Overview, whose: Person, digest: Digest, *, reader: Person) -> list[Notice]:
    """A message a file, each queued once a week; none where there is nobody to report on."""
    if not overview.sums.clients:
        return []
    return [
        Notice(
            to=reader.id,
            key=f"digest-attached-{kind}",
            media=f"digest-{kind}:{digest.id}",
            resend=Resend.MARKED,
            once=f"digest:{whose.id}:{digest.week}:{kind}",
        )
        for kind in _kinds(overview)
    ]


def _kinds(overview: Overview) -> Iterator[str]:
    """An officer has a workbook already, that of his week."""
    if overview.of_office:
        yield "outline"
    if can_print():
        yield "report"
        if overview.drawn:
            yield "chart"
