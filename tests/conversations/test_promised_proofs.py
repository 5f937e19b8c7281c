"""Words and recordings that come while a proof is on its way, without its button, are asked about."""

from __future__ import annotations

from sqlmodel import select

from bot.storage.excuse_requests import ExcuseProof
from bot.storage.voices import VoiceNote
from tests.conversations.conftest import Cast
from tests.conversations.test_excuse_requests import asks, the_request
from tests.conversations.test_guardian import Family, a_family
from tests.harness import World, at

PROOF = "📎 Bukti izin"


async def promised(world: World, cast: Cast) -> None:
    """The letter is to come by the 23rd; it is the day after the request."""
    await asks(world, cast, proof="⏳ Bukti menyusul")
    await world.passes(at(21, 12))


async def test_a_recording_is_the_proof_if_he_says_so(world: World, cast: Cast) -> None:
    await promised(world, cast)
    await world.phone(cast.budi).sends_voice()
    which, told = await world.last(cast.budi), await world.last(cast.officer)
    assert (which.key, told.key) == ("voice-which", "voice-told-officer")
    await world.phone(cast.budi).taps(PROOF)

    assert (await world.last(cast.budi)).key == "excuse-added"
    assert "📎 Bukti: 0 foto, 1 rekaman" in (await world.last(cast.officer)).text
    assert (await the_request(world)).look_at is None
    await world.phone(cast.budi).taps_id(which.buttons[0].id)
    assert (await world.last(cast.budi)).key == "voice-said-already"
    async with world.database.reading() as session:
        assert len((await session.exec(select(ExcuseProof))).all()) == 1


async def test_else_it_is_a_recording_like_any_other(world: World, cast: Cast) -> None:
    await asks(world, cast, proof="⏳ Bukti menyusul")
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    before = len(await world.letters(cast.supervisor))
    await world.phone(cast.budi).sends_voice()
    assert len(await world.letters(cast.supervisor)) == before
    await world.phone(cast.budi).taps("🎧 Bukan bukti")

    assert (await world.last(cast.budi)).key == "voice-kept-work"
    async with world.database.reading() as session:
        (note,) = (await session.exec(select(VoiceNote))).all()
    assert note.attendance_id is not None


async def test_words_join_the_request_if_he_says_so(world: World, cast: Cast) -> None:
    await promised(world, cast)
    await world.phone(cast.budi).writes("surat dari puskesmas sudah jadi")
    assert (await world.last(cast.budi)).key == "words-which"
    await world.phone(cast.budi).taps(PROOF)
    assert (await world.last(cast.budi)).key == "excuse-added"
    assert "Katanya: surat dari puskesmas sudah jadi" in (await world.last(cast.officer)).text


async def test_else_they_are_a_message(world: World, cast: Cast) -> None:
    await promised(world, cast)
    await world.phone(cast.budi).writes("besok jalan ke desa ditutup")
    await world.phone(cast.budi).taps("📨 Kirim ke PK")
    assert (await world.last(cast.budi)).key == "message-sent"
    assert "“besok jalan ke desa ditutup”" in (await world.last(cast.officer)).text


async def test_without_a_promised_proof_nothing_is_asked(world: World, cast: Cast) -> None:
    await asks(world, cast)
    await world.passes(at(21, 12))
    await world.phone(cast.budi).sends_voice()
    assert (await world.last(cast.budi)).key == "voice-kept"


async def a_guardian_promised(world: World, cast: Cast, days: str = "23/04") -> Family:
    family = await a_family(world, cast)
    guardian = world.phone(family.guardian)
    await guardian.writes("/izin")
    await guardian.taps("🤒 Sakit")
    await guardian.writes(days)
    await guardian.taps("⏳ Bukti menyusul")
    return family


async def test_a_guardians_photo_under_the_reminder_is_the_proof(world: World, cast: Cast) -> None:
    family = await a_guardian_promised(world, cast)
    await world.passes(at(23, 10))
    assert (await world.last(family.guardian)).key == "excuse-proof-reminder"
    await world.phone(family.guardian).sends_photo(text="surat dokter")

    assert (await world.last(family.guardian)).key == "excuse-added"
    card = await world.last(cast.officer)
    assert (card.key, "📎 Bukti: 1 foto" in card.text) == ("excuse-card-more", True)
    assert "surat dokter" in card.text
    await world.phone(family.guardian).sends_photo(text="halaman kedua")
    assert "📎 Bukti: 2 foto" in (await world.last(cast.officer)).text
    world.clock.moment = at(23, 11)
    await world.phone(family.guardian).sends_photo()
    assert (await world.last(family.guardian)).key == "file-not-read-others"


async def test_so_is_a_guardians_recording(world: World, cast: Cast) -> None:
    family = await a_guardian_promised(world, cast)
    await world.passes(at(21, 12))
    await world.phone(family.guardian).sends_voice()
    assert (await world.last(family.guardian)).key == "excuse-added"
    assert "📎 Bukti: 0 foto, 1 rekaman" in (await world.last(cast.officer)).text


async def test_a_guardians_words_join_the_request_if_he_says_so(world: World, cast: Cast) -> None:
    family = await a_guardian_promised(world, cast)
    await world.passes(at(21, 12))
    await world.phone(family.guardian).writes("surat dokter sudah ada di rumah")
    assert (await world.last(family.guardian)).key == "words-which"
    await world.phone(family.guardian).taps(PROOF)
    assert (await world.last(family.guardian)).key == "excuse-added"
    assert "Katanya: surat dokter sudah ada di rumah" in (await world.last(cast.officer)).text


async def test_where_two_are_awaited_a_guardian_says_for_which_the_photo_is(world: World, cast: Cast) -> None:
    family = await a_guardian_promised(world, cast, "23/04 dan 30/04")
    await world.passes(at(21, 12))
    await world.phone(family.guardian).sends_photo(text="surat dokter")
    asked = await world.last(family.guardian)
    labels = [one.label for one in asked.buttons]
    assert labels == ["📎 A-07 Kam 23 Apr", "📎 A-07 Kam 30 Apr", "📨 Kirim ke PK"]
    await world.phone(family.guardian).taps("📎 A-07 Kam 30 Apr")

    card = await world.last(cast.officer)
    assert ("Kam 30 Apr" in card.text, "📎 Bukti: 1 foto" in card.text) == (True, True)
    await world.phone(family.guardian).taps_id(asked.buttons[0].id)
    assert (await world.keys(cast.officer)).count("excuse-card-more") == 1


async def test_soon_after_the_officers_message_it_may_answer_that(world: World, cast: Cast) -> None:
    family = await a_guardian_promised(world, cast)
    await world.passes(at(21, 12))
    await world.phone(cast.officer).writes("/pesan wali A-07 mohon kirim foto rumahnya")
    await world.phone(family.guardian).sends_photo()
    assert [one.label for one in (await world.last(family.guardian)).buttons] == [PROOF, "📨 Kirim ke PK"]
    await world.phone(family.guardian).taps("📨 Kirim ke PK")
    assert (await world.last(cast.officer)).key == "message-new"


async def test_another_guardians_request_takes_nothing(world: World, cast: Cast) -> None:
    await a_guardian_promised(world, cast)
    other = await a_family(world, cast, "A-08", guardian="W-08")
    await world.passes(at(21, 12))
    await world.phone(other.guardian).sends_photo()
    assert (await world.last(other.guardian)).key == "file-not-read-others"
