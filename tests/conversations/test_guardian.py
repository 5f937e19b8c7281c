"""A guardian sees his child's days and whether they were done, and may check the child in."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest
from sqlmodel import col, select

from bot.domain.cases import Programme
from bot.domain.checkins import AttendanceState, Moment
from bot.domain.messages import Label
from bot.domain.people import Role
from bot.domain.phones import Way
from bot.storage.flags import Flag, raise_flag
from bot.storage.models import Attendance, Case, CaseBalance, Event, Evidence, Person
from bot.storage.phones import Assistance
from tests.conversations.conftest import Cast
from tests.harness import FAR, World, at

NAME = "Zulkarnain Rahasia Sekali"


@dataclass(frozen=True, slots=True)
class Family:
    """A child without a phone, and the guardian."""

    child: Person
    guardian: Person
    case: Case


@pytest.fixture
async def family(world: World, cast: Cast) -> Family:
    return await a_family(world, cast)


async def a_family(
    world: World, cast: Cast, code: str = "A-07", *, guardian: str = "W-07", enrolled: bool = False
) -> Family:
    child = await world.person(cast.office, code, Role.CLIENT, name=NAME, child=True, enrolled=enrolled)
    async with world.database.reading() as session:
        known = (await session.exec(select(Person).where(Person.code == guardian))).first()
    wali = known or await world.person(cast.office, guardian, Role.GUARDIAN, name="Ibu Wali (contoh)")
    case = await world.case(
        child,
        cast.officer,
        cast.site,
        total_hours=30,
        programme=Programme.CHILD_SERVICE,
        guardian_id=wali.id,
    )
    return Family(child, wali, case)


async def attendances(world: World) -> list[Attendance]:
    async with world.database.reading() as session:
        return list((await session.exec(select(Attendance).order_by(col(Attendance.id)))).all())


async def helped(world: World) -> list[tuple[Moment | None, Way, int, str, str]]:
    async with world.database.reading() as session:
        query = select(Assistance).where(col(Assistance.attendance_id).is_not(None))
        rows = (await session.exec(query.order_by(col(Assistance.id)))).all()
    return [(one.moment, one.way, one.by, one.why, one.external_id) for one in rows]


async def starts(world: World, family: Family) -> None:
    phone = world.phone(family.guardian)
    await phone.writes("jadwal")
    await phone.taps("✋ Bantu mulai")
    await phone.taps("✅ Ya, bersama saya")
    await phone.taps("🚫 Tidak punya HP")


async def test_the_guardian_reads_days_and_whether_they_were_done(
    world: World, cast: Cast, family: Family
) -> None:
    world.clock.moment = at(23, 8)
    await starts(world, family)
    world.clock.moment = at(23, 11)
    await world.phone(family.guardian).writes("jadwal")
    await world.phone(family.guardian).taps("✋ Bantu selesai")
    await world.phone(family.guardian).taps("✅ Ya, bersama saya")
    await world.phone(family.guardian).writes("HP-nya hilang minggu lalu")
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).writes("Ia tidur di bawah pohon")
    await world.passes(at(6, 13, month=5))
    await world.phone(family.guardian).writes("/jadwal")

    letter = await world.last(family.guardian)
    assert letter.text.splitlines() == [
        "📅 Jadwal A-07",
        "• Kam 7 Mei pukul 08.00–11.00, Kantor Desa L1",
        "• Kam 21 Mei pukul 08.00–11.00, Kantor Desa L1",
        "• Kam 4 Jun pukul 08.00–11.00, Kantor Desa L1",
        "Yang sudah lewat:",
        "▫️ Kam 30 Apr: belum terlaksana",
        "▫️ Kam 23 Apr: belum terlaksana",
    ]
    everything = " ".join(one.text for one in await world.letters(family.guardian))
    for secret in (NAME, "Zulkarnain", "pohon", "Lihat", "diakui", "sisa", "kerja sosial", "⚠️"):
        assert secret not in everything


async def test_a_guardian_starts_and_finishes_for_the_child(world: World, cast: Cast, family: Family) -> None:
    world.clock.moment = at(23, 8)
    await starts(world, family)
    card = (await world.last(cast.supervisor)).text
    world.clock.moment = at(23, 11)
    await world.phone(family.guardian).writes("jadwal")
    await world.phone(family.guardian).taps("✋ Bantu selesai")
    await world.phone(family.guardian).taps("✅ Ya, bersama saya")
    await world.phone(family.guardian).writes("HP-nya hilang minggu lalu")

    (attendance,) = await attendances(world)
    assert attendance.state is AttendanceState.WAITING
    assert "🤝 Mulai dibantu wali: 🚫 Tidak punya HP" in card
    card = (await world.last(cast.supervisor)).text
    assert "🤝 Selesai dibantu wali: HP-nya hilang minggu lalu" in card
    assert "dicatat oleh pengawas" not in card
    who = family.guardian.id
    assert await helped(world) == [
        (Moment.START, Way.GUARDIAN, who, "reason-no-phone", "W-07"),
        (Moment.FINISH, Way.GUARDIAN, who, "HP-nya hilang minggu lalu", "W-07"),
    ]
    async with world.database.reading() as session:
        kept = await session.get_one(CaseBalance, family.case.id)
        query = select(Event).where(col(Event.kind).in_(["checked_in", "checked_out"]))
        facts = (await session.exec(query.order_by(col(Event.id)))).all()
    assert (kept.credited, kept.waiting) == (0, 180)
    assert [(one.actor_id, json.loads(one.payload or "")["help"]) for one in facts] == [(who, "guardian")] * 2

    await world.phone(cast.supervisor).taps("✅ Benar")
    async with world.database.reading() as session:
        assert (await session.get_one(CaseBalance, family.case.id)).credited == 180


async def test_a_finish_that_was_taken_back_leaves_no_word_of_who_helped(world: World, cast: Cast) -> None:
    family = await a_family(world, cast, enrolled=True)
    world.clock.moment = at(23, 8)
    await world.phone(family.child).sends_location()
    world.clock.moment = at(23, 11)
    await world.phone(family.guardian).writes("jadwal")
    await world.phone(family.guardian).taps("✋ Bantu selesai")
    await world.phone(family.guardian).taps("✅ Ya, bersama saya")
    await world.phone(family.guardian).writes("HP rusak")
    await world.phone(family.child).sends_location()
    await world.phone(family.child).taps("↩️ Batalkan selesai")

    assert (await world.last(family.child)).key == "undone"
    await world.phone(cast.supervisor).writes("daftar")
    await world.phone(cast.supervisor).taps("A-07")
    assert "Selesai dibantu wali" not in (await world.last(cast.supervisor)).text


async def test_long_before_the_planned_end_the_guardian_is_asked_whether_it_is_over(
    world: World, cast: Cast, family: Family
) -> None:
    world.clock.moment = at(23, 8)
    await starts(world, family)
    phone = world.phone(family.guardian)
    await phone.sends_location()
    assert (await world.last(family.guardian)).key == "guardian-ask-here-finish"
    await phone.taps("✅ Ya, bersama saya")
    await phone.taps("⏳ Belum selesai")
    assert (await world.last(family.guardian)).key == "guardian-not-over"
    await phone.writes("jadwal")
    await phone.taps("✋ Bantu selesai")
    await phone.taps("✅ Ya, bersama saya")
    await phone.taps("🏁 Ya, sudah selesai")
    await phone.taps("🚫 Tidak punya HP")
    assert (await world.last(family.guardian)).key == "assist-noted-finish"
    await phone.taps("↩️ Batalkan selesai")

    assert (await world.last(family.guardian)).key == "assist-undone"
    assert [one.state for one in await attendances(world)] == [AttendanceState.OPEN]


async def test_a_location_of_the_guardian_goes_with_the_start(
    world: World, cast: Cast, family: Family
) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(family.guardian).sends_location(FAR)
    await world.phone(family.guardian).taps("✅ Ya, bersama saya")
    await world.phone(family.guardian).taps("📵 HP rusak")

    async with world.database.reading() as session:
        (kept,) = (await session.exec(select(Evidence))).all()
    (attendance,) = await attendances(world)
    assert (kept.attendance_id, kept.moment, kept.client_id) == (
        attendance.id,
        Moment.START,
        family.child.id,
    )
    assert "di luar lokasi" in (await world.last(cast.supervisor)).text


async def test_of_several_children_the_guardian_is_asked_which(
    world: World, cast: Cast, family: Family
) -> None:
    other = await a_family(world, cast, "A-08")
    world.clock.moment = at(23, 8)
    await world.phone(family.guardian).sends_location()
    await world.phone(family.guardian).taps("A-08")
    await world.phone(family.guardian).taps("✅ Ya, bersama saya")
    await world.phone(family.guardian).taps("🚫 Tidak punya HP")

    assert [one.client_id for one in await attendances(world)] == [other.child.id]


async def test_who_is_not_with_the_child_stores_nothing(world: World, cast: Cast, family: Family) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(family.guardian).sends_location()
    await world.phone(family.guardian).taps("❌ Tidak")

    assert (await world.last(family.guardian)).key == "guardian-not-here"
    assert await attendances(world) == []


async def test_what_was_compared_with_a_location_that_is_erased_forgets_it(world: World, cast: Cast) -> None:
    family = await a_family(world, cast, enrolled=True)
    world.clock.moment = at(23, 8)
    await world.phone(family.guardian).sends_location()
    world.clock.moment = at(23, 8, 2)
    await world.phone(family.child).sends_location(FAR)
    async with world.database.transaction() as session:
        aside, own = (await session.exec(select(Evidence).order_by(col(Evidence.id)))).all()
        await raise_flag(session, own, Label.ODD_TRAVEL, at(23, 8, 2), other=aside)
    await world.phone(family.guardian).taps("❌ Tidak")

    assert (await world.last(family.guardian)).key == "guardian-not-here"
    async with world.database.reading() as session:
        assert (await session.exec(select(Flag).where(col(Flag.other_id).is_not(None)))).all() == []
        (evidence,) = (await session.exec(select(Evidence))).all()
    assert Label.ODD_TRAVEL.value not in evidence.labels


@pytest.mark.parametrize(
    ("said", "key"), [("salah, belum selesai", "assist-not-noted"), ("Belum selesai", "guardian-not-over")]
)
async def test_a_finish_that_is_taken_back_is_not_noted(
    world: World, cast: Cast, family: Family, said: str, key: str
) -> None:
    world.clock.moment = at(23, 8)
    await starts(world, family)
    guardian = world.phone(family.guardian)
    for label in ("✋ Bantu selesai", "✅ Ya, bersama saya", "🏁 Ya, sudah selesai"):
        if label.startswith("✋"):
            await guardian.writes("jadwal")
        await guardian.taps(label)
    await guardian.writes(said)

    assert (await world.last(family.guardian)).key == key
    await guardian.writes("terima kasih")
    assert [one.state for one in await attendances(world)] == [AttendanceState.OPEN]


async def test_a_second_tap_gives_the_same_receipt(world: World, cast: Cast, family: Family) -> None:
    world.clock.moment = at(23, 8)
    await starts(world, family)
    first = (await world.last(family.guardian)).text
    await world.phone(family.guardian).taps("🚫 Tidak punya HP")

    assert (await world.last(family.guardian)).text == first
    assert len(await attendances(world)) == 1


async def test_another_childs_guardian_reaches_nothing(world: World, cast: Cast, family: Family) -> None:
    stranger = await world.person(cast.office, "W-99", Role.GUARDIAN)
    world.clock.moment = at(23, 8)
    for forged in ("assist:{0}", "assist-here:{0}:0:1:1", "assist-why:{0}:0:1:0"):
        await world.phone(stranger).taps_id(forged.format(family.case.id))
        assert (await world.last(stranger)).key == "not-yours"
    await world.phone(stranger).writes("jadwal")
    assert (await world.last(stranger)).key == "guardian-no-child"
    await world.phone(stranger).sends_location()
    assert (await world.last(stranger)).key == "guardian-nothing-now"
    assert await attendances(world) == []


async def test_the_eve_is_told_to_the_guardian_of_a_child_without_a_phone(
    world: World, cast: Cast, family: Family
) -> None:
    await world.passes(at(22, 18, 30))

    letter = await world.last(family.guardian)
    assert letter.key == "guardian-reminder"
    first, second = letter.text.splitlines()
    assert first.startswith("Bapak/Ibu Wali, besok ada tugas: Kam 23 Apr")
    assert second.startswith("Untuk A-07.")


async def test_a_guardian_is_asked_once_where_nobody_came(world: World, cast: Cast, family: Family) -> None:
    await world.passes(at(24, 12))
    told = [one for one in await world.letters(family.guardian) if one.key == "guardian-missed"]
    assert [one.text.splitlines() for one in told] == [
        [
            "Bapak/Ibu Wali, Kam 23 Apr pukul 08.00 WITA belum tercatat masuk.",
            'Untuk A-07. Bila ada sebabnya, ketik "pesan".',
        ]
    ]


async def test_a_guardian_is_not_asked_of_an_excused_day(world: World, cast: Cast, family: Family) -> None:
    await world.phone(cast.officer).writes("izinkan A-07 23/04/2026 sakit")
    await world.passes(at(24, 12))
    assert "guardian-missed" not in await world.keys(family.guardian)


async def test_a_child_with_a_phone_is_reminded_himself(world: World, cast: Cast) -> None:
    child = await world.person(cast.office, "A-08", Role.CLIENT, child=True)
    wali = await world.person(cast.office, "W-08", Role.GUARDIAN)
    await world.case(
        child, cast.officer, cast.site, programme=Programme.CHILD_SERVICE, guardian_id=wali.id, total_hours=30
    )
    await world.passes(at(22, 18, 30))

    assert await world.keys(wali) == ["consent-asked"]
    assert await world.keys(child) == ["reminder-day"]


async def test_a_location_goes_when_the_child_is_not_with_the_guardian(
    world: World, cast: Cast, family: Family
) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(family.guardian).sends_location()
    await world.phone(family.guardian).taps("❌ Tidak")

    async with world.database.reading() as session:
        kept = [
            *(await session.exec(select(Evidence))).all(),
            *(await session.exec(select(Assistance))).all(),
        ]
    assert kept == []


async def test_words_for_the_start_are_not_taken_for_the_finish(
    world: World, cast: Cast, family: Family
) -> None:
    """The supervisor calls the roll while the guardian types why he helps."""
    world.clock.moment = at(23, 8)
    await world.phone(family.guardian).writes("jadwal")
    await world.phone(family.guardian).taps("✋ Bantu mulai")
    await world.phone(family.guardian).taps("✅ Ya, bersama saya")
    await world.phone(cast.supervisor).writes("daftar")
    await world.phone(cast.supervisor).taps("✅ Hadir: A-07")
    world.clock.moment = at(23, 10, 50)
    await world.phone(family.guardian).writes("HP-nya tertinggal")

    assert [one.finished_at for one in await attendances(world)] == [None]


async def test_a_childs_life_in_danger_reaches_the_officer_and_the_guardian_gets_the_numbers(
    world: World, cast: Cast, family: Family
) -> None:
    await world.phone(family.guardian).writes("anak saya mau bunuh diri")

    assert "call-near-guardian" in await world.keys(family.guardian)
    assert "bunuh diri" in (await world.last(cast.officer)).text


async def test_the_guardian_hears_that_the_case_rests_and_goes_on_and_no_reason(
    world: World, cast: Cast, family: Family
) -> None:
    await world.phone(cast.officer).taps_id(f"suspend:{family.case.id}")
    await world.phone(cast.officer).writes("anak dirawat")
    told = await world.last(family.guardian)
    assert told.key == "case-suspended-guardian"
    assert "A-07" in told.text
    assert "dirawat" not in told.text
    assert NAME not in told.text
    await world.phone(cast.officer).taps_id(f"resume:{family.case.id}")
    await world.phone(cast.officer).writes("sudah sembuh")

    assert (await world.last(family.guardian)).key == "case-resumed-guardian"
    assert "sembuh" not in (await world.last(family.guardian)).text
