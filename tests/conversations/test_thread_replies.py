"""What comes soon after the office's message is an answer to it, also without a button."""

from __future__ import annotations

import pytest

from bot.domain.people import Role
from tests.conversations.conftest import Cast
from tests.conversations.test_photos_awaited import seen_on_site
from tests.conversations.test_threads import guarded, messages
from tests.harness import HERE, World, at

FOR_OFFICER, WORK = "✉️ Untuk PK", "📷 Foto kerja"


async def sends_to_all(world: World, cast: Cast, words: str) -> None:
    await world.phone(cast.officer).taps_id("circular:all")
    await world.phone(cast.officer).writes(words)


async def circular(world: World, cast: Cast, words: str = "Jam berapa Bapak bisa datang?") -> None:
    await sends_to_all(world, cast, words)
    await world.phone(cast.officer).taps("✅ Kirim (1)")


@pytest.mark.parametrize("said", ["saya pak", "8", "08.00"])
async def test_a_plain_answer_to_a_message_to_many_reaches_the_officer(
    world: World, cast: Cast, said: str
) -> None:
    await circular(world, cast)
    await world.phone(cast.budi).writes(said)

    assert f"“{said}”" in (await world.letter(cast.officer, "message-new")).text
    assert (await world.last(cast.budi)).key == "message-sent"


async def test_so_does_one_to_a_message_that_waited_for_the_morning(world: World, cast: Cast) -> None:
    world.clock.moment = at(20, 22)
    await sends_to_all(world, cast, "Bawa sepatu.")
    await world.phone(cast.officer).taps("🌅 Kirim pagi (1)")
    await world.passes(at(21, 6, 1))
    await world.phone(cast.budi).writes("sepatu yang mana")
    assert "“sepatu yang mana”" in (await world.letter(cast.officer, "message-new")).text


async def test_a_reply_to_it_on_the_screen_is_an_answer_however_late(world: World, cast: Cast) -> None:
    await circular(world, cast)
    shown = (await world.last(cast.budi)).message
    world.clock.moment = at(22, 12)
    await world.hears(**{"from": cast.budi.code}, kind="text", text="jam delapan", reply_to=shown)
    assert "“jam delapan”" in (await world.letter(cast.officer, "message-new")).text


async def test_long_after_it_words_are_no_answer(world: World, cast: Cast) -> None:
    await circular(world, cast)
    world.clock.moment = at(20, 16)
    await world.phone(cast.budi).writes("selamat sore semua")
    assert [one for one in await messages(world) if one.sent_at] == []


async def test_a_photo_soon_after_the_offices_message_is_asked_about(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/pesan K-01 mohon kirim suratnya")
    await world.phone(cast.budi).sends_photo(text="ini suratnya")
    asked = await world.last(cast.budi)
    assert (asked.key, [one.label for one in asked.buttons]) == ("photo-which", [FOR_OFFICER, WORK])
    await world.phone(cast.budi).taps(FOR_OFFICER)

    told = await world.letter(cast.officer, "message-new")
    assert (told.has_photo, "“ini suratnya”" in told.text) == (True, True)
    assert (await world.last(cast.budi)).key == "message-sent"
    await world.phone(cast.budi).sends_location(HERE)
    assert not await seen_on_site(world, cast)


async def test_a_photo_of_work_is_one_tap_away(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location(HERE)
    await circular(world, cast)
    await world.phone(cast.budi).sends_photo()
    assert not await seen_on_site(world, cast)
    await world.phone(cast.budi).taps(WORK)
    assert (await world.last(cast.budi)).key == "photo-added"
    assert "message-new" not in await world.keys(cast.officer)


async def test_a_paper_that_was_asked_for_may_come_the_next_morning(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/pesan K-01")
    await world.phone(cast.officer).taps("📄 Minta surat")
    world.clock.moment = at(21, 9)
    await world.phone(cast.budi).sends_photo()
    assert (await world.last(cast.budi)).key == "photo-which"
    world.clock.moment = at(21, 13)
    await world.phone(cast.budi).sends_photo()
    assert (await world.last(cast.budi)).key == "photo-kept-send-location"


async def test_who_has_no_work_to_show_sends_it_without_a_question(world: World, cast: Cast) -> None:
    guardian = await guarded(world, cast)
    await world.phone(guardian).sends_photo()
    assert (await world.last(guardian)).key == "file-not-read-others"
    await world.phone(cast.officer).writes("/pesan wali K-01 mohon kirim suratnya")
    await world.phone(guardian).sends_photo()
    assert (await world.letter(cast.officer, "message-new")).has_photo
    await world.phone(guardian).sends_voice()
    assert "(rekaman suara)" in (await world.last(cast.officer)).text


async def test_a_recording_soon_after_it_is_for_the_officer_alone(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location(HERE)
    await circular(world, cast)
    await world.phone(cast.budi).sends_voice()
    assert "(rekaman suara)" in (await world.letter(cast.officer, "message-new")).text
    assert not any("🎧" in one.label for one in (await world.last(cast.supervisor)).buttons)


async def test_nobody_sends_somebody_elses_photo(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/pesan K-01 mohon kirim suratnya")
    await world.phone(cast.budi).sends_photo()
    button = (await world.last(cast.budi)).buttons[0].id
    siti = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.case(siti, cast.officer, cast.site)
    await world.phone(siti).taps_id(button)
    assert (await world.last(siti)).key == "not-yours"
