"""An officer reads once a month what was odd, as questions, and says what he found out."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import col, select

from bot.domain.cases import PhotoRule
from bot.domain.leaves import LeaveState
from bot.domain.messages import Label
from bot.domain.patterns import Answer, PatternKind
from bot.domain.people import Role
from bot.storage.leaves import Leave
from bot.storage.models import Attendance, Person
from bot.storage.patterns import Pattern, PatternList
from bot.storage.supervisor_places import SupervisorPlace
from tests.conversations.conftest import Cast
from tests.harness import FAR, HERE, World, at
from tests.scenes import saved, scene

SECOND = timedelta(seconds=1)


async def questions(world: World) -> list[Pattern]:
    async with world.database.reading() as session:
        return list((await session.exec(select(Pattern).order_by(col(Pattern.id)))).all())


async def a_crowd(world: World, cast: Cast, count: int) -> list[Person]:
    """So many people who have worked on Thursday, and wait for the supervisor's word."""
    people = []
    for number in range(count):
        person = await world.person(cast.office, f"K-1{number:02d}", Role.CLIENT)
        await world.case(person, cast.officer, cast.site)
        people.append(person)
    for hour in (8, 11):
        world.clock.moment = at(23, hour)
        for person in people:
            world.clock.moment += SECOND
            await world.phone(person).sends_location()
    return people


async def waiting(world: World) -> list[Attendance]:
    async with world.database.reading() as session:
        return list((await session.exec(select(Attendance).order_by(col(Attendance.id)))).all())


async def test_twelve_people_in_three_seconds_are_a_question_about_the_supervisor(
    world: World, cast: Cast
) -> None:
    await a_crowd(world, cast, 12)
    world.clock.moment = at(23, 12)
    for work in await waiting(world):
        world.clock.moment += timedelta(milliseconds=250)
        await world.phone(cast.supervisor).taps_id(f"right:{work.id}:{work.revision}")
    await world.phone(cast.officer).writes("/pola 2026-04")

    (one,) = await questions(world)
    assert (one.kind, one.subject_id) == (PatternKind.QUICK_WORD, cast.supervisor.id)
    assert one.figures == {"people": 12, "times": 1, "seconds": 3}
    letter = await world.last(cast.officer)
    assert "mengonfirmasi 12 orang satu per satu dalam 3 detik (1 kali dalam sebulan)" in letter.text
    assert [button.label for button in letter.buttons] == [
        "✅ Ada penjelasan",
        "🔔 Perlu ditindak",
        "⏳ Belum tahu",
    ]


@pytest.mark.parametrize("place", [FAR, HERE], ids=["far", "near"])
async def test_words_from_far_away_are_a_question_where_he_said_so(
    world: World, cast: Cast, place: tuple[float, float, float]
) -> None:
    for day in (23, 30):
        for hour in (8, 11):
            world.clock.moment = at(day, hour)
            await world.phone(cast.budi).sends_location()
        world.clock.moment = at(day, 12)
        await world.phone(cast.supervisor).sends_location(place)
        assert (await world.last(cast.supervisor)).key == "place-kept"
        work = (await waiting(world))[-1]
        await world.phone(cast.supervisor).taps_id(f"right:{work.id}:{work.revision}")
    await world.phone(cast.officer).writes("/pola 2026-04")

    far = [
        (one.subject_id, one.figures) for one in await questions(world) if one.kind == PatternKind.FAR_WORD
    ]
    assert far == ([(cast.supervisor.id, {"people": 2, "days": 2, "km": 6})] if place == FAR else [])
    if place == FAR:
        texts = " ".join(one.text for one in await world.letters(cast.officer))
        assert "lebih dari 1 km dari tempat kerjanya (paling jauh 6 km)" in texts


async def test_a_supervisors_forwarded_place_is_not_kept(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.supervisor).sends_location(FAR, labels=(Label.FORWARDED,))

    assert (await world.last(cast.supervisor)).key == "place-not-fresh"
    async with world.database.reading() as session:
        assert (await session.exec(select(SupervisorPlace))).all() == []


async def test_one_tap_for_everybody_is_no_question(world: World, cast: Cast) -> None:
    await a_crowd(world, cast, 12)
    world.clock.moment = at(23, 12)
    (first, *_) = await waiting(world)
    await world.phone(cast.supervisor).taps_id(f"all-done:{first.session_id}:0")
    await world.phone(cast.officer).writes("/pola 2026-04")

    assert {one.decided_together for one in await waiting(world)} == {True}
    assert await questions(world) == []
    assert (await world.last(cast.officer)).text.startswith("🔎 Daftar April 2026: tidak ada hal")


async def same_photo_twice(world: World, cast: Cast) -> tuple[Person, Person]:
    """Two clients with phones of their own send the same picture in the same minute."""
    pair = []
    for code in ("K-21", "K-22"):
        person = await world.person(cast.office, code, Role.CLIENT, name=f"Klien {code}")
        await world.case(person, cast.officer, cast.site, photo=PhotoRule.ALWAYS)
        pair.append(person)
    world.clock.moment = at(23, 8)
    for person in pair:
        world.clock.moment += SECOND
        await world.phone(person).sends_location()
        await world.phone(person).sends_photo(saved(scene(1)), name=f"of {person.code}")
    await world.recogniser_works()
    return pair[0], pair[1]


async def test_two_accounts_in_one_minute_with_one_scene_are_left_to_the_roll_call(
    world: World, cast: Cast
) -> None:
    first, second = await same_photo_twice(world, cast)
    await world.phone(cast.officer).writes("pola 2026-04")

    (one,) = await questions(world)
    assert (one.kind, one.subject_id, one.detail) == (PatternKind.SAME_SCENE, first.id, str(second.id))
    assert one.figures == {"count": 1, "together": 1}
    text = (await world.last(cast.officer)).text
    assert "Foto Klien K-21 dan Klien K-22 sama atau mirip sekali, 1 kali, 1 di antaranya" in text
    assert "ditentukan pengawas lokasi" in text


async def test_the_list_comes_on_the_first_working_day_once(world: World, cast: Cast) -> None:
    await same_photo_twice(world, cast)
    await world.passes(at(4, 6, month=5))
    assert await questions(world) == []
    await world.passes(at(4, 8, month=5))
    await world.passes(at(7, 8, month=5))

    keys = [key for key in await world.keys(cast.officer) if key.startswith("pattern-")]
    assert keys == ["pattern-list", "pattern-card-alone"]
    async with world.database.reading() as session:
        (made,) = (await session.exec(select(PatternList))).all()
    assert (made.officer_id, made.month, made.made_at) == (cast.officer.id, "2026-04", at(4, 7, month=5))


async def test_who_is_on_leave_is_read_by_whoever_stands_in(world: World, cast: Cast) -> None:
    await same_photo_twice(world, cast)
    deputy = await world.person(cast.office, "PK-02", Role.OFFICER)
    async with world.database.transaction() as session:
        session.add(
            Leave(
                office_id=cast.office.id,
                person_id=cast.officer.id,
                stand_in_id=deputy.id,
                first=at(1, 8, month=5).date(),
                last=at(9, 8, month=5).date(),
                state=LeaveState.ACCEPTED,
                asked_by=cast.officer.id,
                asked_at=world.clock.now(),
            )
        )
    await world.passes(at(4, 8, month=5))
    assert "pattern-list" in await world.keys(deputy)
    assert "pattern-list" not in await world.keys(cast.officer)
    await world.phone(deputy).taps("✅ Ada penjelasan")

    (one,) = await questions(world)
    assert (one.officer_id, one.answer, one.answered_by) == (cast.officer.id, Answer.EXPLAINED, deputy.id)


@pytest.mark.parametrize(
    ("label", "answer", "again"),
    [
        ("✅ Ada penjelasan", Answer.EXPLAINED, "pattern-list-nothing"),
        ("🔔 Perlu ditindak", Answer.ACTION, "pattern-list-nothing"),
        ("⏳ Belum tahu", Answer.UNKNOWN, "pattern-card-alone"),
    ],
)
async def test_an_answer_is_kept_and_counted(
    world: World, cast: Cast, label: str, answer: Answer, again: str
) -> None:
    await same_photo_twice(world, cast)
    await world.phone(cast.officer).writes("/pola 2026-04")
    world.clock.moment += SECOND
    await world.phone(cast.officer).taps(label)
    (one,) = await questions(world)
    assert (one.answer, one.answered_by) == (answer, cast.officer.id)
    world.clock.moment += SECOND
    await world.phone(cast.officer).writes("/pola 2026-04")

    assert (await world.last(cast.officer)).key == again
    heading = [one for one in await world.letters(cast.officer) if one.key.startswith("pattern-list")][-1]
    true, explained = int(answer is Answer.ACTION), int(answer is Answer.EXPLAINED)
    wanted = f"foto sama pada dua klien: 1 kali ditanyakan, {true} memang perlu ditindak, {explained} ada"
    assert (wanted in heading.text) == (answer is not Answer.UNKNOWN)


async def test_a_child_is_a_code(world: World, cast: Cast) -> None:
    child = await world.person(cast.office, "A-07", Role.CLIENT, name="Nama Rahasia", child=True)
    async with world.database.transaction() as session:
        session.add(
            Pattern(
                office_id=cast.office.id,
                officer_id=cast.officer.id,
                month="2026-04",
                kind=PatternKind.WHOLE_HOURS,
                subject_id=child.id,
                figures={"hours": 3, "count": 8},
                asked_at=world.clock.now(),
            )
        )
    await world.phone(cast.officer).writes("/pola 2026-04")

    text = (await world.last(cast.officer)).text
    assert "A-07 bekerja tepat 3 jam pada semua 8 hari" in text
    assert "Rahasia" not in text


@pytest.mark.parametrize("month", ["2026-05", "2025-03", "April", "2026-13", "9999-12"])
async def test_a_month_that_has_no_list(world: World, cast: Cast, month: str) -> None:
    await world.phone(cast.officer).writes(f"/pola {month}")
    assert (await world.last(cast.officer)).key == "pattern-which-month"


async def test_a_label_proves_itself_by_what_became_of_the_work(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location(labels=(Label.FORWARDED,))
    await world.phone(cast.officer).writes("/pola 2026-04")
    assert "diteruskan" not in (await world.last(cast.officer)).text
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    world.clock.moment += SECOND
    await world.phone(cast.supervisor).taps("Belum datang")
    world.clock.moment += SECOND
    await world.phone(cast.officer).writes("/pola 2026-04")

    told = "tempat dan waktu ini: 1 kali ditanyakan, 1 memang perlu ditindak, 0 ada penjelasan"
    assert told in (await world.last(cast.officer)).text


async def test_what_was_explained_rests_for_half_a_year(world: World, cast: Cast) -> None:
    await same_photo_twice(world, cast)
    await world.phone(cast.officer).writes("/pola 2026-04")
    world.clock.moment += SECOND
    await world.phone(cast.officer).taps("✅ Ada penjelasan")
    async with world.database.transaction() as session:
        (one,) = (await session.exec(select(Pattern))).all()
        one.month = "2026-03"
    await world.phone(cast.officer).writes("/pola 2026-04")
    assert (await world.last(cast.officer)).key == "pattern-list-nothing"
    async with world.database.transaction() as session:
        (one,) = (await session.exec(select(Pattern))).all()
        one.answered_at = world.clock.now() - timedelta(days=184)
    await world.phone(cast.officer).writes("/pola 2026-04")

    assert (await world.last(cast.officer)).key == "pattern-card-alone"
