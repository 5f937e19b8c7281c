"""What a terminal does with kept photos: wrap their keys under a new SECRET_KEY, or erase them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import cast
from zoneinfo import ZoneInfo

from sqlmodel import col, select

from bot.app import RealClock
from bot.codes import office_called, person_called
from bot.desktop import opened
from bot.domain.people import Role
from bot.settings import Settings
from bot.setup import Say
from bot.storage.database import Database
from bot.storage.models import Photo
from bot.storage.photo_erasure import erase_photo, kept_photos
from bot.storage.photos import PhotoStore, WrongKey
from bot.storage.uploads import Upload
from bot.storage.voices import VoiceNote

BATCH = 500
Kept = Photo | VoiceNote | Upload
KEPT: tuple[type[Kept], ...] = (Photo, VoiceNote, Upload)
"""Whatever has a data key. Sealed links of invitations are not: they live for days, and are renewed."""


async def rewrap(settings: Settings, say: Say) -> int:
    """`hadir photos rewrap`: wrap every data key under today's SECRET_KEY, a batch a transaction. Killed, it
    is run again; Hadir may go on serving meanwhile."""
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
    """`hadir photos erase`: a client's photos up to a day, for good, with a typed reason."""
    day = _day(until)
    if day is None or not reason.strip():
        say("photos-erase-what")
        return 2
    now = RealClock().now()
    async with opened(settings) as database:
        async with database.transaction() as session:
            client = await person_called(session, code, office=office, role=Role.CLIENT)
            before = _midnight_after(day, (await office_called(session, office)).zone)
            photos = await kept_photos(session, client, before)
            files = [
                await erase_photo(session, one, actor_id=None, reason=reason.strip(), now=now)
                for one in photos
            ]
        store = _store(settings)
        for file in files:
            store.erase(file)
    say("photos-erased", count=len(files), person=code)
    return 0


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
