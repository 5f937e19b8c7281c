"""Monday 07.00 in the officer's zone: the week before, once, also after a night of downtime."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Notice
from bot.domain.weeks import digest_week, next_digest_at, week_days
from bot.reports.figures import to_json
from bot.reports.weekly import digest_notices, gather
from bot.storage import digest_queries, leaves
from bot.storage.models import Digest, Office, Person

AT_ONCE = 25
"""Officers a transaction: on SQLite everybody else waits while it writes."""


async def digests(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """Write and send the digests that are due; None when none was. Of several Mondays that were slept
    through only the latest counts."""
    due = await digest_queries.due_officers(session, now, AT_ONCE)
    if not due:
        return None
    notices: list[Notice] = []
    for officer, office in due:
        notices += await _digest(session, officer, office, now)
        officer.look_at = next_digest_at(now, office.zone)
        session.add(officer)
    await session.flush()
    return notices


async def _digest(session: AsyncSession, officer: Person, office: Office, now: datetime) -> list[Notice]:
    week = digest_week(now, office.zone)
    if await digest_queries.digest_of(session, officer, week) is not None:
        return []
    figures = await gather(session, office, officer, week_days(week), now)
    digest = Digest(
        office_id=office.id, officer_id=officer.id, week=week, figures=to_json(figures), made_at=now
    )
    session.add(digest)
    await session.flush()
    reader = await leaves.guide_today(session, officer, now)
    return digest_notices(figures, officer, digest.id, reader=reader)
