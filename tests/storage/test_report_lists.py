"""The reports of a month from the database: who was due, in a constant number of questions."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.cases import Interval, Programme
from bot.domain.documents import DocumentKind
from bot.domain.people import Role
from bot.domain.report_lists import Given
from bot.domain.reports import ReportState
from bot.domain.weeks import Period
from bot.reports.documents import report_list
from bot.reports.documents.access import Whose
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.migrate import upgrade
from bot.storage.models import Case, ExcusedSpan, Office, Person, Report
from tests.endtoend.clerk import Clerk
from tests.storage.offices import SEVEN, a_case, a_person, a_site, an_office, at
from tests.storage.test_documents import settings, written
from tests.storage.test_weekly import statements

__all__ = ["settings"]
APRIL = Period(date(2026, 4, 1), date(2026, 4, 30))
MID_APRIL = date(2026, 4, 15)


async def a_report(
    session: AsyncSession, case: Case, due: date, state: ReportState, reported_at: datetime | None = None
) -> Report:
    report = Report(
        office_id=case.office_id,
        case_id=case.id,
        client_id=case.client_id,
        due_on=due,
        closes_at=at((due - date(2026, 4, 13)).days + 1, 0),
        state=state,
        reported_at=reported_at,
    )
    session.add(report)
    await session.flush()
    return report


async def a_reporter(session: AsyncSession, officer: Person, code: str, *, child: bool = False) -> Case:
    office = await session.get_one(Office, officer.office_id)
    site = await a_site(session, office, f"L-{code}")
    client = await a_person(session, office, code, Role.CLIENT, child=child)
    case, _ = await a_case(session, client, officer, site, total_hours=None, programme=Programme.INTEGRATION)
    case.report_every, case.first_report_on = Interval.WEEK, date(2026, 3, 5)
    session.add(case)
    await session.flush()
    return case


async def an_april(session: AsyncSession, clients: int, code: str = "BPS-1") -> tuple[Office, Person]:
    """Everybody was due on the 2nd and the 9th, and reported once."""
    office = await an_office(session, code)
    officer = await a_person(session, office, "PK-1", Role.OFFICER)
    for number in range(clients):
        case = await a_reporter(session, officer, f"K-{number:02d}", child=number % 5 == 4)
        await a_report(session, case, date(2026, 4, 2), ReportState.DONE, at(-11, 9))
        await a_report(session, case, date(2026, 4, 9), ReportState.MISSED)
    return office, officer


async def test_a_month_holds_who_was_due_excused_or_had_no_day(database: Database) -> None:
    async with database.transaction() as session:
        office = await an_office(session)
        officers = [await a_person(session, office, code, Role.OFFICER) for code in ("PK-1", "PK-2")]
        first, second = [await a_reporter(session, one, f"K-{one.code}") for one in officers]
        await a_reporter(session, officers[0], "A-07", child=True)
        await a_report(session, first, date(2026, 4, 2), ReportState.LATE, at(-10, 9))
        await a_report(session, first, date(2026, 4, 9), ReportState.DROPPED)
        await a_report(session, first, date(2026, 3, 26), ReportState.MISSED)
        await a_report(session, second, date(2026, 4, 30), ReportState.DUE)
        span = ExcusedSpan(office_id=office.id, case_id=first.id, first=date(2026, 4, 8), last=MID_APRIL)
        session.add(span)
        await session.flush()
        own = (await report_list.gather(session, Whose(office, officers[0]), APRIL, SEVEN)).rows
        every = (await report_list.gather(session, Whose(office), APRIL, SEVEN)).rows

    assert [(row.client, row.given, row.day) for row in own] == [
        ("A-07", Given.NO_DAY, None),
        ("K-PK-1 (contoh)", Given.LATE, date(2026, 4, 2)),
        ("K-PK-1 (contoh)", Given.EXCUSED, date(2026, 4, 8)),
    ]
    assert [(row.client, row.officer) for row in every[-1:]] == [("K-PK-2 (contoh)", "PK-2 (contoh)")]
    assert every[:-1] == own


async def test_the_number_of_questions_does_not_depend_on_how_many_people_report(database: Database) -> None:
    asked = []
    for code, clients in (("BPS-1", 3), ("BPS-2", 12)):
        async with database.transaction() as session:
            office, officer = await an_april(session, clients, code)
        async with database.reading() as session:
            with statements(database) as seen:
                rows = (await report_list.gather(session, Whose(office, officer), APRIL, SEVEN)).rows
        assert len(rows) == 2 * clients
        asked.append(len(seen))
    assert asked[0] == asked[1] <= 5


async def test_a_month_is_written_at_a_terminal_for_the_office_and_for_each_officer(
    settings: Settings, tmp_path: Path
) -> None:
    database = Database(settings.database_url)
    await upgrade(database)
    async with database.transaction() as session:
        office, _ = await an_april(session, 2)
        idle = await a_person(session, office, "PK-2", Role.OFFICER)
        await a_case(
            session, await a_person(session, office, "K-99", Role.CLIENT), idle, await a_site(session, office)
        )
    await database.close()
    kind, out = DocumentKind.REPORTS, tmp_path / "papers"
    assert await written(settings, kind, out, period="2026-04") == [
        "daftar-lapor-diri-2026-04.pdf",
        "daftar-lapor-diri-2026-04.xlsx",
        "daftar-lapor-diri-PK-1-2026-04.pdf",
        "daftar-lapor-diri-PK-1-2026-04.xlsx",
    ]
    assert await written(settings, kind, tmp_path / "one", code="pk-2", period="2026-03") == [
        "daftar-lapor-diri-PK-2-2026-03.pdf",
        "daftar-lapor-diri-PK-2-2026-03.xlsx",
    ]


@pytest.mark.parametrize(
    "words", [("report-list", "--week", "2026-W17"), ("client-card", "--month", "2026-04")], ids=" ".join
)
def test_a_period_that_a_paper_is_not_of_is_refused_at_a_terminal(
    tmp_path: Path, words: tuple[str, ...]
) -> None:
    answer = Clerk(tmp_path).hadir("document", *words, "--out", str(tmp_path / "papers"))
    assert (answer.code, "--month" in answer.words) == (2, True)
    assert not (tmp_path / "papers").exists()
