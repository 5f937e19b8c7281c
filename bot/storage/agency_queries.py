"""What an agency may know of its sites: totals, and nobody's name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import OPEN_STATES
from bot.domain.weeks import Period
from bot.storage.models import Attendance, Case, Person, Placement, Site


@dataclass(frozen=True, slots=True)
class SiteTotals:
    """One site over some days: people placed there, attendances, and minutes credited."""

    name: str
    placed: int
    attended: int
    credited: int


async def totals(session: AsyncSession, who: Person, period: Period) -> Sequence[SiteTotals]:
    """The sites whose agency (`dinas`) has the name of this account, by name. Nothing of a person is read
    beyond counting."""
    query = (
        select(Site)
        .where(Site.office_id == who.office_id, func.lower(Site.agency) == who.name.casefold())
        .order_by(col(Site.name))
    )
    sites = (await session.exec(query)).all()
    placed = await _placed(session, sites, period)
    worked = await _worked(session, sites, period)
    return [SiteTotals(one.name, placed.get(one.id, 0), *worked.get(one.id, (0, 0))) for one in sites]


async def _placed(session: AsyncSession, sites: Sequence[Site], period: Period) -> dict[int, int]:
    query = (
        select(Placement.site_id, func.count(col(Case.client_id).distinct()))
        .join(Case, col(Case.id) == col(Placement.case_id))
        .where(col(Placement.site_id).in_([one.id for one in sites]), col(Case.state).in_(OPEN_STATES))
        .where(Placement.from_on <= period.last, Placement.until_on >= period.last)
        .group_by(col(Placement.site_id))
    )
    rows: Sequence[Any] = (await session.exec(query)).all()
    return dict(rows)


async def _worked(session: AsyncSession, sites: Sequence[Site], period: Period) -> dict[int, tuple[int, int]]:
    query = (
        select(Attendance.site_id, func.count(), func.sum(Attendance.credited))
        .where(col(Attendance.site_id).in_([one.id for one in sites]), Attendance.credited > 0)
        .where(Attendance.day >= period.first, Attendance.day <= period.last)
        .group_by(col(Attendance.site_id))
    )
    rows: Sequence[Any] = (await session.exec(query)).all()
    return {site: (count, int(minutes)) for site, count, minutes in rows}
