"""*Besok tidak ada kerja*: on the eve of a dropped day, once, with the next date."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest
from sqlmodel import select

from bot.domain.calendar import DayKind
from bot.domain.cases import Programme
from bot.domain.checkins import SessionState
from bot.domain.people import Role
from bot.planning import plan_all_again
from bot.storage.models import CalendarDay, Person, WorkSession
from tests.conversations.conftest import Cast
from tests.conversations.test_moves import TO_FRIDAY, asks
from tests.harness import World, at


async def closes(
    world: World, cast: Cast, kind: DayKind = DayKind.NATIONAL, on: date = date(2026, 4, 23)
) -> None:
    """A day, Thursday the 23rd, becomes a holiday."""
    async with world.database.transaction() as session:
        session.add(CalendarDay(office_id=cast.office.id, day=on, kind=kind, name="Libur (contoh)"))
        await plan_all_again(session, cast.office.id, now=world.clock.now())


async def told(world: World, person: Person) -> list[str]:
    """What came about tomorrow."""
    return [one for one in await world.keys(person) if "no-work" in one or one == "session-dropped"]


@pytest.mark.parametrize("kind", [DayKind.NATIONAL, DayKind.JOINT_LEAVE, DayKind.OFFICE])
async def test_before_a_holiday_he_hears_once_that_there_is_no_work_and_the_next_date(
    world: World, cast: Cast, kind: DayKind
) -> None:
    await closes(world, cast, kind)
    await world.passes(at(22, 17, 59))
    assert await told(world, cast.budi) == []
    await world.passes(at(22, 18))
    await world.house.rounds.tick()
    await world.passes(at(23, 20))
    assert await told(world, cast.budi) == ["no-work-tomorrow"]
    assert (await world.letter(cast.budi, "no-work-tomorrow")).text.splitlines()[:3] == [
        "Bapak Budi (contoh), besok, Kamis, 23 April 2026, tidak ada kerja.",
        "Libur: Libur (contoh).",
        "Berikutnya: Kam 30 Apr pukul 08.00 WITA, Kantor Desa L1",
    ]
    assert not {"reminder-day", "reminder-hour", "miss-question"} & {*await world.keys(cast.budi)}


async def test_on_a_day_as_planned_nobody_hears_anything(world: World, cast: Cast) -> None:
    await world.passes(at(24, 20))
    assert await told(world, cast.budi) == []


async def test_who_heard_of_it_within_a_day_is_not_told_twice(world: World, cast: Cast) -> None:
    await world.passes(at(22, 17))
    await asks(world, cast.budi)
    await world.phone(cast.officer).taps(TO_FRIDAY)
    await world.passes(at(22, 19))
    assert await told(world, cast.budi) == []


@pytest.mark.parametrize("late", [timedelta(), timedelta(seconds=10)])
async def test_each_of_two_free_days_in_a_row_is_said_on_its_eve(
    world: World, cast: Cast, late: timedelta
) -> None:
    """Whether the clock came a little later or earlier on the first."""
    sari = await world.person(cast.office, "K-02", Role.CLIENT, name="Sari (contoh)")
    await world.case(sari, cast.officer, cast.site, weekdays="45")
    await closes(world, cast)
    await closes(world, cast, on=date(2026, 4, 24))
    await world.passes(at(22, 17, 59))
    world.clock.moment = at(22, 18) + late
    await world.house.rounds.tick()
    await world.carry()
    await world.passes(at(23, 20))
    days = [one.text.splitlines()[0] for one in await world.letters(sari) if one.key == "no-work-tomorrow"]
    assert days == [
        "Bapak Sari (contoh), besok, Kamis, 23 April 2026, tidak ada kerja.",
        "Bapak Sari (contoh), besok, Jumat, 24 April 2026, tidak ada kerja.",
    ]


@pytest.mark.parametrize("said", ["izinkan K-01 30/04/2026 sakit", "/tutup L1 30/04"])
async def test_who_heard_of_another_day_hears_of_this_one_too(world: World, cast: Cast, said: str) -> None:
    await closes(world, cast)
    await world.passes(at(22, 17))
    await world.phone(cast.officer).writes(said)
    if "tutup" in said:
        await world.phone(cast.officer).taps("🎉 Hari libur/acara")
    assert {"excused-told-client", "shut-told-client"} & {*await world.keys(cast.budi)}
    await world.passes(at(22, 19))
    assert await told(world, cast.budi) == ["no-work-tomorrow"]


async def test_what_was_moved_long_before_is_said_on_the_eve(world: World, cast: Cast) -> None:
    await asks(world, cast.budi)
    await world.phone(cast.officer).taps(TO_FRIDAY)
    await world.passes(at(22, 19))
    assert await told(world, cast.budi) == ["no-work-tomorrow"]
    assert "Berikutnya: Jum 24 Apr pukul 08.00 WITA" in (await world.last(cast.budi)).text


@pytest.mark.parametrize("kind", [DayKind.NATIONAL, DayKind.JOINT_LEAVE, DayKind.OFFICE])
@pytest.mark.parametrize(
    ("moment", "heard"), [(at(22, 12), "no-work-tomorrow"), (at(23, 19), "session-dropped")]
)
async def test_a_day_that_was_agreed_and_becomes_a_holiday_is_off_too(
    world: World, cast: Cast, kind: DayKind, moment: datetime, heard: str
) -> None:
    await world.passes(at(21, 12))
    await asks(world, cast.budi)
    await world.phone(cast.officer).taps(TO_FRIDAY)
    await world.passes(moment)
    await closes(world, cast, kind, on=date(2026, 4, 24))
    await world.passes(at(24, 13))
    keys = await world.keys(cast.budi)
    assert heard in keys
    assert not {"reminder-hour", "miss-question", "miss-told"} & {*keys}
    async with world.database.reading() as session:
        query = select(WorkSession).where(WorkSession.day == date(2026, 4, 24))
        planned = (await session.exec(query)).one()
    assert (planned.state, planned.outcome) == (SessionState.CANCELLED, None)


async def test_whoever_was_reminded_already_is_told_at_once_and_not_again(world: World, cast: Cast) -> None:
    await world.passes(at(22, 18, 30))
    await closes(world, cast)
    await world.passes(at(23, 20))
    assert await told(world, cast.budi) == ["session-dropped"]


async def test_an_excused_day_is_no_holiday(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("izinkan K-01 23/04/2026 sakit")
    await closes(world, cast)
    await world.passes(at(22, 19))
    assert await told(world, cast.budi) == []


async def test_after_midnight_it_would_be_too_late(world: World, cast: Cast) -> None:
    await closes(world, cast)
    await world.passes(at(22, 17))
    world.clock.moment = at(23, 6, 30)
    await world.house.rounds.tick()
    await world.carry()
    assert await told(world, cast.budi) == []


async def test_a_guardian_hears_it_for_a_child_without_a_phone(world: World, cast: Cast) -> None:
    child = await world.person(cast.office, "A-08", Role.CLIENT, child=True, enrolled=False)
    wali = await world.person(cast.office, "W-08", Role.GUARDIAN)
    await world.case(
        child, cast.officer, cast.site, programme=Programme.CHILD_SERVICE, guardian_id=wali.id, total_hours=30
    )
    await closes(world, cast)
    await world.passes(at(22, 19))
    letter = await world.letter(wali, "guardian-no-work-tomorrow")
    assert letter.text.splitlines()[0] == "Bapak/Ibu Wali, besok, Kamis, 23 April 2026, tidak ada kerja."
    assert letter.text.splitlines()[1].startswith("Untuk A-08.")
