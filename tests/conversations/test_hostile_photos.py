"""Photos that are meant to do harm: the sender is asked once more, kindly, and the check-in goes on."""

from __future__ import annotations

import pytest

from bot.domain.cases import PhotoRule
from bot.domain.messages import Label
from bot.domain.people import Role
from bot.storage.models import Person
from tests.conversations.conftest import Cast
from tests.harness import World, at
from tests.hostile import REFUSED, hostile, sound


@pytest.fixture
async def sari(world: World, cast: Cast) -> Person:
    """Begins her work on Thursday, and is asked for a photo."""
    person = await world.person(cast.office, "K-02", Role.CLIENT, name="Sari (contoh)")
    await world.case(person, cast.officer, cast.site, photo=PhotoRule.ALWAYS)
    world.clock.moment = at(23, 8)
    await world.phone(person).sends_location()
    return person


async def test_each_is_asked_for_again_and_a_good_one_still_counts(
    world: World, cast: Cast, sari: Person
) -> None:
    for name, content in hostile().items():
        await world.phone(sari).sends_photo(content, name=name, labels=(Label.AS_DOCUMENT,))
        assert (await world.last(sari)).key == f"photo-problem-{REFUSED[name]}", name
    assert world.files() == []

    await world.phone(sari).sends_photo()
    assert (await world.last(sari)).key == "receipt-start"
    assert (await world.last(cast.supervisor)).has_photo


async def test_what_is_odd_but_harmless_is_taken_and_redrawn(world: World, cast: Cast, sari: Person) -> None:
    for name, content in sound().items():
        await world.phone(sari).sends_photo(content, name=name)
        await world.recogniser_works()
    assert (await world.keys(sari)).count("photo-added") == len(sound()) - 1

    sent = [one.message.attachment for one in world.channel.delivered if one.to == cast.supervisor.code]
    drawn = [one.content for one in sent if one is not None]
    assert all(one.startswith(b"\xff\xd8\xff") and b"script" not in one for one in drawn)
