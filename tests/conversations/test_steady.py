"""Nothing happens without a cause: silence ends nothing, and a clock that is set repeats nothing."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import col, select

from bot.domain.cases import CaseState
from bot.domain.checkins import SessionState
from bot.domain.people import Role
from bot.domain.reports import ReportState
from bot.storage.events import case_stream
from bot.storage.models import Case, CaseBalance, Event, WorkSession
from tests.conversations.case_life import works
from tests.conversations.conftest import Cast
from tests.conversations.test_reporting import all_reports, reporting
from tests.harness import World, at

HOUR = timedelta(hours=1)
PLAN = tuple[date, SessionState]


async def kinds(world: World, case: Case) -> list[str]:
    async with world.database.reading() as session:
        query = select(Event).where(Event.stream == case_stream(case.id)).order_by(col(Event.seq))
        return [event.kind for event in (await session.exec(query)).all()]


async def plan(world: World, case: Case) -> list[PLAN]:
    async with world.database.reading() as session:
        query = select(WorkSession).where(WorkSession.case_id == case.id).order_by(col(WorkSession.starts_at))
        return [(one.day, one.state) for one in (await session.exec(query)).all()]


async def standing(world: World, case: Case) -> tuple[CaseState, int, int, int | None]:
    async with world.database.reading() as session:
        row, known = await session.get_one(CaseBalance, case.id), await session.get_one(Case, case.id)
    return known.state, row.credited, row.waiting, row.remaining


async def test_no_data_from_elsewhere_changes_nothing(world: World, cast: Cast) -> None:
    await works(world, cast, 23)
    await world.passes(at(23, 12))
    before = await standing(world, cast.case), await kinds(world, cast.case), await plan(world, cast.case)
    heard = await world.keys(cast.budi), await world.keys(cast.supervisor)
    while world.clock.moment < at(29, 12):
        await world.passes(world.clock.moment + 6 * HOUR)

    after = await standing(world, cast.case), await kinds(world, cast.case), await plan(world, cast.case)
    assert after == before
    assert (await world.keys(cast.budi), await world.keys(cast.supervisor)) == heard


async def test_weeks_without_a_word_are_misses_and_end_nothing(world: World, cast: Cast) -> None:
    await works(world, cast, 23)
    before, planned = await standing(world, cast.case), await plan(world, cast.case)
    await world.passes(at(14, 13, month=5))

    assert await standing(world, cast.case) == before
    assert before[0] is CaseState.ACTIVE
    now = await plan(world, cast.case)
    missed = [day for day, state in now if state is SessionState.MISSED]
    assert missed == [date(2026, 4, 30), date(2026, 5, 7)]  # the 14th is a holiday
    later = [one for one in planned if one[0] > date(2026, 5, 14)]
    assert now[len(now) - len(later) - len(missed) :][: len(later)] == later
    # Each hour that was missed has found another day at the end.
    assert len(now) == len(planned) + len(missed)


async def test_a_clock_set_back_repeats_no_reminder_and_no_question(world: World, cast: Cast) -> None:
    await world.passes(at(22, 18, 30))
    world.clock.moment -= HOUR
    await world.passes(at(23, 7, 10))
    world.clock.moment -= HOUR
    await world.passes(at(23, 9, 5))
    world.clock.moment -= HOUR
    await world.passes(at(23, 13))
    world.clock.moment -= HOUR
    await world.passes(at(24, 12))

    asked = [key for key in await world.keys(cast.budi) if key.startswith(("reminder", "miss"))]
    assert asked == ["reminder-day", "reminder-hour", "miss-question"]
    facts = await kinds(world, cast.case)
    assert (facts.count("miss_asked"), facts.count("session_missed")) == (1, 1)


async def test_a_clock_set_forward_loses_no_reminder_and_no_miss(world: World, cast: Cast) -> None:
    await world.passes(at(22, 17, 30))
    world.clock.moment += HOUR
    await world.passes(at(23, 6, 30))
    world.clock.moment += HOUR
    await world.passes(at(23, 8, 30))
    world.clock.moment += HOUR
    await world.passes(at(23, 11, 30))
    world.clock.moment += HOUR
    await world.passes(world.clock.moment)

    asked = [key for key in await world.keys(cast.budi) if key.startswith(("reminder", "miss"))]
    assert asked == ["reminder-day", "reminder-hour", "miss-question"]
    facts = await kinds(world, cast.case)
    assert (facts.count("miss_asked"), facts.count("session_missed")) == (1, 1)


@pytest.mark.parametrize("by", [-HOUR, HOUR], ids=["back", "forward"])
async def test_a_clock_that_is_set_asks_for_a_report_once(world: World, cast: Cast, by: timedelta) -> None:
    tono = await world.person(cast.office, "K-09", Role.CLIENT)
    case = await reporting(world, cast, tono)
    for moment in (at(22, 17, 30), at(22, 18, 30), at(23, 23, 30), at(24, 0, 30)):
        await world.passes(max(moment, world.clock.moment))
        world.clock.moment += by
    await world.passes(at(24, 12))

    assert await world.keys(tono) == ["report-reminder", "report-missed"]
    assert (await kinds(world, case)).count("report_missed") == 1


async def test_a_report_due_on_lebaran_is_shifted_and_explained(world: World, cast: Cast) -> None:
    world.clock.moment = datetime(2026, 3, 3, 4, tzinfo=UTC)
    tono = await world.person(cast.office, "K-09", Role.CLIENT)
    await reporting(world, cast, tono, first_report_on=date(2026, 3, 20))
    report = (await all_reports(world, tono))[0]
    assert (report.due_on, report.shifted_from) == (date(2026, 3, 25), date(2026, 3, 20))
    await world.passes(at(24, 18, month=3))
    reminder = await world.last(tono)
    assert (await world.keys(tono), reminder.key) == (["report-reminder"], "report-reminder")
    assert "Rabu, 25 Maret 2026" in reminder.text
    assert "Biasanya Jumat, 20 Maret 2026, tetapi hari itu libur." in reminder.text
    await world.passes(at(26, 9, month=3))

    reports = await all_reports(world, tono)
    assert [one.state for one in reports][:2] == [ReportState.MISSED, ReportState.DUE]
    assert reports[1].due_on == date(2026, 4, 20)
