"""Somebody of the staff leaves for good; the head reads where one person alone confirms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from sqlmodel import select

from bot.departures import depart
from bot.domain.cases import CaseState
from bot.domain.messages import Refused
from bot.domain.people import Role
from bot.hand_overs import announced
from bot.storage.models import Case, Person, Placement, Site
from tests.conversations.conftest import Cast
from tests.harness import World, at

LAST = date(2026, 4, 22)
THURSDAY = date(2026, 4, 23)


async def leaves(
    world: World, person: Person, successor: Person | None = None, *, on: date = LAST
) -> Sequence[Site]:
    """Wednesday is the last day, or `on`."""
    async with world.database.transaction() as session:
        found = await session.get_one(Person, person.id)
        sites = await depart(session, found, on, successor=successor, now=world.clock.now())
        told = await announced(session, found, on, sites, successor)
        await world.house.desk._outbox.take(session, told, now=world.clock.now())
    await world.carry()
    return sites


async def test_an_officer_with_open_cases_cannot_leave(world: World, cast: Cast) -> None:
    with pytest.raises(Refused) as no:
        await leaves(world, cast.officer)

    assert (no.value.key, no.value.params["count"]) == ("departure-open-cases", 1)
    await world.phone(cast.officer).writes("/perlu")
    assert (await world.last(cast.officer)).key != "stranger"


async def test_an_officer_without_open_cases_leaves_and_his_phone_opens_nothing(
    world: World, cast: Cast
) -> None:
    async with world.database.transaction() as session:
        (await session.get_one(Case, cast.case.id)).state = CaseState.ENDED
    await leaves(world, cast.officer)
    world.clock.moment = at(22, 23, 59)
    await world.phone(cast.officer).writes("/klien Budi")
    assert (await world.last(cast.officer)).key == "client-card"
    world.clock.moment = at(23, 0, 1)
    await world.phone(cast.officer).writes("/klien Budi")

    assert not (await world.last("PK-01")).key.startswith("client")
    assert "Budi" not in (await world.last("PK-01")).text


async def test_a_supervisor_hands_over_from_the_next_day_on(world: World, cast: Cast) -> None:
    hasan = await world.person(cast.office, "PL-02", Role.SUPERVISOR)
    handed = await leaves(world, cast.supervisor, hasan)
    assert [site.code for site in handed] == ["L1"]
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()

    assert (await world.last(hasan)).key == "card"
    assert "card" not in await world.keys(cast.supervisor)


async def worked(world: World, cast: Cast) -> None:
    """On Thursday, the supervisor's last day, the client works, and nobody decides."""
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location()


async def test_what_still_waits_is_decided_by_the_successor(world: World, cast: Cast) -> None:
    hasan = await world.person(cast.office, "PL-02", Role.SUPERVISOR)
    await worked(world, cast)
    await leaves(world, cast.supervisor, hasan, on=THURSDAY)
    told = [(await world.last(one)).key for one in (cast.supervisor, hasan, cast.officer)]
    assert told == ["departure-told-leaver", "departure-told-successor", "departure-told-officer"]
    await world.phone(hasan).taps_id("right:1:2")
    assert (await world.last(hasan)).key == "not-yours"
    await world.passes(at(27, 8))
    assert (await world.keys(hasan)).count("departure-waiting") == 1
    await world.phone(hasan).writes("/daftar")
    assert "Kamis, 23 April 2026" in (await world.last(hasan)).text
    await world.phone(hasan).taps("Budi (contoh)")
    await world.phone(hasan).taps("✅ Benar")

    assert (await world.last(cast.budi)).key == "result-confirmed"


async def test_where_nobody_came_after_him_the_officer_confirms(world: World, cast: Cast) -> None:
    await worked(world, cast)
    async with world.database.transaction() as session:
        placed = (await session.exec(select(Placement))).one()
        placed.until_on = THURSDAY
    await leaves(world, cast.supervisor, on=THURSDAY)
    phone = world.phone(cast.officer)
    await phone.writes("/konfirmasi L1 23/04")
    assert (await world.last(cast.officer)).key == "signed-supervisor-there"
    await world.passes(at(24, 8))
    assert "1 kehadiran: /konfirmasi L1 23/04/2026" in (await world.last(cast.officer)).text
    await phone.writes("/konfirmasi L1 23/04/2026")

    assert (await world.last(cast.officer)).key == "signed-ask-photo"


async def test_a_supervisor_whose_site_would_be_alone_needs_a_successor(world: World, cast: Cast) -> None:
    officer = await world.person(cast.office, "PK-02", Role.OFFICER)
    foreign = await world.person(await world.office("BPS-BDG"), "PL-77", Role.SUPERVISOR)
    expected: dict[str, Person | None] = {
        "departure-site-alone": None,
        "departure-successor-gone": cast.supervisor,
        "departure-successor-role": officer,
    }
    for key, successor in expected.items():
        with pytest.raises(Refused, match=f"^{key}$"):
            await leaves(world, cast.supervisor, successor)
    with pytest.raises(Refused, match=r"^departure-successor-role$"):
        await leaves(world, cast.supervisor, foreign)


async def test_with_another_supervisor_there_no_successor_is_needed(world: World, cast: Cast) -> None:
    hasan = await world.person(cast.office, "PL-02", Role.SUPERVISOR)
    site = await world.site(cast.office, cast.supervisor, hasan, code="L2")
    await world.case(await world.person(cast.office, "K-02", Role.CLIENT), cast.officer, site)

    with pytest.raises(Refused, match=r"^departure-site-alone$"):
        await leaves(world, cast.supervisor)
    await leaves(world, hasan)


async def test_who_has_promised_to_stand_in_finds_somebody_else_first(world: World, cast: Cast) -> None:
    dewi = await world.person(cast.office, "PK-02", Role.OFFICER)
    await world.phone(cast.officer).writes("/cuti 22/04 24/04 PK-02")
    await world.phone(cast.officer).taps("📨 Kirim")
    await world.phone(dewi).taps("✅ Sanggup")

    with pytest.raises(Refused, match=r"^departure-stands-in$"):
        await leaves(world, dewi)


async def test_the_head_reads_where_one_person_alone_confirms_and_where_nobody_does(
    world: World, cast: Cast
) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    bare = await world.site(cast.office, code="L9")
    await world.case(await world.person(cast.office, "K-09", Role.CLIENT), cast.officer, bare)
    elsewhere = await world.office("BPS-BDG")
    await world.site(elsewhere, code="L77")
    await world.phone(head).writes("/ringkasan")

    told = (await world.last(head)).text
    assert "Hanya satu pengawas di 1 lokasi: Kantor Desa L1." in told
    assert "Tanpa pengawas, 1 lokasi: Kantor Desa L9." in told
    await world.phone(cast.officer).writes("/ringkasan")
    assert "satu pengawas" not in (await world.last(cast.officer)).text
