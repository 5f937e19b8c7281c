"""A button is typed by its words as long as its card is open, by its number only under the last message."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.checkins import AttendanceState
from bot.domain.people import Role
from tests.conversations.conftest import Cast
from tests.conversations.test_questions import state, worked
from tests.harness import World, at


async def asks_for_help(world: World, cast: Cast) -> None:
    """Something else comes below the cards."""
    world.clock.moment += timedelta(minutes=1)
    await world.phone(cast.supervisor).writes("/bantuan")


async def test_the_words_of_an_open_card_are_understood_further_down(world: World, cast: Cast) -> None:
    await worked(world, cast)
    await asks_for_help(world, cast)
    await world.phone(cast.supervisor).writes("1")
    assert await state(world) is AttendanceState.WAITING
    await world.phone(cast.supervisor).writes("benar")

    assert await state(world) is AttendanceState.CONFIRMED
    seen = await world.last(cast.supervisor)
    assert not seen.edited
    assert "Budi (contoh)" in seen.text
    await world.phone(cast.supervisor).writes("benar")
    if world.channel.caps.edit:
        assert (await world.last(cast.supervisor)).key == "not-understood-supervisor"


async def test_words_that_fit_the_cards_of_two_people_are_asked_about(world: World, cast: Cast) -> None:
    sari = await world.person(cast.office, "K-02", Role.CLIENT, name="Sari (contoh)")
    await world.case(sari, cast.officer, cast.site)
    for hour in (8, 11):
        world.clock.moment = at(23, hour)
        await world.phone(cast.budi).sends_location()
        await world.phone(sari).sends_location()
    await asks_for_help(world, cast)
    await world.phone(cast.supervisor).writes("benar")

    which = await world.last(cast.supervisor)
    assert which.key == "which-card"
    assert await state(world) is AttendanceState.WAITING
    assert "result-confirmed" not in await world.keys(sari)
    assert [one.label for one in which.buttons][:2] == [
        "✅ Benar: Sari (contoh) (11.00)",
        "✅ Benar: Budi (contoh) (11.00)",
    ]
    await world.phone(cast.supervisor).writes("2")
    assert (await world.last(cast.budi)).key == "result-confirmed"


async def test_a_second_number_does_not_mean_the_opposite(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).writes("1")
    present = await world.last(cast.supervisor)
    assert (present.key, present.edited) == ("card", False)
    await world.phone(cast.supervisor).writes("1")

    assert (await world.last(cast.supervisor)).key != "why-wrong"


async def test_a_button_of_a_card_is_no_reason_for_something_else(world: World, cast: Cast) -> None:
    await worked(world, cast)
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).writes("benar")

    assert await state(world) is AttendanceState.CONFIRMED
