"""What waits for a decision stands in the summary and on the client's card; no week is calm then."""

from __future__ import annotations

from bot.domain.messages import choices_from_json
from bot.domain.people import Role
from bot.storage.models import Person
from tests.conversations.conftest import Cast
from tests.conversations.test_contested_corrections import corrected
from tests.conversations.test_contested_corrections import objects as objects_to_correction
from tests.conversations.test_contests import objects, rejected
from tests.conversations.test_excuse_requests import asks
from tests.conversations.test_long_lists import fit
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
    listed = await world.last(cast.officer)
    assert (listed.key, (await world.keys(cast.officer)).count("excuse-card")) == ("needs-heading", 1)
    assert "Perlu Anda: 1 hal. Menunggu orang lain: 0 hal." in listed.text
    assert (
        "mengajukan izin Kam 23 Apr, menunggu sejak Sen 20 Apr. Langkah: buka dengan tombol 📝" in listed.text
    )
    await world.phone(cast.officer).types("📝 Budi (contoh)")
    assert (await world.last(cast.officer)).key == "excuse-card"
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


async def test_the_card_opens_the_request_that_it_names(world: World, cast: Cast) -> None:
    await asks(world, cast)
    await card_of(world, cast)
    await world.phone(cast.officer).types("📝 Izin Kam 23 Apr")

    card = await world.last(cast.officer)
    assert card.key == "excuse-card"
    await world.phone(cast.officer).taps("✅ Setujui")
    assert (await world.last(cast.budi)).key == "excused-told-client"
    await card_of(world, cast)
    assert "📝 Izin Kam 23 Apr" not in await labels(world, cast.officer)


async def test_the_card_opens_the_contest_that_it_names_to_whoever_decides_it(
    world: World, cast: Cast
) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await rejected(world, cast)
    await objects(world, cast)
    await world.phone(head).writes("/klien K-01")
    assert "✋ Buka Kam 23 Apr" not in await labels(world, head)
    await card_of(world, cast)
    await world.phone(cast.officer).types("✋ Buka Kam 23 Apr")

    assert (await world.last(cast.officer)).key == "contest-card"


async def test_what_the_head_decides_opens_on_his_card_only(world: World, cast: Cast) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await corrected(world, cast)
    await objects_to_correction(world, cast)
    await card_of(world, cast)
    assert "✋ Buka Kam 23 Apr" not in await labels(world, cast.officer)
    await world.phone(head).writes("/klien K-01")
    await world.phone(head).types("✋ Buka Kam 23 Apr")

    assert (await world.last(head)).key == "contest-card"


async def test_of_many_requests_the_first_three_open_and_the_card_fits(world: World, cast: Cast) -> None:
    for day in range(23, 28):
        await world.phone(cast.budi).writes(f"/izin keluarga {day}/04 hajatan")
        await world.phone(cast.budi).taps("📨 Kirim tanpa bukti")
    card = await card_of(world, cast)

    opened = [one for one in await labels(world, cast.officer) if one.startswith("📝 Izin")]
    assert opened == ["📝 Izin Kam 23 Apr", "📝 Izin Jum 24 Apr", "📝 Izin Sab 25 Apr"]
    assert "📝 Izin Sen 27 Apr diajukan, belum diputuskan. Langkah: /perlu" in card
    assert fit(world)


async def labels(world: World, reader: Person) -> list[str]:
    """What can be chosen below the last message that offers something."""
    shown = [row for row in await world.outbox() if row.external_id == reader.code]
    choices = next(row.content["choices"] for row in reversed(shown) if row.content.get("choices"))
    return [world.house.texts.render(one.key, one.params, locale="id") for one in choices_from_json(choices)]
