"""`/dokumen lapor`: who reported in a month, of an officer's clients or of the whole office's."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time

import pytest

from bot.domain.leaves import LeaveState
from bot.domain.people import Role
from bot.storage.leaves import Leave
from bot.storage.models import Person
from tests.conversations.conftest import Cast
from tests.conversations.test_documents import notes, papers, table
from tests.conversations.test_reporting import reporting, reports
from tests.harness import World, at
from tests.papers import words_in


@pytest.fixture
async def tono(world: World, cast: Cast) -> Person:
    """Reports every month, for the first time on Thursday the 23rd."""
    tono = await world.person(cast.office, "K-09", Role.CLIENT, name="Tono (contoh)")
    await reporting(world, cast, tono)
    return tono


@pytest.fixture
async def head(world: World, cast: Cast) -> Person:
    return await world.person(cast.office, "KB-01", Role.HEAD)


async def test_an_officer_gets_the_month_with_who_reported_when_and_who_did_not(
    world: World, cast: Cast, tono: Person
) -> None:
    silent = await world.person(cast.office, "K-10", Role.CLIENT, name="Wati (contoh)")
    await reporting(world, cast, silent)
    world.clock.moment = at(23, 9)
    await reports(world, tono)
    await world.passes(at(24, 9))
    await world.phone(cast.officer).writes("/dokumen")
    await world.phone(cast.officer).taps("📝 Lapor diri")
    asked = await world.last(cast.officer)
    assert (asked.key, "dokumen lapor 2026-02" in asked.text) == ("document-which-period-month", True)
    await world.phone(cast.officer).taps("📅 Bulan ini")

    paper, draft = (await world.letters(cast.officer))[-2:]
    file = "daftar-lapor-diri-PK-01-2026-04"
    assert (paper.document, draft.document) == (f"{file}.pdf", f"{file}.xlsx")
    first, second = table(draft)
    assert (first["Kode/nama klien"], first["Keterangan"]) == ("Tono (contoh)", "sudah lapor")
    assert (first["Tanggal lapor"], first["Jam lapor"]) == (date(2026, 4, 23), time(9))
    assert (second["Kode/nama klien"], second["Keterangan"]) == ("Wati (contoh)", "belum lapor")
    figures = notes(draft)
    assert (figures["Jadwal lapor"], figures["Sudah lapor"], figures["Belum lapor"]) == (2, 1, 1)
    words = words_in(paper.content)
    assert "Tono (contoh)" in words
    assert "bengkel" not in words + str(table(draft))


@pytest.mark.parametrize("said", ["dokumen lapor mei 2026", "/dokumen daftar lapor diri 2026-05"])
async def test_a_month_is_typed(world: World, cast: Cast, tono: Person, said: str) -> None:
    _, draft = await papers(world, cast.officer, said)
    assert draft.document == "daftar-lapor-diri-PK-01-2026-05.xlsx"


async def test_what_is_no_month_is_said(world: World, cast: Cast) -> None:
    await world.phone(cast.officer).writes("/dokumen lapor kapan saja")
    assert (await world.last(cast.officer)).key == "document-period-unknown"


async def test_a_head_has_the_whole_office_and_each_officer(
    world: World, cast: Cast, tono: Person, head: Person
) -> None:
    other = await world.person(cast.office, "PK-02", Role.OFFICER, name="Rina (contoh)")
    wati = await world.person(cast.office, "K-10", Role.CLIENT, name="Wati (contoh)")
    await reporting(world, replace(cast, officer=other), wati)
    await world.phone(head).writes("dokumen lapor")
    assert (await world.last(head)).key == "document-which-officer"
    await world.phone(head).taps("🏛 Seluruh Bapas")
    await world.phone(head).taps("📅 Bulan ini")
    draft = await world.last(head)
    assert draft.document == "daftar-lapor-diri-2026-04.xlsx"
    assert {row["PK"] for row in table(draft)} == {cast.officer.name, "Rina (contoh)"}

    await world.phone(head).taps_id("document:report-list")
    await world.phone(head).taps("Rina (contoh)")
    assert "dokumen lapor PK-02 2026-02" in (await world.last(head)).text
    for said in ("dokumen lapor rina april 2026", "dokumen lapor pk-02 bulan ini"):
        _, draft = await papers(world, head, said)
        assert draft.document == "daftar-lapor-diri-PK-02-2026-04.xlsx"
        assert [row["Kode/nama klien"] for row in table(draft)] == ["Wati (contoh)"]


async def test_a_stand_in_chooses_of_whom(world: World, cast: Cast, tono: Person) -> None:
    colleague = await world.person(cast.office, "PK-03", Role.OFFICER)
    async with world.database.transaction() as session:
        session.add(
            Leave(
                office_id=cast.office.id,
                person_id=cast.officer.id,
                stand_in_id=colleague.id,
                first=date(2026, 4, 20),
                last=date(2026, 4, 24),
                state=LeaveState.ACCEPTED,
                asked_by=cast.officer.id,
                asked_at=at(20, 8),
            )
        )
    await world.phone(colleague).writes("dokumen lapor")
    assert (await world.last(colleague)).key == "document-which-officer"
    await world.phone(colleague).taps(cast.officer.name)
    await world.phone(colleague).taps("📅 Bulan ini")
    assert (await world.last(colleague)).document == "daftar-lapor-diri-PK-01-2026-04.xlsx"
    _, draft = await papers(world, colleague, "dokumen lapor april 2026")
    assert draft.document == "daftar-lapor-diri-PK-03-2026-04.xlsx"


async def test_what_is_somebody_elses_is_refused(world: World, cast: Cast, tono: Person) -> None:
    strange = await world.person(cast.office, "PK-09", Role.OFFICER)
    abroad = await world.person(await world.office("BPS-2"), "KB-02", Role.HEAD)
    for person in (strange, abroad):
        for entry in (
            f"document-officer:{cast.officer.id}:report-list",
            f"document-period:{cast.officer.id}:20260401:report-list",
        ):
            await world.phone(person).taps_id(entry)
            assert (await world.last(person)).key == "not-yours"
    await world.phone(strange).taps_id("document-period:0:20260401:report-list")
    assert (await world.last(strange)).key == "not-yours"
    for entry in ("document-officer:0:client-card", "document-period:0:20260401", "document-officer:0"):
        await world.phone(abroad).taps_id(entry)
        assert (await world.last(abroad)).key == "choice-unknown"


async def test_a_child_is_a_code_and_first_lines_name_nobody(world: World, cast: Cast, head: Person) -> None:
    child = await world.person(cast.office, "A-07", Role.CLIENT, name="Nama Rahasia", child=True)
    await reporting(world, cast, child)
    paper, draft = await papers(world, head, "dokumen lapor pk-01 2026-04")
    words = words_in(paper.content)
    assert "A-07" in words
    assert "Rahasia" not in words + paper.text + draft.text + str(table(draft))
    for letter in (paper, draft):
        first = letter.text.splitlines()[0]
        assert not any(word in f"{first} {letter.document}" for word in (cast.officer.name, "klien", "Bapas"))
