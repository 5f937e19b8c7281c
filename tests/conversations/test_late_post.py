"""A reminder that could not leave in time: by day while it still helps, never at night, else dropped."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlmodel import col, select

from bot.domain.cases import Programme
from bot.domain.people import Role
from bot.storage.post import Outbox, OutboxState
from tests.conversations.conftest import Cast
from tests.conversations.test_free_days import closes
from tests.conversations.test_help_calls import calls
from tests.conversations.test_reporting import reporting
from tests.harness import World, at

NIGHT, DAWN, WORKING, OVER = at(23, 2), at(23, 6, 30), at(23, 8, 40), at(23, 11, 40)
MINUTE = timedelta(minutes=1)


async def eve_without_messenger(world: World) -> None:
    """Wednesday 18.00: everything is queued, and nothing leaves."""
    await world.passes(at(22, 17, 59))
    world.clock.moment = at(22, 18)
    await world.house.rounds.tick()


async def ended(world: World, key: str) -> list[tuple[OutboxState, str]]:
    async with world.database.reading() as session:
        query = select(Outbox).where(col(Outbox.content)["key"].as_string() == key)
        return [(one.state, one.problem) for one in (await session.exec(query)).all()]


@pytest.mark.parametrize("moment", [DAWN, WORKING, OVER])
async def test_besok_is_never_said_on_the_day_itself(world: World, cast: Cast, moment: datetime) -> None:
    await eve_without_messenger(world)
    world.clock.moment = moment
    await world.carry()
    assert await world.keys(cast.budi) == []
    assert await ended(world, "reminder-day") == [(OutboxState.DROPPED, "too_late")]


async def test_at_night_nobody_hears_it_and_in_the_morning_only_what_helps(world: World, cast: Cast) -> None:
    await eve_without_messenger(world)
    world.clock.moment = NIGHT
    await world.house.rounds.tick()
    await world.carry()
    assert await world.keys(cast.budi) == []
    await world.passes(at(23, 7, 30))
    assert await world.keys(cast.budi) == ["reminder-hour"]


async def test_late_the_same_evening_it_still_leaves(world: World, cast: Cast) -> None:
    await eve_without_messenger(world)
    world.clock.moment = at(22, 20)
    await world.carry()
    assert await world.keys(cast.budi) == ["reminder-day"]


async def test_a_reminder_of_the_hour_leaves_until_work_begins(world: World, cast: Cast) -> None:
    await world.passes(at(23, 6, 59))
    world.clock.moment = at(23, 7)
    await world.house.rounds.tick()
    world.clock.moment = at(23, 8)
    await world.carry()
    assert await ended(world, "reminder-hour") == [(OutboxState.DROPPED, "too_late")]


@pytest.mark.parametrize("moment", [NIGHT, DAWN])
async def test_no_work_tomorrow_is_not_said_on_the_day_without_work(
    world: World, cast: Cast, moment: datetime
) -> None:
    await closes(world, cast)
    await eve_without_messenger(world)
    world.clock.moment = moment
    await world.carry()
    await world.passes(at(23, 12))
    assert await world.keys(cast.budi) == []
    assert await ended(world, "no-work-tomorrow") == [(OutboxState.DROPPED, "too_late")]


@pytest.mark.parametrize(("holiday", "key"), [(False, "reminder"), (True, "no-work-tomorrow")])
async def test_nor_does_a_guardian_hear_besok_on_the_day_itself(
    world: World, cast: Cast, holiday: bool, key: str
) -> None:
    child = await world.person(cast.office, "A-08", Role.CLIENT, child=True, enrolled=False)
    wali = await world.person(cast.office, "W-08", Role.GUARDIAN)
    await world.case(
        child, cast.officer, cast.site, programme=Programme.CHILD_SERVICE, guardian_id=wali.id, total_hours=30
    )
    if holiday:
        await closes(world, cast)
    await eve_without_messenger(world)
    world.clock.moment = DAWN
    await world.carry()
    assert f"guardian-{key}" not in await world.keys(wali)
    assert await ended(world, f"guardian-{key}") == [(OutboxState.DROPPED, "too_late")]


async def test_a_report_reminder_waits_for_the_morning(world: World, cast: Cast) -> None:
    tono = await world.person(cast.office, "K-09", Role.CLIENT)
    await reporting(world, cast, tono)
    await eve_without_messenger(world)
    world.clock.moment = NIGHT
    await world.carry()
    assert await world.keys(tono) == []
    await world.passes(at(23, 7))
    assert await world.keys(tono) == ["report-reminder"]


async def test_a_report_reminder_is_dropped_when_its_day_is_over(world: World, cast: Cast) -> None:
    tono = await world.person(cast.office, "K-09", Role.CLIENT)
    await reporting(world, cast, tono)
    await eve_without_messenger(world)
    world.clock.moment = at(24, 7)
    await world.carry()
    assert await ended(world, "report-reminder") == [(OutboxState.DROPPED, "too_late")]


async def test_a_digest_that_could_not_leave_by_day_leaves_in_the_next_morning(
    world: World, cast: Cast
) -> None:
    await world.passes(at(27, 7) - MINUTE)
    world.clock.moment = at(27, 7)
    await world.house.rounds.tick()
    world.clock.moment = at(27, 22)
    await world.carry()
    assert "digest-heading" not in await world.keys(cast.officer)
    await world.passes(at(28, 6))
    assert "digest-heading" in await world.keys(cast.officer)


async def test_a_call_for_help_leaves_at_night_also_where_it_could_not_by_day(
    world: World, cast: Cast
) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    world.clock.moment = at(22, 20)
    await calls(world, cast)
    await world.passes(at(22, 20, 30) - MINUTE)
    world.clock.moment = at(22, 20, 30)
    await world.house.rounds.tick()
    world.clock.moment = at(22, 22)
    await world.carry()
    assert "call-unanswered" in await world.keys(head)


async def test_a_process_whose_clock_is_behind_passes_over_nothing(world: World, cast: Cast) -> None:
    """Another's clock has just said it: what came later does not leave before it."""
    await eve_without_messenger(world)
    world.clock.moment = at(22, 17, 40)
    await world.phone(cast.budi).writes("/jam")
    keys = await world.keys(cast.budi)
    assert keys[0] == "reminder-day"
    assert len(keys) == 2
