"""Which chores a tick asks: those for which a row is due, and those that know by themselves only."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import SQLModel, select

from bot.domain.people import Role
from bot.storage.database import Database
from scheduler.chores import CHORES, due_chores, next_due
from tests.storage.offices import a_person, an_office, at

NOON = at(0, 12)
ASKED = {name for name, chore in CHORES.items() if chore.asked}


def test_every_table_that_is_looked_at_belongs_to_a_chore() -> None:
    looked_at = {table.name for table in SQLModel.metadata.sorted_tables if "look_at" in table.columns}
    columns = [column for chore in CHORES.values() for column in chore.due]
    chores = {str(select(column).get_final_froms()[0]) for column in columns}

    assert looked_at - chores == set()


def test_a_chore_is_asked_always_or_has_instants_of_its_own() -> None:
    assert [name for name, chore in CHORES.items() if not chore.due and not chore.asked] == []


async def test_where_nothing_is_due_only_those_are_asked_that_know_by_themselves(database: Database) -> None:
    async with database.reading() as session:
        assert await due_chores(session, NOON) == ASKED
        assert await next_due(session) is None


async def test_a_due_row_calls_the_chores_of_its_column_from_that_instant_on(database: Database) -> None:
    async with database.transaction() as session:
        officer = await a_person(session, await an_office(session), "PK-01", Role.OFFICER)
        officer.look_at = NOON

    async with database.reading() as session:
        assert await next_due(session) == NOON
        assert await due_chores(session, NOON - timedelta(seconds=1)) == ASKED
        assert await due_chores(session, NOON) == ASKED | {"departures", "digests"}
