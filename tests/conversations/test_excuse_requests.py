"""`/izin`: a client asks to be excused, his officer decides in one tap, and nobody else learns why."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import col, select

from bot.domain.checkins import SessionState
from bot.domain.excuse_requests import ExcuseReason, Proof, RequestState, Told
from bot.domain.outcomes import Outcome
from bot.domain.people import Role
from bot.domain.reports import ReportState
from bot.storage.excuse_requests import ExcuseProof, ExcuseRequest
from bot.storage.models import Case, Evidence, ExcusedSpan, Photo
from tests.conversations.case_life import facts
from tests.conversations.conftest import Cast
from tests.conversations.test_guardian import Family, a_family
from tests.conversations.test_outcomes import of_day
from tests.conversations.test_reporting import first_report, reporting
from tests.harness import World, at

WHY = ("demam", "sakit", "Sakit")


async def asks(world: World, cast: Cast, *, proof: str = "📨 Kirim tanpa bukti") -> None:
    """Budi is sick on Thursday the 23rd, the day of his next session."""
    await world.phone(cast.budi).writes("/izin")
    await world.phone(cast.budi).taps("🤒 Sakit")
    await world.phone(cast.budi).taps("📅 Kam 23 Apr")
    await world.phone(cast.budi).taps(proof)


async def the_request(world: World) -> ExcuseRequest:
    async with world.database.reading() as session:
        rows = (await session.exec(select(ExcuseRequest).order_by(col(ExcuseRequest.id)))).all()
    return rows[-1]


async def test_a_client_asks_and_the_officer_grants_it_with_one_tap(world: World, cast: Cast) -> None:
    await asks(world, cast)
    receipt, card = await world.last(cast.budi), await world.last(cast.officer)
    assert receipt.key == "excuse-filed"
    assert "Izin Kam 23 Apr sudah diajukan" in receipt.text
    assert card.text.splitlines()[0] == "📝 Ada izin yang diajukan."
    assert "Budi (contoh): Kam 23 Apr" in card.text
    assert "Alasan: sakit" in card.text
    assert "Diberitahukan sebelumnya" in card.text
    assert "Kam 23 Apr pukul 08.00 WITA" in card.text
    await world.phone(cast.officer).taps("✅ Setujui")

    assert (await the_request(world)).state is RequestState.APPROVED
    planned = await of_day(world, 23)
    assert (planned.state, planned.outcome) == (SessionState.CANCELLED, Outcome.PERMITTED)
    assert (await world.last(cast.budi)).key == "excused-told-client"
    assert (await facts(world, cast))[-3:] == ["excuse_asked", "outcome_set", "excuse_approved"]


async def test_what_comes_in_while_the_officer_writes_his_no_is_shown_before_it_counts(
    world: World, cast: Cast
) -> None:
    await asks(world, cast)
    await world.phone(cast.officer).taps("❌ Tolak")
    await world.phone(cast.budi).sends_photo(text="surat dokter")
    await world.phone(cast.officer).writes("tidak ada surat dokter")

    card = await world.last(cast.officer)
    assert (await the_request(world)).state is RequestState.OPEN
    assert card.key == "excuse-card-more"
    assert "📎 Bukti: 1 foto" in card.text
    assert "Tulisan Anda, untuk disalin: tidak ada surat dokter" in card.text
    labels = [one.label for one in card.buttons]
    assert "❌ Tetap tolak" in labels
    assert "❌ Tolak" not in labels
    await world.phone(cast.officer).taps("❌ Tetap tolak")
    assert "Alasannya: tidak ada surat dokter" in (await world.last(cast.budi)).text
    assert (await the_request(world)).state is RequestState.DECLINED


async def test_so_it_is_where_only_some_of_the_days_are_granted(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("/izin keluarga 23/04 24/04 hajatan")
    await world.phone(cast.budi).taps("📨 Kirim tanpa bukti")
    phone = world.phone(cast.officer)
    await phone.taps("☑️ Sebagian")
    await phone.types("⬜ Jum 24 Apr")
    await phone.types("➡️ Lanjut")
    await world.phone(cast.budi).sends_photo()
    await phone.writes("Kamis tidak ada bukti")
    card = await world.last(cast.officer)
    assert (card.key, "Kamis tidak ada bukti" in card.text) == ("excuse-card-more", True)
    await phone.writes("Kamis masih bisa datang")
    assert "✅ Jum 24 Apr: diizinkan" in (await world.last(cast.budi)).text
    assert "Alasannya: Kamis masih bisa datang" in (await world.last(cast.budi)).text


async def test_so_it_is_with_a_reason_from_the_buttons_and_with_other_words(world: World, cast: Cast) -> None:
    await asks(world, cast)
    await world.phone(cast.officer).taps("❌ Tolak")
    await world.phone(cast.budi).sends_photo()
    await world.phone(cast.officer).taps("📎 Buktinya kurang")
    card = await world.last(cast.officer)
    assert (card.key, "Buktinya kurang" in card.text) == ("excuse-card-more", True)
    await world.phone(cast.officer).writes("suratnya tidak terbaca")
    assert "Alasannya: suratnya tidak terbaca" in (await world.last(cast.budi)).text


async def test_a_photo_that_nobody_explained_is_seen_before_the_request_is_declined(
    world: World, cast: Cast
) -> None:
    await asks(world, cast)
    world.clock.moment = at(20, 14)
    await world.phone(cast.officer).taps("❌ Tolak")
    await world.phone(cast.budi).sends_photo()
    assert (await world.last(cast.budi)).key == "photo-which"
    await world.phone(cast.officer).writes("tidak ada bukti")
    assert "📎 Ada 1 foto yang belum ia jelaskan; mungkin buktinya." in (await world.last(cast.officer)).text
    await world.phone(cast.officer).taps("📎 Lihat bukti")
    assert (await world.last(cast.officer)).has_photo


async def test_words_that_are_no_date_are_kept_and_the_date_is_asked_for_once_more(
    world: World, cast: Cast
) -> None:
    await asks(world, cast, proof="⏳ Bukti menyusul")
    await world.phone(cast.budi).writes("minggu depan")
    asked = await world.last(cast.budi)
    assert asked.key == "excuse-added-no-day"
    assert "misalnya 27/4" in asked.text or "misalnya 27/04" in asked.text
    assert "Katanya: minggu depan" in (await world.last(cast.officer)).text
    await world.phone(cast.budi).writes("27 april")
    assert (await world.last(cast.budi)).key == "excuse-proof-day-kept"
    assert (await the_request(world)).proof_on == date(2026, 4, 27)


async def test_a_date_is_not_asked_for_a_third_time(world: World, cast: Cast) -> None:
    await asks(world, cast, proof="⏳ Bukti menyusul")
    await world.phone(cast.budi).writes("minggu depan")
    await world.phone(cast.budi).writes("kalau sudah dari puskesmas")
    assert (await world.last(cast.budi)).key == "excuse-added"


async def test_whoever_is_at_work_already_reads_so_and_so_does_his_officer(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.budi).writes("/izin keluarga hari ini ibu masuk rumah sakit")
    asked = (await world.last(cast.budi)).text
    assert "• Kam 23 Apr pukul 08.00 WITA, Kantor Desa L1: sudah mulai kerja" in asked
    assert "tidak ada jadwal kerja" not in asked
    assert 'ketik "selesai"' in asked
    await world.phone(cast.budi).taps("📨 Kirim tanpa bukti")
    card = (await world.last(cast.officer)).text
    assert "sudah mulai kerja" in card
    assert "tidak ada jadwal kerja" not in card


async def test_a_proof_that_comes_just_after_the_no_asks_once_more(world: World, cast: Cast) -> None:
    await asks(world, cast)
    await world.phone(cast.officer).taps("❌ Tolak")
    await world.phone(cast.officer).writes("tidak ada surat")
    await world.phone(cast.budi).sends_photo(text="surat dokter")
    late = await world.last(cast.budi)
    labels = [one.label for one in late.buttons]
    assert (late.key, labels) == ("excuse-came-late", ["📨 Ajukan lagi", "✉️ Untuk PK", "📷 Foto kerja"])
    await world.phone(cast.budi).taps("📨 Ajukan lagi")

    card = await world.last(cast.officer)
    assert (card.key, "Kam 23 Apr" in card.text) == ("excuse-card", True)
    assert "📎 Bukti: 1 foto" in card.text
    assert "surat dokter" in card.text
    assert (await world.last(cast.budi)).key == "excuse-filed"


async def test_what_stands_under_a_proof_goes_with_it(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("/izin sakit 23/04")
    await world.phone(cast.budi).sends_photo(text="rawat inap sampai Sabtu")
    assert "Katanya: rawat inap sampai Sabtu" in (await world.last(cast.officer)).text
    await world.phone(cast.budi).sends_photo(text="halaman kedua")
    card = await world.last(cast.officer)
    assert "rawat inap sampai Sabtu" in card.text
    assert "halaman kedua" in card.text


async def test_the_site_and_the_facts_learn_nothing_but_that_he_is_excused(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("/izin sakit 23/04 demam berdarah")
    await world.phone(cast.budi).sends_photo()
    assert await world.letters(cast.supervisor) == []
    await world.passes(at(23, 7, 30))
    await world.phone(cast.supervisor).writes("/daftar")
    assert "izin" in (await world.last(cast.supervisor)).text
    await world.phone(cast.officer).writes("/perlu")
    await world.phone(cast.officer).taps("✅ Setujui")

    read = "\n".join(one.text for one in await world.letters(cast.supervisor))
    assert "sudah seizin PK" in read
    assert not [word for word in WHY if word in read]
    async with world.database.reading() as session:
        request = (await session.exec(select(ExcuseRequest))).one()
        photo = (await session.exec(select(Photo))).one()
        (span,) = (await session.exec(select(ExcusedSpan))).all()
    assert (request.words, request.span_id) == ("demam berdarah", span.id)
    assert (photo.case_id, photo.compare_at) == (cast.case.id, None)
    assert span.reason == ""
    letters = await world.letters(cast.officer)
    assert not any(word in one.text for one in letters for word in WHY if one.key.startswith("needs"))


async def test_while_it_waits_nobody_is_reminded_and_nothing_climbs(world: World, cast: Cast) -> None:
    await asks(world, cast)
    before = len(await world.keys(cast.budi))
    await world.passes(at(24, 9))

    assert (await world.keys(cast.budi))[before:] == []
    planned = await of_day(world, 23)
    assert (planned.state, planned.answer) == (SessionState.MISSED, "reason-excuse-asked")
    assert await world.letters(cast.supervisor) == []
    await world.phone(cast.officer).writes("/perlu")
    assert set(await world.keys(cast.officer)) == {"excuse-card", "decisions-wait", "needs-heading"}
    await world.phone(cast.officer).writes("/ringkasan")
    named = [one for one in (await world.last(cast.officer)).text.splitlines() if one.startswith("• ")]
    assert ["mengajukan izin Kam 23 Apr" in one for one in named] == [True]


async def test_declined_the_client_reads_why_and_the_miss_counts(world: World, cast: Cast) -> None:
    await asks(world, cast)
    await world.passes(at(24, 9))
    await world.phone(cast.officer).taps("❌ Tolak")
    await world.phone(cast.officer).taps("📎 Buktinya kurang")

    told = await world.last(cast.budi)
    assert told.key == "excuse-declined-client"
    assert "Alasannya: 📎 Buktinya kurang" in told.text
    planned = await of_day(world, 23)
    assert (planned.state, planned.outcome, planned.answer) == (
        SessionState.MISSED,
        Outcome.UNEXPLAINED,
        "",
    )
    await world.phone(cast.officer).taps("✅ Setujui")
    assert (await the_request(world)).state is RequestState.DECLINED
    await world.phone(cast.officer).writes("/perlu")
    assert "penjelasannya sudah didengar, belum dapat diterima" in (await world.last(cast.officer)).text


async def test_after_a_miss_the_present_answer_leads_to_a_request_in_two_taps(
    world: World, cast: Cast
) -> None:
    await world.passes(at(23, 9, 10))
    await world.phone(cast.budi).taps("🤒 Sakit")
    await world.phone(cast.budi).taps("📝 Ajukan izin")
    assert (await world.last(cast.budi)).key == "excuse-ask-proof"
    await world.phone(cast.budi).taps("🤝 PK sudah tahu")

    request = await the_request(world)
    assert (request.first, request.told, request.proof) == (
        date(2026, 4, 23),
        Told.AFTER,
        Proof.OFFICER_KNOWS,
    )
    assert (await of_day(world, 23)).answer == "reason-sick"
    assert "Diberitahukan sesudahnya" in (await world.last(cast.officer)).text
    await world.phone(cast.budi).taps("↩️ Tarik izin")
    assert (await of_day(world, 23)).answer == "reason-sick"
    assert "Ditarik" in (await world.last(cast.officer)).text


async def test_a_proof_that_comes_later_is_asked_for_on_its_day_and_then_the_officer_decides(
    world: World, cast: Cast
) -> None:
    await asks(world, cast, proof="⏳ Bukti menyusul")
    assert "Bukti ditunggu sampai Kamis, 23 April 2026" in (await world.last(cast.budi)).text
    await world.phone(cast.budi).writes("22/04")
    assert (await world.last(cast.budi)).key == "excuse-proof-day-kept"
    await world.passes(at(22, 10))
    assert (await world.last(cast.budi)).key == "excuse-proof-reminder"
    await world.passes(at(23, 10))
    assert (await world.last(cast.officer)).key == "excuse-card-overdue"
    await world.phone(cast.budi).taps("📎 Tambah bukti")
    await world.phone(cast.budi).sends_voice()

    assert (await world.last(cast.officer)).key == "excuse-card-more"
    await world.phone(cast.officer).taps("📎 Lihat bukti")
    assert (await world.last(cast.officer)).key == "voice-here"


async def test_a_request_of_which_no_proof_was_said_leaves_by_itself(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("/izin keluarga 23/04 30/04")
    assert (await world.last(cast.budi)).key == "excuse-ask-proof"
    assert await world.letters(cast.officer) == []
    await world.passes(at(20, 12, 6))

    assert (await world.last(cast.budi)).key == "excuse-filed"
    card = (await world.last(cast.officer)).text
    assert "Kam 23 Apr – Kam 30 Apr" in card
    assert card.count("pukul 08.00 WITA") == 2


async def test_one_open_request_a_day_and_what_waits_is_shown_first(world: World, cast: Cast) -> None:
    await asks(world, cast)
    await world.phone(cast.budi).writes("/izin sakit 22/04 25/04")
    assert (await world.last(cast.budi)).key == "excuse-asked-already"
    await world.phone(cast.budi).writes("/izin")
    assert (await world.last(cast.budi)).key == "excuse-filed"
    await world.phone(cast.budi).taps("➕ Izin lain")
    await world.phone(cast.budi).taps("💬 Lainnya")
    await world.phone(cast.budi).writes("jembatan putus")
    await world.phone(cast.budi).writes("30 April")
    await world.phone(cast.budi).sends_photo()

    assert "Katanya: jembatan putus" in (await world.last(cast.officer)).text
    await world.phone(cast.officer).writes("/perlu")
    listed = (await world.last(cast.officer)).text
    assert listed.index("mengajukan izin Kam 23 Apr") < listed.index("mengajukan izin Kam 30 Apr")
    await world.phone(cast.officer).types("📝 Kam 30 Apr Budi (contoh)")
    assert "Katanya: jembatan putus" in (await world.last(cast.officer)).text


async def test_taken_back_within_ten_minutes_the_request_waits_again(world: World, cast: Cast) -> None:
    await asks(world, cast)
    await world.phone(cast.officer).taps("✅ Setujui")
    await world.phone(cast.officer).taps("↩️ Batalkan izin")

    request = await the_request(world)
    assert (request.state, request.span_id) == (RequestState.OPEN, None)
    assert (await of_day(world, 23)).state is SessionState.PLANNED
    assert (await world.letter(cast.officer, "excuse-card")).buttons


async def test_typed_by_numbers_alone(world: World, cast: Cast) -> None:
    phone = world.phone(cast.budi)
    await phone.writes("izin")
    await phone.writes("1")
    await phone.writes("1")
    await phone.writes("3")
    assert (await world.last(cast.budi)).key == "excuse-filed"
    await world.phone(cast.officer).writes("1")

    assert (await the_request(world)).state is RequestState.APPROVED


async def test_a_photo_of_work_is_no_proof(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("/izin sakit 30/04")
    world.clock.moment = at(20, 12, 1)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.budi).sends_photo()

    async with world.database.reading() as session:
        assert (await session.exec(select(ExcuseProof))).all() == []


@pytest.fixture
async def family(world: World, cast: Cast) -> Family:
    return await a_family(world, cast, enrolled=True)


async def test_a_guardian_asks_for_the_child(world: World, cast: Cast, family: Family) -> None:
    phone = world.phone(family.guardian)
    await phone.writes("/izin")
    await phone.taps("⚖️ Sidang")
    await phone.taps("📅 Kam 23 Apr")
    await phone.sends_photo()

    assert (await world.last(family.guardian)).key == "excuse-filed"
    card = (await world.last(cast.officer)).text
    assert "A-07: Kam 23 Apr" in card
    assert "Diajukan oleh walinya" in card
    await world.phone(cast.officer).taps("✅ Setujui")
    assert (await world.last(family.guardian)).key == "excuse-granted-guardian"


async def test_of_what_the_child_asks_the_guardian_reads_only_that_he_stays_away(
    world: World, cast: Cast, family: Family
) -> None:
    await world.phone(family.child).writes("/izin sakit 23/04 demam")
    await world.phone(family.child).taps("📨 Kirim tanpa bukti")
    await world.phone(family.guardian).writes("/jadwal")

    text = (await world.last(family.guardian)).text
    assert "Kam 23 Apr pukul 08.00–11.00, Kantor Desa L1: tidak masuk" in text
    assert not [word for word in WHY if word in text]
    await world.phone(family.guardian).taps_id(f"excuse-withdraw:{(await the_request(world)).id}")
    assert (await world.last(family.guardian)).key == "not-yours"


async def test_that_a_child_is_excused_stays_in_the_guardians_schedule(
    world: World, cast: Cast, family: Family
) -> None:
    await world.phone(family.child).writes("/izin sakit 23/04 demam")
    await world.phone(family.child).taps("📨 Kirim tanpa bukti")
    await world.phone(cast.officer).taps("✅ Setujui")
    await world.phone(family.guardian).writes("/jadwal")
    text = (await world.last(family.guardian)).text
    assert "Kam 23 Apr pukul 08.00–11.00, Kantor Desa L1: tidak masuk" in text
    await world.passes(at(23, 12))
    await world.phone(family.guardian).writes("/jadwal")

    assert "▫️ Kam 23 Apr: tidak masuk" in (await world.last(family.guardian)).text
    assert not [word for word in WHY if word in text]


async def test_a_report_of_that_day_waits_for_the_decision_too(world: World, cast: Cast) -> None:
    tono = await world.person(cast.office, "K-09", Role.CLIENT)
    await reporting(world, cast, tono)
    await world.phone(tono).writes("/izin sakit 23/04")
    await world.phone(tono).taps("🤝 PK sudah tahu")
    before = len(await world.keys(tono))
    await world.passes(at(27, 9))
    assert ((await first_report(world, tono)).state, (await world.keys(tono))[before:]) == (
        ReportState.DUE,
        [],
    )
    await world.phone(cast.officer).taps("❌ Tolak")
    await world.phone(cast.officer).writes("surat sudah lama")
    await world.passes(at(28, 9))

    assert (await first_report(world, tono)).state is ReportState.MISSED
    assert (await world.last(tono)).key == "report-missed"


@pytest.mark.parametrize(
    "said",
    ["/izin sakit 23/04 dan 30/04 demam", "/izin sakit tanggal 23, 30 April demam", "23/4, 30/4"],
)
async def test_days_apart_are_a_request_each_and_nothing_of_them_is_lost(
    world: World, cast: Cast, said: str
) -> None:
    if said.startswith("/"):
        await world.phone(cast.budi).writes(said)
    else:
        await world.phone(cast.budi).writes("/izin sakit")
        await world.phone(cast.budi).writes(said)
    asked = (await world.last(cast.budi)).text
    assert "Izin untuk Kam 23 Apr." in asked
    assert "Dan Kam 30 Apr, sebagai izin tersendiri:" in asked
    await world.phone(cast.budi).sends_photo()

    async with world.database.reading() as session:
        rows = (await session.exec(select(ExcuseRequest).order_by(col(ExcuseRequest.first)))).all()
        proofs = (await session.exec(select(ExcuseProof))).all()
    days = [date(2026, 4, 23), date(2026, 4, 30)]
    assert [(one.first, one.last, one.reason, one.state) for one in rows] == [
        (day, day, ExcuseReason.SICK, RequestState.OPEN) for day in days
    ]
    assert len({one.words for one in rows}) == 1
    assert {one.request_id for one in proofs} == {one.id for one in rows}
    cards = [one for one in await world.letters(cast.officer) if one.key == "excuse-card"]
    assert ["Kam 23 Apr" in one.text.splitlines()[1] for one in cards] == [True, False]
    await world.phone(cast.officer).taps_id(f"excuse-approve:{rows[0].id}")
    assert (await the_request(world)).state is RequestState.OPEN


async def test_left_alone_they_leave_together(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("/izin keluarga 23/04 dan 30/04 hajatan")
    await world.passes(at(20, 12, 6))
    cards = [one for one in await world.letters(cast.officer) if one.key == "excuse-card"]
    assert ["Katanya: hajatan" in one.text for one in cards] == [True, True]


async def test_the_supervisor_reads_that_who_has_begun_is_excused_and_what_to_confirm(
    world: World, cast: Cast
) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 9)
    await world.phone(cast.budi).writes("/izin sakit 23/04 demam")
    await world.phone(cast.budi).taps("📨 Kirim tanpa bukti")
    await world.phone(cast.officer).taps("✅ Setujui")

    told = await world.last(cast.supervisor)
    assert told.text.splitlines() == [
        "ℹ️ Ada izin untuk hari yang sudah berjalan.",
        "Budi (contoh) izin. Yang sudah dikerjakan tetap dikonfirmasi:",
        "• Kam 23 Apr pukul 08.00 WITA, Kantor Desa L1: sudah mulai, jamnya dikonfirmasi sesudah selesai",
    ]
    done = await world.last(cast.officer)
    letter = done if done.key == "excused-done" else await world.letter(cast.officer, "excused-done")
    assert "1 kehadiran yang sudah mulai tetap dikonfirmasi" in letter.text
    await world.phone(cast.officer).taps("↩️ Batalkan izin")
    assert (await world.last(cast.supervisor)).key == "excuse-undone-site-begun"


async def test_whoever_takes_the_client_over_decides(world: World, cast: Cast) -> None:
    await asks(world, cast)
    colleague = await world.person(cast.office, "PK-02", Role.OFFICER)
    async with world.database.transaction() as session:
        (await session.get_one(Case, cast.case.id)).officer_id = colleague.id
    request = (await the_request(world)).id
    await world.phone(cast.officer).taps_id(f"excuse-approve:{request}")
    assert (await world.last(cast.officer)).key == "not-yours"
    await world.phone(colleague).writes("/perlu")
    await world.phone(colleague).types("📝 Budi (contoh)")
    await world.phone(colleague).taps("✅ Setujui")

    assert (await the_request(world)).decided_by == colleague.id


async def test_the_prosecutor_reads_how_many_days_are_asked_for_and_no_reason(
    world: World, cast: Cast
) -> None:
    prosecutor = await world.person(cast.office, "JK-01", Role.PROSECUTOR)
    async with world.database.transaction() as session:
        (await session.get_one(Case, cast.case.id)).prosecutor_id = prosecutor.id
    await asks(world, cast)
    await world.passes(at(24, 9))
    await world.phone(prosecutor).writes(f"/perkara {cast.case.number}")

    text = (await world.last(prosecutor)).text
    assert "Tidak hadir: 0 kali\n" in text
    assert "Izin yang diajukan, belum diputuskan PK: 1 hari" in text
    assert not [word for word in WHY if word in text]


async def test_some_of_the_days_are_granted_and_the_client_hears_which(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("/izin keluarga 23/04 24/04 hajatan")
    await world.phone(cast.budi).taps("📨 Kirim tanpa bukti")
    phone = world.phone(cast.officer)
    await phone.taps("☑️ Sebagian")
    await phone.types("➡️ Lanjut")
    assert (await world.last(cast.officer)).key == "excuse-part-none"
    await phone.types("⬜ Kam 23 Apr")
    await phone.types("⬜ Jum 24 Apr")
    await phone.types("☑️ Kam 23 Apr")
    await phone.types("➡️ Lanjut")
    await phone.taps("☑️ Sebagian")
    await phone.types("⬜ Jum 24 Apr")
    await phone.types("➡️ Lanjut")
    await phone.writes("Kamis pagi masih bisa")

    told = await world.last(cast.budi)
    assert told.key == "excuse-part-client"
    assert "✅ Jum 24 Apr: diizinkan" in told.text
    assert "➖ Kam 23 Apr: belum diizinkan, jadwalnya tetap" in told.text
    assert "Alasannya: Kamis pagi masih bisa" in told.text
    request = await the_request(world)
    assert request.state is RequestState.APPROVED
    planned = await of_day(world, 23)
    assert (planned.state, planned.outcome) == (SessionState.PLANNED, None)
    async with world.database.reading() as session:
        spans = (await session.exec(select(ExcusedSpan))).all()
    assert [(one.first, one.last) for one in spans] == [(date(2026, 4, 24), date(2026, 4, 24))]
    await phone.taps_id(f"excuse-part:{request.id}")
    assert (await world.last(cast.officer)).key == "excuse-decided-meanwhile-why"


async def test_all_days_ticked_are_the_whole_request(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("/izin keluarga 23/04 24/04 hajatan")
    await world.phone(cast.budi).taps("📨 Kirim tanpa bukti")
    await world.phone(cast.officer).taps("☑️ Sebagian")
    for label in ("⬜ Kam 23 Apr", "⬜ Jum 24 Apr", "➡️ Lanjut"):
        await world.phone(cast.officer).types(label)

    assert (await world.last(cast.budi)).key == "excused-told-client"
    assert (await of_day(world, 23)).state is SessionState.CANCELLED


@pytest.mark.parametrize(
    ("text", "reason", "day", "words"),
    [
        pytest.param("anak saya opname", ExcuseReason.OTHER, None, "anak saya opname", id="in words"),
        pytest.param("sakit", ExcuseReason.SICK, None, "", id="a reason"),
        pytest.param("Sakit besok.", ExcuseReason.SICK, 21, "", id="a reason and its day"),
        pytest.param("kemarin sakit", ExcuseReason.SICK, 19, "", id="its day first"),
        pytest.param("23/04", None, 23, "", id="only the day"),
    ],
)
async def test_what_is_typed_where_a_reason_could_be_pressed_is_kept(
    world: World, cast: Cast, text: str, reason: ExcuseReason | None, day: int | None, words: str
) -> None:
    await world.phone(cast.budi).writes("/izin")
    await world.phone(cast.budi).writes(text)

    request = await the_request(world)
    assert (request.reason, request.first and request.first.day, request.words) == (reason, day, words)
    asked = "excuse-ask-reason" if reason is None else "excuse-ask-proof" if day else "excuse-ask-days"
    assert (await world.last(cast.budi)).key == asked


async def test_a_letter_that_answers_a_miss_is_a_proof_and_never_a_photo_of_work(
    world: World, cast: Cast
) -> None:
    await world.passes(at(23, 9))
    await world.phone(cast.budi).sends_photo()
    assert (await world.last(cast.budi)).key == "photo-kept-which"
    await world.phone(cast.budi).taps("📎 Ini bukti izin")
    await world.phone(cast.budi).taps("🤒 Sakit")

    card = await world.last(cast.officer)
    assert (card.key, "Kam 23 Apr" in card.text) == ("excuse-card", True)
    assert "📎 Lihat bukti" in [one.label for one in card.buttons]
    world.clock.moment = at(23, 9, 10)
    await world.phone(cast.budi).sends_location()
    assert not any(one.has_photo for one in await world.letters(cast.supervisor))
    await world.phone(cast.budi).taps_id("excuse-photo:1:1")
    assert (await world.last(cast.budi)).key == "excuse-photo-used"


async def test_a_photo_that_comes_before_its_location_is_of_work_also_where_a_miss_was_asked_about(
    world: World, cast: Cast
) -> None:
    await world.passes(at(23, 9))
    await world.phone(cast.budi).sends_photo()
    world.clock.moment = at(23, 9, 5)
    await world.phone(cast.budi).sends_location()

    async with world.database.reading() as session:
        (shown,) = (await session.exec(select(Evidence).where(col(Evidence.photo_id).is_not(None)))).all()
    assert shown.attendance_id is not None


@pytest.mark.parametrize(
    ("hour", "line"),
    [
        pytest.param(7, "Jadwal hari ini tetap: pukul 08.00–11.00, Kantor Desa L1.", id="before it begins"),
        pytest.param(
            9, "Jadwal hari ini tetap: pukul 08.00–11.00, Kantor Desa L1.", id="while he could come"
        ),
        pytest.param(12, "Berikutnya: Kam 30 Apr pukul 08.00 WITA, Kantor Desa L1", id="when it is over"),
    ],
)
async def test_declined_for_today_the_session_of_today_stands(
    world: World, cast: Cast, hour: int, line: str
) -> None:
    await asks(world, cast)
    world.clock.moment = at(23, hour)
    await world.phone(cast.officer).taps("❌ Tolak")
    await world.phone(cast.officer).taps("📎 Buktinya kurang")

    told = await world.last(cast.budi)
    assert (told.key, line in told.text.splitlines()) == ("excuse-declined-client", True)


async def two_days(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("/izin keluarga 23/04 dan 30/04")
    await world.phone(cast.budi).taps("⏳ Bukti menyusul")


async def test_another_day_for_the_proof_holds_for_all_days_that_left_together(
    world: World, cast: Cast
) -> None:
    await two_days(world, cast)
    await world.phone(cast.budi).writes("25/04")
    kept = (await world.last(cast.budi)).text
    assert "bukti ditunggu sampai Sabtu, 25 April 2026" in kept
    assert "Kam 23 Apr" in kept
    assert "Kam 30 Apr" in kept
    async with world.database.reading() as session:
        rows = (await session.exec(select(ExcuseRequest))).all()
    assert [one.proof_on for one in rows] == [date(2026, 4, 25)] * 2


async def test_so_does_a_proof_or_a_word_that_follows_at_once(world: World, cast: Cast) -> None:
    await two_days(world, cast)
    await world.phone(cast.budi).sends_photo(text="undangan keluarga")
    assert (await world.last(cast.budi)).key == "excuse-added"
    cards = [one.text for one in await world.letters(cast.officer) if one.key == "excuse-card-more"]
    assert ["📎 Bukti: 1 foto" in one for one in cards] == [True, True]
    assert ["undangan keluarga" in one for one in cards] == [True, True]
    await world.phone(cast.budi).sends_voice()
    cards = [one.text for one in await world.letters(cast.officer) if "1 rekaman" in one.text]
    assert (len(cards), "Kam 23 Apr" in cards[0], "Kam 30 Apr" in cards[1]) == (2, True, True)


async def test_a_proof_added_to_one_of_them_is_for_that_one(world: World, cast: Cast) -> None:
    await two_days(world, cast)
    receipt = next(one for one in await world.letters(cast.budi) if one.key == "excuse-filed")
    await world.phone(cast.budi).taps_id(receipt.buttons[0].id)
    await world.phone(cast.budi).sends_photo()
    assert (await world.keys(cast.officer)).count("excuse-card-more") == 1
