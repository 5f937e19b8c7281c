"""Papers from the database: figures that equal the balance, a constant number of questions, files."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from pydantic import SecretStr
from python_calamine import CalamineWorkbook
from sqlmodel import select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import attendances
from bot.app import RealClock
from bot.documents import Order, write_documents
from bot.domain.cases import local_day
from bot.domain.documents import DocumentKind
from bot.domain.evaluations import SessionWord
from bot.domain.people import Role
from bot.domain.worked import Note
from bot.habits import show_or_choose
from bot.reports.documents import attendance_list, client_card, final_report
from bot.reports.documents.access import whole
from bot.settings import Settings
from bot.storage import queries
from bot.storage.database import Database
from bot.storage.evaluations import SessionRating
from bot.storage.migrate import upgrade
from bot.storage.models import Attendance, Case, Office, Person, Site
from bot.troubles import Trouble
from tests.harness import sentences
from tests.papers import words_in
from tests.storage.offices import MONDAY, SEVEN, a_case, a_person, a_session, a_site, an_office, works
from tests.storage.test_weekly import statements


async def a_week(
    session: AsyncSession, clients: int, code: str = "BPS-1"
) -> tuple[Site, list[tuple[Case, Person]]]:
    """A site at which everybody worked on Monday, and every second one not on Tuesday; some hours wait."""
    office = await an_office(session, code)
    officer = await a_person(session, office, "PK-1", Role.OFFICER)
    site, cases = await a_site(session, office), []
    for number in range(clients):
        client = await a_person(session, office, f"K-{number:02d}", Role.CLIENT, child=number % 5 == 4)
        case, placement = await a_case(session, client, officer, site, total_hours=4)
        for day in (0, 1):
            planned = await a_session(session, case, placement, day)
            if day == 0 or number % 2:
                await works(session, case, site, planned, day, confirmed=number % 3 != 2)
        cases.append((case, client))
    return site, cases


async def test_the_figures_are_those_of_the_balance(database: Database) -> None:
    async with database.transaction() as session:
        site, cases = await a_week(session, 12)
        balances = [await queries.balance_of(session, case) for case, _ in cases]
        listed = await attendance_list.gather(session, site, MONDAY, whole(MONDAY), SEVEN)
        cards = [await client_card.gather(session, case, client, SEVEN) for case, client in cases]
        finals = [await final_report.gather(session, case, client, SEVEN) for case, client in cases]

    assert listed.credited == sum(one.credited for one in balances) > 0
    assert sum(row.surplus for row in listed.rows) == sum(one.surplus for one in balances) > 0
    for card, balance in zip(cards, balances, strict=True):
        assert sum(row.credited or 0 for row in card.rows) == balance.credited == card.balance.credited
        assert card.balance.remaining == balance.remaining
        assert card.balance.waiting == balance.waiting
    for final, balance in zip(finals, balances, strict=True):
        worked = sum(row.credited or 0 for row in final.done)
        assert worked + sum(one.minutes for one in final.counted) == balance.credited


async def test_hours_that_were_taken_off_are_said_to_be(database: Database) -> None:
    async with database.transaction() as session:
        site, cases = await a_week(session, 3)
        case, client = cases[2]
        (attendance,) = (await session.exec(select(Attendance).where(Attendance.case_id == case.id))).all()
        await attendances.confirm_hours(
            session, case, attendance, by=case.guide_id, now=SEVEN, penalty_minutes=30
        )
        (line,) = (await client_card.gather(session, case, client, SEVEN)).rows
        listed = await attendance_list.gather(session, site, MONDAY, whole(MONDAY), SEVEN)
    assert (line.credited, line.notes) == (150, (Note.PENALTY,))
    assert Note.PENALTY in {note for row in listed.rows for note in row.notes}


async def test_the_number_of_questions_does_not_depend_on_how_many_people_come(database: Database) -> None:
    asked = []
    for code, clients in (("BPS-1", 3), ("BPS-2", 12)):
        async with database.transaction() as session:
            site, _ = await a_week(session, clients, code)
        async with database.reading() as session:
            with statements(database) as seen:
                rows = (await attendance_list.gather(session, site, MONDAY, whole(MONDAY), SEVEN)).rows
        assert len({row.client for row in rows}) == clients
        asked.append(len(seen))
    assert asked[0] == asked[1] <= 8


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=f"sqlite+aiosqlite:///{tmp_path / 'hadir.db'}",
        secret_key=SecretStr("kunci"),
        templates_dir=tmp_path / "templates",
    )


def names_in(folder: Path) -> list[str]:
    return [path.name for path in sorted(folder.iterdir())] if folder.exists() else []


async def written(
    settings: Settings, kind: DocumentKind, out: Path, code: str = "", period: str = ""
) -> list[str]:
    said: list[str] = []
    order = Order(kind=kind, out=out, code=code, period=period)
    assert await write_documents(settings, order, lambda key, **_: said.append(key), sentences()) == 0
    return names_in(out) or said


async def test_papers_are_written_at_a_terminal_with_the_letterhead_of_the_office(
    settings: Settings, tmp_path: Path
) -> None:
    database = Database(settings.database_url)
    await upgrade(database)
    async with database.transaction() as session:
        await a_week(session, 2)
    await database.close()
    said: dict[str, dict[str, str | int]] = {}
    await show_or_choose(
        settings,
        "",
        "",
        None,
        lambda key, **params: said.update({key: params}),
        above="KEMENTERIAN CONTOH | KANTOR WILAYAH",
        below="Jalan Contoh 1",
    )
    assert said["letterhead"]["lines"] == "KEMENTERIAN CONTOH | KANTOR WILAYAH | Bapas BPS-1 | Jalan Contoh 1"

    lists, cards = tmp_path / "lists", tmp_path / "cards"
    names = await written(settings, DocumentKind.LIST, lists, period="2026-W16")
    assert names == ["daftar-hadir-L1-2026-W16.pdf", "daftar-hadir-L1-2026-W16.xlsx"]
    words = words_in((lists / names[0]).read_bytes())
    assert words.startswith("KEMENTERIAN CONTOH KANTOR WILAYAH Bapas BPS-1 Jalan Contoh 1 DAFTAR HADIR KERJA")
    book = CalamineWorkbook.from_filelike(io.BytesIO((lists / names[1]).read_bytes()))
    assert len(book.get_sheet_by_index(0).to_python()) == 1 + 4
    assert await written(settings, DocumentKind.CARD, cards, code="k-01") == [
        "kartu-kehadiran-K-01.pdf",
        "kartu-kehadiran-K-01.xlsx",
    ]
    assert len(await written(settings, DocumentKind.CARD, cards)) == 6  # what is there is left alone
    assert await written(settings, DocumentKind.LIST, tmp_path / "none", period="2026-W20") == [
        "document-none"
    ]


async def test_evaluations_of_the_office_and_of_each_agency_are_written_at_a_terminal(
    settings: Settings, tmp_path: Path
) -> None:
    database, now = Database(settings.database_url), RealClock().now()
    await upgrade(database)
    async with database.transaction() as session:
        site, _ = await a_week(session, 1)
        site.agency = "Dinas Sosial (contoh)"
        office = await session.get_one(Office, site.office_id)
        by = await a_person(session, office, "PL-9", Role.SUPERVISOR)
        for code, name in (("D-1", site.agency), ("D-2", "Dinas Lain (contoh)")):
            await a_person(session, office, code, Role.AGENCY, name=name)
        session.add(
            SessionRating(
                office_id=office.id,
                site_id=site.id,
                starts_at=now,
                day=local_day(now, office.zone),
                word=SessionWord.TROUBLED,
                by=by.id,
                rated_at=now,
            )
        )
    await database.close()
    year = local_day(now, "Asia/Makassar").year
    kind, out = DocumentKind.EVALUATION, tmp_path / "papers"
    assert await written(settings, kind, out) == [
        f"evaluasi-{year}.pdf",
        f"evaluasi-{year}.xlsx",
        f"evaluasi-D-1-{year}.pdf",
        f"evaluasi-D-1-{year}.xlsx",
    ]
    asked = await written(settings, kind, tmp_path / "one", code="d-2", period="triwulan")
    assert [one.partition(f"-{year}")[0] for one in asked] == ["evaluasi-D-2"] * 2


@pytest.mark.parametrize(
    ("kind", "code", "period", "trouble"),
    [
        (DocumentKind.LIST, "L9", "", "trouble-poster-site-unknown"),
        (DocumentKind.LIST, "", "minggu", "trouble-document-week-unknown"),
        (DocumentKind.LIST, "", "31/02/2026", "trouble-document-week-unknown"),
        (DocumentKind.CARD, "K-99", "", "trouble-document-client-unknown"),
        (DocumentKind.REPORTS, "PK-9", "", "trouble-document-officer-unknown"),
        (DocumentKind.REPORTS, "", "maret 26", "trouble-document-month-unknown"),
        (DocumentKind.EVALUATION, "D-9", "", "trouble-document-agency-unknown"),
    ],
)
async def test_what_is_not_there_is_said_at_a_terminal(
    settings: Settings, tmp_path: Path, kind: DocumentKind, code: str, period: str, trouble: str
) -> None:
    database = Database(settings.database_url)
    await upgrade(database)
    async with database.transaction() as session:
        await a_week(session, 1)
    await database.close()
    with pytest.raises(Trouble) as caught:
        await written(settings, kind, tmp_path / "out", code=code, period=period)
    assert caught.value.key == trouble
    assert sentences().render(f"cli-{caught.value.key}", caught.value.params, locale="id")
