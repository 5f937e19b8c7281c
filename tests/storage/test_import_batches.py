"""A long import holds nobody up, and an interrupted one is simply run again."""

from __future__ import annotations

import asyncio
import io
import shutil
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from rich.console import Console
from sqlalchemy import Connection, event
from sqlmodel import SQLModel, func, select

from bot.desktop import import_book_file
from bot.imports import ImportResult, import_book
from bot.settings import Settings
from bot.storage.database import Database
from bot.storage.models import (
    Case,
    CaseBalance,
    Event,
    Office,
    Person,
    Placement,
    Report,
    Site,
    SiteSupervisor,
    WorkSession,
)
from tests.harness import at
from tests.storage.test_import import RULED, SHEETS, counts, new_office, said, workbook

MANY = 1_500
AT_MOST = 5 * 50
"""Rows that an import may bring in between a writer's wish and its turn: some transactions, never all."""


class PowerCut(Exception):
    """What ends an import in the middle."""


@contextmanager
def power_cut(database: Database, *, after: int) -> Iterator[None]:
    """So many transactions are committed, the next one fails."""
    committed = 0

    def count(connection: Connection) -> None:
        nonlocal committed
        committed += 1
        if committed > after:
            raise PowerCut

    event.listen(database.engine.sync_engine, "commit", count)
    try:
        yield
    finally:
        event.remove(database.engine.sync_engine, "commit", count)


def people(count: int, role: str = "klien", code: str = "K") -> list[list[object]]:
    return [[f"{code}-{number}", f"{number} (contoh)", role] for number in range(count)]


def many_sheets() -> dict[str, list[list[object]]]:
    """More rows than a transaction takes, two placements a case, and bad rows among the good ones."""
    sites: list[list[object]] = [["kode", "nama", "kegiatan", "pengawas"]]
    sites += [[f"L-{number}", "Kantor (contoh)", "kebersihan", "PL-0; PL-1"] for number in range(7)]
    cases: list[list[object]] = [[*SHEETS["perkara"][0], "lapor_setiap", "lapor_pertama"]]
    placements: list[list[object]] = [list(SHEETS["penempatan"][0])]
    for number in range(60):
        officer, site = "PK-99" if number in (0, 7, 55) else "PK-0", f"L-{number % 7}"
        hours = ["kerja_sosial", officer, 24, 4, "2026-03-02", "31/08/2026"]
        cases.append([f"{number}/2026", f"K-{number}", *hours, *RULED, "bulan", "31/03/2026"])
        for day in ("Sen", "Kam"):
            placements.append([f"P-{number}-{day}", f"{number}/2026", site, day, "08.00", "11.00", "0"])
    return {
        "lokasi": sites,
        "orang": [
            ["kode", "nama", "peran"],
            *people(120),
            *people(2, "pengawas", "PL"),
            *people(1, "pk", "PK"),
            ["JK-01", "Yusran (contoh)", "jaksa"],
        ],
        "perkara": cases,
        "penempatan": placements,
    }


TABLES: tuple[type[SQLModel], ...] = (
    Person,
    Site,
    SiteSupervisor,
    Case,
    CaseBalance,
    Placement,
    WorkSession,
    Report,
)


async def facts(database: Database) -> dict[str, Any]:
    """Everything an import writes, with codes in place of the numbers of rows."""
    found: dict[str, Any] = {}
    async with database.reading() as session:
        person = dict((await session.exec(select(Person.id, Person.code))).all())
        names: dict[str, dict[int, str]] = {
            **dict.fromkeys(("client_id", "officer_id", "prosecutor_id", "person_id"), person),
            "site_id": dict((await session.exec(select(Site.id, Site.code))).all()),
            "case_id": dict((await session.exec(select(Case.id, Case.number))).all()),
            "placement_id": dict((await session.exec(select(Placement.id, Placement.code))).all()),
        }
        for table in TABLES:
            rows = [row.model_dump(exclude={"id"}) for row in (await session.exec(select(table))).all()]
            found[table.__name__] = sorted(str([_named(names, *one) for one in row.items()]) for row in rows)
        found["Event"] = Counter((await session.exec(select(Event.kind))).all())
    return found


def _named(names: dict[str, dict[int, str]], column: str, value: Any) -> Any:
    return names[column].get(value) if column in names else value


async def test_an_interrupted_import_is_simply_run_again(database: Database, tmp_path: Path) -> None:
    book = workbook(tmp_path / "data.xlsx", many_sheets())
    whole = Database("sqlite+aiosqlite://")
    async with whole.engine.begin() as connection:
        await connection.run_sync(SQLModel.metadata.create_all)
    expected = await import_book(whole, (await new_office(whole)).id, book, now=at(20, 12))

    office = await new_office(database)
    for after in (0, 2, 4, 6):
        with power_cut(database, after=after), pytest.raises(PowerCut):
            await import_book(database, office.id, book, now=at(20, 12))
    result = await import_book(database, office.id, book, now=at(20, 12))

    assert (result.problems, result.rows) == (expected.problems, expected.rows)
    assert said(result.remarks()) == said(expected.remarks())
    assert result.refused("perkara") == {2, 9, 57}
    assert await facts(database) == await facts(whole)
    await whole.close()


async def test_a_dry_run_of_a_correction_says_the_same_and_keeps_nothing(
    database: Database, tmp_path: Path
) -> None:
    office = await new_office(database)
    await import_book(database, office.id, workbook(tmp_path / "a.xlsx", many_sheets()), now=at(20, 12))
    changes: dict[str, list[list[object]]] = {
        "orang": [["kode", "peran"], ["PK-0", "klien"], ["PL-0", "pk"], ["K-119", "wali"]],
        "perkara": [["nomor", "jam_total"], ["1/2026", "12"], ["2/2026", "7"], ["9/2026", ""]],
        "penempatan": [["kode", "perkara", "hari"], ["P-1-Sen", "", "Sel"], ["P-2-Sen", "3/2026", "Sel"]],
    }
    book, before = workbook(tmp_path / "b.xlsx", changes), await facts(database)
    dry = await import_book(database, office.id, book, now=at(21, 12), dry_run=True)
    assert await facts(database) == before
    real = await import_book(database, office.id, book, now=at(21, 12))

    assert said(dry.lines()) == said(real.lines())
    assert [problem.row for problem in real.problems] == [2, 3, 3, 3]


async def test_others_write_while_a_long_import_runs(sqlite_template: Path, tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{shutil.copy(sqlite_template, tmp_path / 'hadir.db')}"
    database, server = Database(url), Database(url)
    office = await new_office(database)
    rows: list[list[object]] = [["kode", "nama", "peran"], *people(MANY)]
    book = workbook(tmp_path / "data.xlsx", {"orang": rows})
    importing = asyncio.create_task(import_book(database, office.id, book, now=at(20, 12)))
    waited = await _writes_until(server, importing)

    assert (await importing).accepted("orang") == MANY
    assert len(waited) >= MANY // AT_MOST
    assert max(waited) <= AT_MOST
    for one in (database, server):
        await one.close()


async def _writes_until(server: Database, importing: asyncio.Task[ImportResult]) -> list[int]:
    """Write again and again, as another process does; how many rows came in before each turn."""
    waited, everybody = [], select(func.count()).select_from(Person)
    while not importing.done():
        async with server.reading() as session:
            before = (await session.exec(everybody)).one()
        async with server.transaction() as session:
            (await session.exec(select(Office))).one().contact = f"{before} (contoh)"
            waited.append((await session.exec(everybody)).one() - before)
        await asyncio.sleep(0)
    return waited


async def test_a_dry_run_takes_no_lock_at_all(sqlite_template: Path, tmp_path: Path) -> None:
    url = f"sqlite+aiosqlite:///{shutil.copy(sqlite_template, tmp_path / 'hadir.db')}"
    database, server = Database(url), Database(url)
    office = await new_office(database)
    book = workbook(tmp_path / "data.xlsx", SHEETS)
    async with server.transaction() as session:
        (await session.exec(select(Office))).one().contact = "held while the dry run runs"
        await session.flush()
        result = await import_book(database, office.id, book, now=at(20, 12), dry_run=True)

    assert result.accepted("orang") == 5
    assert (await counts(database))["Person"] == 0
    for one in (database, server):
        await one.close()


@pytest.mark.parametrize("terminal", [True, False])
async def test_a_terminal_shows_how_many_rows_are_through(
    sqlite_template: Path, tmp_path: Path, terminal: bool
) -> None:
    shutil.copy(sqlite_template, tmp_path / "hadir.db")
    address = f"sqlite+aiosqlite:///{tmp_path / 'hadir.db'}"
    database = Database(address)
    await new_office(database)
    await database.close()
    book = workbook(tmp_path / "book.xlsx", {"orang": SHEETS["orang"]})
    seen = io.StringIO()
    console = Console(file=seen, force_terminal=terminal, width=100)
    settings = Settings(_env_file=None, database_url=address)  # type: ignore[call-arg]
    code = await import_book_file(settings, book, False, lambda key, **params: None, console)

    assert code == 1  # a row with a role that does not exist
    assert ("Baris" in seen.getvalue(), "6/6" in seen.getvalue()) == (terminal, terminal)
