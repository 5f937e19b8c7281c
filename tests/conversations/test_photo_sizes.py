"""What a check-in costs in bytes: kept for long, and sent over people's lines."""

from __future__ import annotations

from functools import cache
from hashlib import sha256

import pytest
from sqlalchemy import text
from sqlmodel import col, select

from bot.domain.cases import PhotoRule, Programme
from bot.domain.messages import Label
from bot.domain.people import Role
from bot.storage.likeness import likeness_of
from bot.storage.models import Evidence, Person, Photo
from bot.storage.photo_prints import PhotoPrint
from bot.storage.pictures import MOST_KEPT, thumbnail
from tests.conversations.conftest import Cast
from tests.harness import World, at
from tests.scenes import camera_file, detailed, saved, scene

ALLOWED = 300_000
"""Bytes that a check-in may cost (EVIDENCE: 300 kB of data a check-in at most)."""


@cache
def twelve_megapixels(seed: int) -> bytes:
    """A JPEG of some megabytes, as a phone's camera saves it."""
    return camera_file(detailed(seed), taken="2026:04:23 08:00:00", orientation=6)


async def photographer(world: World, cast: Cast, code: str) -> Person:
    person = await world.person(cast.office, code, Role.CLIENT, name=f"{code} (contoh)")
    await world.case(person, cast.officer, cast.site, photo=PhotoRule.ALWAYS)
    return person


async def checks_in(
    world: World, who: Person, photos: tuple[bytes, ...], labels: tuple[Label, ...] = ()
) -> None:
    """A photo at the start and one at the finish; a third one beside that of the start, with fingers."""
    start, finish, *further = photos
    for hour, at_once in ((8, [start, *further]), (11, [finish])):
        world.clock.moment = at(23, hour)
        await world.phone(who).sends_location()
        for number, photo in enumerate(at_once):
            await world.phone(who).sends_photo(photo, name=f"{who.code} {hour} {number}", labels=labels)
        await world.recogniser_works()
        await world.clerk_works()


def files(world: World) -> int:
    """Bytes in the folder."""
    return sum(one.stat().st_size for one in world.house.settings.media_dir.iterdir())


async def rows(world: World) -> int:
    """Bytes in the database, with its indexes, without what was freed."""
    question = "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()"
    if not world.database.sqlite:
        question = "SELECT pg_database_size(current_database())"
    async with world.database.engine.connect() as connection:
        alone = await connection.execution_options(isolation_level="AUTOCOMMIT", hadir_reading=True)
        if not world.database.sqlite:
            await alone.execute(text("VACUUM FULL"))
        return int((await alone.execute(text(question))).scalar_one())


@pytest.mark.parametrize("count", [3])
async def test_a_check_in_with_large_photos_stays_within_its_bytes(
    world: World, cast: Cast, count: int
) -> None:
    photos = tuple(twelve_megapixels(number + 1) for number in range(count))
    assert all(len(one) > 2_000_000 for one in photos)
    await checks_in(world, await photographer(world, cast, "K-09"), photos)
    assert len(world.files()) == count
    kept = files(world)

    people = [await photographer(world, cast, f"K-{number}") for number in range(10, 16)]
    before = await rows(world)
    for number, person in enumerate(people):  # what is written does not depend on how large a photo is
        small = tuple(saved(scene(10 * number + one)) for one in range(count))
        await checks_in(world, person, small)
    written = (await rows(world) - before) / len(people)

    assert kept + written <= ALLOWED


async def test_hash_print_and_hints_are_of_the_photo_as_it_came(world: World, cast: Cast) -> None:
    sari = await photographer(world, cast, "K-02")
    came = twelve_megapixels(1)
    await checks_in(world, sari, (came, saved(scene(2))), labels=(Label.AS_DOCUMENT,))

    async with world.database.reading() as session:
        first, second = (await session.exec(select(Photo).order_by(col(Photo.id)))).all()
        prints = (await session.exec(select(PhotoPrint).order_by(col(PhotoPrint.id)))).all()
    assert (first.sha256, first.size) == (sha256(came).hexdigest(), len(came))
    assert (first.width, first.height) == (4000, 3000)
    assert prints[0].hashes == likeness_of(came).own
    assert first.claims
    folder = world.house.settings.media_dir
    assert (folder / first.file).stat().st_size <= MOST_KEPT + 100
    assert (folder / second.file).stat().st_size == len(
        saved(scene(2))
    ) + 29  # version, nonce and tag: as it came


async def test_the_same_large_photo_is_still_known_again(world: World, cast: Cast) -> None:
    sari, rudi = await photographer(world, cast, "K-02"), await photographer(world, cast, "K-03")
    large = twelve_megapixels(1)
    await checks_in(world, sari, (large, twelve_megapixels(2)))
    again = saved(detailed(1).resize((1280, 960)).rotate(-90, expand=True), 70)
    await checks_in(world, rudi, (large, again))

    async with world.database.reading() as session:
        query = select(Evidence.labels).where(
            Evidence.client_id == rudi.id, col(Evidence.photo_id).is_not(None)
        )
        for labels in (await session.exec(query)).all():
            assert Label.PHOTO_SHARED in labels


async def test_the_card_shows_a_small_picture_and_a_button_the_large_one(world: World, cast: Cast) -> None:
    sari = await photographer(world, cast, "K-02")
    await checks_in(world, sari, (twelve_megapixels(1), twelve_megapixels(2)))
    pictures = [one.message.attachment for one in world.channel.delivered if one.to == "PL-01"]
    small = [one.content for one in pictures if one is not None and one.picture]
    assert small
    assert max(map(len, small)) <= 100_000

    await world.phone(cast.supervisor).taps("🔍 Foto besar")

    assert (await world.keys(cast.supervisor))[-2:] == ["photo-full", "photo-full"], "start and finish"
    large = world.channel.delivered[-1].message.attachment
    assert large is not None
    assert len(large.content) > max(map(len, small))
    to_client = [one.message for one in world.channel.delivered if one.to == "K-02"]
    assert all(one.attachment is None for one in to_client)
    assert sum(len(one.text.encode()) for one in to_client) < 5_000


async def test_a_childs_photo_is_not_shown_at_a_site(world: World, cast: Cast) -> None:
    guardian = await world.person(cast.office, "W-01", Role.GUARDIAN)
    ani = await world.person(cast.office, "A-01", Role.CLIENT, child=True)
    await world.case(
        ani,
        cast.officer,
        cast.site,
        photo=PhotoRule.ALWAYS,
        programme=Programme.CHILD_SERVICE,
        guardian_id=guardian.id,
    )
    await checks_in(world, ani, (saved(scene(1)), saved(scene(2))))
    letters = await world.letters(cast.supervisor)
    assert not any(one.has_photo for one in letters)
    assert not any(button.label == "🔍 Foto besar" for one in letters for button in one.buttons)
    async with world.database.reading() as session:
        attendance = (await session.exec(select(Evidence.attendance_id))).first()
    await world.phone(cast.supervisor).taps_id(f"photo-full:{attendance}")
    last = await world.last(cast.supervisor)
    assert (last.key, last.has_photo) == ("photo-full-none", False)


async def test_a_supervisor_of_another_site_gets_no_large_photo(world: World, cast: Cast) -> None:
    sari = await photographer(world, cast, "K-02")
    await checks_in(world, sari, (saved(scene(1)), saved(scene(2))))
    other = await world.person(cast.office, "PL-02", Role.SUPERVISOR)
    await world.site(cast.office, other, code="L-02")
    await world.phone(other).taps_id("photo-full:1")
    last = await world.last(other)
    assert (last.key, last.has_photo) == ("not-yours", False)


@pytest.mark.parametrize("gone", ["the file", "the key"])
async def test_a_photo_that_cannot_be_opened_holds_no_card_back(world: World, cast: Cast, gone: str) -> None:
    sari = await photographer(world, cast, "K-02")
    world.clock.moment = at(23, 8)
    await world.phone(sari).sends_location()
    await world.phone(sari).sends_photo(saved(scene(1)))
    async with world.database.transaction() as session:
        photo = (await session.exec(select(Photo))).one()
        if gone == "the file":
            (world.house.settings.media_dir / photo.file).unlink()
        else:
            photo.key = photo.key[:-1] + bytes([photo.key[-1] ^ 1])
    await world.phone(cast.supervisor).taps("🔍 Foto besar")
    last = await world.last(cast.supervisor)
    assert (last.key, last.has_photo) == ("photo-full", False)


def test_a_thumbnail_of_a_large_photo_is_small() -> None:
    assert len(thumbnail(twelve_megapixels(1))) <= 100_000
