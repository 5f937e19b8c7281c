"""A supervisor corrects start, finish and break on a card before he confirms."""

from __future__ import annotations

import json

from sqlmodel import col, select

from bot.domain.checkins import AttendanceState
from bot.domain.hours import EventKind
from bot.storage.models import Attendance, Event
from tests.conversations.conftest import Cast
from tests.conversations.test_review import balance, by_numbers, worked
from tests.harness import World, at


async def attendance(world: World) -> Attendance:
    async with world.database.reading() as session:
        return (await session.exec(select(Attendance))).one()


async def correction(world: World) -> Event:
    async with world.database.reading() as session:
        kind = EventKind.TIMES_CORRECTED.value
        return (await session.exec(select(Event).where(col(Event.kind) == kind))).one()


async def new(world: World, cast: Cast) -> list[str]:
    """What came as a message of its own."""
    return [one.key for one in await world.letters(cast.supervisor) if not one.edited]


async def opens(world: World, cast: Cast) -> None:
    """*Perbaiki jam* on the card of Budi, who was there from 08.00 until 11.00."""
    await worked(world, cast.budi)
    await world.phone(cast.supervisor).taps("✏️ Perbaiki jam")


async def test_typed_times_are_shown_saved_credited_and_told(world: World, cast: Cast) -> None:
    await opens(world, cast)
    await by_numbers(world, cast, "jam 8.30", "10.30", "15")
    assert (await world.last(cast.supervisor)).key == "times-ask-why"
    await by_numbers(world, cast, "datang terlambat, hujan deras")
    preview = await world.last(cast.supervisor)
    assert "Tercatat: Kam 23 Apr, pukul 08.00–11.00, istirahat 0 menit" in preview.text
    assert "Menjadi: pukul 08.30–10.30, istirahat 15 menit, dihitung 1 jam 45 menit" in preview.text
    assert (await balance(world, cast.case)).credited == 0
    await world.phone(cast.supervisor).taps("💾 Simpan")

    assert (await balance(world, cast.case)).credited == 105
    card = await world.last(cast.supervisor)
    assert "Semula pukul 08.00–11.00" in card.text
    told = (await world.letter(cast.budi, "result-confirmed")).text
    assert "1 jam 45 menit diakui" in told
    assert "pukul 08.30–10.30" in told
    assert "hujan deras" in told
    fact = await correction(world)
    payload = json.loads(fact.payload or "")
    assert (fact.actor_id, fact.reason) == (cast.supervisor.id, "words")
    assert payload["before"]["start"] == at(23, 8).isoformat()
    assert payload["after"]["finish"] == at(23, 10, 30).isoformat()


async def test_the_whole_correction_by_numbers_only(world: World, cast: Cast) -> None:
    await worked(world, cast.budi, until=(10, 50))
    world.clock.moment = at(23, 12)
    await by_numbers(world, cast, "6", "1", "1", "1", "2", "1")

    one = await attendance(world)
    assert (one.started_at, one.finished_at, one.state) == (
        at(23, 8),
        at(23, 11),
        AttendanceState.CONFIRMED,
    )
    assert (await correction(world)).reason == "reason-forgot"


async def test_a_finish_before_the_start_is_caught_at_its_step(world: World, cast: Cast) -> None:
    await opens(world, cast)
    await by_numbers(world, cast, "9", "8.30")
    assert (await world.last(cast.supervisor)).key == "times-finish-first"
    await by_numbers(world, cast, "besok", "10")

    assert (await new(world, cast))[-2:] == ["times-unread", "times-ask-break"]


async def test_a_forgotten_finish_is_entered_after_the_planned_end(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 11, 30)
    one = await attendance(world)
    await world.phone(cast.supervisor).taps_id(f"card:{one.id}")
    await by_numbers(world, cast, "6", "1", "11.15", "1", "1", "1")

    assert (await balance(world, cast.case)).credited == 195


async def test_who_finds_only_the_times_wrong_is_offered_to_correct_them(world: World, cast: Cast) -> None:
    await worked(world, cast.budi)
    await by_numbers(world, cast, "2", "4", "8.15", "1", "1", "1", "1")

    assert (await balance(world, cast.case)).credited == 165
    assert "result-rejected" not in await world.keys(cast.budi)


async def test_the_same_times_change_nothing(world: World, cast: Cast) -> None:
    await opens(world, cast)
    await by_numbers(world, cast, "sama", "sama", "sama")

    assert (await new(world, cast))[-2:] == ["times-unchanged", "card"]
    assert (await attendance(world)).state is AttendanceState.WAITING


async def test_what_changed_meanwhile_is_shown_and_nothing_is_lost(world: World, cast: Cast) -> None:
    await opens(world, cast)
    await by_numbers(world, cast, "8.30", "sama", "sama", "2")
    old = (await world.last(cast.supervisor)).buttons[0].id
    world.clock.moment = at(23, 11, 5)
    await world.phone(cast.budi).taps("↩️ Batalkan selesai")
    world.clock.moment = at(23, 11, 20)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps_id(old)

    shown = await world.last(cast.supervisor)
    assert shown.key == "times-preview"
    assert "Catatannya berubah" in shown.text
    assert "pukul 08.00–11.20" in shown.text
    assert "Menjadi: pukul 08.30–11.00" in shown.text
    assert (await balance(world, cast.case)).credited == 0
    await world.phone(cast.supervisor).taps("💾 Simpan")
    assert (await balance(world, cast.case)).credited == 150


async def test_a_decision_meanwhile_stands(world: World, cast: Cast) -> None:
    await opens(world, cast)
    await by_numbers(world, cast, "8.30", "sama", "sama", "2")
    save = (await world.last(cast.supervisor)).buttons[0].id
    one = await attendance(world)
    await world.phone(cast.supervisor).taps_id(f"right:{one.id}:{one.revision}")
    await world.phone(cast.supervisor).taps_id(save)

    assert "times-decided" in await world.keys(cast.supervisor)
    assert (await balance(world, cast.case)).credited == 180
