"""Who cannot or will not send a location works all the same: the reason stands on the supervisor's card."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bot.domain.cases import CaseState
from bot.domain.people import Role
from bot.storage.models import Case, Placement
from tests.conversations.conftest import Cast
from tests.harness import World, at

REASONS = [
    ("📵 HP tidak bisa", "tanpa lokasi; kata klien, HP-nya tidak bisa mengirimnya"),
    ("📶 GPS/sinyal mati", "tanpa lokasi; kata klien, GPS atau sinyalnya mati"),
    ("🙅 Tidak membagikan", "tanpa lokasi; klien memilih tidak membagikannya"),
]


@pytest.mark.parametrize(("button", "told"), REASONS)
async def test_work_begins_and_ends_without_a_location(
    world: World, cast: Cast, button: str, told: str
) -> None:
    for hour in (8, 11):
        world.clock.moment = at(23, hour)
        await world.phone(cast.budi).writes("tanpa lokasi")
        assert (await world.last(cast.budi)).key == "no-location-why"
        await world.phone(cast.budi).taps(button)
        assert (await world.last(cast.budi)).key == "no-location-other-proof"

    card = (await world.letter(cast.supervisor, "card")).text
    assert "pukul 08.00–11.00 (3 jam)" in card
    assert told in card
    assert (await world.letter(cast.budi, "receipt-finish")).text.startswith("✅ Selesai kerja diterima.")


@pytest.mark.parametrize("words", ["GPS mati", "lokasi tidak bisa", "/tanpalokasi", "gak bisa kirim lokasi"])
async def test_it_is_said_in_many_words(world: World, cast: Cast, words: str) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).writes(words)
    assert (await world.last(cast.budi)).key == "no-location-why"


async def test_in_the_middle_of_work_it_ends_nothing_by_itself(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 9)
    await world.phone(cast.budi).writes("tanpa lokasi")
    await world.phone(cast.budi).taps("📵 HP tidak bisa")
    assert (await world.last(cast.budi)).key == "ask-location-finish"


async def test_where_nothing_runs_that_is_said(world: World, cast: Cast) -> None:
    resting = await world.person(cast.office, "K-09", Role.CLIENT)
    case = await world.case(resting, cast.officer, cast.site)
    async with world.database.transaction() as session:
        (await session.get_one(Case, case.id)).state = CaseState.SUSPENDED
        for placement in (await session.exec(select(Placement).where(Placement.case_id == case.id))).all():
            placement.until_on = placement.from_on
    world.clock.moment = at(25, 8)
    await world.phone(resting).taps_id("no-location:phone")
    assert (await world.last(resting)).key == "resting-suspended"


async def test_a_button_that_nobody_made_starts_nothing(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).taps_id("no-location:9")
    assert (await world.last(cast.budi)).key == "choice-unknown"
