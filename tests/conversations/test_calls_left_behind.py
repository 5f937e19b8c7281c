"""An open call for help and a move to another Bapas: it stays with whoever was called, and nobody forgets."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.domain.help_calls import HelpState
from bot.domain.people import Role
from bot.storage.models import Person
from tests.conversations.conftest import Cast
from tests.conversations.office_moves import There, moves, offers, there
from tests.conversations.test_help_calls import call, calls
from tests.harness import World

__all__ = ["there"]


@pytest.fixture
async def head(world: World, cast: Cast) -> Person:
    return await world.person(cast.office, "KB-01", Role.HEAD, name="Rahma (contoh)")


async def test_whoever_takes_a_client_over_hears_that_a_call_is_open_and_not_what_it_says(
    world: World, cast: Cast, there: There, head: Person
) -> None:
    await calls(world, cast)
    said = (await call(world)).words
    await world.phone(head).taps("🙋 Saya tangani")
    await moves(world, cast, there)

    told = await world.letter(there.sari, "office-arrival")
    assert "permintaan bantuannya di Bapas Contoh" in told.text
    assert "tetap ditangani Rahma (contoh)" in told.text
    assert "hubungi 0411-000111" in told.text
    letters = [*await world.letters(there.sari), *await world.letters(there.head)]
    assert not any(said in one.text for one in letters)
    assert not any("bantuan" in one.text for one in await world.letters(there.head))
    for who in (cast.officer, head):
        stays = await world.letter(who, "office-transfer-accepted")
        assert "tetap ditangani Rahma (contoh) di sini sampai ditutup" in stays.text


async def test_the_bapas_that_was_called_still_answers_and_the_client_hears(
    world: World, cast: Cast, there: There, head: Person
) -> None:
    await calls(world, cast)
    await moves(world, cast, there)
    assert "belum ditangani siapa pun" in (await world.letter(there.sari, "office-arrival")).text
    await world.passes(world.clock.now() + timedelta(minutes=31))
    assert (await world.last(head)).key == "call-unanswered"
    await world.phone(cast.officer).writes("/perlu")
    card = await world.letter(cast.officer, "call-card")
    assert "dibimbing Sari (contoh) di Bapas Serang" in card.text
    assert "tidak punya HP" not in card.text
    assert "⏸ Hentikan kerja" not in str(card)
    await world.phone(cast.officer).writes("/ringkasan")
    assert "minta bantuan" in (await world.last(cast.officer)).text
    await world.phone(head).taps("🙋 Saya tangani")

    assert (await world.last(cast.budi)).key == "call-taken-client"
    await world.phone(head).taps_id(f"help-close:{(await call(world)).id}")
    await world.phone(head).writes("dijemput keluarga")
    assert (await world.last(cast.budi)).key == "call-closed-client"
    assert (await call(world)).state is HelpState.CLOSED


async def test_a_call_that_was_only_begun_reaches_the_bapas_that_was_called(
    world: World, cast: Cast, there: There, head: Person
) -> None:
    await offers(world, cast.officer)
    await world.phone(cast.budi).taps_id("help-kind:other")
    await world.phone(there.head).taps("Sari (contoh)")
    await world.passes(world.clock.now() + timedelta(minutes=6))

    assert (await world.last(cast.budi)).key == "call-sent-by-itself"
    assert "call-card" in await world.keys(head)


async def test_what_he_writes_after_the_move_is_a_call_in_his_new_bapas(
    world: World, cast: Cast, there: There
) -> None:
    await calls(world, cast)
    await moves(world, cast, there)
    await world.phone(cast.budi).writes("saya mau bunuh diri saja")

    assert "call-card" in await world.keys(there.sari)
    assert "saya mau bunuh diri saja" not in "\n".join(one.text for one in await world.letters(cast.officer))
