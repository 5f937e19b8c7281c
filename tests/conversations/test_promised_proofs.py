"""Words and recordings that come while a proof is on its way, without its button, are asked about."""

from __future__ import annotations

from sqlmodel import select

from bot.storage.excuse_requests import ExcuseProof
from bot.storage.voices import VoiceNote
from tests.conversations.conftest import Cast
from tests.conversations.test_excuse_requests import asks, the_request
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
