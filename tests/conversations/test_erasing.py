"""An erased photo is gone for everybody: its key, its file's name, and what it could be recognised by."""

from __future__ import annotations

from sqlmodel import col, select

from bot.domain.cases import PhotoRule
from bot.domain.messages import Label
from bot.domain.people import Role
from bot.domain.retention import Erasure
from bot.storage.events import broken_link, case_stream, stream_events
from bot.storage.models import Evidence, Person, Photo, PhotoUpload
from bot.storage.photo_erasure import erase_photo, kept_photos
from bot.storage.photo_prints import PhotoPrint, PhotoReuse
from bot.storage.signed_lists import SignedList, signed_for
from tests.conversations.conftest import Cast
from tests.harness import World, at
from tests.scenes import saved, scene

YARD = saved(scene(1))


async def test_it_can_neither_be_seen_nor_recognised(world: World, cast: Cast) -> None:
    sari = await world.person(cast.office, "K-02", Role.CLIENT, name="Sari (contoh)")
    case = await world.case(sari, cast.officer, cast.site, photo=PhotoRule.ALWAYS)
    await _sends(world, sari, 23, 8)
    await _sends(world, sari, 23, 11)
    (first, *_) = [one for one in await world.letters(cast.supervisor) if one.has_photo]
    assert first.has_photo

    assert len(world.files()) == 2
    await _erased(world, sari)
    await world.clerk_works()
    assert world.files() == []

    async with world.database.reading() as session:
        photos = (await session.exec(select(Photo))).all()
        assert {(one.file, one.key, one.sha256, one.ref) for one in photos} == {("", b"", "", "")}
        for table in (PhotoPrint, PhotoReuse, PhotoUpload):
            assert (await session.exec(select(table))).all() == []
        labels = (
            await session.exec(select(Evidence.labels).where(col(Evidence.photo_id).is_not(None)))
        ).all()
        assert all(Label.PHOTO_ERASED in one for one in labels)
        events = await stream_events(session, cast.office.id, case_stream(case.id))
        erased = [one for one in events if one.kind == "photo_erased"]
        assert [one.reason for one in erased] == ["asked"] * 2
        assert all("masa simpan habis" in (one.payload or "") for one in erased)
        assert broken_link(events) is None

    await _sends(world, sari, 30, 8)
    hints = [one.text for one in await world.letters(cast.supervisor) if "Kam 30 Apr" in one.text]
    assert hints
    assert not any("sama persis" in one or "mirip" in one for one in hints)


async def test_what_came_later_is_kept(world: World, cast: Cast) -> None:
    await _sends(world, cast.budi, 23, 8)
    async with world.database.reading() as session:
        assert await kept_photos(session, cast.budi, at(23, 8)) == []


async def test_a_signed_list_goes_with_him_only_where_he_stands_on_it_alone(world: World, cast: Cast) -> None:
    sari = await world.person(cast.office, "K-02", Role.CLIENT, name="Sari (contoh)")
    await world.case(sari, cast.officer, cast.site, weekdays="45")
    for day in (23, 24):  # on Friday nobody but Sari works
        await world.phone(cast.supervisor).writes(f"/cuti {day}/04 {day}/04")
        await world.phone(cast.supervisor).taps("🚫 Tanpa pengganti")
        await world.phone(cast.supervisor).taps("📨 Kirim")
        world.clock.moment = at(day, 12)
        await world.phone(cast.officer).writes("/konfirmasi L1")
        await world.phone(cast.officer).sends_photo()
        await world.phone(cast.officer).taps("✅ Hadir semua")
        await world.phone(cast.officer).taps("➡️ Lanjut")
        await world.phone(cast.officer).writes("pengawas cuti")
    async with world.database.reading() as session:
        lists = (await session.exec(select(SignedList).order_by(col(SignedList.id)))).all()
        assert [len(one.ticked) for one in lists] == [2, 1]
        own = [one.id for one in await kept_photos(session, sari, at(25, 9))]
        assert own == [lists[1].photo_id]
        assert await kept_photos(session, cast.budi, at(25, 9)) == []
        assert [others for _, others in await signed_for(session, cast.budi, at(25, 9))] == [True]


async def _sends(world: World, who: Person, day: int, hour: int) -> None:
    world.clock.moment = at(day, hour)
    await world.phone(who).sends_location()
    await world.phone(who).sends_photo(YARD, name=f"{day} {hour}")
    await world.recogniser_works()


async def _erased(world: World, client: Person) -> None:
    now = at(24, 9)
    async with world.database.transaction() as session:
        for one in await kept_photos(session, client, now):
            await erase_photo(session, one, why=Erasure.ASKED, words="masa simpan habis", now=now)
