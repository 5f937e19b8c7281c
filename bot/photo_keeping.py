"""`hadir photos erase` and `erase-office`: photos and voice messages are erased by forgetting keys."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.app import RealClock
from bot.codes import office_called, person_called
from bot.desktop import opened
from bot.domain.people import Role
from bot.domain.retention import Erasure
from bot.settings import Settings
from bot.setup import Say
from bot.storage import photo_erasure, queries
from bot.storage.models import Person
from bot.storage.photos import PhotoStore
from bot.storage.signed_lists import signed_for
from bot.storage.voices import kept_voices


async def erase(settings: Settings, code: str, until: str, reason: str, say: Say, *, office: str = "") -> int:
    """A client's photos and voice messages up to a day, for good, with a typed reason. Lists that others
    signed too stay until their time is over. Killed before it removes the files, the service does it."""
    day = _day(until)
    if day is None or not reason.strip():
        say("photos-erase-what")
        return 2
    now = RealClock().now()
    async with opened(settings) as database:
        async with database.transaction() as session:
            client = await person_called(session, code, office=office, role=Role.CLIENT)
            zone = (await queries.office_of(session, client.office_id)).zone
            before = _midnight_after(day, zone)
            shared = [one for one, others in await signed_for(session, client, before) if others]
            count = await _forgotten(session, client, before, reason.strip(), now)
        await photo_erasure.remove_files(database, _store(settings))
    say("photos-erased", count=count, person=code)
    if shared:
        say("photos-shared-lists", count=len(shared))
    return 0


async def erase_office(settings: Settings, code: str, name: str, reason: str, say: Say) -> int:
    """Everything that an office keeps in files, for good: its keys first, so that nothing opens from then on,
    then what is known of each photo. Killed, it is run again. The name is typed in full, lest it be the wrong
    office."""
    now, count = RealClock().now(), 0
    async with opened(settings) as database:
        async with database.transaction() as session:
            office = await office_called(session, code)
            if office.name.casefold() != name.strip().casefold() or not reason.strip():
                say("photos-erase-office-what", office=office.name)
                return 2
            await photo_erasure.erase_keys(session, office, reason.strip(), now)
        while True:
            async with database.transaction() as session:
                erased = await photo_erasure.erase_some_of_office(session, office, now)
            if not erased:
                break
            count += erased
        await photo_erasure.remove_files(database, _store(settings))
    say("photos-erased-office", count=count, office=office.name)
    return 0


async def _forgotten(
    session: AsyncSession, client: Person, before: datetime, words: str, now: datetime
) -> int:
    photos = await photo_erasure.kept_photos(session, client, before)
    voices = await kept_voices(session, client.id, before)
    for photo in photos:
        await photo_erasure.erase_photo(session, photo, why=Erasure.ASKED, words=words, now=now)
    for note in voices:
        await photo_erasure.erase_voice(session, note, why=Erasure.ASKED, words=words, now=now)
    return len(photos) + len(voices)


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
