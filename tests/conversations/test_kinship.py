"""Nobody confirms his family: another supervisor does, and where there is none, the officer."""

from __future__ import annotations

from datetime import date

from sqlmodel import col, select

from bot.domain.hours import EventKind
from bot.domain.people import Role
from bot.signed_lists import listed
from bot.storage.events import case_stream
from bot.storage.models import Attendance, Event, Person, SiteSupervisor
from tests.conversations.conftest import Cast
from tests.conversations.test_review import balance, first_session, group, worked
from tests.harness import World, at


async def second_supervisor(world: World, cast: Cast) -> Person:
    other = await world.person(cast.office, "PL-02", Role.SUPERVISOR)
    async with world.database.transaction() as session:
        session.add(
            SiteSupervisor(
                office_id=cast.office.id, site_id=cast.site.id, person_id=other.id, from_on=date(2026, 1, 2)
            )
        )
    return other


async def attendance(world: World) -> Attendance:
    async with world.database.reading() as session:
        return (await session.exec(select(Attendance))).one()


async def declares(world: World, cast: Cast) -> None:
    """The supervisor opens the card and says that Budi is family."""
    one = await attendance(world)
    await world.phone(cast.supervisor).taps_id(f"card:{one.id}")
    await world.phone(cast.supervisor).writes("9")
    assert (await world.last(cast.supervisor)).key == "kin-sure"
    await world.phone(cast.supervisor).writes("1")


async def facts(world: World, cast: Cast) -> list[tuple[str, str]]:
    async with world.database.reading() as session:
        query = select(Event).where(Event.stream == case_stream(cast.case.id)).order_by(col(Event.seq))
        return [(one.kind, one.reason) for one in (await session.exec(query)).all()]


async def test_family_is_confirmed_by_the_other_supervisor(world: World, cast: Cast) -> None:
    other = await second_supervisor(world, cast)
    await worked(world, cast.budi)
    await declares(world, cast)
    assert "PL-02" in (await world.letter(cast.supervisor, "kin-declared")).text.upper()
    assert (await world.last(cast.officer)).key == "kin-declared-officer"

    one = await attendance(world)
    await world.phone(cast.supervisor).taps_id(f"right:{one.id}:{one.revision}")
    assert (await world.last(cast.supervisor)).key == "confirm-not-kin"
    assert (await balance(world, cast.case)).credited == 0

    await world.phone(other).taps("✅ Benar")
    assert (await balance(world, cast.case)).credited == 180


async def test_where_all_are_family_the_officer_is_asked_and_confirms(world: World, cast: Cast) -> None:
    await worked(world, cast.budi)
    await declares(world, cast)
    card = await world.last(cast.officer)
    assert card.key == "card"
    assert "keluarganya" in card.text
    before = await world.queued()
    await world.phone(cast.officer).writes("/perlu")
    assert "card" in await world.keys(cast.officer, after=before)

    await world.phone(cast.officer).taps("✅ Benar")
    assert (await balance(world, cast.case)).credited == 180
    assert (EventKind.HOURS_CONFIRMED, "kin_of_supervisor") in await facts(world, cast)
    assert (await world.last(cast.budi)).key == "result-confirmed"


async def test_later_work_of_family_goes_to_the_officer_at_once(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/keluarga K-01")
    await world.phone(cast.officer).taps_id(f"kin-note:{cast.case.id}:{cast.supervisor.id}")
    assert await world.keys(cast.supervisor) == ["kin-noted-supervisor"]
    await worked(world, cast.budi)

    assert "card" not in await world.keys(cast.supervisor)
    assert (await world.keys(cast.officer))[-1] == "card"
    await world.phone(cast.officer).taps("❌ Tidak benar")
    await world.phone(cast.officer).writes("Tidak ada di lokasi hari itu")
    assert "Tidak ada di lokasi hari itu" in (await world.letter(cast.budi, "result-rejected")).text


async def test_an_officer_confirms_nothing_that_a_supervisor_can(world: World, cast: Cast) -> None:
    await worked(world, cast.budi)
    one = await attendance(world)
    await world.phone(cast.officer).taps_id(f"right:{one.id}:{one.revision}")

    assert (await world.last(cast.officer)).key == "confirm-by-supervisor"
    assert (await balance(world, cast.case)).credited == 0


async def test_a_tap_for_everybody_passes_over_family_and_says_so(world: World, cast: Cast) -> None:
    people = await group(world, cast, 3)
    await world.phone(cast.officer).writes("/keluarga K-01")
    await world.phone(cast.officer).taps_id(f"kin-note:{cast.case.id}:{cast.supervisor.id}")
    await worked(world, *people)
    await world.phone(cast.supervisor).taps_id(f"all-done:{await first_session(world)}")

    assert "Budi (contoh)" in (await world.letter(cast.supervisor, "bulk-result")).text
    assert (await balance(world, cast.case)).credited == 0
    assert (await world.last(people[1])).key == "result-confirmed"


async def test_family_is_not_called_present(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/keluarga K-01")
    await world.phone(cast.officer).taps_id(f"kin-note:{cast.case.id}:{cast.supervisor.id}")
    world.clock.moment = at(23, 9)
    await world.phone(cast.supervisor).taps_id(f"present:{await first_session(world)}")
    assert (await world.last(cast.supervisor)).key == "confirm-not-kin"

    await world.phone(cast.officer).writes("/keluarga K-01")
    await world.phone(cast.officer).taps_id(f"kin-end:{cast.case.id}:{cast.supervisor.id}")
    await world.phone(cast.supervisor).taps_id(f"present:{await first_session(world)}")
    assert (await world.last(cast.budi)).key == "marked-present"


async def test_an_officer_who_is_family_decides_no_hours_and_his_head_moves_the_client(
    world: World, cast: Cast
) -> None:
    head = await world.person(cast.office, "KP-01", Role.HEAD)
    other = await world.person(cast.office, "PK-02", Role.OFFICER)
    await world.phone(cast.officer).writes("/keluarga K-01")
    await world.phone(cast.officer).taps("👪 Saya keluarganya")
    await world.phone(cast.officer).taps("👪 Ya, keluarga")
    assert (await world.last(cast.officer)).key == "kin-own-declared"

    await world.phone(cast.officer).taps_id(f"adjust:{cast.case.id}")
    assert (await world.last(cast.officer)).key == "decide-not-for-kin"
    assert (await world.last(head)).key == "kin-own-head"
    await world.phone(head).taps("➡️ Pilih PK lain")
    await world.phone(head).taps("Pk-02 (contoh)")
    await world.phone(head).writes("PK lama keluarganya")
    await world.phone(head).taps("📨 Kirim")
    await world.phone(other).taps("✅ Terima")
    await world.phone(other).taps_id(f"adjust:{cast.case.id}")
    assert (await world.last(other)).key == "adjust-which-reason"


async def test_what_waits_for_an_officer_who_is_family_goes_to_the_head(world: World, cast: Cast) -> None:
    head = await world.person(cast.office, "KP-01", Role.HEAD)
    await worked(world, cast.budi)
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).writes("Tidak ada di lokasi hari itu")
    await world.phone(cast.budi).taps("✋ Saya keberatan")
    await world.phone(cast.budi).writes("Saya ada, bersama Pak Amir")
    assert (await world.last(cast.officer)).key == "contest-card"

    await world.phone(cast.officer).taps_id(f"kin-note:{cast.case.id}:{cast.officer.id}")
    assert (await world.last(head)).key == "contest-card"
    await world.phone(cast.officer).taps("✅ Akui jamnya")
    assert (await world.last(cast.officer)).key == "decide-not-for-kin"
    await world.phone(head).taps("✅ Akui jamnya")
    await world.phone(head).writes("Ada saksi")
    assert (await balance(world, cast.case)).credited == 180


async def test_family_decides_nothing_from_a_signed_list_or_outside_the_plan(
    world: World, cast: Cast
) -> None:
    await world.phone(cast.officer).taps_id(f"kin-note:{cast.case.id}:{cast.officer.id}")
    async with world.database.reading() as session:
        rows = await listed(session, cast.officer, cast.site, date(2026, 4, 23), at(24, 9))
    assert rows == []
    world.clock.moment = at(22, 9)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps("✅ Benar")
    one = await attendance(world)
    await world.phone(cast.officer).taps_id(f"accept:{one.id}:{one.revision}")
    assert (await world.last(cast.officer)).key == "decide-not-for-kin"
