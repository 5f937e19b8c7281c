"""A time in which nobody could be heard makes longer what people have to take back, or to answer."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

import pytest

from bot.channels.inbox import RawUpdate
from bot.domain.checkins import AttendanceState, SessionState
from bot.domain.people import Role
from bot.storage.outages import OutageRow
from tests.conversations.conftest import Cast
from tests.conversations.test_contested_corrections import corrected
from tests.conversations.test_excuse_requests import asks
from tests.conversations.test_finish import UNDO, worked
from tests.conversations.test_officer import attendance_of
from tests.conversations.test_outages import listens, session_of, until_work
from tests.harness import HERE, World, at


async def nobody_was_heard(world: World, begins: datetime, ends: datetime) -> None:
    """As the ledger says it."""
    async with world.database.transaction() as session:
        session.add(OutageRow(channel=world.channel.name, begins=begins, ends=ends))


async def silent(world: World, until: datetime, *, gap: bool) -> None:
    """Time goes on: with a gap nobody is heard in it, else everything is."""
    if gap:
        world.clock.moment = until
        await listens(world)
        return
    while world.clock.now() < until:
        world.clock.moment = min(world.clock.now() + timedelta(minutes=1), until)
        await listens(world)


@pytest.mark.parametrize("gap", [True, False], ids=["an outage", "none"])
async def test_a_finish_is_taken_back_so_much_later(world: World, cast: Cast, gap: bool) -> None:
    await worked(world, cast)
    await listens(world)
    await silent(world, at(23, 11, 30), gap=gap)
    await world.phone(cast.budi).taps(UNDO)
    state = (await attendance_of(world)).state
    assert state is (AttendanceState.OPEN if gap else AttendanceState.WAITING)


async def test_a_tap_handled_before_the_outage_is_in_the_ledger_is_in_time(world: World, cast: Cast) -> None:
    await worked(world, cast)
    await listens(world)
    world.clock.moment = at(23, 11, 30)
    await world.phone(cast.budi).taps(UNDO)
    assert (await attendance_of(world)).state is AttendanceState.OPEN


@pytest.mark.parametrize("gap", [True, False], ids=["an outage", "none"])
async def test_a_rejection_is_taken_back_so_much_later(world: World, cast: Cast, gap: bool) -> None:
    await worked(world, cast)
    phone = world.phone(cast.supervisor)
    await phone.taps("❌ Tidak benar")
    await phone.writes("pulang lebih awal")
    await listens(world)
    await silent(world, at(23, 11, 30), gap=gap)
    await phone.taps("↩️ Batalkan")
    state = (await attendance_of(world)).state
    assert state is (AttendanceState.WAITING if gap else AttendanceState.REJECTED)


@pytest.mark.parametrize("gap", [True, False], ids=["an outage", "none"])
async def test_a_contest_may_be_filed_so_much_later(world: World, cast: Cast, gap: bool) -> None:
    await world.person(cast.office, "KB-01", Role.HEAD)
    await corrected(world, cast)
    contest = (await world.last(cast.budi)).buttons[0].id
    later = world.clock.now() + timedelta(days=14, hours=2)
    if gap:
        await nobody_was_heard(world, later - timedelta(hours=3), later)
    world.clock.moment = later
    await world.phone(cast.budi).taps_id(contest)
    assert (await world.last(cast.budi)).key == ("contest-ask-correction" if gap else "contest-too-late")


async def test_a_promised_proof_is_waited_for_a_day_longer(world: World, cast: Cast) -> None:
    await asks(world, cast, proof="⏳ Bukti menyusul")
    await world.phone(cast.budi).writes("22/04")
    await nobody_was_heard(world, at(22, 7), at(22, 8, 30))
    await world.passes(at(22, 20))
    assert "excuse-proof-reminder" not in await world.keys(cast.budi)
    await world.passes(at(23, 10))
    assert "excuse-proof-reminder" in await world.keys(cast.budi)
    assert "excuse-card-overdue" not in await world.keys(cast.officer)


async def test_nothing_is_judged_while_a_message_from_the_outage_waits_to_be_handled(
    world: World, cast: Cast
) -> None:
    await until_work(world)
    world.clock.moment = at(23, 13, 30)
    sent = {"id": "9001", "from": cast.budi.code, "kind": "location", "point": HERE}
    sent["at"] = at(23, 8, 3).isoformat()
    await world.house.inbox.store(world.channel.name, [RawUpdate("9001", cast.budi.code, json.dumps(sent))])
    await listens(world)
    await world.house.rounds.tick()
    planned = await session_of(world, cast.budi)
    assert (planned.state, planned.outcome) == (SessionState.PLANNED, None)
    await world.settle()
    await world.house.rounds.tick()
    assert (await session_of(world, cast.budi)).state is SessionState.STARTED
    assert not {"outage-session-over", "miss-question"} & set(await world.keys(cast.budi))
