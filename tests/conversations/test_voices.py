"""A voice message explains something to people: it is kept encrypted, and nobody else hears it."""

from __future__ import annotations

import pytest

from bot.domain.cases import Programme
from bot.domain.people import Role
from bot.handlers import earlier_starts
from bot.storage import queries
from bot.storage.models import Contest
from tests.conversations.conftest import Cast
from tests.conversations.test_contests_of_anything import finds
from tests.harness import World, at


@pytest.fixture
async def working(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 8, 5)


async def test_about_todays_work_both_officer_and_supervisor_can_listen(
    world: World, cast: Cast, working: None
) -> None:
    await world.phone(cast.budi).sends_voice(b"OggS hujan deras")

    assert (await world.last(cast.budi)).key == "voice-kept-work"
    (file,) = world.files()
    assert b"hujan" not in (world.house.settings.media_dir / file).read_bytes()
    for who in (cast.officer, cast.supervisor):
        await world.phone(who).taps("🎧 Dengarkan")
        letter = await world.last(who)
        assert (letter.key, letter.document, letter.content) == (
            "voice-here",
            "pesan-suara.ogg",
            b"OggS hujan deras",
        )
    assert "Ada 1 pesan suara" in (await world.letter(cast.supervisor, "card")).text
    first, second, *_ = (await world.letter(cast.officer, "voice-told-officer")).text.splitlines()
    assert ("Budi" in first, second.startswith("Dari Budi (contoh) tentang kerja hari ini")) == (False, True)


async def test_a_childs_voice_never_reaches_the_site(world: World, cast: Cast) -> None:
    child = await world.person(cast.office, "A-01", Role.CLIENT, name="Rina (contoh)", child=True)
    guardian = await world.person(cast.office, "W-01", Role.GUARDIAN)
    await world.case(
        child, cast.officer, cast.site, programme=Programme.CHILD_SERVICE, guardian_id=guardian.id
    )
    world.clock.moment = at(23, 8)
    await world.phone(child).sends_location()
    known = await world.queued()
    await world.phone(child).sends_voice()

    assert (await world.last(child)).key == "voice-kept"
    assert await world.keys(cast.supervisor, after=known) == []
    await world.phone(cast.supervisor).taps_id("voice-listen:1")
    assert (await world.last(cast.supervisor)).key == "not-yours"
    assert "Rina" not in (await world.last(cast.officer)).text


async def test_it_answers_the_question_after_a_miss(world: World, cast: Cast) -> None:
    await world.passes(at(23, 9))
    await world.phone(cast.budi).sends_voice()

    assert (await world.last(cast.budi)).key == "voice-kept"
    assert "jadwal yang belum ada kabarnya" in (await world.last(cast.officer)).text
    await world.phone(cast.supervisor).taps_id("voice-listen:1")
    assert (await world.last(cast.supervisor)).key == "not-yours"


@pytest.mark.parametrize(
    ("content", "seconds", "key"),
    [
        pytest.param(b"OggS", 400, "voice-problem-too-long", id="too long"),
        pytest.param(b"OggS" + bytes(2_000_000), 60, "voice-problem-too-long", id="too large"),
        pytest.param(b"ID3 music", 60, "voice-problem-no-recording", id="no recording"),
    ],
)
async def test_what_is_not_kept_is_answered_kindly(
    world: World, cast: Cast, working: None, content: bytes, seconds: int, key: str
) -> None:
    await world.phone(cast.budi).sends_voice(content, seconds=seconds)
    assert (await world.last(cast.budi)).key == key
    assert world.files() == []


async def test_one_that_cannot_be_fetched_is_asked_for_again(world: World, cast: Cast, working: None) -> None:
    world.channel.fetch_failures = 9
    await world.phone(cast.budi).sends_voice()
    assert (await world.last(cast.budi)).key == "voice-problem-not-fetched"


async def test_staff_are_asked_to_write(world: World, cast: Cast) -> None:
    await world.phone(cast.supervisor).sends_voice()
    assert (await world.last(cast.supervisor)).key == "voice-not-heard"
    assert world.files() == []


async def contested(world: World, cast: Cast) -> None:
    """Three hours on Thursday which the supervisor rejects, and *Saya keberatan*."""
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).writes("pulang duluan")
    await world.phone(cast.budi).taps("✋ Saya keberatan")


async def test_a_contest_is_told_aloud_to_whoever_decides_and_to_nobody_at_the_site(
    world: World, cast: Cast, working: None
) -> None:
    await contested(world, cast)
    known = await world.queued()
    await world.phone(cast.budi).sends_voice(b"OggS saya kerja sampai selesai")
    assert (await world.last(cast.budi)).key == "contest-filed"
    await world.phone(cast.budi).taps("➕ Tambah bukti")
    await world.phone(cast.budi).sends_voice(b"OggS Pak Dusun melihat")

    card = await world.last(cast.officer)
    assert "Klien menjelaskan dengan 2 pesan suara." in card.text
    assert "Kata klien" not in card.text
    await world.phone(cast.officer).taps("🎧 Dengarkan")
    heard = [one.content for one in (await world.letters(cast.officer))[-2:]]
    assert heard == [b"OggS saya kerja sampai selesai", b"OggS Pak Dusun melihat"]

    assert await world.keys(cast.supervisor, after=known) == ["contest-question"]
    for button in ("voice-listen:1", "voice-listen:2", "contest-listen:1"):
        await world.phone(cast.supervisor).taps_id(button)
        assert (await world.letters(cast.supervisor))[-1].document == ""
    await world.phone(cast.officer).taps("✅ Akui jamnya")
    await world.phone(cast.officer).writes("sudah didengar, benar")
    assert "Jawaban atas keberatan: sudah didengar, benar" in (await world.last(cast.budi)).text


async def test_new_evidence_may_be_spoken(world: World, cast: Cast, working: None) -> None:
    await contested(world, cast)
    await world.phone(cast.budi).writes("saya kerja")
    await world.phone(cast.officer).taps("❌ Tetap ditolak")
    await world.phone(cast.officer).writes("daftar hadir berkata lain")
    await world.phone(cast.budi).taps("➕ Ada bukti baru")
    await world.phone(cast.budi).sends_voice(b"OggS Pak Dusun melihat")

    card = await world.last(cast.officer)
    assert card.key == "contest-card"
    assert {"Kata klien: saya kerja", "Klien menjelaskan dengan 1 pesan suara."} <= set(
        card.text.splitlines()
    )


async def test_whoever_made_the_entry_does_not_hear_what_is_for_the_head(
    world: World, cast: Cast, working: None
) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await contested(world, cast)
    await world.phone(cast.budi).sends_voice()
    async with world.database.transaction() as session:
        (await session.get_one(Contest, 1)).by_head = True
    await world.phone(head).taps_id("contest-listen:1")
    assert (await world.last(head)).key == "voice-here"
    for button in ("contest-listen:1", "voice-listen:1"):
        await world.phone(cast.officer).taps_id(button)
        assert (await world.last(cast.officer)).key == "not-yours"


async def test_where_its_times_are_asked_a_recording_is_not_about_work(
    world: World, cast: Cast, working: None
) -> None:
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps("✅ Benar")
    await finds(world, cast, "✋ Kam 23 Apr")
    known = await world.queued()
    await world.phone(cast.budi).sends_voice()

    assert await world.keys(cast.budi, after=known) == ["words-awaited"]
    assert await world.keys(cast.supervisor, after=known) == []


async def test_why_somebody_asks_to_be_excused_may_be_said_or_shown_before_a_reason_is_pressed(
    world: World, cast: Cast, working: None
) -> None:
    await world.phone(cast.budi).writes("/izin")
    known = await world.queued()
    await world.phone(cast.budi).sends_voice(b"OggS saya sakit kencing manis")
    await world.phone(cast.budi).sends_photo()
    assert (await world.last(cast.budi)).key == "excuse-ask-reason"
    await world.phone(cast.budi).taps("🤒 Sakit")
    await world.phone(cast.budi).writes("kemarin")

    assert await world.keys(cast.supervisor, after=known) == []
    assert (await world.last(cast.officer)).key == "excuse-card"
    await world.phone(cast.supervisor).taps_id("voice-listen:1")
    assert (await world.last(cast.supervisor)).key == "not-yours"


async def test_while_something_else_is_asked_a_recording_is_for_the_officer_alone(
    world: World, cast: Cast, working: None
) -> None:
    async with world.database.transaction() as session:
        await queries.ask_for_words(session, cast.budi, earlier_starts.TOPIC, 1, world.clock.moment)
    known = await world.queued()
    await world.phone(cast.budi).sends_voice()

    assert (await world.last(cast.budi)).key == "voice-kept"
    assert await world.keys(cast.supervisor, after=known) == []
