"""Two officers at once: the second reads what the first did, and nothing counts twice or is overwritten."""

from __future__ import annotations

from datetime import date

import pytest

from bot.domain.leaves import LeaveState
from bot.domain.people import Role
from bot.storage import queries
from bot.storage.leaves import Leave
from bot.storage.models import Person
from tests.conversations.case_life import works
from tests.conversations.conftest import Cast
from tests.harness import World, at


@pytest.fixture
async def other(world: World, cast: Cast) -> Person:
    """Who guides Budi in these days too, while his officer is away and reads on."""
    other = await world.person(cast.office, "PK-02", Role.OFFICER, name="Dewi (contoh)")
    async with world.database.transaction() as session:
        session.add(
            Leave(
                office_id=cast.office.id,
                person_id=cast.officer.id,
                stand_in_id=other.id,
                first=date(2026, 4, 20),
                last=date(2026, 5, 20),
                state=LeaveState.ACCEPTED,
                asked_by=cast.officer.id,
                asked_at=world.clock.now(),
            )
        )
    return other


UNRECORDED = 0
"""The number of the reason *kerja tak tercatat*."""


async def opens(world: World, cast: Cast, who: Person) -> None:
    await world.phone(who).taps_id(f"adjust-for:{cast.case.id}:{UNRECORDED}")


async def adjusted(world: World, cast: Cast) -> int:
    async with world.database.reading() as session:
        return (await queries.balance_of(session, cast.case)).adjusted


async def test_the_same_correction_by_two_officers_counts_once(
    world: World, cast: Cast, other: Person
) -> None:
    await opens(world, cast, cast.officer)
    await opens(world, cast, other)
    await world.phone(cast.officer).writes("+60 16/04/2026 lupa dicatat")
    await world.phone(other).writes("+60 16/04/2026 pengawas lupa")

    asked = await world.last(other)
    assert asked.key == "adjust-again-up"
    assert f"{cast.officer.name} sudah menambah 1 jam untuk Kam 16 Apr (Kerja tak tercatat)" in asked.text
    assert await adjusted(world, cast) == 60
    await world.phone(other).taps("✏️ Tetap koreksi")
    assert await adjusted(world, cast) == 120
    await world.phone(other).taps("✏️ Tetap koreksi")
    assert await adjusted(world, cast) == 120


async def test_what_was_corrected_before_is_shown_too(world: World, cast: Cast, other: Person) -> None:
    await opens(world, cast, cast.officer)
    await world.phone(cast.officer).writes("+60 16/04/2026 lupa dicatat")
    await opens(world, cast, other)
    await world.phone(other).writes("+60 16/04/2026 pengawas lupa")
    assert (await world.last(other)).key == "adjust-again-up"

    await world.phone(other).writes("+60 09/04/2026 pengawas lupa")
    assert (await world.last(other)).key == "adjusted-up"


async def test_hours_that_were_confirmed_meanwhile_are_shown_before_they_count_twice(
    world: World, cast: Cast
) -> None:
    world.clock.moment = at(23, 7)
    await opens(world, cast, cast.officer)
    await works(world, cast, 23)
    world.clock.moment = at(23, 7, 30)
    await world.phone(cast.officer).writes("+180 23/04/2026 kerja biasa")

    asked = await world.last(cast.officer)
    assert "jam Kam 23 Apr berubah: semula 0 menit, sekarang 3 jam" in asked.text
    assert await adjusted(world, cast) == 0


async def test_what_moves_while_he_reads_is_shown_once_more(world: World, cast: Cast, other: Person) -> None:
    await opens(world, cast, cast.officer)
    await world.phone(cast.officer).writes("+60 16/04/2026 lupa dicatat")
    await opens(world, cast, other)
    await world.phone(other).writes("+60 16/04/2026 pengawas lupa")
    await opens(world, cast, cast.officer)
    await world.phone(cast.officer).writes("+30 16/04/2026 membereskan alat")
    await world.phone(cast.officer).taps("✏️ Tetap koreksi")
    await world.phone(other).taps("✏️ Tetap koreksi")

    assert "semula 1 jam, sekarang 1 jam 30 menit" in (await world.last(other)).text
    assert await adjusted(world, cast) == 90
