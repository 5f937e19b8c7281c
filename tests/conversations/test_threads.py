"""Client and officer write to each other here: nobody sees a number, nothing that was written is lost."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.domain.people import Role
from bot.storage.events import case_stream, stream_events
from bot.storage.models import Attendance, Case, Person
from bot.storage.threads import ThreadMessage
from tests.conversations.case_life import facts
from tests.conversations.conftest import Cast
from tests.conversations.test_review import worked
from tests.harness import FAR, World, at


async def messages(world: World) -> list[ThreadMessage]:
    async with world.database.reading() as session:
        return list((await session.exec(select(ThreadMessage).order_by(ThreadMessage.id))).all())  # type: ignore[arg-type]


async def test_a_client_writes_and_his_officer_answers(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("/bantuan")
    await world.phone(cast.budi).taps("✉️ Pesan ke PK")
    await world.phone(cast.budi).writes("bolehkah saya membawa sapu sendiri")

    told = await world.last(cast.officer)
    assert told.key == "message-new"
    assert "“bolehkah saya membawa sapu sendiri”" in told.text
    assert "Budi" not in told.text.splitlines()[0]
    await world.phone(cast.officer).taps("↩️ Balas")
    assert "“bolehkah saya membawa sapu sendiri”" in (await world.last(cast.officer)).text
    await world.phone(cast.officer).writes("boleh, Pak")

    answer = next(one for one in await world.letters(cast.budi) if one.key == "message-from-office")
    assert answer.text == "✉️ Bapak Budi (contoh), ada pesan dari Pk-01 (contoh).\n“boleh, Pak”"
    assert [one.read_by for one in await messages(world)] == [cast.officer.id, None]
    await world.phone(cast.budi).taps("↩️ Balas")
    await world.phone(cast.budi).writes("terima kasih banyak")
    assert "“terima kasih banyak”" in (await world.last(cast.officer)).text
    async with world.database.reading() as session:
        events = await stream_events(session, cast.office.id, case_stream(cast.case.id))
    assert not any("sapu" in (one.payload or "") for one in events)


async def test_unread_messages_stand_in_the_officers_list_until_they_are_read(
    world: World, cast: Cast
) -> None:
    await world.phone(cast.budi).writes("/pesan saya mau bertanya")
    await world.phone(cast.budi).writes("/pesan satu lagi")
    before = await world.queued()
    await world.phone(cast.officer).writes("/perlu")
    letters = await world.letters(cast.officer)
    assert "unread-heading" in await world.keys(cast.officer, after=before)
    assert any("Budi (contoh): 2 pesan, sejak Sen 20 Apr pukul 12.00 WITA" in one.text for one in letters)
    newest = [one for one in letters if one.key == "message-new"][-1]
    await world.phone(cast.officer).taps_id(newest.buttons[1].id, under=newest.message)

    before = await world.queued()
    await world.phone(cast.officer).writes("/perlu")
    assert "unread-heading" not in await world.keys(cast.officer, after=before)
    assert (await facts(world, cast))[-3:] == ["message_sent", "message_sent", "message_read"]
    assert ("message-read" in await world.keys(cast.budi)) is world.channel.caps.edit


async def test_outside_office_hours_the_client_reads_on_which_day_an_answer_comes(
    world: World, cast: Cast
) -> None:
    world.clock.moment = at(24, 20)
    await world.phone(cast.budi).writes("/pesan boleh ganti sepatu?")

    assert "jawabannya bisa diharapkan Senin, 27 April 2026" in (await world.last(cast.budi)).text


async def test_words_that_mean_nothing_here_go_to_the_officer_with_one_tap(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("besok jalan ke desa ditutup")
    assert (await world.last(cast.budi)).key == "not-understood-start"
    assert await world.letters(cast.officer) == []
    await world.phone(cast.budi).taps("📨 Kirim ke PK")

    assert "“besok jalan ke desa ditutup”" in (await world.last(cast.officer)).text
    world.clock.moment = at(20, 13)
    await world.phone(cast.budi).writes("selamat pagi pak")
    assert [one.sent_at is None for one in await messages(world)] == [False, True]
    await world.passes(at(22, 13))
    assert [one.words for one in await messages(world)] == ["besok jalan ke desa ditutup"]


async def test_a_worry_reaches_a_person_at_once_and_help_is_offered(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("saya diancam di tempat kerja")

    assert (await world.last(cast.officer)).key == "message-to-read"
    answer = await world.last(cast.budi)
    assert answer.key == "message-sent"
    await world.phone(cast.budi).taps("🙋 Minta bantuan")
    assert (await world.last(cast.budi)).key == "call-offer"
    assert await world.letters(cast.supervisor) == []


async def test_being_asked_for_money_is_a_worry(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("pengawas minta uang 50 ribu")

    assert (await world.last(cast.officer)).key == "message-to-read"
    assert (await world.last(cast.budi)).key == "message-sent"


async def test_what_follows_a_worry_joins_it_and_never_reaches_the_site(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    budi = world.phone(cast.budi)
    await budi.sends_location()
    await world.passes(at(23, 9))
    before = len(await world.letters(cast.supervisor))
    await budi.writes("dia juga pukul saya pakai sapu")
    assert "ikut ke PK, tidak ke lokasi" in (await world.last(cast.budi)).text
    await budi.sends_voice()
    await budi.sends_photo()
    world.clock.moment = at(23, 9, 14)
    await budi.writes("tolong cepat pak")
    world.clock.moment = at(23, 9, 28)
    await budi.writes("masih ada orangnya di sini")
    assert (await world.keys(cast.budi))[-4:] == ["message-added"] * 4

    told = [one for one in await world.letters(cast.officer) if one.key == "message-to-read"]
    assert len(told) == 5
    assert "“masih ada orangnya di sini”" in told[-1].text
    assert len(await world.letters(cast.supervisor)) == before
    assert [one.worrying and one.sent_at is not None for one in await messages(world)] == [True] * 5


@pytest.mark.parametrize("ended", ["a quarter of an hour", "a location"])
async def test_after_a_worry_work_goes_on(world: World, cast: Cast, ended: str) -> None:
    world.clock.moment = at(23, 8)
    budi = world.phone(cast.budi)
    await budi.sends_location()
    await budi.writes("/pesan saya diancam di sini")
    if ended == "a location":
        await budi.sends_location()
        await budi.taps("📍 Untuk kerja")
    else:
        world.clock.moment = at(23, 8, 16)
    await budi.sends_photo()

    assert (await world.last(cast.budi)).key == "photo-added"
    assert len(await messages(world)) == 1


@pytest.mark.parametrize("button", ["✉️ Untuk PK", "📍 Untuk kerja"])
async def test_where_no_work_is_due_a_location_after_a_worry_is_asked_about(
    world: World, cast: Cast, button: str
) -> None:
    budi = world.phone(cast.budi)
    await budi.writes("/pesan saya diancam di rumah")
    await budi.sends_location(FAR, exact=True)
    assert (await world.last(cast.budi)).key == "message-place-which"
    assert await world.letters(cast.supervisor) == []
    async with world.database.reading() as session:
        assert (await session.exec(select(Attendance))).all() == []
    await budi.taps(button)

    for_officer = button == "✉️ Untuk PK"
    told = (await world.last(cast.officer)).text
    assert ("https://maps.google.com/?q=-5.370000,119.443200" in told) is for_officer
    assert ((await world.last(cast.budi)).key == "message-added") is for_officer
    async with world.database.reading() as session:
        assert (len((await session.exec(select(Attendance))).all()) == 0) is for_officer


async def test_where_work_is_due_it_begins_it(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7, 55)
    await world.phone(cast.budi).writes("/pesan saya diancam di rumah")
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    assert (await world.last(cast.budi)).key == "receipt-start"


async def test_the_officer_writes_first_with_a_ready_sentence(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/klien K-01")
    await world.phone(cast.officer).taps("✉️ Kirim pesan")
    await world.phone(cast.officer).taps("💬 Tanya kabar")

    assert "Bagaimana kabarnya?" in (await world.last(cast.budi)).text
    assert (await world.last(cast.officer)).key == "message-sent-office"


async def test_a_photo_and_a_recording_are_for_the_officer_and_show_no_work(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("/pesan")
    await world.phone(cast.budi).sends_photo()
    shown = await world.last(cast.officer)
    assert (shown.key, shown.has_photo) == ("message-new", True)
    await world.phone(cast.budi).writes("/pesan")
    await world.phone(cast.budi).sends_voice()
    await world.phone(cast.officer).taps("🎧 Dengarkan")

    assert (await world.last(cast.officer)).key == "voice-here"
    assert "photo_added" not in await facts(world, cast)
    assert await world.letters(cast.supervisor) == []


async def test_a_new_officer_reads_the_thread_and_the_former_no_more(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("/pesan ibu saya dioperasi")
    before = (await world.last(cast.officer)).buttons[0]
    other = await world.person(cast.office, "PK-02", Role.OFFICER)
    async with world.database.transaction() as session:
        (await session.get_one(Case, cast.case.id)).officer_id = other.id
    await world.phone(other).writes("/pesan K-01")
    assert "“ibu saya dioperasi”" in (await world.last(other)).text
    await world.phone(cast.officer).taps_id(before.id)

    assert (await world.last(cast.officer)).key == "not-yours"


async def test_a_guardian_writes_under_his_own_name_and_reads_the_answer(world: World, cast: Cast) -> None:
    guardian = await world.person(cast.office, "W-01", Role.GUARDIAN)
    async with world.database.transaction() as session:
        (await session.get_one(Person, cast.budi.id)).child = True
        (await session.get_one(Case, cast.case.id)).guardian_id = guardian.id
    await world.phone(guardian).writes("/pesan apakah ia harus membawa bekal")

    told = await world.last(cast.officer)
    assert "Dari wali: K-01" in told.text
    await world.phone(cast.officer).taps("↩️ Balas")
    await world.phone(cast.officer).writes("ya, membawa air minum")
    assert "“ya, membawa air minum”" in (await world.letter(guardian, "message-from-office-guardian")).text
    assert await world.letters(cast.budi) == []


async def test_an_answer_to_the_guardian_is_none_to_the_child(world: World, cast: Cast) -> None:
    guardian = await world.person(cast.office, "W-01", Role.GUARDIAN)
    async with world.database.transaction() as session:
        (await session.get_one(Case, cast.case.id)).guardian_id = guardian.id
    await world.phone(cast.budi).writes("/pesan saya belum mau pulang")
    await world.phone(guardian).writes("/pesan apakah ia rajin?")
    await world.phone(cast.officer).taps("↩️ Balas")
    await world.phone(cast.officer).writes("ia rajin, Bu")

    child, parent, _ = await messages(world)
    assert (child.read_at, parent.read_at is not None) == (None, True)


async def test_who_replies_to_the_message_on_the_screen_answers_it(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("/pesan jam berapa besok")
    shown = await world.last(cast.officer)
    await world.hears(
        **{"from": cast.officer.code}, kind="text", text="pukul delapan", reply_to=shown.message
    )

    assert "“pukul delapan”" in (await world.letter(cast.budi, "message-from-office")).text


async def test_an_officer_hears_that_a_message_could_not_arrive(world: World, cast: Cast) -> None:
    await world.person(cast.office, "K-02", Role.CLIENT, enrolled=False)
    siti = await world.person(cast.office, "K-03", Role.CLIENT, enrolled=False)
    await world.case(siti, cast.officer, cast.site)
    await world.phone(cast.officer).writes("/pesan K-03")

    assert (await world.last(cast.officer)).key == "message-unreachable"
    assert await messages(world) == []


async def test_a_sentence_that_begins_with_a_command_is_the_answer_that_was_asked_for(
    world: World, cast: Cast
) -> None:
    await world.phone(cast.officer).writes("/pesan K-01")
    await world.phone(cast.officer).writes("klien lain juga sudah datang besok")
    assert (await messages(world))[-1].words == "klien lain juga sudah datang besok"

    await world.phone(cast.officer).writes("/pesan K-01")
    await world.phone(cast.officer).writes("klien lain datang")
    assert (await messages(world))[-1].words == "klien lain datang"

    await world.phone(cast.officer).writes("/pesan K-01")
    await world.phone(cast.officer).writes("klien K-01")
    assert (await world.last(cast.officer)).key == "client-card"
    await world.phone(cast.officer).writes("/klien budi")
    assert (await world.last(cast.officer)).key == "client-card"


@pytest.mark.parametrize(
    "said", ["izin sakit bu", "jam berapa besok", "pesan bapak saya", "lapor diri besok"]
)
async def test_two_or_three_words_that_begin_with_a_command_are_the_clients_answer(
    world: World, cast: Cast, said: str
) -> None:
    await world.phone(cast.budi).writes("/pesan")
    await world.phone(cast.budi).writes(said)
    assert (await messages(world))[-1].words == said

    await world.phone(cast.budi).writes("/pesan")
    await world.phone(cast.budi).writes("jam")
    assert (await world.last(cast.budi)).key != "message-sent"


async def test_words_after_a_code_are_the_message(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/pesan K-01 halo pak, besok pukul 9")
    assert (await messages(world))[-1].words == "halo pak, besok pukul 9"


async def test_words_are_awaited_still_after_a_photo_or_a_recording(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/pesan K-01")
    await world.phone(cast.officer).sends_photo()
    assert (await world.last(cast.officer)).key == "words-awaited"
    await world.phone(cast.officer).writes("besok pukul delapan ya")
    assert (await messages(world))[-1].words == "besok pukul delapan ya"

    await worked(world, cast.budi)
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).sends_voice()
    assert (await world.last(cast.supervisor)).key == "words-awaited"
    await world.phone(cast.supervisor).writes("😀")
    assert (await world.last(cast.supervisor)).key == "words-awaited"
    await world.phone(cast.supervisor).writes("pulang sebelum waktunya")
    await world.phone(cast.budi).taps("✋ Saya keberatan")
    await world.phone(cast.budi).sends_photo()
    assert (await world.last(cast.budi)).key == "words-awaited"
    await world.phone(cast.budi).writes("saya di belakang gedung")
    assert (await world.last(cast.officer)).key == "contest-card"


async def test_words_behind_the_code_of_a_client_with_several_cases_wait_for_the_choice(
    world: World, cast: Cast
) -> None:
    second = await world.case(cast.budi, cast.officer, None, number="9/2026")
    phone = world.phone(cast.officer)
    await phone.writes("/pesan K-01 besok pukul sembilan, Pak")
    assert "“besok pukul sembilan, Pak”" in (await world.last(cast.officer)).text
    await phone.taps("9/2026 · Budi (contoh)")

    assert "“besok pukul sembilan, Pak”" in (await world.letter(cast.budi, "message-from-office")).text
    assert [one.case_id for one in await messages(world)] == [second.id]
    await phone.taps("K-01/2026 · Budi (contoh)")
    assert (await world.last(cast.officer)).key == "message-ask-office"
    assert len(await messages(world)) == 1


async def test_words_that_wait_for_a_choice_go_to_nobody_else(world: World, cast: Cast) -> None:
    await world.case(cast.budi, cast.officer, None, number="9/2026")
    siti = await world.person(cast.office, "K-03", Role.CLIENT)
    other = await world.case(siti, cast.officer, cast.site)
    await world.phone(cast.officer).writes("/pesan K-01 besok pukul sembilan, Pak")
    await world.phone(cast.officer).taps_id(f"message-to:{other.id}")

    assert (await world.last(cast.officer)).key == "message-ask-office"
    assert await messages(world) == []


async def test_a_note_and_a_start_wait_for_the_choice_too(world: World, cast: Cast) -> None:
    await world.case(cast.budi, cast.officer, None, number="9/2026")
    phone = world.phone(cast.officer)
    await phone.writes("/catatan K-01 ibunya sakit")
    await phone.taps("9/2026 · Budi (contoh)")
    assert (await world.last(cast.officer)).key == "case-note-added"

    world.clock.moment = at(23, 8)
    await phone.writes("/hadirkan K-01 HP-nya rusak")
    await phone.taps("K-01/2026 · Budi (contoh)")
    assert (await world.last(cast.officer)).key == "assist-noted-start"


async def test_plain_answers_and_second_lines_go_on_in_the_thread(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/pesan K-01 nomor HP Bapak berubah?")
    await world.phone(cast.budi).writes("tidak pak")
    assert (await world.last(cast.budi)).key == "message-sent"
    await world.phone(cast.budi).writes("masih yang lama")
    assert "“masih yang lama”" in (await world.last(cast.officer)).text
    await world.phone(cast.officer).taps("↩️ Balas")
    await world.phone(cast.officer).writes("baik, terima kasih")
    await world.phone(cast.officer).writes("sampai Kamis")

    said = [one.words for one in await messages(world)]
    assert said[1:] == ["tidak pak", "masih yang lama", "baik, terima kasih", "sampai Kamis"]


async def test_hours_later_words_are_no_part_of_the_thread(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/pesan K-01 nomor HP Bapak berubah?")
    world.clock.moment = at(20, 16)
    await world.phone(cast.budi).writes("selamat sore")
    assert [one.words for one in await messages(world) if one.sent_at] == ["nomor HP Bapak berubah?"]


@pytest.mark.parametrize("typed", ["klien budi", "/klien budi", "perlu"])
async def test_a_command_below_a_sent_message_is_no_second_line(world: World, cast: Cast, typed: str) -> None:
    await world.phone(cast.officer).writes("/pesan K-01 besok jam 8")
    await world.phone(cast.officer).writes(typed)
    await world.phone(cast.officer).writes("catatan biasa saja")
    assert [one.words for one in await messages(world)] == ["besok jam 8"]


async def test_the_officer_reads_that_a_client_asked_for_no_messages(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("stop")
    await world.phone(cast.officer).writes("/pesan K-01 mohon ke kantor")

    told = await world.last(cast.officer)
    assert told.key == "message-stopped"
    assert "tidak punya HP" not in told.text


async def guarded(world: World, cast: Cast) -> Person:
    """Budi is a child here, and W-01 answers for him."""
    guardian = await world.person(cast.office, "W-01", Role.GUARDIAN)
    async with world.database.transaction() as session:
        (await session.get_one(Person, cast.budi.id)).child = True
        (await session.get_one(Case, cast.case.id)).guardian_id = guardian.id
    return guardian


@pytest.mark.parametrize(
    ("childs", "guardians", "whose"),
    [
        pytest.param("", "baik pak", "wali K-01", id="the guardian's"),
        pytest.param("", "anak saya dipukul", "wali K-01", id="the guardian's worry"),
        pytest.param("besok libur?", "anak saya dipukul", "wali K-01", id="his worry beside the child's"),
        pytest.param("besok libur?", "baik pak", "K-01", id="of both"),
    ],
)
async def test_what_a_guardian_wrote_stands_as_his(
    world: World, cast: Cast, childs: str, guardians: str, whose: str
) -> None:
    guardian = await guarded(world, cast)
    if childs:
        await world.phone(cast.budi).writes(f"/pesan {childs}")
    await world.phone(guardian).writes(f"/pesan {guardians}")
    await world.phone(cast.officer).writes("/perlu")
    assert f"✉️ {whose} menulis" in "\n".join(one.text for one in await world.letters(cast.officer))


@pytest.mark.parametrize("way", ["his card", "typed", "typed with words", "the thread"])
async def test_an_officer_writes_first_to_a_guardian(world: World, cast: Cast, way: str) -> None:
    guardian, phone = await guarded(world, cast), world.phone(cast.officer)
    if way == "typed with words":
        await phone.writes("/pesan wali K-01 besok rapat orang tua")
    else:
        await phone.writes({"his card": "/klien K-01", "typed": "/pesan wali K-01"}.get(way, "/pesan K-01"))
        if way != "typed":
            await phone.taps("👪 Pesan ke wali")
        await phone.writes("besok rapat orang tua")

    letter = await world.letter(guardian, "message-from-office-guardian")
    assert letter.text == (
        "✉️ Bapak/Ibu Wali, ada pesan untuk dibaca.\n"
        "Dari Pk-01 (contoh), tentang K-01:\n“besok rapat orang tua”"
    )
    assert (await world.last(cast.officer)).text.startswith("✉️ Terkirim kepada wali K-01.")
    assert await world.letters(cast.budi) == []
    await world.phone(guardian).writes("baik pak, saya datang")
    assert "Dari wali: K-01" in (await world.last(cast.officer)).text
    await phone.writes("/perlu")
    assert any("1 pesan" in one.text for one in await world.letters(cast.officer))
    await phone.writes("/pesan wali K-01")
    assert "kepada wali K-01:\n“besok rapat orang tua”" in (await world.last(cast.officer)).text


async def test_who_reaches_no_child_is_led_to_the_guardian(world: World, cast: Cast) -> None:
    guardian = await guarded(world, cast)
    await world.phone(cast.budi).writes("stop")
    await world.phone(cast.officer).writes("/pesan K-01 besok libur")
    assert (await world.last(cast.officer)).key == "message-stopped"
    await world.phone(cast.officer).taps("👪 Pesan ke wali")
    assert (await world.letters(guardian)) == []
    await world.phone(cast.officer).writes("besok libur, Bu")
    assert "“besok libur, Bu”" in (await world.last(guardian)).text


async def test_without_a_guardian_or_of_anothers_client_nothing_is_written(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/klien K-01")
    assert "👪 Pesan ke wali" not in [one.label for one in (await world.last(cast.officer)).buttons]
    await world.phone(cast.officer).taps_id(f"message-guardian:{cast.case.id}")
    assert (await world.last(cast.officer)).key == "message-no-guardian"
    await guarded(world, cast)
    other = await world.person(cast.office, "PK-02", Role.OFFICER)
    await world.phone(other).taps_id(f"message-guardian:{cast.case.id}")
    assert (await world.last(other)).key == "not-yours"


async def test_in_quiet_hours_what_answers_nothing_waits_for_the_morning(world: World, cast: Cast) -> None:
    guardian = await guarded(world, cast)
    world.clock.moment = at(20, 22)
    await world.phone(cast.officer).writes("/pesan wali K-01 besok rapat orang tua")
    told = await world.last(cast.officer)
    assert (told.key, "pukul 06.00" in told.text) == ("message-later-guardian", True)
    assert await world.letters(guardian) == []
    await world.passes(at(21, 6, 1))
    assert any("besok rapat" in one.text for one in await world.letters(guardian))
    world.clock.moment = at(21, 22)
    await world.phone(guardian).writes("/pesan anak saya belum pulang")
    await world.phone(cast.officer).taps("↩️ Balas")
    await world.phone(cast.officer).writes("saya cari, Bu")
    assert any("“saya cari, Bu”" in one.text for one in await world.letters(guardian))


async def test_plain_words_under_a_clients_message_are_offered_to_him(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("/pesan pak, besok saya boleh izin?")
    await world.phone(cast.officer).writes("boleh, jangan lupa surat")
    asked = await world.last(cast.officer)
    assert asked.key == "message-offer-client"
    assert "“boleh, jangan lupa surat”" in asked.text
    assert "message-from-office" not in await world.keys(cast.budi)
    await world.phone(cast.officer).writes("1")

    assert "“boleh, jangan lupa surat”" in (await world.letter(cast.budi, "message-from-office")).text
    assert (await messages(world))[0].read_by == cast.officer.id


async def test_a_second_line_below_the_offer_joins_it_and_yes_sends_both(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("/pesan pak, besok saya boleh izin?")
    for line in ("boleh", "jangan lupa surat", "ya"):
        await world.phone(cast.officer).writes(line)

    assert "“boleh\njangan lupa surat”" in (await world.letter(cast.budi, "message-from-office")).text
    assert (await world.keys(cast.budi)).count("message-from-office") == 1


async def test_a_second_line_is_not_for_another_who_wrote_meanwhile(world: World, cast: Cast) -> None:
    sari = await world.person(cast.office, "K-02", Role.CLIENT, name="Sari (contoh)")
    await world.case(sari, cast.officer, cast.site)
    await world.phone(cast.officer).writes("/pesan K-01 bawa sapu")
    world.clock.moment += timedelta(minutes=1)
    await world.phone(sari).writes("/pesan besok saya boleh izin?")
    await world.phone(cast.officer).writes("boleh saja")
    assert "Sari" in (await world.last(cast.officer)).text
    assert (await world.keys(cast.budi)).count("message-from-office") == 1


async def test_words_below_something_else_are_offered_to_nobody(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("/pesan pak, besok saya boleh izin?")
    await world.phone(cast.officer).writes("/perlu")
    await world.phone(cast.officer).writes("boleh, jangan lupa surat")
    assert (await world.last(cast.officer)).key == "not-understood-officer"


async def test_words_behind_a_name_are_kept_and_sent_with_one_tap(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/pesan budi besok bawa sapu")
    assert (await world.last(cast.officer)).key == "message-offer-client"
    await world.phone(cast.officer).taps("↩️ Kirim ke Budi (contoh)")
    assert "“besok bawa sapu”" in (await world.letter(cast.budi, "message-from-office")).text


async def test_a_syllable_of_a_name_is_no_name(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/pesan di rumah saja")
    assert (await world.last(cast.officer)).key == "client-not-found"
