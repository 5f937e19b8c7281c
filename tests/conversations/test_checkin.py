"""A client starts and finishes work."""

from __future__ import annotations

from datetime import timedelta
from typing import TypeVar

import pytest
from sqlalchemy import text
from sqlmodel import SQLModel, select

from bot.domain.cases import PhotoRule
from bot.domain.checkins import AttendanceState
from bot.domain.messages import Label
from bot.domain.people import Role
from bot.domain.places import Verdict
from bot.storage.keys import to_open
from bot.storage.models import Attendance, CaseBalance, Event, Evidence, Photo, PhotoUpload
from tests.conversations.conftest import Cast
from tests.double import NARROW
from tests.harness import FAR, HERE, NEARBY, World, at

Row = TypeVar("Row", bound=SQLModel)


async def rows(world: World, table: type[Row]) -> list[Row]:
    async with world.database.reading() as session:
        return list((await session.exec(select(table).order_by(text("id")))).all())


async def test_a_location_before_work_starts_it_and_gets_a_receipt(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7, 55)
    await world.phone(cast.budi).sends_location()

    receipt = await world.last(cast.budi)
    assert receipt.key == "receipt-start"
    assert "Kam 23 Apr pukul 07.55 WITA" in receipt.text
    (attendance,) = await rows(world, Attendance)
    assert attendance.state is AttendanceState.OPEN
    assert attendance.session_id is not None


async def test_the_same_location_again_gets_the_same_receipt(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7, 55)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 8, 1)
    await world.phone(cast.budi).sends_location()

    first, second = await world.letters(cast.budi)
    assert first.text == second.text
    assert len(await rows(world, Attendance)) == 1


async def test_the_same_update_twice_is_one_record_and_one_answer(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7, 55)
    await world.phone(cast.budi).sends_location(number=900)
    await world.phone(cast.budi).sends_location(number=900)

    assert await world.keys(cast.budi) == ["receipt-start"]
    assert len(await rows(world, Attendance)) == 1


async def test_near_the_planned_end_a_location_finishes(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7, 58)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 10, 50)
    await world.phone(cast.budi).sends_location()

    receipt = await world.last(cast.budi)
    assert receipt.key == "receipt-finish"
    assert "Berikutnya: Kam 30 Apr pukul 08.00 WITA" in receipt.text
    (attendance,) = await rows(world, Attendance)
    assert (attendance.state, attendance.finished_at) == (AttendanceState.WAITING, at(23, 10, 50))


async def test_in_mid_session_a_location_is_kept_and_asked_about(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7, 58)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 9, 30)
    await world.phone(cast.budi).sends_location()
    assert (await world.last(cast.budi)).key == "location-mid-session"

    await world.phone(cast.budi).taps("📍 Hanya lokasi")
    assert (await world.last(cast.budi)).key == "location-kept"
    (attendance,) = await rows(world, Attendance)
    assert attendance.state is AttendanceState.OPEN


async def test_finishing_early_counts_from_the_location_just_sent(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7, 58)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 9, 30)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 9, 33)
    await world.phone(cast.budi).taps("🏁 Selesai kerja")

    (attendance,) = await rows(world, Attendance)
    assert attendance.finished_at == at(23, 9, 30)


async def test_a_finish_can_be_undone_within_ten_minutes(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7, 58)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 10, 50)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 10, 55)
    await world.phone(cast.budi).taps("↩️ Batalkan selesai")

    assert (await world.last(cast.budi)).key == "undone"
    (attendance,) = await rows(world, Attendance)
    assert (attendance.state, attendance.finished_at) == (AttendanceState.OPEN, None)


async def test_after_ten_minutes_a_finish_stands(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7, 58)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 10, 50)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 11, 5)
    await world.phone(cast.budi).taps("↩️ Batalkan selesai")

    assert (await world.last(cast.budi)).key == "undo-too-late"


@pytest.mark.parametrize(
    ("point", "verdict"),
    [
        pytest.param(HERE, Verdict.INSIDE, id="at the site"),
        pytest.param(NEARBY, Verdict.NEAR, id="two hundred metres off"),
        pytest.param(FAR, Verdict.OUTSIDE, id="six kilometres off"),
        pytest.param((0.0, 0.0, 5.0), Verdict.CANNOT_TELL, id="zero zero"),
    ],
)
async def test_no_place_is_refused(
    world: World, cast: Cast, point: tuple[float, float, float], verdict: Verdict
) -> None:
    world.clock.moment = at(23, 7, 55)
    await world.phone(cast.budi).sends_location(point)

    assert (await world.keys(cast.budi))[0] == "receipt-start"
    (evidence,) = await rows(world, Evidence)
    assert evidence.verdict is verdict


async def test_a_late_delivery_counts_from_when_the_messenger_got_it(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 9, 40)
    await world.phone(cast.budi).sends_location(at=at(23, 7, 59))

    (attendance,) = await rows(world, Attendance)
    assert attendance.started_at == at(23, 7, 59)
    assert "pukul 07.59 WITA" in (await world.last(cast.budi)).text


@pytest.mark.parametrize("first", ["location", "photo"])
async def test_location_and_photo_come_in_either_order(world: World, cast: Cast, first: str) -> None:
    sari = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.case(sari, cast.officer, cast.site, photo=PhotoRule.ALWAYS)
    world.clock.moment = at(23, 7, 50)
    phone = world.phone(sari)
    for what in ("location", "photo") if first == "location" else ("photo", "location"):
        await (phone.sends_location() if what == "location" else phone.sends_photo())
        world.clock.moment += timedelta(minutes=1)

    expected = {"location": "photo-wanted", "photo": "photo-kept-send-location"}[first]
    assert await world.keys(sari) == [expected, "receipt-start"]
    (photo,) = await rows(world, Photo)
    assert photo.sha256
    store = world.house.photos
    async with world.database.reading() as session:
        key = await to_open(session, store.ring, photo)
    assert store.open(photo.file, key).startswith(b"\xff\xd8")
    assert [one.file_unique_id for one in await rows(world, PhotoUpload)] == ["unique-photo-0"]


async def test_a_half_done_checkin_survives_a_restart(world: World, cast: Cast) -> None:
    sari = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.case(sari, cast.officer, cast.site, photo=PhotoRule.ALWAYS)
    world.clock.moment = at(23, 7, 50)
    await world.phone(sari).sends_location()
    reborn = await world.reborn(at(23, 8, 20))
    await reborn.phone(sari).sends_photo()

    assert [one.message.text[:1] for one in reborn.channel.delivered if one.to == "K-02"] == ["✅"]
    (attendance,) = await rows(world, Attendance)
    assert (attendance.started_at, attendance.photo_wanted) == (at(23, 7, 50), None)


async def test_a_photo_that_cannot_be_fetched_does_not_hold_the_checkin(world: World, cast: Cast) -> None:
    sari = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.case(sari, cast.officer, cast.site, photo=PhotoRule.ALWAYS)
    world.clock.moment = at(23, 7, 50)
    await world.phone(sari).sends_location()
    world.channel.fetch_failures = 3
    await world.phone(sari).sends_photo()

    assert await world.keys(sari) == ["photo-wanted", "receipt-start", "photo-not-fetched"]
    (evidence,) = [one for one in await rows(world, Evidence) if one.photo_id]
    assert evidence.labels == [Label.PHOTO_MISSING]


@pytest.mark.parametrize(
    ("content", "key"),
    [
        pytest.param(b"<svg xmlns='http://www.w3.org/2000/svg'/>", "photo-problem-not-a-picture", id="svg"),
        pytest.param(b"\xff\xd8\xff\xe0broken", "photo-problem-not-a-picture", id="broken"),
    ],
)
async def test_a_bad_picture_is_asked_for_again(world: World, cast: Cast, content: bytes, key: str) -> None:
    world.clock.moment = at(23, 7, 50)
    await world.phone(cast.budi).sends_photo(content)

    assert (await world.last(cast.budi)).key in (key, "photo-problem-damaged")


async def test_a_forgotten_finish_is_closed_at_the_planned_end(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7, 58)
    await world.phone(cast.budi).sends_location()
    await world.passes(at(23, 12, 30))

    (attendance,) = await rows(world, Attendance)
    assert (attendance.finished_at, attendance.closed_by_rule) == (at(23, 11), True)
    assert (await world.last(cast.budi)).key == "closed-by-rule"
    card = await world.last(cast.supervisor)
    assert "Mohon dicek" in card.text


async def test_without_a_session_it_is_outside_the_plan_and_the_officer_decides(
    world: World, cast: Cast
) -> None:
    world.clock.moment = at(21, 9)
    await world.phone(cast.budi).sends_location()
    assert "di luar jadwal" in (await world.last(cast.budi)).text
    world.clock.moment = at(21, 11)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.budi).taps("🏁 Selesai kerja")
    await world.phone(cast.supervisor).taps("✅ Benar")
    async with world.database.reading() as session:
        before = await session.get_one(CaseBalance, cast.case.id)
    assert (before.credited, before.waiting) == (0, 120)

    await world.phone(cast.officer).taps("✅ Hitung")
    async with world.database.reading() as session:
        after = await session.get_one(CaseBalance, cast.case.id)
    assert (after.credited, after.waiting) == (120, 0)
    assert (await world.last(cast.budi)).key == "result-confirmed"


async def test_every_fact_is_chained(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7, 58)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps("✅ Benar")

    from bot.storage.events import broken_link, case_stream, stream_events

    async with world.database.reading() as session:
        events = await stream_events(session, cast.office.id, case_stream(cast.case.id))
        assert [event.kind for event in events] == [
            "case_opened",
            "case_state_changed",
            "checked_in",
            "checked_out",
            "hours_confirmed",
        ]
        assert broken_link(events) is None
        events[1].payload = None
        events[1].salt = None
        assert broken_link(events) is None
        events[2].payload = "{}"
        assert broken_link(events) == 3


async def test_typed_words_do_what_the_keys_do(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7, 55)
    for words in ("mulai", "/mulai", "📍 Mulai kerja"):
        await world.phone(cast.budi).writes(words)
        assert (await world.last(cast.budi)).key == "ask-location-start"


async def test_hours_are_shown_with_waiting_and_remaining(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.budi).writes("jam")

    text = (await world.last(cast.budi)).text
    assert "Menunggu konfirmasi: 3 jam" in text
    assert "Sisa: 42 jam, dari seluruhnya 42 jam" in text


async def test_events_hold_no_place(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()

    assert all("-5.42" not in (event.payload or "") for event in await rows(world, Event))


async def test_the_narrow_channel_gets_no_keyboard_it_cannot_show(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()

    delivered = [one for one in world.channel.delivered if one.to == cast.budi.code]
    if world.channel.caps is NARROW:
        assert all(len(one.message.buttons) <= 3 for one in delivered)
    assert all(len(button.label) <= 20 for one in delivered for button in one.message.buttons)
