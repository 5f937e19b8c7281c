"""A supervisor confirms, card by card or the whole list at once."""

from __future__ import annotations

import json

import pytest
from sqlmodel import col, select

from bot.channels.inbox import RawUpdate
from bot.domain.cases import PhotoRule
from bot.domain.checkins import AttendanceState
from bot.domain.people import Role
from bot.storage.models import Attendance, Case, CaseBalance, Person
from bot.storage.post import Inbox
from tests.conversations.conftest import Cast
from tests.harness import World, at


async def worked(world: World, *people: Person, until: tuple[int, int] = (11, 0)) -> None:
    """These people work from 08.00 until the given time on Thursday."""
    for person in people:
        world.clock.moment = at(23, 8)
        await world.phone(person).sends_location()
    for person in people:
        world.clock.moment = at(23, *until)
        await world.phone(person).sends_location()


async def balance(world: World, case: Case) -> CaseBalance:
    async with world.database.reading() as session:
        return await session.get_one(CaseBalance, case.id)


async def group(world: World, cast: Cast, size: int) -> list[Person]:
    """More people in the same session."""
    people = [cast.budi]
    for number in range(2, size + 1):
        person = await world.person(cast.office, f"K-{number:02}", Role.CLIENT)
        await world.case(person, cast.officer, cast.site)
        people.append(person)
    return people


async def test_the_card_says_who_when_and_where_in_words(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7, 55)
    await world.phone(cast.budi).sends_location()

    card = await world.last(cast.supervisor)
    assert card.key == "card"
    assert "Budi (contoh) – kebersihan lingkungan" in card.text
    assert "m dari titik lokasi" in card.text
    assert [button.label for button in card.buttons] == ["✅ Benar", "❌ Tidak benar"]


async def test_confirmed_hours_are_credited_and_the_client_hears(world: World, cast: Cast) -> None:
    await worked(world, cast.budi)
    await world.phone(cast.supervisor).taps("✅ Benar")

    assert (await balance(world, cast.case)).credited == 180
    told = await world.last(cast.budi)
    assert told.text == (
        "✅ Kerja Kam 23 Apr dikonfirmasi: 3 jam diakui.\nSisa: 39 jam.\nDikonfirmasi oleh Pl-01 (contoh)."
    )


async def test_two_taps_count_once(world: World, cast: Cast) -> None:
    await worked(world, cast.budi)
    card = await world.last(cast.supervisor)
    await world.phone(cast.supervisor).taps_id(card.buttons[0].id)
    await world.phone(cast.supervisor).taps_id(card.buttons[0].id)

    assert (await balance(world, cast.case)).credited == 180
    assert (await world.keys(cast.budi)).count("result-confirmed") == 1
    assert "Dikonfirmasi oleh" in (await world.last(cast.supervisor)).text


async def test_a_tap_before_the_finish_confirms_presence_only(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps("✅ Benar")

    assert (await balance(world, cast.case)).credited == 0
    assert "Hadir sudah dikonfirmasi" in (await world.last(cast.supervisor)).text


async def test_an_old_card_shows_what_is_true_now(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    old = (await world.last(cast.supervisor)).buttons[0].id
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps_id(old)

    new = [letter.key for letter in await world.letters(cast.supervisor) if not letter.edited]
    assert new[-2:] == ["card-changed", "card"]
    assert (await balance(world, cast.case)).credited == 0


async def test_not_right_asks_why_and_the_client_hears_the_reason(world: World, cast: Cast) -> None:
    await worked(world, cast.budi)
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    assert (await world.last(cast.supervisor)).key == "why-wrong"
    await world.phone(cast.supervisor).taps("🕒 Jamnya berbeda")

    told, offer = (await world.letters(cast.budi))[-2:]
    assert (told.key, offer.key) == ("result-rejected", "contest-offer")
    assert "Jamnya berbeda" in told.text
    assert (await balance(world, cast.case)).credited == 0


async def test_the_reason_may_be_in_own_words(world: World, cast: Cast) -> None:
    await worked(world, cast.budi)
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).writes("Pulang jam sembilan untuk menjemput anak")

    assert "menjemput anak" in (await world.letter(cast.budi, "result-rejected")).text


async def test_a_client_cannot_confirm_himself(world: World, cast: Cast) -> None:
    await worked(world, cast.budi)
    card = await world.last(cast.supervisor)
    await world.phone(cast.budi).taps_id(card.buttons[0].id)

    assert (await world.last(cast.budi)).key == "not-for-you"
    assert (await balance(world, cast.case)).credited == 0


async def test_a_supervisor_of_another_site_reaches_nothing(world: World, cast: Cast) -> None:
    other = await world.person(cast.office, "PL-09", Role.SUPERVISOR)
    await world.site(cast.office, other, code="L9")
    await worked(world, cast.budi)
    card = await world.last(cast.supervisor)
    await world.phone(other).taps_id(card.buttons[0].id)

    assert await world.keys(other) == ["not-yours"]
    assert (await balance(world, cast.case)).credited == 0


async def test_from_the_third_person_there_is_one_list_that_edits_itself(world: World, cast: Cast) -> None:
    people = await group(world, cast, 4)
    for minute, person in enumerate(people):
        world.clock.moment = at(23, 8, minute)
        await world.phone(person).sends_location()

    letters = await world.letters(cast.supervisor)
    assert [letter.key for letter in letters[:3]] == ["card", "card", "list-heading"]
    if world.channel.caps.edit:
        assert [letter.edited for letter in letters] == [False, False, False, True]
        assert "4. K-04 (contoh)" in letters[-1].text
    else:
        assert len(letters) == 3


async def test_people_who_arrive_while_the_post_waits_are_all_on_the_list(world: World, cast: Cast) -> None:
    people = await group(world, cast, 5)
    world.clock.moment = at(23, 8)
    arrivals = [
        RawUpdate(
            str(number), one.code, json.dumps({"id": str(number), "from": one.code, "kind": "location"})
        )
        for number, one in enumerate(people, 900)
    ]
    await world.house.inbox.store(world.channel.name, arrivals)
    await world.settle()

    assert await world.keys(cast.supervisor) == ["card", "card", "list-heading"]
    text = (await world.last(cast.supervisor)).text
    assert all(one.name in text for one in people)
    async with world.database.reading() as session:
        failures = (await session.exec(select(Inbox.problem).where(Inbox.attempts > 0))).all()
    assert failures == []


async def test_the_list_comes_when_photos_come_later_than_locations(world: World, cast: Cast) -> None:
    people = await group(world, cast, 2)
    for number in (3, 4, 5):
        person = await world.person(cast.office, f"K-{number:02}", Role.CLIENT)
        await world.case(person, cast.officer, cast.site, photo=PhotoRule.ALWAYS)
        people.append(person)
    world.clock.moment = at(23, 8)
    for person in people:
        await world.phone(person).sends_location()
    for person in people[2:]:
        await world.phone(person).sends_photo()

    letters = await world.letters(cast.supervisor)
    assert [letter.key for letter in letters[:3]] == ["card", "card", "list-heading"]
    assert not letters[2].edited


async def test_the_whole_group_is_confirmed_with_one_tap_at_the_end(world: World, cast: Cast) -> None:
    people = await group(world, cast, 4)
    await worked(world, *people)
    await world.passes(at(23, 11, 1))
    if not world.channel.caps.edit:
        assert (await world.keys(cast.supervisor)).count(
            "list-heading"
        ) == 2  # one at the start, one at the end
    await world.phone(cast.supervisor).writes("daftar")
    await world.phone(cast.supervisor).taps_id(f"all-done:{await first_session(world)}")

    async with world.database.reading() as session:
        states = {one.state for one in (await session.exec(select(Attendance))).all()}
    assert states == {AttendanceState.CONFIRMED}
    for person in people:
        assert (await world.last(person)).key == "result-confirmed"


async def test_all_here_records_presence_and_no_hours(world: World, cast: Cast) -> None:
    people = await group(world, cast, 3)
    for person in people:
        world.clock.moment = at(23, 8)
        await world.phone(person).sends_location()
    await world.phone(cast.supervisor).taps("✅ Hadir semua")

    async with world.database.reading() as session:
        attendances = (await session.exec(select(Attendance))).all()
    assert {one.present_by for one in attendances} == {cast.supervisor.id}
    assert (await balance(world, cast.case)).credited == 0


async def test_at_the_end_of_a_group_there_is_one_new_list(world: World, cast: Cast) -> None:
    people = await group(world, cast, 3)
    for person in people:
        world.clock.moment = at(23, 8)
        await world.phone(person).sends_location()
    await world.passes(at(23, 11))

    last = await world.last(cast.supervisor)
    assert (last.key, last.edited) == ("list-heading", False)
    assert last.buttons[0].label == "✅ Selesai semua"


async def test_a_name_on_the_list_opens_the_card(world: World, cast: Cast) -> None:
    people = await group(world, cast, 3)
    for person in people:
        world.clock.moment = at(23, 8)
        await world.phone(person).sends_location()
    await world.phone(cast.supervisor).taps("Budi (contoh)")

    assert (await world.last(cast.supervisor)).key == "card"


async def test_roll_call_for_someone_without_a_phone(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8, 30)
    await world.phone(cast.supervisor).writes("daftar")
    assert "belum ada kabar" in (await world.last(cast.supervisor)).text
    await world.phone(cast.supervisor).taps_id(f"present:{await first_session(world)}")

    assert (await world.last(cast.budi)).key == "marked-present"
    async with world.database.reading() as session:
        (attendance,) = (await session.exec(select(Attendance))).all()
    assert (attendance.started_at, attendance.present_by) == (at(23, 8), cast.supervisor.id)


async def test_presence_in_a_session_that_was_dropped_is_work_outside_the_plan(
    world: World, cast: Cast
) -> None:
    dropped = await first_session(world)
    await world.phone(cast.officer).writes("/izinkan K-01 23/04 keluarga")
    world.clock.moment = at(23, 12)
    for _ in range(2):
        await world.phone(cast.supervisor).taps_id(f"present:{dropped}")
    async with world.database.reading() as session:
        (attendance,) = (await session.exec(select(Attendance))).all()
    assert (attendance.session_id, attendance.started_at) == (None, at(23, 8))
    assert attendance.finished_at == at(23, 11)
    await world.phone(cast.supervisor).taps_id(f"right:{attendance.id}:{attendance.revision}")

    assert (await world.last(cast.officer)).key == "outside-plan"


async def test_nobody_is_called_present_in_a_case_that_is_closed(world: World, cast: Cast) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    missed = await first_session(world)
    await world.passes(at(23, 13))
    await world.phone(cast.officer).taps_id(f"close-unserved:{cast.case.id}")
    await world.phone(cast.officer).writes("dicabut")
    await world.phone(head).taps("✅ Setujui")
    await world.phone(cast.supervisor).taps_id(f"present:{missed}")

    assert (await world.last(cast.supervisor)).key == "present-case-closed"
    async with world.database.reading() as session:
        assert (await session.exec(select(Attendance))).all() == []


async def test_a_break_is_taken_off_and_the_day_is_capped(world: World, cast: Cast) -> None:
    sari = await world.person(cast.office, "K-02", Role.CLIENT)
    from datetime import time

    case = await world.case(sari, cast.officer, cast.site, daily_hours=4, ends=time(14), break_minutes=60)
    world.clock.moment = at(23, 8)
    await world.phone(sari).sends_location()
    world.clock.moment = at(23, 14)
    await world.phone(sari).sends_location()
    await world.phone(cast.supervisor).taps("✅ Benar")

    after = await balance(world, case)
    assert (after.credited, after.surplus) == (240, 60)
    assert "Kelebihan jam 1 jam" in (await world.last(sari)).text


async def first_session(world: World) -> int:
    from bot.storage.models import WorkSession

    async with world.database.reading() as session:
        query = select(WorkSession).where(WorkSession.starts_at == at(23, 8)).order_by(WorkSession.id)  # type: ignore[arg-type]
        found = (await session.exec(query)).first()
    assert found is not None
    return found.id


async def by_numbers(world: World, cast: Cast, *said: str) -> None:
    for one in said:
        await world.phone(cast.supervisor).writes(one)


@pytest.mark.parametrize("hour", [9, 12], ids=["at work", "after the end"])
async def test_a_whole_roll_is_called_by_the_numbers_of_its_lines(
    world: World, cast: Cast, hour: int
) -> None:
    people = await group(world, cast, 5)
    world.clock.moment = at(23, hour)
    await by_numbers(world, cast, "daftar", "1", "2", "3", "4", "5")

    async with world.database.reading() as session:
        attendances = (await session.exec(select(Attendance).order_by(col(Attendance.id)))).all()
    assert [one.client_id for one in attendances] == [one.id for one in people]
    assert {one.present_by for one in attendances} == {cast.supervisor.id}
    if not world.channel.caps.edit:
        assert (await world.last(cast.supervisor)).key == "day-heading"


async def test_a_number_too_many_harms_nobody(world: World, cast: Cast) -> None:
    await group(world, cast, 5)
    world.clock.moment = at(23, 9)
    await by_numbers(world, cast, "daftar", *["1"] * 8, *["2"] * 3, "4", "9")

    async with world.database.reading() as session:
        states = {one.state for one in (await session.exec(select(Attendance))).all()}
    assert AttendanceState.REJECTED not in states


async def test_a_typed_reason_is_asked_about_once_more_by_name(world: World, cast: Cast) -> None:
    await worked(world, cast.budi)
    await by_numbers(world, cast, "2", "1")
    asked = await world.last(cast.supervisor)
    assert (asked.key, "Budi (contoh): 🚫 Tidak di lokasi" in asked.text) == ("reject-sure", True)
    assert "result-rejected" not in await world.keys(cast.budi)
    await by_numbers(world, cast, "2")

    assert "result-rejected" in await world.keys(cast.budi)
