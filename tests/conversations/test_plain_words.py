"""A yes, a no or a number typed where buttons are: each does what it says, or says what can be typed."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bot.domain.people import Role
from bot.storage.help_calls import HelpCall
from bot.storage.models import SiteClosure
from tests.conversations.conftest import Cast
from tests.conversations.test_guardian import a_family, attendances
from tests.conversations.test_kinship import attendance
from tests.conversations.test_review import worked
from tests.harness import World, at

WHY, NOT_HERE = "guardian-ask-why", "guardian-not-here"


@pytest.mark.parametrize(
    ("word", "key"),
    [
        *((word, WHY) for word in ("ya", "iya pak", "1")),
        *((word, NOT_HERE) for word in ("tidak", "belum", "2")),
    ],
)
async def test_whether_the_child_is_with_the_guardian(world: World, cast: Cast, word: str, key: str) -> None:
    family = await a_family(world, cast)
    world.clock.moment = at(23, 8)
    guardian = world.phone(family.guardian)
    await guardian.writes("jadwal")
    await guardian.writes("1")
    await guardian.writes(word)

    assert (await world.last(family.guardian)).key == key
    if key == WHY:
        await guardian.writes("1")
        assert len(await attendances(world)) == 1


@pytest.mark.parametrize(("word", "key"), [("ya", "kin-declared"), ("1", "kin-declared"), ("bukan", "card")])
async def test_whether_the_supervisor_is_family(world: World, cast: Cast, word: str, key: str) -> None:
    await worked(world, cast.budi)
    await world.phone(cast.supervisor).taps_id(f"card:{(await attendance(world)).id}")
    await world.phone(cast.supervisor).writes("saya keluarganya")
    await world.phone(cast.supervisor).writes(word)

    assert (await world.last(cast.supervisor)).key == key


@pytest.mark.parametrize(
    ("word", "told"),
    [("ya", True), ("boleh", True), ("1", True), ("tidak", False), ("jangan", False), ("2", False)],
)
async def test_whether_the_guardian_hears_of_a_call(
    world: World, cast: Cast, word: str, told: bool | None
) -> None:
    family = await a_family(world, cast, enrolled=True)
    child = world.phone(family.child)
    await child.writes("/darurat")
    await child.writes("1")
    await child.writes("saya takut")
    assert [one.key for one in await world.letters(family.child)][-1] == "call-sent"
    await child.writes(word)

    async with world.database.reading() as session:
        assert (await session.exec(select(HelpCall))).one().guardian_told is told
    assert ("call-told-guardian" in await world.keys(family.guardian)) is bool(told)


async def test_a_number_that_the_list_does_not_have_says_which_there_are(world: World, cast: Cast) -> None:
    siti = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.case(siti, cast.officer, cast.site)
    world.clock.moment = at(23, 8)
    await world.phone(cast.supervisor).writes("daftar")
    before = await world.last(cast.supervisor)
    await world.phone(cast.supervisor).writes("77")

    told = await world.last(cast.supervisor)
    assert told.key == "number-beyond"
    assert "Nomor 77 tidak ada di daftar. Ketik nomor yang ada: 1–" in told.text
    assert told.buttons == before.buttons
    await world.phone(cast.supervisor).writes("1")
    assert (await world.last(cast.supervisor)).key != "number-beyond"


async def test_it_is_no_reason_either(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/tutup L1 23/04")
    await world.phone(cast.officer).writes("9")
    assert (await world.last(cast.officer)).key == "number-beyond"
    async with world.database.reading() as session:
        assert (await session.exec(select(SiteClosure))).all() == []
    await world.phone(cast.officer).writes("ada hajatan")
    assert (await world.last(cast.officer)).key == "shut-done"


async def test_nor_why_somebody_did_not_come(world: World, cast: Cast) -> None:
    await world.passes(at(23, 9, 30))
    await world.phone(cast.budi).writes("9")

    assert (await world.last(cast.budi)).key == "number-beyond"
