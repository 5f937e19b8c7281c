"""*Tadi tidak ada sinyal*: the client's own time stands on the card; only the supervisor's word counts."""

from __future__ import annotations

from tests.conversations.case_life import facts
from tests.conversations.conftest import Cast
from tests.conversations.test_contests import credited
from tests.harness import World, at


async def test_an_earlier_start_is_a_word_on_the_card_that_moves_nothing(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8, 40)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.budi).writes("/riwayat")
    await world.phone(cast.budi).taps("✋ Ada yang keliru")
    await world.phone(cast.budi).taps("✋ Kam 23 Apr")
    for said, key in (
        ("tadi pagi", "earlier-unreadable"),
        ("9", "earlier-not-earlier"),
        ("0.10", "earlier-too-far"),
        ("8.00", "earlier-kept"),
    ):
        await world.phone(cast.budi).writes(said)
        assert (await world.last(cast.budi)).key == key
    assert (
        "Kata klien: mulai pukul 08.00 WITA, tadi tidak ada sinyal"
        in (await world.last(cast.supervisor)).text
    )
    assert (await facts(world, cast))[-1] == "earlier_start_claimed"

    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps("✅ Benar")
    assert await credited(world, cast) == 140
    await world.phone(cast.budi).taps_id("claim-earlier:1")
    assert (await world.last(cast.budi)).key == "earlier-decided"
