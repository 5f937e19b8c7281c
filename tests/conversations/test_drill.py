"""A supervisor practises on invented people, and checks the pin of his site by standing there."""

from __future__ import annotations

import pytest
from sqlalchemy import text
from sqlmodel import select

from bot.domain.messages import Label
from bot.domain.people import Role
from bot.storage.models import Attendance, Dialogue, Event, Person, Site
from tests.conversations.conftest import Cast
from tests.double import NARROW
from tests.harness import FAR, HERE, NEARBY, World, at


async def practised(world: World, supervisor: Person) -> None:
    """The list and the card, as far as the pin."""
    phone = world.phone(supervisor)
    await phone.writes("latihan")
    await phone.taps("✅ Hadir semua")
    await phone.taps("✅ Benar")


async def events_of(world: World, kind: str) -> list[Event]:
    async with world.database.reading() as session:
        return list((await session.exec(select(Event).where(Event.kind == kind))).all())


async def test_everybody_at_once_then_a_card_then_ready(world: World, cast: Cast) -> None:
    people = [person.code for person in await everybody(world)]
    await practised(world, cast.supervisor)

    assert {"drill-list", "drill-list-full", "drill-card", "drill-ready-right", "pin-ask"} <= set(
        await world.keys(cast.supervisor)
    )
    card = await world.letter(cast.supervisor, "drill-card")
    assert "Adi (contoh)" in card.text
    assert [person.code for person in await everybody(world)] == people
    async with world.database.reading() as session:
        assert not (await session.exec(select(Attendance))).all()
    (event,) = await events_of(world, "practised")
    assert event.actor_id == cast.supervisor.id


async def everybody(world: World) -> list[Person]:
    async with world.database.reading() as session:
        return list((await session.exec(select(Person).order_by(text("id")))).all())


async def test_one_by_one_and_somebody_who_did_not_come(world: World, cast: Cast) -> None:
    phone = world.phone(cast.supervisor)
    await phone.writes("latihan")
    await phone.taps("Adi (contoh)")
    await phone.taps("🚫 Tidak datang")
    await phone.taps("Beni (contoh)")
    await phone.taps("✅ Hadir")
    await phone.taps("✅ Hadir semua")

    full = await world.letter(cast.supervisor, "drill-list-full")
    assert "1. Adi (contoh) – tidak datang" in full.text
    assert "2. Beni (contoh) – hadir ✅" in full.text
    assert "Beni (contoh)" in (await world.letter(cast.supervisor, "drill-card")).text
    await phone.taps("❌ Tidak benar")
    assert "drill-ready-wrong" in await world.keys(cast.supervisor)


async def test_the_list_edits_itself_where_it_can(world: World, cast: Cast) -> None:
    await practised(world, cast.supervisor)

    full = await world.letter(cast.supervisor, "drill-list-full")
    assert full.edited is (world.channel.caps is not NARROW)


async def test_standing_there_the_pin_fits(world: World, cast: Cast) -> None:
    await practised(world, cast.supervisor)
    await world.phone(cast.supervisor).sends_location(HERE)

    answer = await world.last(cast.supervisor)
    assert answer.text == "✅ Pin Kantor Desa L1 cocok: 0 m, masih dalam 150 m."
    assert await world.keys(cast.officer) == []
    (event,) = await events_of(world, "pin_checked")
    assert (event.reason, event.actor_id) == ("fits", cast.supervisor.id)


async def test_far_from_the_pin_the_officer_hears_both_distances(world: World, cast: Cast) -> None:
    await practised(world, cast.supervisor)
    await world.phone(cast.supervisor).sends_location(FAR)

    assert (await world.keys(cast.supervisor))[-2:] == ["pin-differs", "pin-offer"]
    told = await world.last(cast.officer)
    assert told.key == "pin-differs-officer"
    assert "5.872 m dari pin; batasnya 150 m" in told.text
    assert "Usul" in told.text
    async with world.database.reading() as session:
        site = await session.get_one(Site, cast.site.id)
        assert (site.latitude, site.longitude) == HERE[:2]
        assert not (await session.exec(select(Dialogue))).all()
    stored = [event.payload or "" for event in await events_of(world, "pin_checked")]
    stored += [str(row.content) for row in await world.outbox()]
    assert not [one for one in stored if "5.37" in one or "119.44" in one]


async def test_the_officer_hears_it_once_a_day(world: World, cast: Cast) -> None:
    for _ in range(2):
        await practised(world, cast.supervisor)
        await world.phone(cast.supervisor).sends_location(FAR)

    assert (await world.keys(cast.officer)).count("pin-differs-officer") == 1


async def test_a_site_without_a_pin_is_told_to_its_officer(world: World, cast: Cast) -> None:
    other = await world.person(cast.office, "PL-02", Role.SUPERVISOR)
    site = await world.site(cast.office, other, code="L2", pinned=False)
    sari = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.case(sari, cast.officer, site)
    await practised(world, other)
    await world.phone(other).sends_location(HERE)

    assert (await world.keys(other))[-2:] == ["pin-none", "pin-offer"]
    assert (await world.last(cast.officer)).key == "pin-none-officer"


async def test_where_nobody_is_placed_the_operator_hears_it(world: World, cast: Cast) -> None:
    other = await world.person(cast.office, "PL-02", Role.SUPERVISOR)
    await world.site(cast.office, other, code="L2")
    operator = await world.person(cast.office, "OP-01", Role.OPERATOR)
    elsewhere = await world.person(await world.office("BPS-BDG"), "OP-99", Role.OPERATOR)
    await practised(world, other)
    await world.phone(other).sends_location(FAR)

    assert (await world.last(operator)).key == "pin-differs-officer"
    assert await world.keys(elsewhere) == []


async def test_with_several_sites_he_is_asked_which(world: World, cast: Cast) -> None:
    await world.site(cast.office, cast.supervisor, code="L2", pinned=False)
    await practised(world, cast.supervisor)
    assert (await world.last(cast.supervisor)).key == "pin-which"
    await world.phone(cast.supervisor).taps("Kantor Desa L1")
    await world.phone(cast.supervisor).sends_location(HERE)

    assert (await world.last(cast.supervisor)).key == "pin-fits"


@pytest.mark.parametrize(
    ("said", "key"),
    [("di sini", "practice-place-how"), ("Akhiri latihan", "practice-stopped"), ("daftar", "list-empty")],
)
async def test_words_at_the_pin(world: World, cast: Cast, said: str, key: str) -> None:
    await practised(world, cast.supervisor)
    await world.phone(cast.supervisor).writes(said)

    assert (await world.last(cast.supervisor)).key == key


async def test_a_picked_place_says_nothing_about_a_pin(world: World, cast: Cast) -> None:
    await practised(world, cast.supervisor)
    await world.phone(cast.supervisor).sends_location(FAR, labels=(Label.PICKED_PLACE,))
    assert (await world.last(cast.supervisor)).key == "practice-place-not-live"
    await world.phone(cast.supervisor).sends_location(HERE)

    assert (await world.last(cast.supervisor)).key == "pin-fits"


async def test_near_within_the_phones_doubt_is_still_told(world: World, cast: Cast) -> None:
    await practised(world, cast.supervisor)
    await world.phone(cast.supervisor).sends_location(NEARBY)

    assert (await world.keys(cast.supervisor))[-2:] == ["pin-differs", "pin-offer"]


async def test_the_pin_question_ends_after_an_hour(world: World, cast: Cast) -> None:
    await practised(world, cast.supervisor)
    await world.passes(at(20, 13, 5))
    assert (await world.last(cast.supervisor)).key == "practice-over"
    await world.phone(cast.supervisor).sends_location(FAR)

    assert (await world.last(cast.supervisor)).key == "place-kept"
    assert await world.keys(cast.officer) == []


FORGED = [
    "drill",
    "drill:",
    "drill:000",
    "drill:000:open",
    "drill:000:open:4",
    "drill:000:open:0",
    "drill:000:open:-1",
    "drill:9:all",
    "drill:000:all:x",
    "drill:abc:right",
    "drill:000:other",
    "drill:000:here:1:1",
]


@pytest.mark.parametrize("choice", FORGED)
async def test_a_forged_list_is_no_list(world: World, cast: Cast, choice: str) -> None:
    await world.phone(cast.supervisor).taps_id(choice)

    assert await world.keys(cast.supervisor) == ["choice-unknown"]


async def test_a_site_of_others_is_not_asked_about(world: World, cast: Cast) -> None:
    other = await world.person(cast.office, "PL-02", Role.SUPERVISOR)
    await world.phone(other).taps_id(f"pin-site:{cast.site.id}")

    assert await world.keys(other) == ["not-yours"]


async def test_a_location_is_no_reason_and_ends_the_question_for_one(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps("❌ Tidak benar")
    await world.phone(cast.supervisor).sends_location()
    await world.phone(cast.supervisor).writes("terima kasih")

    assert (await world.last(cast.supervisor)).key == "not-understood-supervisor"
