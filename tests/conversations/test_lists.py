"""A group on one list: what must be looked at shows, and at the end somebody is always asked."""

from __future__ import annotations

import pytest
from sqlmodel import col, select

from bot.domain.cases import Programme
from bot.domain.checkins import AttendanceState
from bot.domain.messages import Label
from bot.domain.people import Role
from bot.storage.models import Attendance, CaseBalance, Person
from tests.conversations.conftest import Cast
from tests.conversations.test_review import first_session, group
from tests.harness import FAR, HERE, Letter, World, at

ALL_DONE, ALL_HERE = "✅ Selesai semua", "✅ Hadir semua"


async def arrive(world: World, *people: Person) -> None:
    for minute, person in enumerate(people):
        world.clock.moment = at(23, 8, minute)
        await world.phone(person).sends_location()


async def states(world: World) -> list[AttendanceState]:
    async with world.database.reading() as session:
        rows = (await session.exec(select(Attendance).order_by(col(Attendance.id)))).all()
    return [one.state for one in rows]


async def listed(world: World, cast: Cast) -> list[Letter]:
    return [one for one in await world.letters(cast.supervisor) if one.key == "list-heading"]


async def test_who_is_far_off_or_labelled_is_marked_and_counted(world: World, cast: Cast) -> None:
    budi, sari, tono, _ = people = await group(world, cast, 4)
    world.clock.moment = at(23, 8)
    await world.phone(budi).sends_location(FAR)
    await world.phone(sari).sends_location(HERE, labels=(Label.FORWARDED,))
    await world.phone(tono).sends_location()
    await world.phone(people[3]).sends_location()
    await world.phone(cast.supervisor).taps(ALL_HERE)

    lines = (await world.last(cast.supervisor)).text.splitlines()
    assert "⚠️ 5.872" in lines[1]
    assert "m dari lokasi" in lines[1]
    assert lines[2].endswith("⚠️ perlu dilihat")
    assert "⚠️" not in lines[3] + lines[4]
    assert "⚠️ 2 orang perlu dilihat. Tekan namanya untuk membuka kartunya." in lines


async def test_the_days_list_marks_them_too(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location(FAR)
    await world.phone(cast.supervisor).writes("daftar")

    assert "⚠️ 5.872" in (await world.last(cast.supervisor)).text


async def test_a_flag_is_a_question_and_the_officer_sees_it(world: World, cast: Cast) -> None:
    people = await group(world, cast, 3)
    world.clock.moment = at(23, 8)
    for person, place in zip(people, (FAR, HERE, HERE), strict=True):
        await world.phone(person).sends_location(place)
    await world.passes(at(23, 11))
    await world.phone(cast.supervisor).taps(ALL_DONE)
    await world.passes(at(27, 7))

    texts = " ".join(one.text for one in await world.letters(cast.officer))
    assert "Lokasi Budi (contoh) Kam 23 Apr tercatat 5.872" in texts


async def test_before_the_planned_end_only_who_has_finished_is_confirmed(world: World, cast: Cast) -> None:
    people = await group(world, cast, 3)
    await arrive(world, *people)
    world.clock.moment = at(23, 10, 50)
    await world.phone(people[0]).sends_location()
    await world.phone(cast.supervisor).taps_id(f"all-done:{await first_session(world)}")

    assert await states(world) == [
        AttendanceState.CONFIRMED,
        AttendanceState.OPEN,
        AttendanceState.OPEN,
    ]
    assert "2 orang masih bekerja" in " ".join(one.text for one in await world.letters(cast.supervisor))


async def test_after_the_planned_end_everybodys_hours_are_confirmed(world: World, cast: Cast) -> None:
    """Also of someone without a phone, whom the supervisor called."""
    people = await group(world, cast, 3)
    await arrive(world, *people[:2])
    await world.phone(cast.supervisor).taps_id(f"present:{await session_of(world, people[2])}")
    await world.passes(at(23, 11))
    last = (await listed(world, cast))[-1]
    assert (last.edited, last.buttons[0].label) == (False, ALL_DONE)
    await world.phone(cast.supervisor).taps(ALL_DONE)

    assert await states(world) == [AttendanceState.CONFIRMED] * 3
    async with world.database.reading() as session:
        rows = (await session.exec(select(Attendance))).all()
        balances = (await session.exec(select(CaseBalance))).all()
    assert {one.finished_at for one in rows} == {at(23, 11)}
    assert not any(one.closed_by_rule for one in rows)
    assert sorted(one.credited for one in balances) == [179, 180, 180]
    told = await world.last(people[1])
    assert "Jam selesai dicatat pengawas menurut jadwal, pukul 11.00 WITA." in told.text
    await world.phone(cast.supervisor).taps_id(f"card:{rows[0].id}")
    assert "Jam selesai dicatat oleh pengawas, menurut jadwal." in (await world.last(cast.supervisor)).text


async def session_of(world: World, person: Person) -> int:
    from bot.storage.models import WorkSession

    async with world.database.reading() as session:
        query = select(WorkSession.id).where(
            WorkSession.client_id == person.id, WorkSession.starts_at == at(23, 8)
        )
        return (await session.exec(query)).one()


async def test_when_the_last_has_finished_a_new_message_asks_for_the_hours_once(
    world: World, cast: Cast
) -> None:
    people = await group(world, cast, 3)
    await arrive(world, *people)
    before = [one for one in await listed(world, cast) if not one.edited]
    world.clock.moment = at(23, 10, 55)
    for person in people:
        await world.phone(person).sends_location()
    await world.passes(at(23, 13))

    asked = [one for one in await listed(world, cast) if not one.edited][len(before) :]
    assert len(asked) == 1
    assert asked[0].buttons[0].label == ALL_DONE


@pytest.mark.parametrize("finished", [0, 2], ids=["nobody finished", "one forgot"])
async def test_hours_closed_by_rule_are_asked_about_in_a_new_message(
    world: World, cast: Cast, finished: int
) -> None:
    people = await group(world, cast, 3)
    await arrive(world, *people)
    world.clock.moment = at(23, 10, 55)
    for person in people[:finished]:
        await world.phone(person).sends_location()
    await world.passes(at(23, 11, 30))
    before = len([one for one in await listed(world, cast) if not one.edited])
    await world.passes(at(23, 13))

    asked = [one for one in await listed(world, cast) if not one.edited][before:]
    assert len(asked) == 1
    assert f"{3 - finished} orang tanpa kabar selesai" in asked[0].text
    await world.phone(cast.supervisor).taps(ALL_DONE)
    assert await states(world) == [AttendanceState.CONFIRMED] * 3


async def test_all_here_is_offered_until_everybody_is_marked(world: World, cast: Cast) -> None:
    people = await group(world, cast, 3)
    await arrive(world, *people)
    await world.phone(cast.supervisor).taps(ALL_HERE)

    labels = [one.label for one in (await world.last(cast.supervisor)).buttons]
    assert not {ALL_HERE, ALL_DONE} & set(labels)


async def test_a_child_in_the_group_stays_a_code(world: World, cast: Cast) -> None:
    people = await group(world, cast, 2)
    child = await world.person(cast.office, "A-07", Role.CLIENT, name="Nama Rahasia", child=True)
    await world.case(child, cast.officer, cast.site, programme=Programme.CHILD_SERVICE)
    await arrive(world, *people, child)

    assert "A-07" in (await listed(world, cast))[-1].text
