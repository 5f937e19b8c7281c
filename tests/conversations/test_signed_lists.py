"""A site where nobody confirms: asked the day before, somebody for the day, or a list that people signed."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bot.domain.cases import Programme
from bot.domain.checkins import AttendanceState
from bot.domain.people import Role
from bot.storage import queries
from bot.storage.events import case_stream, stream_events, told_by
from bot.storage.models import Attendance, Person, Photo, SiteSupervisor
from bot.storage.signed_lists import SignedList
from tests.conversations.conftest import Cast
from tests.harness import World, at


@pytest.fixture
async def away(world: World, cast: Cast) -> Cast:
    """The site's only supervisor is away on Thursday, and nobody stands in."""
    await world.phone(cast.supervisor).writes("/cuti 23/04 23/04")
    await world.phone(cast.supervisor).taps("🚫 Tanpa pengganti")
    await world.phone(cast.supervisor).taps("📨 Kirim")
    assert (await world.last(cast.supervisor)).key == "leave-noted"
    return cast


async def credited(world: World, cast: Cast) -> int:
    async with world.database.reading() as session:
        return (await queries.balance_of(session, cast.case)).credited


async def signed(world: World, cast: Cast, reason: str = "pengawas cuti") -> None:
    """The officer photographs the list of Thursday, ticks everybody, and says why."""
    phone = world.phone(cast.officer)
    await phone.writes("/konfirmasi L1")
    await phone.sends_photo()
    await phone.taps("✅ Hadir semua")
    await phone.taps("➡️ Lanjut")
    await phone.writes(reason)


async def test_the_officer_is_asked_once_the_day_before(world: World, away: Cast) -> None:
    other = await world.person(away.office, "K-02", Role.CLIENT)
    await world.case(other, away.officer, away.site)
    await world.passes(at(22, 17))
    assert "unattended-ask" not in await world.keys(away.officer)
    await world.passes(at(23, 7, 30))

    asked = [one for one in await world.letters(away.officer) if one.key == "unattended-ask"]
    assert [[button.label for button in one.buttons] for one in asked] == [
        ["👤 Cari pengganti", "📄 Dari daftar hadir"]
    ]


async def test_where_a_supervisor_is_there_nobody_is_asked(world: World, cast: Cast) -> None:
    await world.passes(at(23, 7, 30))
    assert "unattended-ask" not in await world.keys(cast.officer)
    world.clock.moment = at(23, 12)
    await world.phone(cast.officer).writes("/konfirmasi L1")

    assert (await world.last(cast.officer)).key == "signed-supervisor-there"


async def test_a_supervisor_from_elsewhere_is_asked_agrees_and_confirms_that_day(
    world: World, away: Cast
) -> None:
    hasan = await world.person(away.office, "PL-02", Role.SUPERVISOR, name="Hasan (contoh)")
    await world.passes(at(22, 18, 1))
    await world.phone(away.officer).taps("👤 Cari pengganti")
    await world.phone(away.officer).taps("Hasan (contoh)")
    await world.phone(hasan).taps("✅ Sanggup")
    assert (await world.last(away.officer)).key == "cover-agreed"
    world.clock.moment = at(23, 8)
    await world.phone(away.budi).sends_location()
    world.clock.moment = at(23, 11)
    await world.phone(away.budi).sends_location()
    await world.phone(hasan).taps("✅ Benar")

    assert await credited(world, away) == 180


async def test_a_button_alone_appoints_nobody(world: World, away: Cast) -> None:
    hasan = await world.person(away.office, "PL-02", Role.SUPERVISOR)
    foreign = await world.person(await world.office("BPS-BDG"), "PL-77", Role.SUPERVISOR)
    for person in (hasan, foreign):
        await world.phone(person).taps_id(f"cover-yes:{away.site.id}:20260423:{away.officer.id}")
        assert (await world.last(person)).key == "not-yours"
    await world.phone(away.officer).taps_id(f"cover-by:{away.site.id}:20260423:{foreign.id}")
    assert (await world.last(away.officer)).key == "not-yours"

    async with world.database.reading() as session:
        appointed = (await session.exec(select(SiteSupervisor))).all()
    assert [one.person_id for one in appointed] == [away.supervisor.id]


async def test_many_are_confirmed_from_a_photographed_list_with_a_reason(world: World, away: Cast) -> None:
    other = await world.person(away.office, "K-02", Role.CLIENT, name="Tono (contoh)")
    await world.case(other, away.officer, away.site)
    world.clock.moment = at(23, 8)
    await world.phone(away.budi).sends_location()
    world.clock.moment = at(23, 10, 30)
    await world.phone(away.budi).sends_location()
    await world.phone(away.budi).taps("🏁 Selesai kerja")
    await world.passes(at(23, 13))
    await signed(world, away)

    card = await world.letter(away.officer, "signed-card")
    assert "2 dari 2 dicentang" in card.text
    assert "• Budi (contoh) pukul 08.00–10.30" in card.text
    assert "• Tono (contoh) pukul 08.00–11.00 menurut rencana, tanpa HP" in card.text
    assert "✅ 2 kehadiran" in (await world.last(away.officer)).text
    assert await credited(world, away) == 150
    assert (await world.last(other)).key == "result-confirmed"
    async with world.database.reading() as session:
        rows = (await session.exec(select(Attendance))).all()
        kept = (await session.exec(select(SignedList))).one()
        photo = await session.get_one(Photo, kept.photo_id)
        events = await stream_events(session, away.office.id, case_stream(away.case.id))
    assert {(one.state, one.decided_by) for one in rows} == {(AttendanceState.CONFIRMED, away.officer.id)}
    (fact,) = [one for one in events if one.kind == "hours_confirmed"]
    assert (fact.actor_id, fact.reason, told_by(fact)["words"]) == (
        away.officer.id,
        "signed_list",
        "pengawas cuti",
    )
    assert told_by(fact)["sha256"] == photo.sha256 != ""


async def test_only_who_is_ticked_is_confirmed(world: World, away: Cast) -> None:
    child = await world.person(away.office, "A-07", Role.CLIENT, name="Sari Rahasia", child=True)
    await world.case(child, away.officer, away.site, programme=Programme.CHILD_SERVICE)
    await world.passes(at(23, 13))
    phone = world.phone(away.officer)
    await phone.writes("/konfirmasi L1 23/04")
    await phone.sends_photo()
    await phone.taps("➡️ Lanjut")
    assert (await world.last(away.officer)).key == "signed-nobody-ticked"
    await phone.taps("⬜ Budi (contoh)")
    await phone.taps("⬜ A-07")
    await phone.taps("☑️ A-07")
    await phone.taps("➡️ Lanjut")
    await phone.writes("pengawas cuti")

    assert await credited(world, away) == 180
    assert "result-confirmed" not in await world.keys(child)
    assert not [one.key for one in await world.letters(away.officer) if "Sari" in one.text]


async def test_where_a_site_has_no_supervisor_at_all_it_works_the_same(world: World, cast: Cast) -> None:
    bare = await world.site(cast.office, code="L9")
    tono = await world.person(cast.office, "K-09", Role.CLIENT)
    await world.case(tono, cast.officer, bare)
    await world.passes(at(22, 18, 1))
    assert "Kantor Desa L9" in (await world.letter(cast.officer, "unattended-ask")).text
    await world.phone(cast.officer).taps("📄 Dari daftar hadir")
    assert (await world.last(cast.officer)).key == "signed-later"
    await world.passes(at(23, 13))
    phone = world.phone(cast.officer)
    await phone.writes("/konfirmasi L9")
    await phone.sends_photo()
    await phone.taps("✅ Hadir semua")
    await phone.taps("➡️ Lanjut")
    await phone.writes("belum ada pengawas")

    assert (await world.last(tono)).key == "result-confirmed"


async def test_another_officers_client_and_list_are_out_of_reach(world: World, away: Cast) -> None:
    dewi = await world.person(away.office, "PK-02", Role.OFFICER)
    await world.passes(at(23, 13))
    await world.phone(away.officer).writes("/konfirmasi L1")
    await world.phone(away.officer).sends_photo()
    await world.phone(dewi).writes("/konfirmasi L1")
    assert (await world.last(dewi)).key == "signed-nobody"
    await world.phone(dewi).taps_id("tick-all:1")

    assert (await world.last(dewi)).key == "not-yours"


async def test_a_photo_that_nobody_asked_for_is_answered_kindly(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).sends_photo()
    assert (await world.last(cast.officer)).key == "signed-photo-unasked"


async def test_a_stand_in_officer_is_asked_in_place_of_who_is_away(world: World, away: Cast) -> None:
    dewi: Person = await world.person(away.office, "PK-02", Role.OFFICER)
    await world.phone(away.officer).writes("/cuti 22/04 24/04 PK-02")
    await world.phone(away.officer).taps("📨 Kirim")
    await world.phone(dewi).taps("✅ Sanggup")
    await world.passes(at(22, 18, 1))

    assert "unattended-ask" in await world.keys(dewi)
    assert "unattended-ask" not in await world.keys(away.officer)


async def test_who_is_away_without_a_stand_in_is_left_alone(world: World, away: Cast) -> None:
    quiet = len(await world.keys(away.supervisor))
    world.clock.moment = at(23, 8)
    await world.phone(away.budi).sends_location()
    await world.passes(at(23, 13))

    assert len(await world.keys(away.supervisor)) == quiet


async def test_a_long_list_is_ticked_page_by_page(world: World, away: Cast) -> None:
    for number in range(2, 18):
        person = await world.person(away.office, f"K-{number:02}", Role.CLIENT)
        await world.case(person, away.officer, away.site)
    await world.passes(at(23, 13))
    await world.phone(away.officer).writes("/konfirmasi L1")
    await world.phone(away.officer).sends_photo()
    await world.phone(away.officer).taps("▶️ Berikutnya")
    card = await world.letter(away.officer, "signed-card")
    assert ("Halaman 2 dari 2" in card.text, "0 dari 17" in card.text) == (True, True)
    await world.phone(away.officer).taps("⬜ K-17 (contoh)")
    card = await world.letter(away.officer, "signed-card")

    assert ("Halaman 2 dari 2" in card.text, "1 dari 17" in card.text) == (True, True)
