"""A site turns out to have been closed: misses are taken back, and the hours that find no day get one."""

from __future__ import annotations

from datetime import date, time

import pytest
from sqlmodel import col, select

from bot import lifecycle
from bot.domain.checkins import AttendanceState, SessionState
from bot.domain.outcomes import Outcome
from bot.domain.people import Role
from bot.storage import queries
from bot.storage.models import Attendance, Case, Person, WorkSession
from tests.conversations.conftest import Cast
from tests.harness import World, at
from tests.lawful import coming

RAIN, UNDO = "🌧 Hujan atau banjir", "↩️ Batalkan"
LAST_DAY = date(2026, 4, 23)


async def of_day(world: World, day: int, client: Person) -> WorkSession:
    async with world.database.reading() as session:
        query = select(WorkSession).where(
            WorkSession.day == date(2026, 4, day), WorkSession.client_id == client.id
        )
        return (await session.exec(query)).one()


async def closes(world: World, person: Person, text: str = "/tutup L1 23/04") -> None:
    await world.phone(person).writes(text)
    await world.phone(person).taps(RAIN)


async def needs(world: World, cast: Cast) -> str:
    await world.phone(cast.officer).writes("/perlu")
    return (await world.last(cast.officer)).text


async def test_a_miss_of_that_day_is_one_no_more(world: World, cast: Cast) -> None:
    await world.passes(at(23, 13))
    assert "Budi" in await needs(world, cast)
    await world.phone(cast.supervisor).writes("/tutup")
    await world.phone(cast.supervisor).taps("🚧 Kam 23 Apr")
    await world.phone(cast.supervisor).taps(RAIN)

    planned = await of_day(world, 23, cast.budi)
    assert (planned.state, planned.outcome) == (SessionState.MISSED, Outcome.SITE_CLOSED)
    told = await world.last(cast.budi)
    assert (told.key, "Kantor" in told.text.splitlines()[0]) == ("shut-told-missed", False)
    assert "tidak dihitung sebagai tidak hadir" in told.text
    told = await world.last(cast.officer)
    assert (told.key, "tidak lagi dihitung tidak hadir" in told.text) == ("shut-told-staff", True)
    assert "tidak hadir" not in await needs(world, cast)


@pytest.mark.parametrize(
    ("hours", "outcome"),
    [
        pytest.param("10.00-11.00", Outcome.UNEXPLAINED, id="two hours were open"),
        pytest.param("08.30-10.30", Outcome.SITE_CLOSED, id="less than an hour was"),
        pytest.param("07.00-12.00", Outcome.SITE_CLOSED, id="none was"),
    ],
)
async def test_a_miss_stands_where_work_could_begin(
    world: World, cast: Cast, hours: str, outcome: Outcome
) -> None:
    await world.passes(at(23, 13))
    await closes(world, cast.officer, f"/tutup L1 23/04 {hours}")

    assert (await of_day(world, 23, cast.budi)).outcome is outcome
    told = outcome is Outcome.SITE_CLOSED
    assert ("shut-told-missed" in await world.keys(cast.budi)) is told


async def test_hours_that_are_told_one_after_the_other_count_together(world: World, cast: Cast) -> None:
    await world.passes(at(23, 13))
    await closes(world, cast.officer, "/tutup L1 23/04 08.00-09.30")
    assert (await of_day(world, 23, cast.budi)).outcome is Outcome.UNEXPLAINED
    await closes(world, cast.officer, "/tutup L1 23/04 09.30-10.30")
    assert (await of_day(world, 23, cast.budi)).outcome is Outcome.SITE_CLOSED


@pytest.mark.parametrize("person", ["officer", "supervisor"])
async def test_within_two_weeks_it_can_still_be_told(world: World, cast: Cast, person: str) -> None:
    await world.passes(at(7, 9, month=5))
    text = "/tutup L1 23/04" if person == "officer" else "/tutup 23/04"
    await world.phone(getattr(cast, person)).writes(text)
    if person == "supervisor":
        await world.phone(cast.supervisor).taps("🚧 Kam 23 Apr")
    await world.phone(getattr(cast, person)).taps(RAIN)

    assert (await of_day(world, 23, cast.budi)).outcome is Outcome.SITE_CLOSED
    await world.passes(at(8, 9, month=5))
    await world.phone(getattr(cast, person)).writes(text)
    assert (await world.last(getattr(cast, person))).key == "shut-day-outside"


async def test_what_an_officer_said_of_a_miss_stays(world: World, cast: Cast) -> None:
    await world.passes(at(23, 13))
    await world.phone(cast.officer).taps_id(f"outcome:{(await of_day(world, 23, cast.budi)).id}:1")
    await world.phone(cast.officer).writes("sakit, kata istrinya")
    await closes(world, cast.officer)

    assert (await of_day(world, 23, cast.budi)).outcome is Outcome.SICK
    assert "shut-told-missed" not in await world.keys(cast.budi)


async def test_taken_back_the_miss_is_as_it_was(world: World, cast: Cast) -> None:
    await world.passes(at(23, 9, 30))
    await world.phone(cast.budi).taps("🤒 Sakit")
    await world.passes(at(23, 13))
    before = await of_day(world, 23, cast.budi)
    await closes(world, cast.officer)
    await world.phone(cast.officer).taps(UNDO)

    after = await of_day(world, 23, cast.budi)
    assert (after.state, after.outcome, after.answer) == (before.state, before.outcome, before.answer)
    assert after.outcome is Outcome.UNEXPLAINED
    assert (await world.last(cast.budi)).key == "shut-undone-missed"


async def test_an_officers_word_before_the_end_comes_back_too(world: World, cast: Cast) -> None:
    await world.passes(at(23, 9, 30))
    await world.phone(cast.officer).taps_id(f"outcome:{(await of_day(world, 23, cast.budi)).id}:1")
    await world.phone(cast.officer).writes("sakit, kata istrinya")
    await closes(world, cast.officer)
    await world.phone(cast.officer).taps(UNDO)

    after = await of_day(world, 23, cast.budi)
    assert (after.state, after.outcome) == (SessionState.PLANNED, Outcome.SICK)


async def test_a_night_is_closed_after_midnight(world: World, cast: Cast) -> None:
    siti = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.case(siti, cast.officer, cast.site, starts=time(22), ends=time(2))
    await world.passes(at(23, 22))
    await world.phone(siti).sends_location()
    await world.passes(at(24, 0, 30))
    await world.phone(cast.supervisor).writes("/tutup")
    await world.phone(cast.supervisor).taps("🚧 Kam 23 Apr")
    await world.phone(cast.supervisor).taps(RAIN)

    async with world.database.reading() as session:
        query = select(Attendance).where(Attendance.client_id == siti.id)
        attendance = (await session.exec(query)).one()
    assert (attendance.state, attendance.finished_at) == (AttendanceState.WAITING, at(24, 0, 30))
    assert (await world.last(siti)).key == "shut-told-working"


async def tight(world: World, cast: Cast, *, hours: int = 3, until: date = date(2026, 5, 8)) -> Case:
    """Siti has three hours left, once a week until the last day."""
    siti = await world.person(cast.office, "K-02", Role.CLIENT, name="Siti (contoh)")
    case = await world.case(siti, cast.officer, cast.site, total_hours=42, ends_on=until)
    async with world.database.transaction() as session:
        row = await queries.locked_case(session, cast.office.id, case.id)
        assert row is not None
        await lifecycle.set_opening(
            session,
            row,
            (42 - hours) * 60,
            as_of=date(2026, 4, 19),
            basis="BA (contoh)",
            actor_id=None,
            now=world.clock.now(),
        )
    return case


async def test_the_officer_reads_what_the_plan_does_now(world: World, cast: Cast) -> None:
    await tight(world, cast)
    await closes(world, cast.officer)

    done = next(one for one in await world.letters(cast.officer) if one.key == "shut-done")
    assert "– jamnya mendapat hari lain; jadwal terakhirnya sekarang Kam 30 Apr" in done.text
    siti = await world.last("K-02")
    assert "Berikutnya: Kam 30 Apr" in siti.text
    assert "make-up" not in await world.keys(cast.officer)


async def test_hours_without_a_day_are_offered_three(world: World, cast: Cast) -> None:
    case = await tight(world, cast, until=date(2026, 4, 29))
    await closes(world, cast.officer)

    done = next(one for one in await world.letters(cast.officer) if one.key == "shut-done")
    assert "– 3 jam belum mendapat hari" in done.text
    siti = await world.last("K-02")
    assert "PK sudah diberi tahu dan akan memberi kabar" in siti.text
    offer = next(one for one in await world.letters(cast.officer) if one.key == "make-up")
    assert [one.label for one in offer.buttons] == [
        "📅 Rab 22 Apr 08.00",
        "📅 Jum 24 Apr 08.00",
        "📅 Sab 25 Apr 08.00",
    ]
    await world.phone(cast.officer).taps("📅 Jum 24 Apr 08.00")

    async with world.database.reading() as session:
        assert [one.day for one in await coming(session, case, world.clock.now())] == [date(2026, 4, 24)]
    assert "Jum 24 Apr" in (await world.last("K-02")).text
    assert (await world.last(cast.officer)).key == "move-done"
    assert "make-up" not in await world.keys(cast.supervisor)


async def test_a_day_that_was_made_up_is_not_restored_beside_it(world: World, cast: Cast) -> None:
    case = await tight(world, cast, until=date(2026, 4, 29))
    await closes(world, cast.officer)
    await world.phone(cast.officer).taps("📅 Jum 24 Apr 08.00")
    await world.phone(cast.officer).taps(UNDO)

    async with world.database.reading() as session:
        planned = await coming(session, case, world.clock.now())
    assert [one.day for one in planned] == [date(2026, 4, 24)]
    assert (await of_day(world, 23, cast.budi)).state is SessionState.PLANNED


async def test_without_a_free_day_the_next_step_is_named(world: World, cast: Cast) -> None:
    await tight(world, cast, until=LAST_DAY)
    await world.passes(at(22, 19))
    await closes(world, cast.officer)

    offer = next(one for one in await world.letters(cast.officer) if one.key == "make-up-no-day")
    assert ("/penempatan K-02" in offer.text, offer.buttons) == (True, ())


async def test_taken_back_the_plan_is_as_it_was(world: World, cast: Cast) -> None:
    async with world.database.reading() as session:
        before = [one.starts_at for one in await coming(session, cast.case, world.clock.now())]
    await closes(world, cast.officer)
    async with world.database.reading() as session:
        between = [one.starts_at for one in await coming(session, cast.case, world.clock.now())]
    await world.phone(cast.officer).taps(UNDO)

    async with world.database.reading() as session:
        after = [one.starts_at for one in await coming(session, cast.case, world.clock.now())]
        closed = select(WorkSession).where(col(WorkSession.outcome).is_not(None))
        assert (await session.exec(closed)).all() == []
    assert (after, between != before) == (before, True)
