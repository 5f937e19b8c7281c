"""Whoever is asked for a photo reads what it must not show."""

from __future__ import annotations

import pytest

from bot.domain.cases import PhotoRule, Programme
from bot.domain.people import Role
from bot.storage.models import Person
from tests.conversations.conftest import Cast
from tests.harness import World, at, jpeg

CHILD = "Foto hasil kerja, tanpa wajah; jangan memotret orang lain."
OTHERS = "jangan memotret orang lain"
SMALL, BROKEN = jpeg(1, (20, 20)), b"no picture"


async def client(world: World, cast: Cast, *, child: bool) -> Person:
    person = await world.person(cast.office, "A-07" if child else "K-07", Role.CLIENT, child=child)
    programme = Programme.CHILD_SERVICE if child else Programme.COMMUNITY_WORK
    await world.case(
        person, cast.officer, cast.site, total_hours=40, photo=PhotoRule.ALWAYS, programme=programme
    )
    return person


async def asked(world: World, person: Person) -> list[str]:
    """Everything that asks this client for a photo: the request, its repeat, and what was wrong with one."""
    world.clock.moment = at(23, 7, 50)
    phone = world.phone(person)
    await phone.sends_location()
    await phone.sends_location()
    for content in (SMALL, BROKEN):
        await phone.sends_photo(content)
    await world.hears(**{"from": person.code}, kind="file")
    return [letter.text for letter in await world.letters(person) if "foto" in letter.text.casefold()]


@pytest.mark.parametrize(("child", "words"), [(True, CHILD), (False, OTHERS)], ids=["child", "grown-up"])
async def test_every_request_for_a_photo_says_what_not_to_show(
    world: World, cast: Cast, child: bool, words: str
) -> None:
    texts = await asked(world, await client(world, cast, child=child))

    assert len(texts) == 5
    assert [text for text in texts if words not in text] == []
    if child:
        assert not [text for text in texts if "pekerjaannya" in text]


async def test_an_officer_with_a_form_reads_nothing_of_it(world: World, cast: Cast) -> None:
    await world.hears(**{"from": cast.officer.code}, kind="file")

    assert OTHERS not in (await world.last(cast.officer)).text


async def test_a_picture_that_nobody_asked_for_is_not_kept(world: World, cast: Cast) -> None:
    await world.phone(cast.supervisor).sends_photo()
    await world.phone(cast.officer).sends_photo()

    assert not world.files()


async def test_a_photo_of_work_stays_on_disk(world: World, cast: Cast) -> None:
    sari = await client(world, cast, child=False)
    world.clock.moment = at(23, 7, 50)
    await world.phone(sari).sends_photo()

    assert len(world.files()) == 1
