"""`hadir photos rewrap`: puts every data key under the key of its office and those under today's SECRET_KEY,
and gives an office another key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.app import RealClock
from bot.codes import office_called, offices_here
from bot.desktop import opened
from bot.settings import Settings
from bot.setup import Say
from bot.storage.database import Database
from bot.storage.kept import BATCH, KEPT, KeptRow, any_under, not_under
from bot.storage.keys import (
    RESTING,
    KeyRing,
    OfficeKey,
    WrongKey,
    at_rest,
    current_key,
    new_key,
    retired_keys,
    to_open,
)
from bot.storage.models import Office


@dataclass(frozen=True, slots=True)
class Moved:
    """How many data keys were put under the key of their office, and how many do not open; `newest` is the
    last row that was looked at."""

    count: int = 0
    lost: int = 0
    newest: int = 0


async def rewrap(settings: Settings, say: Say, *, office: str = "") -> int:
    """A batch a transaction; killed, it is run again, and goes on. With an office, that one gets another key
    first, unless a change of it is still under way.

    With a new SECRET_KEY every process of Hadir must have been started with both before: one that knows only
    the old one would open nothing of this, and go on keeping photos under it.
    """
    ring = KeyRing(settings.secret_key.get_secret_value(), settings.old_secret_key.get_secret_value())
    now = RealClock().now()
    async with opened(settings) as database:
        async with database.transaction() as session:
            here = [await office_called(session, office)] if office else await offices_here(session)
            keys = await under_secret(session, ring, here)
            if office:
                await change_begins(session, ring, here[0], now)
        moved = [await move(database, ring, one, now) for one in here]
    say("photos-rewrapped", count=sum(one.count for one in moved), keys=keys)
    lost = sum(one.lost for one in moved)
    if lost:
        say("photos-rewrap-lost", count=lost)
    return 1 if lost else 0


async def under_secret(session: AsyncSession, ring: KeyRing, offices: Sequence[Office]) -> int:
    """Put the keys of offices under today's SECRET_KEY; what opens under neither stays as it is. Returns how
    many were moved."""
    moved = 0
    for one in offices:
        rows = await session.exec(select(OfficeKey).where(OfficeKey.office_id == one.id).with_for_update())
        for row in rows.all():
            try:
                key = ring.anew(row)
            except WrongKey:
                continue
            if key is not None:
                row.key, moved = key, moved + 1
    return moved


async def change_begins(session: AsyncSession, ring: KeyRing, office: Office, now: datetime) -> None:
    """Another key for an office, unless what lay under the one before has not all been moved yet."""
    if not await retired_keys(session, office.id):
        await new_key(session, ring, office.id, now)


async def move(database: Database, ring: KeyRing, office: Office, now: datetime) -> Moved:
    """Everything of an office; again while messages from before the change bring more of the old key."""
    done = 0
    while True:
        count = lost = 0
        for table in KEPT:
            newest = 0
            while batch := await move_batch(database, ring, table, office, now, after=newest):
                count, lost, newest = count + batch.count, lost + batch.lost, batch.newest
        done += count
        if await _retired_are_gone(database, office) or not count:
            return Moved(done, lost)


async def move_batch(
    database: Database,
    ring: KeyRing,
    table: type[KeptRow],
    office: Office,
    now: datetime,
    *,
    after: int = 0,
    limit: int = BATCH,
) -> Moved | None:
    """The next rows, in a transaction of their own; None where there are no more."""
    count = lost = 0
    async with database.transaction() as session:
        rows = await not_under(session, table, office.id, await _usable(session, ring, office), after, limit)
        for row in rows:
            try:
                key = await at_rest(session, ring, office.id, await to_open(session, ring, row), now)
            except WrongKey:
                lost += 1
                continue
            if key[:1] == RESTING:
                row.key, count = key, count + 1
            else:
                lost += 1
        return Moved(count, lost, rows[-1].id) if rows else None


async def _usable(session: AsyncSession, ring: KeyRing, office: Office) -> int | None:
    """The number of the office's newest key, where it opens."""
    current = await current_key(session, office.id)
    try:
        return current.id if current and ring.office_key(current) else None
    except WrongKey:
        return None


async def _retired_are_gone(database: Database, office: Office) -> bool:
    """Forget the keys under which nothing lies any more; whether none is left."""
    async with database.transaction() as session:
        rows = await retired_keys(session, office.id)
        needed = [row for row in rows if await any_under(session, row.id)]
        for row in rows:
            if row not in needed:
                await session.delete(row)
        return not needed
