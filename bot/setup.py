"""A real office's day one: settings file, database, office, and the first operator's link."""

from __future__ import annotations

import os
import secrets
from datetime import datetime
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.app import RealClock
from bot.channels.telegram import Telegram
from bot.domain.invitations import Door
from bot.domain.people import Role
from bot.domain.short_codes import grouped
from bot.invitations import Fresh, renew
from bot.registry import open_office, register_person
from bot.settings import SETTINGS_FILE, Settings
from bot.storage import queries
from bot.storage.database import Database
from bot.storage.migrate import upgrade
from bot.storage.models import Office, Person
from bot.troubles import is_there, must_be_reachable, must_be_ready

FIRST_OPERATOR = "OP-01"
KEPT_FROM_ENVIRONMENT = ("HADIR_DATABASE_URL", "HADIR_MEDIA_DIR", "HADIR_LISTEN")
"""Set while `hadir init` runs, they go into the settings file, so that the service finds the same office."""


class Say(Protocol):
    """Prints a sentence of the locale: `cli-KEY`."""

    def __call__(self, key: str, **params: str | int) -> None: ...


async def look_first(settings: Settings, office: str, say: Say) -> int | None:
    """What is set up here already is said and left as it is: the exit code, or None where nothing is."""
    database = Database(settings.database_url)
    try:
        if not await is_there(database):
            return None
        await must_be_ready(database)
        async with database.reading() as session:
            found = (await session.exec(select(Office).order_by(col(Office.id)))).first()
    finally:
        await database.close()
    if found is None:
        return None
    if office and office.casefold() != found.code.casefold():
        say("office-other", office=found.code, other=office)
        return 2
    if not SETTINGS_FILE.exists() and not settings.secret_key.get_secret_value():
        say("settings-lost", office=found.code, file=str(SETTINGS_FILE))
        return 1
    say("office-exists", office=found.code, name=found.name)
    say("operator-again", code=FIRST_OPERATOR)
    return 0


async def set_up(office: str, name: str, zone: str, operator: str, contact: str, token: str, say: Say) -> int:
    """What `hadir init` does where `look_first` found nothing. The database comes before the settings file:
    where it cannot be made, nothing is written."""
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        say("zone-unknown", zone=zone)
        return 2
    database = Database(Settings().database_url)
    must_be_reachable(database)
    try:
        await upgrade(database)
        write_settings(SETTINGS_FILE, zone=zone, token=token, say=say)
        now = RealClock().now()
        async with database.transaction() as session:
            created = await open_office(session, code=office, name=name, zone=zone, contact=contact, now=now)
            fresh = await _first_operator(session, created, operator, now)
    finally:
        await database.close()
    say("office-created", office=name)
    show_invitation(await door_of(Settings()), operator, fresh, say)
    say("operator-again", code=FIRST_OPERATOR)
    return 0


async def upgrade_database(settings: Settings, say: Say) -> int:
    """What `hadir db upgrade` does."""
    database = Database(settings.database_url)
    must_be_reachable(database)
    try:
        await upgrade(database)
    finally:
        await database.close()
    say("database-current")
    return 0


def write_settings(path: Path, *, zone: str, token: str, say: Say) -> None:
    """Write the settings file with a fresh key, readable by its owner only; an existing one is kept."""
    lines = [
        f"HADIR_TELEGRAM_TOKEN={token}",
        f"HADIR_SECRET_KEY={secrets.token_urlsafe(32)}",
        f"HADIR_WEBHOOK_SECRET={secrets.token_urlsafe(32)}",
        f"HADIR_TIMEZONE={zone}",
        *(f"{name}={os.environ[name]}" for name in KEPT_FROM_ENVIRONMENT if name in os.environ),
    ]
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        say("settings-kept", file=str(path))
        return
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    say("settings-written", file=str(path))


def show_invitation(door: Door | None, name: str, fresh: Fresh, say: Say) -> str:
    """Print a one-use link and its code, or the words to send where the bot's name cannot be learnt now."""
    link = door.with_token(fresh.token) if door else f"/start {fresh.token}"
    say("link" if door else "link-as-words", name=name, link=link)
    if door:
        say("invite-code", bot=door.name, code=grouped(fresh.code))
    else:
        say("invite-code-as-words", code=grouped(fresh.code))
    return link


async def door_of(settings: Settings) -> Door | None:
    """How the bot is found, or None when there is no token or nobody answers."""
    token = settings.telegram_token.get_secret_value()
    if not token:
        return None
    telegram = Telegram(token, settings.telegram_api_url)
    try:
        return await telegram.door()
    except Exception:  # no network, wrong token: the link is given in words instead
        return None
    finally:
        await telegram.close()


async def _first_operator(session: AsyncSession, office: Office, name: str, now: datetime) -> Fresh:
    operator = await queries.person_by_code(session, office.id, FIRST_OPERATOR)
    if operator is None:
        person = Person(office_id=office.id, code=FIRST_OPERATOR, name=name, role=Role.OPERATOR)
        operator = await register_person(session, person, now=now)
    return await renew(session, operator, by=None, now=now)
