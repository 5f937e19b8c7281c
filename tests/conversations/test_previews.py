"""What was shown before it counts: *ya* confirms it while nothing else has come up on the screen."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.people import Role
from tests.conversations.case_life import works
from tests.conversations.conftest import Cast
from tests.conversations.test_cases import corrected
from tests.conversations.test_contested_corrections import corrected as takes_an_hour_off
from tests.conversations.test_contested_corrections import objects
from tests.harness import World

ASKS = "/pesan pak, besok saya boleh izin?"


async def previews_less(world: World, cast: Cast) -> None:
    """An hour less for Thursday, shown and not yet saved."""
    await works(world, cast, 23)
    await world.phone(cast.officer).taps_id(f"adjust-for:{cast.case.id}:4")
    await world.phone(cast.officer).writes("-60 23/04 pulang awal")
    assert (await world.last(cast.officer)).key == "adjust-check-down"


async def test_a_yes_to_a_message_that_came_in_corrects_no_hours(world: World, cast: Cast) -> None:
    await previews_less(world, cast)
    world.clock.moment += timedelta(minutes=9)
    await world.phone(cast.budi).writes(ASKS)
    await world.phone(cast.officer).writes("ya")
    assert await corrected(world, cast) == 0
    await world.phone(cast.officer).taps_id(f"adjust-yes:{cast.case.id}")
    assert await corrected(world, cast) == -60


@pytest.mark.parametrize("command", ["/perlu", "/klien budi"])
async def test_a_command_leaves_a_correction_that_was_only_shown(
    world: World, cast: Cast, command: str
) -> None:
    await previews_less(world, cast)
    await world.phone(cast.officer).writes(command)
    assert "question-left-aside" in await world.keys(cast.officer)
    await world.phone(cast.officer).writes("ya")
    assert await corrected(world, cast) == 0


async def test_so_does_a_button_of_another_card(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes(ASKS)
    await previews_less(world, cast)
    await world.phone(cast.officer).taps_id(f"client:{cast.case.id}")
    assert "question-left-aside" in await world.keys(cast.officer)
    await world.phone(cast.officer).writes("ya")
    assert await corrected(world, cast) == 0


async def test_after_a_line_that_is_refused_the_one_before_is_saved_no_more(world: World, cast: Cast) -> None:
    await previews_less(world, cast)
    for typed, key in (
        ("-9999 23/04 pulang awal", "adjustment-too-large"),
        ("ya", "adjust-unreadable"),
        ("-30 23/04 pulang awal", "adjust-check-down"),
        ("ya", "adjusted-down"),
    ):
        await world.phone(cast.officer).writes(typed)
        assert (await world.last(cast.officer)).key == key
    assert await corrected(world, cast) == -30


async def test_a_yes_to_a_message_that_came_in_closes_no_site(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/tutup L1 23/04 08.00-11.00 banjir")
    assert (await world.last(cast.officer)).key == "shut-sure"
    world.clock.moment += timedelta(minutes=30)
    await world.phone(cast.budi).writes("/pesan Kamis saya boleh bawa sapu sendiri?")
    await world.phone(cast.officer).writes("ya")
    assert "shut-done-hours" not in await world.keys(cast.officer)
    await world.phone(cast.officer).taps("🚧 Ya, tutup")
    assert (await world.last(cast.officer)).key == "shut-done-hours"


async def test_a_plain_yes_is_the_button_under_other_minutes(world: World, cast: Cast) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await takes_an_hour_off(world, cast)
    await objects(world, cast)
    await world.phone(head).taps("✏️ Menit lain")
    for typed, key in (
        ("ya", "contest-other-minutes-unreadable"),
        ("-30", "contest-other-preview"),
        ("ya", "contest-ask-uphold-entry"),
    ):
        await world.phone(head).writes(typed)
        assert (await world.last(head)).key == key


async def test_who_goes_on_after_what_was_sent_has_left_nothing(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/pesan K-01 bawa sapu")
    assert "message-from-office" in await world.keys(cast.budi)
    await world.phone(cast.officer).writes("/perlu")
    assert "question-left-aside" not in await world.keys(cast.officer)
    await world.phone(cast.officer).writes("terima kasih")
    assert (await world.keys(cast.budi)).count("message-from-office") == 1
