"""A head reads who owes answers and which sites are silent, in his own office, without a client's name."""

from __future__ import annotations

from bot.domain.people import Role
from bot.storage.models import Person
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


async def test_what_a_client_said_of_a_miss_is_not_read_by_the_head(world: World, cast: Cast) -> None:
    """An illness in his own words is for whoever guides the case."""
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await world.passes(at(23, 9, 30))
    await world.phone(cast.budi).writes("saya sakit demam")
    await world.passes(at(23, 13))
    await world.phone(cast.officer).writes("/ringkasan")
    assert "Katanya: “saya sakit demam”" in (await world.last(cast.officer)).text

    await world.phone(head).writes("/ringkasan")
    told = (await world.last(head)).text
    await world.phone(head).writes("/klien budi")
    card = (await world.last(head)).text
    await _monday(world, head)
    monday = "\n".join(one.text for one in await world.letters(head))

    masked = "• Budi (contoh) tidak hadir Kam 23 Apr: sudah dijelaskan, belum dinilai PK."
    assert masked in told
    assert masked in monday
    assert "demam" not in told + card + monday


async def _monday(world: World, head: Person) -> None:
    async with world.database.transaction() as session:
        (await session.get_one(Person, head.id)).look_at = at(27, 7)
    await world.passes(at(27, 8))
