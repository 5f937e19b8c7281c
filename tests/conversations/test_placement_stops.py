"""Work at a site was stopped: nobody is asked to begin there, and whoever brings a child knows of it."""

from __future__ import annotations

import pytest

from tests.conversations.conftest import Cast
from tests.conversations.test_help_calls import calls
from tests.harness import World, at

STOPPED = "Kerja di Kantor Desa L1 sedang dihentikan dulu"


@pytest.fixture
async def stopped(world: World, cast: Cast) -> None:
    """Budi works on Thursday from eight, calls for help, and is stopped at nine."""
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 9)
    await calls(world, cast)
    await world.phone(cast.officer).taps("⏸ Hentikan kerja")


async def keyboards(world: World, cast: Cast, key: str) -> list[str | None]:
    return [
        row.content.get("ask")
        for row in await world.outbox()
        if row.external_id == cast.budi.code and row.content["key"] == key
    ]


@pytest.mark.usefixtures("stopped")
@pytest.mark.parametrize(
    ("button", "key"), [("✅ Benar", "result-confirmed"), ("❌ Tidak benar", "result-rejected")]
)
async def test_what_becomes_of_his_hours_brings_no_key_for_a_start(
    world: World, cast: Cast, button: str, key: str
) -> None:
    await world.phone(cast.supervisor).taps(button)
    if key == "result-rejected":
        await world.phone(cast.supervisor).writes("sudah pulang pukul setengah sembilan")

    assert await keyboards(world, cast, key) == ["resting"]


async def test_a_result_of_yesterday_keeps_the_key_for_the_finish_of_today(world: World, cast: Cast) -> None:
    budi = world.phone(cast.budi)
    world.clock.moment = at(23, 8)
    await budi.sends_location()
    world.clock.moment = at(23, 11)
    await budi.sends_location()
    card = (await world.last(cast.supervisor)).buttons[0]
    world.clock.moment = at(24, 8)
    await budi.sends_location()
    await world.phone(cast.supervisor).taps_id(card.id)

    assert await keyboards(world, cast, "result-confirmed") == ["finish"]


@pytest.mark.usefixtures("stopped")
@pytest.mark.parametrize("asks", ["/mulai", "/selesai"])
@pytest.mark.parametrize("later", [0, 1, 7], ids=["the same day", "the next day", "a week later"])
async def test_who_wants_to_begin_reads_that_it_is_stopped_and_who_is_asked(
    world: World, cast: Cast, asks: str, later: int
) -> None:
    await world.phone(cast.supervisor).taps("✅ Benar")
    world.clock.moment = at(23 + later, 10)
    await world.phone(cast.budi).writes(asks)

    told = await world.last(cast.budi)
    if asks == "/selesai" and not later:
        assert told.key == "receipt-finish"
        assert await keyboards(world, cast, "receipt-finish") == ["resting"]
        return
    assert told.text == (
        "Kerja di Kantor Desa L1 sedang dihentikan dulu, jadi belum ada yang perlu dimulai. "
        "PK akan memberi kabar; untuk bertanya, tekan 🙋 Minta bantuan."
    )
    assert await keyboards(world, cast, "resting-stopped") == ["resting"]
