"""Hours that nobody confirms: the supervisor is asked once more, then the officer hears of it."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from sqlmodel import select

from bot.domain.cases import CaseState
from bot.domain.checkins import AttendanceState
from bot.domain.people import Role
from bot.storage.models import Attendance, Person
from tests.conversations.case_life import case_of, short_order
from tests.conversations.conftest import Cast
from tests.conversations.test_free_days import closes
from tests.harness import World, at


async def worked(world: World, cast: Cast, *codes: str) -> None:
    """Budi and these others have worked on Thursday, and nobody has said anything."""
    others = [await world.person(cast.office, code, Role.CLIENT) for code in codes]
    for person in others:
        await world.case(person, cast.officer, cast.site)
    for hour in (8, 11):
        world.clock.moment = at(23, hour)
        for person in (cast.budi, *others):
            await world.phone(person).sends_location()


def chased(keys: list[str]) -> list[str]:
    return [key for key in keys if key.startswith("chase-")]


async def test_the_supervisor_is_asked_once_and_the_officer_hears_of_it(world: World, cast: Cast) -> None:
    await worked(world, cast)
    await world.passes(at(24, 10, 59))
    assert chased(await world.keys(cast.supervisor)) == []
    await world.passes(at(26, 10, 59))
    assert chased(await world.keys(cast.supervisor)) == ["chase-supervisor"]
    assert chased(await world.keys(cast.officer)) == []
    await world.passes(at(29, 20))

    assert chased(await world.keys(cast.supervisor)) == ["chase-supervisor"]
    assert chased(await world.keys(cast.officer)) == ["chase-officer"]
    assert chased(await world.keys(cast.budi)) == []
    await world.phone(cast.budi).writes("jam")
    assert "Menunggu konfirmasi: 3 jam" in (await world.last(cast.budi)).text
    await world.phone(cast.supervisor).taps("Budi (contoh)")
    await world.phone(cast.supervisor).taps("✅ Benar")
    assert "result-confirmed" in await world.keys(cast.budi)


async def test_a_group_is_asked_about_in_one_message(world: World, cast: Cast) -> None:
    await worked(world, cast, "K-02", "K-03", "K-04")
    await world.passes(at(24, 18))

    (asked,) = [one for one in await world.letters(cast.supervisor) if one.key == "chase-supervisor"]
    assert "4 kehadiran di Kantor Desa L1" in asked.text
    assert asked.text.count("\n• ") == 4


@pytest.mark.parametrize("label", ["✅ Benar", "❌ Tidak benar"])
async def test_who_has_answered_is_left_alone(world: World, cast: Cast, label: str) -> None:
    await worked(world, cast)
    await world.phone(cast.supervisor).taps(label)
    if label == "❌ Tidak benar":
        await world.phone(cast.supervisor).writes("pulang lebih awal")
    await world.passes(at(28, 20))

    assert chased([*await world.keys(cast.supervisor), *await world.keys(cast.officer)]) == []


async def test_nobody_is_asked_on_a_holiday_or_a_sunday(world: World, cast: Cast) -> None:
    await closes(world, cast, on=date(2026, 4, 24))
    await worked(world, cast)
    await world.passes(at(27, 7, 59))
    assert chased([*await world.keys(cast.supervisor), *await world.keys(cast.officer)]) == []
    await world.passes(at(27, 8))
    assert chased(await world.keys(cast.supervisor)) == ["chase-supervisor"]


async def closed(world: World, cast: Cast, head: Person, *, reason: str = "") -> None:
    """The officer ends the case, and the head agrees, with hours that wait before both."""
    if reason:
        await world.phone(cast.officer).taps_id(f"close-unserved:{cast.case.id}")
        await world.phone(cast.officer).writes(reason)
    else:
        await world.phone(cast.officer).taps_id(f"close-served:{cast.case.id}")
    await world.phone(head).taps("✅ Setujui")


async def waits(world: World, cast: Cast) -> list[datetime | None]:
    """When somebody is asked about the hours that wait."""
    query = select(Attendance.chase_at).where(Attendance.case_id == cast.case.id)
    async with world.database.reading() as session:
        rows = await session.exec(query.where(Attendance.state == AttendanceState.WAITING))
        return list(rows.all())


async def served(world: World, cast: Cast) -> None:
    """Closed as served while hours wait that would only be surplus."""
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await worked(world, cast)
    await short_order(world, cast, 0)
    await world.passes(at(23, 12))
    await closed(world, cast, head)


async def test_what_is_more_than_a_served_order_is_not_asked_about(world: World, cast: Cast) -> None:
    await served(world, cast)
    await world.passes(at(30, 20))

    assert (await case_of(world, cast)).state is CaseState.COMPLETED
    assert chased([*await world.keys(cast.supervisor), *await world.keys(cast.officer)]) == []
    assert await waits(world, cast) == [None]


async def test_hours_of_an_order_closed_unserved_are_still_asked_for(world: World, cast: Cast) -> None:
    """They count: confirmed, the case is opened again, and people decide anew."""
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await worked(world, cast)
    await closed(world, cast, head, reason="masa pelaksanaan habis")
    await world.passes(at(24, 18))

    assert (await case_of(world, cast)).state is CaseState.ENDED
    assert chased(await world.keys(cast.supervisor)) == ["chase-supervisor"]
    await world.phone(cast.supervisor).taps("Budi (contoh)")
    await world.phone(cast.supervisor).taps("✅ Benar")
    await world.passes(at(24, 18, 1))
    assert (await case_of(world, cast)).state is CaseState.AWAITING_CLOSING


async def test_nobody_is_asked_about_the_hours_of_one_who_died(world: World, cast: Cast) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await worked(world, cast)
    await closed(world, cast, head, reason="klien meninggal dunia")
    await world.passes(at(30, 20))

    assert chased([*await world.keys(cast.supervisor), *await world.keys(cast.officer)]) == []
    assert await waits(world, cast) == [None]


async def test_a_case_that_is_opened_again_asks_for_its_hours_again(world: World, cast: Cast) -> None:
    await served(world, cast)
    await world.passes(at(27, 7))
    assert await waits(world, cast) == [None]
    await short_order(world, cast, 3)
    await world.passes(at(27, 7, 1))
    assert (await case_of(world, cast)).state is CaseState.AWAITING_CLOSING
    await world.passes(at(28, 18))

    assert chased(await world.keys(cast.supervisor)) == ["chase-supervisor"]
