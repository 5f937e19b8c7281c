"""A location that says too little: one friendly request, and what becomes of its answer."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from sqlmodel import col, select

from bot.domain import site_codes
from bot.domain.cases import PhotoRule
from bot.domain.checkins import AttendanceState, Moment
from bot.domain.messages import Label
from bot.domain.people import Role
from bot.domain.places import Verdict
from bot.storage.models import Attendance, Evidence
from tests.conversations.conftest import Cast
from tests.conversations.test_site_codes import key, link
from tests.harness import FAR, HERE, NEARBY, World, at

POOR = (-5.4247, 119.4432, 80.0)
"""Case 3: 180 metres off, by a phone that may be wrong by 80."""


async def sends(
    world: World, cast: Cast, place: tuple[float, float, float], when: datetime, *labels: Label
) -> None:
    world.clock.moment = when
    await world.phone(cast.budi).sends_location(place, labels=labels)


async def standing(world: World) -> list[tuple[Moment | None, Verdict | None]]:
    async with world.database.reading() as session:
        rows = (await session.exec(select(Evidence).order_by(col(Evidence.id)))).all()
    return [(one.moment, one.verdict) for one in rows]


async def attendance(world: World) -> Attendance:
    async with world.database.reading() as session:
        return (await session.exec(select(Attendance))).one()


async def card(world: World, cast: Cast) -> list[str]:
    return (await world.letter(cast.supervisor, "card")).text.splitlines()


@pytest.mark.parametrize(
    ("place", "labels", "asked"),
    [
        pytest.param(POOR, (), "better-location-away", id="case 3"),
        pytest.param(FAR, (), "better-location-away", id="case 4"),
        pytest.param(HERE, (Label.FORWARDED,), "better-location-not-fresh", id="case 7"),
        pytest.param(HERE, (Label.PICKED_PLACE,), "better-location-not-fresh", id="case 9"),
        pytest.param((0.0, 0.0, 5.0), (), "better-location-unread", id="case 20, zero zero"),
        pytest.param((95.0, 119.4432, 10.0), (), "better-location-unread", id="case 20, latitude 95"),
    ],
)
async def test_it_is_asked_for_once_and_the_work_has_begun(
    world: World, cast: Cast, place: tuple[float, float, float], labels: tuple[Label, ...], asked: str
) -> None:
    await sends(world, cast, place, at(23, 8), *labels)

    assert (await world.keys(cast.budi))[:2] == ["receipt-start", asked]
    assert (await attendance(world)).started_at == at(23, 8)
    assert "card" in await world.keys(cast.supervisor)
    await sends(world, cast, place, at(23, 8, 5), *labels)
    keys = await world.keys(cast.budi)
    assert (keys.count(asked), keys[-1]) == (1, "better-location-kept")
    assert (await attendance(world)).started_at == at(23, 8)


async def test_a_phone_that_is_not_sure_is_told_so(world: World, cast: Cast) -> None:
    await sends(world, cast, (-5.4262, 119.4432, 900.0), at(23, 8))

    expected = "unsure" if world.channel.caps.accuracy else "away"
    assert (await world.last(cast.budi)).key == f"better-location-{expected}"


async def test_a_better_one_stands_and_the_first_is_kept(world: World, cast: Cast) -> None:
    await sends(world, cast, FAR, at(23, 8))
    await sends(world, cast, HERE, at(23, 8, 6))
    await sends(world, cast, NEARBY, at(23, 8, 9))

    assert (await world.keys(cast.budi))[2:] == ["better-location-inside", "better-location-inside"]
    assert await standing(world) == [
        (None, Verdict.OUTSIDE),
        (Moment.START, Verdict.INSIDE),
        (None, Verdict.NEAR),
    ]
    assert (await attendance(world)).started_at == at(23, 8)
    if world.channel.caps.edit:
        lines = await card(world, cast)
        assert any(line.startswith("Saat mulai: 0 m dari titik lokasi") for line in lines)
        assert any(line.startswith("Kiriman pertama pukul 08.00 WITA: 5.872 m") for line in lines)
        assert any("yang jelas baru 6 menit kemudian" in line for line in lines), "the start is a question"


async def test_fifteen_minutes_later_it_is_a_location_as_any_other(world: World, cast: Cast) -> None:
    await sends(world, cast, FAR, at(23, 8))
    await sends(world, cast, HERE, at(23, 8, 17))

    assert (await world.last(cast.budi)).key == "location-mid-session"
    assert (await standing(world))[0] == (Moment.START, Verdict.OUTSIDE)


async def test_a_live_location_answers_without_a_word(world: World, cast: Cast) -> None:
    await sends(world, cast, POOR, at(23, 8))
    world.clock.moment = at(23, 8, 1)
    await world.phone(cast.budi).sends_location(POOR, live=True)
    heard = await world.keys(cast.budi)
    world.clock.moment = at(23, 8, 2)
    await world.phone(cast.budi).moves(HERE)

    assert await world.keys(cast.budi) == heard
    assert (await standing(world))[-1] == (Moment.START, Verdict.INSIDE)


async def test_at_the_end_it_is_asked_for_too(world: World, cast: Cast) -> None:
    await sends(world, cast, HERE, at(23, 8))
    await sends(world, cast, NEARBY, at(23, 11))
    assert (await world.keys(cast.budi))[-2:] == ["receipt-finish", "better-location-away"]
    await sends(world, cast, HERE, at(23, 11, 3))

    assert (await world.last(cast.budi)).key == "better-location-inside"
    record = await attendance(world)
    assert (record.finished_at, record.state) == (at(23, 11), AttendanceState.WAITING)
    assert (await standing(world))[1:] == [(None, Verdict.NEAR), (Moment.FINISH, Verdict.INSIDE)]


async def test_after_the_photo_that_the_case_asks_for(world: World, cast: Cast) -> None:
    sari = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.case(sari, cast.officer, cast.site, photo=PhotoRule.ALWAYS)
    world.clock.moment = at(23, 8)
    await world.phone(sari).sends_location(FAR)
    assert await world.keys(sari) == ["photo-wanted"]
    await world.phone(sari).sends_photo()

    assert await world.keys(sari) == ["photo-wanted", "receipt-start", "better-location-away"]


async def test_nobody_is_asked_for_what_he_cannot_give(world: World, cast: Cast) -> None:
    await sends(world, cast, HERE, at(23, 8))
    await sends(world, cast, HERE, at(23, 11))
    assert await world.keys(cast.budi) == ["receipt-start", "receipt-finish"]
    world.clock.moment = at(30, 10)
    await world.phone(cast.budi).sends_location(FAR, at=at(30, 8))  # two hours on the way
    assert (await world.last(cast.budi)).key == "receipt-start"


async def test_the_chain_of_a_taken_back_finish_asks_anew_of_nobody(world: World, cast: Cast) -> None:
    await sends(world, cast, HERE, at(23, 8))
    await sends(world, cast, NEARBY, at(23, 10, 50))
    world.clock.moment = at(23, 10, 51)
    await world.phone(cast.budi).taps("↩️ Batalkan selesai")
    await sends(world, cast, NEARBY, at(23, 10, 50) + timedelta(minutes=9))

    assert (await world.keys(cast.budi)).count("better-location-away") == 1
    assert (await attendance(world)).finished_at == at(23, 10, 59)


async def test_a_code_after_a_poor_location_stands_on_the_card_and_is_thanked(
    world: World, cast: Cast
) -> None:
    await sends(world, cast, POOR, at(23, 8))
    world.clock.moment = at(23, 8, 12)
    await world.phone(cast.budi).writes(link(world, cast))

    assert (await world.last(cast.budi)).key == "better-location-code"
    if world.channel.caps.edit:
        assert any("Kode lokasi cocok" in line for line in await card(world, cast))


@pytest.mark.parametrize("first", ["without", "poster"])
async def test_a_location_after_a_start_without_one_stands_for_it(
    world: World, cast: Cast, first: str
) -> None:
    world.clock.moment = at(23, 8)
    if first == "poster":
        token = site_codes.poster_link(key(cast.office.id), cast.site.id, cast.site.poster_edition)
        await world.phone(cast.budi).writes(f"/start {token}")
    else:
        await world.phone(cast.budi).writes("/tanpalokasi")
        await world.phone(cast.budi).taps_id("no-location:signal")
    assert "receipt-start" in await world.keys(cast.budi)
    await sends(world, cast, HERE, at(23, 8, 12))

    assert (await world.last(cast.budi)).key == "better-location-inside"
    assert (await standing(world))[-1] == (Moment.START, Verdict.INSIDE)
    assert (await attendance(world)).started_at == at(23, 8)


async def test_what_came_before_the_photo_need_not_be_asked_for(world: World, cast: Cast) -> None:
    sari = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.case(sari, cast.officer, cast.site, photo=PhotoRule.ALWAYS)
    world.clock.moment = at(23, 8)
    await world.phone(sari).sends_location(FAR)
    world.clock.moment = at(23, 8, 3)
    await world.phone(sari).sends_location(HERE, live=True)
    await world.phone(sari).sends_photo()

    assert "better-location-away" not in await world.keys(sari)
    assert (Moment.START, Verdict.INSIDE) in await standing(world)


async def test_accuracy_beyond_the_earth_is_none(world: World, cast: Cast) -> None:
    await sends(world, cast, (*HERE[:2], float("inf")), at(23, 8))

    assert (await attendance(world)).started_at == at(23, 8)
    assert any("di lokasi" in line for line in await card(world, cast))


async def test_of_a_finish_that_was_taken_back_nothing_is_asked(world: World, cast: Cast) -> None:
    await sends(world, cast, HERE, at(23, 8))
    await sends(world, cast, FAR, at(23, 10, 50))
    await sends(world, cast, HERE, at(23, 10, 52))
    async with world.database.reading() as session:
        told = (await session.exec(select(Evidence.labels))).all()
    assert [Label.FIRST_OUTSIDE in one for one in told].count(True) == 1
    await world.phone(cast.budi).taps_id(f"undo:{(await attendance(world)).id}:0")
    await world.passes(at(23, 10, 54))

    async with world.database.reading() as session:
        told = (await session.exec(select(Evidence.labels))).all()
    assert not any(Label.FIRST_OUTSIDE in one for one in told)
    if world.channel.caps.edit:
        assert not any("Kiriman pertama" in line for line in await card(world, cast))
