"""`/dokumen buku`: how a client's guidance goes, in his words and his officer's."""

from __future__ import annotations

import pytest

from bot.domain.people import Role
from bot.storage.models import Person
from tests.conversations.conftest import Cast
from tests.conversations.test_documents import papers, table
from tests.conversations.test_reporting import reporting, reports
from tests.harness import World, at
from tests.papers import words_in


@pytest.fixture
async def tono(world: World, cast: Cast) -> Person:
    """Reports every month, for the first time on Thursday the 23rd."""
    tono = await world.person(cast.office, "K-09", Role.CLIENT, name="Tono (contoh)")
    await reporting(world, cast, tono)
    return tono


async def test_the_book_holds_each_report_and_what_the_officer_noted(
    world: World, cast: Cast, tono: Person
) -> None:
    world.clock.moment = at(23, 9)
    await reports(world, tono, talk="ya")
    await world.passes(at(24, 9))
    await world.phone(cast.officer).writes("/catatan K-09 Sudah diajak bicara")
    await world.passes(at(24, 9, month=5))
    await world.phone(cast.officer).writes("/dokumen")
    await world.phone(cast.officer).taps("📖 Buku bimbingan")
    paper, draft = [one for one in await world.letters(cast.officer) if one.document][-2:]

    assert (paper.document, draft.document) == (
        "buku-perkembangan-K-09.pdf",
        "buku-perkembangan-K-09.xlsx",
    )
    first, note, second = table(draft)
    assert [first[title] for title in ("Kondisi saat ini", "Kegiatan/pekerjaan", "Kendala")] == [
        "sehat",
        "bengkel",
        "tidak ada",
    ]
    assert (first["Keterangan"], first["Perlu bicara dengan PK"]) == ("sudah lapor", "ya")
    assert note["Catatan PK"] == f"Sudah diajak bicara ({cast.officer.name})"
    assert (second["Keterangan"], second["Kondisi saat ini"]) == ("belum lapor", "")
    words = words_in(paper.content)
    assert "terus bekerja" in words
    assert not any("Tono" in one.text.splitlines()[0] for one in (paper, draft))


async def test_only_who_reports_has_a_book(world: World, cast: Cast) -> None:
    for said in ("/dokumen buku", "/dokumen buku budi"):
        await world.phone(cast.officer).writes(said)
        assert (await world.last(cast.officer)).key == "document-nobody-reports"


async def test_it_is_of_whoever_guides_and_the_head(world: World, cast: Cast, tono: Person) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    strange = await world.person(cast.office, "PK-09", Role.OFFICER)
    paper, _ = await papers(world, head, "dokumen buku perkembangan tono")
    assert paper.document == "buku-perkembangan-K-09.pdf"
    await world.phone(strange).writes("/dokumen buku tono")
    assert (await world.last(strange)).key == "document-nobody-reports"


async def test_a_child_is_a_code(world: World, cast: Cast) -> None:
    child = await world.person(cast.office, "A-07", Role.CLIENT, name="Nama Rahasia", child=True)
    await reporting(world, cast, child)
    paper, draft = await papers(world, cast.officer, "/dokumen buku a-07")
    words = words_in(paper.content)
    assert "A-07" in words
    assert "Rahasia" not in words + paper.text + draft.text
    assert "A-07/2026" not in words
