"""What the bot says of itself, against the simulator: neutral by default, written only where it differs."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlmodel import select

from bot.channels.telegram import Telegram
from bot.checkup import check_up
from bot.domain.discretion import gives_away
from bot.introduction import introduce
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.migrate import upgrade
from bot.storage.models import Office
from simulator.app import create_app
from simulator.bots import BotProfile
from simulator.clock import SimClock
from simulator.serving import serving
from tests.harness import sentences
from tests.simulator.conftest import THURSDAY, TOKEN, Door, Place, door, http, place
from tests.storage.offices import an_office

__all__ = ["door", "http", "place"]


@pytest.fixture
async def telegram(place: Place) -> AsyncIterator[Telegram]:
    channel = Telegram(TOKEN, place.url)
    await channel.open()
    yield channel
    await channel.close()


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """An office whose name says what it is."""
    made = Database(f"sqlite+aiosqlite:///{tmp_path / 'hadir.db'}")
    await upgrade(made)
    async with made.transaction() as session:
        await an_office(session, "BPS-1")
    yield made
    await made.close()


async def said(telegram: Telegram, language: str = "") -> tuple[str, str, str]:
    bot, code = telegram.bot, language or None
    about, short = await bot.get_my_description(code), await bot.get_my_short_description(code)
    return (await bot.get_my_name()).name, about.description, short.short_description


def written(place: Place) -> list[str]:
    return [one.method for one in place.sim.journal.after(0) if one.method and one.method.startswith("setMy")]


async def test_an_office_that_keeps_its_name_to_itself_has_a_neutral_bot(
    telegram: Telegram, place: Place, database: Database
) -> None:
    await telegram.bot.set_my_name("Bapas Makassar")
    await introduce(telegram, database, sentences())

    indonesian, english = await said(telegram), await said(telegram, "en")
    assert indonesian[0] == "Hadir"
    assert "datang dan pulang" in indonesian[1]
    assert "come and go" in english[1]
    assert not [text for text in (*indonesian, *english) if gives_away(text)]


async def test_a_name_that_tells_nothing_is_the_offices_own(telegram: Telegram, database: Database) -> None:
    await telegram.bot.set_my_name("Hadir MKS")
    await introduce(telegram, database, sentences())
    assert (await said(telegram))[0] == "Hadir MKS"


async def test_what_is_said_already_is_not_written_again(
    telegram: Telegram, place: Place, database: Database
) -> None:
    await introduce(telegram, database, sentences())
    before = [one for one in written(place) if one != "setMyCommands"]
    await introduce(telegram, database, sentences())

    assert len(before) == 2 * len(sentences().locales)
    assert [one for one in written(place) if one != "setMyCommands"] == before


@pytest.mark.parametrize("offices", [1, 2])
async def test_only_an_office_with_a_bot_of_its_own_is_named(
    telegram: Telegram, database: Database, offices: int
) -> None:
    await telegram.bot.set_my_name("Bapas Makassar")
    async with database.transaction() as session:
        if offices == 2:
            await an_office(session, "BPS-2")
        for office in (await session.exec(select(Office))).all():
            office.discreet = False
    await introduce(telegram, database, sentences())

    name, about, short = await said(telegram)
    alone = offices == 1
    assert ("Bapas BPS-1" in about, "Bapas BPS-1" in short) == (alone, alone)
    assert name == ("Bapas Makassar" if alone else "Hadir")


@pytest.mark.parametrize("method", ["setMyDescription", "getMyName", "setMyName"])
async def test_a_bot_that_may_not_describe_itself_now_works_all_the_same(
    telegram: Telegram, place: Place, door: Door, database: Database, method: str
) -> None:
    await telegram.bot.set_my_name("Bapas Makassar")
    await door.post("/faults", method=method, kind="bad_gateway", times=1)
    await introduce(telegram, database, sentences())
    assert "setMyCommands" in written(place)


@pytest.mark.parametrize(("username", "tells"), [("hadir_mks_bot", False), ("bapas_mks_bot", True)])
async def test_the_check_points_at_a_username_and_a_contact_that_tell(
    tmp_path: Path, database: Database, username: str, tells: bool
) -> None:
    contact = "Bapas Makassar, Jl. Contoh 1" if tells else "0411-000111"
    async with database.transaction() as session:
        (await session.exec(select(Office))).one().contact = contact
    app = create_app(bots={TOKEN: BotProfile(username)}, clock=SimClock(THURSDAY))
    told: dict[str, dict[str, str | int]] = {}
    async with serving(app) as url:
        settings = Settings(
            _env_file=None,  # type: ignore[call-arg]
            database_url=f"sqlite+aiosqlite:///{tmp_path / 'hadir.db'}",
            telegram_token=SecretStr(TOKEN),
            telegram_api_url=url,
            secret_key=SecretStr("kunci"),
            media_dir=tmp_path / "media",
        )
        await check_up(settings, lambda key, **params: told.update({key: params}))

    assert told.get("check-telegram-tells") == ({"name": username} if tells else None)
    about = {"office": "BPS-1", "contact": contact}
    assert told.get("check-contact-tells") == (about if tells else None)
