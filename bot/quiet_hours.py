"""What the clock has to say and nobody waits for leaves in the morning, not in an office's quiet hours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.messages import Address, Awaits, Guide, Notice, OnlyIf, Show
from bot.domain.quiet_hours import quiet_until
from bot.storage.models import Office, Person, WorkSession
from bot.storage.post import Outbox


def morning_of(office: Office, now: datetime) -> datetime | None:
    """When the quiet hours of this office end in which `now` lies; None outside of them."""
    return quiet_until(now, office.zone, office.quiet_from, office.quiet_until)


def held(notices: Sequence[Notice], morning: datetime | None) -> list[Notice]:
    """The same, leaving in the morning. What only changes a screen rings nobody, and what has an hour of its
    own keeps it."""
    return [
        one
        if morning is None or one.not_before is not None or one.show in (Show.EDIT, Show.EDIT_ONLY)
        else replace(one, not_before=morning)
        for one in notices
    ]


async def until_morning(session: AsyncSession, notices: Sequence[Notice], now: datetime) -> list[Notice]:
    """Each by the quiet hours of its reader's office."""
    offices = await _offices(session, {_reader(one) for one in notices} - {None})
    rested: list[Notice] = []
    for one in notices:
        office = offices.get(_reader(one) or 0)
        rested += held([one], (morning_of(office, now) if office else None) or now)
    return rested


def timed(notices: Sequence[Notice], now: datetime) -> list[Notice]:
    """The same, to leave now: what the clock says has its hour, by which `rests_until` knows it."""
    return held(notices, now)


async def rests_until(session: AsyncSession, row: Outbox, now: datetime) -> datetime | None:
    """Until when something rests that had its hour and could not leave by day; None: it leaves. What was
    meant for this very night is told in it, and whoever works before the morning is awake."""
    if row.not_before is None or row.office_id is None:
        return None
    office = await session.get_one(Office, row.office_id)
    morning = morning_of(office, now)
    if morning is None or morning == morning_of(office, row.not_before):
        return None
    return None if await _works_before(session, row, morning, now) else morning


async def _works_before(session: AsyncSession, row: Outbox, morning: datetime, now: datetime) -> bool:
    """Whether it is about work that begins before the morning and is not over."""
    only_if = OnlyIf(**row.only_if) if row.only_if else None
    if only_if is None or only_if.awaits not in (Awaits.SESSION, Awaits.WORD):
        return False
    planned = await session.get(WorkSession, only_if.id)
    return planned is not None and planned.starts_at < morning and now < planned.ends_at


def _reader(notice: Notice) -> int | None:
    if isinstance(notice.to, Address):
        return None
    return notice.to.officer if isinstance(notice.to, Guide) else notice.to


async def _offices(session: AsyncSession, people: set[int | None]) -> Mapping[int, Office]:
    query = select(Person.id, Office).join(Office, col(Office.id) == col(Person.office_id))
    rows = await session.exec(query.where(col(Person.id).in_(people))) if people else ()
    return dict(iter(rows))
