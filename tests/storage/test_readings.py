"""The week of each reader of Monday's digests at a terminal: what Monday said, whenever it is asked for."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.people import Role
from bot.reports.documents import period_report
from bot.reports.documents.paper import pdf
from bot.reports.export import WeekFiles, week_files
from bot.reports.papers import SHIPPED
from bot.storage.database import Database
from bot.storage.migrate import upgrade
from bot.storage.models import Digest, Person
from bot.summaries import write_digests
from bot.troubles import Trouble
from scheduler.digests import digests
from tests.harness import sentences
from tests.papers import words_in
from tests.storage.offices import SEVEN, a_person, an_office, works
from tests.storage.test_overviews import at_a_terminal
from tests.storage.test_weekly import CHILD, WEEK, Desk, a_client, a_desk, said, sheet

LATER = SEVEN + timedelta(days=17)
CODES = {Role.OFFICER: "PK-1", Role.HEAD: "KB-1", Role.PROSECUTOR: "JK-1", Role.AGENCY: "DN-1"}
READERS = pytest.mark.parametrize("role", CODES)


async def an_office_read(session: AsyncSession) -> tuple[Desk, dict[Role, Person]]:
    """An office with a reader of each kind, of whom all wait for Monday; the client K-1 has worked."""
    desk = await a_desk(session)
    readers = {Role.OFFICER: desk.officer}
    for role in (Role.HEAD, Role.PROSECUTOR, Role.AGENCY):
        readers[role] = await a_person(session, desk.office, CODES[role], role, look_at=SEVEN)
    desk.site.agency = readers[Role.AGENCY].name
    await a_clients_case(session, desk, readers, "K-1")
    return desk, readers


async def a_clients_case(
    session: AsyncSession, desk: Desk, readers: dict[Role, Person], code: str, **more: object
) -> None:
    _, case = await a_client(session, desk, code, **more)
    case.prosecutor_id = readers[Role.PROSECUTOR].id
    await works(session, case, desk.site, None, 3, hours=2)
    await session.flush()


async def files_of(session: AsyncSession, reader: Person) -> WeekFiles:
    files = await week_files(session, sentences(), reader, WEEK, LATER)
    assert files is not None
    return files


@READERS
async def test_the_terminal_writes_what_monday_said_whatever_came_afterwards(
    database: Database, role: Role
) -> None:
    async with database.transaction() as session:
        desk, readers = await an_office_read(session)
        notices = await digests(session, SEVEN)
        await a_clients_case(session, desk, readers, "K-2")
        reader = readers[role]
        files = await files_of(session, reader)
        now = await week_files(session, sentences(), reader, "2026-W17", LATER)

    assert notices
    (message, *_) = [one for one in notices if one.to == reader.id]
    assert files.text == said(message)
    assert now is not None
    assert now.text != files.text


@READERS
async def test_before_monday_it_is_what_monday_will_say(database: Database, role: Role) -> None:
    async with database.transaction() as session:
        _, readers = await an_office_read(session)
        before = await week_files(session, sentences(), readers[role], WEEK, SEVEN)
        await digests(session, SEVEN)
        after = await files_of(session, readers[role])

    assert before is not None
    assert before.text == after.text
    assert before.report == after.report
    assert (before.workbook is None) is (after.workbook is None) is (role in {Role.PROSECUTOR, Role.AGENCY})


async def test_a_heads_files_are_those_of_his_message(database: Database) -> None:
    async with database.transaction() as session:
        _, readers = await an_office_read(session)
        await digests(session, SEVEN)
        files = await files_of(session, readers[Role.HEAD])

    assert files.workbook is not None
    assert files.report is not None
    (row,) = sheet(files.workbook, "Laporan Mingguan")
    words = words_in(pdf(period_report.paper(files.report), sentences(), locale="id", folder=SHIPPED))
    assert (row["PK"], row["Klien"], row["Jam masa ini"]) == ("PK-1 (contoh)", 1, 3)
    assert "3 jam diakui" in files.text
    assert "Jam diakui dalam masa ini : 3 jam" in words
    assert " K-1" not in words


@READERS
async def test_a_child_is_a_code_in_every_readers_files(database: Database, role: Role) -> None:
    async with database.transaction() as session:
        desk, readers = await an_office_read(session)
        await a_clients_case(session, desk, readers, "A-7", name=CHILD, child=True)
        await digests(session, SEVEN)
        files = await files_of(session, readers[role])
        row = await session.exec(select(Digest).where(Digest.officer_id == readers[role].id))

    assert CHILD not in files.text
    assert CHILD not in str(row.one().figures)


@pytest.mark.parametrize("role", [Role.PROSECUTOR, Role.AGENCY])
async def test_whose_nothing_is_has_no_week(database: Database, role: Role) -> None:
    async with database.transaction() as session:
        desk, _ = await an_office_read(session)
        nobody = await a_person(session, desk.office, "X-1", role)
        assert await week_files(session, sentences(), nobody, WEEK, SEVEN) is None


@READERS
async def test_who_is_gone_keeps_the_weeks_he_read_and_no_other(database: Database, role: Role) -> None:
    async with database.transaction() as session:
        _, readers = await an_office_read(session)
        await digests(session, SEVEN)
        readers[role].left_on = date(2026, 4, 30)
        await session.flush()
        read = await week_files(session, sentences(), readers[role], WEEK, LATER)
        unread = await week_files(session, sentences(), readers[role], "2026-W17", LATER)

    assert read is not None
    assert unread is None


@pytest.mark.parametrize(
    ("role", "lacks", "text", "in_report"),
    [
        pytest.param(Role.HEAD, "said", "2 klien", 1, id="a head's words"),
        pytest.param(Role.OFFICER, "overview", "1 klien", 2, id="an officer's report"),
    ],
)
async def test_what_an_older_version_did_not_keep_is_that_of_now(
    database: Database, role: Role, lacks: str, text: str, in_report: int
) -> None:
    async with database.transaction() as session:
        desk, readers = await an_office_read(session)
        await digests(session, SEVEN)
        row = (await session.exec(select(Digest).where(Digest.officer_id == readers[role].id))).one()
        row.figures = {name: value for name, value in row.figures.items() if name != lacks}
        await session.flush()
        await a_clients_case(session, desk, readers, "K-2")
        files = await files_of(session, readers[role])

    assert text in files.text
    assert files.report is not None
    assert files.report.overview.sums.clients == in_report


async def test_a_terminal_writes_for_every_reader_of_the_office_that_is_named(tmp_path: Path) -> None:
    chosen, out = at_a_terminal(tmp_path), tmp_path / "out"
    database = Database(chosen.database_url)
    await upgrade(database)
    async with database.transaction() as session:
        desk, _ = await an_office_read(session)
        await a_person(session, desk.office, "JK-2", Role.PROSECUTOR)
        await a_person(session, await an_office(session, "BPS-2"), "KB-9", Role.HEAD)
        await digests(session, SEVEN)
    await database.close()
    told: list[tuple[str, str]] = []

    def say(key: str, **params: str | int) -> None:
        told.append((key, str(params.get("code", ""))))

    assert await write_digests(chosen, out, WEEK, "", say, office="BPS-1") == 0
    assert {path.relative_to(out).as_posix() for path in out.rglob("*.*")} == {
        f"BPS-1/{code}-{WEEK}{end}"
        for code, ends in (
            ("PK-1", (".txt", ".xlsx", ".pdf")),
            ("KB-1", (".txt", ".xlsx", ".pdf")),
            ("JK-1", (".txt",)),
            ("DN-1", (".txt",)),
        )
        for end in ends
    }
    assert ("digest-nothing", "JK-2") in told
    told.clear()
    assert await write_digests(chosen, out, WEEK, "kb-9", say) == 0
    assert [key for key, _ in told] == ["digest-text-written"]
    with pytest.raises(Trouble) as trouble:
        await write_digests(chosen, out, WEEK, "K-1", say)
    assert trouble.value.key == "trouble-reader-unknown"
