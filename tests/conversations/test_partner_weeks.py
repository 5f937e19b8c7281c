"""Monday's summaries for those outside the office: a prosecutor of his own cases, an agency of its sites."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bot.domain.outcomes import Outcome
from bot.domain.people import Role
from bot.storage import queries
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.models import Attendance, Case, Person, WorkSession
from tests.conversations import office_moves
from tests.conversations.case_life import short_order, works
from tests.conversations.conftest import Cast
from tests.conversations.office_moves import There, moves
from tests.conversations.test_agency import agency_of, of_agency, worked
from tests.conversations.test_prosecution import prosecutor_of
from tests.harness import World, at

there = office_moves.there
MONDAY = at(27, 7)


async def another(world: World, cast: Cast, prosecutor: Person, code: str, **more: object) -> Case:
    client = await world.person(cast.office, code, Role.CLIENT, name=f"{code} (contoh)")
    case = await world.case(client, cast.officer, cast.site, weekdays="7", **more)  # type: ignore[arg-type]
    async with world.database.transaction() as session:
        found = await queries.locked_case(session, cast.office.id, case.id)
        assert found is not None
        found.prosecutor_id = prosecutor.id
    return case


async def test_a_prosecutor_reads_on_monday_what_there_is_to_know_first(world: World, cast: Cast) -> None:
    jaksa = await prosecutor_of(world, cast)
    await another(world, cast, jaksa, "K-02", starts_on=at(1, 8, month=5).date())
    await world.passes(at(27, 6, 59))
    assert await world.keys(jaksa) == []
    await world.passes(MONDAY)
    told = await world.last(jaksa)
    assert told.key == "prosecuted-week"
    assert told.text.startswith("📊 Ringkasan Sen 20 Apr–Min 26 Apr: 2 perkara berjalan.")
    assert "• Budi (contoh) (K-01/2026): 0 menit diakui dari 42 jam." in told.text
    assert "Pekan itu 0 kali hadir, 1 kali tidak hadir, 0 di antaranya dengan" in told.text
    assert "Perkara lain berjalan tanpa ketidakhadiran: K-02 (contoh)." in told.text


async def test_a_calm_week_is_two_lines(world: World, cast: Cast) -> None:
    jaksa = await prosecutor_of(world, cast)
    await worked(world, cast)
    await world.passes(MONDAY)
    assert (await world.last(jaksa)).text.splitlines()[1:] == [
        "Semua berjalan tanpa ketidakhadiran: Budi (contoh)."
    ]


async def test_an_illness_is_an_explanation_and_a_child_a_code(world: World, cast: Cast) -> None:
    jaksa = await prosecutor_of(world, cast)
    async with world.database.transaction() as session:
        (await session.get_one(Person, cast.budi.id)).child = True
    await world.passes(at(23, 12, 1))
    async with world.database.reading() as session:
        missed = (await session.exec(select(WorkSession).where(WorkSession.day == at(23, 8).date()))).one()
    await world.phone(cast.officer).taps_id(f"outcome:{missed.id}:1")
    await world.phone(cast.officer).writes("demam berdarah, ada suratnya")
    await world.passes(MONDAY)
    text = (await world.last(jaksa)).text
    assert "• K-01 (K-01/2026)" in text
    assert "1 kali tidak hadir, 1 di antaranya dengan keterangan" in text
    assert "Budi" not in text
    assert "sakit" not in text
    assert "demam" not in text


async def test_an_agency_reads_the_week_of_its_sites_and_nobodys_name(world: World, cast: Cast) -> None:
    await of_agency(world, cast.site)
    agency = await agency_of(world, cast)
    await worked(world, cast)
    await world.passes(MONDAY)
    told = await world.last(agency)
    assert told.key == "agency-week"
    assert "Sen 20 Apr–Min 26 Apr: 3 jam kerja yang sudah dikonfirmasi." in told.text
    assert "Kantor Desa L1: 1 orang ditempatkan, 1 kehadiran, 3 jam" in told.text
    assert "Budi" not in told.text
    assert "K-01" not in told.text


@pytest.mark.parametrize("role", [Role.PROSECUTOR, Role.AGENCY])
async def test_whose_nothing_is_reads_nothing_and_nobody_reads_it_twice(
    world: World, cast: Cast, role: Role
) -> None:
    nobody = await world.person(cast.office, "X-09", role, name="Dinas Lain (contoh)")
    jaksa = await prosecutor_of(world, cast)
    await world.passes(MONDAY)
    again = await world.reborn(MONDAY)
    await again.house.rounds.tick()
    await again.carry()
    await world.passes(at(28, 12))
    assert await world.keys(nobody) == []
    assert await world.keys(jaksa) == ["prosecuted-week"]


async def test_a_missed_day_under_an_undecided_excuse_is_no_miss_to_anybody(world: World, cast: Cast) -> None:
    jaksa = await prosecutor_of(world, cast)
    officer = world.phone(cast.officer)
    await asks_afterwards(world, cast)
    await officer.taps_id(f"figures:{cast.case.id}")
    opened = (await world.last(cast.officer)).text
    await officer.types("🚫 Tidak hadir")
    assert "Izin belum diputus: 1 kali" in opened
    assert "Tidak hadir" not in opened
    assert (await world.last(cast.officer)).text.splitlines()[1:] == [
        "Jumlah: 0 kali",
        "Izin belum diputus: 1 kali",
        "• Kam 23 Apr pukul 08.00, Kantor Desa L1: izin belum diputus",
    ]
    await officer.writes("/klien budi")
    assert "Kantor Desa L1: izin belum diputus" in (await world.last(cast.officer)).text
    await world.phone(jaksa).writes("/perkara K-01/2026")
    card = (await world.last(jaksa)).text
    assert "Tidak hadir: 0 kali\nIzin yang diajukan, belum diputuskan PK: 1 hari" in card
    await world.passes(MONDAY)
    told = (await world.last(jaksa)).text
    assert "Pekan itu 0 kali hadir, 0 kali tidak hadir, izin belum diputus: 1." in told
    assert "tanpa ketidakhadiran" not in told


async def test_a_declined_excuse_makes_it_a_miss_again(world: World, cast: Cast) -> None:
    jaksa = await prosecutor_of(world, cast)
    await asks_afterwards(world, cast)
    async with world.database.reading() as session:
        request = (await session.exec(select(ExcuseRequest))).one()
    await world.phone(cast.officer).taps_id(f"excuse-decline:{request.id}")
    await world.phone(cast.officer).writes("tidak ada suratnya")
    await world.phone(cast.officer).taps_id(f"figures:{cast.case.id}")
    assert "Tidak hadir: 1 kali" in (await world.last(cast.officer)).text
    await world.passes(MONDAY)
    told = (await world.last(jaksa)).text
    assert "0 kali hadir, 1 kali tidak hadir, 0 di antaranya dengan keterangan yang diterima." in told
    assert "belum diputus" not in told


async def test_a_rejected_attendance_is_named_and_no_week_without_absence(world: World, cast: Cast) -> None:
    jaksa = await prosecutor_of(world, cast)
    await rejected(world, cast)
    await world.phone(jaksa).writes("/perkara K-01/2026")
    card = (await world.last(jaksa)).text
    assert "Tidak hadir: 0 kali\n• Kam 23 Apr, Kantor Desa L1: dinyatakan tidak benar\n" in card
    assert "Catatan kehadiran dinyatakan tidak benar: 1 kali" in card
    assert "tanaman" not in card
    await world.passes(MONDAY)
    told = (await world.last(jaksa)).text
    assert "Pekan itu 0 kali hadir, 0 kali tidak hadir, dinyatakan tidak benar: 1." in told
    assert "tanpa ketidakhadiran" not in told


async def test_a_rejected_attendance_that_was_said_to_be_a_miss_is_counted_once(
    world: World, cast: Cast
) -> None:
    jaksa = await prosecutor_of(world, cast)
    await rejected(world, cast)
    async with world.database.transaction() as session:
        planned = (await session.exec(select(WorkSession).where(WorkSession.day == at(23, 8).date()))).one()
        planned.outcome = Outcome.UNEXPLAINED
    await world.phone(jaksa).writes("/perkara K-01/2026")
    card = (await world.last(jaksa)).text
    assert "Tidak hadir: 1 kali, 0 di antaranya" in card
    assert "tidak benar" not in card
    await world.passes(MONDAY)
    told = (await world.last(jaksa)).text
    assert "0 kali hadir, 1 kali tidak hadir, 0 di antaranya dengan keterangan yang diterima." in told
    assert "tidak benar" not in told


async def test_who_could_not_be_reached_is_called_so(world: World, cast: Cast) -> None:
    jaksa = await prosecutor_of(world, cast)
    await world.passes(at(22, 8))
    await world.phone(cast.budi).writes("STOP")
    await world.passes(MONDAY)
    told = (await world.last(jaksa)).text
    assert (
        "1 kali tidak hadir, 0 di antaranya dengan keterangan yang diterima, "
        "1 di antaranya tak terjangkau oleh pesan." in told
    )


async def test_his_only_case_is_told_in_the_week_in_which_it_was_completed_and_not_again(
    world: World, cast: Cast
) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    jaksa = await prosecutor_of(world, cast)
    await short_order(world, cast, 3)
    await works(world, cast, 23)
    await world.phone(cast.officer).taps("✅ Selesai")
    await world.phone(head).taps("✅ Setujui")
    await world.passes(MONDAY)
    assert (await world.last(jaksa)).text.splitlines() == [
        "📊 Ringkasan Sen 20 Apr–Min 26 Apr: tidak ada lagi perkara yang berjalan. "
        "Ketik /perkara dan nomornya untuk membuka yang sudah berakhir.",
        "🏁 Budi (contoh) (K-01/2026): selesai Kam 23 Apr, 42 jam diakui dari 42 jam.",
    ]
    await world.phone(jaksa).writes("/perkara K-01/2026")
    assert (await world.last(jaksa)).key == "prosecuted-card"
    await world.passes(at(4, 7, month=5))
    assert (await world.keys(jaksa)).count("prosecuted-week") == 1


async def test_a_case_that_went_to_another_bapas_is_told_beside_those_that_run(
    world: World, cast: Cast, there: There
) -> None:
    jaksa = await prosecutor_of(world, cast)
    await another(world, cast, jaksa, "K-02", starts_on=at(1, 8, month=5).date())
    await worked(world, cast)
    await moves(world, cast, there)
    async with world.database.transaction() as session:
        (await session.get_one(Person, cast.budi.id)).child = True
    await world.passes(MONDAY)
    told = (await world.last(jaksa)).text
    assert told.splitlines()[1:] == [
        "🏁 K-01 (K-01/2026): pindah ke Bapas lain Kam 23 Apr, 3 jam diakui dari 42 jam.",
        "Perkara lain berjalan tanpa ketidakhadiran: K-02 (contoh).",
    ]
    assert "1 perkara berjalan" in told
    assert "Budi" not in told
    await world.phone(jaksa).writes("/perkara K-01/2026")
    assert (await world.last(jaksa)).key == "prosecuted-card"


async def test_a_case_that_ended_unserved_is_called_so_without_a_word_of_why(
    world: World, cast: Cast
) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    jaksa = await prosecutor_of(world, cast)
    other = await world.person(cast.office, "JK-09", Role.PROSECUTOR)
    await world.phone(cast.officer).taps_id(f"close-unserved:{cast.case.id}")
    await world.phone(cast.officer).writes("meninggal dunia")
    await world.phone(head).taps("✅ Setujui")
    await world.passes(MONDAY)
    told = (await world.last(jaksa)).text
    assert "🏁 Budi (contoh) (K-01/2026): berakhir sebelum selesai" in told
    assert ", 0 menit diakui dari 42 jam." in told
    assert "meninggal" not in told
    assert await world.keys(other) == []


async def test_what_ends_on_monday_before_the_summary_is_of_the_week_that_begins(
    world: World, cast: Cast
) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    jaksa = await prosecutor_of(world, cast)
    await world.passes(at(26, 20))
    await world.phone(cast.officer).taps_id(f"close-unserved:{cast.case.id}")
    await world.phone(cast.officer).writes("dicabut oleh jaksa")
    world.clock.moment = at(27, 6)
    await world.phone(head).taps("✅ Setujui")
    await world.passes(MONDAY)
    assert "prosecuted-week" not in await world.keys(jaksa)
    await world.passes(at(4, 7, month=5))
    told = (await world.last(jaksa)).text
    assert "🏁 Budi (contoh) (K-01/2026): berakhir sebelum selesai Sen 27 Apr, 0 menit diakui" in told


async def rejected(world: World, cast: Cast) -> None:
    """Budi works on Thursday, and his supervisor calls it not right."""
    for hour in (8, 11):
        world.clock.moment = at(23, hour)
        await world.phone(cast.budi).sends_location()
    async with world.database.reading() as session:
        attendance = (await session.exec(select(Attendance))).one()
    await world.phone(cast.supervisor).taps_id(f"wrong:{attendance.id}:{attendance.revision}")
    await world.phone(cast.supervisor).writes("hanya duduk, tanaman tidak disiram")


async def asks_afterwards(world: World, cast: Cast) -> None:
    """Budi misses Thursday and asks then to be excused for it."""
    await world.passes(at(23, 14))
    phone = world.phone(cast.budi)
    await phone.writes("/izin")
    await phone.types("🤒 Sakit")
    await phone.writes("23/04")
    await phone.types("📨 Kirim tanpa bukti")
