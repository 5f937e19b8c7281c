"""A reporting duty of more than half a year: its report days go on as time does."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlmodel import col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.calendar import Calendar
from bot.domain.cases import CaseState, Interval, Programme
from bot.domain.people import Role
from bot.domain.reports import ReportState, due_days
from bot.holidays_id import holidays
from bot.lifecycle import open_case
from bot.reporting import REPORTS_AHEAD
from bot.storage.database import Database
from bot.storage.models import Case, Office, Report
from scheduler.cases import AT_ONCE, REPORTS_AGAIN, cases
from scheduler.chores import CHORES, next_due
from tests.lawful import lawful
from tests.storage.offices import a_person, an_office, at

NOW = at(0, 12)
"""Monday 13 April 2026, noon in Makassar."""
END = date(2028, 4, 12)
TWO_YEARS = timedelta(days=730)


async def a_reporter(
    session: AsyncSession,
    office: Office,
    code: str = "I-01",
    every: Interval = Interval.WEEK,
    first: date = date(2026, 4, 16),
) -> Case:
    client = await a_person(session, office, code, Role.CLIENT)
    case = Case(
        office_id=office.id,
        number=f"{code}/2026",
        client_id=client.id,
        officer_id=client.id,
        programme=Programme.INTEGRATION,
        starts_on=date(2026, 1, 1),
        ends_on=END,
        **(await lawful(session, office.id, Programme.INTEGRATION)) | ordinary(every, first),
    )
    return await open_case(session, case, actor_id=None, now=NOW)


def ordinary(every: Interval, first: date) -> dict[str, Any]:
    """A decision older than the case, and the rhythm that is asked for."""
    return {"ruling_on": date(2025, 12, 1), "report_every": every, "first_report_on": first}


def due_on(first: date, every: Interval, until: date) -> list[date]:
    """The report days as the rule says, shifted from holidays."""
    calendar = Calendar(holidays(range(first.year, until.year + 1)))
    return [due.day for due in due_days(first, every, until, calendar)]


async def tick(database: Database, now: datetime) -> None:
    for name in ("cases", "reports"):
        due: object = ()
        while due is not None:
            async with database.transaction() as session:
                due = await CHORES[name].run(session, now)


async def days(database: Database) -> list[date]:
    async with database.reading() as session:
        return list((await session.exec(select(col(Report.due_on)).order_by(col(Report.due_on)))).all())


@pytest.mark.parametrize(
    ("every", "first"),
    [
        (Interval.WEEK, date(2026, 4, 16)),
        (Interval.MONTH, date(2026, 5, 31)),
        (Interval.WEEK, date(2027, 4, 15)),
    ],
    ids=["weekly", "monthly-from-the-31st", "first-in-a-year"],
)
async def test_from_due_instant_to_due_instant_no_report_day_is_left_out(
    database: Database, every: Interval, first: date
) -> None:
    async with database.transaction() as session:
        await a_reporter(session, await an_office(session), every=every, first=first)
    now = NOW
    while True:
        async with database.reading() as session:
            due = await next_due(session)
        if due is None or due > NOW + TWO_YEARS:
            break
        now = due
        await tick(database, now)
        ahead = min((now + REPORTS_AHEAD - REPORTS_AGAIN).date(), END)
        assert set(due_on(first, every, ahead)) <= set(await days(database))

    assert await days(database) == due_on(first, every, END)


async def test_months_end_where_they_end(database: Database) -> None:
    async with database.transaction() as session:
        await a_reporter(session, await an_office(session), every=Interval.MONTH, first=date(2026, 1, 31))
    for weeks in range(4, 60, 4):
        await tick(database, NOW + timedelta(weeks=weeks))

    known = await days(database)
    assert known[known.index(date(2027, 1, 31)) :][:4] == [
        date(2027, 1, 31),
        date(2027, 2, 28),
        date(2027, 3, 31),
        date(2027, 4, 30),
    ]


async def test_after_a_long_sleep_they_go_on_from_today_and_the_gap_is_not_made_up(
    database: Database,
) -> None:
    async with database.transaction() as session:
        await a_reporter(session, await an_office(session))
    written = await days(database)
    woken = NOW + timedelta(weeks=52)
    await tick(database, woken)

    found = await days(database)
    assert found[: len(written)] == written
    assert found[len(written)] == date(2027, 4, 15)
    assert found[-1] == date(2027, 10, 7)
    async with database.reading() as session:
        missed = select(func.count()).select_from(Report).where(Report.state == ReportState.MISSED)
        assert (await session.exec(missed)).one() == len(written)


async def test_a_suspended_case_gets_none_until_it_is_resumed(database: Database) -> None:
    async with database.transaction() as session:
        case = await a_reporter(session, await an_office(session))
        case.state = CaseState.SUSPENDED
        case.look_at = NOW + REPORTS_AGAIN
    await tick(database, NOW + REPORTS_AGAIN)

    assert max(await days(database)) < (NOW + REPORTS_AGAIN).date()
    async with database.reading() as session:
        looks = (await session.exec(select(col(Case.look_at)))).all()
    assert looks == [datetime(2028, 4, 12, 16, tzinfo=UTC)]  # the end of the last day


async def test_many_cases_take_several_short_transactions(database: Database) -> None:
    async with database.transaction() as session:
        office = await an_office(session)
        for number in range(AT_ONCE + 1):
            await a_reporter(session, office, code=f"I-{number}", every=Interval.MONTH)
    now = NOW + REPORTS_AGAIN
    left = []
    for _ in range(3):
        async with database.transaction() as session:
            left.append(await cases(session, now))

    assert left == [[], [], None]
