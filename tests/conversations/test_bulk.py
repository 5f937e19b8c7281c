"""One tap for everybody says what became of each, and one that fails undoes nothing of the others."""

from __future__ import annotations

from datetime import date

from sqlmodel import select

from bot.domain.cases import CaseState
from bot.domain.checkins import AttendanceState
from bot.domain.people import Role
from bot.storage.models import Attendance, Case, Person, SiteSupervisor
from tests.conversations.conftest import Cast
from tests.conversations.test_lists import arrive, states
from tests.conversations.test_review import first_session, group, worked
from tests.harness import World, at


async def another_supervisor(world: World, cast: Cast) -> Person:
    ratna = await world.person(cast.office, "PL-02", Role.SUPERVISOR, name="Ratna")
    async with world.database.transaction() as session:
        since = date(2026, 1, 2)
        session.add(
            SiteSupervisor(office_id=cast.office.id, site_id=cast.site.id, person_id=ratna.id, from_on=since)
        )
    return ratna


async def decided(world: World, by: Person, client: Person, button: str) -> None:
    async with world.database.reading() as session:
        one = (await session.exec(select(Attendance).where(Attendance.client_id == client.id))).one()
    await world.phone(by).taps_id(f"{button}:{one.id}:{one.revision}:0")


async def test_hours_confirmed_together_say_what_became_of_each(world: World, cast: Cast) -> None:
    ratna = await another_supervisor(world, cast)
    people = await group(world, cast, 6)
    for number, person in enumerate(people):
        await world.phone(cast.officer).writes("/keluarga K-06") if number == 5 else None
        await worked(world, person) if number < 4 else await arrive(world, person)
    world.clock.moment = at(23, 10, 55)
    await decided(world, ratna, people[0], "right")
    await decided(world, ratna, people[1], "reject")
    async with world.database.reading() as session:
        case = (await session.exec(select(Case).where(Case.client_id == people[2].id))).one()
    await world.phone(cast.officer).taps_id(f"kin-note:{case.id}:{cast.supervisor.id}")
    await world.phone(cast.supervisor).taps_id(f"all-done:{await first_session(world)}")

    said = await world.letter(cast.supervisor, "bulk-result")
    assert set(said.text.splitlines()) == {
        "✅ Tersimpan: 1 orang.",
        "☑️ Sudah dikonfirmasi Ratna: Budi (contoh)",
        "🔄 Berubah sementara itu, tidak ada yang hilang: K-02 (contoh). Yang terbaru ada di daftar.",
        "👪 Keluarga sendiri, dikonfirmasi orang lain: K-03 (contoh)",
        "2 orang masih bekerja. Jamnya ditanyakan setelah selesai.",
    }
    waiting, working = AttendanceState.WAITING, AttendanceState.OPEN
    confirmed, rejected = AttendanceState.CONFIRMED, AttendanceState.REJECTED
    assert await states(world) == [confirmed, rejected, waiting, confirmed, working, working]


async def test_who_cannot_be_called_is_named_and_the_others_are_called(world: World, cast: Cast) -> None:
    people = await group(world, cast, 4)
    async with world.database.transaction() as session:
        case = (await session.exec(select(Case).where(Case.client_id == people[1].id))).one()
        case.state = CaseState.ENDED
    world.clock.moment = at(23, 8, 5)
    await world.phone(cast.supervisor).taps_id(f"rest-here:{await first_session(world)}")

    assert "📁 Perkaranya sudah ditutup: K-02 (contoh)" in (await world.last(cast.supervisor)).text
    assert [(await world.last(one)).key for one in (people[0], *people[2:])] == ["marked-present"] * 3
    assert await states(world) == [AttendanceState.OPEN] * 3


async def test_two_supervisors_at_once_call_everybody_once(world: World, cast: Cast) -> None:
    ratna = await another_supervisor(world, cast)
    people = await group(world, cast, 3)
    world.clock.moment = at(23, 8, 5)
    rest = f"rest-here:{await first_session(world)}"
    async with world.together():
        await world.phone(cast.supervisor).taps_id(rest)
        await world.phone(ratna).taps_id(rest)

    assert await states(world) == [AttendanceState.OPEN] * 3
    assert [(await world.keys(one)).count("marked-present") for one in people] == [1] * 3
    texts = [one.text for who in (cast.supervisor, ratna) for one in await world.letters(who)]
    assert sum("Sudah dikonfirmasi" in text for text in texts) == 1


async def test_a_tap_that_did_what_was_asked_adds_no_message(world: World, cast: Cast) -> None:
    await arrive(world, *await group(world, cast, 3))
    for _ in range(2):
        await world.phone(cast.supervisor).taps_id(f"all-here:{await first_session(world)}")

    assert "bulk-result" not in await world.keys(cast.supervisor)
