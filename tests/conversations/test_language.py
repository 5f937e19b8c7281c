"""Everybody reads in a language of his own, and changes it when he likes."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sqlmodel import select

from bot.domain.people import Role
from bot.storage.database import Database
from bot.storage.models import Event, Person
from bot.texts import Texts, locales_dir
from tests.conversations.conftest import CAPS, Cast
from tests.harness import World, at


async def locale_of(world: World, person: Person) -> str:
    async with world.database.reading() as session:
        return (await session.get_one(Person, person.id)).locale


async def test_languages_are_offered_each_in_itself(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("bahasa")

    question = await world.last(cast.budi)
    assert [button.label for button in question.buttons] == ["Bahasa Indonesia", "English"]


@pytest.mark.parametrize("said", ["English", "english", "2", "/bahasa en", "bahasa English"])
async def test_the_answer_keys_and_menu_are_in_the_new_language(world: World, cast: Cast, said: str) -> None:
    await world.phone(cast.budi).writes("/bahasa")
    await world.phone(cast.budi).writes(said)

    answer = await world.last(cast.budi)
    assert answer.text == "✅ From now on the messages from here are written in English."
    message = world.channel.delivered[-1].message
    assert message.keyboard[0][0].label == "📍 Start work"
    assert ("bahasa", "Change language") in message.menu
    assert await locale_of(world, cast.budi) == "en"
    async with world.database.reading() as session:
        (event,) = (await session.exec(select(Event).where(Event.kind == "language_chosen"))).all()
    assert (event.actor_id, event.payload) == (cast.budi.id, '{"locale": "en"}')


async def test_the_same_language_again_is_no_fact(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("/bahasa")
    await world.phone(cast.budi).taps("Bahasa Indonesia")

    assert (await world.last(cast.budi)).key == "language-chosen"
    async with world.database.reading() as session:
        assert not (await session.exec(select(Event).where(Event.kind == "language_chosen"))).all()


async def test_old_buttons_still_work_in_the_words_that_stand_on_them(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7, 58)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.budi).writes("bahasa en")
    world.clock.moment = at(23, 9, 30)
    await world.phone(cast.budi).writes("Jam saya")
    assert (await world.last(cast.budi)).key == "hours-heading"
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.budi).writes("hanya lokasi")

    assert (await world.last(cast.budi)).key == "location-kept"


@pytest.mark.parametrize("choice", ["language:", "language:xx", "language", "language:../id", "language:EN"])
async def test_a_language_that_there_is_not_changes_nothing(world: World, cast: Cast, choice: str) -> None:
    await world.phone(cast.budi).taps_id(choice)

    assert (await world.last(cast.budi)).key == "choice-unknown"
    assert await locale_of(world, cast.budi) == "id"


@pytest.mark.parametrize("role", list(Role), ids=lambda role: role.value)
async def test_every_role_has_its_language(world: World, cast: Cast, role: Role) -> None:
    person = await world.person(cast.office, "X-01", role)
    await world.phone(person).writes("/bahasa en")

    assert (await world.last(person)).key == "language-chosen"
    assert await locale_of(world, person) == "en"


@pytest.fixture
def with_buginese(tmp_path: Path) -> Texts:
    """The shipped sentences, and a folder that somebody has dropped beside them."""
    folder = tmp_path / "locales"
    shutil.copytree(locales_dir(), folder)
    (folder / "bug").mkdir()
    (folder / "bug" / "all.ftl").write_text(
        "language-name = Basa Ugi\nkey-hours = ⏱ Jakku\n", encoding="utf-8"
    )
    return Texts(folder)


async def test_a_folder_dropped_beside_the_others_is_a_language(
    database: Database, pair: tuple[str, str], tmp_path: Path, with_buginese: Texts
) -> None:
    world = World(database, CAPS[pair[0]], tmp_path / "media", at(20, 12), with_buginese)
    budi = await world.person(await world.office(), "K-01", Role.CLIENT)
    await world.phone(budi).writes("/bahasa")
    assert [one.label for one in (await world.last(budi)).buttons] == [
        "Bahasa Indonesia",
        "Basa Ugi",
        "English",
    ]
    await world.phone(budi).taps("Basa Ugi")

    answer, message = await world.last(budi), world.channel.delivered[-1].message
    assert answer.text == "✅ Mulai sekarang pesan dari sini ditulis dalam Basa Ugi."
    labels = [key.label for row in message.keyboard for key in row]
    assert "⏱ Jakku" in labels
    assert "🙋 Minta bantuan" in labels
    await world.phone(budi).writes("jakku")
    assert (await world.last(budi)).key in ("hours-none", "reports-heading", "hours-heading")
