"""After the finish: repeats, the way back, and what the supervisor then reads."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from sqlmodel import select

from bot.domain.checkins import AttendanceState, Moment
from bot.domain.people import Role
from bot.registry import place
from bot.storage.models import Attendance, Case, CaseBalance, Evidence, Placement
from tests.conversations.conftest import Cast
from tests.harness import World, at

UNDO, FINISH_NOW = "↩️ Batalkan selesai", "🏁 Selesai kerja"


async def worked(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7, 58)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 10, 50)
    await world.phone(cast.budi).sends_location()


async def test_finishing_again_repeats_the_receipt(world: World, cast: Cast) -> None:
    await worked(world, cast)
    first = await world.last(cast.budi)
    world.clock.moment = at(23, 15)
    await world.phone(cast.budi).writes("/selesai")

    again = await world.last(cast.budi)
    assert (again.key, again.text) == (first.key, first.text)
    world.clock.moment = at(24, 8)
    await world.phone(cast.budi).writes("/selesai")
    assert (await world.last(cast.budi)).key == "nothing-open"


@pytest.mark.parametrize("later", ["in time", "too late", "confirmed"])
async def test_the_way_back_is_offered_only_while_there_is_one(world: World, cast: Cast, later: str) -> None:
    await worked(world, cast)
    assert [button.label for button in (await world.last(cast.budi)).buttons] == [UNDO]
    if later == "confirmed":
        await world.phone(cast.supervisor).taps("✅ Benar")
    world.clock.moment += timedelta(minutes=12 if later == "too late" else 3)
    await world.phone(cast.budi).writes("/selesai")

    buttons = [button.label for button in (await world.last(cast.budi)).buttons]
    assert buttons == ([UNDO] if later == "in time" else [])


async def test_an_undone_finish_is_not_shown_as_one(world: World, cast: Cast) -> None:
    await worked(world, cast)
    world.clock.moment = at(23, 10, 52)
    await world.phone(cast.budi).taps(UNDO)
    async with world.database.reading() as session:
        attendance = (await session.exec(select(Attendance))).one()
        moments = [one.moment for one in (await session.exec(select(Evidence).order_by(Evidence.id))).all()]  # type: ignore[arg-type]
    assert moments == [Moment.START, None]
    await world.phone(cast.supervisor).taps_id(f"card:{attendance.id}")
    assert "Saat selesai" not in (await world.last(cast.supervisor)).text
    world.clock.moment = at(23, 11, 10)
    await world.phone(cast.budi).sends_location()

    assert (await world.last(cast.supervisor)).text.count("Saat selesai") == 1


async def test_after_an_undo_a_finish_without_location_counts_from_the_tap(world: World, cast: Cast) -> None:
    await worked(world, cast)
    world.clock.moment = at(23, 10, 52)
    await world.phone(cast.budi).taps(UNDO)
    await world.phone(cast.budi).writes("/selesai")
    world.clock.moment = at(23, 10, 57)
    await world.phone(cast.budi).taps(FINISH_NOW)

    async with world.database.reading() as session:
        assert (await session.exec(select(Attendance))).one().finished_at == at(23, 10, 57)


async def test_keys_typed_without_their_picture_are_understood(world: World, cast: Cast) -> None:
    for words, key in (
        ("Jam saya", "hours-heading"),
        ("mulai kerja", "ask-location-start"),
        ("Minta bantuan", "help"),
        ("Selesai kerja", "nothing-open"),
    ):
        await world.phone(cast.budi).writes(words)
        assert (await world.last(cast.budi)).key == key


async def test_of_a_photo_that_could_not_be_fetched_nobody_says_that_it_is_kept(
    world: World, cast: Cast
) -> None:
    world.channel.fetch_failures = 3
    await world.phone(cast.budi).sends_photo()
    assert (await world.last(cast.budi)).key == "photo-later-send-location"
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.channel.fetch_failures = 3
    await world.phone(cast.budi).sends_photo()

    assert (await world.last(cast.budi)).key == "photo-not-fetched"


async def test_a_refusal_brings_the_keys_that_make_sense(world: World, cast: Cast) -> None:
    lost = await world.person(cast.office, "K-05", Role.CLIENT)
    await world.phone(lost).sends_location()

    assert (await world.last(lost)).key == "no-active-case"
    assert world.channel.delivered[-1].message.keyboard


async def test_right_after_one_site_the_work_at_the_next_begins(world: World, cast: Cast) -> None:
    tono = await world.person(cast.office, "K-09", Role.CLIENT)
    case = await world.case(tono, cast.officer, cast.site, starts=time(8), ends=time(13))
    second = await world.site(cast.office, cast.supervisor, code="L2")
    async with world.database.transaction() as session:
        afternoon = Placement(
            office_id=cast.office.id,
            code="P-9b",
            case_id=case.id,
            site_id=second.id,
            weekdays="4",
            starts=time(13),
            ends=time(16),
            from_on=date(2026, 3, 2),
            until_on=date(2026, 8, 30),
        )
        await place(session, await session.get_one(Case, case.id), afternoon, now=world.clock.now())
    world.clock.moment = at(23, 8)
    await world.phone(tono).sends_location()
    world.clock.moment = at(23, 13)
    await world.phone(tono).sends_location()
    assert "Berikutnya: Kam 23 Apr" in (await world.last(tono)).text
    world.clock.moment = at(23, 13, 4)
    await world.phone(tono).sends_location()

    receipt = await world.last(tono)
    assert receipt.key == "receipt-start"
    async with world.database.reading() as session:
        sites = [one.site_id for one in (await session.exec(select(Attendance))).all()]
    assert sites == [cast.site.id, second.id]


async def test_outside_the_plan_a_forgotten_finish_has_no_length_until_the_supervisor_says_so(
    world: World, cast: Cast
) -> None:
    world.clock.moment = at(21, 8, 2)
    await world.phone(cast.budi).sends_location()
    await world.passes(at(21, 20))

    told = await world.letter(cast.budi, "closed-without-end")
    assert "sesuai jadwal" not in told.text
    card = await world.last(cast.supervisor)
    assert "jadwal. Mohon" not in card.text
    assert "Pukul berapa pulang?" in card.text
    assert [one.label for one in card.buttons][:2] == ["✏️ Perbaiki jam", "❌ Tidak benar"]
    async with world.database.reading() as session:
        one = (await session.exec(select(Attendance))).one()
        before = await session.get_one(CaseBalance, cast.case.id)
    assert (one.finished_at, before.waiting, before.credited) == (one.started_at, 0, 0)
    await world.phone(cast.supervisor).taps_id(f"right:{one.id}:{one.revision}")
    async with world.database.reading() as session:
        assert (await session.exec(select(Attendance.state))).one() is AttendanceState.WAITING

    await world.phone(cast.supervisor).taps("✏️ Perbaiki jam")
    for said in ("08.02", "11.01", "tidak ada", "lupa menekan selesai"):
        await world.phone(cast.supervisor).writes(said)
    await world.phone(cast.supervisor).taps("💾 Simpan")
    await world.phone(cast.officer).taps("✅ Hitung")
    async with world.database.reading() as session:
        assert (await session.get_one(CaseBalance, cast.case.id)).credited == 179
