"""`/dokumen mingguan` and `/dokumen bulanan`: the report on any week or month, its draft, and its charts."""

from __future__ import annotations

import io
from datetime import date

import pytest
from PIL import Image
from python_calamine import CalamineWorkbook

from bot.domain.cases import Programme
from bot.domain.people import Role
from bot.storage.models import Person
from tests.conversations.case_life import works
from tests.conversations.conftest import Cast
from tests.conversations.test_documents import balance, notes, table
from tests.harness import Letter, World, at
from tests.papers import words_in


async def report(world: World, person: Person, said: str) -> tuple[Letter, Letter, Letter]:
    """What somebody gets who asks in words: the paper, its charts, its draft."""
    await world.phone(person).writes(said)
    paper, chart, draft = (await world.letters(person))[-3:]
    return paper, chart, draft


def cells(draft: Letter) -> str:
    """All that stands in a workbook, on any sheet."""
    book = CalamineWorkbook.from_filelike(io.BytesIO(draft.content))
    return str([book.get_sheet_by_name(name).to_python() for name in book.sheet_names])


@pytest.mark.parametrize(
    ("kind", "period", "file"),
    [
        ("📈 Laporan mingguan", "📅 Minggu ini", "laporan-mingguan-PK-01-2026-W17"),
        ("🗓 Laporan bulanan", "📅 Bulan ini", "laporan-bulanan-PK-01-2026-04"),
    ],
)
async def test_an_officer_chooses_and_gets_paper_charts_and_draft(
    world: World, cast: Cast, kind: str, period: str, file: str
) -> None:
    await works(world, cast, 23)
    await world.phone(cast.officer).writes("/dokumen")
    await world.phone(cast.officer).taps(kind)
    await world.phone(cast.officer).taps(period)
    paper, chart, draft = (await world.letters(cast.officer))[-3:]

    assert (paper.document, draft.document) == (f"{file}.pdf", f"{file}.xlsx")
    assert Image.open(io.BytesIO(chart.content)).format == "PNG"
    credited, remaining = await balance(world, cast)
    (row,) = table(draft)
    assert (row["Diakui"] * 60, row["Sisa"] * 60) == (credited, remaining)
    assert (row["Jam masa ini"], row["Hadir"], row["Tidak hadir"]) == (3, 1, 0)
    assert (notes(draft)["Jumlah klien"], notes(draft)["Dihadiri"]) == (1, 1)
    words = words_in(paper.content)
    assert "Jam diakui dalam masa ini : 3 jam" in words
    assert "Budi (contoh) K-01 3 3/42 1/1" in words


@pytest.mark.parametrize(
    ("said", "file"),
    [
        ("/dokumen mingguan 2026-W10", "laporan-mingguan-PK-01-2026-W10"),
        ("dokumen laporan mingguan minggu lalu", "laporan-mingguan-PK-01-2026-W16"),
        ("dokumen bulanan maret", "laporan-bulanan-PK-01-2026-03"),
        ("/dokumen laporan bulanan 2025-12", "laporan-bulanan-PK-01-2025-12"),
    ],
)
async def test_any_past_week_or_month_is_typed(world: World, cast: Cast, said: str, file: str) -> None:
    paper, _, draft = await report(world, cast.officer, said)
    assert (paper.document, draft.document) == (f"{file}.pdf", f"{file}.xlsx")


async def test_a_month_names_what_is_still_open_without_anybodys_words(world: World, cast: Cast) -> None:
    await world.passes(at(23, 9, 5))
    await world.phone(cast.budi).writes("anak saya masuk rumah sakit")
    await world.passes(at(23, 13))
    paper, _, draft = await report(world, cast.officer, "dokumen bulanan bulan ini")

    words = words_in(paper.content)
    assert "Masih terbuka saat laporan dibuat" in words
    assert "sudah dijelaskan, belum dinilai PK" in words
    assert "rumah sakit" not in words + str(table(draft))
    assert "Langkah" not in words
    assert "Tidak hadir : 1" in words


async def test_a_head_has_the_office_officer_by_officer_and_each_officer(world: World, cast: Cast) -> None:
    head = await world.person(cast.office, "KB-01", Role.HEAD)
    await works(world, cast, 23)
    await world.phone(head).taps_id("document:monthly-report")
    await world.phone(head).taps("🏛 Seluruh Bapas")
    await world.phone(head).taps("📅 Bulan ini")
    paper, _, draft = (await world.letters(head))[-3:]
    assert draft.document == "laporan-bulanan-2026-04.xlsx"
    (row,) = table(draft)
    assert (row["PK"], row["Klien"], row["Jam masa ini"]) == (cast.officer.shown, 1, 3)
    assert "Budi" not in words_in(paper.content)

    paper, _, draft = await report(world, head, "dokumen bulanan pk-01 2026-04")
    assert "Budi (contoh)" in words_in(paper.content)


async def test_a_child_is_a_code_and_first_lines_name_nobody(world: World, cast: Cast) -> None:
    child = await world.person(cast.office, "A-07", Role.CLIENT, name="Nama Rahasia", child=True)
    await world.case(child, cast.officer, cast.site, programme=Programme.CHILD_SERVICE, total_hours=60)
    letters = await report(world, cast.officer, "dokumen bulanan bulan ini")
    words = words_in(letters[0].content)
    assert "A-07" in words
    assert "Rahasia" not in words + str(table(letters[2])) + "".join(one.text for one in letters)
    for letter in letters:
        first = f"{letter.text.splitlines()[0]} {letter.document}"
        assert not any(word in first for word in (cast.officer.name, "Budi", "Bapas", "perkara"))


async def test_what_is_somebody_elses_is_refused(world: World, cast: Cast) -> None:
    strange = await world.person(cast.office, "PK-09", Role.OFFICER)
    for kind in ("weekly-report", "monthly-report"):
        for whose in (cast.officer.id, 0):
            await world.phone(strange).taps_id(f"document-period:{whose}:20260401:{kind}")
            assert (await world.last(strange)).key == "not-yours"
    await world.phone(cast.supervisor).taps_id("document:monthly-report")
    assert (await world.last(cast.supervisor)).key in {"not-yours", "not-for-you"}


async def test_that_somebody_is_a_child_after_all_stands_on_no_signed_paper(world: World, cast: Cast) -> None:
    child = await world.person(cast.office, "K-09", Role.CLIENT, name="Tono (contoh)")
    await world.case(child, cast.officer, cast.site, total_hours=42)
    async with world.database.transaction() as session:
        (await session.get_one(Person, child.id)).born_on = date(2010, 1, 1)
    await world.passes(at(23, 13))
    for said in ("dokumen bulanan bulan ini", "dokumen mingguan minggu ini"):
        paper, _, draft = await report(world, cast.officer, said)
        assert "tercatat sebagai Anak" not in words_in(paper.content) + cells(draft)
