"""A real office's day one: settings file, database, office, and the first operator's link."""

from __future__ import annotations

import os
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlmodel.ext.asyncio.session import AsyncSession

from bot.app import RealClock
from bot.channels.telegram import Telegram
from bot.codes import offices_here
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """What `hadir init` was told, or asked, about an office."""

    code: str
    name: str
    zone: str
    operator: str
    contact: str


async def look_first(settings: Settings, code: str, say: Say, *, another: bool = False) -> int | None:
    """What is set up here already is said and left as it is: the exit code, or None where an office is to be
    opened, the first one or `another` beside it."""
    offices = await _offices(settings)
    if not offices:
        if another:
            say("not-set-up")
        return 2 if another else None
    if not SETTINGS_FILE.exists() and not settings.secret_key.get_secret_value():
        say("settings-lost", office=offices[0].code, file=str(SETTINGS_FILE))
        return 1
    named = [one for one in offices if code.casefold() in ("", one.code.casefold())]
    if another and not (code and named):
        return None
    if not named:
        say("office-other", office=offices[0].code, other=code)
        return 2
    for office in named:
        _say_exists(office, offices, say)
    return 0


async def _offices(settings: Settings) -> Sequence[Office]:
    database = Database(settings.database_url)
    try:
        if not await is_there(database):
            return ()
        await must_be_ready(database)
        async with database.reading() as session:
            return await offices_here(session)
    finally:
        await database.close()


def _say_exists(office: Office, offices: Sequence[Office], say: Say) -> None:
    say("office-exists", office=office.code, name=office.name)
    _say_again(office, say, several=len(offices) > 1)


def _say_again(office: Office, say: Say, *, several: bool) -> None:
    """How the first operator gets a new link: where there are several offices, each has one of his code."""
    if several:
        say("operator-again-in", code=FIRST_OPERATOR, office=office.code)
    else:
        say("operator-again", code=FIRST_OPERATOR)


async def set_up(opening: Opening, token: str, say: Say) -> int:
    """What `hadir init` does where `look_first` found nothing. The database comes before the settings file:
    where it cannot be made, nothing is written."""
    if not _known_zone(opening.zone, say):
        return 2
    database = Database(Settings().database_url)
    must_be_reachable(database)
    try:
        await upgrade(database)
        write_settings(SETTINGS_FILE, zone=opening.zone, token=token, say=say)
        return await _open(database, opening, say)
    finally:
        await database.close()


async def set_up_another(opening: Opening, say: Say) -> int:
    """What `hadir init --another` does: one more office in the database of these settings, which stay as they
    are, with an operator of its own."""
    if not _known_zone(opening.zone, say):
        return 2
    database = Database(Settings().database_url)
    try:
        await must_be_ready(database)
        return await _open(database, opening, say)
    finally:
        await database.close()


def _known_zone(zone: str, say: Say) -> bool:
    try:
        ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        say("zone-unknown", zone=zone)
        return False
    return True


async def _open(database: Database, opening: Opening, say: Say) -> int:
    """The office, its first operator and his link; nothing where an office has this code by now."""
    now = RealClock().now()
    async with database.transaction() as session:
        offices = await offices_here(session)
        for one in offices:
            if one.code.casefold() == opening.code.casefold():
                _say_exists(one, offices, say)
                return 0
        office = await open_office(
            session,
            code=opening.code,
            name=opening.name,
            zone=opening.zone,
            contact=opening.contact,
            now=now,
        )
        fresh = await _first_operator(session, office, opening.operator, now)
    say("office-created", office=opening.name)
    show_invitation(await door_of(Settings()), opening.operator, fresh, say)
    _say_again(office, say, several=bool(offices))
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
