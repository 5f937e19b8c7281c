"""A photo that was sent before is a hint on the supervisor's card; nobody waits for it or is refused."""

from __future__ import annotations

import pytest
from sqlmodel import col, select

from bot.domain.cases import PhotoRule
from bot.domain.messages import Label
from bot.domain.people import Role
from bot.storage.models import Evidence, Person
from bot.storage.photo_prints import PhotoPrint, PhotoReuse
from tests.conversations.conftest import Cast
from tests.harness import World, at
from tests.scenes import CHANGES, saved, scene

YARD, FIELD = saved(scene(1)), saved(scene(2))


@pytest.fixture
async def sari(world: World, cast: Cast) -> Person:
    """Her case asks for a photo of every start and finish."""
    return await photographer(world, cast, "K-02", "Sari (contoh)")


async def photographer(world: World, cast: Cast, code: str, name: str) -> Person:
    person = await world.person(cast.office, code, Role.CLIENT, name=name)
    await world.case(person, cast.officer, cast.site, photo=PhotoRule.ALWAYS)
    return person


async def checks_in(world: World, who: Person, day: int, hour: int, photo: bytes) -> None:
    world.clock.moment = at(day, hour)
    await world.phone(who).sends_location()
    await world.phone(who).sends_photo(photo, name=f"{who.code} {world.clock.moment}")
    await world.recogniser_works()


async def labels(world: World, who: Person) -> list[list[str]]:
    """Of each photo, oldest first."""
    query = select(Evidence.labels).where(Evidence.client_id == who.id, col(Evidence.photo_id).is_not(None))
    async with world.database.reading() as session:
        return [list(one) for one in (await session.exec(query.order_by(col(Evidence.id)))).all()]


async def asked(world: World, cast: Cast) -> list[str]:
    """The hints on the newest card."""
    text = (await world.letter(cast.supervisor, "card")).text
    return [line for line in text.splitlines() if "Pastikan" in line]


async def test_the_photo_of_the_start_is_sent_for_the_finish(world: World, cast: Cast, sari: Person) -> None:
    await checks_in(world, sari, 23, 8, YARD)
    assert await asked(world, cast) == []
    await checks_in(world, sari, 23, 11, YARD)

    hint = (
        "⚠️ Perlu dilihat: foto sama persis dengan foto sebelumnya, Kam 23 Apr pukul 08.00 WITA. "
        "Pastikan ia memang bekerja di lokasi."
    )
    assert await asked(world, cast) == [hint]
    assert (await world.last(cast.supervisor)).buttons[0].label == "✅ Benar"
    assert (await world.keys(sari))[-2:] == ["receipt-finish", "challenge-ask"]
    assert await labels(world, sari) == [[], [Label.PHOTO_SEEN]]


async def test_it_is_asked_once_whoever_looks_again(world: World, cast: Cast, sari: Person) -> None:
    await checks_in(world, sari, 23, 8, YARD)
    await checks_in(world, sari, 23, 11, YARD)
    queued = await world.queued()
    await world.recogniser_works()
    await (await world.reborn(at(23, 11, 1))).recogniser_works()

    assert await world.queued() == queued


async def test_last_weeks_photo_is_known_in_a_mirror_and_after_a_restart(
    world: World, cast: Cast, sari: Person
) -> None:
    await checks_in(world, sari, 23, 8, YARD)
    await checks_in(world, sari, 23, 11, FIELD)
    world = await world.reborn(at(30, 7))
    await checks_in(world, sari, 30, 8, CHANGES["mirrored"](scene(1)))
    await checks_in(world, sari, 30, 11, saved(scene(2, day=2)))

    assert await labels(world, sari) == [[], [], [Label.PHOTO_ALIKE], []]
    async with world.database.reading() as session:
        (reuse,) = (await session.exec(select(PhotoReuse))).all()
    assert (reuse.photo_id, reuse.other_id, reuse.distance < 16) == (3, 1, True)


async def test_another_clients_photo_is_asked_about_on_both_cards(
    world: World, cast: Cast, sari: Person
) -> None:
    tono = await photographer(world, cast, "K-03", "Tono (contoh)")
    await checks_in(world, sari, 23, 8, YARD)
    await checks_in(world, tono, 23, 8, YARD)

    assert await labels(world, sari) == await labels(world, tono) == [[Label.PHOTO_SHARED]]
    cards = [one for one in await world.letters(cast.supervisor) if "foto klien lain" in one.text]
    assert {one.text.splitlines()[1].split(" – ")[0] for one in cards} == {sari.name, tono.name}
    assert not any(sari.name in one.text and tono.name in one.text for one in cards)


async def test_nobody_is_asked_about_a_repetition_or_another_offices_photo(
    world: World, cast: Cast, sari: Person
) -> None:
    office = await world.office("BPS-MRS", name="Bapas Lain (contoh)")
    officer = await world.person(office, "PK-09", Role.OFFICER)
    supervisor = await world.person(office, "PL-09", Role.SUPERVISOR)
    site = await world.site(office, supervisor)
    there = await photographer(world, Cast(office, officer, supervisor, site, sari, cast.case), "K-09", "Ani")
    await checks_in(world, there, 23, 8, YARD)
    await checks_in(world, sari, 23, 8, YARD)
    await world.phone(sari).sends_photo(YARD)
    await world.recogniser_works()

    assert [*await labels(world, there), *await labels(world, sari)] == [[], [], []]


async def test_a_photo_that_cannot_be_opened_is_tried_again_and_holds_up_nobody(
    world: World, cast: Cast, sari: Person
) -> None:
    await checks_in(world, sari, 23, 8, YARD)
    folder, before = world.house.settings.media_dir, set(world.files())
    await world.phone(sari).sends_photo(FIELD)
    (name,) = set(world.files()) - before
    (folder / name).rename(folder.parent / name)
    await checks_in(world, sari, 23, 11, YARD)
    assert await labels(world, sari) == [[], [], [Label.PHOTO_SEEN]]

    (folder.parent / name).rename(folder / name)
    world.clock.moment = at(23, 11, 10)
    await world.recogniser_works()
    async with world.database.reading() as session:
        prints = await session.exec(select(PhotoPrint.photo_id).order_by(col(PhotoPrint.id)))
        assert list(prints) == [1, 3, 2]


async def test_a_part_of_an_older_photo_is_asked_about_softly(world: World, cast: Cast, sari: Person) -> None:
    await checks_in(world, sari, 23, 8, YARD)
    await checks_in(world, sari, 23, 11, FIELD)
    await checks_in(world, sari, 30, 8, CHANGES["cropped"](scene(1)))

    assert await labels(world, sari) == [[], [], [Label.PHOTO_SIMILAR]]
    lines = (await world.letter(cast.supervisor, "card")).text.splitlines()
    assert (
        "Perlu dilihat: foto mirip dengan foto lain, mungkin potongan atau tangkapan layarnya, mungkin juga "
        "foto baru di tempat yang sama, Kam 23 Apr pukul 08.00 WITA. Coba bandingkan keduanya."
    ) in lines
    assert await asked(world, cast) == []
    async with world.database.reading() as session:
        (reuse,) = (await session.exec(select(PhotoReuse))).all()
    assert (reuse.photo_id, reuse.other_id) == (3, 1)


async def test_a_part_of_another_clients_photo_of_the_site_is_found_too(
    world: World, cast: Cast, sari: Person
) -> None:
    tono = await photographer(world, cast, "K-03", "Tono (contoh)")
    await checks_in(world, tono, 16, 8, FIELD)
    await checks_in(world, sari, 16, 8, YARD)
    await checks_in(world, tono, 23, 8, CHANGES["cropped"](scene(1)))

    assert [*await labels(world, sari), *await labels(world, tono)] == [[], [], [Label.PHOTO_SIMILAR]]


async def test_a_part_of_a_photo_of_half_a_year_ago_is_not_looked_for(
    world: World, cast: Cast, sari: Person
) -> None:
    await checks_in(world, sari, 23, 8, YARD)
    world.clock.moment = at(23, 8, month=8)
    await world.phone(sari).sends_location()
    await world.phone(sari).sends_photo(CHANGES["cropped"](scene(1)))
    await world.recogniser_works()

    assert await labels(world, sari) == [[], []]


async def test_an_older_photo_that_is_gone_proves_nothing(world: World, cast: Cast, sari: Person) -> None:
    await checks_in(world, sari, 23, 8, YARD)
    for name in world.files():
        (world.house.settings.media_dir / name).unlink()
    await checks_in(world, sari, 30, 8, CHANGES["cropped"](scene(1)))
    await checks_in(world, sari, 30, 11, CHANGES["mirrored"](scene(1)))

    assert (await labels(world, sari))[1:] == [[], [Label.PHOTO_SIMILAR]]
