"""What comes of evaluations as paper and workbook: nothing of clients below five, and no names."""

from __future__ import annotations

import io
from datetime import date
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from bot.domain.evaluations import ELEMENTS, Question, Rater, SessionWord
from bot.storage.models import Person, Site
from tests.conversations.conftest import Cast
from tests.conversations.test_documents import first_sheet, notes, table
from tests.conversations.test_evaluation_results import agency_of, head_of, said, went
from tests.harness import Letter, World
from tests.papers import words_in

MARCH = date(2026, 3, 1)
SMOOTH, FAIR, TROUBLED = SessionWord.SMOOTH, SessionWord.FAIR, SessionWord.TROUBLED


async def made(
    world: World, person: Person, words: str = "/dokumen evaluasi tahun ini"
) -> tuple[Letter, Letter]:
    """The paper and its workbook."""
    await world.phone(person).writes(words)
    paper, book = (await world.letters(person))[-2:]
    return paper, book


def sheets(book: Letter) -> dict[str, list[list[Any]]]:
    found = CalamineWorkbook.from_filelike(io.BytesIO(book.content))
    return {name: found.get_sheet_by_name(name).to_python() for name in found.sheet_names}


async def test_a_head_has_his_office_by_site_and_the_elements_of_service(world: World, cast: Cast) -> None:
    await went(world, cast, SMOOTH, SMOOTH, FAIR, TROUBLED)
    for one in ELEMENTS:
        await said(world, cast, one, *([2] * 5 if one is Question.TIME else [4, 3, 4, 3, 4]))
    await said(world, cast, Question.ACTIVITY, 4, 3, 2, 1, 4)
    await said(world, cast, Question.PLACEMENT, 4, 2, rater=Rater.OFFICER)
    head = await head_of(world, cast)
    await world.phone(head).writes("/evaluasi")
    await world.phone(head).taps("📄 Buat dokumen")
    paper, book = (await world.letters(head))[-2:]

    assert (paper.document, book.document) == ("evaluasi-2026.pdf", "evaluasi-2026.xlsx")
    assert table(book) == [
        {
            "No": 1,
            "Lokasi": cast.site.name,
            "Kegiatan": "kebersihan lingkungan",
            "Kegiatan dinilai": 4,
            "Lancar": 2,
            "Cukup lancar": 1,
            "Ada kendala": 1,
            "Lancar (%)": 50,
            "Jawaban klien": 5,
            "Klien: baik": 3,
            "Jawaban PK": 2,
            "PK: cocok": 1,
        }
    ]
    found = sheets(book)
    assert list(found) == ["Hasil Evaluasi Kegiatan", "Unsur layanan", "Keterangan"]
    assert found["Unsur layanan"][3] == ["waktu pelayanan", 5, 2.0, 50.0]
    assert len(found["Unsur layanan"]) == 1 + len(ELEMENTS)
    told = notes(book)
    assert (told["Kepuasan layanan (IKM)"], told["Mutu layanan"]) == (85.56, "B (baik)")
    assert (told["Dari"], told["Sampai"]) == (date(2026, 1, 1), date(2026, 4, 20))
    words = words_in(paper.content)
    for part in ("HASIL EVALUASI KEGIATAN", "85,56", "waktu pelayanan 5 2,00 50,00", "4 50% 2 1 1 3/5 1/2"):
        assert part in words, part


async def test_four_clients_are_too_few_on_paper_too(world: World, cast: Cast) -> None:
    await went(world, cast, SMOOTH)
    await said(world, cast, Question.ACTIVITY, 1, 1, 1, 1)
    await said(world, cast, Question.MANNER, 1, 1, 1, 1)
    await said(world, cast, Question.REMARK, words="Pengawas sering marah")
    await said(world, cast, Question.REMARK, rater=Rater.SUPERVISOR, words="Budi rajin sekali")
    paper, book = await made(world, await head_of(world, cast))

    (row,) = table(book)
    assert (row["Jawaban klien"], row["Klien: baik"]) == ("", "")
    assert notes(book)["Kepuasan layanan (IKM)"] == "belum dihitung"
    assert "Unsur layanan" not in sheets(book)
    for private in ("Budi", "marah", "rajin", "K-01"):
        assert private not in words_in(paper.content) + str(sheets(book))


async def test_a_year_beside_its_quarter_tells_nobodys_answer_on_paper(world: World, cast: Cast) -> None:
    for question in (Question.ACTIVITY, Question.MANNER):
        await said(world, cast, question, 1, day=MARCH)
        await said(world, cast, question, *[4] * 5)
    head = await head_of(world, cast)
    _, year = await made(world, head)
    _, quarter = await made(world, head, "dokumen hasil evaluasi triwulan")

    assert quarter.document == "evaluasi-2026-TW2.xlsx"
    for book in (year, quarter):
        (row,) = table(book)
        assert (row["Jawaban klien"], row["Klien: baik"]) == (5, 5)
        assert sheets(book)["Unsur layanan"][1:] == [["perilaku pembimbing", 5, 4.0, 100.0]]
    await said(world, cast, Question.ACTIVITY, *[1] * 4, day=MARCH)
    (row,) = table((await made(world, head))[1])
    assert (row["Jawaban klien"], row["Klien: baik"]) == (10, 5)


@pytest.mark.parametrize(
    ("name", "reads"), [("Dinas Sosial (contoh)", True), ("Dinas Kesehatan (contoh)", False)]
)
async def test_an_agency_has_its_own_sites_and_no_index(
    world: World, cast: Cast, name: str, reads: bool
) -> None:
    agency = await agency_of(world, cast, name)
    await went(world, cast, TROUBLED)
    for one in (*ELEMENTS, Question.ACTIVITY):
        await said(world, cast, one, 4, 4, 4, 4, 4)
    await said(world, cast, Question.PLACEMENT, 1, rater=Rater.OFFICER)
    await world.phone(agency).writes("/dokumen")
    assert (await world.last(agency)).key == "document-which-span"
    await world.phone(agency).taps("📅 Triwulan ini")
    paper, book = (await world.letters(agency))[-2:]

    assert (paper.document, book.document) == ("evaluasi-D-01-2026-TW2.pdf", "evaluasi-D-01-2026-TW2.xlsx")
    assert len(table(book)) == int(reads)
    assert ("Belum ada jawaban." in words_in(paper.content)) is not reads
    assert not any("PK" in one or "IKM" in one for one in (words_in(paper.content), str(sheets(book))))
    assert notes(book)["Dinas"] == name
    for letter in (paper, book):
        assert not any(word in f"{letter.text} {letter.document}" for word in ("Budi", "Bapas", "perkara"))


async def test_what_people_called_a_site_is_no_formula_and_the_header_stays(world: World, cast: Cast) -> None:
    async with world.database.transaction() as session:
        (await session.get_one(Site, cast.site.id)).name = '=HYPERLINK("http://x","y")'
    await went(world, cast, SMOOTH)
    _, book = await made(world, await head_of(world, cast))
    (row,) = table(book)
    assert (row["Lokasi"], row["Kegiatan dinilai"]) == ('=HYPERLINK("http://x","y")', 1)
    sheet = first_sheet(book)
    assert "<f>" not in sheet
    assert 'topLeftCell="A2" activePane="bottomLeft" state="frozen"' in sheet
    assert '<autoFilter ref="A1:L2"/>' in sheet


async def test_before_any_answer_there_is_no_button_to_a_paper(world: World, cast: Cast) -> None:
    head = await head_of(world, cast)
    await world.phone(head).writes("/evaluasi")
    assert "📄 Buat dokumen" not in [one.label for one in (await world.last(head)).buttons]
