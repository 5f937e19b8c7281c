"""What the bot says of itself to whoever finds it in a messenger, before a word was exchanged."""

from __future__ import annotations

from sqlmodel import select

from bot.channels.telegram import Telegram
from bot.domain.discretion import gives_away
from bot.domain.messages import Ask
from bot.storage.database import Database
from bot.storage.models import Office
from bot.texts import Texts
from bot.wording import Wording

LONGEST_NAME = 60
OWN_LANGUAGE = "id"


async def introduce(telegram: Telegram, database: Database, texts: Texts) -> None:
    """A client's menu for everybody, until other roles get theirs when they join; the bot's description; and
    another name where the one that it has tells whose it is. Telegram knows languages of two letters only;
    whoever reads another one gets his menu when he chooses it."""
    office, wording = await _named_office(database), Wording(texts)
    for locale in (one for one in texts.locales if len(one) == 2):
        language = "" if locale == OWN_LANGUAGE else locale
        await telegram.set_commands(wording.menu(Ask.START, locale), language=language)
        await telegram.describe(*_about(texts, office, locale), language=language)
    if not office and gives_away(await telegram.own_name()):
        await telegram.rename(texts.render("bot-name", {}, locale=OWN_LANGUAGE))


def _about(texts: Texts, office: str, locale: str) -> tuple[str, str]:
    """What stands in an empty chat, and on the bot's page."""
    params, of_office = {"office": office}, "-office" if office else ""
    keys = (f"bot-about{of_office}", f"bot-about-short{of_office}")
    about, short = (texts.render(key, params, locale=locale) for key in keys)
    return about, short


async def _named_office(database: Database) -> str:
    """The office whose name may be read; '' where it keeps it to itself, or where several share the bot."""
    async with database.reading() as session:
        offices = (await session.exec(select(Office))).all()
    match offices:
        case [office] if not office.discreet:
            return office.name[:LONGEST_NAME]
        case _:
            return ""
