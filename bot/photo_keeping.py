"""What a terminal does with kept photos: wrap their keys under a new SECRET_KEY, or erase them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import cast
from zoneinfo import ZoneInfo

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.app import RealClock
from bot.codes import person_called
from bot.desktop import opened
from bot.domain.people import Role
from bot.settings import Settings
from bot.setup import Say
from bot.storage import queries
from bot.storage.database import Database
from bot.storage.models import Person, Photo
from bot.storage.photo_erasure import erase_photo, erase_voice, kept_photos
from bot.storage.photos import PhotoStore, WrongKey
from bot.storage.uploads import Upload
from bot.storage.voices import VoiceNote, kept_voices

BATCH = 500
Kept = Photo | VoiceNote | Upload
KEPT: tuple[type[Kept], ...] = (Photo, VoiceNote, Upload)
"""Whatever has a data key. Sealed links of invitations are not: they live for days, and are renewed."""


async def rewrap(settings: Settings, say: Say) -> int:
    """`hadir photos rewrap`: wrap every data key under today's SECRET_KEY, a batch a transaction. Killed, it
    is run again. Every process of Hadir must have been started with both keys before: one that knows only the
    old key would open nothing of this, and go on keeping photos under it."""
    if not settings.old_secret_key.get_secret_value():
        say("photos-no-old-key")
        return 2
    store = _store(settings)
    done = lost = 0
    async with opened(settings) as database:
        for table in KEPT:
            newest = 0
            while batch := await _rewrapped(database, store, table, newest):
                newest, moved, unknown = batch
                done, lost = done + moved, lost + unknown
    say("photos-rewrapped", count=done)
    if lost:
        say("photos-rewrap-lost", count=lost)
    return 1 if lost else 0


async def _rewrapped(
    database: Database, store: PhotoStore, table: type[Kept], after: int
) -> tuple[int, int, int] | None:
    """One batch: the last id, how many keys were wrapped anew, how many open under neither."""
    moved = unknown = 0
    async with database.transaction() as session:
        query = select(table).where(col(table.id) > after, col(table.key) != b"", col(table.key).is_not(None))
        query = query.order_by(col(table.id)).limit(BATCH).with_for_update()
        rows = cast(Sequence[Kept], (await session.exec(query)).all())
        for row in rows:
            try:
                key = store.rewrapped(row.key or b"")
            except WrongKey:
                unknown += 1
                continue
            if key is not None:
                row.key, moved = key, moved + 1
        return (rows[-1].id, moved, unknown) if rows else None


async def erase(settings: Settings, code: str, until: str, reason: str, say: Say, *, office: str = "") -> int:
    """`hadir photos erase`: a client's photos and voice messages up to a day, for good, with a typed reason.
    Killed before the files are removed, it leaves files that no key opens."""
    day = _day(until)
    if day is None or not reason.strip():
        say("photos-erase-what")
        return 2
    now = RealClock().now()
    async with opened(settings) as database:
        async with database.transaction() as session:
            client = await person_called(session, code, office=office, role=Role.CLIENT)
            zone = (await queries.office_of(session, client.office_id)).zone
            files = await _forgotten(session, client, _midnight_after(day, zone), reason.strip(), now)
        store = _store(settings)
        for file in files:
            store.erase(file)
    say("photos-erased", count=len(files), person=code)
    return 0


async def _forgotten(
    session: AsyncSession, client: Person, before: datetime, reason: str, now: datetime
) -> list[str]:
    photos = await kept_photos(session, client, before)
    voices = await kept_voices(session, client.id, before)
    files = [await erase_photo(session, one, actor_id=None, reason=reason, now=now) for one in photos]
    return files + [await erase_voice(session, one, actor_id=None, reason=reason, now=now) for one in voices]


def _store(settings: Settings) -> PhotoStore:
    secret, old = settings.secret_key.get_secret_value(), settings.old_secret_key.get_secret_value()
    return PhotoStore(settings.media_dir, secret, old)


def _day(typed: str) -> date | None:
    try:
        return date.fromisoformat(typed)
    except ValueError:
        return None


def _midnight_after(day: date, zone: str) -> datetime:
    return datetime.combine(day + timedelta(days=1), datetime.min.time(), ZoneInfo(zone))
