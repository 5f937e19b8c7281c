"""A holiday taken back after *besok tidak ada kerja*: people hear that there is work; nobody missed it."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from sqlmodel import col, delete, select

from bot.domain.cases import Programme
from bot.domain.checkins import SessionState
from bot.domain.people import Role
from bot.planning import plan_all_again
from bot.storage.models import CalendarDay, WorkSession
from tests.conversations.conftest import Cast
from tests.conversations.test_free_days import closes
from tests.harness import World, at


async def takes_back(world: World, cast: Cast) -> None:
    async with world.database.transaction() as session:
        await session.exec(delete(CalendarDay).where(col(CalendarDay.day) == date(2026, 4, 23)))
        await plan_all_again(session, cast.office.id, now=world.clock.now())


@pytest.mark.parametrize("moment", [at(22, 19), at(23, 7, 30)])
async def test_he_hears_that_there_is_work_and_misses_nothing(
    world: World, cast: Cast, moment: datetime
) -> None:
    await closes(world, cast)
    await world.passes(moment)
    await takes_back(world, cast)
    await world.passes(at(23, 13))
    keys = await world.keys(cast.budi)
    assert keys.index("no-work-tomorrow") < keys.index("work-after-all")
    assert keys.count("work-after-all") == 1
    assert "miss-question" not in keys
    assert "miss-ask-supervisor" not in await world.keys(cast.supervisor)
    assert (await world.letter(cast.budi, "work-after-all")).text.splitlines()[0] == (
        "Bapak Budi (contoh), maaf, ternyata ada kerja Kam 23 Apr pukul 08.00 WITA."
    )
    async with world.database.reading() as session:
        query = select(WorkSession).where(WorkSession.day == date(2026, 4, 23))
        planned = (await session.exec(query)).one()
    assert (planned.state, planned.outcome) == (SessionState.CANCELLED, None)


@pytest.mark.parametrize("moment", [at(22, 20), at(23, 7, 30)])
async def test_who_was_told_that_a_session_is_off_hears_that_it_is_on(
    world: World, cast: Cast, moment: datetime
) -> None:
    """The day became a holiday after he had been reminded of it."""
    await world.passes(at(22, 19))
    await closes(world, cast)
    await world.passes(moment)
    await takes_back(world, cast)
    await world.passes(at(23, 13))
    keys = await world.keys(cast.budi)
    assert keys.index("session-dropped") < keys.index("work-after-all")
    assert keys.count("work-after-all") == 1
    async with world.database.reading() as session:
        query = select(WorkSession).where(WorkSession.day == date(2026, 4, 23))
        planned = (await session.exec(query)).one()
    assert (planned.state, planned.outcome) == (SessionState.CANCELLED, None)


async def test_who_comes_all_the_same_works(world: World, cast: Cast) -> None:
    await closes(world, cast)
    await world.passes(at(22, 19))
    await takes_back(world, cast)
    await world.passes(at(23, 8))
    await world.phone(cast.budi).sends_location()
    async with world.database.reading() as session:
        query = select(WorkSession.state).where(WorkSession.day == date(2026, 4, 23))
        assert (await session.exec(query)).one() == SessionState.STARTED


async def test_at_night_it_waits_for_the_morning(world: World, cast: Cast) -> None:
    await closes(world, cast)
    await world.passes(at(22, 23))
    await takes_back(world, cast)
    await world.passes(at(23, 4))
    assert "work-after-all" not in await world.keys(cast.budi)
    await world.passes(at(23, 6, 30))
    assert "work-after-all" in await world.keys(cast.budi)


async def test_who_was_told_nothing_yet_hears_nothing_of_it(world: World, cast: Cast) -> None:
    await closes(world, cast)
    await world.passes(at(22, 12))
    await takes_back(world, cast)
    await world.passes(at(23, 9, 30))
    keys = await world.keys(cast.budi)
    assert not {"no-work-tomorrow", "work-after-all"} & {*keys}
    assert "miss-question" in keys


async def test_a_guardian_hears_that_a_session_is_off_of_which_he_was_reminded(
    world: World, cast: Cast
) -> None:
    child = await world.person(cast.office, "A-08", Role.CLIENT, child=True, enrolled=False)
    wali = await world.person(cast.office, "W-08", Role.GUARDIAN)
    await world.case(
        child, cast.officer, cast.site, programme=Programme.CHILD_SERVICE, guardian_id=wali.id, total_hours=30
    )
    await world.passes(at(22, 19))
    await closes(world, cast)
    await world.passes(at(22, 20))
    await takes_back(world, cast)
    await world.passes(at(23, 13))
    keys = [one for one in await world.keys(wali) if "guardian" in one]
    assert keys[:3] == ["guardian-reminder", "guardian-session-dropped", "guardian-work-after-all"]


async def test_his_guardian_hears_it_too(world: World, cast: Cast) -> None:
    child = await world.person(cast.office, "A-08", Role.CLIENT, child=True, enrolled=False)
    wali = await world.person(cast.office, "W-08", Role.GUARDIAN)
    await world.case(
        child, cast.officer, cast.site, programme=Programme.CHILD_SERVICE, guardian_id=wali.id, total_hours=30
    )
    await closes(world, cast)
    await world.passes(at(22, 19))
    await takes_back(world, cast)
    await world.passes(at(22, 20))
    keys = await world.keys(wali)
    assert keys.index("guardian-no-work-tomorrow") < keys.index("guardian-work-after-all")
