"""A rejected record is over: nothing brings it back to life, and whoever really comes starts anew."""

from __future__ import annotations

import json

import pytest
from sqlmodel import col, select

from bot.domain.cases import PhotoRule
from bot.domain.checkins import AttendanceState
from bot.domain.hours import EventKind, Fact, fold
from bot.domain.people import Role
from bot.storage.events import broken_link, case_stream, stream_events
from bot.storage.models import Attendance, CaseBalance, Person
from tests.conversations.conftest import Cast
from tests.harness import World, at

OPEN, WAITING = AttendanceState.OPEN, AttendanceState.WAITING
CONFIRMED, REJECTED = AttendanceState.CONFIRMED, AttendanceState.REJECTED
REASON = "🚫 Tidak di lokasi"


async def attendances(world: World) -> list[Attendance]:
    async with world.database.reading() as session:
        return list((await session.exec(select(Attendance).order_by(col(Attendance.id)))).all())


async def balance(world: World, cast: Cast) -> CaseBalance:
    """The stored row, after making sure that a replay of the events says the same."""
    async with world.database.reading() as session:
        row = await session.get_one(CaseBalance, cast.case.id)
        events = await stream_events(session, cast.office.id, case_stream(cast.case.id))
        rows = (await session.exec(select(Attendance).where(Attendance.case_id == cast.case.id))).all()
    assert broken_link(events) is None
    replayed = fold(Fact(EventKind(one.kind), json.loads(one.payload or "{}")) for one in events)
    assert (row.credited, row.waiting, row.surplus, row.remaining) == (
        replayed.credited,
        replayed.waiting,
        replayed.surplus,
        replayed.remaining,
    )
    credits = {one.id: one.credited for one in rows if one.credited}
    assert credits == {name: one.credited for name, one in replayed.by_attendance.items() if one.credited}
    return row


async def rejected_early(world: World, cast: Cast, hour: int = 7) -> None:
    """Budi presses too early, and the supervisor says that he is not there."""
    world.clock.moment = at(23, hour)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).taps(REASON)
    assert [one.state for one in await attendances(world)] == [REJECTED]


async def test_who_was_rejected_before_the_session_and_then_comes_starts_anew(
    world: World, cast: Cast
) -> None:
    await rejected_early(world, cast)
    told = await world.last(cast.budi)
    assert told.key == "start-rejected"
    assert "kirim lokasi lagi" in told.text
    world.clock.moment = at(23, 8, 5)
    await world.phone(cast.budi).sends_location()

    first, second = await attendances(world)
    assert (first.state, first.started_at, first.session_id) == (REJECTED, at(23, 7), None)
    assert (second.state, second.started_at) == (OPEN, at(23, 8, 5))
    assert second.session_id is not None
    receipt = await world.last(cast.budi)
    assert receipt.key == "receipt-start"
    assert "di luar jadwal" not in receipt.text
    assert first.start_receipt != second.start_receipt
    card = await world.last(cast.supervisor)
    assert (card.key, card.edited) == ("card", False)
    assert [button.label for button in card.buttons] == ["✅ Benar", "❌ Tidak benar"]


async def test_only_the_second_record_is_credited(world: World, cast: Cast) -> None:
    await rejected_early(world, cast)
    world.clock.moment = at(23, 8, 5)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location()
    assert (await balance(world, cast)).waiting == 175
    await world.phone(cast.supervisor).taps("✅ Benar")

    after = await balance(world, cast)
    assert (after.credited, after.waiting) == (175, 0)
    assert [one.state for one in await attendances(world)] == [REJECTED, CONFIRMED]


async def test_the_rejected_record_never_finishes(world: World, cast: Cast) -> None:
    await rejected_early(world, cast)
    (rejected,) = await attendances(world)
    for said in ("/selesai", "/selesai"):
        await world.phone(cast.budi).writes(said)
        assert (await world.last(cast.budi)).key == "nothing-open-rejected"
    await world.phone(cast.budi).taps_id(f"finish-now:{rejected.id}:{rejected.revision}")
    assert (await world.last(cast.budi)).key == "nothing-open-rejected"
    await world.passes(at(23, 13))

    (after,) = await attendances(world)
    assert (after.state, after.finished_at, after.finish_receipt) == (REJECTED, None, 0)
    assert (await balance(world, cast)).waiting == 0


async def test_the_supervisor_can_mark_a_rejected_person_present(world: World, cast: Cast) -> None:
    await rejected_early(world, cast)
    world.clock.moment = at(23, 8, 30)
    await world.phone(cast.supervisor).writes("daftar")
    assert [button.label for button in (await world.last(cast.supervisor)).buttons] == [
        "✅ Hadir: Budi (contoh)",
        "🚧 Lokasi tutup",
        "📅 Hari berikutnya",
    ]
    await world.phone(cast.supervisor).taps("✅ Hadir: Budi (contoh)")

    first, second = await attendances(world)
    assert (first.state, second.state, second.present_by) == (REJECTED, OPEN, cast.supervisor.id)
    assert (await world.last(cast.budi)).key == "marked-present"
    await world.phone(cast.supervisor).writes("daftar")
    listed = (await world.last(cast.supervisor)).text
    assert "hadir ✅" in listed
    assert "mulai pukul 07.00 – tidak benar ❌" in listed


async def test_after_a_roll_call_the_finish_is_about_it(world: World, cast: Cast) -> None:
    """The roll call dates the start at 08.00, before the start at 08.10 that was rejected."""
    world.clock.moment = at(23, 8, 10)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).taps(REASON)
    await world.phone(cast.supervisor).writes("daftar")
    await world.phone(cast.supervisor).taps("✅ Hadir: Budi (contoh)")
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.budi).writes("selesai")
    assert (await world.last(cast.budi)).key == "receipt-finish"
    await world.phone(cast.supervisor).taps("✅ Benar")

    assert (await balance(world, cast)).credited == 180


async def test_hours_rejected_after_the_finish_are_asked_about_first(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 9)
    await world.phone(cast.budi).writes("/selesai")
    await world.phone(cast.budi).taps("🏁 Selesai kerja")
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).taps("🕒 Jamnya berbeda")
    world.clock.moment = at(23, 9, 20)
    await world.phone(cast.budi).sends_location()
    assert (await world.last(cast.budi)).key == "location-after-rejection"
    assert len(await attendances(world)) == 1
    again = (await world.last(cast.budi)).buttons[0].id
    await world.phone(cast.budi).taps_id(again)
    await world.phone(cast.budi).taps_id(again)

    first, second = await attendances(world)
    assert (first.state, second.state) == (REJECTED, OPEN)
    assert (first.session_id, second.session_id is None) == (None, False)


async def test_a_photo_after_a_rejection_waits_for_the_new_location(world: World, cast: Cast) -> None:
    sari = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.case(sari, cast.officer, cast.site, photo=PhotoRule.ALWAYS)
    world.clock.moment = at(23, 7)
    await world.phone(sari).sends_location()
    await world.phone(sari).sends_photo()
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).taps(REASON)
    world.clock.moment = at(23, 8)
    await world.phone(sari).sends_photo()
    assert (await world.last(sari)).key == "photo-kept-send-location"
    await world.phone(sari).sends_location()

    assert (await world.last(sari)).key == "receipt-start"


@pytest.mark.parametrize("taps", [1, 2])
async def test_finish_without_a_location_still_wants_its_photo(world: World, cast: Cast, taps: int) -> None:
    sari: Person = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.case(sari, cast.officer, cast.site, photo=PhotoRule.ALWAYS)
    world.clock.moment = at(23, 8)
    await world.phone(sari).sends_location()
    await world.phone(sari).sends_photo()
    world.clock.moment = at(23, 10)
    await world.phone(sari).writes("/selesai")
    button = (await world.last(sari)).buttons[0].id
    for _ in range(taps):
        await world.phone(sari).taps_id(button)
        assert (await world.last(sari)).key == "photo-wanted"
    await world.phone(sari).sends_photo()

    assert (await world.last(sari)).key == "receipt-finish"
