"""Letters in the database: numbers without a gap, also where two approve at once, and one letter a case."""

from __future__ import annotations

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from pydantic import SecretStr
from sqlmodel import col, select

from bot import letters
from bot.documents import Order, write_documents
from bot.domain.cases import CaseState
from bot.domain.documents import DocumentKind
from bot.domain.people import Role
from bot.habits import show_or_choose
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.letters import Letter, standing_of
from bot.storage.migrate import upgrade
from bot.storage.models import Case, Office, Person
from tests.harness import sentences
from tests.papers import links_in
from tests.storage.offices import SEVEN, a_case, a_person, a_site, an_office
from tests.storage.test_weekly import statements

MANY = 6


async def completed(database: Database, code: str = "BPS-1", many: int = MANY) -> tuple[Office, list[Case]]:
    """Cases that were completed, without letters."""
    async with database.transaction() as session:
        office = await an_office(session, code)
        officer, site = await a_person(session, office, "PK-1", Role.OFFICER), await a_site(session, office)
        cases = []
        for number in range(many):
            client = await a_person(session, office, f"K-{number:02d}", Role.CLIENT)
            case, _ = await a_case(session, client, officer, site, total_hours=40)
            case.state = CaseState.COMPLETED
            cases.append(case)
    return office, cases


async def issue(database: Database, case: Case, *, fails: bool = False, years: int = 0) -> None:
    async with database.transaction() as session:
        row = await session.get_one(Case, case.id)
        await letters.issue(session, row, by=None, now=SEVEN + timedelta(days=366 * years))
        if fails:
            raise RuntimeError("after the number was taken")


async def counts(database: Database, office: Office) -> list[tuple[int, int]]:
    async with database.reading() as session:
        rows = (await session.exec(select(Letter).where(Letter.office_id == office.id))).all()
    return sorted((row.year, row.count) for row in rows)


async def test_letters_that_are_issued_at_once_are_numbered_without_a_gap(database: Database) -> None:
    office, cases = await completed(database)
    await asyncio.gather(*(issue(database, case) for case in cases))
    assert await counts(database, office) == [(SEVEN.year, count) for count in range(1, MANY + 1)]


async def test_what_fails_takes_no_number_and_each_year_and_office_counts_for_itself(
    database: Database,
) -> None:
    office, (first, second, third, *_) = await completed(database)
    other, (elsewhere, *_) = await completed(database, "BPS-2", 1)
    await issue(database, first)
    with pytest.raises(RuntimeError):
        await issue(database, second, fails=True)
    await issue(database, second)
    await issue(database, third, years=1)
    await issue(database, elsewhere)
    assert await counts(database, office) == [(SEVEN.year, 1), (SEVEN.year, 2), (SEVEN.year + 1, 1)]
    assert await counts(database, other) == [(SEVEN.year, 1)]


async def test_a_case_has_one_letter_also_where_two_ask_for_it(database: Database) -> None:
    office, (case, *_) = await completed(database, many=1)
    await asyncio.gather(*(issue(database, case) for _ in range(4)))
    assert await counts(database, office) == [(SEVEN.year, 1)]


async def test_a_number_is_never_used_again(database: Database) -> None:
    office, (first, second, *_) = await completed(database)
    await issue(database, first)
    async with database.transaction() as session:
        row = await session.get_one(Case, first.id)
        assert await letters.revoke(session, row, SEVEN) is not None
        assert await letters.revoke(session, row, SEVEN) is None
    await issue(database, second)
    await issue(database, first)
    assert await counts(database, office) == [(SEVEN.year, count) for count in (1, 2, 3)]


async def test_whatever_the_code_the_same_question_is_asked(database: Database) -> None:
    _, (first, second, *_) = await completed(database)
    for case in (first, second):
        await issue(database, case)
    async with database.transaction() as session:
        await letters.revoke(session, await session.get_one(Case, second.id), SEVEN)
        known = [row.code for row in (await session.exec(select(Letter).order_by(col(Letter.id)))).all()]
    asked = []
    for code in (*known, "2" * 16):
        with statements(database) as seen:
            async with database.reading() as session:
                await standing_of(session, code)
        asked.append(tuple(seen))
    assert len(asked[0]) == 1
    assert len(set(asked)) == 1


async def test_an_office_numbers_in_its_own_way_and_prints_from_a_terminal(tmp_path: Path) -> None:
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=f"sqlite+aiosqlite:///{tmp_path / 'hadir.db'}",
        media_dir=tmp_path / "media",
        templates_dir=tmp_path / "templates",
        secret_key=SecretStr("k" * 43),
        public_url="https://hadir.contoh.go.id/bapas/",
    )
    database = Database(settings.database_url)
    await upgrade(database)
    await completed(database, many=2)
    said: dict[str, dict[str, object]] = {}

    def say(key: str, **params: object) -> None:
        said[key] = params

    async def choose(pattern: str) -> int:
        return await show_or_choose(settings, "", "", None, say, letter_number=pattern)

    assert await choose("{no}") == 2
    assert await choose("W23-{no}/{month}/{year}") == 0
    assert str(said["letter-number"]["number"]).startswith("W23-1/")
    order = Order(kind=DocumentKind.LETTER, out=tmp_path / "out", code="K-01")
    for _ in range(2):
        assert await write_documents(settings, order, say, sentences()) == 0
    assert {path.suffix for path in (tmp_path / "out").iterdir()} == {".pdf", ".docx"}
    assert await choose("") == 0
    assert str(said["letter-number"]["number"]).startswith("W23-2/")

    async with database.reading() as session:
        (letter,) = (await session.exec(select(Letter))).all()
        client = await session.get_one(Person, (await session.get_one(Case, letter.case_id)).client_id)
    await database.close()
    assert client.code == "K-01"
    pdf = (tmp_path / "out" / "surat-keterangan-K-01.pdf").read_bytes()
    assert links_in(pdf, tmp_path) == [f"https://hadir.contoh.go.id/bapas/surat/{letter.code}"]


@pytest.mark.parametrize(
    "url",
    [
        "http://hadir.contoh.go.id",
        "hadir.contoh.go.id",
        "https://",
        "https://a@contoh.go.id",
        "https://contoh.go.id/?x=1",
        "https://contoh.go.id/" + "x" * 120,
    ],
)
def test_an_address_that_cannot_stand_on_paper_is_no_setting(url: str) -> None:
    with pytest.raises(ValueError, match="HADIR_PUBLIC_URL"):
        Settings(_env_file=None, public_url=url)  # type: ignore[call-arg]
