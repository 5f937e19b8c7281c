"""What waits for an officer's decision: he hears it after two working days, the head after two more."""

from __future__ import annotations

import pytest

from bot.domain.cases import CaseState
from bot.domain.people import Role
from bot.lifecycle import change_state
from bot.storage.models import Case, Person
from tests.conversations.conftest import Cast
from tests.harness import World, at


@pytest.fixture
async def head(world: World, cast: Cast) -> Person:
    return await world.person(cast.office, "KB-01", Role.HEAD)


async def asks(world: World, client: Person, day: str = "30/04") -> None:
    """A request to be excused."""
    await world.phone(client).writes(f"/izin sakit {day} demam")
    await world.phone(client).taps("📨 Kirim tanpa bukti")


async def mornings(world: World, reader: Person, key: str) -> list[int]:
    """On which days of April it came."""
    told = []
    for day in range(21, 31):
        before = (await world.keys(reader)).count(key)
        await world.passes(at(day, 8))
        told += [day] * ((await world.keys(reader)).count(key) - before)
    return told


async def test_a_request_is_asked_about_after_two_working_days_and_told_to_the_head_after_two_more(
    world: World, cast: Cast, head: Person
) -> None:
    await world.passes(at(20, 13))
    await asks(world, cast.budi)
    assert await mornings(world, cast.officer, "decisions-wait") == [22]
    told = await world.letter(cast.officer, "decisions-wait")
    first, line = told.text.splitlines()[:2]
    assert "Budi" not in first
    assert line.startswith("• Budi (contoh): permohonan izin")
    await world.phone(cast.officer).taps_id(told.buttons[0].id)
    assert (await world.last(cast.officer)).key.startswith("excuse-card")
    for_head = await world.letter(head, "decisions-wait-head")
    assert "Budi" not in for_head.text.splitlines()[0]
    assert (await world.keys(head)).count("decisions-wait-head") == 1


async def test_what_was_decided_is_asked_of_nobody(world: World, cast: Cast, head: Person) -> None:
    await world.passes(at(20, 13))
    await asks(world, cast.budi)
    await world.phone(cast.officer).taps("✅ Setujui")
    assert await mornings(world, cast.officer, "decisions-wait") == []
    assert "decisions-wait-head" not in await world.keys(head)


async def test_several_come_in_one_message_whatever_their_kind(world: World, cast: Cast) -> None:
    await world.passes(at(20, 13))
    await asks(world, cast.budi)
    sari = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.case(sari, cast.officer, cast.site)
    await world.phone(sari).writes("/ganti")
    await world.phone(sari).taps("🔁 Kam 23 Apr 08.00")
    await world.passes(at(22, 8, 5))
    await world.house.rounds.tick()
    await world.carry()
    told = [one for one in await world.letters(cast.officer) if one.key == "decisions-wait"]
    assert [one.text.splitlines()[1:] for one in told] == [
        [
            "• Budi (contoh): permohonan izin Kam 30 Apr, menunggu sejak Sen 20 Apr",
            "• K-02 (contoh): permohonan pindah hari Kam 23 Apr, menunggu sejak Sen 20 Apr",
        ]
    ]


async def test_an_explained_miss_waits_from_the_answer_on_not_from_the_day(
    world: World, cast: Cast, head: Person
) -> None:
    await world.passes(at(28, 12))
    await world.phone(cast.budi).taps("🤒 Sakit")
    before = await world.queued()
    await world.passes(at(30, 7, 59))
    told = [*await world.keys(cast.officer, after=before), *await world.keys(head, after=before)]
    assert not {"decisions-wait", "decisions-wait-head"} & {*told}
    await world.passes(at(30, 8))
    asked = await world.letter(cast.officer, "decisions-wait")
    assert "keterangan tidak hadir Kam 23 Apr, menunggu sejak Sel 28 Apr" in asked.text
    await world.passes(at(5, 9, month=5))
    assert (await world.keys(cast.officer)).count("decisions-wait") == 1
    assert (await world.keys(head)).count("decisions-wait-head") == 1


async def test_a_request_to_be_excused_is_one_matter_also_after_its_day(
    world: World, cast: Cast, head: Person
) -> None:
    await world.passes(at(22, 9))
    await asks(world, cast.budi, "23/04")
    assert await mornings(world, cast.officer, "decisions-wait") == [24]
    assert (await world.keys(head)).count("decisions-wait-head") == 1
    assert "permohonan izin Kam 23 Apr" in (await world.letter(head, "decisions-wait-head")).text


async def test_of_a_closed_case_nothing_is_asked_any_more(world: World, cast: Cast, head: Person) -> None:
    await world.passes(at(23, 12, 30))
    await world.phone(cast.budi).taps("🤒 Sakit")
    await asks(world, cast.budi)
    for state, who in ((CaseState.AWAITING_CLOSING, cast.officer), (CaseState.ENDED, head)):
        async with world.database.transaction() as session:
            case = await session.get_one(Case, cast.case.id)
            await change_state(session, case, state, actor=who, reason="-", now=world.clock.now())
    await world.passes(at(30, 9))
    told = [*await world.keys(cast.officer), *await world.keys(head)]
    assert not {"decisions-wait", "decisions-wait-head"} & {*told}
