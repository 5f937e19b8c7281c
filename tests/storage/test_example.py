"""The example office: the same for a seed, right in every figure, with something to see in every corner."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import AsyncIterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlmodel import SQLModel, col, func, select
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import example
from bot.domain.checkins import AttendanceState, SessionState
from bot.domain.client_weeks import Contact
from bot.domain.digest import Week
from bot.domain.evaluations import SessionWord, Span
from bot.domain.people import Role
from bot.domain.reports import ReportState
from bot.domain.weeks import Period
from bot.example.story import STORIES
from bot.invitations import hash_of
from bot.planning import replan
from bot.reports.evaluations import Review, results
from bot.reports.weekly import gather
from bot.storage.alone import writing_alone
from bot.storage.database import Database
from bot.storage.events import broken_link, refold, stream_events
from bot.storage.models import (
    Attendance,
    Case,
    CaseBalance,
    Event,
    Evidence,
    Invitation,
    Office,
    Person,
    PersonAddress,
    Report,
    Site,
    WorkSession,
)
from tests.harness import at
from tests.lawful import closed_days

NOW = at(23, 7, 40)
"""Thursday 23 April 2026, twenty minutes before work."""


pytestmark = pytest.mark.xdist_group("example")


@pytest.fixture(scope="module")
def built(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, example.Example]:
    """The office in a file, built once, and as `hadir demo` does it: by one thread."""
    path = tmp_path_factory.mktemp("example") / "hadir.db"
    shutil.copy(sqlite_template, path)
    return path, asyncio.run(written_alone(path, seed=1))


async def written_alone(path: Path, *, seed: int) -> example.Example:
    async with writing_alone(path) as session:
        return await example.build(session, now=NOW, seed=seed)


@pytest.fixture
async def session(built: tuple[Path, example.Example]) -> AsyncIterator[AsyncSession]:
    """What a test changes is forgotten."""
    database = Database(f"sqlite+aiosqlite:///{built[0]}")
    async with database.engine.connect() as connection:
        async with AsyncSession(connection, expire_on_commit=False) as session:
            yield session
        await connection.rollback()
    await database.close()


@pytest.fixture
def played(built: tuple[Path, example.Example]) -> example.Example:
    return built[1]


async def by_code(session: AsyncSession, code: str) -> Person:
    return (await session.exec(select(Person).where(Person.code == code))).one()


async def week_of(session: AsyncSession, code: str) -> Week:
    office = (await session.exec(select(Office))).one()
    officer = await by_code(session, code)
    return await gather(session, office, officer, Period(date(2026, 4, 20), date(2026, 4, 26)), NOW)


async def rows(session: AsyncSession) -> dict[str, list[dict[str, Any]]]:
    """Everything but what is random by purpose: tokens, salts, hashes."""
    tables: tuple[type[SQLModel], ...] = (
        Person,
        Site,
        Case,
        CaseBalance,
        WorkSession,
        Attendance,
        Evidence,
        Report,
    )
    found = {}
    for table in tables:
        found[table.__name__] = [one.model_dump() for one in (await session.exec(select(table))).all()]
    events = (await session.exec(select(Event).order_by(col(Event.id)))).all()
    found["Event"] = [one.model_dump(include={"stream", "kind", "happened_at", "payload"}) for one in events]
    return found


async def test_a_seed_gives_the_same_office_however_it_is_written(
    session: AsyncSession, database: Database
) -> None:
    async with database.transaction() as again:
        await example.build(again, now=NOW, seed=1)
        found = _without_ids(await rows(again))
        await _verify(again)

    assert found == _without_ids(await rows(session))


async def test_another_seed_gives_another(
    session: AsyncSession, sqlite_template: Path, tmp_path: Path
) -> None:
    path = Path(shutil.copy(sqlite_template, tmp_path / "hadir.db"))
    await asyncio.to_thread(asyncio.run, written_alone(path, seed=2))
    other = Database(f"sqlite+aiosqlite:///{path}")
    async with other.reading() as reading:
        found = _without_ids(await rows(reading))
    await other.close()

    assert found != _without_ids(await rows(session))


def _without_ids(found: dict[str, list[dict[str, Any]]]) -> dict[str, list[str]]:
    """Facts in any order; numbers of rows say nothing."""
    own = {"id", "payload", "stream", "start_receipt", "finish_receipt", "receipt"}
    return {table: sorted(str(_facts(row, own)) for row in table_rows) for table, table_rows in found.items()}


def _facts(row: dict[str, Any], own: set[str]) -> list[tuple[str, Any]]:
    return [
        (name, row[name]) for name in sorted(row) if name not in own and not name.endswith(("_id", "_by"))
    ]


async def test_replay_gives_the_stored_balances_and_every_chain_verifies(session: AsyncSession) -> None:
    await _verify(session)


async def _verify(session: AsyncSession) -> None:
    streams = set((await session.exec(select(col(Event.stream)))).all())
    for stream in streams:
        assert broken_link(await stream_events(session, 1, stream)) is None
    for case in (await session.exec(select(Case))).all():
        stored = (await session.get_one(CaseBalance, case.id)).model_dump(exclude={"seq"})
        await refold(session, case)
        assert (await session.get_one(CaseBalance, case.id)).model_dump(exclude={"seq"}) == stored


async def test_nothing_is_planned_on_closed_days_and_the_plan_is_settled(
    session: AsyncSession, played: example.Example
) -> None:
    days = set((await session.exec(select(col(WorkSession.day)))).all())
    assert not days & closed_days(min(days), max(days))
    for case in (await session.exec(select(Case))).all():
        before = [one.model_dump() for one in await _coming(session, case)]
        assert [one.model_dump() for one in await _replanned(session, case)] == before


async def _replanned(session: AsyncSession, case: Case) -> list[WorkSession]:
    await replan(session, case, now=NOW)
    return await _coming(session, case)


async def _coming(session: AsyncSession, case: Case) -> list[WorkSession]:
    query = (
        select(WorkSession)
        .where(WorkSession.case_id == case.id, WorkSession.starts_at > NOW)
        .where(WorkSession.state == SessionState.PLANNED)
        .order_by(col(WorkSession.starts_at))
    )
    return list((await session.exec(query)).all())


async def test_no_chore_is_due_when_the_example_begins(
    session: AsyncSession, played: example.Example
) -> None:
    for table in (WorkSession, Attendance, Case, Report, Person):
        due = select(func.count()).select_from(table).where(col(table.look_at) <= NOW)
        assert (await session.exec(due)).one() == 0
    assert (await by_code(session, "PK-01")).look_at == datetime(2026, 4, 26, 23, tzinfo=UTC)


async def test_the_main_client_begins_in_twenty_minutes_with_others(
    session: AsyncSession, played: example.Example
) -> None:
    main = await by_code(session, "K-01")
    query = select(WorkSession).where(WorkSession.client_id == main.id, WorkSession.day == date(2026, 4, 23))
    today = (await session.exec(query)).one()
    together = select(func.count()).select_from(WorkSession)
    together = together.where(WorkSession.site_id == today.site_id, WorkSession.starts_at == today.starts_at)

    assert (today.starts_at, today.ends_at, today.state) == (at(23, 8), at(23, 11), SessionState.PLANNED)
    assert (await session.exec(together)).one() >= 3


async def test_every_phone_has_a_link_and_every_place_a_pin(
    session: AsyncSession, played: example.Example
) -> None:
    roles = [phone.role for phone in played.phones]
    assert roles[:3] == [Role.CLIENT, Role.SUPERVISOR, Role.OFFICER]
    assert {Role.HEAD, Role.SUPERVISOR} <= set(roles)
    assert roles.count(Role.CLIENT) >= 4
    for phone in played.phones:
        query = select(Invitation).where(Invitation.token_hash == hash_of(phone.token))
        invitation = (await session.exec(query)).one()
        assert (await session.get_one(Person, invitation.person_id)).shown == phone.label
    assert len({phone.person for phone in played.phones}) == len(played.phones)
    assert all("(contoh)" in place.name for place in played.places)
    assert len(played.places) >= 5


async def test_the_child_is_a_code_and_everybody_is_marked_as_an_example(
    session: AsyncSession, played: example.Example
) -> None:
    people = (await session.exec(select(Person))).all()
    assert all("(contoh)" in person.name for person in people)
    assert [person.shown for person in people if person.child] == ["A-07"]
    assert "A-07" in [phone.label for phone in played.phones]


async def test_the_weeks_hold_one_of_everything(session: AsyncSession, played: example.Example) -> None:
    weeks = [await week_of(session, code) for code in ("PK-01", "PK-02")]
    clients = [client for week in weeks for client in week.clients]
    attended = [one for client in clients for one in client.attended]

    assert len(clients) == 14
    assert any(one.state is AttendanceState.REJECTED for one in attended)
    assert any(one.closed_by_rule for one in attended)
    assert any(one.awaits_officer for one in attended)
    assert any(one.far_m for one in attended)
    assert sum(one.awaits_supervisor for one in attended) >= 4
    assert any(client.remaining == 0 for client in clients)
    assert any(client.surplus > 0 for client in clients)
    assert any(len(client.in_a_row) >= 2 for client in clients)
    assert any(client.contact is Contact.NEVER and not client.attended for client in clients)
    states = set((await session.exec(select(col(Report.state)))).all())
    # no duty changes in the example, and whoever reports has joined
    assert states == set(ReportState) - {ReportState.DROPPED, ReportState.UNREACHED}


async def test_every_exception_of_the_story_happened(session: AsyncSession, played: example.Example) -> None:
    for code, story in STORIES.items():
        client = await by_code(session, code)
        missed = select(col(WorkSession.day), col(WorkSession.answer)).where(
            WorkSession.client_id == client.id, WorkSession.state == SessionState.MISSED
        )
        assert dict((await session.exec(missed)).all()) == story.missed, code
        worked = set(
            (await session.exec(select(col(Attendance.day)).where(Attendance.client_id == client.id))).all()
        )
        told = story.forgotten | story.unconfirmed | set(story.rejected) | story.far | set(story.overtime)
        assert told <= worked, code


async def test_who_joins_on_the_chat_page_is_connected_since_today(
    session: AsyncSession, played: example.Example
) -> None:
    query = select(Person.code, PersonAddress.bound_at).join(PersonAddress)
    since = dict((await session.exec(query)).all())

    assert {since[code] for code in ("K-01", "A-07", "SV-01", "PK-01")} == {NOW}
    assert since["K-05"] < NOW


async def test_a_head_finds_how_sessions_went_and_where_there_was_trouble(session: AsyncSession) -> None:
    office = (await session.exec(select(Office))).one()
    found = await results(session, Review(office), Span.YEAR, date(2026, 4, 23))

    assert len(found.sites) == 6
    assert all(one.rated > one.sessions[SessionWord.TROUBLED] for one in found.sites)
    assert {one.site.partition(" (")[0] for one in found.sites if one.troubled} == {
        "Kantor Kelurahan Pattallassang",
        "Puskesmas Galesong",
        "Rumah Singgah Takalar",
    }
    week = await gather(session, office, None, Period(date(2026, 4, 20), date(2026, 4, 26)), NOW)
    assert week.rated.places == ("Rumah Singgah Takalar (contoh)",)
