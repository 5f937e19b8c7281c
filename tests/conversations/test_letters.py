"""The letter at the end of a case: who gets it, what stands on it, and that it holds while it is true."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import time
from pathlib import Path

import httpx
import pytest
from docx import Document
from prometheus_client import CollectorRegistry
from sqlmodel import col, delete, select

from bot.domain.cases import Programme
from bot.domain.letters import grouped
from bot.domain.people import Role
from bot.letters import issue
from bot.storage.letters import Letter as Issued
from bot.storage.models import Case, Person
from bot.verification import letter_route
from bot.web import web_app
from tests.conversations.case_life import facts, short_order, works
from tests.conversations.conftest import Cast
from tests.conversations.test_documents import papers
from tests.conversations.test_endings import corrects
from tests.conversations.test_shared_phones import a_phone
from tests.harness import PUBLIC, World, at, sentences
from tests.papers import links_in, pages_in, words_in

NUMBER = "1/SKS/BPS-MKS/2026"


@pytest.fixture
async def head(world: World, cast: Cast) -> Person:
    return await world.person(cast.office, "KB-01", Role.HEAD)


async def completes(world: World, cast: Cast, head: Person, *, day: int = 23) -> None:
    await short_order(world, cast, 3)
    await works(world, cast, day)
    await approved(world, cast, head)


async def approved(world: World, cast: Cast, head: Person) -> None:
    await world.phone(cast.officer).taps("✅ Selesai")
    await world.phone(head).taps("✅ Setujui")


async def letters(world: World) -> list[Issued]:
    async with world.database.reading() as session:
        return list((await session.exec(select(Issued).order_by(col(Issued.id)))).all())


async def opens(world: World, link: str) -> str:
    """What a stranger reads who opens the address of a QR."""
    app = web_app(_ready, CollectorRegistry(), letter_route(world.database, sentences()))
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app)) as http:
        return (await http.get(link)).text


async def _ready() -> dict[str, bool]:
    return {}


async def test_the_client_hears_of_his_letter_and_opens_it_and_anybody_can_check_it(
    world: World, cast: Cast, head: Person, tmp_path: Path
) -> None:
    await completes(world, cast, head)
    last = await world.last(cast.budi)
    assert last.key == "closing-final-served"
    assert f"nomor {NUMBER} sudah ada" in last.text
    await world.phone(cast.budi).writes("surat")

    sent = await world.last(cast.budi)
    assert (sent.key, sent.document) == ("letter-own", "surat-keterangan-K-01.pdf")
    said = words_in(sent.content)
    for word in (
        f"Nomor: {NUMBER}",
        "Kepala Bapas Contoh",
        "Budi (contoh)",
        "1/Pid.B/2026/PN (contoh)",
        "42 jam",
        "2 Maret 2026",
        "23 April 2026",
        "Kepala Bapas",
        "NIP",
    ):
        assert word in said, word
    (letter,) = await letters(world)
    assert grouped(letter.code) in said
    assert pages_in(sent.content) == 1
    assert links_in(sent.content, tmp_path) == [f"{PUBLIC}/surat/{letter.code}"]
    page = await opens(world, f"{PUBLIC}/surat/{letter.code}")
    assert "Surat ini berlaku" in page
    assert "42 jam" in page
    assert "Bapas Contoh" in page
    assert "Budi" not in page
    assert "letter_issued" in await facts(world, cast)


async def test_a_letter_ends_with_its_case_and_another_completion_has_a_number_and_code_of_its_own(
    world: World, cast: Cast, head: Person
) -> None:
    await completes(world, cast, head)
    (first,) = await letters(world)
    await corrects(world, cast, "-60 23/04/2026 tercatat dua kali")
    await world.passes(at(23, 11, 10))

    for person in (cast.officer, head, cast.budi):
        told = [one for one in await world.letters(person) if f"{NUMBER} tidak berlaku lagi" in one.text]
        assert len(told) == 1, person.code
    assert "tidak berlaku lagi" in await opens(world, f"{PUBLIC}/surat/{first.code}")
    assert "letter_revoked" in await facts(world, cast)
    await world.phone(cast.budi).writes("surat")
    assert (await world.last(cast.budi)).key == "letter-own-none"

    await corrects(world, cast, "+60 23/04/2026 ternyata benar")
    await world.phone(cast.officer).taps("✏️ Tetap koreksi")
    await world.passes(at(23, 11, 20))
    await world.phone(cast.officer).taps_id(f"close-served:{cast.case.id}")
    await world.phone(head).taps("✅ Setujui")
    old, new = await letters(world)
    assert (old.revoked_at is not None, new.number) == (True, "2/SKS/BPS-MKS/2026")
    assert old.code != new.code
    assert "tidak berlaku lagi" in await opens(world, f"{PUBLIC}/surat/{old.code}")
    assert "Surat ini berlaku" in await opens(world, f"{PUBLIC}/surat/{new.code}")


async def test_officer_and_head_print_it_and_edit_its_draft(world: World, cast: Cast, head: Person) -> None:
    await completes(world, cast, head)
    for person in (cast.officer, head):
        paper, draft = await papers(world, person, "/dokumen surat K-01")
        assert (paper.key, paper.document) == ("letter-ready", "surat-keterangan-K-01.pdf")
        assert draft.document == "surat-keterangan-K-01.docx"
        document = Document(io.BytesIO(draft.content))
        said = [one.text for one in document.paragraphs]
        assert f"Nomor: {NUMBER}" in said
        assert grouped((await letters(world))[0].code) in said
        rows = {row.cells[0].text: row.cells[1].text for row in document.tables[0].rows}
        assert (rows["Nama"], rows["Sudah dijalani"]) == ("Budi (contoh)", "42 jam")
        assert len(document.inline_shapes) == 1
        page, about = document.sections[0], document.core_properties
        assert [round(size.mm) for size in (page.page_width, page.page_height) if size] == [210, 297]
        assert (about.author, about.comments) == ("", "")
    assert [one.number for one in await letters(world)] == [NUMBER]


async def test_the_officer_prints_it_from_the_word_that_the_head_has_approved(
    world: World, cast: Cast, head: Person
) -> None:
    await completes(world, cast, head)
    told = await world.letter(cast.officer, "closing-approved")
    assert [one.label for one in told.buttons] == ["📜 Surat selesai", "📝 Isi evaluasi"]
    await world.phone(cast.officer).taps("📜 Surat selesai")
    documents = [one.document for one in await world.letters(cast.officer) if one.document]
    assert documents == ["surat-keterangan-K-01.pdf", "surat-keterangan-K-01.docx"]


async def test_before_the_head_has_approved_there_is_none(world: World, cast: Cast, head: Person) -> None:
    await short_order(world, cast, 3)
    await works(world, cast, 23)
    await world.phone(cast.officer).taps("✅ Selesai")
    await world.phone(cast.officer).writes("/dokumen surat K-01")
    assert (await world.last(cast.officer)).key == "letter-not-yet"
    await world.phone(cast.officer).taps_id(f"document-case:{cast.case.id}:letter")
    assert (await world.last(cast.officer)).key == "letter-not-yet"
    await world.phone(cast.budi).writes("/surat")
    assert (await world.last(cast.budi)).key == "letter-own-none"
    assert await letters(world) == []


async def test_a_case_that_was_completed_before_there_were_letters_gets_its_own_when_asked_for(
    world: World, cast: Cast, head: Person
) -> None:
    await completes(world, cast, head)
    async with world.database.transaction() as session:
        await session.exec(delete(Issued))
    for _ in range(2):
        paper, _draft = await papers(world, cast.officer, "/dokumen surat K-01")
        assert NUMBER in words_in(paper.content)
    assert [one.number for one in await letters(world)] == [NUMBER]


async def test_of_a_child_the_guardian_gets_the_letter_and_it_names_nobody(
    world: World, cast: Cast, head: Person
) -> None:
    guardian = await world.person(cast.office, "W-07", Role.GUARDIAN, name="Rahmat (contoh)")
    child = await world.person(cast.office, "A-07", Role.CLIENT, name="Rahasia (contoh)", child=True)
    case = await world.case(
        child,
        cast.officer,
        cast.site,
        total_hours=42,
        programme=Programme.CHILD_SERVICE,
        guardian_id=guardian.id,
        starts=time(8),
    )
    cast = replace(cast, budi=child, case=case)
    await completes(world, cast, head)

    told = await world.last(guardian)
    assert told.key == "letter-issued-guardian"
    assert "A-07" not in told.text.splitlines()[0]
    await world.phone(guardian).writes("surat")
    sent = await world.last(guardian)
    assert sent.document == "surat-keterangan-A-07.pdf"
    said = words_in(sent.content)
    assert "A-07" in said
    assert not [word for word in ("Rahasia", "Rahmat", case.number, case.ruling_number) if word in said]
    page = await opens(world, f"{PUBLIC}/surat/{(await letters(world))[0].code}")
    assert "A-07" not in page

    await corrects(world, cast, "-60 23/04/2026 tercatat dua kali")
    await world.passes(at(23, 11, 10))
    assert (await world.keys(guardian))[-1] == "letter-revoked-guardian"


async def test_nobody_gets_the_letter_of_somebody_else(world: World, cast: Cast, head: Person) -> None:
    await completes(world, cast, head)
    sari = await world.person(cast.office, "K-02", Role.CLIENT)
    other = await world.person(cast.office, "PK-02", Role.OFFICER)
    guardian = await world.person(cast.office, "W-01", Role.GUARDIAN)
    for person, said, key in (
        (sari, "/surat", "letter-own-none"),
        (guardian, "/surat", "letter-own-none"),
        (other, "/dokumen surat K-01", "document-client-unknown"),
        (cast.supervisor, "/surat", "not-for-you"),
    ):
        await world.phone(person).writes(said)
        assert (await world.last(person)).key == key, said
    await world.phone(other).taps_id(f"document-case:{cast.case.id}:letter")
    assert (await world.last(other)).key == "not-yours"


async def test_words_that_begin_like_it_are_no_command(world: World, cast: Cast) -> None:
    await world.phone(cast.budi).writes("surat dokter menyusul pak")
    assert not (await world.last(cast.budi)).key.startswith("letter")


@pytest.mark.parametrize(
    ("kind", "name", "key"),
    [("🏢 Di pos", "K-01", "letter-own-on-post"), ("🏠 Di keluarga", "Budi (contoh)", "letter-own")],
)
async def test_at_a_post_no_letter_stays_in_the_chat(
    world: World, cast: Cast, kind: str, name: str, key: str
) -> None:
    async with world.database.transaction() as session:
        await issue(session, await session.get_one(Case, cast.case.id), by=None, now=world.clock.now())
    shared = await a_phone(world, cast, "HP bersama", kind)
    await shared.phone.writes(name)
    await shared.phone.writes("surat")
    last = (await world.letters(shared.code))[-1]
    assert (last.key, last.document != "") == (key, key == "letter-own")
