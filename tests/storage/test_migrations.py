"""The migrations make what the models say, on both databases; from the first release on, with data in it."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text
from sqlmodel import SQLModel, col, select

from bot.domain.people import Role
from bot.storage.database import Database
from bot.storage.migrate import is_current, upgrade
from bot.storage.models import Case, Office, Person


def differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": False})
    return list(compare_metadata(context, SQLModel.metadata))


async def test_the_database_is_what_the_models_say(database: Database) -> None:
    async with database.engine.connect() as connection:
        assert await connection.run_sync(differences) == []
    assert await is_current(database)


async def test_upgrading_again_changes_nothing_and_keeps_the_data(database: Database) -> None:
    async with database.transaction() as session:
        office = Office(code="B", name="Bapas (contoh)", zone="Asia/Makassar", contact="-")
        session.add(office)
        await session.flush()
        session.add(Person(office_id=office.id, code="K-01", name="Budi (contoh)", role=Role.CLIENT))
    await upgrade(database)

    async with database.reading() as session:
        person = (await session.exec(select(Person))).one()
    assert (person.code, person.role) == ("K-01", Role.CLIENT)


CASE = """INSERT INTO "case" (id, office_id, number, client_id, officer_id, programme, ruling_number, court,
    starts_on, ends_on, photo_rule, report_every, state)
    VALUES (:id, 1, :number, 1, 1, 'integrasi', '', '', '2026-03-02', '2027-03-01', 'tidak', :every, :state)
    """
FIRST_RELEASE = (
    """INSERT INTO office (id, code, name, zone, contact, day_reminder, hour_reminder_minutes, grace_minutes)
    VALUES (1, 'B', 'Bapas (contoh)', 'Asia/Makassar', '-', '18:00:00', 60, 60)""",
    """INSERT INTO person (id, office_id, code, name, role, honorific, child, phone, locale)
    VALUES (1, 1, 'K-01', 'Budi (contoh)', 'client', 'saudara', false, '', 'id')""",
)
"""Rows as the first release wrote them."""
CASES = (
    {"id": 1, "number": "reports", "every": "minggu", "state": "active"},
    {"id": 2, "number": "does not report", "every": None, "state": "active"},
    {"id": 3, "number": "is over", "every": "minggu", "state": "ended"},
)


async def test_from_the_first_release_on_the_clock_looks_at_cases_that_run(unmigrated: Database) -> None:
    await upgrade(unmigrated, "0001")
    async with unmigrated.engine.begin() as connection:
        for row in FIRST_RELEASE:
            await connection.execute(text(row))
        await connection.execute(text(CASE), list(CASES))
    await upgrade(unmigrated)

    async with unmigrated.engine.connect() as connection:
        assert await connection.run_sync(differences) == []
    async with unmigrated.reading() as session:
        cases = (await session.exec(select(Case).order_by(col(Case.id)))).all()
    assert [case.number for case in cases] == [case["number"] for case in CASES]
    assert [case.number for case in cases if case.look_at] == ["reports", "does not report"]
