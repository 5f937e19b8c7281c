"""Who could not be reached before his work had ended did not miss it, also where he can be reached since."""

from __future__ import annotations

from datetime import datetime, time

import pytest
from sqlmodel import select

from bot.domain.outcomes import Outcome
from bot.domain.people import Role
from bot.domain.reports import ReportState
from bot.storage.models import Person, PersonAddress, Report, WorkSession
from tests.conversations.conftest import Cast
from tests.conversations.test_reporting import reporting
from tests.harness import World, at


async def joins(world: World, person: Person) -> None:
    """As by his link: the account is bound, and he is greeted."""
    async with world.database.transaction() as session:
        session.add(
            PersonAddress(
                office_id=person.office_id,
                person_id=person.id,
                channel=world.channel.name,
                external_id=person.code,
                bound_at=world.clock.now(),
            )
        )
    await world.phone(person).writes("halo")


async def outcome(world: World, person: Person) -> Outcome | None:
    async with world.database.reading() as session:
        query = select(WorkSession).where(WorkSession.client_id == person.id)
        planned = (await session.exec(query.order_by("starts_at"))).first()
        return planned.outcome if planned else None


WORK = pytest.mark.parametrize(
    ("hour", "expected"),
    [
        (at(23, 8, 30), Outcome.UNEXPLAINED),
        (at(23, 9, 30), Outcome.UNREACHED),
        (at(23, 11, 30), Outcome.UNREACHED),
    ],
)
"""Of work from 8 to 11, about which he is asked at 9."""


@WORK
async def test_who_joins_after_he_would_have_been_asked_did_not_miss_it(
    world: World, cast: Cast, hour: datetime, expected: Outcome
) -> None:
    sari = await world.person(cast.office, "K-02", Role.CLIENT, enrolled=False)
    await world.case(sari, cast.officer, cast.site)
    await world.passes(hour)
    await joins(world, sari)
    await world.passes(at(23, 13))
    assert await outcome(world, sari) is expected


@WORK
async def test_who_takes_messages_again_after_he_would_have_been_asked_did_not_miss_it(
    world: World, cast: Cast, hour: datetime, expected: Outcome
) -> None:
    """He had stopped them before the first reminder of that day."""
    budi = world.phone(cast.budi)
    await world.passes(at(22, 8))
    await budi.writes("STOP")
    await world.passes(hour)
    await budi.writes("MULAI LAGI")
    await world.passes(at(23, 13))
    assert await outcome(world, cast.budi) is expected


async def test_what_he_writes_then_is_no_explanation(world: World, cast: Cast) -> None:
    """He has read no question."""
    budi = world.phone(cast.budi)
    await world.passes(at(22, 8))
    await budi.writes("STOP")
    await world.passes(at(23, 9, 30))
    await budi.writes("MULAI LAGI")
    await budi.writes("halo pak")
    async with world.database.reading() as session:
        answers = (await session.exec(select(WorkSession.answer))).all()
    assert set(answers) == {""}


async def test_the_question_of_an_evening_is_asked_in_the_morning(world: World, cast: Cast) -> None:
    sari = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.case(sari, cast.officer, cast.site, starts=time(20), ends=time(21))
    await world.passes(at(24, 6, 30))
    assert await outcome(world, sari) is Outcome.UNEXPLAINED
    assert "miss-question" in await world.keys(sari)
    await world.phone(sari).writes("ban motor bocor pak")
    async with world.database.reading() as session:
        query = select(WorkSession.answer).where(WorkSession.client_id == sari.id, WorkSession.answer != "")
        assert (await session.exec(query)).all()


async def test_who_stops_and_resumes_after_his_work_has_missed_it(world: World, cast: Cast) -> None:
    budi = world.phone(cast.budi)
    await world.passes(at(23, 11, 10))
    await budi.writes("STOP")
    await budi.writes("MULAI LAGI")
    await world.passes(at(23, 13))
    assert await outcome(world, cast.budi) is Outcome.UNEXPLAINED


async def test_whoever_was_reminded_has_missed_it(world: World, cast: Cast) -> None:
    await world.passes(at(23, 13))
    assert await outcome(world, cast.budi) is Outcome.UNEXPLAINED


@pytest.mark.parametrize(
    ("hour", "expected"), [(at(23, 10), ReportState.MISSED), (at(23, 23, 30), ReportState.UNREACHED)]
)
async def test_likewise_a_report(world: World, cast: Cast, hour: datetime, expected: ReportState) -> None:
    tono = await world.person(cast.office, "K-09", Role.CLIENT, enrolled=False)
    await reporting(world, cast, tono)
    await world.passes(hour)
    await joins(world, tono)
    await world.passes(at(24, 1))
    async with world.database.reading() as session:
        query = select(Report.state).where(Report.client_id == tono.id).order_by("due_on")
        assert (await session.exec(query)).first() is expected
