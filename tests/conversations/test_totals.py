"""The client says whether a total is right; what changes after is told to him, and withdraws his word."""

from __future__ import annotations

from bot.domain.people import Role
from tests.conversations.case_life import facts, works
from tests.conversations.conftest import Cast
from tests.conversations.test_contests import objects, rejected
from tests.harness import World, at


async def upheld(world: World, cast: Cast) -> None:
    """A contest was approved, and the client has read the new total."""
    await rejected(world, cast)
    await objects(world, cast)
    await world.phone(cast.officer).taps("✅ Akui jamnya")
    await world.phone(cast.officer).writes("Pak Dusun membenarkan")
    await world.passes(at(23, 11, 5))


async def adjusts(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).taps_id(f"adjust-for:{cast.case.id}:2")
    await world.phone(cast.officer).writes("-30 23/4 istirahat")
    await world.phone(cast.officer).taps("💾 Simpan")
    await world.passes(at(23, 11, 10))


async def test_after_a_contest_the_client_verifies_the_new_total(world: World, cast: Cast) -> None:
    await upheld(world, cast)
    assert "Jumlah jam diakui sekarang: 3 jam. Apakah sudah benar?" in (await world.last(cast.budi)).text
    await world.phone(cast.budi).taps("✅ Sudah benar")
    assert (await world.last(cast.budi)).key == "total-right-kept"
    assert (await facts(world, cast))[-1] == "total_confirmed"
    await world.phone(cast.officer).writes("/klien K-01")
    assert "Klien menyatakan jumlah 3 jam sudah benar" in (await world.last(cast.officer)).text

    await works(world, cast, 30)  # later work changes nothing of what he saw
    assert "total-changed" not in await world.keys(cast.budi)


async def test_a_change_after_his_word_is_told_to_him_and_withdraws_it(world: World, cast: Cast) -> None:
    await upheld(world, cast)
    await world.phone(cast.budi).taps("✅ Sudah benar")
    await adjusts(world, cast)

    told = await world.last(cast.budi)
    assert told.key == "total-changed"
    assert "tadinya 3 jam kini 2 jam 30 menit" in told.text
    assert (await facts(world, cast))[-1] == "total_confirmation_withdrawn"
    assert "total-withdrawn-officer" in await world.keys(cast.officer)
    await world.phone(cast.officer).writes("/klien K-01")
    assert "Klien menyatakan" not in (await world.last(cast.officer)).text
    await world.phone(cast.budi).taps("✅ Sudah benar")
    assert (await world.last(cast.budi)).key == "total-right-kept"


async def test_what_is_not_right_reaches_the_officer_once(world: World, cast: Cast) -> None:
    await upheld(world, cast)
    for _ in range(2):
        await world.phone(cast.budi).taps_id(f"total-wrong:{cast.case.id}")
        assert (await world.last(cast.budi)).key == "total-wrong-kept"

    assert (await world.keys(cast.officer)).count("total-wrong-officer") == 1


async def test_the_last_total_of_a_closed_case_is_verified_too(world: World, cast: Cast) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await works(world, cast, 23)
    await world.phone(cast.officer).taps_id(f"close-unserved:{cast.case.id}")
    await world.phone(cast.officer).writes("masa habis")
    await world.phone(head).taps("✅ Setujui")
    assert "3 jam diakui dari 42 jam" in (await world.letter(cast.budi, "total-final")).text
    await world.phone(cast.budi).taps("✅ Sudah benar")

    assert (await facts(world, cast))[-1] == "total_confirmed"


async def test_nobody_answers_for_another_or_for_what_was_not_told(world: World, cast: Cast) -> None:
    other = await world.person(cast.office, "K-02", Role.CLIENT)
    for person, key in ((cast.budi, "total-not-told"), (other, "not-yours")):
        await world.phone(person).taps_id(f"total-right:{cast.case.id}")
        assert (await world.last(person)).key == key


async def test_who_does_not_answer_is_reminded_once_and_then_the_head_hears_of_it(
    world: World, cast: Cast
) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await rejected(world, cast)
    await objects(world, cast)
    await world.passes(at(1, 7, 59, month=5))
    assert "contest-late-client" not in await world.keys(cast.budi)
    await world.passes(at(1, 8, 1, month=5))
    assert "paling lambat Senin, 4 Mei 2026" in (await world.letter(cast.budi, "contest-late-client")).text
    assert (await world.letter(cast.officer, "contest-card-late")).buttons
    assert "contest-late-head" not in await world.keys(head)
    await world.passes(at(12, 12, month=5))

    assert (await world.keys(cast.budi)).count("contest-late-client") == 1
    assert (await world.keys(cast.officer)).count("contest-card-late") == 1
    assert (await world.keys(head)).count("contest-late-head") == 1
