"""The stored balance is the fold of the stored events: after each step, and made anew from nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import event
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances, lifecycle
from bot.domain.adjustments import Adjustment, AdjustmentReason
from bot.domain.hours import EventKind, Fact, fold
from bot.domain.people import Role
from bot.storage import digest_queries
from bot.storage.database import Database
from bot.storage.events import broken_link, case_stream, refold, stream_events
from bot.storage.models import Attendance, Case, CaseBalance, Person, Site
from tests.storage.offices import a_case, a_person, a_site, an_office, at, works

NOW = at(4, 18)
FIGURES = ("credited", "waiting", "surplus", "remaining", "opening", "adjusted")


@dataclass(frozen=True, slots=True)
class Stored:
    """A case with what is stored of its hours."""

    session: AsyncSession
    case: Case
    officer: Person
    site: Site

    async def figures(self) -> dict[str, int | None]:
        row = await self.session.get_one(CaseBalance, self.case.id)
        return {name: getattr(row, name) for name in FIGURES}

    async def credits(self) -> list[tuple[Any, ...]]:
        query = select(Attendance).where(Attendance.case_id == self.case.id).order_by(col(Attendance.id))
        rows = (await self.session.exec(query)).all()
        return [(one.id, one.credited, one.surplus, one.surplus_cap) for one in rows]

    async def adjust(self, minutes: int, day: int) -> None:
        correction = Adjustment(minutes, AdjustmentReason.WRONG_TIMES, date(2026, 4, 13 + day))
        await lifecycle.adjust(
            self.session, self.case, correction, officer=self.officer, words="BA contoh", now=NOW
        )

    async def opening(self, minutes: int) -> None:
        await lifecycle.set_opening(
            self.session,
            self.case,
            minutes,
            as_of=date(2026, 4, 12),
            basis="BA contoh",
            actor_id=self.officer.id,
            now=NOW,
        )


async def a_stored_case(session: AsyncSession) -> Stored:
    office = await an_office(session, "BPS-1", "Asia/Makassar")
    officer = await a_person(session, office, "PK-1", Role.OFFICER)
    client = await a_person(session, office, "K-1", Role.CLIENT)
    site = await a_site(session, office)
    case, _ = await a_case(session, client, officer, site, total_hours=20)
    return Stored(session, case, officer, site)


async def lived(stored: Stored) -> None:
    """Everything that moves hours: work with a penalty, beside the plan, rejected and taken back; corrections
    up and down; hours served before that are entered after all that, and corrected; a shorter order."""
    session, case, site, by = stored.session, stored.case, stored.site, stored.officer.id
    penalised = await works(session, case, site, None, 0, hours=9, confirmed=False)
    await attendances.confirm_hours(session, case, penalised, by=by, now=NOW, penalty_minutes=15)
    await agrees(stored)
    await attendances.judge_outside_plan(session, case, penalised, by=by, accepted=True, now=NOW)
    await agrees(stored)
    refused = await works(session, case, site, None, 1, confirmed=False)
    await attendances.reject(session, case, refused, by=by, reason="reason-wrong-time", now=NOW)
    await agrees(stored)
    again = await works(session, case, site, None, 2, hours=4, confirmed=False)
    await attendances.reject(session, case, again, by=by, reason="reason-not-here", now=NOW)
    await attendances.take_back_rejection(session, case, again, None, by=by, now=NOW)
    await agrees(stored)
    await attendances.confirm_hours(session, case, again, by=by, now=NOW)
    await attendances.judge_outside_plan(session, case, again, by=by, accepted=True, now=NOW)
    await stored.adjust(60, 2)
    await stored.adjust(-120, 0)
    await agrees(stored)
    await stored.opening(600)
    await agrees(stored)
    await stored.opening(120)
    await agrees(stored)
    case.total_minutes = 12 * 60
    await lifecycle.correct_case(session, case, actor_id=by, now=NOW)
    await agrees(stored)


async def agrees(stored: Stored) -> None:
    """What is stored is what all events of the case, read anew, fold into."""
    events = await stream_events(stored.session, stored.case.office_id, case_stream(stored.case.id))
    assert broken_link(events) is None
    told = fold(Fact(EventKind(one.kind), json.loads(one.payload or "{}")) for one in events)
    assert await stored.figures() == {name: getattr(told, name) for name in FIGURES}
    for number, *credit in await stored.credits():
        one = told.by_attendance.get(number)
        assert credit == ([one.credited, one.surplus, one.cap] if one else [0, 0, None])


async def test_the_stored_balance_is_the_fold_of_the_stored_events(database: Database) -> None:
    async with database.transaction() as session:
        stored = await a_stored_case(session)
        await lived(stored)
        assert await stored.figures() == {
            "credited": 720,
            "waiting": 0,
            "surplus": 105,
            "remaining": 0,
            "opening": 120,
            "adjusted": -60,
        }


async def test_a_balance_that_was_lost_is_made_anew_from_the_events(database: Database) -> None:
    async with database.transaction() as session:
        stored = await a_stored_case(session)
        await lived(stored)
        figures, credits = await stored.figures(), await stored.credits()
        case_id = stored.case.id
        await session.delete(await session.get_one(CaseBalance, case_id))
        for row in (await session.exec(select(Attendance))).all():
            row.credited, row.surplus, row.surplus_cap = 7, 7, None
    async with database.transaction() as session:
        case = await session.get_one(Case, case_id)
        await refold(session, case)
        anew = Stored(session, case, stored.officer, stored.site)
        assert (await anew.figures(), await anew.credits()) == (figures, credits)


async def plan_of(session: AsyncSession, asked: tuple[str, Any]) -> str:
    """How the database answers a question once it has counted its rows. PostgreSQL reads a small table whole,
    index or not: told not to, it shows which index it has."""
    connection = await session.connection()
    await connection.exec_driver_sql("ANALYZE")
    sqlite = session.get_bind().dialect.name == "sqlite"
    if not sqlite:
        await connection.exec_driver_sql("SET LOCAL enable_seqscan = off")
    explain = "EXPLAIN QUERY PLAN" if sqlite else "EXPLAIN"
    rows: Sequence[Any] = (await connection.exec_driver_sql(f"{explain} {asked[0]}", asked[1])).all()
    return "\n".join(str(row) for row in rows)


async def test_an_officers_balances_are_one_question_that_an_index_answers(database: Database) -> None:
    asked: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        asked.append((statement, parameters))

    async with database.transaction() as session:
        office = await an_office(session)
        site = await a_site(session, office)
        for number in range(3):
            officer = await a_person(session, office, f"PK-{number}", Role.OFFICER)
            for another in range(4):
                client = await a_person(session, office, f"K-{number}{another}", Role.CLIENT)
                await a_case(session, client, officer, site)
        event.listen(database.engine.sync_engine, "before_cursor_execute", note)
        rows = await digest_queries.cases(session, office.id, officer.id)
        event.remove(database.engine.sync_engine, "before_cursor_execute", note)
        assert (len(rows), len(asked)) == (4, 1)
        plan = await plan_of(session, asked[0])
    assert "ix_case_officer_id" in plan, plan
    assert not [line for line in plan.splitlines() if "SCAN case" in line or "Seq Scan on" in line], plan
