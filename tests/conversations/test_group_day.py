"""Forty-two people at one site in ten minutes: one code on one phone, one list, one tap for the rest."""

from __future__ import annotations

from datetime import timedelta

from sqlmodel import col, select

from bot.domain.checkins import AttendanceState
from bot.domain.people import Role
from bot.storage.models import Attendance, CaseBalance, Person, WorkSession
from bot.storage.phones import Assistance
from tests.conversations.conftest import Cast
from tests.conversations.test_review import first_session, group
from tests.conversations.test_site_codes import digits, link
from tests.harness import Letter, World, at

EVERYBODY, SCANNING = 42, 38


async def records(world: World) -> list[Attendance]:
    async with world.database.reading() as session:
        return list((await session.exec(select(Attendance).order_by(col(Attendance.id)))).all())


async def scan(world: World, cast: Cast, people: list[Person], hour: int) -> None:
    """One after the other, from ten minutes before the hour; each with the code of his minute."""
    for number, person in enumerate(people):
        world.clock.moment = at(23, hour) + timedelta(seconds=number * 600 // EVERYBODY - 600)
        await world.phone(person).writes(link(world, cast))


async def lists_seen(world: World, cast: Cast) -> list[Letter]:
    return [one for one in await world.letters(cast.supervisor) if one.key == "list-heading"]


async def test_all_scan_one_code_and_the_rest_takes_one_tap(world: World, cast: Cast) -> None:
    people = await group(world, cast, EVERYBODY)
    world.clock.moment = at(23, 7, 50)
    await world.phone(cast.supervisor).writes("/kode")
    before = len(await world.keys(cast.supervisor))
    await scan(world, cast, people[:SCANNING], 8)

    assert {(await world.last(one)).key for one in people[:SCANNING]} == {"receipt-start"}
    if world.channel.caps.edit:
        shown = (await lists_seen(world, cast))[-1]
        assert shown.text.splitlines()[0].endswith(f"{SCANNING} orang")
        missing = ", ".join(one.shown for one in people[SCANNING:])
        assert f"Belum ada kabar (4 orang): {missing}" in shown.text
        new = [one for one in await lists_seen(world, cast) if not one.edited]
        cards = (await world.keys(cast.supervisor))[before:].count("card")
        assert (len(new), cards) == (1, 2), "two cards, and from the third person on one list"

    await world.passes(at(23, 8, 2))
    if not world.channel.caps.edit:
        await world.phone(cast.supervisor).writes("/daftar")
    await world.phone(cast.supervisor).taps("✅ Sisanya hadir (4)")
    await world.phone(cast.supervisor).taps_id(f"all-here:{await first_session(world)}")

    begun = await records(world)
    assert len(begun) == EVERYBODY
    assert all(one.present_by == cast.supervisor.id for one in begun)
    assert {(await world.last(one)).key for one in people[SCANNING:]} == {"marked-present"}
    async with world.database.reading() as session:
        called = (await session.exec(select(Assistance.attendance_id))).all()
    assert set(called) == {one.id for one in begun[SCANNING:]}, "who was called has the supervisor's word"

    await scan(world, cast, people[:SCANNING], 11)
    await world.passes(at(23, 11, 1))
    await world.phone(cast.supervisor).taps("✅ Selesai semua")
    assert {one.state for one in await records(world)} == {AttendanceState.CONFIRMED}
    async with world.database.reading() as session:
        credited = (await session.exec(select(CaseBalance.credited))).all()
    assert len(credited) == EVERYBODY
    assert all(170 <= minutes <= 190 for minutes in credited)


async def test_a_second_tap_and_a_late_scan_change_nothing(world: World, cast: Cast) -> None:
    people = await group(world, cast, 6)
    await scan(world, cast, people[:3], 8)
    await world.passes(at(23, 8, 5))
    rest = f"rest-here:{await first_session(world)}"
    await world.phone(cast.supervisor).taps_id(rest)
    first = [(one.id, one.revision) for one in await records(world)]
    await world.phone(cast.supervisor).taps_id(rest)
    await world.phone(people[4]).writes(digits(world, cast))

    assert [(one.id, one.revision) for one in await records(world)] == first
    assert len(first) == 6


async def test_before_the_hour_nobody_is_called(world: World, cast: Cast) -> None:
    people = await group(world, cast, 6)
    await scan(world, cast, people[:3], 8)
    await world.phone(cast.supervisor).taps_id(f"rest-here:{await first_session(world)}")

    assert (await world.last(cast.supervisor)).key == "too-early-to-confirm"
    assert len(await records(world)) == 3
    assert not any("Sisanya" in one.label for one in (await lists_seen(world, cast))[-1].buttons)


async def test_nobody_calls_himself(world: World, cast: Cast) -> None:
    """A supervisor who serves hours of his own at the site has another to say so."""
    others = [await world.person(cast.office, f"K-{number:02}", Role.CLIENT) for number in (2, 3)]
    for person in others:
        await world.case(person, cast.officer, cast.site)
    async with world.database.transaction() as session:
        for planned in (await session.exec(select(WorkSession))).all():
            if planned.client_id == others[1].id:
                planned.client_id = cast.supervisor.id
    await world.passes(at(23, 8, 5))
    await world.phone(cast.supervisor).taps_id(f"rest-here:{await first_session(world)}")

    assert {one.client_id for one in await records(world)} == {cast.budi.id, others[0].id}
