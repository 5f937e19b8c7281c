"""A head reads who owes answers and which sites are silent, in his own office, without a client's name."""

from __future__ import annotations

from bot.domain.people import Role
from tests.conversations.conftest import Cast
from tests.harness import World, at


async def test_who_owes_an_answer_and_which_site_is_silent_stands_under_the_summary(
    world: World, cast: Cast
) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    abroad = await world.office("BPS-BDG")
    other = await world.person(abroad, "KB-02", Role.HEAD)
    await world.phone(cast.budi).writes("/pesan Kapan saya bisa bertemu?")
    await world.phone(head).writes("/ringkasan")
    assert "belum menjawab" not in (await world.last(head)).text
    world.clock.moment = at(24, 12)
    await world.phone(head).writes("/ringkasan")
    await world.phone(other).writes("/ringkasan")

    told = (await world.last(head)).text
    assert "⏳ 1 PK belum menjawab lebih dari dua hari kerja:\n• Pk-01 (contoh): 1 jawaban ditunggu" in told
    assert "🔇 1 lokasi tanpa konfirmasi selama 7 hari, padahal ada jadwal:\n• Kantor Desa L1" in told
    assert "⏳" not in (await world.last(other)).text
    assert "🔇" not in (await world.last(other)).text


async def test_answered_and_confirmed_is_not_told(world: World, cast: Cast) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await world.phone(cast.budi).writes("/pesan Kapan saya bisa bertemu?")
    await world.phone(cast.officer).taps("✅ Sudah dibaca")
    world.clock.moment = at(23, 8)
    await world.phone(cast.budi).sends_location()
    world.clock.moment = at(23, 11)
    await world.phone(cast.budi).sends_location()
    await world.phone(cast.supervisor).taps("✅ Benar")
    world.clock.moment = at(24, 12)
    await world.phone(head).writes("/ringkasan")

    told = (await world.last(head)).text
    assert "⏳" not in told
    assert "🔇" not in told
