"""A photo that comes while a proof is awaited is first asked about: a letter is never shown with work."""

from __future__ import annotations

from datetime import date

from sqlmodel import col, select

from bot.domain.cases import PhotoRule
from bot.domain.checkins import Shows
from bot.domain.people import Role
from bot.storage.models import Attendance, Case, Contest, Evidence, Photo
from tests.conversations.conftest import Cast
from tests.conversations.test_contests import objects, rejected
from tests.conversations.test_excuse_requests import asks, the_request
from tests.harness import HERE, World, at

EXCUSE, CONTEST, WORK = "📎 Bukti izin", "✋ Bukti keberatan", "📷 Foto kerja"


async def always_with_a_photo(world: World, cast: Cast) -> None:
    async with world.database.transaction() as session:
        case = await session.get_one(Case, cast.case.id)
        case.photo_rule = PhotoRule.ALWAYS


async def shown(world: World) -> list[Evidence]:
    async with world.database.reading() as session:
        query = select(Evidence).where(col(Evidence.photo_id).is_not(None)).order_by(col(Evidence.id))
        return list((await session.exec(query)).all())


async def seen_on_site(world: World, cast: Cast) -> bool:
    return any(one.has_photo for one in await world.letters(cast.supervisor))


async def promised(world: World, cast: Cast) -> None:
    """Budi is sick on the 23rd; the letter was to come by today, and he is reminded of it."""
    await asks(world, cast, proof="⏳ Bukti menyusul")
    await world.passes(at(23, 9, 1))
    assert (await world.last(cast.budi)).key == "excuse-proof-reminder"


async def test_the_letter_that_was_awaited_today_goes_to_the_officer_and_not_to_the_site(
    world: World, cast: Cast
) -> None:
    await promised(world, cast)
    await world.phone(cast.budi).sends_photo(text="surat puskesmas, rawat inap sampai Sabtu")
    asked = await world.last(cast.budi)
    assert (asked.key, [one.label for one in asked.buttons]) == ("photo-which", [EXCUSE, WORK])
    await world.phone(cast.budi).taps(EXCUSE)

    card = await world.last(cast.officer)
    assert (card.key, "📎 Bukti: 1 foto" in card.text) == ("excuse-card-more", True)
    assert "surat puskesmas, rawat inap sampai Sabtu" in card.text
    assert (await world.last(cast.budi)).key == "excuse-added"
    await world.phone(cast.budi).sends_location(HERE)
    assert not await seen_on_site(world, cast)
    (letter,) = await shown(world)
    assert (letter.shows, letter.said, letter.attendance_id) == (Shows.PROOF, "", None)
    await world.phone(cast.budi).taps_id(f"photo-work:{letter.id}")
    assert (await world.last(cast.budi)).key == "photo-said-already"


async def test_until_he_has_said_what_a_photo_shows_no_site_sees_it(world: World, cast: Cast) -> None:
    await asks(world, cast, proof="⏳ Bukti menyusul")
    world.clock.moment = at(22, 8)
    await world.phone(cast.budi).sends_photo()
    await world.phone(cast.budi).sends_location(HERE)

    assert (await world.last(cast.budi)).key == "receipt-start"
    assert not await seen_on_site(world, cast)
    (one,) = await shown(world)
    assert one.attendance_id is None
    async with world.database.reading() as session:
        assert (await session.get_one(Photo, one.photo_id)).compare_at is None


async def test_a_photo_of_work_is_one_tap_away_before_its_location_and_after(
    world: World, cast: Cast
) -> None:
    await asks(world, cast)
    world.clock.moment = at(22, 8)
    await world.phone(cast.budi).sends_photo()
    await world.phone(cast.budi).writes(WORK)
    assert (await world.last(cast.budi)).key == "photo-kept-send-location"
    await world.phone(cast.budi).sends_location(HERE)
    assert await seen_on_site(world, cast)
    (first,) = await shown(world)
    assert first.attendance_id is not None

    world.clock.moment = at(22, 9)
    await world.phone(cast.budi).sends_photo()
    assert (await world.last(cast.budi)).key == "photo-which"
    await world.phone(cast.budi).types(WORK)
    assert (await world.last(cast.budi)).key == "photo-added"
    assert [one.attendance_id for one in await shown(world)] == [first.attendance_id] * 2


async def test_a_start_that_waits_for_its_photo_takes_it_as_ever(world: World, cast: Cast) -> None:
    await always_with_a_photo(world, cast)
    await asks(world, cast, proof="⏳ Bukti menyusul")
    world.clock.moment = at(22, 8)
    await world.phone(cast.budi).sends_location(HERE)
    await world.phone(cast.budi).sends_photo()

    assert (await world.last(cast.budi)).key == "receipt-start"
    assert "photo-which" not in await world.keys(cast.budi)


async def test_a_photo_that_waited_for_its_answer_is_the_photo_of_a_start(world: World, cast: Cast) -> None:
    await always_with_a_photo(world, cast)
    await asks(world, cast, proof="⏳ Bukti menyusul")
    world.clock.moment = at(22, 8)
    await world.phone(cast.budi).sends_photo()
    await world.phone(cast.budi).sends_location(HERE)
    assert (await world.last(cast.budi)).key == "photo-wanted"
    await world.phone(cast.budi).taps(WORK)

    assert (await world.last(cast.budi)).key == "receipt-start"
    assert await seen_on_site(world, cast)


async def test_a_photo_after_a_contest_joins_it(world: World, cast: Cast) -> None:
    await rejected(world, cast)
    await objects(world, cast)
    told = len(await world.letters(cast.supervisor))
    world.clock.moment = at(23, 12)
    await world.phone(cast.budi).sends_photo(text="foto dari Pak Dusun")
    assert [one.label for one in (await world.last(cast.budi)).buttons] == [CONTEST, WORK]
    await world.phone(cast.budi).taps(CONTEST)

    card = await world.last(cast.officer)
    assert (card.key, card.has_photo) == ("contest-card", True)
    assert "foto dari Pak Dusun" in card.text
    async with world.database.reading() as session:
        contest = (await session.exec(select(Contest))).one()
        assert len((await session.exec(select(Attendance))).all()) == 1
    (one,) = await shown(world)
    assert (contest.photo_id, one.shows) == (one.photo_id, Shows.PROOF)
    assert len(await world.letters(cast.supervisor)) == told


async def test_two_pages_are_one_answer(world: World, cast: Cast) -> None:
    await promised(world, cast)
    await world.phone(cast.budi).sends_photo(album="surat")
    await world.phone(cast.budi).sends_photo(album="surat")
    assert (await world.keys(cast.budi)).count("photo-which") == 1
    world.clock.moment = at(23, 9, 5)
    await world.phone(cast.budi).sends_photo(text="halaman ketiga")
    await world.phone(cast.budi).taps(EXCUSE)

    card = await world.last(cast.officer)
    assert "📎 Bukti: 3 foto" in card.text
    assert "halaman ketiga" in card.text


async def test_where_several_things_wait_each_is_named_by_its_day(world: World, cast: Cast) -> None:
    await asks(world, cast)
    await world.phone(cast.budi).writes("/izin keluarga 27/04")
    await world.phone(cast.budi).taps("⏳ Bukti menyusul")
    world.clock.moment = at(20, 14)
    await world.phone(cast.budi).sends_photo()
    labels = [one.label for one in (await world.last(cast.budi)).buttons]
    assert labels == ["📎 Izin Kam 23 Apr", "📎 Izin Sen 27 Apr", WORK]
    await world.phone(cast.budi).taps("📎 Izin Sen 27 Apr")

    assert "Sen 27 Apr" in (await world.last(cast.officer)).text
    assert (await the_request(world)).first == date(2026, 4, 27)


async def test_nobody_says_what_somebody_elses_photo_shows(world: World, cast: Cast) -> None:
    other = await world.person(cast.office, "K-02", Role.CLIENT)
    await promised(world, cast)
    await world.phone(cast.budi).sends_photo()
    (one,) = await shown(world)
    for choice in (f"photo-excuse:{one.id}:1", f"photo-contest:{one.id}:1", f"photo-work:{one.id}"):
        await world.phone(other).taps_id(choice)
        assert (await world.last(other)).key == "not-yours"
