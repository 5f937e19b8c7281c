"""The eve of a holiday in an office of many clients: a page of them a transaction, each told exactly once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import chain

import pytest
from sqlmodel.ext.asyncio.session import AsyncSession

from bot.domain.calendar import DayKind
from bot.domain.people import Role
from bot.storage.database import Database
from bot.storage.models import CalendarDay, Office, Person
from scheduler.evenings import AT_ONCE, evenings
from scheduler.mornings import mornings
from tests.storage.offices import MONDAY, a_case, a_person, a_session, a_site, at
from tests.storage.test_weekly import Desk, a_desk, statements

EVE = at(2, 18)
"""Wednesday evening; Thursday is a holiday."""
HOLIDAY = 3
SECOND = timedelta(seconds=1)


async def a_holiday(session: AsyncSession, office: Office, offset: int = HOLIDAY) -> None:
    day = MONDAY + timedelta(days=offset)
    session.add(CalendarDay(office_id=office.id, day=day, kind=DayKind.NATIONAL, name="Libur (contoh)"))
    await session.flush()


async def before_a_holiday(session: AsyncSession, code: str = "BPS-1") -> Desk:
    """An office whose evening comes on Wednesday at 18.00."""
    desk = await a_desk(session, code)
    desk.office.evenings_at = EVE
    session.add(desk.office)
    await a_holiday(session, desk.office)
    return desk


async def clients(session: AsyncSession, desk: Desk, count: int, *, first: int = 0) -> list[Person]:
    """So many who are placed on every working day; for Thursday nothing is planned."""
    made = []
    for number in range(first, first + count):
        client = await a_person(session, desk.office, f"K-{number:03d}", Role.CLIENT)
        await a_case(session, client, desk.officer, desk.site)
        made.append(client)
    return made


async def page(database: Database, now: datetime = EVE) -> list[int] | None:
    """Who hears something in one transaction."""
    async with database.transaction() as session:
        notices = await evenings(session, now)
    return None if notices is None else [one.to for one in notices if isinstance(one.to, int)]


async def pages(database: Database, now: datetime = EVE) -> list[list[int]]:
    """Until nothing is due."""
    found = []
    while (told := await page(database, now)) is not None:
        found.append(told)
    return found


class BrokenOffError(Exception):
    """The process ends before it has committed."""


async def breaks_off(database: Database, now: datetime) -> None:
    async with database.transaction() as session:
        await evenings(session, now)
        raise BrokenOffError


def numbers(people: Sequence[Person]) -> list[int]:
    return [one.id for one in people]


async def looked(database: Database, office: Office) -> tuple[datetime | None, int]:
    async with database.reading() as session:
        kept = await session.get_one(Office, office.id)
        return kept.evenings_at, kept.evenings_after


@pytest.mark.parametrize(
    ("count", "sizes"),
    [
        pytest.param(0, [0], id="nobody"),
        pytest.param(AT_ONCE - 1, [AT_ONCE - 1], id="less than a page"),
        pytest.param(AT_ONCE, [AT_ONCE, 0], id="a page"),
        pytest.param(2 * AT_ONCE + 7, [AT_ONCE, AT_ONCE, 7], id="three pages"),
    ],
)
async def test_an_office_is_told_a_page_a_transaction_and_everybody_once(
    database: Database, count: int, sizes: list[int]
) -> None:
    async with database.transaction() as session:
        desk = await before_a_holiday(session)
        everybody = await clients(session, desk, count)
    told = await pages(database)

    assert [len(one) for one in told] == sizes
    assert [*chain(*told)] == numbers(everybody)
    assert await looked(database, desk.office) == (at(3, 18), 0)


async def test_whoever_works_tomorrow_hears_nothing_and_takes_no_place(database: Database) -> None:
    async with database.transaction() as session:
        desk = await before_a_holiday(session)
        free, at_work = [], []
        for number in range(AT_ONCE + 5):
            free += await clients(session, desk, 1, first=2 * number)
            worker = await a_person(session, desk.office, f"K-{2 * number + 1:03d}", Role.CLIENT)
            await a_session(session, *await a_case(session, worker, desk.officer, desk.site), HOLIDAY)
            at_work.append(worker)
    told = await pages(database)

    assert told == [numbers(free[:AT_ONCE]), numbers(free[AT_ONCE:])]


async def test_two_cases_of_one_client_are_on_one_page_and_one_message(database: Database) -> None:
    async with database.transaction() as session:
        desk = await before_a_holiday(session)
        everybody = await clients(session, desk, AT_ONCE + 1)
        for client in everybody[-2:]:
            await a_case(session, client, desk.officer, desk.site, number=f"{client.code} second")
    told = await pages(database)

    assert told == [numbers(everybody[:AT_ONCE]), numbers(everybody[AT_ONCE:])]


@pytest.mark.parametrize("cases", [1, 2])
async def test_a_guardian_hears_it_once_whichever_case_names_him(database: Database, cases: int) -> None:
    async with database.transaction() as session:
        desk = await before_a_holiday(session)
        child = await a_person(session, desk.office, "A-1", Role.CLIENT, child=True, joined=False)
        guardian = await a_person(session, desk.office, "W-1", Role.GUARDIAN)
        await a_case(session, child, desk.officer, desk.site, number="without a guardian")
        for number in range(cases):
            case, _ = await a_case(session, child, desk.officer, desk.site, number=str(number))
            case.guardian_id = guardian.id
    assert await pages(database) == [[child.id, guardian.id]]


async def test_what_broke_off_goes_on_where_it_was(database: Database) -> None:
    """Between two pages, and in the middle of one: later, and by a process that knows nothing of it."""
    async with database.transaction() as session:
        desk = await before_a_holiday(session)
        everybody = await clients(session, desk, 2 * AT_ONCE + 1)
    first = await page(database)
    with pytest.raises(BrokenOffError):
        await breaks_off(database, EVE + SECOND)
    assert await looked(database, desk.office) == (EVE, everybody[AT_ONCE - 1].id)
    rest = await pages(database, at(2, 18, 40))

    assert [len(one) for one in rest] == [AT_ONCE, 1]
    assert [*(first or ()), *chain(*rest)] == numbers(everybody)


async def test_between_two_pages_others_work(database: Database) -> None:
    """Another office is registered, other chores look at it, and here somebody joins."""
    async with database.transaction() as session:
        desk = await before_a_holiday(session)
        everybody = await clients(session, desk, AT_ONCE + 1)
    assert await page(database) == numbers(everybody[:AT_ONCE])
    async with database.transaction() as session:
        other = await before_a_holiday(session, "BPS-2")
        (newest,) = await clients(session, other, 1)
        (late,) = await clients(session, desk, 1, first=900)
        assert await mornings(session, EVE) == []

    assert await pages(database) == [[everybody[-1].id, late.id], [newest.id]]


async def test_a_zone_that_was_due_meanwhile_begins_with_its_first_client(database: Database) -> None:
    """The west's evening came while the east's was broken off: nobody of it was looked at yet."""
    async with database.transaction() as session:
        desk = await before_a_holiday(session)
        west = await a_site(session, desk.office, "L-JKT")
        west.zone = "Asia/Jakarta"
        (early,) = await clients(session, replace(desk, site=west), 1)
        here = await clients(session, desk, AT_ONCE + 1, first=1)
    assert await page(database) == numbers(here[:AT_ONCE])

    assert await pages(database, at(2, 19, 30)) == [[here[-1].id], [early.id]]
    assert await looked(database, desk.office) == (at(3, 18), 0)


async def test_an_evening_that_was_broken_off_for_good_is_not_that_of_the_next_day(
    database: Database,
) -> None:
    async with database.transaction() as session:
        desk = await before_a_holiday(session)
        await a_holiday(session, desk.office, HOLIDAY + 1)
        everybody = await clients(session, desk, AT_ONCE + 1)
    assert await page(database) == numbers(everybody[:AT_ONCE])

    assert [*chain(*await pages(database, at(3, 18, 30)))] == numbers(everybody)


async def test_after_midnight_the_rest_hears_nothing(database: Database) -> None:
    async with database.transaction() as session:
        desk = await before_a_holiday(session)
        everybody = await clients(session, desk, AT_ONCE + 1)
    assert await page(database) == numbers(everybody[:AT_ONCE])

    assert await pages(database, at(3, 1)) == [[]]
    assert await looked(database, desk.office) == (at(3, 18), 0)


async def test_a_page_asks_the_same_number_of_questions_however_full_it_is(database: Database) -> None:
    sizes, questions = (1, AT_ONCE), set()
    async with database.transaction() as session:
        for count in sizes:
            desk = await before_a_holiday(session, f"BPS-{count}")
            guardian = await a_person(session, desk.office, "W-1", Role.GUARDIAN)
            for number in range(count):
                client = await a_person(session, desk.office, f"K-{number}", Role.CLIENT, joined=False)
                case, placement = await a_case(session, client, desk.officer, desk.site)
                case.guardian_id = guardian.id
                await a_session(session, case, placement, 7)
    for count in sizes:
        with statements(database) as asked:
            told = await page(database)
        assert told is not None
        assert len(told) == 2 * count
        questions.add(len(asked))

    assert len(questions) == 1
