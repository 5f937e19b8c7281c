"""The photo of enrolment beside a later one: people say what they see, and it refuses nothing."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bot.domain.cases import Programme
from bot.domain.identity_checks import Likeness
from bot.domain.messages import Label
from bot.domain.people import Role
from bot.storage.flags import Flag
from bot.storage.identity import EnrolmentPhoto, IdentityCheck
from bot.storage.models import Photo
from tests.conversations.conftest import Cast
from tests.harness import World, at
from tests.scenes import saved, scene


@pytest.fixture
async def enrolled(world: World, cast: Cast) -> Cast:
    """Budi has a photo of enrolment, and today's photo came after a forwarded location."""
    await world.phone(cast.officer).writes("/fotodaftar K-01")
    await world.phone(cast.officer).sends_photo(saved(scene(1)))
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location(labels=(Label.FORWARDED,))
    await world.phone(cast.budi).sends_photo(saved(scene(2)))
    return cast


async def checks(world: World) -> list[IdentityCheck]:
    async with world.database.reading() as session:
        return list((await session.exec(select(IdentityCheck))).all())


async def test_the_client_hears_that_a_photo_is_kept_and_what_for(world: World, enrolled: Cast) -> None:
    assert (await world.letter(enrolled.officer, "enrol-photo-kept")).text
    assert "tidak ada mesin pengenal wajah" in (await world.letter(enrolled.budi, "enrol-photo-told")).text


async def test_a_supervisors_doubt_reaches_the_officer_with_its_note(world: World, enrolled: Cast) -> None:
    await world.phone(enrolled.supervisor).taps("👥 Bandingkan foto")
    assert (await world.last(enrolled.supervisor)).has_photo
    await world.phone(enrolled.supervisor).taps("❌ Tidak sama")
    world.clock.moment = at(23, 8, 1)
    await world.phone(enrolled.supervisor).writes("topinya menutup wajah")

    told = (await world.letter(enrolled.officer, "identity-doubt")).text
    assert "tidak sama" in told
    assert "topinya menutup wajah" in told
    (check,) = await checks(world)
    assert (check.verdict, check.note) == (Likeness.DIFFERENT, "topinya menutup wajah")
    async with world.database.reading() as session:
        assert [one.label for one in (await session.exec(select(Flag))).all()] == [Label.PERSON_DOUBTED]
    world.clock.moment = at(23, 11)
    await world.phone(enrolled.budi).sends_location()
    assert (await world.last(enrolled.budi)).key == "receipt-finish"


async def test_the_same_person_ends_how_long_the_photo_is_kept(world: World, enrolled: Cast) -> None:
    await world.phone(enrolled.officer).writes("/bandingkan K-01")
    await world.phone(enrolled.officer).taps("✅ Sama")

    async with world.database.reading() as session:
        enrolment = (await session.exec(select(EnrolmentPhoto))).one()
        kept = {one.id: one.keep_until for one in (await session.exec(select(Photo))).all()}
    assert kept.pop(enrolment.photo_id) is None
    assert [until is not None for until in kept.values()] == [True]


async def test_a_supervisor_of_another_site_gets_neither_picture_nor_verdict(
    world: World, enrolled: Cast
) -> None:
    other = await world.person(enrolled.office, "PL-02", Role.SUPERVISOR)
    await world.site(enrolled.office, other, code="L-02")
    for entry in ("compare-here:1", "identity:1:0", "identity:2:0"):
        await world.phone(other).taps_id(entry)
        assert not (await world.last(other)).has_photo
    assert await checks(world) == []


async def test_an_officer_of_another_client_gets_neither(world: World, enrolled: Cast) -> None:
    other = await world.person(enrolled.office, "PK-02", Role.OFFICER)
    for entry in (f"compare:{enrolled.case.id}", f"enrol-photo:{enrolled.case.id}", "identity:2:0"):
        await world.phone(other).taps_id(entry)
        assert (await world.last(other)).key == "not-yours"
    assert await checks(world) == []


async def test_a_childs_face_is_never_asked_for(world: World, cast: Cast) -> None:
    ani = await world.person(cast.office, "A-01", Role.CLIENT, child=True)
    await world.case(ani, cast.officer, cast.site, programme=Programme.CHILD_SERVICE)
    for words in ("/fotodaftar A-01", "/bandingkan A-01", "/fotojari A-01"):
        await world.phone(cast.officer).writes(words)
        assert (await world.last(cast.officer)).key == "identity-never-child"
