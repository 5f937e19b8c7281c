"""A start that was sent by mistake is taken back within ten minutes, and the session is as if not begun."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bot.domain.checkins import SessionState
from bot.storage import queries
from bot.storage.models import WorkSession
from tests.conversations.case_life import facts
from tests.conversations.conftest import Cast
from tests.harness import World, at


async def begins(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7)
    await world.phone(cast.budi).sends_location()


async def state(world: World) -> SessionState:
    async with world.database.reading() as session:
        return (await session.exec(select(WorkSession).where(WorkSession.starts_at == at(23, 8)))).one().state


@pytest.mark.parametrize("said", ["batal", "/batal", "batalkan mulai", "/batalmulai"])
async def test_a_mistaken_start_is_as_if_it_had_not_been(world: World, cast: Cast, said: str) -> None:
    await begins(world, cast)
    assert 'Ketik "batal"' in (await world.last(cast.budi)).text
    world.clock.moment = at(23, 7, 9)
    await world.phone(cast.budi).writes(said)

    assert (await world.last(cast.budi)).key == "start-undone"
    assert await state(world) is SessionState.PLANNED
    assert (await facts(world, cast))[-1] == "check_in_undone"
    shown = await world.last(cast.supervisor)
    assert "ternyata belum mulai" in shown.text
    assert not shown.buttons
    await world.phone(cast.officer).writes("/klien Budi")
    assert "dibatalkan (belum mulai" in (await world.last(cast.officer)).text
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    assert (await world.last(cast.budi)).key == "receipt-start"
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps("✅ Benar")
    async with world.database.reading() as session:
        assert (await queries.balance_of(session, cast.case)).credited == 180


@pytest.mark.parametrize("said", ["batal", "batal selesai", "/batalselesai"])
async def test_after_a_finish_it_takes_the_finish_back(world: World, cast: Cast, said: str) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 11, 9)
    await world.phone(cast.budi).writes(said)

    assert (await world.last(cast.budi)).key == "undone"
    assert (await facts(world, cast))[-1] == "check_out_undone"
    world.clock.moment = at(23, 11, 10)
    await world.phone(cast.budi).writes("batal")
    assert (await world.last(cast.budi)).key == "question-none"


@pytest.mark.parametrize(("said", "key"), [("batal", "question-none"), ("/batalselesai", "undo-too-late")])
async def test_a_finish_of_earlier_stands(world: World, cast: Cast, said: str, key: str) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 11, 30)
    await world.phone(cast.budi).writes(said)
    assert (await world.last(cast.budi)).key == key
    assert (await facts(world, cast))[-1] == "checked_out"


async def test_who_says_it_after_somebody_has_seen_him_hears_whom_to_tell(world: World, cast: Cast) -> None:
    await begins(world, cast)
    await world.phone(cast.supervisor).taps("✅ Benar")
    await world.phone(cast.budi).writes("batal")

    said = await world.last(cast.budi)
    assert said.key == "start-undo-too-late"
    assert "sampaikan kepada pengawas" in said.text
    assert await state(world) is SessionState.STARTED


async def test_after_the_planned_start_the_day_is_still_the_next_in_ones_hours(
    world: World, cast: Cast
) -> None:
    world.clock.moment = at(23, 8, 10)
    await world.phone(cast.budi).writes("jam")
    assert "Hari ini: pukul 08.00–11.00" in (await world.last(cast.budi)).text
    world.clock.moment = at(23, 11, 1)
    await world.phone(cast.budi).writes("jam")
    assert "Berikutnya: Kam 30 Apr pukul 08.00 WITA" in (await world.last(cast.budi)).text


async def test_who_takes_it_back_and_does_not_come_is_asked_as_anybody(world: World, cast: Cast) -> None:
    await begins(world, cast)
    await world.phone(cast.budi).writes("batal")
    await world.passes(at(23, 9, 1))

    assert (await world.last(cast.budi)).key == "miss-question"


async def test_it_is_too_late_once_ten_minutes_are_over_or_somebody_has_seen_him(
    world: World, cast: Cast
) -> None:
    await begins(world, cast)
    await world.phone(cast.supervisor).taps("✅ Benar")
    await world.phone(cast.budi).writes("/batalmulai")
    assert (await world.last(cast.budi)).key == "start-undo-too-late"
    world.clock.moment = at(23, 9)
    await world.phone(cast.budi).writes("batal")
    assert (await world.last(cast.budi)).key == "question-none"

    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.budi).writes("/batalmulai")
    assert (await world.last(cast.budi)).key == "start-undo-nothing"
