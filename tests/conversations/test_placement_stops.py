"""Work at a site was stopped: nobody is asked to begin there, and whoever brings a child knows of it."""

from __future__ import annotations

import pytest

from bot.domain.cases import CaseState
from bot.domain.hours import EventKind
from bot.storage.models import Case
from tests.conversations.case_life import facts
from tests.conversations.conftest import Cast
from tests.conversations.test_help_calls import call, calls, of_a_child
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


@pytest.mark.parametrize("button", ["👪 Wali boleh tahu", "🔒 Jangan beri tahu"])
async def test_whoever_brings_the_child_hears_that_there_is_no_work_and_nothing_of_the_call(
    world: World, cast: Cast, button: str
) -> None:
    guardian = await of_a_child(world, cast)
    await calls(world, cast)
    await world.phone(cast.budi).taps(button)
    await world.phone(cast.officer).taps("⏸ Hentikan kerja")

    told = (await world.last(guardian)).text
    assert told == (
        "📅 Bapak/Ibu Wali, ada perubahan jadwal.\n"
        "Untuk sementara tidak ada kerja bagi K-01 di Kantor Desa L1, dan tidak perlu datang ke sana. "
        "PK akan memberi kabar."
    )
    child = await world.last(cast.budi)
    spared = "Wali hanya mendapat kabar bahwa untuk sementara tidak ada kerja di sana."
    assert (spared in child.text) == (button == "🔒 Jangan beri tahu")
    await world.phone(cast.officer).taps("↩️ Batalkan")
    assert "Jadwal K-01 di Kantor Desa L1 berlaku lagi" in (await world.last(guardian)).text


async def test_nothing_is_stopped_in_a_case_that_was_closed(world: World, cast: Cast) -> None:
    await calls(world, cast)
    number = (await call(world)).id
    async with world.database.transaction() as session:
        (await session.get_one(Case, cast.case.id)).state = CaseState.COMPLETED
    await world.phone(cast.officer).taps_id(f"help-show:{number}")
    card = await world.last(cast.officer)
    assert "⏸ Hentikan kerja" not in [one.label for one in card.buttons]
    assert "⏸ Hentikan kerja" not in card.text
    await world.phone(cast.officer).taps_id(f"help-stop:{number}")

    assert (await world.last(cast.officer)).key == "placement-stop-nothing"
    assert EventKind.PLACEMENT_STOPPED.value not in await facts(world, cast)
