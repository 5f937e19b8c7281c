"""Photos and voice messages go when their time is over, in silence, and never while somebody asks."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlmodel import col, select

from bot import lifecycle
from bot.domain.cases import CaseState, PhotoRule
from bot.domain.messages import Label
from bot.domain.people import Role
from bot.storage import queries
from bot.storage.events import broken_link, case_stream, stream_events
from bot.storage.identity import EnrolmentPhoto
from bot.storage.models import Case, Evidence, Person, Photo
from bot.storage.signed_lists import SignedList
from bot.storage.voices import VoiceNote
from scheduler.retention import retention
from tests.conversations.conftest import Cast
from tests.harness import World, at
from tests.scenes import saved, scene

DAY = timedelta(days=1)
DONE = at(23, 12)
"""When the day's work is over."""


@pytest.fixture
async def sari(world: World, cast: Cast) -> Person:
    """A client of whom a photo is asked each time; she worked on the 23rd and said something about it."""
    sari = await world.person(cast.office, "K-02", Role.CLIENT, name="Sari (contoh)")
    await world.case(sari, cast.officer, cast.site, photo=PhotoRule.ALWAYS)
    for hour in (8, 11):
        world.clock.moment = at(23, hour)
        await world.phone(sari).sends_location()
        await world.phone(sari).sends_photo(saved(scene(hour)))
    await world.phone(sari).sends_voice(b"OggS hujan deras")
    await world.recogniser_works()
    return sari


async def confirmed(world: World, cast: Cast) -> None:
    await world.phone(cast.supervisor).taps("✅ Benar")


async def case_of(world: World, client: Person) -> Case:
    async with world.database.reading() as session:
        return (await session.exec(select(Case).where(Case.client_id == client.id))).one()


async def closed(world: World, cast: Cast, client: Person, now: datetime) -> None:
    """The head of office has approved that the case is over."""
    head = await world.person(cast.office, f"KB-{client.code}", Role.HEAD, enrolled=False)
    case = await case_of(world, client)
    async with world.database.transaction() as session:
        row = await queries.locked_case(session, cast.office.id, case.id)
        assert row is not None
        for state, actor in ((CaseState.AWAITING_CLOSING, None), (CaseState.COMPLETED, head)):
            await lifecycle.change_state(session, row, state, actor=actor, reason="selesai", now=now)


async def night_of(world: World, now: datetime) -> None:
    """The chore, and what it leaves on the disk is removed."""
    world.clock.moment = now
    before = await world.queued()
    await world.house.desk.tick(retention, now)
    await world.clerk_works()
    assert await world.queued() == before  # nobody hears of it


async def kept(world: World) -> tuple[int, int]:
    """How many photos and voice messages can still be had."""
    async with world.database.reading() as session:
        photos = (await session.exec(select(Photo.id).where(Photo.file != ""))).all()
        voices = (await session.exec(select(VoiceNote.id).where(VoiceNote.file != ""))).all()
    assert len(world.files()) == len(photos) + len(voices)
    return len(photos), len(voices)


async def test_they_go_ninety_days_after_the_case_and_the_chain_holds(
    world: World, cast: Cast, sari: Person
) -> None:
    await confirmed(world, cast)
    await closed(world, cast, sari, DONE)
    await night_of(world, DONE + 89 * DAY)
    assert await kept(world) == (2, 1)

    await night_of(world, DONE + 91 * DAY)

    assert await kept(world) == (0, 0)
    case = await case_of(world, sari)
    async with world.database.reading() as session:
        events = await stream_events(session, cast.office.id, case_stream(case.id))
        photos = (await session.exec(select(Evidence).where(col(Evidence.photo_id).is_not(None)))).all()
    assert broken_link(events) is None
    erased = [(one.kind, one.reason, one.actor_id) for one in events if one.kind.endswith("_erased")]
    assert sorted(erased) == [("photo_erased", "time_over", None)] * 2 + [("voice_erased", "time_over", None)]
    assert all(Label.PHOTO_ERASED in one.labels for one in photos)


async def test_while_the_case_goes_on_they_stay_a_year(world: World, cast: Cast, sari: Person) -> None:
    await confirmed(world, cast)
    for days in (40, 200, 364):
        await night_of(world, DONE + days * DAY)
        assert await kept(world) == (2, 1)
    await night_of(world, DONE + 366 * DAY)
    assert await kept(world) == (0, 0)


async def test_hours_that_nobody_has_decided_on_keep_them(world: World, cast: Cast, sari: Person) -> None:
    await night_of(world, DONE + 400 * DAY)
    assert await kept(world) == (2, 1)

    await confirmed(world, cast)
    await night_of(world, DONE + 418 * DAY)  # it can be contested for two weeks
    assert await kept(world) == (0, 0)


async def test_a_contest_keeps_them_until_it_is_decided(world: World, cast: Cast, sari: Person) -> None:
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).writes("pulang duluan")
    await world.phone(sari).taps("✋ Saya keberatan")
    await world.phone(sari).writes("saya kerja sampai pukul 11")
    await night_of(world, DONE + 400 * DAY)
    assert await kept(world) == (2, 1)

    await world.phone(cast.officer).taps("❌ Tetap ditolak")
    await world.phone(cast.officer).writes("daftar hadir desa berkata lain")
    await night_of(world, DONE + 418 * DAY)  # it can be contested for two weeks
    assert await kept(world) == (0, 0)


async def test_a_face_found_to_be_the_same_goes_ninety_days_later(
    world: World, cast: Cast, sari: Person
) -> None:
    await confirmed(world, cast)
    await world.phone(cast.officer).writes("/fotodaftar K-02")
    await world.phone(cast.officer).sends_photo(saved(scene(99)))
    await world.phone(cast.officer).writes("/bandingkan K-02")
    await world.phone(cast.officer).taps("✅ Sama")
    await night_of(world, world.clock.now() + 91 * DAY)

    assert await kept(world) == (2, 1)
    async with world.database.reading() as session:
        query = select(Evidence).where(col(Evidence.photo_id).is_not(None)).order_by(col(Evidence.id))
        photos = (await session.exec(query)).all()
    assert [Label.PHOTO_ERASED in one.labels for one in photos] == [False, True]


async def test_the_photo_of_enrolment_stays_as_long_as_the_case(
    world: World, cast: Cast, sari: Person
) -> None:
    await confirmed(world, cast)
    await world.phone(cast.officer).writes("/fotodaftar K-02")
    await world.phone(cast.officer).sends_photo(saved(scene(99)))
    told = await world.letter(sari, "enrol-photo-told")
    assert "90 hari" in told.text
    await night_of(world, DONE + 400 * DAY)
    assert await kept(world) == (1, 0)
    async with world.database.reading() as session:
        (enrolment,) = (await session.exec(select(EnrolmentPhoto.photo_id))).all()
        assert (await session.get_one(Photo, enrolment)).file

    await closed(world, cast, sari, DONE + 400 * DAY)
    await night_of(world, DONE + 491 * DAY)
    assert await kept(world) == (0, 0)


async def test_a_signed_list_stays_until_the_last_of_its_cases_is_over(world: World, cast: Cast) -> None:
    rudi = await world.person(cast.office, "K-03", Role.CLIENT)
    await world.case(rudi, cast.officer, cast.site)
    await world.phone(cast.supervisor).writes("/cuti 23/04 23/04")
    await world.phone(cast.supervisor).taps("🚫 Tanpa pengganti")
    await world.phone(cast.supervisor).taps("📨 Kirim")
    world.clock.moment = DONE
    phone = world.phone(cast.officer)
    await phone.writes("/konfirmasi L1")
    await phone.sends_photo()
    await phone.taps("✅ Hadir semua")
    await phone.taps("➡️ Lanjut")
    await phone.writes("pengawas cuti")
    async with world.database.reading() as session:
        assert len((await session.exec(select(SignedList))).one().ticked) == 2

    await closed(world, cast, rudi, DONE)
    await night_of(world, DONE + 400 * DAY)
    assert await kept(world) == (1, 0)
    await closed(world, cast, cast.budi, DONE + 400 * DAY)
    await night_of(world, DONE + 491 * DAY)

    assert await kept(world) == (0, 0)
    for client in (rudi, cast.budi):
        case = await case_of(world, client)
        async with world.database.reading() as session:
            events = await stream_events(session, cast.office.id, case_stream(case.id))
        assert [one.kind for one in events].count("photo_erased") == 1
        assert broken_link(events) is None


async def test_an_office_may_keep_them_shorter(world: World, cast: Cast, sari: Person) -> None:
    await confirmed(world, cast)
    await closed(world, cast, sari, DONE)
    async with world.database.transaction() as session:
        (await queries.office_of(session, cast.office.id)).keep_photos_days = 30
    await night_of(world, DONE + 31 * DAY)
    assert await kept(world) == (0, 0)
