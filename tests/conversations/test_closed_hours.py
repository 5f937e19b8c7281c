"""A site is closed for some hours: sessions are shortened or dropped, and nobody else hears of it."""

from __future__ import annotations

from datetime import datetime

import pytest
from sqlmodel import col, select

from bot.domain.checkins import AttendanceState, SessionState
from bot.domain.outcomes import Outcome
from bot.domain.people import Role
from bot.storage.models import Attendance, Case, Person, WorkSession
from tests.conversations.conftest import Cast
from tests.conversations.test_closures import THURSDAY, planned_minutes
from tests.harness import World, at

RAIN, SURE = "🌧 Hujan atau banjir", "🚧 Ya, tutup"


async def closes(world: World, cast: Cast, hours: str) -> None:
    """The supervisor closes his site for hours of Thursday, which he types."""
    await world.phone(cast.supervisor).writes("/tutup")
    await world.phone(cast.supervisor).taps("🚧 Kam 23 Apr")
    await world.phone(cast.supervisor).taps("🕐 Jam tertentu")
    await world.phone(cast.supervisor).writes(hours)
    if (await world.last(cast.supervisor)).key == "shut-sure":
        await world.phone(cast.supervisor).taps(SURE)


async def thursday(world: World, case: Case) -> WorkSession:
    async with world.database.reading() as session:
        query = select(WorkSession).where(WorkSession.day == THURSDAY, WorkSession.case_id == case.id)
        return (await session.exec(query.order_by(col(WorkSession.id)))).one()


def hours(one: WorkSession) -> tuple[datetime, datetime]:
    return one.starts_at, one.ends_at


async def another(world: World, cast: Cast, total_hours: int = 12) -> tuple[Person, Case]:
    siti = await world.person(cast.office, "K-02", Role.CLIENT)
    return siti, await world.case(siti, cast.officer, cast.site, total_hours=total_hours)


async def test_a_session_goes_on_in_what_is_left_of_it(world: World, cast: Cast) -> None:
    _, case = await another(world, cast)
    await closes(world, cast, "10.00-12.00")
    await world.phone(cast.supervisor).taps(RAIN)

    assert hours(await thursday(world, case)) == (at(23, 8), at(23, 10))
    told = await world.last(cast.budi)
    assert told.key == "shut-told-shorter"
    assert "Kam 23 Apr pukul 08.00 WITA sampai 10.00" in told.text
    assert "Kantor" not in told.text.splitlines()[0]
    assert "menjadi pukul 08.00–10.00" in (await world.last(cast.officer)).text
    assert await planned_minutes(world, case) == 720

    await world.passes(at(22, 19))
    assert "08.00" in (await world.last(cast.budi)).text


async def test_what_is_left_may_begin_later_and_is_missed_only_then(world: World, cast: Cast) -> None:
    await closes(world, cast, "sampai 09.30 listrik padam")

    assert hours(await thursday(world, cast.case)) == (at(23, 9, 30), at(23, 11))
    assert "listrik padam" in (await world.last(cast.budi)).text
    await world.passes(at(23, 10, 15))
    assert not [key for key in await world.keys(cast.budi) if key.startswith("miss")]
    await world.phone(cast.budi).sends_location()
    await world.passes(at(23, 12, 30))
    async with world.database.reading() as session:
        work = (await session.exec(select(Attendance))).one()
    assert (work.state, work.finished_at) == (AttendanceState.WAITING, at(23, 11))


async def test_less_than_an_hour_is_dropped_and_no_miss(world: World, cast: Cast) -> None:
    _, case = await another(world, cast)
    await closes(world, cast, "08.30-10.30 rapat desa")

    one = await thursday(world, case)
    assert (one.state, one.outcome) == (SessionState.CANCELLED, Outcome.SITE_CLOSED)
    assert (await world.last(cast.budi)).key == "shut-told-client"
    assert await planned_minutes(world, case) == 720


async def test_hours_that_touch_nobody_tell_nobody(world: World, cast: Cast) -> None:
    before = await world.queued()
    await closes(world, cast, "mulai 13 acara")

    assert await world.keys(cast.budi, after=before) == []
    assert "Tidak ada jadwal" in (await world.last(cast.supervisor)).text
    assert hours(await thursday(world, cast.case)) == (at(23, 8), at(23, 11))


async def test_closed_from_now_on_ends_the_work_and_later_hours_shorten_it(world: World, cast: Cast) -> None:
    siti, _ = await another(world, cast)
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 8, 30)
    await closes(world, cast, "10.00-12.00 acara")
    assert [key for key in await world.keys(cast.budi) if "shorter" in key] == ["shut-told-shorter-working"]
    assert (await world.last(siti)).key == "shut-told-shorter"

    world.clock.moment = at(23, 9)
    await world.phone(cast.supervisor).writes("/tutup")
    await world.phone(cast.supervisor).taps("🚧 Kam 23 Apr")
    await world.phone(cast.supervisor).taps("🕐 Jam tertentu")
    await world.phone(cast.supervisor).taps("⏱️ Mulai sekarang")
    await world.phone(cast.supervisor).taps("💡 Listrik/air mati")
    assert (await world.last(cast.budi)).key == "shut-told-working"
    assert "tutup pukul 09.00–23.59" in (await world.last(cast.supervisor)).text
    await world.phone(cast.supervisor).taps("✅ Benar")
    assert "60" not in (await world.last(cast.budi)).text
    assert (await world.last(cast.budi)).key == "result-confirmed"


async def test_within_ten_minutes_it_is_as_it_was(world: World, cast: Cast) -> None:
    _, case = await another(world, cast)
    await closes(world, cast, "10.00-12.00 acara")
    await world.phone(cast.supervisor).taps("↩️ Batalkan")

    assert hours(await thursday(world, case)) == (at(23, 8), at(23, 11))
    told = await world.last(cast.budi)
    assert told.key == "shut-undone-shorter"
    assert "08.00 WITA sampai 11.00" in told.text
    await closes(world, cast, "10.00-12.00 acara")
    assert hours(await thursday(world, case)) == (at(23, 8), at(23, 10))


async def test_an_officer_names_site_day_and_hours_at_once(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/tutup L1 23/04 jam 10 sampai 12")
    await world.phone(cast.officer).writes("Jembatan putus")

    assert hours(await thursday(world, cast.case)) == (at(23, 8), at(23, 10))
    assert "Jembatan putus" in (await world.last(cast.supervisor)).text
    await world.phone(cast.officer).writes("/tutup L1 23/04 10.30-11.30")
    assert (await world.last(cast.officer)).key == "shut-already"


async def test_hours_in_a_reason_close_only_these(world: World, cast: Cast) -> None:
    await world.phone(cast.supervisor).writes("/tutup")
    await world.phone(cast.supervisor).taps("🚧 Kam 23 Apr")
    await world.phone(cast.supervisor).writes("Rapat desa jam 10 sampai 12")
    assert (await world.last(cast.supervisor)).key == "shut-sure"
    await world.phone(cast.supervisor).taps(SURE)

    assert hours(await thursday(world, cast.case)) == (at(23, 8), at(23, 10))
    assert "(Rapat desa)" in (await world.last(cast.budi)).text


async def test_hours_that_are_none_are_asked_again(world: World, cast: Cast) -> None:
    await closes(world, cast, "pagi-pagi saja")
    assert (await world.last(cast.supervisor)).key == "shut-hours-unreadable"
    await world.phone(cast.supervisor).writes("12.00-10.00")
    assert (await world.last(cast.supervisor)).key == "shut-hours-order"
    await world.phone(cast.supervisor).writes("10.00-12.00")
    assert (await world.last(cast.supervisor)).key == "shut-ask-reason-hours"
    await world.phone(cast.supervisor).writes("Ada hajatan")
    assert hours(await thursday(world, cast.case)) == (at(23, 8), at(23, 10))


async def test_hours_that_others_have_closed_between_them_are_not_closed_again(
    world: World, cast: Cast
) -> None:
    await officer_closes(world, cast, "08.00-10.00")
    await officer_closes(world, cast, "10.00-11.00")
    before = await world.queued()
    await world.phone(cast.supervisor).writes("/tutup 23/04 08.30-11.00")
    await world.phone(cast.supervisor).taps("🚧 Kam 23 Apr")

    told = await world.last(cast.supervisor)
    assert told.key == "shut-already"
    assert "• Pukul 08.00–10.00, dicatat Pk-01 (contoh) Sen 20 Apr pukul 12.00 WITA: 🌧" in told.text
    assert "• Pukul 10.00–11.00" in told.text
    assert await world.keys(cast.budi, after=before) == []
    assert await world.keys(cast.officer, after=before) == []
    await world.phone(cast.supervisor).writes("/tutup 23/04 08.00-12.00")
    await world.phone(cast.supervisor).taps("🚧 Kam 23 Apr")
    assert (await world.last(cast.supervisor)).key == "shut-ask-reason-hours"


async def officer_closes(world: World, cast: Cast, hours: str = "") -> None:
    await world.phone(cast.officer).writes(f"/tutup L1 23/04 {hours}")
    await world.phone(cast.officer).taps(RAIN)


async def test_taken_back_a_day_stays_closed_that_somebody_else_has_closed(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8, 5)
    await officer_closes(world, cast, "08.30-10.30")
    await world.phone(cast.supervisor).writes("/tutup")
    await world.phone(cast.supervisor).taps("🚧 Kam 23 Apr")
    await world.phone(cast.supervisor).taps(RAIN)
    before = await world.queued()
    await world.phone(cast.officer).taps_id("shut-undo:1:20260423:830:1030")

    one = await thursday(world, cast.case)
    assert (one.state, one.outcome) == (SessionState.CANCELLED, Outcome.SITE_CLOSED)
    assert await world.keys(cast.budi, after=before) == []
    answer = (await world.last(cast.officer)).text
    assert "Masih dicatat tutup sehari penuh, oleh Pl-01 (contoh)" in answer
    assert "Masih dicatat tutup sehari penuh" in (await world.last(cast.supervisor)).text
    await world.phone(cast.supervisor).taps_id("shut-undo:1:20260423")
    one = await thursday(world, cast.case)
    assert (one.state, one.outcome) == (SessionState.PLANNED, None)
    assert (await world.last(cast.budi)).key == "shut-undone-client"


async def test_taken_back_one_after_the_other_it_is_as_it_was(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7, 30)
    await officer_closes(world, cast, "08.00-09.00")
    await officer_closes(world, cast, "09.00-09.30")
    assert hours(await thursday(world, cast.case)) == (at(23, 9, 30), at(23, 11))
    world.clock.moment = at(23, 7, 35)
    await world.phone(cast.officer).taps_id("shut-undo:1:20260423:800:900")
    assert hours(await thursday(world, cast.case)) == (at(23, 9, 30), at(23, 11))
    await world.phone(cast.officer).taps_id("shut-undo:1:20260423:900:930")
    assert hours(await thursday(world, cast.case)) == (at(23, 8), at(23, 11))


async def test_a_miss_that_other_hours_excuse_stays_excused(world: World, cast: Cast) -> None:
    await world.passes(at(23, 13))
    await officer_closes(world, cast, "08.00-10.30")
    await officer_closes(world, cast, "07.00-12.00")
    await world.phone(cast.officer).taps_id("shut-undo:1:20260423:800:1030")
    assert (await thursday(world, cast.case)).outcome is Outcome.SITE_CLOSED
    await world.phone(cast.officer).taps_id("shut-undo:1:20260423:700:1200")
    assert (await thursday(world, cast.case)).outcome is Outcome.UNEXPLAINED


async def test_work_that_was_begun_meanwhile_has_its_own_end_again(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7, 50)
    await officer_closes(world, cast, "10.00-12.00")
    world.clock.moment = at(23, 7, 55)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 7, 58)
    await world.phone(cast.officer).taps("↩️ Batalkan")

    assert hours(await thursday(world, cast.case)) == (at(23, 8), at(23, 11))
    assert (await world.last(cast.budi)).key == "shut-undone-shorter"
    await world.passes(at(23, 11, 30))
    async with world.database.reading() as session:
        assert (await session.exec(select(Attendance))).one().state is AttendanceState.OPEN


async def test_work_stays_ended_while_the_site_is_closed_otherwise(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 8, 30)
    await officer_closes(world, cast, "08.30-10.00")
    await officer_closes(world, cast)
    await world.phone(cast.officer).taps_id("shut-undo:1:20260423:830:1000")

    async with world.database.reading() as session:
        assert (await session.exec(select(Attendance))).one().state is AttendanceState.WAITING


async def begins_with_hours(world: World, cast: Cast) -> None:
    await world.phone(cast.supervisor).writes("/tutup")
    await world.phone(cast.supervisor).taps("🚧 Kam 23 Apr")
    await world.phone(cast.supervisor).taps("🕐 Jam tertentu")
    await world.phone(cast.supervisor).writes("10.00-12.00 acara")


async def test_hours_and_reason_together_close_with_one_tap_and_not_before(world: World, cast: Cast) -> None:
    await another(world, cast)
    before = await world.queued()
    await begins_with_hours(world, cast)

    asked = await world.last(cast.supervisor)
    assert asked.key == "shut-sure"
    assert "pukul 10.00–12.00: acara. Benar?" in asked.text
    assert "2 orang dijadwalkan pada waktu itu" in asked.text
    assert hours(await thursday(world, cast.case)) == (at(23, 8), at(23, 11))
    assert await world.keys(cast.budi, after=before) == []
    await world.phone(cast.supervisor).taps(SURE)
    assert hours(await thursday(world, cast.case)) == (at(23, 8), at(23, 10))
    assert "(acara)" in (await world.last(cast.budi)).text


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        pytest.param("ya", "shut-done-hours", id="yes"),
        pytest.param("1", "shut-done-hours", id="its number"),
        pytest.param("tidak", "question-left", id="no"),
        pytest.param("batal", "question-left", id="never mind"),
        pytest.param("ada acara desa", "shut-sure", id="another reason"),
        pytest.param("10.30-12.00", "shut-sure", id="other hours"),
    ],
)
async def test_the_tap_can_be_typed(world: World, cast: Cast, typed: str, key: str) -> None:
    await begins_with_hours(world, cast)
    await world.phone(cast.supervisor).writes(typed)

    told = await world.last(cast.supervisor)
    assert (told.key, told.text.count("acara")) == (key, 0 if key == "question-left" else 1)
    closed = key == "shut-done-hours"
    assert (hours(await thursday(world, cast.case)) == (at(23, 8), at(23, 10))) is closed


async def test_a_supervisor_types_it_all_at_once(world: World, cast: Cast) -> None:
    await world.phone(cast.supervisor).writes("/tutup 10.00-12.00 acara desa")

    asked = await world.last(cast.supervisor)
    assert asked.key == "shut-sure-which"
    assert "• Sen 20 Apr: tidak ada yang dijadwalkan" in asked.text
    assert "• Kam 23 Apr: 1 orang dijadwalkan" in asked.text
    await world.phone(cast.supervisor).writes("ya")
    assert (await world.last(cast.supervisor)).key == "shut-sure-tap"
    await world.phone(cast.supervisor).taps("🚧 Kam 23 Apr")
    assert (await world.last(cast.supervisor)).key == "shut-done-hours"
    assert "(acara desa)" in (await world.last(cast.budi)).text


@pytest.mark.parametrize("text", ["10.00-12.00 acara", "acara jam 10 sampai 12"])
async def test_an_officer_types_it_all_at_once(world: World, cast: Cast, text: str) -> None:
    await world.phone(cast.officer).writes(f"/tutup L1 23/04 {text}")
    assert "1 orang dijadwalkan" in (await world.last(cast.officer)).text
    await world.phone(cast.officer).taps(SURE)

    assert hours(await thursday(world, cast.case)) == (at(23, 8), at(23, 10))
    assert "(acara)" in (await world.last(cast.budi)).text


async def test_a_button_whose_reason_is_gone_asks_for_it(world: World, cast: Cast) -> None:
    await begins_with_hours(world, cast)
    await world.phone(cast.supervisor).writes("/daftar")
    await world.phone(cast.supervisor).taps_id("shut-sure:1:20260423:1000:1200")

    assert (await world.last(cast.supervisor)).key == "shut-ask-reason-hours"
    assert hours(await thursday(world, cast.case)) == (at(23, 8), at(23, 11))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("24/04 10-12 banjir", "Jumat, 24 April 2026"),
        ("10-12 24/04 banjir", "Jumat, 24 April 2026"),
        ("jumat 10-12 banjir", "Jumat, 24 April 2026"),
        ("23/04 10-12 banjir", "Kamis, 23 April 2026"),
        ("10-12 banjir", "Kamis, 23 April 2026"),
    ],
)
async def test_a_day_that_is_typed_with_the_hours_is_the_day(
    world: World, cast: Cast, typed: str, day: str
) -> None:
    world.clock.moment = at(22, 12)
    await world.phone(cast.supervisor).writes("/tutup")
    await world.phone(cast.supervisor).taps("🚧 Kam 23 Apr")
    await world.phone(cast.supervisor).taps("🕐 Jam tertentu")
    await world.phone(cast.supervisor).writes(typed)
    shown = await world.last(cast.supervisor)
    assert (shown.key, day in shown.text) == ("shut-sure", True)
    assert "pukul 10.00–12.00: banjir" in shown.text


async def test_of_a_day_without_a_reason_the_reason_is_asked(world: World, cast: Cast) -> None:
    await closes(world, cast, "24/04 10-12")
    shown = await world.last(cast.supervisor)
    assert shown.key == "shut-ask-reason-hours"
    assert "24 Apr" in shown.text


async def test_whose_whole_session_falls_into_them_hears_on_the_eve_that_there_is_no_work(
    world: World, cast: Cast
) -> None:
    await closes(world, cast, "08.00-12.00")
    await world.phone(cast.supervisor).taps(RAIN)
    await world.passes(at(22, 18))
    told = await world.letter(cast.budi, "no-work-tomorrow")
    assert "Berikutnya: Kam 30 Apr pukul 08.00 WITA" in told.text
