"""A client asks for another day; his officer or the site's supervisor picks one, and everybody is told."""

from __future__ import annotations

import json
from datetime import date, time

import pytest
from sqlmodel import col, select

from bot.domain.cases import Programme
from bot.domain.checkins import SessionState
from bot.domain.people import Role
from bot.storage.events import case_stream
from bot.storage.models import Event, Person, Site, WorkSession
from bot.storage.post import OutboxState
from tests.conversations.conftest import Cast
from tests.harness import World, at
from tests.lawful import coming

THURSDAY, FRIDAY = date(2026, 4, 23), date(2026, 4, 24)
ASKED, TO_FRIDAY = "🔁 Kam 23 Apr 08.00", "📅 Jum 24 Apr 08.00"


async def asks(world: World, client: Person, label: str = ASKED) -> None:
    """The client asks for another day instead of Thursday."""
    await world.phone(client).writes("/ganti")
    await world.phone(client).taps(label)


async def on(world: World, day: date, client: Person) -> WorkSession:
    async with world.database.reading() as session:
        query = select(WorkSession).where(WorkSession.day == day, WorkSession.client_id == client.id)
        return (await session.exec(query)).one()


async def moves_of(world: World, cast: Cast) -> list[Event]:
    async with world.database.reading() as session:
        query = select(Event).where(Event.stream == case_stream(cast.case.id), Event.kind == "session_moved")
        return list((await session.exec(query.order_by(col(Event.seq)))).all())


async def test_officer_and_supervisor_get_three_free_days(world: World, cast: Cast) -> None:
    await asks(world, cast.budi)

    assert (await world.last(cast.budi)).key == "move-asked"
    for person in (cast.officer, cast.supervisor):
        request = await world.last(person)
        assert request.key == "move-request"
        assert [button.label for button in request.buttons] == [
            "📅 Rab 22 Apr 08.00",
            TO_FRIDAY,
            "📅 Sab 25 Apr 08.00",
            "❌ Jadwal tetap",
        ]


@pytest.mark.parametrize("decider", ["officer", "supervisor"])
async def test_one_tap_moves_it_and_everybody_hears(world: World, cast: Cast, decider: str) -> None:
    await asks(world, cast.budi)
    person: Person = getattr(cast, decider)
    await world.phone(person).taps(TO_FRIDAY)

    old, new = await on(world, THURSDAY, cast.budi), await on(world, FRIDAY, cast.budi)
    assert (old.state, old.agreed) == (SessionState.CANCELLED, True)
    assert (new.state, new.agreed, new.starts_at) == (SessionState.PLANNED, True, at(24, 8))
    (event,) = await moves_of(world, cast)
    assert (event.actor_id, json.loads(event.payload or "")["to"]) == (person.id, new.id)
    told = await world.last(cast.budi)
    assert (told.key, "Jum 24 Apr pukul 08.00 WITA" in told.text) == ("move-told-client", True)
    for one in (cast.officer, cast.supervisor):
        assert (await world.last(one)).key == "move-done"


async def test_a_second_tap_hears_who_moved_it_to_when(world: World, cast: Cast) -> None:
    await asks(world, cast.budi)
    later = (await world.last(cast.supervisor)).buttons[2]
    await world.phone(cast.officer).taps(TO_FRIDAY)
    await world.phone(cast.supervisor).taps_id(later.id)

    answer = await world.last(cast.supervisor)
    assert answer.key == "move-already-moved"
    assert f"oleh {cast.officer.name} ke Jum 24 Apr" in answer.text
    assert len(await moves_of(world, cast)) == 1


async def test_reminders_follow_the_new_day(world: World, cast: Cast) -> None:
    await world.passes(at(22, 17))
    await asks(world, cast.budi)
    await world.phone(cast.officer).taps(TO_FRIDAY)
    await world.passes(at(23, 12))
    reminders = [one for one in await world.keys(cast.budi) if one.startswith(("reminder", "miss"))]
    assert reminders == []

    await world.passes(at(24, 7, 30))
    keys = await world.keys(cast.budi)
    assert [one for one in keys if one.startswith("reminder")] == ["reminder-day", "reminder-hour"]


async def test_a_reminder_on_its_way_for_the_old_day_is_dropped(world: World, cast: Cast) -> None:
    await asks(world, cast.budi)
    world.clock.moment = at(22, 18)
    await world.house.rounds.tick()
    request = [one for one in await world.letters(cast.officer) if one.key == "move-request"][-1]
    await world.phone(cast.officer).taps_id(request.buttons[1].id)

    rows = [row for row in await world.outbox() if row.content["key"] == "reminder-day"]
    assert [row.state for row in rows] in ([OutboxState.DROPPED], [])
    assert "reminder-day" not in await world.keys(cast.budi)


async def test_an_old_request_moves_nothing_twice(world: World, cast: Cast) -> None:
    await asks(world, cast.budi)
    first = await world.last(cast.officer)
    await world.phone(cast.officer).taps_id(first.buttons[1].id)
    await asks(world, cast.budi, "🔁 Jum 24 Apr 08.00")
    await world.phone(cast.officer).taps("📅 Kam 23 Apr 08.00")
    back = await on(world, THURSDAY, cast.budi)
    assert (back.state, back.agreed) == (SessionState.PLANNED, True)

    await world.phone(cast.officer).taps_id(first.buttons[1].id)

    assert (await world.last(cast.officer)).key == "move-outdated"
    assert len(await moves_of(world, cast)) == 2


async def test_the_planner_leaves_both_days_alone(world: World, cast: Cast) -> None:
    async with world.database.reading() as session:
        before = [one.day for one in await coming(session, cast.case, at(20, 12))]
    await asks(world, cast.budi)
    await world.phone(cast.officer).taps(TO_FRIDAY)
    await world.passes(at(21, 12))

    async with world.database.reading() as session:
        after = [one.day for one in await coming(session, cast.case, at(20, 12))]
    assert after == sorted([*(day for day in before if day != THURSDAY), FRIDAY])


async def test_a_day_that_was_taken_meanwhile_is_refused_with_the_others(world: World, cast: Cast) -> None:
    async with world.database.transaction() as session:
        site = await session.get_one(Site, cast.site.id)
        site.capacity = 1
    await asks(world, cast.budi)
    siti = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.case(siti, cast.officer, cast.site, weekdays="5")
    await world.phone(cast.supervisor).taps(TO_FRIDAY)

    taken, again = (await world.letters(cast.supervisor))[-2:]
    assert (taken.key, again.key) == ("move-day-taken", "move-request")
    assert TO_FRIDAY not in [button.label for button in again.buttons]
    assert await moves_of(world, cast) == []


async def test_a_child_moves_only_within_his_window_and_days(world: World, cast: Cast) -> None:
    child = await world.person(cast.office, "A-01", Role.CLIENT, name="Nama Rahasia", child=True)
    await world.case(
        child,
        cast.officer,
        cast.site,
        weekdays="6",
        programme=Programme.CHILD_SERVICE,
        allowed_weekdays="67",
        window_starts=time(8),
        window_ends=time(12),
    )
    await asks(world, child, "🔁 Sab 25 Apr 08.00")

    request = await world.last(cast.supervisor)
    labels = [button.label for button in request.buttons]
    assert labels == ["📅 Min 26 Apr 08.00", "📅 Min 3 Mei 08.00", "❌ Jadwal tetap"]
    assert "A-01" in request.text
    assert "Rahasia" not in request.text


async def test_without_a_free_day_people_are_asked_to_talk(world: World, cast: Cast) -> None:
    async with world.database.transaction() as session:
        site = await session.get_one(Site, cast.site.id)
        site.open_hours = {"4": [["00:00", "23:59"]]}
    await asks(world, cast.budi)

    assert (await world.last(cast.officer)).key == "move-request-no-day"
    assert (await world.last(cast.budi)).key == "move-asked"


@pytest.mark.parametrize(
    ("starts", "key"),
    [
        pytest.param(True, "move-already-begun", id="begun"),
        pytest.param(False, "move-already-past", id="past"),
    ],
)
async def test_what_has_begun_or_passed_stays(world: World, cast: Cast, starts: bool, key: str) -> None:
    await world.phone(cast.budi).writes("/ganti")
    button = (await world.last(cast.budi)).buttons[0]
    world.clock.moment = at(23, 8, 5)
    if starts:
        await world.phone(cast.budi).sends_location()
    await world.phone(cast.budi).taps_id(button.id)

    assert (await world.last(cast.budi)).key == key


async def test_nothing_planned_nothing_to_move(world: World, cast: Cast) -> None:
    sari = await world.person(cast.office, "K-03", Role.CLIENT)
    await world.phone(sari).writes("/ganti")

    assert (await world.last(sari)).key == "move-nothing-planned"


@pytest.mark.parametrize("decider", ["officer", "supervisor"])
async def test_it_can_stay_on_its_day_and_everybody_hears(world: World, cast: Cast, decider: str) -> None:
    await asks(world, cast.budi)
    later = (await world.last(cast.officer)).buttons[1]
    person: Person = getattr(cast, decider)
    await world.phone(person).taps("❌ Jadwal tetap")

    told = await world.last(cast.budi)
    assert (told.key, "Kam 23 Apr pukul 08.00" in told.text) == ("move-declined-client", True)
    for one in (cast.officer, cast.supervisor):
        assert (await world.last(one)).key == "move-declined"
    assert (await on(world, THURSDAY, cast.budi)).state is SessionState.PLANNED
    await world.phone(cast.officer).taps_id(later.id)
    assert (await world.last(cast.officer)).key == "move-was-declined"
    await asks(world, cast.budi)
    assert (await world.last(cast.budi)).key == "move-was-declined"


async def test_a_request_that_nobody_answered_stands_in_the_officers_list_until_its_day(
    world: World, cast: Cast
) -> None:
    await asks(world, cast.budi)
    world.clock.moment = at(22, 9)
    known = await world.queued()
    await world.phone(cast.officer).writes("/perlu")
    assert await world.keys(cast.officer, after=known) == ["needs-heading"]
    listed = (await world.last(cast.officer)).text
    assert "minta hari lain untuk Kam 23 Apr pukul 08.00 WITA di Kantor Desa L1" in listed
    assert "klien berjalan baik" not in listed
    await world.phone(cast.officer).types("📅 Budi (contoh)")
    assert (await world.last(cast.officer)).key == "move-request"
    await world.phone(cast.officer).taps(TO_FRIDAY)
    await world.phone(cast.officer).taps_id("move-show:1")
    assert (await world.last(cast.officer)).key == "decisions-none"
    await world.phone(cast.officer).writes("/perlu")

    assert "minta hari lain" not in (await world.last(cast.officer)).text
    assert (await on(world, FRIDAY, cast.budi)).state is SessionState.PLANNED


async def test_what_he_writes_after_it_stands_with_the_request(world: World, cast: Cast) -> None:
    await asks(world, cast.budi)
    for said in ("anak saya wisuda", "bisanya hari Jumat"):
        await world.phone(cast.budi).writes(said)
        assert (await world.last(cast.budi)).key == "move-why-kept"

    request = await world.last(cast.officer)
    assert "Katanya: anak saya wisuda\nbisanya hari Jumat" in request.text
    assert "wisuda" not in request.text.splitlines()[0]
    assert TO_FRIDAY in [one.label for one in request.buttons] or not request.edited
    assert not any("wisuda" in one.text for one in await world.letters(cast.supervisor))
    await world.phone(cast.officer).writes("/perlu")
    assert "wisuda" not in (await world.last(cast.officer)).text
    await world.phone(cast.officer).types("📅 Budi (contoh)")
    assert "Katanya: anak saya wisuda" in (await world.last(cast.officer)).text
    await world.phone(cast.officer).taps(TO_FRIDAY)
    assert (await world.last(cast.budi)).key == "move-told-client"
    await world.phone(cast.budi).writes("terima kasih")
    assert (await world.last(cast.budi)).key != "move-why-kept"


@pytest.mark.parametrize("said", ["↩️ Tidak jadi", "tidak jadi", "batal"])
async def test_he_takes_it_back_and_may_ask_again(world: World, cast: Cast, said: str) -> None:
    await asks(world, cast.budi)
    tap = next(one.id for one in (await world.last(cast.officer)).buttons)
    await world.phone(cast.budi).taps(said)

    assert (await world.last(cast.budi)).key == "move-withdrawn-client"
    for person in (cast.officer, cast.supervisor):
        told = await world.last(person)
        assert told.key == "move-withdrawn"
        assert "Budi" not in told.text.splitlines()[0]
    await world.phone(cast.officer).taps_id(tap)
    assert (await world.last(cast.officer)).key == "move-was-withdrawn"
    assert (await on(world, THURSDAY, cast.budi)).state is SessionState.PLANNED
    await asks(world, cast.budi)
    assert (await world.last(cast.officer)).key == "move-request"
    await world.phone(cast.officer).taps(TO_FRIDAY)
    assert (await world.last(cast.budi)).key == "move-told-client"


async def test_what_was_answered_is_not_taken_back(world: World, cast: Cast) -> None:
    await asks(world, cast.budi)
    drop = (await world.last(cast.budi)).buttons[0].id
    await world.phone(cast.officer).taps(TO_FRIDAY)
    await world.phone(cast.budi).taps_id(drop)

    assert (await world.last(cast.budi)).key == "move-already-moved"


async def test_the_command_is_known_by_its_usual_words(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("ganti jadwal")
    assert (await world.last(cast.budi)).key == "move-which"
