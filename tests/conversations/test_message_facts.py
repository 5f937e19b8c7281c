"""How a message came stands on the supervisor's card; the check-in goes on."""

from __future__ import annotations

from math import nan

import pytest
from sqlmodel import col, select

from bot.domain.cases import PhotoRule
from bot.domain.messages import Label
from bot.domain.people import Role
from bot.domain.places import Verdict
from bot.storage.models import Attendance, Evidence, Person
from tests.conversations.conftest import Cast
from tests.harness import HERE, World, at

SPOT = (HERE[0] + 0.0002, HERE[1] + 0.0001, 12.0)
WORDS = {
    Label.FORWARDED: "diteruskan dari pesan lain, jadi belum tentu dari tempat dan waktu ini",
    Label.VIA_BOT: "dikirim lewat bot lain, bukan langsung dari HP",
    Label.SCHEDULED: "sudah dijadwalkan sebelumnya, bukan dikirim saat itu",
    Label.PICKED_PLACE: "tempat dipilih dari daftar atau peta, bukan posisi HP",
    Label.AS_DOCUMENT: "foto dikirim sebagai file, jadi bisa foto lama",
}
COMPUTER = "ia menekan tombol lokasi dari Telegram di komputer (Web/Desktop)"


@pytest.fixture
async def sari(world: World, cast: Cast) -> Person:
    """Her case asks for a photo of every start and finish."""
    person = await world.person(cast.office, "K-02", Role.CLIENT, name="Sari (contoh)")
    await world.case(person, cast.officer, cast.site, photo=PhotoRule.ALWAYS)
    return person


async def card(world: World, cast: Cast) -> str:
    return (await world.letter(cast.supervisor, "card")).text


async def attendances(world: World, who: Person) -> list[Attendance]:
    query = select(Attendance).where(Attendance.client_id == who.id).order_by(col(Attendance.id))
    async with world.database.reading() as session:
        return list((await session.exec(query)).all())


async def labels(world: World, who: Person) -> list[list[str]]:
    query = select(Evidence).where(Evidence.client_id == who.id).order_by(col(Evidence.id))
    async with world.database.reading() as session:
        return [list(one.labels) for one in (await session.exec(query)).all()]


@pytest.mark.parametrize("label", [Label.FORWARDED, Label.VIA_BOT, Label.SCHEDULED, Label.PICKED_PLACE])
async def test_how_a_location_came_stands_on_the_card(world: World, cast: Cast, label: Label) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location(SPOT, labels=(label,))

    assert WORDS[label] in await card(world, cast)
    assert len(await attendances(world, cast.budi)) == 1


@pytest.mark.parametrize("label", [Label.FORWARDED, Label.SCHEDULED, Label.AS_DOCUMENT])
async def test_how_a_photo_came_stands_on_the_card(
    world: World, cast: Cast, sari: Person, label: Label
) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(sari).sends_location(SPOT)
    await world.phone(sari).sends_photo(labels=(label,))

    assert WORDS[label] in await card(world, cast)
    assert "receipt-start" in await world.keys(sari)


async def test_how_a_later_photo_came_is_drawn_into_the_card(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location(SPOT)
    rung = len([one for one in await world.letters(cast.supervisor) if not one.edited])
    world.clock.moment = at(23, 9)
    await world.phone(cast.budi).sends_photo(labels=(Label.FORWARDED,))

    assert (await world.last(cast.budi)).key == "photo-added"
    assert len([one for one in await world.letters(cast.supervisor) if not one.edited]) == rung
    world.clock.moment = at(23, 11)
    if not world.channel.caps.edit:
        await world.phone(cast.budi).sends_location(SPOT)
    assert WORDS[Label.FORWARDED] in await card(world, cast)


async def test_it_marks_the_line_of_a_list(world: World, cast: Cast) -> None:
    people = [cast.budi]
    for number in (2, 3):
        person = await world.person(cast.office, f"K-0{number}", Role.CLIENT, name=f"Klien {number}")
        await world.case(person, cast.officer, cast.site)
        people.append(person)
    world.clock.moment = at(23, 8)
    for person in people:
        marked = (Label.PICKED_PLACE,) if person is people[2] else ()
        await world.phone(person).sends_location(SPOT, labels=marked)

    lines = (await world.letter(cast.supervisor, "list-heading")).text.splitlines()
    assert ["⚠️" in line for line in lines if "Klien" in line or "Budi" in line][:3] == [False, False, True]


async def test_a_changed_message_is_noted_and_the_first_version_stays(
    world: World, cast: Cast, sari: Person
) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(sari).sends_location(SPOT)
    await world.phone(sari).sends_photo(labels=(Label.SCHEDULED,))
    async with world.database.reading() as session:
        (photo,) = (await session.exec(select(Evidence).where(col(Evidence.photo_id).is_not(None)))).all()
    rung = len([one for one in await world.letters(cast.supervisor) if not one.edited])
    world.clock.moment = at(23, 8, 5)
    await world.phone(sari).edits(photo.message)
    await world.phone(sari).edits(photo.message)
    await world.passes(at(23, 8, 6))

    assert (await world.last(sari)).text.startswith("Perubahannya kami catat, tetapi yang dipakai tetap")
    assert (await labels(world, sari))[1] == [Label.EDITED, Label.SCHEDULED]
    async with world.database.reading() as session:
        assert (await session.get_one(Evidence, photo.id)).photo_id == photo.photo_id
    assert len([one for one in await world.letters(cast.supervisor) if not one.edited]) == rung
    if world.channel.caps.edit:
        assert "pesannya diubah setelah dikirim" in await card(world, cast)


async def test_a_change_of_anything_else_or_of_anybody_elses_is_no_evidence(
    world: World, cast: Cast, sari: Person
) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location(SPOT)
    async with world.database.reading() as session:
        (kept,) = (await session.exec(select(Evidence))).all()
    await world.phone(sari).edits(kept.message)
    await world.phone(cast.budi).edits("99999")

    assert (await world.last(sari)).key == (await world.last(cast.budi)).key == "edit-ignored"
    assert await labels(world, cast.budi) == [[]]


async def test_the_key_that_comes_as_words_from_a_computer(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7, 55)
    await world.phone(cast.budi).writes("📍 Mulai kerja", labels=(Label.FROM_DESKTOP,))

    answer = await world.last(cast.budi)
    assert answer.key == "location-from-computer-start"
    assert "Pakai aplikasi Telegram di HP" in answer.text
    assert await attendances(world, cast.budi) == []

    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location(SPOT)
    assert COMPUTER in await card(world, cast)
    assert (await world.last(cast.budi)).key == "receipt-start"

    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).writes("📍 Selesai kerja", labels=(Label.FROM_DESKTOP,))
    answer = await world.last(cast.budi)
    assert (answer.key, len(answer.buttons)) == ("location-from-computer-finish", 1)
    world.clock.moment = at(23, 11, 1)
    await world.phone(cast.budi).taps(answer.buttons[0].label)
    assert (await world.last(cast.budi)).key == "receipt-finish"
    assert (await card(world, cast)).count(COMPUTER) == 1


async def test_words_that_somebody_types_are_no_computer(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    for words in ("mulai kerja", "Mulai kerja"):
        await world.phone(cast.budi).writes(words)
        assert (await world.last(cast.budi)).key == "ask-location-start"
    await world.phone(cast.budi).sends_location(SPOT)

    assert COMPUTER not in await card(world, cast)


async def test_an_old_try_from_a_computer_is_forgotten(world: World, cast: Cast) -> None:
    world.clock.moment = at(22, 20)
    await world.phone(cast.budi).writes("📍 Mulai kerja", labels=(Label.FROM_DESKTOP,))
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location(SPOT)

    assert COMPUTER not in await card(world, cast)


async def test_what_arrives_twenty_hours_late_counts_when_it_was_sent(world: World, cast: Cast) -> None:
    world.clock.moment = at(24, 4)
    await world.phone(cast.budi).sends_location(SPOT, at=at(23, 8))
    said = await card(world, cast)
    world.clock.moment = at(24, 4, 1)
    await world.phone(cast.budi).sends_location(SPOT, at=at(23, 11))

    (record,) = await attendances(world, cast.budi)
    assert (record.started_at, record.finished_at) == (at(23, 8), at(23, 11))
    assert (
        "Lokasi tercatat dikirim Kam 23 Apr pukul 08.00 WITA, baru sampai Jum 24 Apr pukul 04.00 WITA. "
        "Yang dihitung jam kirimnya."
    ) in said
    assert await labels(world, cast.budi) == [[], []]


@pytest.mark.parametrize("point", [(95.0, 119.4432, 12.0), (nan, 119.4432, 12.0), (0.0, 0.0, 12.0)])
async def test_what_is_no_place_starts_the_work_and_asks_nothing_odd(
    world: World, cast: Cast, sari: Person, point: tuple[float, float, float]
) -> None:
    world.clock.moment = at(23, 8)
    for person in (cast.budi, sari):
        await world.phone(person).sends_location(point, exact=True)

    for person in (cast.budi, sari):
        assert len(await attendances(world, person)) == 1
        assert await labels(world, person) == [[]]
    async with world.database.reading() as session:
        verdicts = (await session.exec(select(Evidence.verdict))).all()
    assert verdicts == [Verdict.CANNOT_TELL, Verdict.CANNOT_TELL]
