"""What a client says under an excuse that was declined is never lost."""

from __future__ import annotations

import pytest

from tests.conversations.conftest import Cast
from tests.conversations.test_excuse_requests import asks
from tests.harness import World, at

DAY = "Tentang izin Kam 23 Apr yang belum disetujui."


async def declined(world: World, cast: Cast, minutes: int = 0) -> None:
    await asks(world, cast, proof="⏳ Bukti menyusul")
    await world.phone(cast.officer).taps("❌ Tolak")
    await world.phone(cast.officer).taps("🕗 Masih bisa datang")
    await world.passes(at(20, 12, minutes))


@pytest.mark.parametrize("minutes", [5, 50], ids=["at once", "an hour later"])
@pytest.mark.parametrize("words", ["tapi saya masih demam pak", "24 april", "suratnya besok"])
async def test_words_reach_the_officer_with_the_excuse_named(
    world: World, cast: Cast, minutes: int, words: str
) -> None:
    await declined(world, cast, minutes)
    await world.phone(cast.budi).writes(words)

    receipt, told = await world.last(cast.budi), await world.last(cast.officer)
    assert (receipt.key, DAY in receipt.text) == ("message-sent", True)
    assert DAY in told.text
    assert DAY not in told.text.splitlines()[0]
    assert words in told.text


async def test_so_does_a_recording(world: World, cast: Cast) -> None:
    await declined(world, cast)
    await world.phone(cast.budi).sends_voice()
    assert DAY in (await world.last(cast.budi)).text
    assert DAY in (await world.last(cast.officer)).text


async def test_what_follows_goes_on_in_the_thread(world: World, cast: Cast) -> None:
    await declined(world, cast)
    await world.phone(cast.budi).writes("tapi saya masih lemas")
    await world.phone(cast.budi).writes("suratnya menyusul")
    told = await world.last(cast.officer)
    assert ("suratnya menyusul" in told.text, DAY in told.text) == (True, False)


async def test_thanks_are_thanks(world: World, cast: Cast) -> None:
    await declined(world, cast)
    await world.phone(cast.budi).writes("terima kasih pak")
    assert (await world.last(cast.budi)).key == "thanks-heard"


async def test_what_is_written_after_a_yes_is_offered_to_be_sent(world: World, cast: Cast) -> None:
    await asks(world, cast, proof="⏳ Bukti menyusul")
    await world.phone(cast.officer).taps("✅ Setujui")
    await world.phone(cast.budi).writes("nanti suratnya saya antar ke kantor")
    await world.phone(cast.budi).taps("📨 Kirim ke PK")
    assert "nanti suratnya saya antar ke kantor" in (await world.last(cast.officer)).text
