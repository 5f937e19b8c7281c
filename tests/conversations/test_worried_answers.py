"""Worrying words where something else was asked: they stay there, are read at once, and help is offered."""

from __future__ import annotations

import pytest

from tests.conversations.conftest import Cast
from tests.conversations.test_contests import rejected
from tests.conversations.test_excuse_requests import asks
from tests.harness import World, at

WORRY = "saya diancam pengawas, dia minta uang"


async def stage(world: World, cast: Cast, where: str) -> None:
    """Budi is asked, or may still add, something there."""
    budi = world.phone(cast.budi)
    match where:
        case "a miss":
            await world.passes(at(23, 9))
        case "a miss, after its button":
            await world.passes(at(23, 9))
            await budi.taps("⛔ Ada halangan")
        case "an excuse that was filed":
            await asks(world, cast)
        case "an excuse whose proof comes later":
            await asks(world, cast, proof="⏳ Bukti menyusul")
        case "a contest":
            await rejected(world, cast)
            await budi.taps("✋ Saya keberatan")


PLACES = {
    "a miss": "miss-told-officer",
    "a miss, after its button": "miss-told-officer-more",
    "an excuse that was filed": "excuse-card-more",
    "an excuse whose proof comes later": "excuse-card-more",
    "a contest": "contest-card",
}


@pytest.mark.parametrize("where", PLACES)
async def test_worrying_words_stay_and_are_marked_and_help_is_offered(
    world: World, cast: Cast, where: str
) -> None:
    await stage(world, cast, where)
    supervisor = len(await world.letters(cast.supervisor))
    await world.phone(cast.budi).writes(WORRY)

    told = await world.last(cast.budi)
    assert "Bila tidak bisa menunggu, tekan 🙋 Minta bantuan" in told.text
    assert "🙋 Minta bantuan" in [one.label for one in told.buttons]
    card = await world.last(cast.officer)
    assert card.key == PLACES[where]
    assert WORRY in card.text
    assert "❗ Ada kata yang perlu dibaca segera." in card.text
    assert WORRY not in str((await world.letters(cast.supervisor))[supervisor:])
    await world.phone(cast.budi).taps("🙋 Minta bantuan")
    assert (await world.last(cast.budi)).key == "call-offer"


@pytest.mark.parametrize("where", PLACES)
async def test_that_somebody_was_ill_is_what_they_are_about(world: World, cast: Cast, where: str) -> None:
    await stage(world, cast, where)
    await world.phone(cast.budi).writes("saya sakit demam sejak kemarin")

    assert "❗" not in (await world.last(cast.officer)).text
    assert "🙋" not in (await world.last(cast.budi)).text


async def test_an_excuse_typed_with_its_worry_is_marked_from_the_first(world: World, cast: Cast) -> None:
    budi = world.phone(cast.budi)
    await budi.writes("/izin")
    await budi.taps("💬 Lainnya")
    await budi.writes(WORRY)
    await budi.taps("📅 Kam 23 Apr")
    await budi.taps("📨 Kirim tanpa bukti")

    assert "❗ Ada kata yang perlu dibaca segera." in (await world.letter(cast.officer, "excuse-card")).text
    assert "🙋 Minta bantuan" in [one.label for one in (await world.last(cast.budi)).buttons]
