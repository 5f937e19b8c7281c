"""Who gets a message to many: by all, a day or what they need; and whom something reaches."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import local_day
from bot.domain.finding import Group
from bot.domain.findings import findings
from bot.domain.weeks import Period
from bot.reports.weekly import gather
from bot.storage import account_queries, circulars, leaves, queries
from bot.storage.circulars import Circular, Whom
from bot.storage.models import Person

LOOK_BACK = timedelta(days=6)
"""*Act now* is what `/perlu` says it is: today and the six days before."""


async def of(session: AsyncSession, who: Person, whom: Whom, now: datetime) -> Sequence[Person]:
    """By code; only those of running cases that he guides today."""
    today = local_day(now, (await queries.office_of(session, who.office_id)).zone)
    match whom:
        case Whom.TODAY | Whom.TOMORROW:
            day = today if whom is Whom.TODAY else today + timedelta(days=1)
            cases = await circulars.cases_on(session, who, day)
        case Whom.ACT:
            cases = await _to_act_on(session, who, now)
        case _:
            return await circulars.guided_clients(session, who, now)
    return await circulars.guided_clients(session, who, now, cases=cases)


async def _to_act_on(session: AsyncSession, who: Person, now: datetime) -> Sequence[int]:
    office = await queries.office_of(session, who.office_id)
    today = local_day(now, office.zone)
    found: list[int] = []
    for officer in (who, *await leaves.away_today(session, who, now)):
        week = await gather(session, office, officer, Period(today - LOOK_BACK, today), now)
        found += [case for one in findings(week) if one.group is Group.ACT for case in one.cases]
    return found


async def reached(session: AsyncSession, circular: Circular) -> tuple[list[Person], list[Person]]:
    """Who gets it, and whom nothing reaches, by code."""
    wanted = select(Person.id).where(
        Person.office_id == circular.office_id, col(Person.id).in_(circular.people)
    )
    found = await account_queries.reachable(session, circular.office_id, wanted)
    people = [await session.get_one(Person, one) for one in circular.people]
    has = [one for one in people if one.id in found and found[one.id].now]
    return has, [one for one in people if one not in has]
