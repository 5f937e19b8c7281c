"""A client contests a word on his work; somebody else looks again, and says why."""

from __future__ import annotations

from bot.domain.cases import CaseState
from bot.domain.people import Role
from bot.storage import queries
from tests.conversations.case_life import case_of, facts
from tests.conversations.conftest import Cast
from tests.harness import World, at


async def rejected(world: World, cast: Cast) -> None:
    """Three hours on Thursday, which the supervisor rejects."""
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).writes("pulang duluan")


async def objects(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).taps("✋ Saya keberatan")
    await world.phone(cast.budi).writes("saya kerja sampai pukul 11, Pak Dusun melihat")


async def credited(world: World, cast: Cast) -> int:
    async with world.database.reading() as session:
        return (await queries.balance_of(session, cast.case)).credited


async def test_an_upheld_contest_counts_the_hours_and_tells_why(world: World, cast: Cast) -> None:
    await rejected(world, cast)
    await objects(world, cast)
    assert "paling lambat Kamis, 30 April 2026" in (await world.last(cast.budi)).text
    card = await world.last(cast.officer)
    assert "Alasan ditolak: pulang duluan" in card.text
    assert "Kata klien: saya kerja sampai pukul 11, Pak Dusun melihat" in card.text
    await world.phone(cast.officer).taps("✅ Akui jamnya")
    await world.phone(cast.officer).writes("Pak Dusun membenarkan")

    assert await credited(world, cast) == 180
    told = await world.last(cast.budi)
    assert told.key == "result-confirmed"
    assert "Jawaban atas keberatan: Pak Dusun membenarkan" in told.text
    assert (await world.keys(cast.supervisor))[-1] == "contest-upheld-first"
    assert not any("Dusun" in one.text for one in await world.letters(cast.supervisor))
    assert (await facts(world, cast))[-2:] == ["hours_confirmed", "contest_upheld"]


async def test_a_dismissed_contest_leaves_the_word_and_tells_why(world: World, cast: Cast) -> None:
    await rejected(world, cast)
    await objects(world, cast)
    await world.phone(cast.officer).writes("/perlu")
    await world.phone(cast.officer).taps("❌ Tetap ditolak")
    await world.phone(cast.officer).writes("daftar hadir desa berkata lain")

    assert await credited(world, cast) == 0
    told = await world.last(cast.budi)
    assert told.key == "contest-dismissed-client"
    assert "daftar hadir desa berkata lain" in told.text
    await world.phone(cast.budi).taps("✋ Saya keberatan")
    assert (await world.last(cast.budi)).key == "contest-was-decided"


async def test_a_contest_can_be_taken_back_until_it_is_decided(world: World, cast: Cast) -> None:
    await rejected(world, cast)
    await objects(world, cast)
    uphold = (await world.last(cast.officer)).buttons[0]
    await world.phone(cast.budi).taps("↩️ Tarik keberatan")
    assert "contest-withdrawn" in await world.keys(cast.budi)
    await world.phone(cast.officer).taps_id(uphold.id)

    assert (await world.last(cast.officer)).key == "contest-withdrawn-meanwhile"


async def test_where_the_officer_said_no_the_head_decides(world: World, cast: Cast) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    world.clock.moment = at(22, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(22, 10)
    await world.phone(cast.budi).writes("/selesai")
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.budi).taps("🏁 Selesai kerja")
    await world.phone(cast.supervisor).taps("✅ Benar")
    await world.phone(cast.officer).taps_id((await world.last(cast.officer)).buttons[1].id)
    await objects(world, cast)
    assert "contest-card" not in await world.keys(cast.officer)
    assert (await world.keys(cast.officer))[-1] == "contest-told-officer"
    await world.phone(head).taps("✅ Akui jamnya")
    await world.phone(head).writes("diminta kepala desa")

    assert await credited(world, cast) == 120


async def test_nobody_elses_work_can_be_contested_or_decided(world: World, cast: Cast) -> None:
    other = await world.person(cast.office, "K-02", Role.CLIENT)
    elsewhere = await world.person(cast.office, "PK-02", Role.OFFICER)
    await rejected(world, cast)
    await objects(world, cast)
    for person, choice in (
        (other, "contest:1"),
        (other, "contest-withdraw:1"),
        (elsewhere, "contest-uphold:1"),
        (elsewhere, "contest-dismiss:1"),
    ):
        await world.phone(person).taps_id(choice)
        assert (await world.last(person)).key == "not-yours"

    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await world.phone(head).taps_id("contest-uphold:1")
    assert (await world.last(head)).key == "not-yours"  # the officer did not say no


async def test_a_contest_is_over_where_the_rejection_is_taken_back(world: World, cast: Cast) -> None:
    await rejected(world, cast)
    await objects(world, cast)
    dismiss = next(one for one in (await world.last(cast.officer)).buttons if one.label == "❌ Tetap ditolak")
    await world.phone(cast.officer).taps_id(dismiss.id)
    await world.phone(cast.supervisor).taps("↩️ Batalkan")
    told = await world.last(cast.budi)
    assert told.key == "result-taken-back"
    assert "Keberatannya sudah selesai: kerja itu kembali diperiksa pengawas." in told.text
    await world.phone(cast.officer).writes("pulang duluan kata pengawas")
    answer = await world.last(cast.officer)
    assert answer.key == "contest-dropped-meanwhile"
    assert "Tulisan Anda, untuk disalin: pulang duluan kata pengawas" in answer.text
    assert (await world.keys(cast.budi))[-1] == "result-taken-back"
    await world.phone(cast.budi).writes("/riwayat")
    assert "sedang diperiksa" not in (await world.last(cast.budi)).text

    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).writes("pulang pukul 9")
    await world.phone(cast.budi).taps("✋ Saya keberatan")
    await world.phone(cast.budi).writes("saya kerja sampai selesai")
    card = await world.last(cast.officer)
    assert (card.key, "pulang pukul 9" in card.text) == ("contest-card", True)
    assert (await facts(world, cast))[-1] == "contest_filed"


async def test_words_of_a_contest_are_given_back_where_the_rejection_was_taken_back(
    world: World, cast: Cast
) -> None:
    await rejected(world, cast)
    await world.phone(cast.budi).taps("✋ Saya keberatan")
    await world.phone(cast.supervisor).taps("↩️ Batalkan")
    await world.phone(cast.budi).writes("saya kerja sampai pukul 11")
    answer = await world.last(cast.budi)
    assert answer.key == "contest-without-object"
    assert "Tulisan Anda, untuk disalin: saya kerja sampai pukul 11" in answer.text
    assert "contest-card" not in await world.keys(cast.officer)


async def test_what_comes_in_while_a_contest_is_decided_is_shown_before_it_counts(
    world: World, cast: Cast
) -> None:
    await rejected(world, cast)
    await objects(world, cast)
    await world.phone(cast.officer).taps("❌ Tetap ditolak")
    await world.phone(cast.budi).taps("➕ Tambah bukti")
    await world.phone(cast.budi).writes("guru SD Ibu Ani melihat")
    await world.phone(cast.officer).writes("tidak ada saksi")

    card = await world.last(cast.officer)
    assert card.key == "contest-card-more"
    assert "guru SD Ibu Ani melihat" in card.text
    assert "Tulisan Anda, untuk disalin: tidak ada saksi" in card.text
    assert "contest-dismissed-client" not in await world.keys(cast.budi)
    await world.phone(cast.supervisor).writes("ya")
    await world.phone(cast.officer).taps("➡️ Tetap begitu")
    assert "Kata pengawas" in (await world.last(cast.officer)).text
    assert "contest-dismissed-client" not in await world.keys(cast.budi)
    await world.phone(cast.officer).taps("➡️ Tetap begitu")
    assert "Alasannya: tidak ada saksi" in (await world.last(cast.budi)).text


async def test_evidence_that_comes_just_after_the_answer_is_kept_and_opens_it_once_more(
    world: World, cast: Cast
) -> None:
    await rejected(world, cast)
    await objects(world, cast)
    await world.phone(cast.budi).taps("➕ Tambah bukti")
    await world.phone(cast.officer).taps("❌ Tetap ditolak")
    await world.phone(cast.officer).writes("tidak ada saksi")
    await world.phone(cast.budi).writes("guru SD Ibu Ani melihat")
    late = await world.last(cast.budi)
    assert (late.key, [one.label for one in late.buttons]) == ("contest-came-late", ["➕ Ada bukti baru"])
    await world.phone(cast.budi).taps("➕ Ada bukti baru")

    card = await world.last(cast.officer)
    assert card.key == "contest-card"
    assert "guru SD Ibu Ani melihat" in card.text
    assert "Dibuka lagi karena ada bukti baru" in card.text
    await world.phone(cast.budi).taps("➕ Tambah bukti")
    await world.phone(cast.officer).taps("❌ Tetap ditolak")
    await world.phone(cast.officer).writes("sudah ditanyakan, tidak benar")
    await world.phone(cast.budi).sends_photo()
    assert (await world.last(cast.budi)).key == "contest-came-too-late"


async def test_words_in_the_minutes_after_a_contest_left_can_join_it(world: World, cast: Cast) -> None:
    await rejected(world, cast)
    await objects(world, cast)
    await world.phone(cast.budi).writes("saya menyapu dari pagi")
    asked = await world.last(cast.budi)
    assert (asked.key, asked.buttons[0].label) == ("contest-add-words", "➕ Ya, tambahkan")
    await world.phone(cast.budi).writes("Pak RT Sahar melihat")
    await world.phone(cast.budi).writes("ya")

    card = await world.last(cast.officer)
    assert card.key == "contest-card"
    assert "saya menyapu dari pagi" in card.text
    assert "Pak RT Sahar melihat" in card.text
    assert (await world.last(cast.budi)).key == "contest-filed"
    world.clock.moment = at(23, 13)
    await world.phone(cast.budi).writes("satu lagi pak")
    assert (await world.last(cast.budi)).key != "contest-add-words"


async def test_an_open_contest_is_listed_when_the_case_waits_to_be_closed(world: World, cast: Cast) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await rejected(world, cast)
    await objects(world, cast)
    await world.phone(cast.officer).taps_id(f"close-unserved:{cast.case.id}")
    await world.phone(cast.officer).writes("masa habis")
    assert "1 keberatan belum diputuskan" in (await world.last(head)).text
    await world.phone(head).taps("✅ Setujui")
    assert (await case_of(world, cast)).state is CaseState.ENDED
    await world.phone(cast.officer).taps_id("contest-uphold:1")
    await world.phone(cast.officer).writes("saksi membenarkan")
    await world.passes(at(23, 11, 10))

    assert (await case_of(world, cast)).state is CaseState.AWAITING_CLOSING  # the letter no longer holds


async def test_what_waits_is_found_again_and_can_be_withdrawn_from_there(world: World, cast: Cast) -> None:
    await rejected(world, cast)
    await objects(world, cast)
    line = "✋ Keberatan tentang Kam 23 Apr: sedang diperiksa, dijawab paling lambat Kamis, 30 April 2026."
    await world.phone(cast.budi).writes("/jam")
    assert line in (await world.last(cast.budi)).text.splitlines()
    await world.phone(cast.budi).writes("/riwayat")
    assert (await world.last(cast.budi)).text.splitlines()[1] == line
    await world.phone(cast.budi).taps("✋ Keberatan saya")
    assert "Tentang hari Kamis, 23 April 2026." in (await world.last(cast.budi)).text
    await world.phone(cast.budi).taps("↩️ Tarik keberatan")
    await world.phone(cast.budi).writes("/riwayat")

    assert line not in (await world.last(cast.budi)).text
    await world.phone(cast.budi).taps_id("contest-mine")
    assert (await world.last(cast.budi)).key == "contest-none-waits"
