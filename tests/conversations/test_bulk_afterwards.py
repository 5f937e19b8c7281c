"""The morning after, a group is confirmed at once from the list of that day, from the question that is asked
once more, or by its words; with the rights and checks of the day itself."""

from __future__ import annotations

import pytest
from sqlmodel import select

from bot.domain.checkins import AttendanceState
from bot.domain.messages import choices_from_json
from bot.domain.people import Role
from bot.storage.models import Case
from bot.wording import numbered
from tests.conversations.conftest import Cast
from tests.conversations.test_bulk import another_supervisor, decided
from tests.conversations.test_lists import ALL_DONE, states
from tests.conversations.test_review import first_session, group, worked
from tests.harness import Letter, World, at

WAITING, CONFIRMED = AttendanceState.WAITING, AttendanceState.CONFIRMED


async def list_of(world: World, cast: Cast, day: str) -> Letter:
    found = [one for one in await world.letters(cast.supervisor) if one.key == "day-heading"]
    return next(one for one in reversed(found) if day in one.text)


@pytest.mark.parametrize("day", [24, 30], ids=["the morning after", "a week later"])
async def test_the_list_of_an_earlier_day_confirms_everybody_with_one_tap(
    world: World, cast: Cast, day: int
) -> None:
    people = await group(world, cast, 4)
    await worked(world, *people)
    world.clock.moment = at(day, 7)
    await world.phone(cast.supervisor).writes("/daftar")
    await world.phone(cast.supervisor).taps(ALL_DONE)

    assert await states(world) == [CONFIRMED] * 4
    assert [(await world.keys(one)).count("result-confirmed") for one in people] == [1] * 4
    left = (
        await list_of(world, cast, "23 April")
        if not world.channel.caps.edit
        else await world.last(cast.supervisor)
    )
    assert left.key == ("day-answered" if world.channel.caps.edit else "day-heading")


@pytest.mark.parametrize("said", ["5", "selesai semua"])
async def test_its_number_and_its_words_do_so_too(world: World, cast: Cast, said: str) -> None:
    people = await group(world, cast, 4)
    await worked(world, *people)
    world.clock.moment = at(24, 7)
    await world.phone(cast.supervisor).writes("/daftar")
    assert (await list_of(world, cast, "23 April")).buttons[0].label == ALL_DONE
    await world.phone(cast.supervisor).writes(said)

    assert await states(world) == [CONFIRMED] * 4


async def test_the_question_that_is_asked_once_more_has_it(world: World, cast: Cast) -> None:
    people = await group(world, cast, 4)
    await worked(world, *people)
    await world.passes(at(24, 12))
    asked = await world.last(cast.supervisor)
    assert asked.key == "chase-supervisor"
    await world.phone(cast.supervisor).writes("selesai semua")

    assert await states(world) == [CONFIRMED] * 4


async def test_family_is_left_and_what_was_said_meanwhile_stands(world: World, cast: Cast) -> None:
    ratna = await another_supervisor(world, cast)
    people = await group(world, cast, 4)
    await worked(world, *people)
    world.clock.moment = at(24, 7)
    await world.phone(cast.supervisor).writes("/daftar")
    await decided(world, ratna, people[0], "right")
    async with world.database.reading() as session:
        case = (await session.exec(select(Case.id).where(Case.client_id == people[1].id))).one()
    await world.phone(cast.officer).writes("/keluarga K-02")
    await world.phone(cast.officer).taps_id(f"kin-note:{case}:{cast.supervisor.id}")
    await world.phone(cast.supervisor).taps(ALL_DONE)

    said = await world.letter(cast.supervisor, "bulk-result")
    assert set(said.text.splitlines()) == {
        "✅ Tersimpan: 2 orang.",
        "☑️ Sudah dikonfirmasi Ratna: Budi (contoh)",
        "👪 Keluarga sendiri, dikonfirmasi orang lain: K-02 (contoh)",
    }
    assert await states(world) == [CONFIRMED, WAITING, CONFIRMED, CONFIRMED]


async def test_another_sites_supervisor_confirms_nobody(world: World, cast: Cast) -> None:
    people = await group(world, cast, 3)
    await worked(world, *people)
    far = await world.person(cast.office, "PL-09", Role.SUPERVISOR)
    await world.site(cast.office, far, code="L9")
    world.clock.moment = at(24, 7)
    await world.phone(cast.supervisor).writes("/daftar")
    await world.phone(far).taps_id(f"all-done:{await first_session(world)}")
    assert await states(world) == [WAITING] * 3


async def test_one_person_alone_has_only_his_name(world: World, cast: Cast) -> None:
    await worked(world, cast.budi)
    world.clock.moment = at(24, 7)
    await world.phone(cast.supervisor).writes("/daftar")

    assert [one.label for one in (await list_of(world, cast, "23 April")).buttons] == ["Budi (contoh)"]


async def test_the_numbers_of_a_days_list_run_on(world: World, cast: Cast) -> None:
    people = await group(world, cast, 2)
    world.clock.moment = at(23, 8)
    for person in people:
        await world.phone(person).sends_location()
    await world.phone(cast.supervisor).writes("/daftar")
    row = next(one for one in reversed(await world.outbox()) if one.content["key"] == "day-heading")

    numbers = [number for number, _ in numbered(choices_from_json(row.content["choices"]))]
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
