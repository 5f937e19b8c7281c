"""What `hadir check` looks at: each finding says what is wrong and how to mend it."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx

from bot.app import RealClock
from bot.settings import Settings
from bot.setup import Say, bot_name
from bot.storage.database import Database
from bot.storage.migrate import is_current
from bot.texts import Texts

CLOCK_TOLERANCE_SECONDS = 30


async def check_up(settings: Settings, say: Say) -> int:
    """Look at everything; exit code 1 when something is wrong."""
    good = [
        _settings(settings, say),
        _locales(say),
        await _database(settings, say),
        await _telegram(settings, say),
        await _clock(settings, say),
    ]
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


def _locales(say: Say) -> bool:
    texts = Texts()
    gaps = {locale: len(texts.keys("id") ^ texts.keys(locale)) for locale in texts.locales}
    wrong = {locale: count for locale, count in gaps.items() if count}
    for locale, count in wrong.items():
        say("check-locale-gaps", locale=locale, count=count)
    if not wrong:
        say("check-locales-good")
    return not wrong


async def _database(settings: Settings, say: Say) -> bool:
    database = Database(settings.database_url)
    try:
        current = await is_current(database)
        say("check-database-good" if current else "check-database-old")
        return current
    except Exception as error:  # whatever the driver says, the answer is the same
        say("check-database-bad", error=type(error).__name__)
        return False
    finally:
        await database.close()


async def _telegram(settings: Settings, say: Say) -> bool:
    name = await bot_name(settings)
    if name:
        say("check-telegram-good", name=name)
    else:
        say("check-telegram-bad", url=settings.telegram_api_url)
    return bool(name)


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
