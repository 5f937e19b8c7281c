"""An offer of a client that nobody answers: who still sees it, who is reminded, and who hears of it then."""

from __future__ import annotations

from datetime import timedelta

from bot.domain.people import Role
from bot.storage.models import Person
from tests.conversations import office_moves
from tests.conversations.conftest import Cast
from tests.conversations.office_moves import There
from tests.harness import World, at

there = office_moves.there


async def a_colleague(world: World, cast: Cast) -> Person:
    return await world.person(cast.office, "PK-02", Role.OFFICER, name="Dewi (contoh)")


async def a_head(world: World, cast: Cast) -> Person:
    return await world.person(cast.office, "KB-01", Role.HEAD, name="Kepala (contoh)")


async def days_pass(world: World, days: int) -> None:
    for _ in range(days):
        await world.passes(world.clock.now() + timedelta(days=1))


async def offers(world: World, by: Person, wish: str = "/pindah K-01 PK-02 tugas belajar") -> None:
    await world.phone(by).writes(wish)
    await world.phone(by).taps("📨 Kirim")


async def test_an_offer_stands_with_both_until_it_is_answered(world: World, cast: Cast) -> None:
    dewi = await a_colleague(world, cast)
    await offers(world, cast.officer)

    await world.phone(cast.officer).writes("perlu")
    assert "menunggu jawaban Dewi (contoh)" in (await world.letter(cast.officer, "needs-heading")).text
    await world.phone(cast.officer).writes("klien K-01")
    assert "Ditawarkan kepada Dewi (contoh)" in (await world.letter(cast.officer, "client-card")).text
    await world.phone(dewi).writes("perlu")
    assert "menawarkan Budi (contoh)" in (await world.letter(dewi, "needs-heading")).text
    assert (await world.letter(dewi, "transfer-asked")).buttons
    await world.phone(dewi).taps("✅ Terima")
    await world.phone(dewi).writes("klien K-01")
    assert "Ditawarkan" not in (await world.letter(dewi, "client-card")).text


async def test_who_does_not_answer_is_asked_once_more_and_then_the_head_hears(
    world: World, cast: Cast
) -> None:
    dewi, head = await a_colleague(world, cast), await a_head(world, cast)
    world.clock.moment = at(20, 10)  # a Monday
    await offers(world, cast.officer)
    await world.passes(at(22, 7))
    assert "offer-one-asked-again" not in await world.keys(dewi)
    await world.passes(at(22, 9))
    assert (await world.keys(dewi)).count("offer-one-asked-again") == 1
    assert await world.keys(head) == []
    await days_pass(world, 9)

    assert (await world.keys(dewi)).count("offer-one-asked-again") == 1
    assert (await world.keys(head)).count("offer-one-head-told") == 1
    await world.phone(dewi).taps("✅ Terima")
    assert "transfer-accepted-by-you" in await world.keys(dewi)


async def test_an_answered_offer_reminds_nobody(world: World, cast: Cast) -> None:
    dewi = await a_colleague(world, cast)
    await offers(world, cast.officer)
    await world.phone(dewi).taps("❌ Tidak bisa")
    await days_pass(world, 8)
    assert "offer-one-asked-again" not in await world.keys(dewi)


async def test_another_bapas_is_reminded_too_and_its_head_finds_the_offer(
    world: World, cast: Cast, there: There
) -> None:
    head = await a_head(world, cast)
    await office_moves.offers(world, cast.officer)
    await world.phone(there.head).writes("perlu")
    assert (await world.last(there.head)).key == "office-transfer-asked"
    await world.phone(cast.officer).writes("perlu")
    assert "menunggu jawaban Bapas Serang" in (await world.letter(cast.officer, "needs-heading")).text
    await days_pass(world, 9)

    assert (await world.keys(there.head)).count("offer-one-asked-again") == 1
    assert (await world.keys(head)).count("offer-one-head-told") == 1
    await world.phone(there.head).taps("✅ Terima")
    await world.phone(there.head).writes("PK-91")
    assert "office-transfer-taken" in await world.keys(there.head)
