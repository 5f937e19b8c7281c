"""A supervisor's day goes by the site's clock, and work may go on past midnight."""

from __future__ import annotations

from datetime import date, time

import pytest
from sqlmodel import select

from bot.domain.people import Role
from bot.storage.models import SiteSupervisor
from tests.conversations.conftest import Cast
from tests.harness import World, at


@pytest.mark.parametrize(
    "hour", [0, 7, 9], ids=["just after midnight", "before the day of Greenwich", "later"]
)
async def test_a_new_supervisor_sees_the_day_from_its_first_minute(
    world: World, cast: Cast, hour: int
) -> None:
    ratna = await world.person(cast.office, "PL-02", Role.SUPERVISOR)
    async with world.database.transaction() as session:
        before = (await session.exec(select(SiteSupervisor))).one()
        before.until_on = date(2026, 4, 22)
        session.add(
            SiteSupervisor(
                office_id=cast.office.id,
                site_id=cast.site.id,
                person_id=ratna.id,
                from_on=date(2026, 4, 23),
            )
        )
    world.clock.moment = at(23, hour)
    for supervisor in (ratna, cast.supervisor):
        await world.phone(supervisor).writes("/daftar")

    assert (await world.last(ratna)).key == "day-heading"
    assert (await world.last(cast.supervisor)).key == "list-empty"
    await world.phone(ratna).writes("/tutup")
    assert [key for key in await world.keys(ratna) if key.startswith("shut")]


async def test_who_works_past_midnight_stays_on_the_list_until_it_is_confirmed(
    world: World, cast: Cast
) -> None:
    tono = await world.person(cast.office, "K-09", Role.CLIENT)
    await world.case(tono, cast.officer, cast.site, starts=time(22), ends=time(2))
    await world.passes(at(24, 0, 30))
    await world.phone(cast.supervisor).writes("/daftar")
    running = await world.last(cast.supervisor)
    assert "Kamis, 23 April 2026" in running.text
    assert tono.name in running.text
    assert cast.budi.name not in running.text
    await world.phone(tono).sends_location()
    await world.passes(at(24, 2))
    await world.phone(tono).sends_location()
    await world.passes(at(24, 9))
    await world.phone(cast.supervisor).writes("/daftar")

    waiting = await world.last(cast.supervisor)
    assert tono.name in waiting.text
    await world.phone(cast.supervisor).taps(tono.name)
    await world.phone(cast.supervisor).taps("✅ Benar")
    await world.phone(cast.supervisor).writes("/daftar")
    assert (await world.last(cast.supervisor)).key == "list-empty"
