"""What `hadir check` looks at: each finding says what is wrong and how to mend it."""

from __future__ import annotations

import asyncio
import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from pathlib import Path

import httpx
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.app import RealClock
from bot.domain.discretion import gives_away
from bot.domain.messages import When
from bot.settings import Settings
from bot.setup import Say, door_of
from bot.storage.database import Database
from bot.storage.kept import count_old
from bot.storage.keys import KeyRing, OfficeKey, to_open
from bot.storage.models import Office, Photo
from bot.storage.outages import outages_in
from bot.storage.photos import PhotoGone, PhotoStore, Tampered, WrongKey
from bot.storage.stalled import count_failed, failed, keepers, waiting
from bot.texts import Texts
from bot.troubles import FORESEEN, must_be_ready, trouble_of
from bot.verification import FIELD
from bot.watch import SILENT

CLOCK_TOLERANCE_SECONDS = 30
NEWEST_PHOTO = select(Photo).where(Photo.file != "").order_by(col(Photo.id).desc()).limit(1)


async def check_up(settings: Settings, say: Say) -> int:
    """Look at everything; exit code 1 when something is wrong."""
    good = [
        _settings(settings, say),
        look_at_sentences(Texts(), say),
        await look_at_database(settings, say),
        await _telegram(settings, say),
        await _clock(settings, say),
    ]
    await _letters(settings, say)
    return 0 if all(good) else 1


def _settings(settings: Settings, say: Say) -> bool:
    missing = [
        name
        for name, value in (
            ("HADIR_TELEGRAM_TOKEN", settings.telegram_token.get_secret_value()),
            ("HADIR_SECRET_KEY", settings.secret_key.get_secret_value()),
        )
        if not value
    ]
    for name in missing:
        say("check-setting-missing", name=name)
    if not missing:
        say("check-settings-good")
    return not missing


def look_at_sentences(texts: Texts, say: Say) -> bool:
    """What a language lacks is read in Indonesian, and only noted; a sentence that cannot be made is
    wrong."""
    lacking = {locale: len(texts.lacking(locale)) for locale in texts.locales}
    faults = [(locale, *fault) for locale in texts.locales for fault in texts.faults(locale).items()]
    for locale, count in lacking.items():
        if count:
            say("check-locale-lacks", locale=locale, count=count)
    for locale, key, names in faults:
        say("check-locale-wrong", locale=locale, sentence=key, names=", ".join(sorted(names)))
    if not faults and not any(lacking.values()):
        say("check-locales-good")
    return not faults


async def look_at_database(settings: Settings, say: Say) -> bool:
    """Whether it can be used, has an office, and opens its newest photo; how many keys are still old."""
    database = Database(settings.database_url)
    try:
        await must_be_ready(database)
        async with database.reading() as session:
            offices = (await session.exec(select(Office).order_by(col(Office.id)))).all()
            photo = (await session.exec(NEWEST_PHOTO)).first()
            opens = await _key_of(session, settings, photo, say)
            seen = await _seen(session)
    except FORESEEN as error:
        trouble = trouble_of(error)
        if trouble is None:
            raise
        say("check-trouble", trouble=Texts().render(f"cli-{trouble.key}", trouble.params, locale="id"))
        return False
    finally:
        await database.close()
    say("check-database-good" if offices else "check-no-office")
    _say_what_stands(seen, say)
    for office in offices:
        if office.discreet and gives_away(office.contact):
            say("check-contact-tells", office=office.code, contact=office.contact)
    photos = await asyncio.to_thread(_photos, settings, photo, opens, say)
    return bool(offices) and photos


@dataclass(frozen=True, slots=True)
class Seen:
    """What the rows say of the running program."""

    came: int
    went: int
    outages: int
    since: datetime | None
    """Until when everything was heard."""
    keepers: int


async def _seen(session: AsyncSession) -> Seen:
    now = RealClock().now()
    came, went = await count_failed(session)
    outages = await outages_in(session, now - timedelta(days=7), now)
    since = (await waiting(session, now, SILENT)).messenger
    return Seen(came, went, len(outages), since, len(await keepers(session)))


def _say_what_stands(seen: Seen, say: Say) -> None:
    """Hints: nothing of it keeps the program from running."""
    if seen.came or seen.went:
        say("check-failed", came=seen.came, went=seen.went)
    if seen.outages:
        say("check-outages", count=seen.outages)
    if seen.since is not None and RealClock().now() - seen.since > SILENT:
        say("check-silent", minutes=int((RealClock().now() - seen.since).total_seconds() // 60))
    if not seen.keepers:
        say("check-nobody-hears")


async def list_failed(settings: Settings, limit: int, say: Say, texts: Texts) -> int:
    """Each on a line: number, time, whose it is, what it was and the class of the error."""
    database = Database(settings.database_url)
    try:
        await must_be_ready(database)
        async with database.reading() as session:
            rows = await failed(session, limit)
    finally:
        await database.close()
    if not rows:
        say("failed-none")
    for one in rows:
        at = texts.render("cli-failed-at", {"at": When(one.at, settings.timezone)}, locale="id")
        key = "failed-came" if one.incoming else "failed-went"
        say(key, number=one.number, at=at, code=one.code or "–", kind=one.kind, why=one.why or "–")
    return 0


async def _key_of(session: AsyncSession, settings: Settings, photo: Photo | None, say: Say) -> bytes | None:
    """The data key of the newest photo, None where it does not open; and how many keys there are to move."""
    secret = settings.secret_key.get_secret_value()
    if not secret:
        return None
    ring = KeyRing(secret, settings.old_secret_key.get_secret_value())
    old = await count_old(session)
    for row in (await session.exec(select(OfficeKey))).all():
        with suppress(WrongKey):  # told of the photos
            old += ring.anew(row) is not None
    if old:
        say("check-keys-old", count=old)
    try:
        return await to_open(session, ring, photo) if photo else None
    except WrongKey:
        return None


def _photos(settings: Settings, newest: Photo | None, key: bytes | None, say: Say) -> bool:
    """Whether photos can be kept, and whether the newest lies where it should, under the key that is set."""
    folder, secret = settings.media_dir, settings.secret_key.get_secret_value()
    if not _takes_files(folder):
        say("check-photos-folder", folder=str(folder))
        return False
    if newest is None or not secret:
        return True
    try:
        store = PhotoStore(folder, secret, settings.old_secret_key.get_secret_value())
        store.open(newest.file, key or b"")
    except WrongKey:
        say("check-photos-key")
    except PhotoGone:
        say("check-photos-gone", folder=str(folder))
    except (Tampered, OSError):
        say("check-photos-damaged", folder=str(folder))
    else:
        say("check-photos-good")
        return True
    return False


def _takes_files(folder: Path) -> bool:
    """A folder that does not exist yet is made where its parent may be written."""
    there = next(path for path in (folder, *folder.absolute().parents) if path.exists())
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)


async def _telegram(settings: Settings, say: Say) -> bool:
    if not settings.telegram_token.get_secret_value():
        say("check-telegram-no-token")
        return True  # told among the settings
    door = await door_of(settings)
    name = door.name.removeprefix("@") if door else ""
    if name:
        say("check-telegram-good", name=name)
        if gives_away(name):
            say("check-telegram-tells", name=name)
    else:
        say("check-telegram-bad", url=settings.telegram_api_url)
    return bool(name)


async def _letters(settings: Settings, say: Say) -> None:
    """Whether a stranger who scans a letter reaches the page; hints, for the program runs without it."""
    if not settings.letter_page:
        say("check-letters-no-page")
        return
    try:
        async with httpx.AsyncClient(timeout=10, follow_redirects=True) as client:
            answer = await client.get(settings.letter_page)
    except httpx.HTTPError:
        answer = None
    there = answer is not None and answer.status_code == 200 and f'name="{FIELD}"' in answer.text
    say("check-letters-good" if there else "check-letters-unreached", page=settings.letter_page)


async def _clock(settings: Settings, say: Say) -> bool:
    """Compare the machine's clock with the messenger's: a wrong clock is a wrong deadline."""
    try:
        async with httpx.AsyncClient(timeout=10) as client:
            answer = await client.get(settings.telegram_api_url)
        theirs: datetime = parsedate_to_datetime(answer.headers["date"]).astimezone(UTC)
    except (httpx.HTTPError, KeyError, ValueError):
        say("check-clock-unknown")
        return True
    seconds = round(abs((RealClock().now() - theirs).total_seconds()))
    if seconds > CLOCK_TOLERANCE_SECONDS:
        say("check-clock-wrong", seconds=seconds)
        return False
    say("check-clock-good")
    return True
