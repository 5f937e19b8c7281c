"""A client contests the hours that he served before Hadir: never whoever entered them looks again."""

from __future__ import annotations

from datetime import date

import pytest

from bot import lifecycle
from bot.domain.people import Role
from bot.storage import queries
from bot.storage.models import Person
from tests.conversations.case_life import facts
from tests.conversations.conftest import Cast
from tests.conversations.test_contests import credited
from tests.harness import World


@pytest.fixture
async def head(world: World, cast: Cast) -> Person:
    return await world.person(cast.office, "KB-01", Role.HEAD)


async def served(world: World, cast: Cast, by: Person | None, hours: int = 24) -> None:
    async with world.database.transaction() as session:
        case = await queries.locked_case(session, cast.office.id, cast.case.id)
        assert case is not None
        await lifecycle.set_opening(
            session,
            case,
            hours * 60,
            as_of=date(2026, 4, 19),
            basis="BA/1/2026 (contoh)",
            actor_id=by.id if by else None,
            now=world.clock.now(),
        )


async def objects(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("/riwayat")
    assert "Sudah dijalani sebelum tercatat di sini, sampai Min 19 Apr: 24 jam" in str(
        await world.last(cast.budi)
    )
    await world.phone(cast.budi).types("✋ Ada yang keliru")
    await world.phone(cast.budi).types("✋ Jam sebelumnya")
    assert (await world.last(cast.budi)).key == "contest-ask-opening"
    await world.phone(cast.budi).writes("seharusnya 30 jam, ada daftar hadir desa")


@pytest.mark.parametrize("enterer", ["officer", "operator", "nobody"])
async def test_who_did_not_enter_them_decides_how_many_they_were(
    world: World, cast: Cast, head: Person, enterer: str
) -> None:
    operator = await world.person(cast.office, "OP-01", Role.OPERATOR)
    by = {"officer": cast.officer, "operator": operator}.get(enterer)
    decider, other = (head, cast.officer) if by is cast.officer else (cast.officer, head)
    await served(world, cast, by)
    await objects(world, cast)
    filed = await world.letter(cast.budi, "contest-filed-head" if decider is head else "contest-filed")
    assert "paling lambat Senin, 27 April 2026" in filed.text
    assert "contest-card" not in await world.keys(other)
    assert await world.letters(cast.supervisor) == []
    card = await world.last(decider)
    assert "Dijalani sebelum tercatat di sini, sampai Min 19 Apr: 24 jam." in card.text
    assert f"Dasarnya: BA/1/2026 (contoh). Dicatat oleh {by.name if by else '–'}." in card.text
    assert "Kata klien: seharusnya 30 jam, ada daftar hadir desa" in card.text
    assert "Klien benar" not in str(card)
    for label, said, key in (
        ("✏️ Jam yang benar", "banyak", "contest-other-hours-unreadable"),
        ("", "30 jam 30 menit", "contest-other-preview"),
        ("✅ Ya, itu", "sesuai daftar hadir desa", "contest-upheld-opening"),
    ):
        if label:
            await world.phone(decider).taps(label)
        await world.phone(decider).writes(said)
        assert (await world.last(decider)).key == key

    assert await credited(world, cast) == 30 * 60 + 30
    told = await world.last(cast.budi)
    assert told.key == "result-opening"
    assert "sampai Min 19 Apr: 30 jam 30 menit." in told.text
    assert "Jawaban atas keberatan: sesuai daftar hadir desa" in told.text
    assert "Jumlah jam diakui sekarang: 30 jam 30 menit" in told.text
    if by is not None:
        heard = "contest-upheld-officer" if by.role is Role.OFFICER else "contest-upheld-opener"
        assert (await world.keys(by))[-1] == heard
    assert (await facts(world, cast))[-2:] == ["opening_balance", "contest_upheld"]
    await world.phone(cast.budi).taps_id(f"contest-opening:{cast.case.id}")
    assert (await world.last(cast.budi)).key == "contest-was-decided"


async def test_they_may_stand_and_are_theirs_alone(world: World, cast: Cast, head: Person) -> None:
    other = await world.person(cast.office, "K-02", Role.CLIENT)
    await world.phone(cast.budi).taps_id(f"contest-opening:{cast.case.id}")
    assert (await world.last(cast.budi)).key == "contest-nothing-to-contest"
    await served(world, cast, cast.officer)
    await world.phone(other).taps_id(f"contest-opening:{cast.case.id}")
    assert (await world.last(other)).key == "not-yours"
    await objects(world, cast)
    await world.phone(head).taps_id("contest-uphold:1")
    await world.phone(head).writes("ya")
    assert (await world.last(head)).key == "contest-other-again"
    await world.phone(head).writes("/perlu")
    await world.phone(head).taps("❌ Catatan tetap")
    await world.phone(head).writes("berita acaranya menyebut 24 jam")

    assert await credited(world, cast) == 24 * 60
    assert (await world.last(cast.budi)).key == "contest-dismissed-entry"


async def test_hours_that_were_changed_meanwhile_are_shown_before_they_are_decided(
    world: World, cast: Cast
) -> None:
    await served(world, cast, None)
    await objects(world, cast)
    await served(world, cast, None, 30)
    for label, key in (
        ("❌ Catatan tetap", "contest-card"),
        ("❌ Catatan tetap", "contest-ask-dismiss-entry"),
    ):
        await world.phone(cast.officer).taps(label)
        assert (await world.last(cast.officer)).key == key
        if key == "contest-card":
            card = (await world.last(cast.officer)).text
            assert "30 jam" in card
            assert "sebelumnya 24 jam" in card
    await served(world, cast, None, 31)
    await world.phone(cast.officer).writes("berita acaranya benar")

    again = await world.last(cast.officer)
    assert again.key == "contest-card-more"
    assert "31 jam" in again.text
    assert "contest-dismissed-entry" not in await world.keys(cast.budi)


async def test_other_hours_are_shown_with_what_they_come_to(world: World, cast: Cast) -> None:
    await served(world, cast, None)
    await objects(world, cast)
    await world.phone(cast.officer).taps("✏️ Jam yang benar")
    await world.phone(cast.officer).writes("300 jam")
    shown = (await world.last(cast.officer)).text
    assert "24 jam → 300 jam" in shown
    assert "Jumlah diakui: 24 jam → 42 jam" in shown
    assert "⚠️ Itu lebih dari jam putusan (42 jam)" in shown
    await world.phone(cast.officer).writes("30 jam")
    shown = (await world.last(cast.officer)).text
    assert "Jumlah diakui: 24 jam → 30 jam" in shown
    assert "⚠️" not in shown
