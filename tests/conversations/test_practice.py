"""A practice round: nothing of it is kept, and no real start is lost in one."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlmodel import select

from bot.domain.cases import Interval, PhotoRule, Programme
from bot.domain.messages import Label
from bot.domain.people import Role
from bot.storage.models import Attendance, Dialogue, Event, Evidence, Person, Photo
from tests.conversations.conftest import Cast
from tests.conversations.test_enrol import NUMBER, agrees, link_for
from tests.harness import FAR, HERE, World, at, jpeg

VAGUE = (HERE[0], HERE[1], 400.0)
START = "📍 Mulai kerja"
TRY = "📍 Coba kirim lokasi"


async def shown_keys(world: World, person: Person) -> list[str]:
    """The keyboard under the newest message that brought one."""
    keyboards = [one.message.keyboard for one in world.channel.delivered if one.to == person.code]
    return [key.label for row in next(one for one in reversed(keyboards) if one) for key in row]


async def nothing_kept(world: World) -> None:
    """No evidence, no attendance, no photo and no place, in rows, facts or folders."""
    async with world.database.reading() as session:
        for table in (Attendance, Evidence, Photo, Dialogue):
            assert not (await session.exec(select(table))).all(), table
        events = (await session.exec(select(Event))).all()
        raw = (await session.exec(text("select raw from inbox"))).all()  # type: ignore[call-overload]
    assert {row[0] for row in raw} == {""}
    stored = [event.payload or "" for event in events] + [str(row.content) for row in await world.outbox()]
    assert not [one for one in stored if "5.4231" in one or "119.4432" in one]
    assert not world.files()


@pytest.fixture
async def sari(world: World, cast: Cast) -> Person:
    """A client whose case asks for photos."""
    person = await world.person(cast.office, "K-02", Role.CLIENT, name="Sari (contoh)")
    await world.case(person, cast.officer, cast.site, photo=PhotoRule.ALWAYS)
    return person


async def test_a_fit_location_ends_with_ready_and_the_next_day(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("latihan")
    assert (await world.last(cast.budi)).key == "practice-place"
    assert (await shown_keys(world, cast.budi))[0] == TRY
    await world.phone(cast.budi).sends_location()

    ready = await world.last(cast.budi)
    assert ready.text.startswith("✅ HP siap dipakai.")
    assert "0 m dari Kantor Desa L1" in ready.text
    assert "Kam 23 Apr pukul 08.00 WITA" in ready.text
    assert (await shown_keys(world, cast.budi))[0] == START
    await nothing_kept(world)
    async with world.database.reading() as session:
        (event,) = (await session.exec(select(Event).where(Event.kind == "practised"))).all()
    assert (event.actor_id, event.payload) == (cast.budi.id, '{"outcome": "ready", "tried": ["location"]}')


async def test_far_from_the_site_no_distance_is_told(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("latihan")
    await world.phone(cast.budi).sends_location(FAR)

    assert " m dari" not in (await world.last(cast.budi)).text
    await nothing_kept(world)


async def test_a_photo_is_tried_only_where_a_case_asks_for_one(world: World, sari: Person) -> None:
    await world.phone(sari).writes("latihan")
    await world.phone(sari).sends_location()
    assert "📍 Lokasi sampai" in (await world.last(sari)).text.splitlines()[0]
    assert "jangan memotret orang lain" in (await world.last(sari)).text
    await world.phone(sari).sends_photo()

    assert (await world.last(sari)).key == "practice-ready"
    await nothing_kept(world)


async def test_a_child_practises_without_faces(world: World, cast: Cast) -> None:
    child = await world.person(cast.office, "A-07", Role.CLIENT, name="Nama Rahasia", child=True)
    await world.case(
        child,
        cast.officer,
        cast.site,
        total_hours=40,
        photo=PhotoRule.ALWAYS,
        programme=Programme.CHILD_SERVICE,
    )
    await world.phone(child).writes("latihan")
    await world.phone(child).sends_location()

    asked = await world.last(child)
    assert "Foto hasil kerja, tanpa wajah; jangan memotret orang lain." in asked.text
    await world.phone(child).sends_photo()
    assert "Rahasia" not in " ".join(letter.text for letter in await world.letters(child))


@pytest.mark.parametrize(
    ("point", "labels", "key"),
    [
        pytest.param(HERE, (Label.PICKED_PLACE,), "practice-place-not-live", id="picked"),
        pytest.param(HERE, (Label.FORWARDED,), "practice-place-not-live", id="forwarded"),
        pytest.param((0.0, 0.0, 5.0), (), "practice-place-no-fix", id="no fix"),
    ],
)
async def test_what_is_wrong_with_a_location_has_one_step(
    world: World, cast: Cast, point: tuple[float, float, float], labels: tuple[Label, ...], key: str
) -> None:
    await world.phone(cast.budi).writes("latihan")
    await world.phone(cast.budi).sends_location(point, labels=labels)
    assert (await world.last(cast.budi)).key == key
    await world.phone(cast.budi).sends_location()

    assert (await world.last(cast.budi)).key == "practice-ready"
    await nothing_kept(world)


async def test_a_vague_phone_goes_outside(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("latihan")
    await world.phone(cast.budi).sends_location(VAGUE)

    told = world.channel.caps.accuracy
    assert (await world.last(cast.budi)).key == ("practice-place-vague" if told else "practice-ready")


@pytest.mark.parametrize(
    ("content", "key"),
    [(jpeg(1, (20, 20)), "practice-photo-too-small"), (b"nothing", "practice-photo-not-a-picture")],
    ids=["small", "unreadable"],
)
async def test_what_is_wrong_with_a_photo_has_one_step(
    world: World, sari: Person, content: bytes, key: str
) -> None:
    await world.phone(sari).writes("latihan")
    await world.phone(sari).sends_location()
    await world.phone(sari).sends_photo(content)
    assert (await world.last(sari)).key == key
    await world.phone(sari).writes("maaf")
    assert (await world.last(sari)).key == "practice-photo-how"
    await world.phone(sari).sends_photo()

    assert (await world.last(sari)).key == "practice-ready"
    await nothing_kept(world)


async def test_a_photo_as_a_file_is_asked_for_as_a_photo(world: World, sari: Person) -> None:
    await world.phone(sari).writes("latihan")
    await world.phone(sari).sends_location()
    world.channel.files["document"] = jpeg(3)
    labels = [Label.AS_DOCUMENT.value]
    await world.hears(**{"from": sari.code}, kind="photo", photo="document", labels=labels)

    assert (await world.last(sari)).key == "practice-photo-as-document"
    assert not world.files()
    await world.hears(**{"from": sari.code}, kind="file")
    assert (await world.keys(sari))[-2:] == ["practice-photo-as-document"] * 2
    await world.phone(sari).sends_photo()
    assert (await world.last(sari)).key == "practice-ready"


async def test_words_and_photos_instead_of_a_location_hear_which_key(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("latihan")
    await world.phone(cast.budi).writes("bagaimana caranya?")
    await world.phone(cast.budi).sends_photo()

    assert (await world.keys(cast.budi))[-2:] == ["practice-place-how", "practice-place-first"]
    assert not world.files()


async def test_who_only_reports_tries_words(world: World, cast: Cast) -> None:
    tono = await world.person(cast.office, "K-09", Role.CLIENT)
    await world.case(
        tono,
        cast.officer,
        None,
        total_hours=None,
        daily_hours=None,
        programme=Programme.INTEGRATION,
        report_every=Interval.MONTH,
        first_report_on=at(4, 8, month=5).date(),
    )
    await world.phone(tono).writes("latihan")
    assert (await world.last(tono)).key == "practice-word"
    await world.phone(tono).writes("siap")

    assert (await world.last(tono)).key == "practice-ready"
    await nothing_kept(world)


async def test_a_practice_left_alone_ends_after_an_hour(world: World, cast: Cast) -> None:
    world.clock.moment = at(21, 9)
    await world.phone(cast.budi).writes("latihan")
    await world.passes(at(21, 9, 59))
    assert (await world.last(cast.budi)).key == "practice-place"
    await world.passes(at(21, 10))

    assert (await world.last(cast.budi)).key == "practice-over"
    assert (await shown_keys(world, cast.budi))[0] == START
    await world.phone(cast.budi).sends_location()
    assert (await world.last(cast.budi)).key == "receipt-start"


async def test_a_practice_is_ended_by_its_key(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("latihan")
    await world.phone(cast.budi).writes("⏹ Akhiri latihan")

    assert (await world.last(cast.budi)).key == "practice-stopped"
    assert (await shown_keys(world, cast.budi))[0] == START
    await nothing_kept(world)


@pytest.mark.parametrize("said", ["jam", "/mulai", "data", "bantuan", "kode saya"])
async def test_a_location_after_something_else_is_work(world: World, cast: Cast, said: str) -> None:
    world.clock.moment = at(21, 9)
    await world.phone(cast.budi).writes("latihan")
    await world.phone(cast.budi).writes(said)
    await world.phone(cast.budi).sends_location()

    assert (await world.last(cast.budi)).key == "receipt-start"


async def test_a_real_start_is_never_lost_in_a_practice(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 5, 50)
    await world.phone(cast.budi).writes("latihan")
    world.clock.moment = at(23, 6, 10)
    await world.phone(cast.budi).sends_location()

    assert (await world.keys(cast.budi))[-2:] == ["practice-is-real", "receipt-start"]
    async with world.database.reading() as session:
        (attendance,) = (await session.exec(select(Attendance))).all()
        assert attendance.session_id is not None
        assert not (await session.exec(select(Dialogue))).all()


async def test_a_real_photo_is_never_lost_in_a_practice(world: World, sari: Person) -> None:
    world.clock.moment = at(23, 5, 40)
    await world.phone(sari).writes("latihan")
    await world.phone(sari).sends_location()
    world.clock.moment = at(23, 6, 10)
    await world.phone(sari).sends_photo()

    assert (await world.keys(sari))[-2:] == ["practice-is-real", "photo-kept-send-location"]
    assert len(world.files()) == 1


async def test_nobody_practises_while_work_runs_or_is_about_to_begin(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7)
    await world.phone(cast.budi).writes("latihan")
    assert (await world.last(cast.budi)).key == "practice-near-work"
    world.clock.moment = at(23, 7, 55)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.budi).writes("latihan")

    assert (await world.last(cast.budi)).key == "practice-while-working"
    assert (await shown_keys(world, cast.budi))[0] == "📍 Selesai kerja"


@pytest.mark.parametrize(("role", "key"), [(Role.CLIENT, "practice-place"), (Role.SUPERVISOR, "drill-list")])
async def test_practice_is_offered_after_joining(world: World, cast: Cast, role: Role, key: str) -> None:
    person = await world.person(cast.office, "X-01", role, enrolled=False, phone=NUMBER)
    await world.phone("new").writes(f"/start {await link_for(world, person)}")
    await agrees(world, "new")
    assert (await world.last("new")).key == "practice-offer"
    await world.phone("new").taps("🎯 Coba sekarang")

    assert (await world.last("new")).key == key


@pytest.mark.parametrize(
    ("role", "key"),
    [
        (Role.OFFICER, "practice-tour-officer"),
        (Role.HEAD, "practice-tour-head"),
        (Role.PROSECUTOR, "practice-tour-prosecutor"),
        (Role.OPERATOR, "practice-tour-operator"),
        (Role.GUARDIAN, "practice-tour-guardian"),
        (Role.AGENCY, "practice-tour-agency"),
    ],
)
async def test_everybody_else_reads_what_he_can_do(world: World, cast: Cast, role: Role, key: str) -> None:
    person = await world.person(cast.office, "X-01", role)
    await world.phone(person).writes("latihan")

    assert await world.keys(person) == [key]


async def test_enough_is_an_answer_not_the_end_of_a_practice(world: World, cast: Cast) -> None:
    world.clock.moment = at(21, 9)
    await world.phone(cast.budi).writes("cukup")
    assert (await world.last(cast.budi)).key == "not-understood-start"
    await world.phone(cast.budi).writes("/akhirilatihan")

    assert (await world.last(cast.budi)).key == "practice-stopped"


async def test_stop_in_a_practice_ends_it_and_no_messages(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("latihan")
    await world.phone(cast.budi).writes("stop")

    stopped = await world.last(cast.budi)
    assert stopped.key == "practice-stopped"
    assert 'Ketik "stop pesan"' in stopped.text
    assert await world.keys(cast.officer) == []
    await world.phone(cast.budi).writes("stop pesan")
    assert (await world.last(cast.budi)).key == "stopped"
    await world.phone(cast.budi).writes("jam")
    assert await world.keys(cast.officer) == ["unreached-stopped", "reached-again"]
