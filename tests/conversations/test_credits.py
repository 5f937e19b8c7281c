"""Credit moves from one stretch of work to another; the total does not, and the client hears of it."""

from __future__ import annotations

from sqlmodel import col, select

from bot import lifecycle
from bot.domain.people import Role
from bot.storage import queries
from bot.storage.models import Attendance, Person
from tests.conversations.conftest import Cast
from tests.harness import World, at


async def works(world: World, who: Person, start: int, finish: int, *, again: bool = False) -> None:
    world.clock.moment = at(23, start)
    await world.phone(who).sends_location()
    if again:
        await world.phone(who).taps("▶️ Mulai kerja lagi")
    world.clock.moment = at(23, finish)
    await world.phone(who).sends_location()
    if again:
        await world.phone(who).taps("🏁 Selesai kerja")


async def attendances(world: World, who: Person) -> list[Attendance]:
    async with world.database.reading() as session:
        query = select(Attendance).where(Attendance.client_id == who.id).order_by(col(Attendance.started_at))
        return list((await session.exec(query)).all())


async def four_hours_a_day(world: World, cast: Cast) -> Person:
    """Sari works three hours by plan and three outside it, where a day holds four; the later stretch is
    decided first."""
    sari = await world.person(cast.office, "K-02", Role.CLIENT, name="Sari (contoh)")
    await world.case(sari, cast.officer, cast.site, daily_hours=4)
    await works(world, sari, 8, 11)
    await works(world, sari, 12, 15, again=True)
    _, later = await attendances(world, sari)
    await world.phone(cast.supervisor).taps_id(f"right:{later.id}:{later.revision}")
    _, later = await attendances(world, sari)
    await world.phone(cast.officer).taps_id(f"accept:{later.id}:{later.revision}")
    assert "3 jam diakui" in (await world.last(sari)).text
    return sari


async def test_a_client_hears_when_an_earlier_stretch_takes_the_room_of_the_day(
    world: World, cast: Cast
) -> None:
    sari = await four_hours_a_day(world, cast)
    earlier, _ = await attendances(world, sari)
    await world.phone(cast.supervisor).taps_id(f"right:{earlier.id}:{earlier.revision}")
    await world.passes(at(23, 15, 5))

    assert [one.credited for one in await attendances(world, sari)] == [180, 60]
    assert (await world.keys(sari)).count("credit-moved") == 1
    told = await world.last(sari)
    assert "Kam 23 Apr pukul 12.00 WITA: diakui 1 jam (tadinya 3 jam)" in told.text
    assert "Sudah diakui: 4 jam" in told.text


async def test_credit_that_comes_back_before_it_was_told_is_not_told(world: World, cast: Cast) -> None:
    sari = await four_hours_a_day(world, cast)
    earlier, _ = await attendances(world, sari)
    async with world.database.transaction() as session:
        case = await queries.locked_case(session, cast.office.id, earlier.case_id)
        assert case is not None
        for daily_minutes in (60, 240):
            case.daily_minutes = daily_minutes
            await lifecycle.correct_case(session, case, actor_id=cast.officer.id, now=world.clock.now())
    await world.passes(at(23, 15, 5))

    assert "credit-moved" not in await world.keys(sari)
