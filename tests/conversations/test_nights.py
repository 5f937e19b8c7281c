"""Quiet hours (21.00–06.00): what nobody waits for rings in the morning; work at night is told at night."""

from __future__ import annotations

from datetime import datetime, time

from bot.domain.people import Role
from bot.storage.models import Person
from tests.conversations.conftest import Cast
from tests.harness import World, at


async def works(world: World, cast: Cast, starts: time, ends: time) -> Person:
    """Somebody else, on Thursdays at these hours."""
    sari = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.case(sari, cast.officer, cast.site, starts=starts, ends=ends)
    return sari


async def rings(world: World, reader: Person, key: str, until: datetime) -> bool:
    """Whether it has arrived by then."""
    await world.passes(until)
    return key in await world.keys(reader)


async def asked(world: World, cast: Cast, until: datetime) -> int:
    """How often the supervisor was asked about her by then."""
    await world.passes(until)
    letters = await world.letters(cast.supervisor)
    return sum(one.key == "miss-ask-supervisor" and "K-02" in one.text for one in letters)


async def test_a_reminder_before_dawn_waits_for_the_morning(world: World, cast: Cast) -> None:
    sari = await works(world, cast, time(6, 30), time(9))
    assert not await rings(world, sari, "reminder-hour", at(23, 5, 59))
    assert await rings(world, sari, "reminder-hour", at(23, 6))


async def test_who_works_at_night_is_reminded_and_asked_at_night(world: World, cast: Cast) -> None:
    sari = await works(world, cast, time(22), time(23, 45))
    assert await rings(world, sari, "reminder-hour", at(23, 21))
    assert await rings(world, sari, "miss-question", at(23, 23))


async def test_a_supervisor_is_asked_in_the_morning_about_who_did_not_come(world: World, cast: Cast) -> None:
    await works(world, cast, time(18), time(20, 30))
    assert [await asked(world, cast, until) for until in (at(24, 5, 59), at(24, 6))] == [0, 1]


async def test_an_office_without_quiet_hours_has_none(world: World, cast: Cast) -> None:
    async with world.database.transaction() as session:
        office = await session.get_one(type(cast.office), cast.office.id)
        office.quiet_from = office.quiet_until = time(0)
    sari = await works(world, cast, time(6, 30), time(9))
    assert await rings(world, sari, "reminder-hour", at(23, 5, 30))
