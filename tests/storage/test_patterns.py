"""A month's questions for many clients: how many statements, how many cards, and whose they are."""

from __future__ import annotations

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from bot import patterns
from bot.domain.patterns import AT_ONCE, Answer
from bot.domain.people import Role
from bot.storage.database import Database
from scheduler.patterns import patterns as chore
from tests.storage.offices import SEVEN, a_case, a_person, works
from tests.storage.test_weekly import Desk, a_desk, statements

MONTH = "2026-04"
NOW = SEVEN


async def punctual(session: AsyncSession, desk: Desk, count: int) -> None:
    """So many clients who start at 08.00 and work three hours on eight days."""
    for number in range(count):
        client = await a_person(session, desk.office, f"K-{number:03d}", Role.CLIENT)
        case, _ = await a_case(session, client, desk.officer, desk.site, number=f"{number}/2026")
        for offset in range(8):
            await works(session, case, desk.site, None, offset - 8)


@pytest.mark.parametrize("clients", [0, 1, 12])
async def test_many_clients_need_no_more_questions(database: Database, clients: int) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        await punctual(session, desk, clients)
    with statements(database) as asked:
        async with database.transaction() as session:
            found = await patterns.find(session, desk.office, desk.officer, MONTH, NOW)
            proved = await patterns.proofs(session, desk.office, NOW)
            letters = await patterns.letters(
                session, desk.office, desk.officer, desk.officer, MONTH, found, proved
            )

    assert len(asked) <= 9
    assert len(found) == 2 * clients
    assert len(letters) == 1 + min(2 * clients, AT_ONCE)
    more = [line.params["count"] for line in letters[0].lines if line.key == "pattern-list-more"]
    assert more == ([2 * clients - AT_ONCE] if clients > 5 else [])


async def test_nobody_elses_clients_are_asked_about(database: Database) -> None:
    async with database.transaction() as session:
        desk, other = await a_desk(session), await a_desk(session, "BPS-2")
        colleague = await a_person(session, desk.office, "PK-2", Role.OFFICER)
        await punctual(session, desk, 1)
        for office, officer in ((other.office, other.officer), (desk.office, colleague)):
            assert await patterns.find(session, office, officer, MONTH, NOW) == []


async def test_the_first_tick_only_plans(database: Database) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        await punctual(session, desk, 1)
        assert await chore(session, NOW) == []
        await session.refresh(desk.office)
        assert await chore(session, NOW) is None
        assert desk.office.patterns_at is not None
        due = desk.office.patterns_at
        sent = await chore(session, due) or []
        again = await chore(session, due)
        over = await chore(session, due)

    assert (due.isoformat(), len(sent)) == ("2026-05-03T23:00:00+00:00", 3)
    assert (again, over) == ([], None)


async def test_an_answer_stands_and_what_is_open_is_brought_up_to_date(database: Database) -> None:
    async with database.transaction() as session:
        desk = await a_desk(session)
        await punctual(session, desk, 1)
        first = await patterns.find(session, desk.office, desk.officer, MONTH, NOW)
        answered, waiting = first[0], first[1]
        answered.answer, answered.figures, waiting.figures = Answer.EXPLAINED, {"count": 1}, {}
        answered.answered_at = NOW
        again = await patterns.find(session, desk.office, desk.officer, MONTH, NOW)
        assert {one.id for one in again} == {one.id for one in first}
        assert answered.figures == {"count": 1}
        assert waiting.figures["count"] == 8
