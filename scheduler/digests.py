"""Monday 07.00 in the office's zone: the week before, to officers, heads, prosecutors and agencies, once,
also after a night of downtime."""

from __future__ import annotations

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Notice
from bot.domain.people import PARTNERS, Role
from bot.domain.weeks import digest_week, next_digest_at, week_days
from bot.reports import digest_files
from bot.reports.digest_messages import digest_notices
from bot.reports.mondays import monday
from bot.reports.partners import partner_notices
from bot.storage import digest_queries, leaves
from bot.storage.models import Digest, Office, Person

AT_ONCE = 25
"""Readers a transaction: on SQLite everybody else waits while it writes."""


async def digests(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """Write and send the digests that are due; None when none was. Of several Mondays that were slept
    through only the latest counts."""
    due = await digest_queries.due_readers(session, now, AT_ONCE)
    if not due:
        return None
    notices: list[Notice] = []
    for person, office in due:
        notices += await _digest(session, person, office, now)
        person.look_at = next_digest_at(now, office.zone)
        session.add(person)
    await session.flush()
    return notices


async def _digest(session: AsyncSession, person: Person, office: Office, now: datetime) -> list[Notice]:
    week = digest_week(now, office.zone)
    if await digest_queries.digest_of(session, person, week) is not None:
        return []
    if person.role in PARTNERS:
        return await partner_notices(session, person, office, week, week_days(week))
    read = await monday(session, person, office, week, now)
    officer = person if person.role is Role.OFFICER else None
    overview = await digest_files.overview_of(session, office, officer, read.week, now)
    kept = read.kept() | digest_files.kept(overview)
    digest = Digest(office_id=office.id, officer_id=person.id, week=week, figures=kept, made_at=now)
    session.add(digest)
    await session.flush()
    reader = await leaves.guide_today(session, person, now)
    return [
        *digest_notices(read.week, person, digest.id, reader=reader),
        *digest_files.file_notices(overview, person, digest, reader=reader),
    ]
