"""An officer reminds a client of what is due: not twice, not at night, and not where there is nothing."""

from __future__ import annotations

import pytest

from bot.domain.people import Role
from bot.storage.events import case_stream, stream_events
from tests.conversations.conftest import Cast
from tests.harness import World, at


async def test_a_client_is_reminded_of_today_and_not_twice_within_half_an_hour(
    world: World, cast: Cast
) -> None:
    world.clock.moment = at(23, 7, 45)
    await world.phone(cast.officer).writes("/klien Budi")
    await world.phone(cast.officer).taps("🔔 Ingatkan")
    assert (await world.letter(cast.budi, "reminder-hour")).text.startswith("Bapak Budi (contoh), ada tugas")
    assert (await world.last(cast.officer)).key == "nudged"
    world.clock.moment = at(23, 8, 14)
    await world.phone(cast.officer).taps_id(f"nudge:{cast.case.id}")

    told = await world.last(cast.officer)
    assert told.key == "nudge-too-soon"
    assert "08.15" in told.text
    assert (await world.keys(cast.budi)).count("reminder-hour") == 1
    async with world.database.reading() as session:
        events = await stream_events(session, cast.office.id, case_stream(cast.case.id))
    assert [one.actor_id for one in events if one.kind == "nudged"] == [cast.officer.id]


async def test_after_the_start_he_reads_that_he_is_still_welcome(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8, 20)
    await world.phone(cast.officer).taps_id(f"nudge:{cast.case.id}")
    told = await world.letter(cast.budi, "reminder-late")
    assert "sejak pukul 08.00 WITA, dan Anda masih ditunggu" in told.text


async def test_in_quiet_hours_it_waits_for_the_morning_and_later_messages_do_not_wait_for_it(
    world: World, cast: Cast
) -> None:
    world.clock.moment = at(22, 22)
    await world.phone(cast.officer).taps_id(f"nudge:{cast.case.id}")
    assert (await world.last(cast.officer)).key == "nudge-quiet"
    await world.phone(cast.officer).taps("🌅 Ingatkan pagi")
    await world.phone(cast.budi).writes("/jam")
    assert await world.keys(cast.budi) == ["hours-heading"]
    world.clock.moment = at(23, 5, 59)
    await world.carry()
    assert await world.keys(cast.budi) == ["hours-heading"]
    world.clock.moment = at(23, 6)
    await world.carry()

    assert "reminder-hour" in await world.keys(cast.budi)
    await world.phone(cast.officer).taps_id(f"nudge:{cast.case.id}")
    assert (await world.last(cast.officer)).key == "nudge-too-soon"


async def test_what_is_not_due_is_not_reminded_of(world: World, cast: Cast) -> None:
    nudge = f"nudge:{cast.case.id}"
    await world.phone(cast.officer).taps_id(nudge)
    assert (await world.last(cast.officer)).key == "nudge-nothing-due"
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.officer).taps_id(nudge)
    assert (await world.last(cast.officer)).key == "nudge-done"
    await world.phone(cast.officer).writes("/izinkan K-01 30/04 30/04 keluarga")
    world.clock.moment = at(30, 7)
    await world.phone(cast.officer).taps_id(nudge)
    assert (await world.last(cast.officer)).key == "nudge-excused"
    world.clock.moment = at(7, 7, month=5)
    await world.phone(cast.budi).writes("/izin keluarga 07/05")
    await world.phone(cast.budi).taps("📨 Kirim tanpa bukti")
    await world.phone(cast.officer).taps_id(nudge)
    assert (await world.last(cast.officer)).key == "nudge-asked"


@pytest.mark.parametrize("why", ["unreachable", "resting"])
async def test_whom_nothing_reaches_is_named_to_the_officer(world: World, cast: Cast, why: str) -> None:
    sari = await world.person(cast.office, "K-02", Role.CLIENT, enrolled=why == "resting")
    case = await world.case(sari, cast.officer, cast.site)
    if why == "resting":
        await world.phone(cast.officer).taps_id(f"suspend:{case.id}")
        await world.phone(cast.officer).writes("dirawat")
    world.clock.moment = at(23, 7)
    await world.phone(cast.officer).taps_id(f"nudge:{case.id}")

    assert (await world.last(cast.officer)).key == f"nudge-{why}"
    assert "reminder-hour" not in await world.keys(sari)
