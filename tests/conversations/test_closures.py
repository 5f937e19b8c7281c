"""A site is closed for a day: nobody misses anything, time worked is kept, everybody hears it once."""

from __future__ import annotations

import json
from datetime import date, time

import pytest
from sqlmodel import col, select

from bot.domain.cases import Programme
from bot.domain.checkins import AttendanceState, SessionState
from bot.domain.outcomes import Outcome
from bot.domain.people import Role
from bot.storage.events import case_stream
from bot.storage.models import Attendance, Case, CaseBalance, Event, Person, Site, SiteClosure, WorkSession
from tests.conversations.conftest import Cast
from tests.harness import World, at
from tests.lawful import coming

THURSDAY, RAIN, UNDO = date(2026, 4, 23), "🌧 Hujan atau banjir", "↩️ Batalkan"


async def closes(world: World, cast: Cast, day: str = "🚧 Kam 23 Apr", reason: str = RAIN) -> None:
    """The supervisor closes his site."""
    await world.phone(cast.supervisor).writes("/tutup")
    await world.phone(cast.supervisor).taps(day)
    await world.phone(cast.supervisor).taps(reason)


async def thursdays(world: World) -> list[WorkSession]:
    async with world.database.reading() as session:
        query = select(WorkSession).where(WorkSession.day == THURSDAY).order_by(col(WorkSession.id))
        return list((await session.exec(query)).all())


async def planned_minutes(world: World, case: Case) -> int:
    async with world.database.reading() as session:
        return sum(one.counted for one in await coming(session, case, world.clock.now()))


async def closures(world: World) -> list[SiteClosure]:
    async with world.database.reading() as session:
        return list((await session.exec(select(SiteClosure))).all())


async def test_a_coming_day_is_dropped_without_a_miss(world: World, cast: Cast) -> None:
    siti = await world.person(cast.office, "K-02", Role.CLIENT)
    case = await world.case(siti, cast.officer, cast.site, total_hours=12)
    await closes(world, cast)

    states = {(one.state, one.outcome) for one in await thursdays(world)}
    assert states == {(SessionState.CANCELLED, Outcome.SITE_CLOSED)}
    told = await world.last(cast.budi)
    assert told.key == "shut-told-client"
    assert "Kam 23 Apr" in told.text.splitlines()[0]
    assert "Kantor" not in told.text.splitlines()[0]
    assert "Berikutnya: Kam 30 Apr pukul 08.00 WITA." in told.text
    await world.passes(at(24, 12))
    keys = await world.keys(cast.budi)
    assert not [key for key in keys if key.startswith(("reminder", "miss"))]
    assert await planned_minutes(world, case) == 720


async def test_every_case_keeps_the_fact_with_its_reason(world: World, cast: Cast) -> None:
    await closes(world, cast, reason="Jalan ke desa putus")

    async with world.database.reading() as session:
        query = select(Event).where(Event.stream == case_stream(cast.case.id), Event.kind == "site_closed")
        event = (await session.exec(query)).one()
    assert event.actor_id == cast.supervisor.id
    assert json.loads(event.payload or "")["words"] == "Jalan ke desa putus"
    assert "Jalan ke desa putus" in (await world.last(cast.budi)).text


async def test_an_officer_hears_once_whatever_the_number_of_clients(world: World, cast: Cast) -> None:
    colleague = await world.person(cast.office, "PL-02", Role.SUPERVISOR)
    await appointed(world, cast, colleague)
    for number in (2, 3):
        person = await world.person(cast.office, f"K-{number:02}", Role.CLIENT)
        await world.case(person, cast.officer, cast.site)
    child = await world.person(cast.office, "A-01", Role.CLIENT, name="Nama Rahasia", child=True)
    await world.case(child, cast.officer, cast.site, programme=Programme.CHILD_SERVICE)
    await closes(world, cast)

    for person in (cast.officer, colleague):
        letters = [one for one in await world.letters(person) if one.key == "shut-told-staff"]
        assert len(letters) == 1
        assert letters[0].text.count("tidak jadi") == 4
        assert "A-01" in letters[0].text
        assert "Rahasia" not in letters[0].text


async def appointed(world: World, cast: Cast, person: Person) -> None:
    from bot.registry import appoint

    async with world.database.transaction() as session:
        site = await session.get_one(Site, cast.site.id)
        await appoint(session, site, person, from_on=date(2026, 4, 1), now=world.clock.now())


async def test_work_under_way_ends_and_keeps_its_time(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 9, 30)
    await closes(world, cast)

    told = await world.last(cast.budi)
    assert (told.key, "pukul 09.30" in told.text) == ("shut-told-working", True)
    card = await world.last(cast.supervisor)
    assert (card.key, "Lokasi dicatat tutup hari itu" in card.text) == ("card", True)
    await world.phone(cast.supervisor).taps("✅ Benar")
    async with world.database.reading() as session:
        assert (await session.get_one(CaseBalance, cast.case.id)).credited == 90


async def test_work_that_had_just_begun_shows_no_stretch_of_nothing(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8, 2)
    await world.phone(cast.budi).sends_location()
    await closes(world, cast)

    done = next(one for one in await world.letters(cast.supervisor) if one.key.startswith("shut-done"))
    assert "• Budi (contoh): baru mulai pukul 08.02, langsung selesai" in done.text


async def test_the_rest_of_a_broken_off_day_finds_another(world: World, cast: Cast) -> None:
    siti = await world.person(cast.office, "K-02", Role.CLIENT)
    case = await world.case(siti, cast.officer, cast.site, total_hours=12)
    world.clock.moment = at(23, 8)
    await world.phone(siti).sends_location()
    world.clock.moment = at(23, 9, 30)
    await closes(world, cast)
    await world.passes(at(23, 12))

    assert await planned_minutes(world, case) == 720 - 90


async def test_within_ten_minutes_it_is_as_it_was(world: World, cast: Cast) -> None:
    siti = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.case(siti, cast.officer, cast.site)
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 8, 10)
    await closes(world, cast)
    await world.passes(at(23, 8, 12))
    await world.phone(cast.supervisor).taps(UNDO)

    assert await closures(world) == []
    assert {(one.state, one.outcome) for one in await thursdays(world)} == {
        (SessionState.STARTED, None),
        (SessionState.PLANNED, None),
    }
    async with world.database.reading() as session:
        assert (await session.exec(select(Attendance))).one().state is AttendanceState.OPEN
    assert (await world.last(cast.budi)).key == "shut-undone-working"
    assert (await world.last(siti)).key == "shut-undone-client"
    assert (await world.last(cast.officer)).key == "shut-undone"
    await world.passes(at(23, 9, 30))
    assert (await world.last(siti)).key == "miss-question"


async def test_before_the_tap_it_says_how_many_people_are_concerned(world: World, cast: Cast) -> None:
    for number, starts in ((2, 8), (3, 13)):
        person = await world.person(cast.office, f"K-{number:02}", Role.CLIENT)
        await world.case(person, cast.officer, cast.site, starts=time(starts), ends=time(starts + 3))
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).writes("/tutup")
    await world.phone(cast.supervisor).taps("🚧 Kam 23 Apr")
    assert "3 orang dijadwalkan pada waktu itu" in (await world.last(cast.supervisor)).text

    for typed, told in (
        ("10.00-12.00", "2 orang"),
        ("13.00-16.00", "1 orang"),
        ("18.00-20.00", "Tidak ada yang"),
    ):
        await world.phone(cast.supervisor).writes(f"/tutup {typed}")
        await world.phone(cast.supervisor).taps("🚧 Kam 23 Apr")
        assert f"{told} dijadwalkan" in (await world.last(cast.supervisor)).text


async def test_whoever_says_that_he_found_it_closed_is_counted(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8, 30)
    await world.phone(cast.budi).writes("/lokasitutup")
    await world.phone(cast.budi).writes("pagarnya dikunci")
    await world.passes(at(23, 14))
    await world.phone(cast.officer).writes("/tutup L1 23/04")
    assert "1 orang dijadwalkan" in (await world.last(cast.officer)).text


async def test_later_it_stays_closed(world: World, cast: Cast) -> None:
    await closes(world, cast)
    world.clock.moment = at(20, 12, 11)
    await world.phone(cast.supervisor).taps(UNDO)

    assert (await world.last(cast.supervisor)).key == "shut-undo-too-late"
    assert len(await closures(world)) == 1


async def test_a_second_closing_changes_nothing(world: World, cast: Cast) -> None:
    await closes(world, cast)
    await closes(world, cast)

    assert (await world.keys(cast.budi)).count("shut-told-client") == 1
    assert len(await closures(world)) == 1


async def test_who_closes_it_second_hears_who_did_and_nobody_is_told_twice(world: World, cast: Cast) -> None:
    colleague = await world.person(cast.office, "PL-02", Role.SUPERVISOR, name="Sari (contoh)")
    await appointed(world, cast, colleague)
    await world.phone(colleague).writes("/tutup")
    await world.phone(colleague).taps("🚧 Kam 23 Apr")
    await closes(world, cast)
    before = await world.queued()
    await world.phone(colleague).taps("🎪 Ada acara")

    told = await world.last(colleague)
    assert told.key == "shut-already"
    known = "• Sehari penuh, dicatat Pl-01 (contoh) Sen 20 Apr pukul 12.00 WITA: 🌧 Hujan atau banjir"
    assert known in told.text
    await world.phone(colleague).writes("listrik padam")
    assert (await world.last(colleague)).key != "shut-already"
    for person in (cast.budi, cast.officer, cast.supervisor):
        assert await world.keys(person, after=before) == []
    assert [one.closed_by for one in await closures(world)] == [cast.supervisor.id]


async def test_a_day_that_the_office_has_closed_says_so(world: World, cast: Cast) -> None:
    async with world.database.transaction() as session:
        session.add(SiteClosure(office_id=cast.office.id, site_id=cast.site.id, day=THURSDAY))
    await world.phone(cast.officer).writes("/tutup L1 23/04")

    told = (await world.last(cast.officer)).text
    assert "• Sehari penuh, menurut data lokasi dari Bapas: tanpa sebab tertulis" in told


async def test_the_list_of_the_day_has_the_button(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7)
    await world.phone(cast.supervisor).writes("/daftar")
    await world.phone(cast.supervisor).taps("🚧 Lokasi tutup")
    assert (await world.last(cast.supervisor)).key == "shut-ask-reason"
    await world.phone(cast.supervisor).taps(RAIN)

    assert (await world.last(cast.budi)).key == "shut-told-client"


@pytest.mark.parametrize("text", ["/tutup l1 23/04", "tutup L1 23/04"])
async def test_an_officer_names_site_and_day(world: World, cast: Cast, text: str) -> None:
    await world.phone(cast.officer).writes(text)
    await world.phone(cast.officer).taps(RAIN)

    assert (await world.last(cast.officer)).key == "shut-done"
    assert (await world.last(cast.supervisor)).key == "shut-told-staff"
    assert [one.day for one in await closures(world)] == [THURSDAY]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        pytest.param("/tutup", "shut-ask-code", id="no site"),
        pytest.param("/tutup L9", "shut-site-unknown", id="an unknown site"),
        pytest.param("/tutup L1 kapan-kapan", "day-not-understood", id="no day"),
        pytest.param("/tutup L1 05/04", "shut-day-outside", id="long past"),
        pytest.param("/tutup L1 20/06", "shut-day-outside", id="far ahead"),
        pytest.param("/tutup L1 01/12/2026", "not-yours", id="after everybody's placement"),
    ],
)
async def test_what_cannot_be_closed_is_explained(world: World, cast: Cast, text: str, key: str) -> None:
    await world.phone(cast.officer).writes(text)

    assert (await world.last(cast.officer)).key == key


async def test_a_client_who_comes_anyway_is_heard(world: World, cast: Cast) -> None:
    await closes(world, cast)
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()

    receipt = await world.last(cast.budi)
    assert (receipt.key, "di luar jadwal" in receipt.text) == ("receipt-start", True)


async def test_who_was_excused_while_it_was_closed_stays_so_when_it_is_opened(
    world: World, cast: Cast
) -> None:
    siti = await world.person(cast.office, "K-02", Role.CLIENT, name="Siti (contoh)")
    await world.case(siti, cast.officer, cast.site)
    world.clock.moment = at(22, 12)
    await closes(world, cast)
    await world.phone(cast.officer).writes("/izinkan K-01 23/04 sakit")
    before = len(await world.letters(cast.budi))
    await world.phone(cast.supervisor).taps(UNDO)

    assert (await world.last(siti)).key == "shut-undone-client"
    assert len(await world.letters(cast.budi)) == before
    states = {one.client_id: (one.state, one.outcome) for one in await thursdays(world)}
    assert states[cast.budi.id] == (SessionState.CANCELLED, Outcome.PERMITTED)
    await world.passes(at(23, 7))
    morning = (await world.last(cast.supervisor)).text
    assert "Budi (contoh) – izin" in morning
    await world.phone(cast.supervisor).writes("/daftar")
    assert "jadwal pukul 08.00–11.00 – izin" in (await world.last(cast.supervisor)).text.splitlines()[1]
    await world.phone(cast.budi).writes("jam")
    assert "Kam 30 Apr" in (await world.last(cast.budi)).text


@pytest.mark.parametrize("day", [22, 23], ids=["the day before", "when it has begun"])
async def test_and_is_expected_again_when_the_excuse_is_taken_back(
    world: World, cast: Cast, day: int
) -> None:
    world.clock.moment = at(day, 12 if day == 22 else 8, 30)
    await closes(world, cast)
    await world.phone(cast.officer).writes("/izinkan K-01 23/04 sakit")
    await world.phone(cast.supervisor).taps(UNDO)
    await world.phone(cast.officer).taps("↩️ Batalkan izin")

    states = {one.client_id: (one.state, one.outcome) for one in await thursdays(world)}
    assert states[cast.budi.id] == (SessionState.PLANNED, None)
    told = await world.last(cast.supervisor)
    assert (told.key, "Budi (contoh) tetap datang" in told.text) == ("excuse-undone-site", True)
