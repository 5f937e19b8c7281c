"""A supervisor lets a colleague stand in for a day: he confirms in his own name, and it ends by itself."""

from __future__ import annotations

from datetime import date

import pytest
from sqlmodel import select

from bot.domain.people import Role
from bot.storage.models import Attendance, Invitation, Person, SiteSupervisor
from tests.conversations.conftest import Cast
from tests.harness import World, at


async def asks(world: World, cast: Cast, who: str) -> None:
    """On Thursday morning, for that day."""
    world.clock.moment = at(23, 7)
    await world.phone(cast.supervisor).writes("/pengganti")
    await world.phone(cast.supervisor).taps("📅 Kam 23 Apr")
    await world.phone(cast.supervisor).writes(who)


async def test_somebody_new_gets_a_link_and_a_right_for_that_day_only(world: World, cast: Cast) -> None:
    await asks(world, cast, "Sari Dewi, 0812 3456 7890")

    keys = await world.keys(cast.supervisor)
    assert keys[-3:] == ["instead-done", "invite-ready", "invite-as-it-is"]
    assert "Sari Dewi menggantikan" in (await world.last(cast.officer)).text
    async with world.database.reading() as session:
        sari = (await session.exec(select(Person).where(Person.name == "Sari Dewi"))).one()
        row = (await session.exec(select(SiteSupervisor).where(SiteSupervisor.person_id == sari.id))).one()
        invitation = (await session.exec(select(Invitation).where(Invitation.person_id == sari.id))).one()
    assert (row.from_on, row.until_on) == (date(2026, 4, 23), date(2026, 4, 23))
    assert invitation.token_hash
    assert invitation.expires_at == at(24, 0)
    assert sari.phone == "081234567890"


async def test_taken_back_the_link_opens_nothing(world: World, cast: Cast) -> None:
    await asks(world, cast, "Sari Dewi, 0812 3456 7890")
    await world.phone(cast.supervisor).taps("↩️ Batalkan")

    async with world.database.reading() as session:
        assert (await session.exec(select(Invitation))).one().expires_at == world.clock.now()


async def test_a_colleague_confirms_in_his_own_name_and_no_day_longer(world: World, cast: Cast) -> None:
    colleague = await world.person(cast.office, "PL-02", Role.SUPERVISOR)
    await asks(world, cast, "pl-02")
    assert (await world.last(colleague)).key == "instead-you"
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location()
    await world.phone(colleague).taps("✅ Benar")

    async with world.database.reading() as session:
        assert (await session.exec(select(Attendance))).one().decided_by == colleague.id
    world.clock.moment = at(30, 8)
    await world.phone(colleague).writes("/daftar")
    assert (await world.last(colleague)).key == "list-empty"


async def test_it_can_be_taken_back(world: World, cast: Cast) -> None:
    colleague = await world.person(cast.office, "PL-02", Role.SUPERVISOR)
    await asks(world, cast, "PL-02")
    await world.phone(cast.supervisor).taps("↩️ Batalkan")
    assert (await world.last(cast.supervisor)).key == "instead-ended"
    for reader in (colleague, cast.officer):
        told = (await world.last(reader)).text
        assert "PL-0" not in told.splitlines()[0].upper()
        assert "Kantor Desa L1 Kam 23 Apr" in told
    await world.phone(colleague).writes("/daftar")

    assert (await world.last(colleague)).key == "list-empty"


@pytest.mark.parametrize("button", ["right", "reject", "times", "card"])
async def test_the_buttons_of_who_stood_in_say_that_it_ended_and_by_whom(
    world: World, cast: Cast, button: str
) -> None:
    colleague = await world.person(cast.office, "PL-02", Role.SUPERVISOR)
    await asks(world, cast, "PL-02")
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps("↩️ Batalkan")
    async with world.database.reading() as session:
        one = (await session.exec(select(Attendance))).one()
    await world.phone(colleague).taps_id(f"{button}:{one.id}:{one.revision}:0")

    last = await world.last(colleague)
    assert last.key == "instead-over"
    assert f"sudah dibatalkan {cast.supervisor.shown}" in last.text


async def test_what_he_was_entering_says_so_too(world: World, cast: Cast) -> None:
    colleague = await world.person(cast.office, "PL-02", Role.SUPERVISOR)
    await asks(world, cast, "PL-02")
    for hour in (8, 11):
        world.clock.moment = at(23, hour)
        await world.phone(cast.budi).sends_location()
    async with world.database.reading() as session:
        one = (await session.exec(select(Attendance))).one()
    await world.phone(colleague).taps_id(f"times:{one.id}:{one.revision}")
    await world.phone(cast.supervisor).taps("↩️ Batalkan")
    await world.phone(colleague).writes("8.30")

    assert (await world.last(colleague)).key == "instead-over"


async def people(world: World) -> int:
    """How many supervisors the office has."""
    async with world.database.reading() as session:
        return len((await session.exec(select(Person.id).where(Person.role == Role.SUPERVISOR))).all())


@pytest.mark.parametrize("said", ["pl 02", "PL02", "pl.02", "PL-02"])
async def test_a_code_is_understood_however_it_is_written(world: World, cast: Cast, said: str) -> None:
    colleague = await world.person(cast.office, "PL-02", Role.SUPERVISOR)
    await asks(world, cast, said)

    assert (await world.last(colleague)).key == "instead-you"
    assert await people(world) == 2


@pytest.mark.parametrize("said", ["PL-33", "pl 33", "PK-01", "K-01"])
async def test_a_code_of_no_supervisor_is_asked_again(world: World, cast: Cast, said: str) -> None:
    colleague = await world.person(cast.office, "PL-02", Role.SUPERVISOR)
    await asks(world, cast, said)
    assert (await world.last(cast.supervisor)).key == "instead-code-unknown"
    assert await people(world) == 2
    await world.phone(cast.supervisor).writes("PL-02")

    assert (await world.last(colleague)).key == "instead-you"


@pytest.mark.parametrize("said", ["Rusli Pare", "pak rusli pare", "Rusli Pare 0812 3333 4444"])
async def test_the_name_of_a_supervisor_is_offered_as_him(world: World, cast: Cast, said: str) -> None:
    rusli = await world.person(cast.office, "PL-03", Role.SUPERVISOR, name="Rusli Pare")
    await asks(world, cast, said)
    asked = await world.last(cast.supervisor)
    assert asked.key == "instead-which"
    assert await people(world) == 2
    await world.phone(cast.supervisor).taps(asked.buttons[0].label)

    assert (await world.last(rusli)).key == "instead-you"
    assert await people(world) == 2


async def test_somebody_else_of_that_name_is_somebody_new(world: World, cast: Cast) -> None:
    rusli = await world.person(cast.office, "PL-03", Role.SUPERVISOR, name="Rusli Pare")
    await asks(world, cast, "Rusli Pare 0812 3333 4444")
    await world.phone(cast.supervisor).taps("➕ Orang lain")
    await world.phone(cast.supervisor).writes("Rusli Pare 0812 3333 4444")

    assert await people(world) == 3
    assert await world.letters(rusli) == []


async def test_a_second_stand_in_of_a_day_is_pointed_out(world: World, cast: Cast) -> None:
    await world.person(cast.office, "PL-02", Role.SUPERVISOR, name="Ratna")
    await world.person(cast.office, "PL-03", Role.SUPERVISOR, name="Rusli")
    await asks(world, cast, "PL-02")
    await asks(world, cast, "PL-03")

    for key in ("instead-who", "instead-done"):
        assert "Sudah menggantikan hari itu: Ratna." in (await world.letter(cast.supervisor, key)).text


@pytest.mark.parametrize("said", ["hari ini", "besok", "23/04"])
async def test_the_day_may_be_written(world: World, cast: Cast, said: str) -> None:
    world.clock.moment = at(23, 7)
    await world.phone(cast.supervisor).writes("/pengganti")
    await world.phone(cast.supervisor).writes(said)

    asked = await world.last(cast.supervisor)
    assert asked.key == "instead-who"
    assert ("Jum 24 Apr" if said == "besok" else "Kam 23 Apr") in asked.text


async def test_another_day_is_asked_again(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7)
    await world.phone(cast.supervisor).writes("/pengganti")
    await world.phone(cast.supervisor).writes("minggu depan")

    assert (await world.last(cast.supervisor)).key == "instead-day-not-understood"
