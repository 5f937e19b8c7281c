"""A voice message explains something to people: it is kept encrypted, and nobody else hears it."""

from __future__ import annotations

import pytest

from bot.domain.cases import Programme
from bot.domain.people import Role
from tests.conversations.conftest import Cast
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
    assert (await world.letter(cast.officer, "voice-told-officer")).text.startswith("🎧 Budi")


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
