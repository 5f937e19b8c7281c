"""Registration writes facts, balances and plans; planning again changes nothing and leaves the past alone."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

import pytest
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances
from bot.domain.cases import Interval, Programme, local_day
from bot.domain.checkins import SessionState
from bot.domain.messages import Refused
from bot.domain.people import Role
from bot.domain.reports import ReportState
from bot.lifecycle import correct_case, open_case
from bot.planning import replan
from bot.registry import appoint, dismiss, open_office, place, register_person, register_site
from bot.reporting import plan_reports
from bot.storage import queries
from bot.storage.database import Database
from bot.storage.events import broken_link, case_stream, person_stream, refold, stream_events
from bot.storage.models import Case, Office, Person, Placement, Report, Site, WorkSession
from tests.harness import ZONE, at
from tests.lawful import closed_days, coming, lawful

NOW = at(20, 12)
"""Monday 20 April 2026, noon in Makassar."""


async def office_with_site(session: AsyncSession) -> tuple[Office, Site]:
    office = await open_office(session, code="B", name="Bapas (contoh)", zone=ZONE, contact="-", now=NOW)
    site = Site(
        office_id=office.id, code="L-01", name="Kantor Desa (contoh)", activity="kebersihan", zone=ZONE
    )
    return office, await register_site(session, site, now=NOW)


async def a_person(session: AsyncSession, office: Office, code: str, role: Role) -> Person:
    person = Person(office_id=office.id, code=code, name=f"{code} (contoh)", role=role)
    return await register_person(session, person, now=NOW)


async def a_case(session: AsyncSession, office: Office, *, hours: int | None = 60, **more: Any) -> Case:
    client = await a_person(session, office, "K-01", Role.CLIENT)
    officer = await a_person(session, office, "PK-01", Role.OFFICER)
    fields: dict[str, Any] = {
        "programme": Programme.COMMUNITY_WORK,
        "starts_on": date(2026, 3, 2),
        "ends_on": date(2026, 8, 30),
        "daily_minutes": 480 if hours else None,
    }
    fields |= await lawful(session, office.id, more.get("programme", Programme.COMMUNITY_WORK))
    fields |= more
    case = Case(
        office_id=office.id,
        number="1/2026",
        client_id=client.id,
        officer_id=officer.id,
        total_minutes=hours * 60 if hours else None,
        **fields,
    )
    return await open_case(session, case, actor_id=officer.id, now=NOW)


def a_placement(case: Case, site: Site, *, code: str = "P-01", weekdays: str = "14") -> Placement:
    return Placement(
        office_id=case.office_id,
        code=code,
        case_id=case.id,
        site_id=site.id,
        weekdays=weekdays,
        starts=time(8),
        ends=time(11),
        from_on=date(2026, 3, 2),
        until_on=date(2026, 8, 30),
    )


async def placed(
    session: AsyncSession, case: Case, placement: Placement, *, now: datetime = NOW
) -> list[WorkSession]:
    """The sessions that are planned once a placement is there."""
    await place(session, case, placement, now=now)
    return await coming(session, case, now)


async def replanned(session: AsyncSession, case: Case, now: datetime = NOW) -> list[WorkSession]:
    await replan(session, case, now=now)
    return await coming(session, case, now)


async def sessions_of(session: AsyncSession, case: Case) -> Sequence[WorkSession]:
    query = select(WorkSession).where(WorkSession.case_id == case.id).order_by(col(WorkSession.starts_at))
    return (await session.exec(query)).all()


async def test_officer_and_head_are_looked_at_on_monday_at_seven(database: Database) -> None:
    async with database.transaction() as session:
        office, _ = await office_with_site(session)
        officer = await a_person(session, office, "PK-01", Role.OFFICER)
        head = await a_person(session, office, "KB-01", Role.HEAD)
        client = await a_person(session, office, "K-01", Role.CLIENT)

    assert (officer.look_at, head.look_at, client.look_at) == (at(27, 7), at(27, 7), None)


async def test_a_case_opens_with_a_fact_and_a_balance(database: Database) -> None:
    async with database.transaction() as session:
        office, _ = await office_with_site(session)
        case = await a_case(session, office)
        balance = await queries.balance_of(session, case)
        events = await stream_events(session, office.id, case_stream(case.id))

    assert (balance.credited, balance.remaining, balance.seq) == (0, 3600, 1)
    assert [event.kind for event in events] == ["case_opened", "case_state_changed"]
    assert broken_link(events) is None


async def test_hours_outside_the_law_leave_nothing_behind(database: Database) -> None:
    async with database.transaction() as session:
        office, _ = await office_with_site(session)
        with pytest.raises(Refused, match="case-total-outside-law"):
            await a_case(session, office, hours=241)
        assert (await session.exec(select(Case))).all() == []


async def test_a_placement_plans_what_the_order_needs_from_now_on(database: Database) -> None:
    async with database.transaction() as session:
        office, site = await office_with_site(session)
        case = await a_case(session, office)
        planned = await placed(session, case, a_placement(case, site))

    closed = closed_days(date(2026, 1, 1), date(2026, 12, 31))
    assert planned[0].starts_at == at(23, 8)
    assert len(planned) == 20
    assert sum(int((one.ends_at - one.starts_at).total_seconds()) // 60 for one in planned) == 3600
    assert {one.day.isoweekday() for one in planned} == {1, 4}
    assert not {one.day for one in planned} & closed
    assert date(2026, 5, 14) in closed  # a Thursday of the plan's weeks
    assert planned[0].look_at == at(22, 18)
    assert {one.activity for one in planned} == {"kebersihan"}


async def test_a_session_in_an_hour_is_not_reminded_the_evening_before(database: Database) -> None:
    async with database.transaction() as session:
        office, site = await office_with_site(session)
        case = await a_case(session, office)
        planned = await placed(session, case, a_placement(case, site), now=at(23, 7, 30))

    assert (planned[0].starts_at, planned[0].look_at) == (at(23, 8), at(23, 9))


async def test_planning_again_changes_nothing(database: Database) -> None:
    async with database.transaction() as session:
        office, site = await office_with_site(session)
        case = await a_case(session, office)
        first = [one.model_dump() for one in await placed(session, case, a_placement(case, site))]
    async with database.transaction() as session:
        again = await replanned(session, case, NOW)

    assert [one.model_dump() for one in again] == first


async def test_other_weekdays_cancel_and_plan_anew_and_back_again(database: Database) -> None:
    async with database.transaction() as session:
        office, site = await office_with_site(session)
        case = await a_case(session, office)
        placement = a_placement(case, site)
        before = {one.id: one.day for one in await placed(session, case, placement)}
        placement.weekdays = "2"
        tuesdays = await placed(session, case, placement)
        placement.weekdays = "14"
        after = {one.id: one.day for one in await placed(session, case, placement)}
        rows = await sessions_of(session, case)

    assert {one.day.isoweekday() for one in tuesdays} == {2}
    assert after == before
    assert {row.revision for row in rows if row.id in before} == {2}
    assert {row.state for row in rows if row.id not in before} == {SessionState.CANCELLED}


async def test_two_placements_share_the_order(database: Database) -> None:
    async with database.transaction() as session:
        office, site = await office_with_site(session)
        case = await a_case(session, office, hours=30)
        await place(session, case, a_placement(case, site, weekdays="1"), now=NOW)
        planned = await placed(session, case, a_placement(case, site, code="P-02", weekdays="4"))

    assert len(planned) == 10
    assert {one.placement_id for one in planned[:2]} == {1, 2}


async def test_what_was_worked_is_not_planned_again(database: Database) -> None:
    async with database.transaction() as session:
        office, site = await office_with_site(session)
        case = await a_case(session, office, hours=9)
        planned = await placed(session, case, a_placement(case, site))
        worked = await attendances.start(
            session,
            case,
            site,
            planned[0],
            at=at(23, 8),
            actor_id=case.client_id,
            photo_wanted=False,
            now=at(23, 8),
        )
        during = await replanned(session, case, at(23, 9))
        await attendances.finish(
            session, case, worked, at=at(23, 11), actor_id=case.client_id, photo_wanted=False, now=at(23, 11)
        )
        waiting = await replanned(session, case, at(23, 12))
        await attendances.reject(
            session, case, worked, by=case.guide_id, reason="reason-not-here", now=at(23, 13)
        )
        rejected = await replanned(session, case, at(23, 14))
        balance = await queries.balance_of(session, case)
        assert (await refold(session, case)).remaining == balance.remaining

    assert [len(during), len(waiting), len(rejected)] == [2, 2, 3]


async def test_a_correction_moves_balance_and_plan(database: Database) -> None:
    async with database.transaction() as session:
        office, site = await office_with_site(session)
        case = await a_case(session, office)
        await place(session, case, a_placement(case, site), now=NOW)
        case.total_minutes = 30 * 60
        await correct_case(session, case, actor_id=case.officer_id, now=NOW)
        balance = await queries.balance_of(session, case)
        coming = await replanned(session, case, NOW)

    assert (balance.remaining, len(coming)) == (1800, 10)


async def test_integration_works_to_the_end_of_its_placement(database: Database) -> None:
    async with database.transaction() as session:
        office, site = await office_with_site(session)
        case = await a_case(session, office, hours=None, programme=Programme.INTEGRATION)
        placement = a_placement(case, site, weekdays="4")
        placement.until_on = date(2026, 5, 28)
        planned = await placed(session, case, placement)

    thursdays = [date(2026, 4, 23), date(2026, 4, 30), date(2026, 5, 7), date(2026, 5, 21)]
    assert [one.day for one in planned] == thursdays  # 14 and 28 May are closed


@pytest.mark.parametrize("ends", [time(8), time(16, 1)], ids=["24 hours", "8 hours and a minute"])
async def test_a_placement_that_no_day_can_hold(database: Database, ends: time) -> None:
    async with database.transaction() as session:
        office, site = await office_with_site(session)
        case = await a_case(session, office)
        placement = a_placement(case, site)
        placement.ends = ends
        with pytest.raises(Refused, match="placement-day-too-long"):
            await place(session, case, placement, now=NOW)


async def test_report_days_are_written_once_and_from_today_on(database: Database) -> None:
    async with database.transaction() as session:
        office, _ = await office_with_site(session)
        case = await a_case(
            session,
            office,
            hours=None,
            programme=Programme.INTEGRATION,
            report_every=Interval.MONTH,
            first_report_on=date(2026, 1, 31),
        )
        await plan_reports(session, case, now=NOW)
        reports = (await session.exec(select(Report).order_by(col(Report.due_on)))).all()

    days = [date(2026, 4, 30), date(2026, 6, 2), date(2026, 6, 30), date(2026, 7, 31)]
    assert [one.due_on for one in reports] == days
    assert reports[1].shifted_from == date(2026, 5, 31)  # Waisak, then the day of Pancasila
    assert {one.state for one in reports} == {ReportState.DUE}
    assert reports[0].look_at == at(29, 18)
    assert local_day(reports[0].closes_at, ZONE) == date(2026, 5, 1)


async def test_a_supervisor_is_appointed_and_dismissed(database: Database) -> None:
    async with database.transaction() as session:
        office, site = await office_with_site(session)
        ratna = await a_person(session, office, "PL-01", Role.SUPERVISOR)
        row = await appoint(session, site, ratna, from_on=date(2026, 4, 1), now=NOW)
        await dismiss(session, row, until_on=date(2026, 4, 20), now=NOW)
        today = await queries.supervisors_of(session, site, date(2026, 4, 20), NOW)
        tomorrow = await queries.supervisors_of(session, site, date(2026, 4, 21), NOW)
        events = await stream_events(session, office.id, f"site:{site.id}")

    assert ([one.code for one in today], list(tomorrow)) == (["PL-01"], [])
    assert [event.kind for event in events] == [
        "site_registered",
        "supervisor_appointed",
        "supervisor_dismissed",
    ]
    assert broken_link(events) is None


async def test_registering_a_person_is_a_fact(database: Database) -> None:
    async with database.transaction() as session:
        office, _ = await office_with_site(session)
        person = await a_person(session, office, "K-01", Role.CLIENT)
        events = await stream_events(session, office.id, person_stream(person.id))

    assert [event.kind for event in events] == ["person_registered"]
    assert "contoh" not in (events[0].payload or "")
