"""What a client contests beside rejected hours, what he adds, and what the site is asked."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import select

from bot.domain.checkins import AttendanceState, SessionState
from bot.domain.people import Role
from bot.storage import queries
from bot.storage.models import Attendance, Person, WorkSession
from tests.conversations.case_life import facts, works
from tests.conversations.conftest import Cast
from tests.conversations.test_bulk import another_supervisor
from tests.conversations.test_contests import credited, objects, rejected
from tests.harness import World, at


async def finds(world: World, cast: Cast, label: str) -> None:
    """An entry of `/riwayat`, to contest it."""
    await world.phone(cast.budi).writes("/riwayat")
    await world.phone(cast.budi).taps("✋ Ada yang keliru")
    await world.phone(cast.budi).taps(label)


async def decides(world: World, decider: Person, label: str) -> None:
    await world.phone(decider).taps(label)
    await world.phone(decider).writes("Pak Dusun membenarkan")


async def misses(world: World, cast: Cast) -> None:
    """Thursday the 23rd passes without a check-in."""
    await world.passes(at(24, 9))


async def test_wrong_times_become_those_that_he_claims(world: World, cast: Cast) -> None:
    await works(world, cast, 23)
    await finds(world, cast, "✋ Kam 23 Apr")
    assert "Tertulis Kam 23 Apr pukul 08.00–11.00" in (await world.last(cast.budi)).text
    await world.phone(cast.budi).writes("jam 7")
    again = await world.last(cast.budi)
    assert again.key == "contest-times-one"
    assert "Baru satu jam yang terbaca: 07.00. Tulis keduanya" in again.text
    await world.phone(cast.budi).writes("saya sampai jam 11")
    again = await world.last(cast.budi)
    assert again.key == "contest-times-unreadable"
    assert 'ketik "batal"' in again.text
    await world.phone(cast.budi).writes("7.30 - 11")
    await world.phone(cast.budi).writes("HP saya mati, mulai lebih pagi")

    card = await world.last(cast.officer)
    assert "Diakui: 3 jam" in card.text
    assert "Menurut klien: pukul 07.30–11.00" in card.text
    await decides(world, cast.officer, "✅ Klien benar")
    assert await credited(world, cast) == 210
    assert "3 jam 30 menit diakui" in (await world.letter(cast.budi, "result-confirmed")).text


async def test_a_miss_that_was_work_becomes_hours(world: World, cast: Cast) -> None:
    await misses(world, cast)
    await finds(world, cast, "✋ Kam 23 Apr")
    await world.phone(cast.budi).taps("✅ Sesuai catatan")
    await world.phone(cast.budi).writes("saya kerja, HP ketinggalan")
    assert "Tercatat tidak hadir" in (await world.last(cast.officer)).text
    await decides(world, cast.officer, "✅ Klien benar")

    assert await credited(world, cast) == 180
    async with world.database.reading() as session:
        planned = (await session.exec(select(WorkSession).where(WorkSession.day == date(2026, 4, 23)))).one()
    assert planned.state is SessionState.STARTED
    assert (await facts(world, cast))[-4:] == [
        "checked_in",
        "checked_out",
        "hours_confirmed",
        "contest_upheld",
    ]


async def test_whoever_decides_grants_other_times(world: World, cast: Cast) -> None:
    await misses(world, cast)
    await finds(world, cast, "✋ Kam 23 Apr")
    await world.phone(cast.budi).taps("✅ Sesuai catatan")
    await world.phone(cast.budi).writes("saya kerja, HP ketinggalan")
    for label, said, key in (
        ("✏️ Jam lain", "entah", "claim-times-unreadable"),
        ("", "10-8", "claim-finish-first"),
        ("", "8-9", "contest-other-preview"),
        ("✏️ Ketik lagi", "8.00-10.30", "contest-other-preview"),
    ):
        if label:
            await world.phone(cast.officer).taps(label)
        await world.phone(cast.officer).writes(said)
        assert (await world.last(cast.officer)).key == key
    assert "pukul 08.00–10.30, 2 jam 30 menit" in (await world.last(cast.officer)).text
    assert await credited(world, cast) == 0
    await world.phone(cast.officer).taps("✅ Ya, itu")
    await world.phone(cast.officer).writes("Pak Dusun: sampai setengah sebelas")

    assert await credited(world, cast) == 150
    told = (await world.letter(cast.budi, "result-confirmed")).text
    assert "Yang ditetapkan: pukul 08.00–10.30" in told
    assert "Jawaban atas keberatan: Pak Dusun: sampai setengah sebelas" in told
    assert (await world.last(cast.officer)).key == "contest-granted"
    await world.phone(cast.officer).taps_id("contest-other-yes:1")
    assert (await world.last(cast.officer)).key == "contest-decided-meanwhile"


async def test_other_times_are_his_who_typed_them(world: World, cast: Cast) -> None:
    await rejected(world, cast)
    await objects(world, cast)
    await world.phone(cast.officer).taps("✏️ Jam lain")
    await world.phone(cast.officer).writes("8-10")
    await world.phone(cast.officer).writes("/perlu")
    await world.phone(cast.officer).taps_id("contest-other:1")
    await world.phone(cast.officer).taps_id("contest-other-yes:1")
    assert (await world.last(cast.officer)).key == "contest-other-again"
    await world.phone(cast.officer).taps_id("contest-other:1")
    await world.phone(cast.officer).writes("8-10")
    await decides(world, cast.officer, "✅ Ya, itu")

    assert await credited(world, cast) == 120


async def test_where_the_officer_said_what_the_miss_was_the_head_decides(world: World, cast: Cast) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await misses(world, cast)
    async with world.database.reading() as session:
        planned = (await session.exec(select(WorkSession).where(WorkSession.day == date(2026, 4, 23)))).one()
    await world.phone(cast.officer).taps_id(f"outcome:{planned.id}:0")
    await world.phone(cast.officer).writes("keluarganya menelepon")
    await finds(world, cast, "✋ Kam 23 Apr")
    await world.phone(cast.budi).taps("✅ Sesuai catatan")
    await world.phone(cast.budi).writes("saya kerja")

    assert "contest-card" not in await world.keys(cast.officer)
    card = (await world.last(head)).text
    assert f"Tercatat tidak hadir: izin (kata PK {cast.officer.name})." in card
    assert "Kata PK: keluarganya menelepon" in card
    await decides(world, head, "✅ Klien benar")
    assert await credited(world, cast) == 180
    assert (await world.last(cast.officer)).key == "contest-upheld-officer"


async def test_what_the_miss_is_said_to_be_meanwhile_is_shown_before_the_head_decides(
    world: World, cast: Cast
) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await misses(world, cast)
    async with world.database.reading() as session:
        planned = (await session.exec(select(WorkSession).where(WorkSession.day == date(2026, 4, 23)))).one()
    await world.phone(cast.officer).taps_id(f"outcome:{planned.id}:0")
    await world.phone(cast.officer).writes("keluarganya menelepon")
    await finds(world, cast, "✋ Kam 23 Apr")
    await world.phone(cast.budi).taps("✅ Sesuai catatan")
    await world.phone(cast.budi).writes("saya kerja")
    await world.phone(head).taps("❌ Catatan tetap")
    await world.phone(cast.officer).taps_id(f"outcome:{planned.id}:1")
    await world.phone(cast.officer).writes("surat dokter menyusul")
    await world.phone(head).writes("tidak ada bukti")

    shown = await world.last(head)
    assert shown.key == "contest-card-more"
    assert "tidak ada bukti" in shown.text
    assert "contest-dismissed-entry" not in await world.keys(cast.budi)


async def test_a_day_that_nobody_recorded_is_claimed(world: World, cast: Cast) -> None:
    world.clock.moment = at(22, 15)
    await world.phone(cast.budi).writes("/riwayat")
    await world.phone(cast.budi).taps("➕ Ada yang terlewat")
    for said, key in (
        ("entah", "claim-day-unreadable"),
        ("25/4", "claim-day-to-come"),
        ("1/3", "claim-day-too-old"),
        ("kemarin", "contest-ask-times"),
        ("11-8", "claim-finish-first"),
        ("8-10", "contest-ask"),
        ("diminta kepala desa", "contest-filed"),
    ):
        await world.phone(cast.budi).writes(said)
        assert (await world.last(cast.budi)).key == key
    assert "Sel 21 Apr, Kantor Desa L1: tidak ada catatan" in (await world.last(cast.officer)).text
    await decides(world, cast.officer, "✅ Klien benar")

    assert await credited(world, cast) == 120
    async with world.database.reading() as session:
        record = (await session.exec(select(Attendance))).one()
        balance = await queries.balance_of(session, cast.case)
    assert (record.state, record.session_id) == (AttendanceState.CONFIRMED, None)
    assert balance.waiting == 0
    await world.phone(cast.budi).taps("➕ Ada yang terlewat")
    await world.phone(cast.budi).writes("21/4")
    assert (await world.last(cast.budi)).key == "claim-was-recorded"


@pytest.mark.parametrize(("label", "word"), [("✅ Ya, bekerja", "ya, bekerja"), ("❌ Tidak", "tidak")])
async def test_the_site_is_asked_whether_he_worked_and_reads_none_of_his_words(
    world: World, cast: Cast, label: str, word: str
) -> None:
    await misses(world, cast)
    await finds(world, cast, "✋ Kam 23 Apr")
    await world.phone(cast.budi).taps("✅ Sesuai catatan")
    await world.phone(cast.budi).writes("Pak Dusun tidak suka saya")
    question = await world.last(cast.supervisor)
    assert question.key == "contest-question"
    assert "bekerja Kamis, 23 April 2026 pukul 08.00–11.00" in question.text
    assert "Dusun" not in question.text
    await world.phone(cast.supervisor).taps(label)

    assert f"Kata pengawas {cast.supervisor.name}: {word}." in (await world.last(cast.officer)).text
    assert (await facts(world, cast))[-1] == "contest_witnessed"
    assert await credited(world, cast) == 0  # it decides nothing
    await world.phone(cast.supervisor).taps_id(next(one.id for one in question.buttons if one.label == label))
    assert (await world.last(cast.supervisor)).key == "contest-site-said"


async def test_two_supervisors_who_say_otherwise_are_both_read(world: World, cast: Cast) -> None:
    ratna = await another_supervisor(world, cast)
    await misses(world, cast)
    await finds(world, cast, "✋ Kam 23 Apr")
    await world.phone(cast.budi).taps("✅ Sesuai catatan")
    await world.phone(cast.budi).writes("Saya bekerja")
    await world.phone(cast.supervisor).taps("❌ Tidak")
    await world.phone(ratna).taps("✅ Ya, bekerja")

    card = (await world.last(cast.officer)).text
    assert f"Kata pengawas {cast.supervisor.name}: tidak." in card
    assert f"Kata pengawas {ratna.name}: ya, bekerja." in card


async def test_it_is_completed_with_a_photo_and_a_witness_until_it_is_decided(
    world: World, cast: Cast
) -> None:
    await rejected(world, cast)
    await objects(world, cast)
    await world.phone(cast.budi).taps("➕ Tambah bukti")
    await world.phone(cast.budi).sends_photo()
    card = await world.last(cast.officer)
    assert (card.key, card.has_photo) == ("contest-card", True)
    assert not any(one.has_photo for one in (await world.letters(cast.supervisor))[-1:])
    await world.phone(cast.budi).taps("➕ Tambah bukti")
    await world.phone(cast.budi).writes("Bu Siti dari kantor desa")
    assert "Bu Siti dari kantor desa" in (await world.last(cast.officer)).text
    await decides(world, cast.officer, "❌ Tetap ditolak")
    await world.phone(cast.budi).taps_id("contest-more:1")

    assert (await world.last(cast.budi)).key == "contest-was-decided"


async def test_new_evidence_opens_it_once_after_a_dismissal(world: World, cast: Cast) -> None:
    await rejected(world, cast)
    await objects(world, cast)
    await decides(world, cast.officer, "❌ Tetap ditolak")
    await world.phone(cast.budi).taps("➕ Ada bukti baru")
    await world.phone(cast.budi).writes("Bu Siti melihat saya")
    card = await world.last(cast.officer)
    assert "Dibuka lagi" in card.text
    assert "Bu Siti melihat saya" in card.text
    await decides(world, cast.officer, "❌ Tetap ditolak")
    assert not (await world.last(cast.budi)).buttons
    await world.phone(cast.budi).taps_id("contest-again:1")

    assert (await world.last(cast.budi)).key == "contest-was-decided"


async def test_nobody_else_begins_completes_or_witnesses_it(world: World, cast: Cast) -> None:
    other = await world.person(cast.office, "K-02", Role.CLIENT)
    elsewhere = await world.person(cast.office, "PL-02", Role.SUPERVISOR)
    await misses(world, cast)
    await finds(world, cast, "✋ Kam 23 Apr")
    for person, choice in (
        (other, "contest-miss:1"),
        (other, "contest-times:1"),
        (other, "contest-more:1"),
        (other, "contest-again:1"),
        (other, f"claim-site:{cast.site.id}:20260424"),
        (elsewhere, "contest-seen:1"),
        (elsewhere, "contest-unseen:1"),
    ):
        await world.phone(person).taps_id(choice)
        assert (await world.last(person)).key == "not-yours"
