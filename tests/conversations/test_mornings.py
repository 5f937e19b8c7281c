"""In the morning a supervisor hears, once, whom to expect today and who is excused."""

from __future__ import annotations

from datetime import date, time
from typing import Any

import pytest
from sqlalchemy import event

from bot.domain.outcomes import Outcome
from bot.domain.people import Role
from bot.storage.kinships import Kinship
from bot.storage.models import Person, SiteClosure, SiteSupervisor, WorkSession
from bot.storage.post import OutboxState
from scheduler.mornings import mornings
from tests.conversations.conftest import Cast
from tests.conversations.test_long_lists import crowd, fit
from tests.conversations.test_review import first_session, group
from tests.harness import Letter, World, at


async def heard(world: World, person: Person) -> list[Letter]:
    return [one for one in await world.letters(person) if one.key == "morning"]


async def excuses(world: World) -> None:
    """Budi is sick on Thursday."""
    async with world.database.transaction() as session:
        (await session.get_one(WorkSession, await first_session(world))).outcome = Outcome.SICK


async def test_once_a_day_at_seven_with_a_button_to_the_list(world: World, cast: Cast) -> None:
    child = await world.person(cast.office, "A-07", Role.CLIENT, name="Dewi (contoh)")
    await world.case(child, cast.officer, cast.site, starts=time(9), ends=time(11))
    async with world.database.transaction() as session:
        (await session.get_one(Person, child.id)).child = True
    await group(world, cast, 2)
    await excuses(world)
    await world.passes(at(23, 6, 59))
    assert await heard(world, cast.supervisor) == []
    await world.passes(at(23, 7, 50))

    (said,) = await heard(world, cast.supervisor)
    assert said.text.splitlines()[:5] == [
        "☀️ Kegiatan hari ini di lokasi Bapak/Ibu",
        "Kamis, 23 April 2026: 2 orang dijadwalkan datang, 1 tidak datang.",
        "• K-02 (contoh) – kebersihan lingkungan, pukul 08.00–11.00",
        "• A-07 – kebersihan lingkungan, pukul 09.00–11.00",
        "• Budi (contoh) – izin",
    ]
    assert not await heard(world, cast.officer)
    await world.phone(cast.supervisor).taps("📋 Buka daftar")
    assert (await world.last(cast.supervisor)).key == "day-heading"


async def test_nobody_is_expected_nobody_is_told(world: World, cast: Cast) -> None:
    await excuses(world)
    await world.passes(at(24, 12))

    assert await heard(world, cast.supervisor) == []


async def test_one_message_for_all_his_sites_and_what_is_closed(world: World, cast: Cast) -> None:
    """Closed for the day: of hours alone the planned times tell."""
    other = await world.site(cast.office, cast.supervisor, code="L2")
    await world.site(cast.office, cast.supervisor, code="L3")
    early = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.case(early, cast.officer, other, starts=time(7), ends=time(9))
    await world.passes(at(22, 12))
    await world.phone(cast.supervisor).taps_id("shut:3:20260423")
    await world.phone(cast.supervisor).writes("Banjir")
    of_hours: dict[str, Any] = {"day": date(2026, 4, 23), "starts": time(13), "ends": time(15)}
    async with world.database.transaction() as session:
        session.add(SiteClosure(office_id=cast.office.id, site_id=cast.site.id, **of_hours))
    await world.passes(at(23, 6))

    (said,) = await heard(world, cast.supervisor)
    assert said.text.splitlines()[2:] == [
        "📍 Kantor Desa L1",
        "• Budi (contoh) – kebersihan lingkungan, pukul 08.00–11.00",
        "📍 Kantor Desa L2",
        "• K-02 (contoh) – kebersihan lingkungan, pukul 07.00–09.00",
        "🚧 Kantor Desa L3 tutup hari ini",
    ]


async def test_a_stand_in_for_the_day_hears_it_and_nobody_of_his_family(world: World, cast: Cast) -> None:
    await group(world, cast, 2)
    colleague = await world.person(cast.office, "PL-02", Role.SUPERVISOR)
    await world.passes(at(22, 20))
    await world.phone(cast.supervisor).taps_id(f"instead:{cast.site.id}:20260423")
    await world.phone(cast.supervisor).writes("PL-02")
    declared: dict[str, Any] = {"declared_by": cast.officer.id, "declared_at": world.clock.now()}
    about = Kinship(office_id=cast.office.id, client_id=cast.budi.id, relative_id=colleague.id, **declared)
    async with world.database.transaction() as session:
        session.add(about)
    await world.passes(at(23, 7))

    assert "Budi" in (await heard(world, cast.supervisor))[0].text
    (said,) = await heard(world, colleague)
    assert "K-02" in said.text
    assert "Budi" not in said.text


@pytest.mark.parametrize(("hour", "minute", "count"), [(7, 40, 1), (8, 0, 0)], ids=["in time", "too late"])
async def test_after_a_downtime_only_while_somebody_is_to_come(
    world: World, cast: Cast, hour: int, minute: int, count: int
) -> None:
    await world.passes(at(22, 20))
    world.clock.moment = at(23, hour, minute)
    await world.house.rounds.tick()
    await world.carry()

    assert len(await heard(world, cast.supervisor)) == count


async def test_what_is_no_longer_of_use_does_not_leave(world: World, cast: Cast) -> None:
    await world.passes(at(23, 6, 30))
    world.clock.moment = at(23, 7)
    await world.house.rounds.tick()
    await world.phone(cast.budi).sends_location()

    (row,) = [one for one in await world.outbox() if one.content["key"] == "morning"]
    assert (row.state, await heard(world, cast.supervisor)) == (OutboxState.DROPPED, [])


@pytest.mark.parametrize("size", [75, 250])
async def test_it_is_one_message_whatever_the_number(world: World, cast: Cast, size: int) -> None:
    await world.passes(at(23, 6, 30))
    await crowd(world, cast, size)
    await world.passes(at(23, 7))

    (said,) = await heard(world, cast.supervisor)
    assert f"dan {size - 10} lagi" in said.text
    assert fit(world)


async def test_it_asks_as_much_for_one_supervisor_as_for_many(world: World, cast: Cast) -> None:
    asked: list[str] = []
    counts = []
    event.listen(
        world.database.engine.sync_engine, "before_cursor_execute", lambda *said: asked.append(said[2])
    )
    await world.passes(at(23, 6, 30))
    for number in (2, 12):
        for code in range(number - 1):
            await supervised_elsewhere(world, cast, f"{number}-{code}")
        async with world.database.transaction() as session:
            cast_office = await session.get_one(type(cast.office), cast.office.id)
            cast_office.mornings_at = at(23, 7)
            await session.flush()
            asked.clear()
            told = await mornings(session, at(23, 7))
            counts.append((len(told or ()), len(asked)))
    assert [people for people, _ in counts] == [2, 13]
    assert counts[0][1] == counts[1][1]


async def supervised_elsewhere(world: World, cast: Cast, code: str) -> None:
    """One more site with a supervisor of its own, and Budi's session there."""
    supervisor = await world.person(cast.office, f"PL-{code}", Role.SUPERVISOR)
    site = await world.site(cast.office, code=f"L-{code}")
    client = await world.person(cast.office, f"K-{code}", Role.CLIENT)
    await world.case(client, cast.officer, site)
    async with world.database.transaction() as session:
        session.add(
            SiteSupervisor(
                office_id=cast.office.id, site_id=site.id, person_id=supervisor.id, from_on=date(2026, 1, 2)
            )
        )
