"""A live location through the hours of work: the time at the site, and silence that costs nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import col, func, select

from bot.domain.messages import Label
from bot.storage.models import Attendance, Evidence
from tests.conversations.conftest import Cast
from tests.harness import FAR, HERE, World, at

RIM = (-5.42514, 119.4432, 12.0)
"""Some 230 metres from the pin of a site of 150."""


async def works(
    world: World, cast: Cast, *stretches: tuple[int, tuple[float, float, float]], minutes: int = 180
) -> None:
    """From eight o'clock; a live position every half minute up to each of these minutes, then silence."""
    phone = world.phone(cast.budi)
    world.clock.moment = at(23, 8)
    await phone.sends_location(HERE, live=True)
    moment = at(23, 8)
    for until, place in stretches:
        while moment < at(23, 8) + timedelta(minutes=until):
            moment += timedelta(seconds=30)
            world.clock.moment = moment
            await phone.moves(world.trembling(place))
    world.clock.moment = at(23, 8) + timedelta(minutes=minutes)
    await phone.sends_location(HERE)


async def lines(world: World, cast: Cast) -> list[str]:
    return (await world.letter(cast.supervisor, "card")).text.splitlines()


async def labels(world: World) -> set[str]:
    async with world.database.reading() as session:
        return {label for told in (await session.exec(select(Evidence.labels))).all() for label in told}


async def test_half_an_hour_is_known_and_the_rest_is_no_data(world: World, cast: Cast) -> None:
    await works(world, cast, (30, HERE))

    assert "Lokasi langsung: 30 menit di lokasi, 2 jam 30 menit tidak ada data" in await lines(world, cast)
    assert await labels(world) == set()
    async with world.database.reading() as session:
        kept = (await session.exec(select(func.count(col(Evidence.id))))).one()
    assert 25 <= kept <= 35, "one sample a minute"


async def test_a_phone_that_lies_still_is_one_row(world: World, cast: Cast) -> None:
    phone = world.phone(cast.budi)
    world.clock.moment = at(23, 8)
    await phone.sends_location(HERE, live=True)
    for half_minute in range(1, 31):
        world.clock.moment = at(23, 8) + timedelta(seconds=30 * half_minute)
        await phone.moves((-5.42346, 119.4432, 12.0))
    world.clock.moment = at(23, 11)
    await phone.sends_location(HERE)

    async with world.database.reading() as session:
        assert (await session.exec(select(func.max(Evidence.repeated)))).one() == 28, (
            "the second stays for its minute"
        )
    assert any(line.startswith("Lokasi langsung: 15 menit di lokasi,") for line in await lines(world, cast))


@pytest.mark.parametrize(
    ("stretches", "asked"),
    [
        pytest.param([(20, HERE), (32, FAR), (40, HERE)], True, id="away for twelve minutes"),
        pytest.param([(20, HERE), (24, FAR), (40, HERE)], False, id="a short errand"),
        pytest.param([(20, HERE), (50, RIM), (60, HERE)], False, id="at the rim"),
    ],
)
async def test_away_for_six_minutes_is_looked_at(
    world: World,
    cast: Cast,
    stretches: list[tuple[int, tuple[float, float, float]]],
    *,
    asked: bool,
) -> None:
    await works(world, cast, *stretches)

    told = [line for line in await lines(world, cast) if "lebih dari 100 m di luar lokasi" in line]
    assert (Label.WENT_AWAY in await labels(world)) is asked
    assert told == (
        [
            "⚠️ Perlu dilihat: menurut lokasi langsung, ia 11 menit lebih dari 100 m di luar lokasi. "
            "Apakah ada tugas di luar?"
        ]
        if asked
        else []
    )


async def test_without_a_live_location_nothing_is_said_of_it(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location(HERE)
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location(HERE)

    assert not any("Lokasi langsung" in line for line in await lines(world, cast))


async def test_an_early_finish_is_a_question_until_it_is_taken_back(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location(HERE)
    world.clock.moment = at(23, 10)
    await world.phone(cast.budi).writes("/selesai")
    await world.phone(cast.budi).taps("🏁 Selesai kerja")

    asked = "Selesai 60 menit lebih awal dari rencana. Apakah pekerjaannya memang sudah selesai?"
    assert asked in await lines(world, cast)
    assert Label.LEFT_EARLY in await labels(world)
    world.clock.moment = at(23, 10, 5)
    await world.phone(cast.budi).taps("↩️ Batalkan selesai")
    assert await labels(world) == set()
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location(HERE)

    assert await labels(world) == set()
    async with world.database.reading() as session:
        assert (await session.exec(select(Attendance))).one().finished_at == at(23, 11)


@pytest.mark.parametrize(("hour", "minute"), [(9, 0), (10, 50)])
async def test_sharing_it_while_at_work_ends_nothing(
    world: World, cast: Cast, hour: int, minute: int
) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location(HERE)
    world.clock.moment = at(23, hour, minute)
    await world.phone(cast.budi).sends_location(HERE, live=True)

    assert (await world.last(cast.budi)).key == "location-live-kept"
    async with world.database.reading() as session:
        assert (await session.exec(select(Attendance))).one().finished_at is None
