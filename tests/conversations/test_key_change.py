"""An office gets another key while people go on: whatever was kept can still be seen and heard."""

from __future__ import annotations

from sqlmodel import select

from bot.domain.cases import PhotoRule
from bot.domain.people import Role
from bot.key_changes import change_begins, move
from bot.storage.keys import OfficeKey, to_open
from bot.storage.models import Photo
from bot.storage.signed_lists import SignedList
from bot.storage.voices import VoiceNote
from tests.conversations.conftest import Cast
from tests.harness import World, at
from tests.scenes import saved, scene


async def test_photos_voices_and_signed_lists_open_after_two_changes(world: World, cast: Cast) -> None:
    sari = await world.person(cast.office, "K-02", Role.CLIENT, name="Sari (contoh)")
    await world.case(sari, cast.officer, cast.site, photo=PhotoRule.ALWAYS)
    photo, voice, listed = saved(scene(1)), b"OggS hujan deras", saved(scene(2))
    await world.phone(cast.supervisor).writes("/cuti 23/04 23/04")
    await world.phone(cast.supervisor).taps("🚫 Tanpa pengganti")
    await world.phone(cast.supervisor).taps("📨 Kirim")
    world.clock.moment = at(23, 8)
    await world.phone(sari).sends_location()
    await world.phone(sari).sends_photo(photo)
    await world.phone(sari).sends_voice(voice)
    await _changes(world, cast)
    world.clock.moment = at(23, 12)
    await world.phone(cast.officer).writes("/konfirmasi L1")
    await world.phone(cast.officer).sends_photo(listed)
    async with world.database.reading() as session:
        assert (await session.exec(select(SignedList))).one().photo_id
    await _changes(world, cast)

    assert sorted(await _contents(world)) == sorted([photo, voice, listed])
    async with world.database.reading() as session:
        assert len((await session.exec(select(OfficeKey))).all()) == 1
    await world.phone(cast.officer).writes("/bandingkan K-02")
    await world.phone(cast.officer).writes("/fotodaftar K-02")
    await world.phone(cast.officer).sends_photo(saved(scene(3)))
    await world.phone(cast.officer).writes("/bandingkan K-02")
    assert (await world.last(cast.officer)).has_photo


async def _changes(world: World, cast: Cast) -> None:
    ring, now = world.house.photos.ring, world.clock.now()
    async with world.database.transaction() as session:
        await change_begins(session, ring, cast.office, now)
    assert (await move(world.database, ring, cast.office, now)).lost == 0


async def _contents(world: World) -> list[bytes]:
    store = world.house.photos
    async with world.database.reading() as session:
        photos = (await session.exec(select(Photo))).all()
        voices = (await session.exec(select(VoiceNote))).all()
        kept: list[Photo | VoiceNote] = [*photos, *voices]
        return [store.open(one.file, await to_open(session, store.ring, one)) for one in kept]
