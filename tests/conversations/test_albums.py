"""Several photos sent together are one answer: one receipt, one card, and all of them are kept."""

from __future__ import annotations

import pytest
from sqlmodel import col, select

from bot.domain.cases import PhotoRule
from bot.domain.checkins import Moment
from bot.domain.people import Role
from bot.storage.models import Evidence, Person
from tests.conversations.conftest import Cast
from tests.harness import World, at
from tests.scenes import saved, scene


@pytest.fixture
async def sari(world: World, cast: Cast) -> Person:
    """Her case asks for a photo of every start and finish."""
    person = await world.person(cast.office, "K-02", Role.CLIENT, name="Sari (contoh)")
    await world.case(person, cast.officer, cast.site, photo=PhotoRule.ALWAYS)
    world.clock.moment = at(23, 8)
    return person


async def sends_album(world: World, who: Person, name: str, *contents: bytes) -> None:
    for number, content in enumerate(contents):
        await world.phone(who).sends_photo(content, name=f"{name} {number}", album=name)


async def photos(world: World) -> list[tuple[int | None, str | None]]:
    query = select(Evidence.attendance_id, Evidence.moment).where(col(Evidence.photo_id).is_not(None))
    async with world.database.reading() as session:
        return [(one, moment) for one, moment in await session.exec(query.order_by(col(Evidence.id)))]


THREE = [saved(scene(place)) for place in (1, 2, 3)]


async def test_an_album_is_one_start_and_one_finish(world: World, cast: Cast, sari: Person) -> None:
    await world.phone(sari).sends_location()
    await sends_album(world, sari, "pagi", *THREE)
    assert await world.keys(sari) == ["photo-wanted", "receipt-start"]
    assert await world.keys(cast.supervisor) == ["card"]

    world.clock.moment = at(23, 11)
    await world.phone(sari).sends_location()
    await sends_album(world, sari, "siang", *(saved(scene(place)) for place in (4, 5)))
    assert await world.keys(sari) == ["photo-wanted", "receipt-start", "photo-wanted", "receipt-finish"]
    assert await photos(world) == [(1, Moment.START)] * 3 + [(1, Moment.FINISH)] * 2
    await world.recogniser_works()
    assert "Pastikan" not in (await world.letter(cast.supervisor, "card")).text


async def test_an_album_before_its_location_is_asked_for_it_once(
    world: World, cast: Cast, sari: Person
) -> None:
    await sends_album(world, sari, "pagi", *THREE)
    assert await world.keys(sari) == ["photo-kept-send-location"]
    await world.phone(sari).sends_location()
    assert await photos(world) == [(1, Moment.START)] * 3


async def test_a_spoiled_photo_in_an_album_is_not_asked_for_again(
    world: World, cast: Cast, sari: Person
) -> None:
    await world.phone(sari).sends_location()
    await sends_album(world, sari, "pagi", THREE[0], THREE[1][:900], THREE[2])
    assert await world.keys(sari) == ["photo-wanted", "receipt-start"]
    assert len(await photos(world)) == len(world.files()) == 2


async def test_one_more_album_during_work_is_thanked_for_once(world: World, cast: Cast, sari: Person) -> None:
    await world.phone(sari).sends_location()
    await world.phone(sari).sends_photo(THREE[0])
    await sends_album(world, sari, "kerja", *THREE[1:])
    assert (await world.keys(sari))[-2:] == ["receipt-start", "photo-added"]
    assert await photos(world) == [(1, Moment.START), (1, None), (1, None)]
