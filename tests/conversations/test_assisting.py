"""An officer or a supervisor checks a client in: stored with who, why and from which phone."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bot.domain.checkins import AttendanceState, Moment
from bot.domain.people import Role
from bot.domain.phones import Way
from bot.storage.models import Attendance
from tests.conversations.conftest import Cast
from tests.conversations.test_guardian import attendances, helped
from tests.harness import World, at


async def test_an_officer_checks_a_client_in_and_does_not_confirm(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8, 5)
    await world.phone(cast.officer).writes("/hadirkan K-01 HP-nya jatuh ke sungai")

    (attendance,) = await attendances(world)
    assert (attendance.state, attendance.present_by) == (AttendanceState.OPEN, None)
    assert await helped(world) == [
        (Moment.START, Way.OFFICER, cast.officer.id, "HP-nya jatuh ke sungai", "PK-01")
    ]
    assert (await world.last(cast.budi)).key == "assist-told-officer-start"
    assert "🤝 Mulai dicatat PK: HP-nya jatuh ke sungai" in (await world.last(cast.supervisor)).text
    assert (
        (await world.last(cast.officer))
        .text.splitlines()[0]
        .startswith("✅ Mulai kerja Budi (contoh) dicatat: Kam 23 Apr pukul 08.05")
    )

    world.clock.moment = at(23, 11)
    await world.phone(cast.officer).writes("klien K-01")
    assert "🤝 Mulai dicatat PK: HP-nya jatuh ke sungai" in (await world.last(cast.officer)).text
    await world.phone(cast.officer).taps("🤝 Bantu hadir")
    await world.phone(cast.officer).writes("HP-nya jatuh ke sungai")
    (attendance,) = await attendances(world)
    assert attendance.state is AttendanceState.WAITING
    card = (await world.last(cast.supervisor)).text
    assert "🤝 Mulai dan selesai dicatat PK: HP-nya jatuh ke sungai" in card


async def test_without_a_reason_it_is_asked_for(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.officer).writes("hadirkan K-01")

    assert (await world.last(cast.officer)).key == "assist-ask-reason-start"
    assert await attendances(world) == []


async def test_who_takes_it_back_under_the_question_has_noted_nothing(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    for said in ("hadirkan K-01", "batal, salah"):
        await world.phone(cast.officer).writes(said)

    assert (await world.last(cast.officer)).key == "assist-not-noted"
    await world.phone(cast.officer).writes("HP rusak")
    assert await attendances(world) == []


async def test_without_a_session_there_is_nothing_to_note(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/hadirkan K-01 HP rusak")

    assert (await world.last(cast.officer)).key == "assist-nothing-now"
    assert await attendances(world) == []


async def test_another_officers_client_is_not_found(world: World, cast: Cast) -> None:
    stranger = await world.person(cast.office, "PK-02", Role.OFFICER)
    world.clock.moment = at(23, 8)
    await world.phone(stranger).writes("/hadirkan K-01 HP rusak")
    assert (await world.last(stranger)).key == "client-not-found"
    await world.phone(stranger).taps_id(f"assist-officer:{cast.case.id}")
    assert (await world.last(stranger)).key == "not-yours"
    assert await attendances(world) == []


async def test_a_roll_call_is_stored_likewise(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 12)
    await world.phone(cast.supervisor).writes("daftar")
    await world.phone(cast.supervisor).taps("✅ Hadir: Budi (contoh)")

    by = (Way.ROLL_CALL, cast.supervisor.id, "reason-no-word", "PL-01")
    assert await helped(world) == [(Moment.START, *by), (Moment.FINISH, *by)]
    letter = await world.letter(cast.supervisor, "card")
    assert "📋 Mulai dan selesai dicatat pengawas: tidak ada kabar dari HP" in letter.text


async def test_of_somebody_at_work_it_is_asked_first_and_a_finish_can_be_taken_back(
    world: World, cast: Cast
) -> None:
    phone = world.phone(cast.officer)
    world.clock.moment = at(23, 8)
    await phone.writes("/hadirkan K-01")
    await world.phone(cast.budi).sends_location()
    await phone.writes("HP rusak")
    assert (await world.last(cast.officer)).key == "assist-at-work"
    await phone.writes("/hadirkan K-01 HP rusak")
    assert [one.state for one in await attendances(world)] == [AttendanceState.OPEN]
    await phone.taps("🏁 Catat selesai")
    await phone.writes("HP rusak")
    assert [one.state for one in await attendances(world)] == [AttendanceState.WAITING]
    world.clock.moment = at(23, 8, 9)
    await phone.writes("/hadirkan K-01")
    assert (await world.last(cast.officer)).key == "assist-noted-finish"
    await phone.taps("↩️ Batalkan selesai")

    assert [one.state for one in await attendances(world)] == [AttendanceState.OPEN]
    assert (await world.last(cast.officer)).key == "assist-undone"
    assert (await world.last(cast.budi)).key == "assist-told-undone"
    stranger = await world.person(cast.office, "PK-02", Role.OFFICER)
    await world.phone(stranger).taps_id("assist-undo:1")
    assert (await world.last(stranger)).key == "not-yours"


async def test_a_finish_is_taken_back_by_whoever_sent_it_and_for_ten_minutes(
    world: World, cast: Cast
) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.officer).taps_id("assist-undo:1")
    assert (await world.last(cast.officer)).key == "assist-nothing"
    await world.phone(cast.budi).taps("↩️ Batalkan selesai")
    await world.phone(cast.officer).writes("/hadirkan K-01")
    await world.phone(cast.officer).taps("🏁 Catat selesai")
    await world.phone(cast.officer).writes("HP rusak")
    world.clock.moment = at(23, 11, 12)
    await world.phone(cast.officer).taps("↩️ Batalkan selesai")

    assert (await world.last(cast.officer)).key == "undo-too-late"


@pytest.mark.parametrize("minute", [6, 40], ids=["at once", "later"])
async def test_a_location_after_the_roll_call_stands_on_the_card(
    world: World, cast: Cast, minute: int
) -> None:
    world.clock.moment = at(23, 8, 5)
    await world.phone(cast.supervisor).writes("/daftar")
    await world.phone(cast.supervisor).taps("✅ Hadir: Budi (contoh)")
    assert "tidak ada kabar dari HP" in (await world.letter(cast.supervisor, "card")).text
    world.clock.moment = at(23, 8, minute)
    await world.phone(cast.budi).sends_location()
    async with world.database.reading() as session:
        one = (await session.exec(select(Attendance))).one()
    await world.phone(cast.supervisor).taps_id(f"card:{one.id}")

    card = (await world.letter(cast.supervisor, "card")).text
    assert "tidak ada kabar dari HP" not in card
    assert "kabar dari HP menyusul" in card
    assert "Tanpa lokasi dari HP" not in card
    assert one.started_at == at(23, 8)
    if world.channel.caps.edit:
        cards = [row.content for row in await world.outbox() if row.content["key"] == "card"]
        assert any("reason-word-later" in str(row) and row["show"] == "edit_only" for row in cards)
