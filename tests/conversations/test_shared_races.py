"""Several phones at the same moment: one record, one owner of a link, and the supervisor's word stays."""

from __future__ import annotations

import json
from typing import Any

import pytest

from bot.channels.inbox import RawUpdate
from bot.domain.cases import Programme
from bot.domain.checkins import AttendanceState
from bot.domain.people import Role
from bot.storage.models import Attendance
from bot.storage.phones import Assistance, DeskPhone, PhoneTurn
from tests.conversations.conftest import Cast
from tests.conversations.test_shared_phones import Shared, a_phone, all_of, link_of, number_on
from tests.harness import HERE, World, at


async def at_once(world: World, *said: dict[str, Any]) -> None:
    """All of it is stored before anything is handled: every sender's lane runs beside the others."""
    for number, one in enumerate(said, 9000):
        text = json.dumps({"id": str(number)} | one)
        await world.house.inbox.store(world.channel.name, [RawUpdate(str(number), one["from"], text)])
    await world.settle()


@pytest.fixture
async def family(world: World, cast: Cast) -> Shared:
    return await a_phone(world, cast, "HP keluarga Budi", "🏠 Di keluarga")


@pytest.mark.parametrize("first", ["guardian", "child"])
async def test_child_and_guardian_start_the_same_session_once(world: World, cast: Cast, first: str) -> None:
    child = await world.person(cast.office, "A-07", Role.CLIENT, child=True)
    wali = await world.person(cast.office, "W-07", Role.GUARDIAN)
    await world.case(
        child, cast.officer, cast.site, total_hours=30, programme=Programme.CHILD_SERVICE, guardian_id=wali.id
    )
    world.clock.moment = at(23, 8)
    await world.phone(wali).writes("jadwal")
    await world.phone(wali).taps("✋ Bantu mulai")
    await world.phone(wali).taps("✅ Ya, bersama saya")
    why = next(one.id for one in (await world.last(wali)).buttons if "Tidak punya" in one.label)
    helps: dict[str, Any] = {"from": "W-07", "kind": "choice", "text": why, "tap": "tap"}
    comes: dict[str, Any] = {"from": "A-07", "kind": "location", "point": HERE}
    await at_once(world, *([helps, comes] if first == "guardian" else [comes, helps]))

    assert len(await all_of(world, Attendance)) == 1
    for person in (child, wali):
        assert "could-not-process" not in await world.keys(person)


async def test_of_two_accounts_with_one_link_one_becomes_the_phone(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/pos Pos Baru")
    await world.phone(cast.officer).taps("🏢 Di pos")
    token = (await link_of(world, cast.officer)).split()[1]
    opened = {"kind": "command", "command": "start", "text": token}
    await at_once(world, {"from": "ONE"} | opened, {"from": "TWO"} | opened)

    (phone,) = await all_of(world, DeskPhone)
    here = phone.external_id or ""
    other = {"ONE": "TWO", "TWO": "ONE"}[here]
    await world.phone(cast.officer).taps(await number_on(world, here))
    assert "phone-ready" in await world.keys(here)
    await world.phone(other).writes("halo")
    assert await world.keys(other) == ["phone-shows-number", "stranger"]


async def test_undoing_and_confirming_at_once_ends_in_one_of_both(
    world: World, cast: Cast, family: Shared
) -> None:
    world.clock.moment = at(23, 8)
    await family.phone.taps("Budi (contoh)")
    await family.phone.sends_location()
    (turn,) = await all_of(world, PhoneTurn)
    (attendance,) = await all_of(world, Attendance)
    wrong = {"from": family.code, "kind": "choice", "text": f"phone-wrong:{turn.id}", "tap": "a"}
    right = f"right:{attendance.id}:{attendance.revision}"
    await at_once(world, wrong, {"from": "PL-01", "kind": "choice", "text": right, "tap": "b"})

    (after,) = await all_of(world, Attendance)
    undone = [one.undone_at is not None for one in await all_of(world, Assistance) if one.attendance_id]
    ended = (after.state, after.present_by, undone)
    assert ended in [
        (AttendanceState.REJECTED, None, [True]),
        (AttendanceState.OPEN, cast.supervisor.id, [False]),
    ]
    for person in (family.code, cast.supervisor):
        assert "could-not-process" not in await world.keys(person)


async def test_the_same_person_at_two_phones_starts_once(world: World, cast: Cast, family: Shared) -> None:
    await world.phone(cast.officer).writes("/pos Pos Baru")
    await world.phone(cast.officer).taps("🏢 Di pos")
    link = await link_of(world, cast.officer)
    await world.phone(cast.officer).writes("K-01")
    await world.phone("POST").writes(link)
    await world.phone(cast.officer).taps(await number_on(world, "POST"))
    world.clock.moment = at(23, 8)
    await family.phone.taps("Budi (contoh)")
    await world.phone("POST").writes("K-01")
    location = {"kind": "location", "point": HERE}
    await at_once(world, {"from": family.code} | location, {"from": "POST"} | location)

    assert len(await all_of(world, Attendance)) == 1
    assert "receipt-start" in await world.keys(family.code)
    assert "receipt-start" in await world.keys("POST")
