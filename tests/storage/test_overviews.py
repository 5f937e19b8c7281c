"""Reports on a week or month from the database: the figures of the weekly summary, and who began and ended in
a month, with a constant number of questions."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import SecretStr
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances, lifecycle
from bot.documents import Order, write_documents
from bot.domain.cases import CaseState, Programme
from bot.domain.checkins import SessionState
from bot.domain.digest import totals
from bot.domain.documents import DocumentKind
from bot.domain.excuse_requests import ExcuseReason, RequestState
from bot.domain.months import month_days
from bot.domain.outcomes import Outcome
from bot.domain.overviews import Overview, Sessions
from bot.domain.people import Role
from bot.domain.reports import ReportState
from bot.domain.weeks import Period, week_days
from bot.reports import overviews
from bot.reports.documents import period_report
from bot.reports.overviews import from_json, to_json
from bot.reports.weekly import gather
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.excuse_requests import ExcuseRequest
from bot.storage.migrate import upgrade
from bot.storage.models import Attendance, Case, Person, Report, WorkSession
from bot.summaries import write_digests
from bot.troubles import Trouble
from scheduler.digests import digests
from tests.harness import sentences
from tests.papers import words_in
from tests.storage.offices import SEVEN, a_case, a_person, a_session, at, works
from tests.storage.test_weekly import WEEK, Desk, a_desk, sheet, statements

NUMBERS = count()  # of offices: one database serves every example
APRIL = month_days("2026-04")
MAY = SEVEN + timedelta(days=14)


async def a_client(session: AsyncSession, desk: Desk, code: str, **more: Any) -> tuple[Case, Person]:
    """Came on Monday, waits for a word on Tuesday, missed Wednesday, is excused on Thursday, was called not
    right on Friday, found the site closed on Saturday, and was out of reach on Sunday."""
    client = await a_person(session, desk.office, code, Role.CLIENT, **more)
    case, placement = await a_case(session, client, desk.officer, desk.site)
    days = [await a_session(session, case, placement, day) for day in range(7)]
    await works(session, case, desk.site, days[0], 0)
    await works(session, case, desk.site, days[1], 1, confirmed=False)
    rejected = await works(session, case, desk.site, days[4], 4, confirmed=False)
    await attendances.reject(session, case, rejected, by=desk.officer.id, reason="tidak cocok", now=at(4, 12))
    for day, state, outcome in (
        (2, SessionState.MISSED, Outcome.UNEXPLAINED),
        (3, SessionState.CANCELLED, Outcome.SICK),
        (5, SessionState.CANCELLED, Outcome.SITE_CLOSED),
        (6, SessionState.MISSED, Outcome.UNREACHED),
    ):
        days[day].state, days[day].outcome = state, outcome
    await session.flush()
    return case, client


async def overview(
    session: AsyncSession, desk: Desk, period: Period, *, office: bool = False, now: Any = SEVEN
) -> Overview:
    return await overviews.gather(session, desk.office, None if office else desk.officer, period, now)


async def test_a_week_has_the_figures_of_the_summary(database: Database) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        for number in range(3):
            await a_client(session, desk, f"K-{number}", child=number == 1)
        week = await gather(session, desk.office, desk.officer, week_days(WEEK), SEVEN)
        seen = await overview(session, desk, week_days(WEEK))

    assert seen.sums.sessions == Sessions(6, 3, 3, 3, 3, 3)
    agrees(seen, week)
    assert [one.name for one in seen.cases] == ["K-0 (contoh)", "K-1", "K-2 (contoh)"]
    assert [one.code for one in seen.cases] == ["K-0", "", "K-2"]
    assert seen.weeks[-1].credited == seen.sums.credited == 3 * 180
    assert seen.weeks[-1].waiting == seen.sums.waiting == 3 * 180
    (site,) = seen.sites
    assert site.sessions == seen.sums.sessions


def agrees(seen: Overview, week: Any) -> None:
    """Report and weekly summary say the same."""
    sums = totals(week.clients, week.period)
    assert (
        seen.sums.clients,
        seen.sums.credited,
        seen.sums.waiting,
        seen.sums.surplus,
        seen.sums.sessions.attended,
        seen.sums.sessions.due,
        seen.sums.reports_due,
        seen.sums.reports_given,
    ) == (
        sums.clients,
        sums.credited,
        sums.waiting,
        sums.surplus,
        sums.attended,
        sums.due,
        sums.reports_due,
        sums.reports_given,
    )
    for one, client in zip(seen.cases, week.clients, strict=True):
        assert (one.name, one.served, one.total) == (client.name, client.credited, client.total)
        assert one.figures.credited == client.credited_in(week.period)
        assert one.figures.sessions.missed == len(client.misses)
        assert one.figures.sessions.due == client.due
    assert seen.weeks[-1].credited == sums.credited


DAY = st.tuples(
    st.integers(-14, 6),
    st.sampled_from(["none", "missed", "asked", "works", "waits", "rejected", "unplanned"]),
    st.sampled_from([None, *Outcome]),
    st.integers(1, 10),
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(clients=st.lists(st.lists(DAY, max_size=6, unique_by=lambda day: day[0]), min_size=1, max_size=3))
async def test_whatever_happened_report_and_summary_agree(
    database: Database, clients: list[list[tuple[int, str, Outcome | None, int]]]
) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session, f"B-{next(NUMBERS)}")
        for number, days in enumerate(clients):
            client = await a_person(session, desk.office, f"K-{number}", Role.CLIENT)
            case, placement = await a_case(session, client, desk.officer, desk.site, total_hours=12)
            for day, what, outcome, hours in days:
                if day < 0 and what in ("waits", "unplanned"):
                    continue  # a report has what waits of its own days, a summary whatever waits now
                planned = await a_session(session, case, placement, day) if what != "unplanned" else None
                if planned and what in ("none", "missed", "asked"):
                    state = SessionState.CANCELLED if what == "none" else SessionState.MISSED
                    planned.state, planned.outcome = state, outcome
                    if what == "asked":
                        session.add(asks(planned, case))
                    continue
                work = await works(
                    session, case, desk.site, planned, day, hours=hours, confirmed=what == "works"
                )
                if what == "rejected":
                    await reject(session, desk, case, work)
        await session.flush()
        week = await gather(session, desk.office, desk.officer, week_days(WEEK), SEVEN)
        agrees(await overview(session, desk, week_days(WEEK)), week)


def asks(planned: WorkSession, case: Case) -> ExcuseRequest:
    """The client asks to be excused from this day; nobody has decided."""
    return ExcuseRequest(
        office_id=case.office_id,
        case_id=case.id,
        client_id=case.client_id,
        filed_by=case.client_id,
        reason=ExcuseReason.SICK,
        first=planned.day,
        last=planned.day,
        state=RequestState.OPEN,
        begun_at=planned.starts_at,
        filed_at=planned.starts_at,
    )


async def reject(session: AsyncSession, desk: Desk, case: Case, work: Attendance) -> None:
    await attendances.reject(
        session, case, work, by=desk.officer.id, reason="tidak cocok", now=work.started_at + timedelta(days=1)
    )


async def test_a_month_has_who_ended_in_it_and_not_who_began_after(database: Database) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        head = await a_person(session, desk.office, "KB-1", Role.HEAD)
        case, _ = await a_client(session, desk, "K-1")
        later, _ = await a_client(session, desk, "K-2")
        later.starts_on = date(2026, 5, 2)
        begun, _ = await a_client(session, desk, "K-3")
        begun.starts_on = date(2026, 4, 2)
        for after, who in ((CaseState.AWAITING_CLOSING, desk.officer), (CaseState.ENDED, head)):
            await lifecycle.change_state(session, case, after, actor=who, reason="-", now=at(7, 9))
        april = await overview(session, desk, APRIL, now=MAY)
        may = await overview(session, desk, month_days("2026-05"), now=MAY)

    assert [(one.name[:3], one.ended, one.figures.begun) for one in april.cases] == [
        ("K-1", CaseState.ENDED, 0),
        ("K-3", None, 1),
    ]
    assert (april.sums.begun, april.sums.ended, april.sums.credited) == (1, 1, 2 * 180)
    assert [one.name[:3] for one in may.cases] == ["K-2", "K-3"]


async def test_a_week_has_who_ended_in_it_and_not_who_began_after(database: Database) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        head = await a_person(session, desk.office, "KB-1", Role.HEAD)
        case, _ = await a_client(session, desk, "K-1")
        later, _ = await a_client(session, desk, "K-2")
        later.starts_on = week_days(WEEK).last + timedelta(days=1)
        for after, who in ((CaseState.AWAITING_CLOSING, desk.officer), (CaseState.ENDED, head)):
            await lifecycle.change_state(session, case, after, actor=who, reason="-", now=at(5, 9))
        seen = await overview(session, desk, week_days(WEEK))
        told = await gather(session, desk.office, desk.officer, week_days(WEEK), SEVEN)
        after_it = await overview(session, desk, Period(later.starts_on, later.starts_on + timedelta(days=6)))

    assert [(one.name[:3], one.ended) for one in seen.cases] == [("K-1", CaseState.ENDED)]
    assert (seen.sums.clients, seen.sums.ended, seen.sums.credited) == (1, 1, 180)
    assert [(one.name[:3], one.how) for one in told.ended] == [("K-1", CaseState.ENDED)]
    assert [one.name[:3] for one in after_it.cases] == ["K-2"]


async def test_what_waits_is_of_the_period(database: Database) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        await a_client(session, desk, "K-1")
        weeks = [
            await overview(session, desk, Period(first, first + timedelta(days=6)))
            for first in (week_days(WEEK).first - timedelta(days=7), week_days(WEEK).first)
        ]
    assert [one.sums.waiting for one in weeks] == [0, 180]
    assert [one.cases[0].figures.waiting for one in weeks] == [0, 180]


async def test_reports_that_were_owed_and_given_are_counted(database: Database) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        client = await a_person(session, desk.office, "K-1", Role.CLIENT)
        case, _ = await a_case(
            session, client, desk.officer, desk.site, total_hours=None, programme=Programme.INTEGRATION
        )
        for day, state in enumerate(ReportState):
            session.add(
                Report(
                    office_id=desk.office.id,
                    case_id=case.id,
                    client_id=client.id,
                    due_on=date(2026, 4, 13 + day),
                    closes_at=SEVEN,
                    state=state,
                )
            )
        await session.flush()
        seen = await overview(session, desk, APRIL, now=MAY)

    assert (seen.sums.reports_given, seen.sums.reports_due) == (2, 3)
    (one,) = seen.cases
    assert (one.total, one.remaining) == (None, None)


async def test_an_office_is_told_officer_by_officer(database: Database) -> None:
    async with database.transaction() as session:
        desk, other = await a_desk(session), await a_desk(session, "BPS-2")
        await a_client(session, desk, "K-1")
        await a_client(session, other, "K-9")
        colleague = await a_person(session, desk.office, "PK-2", Role.OFFICER)
        for code in ("K-2", "K-3"):
            await a_client(session, Desk(desk.office, colleague, desk.site), code)
        facts = await period_report.gather(session, desk.office, None, week_days(WEEK), SEVEN)

    assert facts.overview.cases == ()
    assert facts.matters == ()
    assert [(one.officer, one.figures.clients) for one in facts.overview.officers] == [
        ("PK-1 (contoh)", 1),
        ("PK-2 (contoh)", 2),
    ]
    assert all(one.act for one in facts.overview.officers)
    assert facts.overview.sums.clients == 3


@pytest.mark.parametrize("office", [False, True], ids=["officer", "office"])
@pytest.mark.parametrize("period", [week_days(WEEK), APRIL], ids=["week", "month"])
async def test_the_number_of_questions_does_not_depend_on_the_number_of_clients(
    database: Database, period: Period, office: bool
) -> None:
    asked = []
    for code, clients in (("BPS-1", 2), ("BPS-2", 6)):
        async with database.transaction() as session:
            desk = await a_desk(session, code)
            for number in range(clients):
                await a_client(session, desk, f"K-{number}")
        async with database.reading() as session:
            with statements(database) as seen:
                found = await overview(session, desk, period, office=office)
        assert found.sums.clients == clients
        asked.append(len(seen))
    assert asked[0] == asked[1] <= 9


async def test_figures_are_frozen_as_they_were(database: Database) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        await a_client(session, desk, "K-1")
        for office in (False, True):
            seen = await overview(session, desk, week_days(WEEK), office=office)
            assert from_json(to_json(seen)) == seen


async def test_nobodys_words_and_nothing_in_confidence_stand_on_paper(database: Database) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        await a_client(session, desk, "K-1")
        facts = await period_report.gather(session, desk.office, desk.officer, week_days(WEEK), SEVEN)

    keys = [line.key for _, line in facts.matters]
    assert keys
    assert "digest-rejected" not in keys
    assert (
        "tidak cocok" not in str(period_report.paper(facts).tables[0].rows) or "digest-rejected-kept" in keys
    )


async def test_any_week_or_month_is_written_at_a_terminal(tmp_path: Path) -> None:
    chosen = at_a_terminal(tmp_path)
    database = Database(chosen.database_url)
    await upgrade(database)
    async with database.transaction() as session:
        desk = await a_desk(session)
        await a_client(session, desk, "K-1")
    await database.close()
    for kind, period, file in (
        (DocumentKind.WEEKLY, "2026-W16", "laporan-mingguan{}-2026-W16"),
        (DocumentKind.MONTHLY, "2026-04", "laporan-bulanan{}-2026-04"),
    ):
        out = tmp_path / kind.value
        order = Order(kind=kind, out=out, period=period)
        assert await write_documents(chosen, order, lambda *_, **__: None, sentences()) == 0
        names = {file.format(whose) + end for whose in ("", "-PK-1") for end in (".pdf", ".xlsx")}
        assert {path.name for path in out.iterdir()} == names
        assert "K-1 (contoh)" in words_in((out / f"{file.format('-PK-1')}.pdf").read_bytes())
        assert " K-1 (contoh)" not in words_in((out / f"{file.format('')}.pdf").read_bytes())


def at_a_terminal(folder: Path) -> Settings:
    return Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=f"sqlite+aiosqlite:///{folder / 'hadir.db'}",
        secret_key=SecretStr("kunci"),
        templates_dir=folder / "templates",
    )


async def test_a_terminal_writes_text_workbook_and_report_of_the_same_figures(tmp_path: Path) -> None:
    chosen = at_a_terminal(tmp_path)
    database = Database(chosen.database_url)
    await upgrade(database)
    async with database.transaction() as session:
        desk = await a_desk(session)
        await a_client(session, desk, "K-1")
        await digests(session, SEVEN)
        await a_client(session, desk, "K-2")
    await database.close()
    said: list[str] = []
    assert await write_digests(chosen, tmp_path, WEEK, "PK-1", lambda key, **_: said.append(key)) == 0

    assert said == ["digest-written", "document-written"]
    text, book, paper = (tmp_path / f"PK-1-{WEEK}{end}" for end in (".txt", ".xlsx", ".pdf"))
    words = words_in(paper.read_bytes())
    assert "1 klien" in text.read_text()
    (row,) = sheet(book.read_bytes(), "Klien")
    assert (row["Jam diakui minggu ini"], row["Jam menunggu"]) == (3, 3)
    assert "1 K-1 (contoh) K-1 3 3/40 3 2/4 1 1 1" in words
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "laporan-berkala.typ").write_text("#nothing")
    with pytest.raises(Trouble):
        await write_digests(chosen, tmp_path, WEEK, "PK-1", lambda *_, **__: None)
