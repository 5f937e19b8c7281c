"""An officer writes once to many: he sees who gets it before, and it comes from him."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.domain.people import Role
from bot.storage.events import person_stream, stream_events
from bot.storage.models import Person
from bot.storage.post import Outbox
from tests.conversations.conftest import Cast
from tests.harness import World, at


async def sari_of(world: World, cast: Cast, *, enrolled: bool = True) -> Person:
    sari = await world.person(cast.office, "K-02", Role.CLIENT, name="Sari (contoh)", enrolled=enrolled)
    await world.case(sari, cast.officer, None)
    return sari


async def test_the_preview_counts_who_gets_it_and_names_whom_it_does_not_reach(
    world: World, cast: Cast
) -> None:
    await sari_of(world, cast, enrolled=False)
    phone = world.phone(cast.officer)
    await phone.writes("/kirim")
    await phone.taps("👥 Semua klien")
    await phone.writes("Besok kantor tutup.")
    preview = (await world.last(cast.officer)).text
    assert "Untuk 1 klien:\n“Besok kantor tutup.”" in preview
    assert "Tidak sampai ke 1 klien: Sari (contoh)" in preview
    assert await world.keys(cast.budi) == []
    await phone.taps("✅ Kirim (1)")

    letter = await world.last(cast.budi)
    assert letter.text.splitlines()[0] == "✉️ Bapak Budi (contoh), ada pesan dari Pk-01 (contoh)."
    assert "“Besok kantor tutup.”" in letter.text
    async with world.database.reading() as session:
        events = await stream_events(session, cast.office.id, person_stream(cast.officer.id))
    (sent,) = [one for one in events if one.kind == "circular_sent"]
    assert "tutup" not in (sent.payload or "")


async def test_the_answer_to_it_is_a_message_to_the_officer(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).taps_id("circular:all")
    await world.phone(cast.officer).writes("Ada yang butuh masker?")
    await world.phone(cast.officer).taps("✅ Kirim (1)")
    await world.phone(cast.budi).taps("↩️ Balas")
    await world.phone(cast.budi).writes("Saya, Pak")

    assert "Saya, Pak" in (await world.letter(cast.officer, "message-new")).text


async def test_only_those_of_the_site_or_of_the_day_get_it(world: World, cast: Cast) -> None:
    await sari_of(world, cast)
    world.clock.moment = at(22, 12)
    phone = world.phone(cast.officer)
    await phone.taps_id("circular:today")
    assert (await world.last(cast.officer)).key == "circular-nobody"
    await phone.taps_id("circular:tomorrow")
    assert "untuk 1 klien" in (await world.last(cast.officer)).text
    await phone.taps_id("circular:all")
    assert "untuk 2 klien" in (await world.last(cast.officer)).text
    await phone.taps_id("circular-sites")
    await phone.taps("Kantor Desa L1")
    assert "untuk 1 klien" in (await world.last(cast.officer)).text


async def test_the_same_words_within_half_an_hour_are_asked_about(world: World, cast: Cast) -> None:
    phone = world.phone(cast.officer)
    for _ in range(2):
        await phone.taps_id("circular:all")
        await phone.writes("Besok kantor tutup.")
        await phone.taps("✅ Kirim (1)")
    assert (await world.last(cast.officer)).key == "circular-same"
    assert (await world.keys(cast.budi)).count("message-from-office") == 1
    await phone.taps("📨 Kirim lagi")

    assert (await world.keys(cast.budi)).count("message-from-office") == 2


async def test_at_night_it_waits_for_the_morning(world: World, cast: Cast) -> None:
    world.clock.moment = at(22, 22)
    await world.phone(cast.officer).taps_id("circular:all")
    await world.phone(cast.officer).writes("Besok kantor tutup.")
    await world.phone(cast.officer).taps("🌅 Kirim pagi (1)")
    assert (await world.last(cast.officer)).key == "circular-later"
    assert await world.keys(cast.budi) == []
    world.clock.moment = at(23, 6)
    await world.carry()

    assert await world.keys(cast.budi) == ["message-from-office"]


async def test_whom_the_officer_ticks_gets_it(world: World, cast: Cast) -> None:
    """From page to page, on and off; also by typed numbers."""
    others = [await world.person(cast.office, f"K-{number:02}", Role.CLIENT) for number in range(2, 11)]
    for one in others:
        await world.case(one, cast.officer, None)
    phone = world.phone(cast.officer)
    await phone.writes("/kirim")
    await phone.taps("☑️ Pilih sendiri")
    await phone.types("➡️ Lanjut")
    assert (await world.last(cast.officer)).key == "circular-none-picked"
    await phone.types("⬜ Budi (contoh)")
    await phone.types("⬜ K-03 (contoh)")
    await phone.types("▶️ Berikutnya")
    await phone.types(f"⬜ {others[8].name}")
    await phone.types("◀️ Sebelumnya")
    await phone.types("☑️ K-03 (contoh)")
    shown = await world.last(cast.officer)
    assert "2 dari 10 klien dipilih" in shown.text
    assert "Halaman 1 dari 2" in shown.text
    await phone.types("➡️ Lanjut")
    await phone.writes("Besok bawa sepatu.")
    await phone.taps("✅ Kirim (2)")

    for one, count in ((cast.budi, 1), (others[8], 1), (others[1], 0)):
        assert (await world.keys(one)).count("message-from-office") == count
    await phone.taps_id(f"circular-tick:1:{others[1].id}")
    assert (await world.last(cast.officer)).key == "circular-was-sent"


async def test_nobody_elses_client_is_ticked(world: World, cast: Cast) -> None:
    other = await world.person(cast.office, "PK-02", Role.OFFICER)
    sari = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.case(sari, other, None)
    await world.phone(cast.officer).taps_id("circular-pick")
    for person, choice in ((cast.officer, f"circular-tick:1:{sari.id}"), (other, "circular-picked:1")):
        await world.phone(person).taps_id(choice)
        assert (await world.last(person)).key == "not-yours"


async def test_many_get_it_in_one_go(world: World, cast: Cast) -> None:
    people = [
        await world.person(cast.office, f"K-{number:03}", Role.CLIENT, enrolled=number % 2 == 0)
        for number in range(100, 130)
    ]
    for one in people:
        await world.case(one, cast.officer, None)
    await world.phone(cast.officer).taps_id("circular:all")
    await world.phone(cast.officer).writes("Besok kantor tutup.")
    preview = await world.last(cast.officer)
    assert "Untuk 16 klien" in preview.text
    assert "Tidak sampai ke 15 klien" in preview.text
    await world.phone(cast.officer).taps("✅ Kirim (16)")

    async with world.database.reading() as session:
        rows = (await session.exec(select(Outbox))).all()
    assert sum(one.content["key"] == "message-from-office" for one in rows) == 16


async def test_words_under_the_preview_are_the_new_text(world: World, cast: Cast) -> None:
    for typed in ("/kirim", "1", "bawa cangkul", "bawa cangkul, pukul 07.30"):
        await world.phone(cast.officer).writes(typed)
    preview = await world.last(cast.officer)
    assert (preview.key, "“bawa cangkul, pukul 07.30”" in preview.text) == ("circular-preview", True)
    await world.phone(cast.officer).writes("1")
    assert "“bawa cangkul, pukul 07.30”" in (await world.last(cast.budi)).text
    await world.phone(cast.officer).writes("terima kasih semua")
    assert "terima kasih semua" not in (await world.last(cast.budi)).text


async def test_a_plain_yes_under_the_preview_sends_it(world: World, cast: Cast) -> None:
    for typed in ("/kirim", "1", "bawa cangkul", "ya"):
        await world.phone(cast.officer).writes(typed)
    assert (await world.last(cast.officer)).key == "circular-sent"
    assert "“bawa cangkul”" in (await world.last(cast.budi)).text


async def test_words_to_somebody_who_wrote_meanwhile_change_no_message_to_many(
    world: World, cast: Cast
) -> None:
    for typed in ("/kirim", "1", "bawa cangkul"):
        await world.phone(cast.officer).writes(typed)
    world.clock.moment += timedelta(minutes=2)
    await world.phone(cast.budi).writes("/pesan besok saya boleh izin?")
    await world.phone(cast.officer).writes("ya")
    assert "message-from-office" not in await world.keys(cast.budi)
    await world.phone(cast.officer).taps("✅ Kirim (1)")
    assert "“bawa cangkul”" in (await world.last(cast.budi)).text


async def test_a_day_named_in_the_night_means_another_in_the_morning(world: World, cast: Cast) -> None:
    world.clock.moment = at(22, 22, 30)
    for typed in ("/kirim", "1", "Besok pukul 8 tepat"):
        await world.phone(cast.officer).writes(typed)
    assert "“besok” saat itu berarti lain" in (await world.last(cast.officer)).text
    await world.phone(cast.officer).writes("Kamis 23 April pukul 8 tepat")
    preview = await world.last(cast.officer)
    assert (preview.key, "berarti lain" in preview.text) == ("circular-preview", False)


async def test_what_waits_for_the_morning_is_taken_back(world: World, cast: Cast) -> None:
    world.clock.moment = at(22, 22, 30)
    for typed in ("/kirim", "1", "Kamis pukul 8 tepat"):
        await world.phone(cast.officer).writes(typed)
    await world.phone(cast.officer).taps("🌅 Kirim pagi (1)")
    await world.phone(cast.officer).taps("↩️ Batalkan")
    assert (await world.last(cast.officer)).key == "circular-taken-back"
    await world.phone(cast.officer).taps_id("circular-undo:1")
    assert (await world.last(cast.officer)).key == "circular-taken-back"
    world.clock.moment = at(23, 6)
    await world.carry()
    assert "message-from-office" not in await world.keys(cast.budi)


async def test_the_sites_turn_forwards_and_back_page_by_page(world: World, cast: Cast) -> None:
    for number in range(2, 15):
        site = await world.site(cast.office, cast.supervisor, code=f"L{number}")
        client = await world.person(cast.office, f"K-{number:02}", Role.CLIENT)
        await world.case(client, cast.officer, site, number=f"{number}/Pid (contoh)")
    phone = world.phone(cast.officer)
    await phone.taps_id("circular-sites")
    first = await world.last(cast.officer)
    assert "Halaman 1 dari 3" in first.text
    await phone.types("▶️ Berikutnya")
    second = await world.last(cast.officer)
    assert "Halaman 2 dari 3" in second.text
    await phone.types("▶️ Berikutnya")
    assert "Halaman 3 dari 3" in (await world.last(cast.officer)).text
    await phone.types("◀️ Sebelumnya")
    assert (await world.last(cast.officer)).text == second.text
    await phone.types("◀️ Sebelumnya")

    assert (await world.last(cast.officer)).text == first.text


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("lokasi", "circular-which-site"),
        ("semua", "circular-ask"),
        ("besok pak", "circular-nobody"),
        ("perlu", "needs"),
    ],
)
async def test_for_whom_is_said_by_one_word_of_its_button(
    world: World, cast: Cast, typed: str, key: str
) -> None:
    await world.phone(cast.officer).writes("/kirim")
    await world.phone(cast.officer).writes(typed)
    assert (await world.last(cast.officer)).key.startswith(key)


async def test_a_childs_name_in_the_text_is_pointed_out_before_it_is_sent(world: World, cast: Cast) -> None:
    child = await world.person(cast.office, "K-02", Role.CLIENT, name="Andi Saputra")
    await world.case(child, cast.officer, cast.site)
    async with world.database.transaction() as session:
        (await session.get_one(Person, child.id)).child = True
    phone = world.phone(cast.officer)
    await phone.taps_id("circular:all")
    await phone.writes("Besok Andi Saputra membawa sapu.")
    preview = await world.last(cast.officer)
    assert preview.key == "circular-preview"
    assert "menyebut nama Anak atau walinya: “Andi Saputra”" in preview.text
    await phone.writes("Semua ikut, kecuali andi.")
    assert "menyebut nama Anak atau walinya: “andi”" in (await world.last(cast.officer)).text
    await phone.writes("Besok K-02 membawa sapu.")
    assert "nama Anak" not in (await world.last(cast.officer)).text

    other = await world.person(cast.office, "PK-02", Role.OFFICER)
    siti = await world.person(cast.office, "K-03", Role.CLIENT)
    await world.case(siti, other, None)
    await world.phone(other).taps_id("circular:all")
    await world.phone(other).writes("Besok Andi Saputra ikut.")
    assert "nama Anak" not in (await world.last(other)).text
