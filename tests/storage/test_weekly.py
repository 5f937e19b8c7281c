"""The weekly summary: figures that equal the balance, a constant number of questions, once a week."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import event
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances
from bot.domain.checkins import SessionState
from bot.domain.client_weeks import OWN_WORDS_KEPT
from bot.domain.digest import Week
from bot.domain.leaves import LeaveState
from bot.domain.messages import Notice, Resend, notice_to_json
from bot.domain.people import Role
from bot.domain.reports import ReportState
from bot.domain.sanity import Oddity
from bot.domain.weeks import next_digest_at, week_days
from bot.reports.digest_messages import summary_notice
from bot.reports.excel import file_name, workbook, workbook_of
from bot.reports.figures import from_json, to_json
from bot.reports.weekly import gather
from bot.storage.database import Database
from bot.storage.leaves import Leave
from bot.storage.models import Case, CaseBalance, Digest, Office, Person, Report, Site
from bot.texts import utf16_length
from bot.wording import Wording
from scheduler.digests import digests
from tests.double import NARROW, WIDE
from tests.harness import sentences
from tests.storage.offices import SEVEN, a_case, a_person, a_session, a_site, an_office, at, works
from tests.weeks import exported, summary_text

WEEK = "2026-W16"
CHILD = "Nama Rahasia Anak"


@dataclass(frozen=True, slots=True)
class Desk:
    """An officer with a site, whose digest of week 16 is due."""

    office: Office
    officer: Person
    site: Site


async def a_desk(session: AsyncSession, code: str = "BPS-1", zone: str = "Asia/Makassar") -> Desk:
    office = await an_office(session, code, zone)
    officer = await a_person(session, office, "PK-1", Role.OFFICER, look_at=SEVEN)
    return Desk(office, officer, await a_site(session, office))


async def a_client(session: AsyncSession, desk: Desk, code: str, **more: Any) -> tuple[Person, Case]:
    """A client who came on Tuesday and has a session on the Tuesday after."""
    client = await a_person(session, desk.office, code, Role.CLIENT, **more)
    case, placement = await a_case(session, client, desk.officer, desk.site)
    planned = await a_session(session, case, placement, 1)
    await works(session, case, desk.site, planned, 1)
    await a_session(session, case, placement, 8)
    return client, case


async def gathered(session: AsyncSession, desk: Desk, now: datetime = SEVEN) -> Week:
    return await gather(session, desk.office, desk.officer, week_days(WEEK), now)


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    """Every statement that goes to the database meanwhile."""
    seen: list[str] = []

    def note(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        if statement.startswith("SELECT"):
            seen.append(statement)

    event.listen(database.engine.sync_engine, "before_cursor_execute", note)
    try:
        yield seen
    finally:
        event.remove(database.engine.sync_engine, "before_cursor_execute", note)


def sheet(content: bytes, name: str) -> list[dict[str, Any]]:
    """A sheet's rows by the titles of its header."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    header, *rows = book.get_sheet_by_name(name).to_python()
    return [dict(zip(map(str, header), row, strict=True)) for row in rows]


async def test_figures_are_those_of_the_balance(database: Database) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        client, case = await a_client(session, desk, "K-1")
        await works(session, case, desk.site, None, 2, hours=9, confirmed=False)
        await works(session, case, desk.site, None, -5, hours=2)
        week = await gathered(session, desk)
        balance = await session.get_one(CaseBalance, case.id)

    (one,) = week.clients
    assert (one.credited, one.waiting, one.surplus, one.remaining) == (
        balance.credited,
        balance.waiting,
        balance.surplus,
        balance.remaining,
    )
    assert (one.credited, one.waiting, one.credited_in(week.period)) == (180, 660, 180)
    (row,) = sheet(workbook(week, sentences(), "id"), "Klien")
    hours = {title: row[title] for title in ("Jam diakui", "Jam menunggu", "Kelebihan jam", "Sisa jam")}
    assert {title: round(float(value) * 60) for title, value in hours.items()} == {
        "Jam diakui": balance.credited,
        "Jam menunggu": balance.waiting,
        "Kelebihan jam": balance.surplus,
        "Sisa jam": balance.remaining,
    }
    assert row["Nama atau kode"] == client.name


async def test_the_workbook_has_typed_cells_and_no_formulas(database: Database) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        client, case = await a_client(session, desk, "K-1", name="=1+1")
        report = Report(
            office_id=desk.office.id,
            case_id=case.id,
            client_id=client.id,
            due_on=date(2026, 4, 15),
            closes_at=at(3, 0),
            state=ReportState.LATE,
            reported_at=at(3, 9, 30),
        )
        session.add(report)
        await session.flush()
        week = await gathered(session, desk)

    content = workbook_of(to_json(week), sentences(), "id")
    assert file_name(week) == "ringkasan-2026-W16.xlsx"
    assert CalamineWorkbook.from_filelike(io.BytesIO(content)).sheet_names == [
        "Ringkasan",
        "Klien",
        "Kehadiran",
        "Lapor",
        "Jawaban lapor",
    ]
    (attended,) = sheet(content, "Kehadiran")
    assert attended["Nama atau kode"] == "=1+1"
    assert attended["Tanggal"] == date(2026, 4, 14)
    assert str(attended["Jam masuk"]) == "08:00:00"
    assert attended["Jam diakui"] == 3
    (reported,) = sheet(content, "Lapor")
    assert reported["Diterima"] == datetime(2026, 4, 16, 9, 30)  # noqa: DTZ001  (Excel knows no zones)
    assert reported["Keadaan"] == "terlambat"


async def test_a_child_is_a_code_in_message_and_file(database: Database) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        child, case = await a_client(session, desk, "A-7", name=CHILD, child=True)
        _, placement = await a_case(
            session, await a_person(session, desk.office, "K-9", Role.CLIENT), desk.officer, desk.site
        )
        await a_session(session, case, placement, 3, SessionState.MISSED, answer=f"{CHILD} sakit")
        week = await gathered(session, desk)
        notices = await digests(session, SEVEN)

    assert notices
    (one,) = [client for client in week.clients if client.case_id == case.id]
    assert (one.name, one.number, one.misses[0].answer) == (child.code, "", OWN_WORDS_KEPT)
    content = workbook(week, sentences(), "id")
    book = CalamineWorkbook.from_filelike(io.BytesIO(content))
    cells = str([book.get_sheet_by_name(name).to_python() for name in book.sheet_names])
    said = summary_text(week, sentences(), "id") + json.dumps([notice_to_json(one) for one in notices])
    assert "A-7" in cells
    assert "A-7" in said
    assert CHILD not in cells + said
    assert CHILD not in json.dumps(to_json(week))


async def test_misses_in_a_row_reach_back_and_end_with_a_start(database: Database) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        client = await a_person(session, desk.office, "K-1", Role.CLIENT)
        case, placement = await a_case(session, client, desk.officer, desk.site)
        await a_session(session, case, placement, -6, SessionState.MISSED)
        await a_session(session, case, placement, -5, SessionState.STARTED)
        await a_session(session, case, placement, -4, SessionState.MISSED)
        await a_session(session, case, placement, 1, SessionState.MISSED, answer="reason-sick")
        await a_session(session, case, placement, 7, SessionState.MISSED)
        week = await gathered(session, desk, SEVEN + timedelta(hours=5))

    (one,) = week.clients
    assert [miss.day for miss in one.in_a_row] == [date(2026, 4, 9), date(2026, 4, 14)]
    assert [(miss.day, miss.answer) for miss in one.misses] == [(date(2026, 4, 14), "reason-sick")]


async def test_nobody_elses_clients_are_in_it(database: Database) -> None:
    async with database.transaction() as session:
        desk, other = await a_desk(session), await a_desk(session, "BPS-2")
        colleague = await a_person(session, desk.office, "PK-2", Role.OFFICER)
        mine, _ = await a_client(session, desk, "K-1")
        await a_client(session, other, "K-1")
        await a_client(session, Desk(desk.office, colleague, desk.site), "K-2")
        week = await gathered(session, desk)
        office = await gather(session, desk.office, None, week_days(WEEK), SEVEN)

    assert [one.name for one in week.clients] == [mine.name]
    assert len(office.clients) == 2


@pytest.mark.parametrize("clients", [0, 1, 75, 250])
async def test_many_clients_need_no_more_questions(database: Database, clients: int) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        for number in range(clients):
            code = f"K-{number:03d}"
            client = await a_person(session, desk.office, code, Role.CLIENT, name=f"Muhammad Contoh {number}")
            case, placement = await a_case(session, client, desk.officer, desk.site)
            state = SessionState.MISSED if number % 8 == 0 else SessionState.STARTED
            await a_session(session, case, placement, 1, state)
            await a_session(session, case, placement, 8)
    with statements(database) as asked:
        async with database.reading() as session:
            week = await gathered(session, desk)

    assert len(asked) == 42
    assert len(week.clients) == clients
    notice, wording = summary_notice(week, desk.officer), Wording(sentences())
    for caps in (WIDE, NARROW):
        parts = [said(part) for part in wording.parts(notice, caps, "id")]
        assert max(map(utf16_length, parts)) <= caps.text_limit
    if clients <= 75:
        assert len(list(wording.parts(notice, WIDE, "id"))) == 1


def said(part: Notice) -> str:
    texts = sentences()
    head = [texts.render(part.key, part.params, locale="id")] if part.key else []
    return "\n".join(head + [texts.render(line.key, line.params, locale="id") for line in part.lines])


async def test_the_digest_is_written_once_and_frozen(database: Database) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        _, case = await a_client(session, desk, "K-1")
        before = await digests(session, SEVEN - timedelta(seconds=1))
        notices = await digests(session, SEVEN)
        again = await digests(session, SEVEN + timedelta(hours=1))
        await works(session, case, desk.site, None, 3, confirmed=False)
        digest = (await session.exec(select(Digest))).one()
        text, content = await exported(session, desk.officer, WEEK, SEVEN + timedelta(days=1))

    assert before is None
    assert again is None
    assert notices is not None
    assert [(one.once, one.media, one.resend) for one in notices] == [
        (f"digest:{desk.officer.id}:{WEEK}", "", Resend.MARKED),
        (f"digest:{desk.officer.id}:{WEEK}:file", f"digest:{digest.id}", Resend.MARKED),
        (f"digest:{desk.officer.id}:{WEEK}:report", f"digest-report:{digest.id}", Resend.MARKED),
        (f"digest:{desk.officer.id}:{WEEK}:chart", f"digest-chart:{digest.id}", Resend.MARKED),
    ]
    assert digest.week == WEEK
    assert desk.officer.look_at == SEVEN + timedelta(weeks=1)
    assert text == summary_text(from_json(digest.figures), sentences(), "id")
    assert sheet(content, "Klien")[0]["Jam menunggu"] == 0


async def test_a_digest_that_was_written_is_not_written_again(database: Database) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        await digests(session, SEVEN)
        desk.officer.look_at = SEVEN
        await session.flush()
        again = await digests(session, SEVEN + timedelta(minutes=5))
        written = (await session.exec(select(Digest))).all()

    assert again == []
    assert len(written) == 1


async def test_after_weeks_of_downtime_only_the_latest_week_is_sent(database: Database) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        await digests(session, SEVEN + timedelta(weeks=2, hours=2))
        written = (await session.exec(select(Digest))).all()

    assert [one.week for one in written] == ["2026-W18"]
    assert desk.officer.look_at == SEVEN + timedelta(weeks=3)


async def test_a_head_hears_of_the_whole_office_once_also_after_downtime(database: Database) -> None:
    late = SEVEN + timedelta(hours=2)
    async with database.transaction() as session:
        desk, other = await a_desk(session), await a_desk(session, "BPS-2")
        colleague = await a_person(session, desk.office, "PK-2", Role.OFFICER)
        await a_client(session, Desk(desk.office, colleague, desk.site), "A-7", name=CHILD, child=True)
        await a_client(session, desk, "K-1")
        await a_client(session, other, "K-9")
        head = await a_person(session, desk.office, "KB-1", Role.HEAD, look_at=SEVEN)
        sent = [await digests(session, late), await digests(session, late)]
        head.look_at = SEVEN
        await session.flush()
        again = await digests(session, late)

    notice, *files = [one for one in sent[0] or [] if one.to == head.id]
    assert [one.key for one in files] == [
        "digest-attached-outline",
        "digest-attached-report",
        "digest-attached-chart",
    ]
    text = said(notice)
    assert (notice.once, notice.media) == (f"digest:{head.id}:{WEEK}", "")
    assert [name in text for name in ("A-7", "K-1", "K-9", CHILD)] == [True, True, False, False]
    assert "Tanpa pengawas, 1 lokasi" in text
    assert (sent[1], again) == (None, [])
    assert head.look_at == SEVEN + timedelta(weeks=1)


async def test_whoever_stands_in_for_a_head_reads_his_summary(database: Database) -> None:
    async with database.transaction() as session:
        office = await an_office(session)
        head = await a_person(session, office, "KB-1", Role.HEAD, look_at=SEVEN)
        deputy = await a_person(session, office, "KB-2", Role.HEAD)
        session.add(
            Leave(
                office_id=office.id,
                person_id=head.id,
                stand_in_id=deputy.id,
                first=date(2026, 4, 20),
                last=date(2026, 4, 24),
                state=LeaveState.ACCEPTED,
                asked_by=head.id,
                asked_at=SEVEN,
            )
        )
        notices = await digests(session, SEVEN)

    assert [one.to for one in notices or []] == [deputy.id]


async def test_seven_o_clock_comes_at_three_instants(database: Database) -> None:
    zones = {"BPS-T": "Asia/Jayapura", "BPS-M": "Asia/Makassar", "BPS-B": "Asia/Jakarta"}
    wednesday = datetime(2026, 4, 15, 3, tzinfo=UTC)
    async with database.transaction() as session:
        for code, zone in zones.items():
            desk = await a_desk(session, code, zone)
            desk.officer.look_at = next_digest_at(wednesday, zone)
        await session.flush()
        sent = [
            len(await digests(session, SEVEN + timedelta(hours=hours)) or []) for hours in (-2, -1, 0, 1, 2)
        ]

    assert sent == [0, 2, 2, 2, 0]


async def test_a_week_without_a_digest_is_computed_when_asked(database: Database) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        await a_client(session, desk, "K-1")
        text, _ = await exported(session, desk.officer, WEEK, SEVEN)
        with pytest.raises(ValueError, match="week"):
            await exported(session, desk.officer, "2025-W53", SEVEN)

    assert "Minggu yang tenang: 1 klien" in text


async def test_work_outside_the_plan_waits_until_it_is_accepted(database: Database) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        _, case = await a_client(session, desk, "K-1")
        attendance = await works(session, case, desk.site, None, -10)
        (before,) = (await gathered(session, desk)).clients
        await attendances.judge_outside_plan(
            session, case, attendance, by=desk.officer.id, accepted=True, now=SEVEN
        )
        (after,) = (await gathered(session, desk)).clients

    assert [one.awaits_officer for one in before.attended] == [True, False]
    assert [one.awaits_officer for one in after.attended] == [False]
    assert (before.credited, after.credited) == (180, 360)


async def two_cases(session: AsyncSession, desk: Desk, *, guided_by: Person | None = None) -> None:
    """One person works five hours in each of two cases, at two sites and at the same time."""
    client = await a_person(session, desk.office, "K-1", Role.CLIENT)
    elsewhere = await a_site(session, desk.office, "L-2")
    for number, (site, officer) in enumerate(
        ((desk.site, desk.officer), (elsewhere, guided_by or desk.officer))
    ):
        case, _ = await a_case(session, client, officer, site, number=f"{number}/2026")
        await works(session, case, site, None, 1, hours=5)


async def test_one_person_at_two_sites_is_asked_about_once_over_all_his_cases(database: Database) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        await two_cases(session, desk)
        week = await gathered(session, desk)

    found = [(one.oddity, len(one.stays)) for client in week.clients for one in client.odd]
    assert found == [(Oddity.OVERLAP, 2), (Oddity.LONG_DAY, 2)]


async def test_the_officer_of_either_case_is_asked(database: Database) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        other = await a_person(session, desk.office, "PK-2", Role.OFFICER)
        await two_cases(session, desk, guided_by=other)
        for officer in (desk.officer, other):
            week = await gather(session, desk.office, officer, week_days(WEEK), SEVEN)
            (one,) = week.clients
            assert [odd.oddity for odd in one.odd] == [Oddity.OVERLAP, Oddity.LONG_DAY]


@pytest.mark.parametrize(("by_hand", "expected"), [(True, []), (False, [Oddity.IDENTICAL])])
async def test_minutes_that_a_supervisor_gave_are_not_asked_about(
    database: Database, by_hand: bool, expected: list[Oddity]
) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        client = await a_person(session, desk.office, "K-1", Role.CLIENT)
        case, _ = await a_case(session, client, desk.officer, desk.site)
        for day in range(4):
            actor = desk.officer.id if by_hand else client.id
            await works(session, case, desk.site, None, day, actor=actor)
        (one,) = (await gathered(session, desk)).clients
    assert [odd.oddity for odd in one.odd] == expected


async def test_a_finish_sent_before_the_start_is_asked_about(database: Database) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        client = await a_person(session, desk.office, "K-1", Role.CLIENT)
        case, _ = await a_case(session, client, desk.officer, desk.site)
        await works(session, case, desk.site, None, 1, hours=-1)
        (one,) = (await gathered(session, desk)).clients
    assert [odd.oddity for odd in one.odd] == [Oddity.END_BEFORE_START]
