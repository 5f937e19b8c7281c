"""A time in which nobody could be heard: nobody is the worse for it, and everybody concerned hears of it."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlmodel import select

from bot.domain.cases import Interval, Programme
from bot.domain.checkins import SessionState
from bot.domain.outcomes import Outcome
from bot.domain.people import Role
from bot.domain.reports import ReportState
from bot.storage.models import Person, Report, WorkSession
from bot.storage.outages import heard
from tests.conversations.conftest import Cast
from tests.harness import World, at


async def listens(world: World) -> None:
    """Everything that the messenger had is here."""
    async with world.database.transaction() as session:
        await heard(session, world.channel.name, world.clock.now())


async def is_back(world: World, now: datetime) -> None:
    """Nobody was heard until now; then the clock ticks as ever."""
    world.clock.moment = now
    await world.house.rounds.tick()  # the process lives, and hears nothing
    await listens(world)
    await world.house.rounds.tick()
    await world.carry()


async def keeps_listening(world: World, until: datetime) -> None:
    """Minute by minute."""
    while world.clock.now() < until:
        world.clock.moment = min(world.clock.now() + timedelta(minutes=1), until)
        await listens(world)
        await world.house.rounds.tick()
    await world.carry()


async def session_of(world: World, client: Person) -> WorkSession:
    query = select(WorkSession).where(WorkSession.client_id == client.id, WorkSession.starts_at == at(23, 8))
    async with world.database.reading() as session:
        return (await session.exec(query)).one()


@pytest.fixture
async def head(world: World, cast: Cast) -> Person:
    return await world.person(cast.office, "KB-01", Role.HEAD)


async def until_work(world: World) -> None:
    """All is well until a minute before the work of Thursday."""
    await world.passes(at(23, 7, 59))
    await listens(world)


async def test_two_hours_over_a_window_make_it_longer_and_nobody_is_missed(
    world: World, cast: Cast, head: Person
) -> None:
    await until_work(world)
    known = await world.queued()
    await is_back(world, at(23, 9, 59))
    told = await world.letter(cast.budi, "outage-session")
    assert "Kam 23 Apr pukul 07.59 WITA sampai Kam 23 Apr pukul 09.59 WITA" in told.text
    assert "masih bisa dimulai sampai Kam 23 Apr pukul 13.59 WITA" in told.text
    assert await world.keys(cast.budi, after=known) == ["outage-session"]
    assert await world.keys(cast.supervisor, after=known) == ["outage-site"]
    assert await world.keys(cast.officer, after=known) == ["outage-officer"]
    assert "1 jadwal dan 0 lapor diri" in (await world.letter(head, "outage-office")).text

    world.clock.moment = at(23, 13, 50)
    await listens(world)
    await world.phone(cast.budi).sends_location()
    assert (await session_of(world, cast.budi)).state is SessionState.STARTED
    assert "miss-question" not in await world.keys(cast.budi)


async def test_nobody_is_asked_while_a_message_may_be_on_its_way(world: World, cast: Cast) -> None:
    await until_work(world)
    await keeps_listening(world, at(23, 8, 58))
    world.clock.moment = at(23, 9)
    await world.house.rounds.tick()
    await world.carry()
    assert "miss-question" not in await world.keys(cast.budi)

    await listens(world)
    await world.house.rounds.tick()
    await world.carry()
    assert "miss-question" in await world.keys(cast.budi)


async def test_a_message_from_within_it_counts_by_its_own_time(world: World, cast: Cast) -> None:
    await until_work(world)
    world.clock.moment = at(23, 12, 30)
    await world.house.rounds.tick()
    assert (await session_of(world, cast.budi)).state is SessionState.PLANNED
    await world.phone(cast.budi).sends_location(at=at(23, 8, 3))
    await listens(world)
    await world.house.rounds.tick()
    await world.carry()
    assert (await session_of(world, cast.budi)).state is SessionState.STARTED
    assert "pukul 08.03" in (await world.last(cast.budi)).text
    assert not {"outage-session", "miss-question"} & set(await world.keys(cast.budi))


async def test_who_does_not_come_either_is_asked_later_and_it_is_no_absence(world: World, cast: Cast) -> None:
    await until_work(world)
    await is_back(world, at(23, 9, 59))
    await keeps_listening(world, at(23, 10, 58))
    assert "miss-question" not in await world.keys(cast.budi)
    await keeps_listening(world, at(23, 11))
    assert "miss-question" in await world.keys(cast.budi)
    await keeps_listening(world, at(23, 14, 1))
    planned = await session_of(world, cast.budi)
    assert (planned.state, planned.outcome) == (SessionState.MISSED, Outcome.SYSTEM_FAILURE)


async def test_over_all_of_it_he_hears_that_it_does_not_count(world: World, cast: Cast) -> None:
    await until_work(world)
    await is_back(world, at(24, 9))
    told = await world.letter(cast.budi, "outage-session-over")
    assert "tidak dihitung sebagai tidak hadir" in told.text
    assert "miss-question" not in await world.keys(cast.budi)
    assert (await session_of(world, cast.budi)).outcome is Outcome.SYSTEM_FAILURE


async def test_a_short_silence_is_no_outage_and_told_to_nobody(world: World, cast: Cast) -> None:
    await until_work(world)
    known = await world.queued()
    await is_back(world, at(23, 8, 3))
    await keeps_listening(world, at(23, 9, 1))
    assert await world.keys(cast.budi, after=known) == ["miss-question"]


async def test_everybody_hears_it_once(world: World, cast: Cast, head: Person) -> None:
    await until_work(world)
    await is_back(world, at(23, 9, 59))
    known = await world.queued()
    await world.house.rounds.tick()
    twin = await world.reborn(world.clock.now())
    await twin.house.rounds.tick()
    await twin.carry()
    assert await world.queued() == known


async def test_a_report_may_be_given_a_day_longer(world: World, cast: Cast, head: Person) -> None:
    sari = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.case(
        sari,
        cast.officer,
        None,
        programme=Programme.INTEGRATION,
        total_hours=None,
        daily_hours=None,
        report_every=Interval.MONTH,
        first_report_on=at(23, 12).date(),
    )
    await world.passes(at(23, 12))
    await listens(world)
    await is_back(world, at(23, 18))
    assert "sampai Jumat, 24 April 2026" in (await world.letter(sari, "outage-report")).text
    await keeps_listening(world, at(23, 18, 2))
    world.clock.moment = at(24, 0, 1)
    await listens(world)  # a second outage, over the end of the day
    await world.house.rounds.tick()
    async with world.database.reading() as session:
        due = select(Report).where(Report.client_id == sari.id, Report.due_on == at(23, 12).date())
        assert (await session.exec(due)).one().state is ReportState.DUE
    await world.phone(sari).writes("/lapor")
    for words in ("baik", "tani", "baik", "tidak ada", "kerja", "tidak", "tidak"):
        await world.phone(sari).writes(words)
    async with world.database.reading() as session:
        assert (await session.exec(due)).one().state is ReportState.DONE
