"""A client contests an officer's correction of his hours: the head of office looks again."""

from __future__ import annotations

import pytest

from bot.domain.people import Role
from bot.storage.models import Person
from tests.conversations.case_life import facts, works
from tests.conversations.conftest import Cast
from tests.conversations.test_contests import credited
from tests.harness import World, at

INSPECTED = 4
"""The number of the reason *hasil pemeriksaan*, which only takes off."""


@pytest.fixture
async def head(world: World, cast: Cast) -> Person:
    return await world.person(cast.office, "KB-01", Role.HEAD)


async def corrected(world: World, cast: Cast) -> None:
    """Of three hours on Thursday the officer takes one off."""
    await works(world, cast, 23)
    await world.phone(cast.officer).taps_id(f"adjust-for:{cast.case.id}:{INSPECTED}")
    await world.phone(cast.officer).writes("-60 23/04/2026 pulang lebih awal")
    await world.phone(cast.officer).taps("💾 Simpan")


async def objects(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).taps("✋ Saya keberatan")
    assert (await world.last(cast.budi)).key == "contest-ask-correction"
    await world.phone(cast.budi).writes("saya pulang pukul 11")


async def test_who_lost_hours_is_sent_to_the_button_below(world: World, cast: Cast) -> None:
    await corrected(world, cast)
    told = await world.letter(cast.budi, "adjusted-down-client")
    assert "Bila tidak sesuai, tekan ✋ Saya keberatan." in told.text


async def test_the_head_takes_back_what_the_officer_took_off(world: World, cast: Cast, head: Person) -> None:
    await corrected(world, cast)
    await objects(world, cast)
    filed = await world.last(cast.budi)
    assert filed.key == "contest-filed-head"
    assert "paling lambat Kamis, 30 April 2026" in filed.text
    assert "contest-card" not in await world.keys(cast.officer)
    assert "contest-question" not in await world.keys(cast.supervisor)
    card = await world.last(head)
    assert (
        f"Koreksi PK {cast.officer.name} untuk Kam 23 Apr: dikurangi 1 jam (Hasil pemeriksaan)." in card.text
    )
    assert "Kata PK: pulang lebih awal" in card.text
    assert "Kata klien: saya pulang pukul 11" in card.text
    await world.phone(head).taps("✅ Batalkan koreksi")
    await world.phone(head).writes("daftar hadir membenarkan")

    assert await credited(world, cast) == 180
    told = await world.last(cast.budi)
    assert told.key == "result-correction"
    assert "Jawaban atas keberatan: daftar hadir membenarkan" in told.text
    assert "Jumlah jam diakui sekarang: 3 jam" in told.text
    heard = await world.last(cast.officer)
    assert heard.key == "contest-upheld-officer"
    assert "Budi" not in heard.text.splitlines()[0]
    assert "catatan Anda diubah. Alasan kepala Bapas: daftar hadir membenarkan" in heard.text
    assert (await facts(world, cast))[-2:] == ["hours_adjustment_taken_back", "contest_upheld"]
    await world.phone(cast.budi).writes("/riwayat")
    assert "pengurangan 1 jam" in (await world.last(cast.budi)).text


async def test_a_correction_that_stands_is_opened_once_more_by_new_evidence(
    world: World, cast: Cast, head: Person
) -> None:
    await corrected(world, cast)
    await world.phone(cast.budi).writes("/riwayat")
    await world.phone(cast.budi).taps("✋ Ada yang keliru")
    await world.phone(cast.budi).taps("✋ Koreksi Kam 23 Apr")
    await world.phone(cast.budi).writes("saya pulang pukul 11")
    await world.phone(cast.budi).taps("➕ Tambah bukti")
    await world.phone(cast.budi).writes("Pak Dusun melihat")
    for left in (1, 0):
        await world.phone(head).writes("/perlu")
        await world.phone(head).taps("❌ Koreksi tetap")
        await world.phone(head).writes("sudah diperiksa di lokasi")
        told = await world.last(cast.budi)
        assert (told.key, len(told.buttons)) == ("contest-dismissed-entry", left)
        heard = await world.last(cast.officer)
        assert heard.key == "contest-dismissed-officer"
        assert "catatan Anda tetap. Alasan kepala Bapas: sudah diperiksa di lokasi" in heard.text
        if left:
            await world.phone(cast.budi).taps("➕ Ada bukti baru")
            await world.phone(cast.budi).sends_photo()

    assert await credited(world, cast) == 120
    await world.phone(cast.budi).taps_id("contest-again:1")
    assert (await world.last(cast.budi)).key == "contest-was-decided"


async def test_the_head_puts_other_minutes_in_its_place(world: World, cast: Cast, head: Person) -> None:
    await corrected(world, cast)
    await objects(world, cast)
    for label, said, key in (
        ("✏️ Menit lain", "30", "contest-other-minutes-unreadable"),
        ("", "+30", "adjustment-wrong-direction"),
        ("", "-30", "contest-other-preview"),
        ("✅ Ya, itu", "setengah jam saja", "contest-granted"),
    ):
        if label:
            await world.phone(head).taps(label)
        await world.phone(head).writes(said)
        assert (await world.last(head)).key == key

    assert await credited(world, cast) == 150
    told = (await world.letter(cast.budi, "result-correction-other")).text
    assert "Kam 23 Apr: dikurangi 30 menit." in told
    assert "Jawaban atas keberatan: setengah jam saja" in told
    await world.phone(cast.budi).writes("/riwayat")
    assert f"dikurangi 30 menit oleh {head.name}" in (await world.last(cast.budi)).text
    await world.phone(cast.budi).writes("/jam")
    assert "Sudah dikurangi lewat koreksi: 30 menit" in (await world.last(cast.budi)).text


async def test_the_question_about_other_minutes_is_left_as_it_says(
    world: World, cast: Cast, head: Person
) -> None:
    await corrected(world, cast)
    await objects(world, cast)
    await world.phone(head).taps("✏️ Menit lain")
    assert 'Tidak jadi? Ketik "batal".' in (await world.last(head)).text
    await world.phone(head).writes("batal")
    assert (await world.last(head)).key == "question-left"


async def test_it_is_withdrawn_and_nobody_else_contests_or_decides_it(
    world: World, cast: Cast, head: Person
) -> None:
    other = await world.person(cast.office, "K-02", Role.CLIENT)
    await corrected(world, cast)
    contest = (await world.last(cast.budi)).buttons[0].id
    await world.phone(other).taps_id(contest)
    assert (await world.last(other)).key == "not-yours"
    await objects(world, cast)
    await world.phone(cast.officer).taps_id("contest-uphold:1")
    await world.phone(cast.supervisor).taps_id("contest-seen:1")
    for person in (cast.officer, cast.supervisor):
        assert (await world.last(person)).key == "not-yours"
    await world.phone(cast.budi).taps("↩️ Tarik keberatan")
    assert (await world.last(head)).key == "contest-withdrawn-decider"
    await world.phone(cast.budi).taps_id(contest)

    assert (await world.last(cast.budi)).key == "contest-was-decided"
    assert await credited(world, cast) == 120


async def test_after_fourteen_days_it_is_talked_about(world: World, cast: Cast, head: Person) -> None:
    await corrected(world, cast)
    contest = (await world.last(cast.budi)).buttons[0].id
    world.clock.moment = at(8, 12, month=5)
    await world.phone(cast.budi).taps_id(contest)

    assert (await world.last(cast.budi)).key == "contest-too-late"


async def replaced(world: World, cast: Cast, head: Person) -> None:
    """The head puts half an hour in the place of the hour; Budi contests that too."""
    await corrected(world, cast)
    await objects(world, cast)
    await world.phone(head).taps("✏️ Menit lain")
    await world.phone(head).writes("-30")
    await world.phone(head).taps("✅ Ya, itu")
    await world.phone(head).writes("setengah jam saja")
    await world.phone(cast.budi).writes("/riwayat")
    await world.phone(cast.budi).types("✋ Ada yang keliru")
    await world.phone(cast.budi).types("✋ Koreksi Kam 23 Apr")


async def test_what_the_head_decided_another_head_looks_at_and_never_herself(
    world: World, cast: Cast, head: Person
) -> None:
    other = await world.person(cast.office, "KB-02", Role.HEAD)
    await replaced(world, cast, head)
    told = len(await world.letters(cast.officer))
    before = len(await world.letters(head))
    await world.phone(cast.budi).writes("saya tidak pulang lebih awal")
    filed = await world.last(cast.budi)
    assert filed.key == "contest-filed-head"
    assert f"Yang memutuskan bukan {head.name}, yang menetapkan koreksi itu." in filed.text
    assert (len(await world.letters(cast.officer)), len(await world.letters(head))) == (told, before)
    card = await world.last(other)
    assert f"Koreksi kepala Bapas {head.name} untuk Kam 23 Apr: dikurangi 30 menit" in card.text
    assert "Kata kepala Bapas: setengah jam saja" in card.text
    await world.phone(head).taps_id("contest-uphold:2")
    assert (await world.last(head)).key == "not-yours"
    await world.phone(head).writes("/perlu")
    assert "contest-card" not in (await world.keys(head))[before:]
    await world.phone(other).taps("✅ Batalkan koreksi")
    await world.phone(other).writes("daftar hadir membenarkan")

    assert await credited(world, cast) == 180
    assert (await world.last(cast.budi)).key == "result-correction"
    assert (await world.last(head)).key == "contest-upheld-replacer"


async def test_where_there_is_no_other_head_he_reads_so(world: World, cast: Cast, head: Person) -> None:
    await replaced(world, cast, head)

    told = await world.last(cast.budi)
    assert told.key == "contest-nobody-else"
    await world.phone(cast.budi).writes("tapi saya bekerja")
    assert "contest-card" not in (await world.keys(head))[-1:]
