"""Two officers at once: the second reads what the first did, and nothing counts twice or is overwritten."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import select

from bot.domain.leaves import LeaveState
from bot.domain.people import Role
from bot.domain.threads import Side
from bot.storage import queries
from bot.storage.leaves import Leave
from bot.storage.models import Case, Person
from tests.conversations.case_life import works
from tests.conversations.conftest import Cast
from tests.conversations.test_contests import credited
from tests.conversations.test_threads import messages
from tests.harness import World, at


@pytest.fixture
async def other(world: World, cast: Cast) -> Person:
    """Who guides Budi in these days too, while his officer is away and reads on."""
    other = await world.person(cast.office, "PK-02", Role.OFFICER, name="Dewi (contoh)")
    async with world.database.transaction() as session:
        session.add(
            Leave(
                office_id=cast.office.id,
                person_id=cast.officer.id,
                stand_in_id=other.id,
                first=date(2026, 4, 20),
                last=date(2026, 5, 20),
                state=LeaveState.ACCEPTED,
                asked_by=cast.officer.id,
                asked_at=world.clock.now(),
            )
        )
    return other


UNRECORDED = 0
"""The number of the reason *kerja tak tercatat*."""


async def opens(world: World, cast: Cast, who: Person) -> None:
    await world.phone(who).taps_id(f"adjust-for:{cast.case.id}:{UNRECORDED}")


async def adjusted(world: World, cast: Cast) -> int:
    async with world.database.reading() as session:
        return (await queries.balance_of(session, cast.case)).adjusted


async def test_the_same_correction_by_two_officers_counts_once(
    world: World, cast: Cast, other: Person
) -> None:
    await opens(world, cast, cast.officer)
    await opens(world, cast, other)
    await world.phone(cast.officer).writes("+60 16/04/2026 lupa dicatat")
    await world.phone(cast.officer).taps("💾 Simpan")
    await world.phone(other).writes("+60 16/04/2026 pengawas lupa")

    asked = await world.last(other)
    assert asked.key == "adjust-again-up"
    assert f"{cast.officer.name} sudah menambah 1 jam untuk Kam 16 Apr (Kerja tak tercatat)" in asked.text
    assert await adjusted(world, cast) == 60
    await world.phone(other).taps("✏️ Tetap koreksi")
    assert await adjusted(world, cast) == 120
    await world.phone(other).taps("✏️ Tetap koreksi")
    assert await adjusted(world, cast) == 120


async def test_what_was_corrected_before_is_shown_too(world: World, cast: Cast, other: Person) -> None:
    await opens(world, cast, cast.officer)
    await world.phone(cast.officer).writes("+60 16/04/2026 lupa dicatat")
    await world.phone(cast.officer).taps("💾 Simpan")
    await opens(world, cast, other)
    await world.phone(other).writes("+60 16/04/2026 pengawas lupa")
    assert (await world.last(other)).key == "adjust-again-up"

    await world.phone(other).writes("+60 09/04/2026 pengawas lupa")
    await world.phone(other).taps("💾 Simpan")
    assert (await world.last(other)).key == "adjusted-up"


async def test_hours_that_were_confirmed_meanwhile_are_shown_before_they_count_twice(
    world: World, cast: Cast
) -> None:
    world.clock.moment = at(23, 7)
    await opens(world, cast, cast.officer)
    await works(world, cast, 23)
    world.clock.moment = at(23, 7, 30)
    await world.phone(cast.officer).writes("+180 23/04/2026 kerja biasa")

    asked = await world.last(cast.officer)
    assert "jam Kam 23 Apr berubah: semula 0 menit, sekarang 3 jam" in asked.text
    assert await adjusted(world, cast) == 0


async def test_what_moves_while_he_reads_is_shown_once_more(world: World, cast: Cast, other: Person) -> None:
    await opens(world, cast, cast.officer)
    await world.phone(cast.officer).writes("+60 16/04/2026 lupa dicatat")
    await world.phone(cast.officer).taps("💾 Simpan")
    await opens(world, cast, other)
    await world.phone(other).writes("+60 16/04/2026 pengawas lupa")
    await opens(world, cast, cast.officer)
    await world.phone(cast.officer).writes("+30 16/04/2026 membereskan alat")
    await world.phone(cast.officer).taps("✏️ Tetap koreksi")
    await world.phone(other).taps("✏️ Tetap koreksi")

    assert "semula 1 jam, sekarang 1 jam 30 menit" in (await world.last(other)).text
    assert await adjusted(world, cast) == 90


async def contests_thursday(world: World, cast: Cast) -> None:
    """Budi misses Thursday the 23rd, and says that he worked from eight to eleven."""
    await world.passes(at(24, 9))
    await world.phone(cast.budi).writes("/riwayat")
    await world.phone(cast.budi).taps("✋ Ada yang keliru")
    await world.phone(cast.budi).taps("✋ Kam 23 Apr")
    await world.phone(cast.budi).taps("✅ Sesuai catatan")
    await world.phone(cast.budi).writes("saya kerja, HP ketinggalan")


async def adds_three_hours(world: World, cast: Cast, who: Person) -> None:
    await opens(world, cast, who)
    await world.phone(who).writes("+180 23/04/2026 dibenarkan Pak Dusun")
    await world.phone(who).taps("✏️ Tetap koreksi")


async def test_who_corrects_a_contested_day_is_told_before_he_writes_and_led_there(
    world: World, cast: Cast
) -> None:
    await contests_thursday(world, cast)
    await world.phone(cast.officer).taps_id(f"adjust:{cast.case.id}")
    assert "Klien keberatan tentang Kam 23 Apr" in (await world.last(cast.officer)).text
    await world.phone(cast.officer).taps("✋ Buka Kam 23 Apr")
    assert (await world.last(cast.officer)).key == "contest-card"

    await opens(world, cast, cast.officer)
    await world.phone(cast.officer).writes("+180 23/04/2026 dibenarkan Pak Dusun")
    asked = await world.last(cast.officer)
    assert asked.key == "adjust-again-up"
    assert "Klien keberatan tentang Kam 23 Apr" in asked.text


async def test_hours_added_while_a_contest_is_open_do_not_count_beside_it(
    world: World, cast: Cast, other: Person
) -> None:
    await contests_thursday(world, cast)
    await adds_three_hours(world, cast, cast.officer)
    assert await credited(world, cast) == 180
    card = await world.letter(other, "contest-card")
    assert f"Sesudah keberatan masuk, PK {cast.officer.name} menambah 3 jam" in card.text
    await world.phone(other).taps("✅ Klien benar")
    assert "tambahan itu tidak dihitung lagi" in (await world.last(other)).text
    await world.phone(other).writes("Pak Dusun membenarkan")

    assert await credited(world, cast) == 180
    told = (await world.letter(cast.budi, "result-confirmed")).text
    assert "Koreksi 3 jam dari PK untuk hari itu sudah termasuk" in told
    assert "Jumlah jam diakui sekarang: 3 jam" in told
    assert (await world.last(cast.officer)).key == "contest-included-corrector"


async def test_a_correction_made_while_the_reason_is_written_is_shown_first(
    world: World, cast: Cast, other: Person
) -> None:
    await contests_thursday(world, cast)
    await world.phone(other).taps("✅ Klien benar")
    await adds_three_hours(world, cast, cast.officer)
    await world.phone(other).writes("Pak Dusun membenarkan")

    asked = await world.last(other)
    assert asked.key == "contest-ask-uphold-entry"
    assert "menambah 3 jam" in asked.text
    assert "Tulisan Anda, untuk disalin: Pak Dusun membenarkan" in asked.text
    await world.phone(other).writes("Pak Dusun membenarkan")
    assert await credited(world, cast) == 180


async def test_a_dismissed_contest_leaves_the_correction(world: World, cast: Cast, other: Person) -> None:
    await contests_thursday(world, cast)
    await adds_three_hours(world, cast, cast.officer)
    await world.phone(other).taps("❌ Catatan tetap")
    await world.phone(other).writes("sudah dikoreksi")

    assert (await world.last(other)).key == "contest-dismissed"
    assert await credited(world, cast) == 180


async def test_who_decides_second_reads_who_did_and_keeps_his_words(
    world: World, cast: Cast, other: Person
) -> None:
    await contests_thursday(world, cast)
    for who in (cast.officer, other):
        await world.phone(who).taps_id("contest-dismiss:1")
    await world.phone(cast.officer).writes("tidak ada saksi")
    await world.phone(other).writes("daftar hadir kosong")

    read = await world.last(other)
    assert read.key == "contest-decided-meanwhile"
    assert f"sudah diputus {cast.officer.name}" in read.text
    assert "Alasannya: tidak ada saksi" in read.text
    assert "Tulisan Anda, untuk disalin: daftar hadir kosong" in read.text


async def test_who_suspends_second_reads_who_did_and_keeps_his_words(
    world: World, cast: Cast, other: Person
) -> None:
    for entry, reasons in (("suspend", ("dirawat", "operasi")), ("resume", ("sudah sembuh", "sehat"))):
        for who in (cast.officer, other):
            await world.phone(who).taps_id(f"{entry}:{cast.case.id}")
        for who, reason in zip((cast.officer, other), reasons, strict=True):
            await world.phone(who).writes(reason)
        read = await world.last(other)
        assert read.key == "case-changed-meanwhile"
        assert f"Oleh {cast.officer.name}. Alasannya: {reasons[0]}" in read.text
        assert f"Tulisan Anda, untuk disalin: {reasons[1]}" in read.text


async def sent(world: World) -> list[str]:
    """The office's words to Budi, oldest first."""
    written = [one for one in await messages(world) if one.side is Side.OFFICE and one.sent_at]
    return [one.words or one.template for one in written]


async def test_who_answers_second_reads_the_first_answer_and_sends_only_what_he_confirms(
    world: World, cast: Cast, other: Person
) -> None:
    await world.phone(cast.budi).writes("/pesan boleh saya pulang lebih awal?")
    for who in (cast.officer, other):
        await world.phone(who).writes("/pesan K-01")
    await world.phone(cast.officer).writes("boleh, Pak")
    await world.phone(other).writes("tidak boleh, Pak")

    read = await world.last(other)
    assert read.key == "message-answered-meanwhile"
    assert "“boleh, Pak”" in read.text
    assert "Tulisan Anda:\n“tidak boleh, Pak”" in read.text
    assert await sent(world) == ["boleh, Pak"]
    await world.phone(other).taps("📨 Tetap kirim")
    await world.phone(other).taps("📨 Tetap kirim")
    assert await sent(world) == ["boleh, Pak", "tidak boleh, Pak"]
    assert (await world.last(other)).key == "message-was-sent"


async def test_what_a_colleague_has_answered_is_shown_before_a_ready_sentence_or_a_reply(
    world: World, cast: Cast, other: Person
) -> None:
    await world.phone(cast.budi).writes("/pesan boleh saya pulang lebih awal?")
    shown = await world.letter(other, "message-new")
    await world.phone(other).taps("↩️ Balas")
    await world.phone(cast.officer).writes("/pesan K-01")
    await world.phone(cast.officer).writes("boleh, Pak")
    await world.phone(other).taps("🙏 Terima kasih")
    assert (await world.last(other)).key == "message-answered-meanwhile"
    await world.hears(**{"from": other.code}, kind="text", text="tidak boleh", reply_to=shown.message)
    assert (await world.last(other)).key == "message-answered-meanwhile"

    assert await sent(world) == ["boleh, Pak"]


async def test_a_ready_sentence_that_is_tapped_twice_is_sent_once(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/pesan K-01")
    template = f"message-template:{cast.case.id}:{cast.budi.id}:news:0"
    await world.phone(cast.officer).taps_id(template)
    await world.phone(cast.officer).taps_id(template)

    assert await sent(world) == ["news"]
    assert (await world.last(cast.officer)).key == "message-was-sent"
    await world.phone(cast.officer).writes("/pesan K-01")
    await world.phone(cast.officer).taps("💬 Tanya kabar")
    assert await sent(world) == ["news", "news"]


async def test_only_what_was_shown_is_marked_as_read(world: World, cast: Cast, other: Person) -> None:
    for number in range(1, 10):
        await world.phone(cast.budi).writes(f"/pesan soal nomor {number}")
    await world.phone(other).writes("/pesan K-01")
    first = await world.last(other)
    assert "soal nomor 1”" in first.text
    assert "soal nomor 6”" not in first.text
    assert "… dan 4 pesan lagi sesudah ini." in first.text
    await world.phone(other).taps("▶️ Berikutnya")
    assert "soal nomor 9”" in (await world.last(other)).text
    await world.phone(cast.officer).taps_id(f"message-page:{cast.case.id}:{cast.budi.id}:5")
    await world.phone(other).writes("/pesan K-01")
    await world.phone(other).writes("satu per satu, Pak")
    assert [one.words[-1] for one in await messages(world) if one.read_at] == list("12345")

    await world.phone(cast.officer).writes("semuanya beres")
    await world.phone(cast.officer).taps("📨 Tetap kirim")
    assert [one.words[-1] for one in await messages(world) if one.read_at] == list("123456789")


async def test_who_may_read_the_thread_opens_its_photos_and_recordings(
    world: World, cast: Cast, other: Person
) -> None:
    async with world.database.transaction() as session:
        leave = (await session.exec(select(Leave))).one()
        leave.first = date(2026, 4, 23)
    for sends in (world.phone(cast.budi).sends_photo, world.phone(cast.budi).sends_voice):
        await world.phone(cast.budi).writes("/pesan")
        await sends()
    world.clock.moment = at(23, 9)
    assert await world.letters(other) == []
    await world.phone(other).writes("/pesan K-01")
    button = f"message-attached:{cast.case.id}:1:2"
    await world.phone(other).taps("📎 Lihat lampiran")
    assert (await world.last(other)).key == "voice-here"
    await world.phone(other).taps_id(button)

    assert [one.key for one in (await world.letters(other))[-2:]] == ["message-photo", "voice-here"]
    third = await world.person(cast.office, "PK-03", Role.OFFICER)
    await world.phone(third).taps_id(button)
    assert (await world.last(third)).key == "not-yours"


async def test_who_ends_a_case_second_reads_who_did_and_keeps_his_words(
    world: World, cast: Cast, other: Person
) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    for who in (cast.officer, other):
        await world.phone(who).taps_id(f"close-unserved:{cast.case.id}")
    await world.phone(cast.officer).writes("dicabut jaksa")
    await world.phone(other).writes("pindah provinsi")

    read = await world.last(other)
    assert read.key == "closing-chosen-meanwhile"
    assert f"sudah diusulkan {cast.officer.name}" in read.text
    assert "berakhir belum selesai" in read.text
    assert "Alasan PK: dicabut jaksa" in read.text
    assert "Tulisan Anda, untuk disalin: pindah provinsi" in read.text
    assert (await world.keys(head)).count("closing-for-head") == 1

    await world.phone(other).taps_id(f"close-unserved:{cast.case.id}")
    assert "Alasan PK: dicabut jaksa" in (await world.last(other)).text
    await world.phone(other).writes("pindah provinsi")
    assert "Alasan PK: pindah provinsi" in (await world.last(head)).text


async def test_a_case_closed_while_he_writes_why_it_ends_gives_his_words_back(
    world: World, cast: Cast, other: Person
) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    for who in (cast.officer, other):
        await world.phone(who).taps_id(f"close-unserved:{cast.case.id}")
    await world.phone(cast.officer).writes("dicabut jaksa")
    await world.phone(head).taps("✅ Setujui")
    await world.phone(other).writes("pindah provinsi")

    read = await world.last(other)
    assert read.key == "case-changed-meanwhile"
    assert f"Oleh {head.name}. Alasannya: dicabut jaksa" in read.text
    assert "Tulisan Anda, untuk disalin: pindah provinsi" in read.text


async def asks_to_be_excused(world: World, cast: Cast) -> int:
    await world.phone(cast.budi).writes("/izin keluarga 23/04 24/04 hajatan")
    await world.phone(cast.budi).taps("📨 Kirim tanpa bukti")
    return 1


async def test_who_declines_what_was_granted_meanwhile_reads_who_did_and_keeps_his_words(
    world: World, cast: Cast, other: Person
) -> None:
    request = await asks_to_be_excused(world, cast)
    await world.phone(other).taps_id(f"excuse-decline:{request}")
    await world.phone(cast.officer).taps_id(f"excuse-approve:{request}")
    before = len(await world.keys(cast.budi))
    await world.phone(other).writes("sudah terlalu sering")

    read = await world.letter(other, "excuse-decided-meanwhile")
    assert f"sudah dijawab {cast.officer.name}" in read.text
    assert "disetujui." in read.text
    assert "Tulisan Anda, untuk disalin: sudah terlalu sering" in read.text
    assert len(await world.keys(cast.budi)) == before


async def test_who_grants_what_was_declined_meanwhile_reads_who_did_and_why(
    world: World, cast: Cast, other: Person
) -> None:
    request = await asks_to_be_excused(world, cast)
    await world.phone(cast.officer).taps_id(f"excuse-decline:{request}")
    await world.phone(cast.officer).writes("hajatannya malam")
    before = len(await world.keys(cast.budi))
    for button in ("excuse-approve", "excuse-decline", "excuse-part"):
        await world.phone(other).taps_id(f"{button}:{request}")
        read = await world.letter(other, "excuse-decided-meanwhile-why")
        assert f"sudah dijawab {cast.officer.name}" in read.text
        assert "Alasannya: hajatannya malam" in read.text
    assert (await world.keys(other)).count("excuse-decided-meanwhile-why") == 3
    assert len(await world.keys(cast.budi)) == before


async def test_who_grants_some_days_second_keeps_his_words(world: World, cast: Cast, other: Person) -> None:
    request = await asks_to_be_excused(world, cast)
    for label in ("☑️ Sebagian", "⬜ Jum 24 Apr", "➡️ Lanjut"):
        phone = world.phone(other)
        await (phone.taps_id(f"excuse-part:{request}") if label == "☑️ Sebagian" else phone.types(label))
    await world.phone(cast.officer).taps_id(f"excuse-approve:{request}")
    await world.phone(other).writes("Kamis masih bisa")

    read = await world.letter(other, "excuse-decided-meanwhile")
    assert "Tulisan Anda, untuk disalin: Kamis masih bisa" in read.text


async def test_a_request_that_was_withdrawn_while_he_writes_gives_his_words_back(
    world: World, cast: Cast
) -> None:
    request = await asks_to_be_excused(world, cast)
    await world.phone(cast.officer).taps_id(f"excuse-decline:{request}")
    await world.phone(cast.budi).taps("↩️ Tarik izin")
    await world.phone(cast.officer).writes("hajatannya malam")

    read = await world.letter(cast.officer, "excuse-withdrawn-meanwhile")
    assert "Tulisan Anda, untuk disalin: hajatannya malam" in read.text


async def read_by(world: World) -> list[int | None]:
    return [one.read_by for one in await messages(world) if one.side is not Side.OFFICE]


async def test_sudah_dibaca_marks_only_what_came_to_whoever_presses_it(world: World, cast: Cast) -> None:
    for words in ("soal pertama", "soal kedua"):
        await world.phone(cast.budi).writes(f"/pesan {words}")
    colleague = await world.person(cast.office, "PK-03", Role.OFFICER)
    async with world.database.transaction() as session:
        (await session.get_one(Case, cast.case.id)).officer_id = colleague.id
    await world.phone(cast.budi).writes("/pesan soal ketiga")
    await world.phone(cast.budi).writes("/pesan soal keempat")
    await world.phone(colleague).taps("✅ Sudah dibaca")

    assert await read_by(world) == [None, None, colleague.id, colleague.id]
    await world.phone(colleague).writes("/pesan K-01")
    await world.phone(colleague).types("✅ Sudah dibaca")
    assert await read_by(world) == [colleague.id] * 4
    assert (await world.last(colleague)).key == "message-closed"
    await world.phone(colleague).writes("sudah saya baca semua")
    assert await sent(world) == []
    await world.phone(colleague).writes("/pesan K-01")
    assert "Sudah dibaca" not in str(await world.last(colleague))


async def test_a_reply_marks_only_what_came_to_whoever_replies(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("/pesan soal pertama")
    colleague = await world.person(cast.office, "PK-03", Role.OFFICER)
    async with world.database.transaction() as session:
        (await session.get_one(Case, cast.case.id)).officer_id = colleague.id
    await world.phone(cast.budi).writes("/pesan soal kedua")
    shown = await world.letter(colleague, "message-new")
    await world.hears(**{"from": colleague.code}, kind="text", text="boleh, Pak", reply_to=shown.message)

    assert await read_by(world) == [None, colleague.id]


async def test_two_who_were_shown_the_same_do_not_both_count(world: World, cast: Cast, other: Person) -> None:
    for who in (cast.officer, other):
        await opens(world, cast, who)
        await world.phone(who).writes("+60 16/04/2026 pengawas lupa")
    for who in (cast.officer, other):
        await world.phone(who).taps("💾 Simpan")
    assert ((await world.last(other)).key, await adjusted(world, cast)) == ("adjust-again-up", 60)
