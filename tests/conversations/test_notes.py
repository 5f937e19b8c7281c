"""An officer's notes: added and never changed, also after the case was closed; nobody else reads them."""

from __future__ import annotations

from bot.domain.cases import CaseState
from bot.domain.people import Role
from bot.storage.models import Case
from tests.conversations.conftest import Cast
from tests.harness import World

FIRST, SECOND = "Ibunya sakit sejak Maret", "Bukan ibunya, neneknya"


async def test_a_correction_is_another_note_and_both_stay(world: World, cast: Cast) -> None:
    officer = world.phone(cast.officer)
    await officer.writes(f"/catatan K-01 {FIRST}")
    assert (await world.last(cast.officer)).key == "case-note-added"
    await officer.taps_id(f"case-note:{cast.case.id}")
    assert FIRST in (await world.last(cast.officer)).text
    await officer.writes(SECOND)

    await officer.writes("/klien K-01")
    card = (await world.last(cast.officer)).text
    assert card.index(SECOND) < card.index(FIRST)
    assert f"📝 Sen 20 Apr, {cast.officer.shown}: {FIRST}" in card


async def test_a_note_after_closing_is_kept_and_marked_as_later(world: World, cast: Cast) -> None:
    async with world.database.transaction() as session:
        (await session.get_one(Case, cast.case.id)).state = CaseState.ENDED
    await world.phone(cast.officer).writes(f"/catatan K-01 {FIRST}")
    assert (await world.last(cast.officer)).key == "case-note-added-later"

    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await world.phone(head).writes("/klien K-01")
    assert f"(sesudah perkara ditutup): {FIRST}" in (await world.last(head)).text


async def test_a_note_is_neither_empty_nor_too_long_nor_a_colleagues(world: World, cast: Cast) -> None:
    officer = world.phone(cast.officer)
    await officer.taps_id(f"case-note:{cast.case.id}")
    await officer.writes("x" * 1001)
    assert (await world.last(cast.officer)).key == "case-note-too-long"
    await officer.writes(FIRST)
    assert (await world.last(cast.officer)).key == "case-note-added"

    colleague = await world.person(cast.office, "PK-02", Role.OFFICER)
    await world.phone(colleague).writes(f"/catatan K-01 {SECOND}")
    assert (await world.last(colleague)).key == "client-not-found"
