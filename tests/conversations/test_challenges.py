"""A photo with fingers: asked for once where a start looks odd, judged by people, never of a child."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlmodel import select

from bot.domain.cases import PhotoRule, Programme
from bot.domain.challenges import ChallengeRule
from bot.domain.messages import Label
from bot.domain.people import Role
from bot.storage.challenges import Challenge
from bot.storage.models import Case, Person
from tests.conversations.conftest import Cast
from tests.harness import HERE, World, at
from tests.scenes import saved, scene


async def challenges(world: World) -> list[Challenge]:
    async with world.database.reading() as session:
        return list((await session.exec(select(Challenge))).all())


async def ruled(world: World, case: Case, rule: ChallengeRule) -> None:
    async with world.database.transaction() as session:
        (await session.get_one(Case, case.id)).challenge_rule = rule


async def starts_oddly(world: World, who: Person) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(who).sends_location(labels=(Label.FORWARDED,))


async def test_after_a_forwarded_location_each_is_asked_for_once(world: World, cast: Cast) -> None:
    await starts_oddly(world, cast.budi)
    asked = ["better-location-not-fresh", "challenge-ask"]
    assert (await world.keys(cast.budi))[-3:] == ["receipt-start", *asked]
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location(labels=(Label.FORWARDED,))

    assert (await world.keys(cast.budi)).count("challenge-ask") == 1
    assert len(await challenges(world)) == 1


async def test_an_ordinary_start_asks_for_nothing(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    assert await challenges(world) == []


async def test_never_is_never(world: World, cast: Cast) -> None:
    await ruled(world, cast.case, ChallengeRule.NEVER)
    await starts_oddly(world, cast.budi)
    assert await challenges(world) == []


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (20, "foto datang kurang dari 1 menit kemudian."),
        (299, "foto datang 4 menit kemudian."),
        (301, "foto datang 5 menit kemudian (diminta dalam 5 menit; sinyal bisa jadi sebabnya)."),
    ],
)
async def test_the_card_says_when_it_came(world: World, cast: Cast, seconds: int, said: str) -> None:
    await starts_oddly(world, cast.budi)
    world.clock.moment = at(23, 8) + timedelta(seconds=seconds)
    await world.phone(cast.budi).sends_photo(saved(scene(1)))

    card = await world.letter(cast.supervisor, "card")
    (challenge,) = await challenges(world)
    assert f"✋ Diminta {challenge.task[-1]} jari; {said}" in card.text
    assert card.has_photo
    assert (await world.last(cast.budi)).key == "challenge-thanks"


async def test_who_cannot_says_so_and_keeps_his_hours(world: World, cast: Cast) -> None:
    await starts_oddly(world, cast.budi)
    await world.phone(cast.budi).taps("🙏 Tidak bisa")

    assert (await world.last(cast.budi)).key == "challenge-cannot"
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location()
    assert (await world.keys(cast.budi))[-1] == "receipt-finish"
    assert "klien memberi tahu tidak bisa" in (await world.letter(cast.supervisor, "card")).text


async def test_a_child_is_never_asked(world: World, cast: Cast) -> None:
    ani = await world.person(cast.office, "A-01", Role.CLIENT, name="Ani (contoh)", child=True)
    await world.case(ani, cast.officer, cast.site, programme=Programme.CHILD_SERVICE)
    await starts_oddly(world, ani)
    assert await challenges(world) == []


async def sends_old_photo(world: World, who: Person, *, minutes: int = 0) -> None:
    """A week after it was new, and compared so many minutes later."""
    for number, (moment, place) in enumerate(((at(23, 8), 1), (at(23, 11), 9), (at(30, 8), 1))):
        world.clock.moment = moment
        await world.phone(who).sends_location()
        await world.phone(who).sends_photo(saved(scene(place)), name=f"number {number}")
        world.clock.moment += timedelta(minutes=minutes)
        await world.recogniser_works()


async def test_an_old_photo_is_a_reason_to_ask_for_a_new_one(world: World, cast: Cast) -> None:
    sari = await world.person(cast.office, "K-02", Role.CLIENT, name="Sari (contoh)")
    await world.case(sari, cast.officer, cast.site, photo=PhotoRule.ALWAYS)
    await sends_old_photo(world, sari)

    assert (await world.last(sari)).key == "challenge-ask"
    await world.phone(sari).sends_photo(saved(scene(2)), name="with fingers")
    assert (await world.last(sari)).key.startswith("challenge-thanks")
    assert (await world.keys(sari)).count("challenge-ask") == 1


@pytest.mark.parametrize("who", ["a child", "found out an hour later"])
async def test_of_whom_no_new_photo_is_asked(world: World, cast: Cast, who: str) -> None:
    late = who != "a child"
    sari = await world.person(cast.office, "K-02", Role.CLIENT, child=not late)
    programme = Programme.COMMUNITY_WORK if late else Programme.CHILD_SERVICE
    await world.case(sari, cast.officer, cast.site, photo=PhotoRule.ALWAYS, programme=programme)
    await sends_old_photo(world, sari, minutes=59 if late else 0)

    assert "challenge-ask" not in await world.keys(sari)
    assert "⚠️" in (await world.letter(cast.supervisor, "card")).text


async def test_a_journey_that_nobody_can_make_is_a_reason_too(world: World, cast: Cast) -> None:
    world.clock.moment = at(23, 7, 50)
    await world.phone(cast.budi).sends_location(HERE)
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location(HERE)
    assert "challenge-ask" not in await world.keys(cast.budi)
    world.clock.moment = at(23, 11, 1)
    await world.phone(cast.budi).taps("↩️ Batalkan selesai")
    world.clock.moment = at(23, 11, 2)
    await world.phone(cast.budi).sends_location((-5.4231, 120.4432, 12.0))

    assert (await world.last(cast.budi)).key == "challenge-ask"
