"""The pace of a case, as its officer and its client read it, raises no alarm about what people still owe."""

from __future__ import annotations

from datetime import date, time

import pytest

from bot.domain.people import Role
from bot.storage.models import Person
from tests.conversations.conftest import Cast
from tests.harness import World, at


async def eight_hours_by_friday(world: World, cast: Cast) -> Person:
    """A whole order of eight hours on Thursday; the last day is Friday."""
    tono = await world.person(cast.office, "K-09", Role.CLIENT, name="Tono (contoh)")
    await world.case(tono, cast.officer, cast.site, total_hours=8, ends=time(16), ends_on=date(2026, 4, 24))
    world.clock.moment = at(23, 8)
    await world.phone(tono).sends_location()
    return tono


@pytest.mark.parametrize("finished", [False, True], ids=["at work", "waiting for the supervisor"])
async def test_who_has_served_everything_is_not_told_that_he_cannot_finish(
    world: World, cast: Cast, *, finished: bool
) -> None:
    tono = await eight_hours_by_friday(world, cast)
    if finished:
        world.clock.moment = at(23, 16)
        await world.phone(tono).sends_location()
    await world.phone(tono).writes("/jam")
    await world.phone(cast.officer).writes("/perlu")

    assert "tidak cukup" not in (await world.last(tono)).text
    told = "\n".join(one.text for one in await world.letters(cast.officer))
    assert "tidak akan sempat" not in told
    assert "belum ada jadwal berikutnya" not in told


async def test_excused_misses_say_nothing_about_habits(world: World, cast: Cast) -> None:
    sari = await world.person(cast.office, "K-02", Role.CLIENT, name="Sari (contoh)")
    await world.case(
        sari, cast.officer, cast.site, total_hours=20, weekdays="1234", ends_on=date(2026, 5, 15)
    )
    await world.passes(at(23, 12, 1))
    await world.phone(cast.officer).writes("/klien K-02")
    assert "📉 Tertinggal" in (await world.last(cast.officer)).text
    await world.phone(cast.officer).writes("/izinkan K-02 20/04 23/04 sistem mati")
    await world.phone(cast.officer).writes("/klien K-02")

    assert "📈 Tepat waktu" in (await world.last(cast.officer)).text


async def test_hours_a_week_are_counted_from_the_first_day_of_the_case(world: World, cast: Cast) -> None:
    sari = await world.person(cast.office, "K-02", Role.CLIENT, name="Sari (contoh)")
    await world.case(sari, cast.officer, cast.site, total_hours=30, starts_on=date(2026, 8, 3))
    await world.phone(cast.officer).writes("/klien K-02")

    assert "perlu 7 jam 30 menit setiap minggu" in (await world.last(cast.officer)).text
