"""What waits for a decision stands in the summary and on the client's card; no week is calm then."""

from __future__ import annotations

from bot.domain.people import Role
from tests.conversations.conftest import Cast
from tests.conversations.test_contests import objects, rejected
from tests.conversations.test_excuse_requests import asks
from tests.conversations.test_outcomes import WHY, missed
from tests.harness import World


async def card_of(world: World, cast: Cast) -> str:
    await world.phone(cast.officer).writes("/klien K-01")
    return (await world.last(cast.officer)).text


async def summary_of(world: World, cast: Cast) -> str:
    await world.phone(cast.officer).writes("/ringkasan")
    return "\n".join(one.text for one in await world.letters(cast.officer))


async def test_a_request_to_be_excused_stands_in_summary_and_card_until_it_is_decided(
    world: World, cast: Cast
) -> None:
    await asks(world, cast)
    asked = "📝 Izin Kam 23 Apr diajukan, belum diputuskan."
    assert asked in await card_of(world, cast)
    summary = await summary_of(world, cast)
    assert "• 📝 Budi (contoh) mengajukan izin Kam 23 Apr, belum diputuskan." in summary
    assert "Minggu yang tenang" not in summary
    assert "0 berjalan baik" in summary

    await world.phone(cast.officer).writes("/perlu")
    card = await world.last(cast.officer)
    assert card.key == "excuse-card"
    await world.phone(cast.officer).taps("✅ Setujui")
    assert asked not in await card_of(world, cast)


async def test_a_contest_stands_there_too(world: World, cast: Cast) -> None:
    await rejected(world, cast)
    await objects(world, cast)

    assert "✋ Keberatan tentang Kam 23 Apr belum diputuskan. Langkah: /perlu" in await card_of(world, cast)
    assert "• ✋ Budi (contoh) keberatan tentang Kam 23 Apr" in await summary_of(world, cast)


async def test_the_officers_reason_for_a_miss_stands_on_his_card_only(world: World, cast: Cast) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await missed(world, cast)
    assert "Kantor Desa L1: sudah dijelaskan, belum dinilai PK" in await card_of(world, cast)
    await world.phone(cast.officer).taps("❔ Tanpa keterangan")
    await world.phone(cast.officer).writes(WHY)

    card = await card_of(world, cast)
    assert f"Kantor Desa L1: tanpa keterangan\nAlasan PK: “{WHY}”" in card
    await world.phone(head).writes("/klien K-01")
    assert WHY not in (await world.last(head)).text
