"""A tap always gets an answer that can be seen, on the newest card and on an old one."""

from __future__ import annotations

from sqlmodel import select

from bot.domain.checkins import AttendanceState
from bot.storage.models import Attendance
from tests.conversations.conftest import Cast
from tests.conversations.test_review import first_session, group
from tests.harness import Letter, World, at

RIGHT, WRONG, ALL_HERE = "✅ Benar", "❌ Tidak benar", "✅ Hadir semua"


async def begun(world: World, cast: Cast) -> Letter:
    """Budi starts; the card that his supervisor gets."""
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    return await world.last(cast.supervisor)


async def finished(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location()


async def screen(world: World, cast: Cast) -> dict[str, Letter]:
    """What the supervisor sees now: each message as it was last changed."""
    return {letter.message: letter for letter in await world.letters(cast.supervisor)}


async def test_a_newer_card_takes_the_buttons_off_the_older_one(world: World, cast: Cast) -> None:
    old = await begun(world, cast)
    await finished(world, cast)

    seen = await screen(world, cast)
    buttons = [len(letter.buttons) for letter in seen.values()]
    if world.channel.caps.edit:
        assert buttons == [0, 3]
        assert seen[old.message].text == old.text
    else:
        assert buttons == [2, 3]


async def test_a_tap_on_an_older_card_shows_there_what_was_decided(world: World, cast: Cast) -> None:
    old = await begun(world, cast)
    await finished(world, cast)
    await world.phone(cast.supervisor).taps(RIGHT)
    told = len(await world.letters(cast.supervisor))
    await world.phone(cast.supervisor).taps_id(old.buttons[1].id, under=old.message)

    answers = (await world.letters(cast.supervisor))[told:]
    assert answers
    if world.channel.caps.edit:
        assert world.channel.toasts[-1] == "✅ Budi (contoh): jamnya sudah dikonfirmasi."
        assert answers[-1].key == "tap-confirmed"
        assert not answers[-1].edited
    else:
        assert "Dikonfirmasi oleh" in answers[-1].text


async def test_a_second_tap_is_answered_over_the_screen(world: World, cast: Cast) -> None:
    await begun(world, cast)
    await finished(world, cast)
    card = await world.last(cast.supervisor)
    for _ in range(2):
        await world.phone(cast.supervisor).taps_id(card.buttons[0].id, under=card.message)

    if world.channel.caps.toast:
        assert world.channel.toasts == ["✅ Budi (contoh): jamnya sudah dikonfirmasi."] * 2
    else:
        assert world.channel.toasts == []
        assert (await world.keys(cast.supervisor))[-2:] == ["card", "card"]


async def test_an_old_copy_that_kept_its_buttons_is_brought_up_to_date(world: World, cast: Cast) -> None:
    """The list opened the card a second time while the first copy had not arrived yet."""
    first = await begun(world, cast)
    async with world.database.reading() as session:
        attendance = (await session.exec(select(Attendance))).one()
    await world.phone(cast.supervisor).taps_id(f"card:{attendance.id}")
    second = await world.last(cast.supervisor)
    assert second.message != first.message
    await world.phone(cast.supervisor).taps_id(second.buttons[0].id, under=second.message)

    seen = await screen(world, cast)
    if world.channel.caps.edit:
        assert "Hadir sudah dikonfirmasi" in seen[second.message].text
        assert seen[first.message].buttons == ()


async def test_not_right_after_all_here_asks_why(world: World, cast: Cast) -> None:
    people = await group(world, cast, 3)
    world.clock.moment = at(23, 8)
    for person in people:
        await world.phone(person).sends_location()
    await world.phone(cast.supervisor).taps("Budi (contoh)")
    card = await world.last(cast.supervisor)
    await world.phone(cast.supervisor).taps(ALL_HERE)
    world.clock.moment = at(23, 9)
    await world.phone(cast.supervisor).taps_id(card.buttons[1].id, under=card.message)
    assert (await world.last(cast.supervisor)).key == "why-wrong"
    await world.phone(cast.supervisor).writes("Pulang pukul sembilan")

    async with world.database.reading() as session:
        states = [one.state for one in (await session.exec(select(Attendance))).all()]
    assert sorted(states) == [AttendanceState.OPEN, AttendanceState.OPEN, AttendanceState.REJECTED]
    assert "Pulang pukul sembilan" in (await world.last(cast.budi)).text


async def test_who_was_confirmed_present_keeps_the_button_not_right(world: World, cast: Cast) -> None:
    await begun(world, cast)
    await world.phone(cast.supervisor).taps(RIGHT)

    card = await world.last(cast.supervisor)
    assert "Hadir sudah dikonfirmasi" in card.text
    assert [button.label for button in card.buttons] == [WRONG]


async def test_a_reason_tapped_too_late_says_what_was_decided(world: World, cast: Cast) -> None:
    await begun(world, cast)
    await finished(world, cast)
    await world.phone(cast.supervisor).taps(WRONG)
    why = await world.last(cast.supervisor)
    await world.phone(cast.supervisor).taps(RIGHT)
    told = len(await world.letters(cast.supervisor))
    await world.phone(cast.supervisor).taps_id(why.buttons[0].id, under=why.message)

    async with world.database.reading() as session:
        assert (await session.exec(select(Attendance))).one().state is AttendanceState.CONFIRMED
    answers = (await world.letters(cast.supervisor))[told:]
    key = "tap-confirmed" if world.channel.caps.edit else "card"
    assert answers[-1].key == key


async def test_all_here_twice_is_answered_twice(world: World, cast: Cast) -> None:
    people = await group(world, cast, 3)
    world.clock.moment = at(23, 8)
    for person in people:
        await world.phone(person).sends_location()
    seen = await world.last(cast.supervisor)
    button = next(one for one in seen.buttons if one.label == ALL_HERE)
    for _ in range(2):
        await world.phone(cast.supervisor).taps_id(button.id, under=seen.message)

    if world.channel.caps.toast:
        assert world.channel.toasts == ["✅ Semua yang sudah mulai dicatat hadir."] * 2
    else:
        assert (await world.keys(cast.supervisor))[-2:] == ["list-heading"] * 2


async def test_who_calls_the_rest_of_nobody_reads_that_nobody_is_left(world: World, cast: Cast) -> None:
    people = await group(world, cast, 3)
    world.clock.moment = at(23, 8)
    for person in people:
        await world.phone(person).sends_location()
    await world.phone(cast.supervisor).taps_id(f"rest-here:{await first_session(world)}")

    if world.channel.caps.toast:
        assert world.channel.toasts == ["ℹ️ Tidak ada lagi yang perlu dicatat hadir."]
    assert not any("0 orang" in one.text for one in await world.letters(cast.supervisor))
