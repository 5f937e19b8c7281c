"""A client whose case does not run sends a location: it is kept, and he hears how things stand."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import col, select

from bot.domain.cases import Programme
from bot.domain.people import Role
from bot.storage.models import Attendance, Evidence, Person
from tests.conversations.conftest import Cast
from tests.conversations.test_help_calls import calls
from tests.harness import HERE, World, at


async def kept(world: World, client: Person) -> list[Evidence]:
    async with world.database.reading() as session:
        assert (await session.exec(select(Attendance).where(Attendance.client_id == client.id))).all() == []
        query = select(Evidence).where(Evidence.client_id == client.id).order_by(col(Evidence.id))
        return list((await session.exec(query)).all())


async def in_state(world: World, cast: Cast, state: str) -> Person:
    """Siti, whose case is in this state on Friday morning."""
    siti = await world.person(cast.office, "K-02", Role.CLIENT, name="Siti (contoh)")
    match state:
        case "draft":
            await world.case(siti, cast.officer, cast.site, prosecutor_id=None)
        case "over":
            await world.case(siti, cast.officer, cast.site, ends_on=date(2026, 4, 23))
        case "closing":
            case = await world.case(siti, cast.officer, cast.site)
            await world.phone(cast.officer).taps_id(f"close-unserved:{case.id}")
            await world.phone(cast.officer).writes("dicabut jaksa")
        case "suspended":
            case = await world.case(siti, cast.officer, cast.site)
            await world.phone(cast.officer).taps_id(f"suspend:{case.id}")
            await world.phone(cast.officer).writes("dirawat di rumah sakit")
    await world.passes(at(24, 9))
    return siti


STATES = [
    pytest.param("draft", "Masanya belum dimulai", "belum dimulai", id="draft"),
    pytest.param("over", "Masanya sudah berakhir", "menunggu penutupan", id="over"),
    pytest.param("closing", "Tidak ada jadwal baru lagi", "menunggu penutupan", id="closing"),
    pytest.param("suspended", "Untuk sementara sedang ditunda", "sedang ditunda", id="suspended"),
]


@pytest.mark.parametrize(("state", "said", "told"), STATES)
async def test_a_location_is_kept_and_answered_truly(
    world: World, cast: Cast, state: str, said: str, told: str
) -> None:
    siti = await in_state(world, cast, state)
    await world.phone(siti).sends_location(exact=True)

    answer = await world.last(siti)
    assert (answer.key, said in answer.text) == ("location-kept-aside", True)
    assert "pukul 09.00 diterima dan disimpan" in answer.text
    (evidence,) = await kept(world, siti)
    assert (evidence.latitude, evidence.longitude) == HERE[:2]
    assert told in (await world.last(cast.officer)).text


@pytest.mark.parametrize(("state", "said", "told"), STATES)
async def test_mulai_asks_for_no_location_in_vain(
    world: World, cast: Cast, state: str, said: str, told: str
) -> None:
    siti = await in_state(world, cast, state)
    await world.phone(siti).writes("/mulai")

    assert (await world.last(siti)).text.startswith(said)
    assert not any(key.startswith("resting-told") for key in await world.keys(cast.officer))


async def test_the_officer_hears_of_it_once_a_day(world: World, cast: Cast) -> None:
    siti = await in_state(world, cast, "over")
    for hour in (9, 11, 13):
        world.clock.moment = at(24, hour)
        await world.phone(siti).sends_location()
    assert (await world.keys(cast.officer)).count("resting-told-officer-over") == 1
    assert len(await kept(world, siti)) == 3
    world.clock.moment = at(25, 9)
    await world.phone(siti).sends_location()

    assert (await world.keys(cast.officer)).count("resting-told-officer-over") == 2


async def test_a_childs_name_stays_out_of_it(world: World, cast: Cast) -> None:
    child = await world.person(cast.office, "A-01", Role.CLIENT, name="Nama Rahasia", child=True)
    await world.case(child, cast.officer, cast.site, programme=Programme.CHILD_SERVICE, guardian_id=None)
    await world.phone(child).sends_location()

    told = await world.last(cast.officer)
    assert ("A-01" in told.text, "Rahasia" in told.text) == (True, False)


async def test_who_is_placed_nowhere_though_the_case_runs_asks_for_help(world: World, cast: Cast) -> None:
    siti = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.case(siti, cast.officer, None)
    await world.phone(siti).sends_location()

    assert (await world.last(siti)).key == "no-site"


async def test_who_has_no_case_at_all_is_told_so(world: World, cast: Cast) -> None:
    siti = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.phone(siti).sends_location()

    assert (await world.last(siti)).key == "no-active-case"


async def test_a_photo_where_the_work_was_stopped_asks_for_nothing_and_the_officer_sees_it(
    world: World, cast: Cast
) -> None:
    world.clock.moment = at(22, 9)
    await calls(world, cast)
    await world.phone(cast.officer).taps("⏸ Hentikan kerja")
    world.clock.moment = at(23, 8)
    before = len(await world.letters(cast.supervisor))
    await world.phone(cast.budi).sends_photo(text="gudangnya dikunci")

    told = await world.last(cast.budi)
    assert told.key == "photo-kept-aside"
    assert "Kerja di Kantor Desa L1 sedang dihentikan" in told.text
    card = await world.last(cast.officer)
    assert (card.key, card.has_photo) == ("resting-told-officer-photo", True)
    assert "Budi" not in card.text.splitlines()[0]
    assert "“gudangnya dikunci”" in card.text
    assert len(await world.letters(cast.supervisor)) == before


async def test_a_photo_before_work_still_asks_for_its_location(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7, 50)
    await world.phone(cast.budi).sends_photo()
    assert (await world.last(cast.budi)).key == "photo-kept-send-location"


@pytest.mark.parametrize(("state", "said", "told"), STATES[1:])
async def test_nor_does_a_photo_where_the_case_rests(
    world: World, cast: Cast, state: str, said: str, told: str
) -> None:
    siti = await in_state(world, cast, state)
    await world.phone(siti).sends_photo()

    answer = await world.last(siti)
    assert (answer.key, said in answer.text) == ("photo-kept-aside", True)
    assert (await world.last(cast.officer)).key == "resting-told-officer-photo"
