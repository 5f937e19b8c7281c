"""What is odd about a location stands on the supervisor's card as a question; the check-in goes on."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import col, select

from bot.domain.messages import Label
from bot.domain.people import Role
from bot.domain.places import Verdict
from bot.storage.flags import Flag
from bot.storage.models import Evidence, Person, Site
from tests.conversations.conftest import Cast
from tests.conversations.test_shared_phones import Shared, post
from tests.harness import HERE, World, at

__all__ = ["post"]

SPOT = (HERE[0] + 0.0002, HERE[1] + 0.0001, 12.0)
"""Some 25 metres from the pin."""
KM = 1 / 111.2
"""In degrees of latitude."""


@pytest.fixture
async def sari(world: World, cast: Cast) -> Person:
    person = await world.person(cast.office, "K-02", Role.CLIENT, name="Sari (contoh)")
    await world.case(person, cast.officer, cast.site)
    return person


async def card(world: World, cast: Cast) -> list[str]:
    return (await world.letter(cast.supervisor, "card")).text.splitlines()


async def flags(world: World) -> list[tuple[int, Label]]:
    """Of which client, and what."""
    query = select(Evidence.client_id, Flag.label).join(Flag, col(Flag.evidence_id) == col(Evidence.id))
    async with world.database.reading() as session:
        return sorted((client, Label(label)) for client, label in (await session.exec(query)).all())


async def test_a_usual_location_asks_nothing(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location(SPOT)

    assert await flags(world) == []


async def test_the_very_pin_of_the_site_is_looked_at(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location(HERE, exact=True)

    assert await flags(world) == [(cast.budi.id, Label.ON_THE_PIN)]
    assert (
        "⚠️ Perlu dilihat: lokasinya tepat di titik peta tempat kerja. Pastikan ia memang ada di lokasi."
        in await card(world, cast)
    )
    assert await world.keys(cast.budi) == ["receipt-start"]


async def test_two_clients_with_one_point_are_both_looked_at(world: World, cast: Cast, sari: Person) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location(SPOT, exact=True)
    world.clock.moment = at(23, 8, 2)
    await world.phone(sari).sends_location(SPOT, exact=True)
    await world.passes(at(23, 8, 3))

    assert await flags(world) == [(cast.budi.id, Label.SAME_POINT), (sari.id, Label.SAME_POINT)]
    hint = "titik lokasi sama persis dengan kiriman klien lain, Kam 23 Apr pukul 08.0"
    cards = [one.text for one in await world.letters(cast.supervisor) if hint in one.text]
    # Where a card cannot be edited, the first one was sent before there was anything to ask.
    expected = ["0", "2"] if world.channel.caps.edit else ["0"]
    assert sorted(said.split(hint)[1][0] for said in cards) == expected


async def test_the_point_of_an_earlier_day_may_be_an_old_one(world: World, cast: Cast) -> None:
    for day in (23, 30):
        world.clock.moment = at(day, 8)
        await world.phone(cast.budi).sends_location(SPOT, exact=True)

    assert await flags(world) == [(cast.budi.id, Label.SAME_AS_BEFORE)]
    assert (
        "Titik lokasi sama persis dengan kirimannya Kam 23 Apr pukul 08.00 WITA. "
        "Mungkin itu posisi lama yang tersimpan di HP."
    ) in await card(world, cast)


async def test_the_point_of_the_start_hours_later_may_be_an_old_one(world: World, cast: Cast) -> None:
    for hour in (8, 11):
        world.clock.moment = at(23, hour)
        await world.phone(cast.budi).sends_location(SPOT, exact=True)

    assert await flags(world) == [(cast.budi.id, Label.SAME_AS_BEFORE)]


async def test_after_a_while_the_same_point_is_chance(world: World, cast: Cast, sari: Person) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location(SPOT, exact=True)
    world.clock.moment = at(7, 8, month=5)
    await world.phone(sari).sends_location(SPOT, exact=True)
    world.clock.moment = at(28, 8, month=5)
    await world.phone(cast.budi).sends_location(SPOT, exact=True)

    assert await flags(world) == []


async def test_one_phone_for_two_people_is_in_one_place(world: World, cast: Cast, post: Shared) -> None:
    for hour in (8, 11):
        for code, minute in (("K-01", 0), ("K-02", 5)):
            world.clock.moment = at(23, hour, minute)
            await post.phone.writes(code)
            await post.phone.sends_location(SPOT, exact=True)
            await post.phone.writes("👥 Ganti orang")

    assert await flags(world) == []


async def test_a_picked_place_before_is_no_journey(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 10, 40)
    await world.phone(cast.budi).sends_location(
        (HERE[0] - 35 * KM, HERE[1], 12.0), labels=(Label.PICKED_PLACE,)
    )
    world.clock.moment = at(23, 10, 50)
    await world.phone(cast.budi).sends_location(SPOT)

    assert await flags(world) == []


async def test_a_live_location_that_jumps(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location(SPOT, live=True)
    world.clock.moment = at(23, 8, 10)
    await world.phone(cast.budi).moves((HERE[0] - 35 * KM, HERE[1], 12.0))
    await world.passes(at(23, 8, 11))

    assert await flags(world) == [(cast.budi.id, Label.ODD_TRAVEL)]


async def test_the_same_point_sent_twice_is_only_a_repetition(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location(SPOT, exact=True)
    world.clock.moment = at(23, 8, 5)
    await world.phone(cast.budi).sends_location(SPOT, exact=True)

    assert await flags(world) == []


@pytest.mark.parametrize(
    ("accuracy", "labels"),
    [
        pytest.param(12.0, [Label.ODD_TRAVEL], id="35 km in 11 minutes"),
        pytest.param(2000.0, [], id="too vague to tell"),
    ],
)
async def test_a_journey_that_nobody_can_make(
    world: World, cast: Cast, accuracy: float, labels: list[Label]
) -> None:
    world.clock.moment = at(23, 10, 39)
    await world.phone(cast.budi).sends_location((HERE[0] - 35 * KM, HERE[1], 12.0))
    world.clock.moment = at(23, 10, 50)
    await world.phone(cast.budi).sends_location((HERE[0], HERE[1] + 0.0002, accuracy))

    found = [label for _, label in await flags(world)]
    assert found == (labels if world.channel.caps.accuracy else [Label.ODD_TRAVEL])
    if found:
        assert (
            "⚠️ Perlu dilihat: lokasi sebelumnya 35 km dari sini, 11 menit lebih awal. "
            "Pastikan ia memang ada di lokasi."
        ) in await card(world, cast)


async def test_forty_live_positions_without_a_movement(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location(SPOT, exact=True, live=True)
    for _ in range(38):
        world.clock.moment += timedelta(seconds=20)
        await world.phone(cast.budi).moves(SPOT)
    assert await flags(world) == []
    for _ in range(2):
        world.clock.moment += timedelta(seconds=20)
        await world.phone(cast.budi).moves(SPOT)
    await world.passes(world.clock.moment + timedelta(minutes=1))

    assert await flags(world) == [(cast.budi.id, Label.STANDS_STILL)]
    shown = "lokasi langsungnya lama tidak bergerak sama sekali" in "".join(await card(world, cast))
    assert shown is world.channel.caps.edit


async def test_a_site_that_cannot_be_compared_costs_nobody_his_check_in(world: World, cast: Cast) -> None:
    operator = await world.person(cast.office, "OP-01", Role.OPERATOR)
    async with world.database.transaction() as session:
        (await session.get_one(Site, cast.site.id)).corners = [[-5.4], [119.4]]
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location(SPOT)
    await world.passes(at(23, 8, 1))
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location(SPOT)
    await world.passes(at(23, 11, 1))

    async with world.database.reading() as session:
        verdicts = (await session.exec(select(Evidence.verdict))).all()
    assert set(verdicts) == {Verdict.NOT_JUDGED}
    assert (await world.last(cast.budi)).key == "receipt-finish"
    assert "Itu bukan kesalahan klien." in "".join(await card(world, cast))
    told = [one for one in await world.letters(operator) if one.key == "staff-site-not-judged"]
    assert len(told) == 1
