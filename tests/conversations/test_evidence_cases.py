"""What may come as evidence, from end to end: twenty cases by their numbers, and what each is called.

Whatever comes, the attendance begins and the supervisor has a card to decide on. Here are 1–4, 12–16, 18
and 20; in `test_better_locations` that 3, 4, 7 and 9 are asked about once; in `test_odd_places` 5 (the pin
itself), 6 (a shared point), 10 (a live location that stands still) and 11 (travel); in `test_message_facts`
7–9 (forwarded, through a bot, a picked place); in `test_site_codes` and `test_site_code_people` 17; in
`test_live_location` and `test_patterns` 19; in `test_hostile_photos` the hostile files of 20. A messenger
without accuracy is the narrow one of each test: case 1 on it is case 2.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pytest
from PIL import Image
from sqlmodel import col, select

from bot.domain.cases import PhotoRule
from bot.domain.messages import Label
from bot.domain.people import Role
from bot.domain.phones import Way
from bot.domain.places import Verdict
from bot.storage.models import Attendance, Evidence, Person, PersonAddress
from bot.storage.phones import Assistance
from tests.conversations.conftest import Cast
from tests.harness import FAR, HERE, NEARBY, World, at
from tests.scenes import CHANGES, saved, scene

Place = tuple[float, float, float]
OLD = saved(scene(1))


@pytest.fixture
async def sari(world: World, cast: Cast) -> Person:
    """Her case asks for a photo of every start and finish."""
    person = await world.person(cast.office, "K-02", Role.CLIENT, name="Sari (contoh)")
    await world.case(person, cast.officer, cast.site, photo=PhotoRule.ALWAYS)
    return person


async def evidence(world: World, who: Person) -> list[Evidence]:
    query = select(Evidence).where(Evidence.client_id == who.id).order_by(col(Evidence.id))
    async with world.database.reading() as session:
        return list((await session.exec(query)).all())


async def attendances(world: World) -> list[Attendance]:
    async with world.database.reading() as session:
        return list((await session.exec(select(Attendance))).all())


@pytest.mark.parametrize(
    ("place", "verdict"),
    [
        pytest.param((-5.42346, 119.4432, 12.0), Verdict.INSIDE, id="case 1, forty metres off"),
        pytest.param((-5.4247, 119.4432, 80.0), Verdict.NEAR, id="case 3, 180 metres off"),
        pytest.param(FAR, Verdict.OUTSIDE, id="case 4, six kilometres off"),
        pytest.param((95.0, 119.4432, 10.0), Verdict.CANNOT_TELL, id="case 20, latitude 95"),
        pytest.param(NEARBY, Verdict.NEAR, id="two hundred metres off"),
    ],
)
async def test_a_place_is_judged_and_the_supervisor_decides(
    world: World, cast: Cast, place: Place, verdict: Verdict
) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location(place)

    assert [one.verdict for one in await evidence(world, cast.budi)] == [verdict]
    assert len(await attendances(world)) == 1
    assert "card" in await world.keys(cast.supervisor)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param(OLD, {Label.PHOTO_SEEN}, id="case 12, the same file"),
        pytest.param(CHANGES["recompressed"](scene(1)), {Label.PHOTO_ALIKE}, id="case 13, recompressed"),
        pytest.param(CHANGES["mirrored"](scene(1)), {Label.PHOTO_ALIKE}, id="case 13, mirrored"),
        pytest.param(CHANGES["cropped"](scene(1)), {Label.PHOTO_SIMILAR}, id="case 14, a tenth cut off"),
        pytest.param(
            CHANGES["cropped and smaller"](scene(1)), {Label.PHOTO_SIMILAR}, id="case 14, cut off and small"
        ),
        pytest.param(CHANGES["screenshot"](scene(1)), {Label.PHOTO_ALIKE}, id="case 14, on a screen"),
        pytest.param(
            CHANGES["shown in a chat"](scene(1)), {Label.PHOTO_SIMILAR}, id="case 14, on a screen with bars"
        ),
        pytest.param(CHANGES["framed"](scene(1)), {Label.PHOTO_ALIKE}, id="framed"),
        pytest.param(saved(scene(1, day=1)), set(), id="case 14, a new photo of the same wall"),
        pytest.param(saved(scene(1, turn=3)), set(), id="case 14, the same wall, held another way"),
        pytest.param(
            saved(scene(1, turn=0.5)), {Label.PHOTO_SIMILAR}, id="case 14, the same wall from a stand"
        ),
        pytest.param(CHANGES["brighter"](scene(1)), {Label.PHOTO_ALIKE}, id="brighter"),
    ],
)
async def test_an_old_photo_is_known_again(
    world: World, cast: Cast, sari: Person, content: bytes, expected: set[Label]
) -> None:
    for day, photo in ((16, OLD), (23, content)):
        world.clock.moment = at(day + 7, 8)
        await world.phone(sari).sends_location(HERE)
        await world.phone(sari).sends_photo(photo, name=f"of day {day}")
        await world.recogniser_works()

    photos = [one for one in await evidence(world, sari) if one.photo_id]
    assert [set(one.labels) for one in photos] == [set(), {label.value for label in expected}]


async def test_case_15_another_clients_photo_is_asked_about_with_both(
    world: World, cast: Cast, sari: Person
) -> None:
    other = await world.person(cast.office, "K-03", Role.CLIENT, name="Tono (contoh)")
    await world.case(other, cast.officer, cast.site, photo=PhotoRule.ALWAYS)
    world.clock.moment = at(23, 8)
    for person in (sari, other):
        await world.phone(person).sends_location(HERE)
        await world.phone(person).sends_photo(OLD, name=f"of {person.code}")
    await world.recogniser_works()

    labels = [one.labels for who in (sari, other) for one in await evidence(world, who) if one.photo_id]
    assert labels == [[Label.PHOTO_SHARED], [Label.PHOTO_SHARED]]


async def test_case_16_a_scheduled_photo_is_labelled(world: World, sari: Person) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(sari).sends_location(HERE)
    await world.phone(sari).sends_photo(OLD, labels=(Label.SCHEDULED,))

    assert [one.labels for one in await evidence(world, sari)] == [[], [Label.SCHEDULED]]


async def test_case_18_one_account_is_one_person(world: World, cast: Cast, sari: Person) -> None:
    """A second client has no check-in of his own from it; what is sent there is the first one's."""
    second = await world.person(cast.office, "K-04", Role.CLIENT, enrolled=False)
    await world.case(second, cast.officer, cast.site)
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location(HERE)
    world.clock.moment += timedelta(minutes=1)
    await world.phone(cast.budi).sends_location(HERE)

    assert [one.client_id for one in await attendances(world)] == [cast.budi.id]
    async with world.database.reading() as session:
        bound = select(PersonAddress.person_id).where(PersonAddress.external_id == cast.budi.code)
        assert list((await session.exec(bound)).all()) == [cast.budi.id]
    await world.phone(cast.officer).writes("/hadirkan K-04 HP rusak")
    (begun,) = [one for one in await attendances(world) if one.client_id == second.id]
    async with world.database.reading() as session:
        (help,) = (await session.exec(select(Assistance))).all()
    assert (help.attendance_id, help.way, help.by) == (begun.id, Way.OFFICER, cast.officer.id)


def chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


def bomb() -> bytes:
    """A small PNG that says it has 2.5 thousand million pixels."""
    header = struct.pack(">IIBBBBB", 50_000, 50_000, 8, 2, 0, 0, 0)
    body = chunk(b"IDAT", zlib.compress(bytes(1000)))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + body + chunk(b"IEND", b"")


def animated() -> bytes:
    file = BytesIO()
    first, second = (scene(1, day).resize((160, 120)) for day in (1, 2))
    first.save(file, "WEBP", save_all=True, append_images=[second], duration=100)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "answer"),
    [
        pytest.param(bomb, "photo-problem-too-many-pixels", id="bomb"),
        pytest.param(lambda: OLD[: len(OLD) // 2], "photo-problem-damaged", id="truncated"),
        pytest.param(
            lambda: b'<svg xmlns="http://www.w3.org/2000/svg"/>', "photo-problem-not-a-picture", id="SVG"
        ),
        pytest.param(animated, "photo-problem-animated", id="animated"),
        pytest.param(lambda: OLD + bytes(21_000_000), "photo-problem-too-large", id="21 MB"),
        pytest.param(
            lambda: saved(Image.new("RGB", (50, 50), "grey")), "photo-problem-too-small", id="50 by 50"
        ),
    ],
)
async def test_case_20_what_is_no_photo_is_asked_for_again(
    world: World, cast: Cast, sari: Person, content: Callable[[], bytes], answer: str
) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(sari).sends_location(HERE)
    await world.phone(sari).sends_photo(content(), name="hostile")
    assert (await world.last(sari)).key == answer
    await world.phone(sari).sends_photo(OLD)

    assert (await world.last(sari)).key == "receipt-start"
    assert len(await attendances(world)) == 1


async def test_case_20_the_same_update_twice_counts_once(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location(HERE, number=4711)
    await world.phone(cast.budi).sends_location(HERE, number=4711)

    assert len(await evidence(world, cast.budi)) == len(await attendances(world)) == 1


async def test_case_20_twenty_hours_late_is_the_minute_at_which_it_was_sent(world: World, cast: Cast) -> None:
    world.clock.moment = at(24, 4)
    await world.phone(cast.budi).sends_location(HERE, at=at(23, 8))

    (one,) = await attendances(world)
    assert one.started_at == at(23, 8)


async def test_case_20_an_album_is_one_check_in(world: World, sari: Person) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(sari).sends_location(HERE)
    for number in range(3):
        await world.phone(sari).sends_photo(saved(scene(number + 2)), album="1")

    assert len(await attendances(world)) == 1
