"""An agency asks how its sites are doing: totals of the month, and nobody's name."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import local_day
from bot.domain.messages import Ask, Inbound, Minutes, Notice, Param, When
from bot.domain.reports import midday
from bot.domain.weeks import Period
from bot.reports.partners import site_line
from bot.storage import agency_queries, queries
from bot.storage.models import Person


async def totals(session: AsyncSession, who: Person, inbound: Inbound, now: datetime) -> list[Notice]:
    """`/ringkasan` of an agency: its sites since the first of the month."""
    office = await queries.office_of(session, who.office_id)
    today = local_day(now, office.zone)
    period = Period(today.replace(day=1), today)
    sites = await agency_queries.totals(session, who, period)
    if not sites:
        named: dict[str, Param] = {"name": who.name, "contact": office.contact}
        return [Notice(to=who.id, key="agency-no-sites", params=named, ask=Ask.AGENCY)]
    params: dict[str, Param] = {
        "name": who.name,
        "since": When(midday(period.first, office.zone), office.zone),
        "credited": Minutes(sum(one.credited for one in sites)),
    }
    return [
        Notice(
            to=who.id,
            key="agency-totals",
            params=params,
            lines=tuple(site_line(one) for one in sites),
            ask=Ask.AGENCY,
        )
    ]
