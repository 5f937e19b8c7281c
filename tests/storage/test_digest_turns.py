"""A digest is gathered before the transaction that writes it, because others wait for that one."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import select

from bot.domain.hours import EventKind
from bot.domain.people import Role
from bot.storage.database import Database
from bot.storage.models import CORRECTS, Digest, Person
from scheduler.chores import CHORES
from scheduler.digests import next_digest
from tests.storage.offices import SEVEN, a_person, an_office


async def an_officer(database: Database) -> Person:
    async with database.transaction() as session:
        office = await an_office(session)
        return await a_person(session, office, "PK-1", Role.OFFICER, look_at=SEVEN)


async def test_somebody_writes_while_a_digest_is_gathered(database: Database) -> None:
    officer = await an_officer(database)
    async with database.reading() as looking:
        found = await next_digest(looking, SEVEN)
        assert found is not None
        async with database.transaction() as session:
            (await session.get_one(Person, officer.id)).name = "Rahma (contoh)"
        async with database.transaction() as session:
            assert await found(session, SEVEN)

    async with database.reading() as session:
        person = await session.get_one(Person, officer.id)
        assert [one.officer_id for one in (await session.exec(select(Digest))).all()] == [officer.id]
    assert (person.name, person.look_at) == ("Rahma (contoh)", SEVEN + timedelta(weeks=1))


async def test_two_who_gathered_the_same_digest_send_it_once(database: Database) -> None:
    await an_officer(database)
    async with database.reading() as session:
        found = [await next_digest(session, SEVEN) for _ in range(2)]
    sent = []
    for one in found:
        assert one is not None
        async with database.transaction() as session:
            sent.append(await one(session, SEVEN))

    assert [len(one) for one in sent] == [2, 0]


async def test_who_left_meanwhile_is_sent_nothing(database: Database) -> None:
    officer = await an_officer(database)
    async with database.reading() as session:
        found = await next_digest(session, SEVEN)
    assert found is not None
    async with database.transaction() as session:
        (await session.get_one(Person, officer.id)).look_at = None
    async with database.transaction() as session:
        assert await found(session, SEVEN) == []


def test_the_clock_gathers_before_it_writes() -> None:
    assert CHORES["digests"].reads is next_digest


def test_the_index_of_corrections_holds_every_kind_that_corrects() -> None:
    kinds = (EventKind.HOURS_ADJUSTED, EventKind.HOURS_ADJUSTMENT_TAKEN_BACK)
    assert f"kind IN ({', '.join(repr(one.value) for one in kinds)})" == CORRECTS
