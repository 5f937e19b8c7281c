"""Monday 07.00 in the office's zone: the week before, to officers, heads, prosecutors and agencies, once,
also after a night of downtime."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from functools import partial

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Notice
from bot.domain.weeks import digest_week, next_digest_at
from bot.reports.readings import read_week
from bot.storage import digest_queries, leaves
from bot.storage.models import Digest, Office, Person

Written = Callable[[AsyncSession, datetime], Awaitable[list[Notice]]]
"""What is left to do once the figures are there: a few rows."""


async def digests(session: AsyncSession, now: datetime) -> list[Notice] | None:
    """Write and send the digests that are due; None when none was. Of several Mondays that were slept
    through only the latest counts."""
    notices: list[Notice] = []
    found = await next_digest(session, now)
    if found is None:
        return None
    while found is not None:
        notices += await found(session, now)
        found = await next_digest(session, now)
    return notices


async def next_digest(session: AsyncSession, now: datetime) -> Written | None:
    """The digest of the reader who waits longest, gathered by reading alone: the whole office has many
    clients, and nobody who checks in must wait for it. None when nobody waits."""
    due = await digest_queries.due_readers(session, now, 1)
    if not due:
        return None
    (person, office), *_ = due
    week = digest_week(now, office.zone)
    if await digest_queries.digest_of(session, person, week) is not None:
        return partial(_written, person, office, _nothing)
    read = await read_week(session, person, office, week, now)
    if read is None:
        return partial(_written, person, office, _nothing)
    reader = await leaves.guide_today(session, person, now)
    digest = Digest(office_id=office.id, officer_id=person.id, week=week, figures=read.frozen(), made_at=now)

    async def keep(session: AsyncSession) -> list[Notice]:
        session.add(digest)
        await session.flush()
        return read.notices(person, digest, reader=reader)

    return partial(_written, person, office, keep)


async def _written(
    person: Person,
    office: Office,
    keep: Callable[[AsyncSession], Awaitable[list[Notice]]],
    session: AsyncSession,
    now: datetime,
) -> list[Notice]:
    """Nothing where the reader waits no more: he has left meanwhile, or was sent it."""
    reader = await session.get_one(Person, person.id, with_for_update={"key_share": True})
    if reader.look_at is None or reader.look_at > now:
        return []
    reader.look_at = next_digest_at(now, office.zone)
    notices = await keep(session)
    await session.flush()
    return notices


async def _nothing(_session: AsyncSession) -> list[Notice]:
    return []
