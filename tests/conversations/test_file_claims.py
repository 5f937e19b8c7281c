"""A photo that comes as a file brings its EXIF: a hint on the card, a question by far, and in no picture."""

from __future__ import annotations

import io

import pytest
from PIL import Image
from sqlmodel import col, select

from bot.channels.refetch import PhotoFetcher
from bot.domain.cases import PhotoRule
from bot.domain.messages import Label
from bot.domain.people import Role
from bot.domain.retention import Erasure
from bot.storage.models import Evidence, Person, Photo
from bot.storage.photo_erasure import erase_photo
from tests.conversations.conftest import Cast
from tests.harness import FAR, HERE, World, at
from tests.scenes import camera_file, scene

AS_FILE = (Label.AS_DOCUMENT,)
FRESH = camera_file(scene(1), taken="2026:04:23 07:58:30", at=HERE[:2])
OLD = camera_file(scene(1), taken="2025:11:12 09:14:00")
ELSEWHERE = camera_file(scene(1), at=FAR[:2])


@pytest.fixture
async def sari(world: World, cast: Cast) -> Person:
    """Her case asks for a photo of every start and finish."""
    person = await world.person(cast.office, "K-02", Role.CLIENT, name="Sari (contoh)")
    await world.case(person, cast.officer, cast.site, photo=PhotoRule.ALWAYS)
    return person


async def starts(world: World, who: Person, photo: bytes, labels: tuple[Label, ...] = AS_FILE) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(who).sends_location()
    await world.phone(who).sends_photo(photo, labels=labels)


async def said(world: World, cast: Cast) -> list[str]:
    """What the newest card says of the photo's file."""
    text = (await world.letter(cast.supervisor, "card")).text
    return [line for line in text.splitlines() if "berkas" in line]


async def labels(world: World, who: Person) -> list[str]:
    """Of the photo."""
    query = select(Evidence.labels).where(Evidence.client_id == who.id, col(Evidence.photo_id).is_not(None))
    async with world.database.reading() as session:
        return list((await session.exec(query)).one())


async def stored(world: World) -> dict[str, object]:
    async with world.database.reading() as session:
        return dict((await session.exec(select(Photo.claims))).one())


async def test_what_the_file_says_is_a_hint(world: World, cast: Cast, sari: Person) -> None:
    await starts(world, sari, FRESH)

    assert await said(world, cast) == [
        "Menurut berkas fotonya: diambil Kam 23 Apr pukul 07.58 WITA (hanya petunjuk, bisa diubah orang)",
        "Menurut berkas fotonya: diambil 0 m dari titik lokasi (hanya petunjuk)",
    ]
    assert await labels(world, sari) == [Label.AS_DOCUMENT]
    assert await stored(world) == {"taken": "2026-04-23T07:58:30", "at": [-5.4231, 119.4432]}


async def test_a_photo_taken_long_before_is_a_question(world: World, cast: Cast, sari: Person) -> None:
    await starts(world, sari, OLD)

    assert await said(world, cast) == [
        "Menurut berkas fotonya: diambil Rab 12 Nov pukul 09.14 WITA (hanya petunjuk, bisa diubah orang)",
        "⚠️ Perlu dilihat: menurut berkasnya, foto diambil 161 hari sebelum dikirim. Apakah foto lama? "
        "Jam di HP juga bisa keliru.",
    ]
    assert await labels(world, sari) == [Label.AS_DOCUMENT, Label.FILE_OLD]
    assert (await world.last(sari)).key == "receipt-start"


async def test_a_photo_taken_far_away_is_a_question(world: World, cast: Cast, sari: Person) -> None:
    await starts(world, sari, ELSEWHERE)

    assert await said(world, cast) == [
        "⚠️ Perlu dilihat: menurut berkasnya, foto diambil 6 km dari lokasi. Apakah diambil di tempat lain? "
        "Catatan di berkas juga bisa keliru."
    ]


async def test_a_photo_that_came_first_is_compared_when_its_place_is_known(
    world: World, cast: Cast, sari: Person
) -> None:
    world.clock.moment = at(23, 7, 55)
    await world.phone(sari).sends_photo(ELSEWHERE, labels=AS_FILE)
    assert await labels(world, sari) == [Label.AS_DOCUMENT]
    world.clock.moment = at(23, 8)
    await world.phone(sari).sends_location()

    assert await labels(world, sari) == [Label.AS_DOCUMENT, Label.FILE_ELSEWHERE]
    assert "6 km dari lokasi" in (await said(world, cast))[0]


async def test_a_file_that_was_fetched_later_is_read_too(world: World, cast: Cast, sari: Person) -> None:
    world.channel.fetch_failures = 3
    await starts(world, sari, OLD)
    assert await said(world, cast) == []
    world.clock.moment = at(23, 8, 5)
    house = world.house
    await PhotoFetcher(house.database, house.channels, house.photos, house.clock).fetch_due()
    await world.passes(at(23, 8, 6))

    assert await labels(world, sari) == [Label.AS_DOCUMENT, Label.FILE_OLD]
    if world.channel.caps.edit:
        assert len(await said(world, cast)) == 2


async def test_what_the_file_said_is_erased_with_the_photo(world: World, cast: Cast, sari: Person) -> None:
    await starts(world, sari, FRESH)
    async with world.database.transaction() as session:
        photo = (await session.exec(select(Photo))).one()
        await erase_photo(session, photo, why=Erasure.ASKED, now=world.clock.now())

    assert await stored(world) == {}


async def test_a_photo_that_came_as_one_says_nothing_of_itself(
    world: World, cast: Cast, sari: Person
) -> None:
    await starts(world, sari, OLD, labels=())

    assert await said(world, cast) == []
    assert await stored(world) == {}


async def test_the_picture_on_the_card_is_upright_and_says_nothing(
    world: World, cast: Cast, sari: Person
) -> None:
    lying = scene(1).rotate(90, expand=True)
    await starts(world, sari, camera_file(lying, taken="2026:04:23 07:58:30", at=HERE[:2], orientation=6))

    sent = [one.message.attachment for one in world.channel.delivered if one.to == cast.supervisor.code]
    (picture,) = [one.content for one in sent if one]
    for secret in (b"Exif", b"2026:04:23", b"Merek HP"):
        assert secret not in picture
    shown = Image.open(io.BytesIO(picture))
    assert (shown.size, dict(shown.getexif())) == (scene(1).size, {})
    middle = (320, 240)
    assert (
        sum(
            abs(one - other)
            for one, other in zip(_colour(shown, middle), _colour(scene(1), middle), strict=True)
        )
        < 40
    )


def _colour(picture: Image.Image, at: tuple[int, int]) -> tuple[int, ...]:
    return picture.convert("RGB").resize((64, 48)).getpixel((at[0] // 10, at[1] // 10))  # type: ignore[return-value]
