"""The migrations make what the models say, on both databases; from the first release on, with data in it."""

from __future__ import annotations

from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection
from sqlmodel import SQLModel, select

from bot.domain.people import Role
from bot.storage.database import Database
from bot.storage.migrate import is_current, upgrade
from bot.storage.models import Office, Person


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
