"""What a client says under an excuse that was declined is never lost."""

from __future__ import annotations

import pytest
from sqlmodel import col, select

from bot.storage.excuse_requests import ExcuseRequest
from tests.conversations.conftest import Cast
from tests.conversations.test_excuse_requests import asks
from tests.conversations.test_guardian import Family, a_family
from tests.conversations.test_photos_awaited import always_with_a_photo
from tests.harness import World, at

DAY = "Tentang izin Kam 23 Apr yang belum disetujui."
AGAIN, TO_OFFICER, WORK = "📨 Ajukan lagi", "✉️ Untuk PK", "📷 Foto kerja"


async def declined(world: World, cast: Cast, minutes: int = 0) -> None:
    await asks(world, cast, proof="⏳ Bukti menyusul")
    await world.phone(cast.officer).taps("❌ Tolak")
    await world.phone(cast.officer).taps("🕗 Masih bisa datang")
    await world.passes(at(20, 12, minutes))


@pytest.mark.parametrize("minutes", [5, 50], ids=["at once", "an hour later"])
@pytest.mark.parametrize("words", ["tapi saya masih demam pak", "24 april", "suratnya besok"])
async def test_words_reach_the_officer_with_the_excuse_named(
    world: World, cast: Cast, minutes: int, words: str
) -> None:
    await declined(world, cast, minutes)
    await world.phone(cast.budi).writes(words)

    receipt, told = await world.last(cast.budi), await world.last(cast.officer)
    assert (receipt.key, DAY in receipt.text) == ("message-sent", True)
    assert DAY in told.text
    assert DAY not in told.text.splitlines()[0]
    assert words in told.text


async def test_so_does_a_recording(world: World, cast: Cast) -> None:
    await declined(world, cast)
    await world.phone(cast.budi).sends_voice()
    assert DAY in (await world.last(cast.budi)).text
    assert DAY in (await world.last(cast.officer)).text


async def test_what_follows_goes_on_in_the_thread(world: World, cast: Cast) -> None:
    await declined(world, cast)
    await world.phone(cast.budi).writes("tapi saya masih lemas")
    await world.phone(cast.budi).writes("suratnya menyusul")
    told = await world.last(cast.officer)
    assert ("suratnya menyusul" in told.text, DAY in told.text) == (True, False)


async def test_thanks_are_thanks(world: World, cast: Cast) -> None:
    await declined(world, cast)
    await world.phone(cast.budi).writes("terima kasih pak")
    assert (await world.last(cast.budi)).key == "thanks-heard"


async def test_what_is_written_after_a_yes_is_offered_to_be_sent(world: World, cast: Cast) -> None:
    await asks(world, cast, proof="⏳ Bukti menyusul")
    await world.phone(cast.officer).taps("✅ Setujui")
    await world.phone(cast.budi).writes("nanti suratnya saya antar ke kantor")
    await world.phone(cast.budi).taps("📨 Kirim ke PK")
    assert "nanti suratnya saya antar ke kantor" in (await world.last(cast.officer)).text


async def refused_in_the_morning(world: World, cast: Cast) -> None:
    """The no of seven o'clock, of what he asked the evening before."""
    world.clock.moment = at(22, 20)
    await asks(world, cast)
    world.clock.moment = at(23, 7)
    await world.phone(cast.officer).taps("❌ Tolak")
    await world.phone(cast.officer).taps("📎 Buktinya kurang")


@pytest.mark.parametrize("minutes", [5, 59], ids=["at once", "an hour later"])
async def test_a_letter_is_asked_about_and_the_site_never_sees_it(
    world: World, cast: Cast, minutes: int
) -> None:
    await refused_in_the_morning(world, cast)
    world.clock.moment = at(23, 7, minutes)
    await world.phone(cast.budi).sends_photo(text="surat dokter")
    asked = await world.last(cast.budi)
    labels = [one.label for one in asked.buttons]
    assert (asked.key, labels) == ("excuse-came-late", [AGAIN, TO_OFFICER, WORK])
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    assert not any(one.has_photo for one in await world.letters(cast.supervisor))

    await world.phone(cast.budi).taps_id(asked.buttons[1].id)
    told = await world.last(cast.officer)
    assert "surat dokter" in told.text
    assert DAY in told.text


async def test_so_is_a_letter_that_follows_his_words_or_comes_while_he_works(
    world: World, cast: Cast
) -> None:
    await refused_in_the_morning(world, cast)
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).writes("saya ada surat dokternya")
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.budi).sends_photo()
    assert (await world.last(cast.budi)).key == "excuse-came-late"
    assert not any(one.has_photo for one in await world.letters(cast.supervisor))
    await world.phone(cast.budi).taps(AGAIN)

    assert "📎 Bukti: 1 foto" in (await world.last(cast.officer)).text
    await world.phone(cast.budi).sends_photo()
    labels = [one.label for one in (await world.last(cast.budi)).buttons]
    assert AGAIN not in labels


async def test_the_photo_of_a_start_that_waits_for_it_is_none(world: World, cast: Cast) -> None:
    await always_with_a_photo(world, cast)
    await refused_in_the_morning(world, cast)
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.budi).sends_photo()
    assert (await world.last(cast.budi)).key == "receipt-start"


async def test_with_another_day_open_the_letter_may_be_for_either(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("/izin sakit 23/04 dan 30/04")
    await world.phone(cast.budi).taps("📨 Kirim tanpa bukti")
    await world.phone(cast.officer).taps("❌ Tolak")
    await world.phone(cast.officer).taps("📎 Buktinya kurang")
    await world.passes(at(20, 14))
    await world.phone(cast.budi).sends_photo()
    asked = await world.last(cast.budi)
    assert [one.label for one in asked.buttons][:2] == ["📎 Bukti izin", AGAIN]
    assert "Izin Kam 30 Apr belum disetujui" in asked.text


async def test_a_recording_while_he_works_is_for_the_officer_alone(world: World, cast: Cast) -> None:
    await refused_in_the_morning(world, cast)
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    before = len(await world.letters(cast.supervisor))
    await world.phone(cast.budi).sends_voice()

    assert (await world.last(cast.budi)).key == "message-sent"
    assert DAY in (await world.last(cast.officer)).text
    assert len(await world.letters(cast.supervisor)) == before


async def test_half_a_day_later_a_photo_and_a_recording_are_of_work(world: World, cast: Cast) -> None:
    await declined(world, cast)
    world.clock.moment = at(22, 8)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.budi).sends_photo()
    assert (await world.last(cast.budi)).key == "photo-added"
    await world.phone(cast.budi).sends_voice()
    assert (await world.last(cast.budi)).key == "voice-kept-work"


async def guardian_asks(world: World, cast: Cast, days: str = "23/04") -> Family:
    family = await a_family(world, cast)
    await world.phone(family.guardian).writes("/izin")
    await world.phone(family.guardian).taps("🤒 Sakit")
    await world.phone(family.guardian).writes(days)
    await world.phone(family.guardian).taps("📨 Kirim tanpa bukti")
    return family


async def test_a_guardian_who_asked_reads_why_not_and_the_officer_knows(world: World, cast: Cast) -> None:
    family = await guardian_asks(world, cast)
    await world.phone(cast.officer).taps("❌ Tolak")
    assert "Walinya yang mengajukan juga membacanya" in (await world.last(cast.officer)).text
    await world.phone(cast.officer).writes("mohon surat dokter dulu")

    told = await world.last(family.guardian)
    assert (told.key, "mohon surat dokter dulu" in told.text) == ("excuse-declined-guardian", True)
    assert 'ketik "izin"' in told.text
    assert "mohon surat dokter dulu" not in told.text.splitlines()[0]


async def test_of_a_clients_own_request_no_guardian_is_named(world: World, cast: Cast) -> None:
    await asks(world, cast)
    await world.phone(cast.officer).taps("❌ Tolak")
    assert "wali" not in (await world.last(cast.officer)).text.casefold()


@pytest.mark.parametrize("declined", [0, 1], ids=["the first day", "the second"])
async def test_where_one_of_two_days_is_declined_at_once_words_are_about_that(
    world: World, cast: Cast, declined: int
) -> None:
    family = await guardian_asks(world, cast, "23/04 dan 30/04")
    async with world.database.reading() as session:
        query = select(ExcuseRequest).order_by(col(ExcuseRequest.first))
        request = (await session.exec(query)).all()[declined]
    await world.phone(cast.officer).taps_id(f"excuse-decline:{request.id}")
    await world.phone(cast.officer).taps("📎 Buktinya kurang")
    await world.phone(family.guardian).writes("tapi anaknya demam tinggi")

    told = await world.last(cast.officer)
    day = ("Kam 23 Apr", "Kam 30 Apr")[declined]
    assert told.key == "message-new"
    assert f"Tentang izin {day} yang belum disetujui." in told.text


async def test_what_is_added_names_its_days(world: World, cast: Cast) -> None:
    await asks(world, cast)
    await world.phone(cast.budi).writes("demam sejak semalam")
    assert "Kam 23 Apr" in (await world.last(cast.budi)).text


async def test_a_no_leaves_the_questions_of_another_request(world: World, cast: Cast) -> None:
    await asks(world, cast)
    await world.phone(cast.budi).writes("/izin")
    await world.phone(cast.budi).taps("➕ Izin lain")
    await world.phone(cast.budi).taps("🤒 Sakit")
    await world.phone(cast.officer).taps("❌ Tolak")
    await world.phone(cast.officer).taps("📎 Buktinya kurang")
    await world.phone(cast.budi).writes("30/04")
    assert (await world.last(cast.budi)).key == "excuse-ask-proof"
